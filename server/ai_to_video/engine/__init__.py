"""The same API, on this machine: text becomes a real video, without a network.

Its names are looked up when asked for: the render process lives in this package too and needs no web server.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .app import create_app
    from .terms import Terms

__all__ = ["Terms", "create_app"]
_HOMES = {"Terms": "terms", "create_app": "app"}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(f".{_HOMES[name]}", __name__), name)
