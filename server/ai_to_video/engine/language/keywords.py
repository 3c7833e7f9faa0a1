"""The word of a sentence a person would stress: a name, a figure, the thing it is about; never a filler verb. Pure."""

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from . import chinese, english
from .english import Phrase
from .hanzi import simpler
from .lexicon import PALE, PALE_ZH

_NOUN_ENDS = re.compile(
    r"(tion|sion|ment|ness|ity|ance|ence|ship|hood|ism|ist|graphy|logy|ture|dom|age|cy|sis|or|er|"
    r"ware|port|gram|scope)s?$"
)


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


def vocabulary(sentences: Sequence[str], language: str) -> Vocabulary:
    names = english.names_in(sentences) if language == "en" else frozenset()
    known = Vocabulary(language, Counter(), names)
    counts = Counter(_stem(phrase.head, language) for sentence in sentences for phrase in phrases(sentence, known))
    return Vocabulary(language, counts, names)


def keyword(sentence: str, known: Vocabulary, used: Sequence[str] = (), *, figures: bool = True) -> str:
    """A stretch of the sentence, written as it stands there; "" when nothing deserves stress."""
    taken = {_stem(word, known.language) for phrase in used for word in phrase.split() or [phrase]}
    found = [phrase for phrase in phrases(sentence, known) if figures or not phrase.figure]
    worths = [_worth(phrase, known, taken, place, len(found)) for place, phrase in enumerate(found)]
    best = found[worths.index(max(worths))] if found else None
    if best and (best.figure or best.head.lower() not in PALE):
        return best.text
    content = chinese.content(sentence) if known.language == "zh" else english.content(sentence)
    return content or (best.text if best else "")


def _worth(phrase: Phrase, known: Vocabulary, taken: set[str], place: int, count: int) -> float:
    """How much a phrase deserves stress: what the text returns to, names, figures, what the sentence begins with."""
    language, lower = known.language, phrase.head.lower()
    stem = _stem(phrase.head, language)
    words = phrase.text.split() if language == "en" else [phrase.text]
    beside = max((known.counts[_stem(word, language)] for word in words[:-1]), default=0)
    worth = 1.6 * math.log1p(max(known.counts[stem], 0.8 * beside))
    worth += 0.8 if place == 0 else 0.4 if place == count - 1 else 0.0
    worth += 0.9 if phrase.name else 2.0 if phrase.figure else 0.0
    worth += 0.6 if len(words) > 1 else 0.0
    if language == "en":
        worth += min(len(lower), 9) * 0.06 + (0.3 if _NOUN_ENDS.search(lower) else 0.0)
    else:
        worth += min(len(phrase.text), 4) * 0.25
    worth -= 2.5 if not phrase.figure and (lower in PALE or simpler(phrase.head) in PALE_ZH) else 0.0
    return worth - (3.0 if stem in taken else 0.0)


def phrases(sentence: str, known: Vocabulary) -> tuple[Phrase, ...]:
    """The noun phrases of a sentence, in order."""
    return chinese.noun_phrases(sentence) if known.language == "zh" else english.noun_phrases(sentence, known.names)


def _stem(word: str, language: str) -> str:
    if language == "zh":
        return word
    word = word.lower().replace("’", "'").removesuffix("'s")
    for end, new in (("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("xes", "x")):
        if word.endswith(end) and len(word) > len(end) + 2:
            return word.removesuffix(end) + new
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word
