"""Draft JSON (t, tt, sg, d, m) ⇄ Timeline. The draft itself is opaque and goes back to the service untouched; this
only looks at it, through guesses that may fail: rather no figure than a wrong one. Pure."""

import hashlib
import html
import json
import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from ..timeline import AUDIO, TEXT, VIDEO, Clip, Timeline, Track
from .guess import (
    SHORTEST_MS,
    at,
    file_name,
    instant,
    length,
    mapping,
    number,
    parsed,
    percent,
    pick,
    pixels,
    where,
    words,
)
from .media import extension_of, kind_of

START = ["st", "s", "start", "start_time", "from", "in", "tr.s", "target_start", "b", "m.start", "m.start_time", "m.st"]
DURATION = ["d", "dur", "duration", "tr.d", "m.duration", "m.dur", "m.d"]
END = ["e", "end", "out", "et", "end_time", "m.end", "m.end_time"]
WORDS = ["m.text", "m.content", "text", "txt", "content", "c", "m.title"]
NAME = ["m.name", "m.title", "m.description", "name", "n", "title", "desc", "description"]
VOLUME = ["v", "vol", "volume", "m.volume", "m.vol"]
TRACKS = ["t", "tracks"]
CLIPS = ["sg", "segments", "clips", "items"]
TRACK_TYPE = ["tt", "type", "kind", "track_type"]
TOTAL = ["d", "duration", "dur", "m.duration"]
KINDS = {0: VIDEO, 1: AUDIO, 7: TEXT}
_KIND_WORDS = dict.fromkeys(["video", "image", "photo"], VIDEO)
_KIND_WORDS |= dict.fromkeys(["audio", "music", "bgm", "sfx", "sound", "voice"], AUDIO)
_KIND_WORDS |= dict.fromkeys(["text", "title", "subtitle", "caption", "captions", "graphics"], TEXT)

_OWN = "more"
_NOT_SEEN = {_OWN, "id", "uid", "uuid", "version", "created_at", "updated_at"}
"""Keys that say nothing about how a thing looks or sounds."""
_FIGURES = {part for path in (*START, *DURATION, *END, *VOLUME) for part in path.split(".")}
_WORD_KEYS = {path.removeprefix("m.") for path in (*WORDS, *NAME)}
_TAG = re.compile(r"<\s*(/?)\s*(draft|track|clip|text)\b([^<>]*?)/?>([^<]*)", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")

Shape = dict[str, str]
Times = tuple[int | None, int | None, int | None]
Span = tuple[int | None, int | None]
_UNKNOWN: Span = (None, None)
_SHAPES: tuple[Shape, ...] = (
    {"start": "st", "duration": "d", "words": "m.text", "name": "m.name", "volume": "v", "source": "src"},
    {"start": "start", "end": "end", "words": "m.content", "name": "name", "volume": "volume", "source": "m.url"},
    {"start": "tr.s", "duration": "tr.d", "words": "text", "name": "m.name", "volume": "vol", "source": "path"},
    {"start": "s", "end": "e", "words": "m.text", "name": "n", "volume": "m.volume", "source": "m.src"},
)


def fingerprint(*parts: object) -> str:
    """The same for the same meaning: a hash of canonical JSON, in which empty and absent are one."""
    canonical = [parsed(part) or None for part in parts]
    try:
        text = json.dumps(canonical, sort_keys=True, separators=(",", ":"), default=str)
    except (TypeError, ValueError):
        text = repr(canonical)
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()


def read_draft(draft: object) -> Timeline:
    """What can be told about a draft of any shape; an empty Timeline when that is nothing. Never raises."""
    draft = parsed(draft)
    if isinstance(draft, str):
        draft = _from_xml(draft)
    if isinstance(draft, list):
        draft = {"t": draft}
    if not isinstance(draft, Mapping):
        return Timeline()
    if not any(key in draft for key in TRACKS):
        draft = next((inner for key in ("timeline", "draft") if (inner := mapping(draft.get(key)))), draft)
    total = pick(draft, TOTAL, length)
    tracks = tuple(_track(raw, total) for raw in _items(draft, TRACKS))
    meta = mapping(draft.get("m"))
    known = {*TRACKS, *TOTAL, "m", "title", "width", "height"}
    return Timeline(
        tracks=tracks,
        duration_ms=total,
        title=pick(draft, ["m.title", "title", "m.name"], words) or "",
        width=pick(draft, ["m.width", "width"], pixels),
        height=pick(draft, ["m.height", "height"], pixels),
        metadata=_leftover(draft, known) | _leftover(meta, {"title", "width", "height"}) | _own(meta),
    )


def write_draft(timeline: Timeline, *, shape: int = 0) -> dict[str, Any]:
    """The draft of a timeline; `read_draft` gives it back where every clip knows its times, and its name if it has a
    source, and no text clip has a source.

    `shape` picks one of the segment spellings (0-3) a service may use. Metadata travels under "m".
    """
    spelling = _SHAPES[shape % len(_SHAPES)]
    draft: dict[str, Any] = {"t": [_write_track(track, spelling) for track in timeline.tracks]}
    if timeline.duration_ms is not None:
        draft["d"] = timeline.duration_ms
    facts = {"title": timeline.title, "width": timeline.width, "height": timeline.height}
    draft["m"] = {key: value for key, value in facts.items() if value}
    if timeline.metadata:
        draft["m"][_OWN] = dict(timeline.metadata)
    return draft


def _write_track(track: Track, spelling: Shape) -> dict[str, Any]:
    numbers = {kind: number for number, kind in KINDS.items()}
    number = numbers.get(track.kind)
    if number is None:
        tail = track.kind.rpartition(" ")[2]
        number = int(tail) if tail.isdecimal() else 99
    raw: dict[str, Any] = {"tt": number, "sg": [_write_clip(clip, spelling) for clip in track.clips]}
    if track.metadata:
        raw["m"] = {_OWN: dict(track.metadata)}
    return raw


def _write_clip(clip: Clip, spelling: Shape) -> dict[str, Any]:
    raw: dict[str, Any] = {}
    duration = None if clip.start_ms is None or clip.end_ms is None else clip.end_ms - clip.start_ms
    times = {"start": clip.start_ms, "duration": duration, "end": clip.end_ms}
    for role, value in times.items():
        if value is not None and role in spelling:
            _put(raw, spelling[role], value)
    for role, said in (("words", clip.text), ("name", clip.name), ("source", clip.source)):
        if said:
            _put(raw, spelling[role], said)
    if clip.volume is not None:
        fraction = spelling["volume"] == "v" and 0 < clip.volume < 100
        _put(raw, spelling["volume"], clip.volume / 100 if fraction else clip.volume)
    if clip.metadata:
        raw.setdefault("m", {})[_OWN] = dict(clip.metadata)
    return raw


def _put(raw: dict[str, Any], path: str, value: object) -> None:
    outer, _, inner = path.rpartition(".")
    (raw.setdefault(outer, {}) if outer else raw)[inner] = value


def _track(raw: Mapping[str, Any], total: int | None) -> Track:
    kind = pick(raw, TRACK_TYPE, _kind) or "type ?"
    segments = _items(raw, CLIPS)
    spans = _spans([_times(segment) for segment in segments], pick(raw, TOTAL, length) or total)
    if total is not None and any(end > 100 * total for _, end in spans if end is not None):
        spans = [_UNKNOWN] * len(spans)  # other units than the draft's own
    clips = [_clip(segment, kind, start, end) for segment, (start, end) in zip(segments, spans, strict=True)]
    name = pick(raw, NAME, words)
    if len(clips) == 1 and name and not (clips[0].name or clips[0].text):
        clips = [replace(clips[0], name=name)]
    meta = mapping(raw.get("m"))
    metadata = _leftover(raw, {*CLIPS, *TRACK_TYPE, *TOTAL, "m"}) | _leftover(meta, ()) | _own(meta)
    return Track(kind, tuple(clips), metadata)


def _clip(raw: Mapping[str, Any], kind: str, start: int | None, end: int | None) -> Clip:
    words_at = where(raw, [path for path in WORDS if kind == TEXT or path != "m.title"])
    name_at = where(raw, [path for path in NAME if path != words_at])
    source = "" if kind == TEXT else next(_paths(raw), "")
    meta = mapping(raw.get("m"))
    used = {words_at, name_at, "m"}
    metadata = _leftover(raw, used, source) | _leftover(meta, {path.removeprefix("m.") for path in used}, source)
    return Clip(
        start_ms=start,
        end_ms=end,
        name=words(at(raw, name_at)) or file_name(source),
        text=words(at(raw, words_at)) or "",
        volume=pick(raw, VOLUME, percent),
        source=source,
        metadata=metadata | _own(meta),
    )


def _times(raw: Mapping[str, Any]) -> Times | None:
    """Start, duration and end as far as a segment tells them; None when what it tells is nonsense."""
    start, duration, end = pick(raw, START, instant), pick(raw, DURATION, length), pick(raw, END, instant)
    for value, paths in ((start, START), (duration, DURATION), (end, END)):
        if value is None and any(number(at(raw, path)) is not None for path in paths):
            return None
    if duration is None and start is not None and end is not None:
        duration = end - start
        return (start, duration, end) if duration >= SHORTEST_MS else None
    return start, duration, end


def _spans(times: Sequence[Times | None], whole: int | None) -> list[Span]:
    """Segments without a start are laid end to end; a lone one without a duration fills the whole."""
    spans: list[Span] = []
    cursor: int | None = 0
    for told in times:
        start, duration, end = told or (None, None, None)
        laid = start is None
        start = cursor if laid and told else start
        if start is not None and duration is not None:
            end = start + duration
        elif end is None and told and len(times) == 1:
            end = whole
        if start is None or (end is None and laid) or (end is not None and end - start < SHORTEST_MS):
            start, end = _UNKNOWN
        cursor = end
        spans.append((start, end))
    return spans


def _from_xml(text: str) -> dict[str, Any] | None:
    """The newest product's `<draft><track type><clip>…` as the object it would be."""
    if not text.lstrip().lower().startswith("<draft"):
        return None
    draft: dict[str, Any] = {"t": []}
    for closing, tag, attributes, inside in _TAG.findall(text):
        if closing:
            continue
        facts: dict[str, Any] = {
            key: html.unescape(double or single) for key, double, single in _ATTRIBUTE.findall(attributes)
        }
        tag = tag.lower()
        if tag == "draft":
            draft = facts | draft
        elif tag == "track":
            draft["t"].append({**facts, "sg": []})
        elif draft["t"]:
            said = html.unescape(inside).strip()
            clips = draft["t"][-1]["sg"]
            if tag == "clip":
                clips.append(facts | ({"text": said} if said else {}))
            elif clips and said:
                clips[-1].setdefault("text", said)
    return draft


def _items(thing: Mapping[str, Any], keys: Sequence[str]) -> list[Mapping[str, Any]]:
    for key in keys:
        value = thing.get(key)
        if isinstance(value, Mapping):
            value = list(value.values())
        if isinstance(value, list):
            return [item for item in value if isinstance(item, Mapping)]
    return []


def _own(meta: Mapping[str, Any]) -> dict[str, Any]:
    return dict(mapping(meta.get(_OWN)))


def _leftover(thing: Mapping[str, Any], known: Container[str], source: str = "") -> dict[str, Any]:
    """What no guess has used: kept as metadata, so that a change in it is seen."""
    return {
        key: value
        for key, value in thing.items()
        if key not in known
        and key not in _NOT_SEEN
        and not (key in _FIGURES and (number(value) is not None or isinstance(value, Mapping)))
        and not (source and value == source)
    }


def _kind(value: object) -> str | None:
    figure = number(value)
    if figure is not None and abs(figure) < 1000:
        return KINDS.get(int(figure)) or f"type {int(figure)}"
    word = words(value)
    return None if word is None else _KIND_WORDS.get(word.strip().lower()) or f"type {word}"


def _paths(thing: Mapping[str, Any], depth: int = 0) -> Iterator[str]:
    """Strings that look like a URL or the path of a media file, outermost first."""
    inner: list[Mapping[str, Any]] = []
    for key, value in thing.items():
        if isinstance(value, Mapping) and key != _OWN and depth < 4:
            inner.append(value)
        elif isinstance(value, str) and key not in _WORD_KEYS and _is_path(value):
            yield value
    for deeper in inner:
        yield from _paths(deeper, depth + 1)


def _is_path(value: str) -> bool:
    if len(value) > 2000 or any(character.isspace() for character in value[:8]):
        return False
    return value.startswith(("http://", "https://")) or (bool(kind_of(value)) and bool(extension_of(value)))
