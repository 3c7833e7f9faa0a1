"""Reads whether a text, as a whole, is one of the known requests. Pure."""

import re
from collections.abc import Mapping
from functools import cache

from ai_to_video.wire.route_plain import folded, plain
from ai_to_video.wire.route_tongues import TONGUE_WORDS, TONGUES
from ai_to_video.wire.route_words import FORMATS, FORMS, RESOLUTIONS, WORDS, Form

_LONGEST = 200  # characters of the longest text that can be one request; what is longer tells a story
_TIGHT = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_SOUND = re.compile(r"\b(?:just the audio|audio only|only (?:the )?audio|solo (?:el )?audio)\b|只.{0,4}音频|音声だけ")


def requested(text: str) -> str:
    """export, credits, state or upload when the whole text asks for just that, else "". Total."""
    if len(text) > 2 * _LONGEST:
        return ""
    words = plain(text)
    if not words or len(words) > _LONGEST:
        return ""
    tight = bool(_TIGHT.search(words))
    spelled = words.replace(" ", "") if tight else words
    likely = (form for form in (*FORMS, *TONGUES) if form.tight == tight and _cued(form, spelled))
    return next((form.kind for form in likely if matches(form, spelled)), "")


def matches(form: Form, spelled: str) -> bool:
    """Whether a text in plain spelling (without spaces when the form is tight) takes this form."""
    return compiled(form.pattern).fullmatch(spelled) is not None


def _cued(form: Form, spelled: str) -> bool:
    """Cheap, so that a text that asks for nothing of the kind has no pattern compiled for it."""
    return not form.cues or any(cue in spelled for cue in form.cues.split())


def named_form(text: str) -> tuple[str, str]:
    """The format and the resolution an export names; "" for what it does not name. The first of several counts."""
    words = plain(text)
    form, size = _first(FORMATS, words), _first(RESOLUTIONS, words)
    return form or ("mp3" if _SOUND.search(words.replace("只 ", "只")) else ""), size


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern with its {lists} filled in, in the characters texts are compared in."""
    lists = WORDS | TONGUE_WORDS
    while "{" in (bare := re.sub(r"\{\d*,?\d*\}", "", pattern)) and re.search(r"\{[a-z_]+\}", bare):
        pattern = re.sub(r"\{([a-z_]+)\}", lambda hole: _listed(hole[1], lists), pattern)
    return re.compile(folded(pattern), re.DOTALL)


def _listed(name: str, lists: Mapping[str, str]) -> str:
    return lists[name] if name in ("open", "rest", "bound") else f"(?:{lists[name]})"


def _first(names: Mapping[str, str], words: str) -> str:
    found = [
        (match.start(), -match.end(), name)
        for pattern, name in names.items()
        if (match := re.search(rf"(?<![a-z0-9])(?:{pattern})(?![a-z]|\d)", words))
    ]
    return min(found)[2] if found else ""
