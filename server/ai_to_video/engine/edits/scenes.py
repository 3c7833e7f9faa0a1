"""Orders about scenes: take one away, move it, double it, add one, put a picture into it, how one follows another. Pure."""

import re
from dataclasses import replace
from typing import Any

from ...timeline import Clip, Timeline, edit
from ..language import amounts
from ..prompt.wishes_motion import transition_named
from ..replies import spoken_length
from ..storyboard import CLOSE, STATEMENT
from .order import Done, Order, Rule, clock
from .pointing import numbered
from .receipts import word

ADDED_MS = 3_000
_SCENE = r"\b(?:scenes?|shots?|clips?|slides?|cards?|intro|outro|opening)\b"
_SCENE_ZH = r"(?:场景|镜头|画面|片段|片头|片尾|第.{1,3}[幕段页句])"
PICTURE = (
    r"\b(?:pictures?|images?|photos?|backgrounds?(?: image| picture)?|footage|video|clip|logo)\b|"
    r"图片|照片|图|画面|背景|素材|视频|标志"
)
REMOVE = r"\b(?:remov(?:e|ing)|delet(?:e|ing)|drop(?:ping)?|cut(?:ting)?|(?:take|taking) out|get(?:ting)? rid of|lose|losing|skip|leave out|(?:can|should|must|may) (?:go|be (?:removed|deleted|cut))|(?:isn't|is not|not) needed)\b|删掉|删除|删了|去掉|移除|不要|剪掉|拿掉|拿走|删"


def _named(order: Order) -> bool:
    return bool(order.has(f"{_SCENE}|{_SCENE_ZH}") or order.spoken_of())


def _missing(order: Order, places: list[int]) -> Done | None:
    """The refusal for scenes that do not exist or were not named."""
    if not places:
        return order.refused("which_scene", count=len(order.scenes))
    return order.no_scene() if any(place < 0 for place in places) else None


def removed(order: Order) -> Done | None:
    if (
        not (order.has(REMOVE) and _named(order))
        or order.has(r"\bseconds\b|\d\s*-?\s*s(?:ecs?|econds?)?\b|\btransitions?\b|秒|转场")
        or of_a_scene(order)
    ):
        return None
    places = order.which()
    problem = _missing(order, places)
    if problem:
        return problem
    if len(set(places)) >= len(order.scenes):
        return order.refused("last_scene")
    timeline = order.timeline
    for place in sorted(set(places), reverse=True):
        scene = order.scenes[place]
        timeline = edit.cut(timeline, edit.begin(scene), edit.finish(scene))
    names = ", ".join(str(order.number(place)) for place in sorted(set(places)))
    return order.done(timeline, "scene_removed", scene=names, length=spoken_length(edit.length(timeline), order.tongue))


def of_a_scene(order: Order) -> bool:
    """ "the picture of scene 2", "the photo in the last scene" """
    return bool(
        order.has(
            rf"(?:{PICTURE})\s+(?:of|in|from|on|behind)\s+(?:the )?(?:\w+ )?(?:scene|shot|slide)|(?:场景|"
            rf"镜头)的?(?:图|照片|背景)"
        )
    )


def swapped(order: Order) -> Done | None:
    if (
        not order.has(r"\b(?:swap|switch|exchange|trade|change places)\b|交换|互换|对调|调换|对换|换(?:一下|个?位置?)")
        or order.pictures is None
    ):
        return None
    places = order.which()
    bare = [int(amounts.number(n) or 0) for n in re.findall(r"\d+|(?<=第)[一二三四五六七八九十]+", order.words)]
    if len(places) < 2 and len(bare) == 2:
        places = [-1 if (place := numbered(order.scenes, number)) is None else place for number in bare]
    if order.upload() or not (_named(order) or len(bare) == 2) or order.has(rf"{MUSIC_WORDS}"):
        return None
    if len(places) != 2 or any(place < 0 for place in places):
        return order.no_scene() if len(places) == 2 else order.refused("which_scene", count=len(order.scenes))
    arranged = list(range(len(order.scenes)))
    arranged[places[0]], arranged[places[1]] = arranged[places[1]], arranged[places[0]]
    return order.done(
        edit.reorder(order.timeline, order.pictures, arranged),
        "scenes_swapped",
        one=order.number(places[0]),
        two=order.number(places[1]),
    )


MUSIC_WORDS = r"\b(?:music|song|captions?|title)\b|音乐|字幕|标题"


def reversed_order(order: Order) -> Done | None:
    if (
        not order.has(
            r"\b(?:reverse|invert|flip)\b.{0,24}\b(?:order|scenes?|sequence)\b|\b(?:backwards|in reverse)\b|倒序|颠倒|反过来|倒过来"
        )
        or order.pictures is None
    ):
        return None
    arranged = list(range(len(order.scenes)))[::-1]
    return order.done(edit.reorder(order.timeline, order.pictures, arranged), "scenes_reversed")


def kept_only(order: Order) -> Done | None:
    """ "keep only the first three scenes", "只保留第二个场景"."""
    if not order.has(
        r"\b(?:keep|leave) (?:only|just)\b|\bonly keep\b|\b(?:remove|delete|drop) (?:everything|all(?: scenes)?|the rest) (?:but|except)\b|只(?:保留|留下?|要)|仅保留"
    ):
        return None
    places = sorted(set(order.which()))
    if not places:
        return None
    if places[0] < 0:
        return order.no_scene()
    if len(places) == len(order.scenes):
        return order.refused("already")
    timeline = order.timeline
    for place in reversed([at for at in range(len(order.scenes)) if at not in places]):
        timeline = edit.cut(timeline, edit.begin(order.scenes[place]), edit.finish(order.scenes[place]))
    names = ", ".join(str(order.number(place)) for place in places)
    return order.done(timeline, "scenes_kept", scene=names, length=spoken_length(edit.length(timeline), order.tongue))


def moved(order: Order) -> Done | None:
    if not (
        order.has(
            r"\b(?:move|put|drag|place|bring|shift|reorder)\b|\b(?:should|must|needs? to|has to|can) (?:come|go|be)\b.*\b(?:before|after|behind|first|last|start|end)\b|移到|移动|放到|挪到|拖到|排到|调到|拖拽|拖曳"
        )
        and _named(order)
    ):
        return None
    if (
        order.pictures is None
        or order.upload()
        or order.has(
            r"\b(?:captions?|music)\b|字幕|音乐|(?<!before the )(?<!after the )(?<!behind the )\btitle\b(?! (?:card|scene))|标题(?!之?[前后])"
        )
    ):
        return None
    places = order.which()
    if any(place < 0 for place in places):
        return order.no_scene()
    if not places:
        return order.refused("which_scene", count=len(order.scenes))
    start, to = places[0], _destination(order, places)
    if to is None:
        return None
    to = min(max(to, 0), len(order.scenes) - 1)
    if to == start:
        return order.refused("already")
    return order.done(
        edit.move(order.timeline, order.pictures, start, to), "scene_moved", scene=order.number(start), place=to + 1
    )


def _destination(order: Order, places: list[int]) -> int | None:
    last = len(order.scenes) - 1
    start = places[0]
    if order.has(
        r"\bto (?:the )?(?:very )?(?:start|beginning|front|top)\b|\bfirst(?: place| position)?\s*$|"
        r"到?(?:最前|开头|第一[个位]|首位)"
    ):
        return 0
    if order.has(
        r"\bto (?:the )?(?:very )?(?:end|back|bottom)\b|\blast(?: place| position)?\s*$|到?(?:最后|末尾|结尾)(?!一)"
    ):
        return last
    beside = order.has(
        r"\b(?P<b>before|in front of|ahead of)\b|\b(?P<a>after|behind|following)\b|(?P<bz>之前|前面)|(?P<az>之后|后面)"
    )
    title = order.has(r"\b(?:before|after|behind|in front of) the title\b|标题之?[前后]")
    if beside and (title or len(places) > 1):
        target = 0 if title else places[1]
        if target < 0:
            return None
        after = bool(beside["a"] or beside["az"])
        target -= start < target
        return target + after
    position = order.has(
        r"\b(?:to|into|in) (?:position|place|spot|number|slot)?\s*#?(?P<n>\d+)\b|到第(?P<z>\d+|[一二三四五六七八九十]+)"
    )
    if position:
        return int(amounts.number(position["n"] or position["z"]) or 1) - 1
    if order.has(r"\b(?:up|earlier|forward)\b|前移|往前|提前"):
        return start - 1
    if order.has(r"\b(?:down|later|back)\b|后移|往后"):
        return start + 1
    moments = amounts.clocks(order.words)
    if moments:
        return sum(edit.begin(scene) < moments[0].value for at, scene in enumerate(order.scenes) if at != start)
    return places[1] if len(places) > 1 else None


def doubled(order: Order) -> Done | None:
    if (
        not (
            order.has(
                r"\b(?:duplicate|copy|repeat|double)\b|\b(?:show|play)\b.*\b(?:twice|again|two times|once more)\b|复制|重复|放两[遍次]|出现两次"
            )
            and _named(order)
        )
        or order.pictures is None
    ):
        return None
    if order.has(r"\bspeed\b|倍速"):
        return None
    places = order.which()
    problem = _missing(order, places)
    if problem:
        return problem
    timeline = edit.duplicate(order.timeline, order.pictures, places[0])
    return order.done(
        timeline,
        "scene_doubled",
        scene=order.number(places[0]),
        length=spoken_length(edit.length(timeline), order.tongue),
    )


def added(order: Order) -> Done | None:
    """'add a scene saying "..." after scene 2', '在最后加一个画面“...”'."""
    text = order.text(
        rf"\b(?:add|insert|append|create|end|finish|close)\b.{{0,24}}?(?:scene|slide|card|shot|frame|"
        rf"call to action|end ?card|with|text)\b.{{0,40}}?(?P<t>⟦\d+⟧)|"
        rf"(?:添加|插入|增加|加上?).{{0,14}}?{_SCENE_ZH}?.{{0,14}}?(?P<z>⟦\d+⟧)"
    ) or order.text(
        r"\b(?:add|insert|append)\b(?: an?| another| a new| one more)* (?:scene|slide|card|shot)\b[^:]{0,40}?(?::|\bsaying|\bthat says|\bwith the (?:text|words))\s*(?P<t>[^⟦:]+)$|"
        r"(?:添加|插入|增加|加上?)[^：:]{0,20}(?:场景|镜头|画面)[^：:]{0,10}[：:]\s*(?P<z>[^⟦]+)$"
    )
    if not text or order.pictures is None or order.has(r"\b(?:title|captions?)\b|标题|字幕"):
        return None
    at, place = spot(order)
    closing = place == len(order.scenes) and order.has(r"\bend|call to action|结尾|最后")
    kind = CLOSE if closing else STATEMENT
    shown = {"headline": text} if closing else {"body": text}
    facts: dict[str, Any] = {"scene": kind, **shown, "transition": "fade", "weight": 0.9}
    timeline = edit.insert(order.timeline, order.pictures, Clip(at, at + ADDED_MS, text[:40], metadata=facts))
    timeline = only_lengthened(timeline)
    if order.captions is not None and kind == STATEMENT:
        caption = Clip(at, at + ADDED_MS, text=text, metadata={"role": "captions"})
        timeline = edit.overwrite(timeline, order.captions, caption)
    return order.done(timeline, "scene_added", text=text, start=clock(at))


def spot(order: Order) -> tuple[int, int]:
    """(moment, place) where something new goes in: beside a scene, at a time, at the end."""
    places = [place for place in order.which() if place >= 0]
    if places:
        scene = order.scenes[places[0]]
        before = order.has(r"\b(?:before|in front of)\b|之前|前面")
        return (edit.begin(scene), places[0]) if before else (edit.finish(scene), places[0] + 1)
    if order.has(r"\b(?:at|to|in) the (?:very )?(?:start|beginning)\b|\bstart with\b|开头|最前"):
        return 0, 0
    moments = [
        *amounts.clocks(order.words),
        *(found for found in amounts.durations(order.words) if order.has(r"\bat\b|第")),
    ]
    if moments and moments[0].value < order.length:
        near = min(range(len(order.scenes)), key=lambda at: abs(edit.finish(order.scenes[at]) - moments[0].value))
        return edit.finish(order.scenes[near]), near + 1
    return order.length, len(order.scenes)


def only_lengthened(timeline: Timeline) -> Timeline:
    """Music that ended with the video still does."""
    tracks = []
    for track in timeline.tracks:
        if track.metadata.get("role") == "music" and track.clips:
            end = edit.length(timeline)
            track = replace(track, clips=(*track.clips[:-1], replace(track.clips[-1], end_ms=end)))
        tracks.append(track)
    return replace(timeline, tracks=tuple(tracks))


# --- transitions ----------------------------------------------------------------------------------------------------


def transition(order: Order) -> Done | None:
    """ "use slide transitions", "crossfade between all scenes", "scene 3 should zoom in"."""
    spoken = order.has(
        r"\btransitions?\b|\bbetween (?:all |the |each |every )*(?:scenes?|shots?|clips?)\b|"
        r"\bcross-?fades?\b|\bdissolves?\b|\b(?:hard|straight|jump|only|just) cuts?\b|\bcuts only\b|转场|过渡|场景之间|硬切"
    )
    if not spoken or order.pictures is None:
        return None
    removing = order.has(
        r"\b(?:no|remove|without|disable|turn off|delete)\b.{0,12}transitions?|(?:不要|去掉|删除|取消|关闭)(?:任何|所有)?转场|转场(?:都|全部)?(?:去掉|取消|不要)"
    )
    name = "cut" if removing else transition_named(order.words)
    if not name:
        return order.refused(
            "not_available", what={"en": "such transition", "zh-CN": "这种转场", "zh-TW": "這種轉場"}[order.tongue]
        )
    places = order.which()
    if any(place < 0 for place in places):
        return order.no_scene()
    timeline = order.timeline
    for place in places or range(1, len(order.scenes)):
        timeline = edit.set_metadata(timeline, order.pictures, place, {"transition": name})
    what = word("one_changes", order.tongue, n=order.number(places[0])) if places else word("all_change", order.tongue)
    return order.done(timeline, "transition", what=what, name=word(name, order.tongue))


RULES: tuple[Rule, ...] = (swapped, doubled, added, kept_only, reversed_order, moved, removed)
