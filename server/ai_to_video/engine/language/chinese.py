"""The noun phrases of a Chinese sentence, from a tagger's parts of speech. Pure."""

import re
from collections.abc import Sequence

from .english import Phrase
from .hanzi import simpler
from .lexicon import PALE_ZH

_NOUNS = ("n", "eng", "vn", "an", "j")
_JOINABLE = re.compile(r"n|vn|an|j|eng|b|nz")
_NAMES = {"nr", "ns", "nt", "nz"}
_LONGEST = 6
_EMPTY = re.compile(r"[太很最更不没这那]|[今昨明后去]天?[年早晚上下]|今天|昨天|明天|每天|上午|下午|晚上|早上")


def noun_phrases(sentence: str) -> tuple[Phrase, ...]:
    """Neighbouring nouns make one phrase of at most six signs; what could also be a verb counts only without others."""
    runs: list[list[tuple[str, str]]] = [[]]
    for word, tag in tagged(sentence):
        run = runs[-1]
        noun = (tag.startswith(_NOUNS) or tag == "b") and word not in "人事物者"
        joins = run and _JOINABLE.fullmatch(tag) and _JOINABLE.fullmatch(run[-1][1])
        if run and not (noun and joins and len("".join(w for w, _ in run)) + len(word) <= _LONGEST):
            runs.append([])
        if noun:
            runs[-1].append((word, tag))
    things = [run for run in runs if run and [tag for _, tag in run] != ["vn"]]
    return tuple(phrase for run in things or runs if (phrase := _phrase(run)))


def _phrase(run: Sequence[tuple[str, str]]) -> Phrase | None:
    text = "".join(word for word, _ in run)
    if len(text) < 2 or run[-1][1] == "b" or simpler(text) in PALE_ZH or _EMPTY.match(simpler(text)):
        return None
    head, tag = run[-1]
    return Phrase(text, head if len(head) > 1 else text, tag in _NAMES)


def content(sentence: str) -> str:
    """The last verb or adjective that means something, for sentences that name no thing at all."""
    words = [word for word, tag in tagged(sentence) if tag[:1] in "va" and len(word) > 1]
    bright = [word for word in words if simpler(word) not in PALE_ZH and simpler(word)[0] not in "不没"]
    return bright[-1] if bright else ""


def tagged(sentence: str) -> list[tuple[str, str]]:
    """Words with their part of speech; the tagger knows Simplified words best, the words come back as written."""
    import rjieba  # takes a tenth of a second and ten megabytes, and only Chinese texts need it

    found, at = [], 0
    for word, tag in rjieba.tag(simpler(sentence)):
        found.append((sentence[at : at + len(word)], tag))
        at += len(word)
    return found
