"""What MCP hosts see: five tools, told in words and in plain JSON. The only room, with app.py, that speaks MCP."""

from .server import Reception, VideoServer

__all__ = ["Reception", "VideoServer"]
