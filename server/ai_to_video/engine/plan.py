"""A storyboard that comes as JSON inside a prompt, from a person or an agent who plans alone → a Storyboard. Pure."""

import json
import math
import re
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from ..timeline import Media
from .pacing import fitted
from .reading import LETTER, clean, language_of
from .speaker import USUAL, held, speaker
from .staging import seconds
from .storyboard import ASPECTS, CLOSE, KINDS, LONGEST_MS, SHORTEST_MS, STATEMENT, TITLE, Remark, Scene, Storyboard
from .tastes import MOODS, TONES
from .themes import ALIASES, THEMES

MOST_SCENES = 200


def read_plan(prompt: str, media: Sequence[Media] = ()) -> Storyboard | None:
    """None where the prompt holds no JSON object with scenes; wrong parts of one are told as remarks, not errors."""
    raw = _object(prompt)
    if raw is None:
        return None
    names = {item.name.lower(): item for item in media}
    remarks: list[Remark] = []
    scenes = tuple(
        scene for entry in raw["scenes"][:MOST_SCENES] if (scene := _scene(entry, names, remarks)) is not None
    )
    if not scenes:
        return None
    title = _text(raw, "title", "name") or next((scene.headline for scene in scenes if scene.headline), "")
    spoken = " ".join((title, *(scene.words or scene.headline for scene in scenes)))
    language = language_of(spoken)
    timed = tuple(
        scene if scene.duration_ms else replace(scene, duration_ms=round(seconds(scene, language) * 10) * 100)
        for scene in scenes
    )
    total = sum(scene.duration_ms for scene in timed)
    wished = _milliseconds(raw.get("seconds") or raw.get("duration") or raw.get("length"))
    wanted = min(LONGEST_MS, max(SHORTEST_MS, wished or total))
    if (wished and wished != wanted) or (not wished and total != wanted):
        remarks.append(
            Remark("too_long", str(LONGEST_MS // 60_000))
            if wanted == LONGEST_MS
            else Remark("too_short", str(SHORTEST_MS // 1000))
        )
    if wanted != total:
        timed = fitted(timed, wanted, language)
    tone = _one_of(raw.get("tone"), TONES, remarks, "tone")
    look = _text(raw, "theme").lower()
    if look and look not in THEMES and look not in ALIASES:
        remarks.append(Remark("not_understood", f"theme {look}"))
        look = ""
    aspect = _text(raw, "aspect", "aspect_ratio", "ratio", "shape") or "9:16"
    if aspect not in ASPECTS:
        remarks.append(Remark("not_understood", f"aspect {aspect}"))
        aspect = "9:16"
    mood, volume = _music(raw, names, remarks)
    voiced, name, pace = _voice(raw)
    palette = raw.get("palette") or raw.get("colors") or {}
    return Storyboard(
        title=title,
        scenes=timed,
        aspect=aspect,
        tone=tone,
        theme=look or "aurora",
        palette={str(key): str(value) for key, value in palette.items() if re.fullmatch(r"#[0-9a-fA-F]{6}", str(value))}
        if isinstance(palette, Mapping)
        else {},
        language=language,
        mood="" if mood.lower() in names else mood,
        music=names[mood.lower()].name if mood.lower() in names else "",
        music_volume=volume,
        captions=raw.get("captions") is not False,
        voice=voiced,
        narrator=name,
        voice_pace=pace,
        seed=zlib.crc32(spoken.encode()),
        remarks=tuple(dict.fromkeys(remarks)),
    )


def _object(prompt: str) -> dict[str, Any] | None:
    """The first JSON object in the prompt that holds a list of scenes."""
    decoder = json.JSONDecoder()
    for found in list(re.finditer(r"\{", prompt))[:20]:
        try:
            value, _ = decoder.raw_decode(prompt, found.start())
        except (ValueError, RecursionError):
            continue
        inner = value.get("storyboard", value) if isinstance(value, dict) else None
        if isinstance(inner, dict) and isinstance(inner.get("scenes"), list) and inner["scenes"]:
            return inner
    return None


def _scene(entry: object, names: Mapping[str, Media], remarks: list[Remark]) -> Scene | None:
    if isinstance(entry, str):
        words = _tidy(entry)
        return Scene(STATEMENT, words, body=words) if LETTER.search(words) else None
    if not isinstance(entry, Mapping):
        return None
    raw = dict(entry)
    kind = _text(raw, "kind", "scene", "type").lower() or STATEMENT
    if kind not in KINDS:
        remarks.append(Remark("not_understood", f"scene kind {kind}"))
        kind = STATEMENT
    items = raw.get("items") or raw.get("bullets") or []
    items = tuple(_tidy(str(item)) for item in items if str(item).strip())[:8] if isinstance(items, list) else ()
    body = _text(raw, "body", "subtitle", "subhead")
    headline = _text(raw, "headline", "title", "heading")
    number = _text(raw, "number", "value")
    words = (
        _text(raw, "words", "text", "narration", "voiceover", "caption", "script")
        or body
        or ", ".join(items)
        or headline
    )
    picture = _text(raw, "media", "image", "clip", "file")
    if picture and picture.lower() not in names:
        remarks.append(Remark("missing_media", picture))
        picture = ""
    if picture:
        item = names[picture.lower()]
        picture = item.name
        kind = kind if kind in {TITLE, CLOSE} else "clip" if item.kind == "video" else "photo"
    if kind in {"photo", "clip"} and not picture:
        kind = STATEMENT
    if not (LETTER.search(words + headline + number) or picture):
        return None
    if kind == STATEMENT and not headline and not body:
        body = words
    return Scene(
        kind,
        words,
        headline=headline,
        body=body if kind != "quote" else body or words,
        keyword=_text(raw, "keyword", "emphasis"),
        items=items,
        number=number,
        media=picture,
        transition=_text(raw, "transition")
        if _text(raw, "transition") in {"cut", "fade", "slide", "wipe", "zoom"}
        else "fade",
        duration_ms=_milliseconds(raw.get("seconds") or raw.get("duration")) // 100 * 100,
        weight=0.6,
    )


def _text(raw: Mapping[str, Any], *keys: str) -> str:
    value = next((raw[key] for key in keys if raw.get(key) not in (None, "", [], {})), "")
    return _tidy(str(value)) if isinstance(value, str | int | float) else ""


def _tidy(text: str) -> str:
    return re.sub(r"\s+", " ", clean(text[:2000])).strip()


def _milliseconds(value: object) -> int:
    """Seconds as a number or a text such as "4.5s"; 0 for anything else."""
    if isinstance(value, bool):
        return 0
    if isinstance(value, str):
        found = re.fullmatch(r"\s*(\d+(?:\.\d+)?)\s*(?:s|sec|seconds|秒)?\s*", value)
        value = float(found[1]) if found else 0
    return (
        round(min(36_000.0, max(0.0, value)) * 1000) if isinstance(value, int | float) and not math.isnan(value) else 0
    )


def _one_of(value: object, known: Mapping[str, str], remarks: list[Remark], what: str) -> str:
    if not isinstance(value, str) or not value.strip():
        return ""
    for name, words in known.items():
        if value.strip().lower() == name or re.fullmatch(words, value.strip(), re.IGNORECASE):
            return name
    remarks.append(Remark("not_understood", f"{what} {value.strip()[:40]}"))
    return ""


def _music(raw: Mapping[str, Any], names: Mapping[str, Media], remarks: list[Remark]) -> tuple[str, int]:
    told = raw.get("music", raw.get("mood", "lofi"))
    volume = raw.get("music_volume", raw.get("volume", 35))
    if isinstance(told, Mapping):
        volume = told.get("volume", volume)
        told = told.get("mood", told.get("kind", told.get("name", "lofi")))
    level = int(min(200, max(0, volume))) if isinstance(volume, int | float) and not isinstance(volume, bool) else 35
    if told in (None, False, "", "none", "off"):
        return "", level
    if isinstance(told, str) and told.lower() in names:
        return told, level
    return _one_of(told, MOODS, remarks, "music") or "lofi", level


def _voice(raw: Mapping[str, Any]) -> tuple[bool, str, int]:
    """Whether it is read aloud, by whom, and its percent of the usual speed."""
    told, rate = raw.get("voice"), raw.get("voice_pace")
    pace = USUAL if isinstance(rate, bool) or not isinstance(rate, int | float) else rate
    name = _tidy(told).lower() if isinstance(told, str) else "on" if told is True else "off"
    who = speaker(name).name or ("" if name in {"on", "yes", "true", "default"} else name)
    return name not in {"", "off", "no", "none", "false"}, who, held(pace)
