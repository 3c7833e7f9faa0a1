"""Which upload is seen in which scene: where it was asked for, else where its name fits, else evenly. Pure."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ..timeline import Media
from .prompt.wishes import Place
from .storyboard import CLIP, CLOSE, PHOTO, SCENE_MS, STATEMENT, Remark, Scene


def cast(
    scenes: Sequence[Scene], media: Sequence[Media], places: Sequence[Place], length: int
) -> tuple[tuple[Scene, ...], str, list[Remark]]:
    """(scenes with their pictures, the upload that is the music or "", what to tell about uploads left over)."""
    wanted = {place.media: place.where for place in places}
    media = [item for item in media if wanted.get(item.name) != "none"]
    pictures = [item for item in media if item.kind in {"image", "video"}]
    music = next((item.name for item in media if item.kind == "audio"), "")
    played = list(scenes)
    taken: set[str] = set()
    for item in pictures:
        where = wanted.get(item.name, "")
        if where == "all":
            played = [_shown(scene, item) if not scene.media else scene for scene in played]
            taken.add(item.name)
        elif where:
            played = _at(played, item, where)
            taken.add(item.name)
    free = [item for item in pictures if item.name not in taken]
    open_scenes = [place for place, scene in enumerate(played) if scene.kind == STATEMENT and not scene.media]
    for item in list(free):
        place = _match(item, played, open_scenes)
        if place is not None:
            played[place] = _shown(played[place], item)
            open_scenes.remove(place)
            free.remove(item)
    for item, place in zip(list(free), _spread(open_scenes, len(free)), strict=False):
        played[place] = _shown(played[place], item)
        free.remove(item)
    while free and (len(played) + 1) * SCENE_MS <= length:
        item = free.pop(0)
        before_close = len(played) - bool(played and played[-1].kind == CLOSE)
        played.insert(before_close, _alone(item))
    remarks = [Remark("unused_media", ", ".join(item.name for item in free))] if free else []
    return tuple(played), music, remarks


def scene_kind(kind: str, item: Media) -> str:
    """What a scene becomes with a picture in it: plain statements become picture scenes, cards stay cards."""
    if kind not in {STATEMENT, PHOTO, CLIP}:
        return kind
    return CLIP if item.kind == "video" else PHOTO


def _shown(scene: Scene, item: Media) -> Scene:
    kind = scene_kind(scene.kind, item)
    weight = scene.weight if kind == scene.kind else max(scene.weight, 0.8)
    return replace(scene, kind=kind, media=item.name, weight=weight)


def _alone(item: Media) -> Scene:
    return Scene(CLIP if item.kind == "video" else PHOTO, media=item.name, weight=0.6)


def _at(scenes: list[Scene], item: Media, where: str) -> list[Scene]:
    place = {"first": 0, "last": len(scenes) - 1}.get(where, -1)
    if place < 0:
        place = min(int(where), len(scenes)) - 1
    return [_shown(scene, item) if index == place else scene for index, scene in enumerate(scenes)]


def _match(item: Media, scenes: Sequence[Scene], among: Sequence[int]) -> int | None:
    """The scene whose words the file is named after."""
    stem = item.name.rsplit(".", 1)[0].lower()
    words = [word for word in re.split(r"[\W_\d]+", stem) if len(word) > 2 or re.search(r"[\u4e00-\u9fff]{2}", word)]
    for place in among:
        said = scenes[place].words.lower()
        if any(word in said or word.rstrip("s") in said for word in words):
            return place
    return None


def _spread(places: Sequence[int], count: int) -> list[int]:
    """`count` of the places, as evenly as can be."""
    if count >= len(places):
        return list(places)
    return [places[round((index + 0.5) * len(places) / count - 0.5)] for index in range(count)]
