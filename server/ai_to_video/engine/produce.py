"""From a job to a file, inside the render process: film and sound, side by side, into the format that was asked for."""

import math
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from ..errors import BadArgument
from . import script as scripts
from .contact import contact_sheet
from .encode import RECIPES, Frames, Recipe, Writer
from .film import Film
from .job import SHEET, Job
from .loudness import RATE
from .sound import Mix, mixed
from .stills import animate, poster

Progress = Callable[[float], None]
LEAD = 8.0
"""Seconds the pictures may be ahead of a sound that is still being mixed."""


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
            coming = pool.submit(mixed, job.timeline, job.sources, total)
            mix: Mix | None = None
            for number, frame in enumerate(Frames(stage.width, stage.height, script.fps, script.frames, film.draw)):
                writer.picture(frame)
                if mix is None and (coming.done() or number > LEAD * script.fps):
                    mix = coming.result()
                if mix:
                    _feed(writer, mix, math.ceil((number + 1) * RATE / script.fps))
                progress((number + 1) / script.frames * 0.99)
            _feed(writer, mix or coming.result(), total)
        writer.close()
    except BaseException:
        writer.abandon()
        raise


def _feed(writer: Writer, mix: Mix, upto: int) -> None:
    while mix.position < min(upto, mix.total):
        writer.sound(mix.next())


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
