"""Files: which container and codecs a format means, and frames and samples written into them in step."""

import contextlib
import errno
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import cast

import av
import numpy as np
from av.audio.stream import AudioStream
from av.error import FFmpegError
from av.video.stream import VideoStream

from ...errors import RenderFailed
from ..sound.loudness import RATE, Samples


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a format is written: muxer, its options, codecs and theirs; "" where there is none."""

    muxer: str
    video: str = ""
    audio: str = ""
    options: dict[str, str] = field(default_factory=dict)
    video_options: dict[str, str] = field(default_factory=dict)
    audio_rate: int = 192_000


H264 = {
    "preset": "superfast",
    "crf": "20",
    "x264-params": "mbtree=1:rc-lookahead=4:keyint=60:aq-mode=3:cpu-independent=1",
}
"""Cheap motion search with the tree of the slow presets: their quality at two thirds of the time.

Independent of the processor, for that tree reads beyond its rows where AVX-512 is to be had, and bytes must not differ.
"""
VP9 = {
    "deadline": "realtime",
    "cpu-used": "8",
    "row-mt": "1",
    "tile-columns": "2",
    "crf": "34",
    "b": "0",
    "static-thresh": "0",
}
FAST = {"movflags": "+faststart"}
RECIPES = {
    "mp4": Recipe("mp4", "libx264", "aac", FAST, H264),
    "mov": Recipe("mov", "libx264", "aac", FAST, H264),
    "mkv": Recipe("matroska", "libx264", "aac", {}, H264),
    "avi": Recipe("avi", "mpeg4", "libmp3lame", {}, {"qmin": "2", "qmax": "5", "g": "30"}),
    "webm": Recipe("webm", "libvpx-vp9", "libopus", {}, VP9, 128_000),
    "m4a": Recipe("ipod", "", "aac", FAST),
    "aac": Recipe("adts", "", "aac"),
    "mp3": Recipe("mp3", "", "libmp3lame"),
    "wav": Recipe("wav", "", "pcm_s16le"),
}


class Writer:
    """One output file. Errors of the disk become RenderFailed in plain words."""

    def __init__(
        self, path: Path, recipe: Recipe, *, size: tuple[int, int] = (0, 0), fps: int = 30, title: str = ""
    ) -> None:
        self._recipe = recipe
        with told_plainly():
            self._container = av.open(str(path), "w", format=recipe.muxer, options=dict(recipe.options))
            if tag := tag_of(title):
                self._container.metadata["title"] = tag
            self._video = self._open_video(size, fps) if recipe.video else None
            self._audio = self._open_audio() if recipe.audio else None
            self._container.start_encoding()
        self._samples = 0

    def _open_video(self, size: tuple[int, int], fps: int) -> VideoStream:
        stream = cast(
            VideoStream,
            self._container.add_stream(self._recipe.video, rate=fps, options=dict(self._recipe.video_options)),
        )
        stream.width, stream.height, stream.pix_fmt = *size, "yuv420p"
        stream.time_base = stream.codec_context.time_base = Fraction(1, fps)
        context = stream.codec_context
        context.colorspace = context.color_primaries = context.color_trc = context.color_range = 1
        if self._recipe.video == "mpeg4":
            context.bit_rate = 6_000_000
        return stream

    def _open_audio(self) -> AudioStream:
        stream = cast(AudioStream, self._container.add_stream(self._recipe.audio, rate=RATE, layout="stereo"))
        if not self._recipe.audio.startswith("pcm"):
            stream.bit_rate = self._recipe.audio_rate
        return stream

    def picture(self, frame: av.VideoFrame) -> None:
        with told_plainly():
            self._container.mux(self._video.encode(frame))  # type: ignore[union-attr]

    def sound(self, samples: Samples) -> None:
        """Adds (2, n) samples to the end."""
        self.lay(self.coded(samples))

    def coded(self, samples: Samples) -> "list[av.Packet[AudioStream]]":
        """The next (2, n) samples, ready to be laid down; may be called from a thread of its own."""
        frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(samples), format="fltp", layout="stereo")
        frame.sample_rate, frame.pts, frame.time_base = RATE, self._samples, Fraction(1, RATE)
        self._samples += samples.shape[1]
        with told_plainly():
            return self._audio.encode(frame)  # type: ignore[union-attr]

    def lay(self, packets: "list[av.Packet[AudioStream]]") -> None:
        with told_plainly():
            self._container.mux(packets)

    def close(self) -> None:
        with told_plainly():
            if self._video:
                self._container.mux(self._video.encode(None))
            if self._audio:
                self._container.mux(self._audio.encode(None))
            self._container.close()

    def abandon(self) -> None:
        with contextlib.suppress(FFmpegError, OSError, ValueError):
            self._container.close()


def tag_of(title: str) -> str:
    """One line of at most 200 characters that every muxer takes, whatever a draft calls itself."""
    line = "".join(letter if letter.isprintable() else " " for letter in title)
    return " ".join(line.split())[:200].strip()


@contextlib.contextmanager
def told_plainly() -> Iterator[None]:
    """Turns what goes wrong while writing into words for a person."""
    try:
        yield
    except (FFmpegError, OSError) as error:
        raise written_down(error) from error


def written_down(error: BaseException) -> RenderFailed:
    number = getattr(error, "errno", 0)
    if number in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
        return RenderFailed(
            "The disk is full, so the video could not be written.", hint="Free some space, then export again."
        )
    if number in {errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOENT, errno.ENOTDIR}:
        return RenderFailed("The output folder cannot be written to.", hint="Choose another folder, then export again.")
    if number == errno.ENOMEM:
        return RenderFailed("There was not enough memory to render.", hint="Choose a lower resolution.")
    return RenderFailed("The video could not be encoded.")
