"""A timeline, or changes, in the sentences people read. English, one line each, no quotes around what is not text."""

from collections.abc import Sequence
from itertools import groupby

from .diff import Change, role_of
from .model import AUDIO, TEXT, VIDEO, Clip, Timeline

_LABELS = {VIDEO: "Video", AUDIO: "BGM", TEXT: "Title"}
_ROLES = {"captions": "Captions", "voice": "Voice"}
_STYLE_WORDS = frozenset(
    [
        "align",
        "align_to",
        "animation",
        "bold",
        "caption",
        "captions",
        "color",
        "colour",
        "crop",
        "effect",
        "fade",
        "fade_in",
        "fade_out",
        "filter",
        "font",
        "font_size",
        "mood",
        "opacity",
        "outline",
        "palette",
        "position",
        "rotation",
        "scale",
        "shadow",
        "size",
        "speed",
        "style",
        "theme",
        "transition",
        "transitions",
        "fade_in_ms",
        "fade_out_ms",
        "background",
    ]
)
_LONGEST = 60
_MANY = 3


def track_name(kind: str, role: str = "") -> str:
    """What people call a track of this kind: Video, BGM, Title, "Track type 4"; Captions or Voice by its role."""
    return _ROLES.get(role) or _LABELS.get(kind) or f"Track {kind}".strip()


def line(timeline: Timeline) -> str:
    """`Timeline (3 tracks): 1. Video: city (0-10s) 2. BGM: Lo-fi (0-10s, 35%) 3. Title: "Urban Dreams" (0-3s)`"""
    head = f"Timeline ({_count(len(timeline.tracks), 'track')})"
    parts = [
        f"{number}. {track_name(track.kind, role_of(track))}: {_summary(track.kind, track.clips)}"
        for number, track in enumerate(timeline.tracks, 1)
    ]
    return f"{head}: {' '.join(parts)}" if parts else head


def unnamed(timeline: Timeline) -> str:
    """For a change that is certain while nothing in it can be named."""
    return f"The timeline changed ({_count(len(timeline.tracks), 'track')})"


def sentences(changes: Sequence[Change]) -> tuple[str, ...]:
    """One sentence a change; more than three of one sort on one track are counted instead of listed."""
    said: list[str] = []
    for _, run in groupby(changes_in_order(changes), key=lambda change: (change.number, change.kind)):
        group = list(run)
        few = len(group) <= _MANY or group[0].kind == "fact_changed"
        said += [sentence(change) for change in group] if few else [_counted(group)]
    return tuple(dict.fromkeys(said))


def changes_in_order(changes: Sequence[Change]) -> list[Change]:
    """Same sorts on the same track side by side, else the order they came in."""
    place = {key: i for i, key in reversed(list(enumerate((c.number, c.kind) for c in changes)))}
    return sorted(changes, key=lambda change: place[change.number, change.kind])


def sentence(change: Change) -> str:
    """`Title added: "Urban Dreams" (0-3s)`"""
    label = track_name(change.track, change.role)
    match change.kind:
        case "track_added":
            return f"{label} added: {_summary(change.track, change.after)}"
        case "track_removed":
            return f"{label} removed: {_summary(change.track, change.before)}"
        case "clip_added":
            return f"{_clip_label(change)} added: {_summary(change.track, change.after)}"
        case "clip_removed":
            return f"{_clip_label(change)} removed: {_summary(change.track, change.before)}"
        case "text_changed":
            if change.was and change.now:
                return f"{label} changed: {_quoted(change.was)} is now {_quoted(change.now)}"
            return f"{label} text is now {_quoted(change.now)}" if change.now else f"{label} text removed"
        case "replaced":
            if change.now and change.was != change.now:
                return f"{label} changed: {_short(change.was) or 'it'} is now {_short(change.now)}"
            return f"{_subject(change)} shows another file" if change.track == VIDEO else f"{label} is another file"
        case "retimed":
            return f"{_subject(change)} {_retimed(change)}"
        case "volume_changed":
            was = "" if change.was is None else f" (was {change.was}%)"
            return f"{_subject(change)} volume is now {change.now}%{was}"
        case "restyled":
            words = [key.removesuffix("_ms").replace("_", " ") for key in change.names if key in _STYLE_WORDS]
            return f"{_subject(change)}: {_listed(words) or 'other details'} changed"
        case "reordered":
            return f"{_subject(change)} moved to another place in its track"
        case "fact_changed":
            return _fact(change.names[0], change.was, change.now)
        case "duration_changed":
            return f"Total length is now {_seconds(change.now)}s (was {_seconds(change.was)}s)"
        case "size_changed":
            return f"Frame size is now {change.now} (was {change.was})"
        case "title_changed":
            return f"Project title is now {_quoted(change.now)} (was {_quoted(change.was)})"
        case "media_added" | "media_removed":
            verb = "added" if change.kind == "media_added" else "removed"
            names = [_short(name) for name in change.names if name]
            told = f": {', '.join(names)}" if names and len(names) <= _MANY else ""
            return f"{_count(len(change.names), 'media file')} {verb}{told}"
        case "emptied":
            return f"The timeline shows no tracks any more (it had {change.was})"
    return "The timeline changed"


def _fact(name: str, was: str | int | None, now: str | int | None) -> str:
    """`Captions are off now`, `Theme is now paper (was ocean)`"""
    before = f" (was {was})" if was else ""
    match name:
        case "captions":
            return f"Captions are {now} now"
        case "voice":
            return f"Narration is {now} now" if now in {"on", "off"} else f"Narration is now by a {now} voice"
        case "voice_pace" | "voice_volume":
            return f"Narration {name.removeprefix('voice_')} is now {now}%"
        case "palette":
            return f"Colours are now {now}{before}" if now else "Colours are those of the theme now"
        case "fade_in_ms" | "fade_out_ms":
            way = name.split("_")[1]
            return f"Picture fades {way} over {_seconds(now)}s now" if now else f"Picture no longer fades {way}"
    return f"{name.capitalize()} is now {now}{before}"


def _counted(group: Sequence[Change]) -> str:
    words = {
        "clip_added": "added",
        "clip_removed": "removed",
        "retimed": "retimed",
        "text_changed": "reworded",
        "replaced": "replaced",
        "volume_changed": "set to another volume",
        "reordered": "moved to other places",
    }
    first = group[0]
    return f"{track_name(first.track, first.role)}: {len(group)} clips {words.get(first.kind, 'changed')}"


def _clip_label(change: Change) -> str:
    label = track_name(change.track, change.role)
    return label if change.track == TEXT else f"{label} clip"


def _subject(change: Change) -> str:
    label = track_name(change.track, change.role)
    clip = (change.after or change.before)[0]
    name = _clip_name(change.track, clip)
    return f"{label} {name}" if name else label


def _retimed(change: Change) -> str:
    old, new = change.before[0], change.after[0]
    was, now = _span((old,)), _span((new,))
    if was and now:
        return f"now runs {now} (was {was})"
    return f"now starts at {_seconds(new.start_ms)}s (was {_seconds(old.start_ms)}s)"


def _summary(kind: str, clips: Sequence[Clip]) -> str:
    """`Lo-fi (0-10s, 35%)`, as much of it as the clips tell."""
    if not clips:
        return "empty"
    names = [_clip_name(kind, clip) for clip in clips]
    if len(clips) <= _MANY and all(names):
        joined = (", " if kind == TEXT else " + ").join(dict.fromkeys(names))
    else:
        joined = _count(len(clips), "clip")
    volumes = {clip.volume for clip in clips}
    volume = clips[0].volume if kind == AUDIO and len(volumes) == 1 else None
    facts = [fact for fact in (_span(clips), "" if volume is None else f"{volume}%") if fact]
    return f"{joined} ({', '.join(facts)})" if facts else joined


def _clip_name(kind: str, clip: Clip) -> str:
    if kind == TEXT and clip.text:
        return _quoted(clip.text)
    return _short(clip.name or clip.text) or _short(clip.source.partition("?")[0].rpartition("/")[2])


def _span(clips: Sequence[Clip]) -> str:
    """`0-10s` from the first start to the last end, or "" where one of them is not told."""
    starts = [clip.start_ms for clip in clips if clip.start_ms is not None]
    ends = [clip.end_ms for clip in clips if clip.end_ms is not None]
    if len(starts) < len(clips) or len(ends) < len(clips):
        return ""
    return f"{_seconds(min(starts))}-{_seconds(max(ends))}s"


def _seconds(ms: str | int | None) -> str:
    if not isinstance(ms, int):
        return "?"
    return f"{ms / 1000:.2f}".rstrip("0").rstrip(".")


def _short(words: str | int | None) -> str:
    text = " ".join(str("" if words is None else words).split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"


def _quoted(words: str | int | None) -> str:
    return f'"{_short(words)}"'


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _listed(words: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1]))) if words else ""
