"""Two timelines → Changes: what can be named, in the order a person would tell it. Never claims what it did not see:
a time, a volume or a name that one side does not tell is not compared."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Any

from .model import Clip, Media, Timeline, Track


@dataclass(frozen=True, slots=True)
class Change:
    """One difference.

    `kind`: track_added, track_removed, clip_added, clip_removed, text_changed, replaced, retimed, volume_changed,
    restyled, reordered, fact_changed, duration_changed, size_changed, title_changed, media_added, media_removed, emptied.
    `track` is the kind of the track and `role` its part where told (captions, voice), `number` its place from 1
    (after the change, or before it when removed).
    `before` and `after` hold the clips concerned: all clips of a track added or removed, else one. `was` and `now`
    are milliseconds, percent, sizes, titles or names, as the kind wants; a fact_changed names one fact about the whole
    video in `names`.
    """

    kind: str
    track: str = ""
    number: int = 0
    before: tuple[Clip, ...] = ()
    after: tuple[Clip, ...] = ()
    was: str | int | None = None
    now: str | int | None = None
    names: tuple[str, ...] = ()
    role: str = ""


def diff(
    before: Timeline, after: Timeline, *, media_before: Sequence[Media] = (), media_after: Sequence[Media] = ()
) -> tuple[Change, ...]:
    """Every nameable difference; empty when none can be named, which does not prove that nothing changed."""
    return tuple(_changes(before, after, media_before, media_after))


def _changes(
    before: Timeline, after: Timeline, media_before: Sequence[Media], media_after: Sequence[Media]
) -> Iterator[Change]:
    if before.tracks and not after.tracks:
        yield Change("emptied", was=len(before.tracks))
    else:
        yield from _tracks(before.tracks, after.tracks)
    if before.tracks and after.tracks:
        yield from _facts(before.metadata, after.metadata)
    if _differ(before.duration_ms, after.duration_ms):
        yield Change("duration_changed", was=before.duration_ms, now=after.duration_ms)
    if _differ(before.width, after.width) or _differ(before.height, after.height):
        yield Change("size_changed", was=f"{before.width}x{before.height}", now=f"{after.width}x{after.height}")
    if after.title and before.title and before.title != after.title:
        yield Change("title_changed", was=before.title, now=after.title)
    had, have = {_media_key(item) for item in media_before}, {_media_key(item) for item in media_after}
    added = tuple(item.name for item in media_after if _media_key(item) not in had)
    removed = tuple(item.name for item in media_before if _media_key(item) not in have)
    if added:
        yield Change("media_added", names=added)
    if removed:
        yield Change("media_removed", names=removed)


FACTS = ("captions", "voice", "voice_pace", "voice_volume", "theme", "palette", "fade_in_ms", "fade_out_ms")
"""What is told about a video as a whole, where its maker keeps it."""


def _facts(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Change]:
    for name in FACTS:
        was, now = before.get(name), after.get(name)
        usual = was is None and not name.startswith(("fade", "voice"))
        if now is not None and was != now and not usual and (was is not None or now):
            yield Change("fact_changed", names=(name,), was=_told(was), now=_told(now))


def _told(value: object) -> str | int | None:
    """A fact in a word: "on", 87, "background #1e88e5"."""
    if isinstance(value, bool):
        return "on" if value else "off"
    if isinstance(value, Mapping):
        return ", ".join(f"{key} {each}" for key, each in value.items())
    return value if isinstance(value, str | int) else None


def role_of(track: Track) -> str:
    """The part a track plays, such as captions or voice, where its maker has said it; else ""."""
    role = track.metadata.get("role")
    return role if isinstance(role, str) else ""


def _differ(was: int | None, now: int | None) -> bool:
    return was is not None and now is not None and was != now


def _media_key(item: Media) -> str:
    return item.source.partition("?")[0] or item.name


def _tracks(before: Sequence[Track], after: Sequence[Track]) -> Iterator[Change]:
    pairs = _pair_tracks(before, after)
    for index, track in enumerate(before):
        if index not in pairs:
            yield Change("track_removed", track.kind, index + 1, before=track.clips, role=role_of(track))
    origin = {new: old for old, new in pairs.items()}
    for index, track in enumerate(after):
        if index in origin:
            for change in _clips(before[origin[index]], track, index + 1):
                yield replace(change, role=role_of(track))
        else:
            yield Change("track_added", track.kind, index + 1, after=track.clips, role=role_of(track))


def _pair_tracks(before: Sequence[Track], after: Sequence[Track]) -> dict[int, int]:
    """Old place → new place: tracks of one kind, the most alike first, then by order."""
    candidates = sorted(
        (-_likeness(old, new), abs(i - j), i, j)
        for i, old in enumerate(before)
        for j, new in enumerate(after)
        if old.kind == new.kind and not (role_of(old) and role_of(new) and role_of(old) != role_of(new))
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, i, j in candidates:
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def _likeness(old: Track, new: Track) -> int:
    known = {_identity(clip) for clip in old.clips}
    shared = sum(2 for clip in new.clips if _identity(clip) in known)
    return shared + (role_of(old) == role_of(new))


def _identity(clip: Clip) -> tuple[str, str, str]:
    return clip.text, clip.name, clip.source.partition("?")[0]


def _clips(old: Track, new: Track, number: int) -> Iterator[Change]:
    """Clips told apart by what they show; the rest of a changed stretch is paired in order. Comings and goings first."""
    was, now = list(old.clips), list(new.clips)
    gone: list[Clip] = []
    come: list[Clip] = []
    kept: list[tuple[Clip, Clip]] = []
    matcher = SequenceMatcher(None, [_identity(clip) for clip in was], [_identity(clip) for clip in now], False)
    for _, i1, i2, j1, j2 in matcher.get_opcodes():
        common = min(i2 - i1, j2 - j1)
        kept += zip(was[i1 : i1 + common], now[j1 : j1 + common], strict=True)
        gone += was[i1 + common : i2]
        come += now[j1 + common : j2]
    yield from _moved(gone, come, new.kind, number)
    for earlier, later in kept:
        yield from _clip(earlier, later, new.kind, number)


def _moved(gone: list[Clip], come: list[Clip], kind: str, number: int) -> Iterator[Change]:
    for later in come:
        earlier = next((clip for clip in gone if _identity(clip) == _identity(later)), None)
        if earlier is None:
            yield Change("clip_added", kind, number, after=(later,))
            continue
        gone.remove(earlier)
        changes = list(_clip(earlier, later, kind, number))
        yield from changes or [Change("reordered", kind, number, before=(earlier,), after=(later,))]
    for earlier in gone:
        yield Change("clip_removed", kind, number, before=(earlier,))


def _clip(old: Clip, new: Clip, kind: str, number: int) -> Iterator[Change]:
    def change(name: str, was: str | int | None = None, now: str | int | None = None) -> Change:
        return Change(name, kind, number, (old,), (new,), was, now)

    if old.text != new.text:
        yield change("text_changed", old.text, new.text)
    elif _identity(old) != _identity(new):
        yield change("replaced", old.name, new.name)
    if _differ(old.start_ms, new.start_ms) or _differ(old.end_ms, new.end_ms):
        yield change("retimed")
    if new.volume is not None and old.volume != new.volume:
        yield change("volume_changed", old.volume, new.volume)
    keys = _differing_keys(old, new)
    if keys:
        yield Change("restyled", kind, number, (old,), (new,), names=keys)


def _differing_keys(old: Clip, new: Clip) -> tuple[str, ...]:
    keys: Iterable[str] = dict.fromkeys([*old.metadata, *new.metadata])
    return tuple(key for key in keys if old.metadata.get(key) != new.metadata.get(key))
