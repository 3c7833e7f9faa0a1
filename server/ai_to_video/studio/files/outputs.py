"""Where finished files land: a name reserved, the content checked, the file whole in one step, nothing overwritten.

    reserve ──▶ cat.mp4.part (empty, made exclusively: it is the reservation) ──▶ download ──▶ finish ──▶ cat.mp4

A process that dies anywhere leaves either the part, from which any process goes on, or the whole file.
"""

import errno
import hashlib
import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from functools import partial
from itertools import count
from pathlib import Path

from anyio import to_thread

from ...errors import AiToVideoError, BadArgument, RenderFailed
from ...wire.media import UPLOAD_FORMATS, extension_of
from ..answers import FileInfo
from .delivery import inspect
from .names import numbered, safe_name, safe_stem
from .poster import poster
from .probe import Probe, probe
from .trouble import disk_full, disk_trouble

MARGIN = 64 * 1024**2  # left free, so that the rest of the person's system goes on
USUAL_SIZE = 100 * 1024**2
_NO_HARD_LINKS = {
    getattr(errno, name)
    for name in ("EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK", "EACCES")
    if hasattr(errno, name)
}
_ENDINGS = frozenset({*UPLOAD_FORMATS, "jpeg"})


class Outputs:
    """Writes only into `folder`, which is made on need. `free_bytes` and `today` are the world's, for tests to replace."""

    def __init__(
        self,
        folder: Path,
        *,
        free_bytes: Callable[[Path], int] = lambda folder: shutil.disk_usage(folder).free,
        today: Callable[[], date] = date.today,
    ) -> None:
        self._folder = folder.expanduser().absolute()
        self._free_bytes = free_bytes
        self._today = today

    def of(self, owner: str) -> "Outputs":
        """The same in a folder of that owner's own; "" is whoever the whole folder belongs to."""
        if not owner:
            return self
        if owner in (".", "..") or Path(owner).name != owner:
            raise ValueError(f"{owner!r} cannot be the name of a folder")
        return Outputs(self._folder / owner, free_bytes=self._free_bytes, today=self._today)

    async def reserve(
        self, filename: str, fmt: str, *, title: str = "", job_id: str = "", expected_bytes: int = 0
    ) -> Path:
        """Hold a free name against every other process, and return the file's later path.

        The name comes from `filename`, else from `title`, the date and `job_id`. Raises BadArgument when the format
        is unknown or the folder cannot take the file (closed, full, in the way).
        """
        extension = extension_of(f"x.{fmt.strip().lstrip('.')}")
        if extension not in UPLOAD_FORMATS:
            raise BadArgument(f"'{fmt}' is not a known file format.", hint=f"Use one of {', '.join(UPLOAD_FORMATS)}.")
        name = safe_name(filename, extension, known=_ENDINGS, fallback=self._usual_name(title, job_id))
        return await to_thread.run_sync(self._reserve, name, expected_bytes or USUAL_SIZE)

    def part(self, target: Path) -> Path:
        """Where the bytes for `target` collect; the same for ever, so that a download can go on after a crash."""
        return target.with_name(f"{target.name}.part")

    async def finish(
        self, part: Path, target: Path, *, expected_ms: int = 0, fmt: str, expected_bytes: int = 0
    ) -> FileInfo:
        """Check the content, make it durable, give it its name; every figure is read back from the file.

        The path told differs from `target` when a stranger took that name. Doing it twice is harmless. Raises
        Unreachable while the download is short (the part is kept), RenderFailed when the content is not what was
        ordered (the part is emptied: bad bytes must not be gone on from), BadArgument when the disk refuses.
        """
        work = partial(self._finish, part, target, expected_ms=expected_ms, fmt=fmt, expected_bytes=expected_bytes)
        return await to_thread.run_sync(work)

    async def finished(self, target: Path, *, fmt: str) -> FileInfo | None:
        """The file of a job that died after `finish` and before it could tell; None when it is not there, whole."""
        return await to_thread.run_sync(self._finished, target, fmt)

    async def release(self, target: Path) -> None:
        """Give a reserved name back, with whatever was collected for it."""
        from ...client import forget

        self._own(target)
        with suppress(OSError):
            await to_thread.run_sync(forget, self.part(target))

    async def poster(self, path: Path) -> bytes:
        """A JPEG of at most 60 kB, b"" for audio. Never raises."""
        return await poster(path)

    async def probe(self, path: Path) -> Probe:
        """Raises NotFound, or UnsupportedFile when the file cannot be played to its end."""
        return await probe(path)

    def _usual_name(self, title: str, job_id: str) -> str:
        day = self._today().isoformat()
        stem = safe_stem(title, known=_ENDINGS)[:80].strip()
        return f"{stem} {day}" if stem else f"video {day} {job_id[-8:]}".strip()

    def _own(self, target: Path) -> None:
        if target.parent != self._folder:
            raise BadArgument(
                f"{target} lies outside the output folder {self._folder}.",
                hint=f"Export again, or set AI_TO_VIDEO_OUTPUT_DIR to {target.parent}.",
            )

    def _reserve(self, name: str, expected_bytes: int) -> Path:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            if self._free_bytes(self._folder) < expected_bytes + MARGIN:
                raise disk_full(self._folder)
            return self._claim(name)
        except OSError as error:
            raise disk_trouble(error, self._folder) from None

    def _claim(self, name: str) -> Path:
        """The first of "a.mp4", "a (2).mp4" ... whose part can be made exclusively."""
        for number in count(1):
            target = self._folder / numbered(name, number)
            if os.path.lexists(target):
                continue
            try:
                self.part(target).touch(exist_ok=False)
            except FileExistsError:
                continue
            if not os.path.lexists(target):
                return target
            self.part(target).unlink()  # its former holder finished in between
        raise AssertionError("counting never ends")

    def _finish(self, part: Path, target: Path, *, expected_ms: int, fmt: str, expected_bytes: int) -> FileInfo:
        self._own(target)
        self._own(part)
        if not part.exists():
            done = self._finished(target, fmt)
            if done is None:
                raise RenderFailed("The downloaded file is not there any more.")
            return done
        try:
            info = _examine(part, target.name, fmt, expected_ms=expected_ms, expected_bytes=expected_bytes)
            place = self._settle(part, target)
            _sync_folder(self._folder)
        except RenderFailed:
            with suppress(OSError):
                os.truncate(part, 0)
            raise
        except OSError as error:
            raise disk_trouble(error, self._folder) from None
        return info(place)

    def _finished(self, target: Path, fmt: str) -> FileInfo | None:
        self._own(target)
        try:
            if self.part(target).exists() and not self.part(target).samefile(target):
                return None
            info = _examine(target, target.name, fmt)(target)
            self.part(target).unlink(missing_ok=True)
        except (OSError, AiToVideoError):
            return None
        return info

    def _settle(self, part: Path, target: Path) -> Path:
        """Give the part its name, or the next free one when somebody else's file took it meanwhile."""
        if target.exists() and target.samefile(part):  # died between the two halves of `_rename`
            part.unlink()
            return target
        try:
            _rename(part, target)
        except FileExistsError:
            other = self._claim(target.name)
            _rename(part, other)
            self.part(other).unlink(missing_ok=True)
            return other
        return target


def _examine(
    path: Path, name: str, fmt: str, *, expected_ms: int = 0, expected_bytes: int = 0
) -> Callable[[Path], FileInfo]:
    """Read the file once through one handle, and make it durable; the path it will have is the only thing missing."""
    with path.open("r+b") as file:
        found = inspect(file, name, fmt, expected_ms=expected_ms, expected_bytes=expected_bytes)
        file.seek(0)
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        size = file.tell()
        os.fsync(file.fileno())
    return lambda place: FileInfo(
        path=str(place),
        bytes=size,
        sha256=digest,
        seconds=found.seconds,
        width=found.width,
        height=found.height,
        video_codec=found.video_codec,
        audio_codec=found.audio_codec,
    )


def _rename(part: Path, target: Path) -> None:
    """Atomically, and raising FileExistsError instead of overwriting."""
    if os.name == "nt":
        part.rename(target)
        return
    try:
        target.hardlink_to(part)
    except FileExistsError:
        raise
    except OSError as error:
        if error.errno not in _NO_HARD_LINKS:
            raise
        target.touch(exist_ok=False)  # a disk without hard links: an empty file made exclusively keeps strangers away
        part.replace(target)
        return
    part.unlink()


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
