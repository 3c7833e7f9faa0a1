"""The rules that make it look designed: stage and safe areas, type scale, colour contrast, fitted text. Pure.

Lengths are pixels of the finished picture; `Stage.unit` is one thousand-and-eightieth of its short side, so a design
drawn once looks the same at every resolution.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from .language.text import FEEBLE, Word, break_lines, hyphenated, is_han, join
from .look.themes import Theme, Voice, theme

LEAST_CONTRAST = 4.5
AIMED_CONTRAST = 5.4
"""A little above the least, so that encoding, dithering and drifting shapes never push text below it."""
SCALE = (30, 36, 44, 54, 66, 80, 96, 116, 140, 168, 204, 248, 300)
"""Type sizes in stage units, about a minor third apart."""
SHORT_TITLE = 4
"""Words up to which a text is a title rather than a sentence."""
INDENT = 0.9
"""Em by which the rest of a verse is set in where it does not fit a line."""
BANNER = 220
"""Units a banner of two lines takes, with the air around it."""
SHORT_SIDES = {"480p": 480, "720p": 720, "1080p": 1080}


@dataclass(frozen=True, slots=True)
class Box:
    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    def inset(self, by: float) -> "Box":
        return Box(self.x + by, self.y + by, self.width - 2 * by, self.height - 2 * by)

    def even(self) -> tuple[int, int, int, int]:
        """x, y, width, height on even pixels, as chroma needs them."""
        x, y = 2 * round(self.x / 2), 2 * round(self.y / 2)
        return x, y, max(2, 2 * round(self.width / 2)), max(2, 2 * round(self.height / 2))


@dataclass(frozen=True, slots=True)
class CaptionStyle:
    """How a person wants the captions, "" for as the theme has them.

    `colour` is '#rrggbb', `place` top, center or bottom, `size` small, normal or large; `style` is karaoke (a pill under
    the word being said), plain (none) or box (on a ground of their own).
    """

    colour: str = ""
    place: str = ""
    size: str = "normal"
    style: str = "karaoke"

    @property
    def factor(self) -> float:
        return {"small": 0.7, "large": 1.4}.get(self.size, 1.0)

    def inked(self, look: Theme) -> tuple[str, str]:
        """The colour of the letters and of the box under them, "" for none.

        A colour that could not be read on the theme keeps its hue by standing on white or black.
        """
        ink = self.colour or look.ink
        if contrast(ink, look.panel) >= AIMED_CONTRAST:
            return ink, look.panel if self.style == "box" else ""
        pole = max(("#ffffff", "#000000"), key=lambda end: contrast(ink, end))
        return readable(ink, pole, LEAST_CONTRAST), pole


@dataclass(frozen=True, slots=True)
class Stage:
    """The picture: size, which parts platforms leave uncovered, and what captions on it look like.

    `low` hangs words in the lower part, so that a photograph behind them keeps its subject; `banner` says where a banner
    takes room from them, top or bottom.
    """

    width: int
    height: int
    lettering: CaptionStyle = CaptionStyle()
    low: bool = False
    banner: str = ""

    @property
    def unit(self) -> float:
        return min(self.width, self.height) / 1080

    @property
    def shape(self) -> str:
        ratio = self.width / self.height
        return "tall" if ratio < 0.85 else "wide" if ratio > 1.2 else "square"

    @property
    def safe(self) -> Box:
        """Where words may stand. Tall: clear of the apps' top bar, buttons and description; wide: title safe."""
        w, h = self.width, self.height
        if self.shape == "tall":
            return Box(w * 0.111, h * 0.115, w * 0.778, h * 0.665)
        if self.shape == "wide":
            return Box(w * 0.07, h * 0.09, w * 0.86, h * 0.82)
        return Box(w * 0.08, h * 0.08, w * 0.84, h * 0.84)

    @property
    def middle(self) -> float:
        """Where blocks hang between the top and the bottom of their box, so that they look centred in the picture."""
        if self.low:
            return 0.94
        return 0.58 if self.shape == "tall" else 0.48

    @property
    def captions(self) -> Box:
        """The strip of the safe area that belongs to captions."""
        safe = self.safe
        high = safe.height * (0.27 if self.lettering.size == "large" else 0.2)
        down = {"top": 0.0, "center": 0.5}.get(self.lettering.place, 1.0)
        return Box(safe.x, safe.y + (safe.height - high) * down, safe.width, high)

    def caption_zones(self, look: Theme) -> list[tuple[Box, str]]:
        """Where captions need a calm ground, and their ink; nothing when they bring their own."""
        ink, ground = self.lettering.inked(look)
        return [] if ground else [(self.captions, ink)]

    def body(self, captioned: bool) -> Box:
        """The safe area; when there are captions, the part above their strip, or below one at the top."""
        safe, strip, gap = self.safe, self.captions, 36 * self.unit
        if captioned and self.lettering.place == "top":
            safe = replace(safe, y=strip.bottom + gap, height=safe.bottom - strip.bottom - gap)
        elif captioned:
            safe = replace(safe, height=strip.y - safe.y - gap)
        taken = BANNER * self.unit if self.banner in {"top", "bottom"} else 0.0
        return replace(safe, y=safe.y + (taken if self.banner == "top" else 0.0), height=safe.height - taken)


def stage(width: int | None, height: int | None, aspect: str, resolution: str) -> Stage:
    """Even pixel size for a shape ("9:16" or the timeline's own numbers) at a resolution named by its short side."""
    short = SHORT_SIDES.get(resolution, 1080)
    match = re.fullmatch(r"\s*(\d{1,5})\s*[:x/]\s*(\d{1,5})\s*", aspect)
    across, down = (int(match[1]), int(match[2])) if match else (width or 9, height or 16)
    ratio = min(max(across / down, 1 / 3), 3) if across and down else 9 / 16
    if ratio < 1:
        return Stage(2 * round(short / 2), 2 * round(short / ratio / 2))
    return Stage(2 * round(short * ratio / 2), 2 * round(short / 2))


# Colour ----------------------------------------------------------------------------------------------------------


def rgb(text: str) -> tuple[float, float, float]:
    return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)


def hexed(parts: Sequence[float]) -> str:
    return "#" + "".join(f"{min(255, max(0, round(part))):02x}" for part in parts)


def luminance(colour: str | Sequence[float]) -> float:
    """Relative luminance (WCAG 2) of '#rrggbb' or of three numbers in 0..255."""
    parts = rgb(colour) if isinstance(colour, str) else colour
    r, g, b = ((p / 255 / 12.92) if p <= 10.31 else ((p / 255 + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: str | Sequence[float], two: str | Sequence[float]) -> float:
    """WCAG contrast ratio, 1 to 21."""
    low, high = sorted((luminance(one), luminance(two)))
    return (high + 0.05) / (low + 0.05)


def mix(one: str, two: str, share: float) -> str:
    return hexed([a + (b - a) * share for a, b in zip(rgb(one), rgb(two), strict=True)])


def readable(ink: str, ground: str, least: float = AIMED_CONTRAST) -> str:
    """The ink, moved towards white or black just far enough to be read on the ground."""
    if contrast(ink, ground) >= least:
        return ink
    pole = max(("#ffffff", "#000000"), key=lambda end: contrast(end, ground))
    return next((c for c in (mix(ink, pole, i / 20) for i in range(1, 21)) if contrast(c, ground) >= least), pole)


def veil(ink: str, ground: str, panel: str, least: float = AIMED_CONTRAST) -> float:
    """How opaque a panel must lie on the ground for the ink to be read; 0 when none is needed, at most 1."""
    return next((i / 50 for i in range(51) if contrast(ink, mix(ground, panel, i / 50)) >= least), 1.0)


def ceiling(ink: str, least: float = AIMED_CONTRAST) -> tuple[float, float]:
    """The luminances (lowest, highest) a ground may have under this ink."""
    light = luminance(ink)
    if light > 0.18:
        return 0.0, (light + 0.05) / least - 0.05
    return (light + 0.05) * least - 0.05, 1.0


def dressed(name: str, palette: Mapping[str, Any]) -> Theme:
    """The theme of that name with the palette's own colours put in, and still readable."""
    look = theme(name)
    wish = {k: v.lower() for k, v in palette.items() if isinstance(v, str) and re.fullmatch(r"#[0-9a-fA-F]{6}", v)}
    base = wish.get("background") or wish.get("primary")
    if base:
        lift = "#ffffff" if luminance(base) < 0.18 else "#000000"
        mesh = (mix(base, "#000000", 0.45) if lift == "#ffffff" else base, base, mix(base, lift, 0.16),
                wish.get("secondary", mix(base, lift, 0.3)), mix(base, look.mesh[2], 0.25))  # fmt: skip
        ink = readable("#ffffff" if lift == "#ffffff" else "#15131a", mesh[0], 7)
        look = replace(look, mesh=mesh, ink=ink, soft=mix(ink, mesh[0], 0.16), panel=mesh[0])
    if "text" in wish:
        look = replace(look, ink=readable(wish["text"], look.mesh[0], 7))
    accent = readable(wish.get("accent", look.accent), look.mesh[0], 6)
    on_accent = max((look.on_accent, "#ffffff", "#0d0b12"), key=lambda c: min(contrast(c, accent), 7))
    return replace(look, accent=accent, on_accent=on_accent, soft=readable(look.soft, look.mesh[0], 6))


# Type ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Setting:
    """Text broken into lines at one size; `wide` is its longest line, `advance` the distance of baselines."""

    lines: tuple[tuple[Word, ...], ...]
    size: float
    wide: float
    advance: float
    rise: float = 0.74
    """Em from the top of the letters to their baseline: Chinese characters stand taller than capitals."""

    @property
    def verse(self) -> bool:
        """Whether lines end where the text says so; what is turned over then stands indented."""
        return any(word.last for line in self.lines for word in line)

    @property
    def height(self) -> float:
        """From the top of the capitals to the last baseline, with room for descenders."""
        return self.size * (self.rise + (0.24 if self.rise < 0.8 else 0.14)) + self.advance * (len(self.lines) - 1)


Measure = Callable[[str, Voice], float]
"""Width of a text in em."""


def fit(
    parts: Sequence[Word], voice: Voice, box: Box, unit: float, measure: Measure, *, most: int = 300, least: int = 36,
    lines: int = 99, fill: bool = False,
) -> Setting:  # fmt: skip
    """The best size between `most` and `least` units at which the words fit the box.

    Large is good, but so are lines of one length: a size is passed over when a slightly smaller one breaks far better.
    Below `least` the text is set smaller until it does fit, since words cut off are worse than small ones. `fill` grows
    the result until it touches the box.
    """
    known: dict[str, float] = {}

    def ems(piece: str) -> float:
        if piece not in known:
            known[piece] = measure(piece, voice)
        return known[piece]

    han = is_han(join(parts))
    leading, rise = (max(voice.leading, 1.28), 0.88) if han else (voice.leading, 0.74)

    turn = INDENT if any(word.last for word in parts) else 0.0

    def tried(step: float) -> tuple[Setting, bool]:
        size = step * unit
        broken = [hyphenated(row) for row in break_lines(parts, ems, box.width / size - turn)]
        wide = max((ems(join(row)) for row in broken), default=0.0) * size
        setting = Setting(tuple(broken), size, wide, size * leading, rise)
        return setting, wide + turn * size <= box.width * 1.001 and setting.height <= box.height * 1.001 and len(
            broken
        ) <= lines

    fitting = [setting for setting, fits in (tried(s) for s in reversed(SCALE) if least <= s <= most) if fits][:4]
    step = float(least)
    while not fitting:
        setting, fits = tried(step)
        fitting = [setting] if fits or step < 8 else []
        step *= 0.92

    def swollen(setting: Setting) -> Setting:
        swell = 1.25 if len(setting.lines) > 1 else 2.0
        room = (box.width - turn * setting.size) / setting.wide if setting.wide else 1.0
        grow = min(room, box.height / setting.height, most * unit / setting.size, swell)
        if grow <= 1:
            return setting
        return replace(setting, size=setting.size * grow, wide=setting.wide * grow, advance=setting.advance * grow)

    return max(map(swollen, fitting) if fill else fitting, key=lambda setting: _grace(setting, ems))


def _grace(setting: Setting, ems: Callable[[str], float]) -> float:
    """How good a setting looks: large, lines of one length, and none of a single short word.

    A few words may stand ragged: as a title they look better large than in one thin line.
    """
    few = sum(map(len, setting.lines)) <= SHORT_TITLE
    widths = [ems(join(row)) for row in setting.lines]
    longest = max(widths, default=0.0)
    even = sum(widths) / len(widths) / longest if longest else 1.0
    lonely = sum(len(row) == 1 and wide < longest * 0.62 for row, wide in zip(setting.lines, widths, strict=True))
    leaning = sum(len(row) == 1 and row[0].text.lower() in FEEBLE for row in setting.lines)
    ragged, alone, stray = (0.25, 0.95, 0.85) if few else (0.65, 0.72, 0.75)
    return float(setting.size**1.25 * even**ragged * alone**lonely * stray**leaning)
