"""Time: how long a video should be, how much text fits, how the seconds are shared out. Pure."""

from collections.abc import Sequence
from dataclasses import replace

from ..timeline import Media
from .language.digest import DENSEST, Point
from .staging import RATES, seconds
from .storyboard import CLIP, CLOSE, SCENE_MS, SHORTEST_MS, TITLE, Scene

STEP_MS = 100
"""Scene ends lie on this grid: three frames at thirty a second, so that picture and sound agree exactly."""
ALL_OF_IT_MS = 40_000
"""A text that can be read in this time is shown whole."""
LONG_MS = 90_000


def total_ms(wished: int, points: Sequence[Point], language: str, media: Sequence[Media]) -> int:
    """The length asked for; else what the text needs, long texts condensed, on the whole second."""
    if wished:
        return wished
    needed = sum(max(1.2, point.length / RATES[language] + 0.3) for point in points) + 5.5
    needed = max(needed, 2.5 * sum(item.kind in {"image", "video"} for item in media) + 5)
    if needed * 1000 <= ALL_OF_IT_MS:
        return max(SHORTEST_MS * 2, round(needed) * 1000)
    return min(LONG_MS, max(ALL_OF_IT_MS, round(needed * 0.45 / 5) * 5000))


def room(length: int, opener: Scene, closer: Scene, language: str) -> float:
    """How many reading units fit between the first and the last card."""
    left = length / 1000 - seconds(opener, language) - (seconds(closer, language) if length >= 7_000 else 0)
    return max(0.0, left - 0.08 * left) * RATES[language]


def fitted(scenes: Sequence[Scene], length: int, language: str, *, wanted: int = 0) -> tuple[Scene, ...]:
    """The scenes with durations that add up to exactly `length`; those that would be missed least make way.

    Everything stands at least SCENE_MS, except in videos too short for two such scenes.
    """
    kept = list(scenes)
    while len(kept) > 1 and (
        _needed(kept, language) > length * DENSEST * 1.05
        or len(kept) * SCENE_MS > length
        or (wanted and len(kept) > max(wanted, 2))
    ):
        middle = [scene for scene in kept if scene.kind not in {TITLE, CLOSE} and not scene.media]
        spare = middle or [scene for scene in kept if scene.kind not in {TITLE, CLOSE}] or kept[1:]
        out = min(spare, key=lambda scene: scene.weight)
        kept = [scene for scene in kept if scene is not out]
    return _timed(kept, length, language)


def _needed(scenes: Sequence[Scene], language: str) -> int:
    return round(sum(seconds(scene, language) for scene in scenes) * 1000)


def _timed(scenes: Sequence[Scene], length: int, language: str) -> tuple[Scene, ...]:
    """Seconds shared out by what there is to read, on the grid, no scene under the least; exactly `length` in all."""
    if not scenes:
        return ()
    least = min(SCENE_MS, length // len(scenes) // STEP_MS * STEP_MS)
    needs = [seconds(scene, language) * 1000 * (1.15 if scene.kind == CLIP else 1) for scene in scenes]
    above = [max(0.0, need - least) for need in needs]
    spare = length - least * len(scenes)
    if sum(above) > spare:
        extras = [spare * each / sum(above) for each in above]
    else:
        extras = [each + (spare - sum(above)) * need / sum(needs) for each, need in zip(above, needs, strict=True)]
    times = [least + int(extra // STEP_MS) * STEP_MS for extra in extras]
    rests = sorted(range(len(times)), key=lambda place: extras[place] % STEP_MS, reverse=True)
    for place in rests[: (length - sum(times)) // STEP_MS]:
        times[place] += STEP_MS
    times[-1] += length - sum(times)
    return tuple(replace(scene, duration_ms=time) for scene, time in zip(scenes, times, strict=True))
