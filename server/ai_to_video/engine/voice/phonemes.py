"""A text as the voice model reads it: written words with their phonemes, cut into lines of symbols it can take.

Symbols are the voice model's own alphabet (voices/tokens.json); a line remembers which word each symbol belongs to.
"""

import itertools
import re
from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass

from ..language.text import Word, is_han, words
from . import aloud, aloud_zh, mandarin
from .dictionary import american

MOST = 130
"""Symbols to a line: about nine seconds. Longer lines take more memory and are read worse."""
LEAST = 24
"""Lines shorter than this are read flatly, so a short sentence shares its line with the next."""
_STOPS = ".!?…"
_PAUSES = {"。": ".", "，": ",", "、": ",", "；": ";", "：": ":", "！": "!", "？": "?", "—": "—", "…": "…"} | {
    c: c for c in ".,;:!?"
}
_LETTERS = rf"(?:(?!{mandarin.HAN.pattern})[^\W\d_])+"
_PARTS = re.compile(rf"(?P<zh>{mandarin.HAN.pattern})|(?P<en>{_LETTERS}(?:['-]{_LETTERS})*)")


@dataclass(frozen=True, slots=True)
class Sounded:
    """A word as it is written, the phonemes it is said with ("" for none), and the punctuation after it."""

    text: str
    phonemes: str
    pause: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """What is said in one breath; `owners` tells for every symbol which word of the text it belongs to, -1 for none."""

    symbols: str
    owners: tuple[int, ...]


def sounded(text: str, language: str) -> tuple[Sounded, ...]:
    """The written words of a text, as captions show them, with their phonemes.

    Figures are read in the text's language ("en" or "zh"); words of the other script in their own.
    """
    found = words(text)
    written = [word.text for word in found]
    whole = _joined(found) if language != "zh" else {}
    parts: list[list[tuple[str, str]]] = []
    pauses: list[str] = []
    for place, token in enumerate(written):
        before, after = written[place - 1] if place else "", written[place + 1] if place + 1 < len(written) else ""
        if language == "zh" or is_han(token):
            said = aloud_zh.spoken(token, after, before)
            parts.append([each for found in _PARTS.finditer(said) for each in _parted(found)])
            tail = re.search(r"[^\w%％]*$", token)
            pauses.append(next((_PAUSES[char] for char in (tail[0] if tail else "") if char in _PAUSES), ""))
        else:
            plain, pause = whole.get(place) or aloud.plain(token, before, after)
            parts.append([("en", part) for word in plain for part in american().apart(word)])
            pauses.append(pause)
    return _voiced(written, parts, pauses)


def _parted(found: re.Match[str]) -> list[tuple[str, str]]:
    return [("zh", found[0])] if found["zh"] else [("en", word) for word in american().apart(found[0])]


def _joined(written: Sequence[Word]) -> dict[int, tuple[list[str], str]]:
    """What is said for the pieces of a long address, by place: it is read as a whole and shared out by length."""
    said: dict[int, tuple[list[str], str]] = {}
    first = 0
    for place, word in enumerate(written):
        if not word.space and place + 1 < len(written):
            continue
        pieces = [each.text for each in written[first : place + 1]]
        if len(pieces) > 1 and not any(map(is_han, pieces)):
            spoken, pause = aloud.plain("".join(pieces))
            shares = list(itertools.accumulate(map(len, pieces)))
            owner = [bisect(shares, (at + 0.5) / len(spoken) * shares[-1]) for at in range(len(spoken))]
            for at in range(len(pieces)):
                mine = [each for each, whose in zip(spoken, owner, strict=True) if whose == at]
                said[first + at] = mine, pause if at + 1 == len(pieces) else ""
        first = place + 1
    return said


def _voiced(
    written: Sequence[str], parts: Sequence[Sequence[tuple[str, str]]], pauses: Sequence[str]
) -> tuple[Sounded, ...]:
    latin: list[str] = []
    ends: list[int] = []
    for group, pause in zip(parts, pauses, strict=True):
        for kind, part in group:
            if kind == "en":
                latin.append(part)
            else:
                ends.append(len(latin) - 1)
        if pause:
            ends.append(len(latin) - 1)
    loud = sum(word.isupper() for word in latin) > max(3, 0.8 * len(latin))
    read = iter(american().read(latin, loud=loud, last=ends) if latin else ())
    found = []
    for token, group, pause in zip(written, parts, pauses, strict=True):
        said = " ".join(filter(None, (next(read) if kind == "en" else mandarin.sounds(part) for kind, part in group)))
        found.append(Sounded(token, said, pause))
    return tuple(found)


def lines(said: Sequence[Sounded]) -> tuple[Line, ...]:
    """The words cut into lines: after sentences, in long sentences after clauses, else between words."""
    found: list[Line] = []
    now: list[int] = []
    for place, word in enumerate(said):
        now.append(place)
        size = _size(said, now)
        ahead = len(said[place + 1].phonemes) + 2 if place + 1 < len(said) else 0
        sentence = word.pause in _STOPS and word.pause and size >= LEAST and size + _sentence(said, place + 1) > MOST
        clause = word.pause and size + _clause(said, place + 1) > MOST
        if sentence or clause or size + ahead > MOST:
            found.append(_line(said, now))
            now = []
    if now:
        found.append(_line(said, now))
    return tuple(line for line in found if any(owner >= 0 for owner in line.owners))


def _size(said: Sequence[Sounded], places: Sequence[int]) -> int:
    return sum(len(said[place].phonemes) + len(said[place].pause) + 1 for place in places)


def _sentence(said: Sequence[Sounded], start: int) -> int:
    """Symbols up to the end of the sentence that starts there."""
    end = next((at for at in range(start, len(said)) if said[at].pause in set(_STOPS)), len(said) - 1)
    return _size(said, range(start, end + 1))


def _clause(said: Sequence[Sounded], start: int) -> int:
    end = next((at for at in range(start, len(said)) if said[at].pause), len(said) - 1)
    return _size(said, range(start, end + 1))


def _line(said: Sequence[Sounded], places: Sequence[int]) -> Line:
    symbols, owners = "", []
    for place in places:
        word = said[place]
        sound = word.phonemes[:MOST]
        if sound:
            gap = " " if symbols else ""
            symbols += gap + sound
            owners += [-1] * len(gap) + [place] * len(sound)
        if word.pause and symbols and symbols[-1] not in _PAUSES.values():
            symbols += word.pause
            owners.append(-1)
    return Line(symbols, tuple(owners))
