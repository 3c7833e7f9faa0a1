"""The word of a sentence a person would stress: a name, a figure, the thing it is about; never a filler verb. Pure."""

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from .lexicon import (
    ADJECTIVES,
    IRREGULAR,
    LEADERS,
    NOT_ADVERBS,
    NOUNS_TOO,
    PALE,
    PALE_ZH,
    STOP,
    VERBS,
)

_TOKEN = re.compile(r"[$€£¥]?\d[\d.,:]*\d%?|[$€£¥]?\d%?|[^\W_][\w'’&+#-]*(?:[.](?=\w)[\w'’-]+)*|[^\w\s]|_")
_NOUN_ENDS = re.compile(
    r"(tion|sion|ment|ness|ity|ance|ence|ship|hood|ism|ist|graphy|logy|ture|dom|age|cy|sis|or|er|ware|port|gram|scope)s?$"
)
_ADJECTIVE_ENDS = re.compile(r"(ful|less|ous|ive|able|ible|ish|ary|ical|ial|ual|iest|ern)$")
_LONGEST = 24


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What a whole text is about: how often each term stands in it, and which words it writes as names."""

    language: str
    counts: Counter[str] = field(default_factory=Counter)
    names: frozenset[str] = frozenset()

    @property
    def themes(self) -> tuple[str, ...]:
        """The terms the text returns to, most frequent first."""
        return tuple(term for term, _ in self.counts.most_common(12))


@dataclass(frozen=True, slots=True)
class Phrase:
    """A stretch that could be stressed; `at` is its place in the sentence between 0 and 1."""

    text: str
    head: str
    at: float
    name: bool = False
    figure: bool = False


def vocabulary(sentences: Sequence[str], language: str) -> Vocabulary:
    names = _names(sentences) if language == "en" else frozenset()
    known = Vocabulary(language, Counter(), names)
    counts = Counter(_stem(phrase.head, language) for sentence in sentences for phrase in phrases(sentence, known))
    return Vocabulary(language, counts, names)


def keyword(sentence: str, known: Vocabulary, used: Sequence[str] = (), *, figures: bool = True) -> str:
    """A stretch of the sentence, written as it stands there; "" when nothing deserves stress."""
    taken = {_stem(word, known.language) for phrase in used for word in phrase.split() or [phrase]}
    best, most = "", -1e9
    found = [phrase for phrase in phrases(sentence, known) if figures or not phrase.figure]
    for number, phrase in enumerate(found):
        stem = _stem(phrase.head, known.language)
        score = 1.6 * math.log1p(known.counts[stem])
        score += 0.9 if phrase.name else 0.0
        score += 0.8 if number == 0 else 0.4 if number == len(found) - 1 else 0.0
        score += 0.6 if " " in phrase.text else 0.0
        score += min(len(phrase.head), 9) * 0.06 if known.language == "en" else min(len(phrase.text), 4) * 0.25
        score += 0.3 if known.language == "en" and _NOUN_ENDS.search(phrase.head.lower()) else 0.0
        score += 2.0 if phrase.figure else 0.0
        score -= 2.5 if phrase.head.lower() in PALE or phrase.head in PALE_ZH else 0.0
        score -= 3.0 if stem in taken else 0.0
        if score > most:
            best, most = phrase.text, score
    return best or _content(sentence, known.language)


def _content(sentence: str, language: str) -> str:
    """The last word that means something, for sentences that name no thing at all."""
    if language == "zh":
        verbs = [word for word, tag in tagged(sentence) if tag[:1] in "va" and len(word) > 1 and word not in PALE_ZH]
        return verbs[-1] if verbs else ""
    words = [word for word in re.findall(r"[A-Za-z][\w'’-]+", sentence) if word.lower() not in STOP | PALE]
    bright = [word for word in words if _base(word.lower()) not in _DULL and word.lower() not in _DULL]
    return max(bright, key=len) if bright else ""


def phrases(sentence: str, known: Vocabulary) -> tuple[Phrase, ...]:
    """The noun phrases of a sentence, in order."""
    return _phrases_zh(sentence) if known.language == "zh" else _phrases_en(sentence, known.names)


def _stem(word: str, language: str) -> str:
    if language == "zh":
        return word
    word = word.lower().replace("’", "'").removesuffix("'s")
    for end, new in (("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("xes", "x")):
        if word.endswith(end) and len(word) > len(end) + 2:
            return word.removesuffix(end) + new
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


# --- English --------------------------------------------------------------------------------------------------------


def _phrases_en(sentence: str, names: frozenset[str]) -> tuple[Phrase, ...]:
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
    """The head of a run and as much in front of it as reads well; a unit takes its figure along."""
    heads = [place for place, kind in enumerate(kinds) if kind in {"noun", "name"}]
    if not heads:
        figures = [word for word, _, _ in tokens if re.match(r"[$€£¥]|.*%$", word)]
        return [Phrase(figures[0], figures[0], tokens[0][1] / max(1, len(sentence)), figure=True)] if figures else []
    last = heads[-1]
    name = kinds[last] == "name"
    if not name and last and kinds[last - 1] == "figure":
        text = sentence[tokens[last - 1][1] : tokens[last][2]]
        return [Phrase(text, tokens[last][0], tokens[last - 1][1] / max(1, len(sentence)), figure=True)]
    first = last
    while first and tokens[last][2] - tokens[first - 1][1] <= _LONGEST and last - first < (3 if name else 1):
        before = kinds[first - 1]
        if before == "figure" or (name and before != "name") or (not name and _plain(tokens[first - 1][0])):
            break
        first -= 1
    text = sentence[tokens[first][1] : tokens[last][2]]
    text = re.sub(r"['’]s?$", "", text)
    at = tokens[first][1] / max(1, len(sentence))
    return [Phrase(text, re.sub(r"['’]s?$", "", tokens[last][0]), at, name)]


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
    if _is_verb(bare):
        both = bare in NOUNS_TOO or (_base(bare) in NOUNS_TOO and not bare.endswith(("ed", "ing")))
        if bare.endswith("ing") and led and before.lower() in LEADERS:
            return "noun"
        if bare.endswith("ed"):
            return "adjective" if led and after[:1].isalpha() else "verb"
        acts = after.lower() in LEADERS | _PARTICLES or re.match(r"[$€£¥\d]", after) or after.lower() in ADJECTIVES
        if not both or not (led or (kind_before == "noun" and not acts)):
            return "verb"
        return "noun"
    if bare in _EITHER and (not after[:1].isalnum() or after.lower() in STOP or _is_verb(after.lower())):
        return "noun"
    if bare in ADJECTIVES or (_ADJECTIVE_ENDS.search(bare) and len(bare) > 5):
        return "adjective"
    if bare.endswith("ing") and len(bare) > 5 and not led and kind_before != "noun":
        return "verb" if not first else "noun"
    if bare.endswith("ed") and len(bare) > 4 and bare not in {"seed", "speed", "breed", "shed", "hundred"}:
        return "adjective" if led else "verb"
    return "noun"


_DULL = frozenset(
    [
        "be",
        "have",
        "do",
        "make",
        "take",
        "get",
        "give",
        "bring",
        "keep",
        "go",
        "come",
        "put",
        "let",
        "set",
        "use",
        "see",
        "look",
        "seem",
        "appear",
        "become",
        "help",
        "need",
        "want",
        "try",
        "start",
        "begin",
        "turn",
        "work",
        "call",
        "ask",
        "tell",
        "say",
        "show",
        "find",
        "know",
        "think",
        "feel",
        "leave",
        "mean",
        "got",
        "made",
        "went",
        "took",
        "came",
        "gave",
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
_EITHER = frozenset(
    [
        "light",
        "dry",
        "cold",
        "human",
        "future",
        "total",
        "average",
        "local",
        "native",
        "dark",
        "present",
        "public",
        "secret",
        "top",
        "past",
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
    return word in IRREGULAR or _base(word) in VERBS


@cache
def _base(word: str) -> str:
    """The base form of an inflected verb, where one is known; else the word itself."""
    if word in VERBS:
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
                if form in VERBS:
                    return form
    return word


def _names(sentences: Sequence[str]) -> frozenset[str]:
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


# --- Chinese --------------------------------------------------------------------------------------------------------

_NOUNS_ZH = ("n", "eng", "vn", "an", "j")
_JOINABLE = re.compile(r"^(n|vn|an|j|eng|b|nz)$")


def _phrases_zh(sentence: str) -> tuple[Phrase, ...]:
    found: list[Phrase] = []
    run: list[tuple[str, str, int]] = []
    at = 0
    for word, tag in tagged(sentence):
        place = sentence.find(word, at)
        at = place + len(word) if place >= 0 else at
        noun = tag.startswith(_NOUNS_ZH) or (tag == "b" and not run)
        joins = (
            run
            and noun
            and _JOINABLE.match(tag)
            and _JOINABLE.match(run[-1][1])
            and sum(map(len, (r[0] for r in run))) < 5
        )
        if run and not joins:
            found.extend(_phrase_zh(run, len(sentence)))
            run = []
        if noun and place >= 0:
            run.append((word, tag, place))
    return (*found, *_phrase_zh(run, len(sentence)))


def _phrase_zh(run: Sequence[tuple[str, str, int]], length: int) -> list[Phrase]:
    if not run or run[-1][1] == "b":
        return []
    text = "".join(word for word, _, _ in run)
    if len(text) < 2 or text in PALE_ZH or re.match(r"[太很最更不没這这那]", text):
        return []
    return [
        Phrase(
            text,
            run[-1][0] if len(run[-1][0]) > 1 else text,
            run[0][2] / max(1, length),
            run[-1][1] in {"nr", "ns", "nt", "nz"},
        )
    ]


def tagged(sentence: str) -> list[tuple[str, str]]:
    """Chinese words with their part of speech."""
    import rjieba

    return list(rjieba.tag(sentence))
