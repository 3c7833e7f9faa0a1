"""The same API, on this machine: text becomes a real video, without a network."""

from .app import create_app
from .terms import Terms

__all__ = ["Terms", "create_app"]
