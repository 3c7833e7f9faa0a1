"""What a media file holds, found by playing it and not by its name.

The demuxer is chosen by the caller, who knows the form from the magic bytes: left to itself the library would also
take a playlist for a film and follow it to other files.
"""

import warnings
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from anyio import to_thread

from ...errors import NotFound, UnsupportedFile
from ...wire.media import HEAD_BYTES, UPLOAD_FORMATS, sniff
from .lengths import shortfall

if TYPE_CHECKING:
    from av import AudioStream, Packet, VideoStream
    from av.container import InputContainer
    from av.stream import Stream
    from PIL.Image import Image

MOST_PIXELS = 80_000_000  # 10,000 x 8,000; decoding more costs gigabytes
MOST_SECONDS = 24 * 3600
PATIENCE = 500  # packets a stream may take to show its first frame
ANIMATION_BUDGET = 400_000_000  # pixels decoded to measure an animation; the rest of its length is estimated
DEMUXERS = {"mp4": "mov", "mov": "mov", "m4a": "mov", "webm": "matroska", "mkv": "matroska"}
PICTURES = {"jpg": "JPEG", "png": "PNG", "gif": "GIF", "webp": "WEBP"}
_TIME_IN_HEADER = {"mov", "matroska", "avi", "wav"}  # elsewhere the library guesses it from the bit rate
_ON_ITS_SIDE = {5, 6, 7, 8}  # EXIF orientations
_ORIENTATION = 0x0112


@dataclass(frozen=True, slots=True)
class Probe:
    """`kind` is video, image or audio; 0 and "" where there is nothing to tell. Sizes are as shown, after rotation."""

    kind: str
    seconds: float = 0
    width: int = 0
    height: int = 0
    video_codec: str = ""
    audio_codec: str = ""


async def probe(path: Path) -> Probe:
    """Raises NotFound, or UnsupportedFile when the file cannot be played to its end."""
    return await to_thread.run_sync(_probe, path)


def _probe(path: Path) -> Probe:
    try:
        with path.open("rb") as file:
            extension = sniff(file.read(HEAD_BYTES))
            if extension not in UPLOAD_FORMATS:
                raise UnsupportedFile(f"'{path.name}' is not a video, a picture or a sound.")
            return look(file, extension, path.name)
    except OSError:
        raise NotFound(f"'{path.name}' cannot be opened.", hint="Check that the file is still there.") from None


def look(file: BinaryIO, extension: str, name: str, *, exact: bool = False) -> Probe:
    """Play `file`, whose magic bytes say `extension`. Blocks. Raises UnsupportedFile with the reason."""
    fault = shortfall(extension, lambda at, count: _read(file, at, count), file.seek(0, 2), exact=exact)
    if fault:
        raise _broken(name, fault)
    file.seek(0)
    return _look_at_picture(file, extension, name) if extension in PICTURES else _play(file, extension, name)


def open_picture(file: BinaryIO, extension: str) -> "Image":
    """The picture, not yet decoded, read by the one decoder its magic bytes name. Raises what Pillow raises."""
    from PIL import Image

    # Pillow only warns up to twice its limit. As an error it is caught like every other unreadable picture.
    warnings.filterwarnings("error", category=Image.DecompressionBombWarning)
    return Image.open(file, formats=(PICTURES[extension],))


def films(container: "InputContainer") -> "list[VideoStream]":
    """The moving pictures of a file that can be decoded; a song's cover is no film."""
    from av.stream import Disposition

    return [
        stream
        for stream in container.streams.video
        if _playable(stream) and not stream.disposition & Disposition.attached_pic
    ]


def _playable(stream: "Stream") -> bool:
    """PyAV has no decoder to give for a codec it does not know, whatever its types say."""
    return bool(stream.codec_context)


def _read(file: BinaryIO, at: int, count: int) -> bytes:
    file.seek(at)
    return file.read(count)


def _broken(name: str, fault: str) -> UnsupportedFile:
    return UnsupportedFile(
        f"'{name}' is damaged: it {fault}.", hint="Play it to see where it stops, then export or download it again."
    )


def _look_at_picture(file: BinaryIO, extension: str, name: str) -> Probe:
    from PIL import Image

    try:
        with open_picture(file, extension) as picture:
            width, height = picture.size
            if width * height > MOST_PIXELS:
                raise _too_big(name, width, height)
            frames = getattr(picture, "n_frames", 1)
            if extension == "jpg":  # the further pictures of an MPO are depth maps and the like
                frames = 1
            seconds = _measure(picture, frames)
            if picture.getexif().get(_ORIENTATION) in _ON_ITS_SIDE:
                width, height = height, width
            return Probe("image", seconds, width, height, PICTURES[extension].lower())
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise UnsupportedFile(
            f"'{name}' has too many pixels to be opened safely.", hint="Make it smaller than 8000 pixels a side."
        ) from None
    except UnsupportedFile:
        raise
    except Exception:  # noqa: BLE001 - a hostile picture makes its decoder fail in every way there is
        raise _broken(name, "cannot be shown as a picture to its end") from None


def _measure(picture: "Image", frames: int) -> float:
    """Decode every frame, which proves it is there, and add up how long they show; seconds, 0 for a still picture."""
    each = max(1, picture.size[0] * picture.size[1])
    decoded = max(1, min(frames, ANIMATION_BUDGET // each))
    milliseconds = 0.0
    for index in range(decoded):
        picture.seek(index)
        picture.load()
        milliseconds += float(picture.info.get("duration", 0) or 0)
    return round(milliseconds * frames / decoded / 1000, 3) if frames > 1 else 0.0


def _play(file: BinaryIO, extension: str, name: str) -> Probe:
    import av

    demuxer = DEMUXERS.get(extension, extension)
    try:
        with av.open(file, "r", format=demuxer, metadata_errors="ignore") as container:
            found = _run_through(container, name)
            stated = container.duration / 1_000_000 if container.duration else 0.0
    except UnsupportedFile:
        raise
    except Exception:  # noqa: BLE001 - a hostile film makes its decoder fail in every way there is
        raise _broken(name, "cannot be played") from None
    reliable = demuxer in _TIME_IN_HEADER and stated > 0
    if reliable and found.seconds < stated * 0.9 - 1:
        raise _broken(name, f"says that it lasts {stated:.0f} seconds, but ends after {found.seconds:.0f}")
    seconds = stated if reliable else found.seconds
    if not 0 < seconds < MOST_SECONDS:
        raise _broken(name, "gives an impossible length")
    return replace(found, seconds=round(seconds, 3))


def _run_through(container: "InputContainer", name: str) -> Probe:
    """Read every packet, decoding only until each kind of stream has shown something; `seconds` is where the last ends."""
    streams: list[VideoStream | AudioStream] = [*films(container)[:1], *filter(_playable, container.streams.audio[:1])]
    if not streams:
        raise _broken(name, "holds no pictures and no sound that can be played")
    for stream in films(container)[:1]:
        if stream.codec_context.width * stream.codec_context.height > MOST_PIXELS:
            raise _too_big(name, stream.codec_context.width, stream.codec_context.height)
    tries = dict.fromkeys((stream.index for stream in streams), PATIENCE)
    result = Probe("video" if streams[0].type == "video" else "audio")
    end, start = 0.0, container.start_time / 1_000_000 if container.start_time else 0.0
    for packet in container.demux():
        stamp = packet.pts if packet.pts is not None else packet.dts
        if stamp is not None and packet.time_base is not None:
            end = max(end, float((stamp + (packet.duration or 0)) * packet.time_base) - start)
        if tries.get(packet.stream_index, 0) > 0:
            before, result = result, _shown(packet, result)
            tries[packet.stream_index] = 0 if result is not before else tries[packet.stream_index] - 1
    if not (result.video_codec or result.audio_codec) or (result.kind == "video" and not result.width):
        raise _broken(name, "shows no picture" if result.kind == "video" else "plays no sound")
    return replace(result, seconds=end)


def _shown(packet: "Packet[Stream]", so_far: Probe) -> Probe:
    """With what the first frame out of `packet` tells; the same value while the decoder has nothing to show."""
    import av

    try:
        frames = packet.decode()
    except av.FFmpegError:  # a cut in the middle of a picture group; the next key frame may do
        return so_far
    for frame in frames:
        codec = packet.stream.codec_context.codec.canonical_name
        if not isinstance(frame, av.VideoFrame):
            return replace(so_far, audio_codec=codec)
        upright = frame.rotation % 180 == 0
        width, height = (frame.width, frame.height) if upright else (frame.height, frame.width)
        return replace(so_far, width=width, height=height, video_codec=codec)
    return so_far


def _too_big(name: str, width: int, height: int) -> UnsupportedFile:
    return UnsupportedFile(
        f"'{name}' is {width} x {height} pixels, more than can be opened safely.",
        hint="Make it smaller than 8000 pixels a side.",
    )
