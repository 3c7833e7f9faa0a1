"""What MCP hosts see: five tools, told in words and in plain JSON. The only room, with app.py, that speaks MCP."""

from .apps import Viewer
from .desk import FrontDesk, front_desk
from .server import Reception, VideoServer
from .skills import Skills
from .tasks import Tasks

__all__ = ["FrontDesk", "Reception", "Skills", "Tasks", "VideoServer", "Viewer", "front_desk"]
