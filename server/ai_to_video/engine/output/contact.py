"""A contact sheet: a frame of every scene side by side on one small JPEG, so that a whole film is seen at a glance."""

import io
import math
from collections.abc import Sequence

from PIL import Image

from ..look.film import Film
from ..look.script import Script
from .encode import told_plainly
from .job import Job
from .stills import rested, still

MOST_BYTES = 100_000
MOST_SCENES = 30
"""More would be stamps; of a longer film every second or third scene is shown, the first and the last always."""
WIDE = 960
"""Pixels across, and at most down."""
GAP = 6
_GROUND = (24, 24, 27)


def contact_sheet(job: Job, script: Script) -> None:
    """Writes a JPEG of at most 100 kB: the scenes in their order, row by row from the left."""
    film = Film(script, job.sources)
    stage = script.stage
    chosen = chosen_of(len(script.shots))
    columns, size = grid(len(chosen), stage.width / stage.height)
    try:
        stills = [still(film, rested(script, index)).resize(size, Image.Resampling.LANCZOS) for index in chosen]
    finally:
        film.close()
    with told_plainly():
        job.part.write_bytes(squeezed(pasted(stills, columns), MOST_BYTES))


def chosen_of(count: int, most: int = MOST_SCENES) -> list[int]:
    """Which of `count` scenes are shown: all, or at most `most` of them, evenly spread."""
    if count <= most:
        return list(range(count))
    return [round(place * (count - 1) / (most - 1)) for place in range(most)]


def grid(count: int, ratio: float) -> tuple[int, tuple[int, int]]:
    """(columns, pixels of one frame) that show `count` frames as large as they get on a square sheet."""

    def width(columns: int) -> int:
        rows = math.ceil(count / columns)
        across = (WIDE - GAP * (columns + 1)) / columns
        down = (WIDE - GAP * (rows + 1)) / rows
        return max(1, int(min(across, down * ratio, WIDE / 2)))

    columns = max(range(1, count + 1), key=width)
    return columns, (width(columns), max(1, round(width(columns) / ratio)))


def pasted(stills: Sequence[Image.Image], columns: int) -> Image.Image:
    """Frames of one size on a dark sheet."""
    wide, high = stills[0].width + GAP, stills[0].height + GAP
    rows = math.ceil(len(stills) / columns)
    sheet = Image.new("RGB", (columns * wide + GAP, rows * high + GAP), _GROUND)
    for place, image in enumerate(stills):
        sheet.paste(image, (GAP + place % columns * wide, GAP + place // columns * high))
    return sheet


def squeezed(sheet: Image.Image, most: int) -> bytes:
    """The sheet as a JPEG of at most `most` bytes: as good as it gets, then smaller."""
    while True:
        for quality in (88, 80, 70, 60, 50):
            sink = io.BytesIO()
            sheet.save(sink, "JPEG", quality=quality, optimize=True, progressive=True)
            if sink.tell() <= most:
                return sink.getvalue()
        sheet = sheet.resize((max(1, sheet.width * 4 // 5), max(1, sheet.height * 4 // 5)), Image.Resampling.LANCZOS)
