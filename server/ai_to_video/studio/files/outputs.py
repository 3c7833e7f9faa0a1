"""Where finished files land: reserved, checked, made whole in one step, never overwriting."""

from pathlib import Path

from ..answers import FileInfo
from .probe import Probe


class Outputs:
    """Writes only into `folder`, which is made on need."""

    def __init__(self, folder: Path) -> None:
        raise NotImplementedError

    async def reserve(
        self, filename: str, fmt: str, *, title: str = "", job_id: str = "", expected_bytes: int = 0
    ) -> Path:
        """Hold a free name (made from `filename`, else `title`, date and id) against every other process."""
        raise NotImplementedError

    def part(self, target: Path) -> Path:
        """Where the bytes for `target` collect; the same for ever, so that a download can go on after a crash."""
        raise NotImplementedError

    async def finish(
        self, part: Path, target: Path, *, expected_ms: int = 0, fmt: str, expected_bytes: int = 0
    ) -> FileInfo:
        """Check the content, make it durable, give it its name. The path told may differ when a stranger took the name."""
        raise NotImplementedError

    async def finished(self, target: Path, *, fmt: str) -> FileInfo | None:
        """The file of a job that crashed after `finish` and before it could tell; None when there is none."""
        raise NotImplementedError

    async def release(self, target: Path) -> None:
        """Give a reserved name back, with whatever was collected for it."""
        raise NotImplementedError

    async def poster(self, path: Path) -> bytes:
        """A JPEG of at most 60 kB, b"" for audio."""
        raise NotImplementedError

    async def probe(self, path: Path) -> Probe:
        """Raises UnsupportedFile when the file cannot be played."""
        raise NotImplementedError
