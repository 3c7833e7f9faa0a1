"""Small private files: 0600 in a 0700 folder, replaced whole or not at all, guarded between processes. No network."""

import contextlib
import json
import os
import stat
import sys
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import IO, Any

import anyio
from anyio import to_thread

if sys.platform == "win32":
    import msvcrt

    def _try_lock(handle: IO[bytes]) -> bool:
        try:
            msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try_lock(handle: IO[bytes]) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


ASK_AGAIN = 0.1
"""Seconds between two looks at a lock that another process holds."""


def private_folder(folder: Path) -> None:
    """Make `folder`, readable by nobody else. One that already is ours is tightened, except a shared one (/tmp)."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if os.name != "nt":
        found = folder.stat()
        if found.st_uid == os.getuid() and found.st_mode & 0o077 and not found.st_mode & stat.S_ISVTX:
            folder.chmod(0o700)


def write_private(path: Path, text: str) -> None:
    """Replace `path` at once: a reader sees the old text or the new one, a crash leaves one of them. Raises OSError."""
    private_folder(path.parent)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")  # mkstemp makes it 0600
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise


def create_private(path: Path, text: str) -> str:
    """Write `path` unless somebody else was faster; what stands there in the end. Raises OSError."""
    private_folder(path.parent)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return read_text(path)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text)
    return text


def read_text(path: Path, limit: int = 1 << 16) -> str:
    """The first `limit` bytes of a file, or "" when there is none that can be read."""
    try:
        with path.open("rb") as file:
            return file.read(limit).decode("utf-8", "replace")
    except OSError:
        return ""


def read_json(path: Path) -> dict[str, Any]:
    """An object from a file; a missing or damaged one reads as empty."""
    try:
        found = json.loads(read_text(path))
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


@asynccontextmanager
async def locked(path: Path, sleep: Callable[[float], Awaitable[None]]) -> AsyncIterator[None]:
    """Hold `path` against every other holder on this machine; a holder that dies lets go. Raises OSError."""
    with anyio.CancelScope(shield=True):  # or nobody would close what the thread has opened
        handle = await to_thread.run_sync(_open_lock, path)
    try:
        while not _try_lock(handle):
            await sleep(ASK_AGAIN)
        yield
    finally:
        handle.close()


def _open_lock(path: Path) -> IO[bytes]:
    private_folder(path.parent)
    return os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, 0o600), "r+b")
