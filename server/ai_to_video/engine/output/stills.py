"""A film as something smaller: an animated GIF or WebP without sound, or one picture of it."""

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any, cast

import av
from av import VideoFrame
from av.error import FFmpegError
from av.filter import Graph
from av.filter.context import FilterContext
from PIL import Image

from ..look import script as scripts
from ..look.film import Film
from ..look.frames import Frames, canvas_of
from ..look.paint import Canvas
from ..look.script import Script
from .encode import told_plainly
from .job import Job

FPS = 10
SAMPLES = 40
"""Frames looked at to choose a GIF's 256 colours."""

Progress = Callable[[float], None]


def animate(job: Job, script: Script, progress: Progress) -> None:
    """Writes a looping GIF or WebP at 10 frames a second, at most 480 on its short side."""
    small = scripts.read(job.timeline, "480p")
    if min(script.stage.width, script.stage.height) > min(small.stage.width, small.stage.height):
        script = small
    stage, film = script.stage, Film(script, job.sources)
    count = max(1, round(script.frames * FPS / script.fps))

    def draw(canvas: Canvas, number: int) -> None:
        film.draw(canvas, min(script.frames - 1, round(number * script.fps / FPS)))

    def reported(frames: Iterator[av.VideoFrame]) -> Iterator[av.VideoFrame]:
        for number, frame in enumerate(frames):
            yield frame
            progress((number + 1) / count * 0.98)

    try:
        frames = reported(iter(Frames(stage.width, stage.height, FPS, count, draw)))
        with told_plainly():
            if job.fmt == "gif":
                chosen = _colours(script, count, draw)
                _written(job, "gif", "gif", "pal8", _painted(frames, chosen, script), {}, script)
            else:
                options = {"loop": "0", "quality": "78", "compression_level": "2"}
                _written(job, "webp", "libwebp_anim", "yuv420p", frames, options, script)
    finally:
        film.close()


def _written(
    job: Job, muxer: str, codec: str, pixels: str, frames: Iterator[VideoFrame], options: dict[str, str], script: Script
) -> None:
    with av.open(str(job.part), "w", format=muxer, options={"loop": "0"}) as container:
        stream: Any = container.add_stream(codec, rate=FPS, options=options)
        stream.width, stream.height, stream.pix_fmt = script.stage.width, script.stage.height, pixels
        stream.time_base = stream.codec_context.time_base = Fraction(1, FPS)
        for frame in frames:
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))


def _graph(script: Script, ins: int, chain: str, args: str) -> tuple[Graph, list[FilterContext], FilterContext]:
    """A filter with one or two picture inputs, the second a palette."""
    graph = av.filter.Graph()
    base = Fraction(1, FPS)
    sizes = (script.stage.width, script.stage.height, av.VideoFormat("yuv420p")), (16, 16, av.VideoFormat("bgra"))
    sources = [graph.add_buffer(width=w, height=h, format=f, time_base=base) for w, h, f in sizes[:ins]]
    middle, sink = graph.add(chain, args), graph.add("buffersink")
    for pad, source in enumerate(sources):
        source.link_to(middle, 0, pad)
    middle.link_to(sink)
    graph.configure()
    return graph, sources, sink


def _colours(script: Script, count: int, draw: Callable[[Canvas, int], None]) -> VideoFrame:
    _, (source,), sink = _graph(script, 1, "palettegen", "stats_mode=full")
    for index in range(0, count, max(1, count // SAMPLES)):
        frame = av.VideoFrame(script.stage.width, script.stage.height, "yuv420p")
        draw(canvas_of(frame), index)
        frame.pts, frame.time_base, frame.colorspace, frame.color_range = index, Fraction(1, FPS), 1, 1
        source.push(frame)
    source.push(None)
    return cast(VideoFrame, sink.pull())


def _painted(frames: Iterator[VideoFrame], palette: VideoFrame, script: Script) -> Iterator[VideoFrame]:
    _, (pictures, colours), sink = _graph(script, 2, "paletteuse", "dither=bayer:bayer_scale=3:diff_mode=rectangle")
    palette.pts, palette.time_base = 0, Fraction(1, FPS)
    colours.push(palette)
    colours.push(None)
    for frame in _ended(frames):
        pictures.push(frame)
        while True:
            try:
                yield cast(VideoFrame, sink.pull())
            except (FFmpegError, EOFError, BlockingIOError):
                break


def _ended(frames: Iterator[VideoFrame]) -> Iterator[VideoFrame | None]:
    yield from frames
    yield None


def rested(script: Script, index: int = 0) -> int:
    """The frame that shows best what a shot is: once its words have come to rest, before the next one comes in."""
    shot = script.shots[index]
    spoken = round((shot.said[-1][1] + 0.4) * script.fps) if shot.said else 0
    late = shot.first + max(round(2.2 * script.fps), (shot.last - shot.first) * 2 // 3, spoken)
    following = script.shots[index + 1].first if index + 1 < len(script.shots) else shot.last
    dark = script.frames - round(script.dusk * script.fps)
    return max(0, min(following - 1, late, dark, script.frames - 1))


def still(film: Film, number: int) -> Image.Image:
    """One frame as a picture; numbers go up from call to call."""
    stage = film.script.stage
    frame = av.VideoFrame(stage.width, stage.height, "yuv420p")
    film.draw(canvas_of(frame), number)
    frame.colorspace, frame.color_range = 1, 1
    image: Image.Image = frame.to_image()  # type: ignore[no-untyped-call]
    return image


def poster(job: Job, script: Script) -> None:
    """Writes one frame as JPEG or PNG."""
    film = Film(script, job.sources)
    try:
        image = still(film, rested(script))
        with told_plainly():
            if job.fmt == "jpg":
                image.save(job.part, "JPEG", quality=92, subsampling=0, optimize=True)
            else:
                image.save(job.part, "PNG")
    finally:
        film.close()
