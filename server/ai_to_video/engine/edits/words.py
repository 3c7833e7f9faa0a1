"""Orders about words: the captions, what a scene says. Pure."""

import re
from dataclasses import replace
from typing import Any

from ...timeline import Clip, Timeline, edit
from ..design import CaptionStyle
from ..language import amounts
from ..language.hanzi import simpler
from ..look.script import read
from ..storyboard import TITLE
from .order import Done, Order, Rule
from .receipts import word

TITLE_EN = r"\b(?:the |a |main |opening |video )*(?:title|headline|heading)(?: text| card)?\b"
TITLE_ZH = r"(?:主)?(?:标题|片名)"
CAPTIONS = r"\b(?:captions?|subtitles?|subs)\b|字幕"
SECONDS = (
    rf"(?:{amounts.DIGITS}|{amounts.WORDED}|{amounts.ZH_NUMBER}|半)\s*-?\s*(?:seconds?|secs?|(?<![a-z])s|"
    rf"minutes?|mins?|(?<![a-z])m|秒钟|秒|分钟)(?![a-z])"
)
PLACES = (
    ("top", r"\b(?:to|at|on|in|near) (?:the )?(?:very )?(?:top|upper)\b|顶部|上方|上面|最上"),
    ("bottom", r"\b(?:to|at|on|in|near) (?:the )?(?:very )?(?:bottom|lower)\b|底部|下方|下面|最下"),
    ("top", r"\bup(?:wards?| top)?\s*$|\bup top\b|\bhigher\b|往上|上移"),
    ("bottom", r"\bdown(?:wards?)?\s*$|\blower\b|往下|下移"),
    ("center", r"\b(?:to|at|in|on) (?:the )?(?:cent(?:er|re)|middle)\b|\bcent(?:er|re)d?\b|中间|居中|中央"),
)
SIZES = (
    (
        "larger",
        r"\b(?:bigger|larger|increase|enlarge|big|large|huge|as (?:large|big)|double)\b|大一?[点些]|更大|放大|加大|变大|大字",
    ),
    (
        "smaller",
        r"\b(?:smaller|reduce|shrink|decrease|small|tiny|half (?:as|the size))\b|小一?[点些]|更小|缩小|变小|小字",
    ),
)


def place_of(order: Order) -> str:
    return next((name for name, words in PLACES if order.has(words)), "")


STEPS = ("small", "normal", "large")


def size_of(order: Order, now: str) -> str:
    """The size of letters that is asked for, one step from what they are; "" where nothing is said of it."""
    way = next((name for name, words in SIZES if order.has(words)), "")
    if not way:
        return "normal" if order.has(r"\bnormal(?:[- ]sized?)?\b|正常大小") else ""
    return STEPS[min(2, max(0, STEPS.index(now) + (1 if way == "larger" else -1)))]


# --- captions -------------------------------------------------------------------------------------------------------


def captions(order: Order) -> Done | None:
    if not order.has(CAPTIONS):
        return None
    on = order.timeline.metadata.get("captions") is not False
    index = order.captions
    if order.has(
        rf"\b(?:remove|delete|hide|drop|turn off|switch off|disable|no|without|lose|"
        rf"get rid of)\b.{{0,16}}?(?:{CAPTIONS})|(?:{CAPTIONS})\W+(?:off|away)\b|"
        r"(?:去掉|删除|删掉|关闭|关掉|不要|隐藏|移除|拿掉|拿走)(?:所有|全部)?字幕|字幕(?:都|全部?|也|全都)?(?:去掉|删除|删掉|关闭|关掉|关|隐藏|移除|拿掉|拿走|不要)"
    ):
        return (
            order.done(order.shown(order.timeline, captions=False), "captions_off") if on else order.refused("already")
        )
    new = order.text(rf"(?:{CAPTIONS}).{{0,40}}?(?:to|say|read|改成|改为|换成)\s*(?P<t>⟦\d+⟧)")
    if new and index is not None:
        return _caption_text(order, index, new)
    if index is None:
        return order.refused("no_captions")
    style = _style(order)
    beyond = order.has(
        r"\b(?:outlin(?:e|ed)|strokes?|shadows?|italics?|underlined?|glow\w*|fonts?|typefaces?)\b|描边|阴影|斜体|下划线|发光|字体"
    )
    if beyond and not style:
        return order.refused("not_available", what=word("lettering", order.tongue))
    if style and order.which():
        return order.refused("captions_alike")
    if style:
        return _restyled(order, index, style, on=on, beyond=beyond[0] if beyond else "")
    if order.has(
        r"\b(?:add|turn on|switch on|enable|show|put|include|with|want|restore|bring back)\b|\bon\b|加|"
        r"打开|开启|显示|恢复|要"
    ):
        return order.refused("already") if on else order.done(order.shown(order.timeline, captions=True), "captions_on")
    return None


def _restyled(order: Order, index: int, style: dict[str, Any], *, on: bool, beyond: str) -> Done:
    timeline = order.shown(order.timeline, captions=True)
    for place in range(len(timeline.tracks[index].clips)):
        timeline = edit.set_metadata(timeline, index, place, style)
    shown = _lettering(timeline)
    if style.get("position", shown.place) != shown.place:
        return order.refused("captions_middle")
    if on and shown == _lettering(order.timeline):
        return order.refused("already")
    what = ", ".join(word(str(value), order.tongue) if key != "color" else str(value) for key, value in style.items())
    done = order.done(timeline, "captions_style", what=what)
    if not beyond:
        return done
    gap = " " if order.tongue == "en" else ""
    return replace(done, said=f"{done.said}{gap}{order.refused('not_that', asked=beyond).said}")


def _lettering(timeline: Timeline) -> CaptionStyle:
    """The captions as they are painted."""
    return read(timeline, "480p").stage.lettering


_GROUND = (
    r"(?:with|on|in) (?:an? )?(?:\w+ )?\w+ (?:background|box)(?:es)?\b|\w+ (?:outline|border|stroke|shadow)s?\b|"
    r"\w+色?(?:底框|描边|边框|阴影|背景)"
)


def _style(order: Order) -> dict[str, Any]:
    style: dict[str, Any] = {}
    colour = amounts.colours(re.sub(_GROUND, " ", order.words, flags=re.IGNORECASE))
    if colour:
        style["color"] = colour[0][0]
    if place_of(order):
        style["position"] = place_of(order)
    if size := size_of(order, _lettering(order.timeline).size):
        style["size"] = size
    for name, words in (
        ("karaoke", r"karaoke|word[- ]by[- ]word|逐字|卡拉ok"),
        ("plain", r"\bplain\b|\bsimple\b|简单"),
        ("box", r"\bbox(?:ed)?\b|\bon a (?:dark |black |white )?background\b|底框|黑底|白底"),
    ):
        if order.has(words):
            style["style"] = name
    if order.has(
        r"\b(?:no|no more|without|stop|remove|turn off)(?: the)? (?:karaoke|word[- ]by[- ]word)|不要逐字|别逐字|取消逐字"
    ):
        style["style"] = "plain"
    return style


def _caption_text(order: Order, index: int, text: str) -> Done:
    places = order.which() or [int(found.value) - 1 for found in amounts.places(order.words.replace("caption", "clip"))]
    clips = order.timeline.tracks[index].clips
    if not places or not 0 <= places[0] < len(order.scenes):
        return order.refused("which_scene", count=len(order.scenes))
    scene = order.scenes[places[0]]
    spot = next(
        (at for at, clip in enumerate(clips) if edit.begin(scene) <= edit.begin(clip) < edit.finish(scene)), None
    )
    if spot is None:
        return order.refused("no_captions")
    return order.done(
        edit.set_text(order.timeline, index, spot, text), "caption_text", scene=order.number(places[0]), text=text
    )


# --- what scenes say ------------------------------------------------------------------------------------------------


def replaced_words(order: Order) -> Done | None:
    """'replace "old" with "new"' wherever the video says it."""
    found = order.has(
        r"\b(?:replace|change|swap|correct|fix|rename)\b(?: the)?(?: words?| text| name|"
        r" phrase)?\s*⟦(?P<a>\d+)⟧\s*(?:with|to|by|into|for)\s*⟦(?P<b>\d+)⟧|"
        r"(?:把|将)?(?:文字|词)?⟦(?P<c>\d+)⟧(?:都|全部)?(?:改成|改为|换成|替换为|替换成)⟦(?P<d>\d+)⟧"
    )
    if not found:
        return None
    return _replaced(order, order.quoted[int(found["a"] or found["c"])], order.quoted[int(found["b"] or found["d"])])


def _whole(words: str) -> str:
    """A pattern for these words, not for a part of longer ones."""
    return rf"(?<![A-Za-z0-9]){re.escape(words)}(?![A-Za-z0-9])"


def _replaced(order: Order, old: str, new: str) -> Done:
    everything = " ".join(f"{clip.text} {clip.metadata}" for track in order.timeline.tracks for clip in track.clips)
    whole = re.search(_whole(old), everything, re.IGNORECASE)
    seen = re.compile(_whole(old) if whole else re.escape(old), re.IGNORECASE)
    count = 0

    def changed(text: str) -> str:
        nonlocal count
        text, times = seen.subn(lambda _: new, text)
        count += times
        return text

    def on(clip: Clip) -> Clip:
        shown = dict(clip.metadata)
        for key in shown.keys() & {"headline", "body", "keyword", "number"}:
            shown[key] = changed(str(shown[key]))
        if shown.get("items"):
            shown["items"] = [changed(str(item)) for item in shown["items"]]
        text = changed(clip.text)
        if text != clip.text:
            shown.pop("words", None)
        return replace(clip, text=text, name=seen.sub(lambda _: new, clip.name), metadata=shown)

    within = [order.scenes[place] for place in order.which() if place >= 0]

    def meant(clip: Clip) -> bool:
        """Where scenes were named, only what stands in them is meant."""
        return not within or any(edit.begin(scene) <= edit.begin(clip) < edit.finish(scene) for scene in within)

    tracks = tuple(
        replace(track, clips=tuple(on(clip) if meant(clip) else clip for clip in track.clips))
        for track in order.timeline.tracks
    )
    title = order.timeline.title if within else seen.sub(lambda _: new, order.timeline.title)
    timeline = replace(order.timeline, tracks=tracks, title=title)
    if not count:
        return order.refused("no_words", old=old)
    return order.done(timeline, "words_replaced", old=old, new=new, count=count)


def scene_text(order: Order) -> Done | None:
    """'change the text of scene 2 to "..."', 'scene 2 should say "..."'."""
    text = order.text(
        r"(?:\b(?:text|words?|sentence|line|wording)\b.{0,30}?|\bscene\b.{0,24}?|场景|镜头|画面).{0,12}?"
        r"(?:to say|to read|to|say|saying|says|read|reads|write|put|show|:|：|文字改成|文字改为|改成|改为|写)\s*(?P<t>⟦\d+⟧)"
    )
    text = text or order.text(
        r"\b(?:in|on|for) (?:the )?[^,:⟦]{3,24}?,? (?:say|write|put|have it say)\s*:?\s+(?P<t>[^⟦,;]{3,80}?)(?:\s+instead)?[.!]?$"
    )
    places = order.which()
    if not text or not places or order.pictures is None or order.has(r"\b(?:add|insert)\b|添加|插入|加一"):
        return None
    if places[0] < 0:
        return order.no_scene()
    scene = order.scenes[places[0]]
    shown = "headline" if scene.metadata.get("headline") and not scene.metadata.get("body") else "body"
    facts: dict[str, Any] = {shown: text, "keyword": None, "items": None, "number": None}
    if scene.metadata.get("scene") in {"list", "number"}:
        facts["scene"] = "statement"
    timeline = edit.set_metadata(order.timeline, order.pictures, places[0], facts)
    track = order.titles if scene.metadata.get("scene") == TITLE else order.captions
    for spot, clip in enumerate(timeline.tracks[track].clips if track is not None else ()):
        if track is not None and edit.begin(scene) <= edit.begin(clip) < edit.finish(scene):
            timeline = edit.set_text(timeline, track, spot, text)
    return order.done(timeline, "scene_text", scene=order.number(places[0]), text=text)


def emphasis(order: Order) -> Done | None:
    """'highlight "word" in scene 2'."""
    text = order.text(
        r"\b(?:highlight|stress|emphasi[sz]e)\b(?: the words?)?\s*(?P<t>⟦\d+⟧)|(?:突出|强调)\s*(?P<z>⟦\d+⟧)"
    )
    if not text or order.pictures is None:
        return None
    places = order.which() or [
        at
        for at, clip in enumerate(order.scenes)
        if text.lower() in f"{clip.metadata.get('body', '')} {clip.metadata.get('headline', '')}".lower()
    ]
    if not places or places[0] < 0:
        return order.refused("no_words", old=text)
    timeline = edit.set_metadata(order.timeline, order.pictures, places[0], {"keyword": text})
    return order.done(timeline, "emphasis", scene=order.number(places[0]), text=text)


_KNOWN = r"\b(?:title|captions?|subtitles?|music|voice|scenes?|background|aspect|ratio|colou?rs?|length|speed)\b|标题|字幕|音乐|配音|场景|背景|颜色"


def corrected(order: Order) -> Done | None:
    """ "Premium should be Plus", "change couples to families": words without quotes that the video says."""
    found = order.has(
        r"(?:\b(?:it|that|this) )?(?:should (?:be|say|read)|must be|is)\s+(?P<new>[^,;]{1,60}?),?\s+(?:and )?not\s+(?P<old>[^,;]{2,60}?)[.。!]?$|"
        r"(?:应该|应当)?是(?P<newz>[^，。]{1,30})[，,]?(?:而)?不是(?P<oldz>[^，。]{1,20})$"
    ) or order.has(
        r"(?:^|[:：]\s*|\b)(?:(?:please )?(?:change|replace|correct|swap)(?: the words?)?\s+(?P<old>[^:：,;]{2,40}?)\s+(?:to|with|into|by|for)|"
        r"(?<![^:：])\s*(?P<older>[^:：,;]{2,40}?)\s+(?:should (?:be|read|say)|must be|to|with|into|by))\s+(?P<new>[^,;]{1,60}?)[.。]?$|"
        r"(?:把|将)(?P<oldz>[^，。把将]{1,20}?)(?:改成|改为|换成|替换成)(?P<newz>[^，。]{1,30})$"
    )
    if not found:
        return None
    caught = {name[:3]: order.own[slice(*found.span(name))].strip() for name in found.groupdict() if found[name]}
    old, new = caught["old"], caught["new"]
    said = " ".join(clip.text for track in order.timeline.tracks for clip in track.clips)
    said += " ".join(
        str(scene.metadata.get(key) or "") for scene in order.scenes for key in ("headline", "body", "items")
    )
    known = re.search(_KNOWN, simpler(old), re.IGNORECASE)
    whole = re.search(_whole(old), said) and old.lower() not in {"it", "this", "that", "them", "these", "those"}
    return _replaced(order, old, new) if whole and not known and "⟦" not in old + new else None


RULES: tuple[Rule, ...] = (replaced_words, scene_text, captions, emphasis)
