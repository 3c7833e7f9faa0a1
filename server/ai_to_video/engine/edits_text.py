"""Orders about words: the title, the captions, what a scene says. Pure."""

import re
from dataclasses import replace
from typing import Any

from ..timeline import TEXT, Clip, Timeline, Track, edit
from . import amounts
from .design import CaptionStyle
from .order import Done, Order, Rule, clock
from .receipts import word
from .script import read
from .storyboard import TITLE

TITLE_EN = r"\b(?:the |a |main |opening |video )*(?:title|headline|heading)(?: text| card)?\b"
TITLE_ZH = r"(?:主)?(?:标题|片名)"
CAPTIONS = r"\b(?:captions?|subtitles?|subs)\b|字幕"
_TO = r"(?:\s*(?:to say|to read|to|as|into|saying|says?|reads?|with|:|=)\s*|\s+(?=⟦))"
_TO_ZH = r"(?:改成|改为|换成|变成|设为|设置为|叫做?|写成?|为|是|：|:)"
SECONDS = (
    rf"(?:{amounts.DIGITS}|{amounts.WORDED}|{amounts.ZH_NUMBER}|半)\s*-?\s*(?:seconds?|secs?|s|"
    rf"minutes?|mins?|m|秒钟|秒|分钟)(?![a-z])"
)
PLACES = (
    ("top", r"\b(?:to|at|on|in|near) (?:the )?(?:very )?(?:top|upper)\b|顶部|上方|上面|最上"),
    ("bottom", r"\b(?:to|at|on|in|near) (?:the )?(?:very )?(?:bottom|lower)\b|底部|下方|下面|最下"),
    ("center", r"\b(?:to|at|in|on) (?:the )?(?:cent(?:er|re)|middle)\b|\bcent(?:er|re)d?\b|中间|居中|中央"),
)
SIZES = (
    ("larger", r"\b(?:bigger|larger|increase|enlarge)\b|大一点|更大|放大|加大|变大"),
    ("smaller", r"\b(?:smaller|reduce|shrink|decrease)\b|小一点|更小|缩小|变小"),
)


def _place(order: Order) -> str:
    return next((name for name, words in PLACES if order.has(words)), "")


def _size(order: Order) -> str:
    return next((name for name, words in SIZES if order.has(words)), "")


# --- the title ------------------------------------------------------------------------------------------------------


def title(order: Order) -> Done | None:
    if not order.has(f"{TITLE_EN}|{TITLE_ZH}") or order.has(rf"{CAPTIONS}"):
        return None
    gone = order.has(
        rf"\b(?:remove|delete|hide|drop|get rid of|take out|no|without|lose)\b.{{0,12}}?{TITLE_EN}|{TITLE_EN} off\b|"
        rf"(?:去掉|删除|删掉|不要|隐藏|移除){TITLE_ZH}|(?:把|将)?{TITLE_ZH}(?:去掉|删除|删掉|隐藏|移除)"
    )
    if gone:
        return _without_title(order)
    text = _title_text(order)
    if text:
        return _titled(order, text)
    index = order.titles
    if index is None or not order.timeline.tracks[index].clips:
        return order.refused("no_title")
    return _restyled(order, index)


def _title_text(order: Order) -> str | None:
    return (
        order.text(rf"{TITLE_EN}(?: that)?{_TO}(?P<t>⟦\d+⟧)")
        or order.text(rf"(?:{TITLE_EN}).{{0,24}}?(?P<t>⟦\d+⟧)")
        or order.text(rf"(?P<t>⟦\d+⟧) (?:as|for) {TITLE_EN}")
        or order.text(rf"{TITLE_ZH}.{{0,6}}?{_TO_ZH}?\s*(?P<t>⟦\d+⟧)")
        or order.text(
            rf"\b(?:change|set|rename|update|rewrite|edit|make)\b.{{0,8}}?{TITLE_EN}(?: text)?(?: to say|"
            rf" to read| to| as|:| say| read)\s+"
            rf"(?P<t>(?!(?:the |be )?(?:top|bottom|cent|middle|\d|bigger|larger|smaller|start|begin|second|"
            rf"appear|show|stay|last|white|black|red|blue|green|yellow|orange|purple|pink|"
            rf"gold))[^,;]+?)(?: at \d| from \d|$)"
        )
        or order.text(r"^\W*(?:title|headline|标题)\s*[:：]\s*(?P<t>[^,，;；]+)$")
        or order.text(rf"{TITLE_ZH}(?:文字)?{_TO_ZH}(?P<t>(?!.{{0,3}}色|第|\d|顶|底|中|大|小)[^，。,；]{{1,40}})$")
    )


def _titled(order: Order, text: str) -> Done:
    timeline, index = order.timeline, order.titles
    start, end = _span(order) or (None, None)
    if index is None or not timeline.tracks[index].clips:
        first = order.scenes[0].end_ms if order.scenes else 3000
        begin = start or 0
        stop = end if end is not None else min(order.length, begin + max(2000, first or 3000))
        if begin >= order.length:
            return order.refused("outside", length=_length(order))
        clip = Clip(begin, stop, text=text, metadata={"role": "title", "position": _place(order) or "center"})
        if index is None:
            timeline = edit.add_track(timeline, Track(TEXT, (clip,), {"role": "title"}), at=_before_captions(timeline))
        else:
            timeline = edit.overwrite(timeline, index, clip)
        return order.done(replace(timeline, title=text), "title_added", text=text, start=clock(begin), end=clock(stop))
    clip = timeline.tracks[index].clips[0]
    changed = edit.set_text(timeline, index, 0, text)
    if start is not None and start < order.length:
        stop = end if end is not None else min(order.length, start + edit.finish(clip) - edit.begin(clip))
        changed = edit.trim(changed, index, 0, start_ms=start, end_ms=stop)
    changed = _headlined(changed, text, clip.text)
    return order.done(replace(changed, title=text), "title_text", text=text)


def _before_captions(timeline: Timeline) -> int | None:
    return edit.find(timeline, TEXT, "captions")


def _headlined(timeline: Timeline, text: str, old: str) -> Timeline:
    """Cards that showed the old title show the new one."""
    index = edit.find(timeline, "video")
    for place, clip in enumerate(timeline.tracks[index].clips if index is not None else ()):
        if index is not None and clip.metadata.get("headline") == old:
            timeline = edit.set_metadata(timeline, index, place, {"headline": text, "keyword": None})
            timeline = edit.replace_clip(
                timeline, index, place, replace(timeline.tracks[index].clips[place], name=text[:40])
            )
    return timeline


def _without_title(order: Order) -> Done:
    index = order.titles
    if index is None:
        return order.refused("no_title")
    timeline, shown = order.timeline, order.timeline.tracks[index].clips
    timeline = edit.remove_track(timeline, index)
    opening = order.scenes[0] if order.scenes else None
    card = (
        opening is not None
        and opening.metadata.get("scene") == TITLE
        and shown
        and shown[0].start_ms == opening.start_ms
    )
    if card and opening is not None and not opening.metadata.get("media") and len(order.scenes) > 1:
        timeline = edit.cut(timeline, edit.begin(opening), edit.finish(opening))
    elif card and order.pictures is not None:
        timeline = edit.set_metadata(timeline, order.pictures, 0, {"headline": None})
    return order.done(timeline, "title_removed")


def _restyled(order: Order, index: int) -> Done | None:
    timeline, clip = order.timeline, order.timeline.tracks[index].clips[0]
    sayings: list[Done] = []
    colour = amounts.colours(order.words)
    if colour:
        timeline = edit.set_metadata(timeline, index, 0, {"color": colour[0][0]})
        sayings.append(order.done(timeline, "title_colour", colour=order.own[colour[0][1] : colour[0][2]]))
    place = _place(order)
    if place:
        timeline = edit.set_metadata(timeline, index, 0, {"position": place})
        sayings.append(order.done(timeline, "title_place", place=word(place, order.tongue)))
    elif _size(order):
        return order.refused(
            "not_available", what={"en": "title size", "zh-CN": "标题大小", "zh-TW": "標題大小"}[order.tongue]
        )
    elif not colour:
        return _moved(order, index, clip)
    last = sayings[-1]
    gap = " " if order.tongue == "en" else ""
    return Done(timeline, gap.join(done.said for done in sayings), last.verb)


def _moved(order: Order, index: int, clip: Clip) -> Done | None:
    length = edit.finish(clip) - edit.begin(clip)
    span = _span(order)
    longer = order.has(rf"(?P<n>{SECONDS})\s+(?P<more>longer|more|shorter|less)|(?:延长|多显示)(?P<nzh>{SECONDS})")
    if longer:
        by = amounts.durations(longer["n"] or longer["nzh"])
        if not by:
            return None
        less = (longer["more"] or "").lower() in {"shorter", "less"}
        start, end = edit.begin(clip), edit.finish(clip) + (-1 if less else 1) * int(by[0].value)
    elif span:
        start, end = span[0], span[1] if span[1] is not None else span[0] + length
    elif found := order.has(
        rf"\bfor (?P<n>{SECONDS})|(?:显示|持续|停留)(?P<nzh>{SECONDS})|(?P<last>until the end|"
        rf"to the end|throughout|whole video|entire video|全程|到最后)"
    ):
        by = amounts.durations(found["n"] or found["nzh"] or "")
        start = edit.begin(clip)
        end = start + int(by[0].value) if by else order.length
    else:
        return None
    if start >= order.length or end <= start:
        return order.refused("outside", length=_length(order))
    end = min(end, order.length)
    moved = edit.trim(order.timeline, index, 0, start_ms=start, end_ms=end)
    opening = order.scenes[0] if order.scenes else None
    if opening is not None and order.pictures is not None and opening.metadata.get("scene") == TITLE:
        covers = min(end, edit.finish(opening)) - start > 0
        moved = edit.set_metadata(moved, order.pictures, 0, {"headline": clip.text if covers else None})
    return order.done(moved, "title_time", start=clock(start), end=clock(end))


def _span(order: Order) -> tuple[int, int | None] | None:
    """The times an order names: both ends, or only the start."""
    both = amounts.ranges(order.words)
    if both:
        return both[0][0], both[0][1]
    clocks = amounts.clocks(order.words)
    if clocks:
        return int(clocks[0].value), None
    found = order.has(
        rf"\b(?:to|at|from|starting at|after|around)\s+(?:the )?(?:(?P<n>{SECONDS})|second (?P<s>\d+)|"
        rf"(?P<b>beginning|start)\b)|第\s*(?P<z>{amounts.DIGITS}|{amounts.ZH_NUMBER})\s*秒|(?:移到|放到|挪到|从|"
        rf"从|在)(?P<zz>{SECONDS})|(?P<zb>开头|最前)"
    )
    if not found:
        return None
    if found["b"] or found["zb"]:
        return 0, None
    if found["s"]:
        return int(found["s"]) * 1000, None
    at = amounts.moment(found["n"] or found["z"] or found["zz"])
    return None if at is None else (at, None)


def _length(order: Order) -> str:
    return clock(order.length)


# --- captions -------------------------------------------------------------------------------------------------------


def captions(order: Order) -> Done | None:
    if not order.has(CAPTIONS):
        return None
    on = order.timeline.metadata.get("captions") is not False
    index = order.captions
    if order.has(
        rf"\b(?:remove|delete|hide|drop|turn off|switch off|disable|no|without|lose|"
        rf"get rid of)\b.{{0,16}}?(?:{CAPTIONS})|(?:{CAPTIONS})\W+(?:off|away)\b|"
        r"(?:去掉|删除|关闭|关掉|不要|隐藏|移除)(?:所有|全部)?字幕|字幕(?:去掉|删除|关闭|关掉|隐藏|移除)"
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
    beyond = order.has(r"\b(?:outlined?|strokes?|shadows?|italics?|underlined?|glow\w*)\b|描边|阴影|斜体|下划线|发光")
    if beyond or (not style and order.has(r"\b(?:fonts?|typefaces?)\b|字体")):
        what = {"en": "such caption styling", "zh-CN": "这种字幕样式", "zh-TW": "這種字幕樣式"}[order.tongue]
        return order.refused("not_available", what=what)
    if style and order.which():
        return order.refused("captions_alike")
    if style:
        timeline = order.shown(order.timeline, captions=True)
        for place in range(len(timeline.tracks[index].clips)):
            timeline = edit.set_metadata(timeline, index, place, style)
        shown = _lettering(timeline)
        if style.get("position", shown.place) != shown.place:
            return order.refused("captions_middle")
        if on and shown == _lettering(order.timeline):
            return order.refused("already")
        what = ", ".join(
            word(str(value), order.tongue) if key != "color" else str(value) for key, value in style.items()
        )
        return order.done(timeline, "captions_style", what=what)
    if order.has(
        r"\b(?:add|turn on|switch on|enable|show|put|include|with|want|restore|bring back)\b|\bon\b|加|"
        r"打开|开启|显示|恢复|要"
    ):
        return order.refused("already") if on else order.done(order.shown(order.timeline, captions=True), "captions_on")
    return None


def _lettering(timeline: Timeline) -> CaptionStyle:
    """The captions as they are painted."""
    return read(timeline, "480p").stage.lettering


def _style(order: Order) -> dict[str, Any]:
    style: dict[str, Any] = {}
    colour = amounts.colours(order.words)
    if colour:
        style["color"] = colour[0][0]
    if _place(order):
        style["position"] = _place(order)
    if _size(order):
        sizes = ("small", "normal", "large")
        step = {"larger": 1, "smaller": -1}[_size(order)]
        style["size"] = sizes[min(2, max(0, sizes.index(_lettering(order.timeline).size) + step))]
    for name, words in (
        ("karaoke", r"karaoke|word by word|逐字|卡拉ok"),
        ("plain", r"\bplain\b|\bsimple\b|简单"),
        ("box", r"\bbox(?:ed)?\b|background box|底框"),
    ):
        if order.has(words):
            style["style"] = name
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
    return order.done(edit.set_text(order.timeline, index, spot, text), "caption_text", scene=places[0] + 1, text=text)


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
    old, new = order.quoted[int(found["a"] or found["c"])], order.quoted[int(found["b"] or found["d"])]
    seen = re.compile(re.escape(old), re.IGNORECASE)
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

    tracks = tuple(replace(track, clips=tuple(on(clip) for clip in track.clips)) for track in order.timeline.tracks)
    timeline = replace(order.timeline, tracks=tracks, title=seen.sub(lambda _: new, order.timeline.title))
    if not count:
        return order.refused("no_words", old=old)
    return order.done(timeline, "words_replaced", old=old, new=new, count=count)


def scene_text(order: Order) -> Done | None:
    """'change the text of scene 2 to "..."', 'scene 2 should say "..."'."""
    text = order.text(
        r"(?:\b(?:text|words?|sentence|line|wording)\b.{0,30}?|\bscene\b.{0,24}?|场景|镜头|画面).{0,12}?"
        r"(?:to say|to read|to|say|saying|says|read|reads|:|：|文字改成|文字改为|改成|改为|写)\s*(?P<t>⟦\d+⟧)"
    )
    places = order.which()
    if not text or not places or order.pictures is None or order.has(r"\b(?:add|insert)\b|添加|插入|加一"):
        return None
    if places[0] < 0:
        return order.refused("no_scene", count=len(order.scenes))
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
    return order.done(timeline, "scene_text", scene=places[0] + 1, text=text)


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
    return order.done(timeline, "emphasis", scene=places[0] + 1, text=text)


RULES: tuple[Rule, ...] = (replaced_words, scene_text, captions, title, emphasis)
