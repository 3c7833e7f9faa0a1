"""Orders about scenes: take one away, move it, double it, add one, put a picture into it, how one follows another. Pure."""

import re
from dataclasses import replace
from typing import Any

from ..timeline import Clip, Media, Timeline, edit
from . import amounts
from .casting import scene_kind
from .order import Done, Order, Rule, clock
from .receipts import word
from .replies import spoken_length
from .storyboard import CLIP, CLOSE, PHOTO, SCENE_MS, STATEMENT

ADDED_MS = 3_000
_SCENE = r"\b(?:scenes?|shots?|clips?|slides?|cards?|intro|outro|opening)\b"
_SCENE_ZH = r"(?:场景|镜头|画面|片段|片头|片尾)"
_PICTURE = (
    r"\b(?:pictures?|images?|photos?|backgrounds?(?: image| picture)?|footage|video|clip|logo)\b|"
    r"图片|照片|图|画面|背景|素材|视频|标志"
)
_REMOVE = r"\b(?:remove|delete|drop|cut|take out|get rid of|lose|skip|leave out)\b|删掉|删除|去掉|移除|不要|剪掉|拿掉"


def _named(order: Order) -> bool:
    return bool(order.has(f"{_SCENE}|{_SCENE_ZH}"))


def _missing(order: Order, places: list[int]) -> Done | None:
    """The refusal for scenes that do not exist or were not named."""
    if not places:
        return order.refused("which_scene", count=len(order.scenes))
    return order.refused("no_scene", count=len(order.scenes)) if any(place < 0 for place in places) else None


def removed(order: Order) -> Done | None:
    if (
        not (order.has(_REMOVE) and _named(order))
        or order.has(r"\bseconds\b|\d\s*-?\s*s(?:ecs?|econds?)?\b|\btransitions?\b|秒|转场")
        or _of_a_scene(order)
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
    names = ", ".join(str(place + 1) for place in sorted(set(places)))
    return order.done(timeline, "scene_removed", scene=names, length=spoken_length(edit.length(timeline), order.tongue))


def _of_a_scene(order: Order) -> bool:
    """ "the picture of scene 2", "the photo in the last scene" """
    return bool(
        order.has(
            rf"(?:{_PICTURE})\s+(?:of|in|from|on|behind)\s+(?:the )?(?:\w+ )?(?:scene|shot|slide)|(?:场景|"
            rf"镜头)的?(?:图|照片|背景)"
        )
    )


def swapped(order: Order) -> Done | None:
    if not order.has(r"\b(?:swap|switch|exchange)\b|交换|互换|对调|调换") or order.pictures is None:
        return None
    if not _named(order) or order.upload():
        return None
    places = order.which()
    if len(places) < 2:
        places = [
            int(amounts.number(n) or 0) - 1 for n in re.findall(r"\d+|(?<=第)[一二三四五六七八九十]+", order.words)
        ]
        places = [place if place < len(order.scenes) else -1 for place in places]
    if len(places) != 2 or any(place < 0 for place in places):
        return order.refused("no_scene" if len(places) == 2 else "which_scene", count=len(order.scenes))
    arranged = list(range(len(order.scenes)))
    arranged[places[0]], arranged[places[1]] = arranged[places[1]], arranged[places[0]]
    return order.done(
        edit.reorder(order.timeline, order.pictures, arranged), "scenes_swapped", one=places[0] + 1, two=places[1] + 1
    )


def moved(order: Order) -> Done | None:
    if not (
        order.has(r"\b(?:move|put|drag|place|bring|shift|reorder)\b|移到|移动|放到|挪到|拖到|排到|调到|拖拽|拖曳")
        and _named(order)
    ):
        return None
    if order.pictures is None or order.upload() or order.has(r"\b(?:captions?|title|music)\b|字幕|标题|音乐"):
        return None
    places = order.which()
    if places and places[0] < 0:
        return order.refused("no_scene", count=len(order.scenes))
    if not places:
        return order.refused("which_scene", count=len(order.scenes))
    start, to = places[0], _destination(order, places)
    if to is None:
        return None
    to = min(max(to, 0), len(order.scenes) - 1)
    if to == start:
        return order.refused("already")
    return order.done(
        edit.move(order.timeline, order.pictures, start, to), "scene_moved", scene=start + 1, place=to + 1
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
    if beside and len(places) > 1:
        target = places[1]
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
    if not (order.has(r"\b(?:duplicate|copy|repeat|double)\b|复制|重复") and _named(order)) or order.pictures is None:
        return None
    if order.has(r"\bspeed\b|倍速"):
        return None
    places = order.which()
    problem = _missing(order, places)
    if problem:
        return problem
    timeline = edit.duplicate(order.timeline, order.pictures, places[0])
    return order.done(
        timeline, "scene_doubled", scene=places[0] + 1, length=spoken_length(edit.length(timeline), order.tongue)
    )


def added(order: Order) -> Done | None:
    """'add a scene saying "..." after scene 2', '在最后加一个画面“...”'."""
    text = order.text(
        rf"\b(?:add|insert|append|create|end|finish|close)\b.{{0,24}}?(?:scene|slide|card|shot|frame|"
        rf"call to action|end ?card|with|text)\b.{{0,40}}?(?P<t>⟦\d+⟧)|"
        rf"(?:添加|插入|增加|加上?).{{0,14}}?{_SCENE_ZH}?.{{0,14}}?(?P<z>⟦\d+⟧)"
    )
    if not text or order.pictures is None or order.has(r"\b(?:title|captions?)\b|标题|字幕"):
        return None
    at, place = _spot(order)
    closing = place == len(order.scenes) and order.has(r"\bend|call to action|结尾|最后")
    kind = CLOSE if closing else STATEMENT
    shown = {"headline": text} if closing else {"body": text}
    facts: dict[str, Any] = {"scene": kind, **shown, "transition": "fade", "weight": 0.9}
    timeline = edit.insert(order.timeline, order.pictures, Clip(at, at + ADDED_MS, text[:40], metadata=facts))
    timeline = _stretched_music(timeline)
    if order.captions is not None and kind == STATEMENT:
        caption = Clip(at, at + ADDED_MS, text=text, metadata={"role": "captions"})
        timeline = edit.overwrite(timeline, order.captions, caption)
    return order.done(timeline, "scene_added", text=text, start=clock(at))


def _spot(order: Order) -> tuple[int, int]:
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


def _stretched_music(timeline: Timeline) -> Timeline:
    """Music that ended with the video still does."""
    tracks = []
    for track in timeline.tracks:
        if track.metadata.get("role") == "music" and track.clips:
            end = edit.length(timeline)
            track = replace(track, clips=(*track.clips[:-1], replace(track.clips[-1], end_ms=end)))
        tracks.append(track)
    return replace(timeline, tracks=tuple(tracks))


# --- pictures -------------------------------------------------------------------------------------------------------


def pictured(order: Order) -> Done | None:
    """ "replace the picture of scene 2 with beach.jpg", "add logo.png at the end", "use my photo in scene 3"."""
    asked = order.has(
        r"\b(?:replace|swap|use|put|show|set|change|add|insert|include|place|display|append|start|end|"
        r"open)\b|换成|替换|改成|用|放|插入|添加|加|显示|使用"
    )
    if not asked or order.pictures is None:
        return None
    item = order.upload()
    if item is None and (
        order.has(
            rf"(?:{_PICTURE}).{{0,20}}\b(?:with|by|to)\b|\b(?:my|the|this) (?:upload(?:ed)?|photo|image|"
            rf"picture|logo|footage)\b|上传的|我的(?:图|照片)|(?:图|照片|画面)换成"
        )
    ):
        item = _only(order)
        if item is None and (
            order.has(r"\.\w{3,4}\b") or order.has(r"\b(?:my|upload(?:ed)?)\b|上传|我的|\b(?:replace|swap)\b|换成|替换")
        ):
            return order.refused("no_upload")
    if item is None or item.kind == "audio":
        named = order.has(r"(?<![\w.])[\w\u4e00-\u9fff-]+\.(?:jpe?g|png|gif|webp|mp4|mov|webm|mkv|avi)\b")
        return order.refused("no_upload") if named and item is None else None
    places = order.which()
    if any(place < 0 for place in places):
        return order.refused("no_scene", count=len(order.scenes))
    insert = order.has(r"\b(?:add|insert|append)\b|添加|插入|加入|加上") and not order.has(
        r"\b(?:to|in|into|on|behind)\b (?:the )?(?:\w+ )?(?:scene|shot|slide|background)\b|场景里|场景中|背景"
    )
    if order.has(r"\bbackground\b|\b(?:every|all) scenes?\b|throughout|背景|所有场景|全程") and not places:
        return _everywhere(order, item)
    if not places and not insert:
        places = _where(order)
    if places and not (insert and order.has(r"\b(?:before|after)\b|之前|之后|前面|后面")):
        timeline = show(order.timeline, order.pictures, places[0], item)
        return order.done(timeline, "picture_set", scene=places[0] + 1, name=item.name)
    return _inserted(order, item)


def _only(order: Order) -> Media | None:
    """The upload meant when none is named: the only picture there is, or the one not shown yet."""
    pictures = [item for item in order.media if item.kind in {"image", "video"}]
    shown = {str(clip.metadata.get("media") or clip.source) for clip in order.scenes}
    fresh = [item for item in pictures if item.name not in shown]
    return pictures[0] if len(pictures) == 1 else fresh[0] if len(fresh) == 1 else None


def _where(order: Order) -> list[int]:
    if order.has(r"\b(?:start|beginning|opening|open|intro)\b|开头|片头"):
        return [0]
    if order.has(r"\b(?:end|ending|close|outro|final)\b|结尾|最后|片尾"):
        return [len(order.scenes) - 1]
    shown = [at for at, scene in enumerate(order.scenes) if scene.metadata.get("media") or scene.source]
    return shown if len(shown) == 1 else []


def show(timeline: Timeline, track: int, place: int, item: Media) -> Timeline:
    """A scene with an upload in it; a card stays the card it is, with the picture behind it."""
    clip = timeline.tracks[track].clips[place]
    facts = {
        "media": item.name,
        "scene": scene_kind(str(clip.metadata.get("scene") or STATEMENT), item),
        "in_ms": None,
        "speed": None,
    }
    timeline = edit.set_metadata(timeline, track, place, facts)
    return edit.replace_clip(timeline, track, place, replace(timeline.tracks[track].clips[place], source=item.name))


def _everywhere(order: Order, item: Media) -> Done:
    timeline = order.timeline
    for place in range(len(order.scenes)):
        if order.pictures is not None:
            timeline = show(timeline, order.pictures, place, item)
    return order.done(timeline, "picture_set", scene=f"1-{len(order.scenes)}", name=item.name)


def _inserted(order: Order, item: Media) -> Done:
    at, _ = _spot(order)
    length = (
        min(item.duration_ms, 8_000) // 100 * 100 if item.kind == "video" and item.duration_ms > SCENE_MS else ADDED_MS
    )
    facts = {"scene": CLIP if item.kind == "video" else PHOTO, "media": item.name, "transition": "fade", "weight": 0.9}
    clip = Clip(at, at + length, item.name, source=item.name, metadata=facts)
    timeline = _stretched_music(edit.insert(order.timeline, order.pictures or 0, clip))
    return order.done(timeline, "picture_added", name=item.name, start=clock(at))


def unpictured(order: Order) -> Done | None:
    if not (order.has(_REMOVE) and _of_a_scene(order)) or order.pictures is None:
        return None
    places = order.which()
    problem = _missing(order, places)
    if problem:
        return problem
    scene = order.scenes[places[0]]
    if not (scene.metadata.get("media") or scene.source):
        return order.refused("no_picture", scene=places[0] + 1)
    kind = scene.metadata.get("scene")
    facts = {"media": None, "in_ms": None, "speed": None, "scene": STATEMENT if kind in {PHOTO, CLIP} else kind}
    if kind in {PHOTO, CLIP} and not (scene.metadata.get("headline") or scene.metadata.get("body")):
        return removed_alone(order, places[0])
    timeline = edit.set_metadata(order.timeline, order.pictures, places[0], facts)
    clip = replace(timeline.tracks[order.pictures].clips[places[0]], source="")
    return order.done(
        edit.replace_clip(timeline, order.pictures, places[0], clip), "picture_removed", scene=places[0] + 1
    )


def removed_alone(order: Order, place: int) -> Done:
    """A scene that was nothing but its picture goes with it."""
    if len(order.scenes) < 2:
        return order.refused("last_scene")
    timeline = edit.cut(order.timeline, edit.begin(order.scenes[place]), edit.finish(order.scenes[place]))
    return order.done(
        timeline, "scene_removed", scene=place + 1, length=spoken_length(edit.length(timeline), order.tongue)
    )


# --- transitions ----------------------------------------------------------------------------------------------------

_TRANSITIONS = (
    (
        "cut",
        r"\b(?:hard )?cuts?\b|\bno transitions?\b|\bwithout transitions?\b|硬切|无转场|不要转场|直接切",
    ),
    ("slide", r"\bslid(?:e|es|ing)\b|\bpush\b|\bswipe\b|滑动|滑入|推入"),
    ("wipe", r"\bwip(?:e|es|ing)\b|擦除"),
    ("zoom", r"\bzoom(?:s|ing)?\b|缩放|放大"),
    ("fade", r"\b(?:cross[- ]?)?fad(?:e|es|ing)\b|\bdissolves?\b|淡入淡出|淡化|溶解|叠化|渐变"),
)


def transition(order: Order) -> Done | None:
    """ "use slide transitions", "crossfade between all scenes", "scene 3 should zoom in"."""
    spoken = order.has(
        r"\btransitions?\b|\bbetween (?:all |the |each |every )*(?:scenes?|shots?|clips?)\b|"
        r"\bcross-?fades?\b|\bdissolves?\b|转场|过渡|场景之间"
    )
    if not spoken or order.pictures is None:
        return None
    removing = order.has(
        r"\b(?:no|remove|without|disable|turn off|delete)\b.{0,12}transitions?|(?:不要|去掉|删除|取消|关闭)转场|转场(?:去掉|取消)"
    )
    name = "cut" if removing else next((name for name, words in _TRANSITIONS if order.has(words)), "")
    if not name:
        return order.refused(
            "not_available", what={"en": "such transition", "zh-CN": "这种转场", "zh-TW": "這種轉場"}[order.tongue]
        )
    places = order.which()
    if any(place < 0 for place in places):
        return order.refused("no_scene", count=len(order.scenes))
    timeline = order.timeline
    for place in places or range(1, len(order.scenes)):
        timeline = edit.set_metadata(timeline, order.pictures, place, {"transition": name})
    what = word("one_changes", order.tongue, n=places[0] + 1) if places else word("all_change", order.tongue)
    return order.done(timeline, "transition", what=what, name=word(name, order.tongue))


RULES: tuple[Rule, ...] = (transition, unpictured, swapped, doubled, added, pictured, moved, removed)
