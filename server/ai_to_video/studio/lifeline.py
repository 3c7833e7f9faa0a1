"""Whether a process still lives, told by a file it keeps locked: the system drops the lock when the process dies.

`lockf` and not `flock`: a forked child of a dead owner would keep the latter. A frozen process keeps its lock.
"""

import os
import sys
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


_MINE: set[Path] = set()  # closing any handle of a file drops this process's lock on it, so one's own is never reopened


class Lifeline:
    """A held lock on `folder/name.lock`. Blocking; use from a thread."""

    def __init__(self, folder: Path, name: str) -> None:
        self.path = (folder / f"{name}.lock").absolute()
        self._handle: int | None = None

    def hold(self) -> bool:
        """Take the lock; False when somebody alive holds it."""
        if self.path in _MINE:
            return self._handle is not None
        self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _lock(handle)
        except OSError:
            os.close(handle)
            return False
        self._handle = handle
        _MINE.add(self.path)
        return True

    def drop(self) -> None:
        """Let go and leave nothing behind."""
        if self._handle is None:
            return
        _MINE.discard(self.path)
        if sys.platform != "win32":
            self.path.unlink(missing_ok=True)
        os.close(self._handle)
        self._handle = None
        if sys.platform == "win32":
            self.path.unlink(missing_ok=True)
