"""Uploaded pictures: what a file is, and stills decoded once at the size they are shown. Broken ones are told plainly."""

import math
from dataclasses import dataclass
from pathlib import Path

import av
import numpy as np
from av import VideoFrame
from av.error import FFmpegError
from PIL import Image, ImageOps, UnidentifiedImageError

from ...errors import FileTooLarge, UnsupportedFile
from .paint import Photo, Plane, bytes_of, half, planes_of, yuv

Image.MAX_IMAGE_PIXELS = None  # checked here, in words, before a picture is unpacked
MOST_PIXELS = 220_000_000
STRETCH = 1.2
"""How much longer than its frame a picture is kept before its ends are cut off."""


@dataclass(frozen=True, slots=True)
class Sight:
    """What a file shows, before it is decoded for good."""

    path: Path
    name: str
    kind: str
    width: int
    height: int
    clear: bool = False

    @property
    def ratio(self) -> float:
        return self.width / self.height


def unreadable(name: str) -> UnsupportedFile:
    return UnsupportedFile(
        f"The file {name} is damaged or not what its name says.", hint="Upload it again, or use another file."
    )


def sight(path: Path, name: str = "", *, closely: bool = True) -> Sight:
    """Looks at a file: kind is "still", "animation", "film" or "sound". Raises UnsupportedFile or FileTooLarge.

    `clear` takes unpacking the picture; where that is not wanted, not `closely`, it is False.
    """
    name = name or path.name
    try:
        with Image.open(path) as image:
            if image.width * image.height > MOST_PIXELS:
                raise FileTooLarge(
                    f"The picture {name} has too many pixels.", hint="Use one of at most 14,000 x 14,000 pixels."
                )
            moving = getattr(image, "n_frames", 1) > 1
            turned = _orientation(image) in range(5, 9)
            size = (image.height, image.width) if turned else (image.width, image.height)
            clear = closely and ("A" in image.getbands() or "transparency" in image.info)
            if clear and not moving:  # many pictures carry an alpha channel that hides nothing
                layered = image if "A" in image.getbands() else image.convert("RGBA")
                clear = layered.getchannel("A").getextrema()[0] < 250  # type: ignore[operator]
            return Sight(path, name, "animation" if moving else "still", *size, clear)
    except UnidentifiedImageError:
        pass
    except (OSError, ValueError, SyntaxError) as error:
        raise unreadable(name) from error
    try:
        with av.open(str(path)) as container:
            if not container.streams.video:
                if container.streams.audio:
                    return Sight(path, name, "sound", 0, 0)
                raise unreadable(name)
            frame = next(container.decode(video=0))
            wide, high = upright(frame)
            return Sight(path, name, "film", wide, high)
    except (FFmpegError, StopIteration, ValueError, OSError) as error:
        raise unreadable(name) from error


def _orientation(image: Image.Image) -> int:
    """As EXIF has it. A PNG without EXIF before its pixels is not unpacked to look behind them."""
    if image.format == "PNG" and "exif" not in image.info:
        return 1
    return int(image.getexif().get(274, 1))


def intact(path: Path, name: str = "") -> None:
    """Raises UnsupportedFile for a picture that breaks off in the middle; looks without unpacking a large one."""
    try:
        with Image.open(path) as image:
            if image.format == "PNG":
                image.verify()
            else:
                image.draft("L", (image.width // 8, image.height // 8))
                image.load()
    except (OSError, ValueError, SyntaxError, EOFError) as error:
        raise unreadable(name or path.name) from error


def still(seen: Sight, wide: int, high: int, zoom: float = 1.0) -> Photo:
    """A picture large enough to cover wide x high at that zoom; rather more of it than that where its shape differs."""
    try:
        with Image.open(seen.path) as image:
            image.draft("RGB", (round(wide * zoom * 2), round(high * zoom * 2)))
            ImageOps.exif_transpose(image, in_place=True)
            return photo_of(image, *covering(image.width, image.height, wide * zoom, high * zoom), seen.clear)
    except (OSError, ValueError, SyntaxError) as error:
        raise unreadable(seen.name) from error


def glance(seen: Sight) -> Plane:
    """A (64, 64, 3) miniature, for choosing colours and veils."""
    try:
        if seen.kind == "film":
            with av.open(str(seen.path)) as container:
                return next(container.decode(video=0)).reformat(64, 64, "rgb24").to_ndarray()  # type: ignore[return-value]
        with Image.open(seen.path) as image:
            image.draft("RGB", (128, 128))
            ImageOps.exif_transpose(image, in_place=True)
            return np.asarray(_in(image, "RGB").resize((64, 64), Image.Resampling.BOX, reducing_gap=2.0))
    except (FFmpegError, OSError, ValueError, SyntaxError, StopIteration) as error:
        raise unreadable(seen.name) from error


def covering(
    width: int, height: int, wide: float, high: float
) -> tuple[tuple[int, int], tuple[float, float, float, float]]:
    """The even size to scale to, and the part of the source (left, top, right, bottom) that fills it."""
    scale = max(wide / width, high / height)
    w, h = min(width * scale, wide * STRETCH), min(height * scale, high * STRETCH)
    left, top = max(0.0, (width - w / scale) / 2), max(0.0, (height - h / scale) / 2)
    return (2 * math.ceil(w / 2), 2 * math.ceil(h / 2)), (left, top, width - left, height - top)


def photo_of(image: Image.Image, size: tuple[int, int], part: tuple[float, float, float, float], clear: bool) -> Photo:
    """Part of a picture at another size, as planes; `clear` keeps its alpha."""
    mode = "RGBA" if clear else "RGB"
    if image.mode in {"I;16", "I;16B", "I"}:
        image = Image.fromarray((np.asarray(image).astype(np.uint32) >> 8).clip(0, 255).astype(np.uint8))
    pixels = np.asarray(_in(image, mode).resize(size, Image.Resampling.LANCZOS, box=part, reducing_gap=3.0))
    if not clear:
        return Photo(planes_of(pixels))
    alpha = pixels[..., 3].astype(np.float32)
    y, u, v = (plane * alpha / 255 for plane in yuv(pixels[..., :3].astype(np.float32)))
    return Photo((bytes_of(y), bytes_of(half(u)), bytes_of(half(v))), (pixels[..., 3].copy(), bytes_of(half(alpha))))


def _in(image: Image.Image, mode: str) -> Image.Image:
    """The picture itself where it is of that mode already: a copy of a large one is hundreds of megabytes."""
    return image if image.mode == mode else image.convert(mode)


def upright(frame: VideoFrame) -> tuple[int, int]:
    """Size of a frame once turned the way its file says."""
    turned = round(float(getattr(frame, "rotation", 0) or 0) / 90) % 2
    return (frame.height, frame.width) if turned else (frame.width, frame.height)
