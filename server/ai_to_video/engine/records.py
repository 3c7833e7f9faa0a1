"""A small JSON document on disk with a history, whole at any moment and safe for several processes.

    folder/000000001.json  000000002.json  000000003.json      the highest number is the truth

A version is written beside its place and linked into it, which the file system lets only one writer do: the other one
gets Conflict. Everything here blocks; call it from a thread.
"""

import json
import os
import secrets
from contextlib import suppress
from pathlib import Path
from typing import Any

KEPT = 60
"""Versions kept for going back."""


class Conflict(Exception):
    """Somebody else wrote this version first."""


class Record:
    def __init__(self, folder: Path, *, kept: int = KEPT) -> None:
        self.folder = folder
        self._kept = kept

    def latest(self) -> tuple[int, dict[str, Any]]:
        """(version, value); (0, {}) when nothing was ever written. A version damaged on disk counts, but the value is
        that of the last whole one."""
        versions = self.versions()
        for version in reversed(versions):
            value = self.at(version)
            if value is not None:
                return versions[-1], value
        return 0, {}

    def versions(self) -> list[int]:
        try:
            names = [entry.name for entry in os.scandir(self.folder)]
        except FileNotFoundError:
            return []
        return sorted(int(name[:-5]) for name in names if name.endswith(".json") and name[:-5].isdigit())

    def at(self, version: int) -> dict[str, Any] | None:
        try:
            value = json.loads(self._path(version).read_text("utf-8"))
        except (OSError, ValueError):
            return None
        return value if isinstance(value, dict) else None

    def put(self, after: int, value: dict[str, Any]) -> int:
        """Write the version that follows `after`. Raises Conflict when it exists, OSError when the disk refuses."""
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        target = self._path(after + 1)
        write_whole(target, value)
        for old in self.versions()[: -self._kept]:
            with suppress(OSError):
                self._path(old).unlink()
        return after + 1

    def _path(self, version: int) -> Path:
        return self.folder / f"{version:09d}.json"


def write_whole(target: Path, value: dict[str, Any]) -> None:
    """A new private file appears whole or not at all. Raises Conflict when it exists already."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    beside = target.with_name(f".{target.name}.{secrets.token_hex(6)}")
    try:
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(beside, target)
        except FileExistsError:
            raise Conflict(target.name) from None
        except OSError:  # a file system without links: the least bad way that still refuses the second writer
            if target.exists():
                raise Conflict(target.name) from None
            beside.rename(target)
    finally:
        with suppress(OSError):
            beside.unlink()
