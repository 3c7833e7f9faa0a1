"""Orders about the title: what it says, when and where it is seen, in what colour and size. Pure."""

from dataclasses import replace

from ...timeline import TEXT, Clip, Timeline, Track, edit
from ..language import amounts
from ..look.script import read
from ..storyboard import TITLE
from .order import Done, Order, clock
from .receipts import word
from .words import CAPTIONS, SECONDS, TITLE_EN, TITLE_ZH, place_of, size_of

_TO = r"(?:\s*(?:to say|to read|to|as|into|saying|says?|reads?|with|:|=)\s*|\s+(?=⟦))"
_TO_ZH = r"(?:(?:改成|改为|换成|变成|设为|设置为|叫做?|写成?|为|是)\s*[：:]?|：|:)"


def title(order: Order) -> Done | None:
    renamed = order.text(
        r"^\W*(?:please |just )?(?:call|name|title|rename) (?:it|this|that|the (?:video|film))(?: to)?\s+(?P<t>⟦\d+⟧|[^,;⟦]+?)(?:\s+instead)?[.!]?$"
    )
    if renamed:
        return _titled(order, renamed)
    if not order.has(f"{TITLE_EN}|{TITLE_ZH}") or order.has(rf"{CAPTIONS}"):
        return None
    gone = order.has(
        rf"\b(?:remove|delete|hide|drop|get rid of|take out|no|without|lose)\b.{{0,12}}?{TITLE_EN}|{TITLE_EN} off\b|"
        rf"(?:去掉|删除|删掉|不要|隐藏|移除|拿掉|拿走){TITLE_ZH}|(?:把|将)?{TITLE_ZH}(?:都|也)?(?:去掉|删除|删掉|隐藏|移除|拿掉|拿走|不要)"
    )
    if gone:
        return _without_title(order)
    text = _title_text(order)
    index = order.titles
    if index is None or not order.timeline.tracks[index].clips:
        return _titled(order, text) if text else order.refused("no_title")
    if not text:
        return _restyled(order, index)
    done = _titled(order, text)
    looks = _restyled(replace(order, timeline=done.timeline), index) if _look(order) else None
    if looks is None or not looks.possible:
        return done
    gap = " " if order.tongue == "en" else ""
    return replace(looks, said=f"{done.said}{gap}{looks.said}")


def _title_text(order: Order) -> str | None:
    return (
        order.text(rf"{TITLE_EN}(?: that)?{_TO}(?P<t>⟦\d+⟧)")
        or order.text(rf"(?:{TITLE_EN}).{{0,24}}?(?P<t>⟦\d+⟧)")
        or order.text(rf"(?P<t>⟦\d+⟧) (?:as|for) {TITLE_EN}")
        or order.text(rf"{TITLE_ZH}.{{0,6}}?{_TO_ZH}?\s*(?P<t>⟦\d+⟧)")
        or order.text(
            rf"\b(?:change|set|rename|update|rewrite|edit|make)\b.{{0,8}}?{TITLE_EN}(?: text)?(?: to say|"
            rf" to read| to| as|:| say| read|, call it)\s+"
            rf"(?P<t>(?!(?:the |be )?(?:top|bottom|cent|middle|\d|bigger|larger|smaller|start|begin|second|"
            rf"appear|show|stay|last|white|black|red|blue|green|yellow|orange|purple|pink|"
            rf"gold))[^,;]+?)(?: at \d| from \d|$)"
        )
        or order.text(
            rf"{TITLE_EN}\s+(?:should|must|needs? to|has to|can)\s+(?:say|read|be)\s+(?P<t>(?!(?:the |at |in |on |a )|bigger|larger|smaller|red|blue|green|"
            rf"yellow|white|black|orange|purple|pink|gold|longer|shorter|shown|visible|removed|gone|centred|centered|bold|\d)[^,;]+?)(?:\s+instead(?: of\b.*)?|\s+(?:and )?not\b.*)?$"
        )
        or order.text(
            rf"\b(?:change|set|rename|update|rewrite|edit|make|call)\b[^:]{{0,12}}{TITLE_EN}\s*:\s*(?P<t>[^⟦]+)$"
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
        clip = Clip(begin, stop, text=text, metadata={"role": "title", "position": place_of(order) or "center"})
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


def _look(order: Order) -> bool:
    return bool(amounts.colours(order.words) or place_of(order) or size_of(order, "normal"))


def _restyled(order: Order, index: int) -> Done | None:
    timeline, clip = order.timeline, order.timeline.tracks[index].clips[0]
    sayings: list[Done] = []
    colour = amounts.colours(order.words)
    if colour:
        timeline = edit.set_metadata(timeline, index, 0, {"color": colour[0][0]})
        sayings.append(order.done(timeline, "title_colour", colour=order.own[colour[0][1] : colour[0][2]]))
    place = place_of(order)
    if place:
        timeline = edit.set_metadata(timeline, index, 0, {"position": place})
        sayings.append(order.done(timeline, "title_place", place=word(place, order.tongue)))
    now = str(clip.metadata.get("size") or "normal")
    size = size_of(order, now)
    if size:
        timeline = edit.set_metadata(timeline, index, 0, {"size": size})
        sayings.append(order.done(timeline, "title_size", size=word(size, order.tongue)))
    if not sayings:
        return _moved(order, index, clip)
    if timeline == order.timeline:
        return order.refused("as_far" if size else "already")
    if size == "large" and not _grows(order.timeline, timeline):
        return order.refused("title_full")
    last = sayings[-1]
    gap = " " if order.tongue == "en" else ""
    return Done(timeline, gap.join(done.said for done in sayings), last.verb)


def _grows(before: Timeline, after: Timeline) -> bool:
    """Is the title larger on the screen, and not only in the books?"""
    from ..look.layouts import title_size  # brings the fonts

    return title_size(read(after, "1080p")) > title_size(read(before, "1080p")) * 1.02


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
    elif until := order.has(
        rf"\b(?:until|till|up to) (?:the )?(?:(?P<n>{SECONDS}|\d+:\d\d)|second (?P<s>\d+))|(?:直到|显示到|保持到|停留到|留到)第?(?P<z>{amounts.DIGITS}|{amounts.ZH_NUMBER})秒"
    ):
        start = edit.begin(clip)
        end = amounts.moment(until["n"] or until["s"] or until["z"]) or 0
    elif span:
        start, end = span[0], span[1] if span[1] is not None else span[0] + length
    elif found := order.has(
        rf"\bfor (?:just |only |about )?(?P<n>{SECONDS})|(?:显示|持续|停留)(?P<nzh>{SECONDS})|(?P<last>until the end|"
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
