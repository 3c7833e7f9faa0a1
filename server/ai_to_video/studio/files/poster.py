"""The picture that stands for a finished file: a small JPEG, b"" where there is nothing to see."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from anyio import to_thread

from ...wire.media import HEAD_BYTES, sniff
from .probe import DEMUXERS, MOST_PIXELS, PICTURES, films, open_picture

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_BYTES = 60_000
LONGEST_SIDE = 640
_MOMENTS = (0.33, 0.1, 0.55, 0.8)  # a title, the middle, an end card: one of them is not black
_PATIENCE = 150  # frames decoded to get from a key frame to the moment
_SIDES, _QUALITIES = (LONGEST_SIDE, 480, 320, 200), (85, 75, 62, 50)


async def poster(path: Path) -> bytes:
    """A JPEG of at most 60 kB. Never raises: a file without a poster is still a file."""
    return await to_thread.run_sync(_poster, path)


def _poster(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            extension = sniff(file.read(HEAD_BYTES))
        picture = _picture(path, extension) if extension in PICTURES else _best_frame(path, extension)
        return b"" if picture is None else _squeezed(picture)
    except Exception:  # noqa: BLE001 - a poster is a courtesy, and decoders fail in every way there is
        return b""


def _picture(path: Path, extension: str) -> "Image | None":
    from PIL import ImageOps

    with path.open("rb") as file, open_picture(file, extension) as picture:
        if picture.size[0] * picture.size[1] > MOST_PIXELS:
            return None
        picture.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
        return _small(ImageOps.exif_transpose(picture))


def _best_frame(path: Path, extension: str) -> "Image | None":
    """The liveliest of a few moments: a frame of one colour has no variance."""
    from PIL import ImageStat

    def liveliness(picture: "Image") -> float:
        return float(ImageStat.Stat(picture.convert("L").resize((64, 64))).var[0])

    return max(_frames(path, extension), key=liveliness, default=None)


def _frames(path: Path, extension: str) -> "Iterator[Image]":
    import av

    with path.open("rb") as file, av.open(file, "r", format=DEMUXERS.get(extension, extension)) as container:
        for stream in films(container)[:1]:
            if stream.codec_context.width * stream.codec_context.height > MOST_PIXELS:
                return
            stream.thread_type = "AUTO"
            first = container.start_time or 0
            for moment in _MOMENTS:
                at = first + int((container.duration or 0) * moment)
                container.seek(at)
                best = None
                for count, frame in enumerate(container.decode(stream)):
                    best = frame
                    if count >= _PATIENCE or frame.time is None or frame.time * av.time_base >= at:
                        break
                if best is not None:
                    picture: Image = best.to_image()  # type: ignore[no-untyped-call]  # its keyword arguments have no types
                    yield _small(picture.rotate(best.rotation, expand=True))


def _small(picture: "Image") -> "Image":
    """At most LONGEST_SIDE a side, on white where it was transparent."""
    from PIL import Image

    if picture.has_transparency_data:
        picture = picture.convert("RGBA")
        picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
        white = Image.new("RGBA", picture.size, "white")
        return Image.alpha_composite(white, picture).convert("RGB")
    picture = picture.convert("RGB")
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    return picture


def _squeezed(picture: "Image") -> bytes:
    """The largest and best rendering that fits; the smallest one always does."""
    for side in _SIDES:
        picture.thumbnail((side, side))
        for quality in _QUALITIES:
            sink = io.BytesIO()
            picture.save(sink, "JPEG", quality=quality, optimize=True)
            if sink.tell() <= MOST_BYTES:
                return sink.getvalue()
    return b""
