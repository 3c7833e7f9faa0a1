"""What a person hands over: a path or an address in, a checked file out."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ...client.fetch import Fetcher


@dataclass(frozen=True, slots=True)
class LocalFile:
    """A file that may be read. `name` has the extension its content deserves; `kind` is video, image, audio or text.

    `note` is a sentence a person should be told, or empty. `stamp` is (device, inode, bytes, mtime_ns).
    """

    path: Path
    name: str
    kind: str
    mime: str
    bytes: int
    sha256: str
    duration_ms: int = 0
    width: int = 0
    height: int = 0
    note: str = ""
    stamp: tuple[int, int, int, int] = (0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class RemoteFile:
    """A public address. kind "text": a page or document for `read_text`; else the service fetches it. `bytes` 0: unknown."""

    url: str
    name: str
    kind: str
    mime: str
    bytes: int = 0
    note: str = ""


class Inputs:
    """Reads only below `roots`, only what is neither hidden nor a key, at most `max_bytes`."""

    def __init__(
        self,
        roots: Sequence[Path],
        max_bytes: int = 50_000_000,
        *,
        home: Path | None = None,
        fetcher: Fetcher | None = None,
    ) -> None:
        raise NotImplementedError

    async def check(self, source: str) -> LocalFile | RemoteFile:
        """Tell what `source` is. Raises NotFound, Forbidden, BadArgument, UnsupportedFile, FileTooLarge, Unreachable."""
        raise NotImplementedError

    async def check_all(self, sources: Sequence[str]) -> tuple[LocalFile | RemoteFile, ...]:
        """The same for 1-20 sources, in order; the first that cannot be used raises."""
        raise NotImplementedError

    async def confirm(self, file: LocalFile) -> None:
        """Raise when the file is not the one that was checked any more."""
        raise NotImplementedError

    async def read_text(self, source: str | Path) -> str:
        """The words of a txt, md, html, docx or pdf file, or of a web page."""
        raise NotImplementedError
