"""Typefaces: which one can draw a character, how wide words are, and their shapes as masks.

Fonts come from wheels, never from the system, so a video looks the same everywhere. Pillow has no fallback of its own:
text is cut into runs, each drawn by the first family of the chain that has its characters. What no font can draw is
left out rather than shown as a box.
"""

import bisect
import importlib.util
import struct
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from ..language.text import right_to_left
from .paint import Plane

HOMES = {
    "montserrat": ("fontpkg_montserrat", "files/Montserrat[[]wght].ttf"),
    "montserrat-italic": ("fontpkg_montserrat", "files/Montserrat-Italic[[]wght].ttf"),
    "serif": ("fontpkg_fraunces", "files/Fraunces[[]*.ttf"),
    "serif-italic": ("fontpkg_fraunces", "files/Fraunces-Italic[[]*.ttf"),
    "noto": ("manimgx_fonts", "**/NotoSans[[]wght].ttf"),
    "noto-italic": ("manimgx_fonts", "**/NotoSans-Italic[[]wght].ttf"),
    "han": ("textflowkit_fonts", "fonts/NotoSansSC.ttf"),
    "emoji": ("manimgx_fonts", "**/NotoEmoji[[]wght].ttf"),
    "script": ("manimgx_fonts", "**/NotoSans?*[[]wght].ttf"),
}
STANDINS = {"serif": "montserrat", "serif-italic": "montserrat-italic"}
"""What is drawn instead where a family is not installed, or lacks a letter."""
AXES = {"Optical Size": 72.0, "Softness": 0.0, "Wonky": 0.0}
"""Where the axes of a font stand, apart from its weight: cut for large type, but with hairlines that survive encoding."""
MIRRORED = str.maketrans("()[]{}<>«»‹›“”", ")(][}{><»«›‹”“")
JOINERS = {0x200D, 0xFE0E, 0xFE0F}
SIMPLE = {"montserrat", "montserrat-italic", "serif", "serif-italic", "noto", "noto-italic", "han"}
"""Families whose letters may be set one by one (tracking); the others must be shaped as a whole."""


@dataclass(frozen=True, slots=True)
class Face:
    """A family at a size in pixels; `tracking` is extra space between letters in em, `spacing` stretches spaces."""

    family: str
    size: float
    weight: int = 500
    tracking: float = 0.0
    spacing: float = 1.0

    def at(self, size: float) -> "Face":
        return replace(self, size=size)


@lru_cache(maxsize=1)
def files() -> dict[str, Path]:
    """Every installed font file by family name; other scripts under their file's stem."""
    found: dict[str, Path] = {}
    for family, (module, pattern) in HOMES.items():
        spec = importlib.util.find_spec(module)
        for home in (spec and spec.submodule_search_locations) or ():
            for path in sorted(Path(home).glob(pattern)):
                name = path.stem.partition("[")[0] if family == "script" else family
                found.setdefault(name, path)
    return found


@lru_cache(maxsize=64)
def coverage(path: Path) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The characters of a font as sorted range starts and ends (inclusive), read from its cmap table."""
    with path.open("rb") as file:
        tables = struct.unpack(">4xH6x", file.read(12))[0]
        records = [struct.unpack(">4sLLL", file.read(16)) for _ in range(tables)]
        offset, length = next((offset, length) for tag, _, offset, length in records if tag == b"cmap")
        file.seek(offset)
        data = file.read(length)
    count = struct.unpack_from(">H", data, 2)[0]
    entries = [struct.unpack_from(">HHL", data, 4 + 8 * i) for i in range(count)]
    forms = {struct.unpack_from(">H", data, start)[0]: start for _, _, start in entries}
    if 12 in forms:
        groups = struct.unpack_from(">L", data, forms[12] + 12)[0]
        ranges = [struct.unpack_from(">LL", data, forms[12] + 16 + 12 * i) for i in range(groups)]
    else:
        start = forms[4]
        segments = struct.unpack_from(">H", data, start + 6)[0] // 2
        ends = struct.unpack_from(f">{segments}H", data, start + 14)
        starts = struct.unpack_from(f">{segments}H", data, start + 16 + 2 * segments)
        ranges = [(a, b) for a, b in zip(starts, ends, strict=True) if a != 0xFFFF]
    ranges.sort()
    return tuple(a for a, _ in ranges), tuple(b for _, b in ranges)


@lru_cache(maxsize=8192)
def covers(family: str, char: str) -> bool:
    path = files().get(family)
    if path is None:
        return False
    starts, ends = coverage(path)
    index = bisect.bisect_right(starts, ord(char)) - 1
    return index >= 0 and ord(char) <= ends[index]


@lru_cache(maxsize=8192)
def family_of(char: str, wanted: str) -> str:
    """The family that draws this character when `wanted` is preferred; "" when none can."""
    plain = "noto-italic" if wanted.endswith("italic") else "noto"
    chain = [
        wanted,
        STANDINS.get(wanted, plain),
        plain,
        "han",
        *(name for name in files() if name.startswith("NotoSans")),
        "emoji",
    ]
    if ord(char) >= 0x1F000:
        chain.insert(0, "emoji")
    return next((family for family in chain if covers(family, char)), "")


def runs(text: str, wanted: str) -> list[tuple[str, str]]:
    """(family, piece) pairs in reading order, without what cannot be drawn."""
    found: list[tuple[str, str]] = []
    for char in unicodedata.normalize("NFC", text):
        last = found[-1][0] if found else ""
        if ord(char) in JOINERS:
            family = "emoji" if last == "emoji" else ""
        elif unicodedata.category(char)[0] == "C":
            family = ""
        elif last and (unicodedata.combining(char) or (char == " " and last != "emoji")) and covers(last, char):
            family = last
        else:
            family = family_of(char, wanted)
        if family and family == last:
            found[-1] = (family, found[-1][1] + char)
        elif family:
            found.append((family, char))
    return found


def drawable(text: str) -> str:
    """The text without the characters that no font here can draw."""
    return "".join(piece for _, piece in runs(text, "montserrat"))


@lru_cache(maxsize=48)
def font(family: str, size: float, weight: int) -> ImageFont.FreeTypeFont:
    installed = files()
    loaded = ImageFont.truetype(str(installed.get(family) or installed[STANDINS[family]]), size)
    found = []
    for axis in loaded.get_variation_axes():
        name = axis["name"].decode() if isinstance(axis["name"], bytes) else axis["name"] or ""
        found.append(min(max(AXES.get(name, weight), axis["minimum"] or 0), axis["maximum"] or 0))
    loaded.set_variation_by_axes(found)
    return loaded


def from_left(text: str, wanted: str) -> list[tuple[str, str]]:
    """The runs of a line as they stand from left to right; each is shaped by itself, so their order is settled here."""
    found = runs(text, wanted)
    if not right_to_left(text):
        return found
    turned = []
    for family, piece in reversed(found):
        neutral = not any(char.isalnum() for char in piece)
        turned.append((family, piece[::-1].translate(MIRRORED) if neutral else piece))
    return turned


def _strokes(text: str, face: Face) -> Iterator[tuple[ImageFont.FreeTypeFont, str, float]]:
    """What to draw: font, piece, and where its pen stands; the last one is empty and ends the line."""
    pen = 0.0
    for family, piece in from_left(text, face.family):
        drawn = font(family, face.size, face.weight)
        if face.tracking and family in SIMPLE:
            for index, char in enumerate(piece):
                yield drawn, char, pen + drawn.getlength(piece[:index]) + index * face.tracking * face.size
            pen += drawn.getlength(piece) + len(piece) * face.tracking * face.size
        else:
            yield drawn, piece, pen
            pen += drawn.getlength(piece)
    yield font(face.family, face.size, face.weight), "", pen


@lru_cache(maxsize=4096)
def width(text: str, face: Face) -> float:
    """Advance width in pixels."""
    if text == " ":
        return list(_strokes(text, face))[-1][2] * face.spacing
    return list(_strokes(text, face))[-1][2] if text else 0.0


def mask(text: str, face: Face, *, x: float = 0.0, pad: int = 0) -> tuple[Plane, int, int]:
    """The shape of a line of text whose pen starts at (x, 0) on the baseline; the answer's left top corner is even."""
    strokes = list(_strokes(text, face))
    margin = round(face.size * 0.35) + pad
    margin += margin % 2
    above = 2 * round((face.size * 1.2 + pad) / 2)
    left = 2 * int((x - margin) // 2)
    image = Image.new(
        "L", (2 * round((strokes[-1][2] + 2 * margin + 4) / 2), above + 2 * round((face.size * 0.5 + pad) / 2))
    )
    draw = ImageDraw.Draw(image)
    for drawn, piece, pen in strokes:
        if piece:
            draw.text((x - left + pen, above), piece, font=drawn, fill=255, anchor="ls")
    return np.asarray(image), left, -above
