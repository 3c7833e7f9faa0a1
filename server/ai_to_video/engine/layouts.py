"""How each kind of shot is composed: from its words to layers, on a stage of any shape."""

import math
import re
from collections.abc import Callable
from dataclasses import replace

from .design import Box, mix, readable
from .layers import Block, Cel
from .script import Shot
from .sheet import Sheet, panel
from .paint import Sprite
from .themes import Motion, Voice

Layout = Callable[[Sheet, Shot, float], None]
"""Draws a shot of so many seconds on a sheet."""


def title(sheet: Sheet, shot: Shot, seconds: float) -> None:
    u, look = sheet.unit, sheet.look
    box = sheet.stage.body(shot.captioned)
    ink = readable(shot.ink, look.mesh[0]) if re.fullmatch(r"#[0-9a-f]{6}", shot.ink) else look.ink
    wide = replace(box, width=box.width * (0.86 if sheet.stage.shape == "wide" else 1.0))
    head = sheet.fitted(
        shot.headline, look.display, replace(wide, height=box.height * 0.66), most=204, least=54, lines=5
    )
    sub = sheet.fitted(shot.body, look.body, replace(wide, height=box.height * 0.24), most=54, least=36, lines=3)
    gap = 34 * u
    rule = 14 * u + 30 * u
    total = rule + head.height + (gap + sub.height if shot.body else 0)
    share = {"top": 0.0, "bottom": 1.0}.get(shot.place, 0.44)
    y = box.y + (box.height - total) * share
    end = (shot.headline_until - shot.first) / 30 if shot.headline_until else math.inf
    left = box.x if look.align == "left" else box.x + (box.width - 150 * u) / 2
    sheet.bar(left, y, 150 * u, 14 * u)
    y += rule
    sheet.write(head, look.display, replace(wide, y=y) if look.align == "left" else replace(box, y=y), ink=ink,
                keyword=shot.keyword, mark=look.accent if ink == look.ink else "", end=end)  # fmt: skip
    if shot.body:
        target = wide if look.align == "left" else box
        sheet.write(sub, look.body, replace(target, y=y + head.height + gap), ink=look.soft, whole=True)


def statement(sheet: Sheet, shot: Shot, seconds: float) -> None:
    """Without captions the sentence itself, its keyword lit; with captions one hero word above them."""
    u, look = sheet.unit, sheet.look
    box = sheet.stage.body(shot.captioned)
    text = shot.headline or shot.body or shot.keyword
    body = shot.body if shot.headline else ""
    if shot.captioned:
        hero = shot.headline if _short(shot.headline) else shot.keyword or shot.headline
        head = sheet.fitted(hero, look.display, replace(box, height=box.height * 0.7), most=300, least=66, lines=3)
        y = box.y + (box.height - head.height - 60 * u) * 0.52
        taken = sheet.write(
            head,
            look.display,
            replace(box, y=y),
            keyword="" if hero == shot.keyword else shot.keyword,
            mark=look.accent,
        )
        x = taken.x if look.align == "left" else box.x + (box.width - 180 * u) / 2
        sheet.bar(x, y + head.height + 34 * u, 180 * u, 14 * u)
        return
    most = 140 if len(text) < 60 else 116
    head = sheet.fitted(
        text, look.display, replace(box, height=box.height * (0.6 if body else 0.86)), most=most, least=54
    )
    sub = sheet.fitted(body, look.body, replace(box, height=box.height * 0.3), most=54, least=36)
    gap = 44 * u if body else 0
    y = box.y + (box.height - head.height - gap - (sub.height if body else 0)) * 0.46
    sheet.write(head, look.display, replace(box, y=y), keyword=shot.keyword, mark=look.accent)
    if body:
        sheet.write(sub, look.body, replace(box, y=y + head.height + gap), ink=look.soft, whole=True)


def _short(text: str) -> bool:
    return 0 < len(text) <= 28 and len(text.split()) <= 4


def bullets(sheet: Sheet, shot: Shot, seconds: float) -> None:
    u, look = sheet.unit, sheet.look
    box = sheet.stage.body(shot.captioned)
    items = shot.items or tuple(filter(None, (shot.body,)))
    head = sheet.fitted(
        shot.headline, look.display, replace(box, height=box.height * 0.26), most=104, least=54, lines=3
    )
    top = head.height + 64 * u if shot.headline else 0
    room = box.height - top
    badge, gap = 84 * u, 36 * u
    column = replace(box, x=box.x + badge + gap, width=box.width - badge - gap)
    voice = replace(look.body, weight=max(600, look.body.weight))
    each = room / max(1, len(items))
    rows = [
        sheet.fitted(item, voice, replace(column, height=each - 30 * u), most=66, least=30, lines=3) for item in items
    ]
    size = min((row.size for row in rows), default=44 * u)
    rows = [
        sheet.fitted(item, voice, replace(column, height=each), most=max(20, round(size / u)), least=20)
        for item in items
    ]
    space = min((room - sum(max(row.height, badge) for row in rows)) / max(1, len(rows)), 58 * u)
    total = top + sum(max(row.height, badge) + space for row in rows) - space
    y = box.y + max(0, box.height - total) * 0.42
    if shot.headline:
        sheet.write(head, look.display, replace(box, y=y), align="left", keyword=shot.keyword, mark=look.accent)
        y += top
    pause = min(0.75, seconds * 0.55 / max(1, len(rows)))
    start = sheet.clock
    for index, row in enumerate(rows):
        sheet.clock = start + index * pause
        height = max(row.height, badge)
        _badge(sheet, str(index + 1), box.x, y + (height - badge) / 2, badge)
        sheet.write(row, voice, replace(column, y=y + (height - row.height) / 2), align="left", whole=True)
        y += height + space


def _badge(sheet: Sheet, text: str, x: float, y: float, size: float) -> None:
    look = sheet.look
    pop = Motion("pop", 0.45, overshoot=1.4)
    sheet.place(Sprite.flat(panel(size, size, size / 2), look.accent), x, y, motion=pop)
    voice = Voice("montserrat", 800)
    box = Box(x, y, size, size)
    setting = sheet.fitted(text, voice, box, most=44, least=20)
    taken = replace(box, y=y + (size - setting.size * 0.74) / 2)
    zones = list(sheet.zones)
    sheet.write(setting, voice, taken, ink=look.on_accent, align="center", motion=pop, whole=True)
    sheet.zones[:] = zones


def number(sheet: Sheet, shot: Shot, seconds: float) -> None:
    u, look = sheet.unit, sheet.look
    box = sheet.stage.body(shot.captioned)
    voice = Voice("montserrat", 800, -0.04, 1.0)
    figure = shot.number or shot.headline
    label = (
        " ".join(filter(None, (shot.headline if shot.number else "", shot.body)))
        if not (shot.headline and shot.body)
        else shot.headline
    )
    more = shot.body if shot.headline and shot.body and shot.number else ""
    big = sheet.fitted(
        figure, voice, replace(box, height=box.height * 0.46), most=420 if len(figure) < 6 else 300, least=80, lines=1
    )
    head = sheet.fitted(label, look.display, replace(box, height=box.height * 0.28), most=80, least=44)
    sub = sheet.fitted(more, look.body, replace(box, height=box.height * 0.18), most=48, least=34)
    share = _percent(figure)
    gap = 52 * u
    meter = 64 * u if share is not None else 0
    total = big.height + meter + gap + head.height + (gap * 0.7 + sub.height if more else 0)
    y = box.y + (box.height - total) * 0.46
    _count(sheet, figure, big.size, replace(box, y=y), voice, look.align, min(1.3, seconds * 0.4))
    y += big.height
    if share is not None:
        wide = box.width * (0.62 if sheet.stage.shape == "wide" else 1)
        left = box.x if look.align == "left" else box.x + (box.width - wide) / 2
        track = Sprite.flat(panel(wide, 18 * u, 9 * u), look.ink, 0.22)
        sheet.place(track, left, y + 26 * u, motion=Motion("fade", 0.5), start=0.2)
        sheet.bar(left, y + 26 * u, max(18 * u, wide * share), 18 * u, motion=Motion("reveal", 1.4))
        y += meter
    sheet.write(head, look.display, replace(box, y=y + gap), keyword=shot.keyword, mark=look.accent)
    if more:
        sheet.write(sub, look.body, replace(box, y=y + gap + head.height + gap * 0.7), ink=look.soft, whole=True)


def _percent(text: str) -> float | None:
    match = re.fullmatch(r"\D{0,2}(\d+(?:[.,]\d+)?)\s*[%％]", text.strip())
    return min(1.0, float(match[1].replace(",", ".")) / 100) if match else None


def _count(sheet: Sheet, figure: str, size: float, box: Box, voice: Voice, align: str, seconds: float) -> None:
    from .counter import Counter

    counter = Counter.of(figure, size, voice, box, align, sheet.look.accent, sheet.clock, seconds)
    sheet.layers.append(counter)
    sheet.zones.append((Box(counter.left, box.y, counter.wide, size), sheet.look.accent))
    sheet.clock += 0.35


def quote(sheet: Sheet, shot: Shot, seconds: float) -> None:
    u, look = sheet.unit, sheet.look
    box = sheet.stage.body(shot.captioned)
    said, source = (shot.body, shot.headline) if len(shot.body) > len(shot.headline) else (shot.headline, shot.body)
    said = said.strip("\"“”'‘’「」『』 ")
    voice = Voice("montserrat-italic", 600 if look.dark else 500, -0.015, 1.22)
    glyph = Voice("montserrat", 900, 0, 1)
    text = sheet.fitted(said, voice, replace(box, height=box.height * 0.6), most=96, least=44)
    credit = Voice(look.body.family, max(600, look.body.weight), 0.01, 1.3)
    small = sheet.fitted(
        source, credit, replace(box, height=box.height * 0.14, width=box.width - 110 * u), most=44, least=30, lines=2
    )
    mark = 300 * u
    total = mark * 0.46 + text.height + (60 * u + small.height if source else 0)
    y = box.y + (box.height - total) * 0.44
    sign = sheet.fitted("“", glyph, Box(0, 0, mark, mark * 2), most=300, least=300)
    zones = list(sheet.zones)
    sheet.write(
        sign,
        glyph,
        replace(box, x=box.x - 8 * u, y=y),
        ink=look.accent,
        align="left",
        motion=Motion("pop", 0.5, overshoot=1.4),
        whole=True,
    )
    sheet.zones[:] = zones
    y += mark * 0.46
    sheet.write(text, voice, replace(box, y=y), align="left", keyword=shot.keyword, mark=look.accent)
    if source:
        y += text.height + 60 * u
        sheet.bar(box.x, y + small.size * 0.37 - 4 * u, 76 * u, 8 * u)
        sheet.write(small, credit, replace(box, x=box.x + 106 * u, y=y), ink=look.soft, align="left", whole=True)


def close(sheet: Sheet, shot: Shot, seconds: float) -> None:
    """Everything centred; the call to action in a pill."""
    u, look = sheet.unit, sheet.look
    box = sheet.stage.body(shot.captioned)
    head = sheet.fitted(
        shot.headline, look.display, replace(box, height=box.height * 0.56), most=168, least=54, lines=4
    )
    voice = replace(look.body, weight=max(650, look.body.weight), leading=1.2)
    call = sheet.fitted(shot.body, voice, Box(0, 0, box.width - 140 * u, box.height * 0.2), most=54, least=30, lines=2)
    pill = call.height + 64 * u if shot.body else 0
    total = head.height + (70 * u + pill if shot.body else 60 * u)
    y = box.y + (box.height - total) * 0.45
    sheet.write(head, look.display, replace(box, y=y), align="center", keyword=shot.keyword, mark=look.accent)
    y += head.height
    if not shot.body:
        sheet.bar(box.x + (box.width - 180 * u) / 2, y + 46 * u, 180 * u, 14 * u)
        return
    wide = call.wide + 140 * u
    left = box.x + (box.width - wide) / 2
    sheet.clock += 0.2
    pop = Motion("pop", 0.55, overshoot=1.5)
    parts = [
        Cel(
            Sprite.flat(panel(wide, pill, min(pill / 2, 70 * u)), look.accent),
            2 * round(left / 2),
            2 * round((y + 70 * u) / 2),
            sheet.clock,
            pop,
        )
    ]
    zones = list(sheet.zones)
    sheet.write(
        call,
        voice,
        replace(box, y=y + 70 * u + (pill - call.height) / 2 + call.size * 0.08),
        ink=look.on_accent,
        align="center",
        motion=pop,
        whole=True,
    )
    sheet.zones[:] = zones
    words = sheet.layers.pop()
    assert isinstance(words, Block)
    whole, x, top = Sprite.merge([(cel.sprite, cel.x, cel.y) for cel in (*parts, *words.cels)])
    sheet.place(whole, x, top, motion=pop)


def blank(sheet: Sheet, shot: Shot, seconds: float) -> None:
    """Only the ground."""


LAYOUTS: dict[str, Layout] = {
    "title": title, "statement": statement, "list": bullets, "number": number, "quote": quote, "close": close, "blank": blank,
}  # fmt: skip

__all__ = ["LAYOUTS", "Layout", "mix"]
