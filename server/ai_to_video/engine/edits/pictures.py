"""Orders about pictures: put an upload into a scene, behind all of them, between two, or take it out. Pure."""

from dataclasses import replace

from ...timeline import Clip, Media, Timeline, edit
from ..casting import scene_kind
from ..replies import spoken_length
from ..storyboard import CLIP, PHOTO, SCENE_MS, STATEMENT
from .order import Done, Order, Rule, clock
from .scenes import PICTURE, REMOVE, of_a_scene, only_lengthened, spot

ADDED_MS = 3_000


def pictured(order: Order) -> Done | None:
    """ "replace the picture of scene 2 with beach.jpg", "add logo.png at the end", "use my photo in scene 3"."""
    asked = order.has(
        r"\b(?:replace|swap|use|put|show|set|change|add|insert|include|place|display|append|start|end|"
        r"open)\b|配上?|换成|替换|改成|用|放|插入|添加|加|显示|使用"
    )
    if not asked or order.pictures is None:
        return None
    item = order.upload()
    if item is None and (
        order.has(
            rf"(?:{PICTURE}).{{0,20}}\b(?:with|by|to)\b|\b(?:my|the|this) (?:upload(?:ed)?|photo|image|"
            rf"picture|logo|footage)\b|上传的|我的(?:图|照片)|(?:图|照片|画面)换成"
        )
    ):
        item = _only(order)
        if item is None and (
            order.has(r"\.\w{3,4}\b") or order.has(r"\b(?:my|upload(?:ed)?)\b|上传|我的|\b(?:replace|swap)\b|换成|替换")
        ):
            return order.refused("no_upload")
    if item is None or item.kind == "audio":
        named = order.has(r"(?<![\w.])[\w\u4e00-\u9fff-]+\.(?:jpe?g|png|gif|webp|mp4|mov|webm|mkv|avi)(?![A-Za-z0-9])")
        return order.refused("no_upload") if named and item is None else None
    places = order.which()
    if any(place < 0 for place in places):
        return order.no_scene()
    insert = order.has(r"\b(?:add|insert|append)\b|添加|插入|加入|加上") and not order.has(
        r"\b(?:to|in|into|on|behind)\b (?:the )?(?:\w+ )?(?:scene|shot|slide|background)\b|场景里|场景中|背景"
    )
    if order.has(r"\bbackground\b|\b(?:every|all) scenes?\b|throughout|背景|所有场景|全程") and not places:
        return _everywhere(order, item)
    if not places and not insert:
        places = _where(order)
    if places and not (insert and order.has(r"\b(?:before|after)\b|之前|之后|前面|后面")):
        timeline = show(order.timeline, order.pictures, places[0], item)
        return order.done(timeline, "picture_set", scene=order.number(places[0]), name=item.name)
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
    at, _ = spot(order)
    length = (
        min(item.duration_ms, 8_000) // 100 * 100 if item.kind == "video" and item.duration_ms > SCENE_MS else ADDED_MS
    )
    facts = {"scene": CLIP if item.kind == "video" else PHOTO, "media": item.name, "transition": "fade", "weight": 0.9}
    clip = Clip(at, at + length, item.name, source=item.name, metadata=facts)
    timeline = only_lengthened(edit.insert(order.timeline, order.pictures or 0, clip))
    return order.done(timeline, "picture_added", name=item.name, start=clock(at))


def unpictured(order: Order) -> Done | None:
    if not (order.has(REMOVE) and of_a_scene(order)) or order.pictures is None:
        return None
    places = order.which()
    if not places or places[0] < 0:
        return order.no_scene()
    scene = order.scenes[places[0]]
    if not (scene.metadata.get("media") or scene.source):
        return order.refused("no_picture", scene=order.number(places[0]))
    kind = scene.metadata.get("scene")
    facts = {"media": None, "in_ms": None, "speed": None, "scene": STATEMENT if kind in {PHOTO, CLIP} else kind}
    if kind in {PHOTO, CLIP} and not (scene.metadata.get("headline") or scene.metadata.get("body")):
        return removed_alone(order, places[0])
    timeline = edit.set_metadata(order.timeline, order.pictures, places[0], facts)
    clip = replace(timeline.tracks[order.pictures].clips[places[0]], source="")
    return order.done(
        edit.replace_clip(timeline, order.pictures, places[0], clip), "picture_removed", scene=order.number(places[0])
    )


def removed_alone(order: Order, place: int) -> Done:
    """A scene that was nothing but its picture goes with it."""
    if len(order.scenes) < 2:
        return order.refused("last_scene")
    timeline = edit.cut(order.timeline, edit.begin(order.scenes[place]), edit.finish(order.scenes[place]))
    return order.done(
        timeline, "scene_removed", scene=order.number(place), length=spoken_length(edit.length(timeline), order.tongue)
    )


RULES: tuple[Rule, ...] = (unpictured, pictured)
