"""The verbs of editing: each takes a Timeline and gives a new one; nothing is changed in place.

Times are integer milliseconds, ranges half-open. Tracks and clips are named by position. "Ripple" means that what
stands behind an edit moves with it, on every track, so that captions and music stay with their pictures. A position
that does not exist raises IndexError, a range that cannot be raises ValueError.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from .model import TEXT, VIDEO, Clip, Timeline, Track

SHORTEST_MS = 100


def begin(clip: Clip) -> int:
    return clip.start_ms or 0


def finish(clip: Clip) -> int:
    return clip.end_ms if clip.end_ms is not None else begin(clip)


def length(timeline: Timeline) -> int:
    """Where the picture ends, in milliseconds; where anything ends when there is no picture."""
    pictures = [finish(clip) for track in timeline.tracks if track.kind == VIDEO for clip in track.clips]
    return max(pictures or [finish(clip) for track in timeline.tracks for clip in track.clips], default=0)


def find(timeline: Timeline, kind: str, role: str = "") -> int | None:
    """The position of the first track of this kind (and metadata role), or None."""
    for index, track in enumerate(timeline.tracks):
        if track.kind == kind and (not role or track.metadata.get("role") == role):
            return index
    return None


def insert(timeline: Timeline, track: int, clip: Clip) -> Timeline:
    """A clip goes in and everything behind it makes room.

    before  |--A--|--B--|         after  |--A--|new|--B--|
                  ^ clip.start_ms
    """
    opened = open_gap(timeline, begin(clip), finish(clip) - begin(clip), splitting=track)
    return _settled(_on_track(opened, track, lambda clips: _sorted((*clips, clip))))


def overwrite(timeline: Timeline, track: int, clip: Clip) -> Timeline:
    """A clip takes the place of whatever was there; nothing moves.

    before  |----A----|----B----|     after  |--A--|new|---B---|
    """
    kept: list[Clip] = []
    for old in timeline.tracks[track].clips:
        if begin(old) < begin(clip):
            kept.append(_until(old, min(finish(old), begin(clip))))
        if finish(old) > finish(clip):
            kept.append(_since(old, max(begin(old), finish(clip))))
    return _settled(_on_track(timeline, track, lambda _: _sorted((*kept, clip))))


def trim(timeline: Timeline, track: int, index: int, *, start_ms: int, end_ms: int) -> Timeline:
    """One clip gets new ends; its neighbours stay where they are.

    before  |--A--|----B----|--C--|     after  |--A--|  |-B-|  |--C--|
    """
    if end_ms - start_ms < SHORTEST_MS or start_ms < 0:
        raise ValueError("a clip needs a positive length")
    return _settled(_on_clip(timeline, track, index, lambda clip: _spanning(clip, start_ms, end_ms)))


def slice(timeline: Timeline, track: int, at_ms: int) -> Timeline:  # noqa: A001 - the editors' word for it
    """The clip under `at_ms` becomes two; a moment between clips changes nothing.

    before  |-----A-----|     after  |--A--|--A--|
    """
    halves: list[Clip] = []
    for clip in timeline.tracks[track].clips:
        inside = begin(clip) < at_ms < finish(clip)
        halves.extend((_until(clip, at_ms), _since(clip, at_ms)) if inside else (clip,))
    return _on_track(timeline, track, lambda _: tuple(halves))


def cut(timeline: Timeline, start_ms: int, end_ms: int) -> Timeline:
    """A stretch of time goes, on all tracks, and the rest closes up (ripple delete).

    before  |--A--|--B--|--C--|       after  |--A|B--|--C--|
                 ^----^
    """
    end_ms = min(end_ms, length(timeline))
    if not 0 <= start_ms < end_ms:
        raise ValueError("nothing lies in that range")
    gone = end_ms - start_ms
    tracks = []
    for track in timeline.tracks:
        kept: list[Clip] = []
        for clip in track.clips:
            first, last = begin(clip), finish(clip)
            if last <= start_ms:
                kept.append(clip)
            elif first >= end_ms:
                kept.append(shift(clip, -gone))
            elif first < start_ms:
                kept.append(_spanning(clip, first, max(start_ms, last - gone)))
            elif last > end_ms:
                kept.append(shift(_since(clip, end_ms), -gone))
        tracks.append(replace(track, clips=tuple(kept)))
    return _settled(replace(timeline, tracks=tuple(tracks)))


def open_gap(timeline: Timeline, at_ms: int, gap_ms: int, *, splitting: int | None = None) -> Timeline:
    """Time is added at a moment: later clips move, clips that lie across it stretch (or split, on one track).

    before  |--A--|--B--|             after  |--A--|     |--B--|
            |---music---|                    |------music------|
    """
    tracks = []
    for index, track in enumerate(timeline.tracks):
        moved: list[Clip] = []
        for clip in track.clips:
            if begin(clip) >= at_ms:
                moved.append(shift(clip, gap_ms))
            elif finish(clip) <= at_ms:
                moved.append(clip)
            elif index == splitting:
                moved.extend((_until(clip, at_ms), shift(_since(clip, at_ms), gap_ms)))
            else:
                moved.append(_spanning(clip, begin(clip), finish(clip) + gap_ms))
        tracks.append(replace(track, clips=tuple(moved)))
    return _settled(replace(timeline, tracks=tuple(tracks)))


def remove(timeline: Timeline, track: int, index: int) -> Timeline:
    """One clip goes and leaves a hole; to close the hole as well, `cut` its range.

    before  |--A--|--B--|--C--|       after  |--A--|     |--C--|
    """
    clips = timeline.tracks[track].clips
    gone = clips[index]
    return _settled(_on_track(timeline, track, lambda _: tuple(clip for clip in clips if clip is not gone)))


def remove_track(timeline: Timeline, track: int) -> Timeline:
    gone = timeline.tracks[track]
    return _settled(replace(timeline, tracks=tuple(each for each in timeline.tracks if each is not gone)))


def add_track(timeline: Timeline, track: Track, *, at: int | None = None) -> Timeline:
    """A track goes in at a position; at the end when none is given."""
    place = len(timeline.tracks) if at is None else at
    return _settled(replace(timeline, tracks=(*timeline.tracks[:place], track, *timeline.tracks[place:])))


def move(timeline: Timeline, track: int, index: int, to: int) -> Timeline:
    """A clip changes its place in the order; its texts go with it and the others close up.

    before  |--A--|-B-|---C---|       after  |---C---|--A--|-B-|
             a1 a2 b1  c1                     c1      a1 a2 b1
            |-----music-------|              |-----music-------|
    """
    clips = timeline.tracks[track].clips
    order = list(range(len(clips)))
    order.insert(to, order.pop(index))
    return reorder(timeline, track, order)


def reorder(timeline: Timeline, track: int, order: list[int]) -> Timeline:
    """The clips of a track in a new order, each with the texts that begin during it; gaps between clips close."""
    clips = timeline.tracks[track].clips
    if sorted(order) != list(range(len(clips))):
        raise IndexError("an order names every clip once")
    shifts: list[tuple[int, int, int]] = []
    at = begin(clips[0]) if clips else 0
    for index in order:
        shifts.append((begin(clips[index]), finish(clips[index]), at - begin(clips[index])))
        at += finish(clips[index]) - begin(clips[index])

    def carried(clip: Clip) -> Clip:
        for first, last, by in shifts:
            if first <= begin(clip) < last:
                return shift(clip, by)
        return clip

    tracks = []
    for position, each in enumerate(timeline.tracks):
        if position == track or each.kind == TEXT:
            tracks.append(replace(each, clips=_sorted(carried(clip) for clip in each.clips)))
        else:
            tracks.append(each)
    return _settled(replace(timeline, tracks=tuple(tracks)))


def duplicate(timeline: Timeline, track: int, index: int) -> Timeline:
    """A clip comes a second time, right behind itself, with its texts.

    before  |--A--|--B--|             after  |--A--|--A--|--B--|
    """
    clip = timeline.tracks[track].clips[index]
    first, last = begin(clip), finish(clip)
    opened = open_gap(timeline, last, last - first)
    tracks = []
    for position, each in enumerate(opened.tracks):
        again: tuple[Clip, ...] = ()
        if position == track:
            again = (shift(clip, last - first),)
        elif each.kind == TEXT:
            again = tuple(shift(old, last - first) for old in each.clips if first <= begin(old) and finish(old) <= last)
        tracks.append(replace(each, clips=_sorted((*each.clips, *again))))
    return _settled(replace(opened, tracks=tuple(tracks)))


def stretch(timeline: Timeline, start_ms: int, end_ms: int, to_ms: int) -> Timeline:
    """A range of time becomes longer or shorter, on all tracks, and what follows moves with it.

    before  |--A--|--B--|--C--|       after  |--A--|-----B-----|--C--|
    """
    if end_ms <= start_ms or to_ms < SHORTEST_MS:
        raise ValueError("a range needs a positive length")

    def at(moment: int) -> int:
        if moment <= start_ms:
            return moment
        if moment >= end_ms:
            return moment + to_ms - (end_ms - start_ms)
        return start_ms + round((moment - start_ms) * to_ms / (end_ms - start_ms))

    return remap(timeline, at)


def remap(timeline: Timeline, at: Callable[[int], int]) -> Timeline:
    """Every moment of the timeline goes where the rising function `at` sends it; word times go along."""

    def mapped(clip: Clip) -> Clip:
        moved = replace(clip, start_ms=at(begin(clip)), end_ms=at(finish(clip)))
        words = clip.metadata.get("words")
        if not words:
            return moved
        timed = [[word, at(first), at(last)] for word, first, last in words]
        return replace(moved, metadata={**clip.metadata, "words": timed})

    tracks = tuple(replace(track, clips=tuple(mapped(clip) for clip in track.clips)) for track in timeline.tracks)
    return _settled(replace(timeline, tracks=tracks))


def set_speed(timeline: Timeline, track: int, index: int, factor: float) -> Timeline:
    """A clip plays `factor` times as fast and takes that much less time; what follows moves with it.

    before  |----A----|--B--|         after (2x)  |-A-|--B--|
    """
    if not 0.1 <= factor <= 10:
        raise ValueError("a speed lies between 0.1 and 10")
    clip = timeline.tracks[track].clips[index]
    before = float(clip.metadata.get("speed") or 1)
    marked = set_metadata(timeline, track, index, {"speed": round(before * factor, 4)})
    taken = max(SHORTEST_MS, round((finish(clip) - begin(clip)) / factor / 100) * 100)
    return stretch(marked, begin(clip), finish(clip), taken)


def set_volume(timeline: Timeline, track: int, index: int, percent: int) -> Timeline:
    """Loudness of one clip in percent, held between 0 and 200."""
    return _on_clip(timeline, track, index, lambda clip: replace(clip, volume=min(200, max(0, percent))))


def set_text(timeline: Timeline, track: int, index: int, text: str) -> Timeline:
    """New words for a text clip; the times of the old words are forgotten."""

    def said(clip: Clip) -> Clip:
        kept = {key: value for key, value in clip.metadata.items() if key != "words"}
        return replace(clip, text=text, metadata=kept)

    return _on_clip(timeline, track, index, said)


def set_metadata(timeline: Timeline, track: int, index: int, values: Mapping[str, Any]) -> Timeline:
    """Further facts about a clip; None forgets one."""
    return _on_clip(timeline, track, index, lambda clip: replace(clip, metadata=_merged(clip.metadata, values)))


def set_facts(timeline: Timeline, values: Mapping[str, Any]) -> Timeline:
    """Further facts about the whole video; None forgets one."""
    return replace(timeline, metadata=_merged(timeline.metadata, values))


def replace_clip(timeline: Timeline, track: int, index: int, clip: Clip) -> Timeline:
    return _settled(_on_clip(timeline, track, index, lambda _: clip))


def shift(clip: Clip, by_ms: int) -> Clip:
    """The same clip, earlier or later, its word times with it."""
    moved = replace(clip, start_ms=begin(clip) + by_ms, end_ms=finish(clip) + by_ms)
    words = clip.metadata.get("words")
    if not words:
        return moved
    return replace(moved, metadata={**clip.metadata, "words": [[w, a + by_ms, b + by_ms] for w, a, b in words]})


def _merged(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in {**old, **new}.items() if value is not None}


def _sorted(clips: Iterable[Clip]) -> tuple[Clip, ...]:
    return tuple(sorted(clips, key=begin))


def _until(clip: Clip, at_ms: int) -> Clip:
    return _spanning(clip, begin(clip), at_ms)


def _since(clip: Clip, at_ms: int) -> Clip:
    """What is left of a clip from a moment on; a source is entered that much later."""
    rest = _spanning(clip, at_ms, finish(clip))
    if not clip.source:
        return rest
    speed = float(clip.metadata.get("speed") or 1)
    entered = int(clip.metadata.get("in_ms") or 0) + round((at_ms - begin(clip)) * speed)
    return replace(rest, metadata={**rest.metadata, "in_ms": entered})


def _spanning(clip: Clip, start_ms: int, end_ms: int) -> Clip:
    """A clip with new ends; words that fall outside lose their times."""
    spanned = replace(clip, start_ms=start_ms, end_ms=end_ms)
    words = clip.metadata.get("words")
    if not words or (words[0][1] >= start_ms and words[-1][2] <= end_ms):
        return spanned
    return replace(spanned, metadata={key: value for key, value in clip.metadata.items() if key != "words"})


def _on_track(timeline: Timeline, track: int, change: Callable[[tuple[Clip, ...]], tuple[Clip, ...]]) -> Timeline:
    changed = replace(timeline.tracks[track], clips=change(timeline.tracks[track].clips))
    place = track % len(timeline.tracks)
    return replace(timeline, tracks=(*timeline.tracks[:place], changed, *timeline.tracks[place + 1 :]))


def _on_clip(timeline: Timeline, track: int, index: int, change: Callable[[Clip], Clip]) -> Timeline:
    def changed(clips: tuple[Clip, ...]) -> tuple[Clip, ...]:
        place = range(len(clips))[index]
        return (*clips[:place], change(clips[place]), *clips[place + 1 :])

    return _on_track(timeline, track, changed)


def _settled(timeline: Timeline) -> Timeline:
    """The duration says where the picture ends."""
    return replace(timeline, duration_ms=length(timeline))
