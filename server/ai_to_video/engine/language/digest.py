"""Which sentences of a text to keep when there is not time for all: those that carry most, in their own order. Pure."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby

from .hanzi import simpler
from .keywords import Vocabulary, phrases
from .lexicon import CONNECTIVES, CONNECTIVES_ZH, POINTING, POINTING_ZH
from .reading import HEADING, LIST, QUOTE, TALK, VERSE, Document, size

_LEADING = re.compile(rf"^(?:(?:{CONNECTIVES})\b,?\s+)", re.IGNORECASE)
_LEADING_COMMA = re.compile(rf"^(?:(?:{CONNECTIVES}),\s+)", re.IGNORECASE)
_LEADING_ZH = re.compile(rf"^(?:{CONNECTIVES_ZH})[，,]?\s*")
_POINTS = re.compile(rf"^{POINTING}", re.IGNORECASE)
_POINTS_ZH = re.compile(rf"^{POINTING_ZH}")
_ASIDE = re.compile(r"\s*[(\[（【][^()\[\]（）【】]{1,120}[)\]）】]")
_FIGURE = re.compile(r"\d")
_HEDGED = re.compile(
    r"\b(for example|for instance|e\.g\.|such as|i\.e\.|see also|note that|click here|read more|"
    r"subscribe)\b|例如|比如|譬如|详见",
    re.IGNORECASE,
)


DENSEST = 1.2
"""A text is shown whole when that asks for at most so much quicker reading."""
LEAST_WORTH, ENOUGH = 0.05, 0.7
"""What adds less than this is left out once so much of the time is filled."""
LONGEST = {"en": 40.0, "zh": 70.0}
"""Sentences longer than this (in reading units) are weighed in pieces."""


@dataclass(frozen=True, slots=True)
class Point:
    """One sentence or list item on its way to a scene.

    `kind` is the block's, `block` and `index` its place in the text, `head` the heading above it, `who` says it,
    `lead` the sentence that announced the list it belongs to; `length` in reading units, `weight` 0-1.
    """

    text: str
    kind: str
    block: int
    index: int
    length: float
    head: str = ""
    who: str = ""
    lead: str = ""
    weight: float = 0.0
    points_back: bool = False


def points(document: Document, known: Vocabulary) -> tuple[Point, ...]:
    """Every sentence of a document with its weight; headings become facts about what follows them."""
    found: list[Point] = []
    head, lead = "", ""
    for number, block in enumerate(document.blocks):
        if block.kind == HEADING:
            head, lead = block.text, ""
            continue
        parts = _joined(block.parts, document.language, from_start=not found)
        if block.kind not in {LIST, VERSE}:
            parts = tuple(
                piece for part in parts for piece in split(part, LONGEST[document.language], document.language)
            )
        announces = block.kind != LIST and bool(re.search(r"[:：]$", parts[-1]))
        following = document.blocks[number + 1].kind if number + 1 < len(document.blocks) else ""
        for index, part in enumerate(parts):
            if announces and following == LIST and index == len(parts) - 1:
                break
            found.append(
                Point(
                    part,
                    block.kind,
                    number,
                    index,
                    size(part, document.language),
                    head,
                    block.text if block.kind == TALK else "",
                    lead if block.kind == LIST else "",
                    points_back=bool(
                        (_POINTS_ZH if document.language == "zh" else _POINTS).match(
                            simpler(_bare(part, document.language))
                        )
                    ),
                )
            )
        lead = parts[-1].rstrip(":： ") if announces else ""
    return _weighed(found, known)


def _joined(parts: Sequence[str], language: str, *, from_start: bool) -> tuple[str, ...]:
    """A sentence of a word or two joins the next one: "Smells. Snow smells of nothing." The very first may be a title."""
    joined: list[str] = []
    short = False
    for part in parts:
        if short:
            joined[-1] += part if language == "zh" else f" {part}"
        else:
            joined.append(part)
        opens = from_start and len(joined) == 1
        short = not opens and size(joined[-1], language) < 3 and bool(re.search(r"[.!。！]$", joined[-1]))
    return tuple(joined)


def _bare(text: str, language: str) -> str:
    found = (_LEADING_ZH if language == "zh" else _LEADING).match(simpler(text))
    return text[found.end() :] if found else text


def _weighed(found: Sequence[Point], known: Vocabulary) -> tuple[Point, ...]:
    terms = [Counter(phrase.head.lower() for phrase in phrases(point.text, known)) for point in found]
    spread = Counter(term for each in terms for term in each)
    firsts = {(point.block, point.index) for point in found if point.index == 0}
    weighed = []
    for place, point in enumerate(found):
        about = sum(math.log1p(spread[term]) for term in terms[place]) / math.sqrt(
            1 + len(terms[place]) + point.length / 8
        )
        score = about
        score += 1.2 if place == 0 else 0.5 if (point.block, point.index) in firsts else 0.0
        score += 0.6 if place == len(found) - 1 else 0.0
        score += 0.7 if _FIGURE.search(point.text) else 0.0
        score += 0.3 * min(2, sum(phrase.name for phrase in phrases(point.text, known)))
        score += 0.4 if point.kind in {LIST, QUOTE, VERSE} else 0.0
        score -= 0.8 if _HEDGED.search(simpler(point.text)) else 0.0
        score -= 0.5 if point.points_back else 0.0
        score -= 0.03 * max(0.0, point.length - 24)
        score -= 0.5 if point.length < 3 else 0.0
        score -= 0.8 if not terms[place] else 0.0
        weighed.append(score)
    low, high = min(weighed, default=0.0), max(weighed, default=1.0)
    return tuple(
        replace(point, weight=round((score - low) / ((high - low) or 1.0), 3))
        for point, score in zip(found, weighed, strict=True)
    )


def choose(found: Sequence[Point], budget: float, language: str) -> tuple[Point, ...]:
    """As many points as fit into `budget` reading units, the weightiest first, given back in the text's order.

    What belongs together (a list, a couplet, a sentence and the "It ..." after it) comes together or not at all; what
    repeats a chosen point counts less, and so does a second point from a section that was heard.
    """
    if sum(point.length for point in found) <= budget * DENSEST:
        return tuple(found)
    groups = list(_groups(found, budget))
    chosen: list[Group] = []
    spent = 0.0
    while True:
        heard = Counter(group.section for group in chosen)
        said = Counter(mark for group in chosen for mark in group.marks(language))
        best, most = None, LEAST_WORTH if spent > budget * ENOUGH else -math.inf
        for group in groups:
            if spent + group.cost > budget * 1.08:
                continue
            marks = group.marks(language)
            repeated = sum(1 for mark in marks if said[mark]) / max(1, len(marks))
            worth = group.weight * (0.55 + 0.45 * min(1.0, group.cost / 14)) - 0.35 * repeated
            worth -= 0.12 * math.sqrt(heard[group.section])
            if worth > most:
                best, most = group, worth
        if best is None:
            break
        chosen.append(best)
        spent += best.cost
        groups = [group for group in groups if group != best]
    if not chosen and found:
        return (max(found, key=lambda point: point.weight - 0.05 * point.length),)
    kept = {id(point) for group in chosen for point in group.points}
    return tuple(point for point in found if id(point) in kept)


@dataclass(frozen=True, slots=True)
class Group:
    """Points that stand or fall together; `cost` in reading units."""

    points: tuple[Point, ...]
    cost: float

    @property
    def weight(self) -> float:
        whole = 0.15 if self.points[0].kind == LIST and len(self.points) > 2 else 0.0
        return max(point.weight for point in self.points) + whole

    @property
    def section(self) -> tuple[str, int]:
        first = self.points[0]
        return first.head, -1 if first.head else first.block

    def marks(self, language: str) -> frozenset[str]:
        return _marks(" ".join(point.text for point in self.points), language)


def _groups(found: Sequence[Point], budget: float) -> Iterator[Group]:
    """Lists of short items whole where they fit, else in pairs; verse in couplets; sentences with what points at them."""
    for (_, kind), run in groupby(found, key=lambda point: (point.block, point.kind)):
        points = list(run)
        short = kind == LIST and sum(point.length for point in points) / len(points) <= 8
        if short and sum(point.length for point in points) * 0.8 <= budget * 0.6:
            yield Group(tuple(points), sum(point.length for point in points) * 0.8)
        elif short or kind == VERSE:
            yield from (Group(pair, sum(point.length for point in pair)) for pair in grouped(points, 2))
        else:
            for place, point in enumerate(points):
                group = (points[place - 1], point) if point.points_back and place else (point,)
                if kind == TALK and point.text.rstrip().endswith(("?", "？")):
                    answers = [each for each in found if each.block == point.block + 1]
                    group = (point, max(answers, key=lambda each: each.weight)) if answers else group
                yield Group(group, sum(each.length for each in group))


@lru_cache(4096)
def _marks(text: str, language: str) -> frozenset[str]:
    if language == "zh":
        signs = re.sub(r"[^\u3400-\u9fff]", "", text)
        return frozenset(signs[place : place + 2] for place in range(len(signs) - 1))
    return frozenset(word.lower().rstrip("s") for word in re.findall(r"[^\W\d_]{4,}", text))


def tighten(point: Point, previous: Point | None, language: str) -> str:
    """The sentence without asides, and without an opening that points to a sentence not shown."""
    text = _ASIDE.sub("", point.text).strip() or point.text
    follows = previous is not None and previous.block == point.block and previous.index == point.index - 1
    if language == "zh":
        return (text if follows else _bare(text, language)) or point.text
    shorter = (_LEADING_COMMA if follows else _LEADING).sub("", text) if not follows else text
    return shorter[:1].upper() + shorter[1:] if shorter and shorter != text else text


_SEAM = re.compile(
    r"(?<=[;；。])\s*|\s+[–—]\s+|(?<=,)\s+(?=(?:and|but|so|yet|while|which|because|although|where|"
    r"when|then)\b)|(?<=:)\s+|(?<=，)",
    re.IGNORECASE,
)
_SOFT = re.compile(
    r"(?<=,)\s+|\s+(?=(?:and|but|so|because|while|when|which|that|with|to|for|from|in|on)\b)|(?<=[、，])", re.IGNORECASE
)


def split(text: str, most: float, language: str) -> tuple[str, ...]:
    """A sentence too long for one scene in clauses of about equal length; a short one as it is."""
    length = size(text, language)
    if length <= most:
        return (text,)
    for seams in (_SEAM, _SOFT):
        cuts = [found.start() if found.start() == found.end() else found.end() for found in seams.finditer(text)]
        cuts = [cut for cut in cuts if 0.22 * len(text) <= cut <= 0.78 * len(text)]
        if cuts:
            middle = min(cuts, key=lambda cut: abs(cut - len(text) / 2))
            left, right = text[:middle].strip(" –—"), text[middle:].strip(" –—")
            return (*split(left, most, language), *split(right, most, language))
    middle = len(text) // 2
    cut = middle if language == "zh" else text.rfind(" ", 1, middle + 1)
    if cut <= 0 or length > 60 * most:
        return (text,)
    return (*split(text[:cut].strip(), most, language), *split(text[cut:].strip(), most, language))


def grouped(items: Iterable[Point], most: int) -> tuple[tuple[Point, ...], ...]:
    """List items in even handfuls of at most `most`."""
    whole = list(items)
    hands = math.ceil(len(whole) / most) or 1
    each = math.ceil(len(whole) / hands) if whole else 1
    return tuple(tuple(whole[place : place + each]) for place in range(0, len(whole), each))
