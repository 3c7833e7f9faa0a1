"""Orders about how it looks as a whole: shape, colours, theme, tone, fades from and to black. Pure."""

import re
from dataclasses import replace

from ...timeline import edit
from ..director import MOOD_NAMES, STYLES
from ..language import amounts
from ..look.themes import THEMES
from ..prompt.tastes import PLATFORMS, SHAPES, TONES
from ..prompt.wishes import understand
from ..storyboard import ASPECTS
from .order import HELD, Done, Order, Rule
from .receipts import word


def picture_fade(order: Order) -> Done | None:
    """The picture comes out of black at the start and goes back into it at the end."""
    if not order.has(
        r"\bfad(?:e|es|ing)\b|\b(?:start|open|begin|end|close|finish)s? (?:from|in|on|to|with|out of) black\b|淡入|淡出|黑场|渐黑|渐显"
    ) or order.has(r"\btransitions?\b|\bbetween\b|转场|场景之间"):
        return None
    found = amounts.durations(order.words)
    length = min(int(found[0].value) if found else 1000, order.length // 3)
    if order.has(r"\b(?:no|remove|without|turn off|delete|drop|skip)\b|去掉|不要|取消|关闭"):
        length = 0
    into = bool(
        order.has(
            r"\bfad(?:e|es|ing)[ -]in\b|\bin and out\b|\b(?:start|open|begin|beginning|from black)\b|淡入|渐显|开头|片头"
        )
    )
    out = bool(order.has(r"\bout\b|\bto black\b|\bend(?:ing)?\b|淡出|渐黑|黑场|结尾|片尾|最后")) or not into
    facts = ({"fade_in_ms": length} if into else {}) | ({"fade_out_ms": length} if out else {})
    timeline = order.shown(order.timeline, **facts)
    if timeline == order.timeline:
        return order.refused("already")
    which = (" and " if order.tongue == "en" else "、").join(
        word(name, order.tongue) for name, on in (("in", into), ("out", out)) if on
    )
    if not length:
        return order.done(timeline, "picture_fade_off", which=which)
    return order.done(timeline, "picture_fade", which=which, seconds=f"{length / 1000:g}")


def _shape(order: Order) -> str:
    """The shape that is asked for: the last one named ("from vertical to square"), unless it is the one to leave."""
    words = re.split(r"\b(?:instead of|rather than|not)\b|而不是", order.words, maxsplit=1, flags=re.IGNORECASE)[0]
    for names in (SHAPES, PLATFORMS):
        found = [
            (each.end(), shape)
            for shape, pattern in names.items()
            for each in re.finditer(rf"(?<![A-Za-z0-9_:])(?:{pattern})(?![A-Za-z0-9])", words, re.IGNORECASE)
            if shape
        ]
        if found:
            return max(found)[1]
    return ""


def aspect(order: Order) -> Done | None:
    shape = _shape(order)
    if not shape:
        return None
    width, height = ASPECTS[shape]
    if (order.timeline.width, order.timeline.height) == (width, height):
        return order.refused("already")
    timeline = replace(order.shown(order.timeline, aspect=shape), width=width, height=height)
    name = {"9:16": "vertical", "16:9": "widescreen", "1:1": "square"}[shape]
    return order.done(timeline, "aspect", shape=word(name, order.tongue), aspect=shape)


def theme(order: Order) -> Done | None:
    named = order.has(rf"\b(?P<n>{'|'.join(THEMES)})\b")
    dark = order.has(
        r"\b(?P<d>dark)(?:er)?\b(?: theme| mode| look| style| background)|\b(?P<l>light|"
        r"bright)(?:er)? (?:theme|mode|look|style|background)|(?P<dz>深色|暗色)(?:主题|模式|风格|背景)|"
        r"(?P<lz>浅色|亮色)(?:主题|模式|风格|背景)"
    )
    if named and order.has(r"\b(?:theme|style|look|palette|template)\b|主题|风格"):
        name = named["n"].lower()
    elif dark:
        name = "ink" if dark["d"] or dark["dz"] else "paper"
    else:
        return None
    if order.timeline.metadata.get("theme") == name and not order.timeline.metadata.get("palette"):
        return order.refused("already")
    return order.done(order.shown(order.timeline, theme=name, palette={}), "theme", theme=name)


def colours(order: Order) -> Done | None:
    """ "blue background", "change the accent colour to #ff8800", "配色改成蓝白"."""
    if order.has(r"\b(?:captions?|subtitles?|title)\b|字幕|标题"):
        return None
    wish = understand(HELD.sub("", order.words)).wishes.palette
    if not wish:
        return None
    kept = dict(order.timeline.metadata.get("palette") or {})
    if not order.has(r"\b(?:background|text|accent|words|letters)\b|背景|文字|强调"):
        kept = {}
    what = ", ".join(word(role, order.tongue, c=value) for role, value in wish.items())
    return order.done(order.shown(order.timeline, palette={**kept, **wish}), "colours", what=what)


def tone(order: Order) -> Done | None:
    """ "make it more playful", "更有活力一点"."""
    name = next((name for name, words in TONES.items() if order.has(rf"\b(?:{words})\b|(?:{words})(?![a-z])")), "")
    if not name or order.which():
        return None
    looks, mood = STYLES[name]
    timeline = order.shown(order.timeline, tone=name, theme=looks[0], palette={})
    index = order.music
    if index is not None and timeline.tracks[index].clips and not timeline.tracks[index].clips[0].source:
        clip = timeline.tracks[index].clips[0]
        tuned = replace(clip, name=MOOD_NAMES[mood], metadata={**clip.metadata, "mood": mood})
        timeline = order.shown(edit.replace_clip(timeline, index, 0, tuned), mood=mood)
    if timeline == order.timeline:
        return order.refused("already")
    return order.done(timeline, "tone", tone=word(name, order.tongue), mood=MOOD_NAMES[mood])


RULES: tuple[Rule, ...] = (aspect, theme, colours, picture_fade, tone)
