"""Captions that follow the voice, a pill under the word being said; and banners that name what is seen."""

import bisect
import itertools
from dataclasses import dataclass, replace
from functools import lru_cache

from ..design import Box, Stage, fit, readable
from ..language.text import CLOSING, FEEBLE, Word, is_han, typographic, words
from .fonts import drawable
from .kinetic import EARLY, Pill
from .layers import STILL, Cel, eased, face_of, penned, typeset
from .paint import Canvas, Sprite
from .script import Banner, Script, Spoken
from .sheet import boxed, ems, panel
from .themes import Motion, Theme, Voice

BOLD = Voice("montserrat", 800, -0.012, 1.3, spacing=1.35)
LONGEST = 26
"""Letters to a page of captions; a Chinese character counts as two."""


@dataclass(frozen=True, slots=True)
class Page:
    """What is read at one glance."""

    words: tuple[tuple[str, float, float], ...]
    until: float

    @property
    def start(self) -> float:
        return self.words[0][1]


def pages(spoken: Spoken) -> tuple[Page, ...]:
    """Cuts what is said into glances of even length, after punctuation where possible and never after "the"."""
    said = spoken.words
    sizes = [sum(2 if is_han(char) else 1 for char in text) + (0 if is_han(text) else 1) for text, _, _ in said]
    best: list[tuple[float, int]] = [(0.0, 0)]
    for last in range(1, len(said) + 1):
        options = []
        for first in range(max(0, last - 9), last):
            size = sum(sizes[first:last])
            cost = ((size - LONGEST * 0.72) / 10) ** 2 + (4.0 if size > LONGEST and last - first > 1 else 0.0)
            end = said[last - 1][0]
            cost += 0.0 if end[-1] in CLOSING else 0.5
            cost += 0.7 if end.lower() in FEEBLE and last < len(said) else 0.0
            cost += sum(1.1 for text, _, _ in said[first : last - 1] if text[-1] in CLOSING)
            cost += 1.4 if last - first == 1 and size < 8 else 0.0
            options.append((best[first][0] + cost, first))
        best.append(min(options))
    cuts = [len(said)]
    while cuts[-1]:
        cuts.append(best[cuts[-1]][1])
    cuts.reverse()
    found = [said[a:b] for a, b in itertools.pairwise(cuts)]
    ends = [group[0][1] for group in found[1:]] + [spoken.end]
    return tuple(Page(group, end) for group, end in zip(found, ends, strict=True))


class Set:
    """A page ready to be drawn in one theme."""

    def __init__(self, page: Page, stage: Stage, look: Theme) -> None:
        self.page = page
        box, lettering = stage.captions, stage.lettering
        parts = tuple(_word(text) for text, _, _ in page.words)
        most = {"tall": 80, "wide": 70, "square": 70}[stage.shape] * lettering.factor
        ink, ground = lettering.inked(look)
        edge = 28 * stage.unit if ground else 0.0
        setting = fit(
            parts,
            BOLD,
            replace(box, width=box.width - 40 * stage.unit - 2 * edge, height=box.height - 2 * edge),
            stage.unit,
            ems,
            most=round(most),
            least=round(most),  # one size for all pages, so that nothing jumps from one to the next
            lines=2,
        )
        top = box.y + (box.height - setting.height) / 2
        cels = typeset(setting, BOLD, box.x, top, box.width, align="center", ink=ink, motion=STILL)
        placed = [(cel.sprite, cel.x, cel.y) for cel in cels]
        if cels and ground:
            x = box.x + (box.width - setting.wide) / 2
            placed.insert(0, boxed(Box(x, top, setting.wide, setting.height), ground, edge))
        self._base = Sprite.merge(placed) if placed else None
        face = face_of(setting, BOLD)
        set_ = penned(setting, face, box.x, top, box.width, "center")
        lit = set_ if lettering.style != "plain" else []
        self.pills = [Pill.of(word.text, face, pen, baseline, look) for word, pen, baseline in lit]

    def draw(self, canvas: Canvas, t: float) -> None:
        if self._base is None:
            return
        k = eased((t - self.page.start + 0.1) / 0.16)
        sprite, x, y = self._base
        sprite.blend(canvas, x, y + 14 * (1 - k) * canvas.width / 1080, opacity=k)
        active = max((i for i, (_, start, _) in enumerate(self.page.words) if t >= start - EARLY), default=-1)
        if 0 <= active < len(self.pills):
            self.pills[active].draw(canvas, t - self.page.words[active][1] + EARLY)


def _word(text: str) -> Word:
    clean = drawable(typographic(text)).strip() or "·"
    return Word(clean, space=not is_han(clean[-1]))


def banner(note: Banner, stage: Stage, look: Theme, fps: int) -> tuple[Cel, Cel]:
    """A panel that carries its own ground, with a line of accent at its edge."""
    u = stage.unit
    safe = stage.safe
    voice = Voice("montserrat", 700, -0.01, 1.16)
    tall = stage.shape == "tall"
    setting = fit(
        words(drawable(typographic(note.text))),
        voice,
        Box(0, 0, safe.width * (0.8 if tall else 0.6), 220 * u),
        u,
        ems,
        most=66 if tall else 60,
        least=36,
        lines=2,
    )
    wide, high = setting.wide + 84 * u, setting.height + 52 * u
    x = {"center": safe.x + (safe.width - wide) / 2}.get(note.place, safe.x)
    body = stage.body(captioned=True)
    middle = body if stage.lettering.place == "center" else safe
    low = body.bottom + 4 * u if note.raised else safe.bottom  # on the captions, or where they would be
    y = {"top": body.y, "center": middle.y + (middle.height - high) / 2}.get(note.place, low - high)
    ink = (
        readable(note.ink, look.panel)
        if len(note.ink) == 7 and note.ink.startswith("#")
        else readable(look.ink, look.panel)
    )
    start, end = note.first / fps, note.last / fps
    slide = Motion("reveal", 0.55)
    ground = Sprite.flat(panel(wide, high, 18 * u), look.panel, 0.9)
    edge = Sprite.flat(panel(12 * u, high - 44 * u, 6 * u), look.accent)
    left, top = 2 * round(x / 2), 2 * round(y / 2)
    back = Sprite.merge([(ground, left, top), (edge, left + 2 * round(11 * u), top + 2 * round(11 * u))])
    cels = typeset(
        setting, voice, x + 46 * u, y + 26 * u + setting.size * 0.06, setting.wide, align="left", ink=ink, motion=STILL
    )
    front = Sprite.merge([(cel.sprite, cel.x, cel.y) for cel in cels] or [(edge, left, top)])
    return Cel(*back, start, slide, end=end), Cel(*front, start + 0.18, Motion("fade", 0.4), end=end)


class Captions:
    """Everything that runs on the film's own clock, over all shots."""

    def __init__(self, script: Script) -> None:
        self._script = script
        self._pages = [page for spoken in script.captions for page in pages(spoken) if page.words]
        self._starts = [page.start for page in self._pages]
        self._banners = [cel for note in script.banners for cel in banner(note, script.stage, script.look, script.fps)]
        self._set = lru_cache(maxsize=4)(self._typeset)

    def _typeset(self, index: int, look: Theme) -> Set:
        return Set(self._pages[index], self._script.stage, look)

    def draw(self, canvas: Canvas, t: float, look: Theme, spoken: bool) -> None:
        """`look` is the theme as the shot being seen wears it; captions only show where `spoken`."""
        index = bisect.bisect_right(self._starts, t + 0.1) - 1
        if spoken and index >= 0 and t < self._pages[index].until + 0.15:
            self._set(index, look).draw(canvas, t)
        for cel in self._banners:
            cel.draw(canvas, t)
