"""Puts ai-to-video into the configuration of a chat program, and takes it out again. Touches nothing else there.

clients.py knows where each program looks and what it wants to read, jsonc.py and toml.py change one entry of a text,
changes.py reads and writes the file.
"""

from .changes import Change, entry, install, snippet, uninstall
from .clients import CLIENTS, Client, Launch, Machine

__all__ = ["CLIENTS", "Change", "Client", "Launch", "Machine", "entry", "install", "snippet", "uninstall"]
