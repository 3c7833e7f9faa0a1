"""The noun phrases of an English sentence, told from verbs and fillers by word lists and neighbours. Pure."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from .lexicon import (
    ADJECTIVES,
    DULL,
    EITHER,
    IRREGULAR,
    LEADERS,
    MONTHS,
    NOT_ADVERBS,
    NOUNS_FIRST,
    NOUNS_TOO,
    PALE,
    STOP,
    VERBS,
)

_TOKEN = re.compile(
    r"\b(?:Dr|Mrs?|Ms|Prof|St)\.|[$€£¥]?\d[\d.,:]*\d%?|[$€£¥]?\d%?|[^\W_][\w'’&+#-]*(?:[.](?=\w)[\w'’-]+)*|[^\w\s]|_"
)
_ADJECTIVE_ENDS = re.compile(r"(ful|less|ous|ive|able|ible|ish|ary|ical|ial|ual|iest|ern)$")
_LONGEST = 24


@dataclass(frozen=True, slots=True)
class Phrase:
    """A stretch that could be stressed, and the noun it is about."""

    text: str
    head: str
    name: bool = False
    figure: bool = False


def noun_phrases(sentence: str, names: frozenset[str]) -> tuple[Phrase, ...]:
    tokens = [(found[0], found.start(), found.end()) for found in _TOKEN.finditer(sentence)]
    kinds: list[str] = []
    for index, (word, _, _) in enumerate(tokens):
        before = tokens[index - 1][0] if index else ""
        after = tokens[index + 1][0] if index + 1 < len(tokens) else ""
        kinds.append(_kind(word, before, kinds[-1] if kinds else "", after, names, first=index == 0))
    found: list[Phrase] = []
    index = 0
    while index < len(tokens):
        if kinds[index] not in {"noun", "name", "adjective", "figure"}:
            index += 1
            continue
        last = index
        while last + 1 < len(tokens) and _continues(kinds[last], kinds[last + 1], sentence, tokens[last : last + 2]):
            last += 1
        found.extend(_phrase(sentence, tokens[index : last + 1], kinds[index : last + 1]))
        index = last + 1
    return tuple(found)


def _continues(kind: str, following: str, sentence: str, pair: Sequence[tuple[str, int, int]]) -> bool:
    if sentence[pair[0][2] : pair[1][1]].strip() or following not in {"noun", "name", "adjective", "figure"}:
        return False
    return not (kind == "name" and following == "adjective") and not (kind == "noun" and following == "adjective")


def _phrase(sentence: str, tokens: Sequence[tuple[str, int, int]], kinds: Sequence[str]) -> list[Phrase]:
    """The head of a run and as much in front of it as reads well; a unit or a month takes its figures along."""
    heads = [place for place, kind in enumerate(kinds) if kind in {"noun", "name"}]
    if not heads:
        figures = [word for word, _, _ in tokens if re.match(r"[$€£¥]|.*%$", word)]
        return [Phrase(figures[0], figures[0], figure=True)] if figures else []
    last = heads[-1]
    head, name = tokens[last][0], kinds[last] == "name"
    first, end = last, last
    if not name or head.lower() in MONTHS:
        first -= bool(last and kinds[last - 1] == "figure")
        end += bool(name and last + 1 < len(tokens) and kinds[last + 1] == "figure")
    if first < last or end > last:
        return [Phrase(sentence[tokens[first][1] : tokens[end][2]], head, figure=True)]
    while first and tokens[last][2] - tokens[first - 1][1] <= _LONGEST and last - first < (3 if name else 1):
        before = kinds[first - 1]
        if before == "figure" or (name and before != "name") or (not name and _plain(tokens[first - 1][0])):
            break
        first -= 1
    text = re.sub(r"['’]s?$", "", sentence[tokens[first][1] : tokens[last][2]])
    return [Phrase(text, re.sub(r"['’]s?$", "", head), name)]


def _plain(word: str) -> bool:
    """An adjective too general to be worth showing with its noun."""
    return word.lower() in PALE or word.lower() in {
        *("new", "good", "great", "big", "small", "many", "whole", "main", "best", "better", "long", "short", "high"),
        *("low", "own", "same", "different", "nice", "real", "full", "certain", "several", "various", "single"),
        *("bad", "old", "little", "large", "right", "major", "entire", "early", "late", "recent", "available"),
    }


def _kind(word: str, before: str, kind_before: str, after: str, names: frozenset[str], *, first: bool) -> str:
    lower = word.lower().replace("’", "'")
    bare = lower.removesuffix("'s")
    if re.match(r"[$€£¥]?\d", word):
        return "figure" if re.fullmatch(r"[$€£¥]?[\d.,:/-]+[a-z%]{0,3}", lower) else "noun"
    if not word[0].isalnum():
        return "mark"
    if bare in MONTHS and word[0].isupper() and (before[:1].isdigit() or after[:1].isdigit()):
        return "name"
    opens = first and word[0].isupper() and after[:1].isupper() and after.lower() in names
    if opens and bare not in STOP | ADJECTIVES and not _is_verb(bare):
        return "name"
    if bare in names or (not first and word[0].isupper() and len(word) > 1 and kind_before != "mark"):
        return "name" if bare not in STOP else "stop"
    if lower in STOP or bare in STOP or len(bare) < 2:
        return "stop"
    if bare.endswith("ly") and bare not in NOT_ADVERBS:
        return "adverb"
    led = before.lower() in LEADERS or kind_before in {"adjective", "figure"} or before.lower() in _PREPOSITIONS
    if _may_act(bare):
        return _noun_or_verb(bare, before, kind_before, after, led=led)
    if bare in EITHER and (not after[:1].isalnum() or after.lower() in STOP or _is_verb(after.lower())):
        return "noun"
    if bare in ADJECTIVES or (_ADJECTIVE_ENDS.search(bare) and len(bare) > 5):
        return "adjective"
    if bare.endswith("ing") and len(bare) > 5 and not led and kind_before != "noun":
        return "verb" if not first else "noun"
    if bare.endswith("ed") and len(bare) > 4 and bare not in {"seed", "speed", "breed", "shed", "hundred"}:
        return "adjective" if led else "verb"
    if bare.endswith("s") and kind_before in {"noun", "name"} and after.lower() in LEADERS | _COUNTS:
        return "verb"  # "the plan covers three accounts"
    return "noun"


_COUNTS = frozenset(
    (
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "more",
        "most",
        "many",
        "several",
        "another",
    )
)


def _noun_or_verb(bare: str, before: str, kind_before: str, after: str, *, led: bool) -> str:
    """A word that can be a verb, judged by its neighbours."""
    root, following = base(bare), after.lower()
    inflected = bare.endswith(("ed", "ing")) and bare not in NOUNS_TOO
    if bare.endswith("ing") and before.lower() in LEADERS:
        return "noun"
    if bare.endswith("ed"):
        return "adjective" if led and after[:1].isalpha() else "verb"
    told = before.lower() in _MOVERS
    third = bare.endswith("s") and after[:1].isalpha() and (following not in STOP or following in _PREPOSITIONS)
    acts = third or following in LEADERS | _PARTICLES | ADJECTIVES | _COUNTS or bool(re.match(r"[$€£¥\d]", after))
    beside = kind_before in {"noun", "name"}
    if root in NOUNS_FIRST and not inflected:
        return "verb" if told or (beside and acts and not led) else "noun"
    if root in NOUNS_TOO and not inflected and not told and (led or (beside and not acts)):
        return "noun"
    return "verb"


_MOVERS = frozenset(
    [
        "to",
        "can",
        "could",
        "will",
        "would",
        "shall",
        "should",
        "may",
        "might",
        "must",
        "i",
        "you",
        "we",
        "they",
        "who",
        "that",
        "don't",
        "doesn't",
        "didn't",
        "cannot",
        "can't",
        "won't",
        "not",
        "please",
        "let's",
        "and",
    ]
)
_PARTICLES = frozenset(
    [
        "it",
        "them",
        "us",
        "me",
        "you",
        "him",
        "up",
        "down",
        "out",
        "off",
        "on",
        "in",
        "into",
        "away",
        "back",
        "to",
        "how",
        "what",
        "when",
        "that",
    ]
)
_PREPOSITIONS = frozenset(
    [
        "of",
        "in",
        "on",
        "at",
        "by",
        "with",
        "from",
        "into",
        "over",
        "under",
        "between",
        "among",
        "through",
        "during",
        "without",
        "across",
        "for",
        "against",
        "per",
    ]
)


@cache
def _is_verb(word: str) -> bool:
    return word in IRREGULAR or base(word) in VERBS


@cache
def _may_act(word: str) -> bool:
    return _is_verb(word) or base(word) in NOUNS_TOO | NOUNS_FIRST


_ROOTS = VERBS | NOUNS_TOO | NOUNS_FIRST


@cache
def base(word: str) -> str:
    """The base form of an inflected verb, where one is known; else the word itself."""
    if word in _ROOTS:
        return word
    for end, more in (
        ("ies", ("y",)),
        ("ied", ("y",)),
        ("es", ("", "e")),
        ("s", ("",)),
        ("ed", ("", "e")),
        ("ing", ("", "e")),
    ):
        if word.endswith(end):
            root = word.removesuffix(end)
            for form in (*(root + tail for tail in more), root[:-1] if root[-1:] == root[-2:-1] else root):
                if form in _ROOTS:
                    return form
    return word


def names_in(sentences: Sequence[str]) -> frozenset[str]:
    """Words written with a capital inside a sentence, and never small: names."""
    large: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for sentence in sentences:
        tokens = _TOKEN.findall(sentence)
        words = [word for word in tokens if word[0].isalpha()]
        shouting = sum(word[0].isupper() for word in words) > 0.6 * len(words) and len(words) > 2
        for index, word in enumerate(tokens):
            bare = word.lower().removesuffix("'s").removesuffix("’s")
            if word[0].islower():
                small[bare] += 1
            elif word[0].isupper() and not shouting:
                inside = index > 0 and tokens[index - 1][0].isalnum()
                large[bare] += (
                    2 if inside or (len(word) > 1 and word.isupper()) or re.search(r"[a-z][A-Z]", word) else 0
                )
    return frozenset(word for word, count in large.items() if count > 1 and not small[word] and word not in STOP)


def content(sentence: str) -> str:
    """The longest word that means something, for sentences that name no thing at all."""
    words = [word for word in re.findall(r"[A-Za-z][\w'’-]+", sentence) if word.lower() not in STOP | PALE]
    bright = [word for word in words if base(word.lower()) not in DULL and word.lower() not in DULL]
    return max(bright, key=len) if bright else ""
