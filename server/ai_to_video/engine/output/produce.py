"""From a job to a file, inside the render process: film and sound, side by side, into the format that was asked for."""

import math
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

from av import Packet
from av.audio.stream import AudioStream

from ...errors import BadArgument
from ..look import script as scripts
from ..look.film import Film
from ..look.frames import Frames
from ..sound.loudness import RATE
from ..sound.mix import Mix, mixed
from .contact import contact_sheet
from .encode import RECIPES, Recipe, Writer
from .job import SHEET, Job
from .stills import animate, poster

Progress = Callable[[float], None]
LEAD = 8.0
"""Seconds the pictures may be ahead of a sound that is still being mixed."""
PIECES = 8
"""Half seconds of sound that are encoded ahead."""


def produce(job: Job, progress: Progress) -> None:
    """Writes job.part. Raises AiToVideoError; a file that was begun is left to the caller to remove."""
    script = scripts.read(job.timeline, job.resolution)
    recipe = RECIPES.get(job.fmt)
    if recipe and recipe.video:
        film = Film(script, job.sources)
        try:
            _video(job, script, film, recipe, progress)
        finally:
            film.close()
    elif recipe:
        _sound(job, script, recipe, progress)
    elif job.fmt in {"gif", "webp"}:
        animate(job, script, progress)
    elif job.fmt in {"jpg", "png"}:
        poster(job, script)
    elif job.fmt == SHEET:
        contact_sheet(job, script)
    else:
        raise BadArgument(
            f"The format {job.fmt} cannot be rendered.",
            hint=f"Use one of {', '.join(sorted([*RECIPES, 'gif', 'webp', 'jpg', 'png']))}.",
        )
    progress(1.0)


def _video(job: Job, script: scripts.Script, film: Film, recipe: Recipe, progress: Progress) -> None:
    total = round(script.frames * RATE / script.fps)
    stage = script.stage
    writer = Writer(job.part, recipe, size=(stage.width, stage.height), fps=script.fps, title=job.timeline.title)
    try:
        with ThreadPoolExecutor(1, "sound") as pool:
            mixing = pool.submit(mixed, job.timeline, job.sources, total)
            coming = deque(pool.submit(_piece, writer, mixing) for _ in range(PIECES))
            laid = 0
            for number, frame in enumerate(Frames(stage.width, stage.height, script.fps, script.frames, film.draw)):
                writer.picture(frame)
                upto = min(total, math.ceil((number + 1) * RATE / script.fps))
                last = number + 1 == script.frames
                while laid < upto and (last or number > LEAD * script.fps or coming[0].done()):
                    laid, packets = coming.popleft().result()
                    writer.lay(packets)
                    coming.append(pool.submit(_piece, writer, mixing))
                progress((number + 1) / script.frames * 0.99)
        writer.close()
    except BaseException:
        writer.abandon()
        raise


def _piece(writer: Writer, mixing: "Future[Mix]") -> "tuple[int, list[Packet[AudioStream]]]":
    """The next stretch of sound, encoded, and the sample up to which it goes."""
    mix = mixing.result()
    if mix.position >= mix.total:
        return mix.total, []
    packets = writer.coded(mix.next())
    return mix.position, packets


def _sound(job: Job, script: scripts.Script, recipe: Recipe, progress: Progress) -> None:
    mix = mixed(job.timeline, job.sources, round(script.frames * RATE / script.fps))
    writer = Writer(job.part, recipe, title=job.timeline.title)
    try:
        while mix.position < mix.total:
            writer.sound(mix.next())
            progress(mix.position / mix.total * 0.99)
        writer.close()
    except BaseException:
        writer.abandon()
        raise
