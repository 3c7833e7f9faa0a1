"""How each kind of shot is composed: from its words to layers, on a stage of any shape."""

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from ..design import SHORT_TITLE, Box, Setting, readable
from ..language.text import plain
from .counter import Counter
from .kinetic import recital, spread
from .layers import Block
from .paint import Sprite
from .script import Script, Shot
from .sheet import Sheet, boxed, panel
from .themes import Motion, Theme, Voice

Layout = Callable[[Sheet, Shot, float], None]
"""Draws a shot of so many seconds on a sheet."""
POP = Motion("pop", 0.5, overshoot=1.5)


def title(sheet: Sheet, shot: Shot, seconds: float) -> None:
    u, look = sheet.unit, sheet.look
    box = sheet.stage.body(shot.crowded)
    centred = look.align == "center"
    column = _column(sheet, shot)
    ink = readable(shot.ink, look.mesh[0]) if re.fullmatch(r"#[0-9a-f]{6}", shot.ink) else look.ink
    head = _headline(sheet, shot, column)
    sub = sheet.fitted(shot.body, look.body, replace(column, height=box.height * 0.24), most=60, least=40, lines=3)
    rule, gap = 62 * u, 44 * u
    total = rule + head.height + (gap + sub.height if shot.body else 0)
    y = box.y + (box.height - total) * {"top": 0.0, "bottom": 1.0}.get(shot.place, sheet.stage.middle)
    end = shot.headline_until if shot.headline_until else math.inf
    sheet.bar(box.x + (box.width - 150 * u) / 2 if centred else box.x, y, 150 * u, 14 * u)
    mark = look.accent if ink == look.ink else ""
    sheet.write(head, look.display, replace(column, y=y + rule), ink=ink, keyword=shot.keyword, mark=mark, end=end)
    if shot.body:
        sheet.write(sub, look.body, replace(column, y=y + rule + head.height + gap), ink=look.soft, whole=True)


def title_size(script: Script) -> float:
    """How tall the letters of the title are, in pixels; 0 where no scene is a title."""
    shot = next((shot for shot in script.shots if shot.kind == "title" and shot.headline), None)
    sheet = Sheet(script.stage, script.look)
    return _headline(sheet, shot, _column(sheet, shot)).size if shot else 0.0


def _column(sheet: Sheet, shot: Shot) -> Box:
    box = sheet.stage.body(shot.crowded)
    wide = sheet.look.align != "center" and sheet.stage.shape == "wide"
    return replace(box, width=box.width * 0.84) if wide else box


def _headline(sheet: Sheet, shot: Shot, column: Box) -> Setting:
    """The title as large as it may be, or a step smaller or larger where that is asked for."""
    look, high = sheet.look, column.height
    usual = sheet.fitted(
        shot.headline,
        look.display,
        replace(column, height=high * 0.68),
        most=300,
        least=54,
        lines=_most_lines(sheet),
        fill=len(shot.headline.split()) <= SHORT_TITLE,
    )
    now = usual.size / sheet.unit
    if shot.size == "small":
        return sheet.fitted(shot.headline, look.display, column, most=round(now * 0.66), least=36)
    if shot.size != "large":
        return usual
    room = replace(column, height=high * 0.86)
    large = sheet.fitted(
        shot.headline, look.display, room, most=round(now * 1.5), least=round(now * 1.08), lines=6, fill=True
    )
    return max(usual, large, key=lambda setting: setting.size)


def statement(sheet: Sheet, shot: Shot, seconds: float) -> None:
    """Without captions the sentence itself, its keyword lit; with captions one hero word above them."""
    u, look = sheet.unit, sheet.look
    box = sheet.stage.body(shot.crowded)
    if shot.captioned:
        _hero(sheet, shot, box, seconds)
        return
    if shot.said:
        _recite(sheet, shot, box)
        return
    text = shot.headline or shot.body or shot.keyword
    body = shot.body if shot.headline else ""
    head = sheet.fitted(
        text, look.display, replace(box, height=box.height * (0.62 if body else 0.9)), most=140, least=54
    )
    sub = sheet.fitted(body, look.body, replace(box, height=box.height * 0.3), most=60, least=38)
    gap = 48 * u if body else 0
    y = box.y + (box.height - head.height - gap - (sub.height if body else 0)) * sheet.stage.middle
    sheet.write(head, look.display, replace(box, y=y), keyword=shot.keyword, mark=look.accent)
    if body:
        sheet.write(sub, look.body, replace(box, y=y + head.height + gap), ink=look.soft, whole=True)


def _recite(sheet: Sheet, shot: Shot, box: Box) -> None:
    """The sentence itself, each word as it is said."""
    look, lettering = sheet.look, sheet.stage.lettering
    ink, ground = lettering.inked(look)
    edge = 34 * sheet.unit if ground else 0.0
    box, most = box.inset(edge), round(140 * lettering.factor)
    head = sheet.fitted(shot.body, look.display, replace(box, height=box.height * 0.92), most=most, least=54)
    y = box.y + (box.height - head.height) * {"top": 0.0, "bottom": 1.0}.get(lettering.place, sheet.stage.middle)
    mark = "" if lettering.colour or ground else look.accent
    taken = sheet.write(
        head, look.display, replace(box, y=y), ink=ink, keyword=shot.keyword, mark=mark, zoned=not ground
    )
    block = sheet.layers.pop()
    if not isinstance(block, Block):
        return
    if ground:
        sheet.place(*boxed(taken, ground, edge), motion=Motion("fade", 0.3), start=0.0)
    times = spread([word.text for line in head.lines for word in line], shot.said)
    sheet.layers.append(recital(block.cels, times, head.size, look.motion))


def _hero(sheet: Sheet, shot: Shot, box: Box, seconds: float) -> None:
    sheet.look = look = replace(sheet.look, align="center")  # as the captions below it are
    u = sheet.unit
    short = 0 < len(shot.headline) <= 28 and len(shot.headline.split()) <= 4
    hero = shot.headline if short else shot.keyword or shot.headline
    hero = hero[:1].upper() + hero[1:]
    if _parted(hero)[1]:
        number(sheet, replace(shot, number=hero, headline="", body=""), seconds)
        return
    lit = "" if plain(hero) == plain(shot.keyword) else shot.keyword
    head = sheet.fitted(
        hero, look.display, replace(box, height=box.height * 0.7), most=300, least=60, lines=4, fill=True
    )
    y = box.y + (box.height - head.height - 60 * u) * 0.56
    sheet.write(head, look.display, replace(box, y=y), keyword=lit, mark=look.accent)
    sheet.bar(box.x + (box.width - 180 * u) / 2, y + head.height + 30 * u, 180 * u, 14 * u)


def bullets(sheet: Sheet, shot: Shot, seconds: float) -> None:
    """Rows on faint slabs, one after another, numbered."""
    u, look = sheet.unit, sheet.look
    box = sheet.stage.body(shot.crowded)
    items = shot.items or tuple(filter(None, (shot.body,)))
    count = max(1, len(items))
    head = sheet.fitted(
        shot.headline, look.display, replace(box, height=box.height * 0.26), most=116, least=54, lines=3
    )
    top = head.height + 60 * u if shot.headline else 0.0
    tall = sheet.stage.shape == "tall"
    each = (box.height - top) / count
    badge, pad, space = min(84 * u, each * 0.5), min((40 if tall else 30) * u, each * 0.24), min(26 * u, each * 0.16)
    column = replace(box, x=box.x + badge + 1.8 * pad, width=box.width - badge - 2.6 * pad)
    voice = replace(look.body, weight=max(600, look.body.weight), leading=1.22)
    slab = 1.4 * pad, badge + pad
    rows = _rows(sheet, items, voice, column, box.height - top - space * (count - 1), 80 if tall else 66, slab)
    heights = [max(row.height + slab[0], slab[1]) for row in rows]
    total = top + sum(heights) + space * (count - 1)
    y = box.y + max(0.0, box.height - total) * sheet.stage.middle
    if shot.headline:
        sheet.write(head, look.display, replace(box, y=y), keyword=shot.keyword, mark=look.accent)
        y += top
    still = replace(look.motion, style="rise") if look.motion.style == "slide" else look.motion  # never over its badge
    pause, start = min(0.75, seconds * 0.5 / count), sheet.clock
    for index, (row, height) in enumerate(zip(rows, heights, strict=True)):
        sheet.clock = start + index * pause
        sheet.slab(replace(box, y=y, height=height), min(34 * u, height / 2), start=sheet.clock)
        _badge(sheet, str(shot.counted + index + 1), box.x + pad, y + (height - badge) / 2, badge)
        sheet.write(
            row, voice, replace(column, y=y + (height - row.height) / 2), align="left", motion=still, whole=True
        )
        y += height + space


def _rows(
    sheet: Sheet, items: Sequence[str], voice: Voice, column: Box, high: float, most: int, slab: tuple[float, float]
) -> list[Setting]:
    """Items of one size: on a line each where that keeps them large, else as large as all of them find room.

    `slab` is what the ground of a row adds to it, and its least height.
    """
    free = replace(column, height=math.inf)
    lone = [sheet.fitted(item, voice, free, most=most, lines=1, fill=True).size / sheet.unit for item in items]
    size = float(most) if min(lone, default=0.0) < 50 else min(lone)
    while True:
        rows = [sheet.fitted(item, voice, free, most=int(size), least=int(size)) for item in items]
        heights = [max(row.height + slab[0], slab[1]) for row in rows]
        if size < 16 or sum(heights) <= high or max(heights) == slab[1]:
            return rows
        size *= 0.93


def _badge(sheet: Sheet, text: str, x: float, y: float, size: float) -> None:
    look, voice = sheet.look, Voice("montserrat", 800)
    sheet.place(Sprite.flat(panel(size, size, size / 2), look.accent), sheet.side(x, size), y, motion=POP)
    digits = sheet.fitted(text, voice, Box(x, y, size, size), most=44, least=14)
    line = Box(x, y + (size - digits.size * 0.74) / 2, size, size)
    sheet.write(digits, voice, line, ink=look.on_accent, align="center", motion=POP, whole=True, zoned=False)


def number(sheet: Sheet, shot: Shot, seconds: float) -> None:
    """The figure counts up; a percentage fills a bar as well."""
    u, look = sheet.unit, sheet.look
    box = sheet.stage.body(shot.crowded)
    voice, tall = Voice("montserrat", max(look.display.weight, 600), -0.014, 1.0), sheet.stage.shape == "tall"
    figure, unit = _parted(shot.number or shot.headline)
    label, more = (shot.headline or shot.body, shot.body) if shot.number else (shot.body, "")
    more = "" if more == label else more
    room = replace(box, height=box.height * (0.42 if label else 0.6))
    big = sheet.fitted(figure, voice, room, most=560 if tall else 420, least=80, lines=1, fill=True)
    name = sheet.fitted(unit, look.display, replace(box, height=box.height * 0.14), most=116, least=54, lines=1)
    telling = look.display if len(label.split()) <= 5 else prose(look)
    head = sheet.fitted(
        label,
        telling,
        replace(box, height=box.height * 0.28),
        most=96 if telling == look.display else 70,
        least=54 if tall else 46,
    )
    sub = sheet.fitted(more, look.body, replace(box, height=box.height * 0.2), most=54, least=40)
    share = _percent(figure)
    gap, meter = 54 * u, 70 * u if share is not None else 0.0
    total = big.height + meter + (gap + head.height if label else 0) + (gap * 0.7 + sub.height if more else 0)
    total += name.height + 16 * u if unit else 0
    y = box.y + (box.height - total) * sheet.stage.middle
    counter = Counter.of(
        figure, big.size, voice, replace(box, y=y), sheet.align, look.accent, sheet.clock, min(1.3, seconds * 0.4)
    )
    sheet.layers.append(counter)
    sheet.zones.append((Box(counter.left, y, counter.wide, big.size), look.accent))
    sheet.clock += 0.35
    y += big.height
    if unit:
        sheet.write(name, look.display, replace(box, y=y + 16 * u), ink=look.accent)
        y += name.height + 16 * u
    if share is not None:
        wide = box.width * (0.62 if sheet.stage.shape == "wide" else 1)
        left = box.x if look.align == "left" else box.x + (box.width - wide) / 2
        track = Sprite.flat(panel(wide, 18 * u, 9 * u), look.ink, 0.22)
        sheet.place(track, sheet.side(left, wide), y + 30 * u, motion=Motion("fade", 0.5), start=0.2)
        sheet.bar(left, y + 30 * u, max(18 * u, wide * share), 18 * u, motion=Motion("reveal", 1.4))
        y += meter
    if label:
        sheet.write(
            head,
            telling,
            replace(box, y=y + gap),
            keyword=shot.keyword,
            mark=look.accent,
            whole=telling != look.display,
        )
    if more:
        sheet.write(sub, look.body, replace(box, y=y + gap * 1.7 + head.height), ink=look.soft, whole=True)


def _parted(figure: str) -> tuple[str, str]:
    """A long figure as its number and its unit: "5,000 tonnes" is "5,000" and "tonnes"."""
    match = re.fullmatch(r"(\D{0,3}\d[\d.,]*\s?[%％]?)\s*([^\W\d]{3,}.*)", figure.strip())
    if not match or _MONTHS.match(match[2]):
        return figure.strip(), ""
    return match[1].strip(), match[2]


_MONTHS = re.compile(r"(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\b", re.IGNORECASE)
"""A day of the month is a name, not so many of something."""


def prose(look: Theme) -> Voice:
    """The voice of whole sentences beside something larger."""
    return replace(look.body, weight=max(560, look.body.weight), leading=1.3)


def _most_lines(sheet: Sheet) -> int:
    return 7 if sheet.stage.shape == "tall" else 5


def _percent(text: str) -> float | None:
    match = re.fullmatch(r"\D{0,2}(\d+(?:[.,]\d+)?)\s*[%％]", text.strip())
    return min(1.0, float(match[1].replace(",", ".")) / 100) if match else None


def quote(sheet: Sheet, shot: Shot, seconds: float) -> None:
    """The longer text is what was said, the other one who said it."""
    u, look = sheet.unit, sheet.look
    box = sheet.stage.body(shot.crowded)
    said, source = (shot.body, shot.headline) if len(shot.body) > len(shot.headline) else (shot.headline, shot.body)
    said, source = said.strip("\"“”'‘’「」『』 "), source.lstrip("—–-― ")
    serif = look.quoting.startswith("serif")
    voice = Voice(look.quoting, 600 if look.dark else 500, -0.012 if serif else -0.015, 1.16 if serif else 1.2)
    glyph, credit = (
        Voice("serif" if serif else "montserrat", 900),
        Voice(look.body.family, max(600, look.body.weight), 0.01, 1.3),
    )
    text = sheet.fitted(said, voice, replace(box, height=box.height * 0.62), most=140, least=48)
    small = sheet.fitted(source, credit, Box(0, 0, box.width - 110 * u, box.height * 0.14), most=54, least=34, lines=2)
    sign = sheet.fitted("“", glyph, Box(0, 0, 400 * u, 400 * u), most=300, least=300)
    verse = "\n" in said  # which nobody says, so it needs no marks
    rise = 0.0 if verse else 300 * u * 0.54
    y = box.y + (box.height - rise - text.height - (66 * u + small.height if source else 0)) * sheet.stage.middle
    if not verse:
        place = replace(box, x=box.x - 8 * u, y=y)
        sheet.write(sign, glyph, place, ink=look.accent, align="left", motion=POP, zoned=False)
    y += rise
    sheet.write(text, voice, replace(box, y=y), align="left", keyword=shot.keyword, mark=look.accent)
    if source:
        y += text.height + 66 * u
        sheet.bar(box.x, y + small.size * 0.37 - 4 * u, 76 * u, 8 * u)
        sheet.write(
            small,
            credit,
            replace(box, x=box.x + 106 * u, width=box.width - 106 * u, y=y),
            ink=look.soft,
            align="left",
            whole=True,
        )


def close(sheet: Sheet, shot: Shot, seconds: float) -> None:
    """Everything centred; the call to action in a pill."""
    u, look = sheet.unit, sheet.look
    box = sheet.stage.body(shot.crowded)
    head = sheet.fitted(
        shot.headline,
        look.display,
        replace(box, height=box.height * 0.58),
        most=168,
        least=54,
        lines=_most_lines(sheet),
    )
    voice = replace(look.body, weight=max(650, look.body.weight), leading=1.2)
    call = sheet.fitted(shot.body, voice, Box(0, 0, box.width - 140 * u, box.height * 0.2), most=60, least=34, lines=2)
    pill = call.height + 68 * u if shot.body else 0
    total = head.height + (74 * u + pill if shot.body else 60 * u)
    y = box.y + (box.height - total) * sheet.stage.middle
    sheet.write(head, look.display, replace(box, y=y), align="center", keyword=shot.keyword, mark=look.accent)
    y += head.height
    if not shot.body:
        sheet.bar(box.x + (box.width - 180 * u) / 2, y + 46 * u, 180 * u, 14 * u)
        return
    y += 74 * u
    sheet.clock += 0.2
    wide = call.wide + 140 * u
    left, top = 2 * round((box.x + (box.width - wide) / 2) / 2), 2 * round(y / 2)
    ground = Sprite.flat(panel(wide, pill, min(pill / 2, 70 * u)), look.accent)
    line = replace(box, y=y + (pill - call.height) / 2 + call.size * 0.1)
    sheet.write(call, voice, line, ink=look.on_accent, align="center", motion=POP, whole=True, zoned=False)
    words = sheet.layers.pop()
    cels = words.cels if isinstance(words, Block) else ()
    sheet.place(*Sprite.merge([(ground, left, top), *((cel.sprite, cel.x, cel.y) for cel in cels)]), motion=POP)


def blank(sheet: Sheet, shot: Shot, seconds: float) -> None:
    """Only the ground."""


LAYOUTS: dict[str, Layout] = {
    "title": title, "statement": statement, "list": bullets, "number": number, "quote": quote, "close": close, "blank": blank,
}  # fmt: skip
