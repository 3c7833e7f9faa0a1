"""A timeline read as a film script: which shot is seen when, with what words. Pure, and patient with what is missing."""

import bisect
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ...timeline import model
from ...timeline.model import Clip, Timeline, Track
from ..design import CaptionStyle, Stage, dressed, stage
from ..language.text import join, plain, words
from .themes import Theme

TRANSITIONS = {"cut": 0.0, "fade": 0.5, "slide": 0.6, "wipe": 0.6, "zoom": 0.5}
"""Seconds each takes."""
LONG_ENOUGH = 3.0
"""Seconds from which a film fades in and out unless it says otherwise."""
KINDS = {"title", "statement", "list", "number", "quote", "photo", "clip", "close"}
FULL = {"title", "list", "number", "quote", "close"}
"""Kinds of shots whose own words take the middle of the picture."""
MOST_SIGNS, MOST_PROSE = 300, 1200
"""Of the words of one shot; nobody could read more, and setting them would take minutes."""
MOST_ITEMS = 24
MOST_BANNERS, MOST_AT_ONCE = 400, 6
"""Each is a picture in memory, and one covers the other."""


Said = tuple[str, float, float]
"""A word and the seconds in which it is said."""


@dataclass(frozen=True, slots=True)
class Shot:
    """Seen in frames [first, last); `lead` frames at its start still share the picture with the shot before."""

    first: int
    last: int
    lead: int = 0
    kind: str = "statement"
    headline: str = ""
    body: str = ""
    keyword: str = ""
    items: tuple[str, ...] = ()
    number: str = ""
    transition: str = "cut"
    media: str = ""
    skip: float = 0.0
    speed: float = 1.0
    layout: str = ""
    place: str = ""
    ink: str = ""
    size: str = ""
    headline_until: float = 0.0
    captioned: bool = False
    bannered: str = ""
    said: tuple[Said, ...] = ()
    counted: int = 0
    """Items of the same list that were shown before this shot."""

    @property
    def crowded(self) -> bool:
        """Whether the strip at the bottom is taken."""
        return self.captioned or self.bannered == "bottom"

    @property
    def banner(self) -> str:
        """Where a banner takes room of its own: at the top, or at the bottom where captions have the strip."""
        return "" if self.bannered == "bottom" and not self.captioned else self.bannered


@dataclass(frozen=True, slots=True)
class Spoken:
    """A stretch of captions: words with the seconds [start, end) in which each is said."""

    words: tuple[Said, ...]
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Banner:
    """Words laid over shots, as a lower third or a heading."""

    text: str
    first: int
    last: int
    place: str
    ink: str
    raised: bool = False
    """Whether captions run below it."""


@dataclass(frozen=True, slots=True)
class Script:
    stage: Stage
    fps: int
    frames: int
    look: Theme
    seed: int
    shots: tuple[Shot, ...]
    captions: tuple[Spoken, ...]
    banners: tuple[Banner, ...]
    dawn: float = 0.0
    dusk: float = 0.0
    """Seconds in which the picture comes out of black at the beginning, and goes back into it at the end."""


def read(timeline: Timeline, resolution: str) -> Script:
    """The script of a timeline. Missing metadata falls back to names and plain looks; overlaps go to the later clip."""
    meta = timeline.metadata
    fps = min(60, max(1, whole(meta.get("fps"), 30)))
    frames = max(1, round(timeline.lasts_ms * fps / 1000))
    look = dressed(word(meta.get("theme")), meta.get("palette") if isinstance(meta.get("palette"), Mapping) else {})  # type: ignore[arg-type]
    size = stage(timeline.width, timeline.height, word(meta.get("aspect")), resolution)
    seed = whole(meta.get("seed"), 1)
    captions = tuple(_captions(timeline.tracks)) if meta.get("captions") is not False else ()
    voiced = any(role(t, c) == "voice" for t in timeline.tracks if t.kind == model.AUDIO for c in t.clips)
    shots = _dressed(_shots(timeline.tracks, fps, frames, look), captions, fps, voiced)
    size = replace(size, lettering=_lettering(timeline.tracks, shots))
    shots, banners = _titles(shots, timeline.tracks, fps, frames)
    dawn, dusk = (
        _fade(meta.get(key), usual, frames / fps) for key, usual in (("fade_in_ms", 300), ("fade_out_ms", 600))
    )
    return Script(size, fps, frames, look, abs(seed), shots, captions, banners, dawn, dusk)


def _fade(value: object, usual: int, seconds: float) -> float:
    """Seconds of a fade of the picture: as given, else the usual ones where the film is long enough for them."""
    given = whole(value, usual if seconds >= LONG_ENOUGH else 0)
    return min(max(0, given) / 1000, seconds / 3)


def word(value: object, most: int = MOST_SIGNS) -> str:
    return value[: 2 * most].strip()[:most] if isinstance(value, str) else ""


def pace(value: object) -> float:
    """How many times as fast a clip runs."""
    return min(8.0, max(0.125, float(value))) if isinstance(value, int | float) and 0 < value < 1e9 else 1.0


def whole(value: object, fallback: int) -> int:
    return (
        int(value) if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e9 else fallback
    )


def _clips(tracks: Sequence[Track], kind: str) -> list[Clip]:
    found = [
        c
        for track in tracks
        if track.kind == kind
        for c in track.clips
        if c.end_ms is None or c.end_ms > (c.start_ms or 0)
    ]
    return sorted(found, key=lambda clip: clip.start_ms or 0)


def _shots(tracks: Sequence[Track], fps: int, frames: int, look: Theme) -> list[Shot]:
    clips = _clips(tracks, model.VIDEO)
    starts = [min(frames, max(0, round((clip.start_ms or 0) * fps / 1000))) for clip in clips]
    shots: list[Shot] = []
    for index, clip in enumerate(clips):
        following = starts[index + 1] if index + 1 < len(clips) else frames
        last = following if clip.end_ms is None else min(following, round(clip.end_ms * fps / 1000))
        if last > starts[index]:
            shots.append(_shot(clip, starts[index], last, look))
    bridged: list[Shot] = []
    for shot in shots:  # a hole in the track keeps the shot before it on the screen
        if bridged:
            bridged[-1] = replace(bridged[-1], last=shot.first)
        bridged.append(shot)
    if not bridged:
        return [Shot(0, frames, kind="blank")]
    bridged[0], bridged[-1] = replace(bridged[0], first=0), replace(bridged[-1], last=frames)
    return bridged


def _shot(clip: Clip, first: int, last: int, look: Theme) -> Shot:
    meta = clip.metadata
    media = word(meta.get("media")) or clip.source
    kind = word(meta.get("scene")).lower()
    if kind not in KINDS:
        kind = "photo" if media else "statement"
    items = meta.get("items")
    transition = word(meta.get("transition")).lower()
    headline = word(meta.get("headline")) or ("" if meta.get("scene") or media else word(clip.text or clip.name))
    return Shot(
        first, last, 0, kind, headline, word(meta.get("body"), MOST_PROSE), word(meta.get("keyword")),
        tuple(filter(None, map(word, items[:MOST_ITEMS]))) if isinstance(items, list | tuple) else (),
        word(meta.get("number")), transition if transition in TRANSITIONS else look.transition, media,
        max(0, whole(meta.get("in_ms"), 0)) / 1000,
        pace(meta.get("speed")),
        word(meta.get("layout")).lower(),
    )  # fmt: skip


def _captions(tracks: Sequence[Track]) -> list[Spoken]:
    found = []
    for track in tracks:
        for clip in track.clips if track.kind == model.TEXT else ():
            if (
                role(track, clip) == "captions"
                and clip.start_ms is not None
                and clip.end_ms is not None
                and clip.text.strip()
            ):
                found.append(
                    Spoken(
                        _timed(clip, clip.start_ms / 1000, clip.end_ms / 1000), clip.start_ms / 1000, clip.end_ms / 1000
                    )
                )
    return sorted(found, key=lambda spoken: spoken.start)


def _lettering(tracks: Sequence[Track], shots: Sequence[Shot]) -> CaptionStyle:
    """How all captions of a film look: of each quality the first that one of them names.

    They leave the middle to shots whose own words need it, as those would become too small to read.
    """
    named = [c.metadata for t in tracks if t.kind == model.TEXT for c in t.clips if role(t, c) == "captions"]

    def first(key: str, allowed: str) -> str:
        given = (word(facts.get(key)).lower() for facts in named)
        return next((value for value in given if re.fullmatch(allowed, value)), "")

    full = any(shot.captioned and shot.kind in FULL for shot in shots)
    return CaptionStyle(
        first("color", "#[0-9a-f]{6}"),
        first("position", "top|bottom" if full else "top|center|bottom"),
        first("size", "small|normal|large") or "normal",
        first("style", "karaoke|plain|box") or "karaoke",
    )


def role(track: Track, clip: Clip) -> str:
    named = word(clip.metadata.get("role")) or word(track.metadata.get("role")) or "title"
    return "captions" if named.startswith("caption") or named == "subtitle" else named


def _timed(clip: Clip, start: float, end: float) -> tuple[Said, ...]:
    given = clip.metadata.get("words")
    if isinstance(given, list | tuple) and given and all(_is_timed(entry) for entry in given):
        return tuple(
            (str(entry[0]).strip(), entry[1] / 1000, entry[2] / 1000) for entry in given if str(entry[0]).strip()
        )
    parts = words(clip.text)
    weights = [len(part.text) + 2.0 for part in parts]
    pace, at, timed = (end - start) / max(1.0, sum(weights)), start, []
    for part, weight in zip(parts, weights, strict=True):
        timed.append((part.text, at, at + weight * pace))
        at += weight * pace
    return tuple(timed)


def _is_timed(entry: object) -> bool:
    return (
        isinstance(entry, list | tuple)
        and len(entry) == 3
        and all(isinstance(t, int | float) and 0 <= t < 1e9 for t in entry[1:])
    )


def _dressed(shots: Sequence[Shot], captions: Sequence[Spoken], fps: int, voiced: bool) -> tuple[Shot, ...]:
    """Gives shots their leads, and decides where captions run: not where the picture already says the same words."""
    found: list[Shot] = []
    spoken = sorted((word for stretch in captions for word in stretch.words), key=lambda word: word[1] + word[2])
    middles = [(a + b) / 2 for _, a, b in spoken]
    for index, shot in enumerate(shots):
        start, end = shot.first / fps, shot.last / fps
        heard = spoken[bisect.bisect_left(middles, start) : bisect.bisect_left(middles, end)]
        said = plain("".join(text for text, _, _ in heard))
        shown = plain(" ".join((shot.headline, shot.number, shot.body, *shot.items)))
        captioned = bool(said) and (shot.kind in {"statement", "photo", "clip"} or said not in shown)
        if captioned and _recited(shot, said):
            captioned, shot = False, replace(shot, said=_paced(heard, start, end, voiced))
        elif captioned and plain(shot.body) and plain(shot.body) in said:
            shot = replace(shot, body="")
        lead = 0
        if index:
            room = min(shot.last - shot.first, shots[index - 1].last - shots[index - 1].first) // 2
            lead = min(round(TRANSITIONS[shot.transition] * fps), room)
        before = lead // 2 / fps  # a shot's own clock starts with its lead
        said_then = tuple((text, a + before, b + before) for text, a, b in shot.said)
        found.append(replace(shot, lead=lead, captioned=captioned, said=said_then, counted=_counted(shot, found)))
    return tuple(replace(shot, first=shot.first - shot.lead // 2) for shot in found)


def _counted(shot: Shot, shots: Sequence[Shot]) -> int:
    """How many items of a list that goes on over several shots were shown already."""
    last = shots[-1] if shots else None
    if shot.kind == "list" and last and last.kind == "list" and plain(last.headline) == plain(shot.headline):
        return last.counted + len(last.items)
    return 0


def _paced(heard: Sequence[Said], start: float, end: float, voiced: bool) -> tuple[Said, ...]:
    """Times within the shot. Where nobody speaks, quicker than a voice, so that the whole sentence can be read."""
    origin, length = heard[0][1], max(0.1, heard[-1][2] - heard[0][1])
    pace = 1.0 if voiced else min(1.0, max(0.1, (end - start) * 0.72 - 0.3) / length)
    first = max(0.15, origin - start)
    return tuple((text, first + (a - origin) * pace, first + (b - origin) * pace) for text, a, b in heard)


def _recited(shot: Shot, said: str) -> bool:
    """Whether a shot is nothing but its sentence, which then is the picture, word by word, and needs no captions.

    A figure makes a better picture than the sentence around it, so such shots show that and keep their captions.
    """
    figure = any(char.isdecimal() for char in shot.keyword)
    alone = shot.kind == "statement" and not shot.headline and not shot.media
    return alone and plain(shot.body) == said and not (figure and len(shot.keyword) <= 16)


def _titles(
    shots: Sequence[Shot], tracks: Sequence[Track], fps: int, frames: int
) -> tuple[tuple[Shot, ...], tuple[Banner, ...]]:
    """A title over a title shot becomes that shot's headline; any other is a banner over what it runs across."""
    changed = list(shots)
    banners: list[Banner] = []
    for track in tracks:
        for clip in track.clips if track.kind == model.TEXT else ():
            if role(track, clip) == "captions" or not clip.text.strip():
                continue
            first = min(frames, max(0, round((clip.start_ms or 0) * fps / 1000)))
            last = frames if clip.end_ms is None else min(frames, round(clip.end_ms * fps / 1000))
            place, ink = word(clip.metadata.get("position")).lower(), word(clip.metadata.get("color")).lower()
            size = word(clip.metadata.get("size")).lower()
            text = join(words(clip.text[:MOST_PROSE]))
            for index, shot in enumerate(changed):
                shared = min(last, shot.last) - max(first, shot.first)
                if shot.kind == "title" and shared > 0 and shared * 2 > min(last - first, shot.last - shot.first):
                    until = (last - shot.first) / fps if last < shot.last - fps // 2 else 0.0
                    changed[index] = replace(shot, headline=text, place=place, ink=ink, size=size, headline_until=until)
                    first = shot.last
                    break
            seen = sum(banner.first < last and banner.last > first for banner in banners)
            if last - first > fps // 2 and seen < MOST_AT_ONCE and len(banners) < MOST_BANNERS:
                under = [i for i, shot in enumerate(changed) if shot.first + shot.lead < last and shot.last > first]
                raised = any(changed[i].captioned for i in under)
                for index in under:
                    changed[index] = replace(changed[index], bannered=place if place in {"top", "center"} else "bottom")
                banners.append(Banner(text, first, last, place, ink, raised))
    return tuple(changed), tuple(banners)
