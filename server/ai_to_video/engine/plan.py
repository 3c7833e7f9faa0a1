"""A storyboard that comes as JSON inside a prompt, from a person or an agent who plans alone → a Storyboard. Pure.

A value that cannot be used stops the whole plan and is named, so that its writer can mend it; what is written around the
JSON counts as wishes for whatever the JSON leaves open.
"""

import json
import math
import re
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from ..timeline import Media
from .language.reading import LETTER, clean, language_of
from .look.themes import ALIASES, THEMES
from .pacing import fitted
from .prompt.leftovers import leftovers
from .prompt.speaker import USUAL, held, speaker
from .prompt.tastes import MOODS, TONES, TRANSITIONS
from .prompt.wishes import Wishes, understand
from .staging import seconds
from .storyboard import ASPECTS, CLOSE, KINDS, LONGEST_MS, SHORTEST_MS, STATEMENT, TITLE, Remark, Scene, Storyboard

MOST_SCENES = 200
LETTERING = {
    "color": (),
    "position": ("top", "center", "bottom"),
    "size": ("small", "normal", "large"),
    "style": ("karaoke", "plain", "box"),
}
FIELDS: Mapping[str, tuple[str, ...]] = {
    "scenes": (),
    "title": ("name",),
    "seconds": ("duration", "length"),
    "aspect": ("aspect_ratio", "ratio", "shape"),
    "tone": (),
    "theme": (),
    "palette": ("colors", "colours"),
    "music": ("mood",),
    "music_volume": ("volume",),
    "captions": ("subtitles",),
    "caption_style": (),
    "title_style": (),
    "voice": ("narrator",),
    "voice_pace": (),
    "transition": (),
    "fade_in": (),
    "fade_out": (),
    "language": (),
}
"""The fields of a storyboard, each with the other names it goes by."""
SCENE_FIELDS: Mapping[str, tuple[str, ...]] = {
    "text": ("words", "narration", "voiceover", "caption", "script"),
    "kind": ("scene", "type"),
    "headline": ("title", "heading"),
    "body": ("subtitle", "subhead"),
    "items": ("bullets",),
    "number": ("value",),
    "keyword": ("emphasis",),
    "media": ("image", "clip", "file"),
    "seconds": ("duration",),
    "transition": (),
}
"""The fields of one scene, in the same way."""


class _Wrong(Exception):
    """A value that cannot be used; `remark` says which and why."""

    def __init__(self, kind: str, where: str, value: object = None, allowed: str = "") -> None:
        shown = f"{where} = {json.dumps(value, ensure_ascii=False, default=str)[:60]}" if value is not None else where
        super().__init__(shown)
        self.remark = Remark(kind, shown, allowed)


def read_plan(prompt: str, media: Sequence[Media] = ()) -> Storyboard | None:
    """None where the prompt holds no JSON with scenes; a Storyboard without scenes, and a remark, where it is wrong."""
    try:
        found = _object(prompt)
        if found is None:
            return None
        raw, around = found
        return _storyboard(raw, around, media)
    except _Wrong as wrong:
        return Storyboard("", (), remarks=(wrong.remark,))


def _object(prompt: str) -> tuple[dict[str, Any], str] | None:
    """The first JSON object in the prompt that has scenes, and the prompt without it. Raises _Wrong for broken JSON."""
    decoder = json.JSONDecoder()
    broken: json.JSONDecodeError | None = None
    for found in list(re.finditer(r"\{", prompt))[:20]:
        try:
            value, end = decoder.raw_decode(prompt, found.start())
        except json.JSONDecodeError as error:
            broken = broken or error
            continue
        except (ValueError, RecursionError):
            continue
        inner = value.get("storyboard", value) if isinstance(value, dict) else None
        if isinstance(inner, dict) and "scenes" in inner:
            return inner, f"{prompt[: found.start()]} {prompt[end:]}"
    if broken and re.search(r"\"(?:scenes|storyboard)\"\s*:", prompt):
        raise _Wrong("plan_json", f"{broken.msg}: line {broken.lineno}, column {broken.colno}")
    return None


def _storyboard(raw: Mapping[str, Any], around: str, media: Sequence[Media]) -> Storyboard:
    wishes, remarks = _around(around, media)
    names = {item.name.lower(): item for item in media}
    facts, strange = _named(raw, FIELDS)
    remarks += [Remark("plan_extra", name) for name in strange]
    entries = facts["scenes"]
    if not isinstance(entries, list) or not entries:
        raise _Wrong("plan_scenes", "scenes", entries)
    turn = _choice(facts, "transition", TRANSITIONS) or wishes.transition or "fade"
    scenes = tuple(_scene(entry, place, names, turn, remarks) for place, entry in enumerate(entries[:MOST_SCENES], 1))
    if len(entries) > MOST_SCENES:
        remarks.append(Remark("plan_many", str(MOST_SCENES), str(len(entries))))
    title = _text(facts, "title") or wishes.title or next((scene.headline for scene in scenes if scene.headline), "")
    spoken = " ".join((title, *(scene.words or scene.headline for scene in scenes)))
    language = language_of(spoken)
    mood, volume = _music(facts, names, wishes)
    voiced, narrator, pace = _voice(facts, wishes)
    look = _choice(facts, "theme", (*THEMES, *ALIASES))
    return Storyboard(
        title=title,
        scenes=_timed(scenes, _milliseconds(facts, "seconds") or wishes.duration_ms, language, remarks),
        aspect=_choice(facts, "aspect", ASPECTS) or wishes.aspect or "9:16",
        tone=_meant(facts, "tone", TONES) or wishes.tone,
        theme=look or wishes.theme or "aurora",
        palette=_palette(facts) or dict(wishes.palette),
        language=language,
        mood="" if mood.lower() in names else mood,
        music=names[mood.lower()].name if mood.lower() in names else "",
        music_volume=volume,
        captions=_switch(facts, "captions", wishes.captions is not False),
        lettering=_lettering(facts, "caption_style") or dict(wishes.lettering),
        heading=_lettering(facts, "title_style") or dict(wishes.heading),
        voice=voiced,
        narrator=narrator,
        voice_pace=pace,
        fades=wishes.fades()
        | {f"{name}_ms": _milliseconds(facts, name) for name in ("fade_in", "fade_out") if name in facts},
        seed=zlib.crc32(spoken.encode()),
        remarks=tuple(dict.fromkeys(remarks)),
    )


def _around(around: str, media: Sequence[Media]) -> tuple[Wishes, list[Remark]]:
    """The wishes beside the JSON, and what was not understood of them."""
    said = re.sub(r"```\w*|~~~\w*", " ", around).strip()[:2_000]
    understood = understand(said, [item.name for item in media])
    strange = [Remark("not_understood", words) for words in leftovers(said, understood.rest)]
    return understood.wishes, [*understood.remarks, *strange]


def _named(raw: Mapping[str, Any], fields: Mapping[str, tuple[str, ...]]) -> tuple[dict[str, Any], list[str]]:
    """The facts under their first names, and the names of those that are no field; an empty value says nothing."""
    names = {other: name for name, others in fields.items() for other in (name, *others)}
    facts: dict[str, Any] = {}
    for key, value in raw.items():
        name = names.get(key.lower())
        if name and (value not in (None, "", {}) or name == "music"):
            facts.setdefault(name, value)
    return facts, [key for key in raw if key.lower() not in names]


def _timed(scenes: tuple[Scene, ...], wished: int, language: str, remarks: list[Remark]) -> tuple[Scene, ...]:
    timed = tuple(
        scene if scene.duration_ms else replace(scene, duration_ms=round(seconds(scene, language) * 10) * 100)
        for scene in scenes
    )
    total = sum(scene.duration_ms for scene in timed)
    wanted = min(LONGEST_MS, max(SHORTEST_MS, wished or total))
    if (wished or total) > LONGEST_MS:
        remarks.append(Remark("too_long", str(LONGEST_MS // 60_000)))
    elif (wished or total) < SHORTEST_MS:
        remarks.append(Remark("too_short", str(SHORTEST_MS // 1000)))
    kept = fitted(timed, wanted, language) if wanted != total else timed
    if len(kept) < len(timed):
        remarks.append(Remark("plan_crowded", str(len(timed) - len(kept)), f"{wanted / 1000:g}"))
    return kept


# --- one scene ------------------------------------------------------------------------------------------------------


def _scene(entry: object, place: int, names: Mapping[str, Media], turn: str, remarks: list[Remark]) -> Scene:
    where = f"scene {place}"
    if isinstance(entry, str):
        words = _tidy(entry)
        if not LETTER.search(words):
            raise _Wrong("plan_empty", where, entry)
        return Scene(STATEMENT, words, body=words, transition=turn)
    if not isinstance(entry, Mapping):
        raise _Wrong("plan_empty", where, entry)
    facts, strange = _named(entry, SCENE_FIELDS)
    items = facts.get("items") or []
    if not isinstance(items, list):
        raise _Wrong("plan_items", f"{where}: items", items)
    items = tuple(_tidy(str(item)) for item in items if str(item).strip())[:8]
    headline, body, number = (_text(facts, name, where) for name in ("headline", "body", "number"))
    words = _text(facts, "text", where) or body or ", ".join(items) or headline
    picture = _picture(facts, where, names)
    if not (LETTER.search(words + headline + number) or picture):
        raise _Wrong(
            "plan_empty", f"{where}: {', '.join(strange)}" if strange else where, entry if not strange else None
        )
    remarks += [Remark("plan_extra", f"{where}: {name}") for name in strange]
    kind = _choice(facts, "kind", KINDS, where) or STATEMENT
    if picture:
        kind = kind if kind in {TITLE, CLOSE} else "clip" if picture.kind == "video" else "photo"
    elif kind in {"photo", "clip"}:
        kind = STATEMENT
    if kind == STATEMENT and not headline and not body:
        body = words
    return Scene(
        kind,
        words,
        headline=headline,
        body=body if kind != "quote" else body or words,
        keyword=_text(facts, "keyword", where),
        items=items,
        number=number,
        media=picture.name if picture else "",
        transition=_choice(facts, "transition", TRANSITIONS, where) or turn,
        duration_ms=_milliseconds(facts, "seconds", where) // 100 * 100,
        weight=0.6,
    )


def _picture(facts: Mapping[str, Any], where: str, names: Mapping[str, Media]) -> Media | None:
    name = _text(facts, "media", where)
    if name and name.lower() not in names:
        raise _Wrong(
            "plan_media" if names else "plan_no_media",
            f"{where}: media",
            name,
            ", ".join(item.name for item in names.values()),
        )
    return names[name.lower()] if name else None


# --- values ---------------------------------------------------------------------------------------------------------


def _at(where: str, name: str) -> str:
    return f"{where}: {name}" if where else name


def _text(facts: Mapping[str, Any], name: str, where: str = "") -> str:
    value = facts.get(name, "")
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise _Wrong("plan_text", _at(where, name), value)
    return _tidy(str(value))


def _tidy(text: str) -> str:
    return re.sub(r"\s+", " ", clean(text[:2000])).strip()


def _choice(facts: Mapping[str, Any], name: str, known: Sequence[str] | Mapping[str, Any], where: str = "") -> str:
    value = facts.get(name, "")
    chosen = value.strip().lower() if isinstance(value, str) else None
    if chosen is None or (chosen and chosen not in known):
        raise _Wrong("plan_choice", _at(where, name), value, ", ".join(known))
    return chosen


def _meant(facts: Mapping[str, Any], name: str, known: Mapping[str, str]) -> str:
    """One of the known words, or a word that means it."""
    value = facts.get(name, "")
    if isinstance(value, str):
        told = value.strip().lower()
        if not told:
            return ""
        for key, words in known.items():
            if told == key or re.fullmatch(words, told, re.IGNORECASE):
                return key
    raise _Wrong("plan_choice", name, value, ", ".join(known))


def _milliseconds(facts: Mapping[str, Any], name: str, where: str = "") -> int:
    """Seconds as a number or a text such as "4.5s"; 0 where nothing is said."""
    value: object = facts.get(name, 0)
    if isinstance(value, str) and (found := re.fullmatch(r"\s*(\d+(?:\.\d+)?)\s*(?:s|sec|seconds|秒)?\s*", value)):
        value = float(found[1])
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < math.inf:
        raise _Wrong("plan_seconds", _at(where, name), value)
    return round(min(36_000.0, value) * 1000)


def _switch(facts: Mapping[str, Any], name: str, usual: bool) -> bool:
    value = facts.get(name, usual)
    words = {"on": True, "yes": True, "true": True, "off": False, "no": False, "none": False, "false": False}
    value = words.get(value.strip().lower(), value) if isinstance(value, str) else value
    if not isinstance(value, bool):
        raise _Wrong("plan_switch", name, value)
    return value


def _percent(value: object, name: str) -> int:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 200:
        raise _Wrong("plan_percent", name, value)
    return round(value)


def _palette(facts: Mapping[str, Any]) -> dict[str, str]:
    palette = facts.get("palette", {})
    roles = ("background", "text", "accent")
    if not isinstance(palette, Mapping):
        raise _Wrong("plan_palette", "palette", palette)
    for role, value in palette.items():
        if role not in roles:
            raise _Wrong("plan_choice", "palette", role, ", ".join(roles))
        _colour(value, f"palette: {role}")
    return {str(role): str(value).lower() for role, value in palette.items()}


def _colour(value: object, where: str) -> str:
    if not isinstance(value, str) or not re.fullmatch(r"#[0-9a-fA-F]{6}", value):
        raise _Wrong("plan_colour", where, value)
    return value.lower()


def _lettering(facts: Mapping[str, Any], name: str) -> dict[str, str]:
    style = facts.get(name, {})
    if not isinstance(style, Mapping):
        raise _Wrong("plan_choice", name, style, ", ".join(LETTERING))
    for key, value in style.items():
        if key not in LETTERING:
            raise _Wrong("plan_choice", name, key, ", ".join(LETTERING))
        if key == "color":
            _colour(value, f"{name}: color")
        elif value not in LETTERING[key]:
            raise _Wrong("plan_choice", f"{name}: {key}", value, ", ".join(LETTERING[key]))
    return {str(key): str(value).lower() for key, value in style.items()}


def _music(facts: Mapping[str, Any], names: Mapping[str, Media], wishes: Wishes) -> tuple[str, int]:
    """(the mood, or the name of an upload, or "" for none; the volume in percent)."""
    told, volume = facts.get("music", wishes.mood), facts.get("music_volume", wishes.music_volume)
    if isinstance(told, Mapping):
        volume = told.get("volume", volume)
        told = told.get("mood", told.get("kind", told.get("name")))
    level = 35 if volume is None else _percent(volume, "music_volume")
    if told is None and "music" not in facts:
        return "lofi", level
    if told in (None, False, "", "none", "off"):
        return "", level
    if isinstance(told, str) and told.lower() in names:
        return told, level
    if told is True:
        return "lofi", level
    return _meant({"music": told}, "music", MOODS), level


def _voice(facts: Mapping[str, Any], wishes: Wishes) -> tuple[bool, str, int]:
    """Whether it is read aloud, by whom, and its percent of the usual speed."""
    told = facts.get("voice", wishes.narrator or bool(wishes.voice))
    if not isinstance(told, str | bool):
        raise _Wrong("plan_choice", "voice", told, "true, false, male, female")
    pace = facts.get("voice_pace", wishes.voice_pace or USUAL)
    name = _tidy(told).lower() if isinstance(told, str) else "on" if told else "off"
    who = speaker(name).name or ("" if name in {"on", "yes", "true", "default"} else name)
    return name not in {"", "off", "no", "none", "false"}, who, held(_percent(pace, "voice_pace"))
