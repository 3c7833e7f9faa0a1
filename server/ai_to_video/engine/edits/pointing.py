"""Which scenes a person means: by number, by place, or by what is said in them. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ...timeline import Clip
from ..language import amounts
from ..language.hanzi import simpler
from ..language.lexicon import PALE_ZH

SEEN = "seen_as"
"""Metadata of a scene while several orders are done: the number it had when the person looked at the video."""


@dataclass(frozen=True, slots=True)
class Pointed:
    """One scene someone spoke of: its position, or None where there is no such scene; `words` are what named it."""

    place: int | None
    start: int
    words: str


_LISTED = re.compile(
    r"\b(?:scenes|shots|clips|slides)\s+(\d+(?:\s*(?:,|and|&|-|to|through)\s*(?:and\s+)?\d+)+)|"
    r"第(?:\d+|[一二三四五六七八九十]+)(?:个?(?:场景|镜头|画面|幕|段))?(?:[、和跟与到至-](?:第)?(?:\d+|[一二三四五六七八九十]+))+(?:个)?(?:场景|镜头|画面|幕|段)",
    re.IGNORECASE,
)
_HAND = re.compile(
    r"\b(?P<e>first|last)\s+(?P<n>\d+|two|three|four|five|six|seven|eight|nine|ten)\s+(?:scenes|shots|clips|slides)\b|"
    r"(?P<z>前|后|最后)(?P<nz>\d+|[一二两三四五六七八九十]+)个?(?:场景|镜头|画面|幕|段)",
    re.IGNORECASE,
)
_BEYOND = re.compile(
    r"\b(?:everything|all|the rest|all (?:the )?scenes|scenes|anything) (?:that comes )?(?P<e>after|before|following)\b|(?P<z>(?:之?后|以后)|(?:之?前|以前))(?:的)?(?:全部|所有|内容|场景|镜头|都)"
)
"""All the scenes on one side of the one that is named."""
_ENDS = (
    (
        0,
        re.compile(
            r"\b(?:the )?(?:intro|opening|title card|title scene|(?:before|after|behind) the title)\b|片头|开场|标题(?:之?前|之?后)",
            re.IGNORECASE,
        ),
    ),
    (-1, re.compile(r"\b(?:the )?(?:outro|end card|closing|closing card)\b|片尾|结尾画面", re.IGNORECASE)),
)
_THING = r"(?:scenes?|shots?|slides?|cards?|parts?|bits?|sections?|sentences?|lines?|one|passages?|segments?)"
_SAYS = (
    r"(?:about|on|with|where (?:it|they|he|she) (?:says?|mentions?|talks? about|reads?)|(?:that|which) (?:says?|mentions?|talks? about|is about|"
    r"reads?|shows?)|saying|mentioning|talking about|showing|describing)"
)
_STOP = r"(?=\s+(?:before|after|behind|in front|ahead|to (?:the|position|place|number|\d)|with|into|and|right|comes?|goes?|should|can|must|last|[\d.]+ ?s)\b|[,.;!?](?!\d)|$)"
_TOLD = re.compile(
    rf"(?<!\ba )(?<!\ban )(?<!new )(?<!another )\b{_THING}\s+{_SAYS}\s+(?:the |how |that )?(?P<a>(?:[^,.;!?]|(?<=\d)[,.](?=\d))+?){_STOP}|"
    rf"\b(?:the|that)\s+(?P<b>(?!first|second|third|fourth|fifth|sixth|last|next|final|whole|text|picture|image|photo|music|title|caption)"
    rf"(?:(?!(?:in|on|of|at|to|for|from|with|and)\b)(?:[$€£]?\d[\d,.]*%?|[\w$€£%’'-]+)\s+){{1,3}}?){_THING}\b|"
    r"(?:讲到?|说到?|关于|提到|介绍|写着|写的?是?|有)(?P<c>[^，。；的]{1,14}?)的?(?:那|这)?(?:一)?(?:个)?(?:场景|镜头|画面|部分|段|句话|句|幕|页)|"
    r"(?P<d>(?:(?![讲说把将的删去移剪关])[\u4e00-\u9fff\d]){2,10}?)的?(?:那|这)(?:一)?(?:个)?(?:场景|镜头|画面|部分|段|句话|句|幕|页)",
    re.IGNORECASE,
)
_EMPTY = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "on",
        "in",
        "and",
        "or",
        "is",
        "it",
        "its",
        "that",
        "this",
        "to",
        "for",
        "with",
        "about",
        "how",
        "what",
        "all",
        "says",
        "say",
        "scene",
        "part",
        "just",
        "only",
        "very",
        "our",
        "your",
        "their",
        "his",
        "her",
        "was",
        "were",
        "are",
        "be",
        "by",
        "as",
        "at",
        "from",
    ]
)


def pointed(words: str, quotes: Sequence[str], scenes: Sequence[Clip]) -> tuple[Pointed, ...]:
    """Every scene that is spoken of, in the order of the words. `words` in simplified signs, quotes held as ⟦n⟧."""
    many = _LISTED.search(words)
    if many:
        numbers = [int(amounts.number(n) or 0) for n in re.findall(r"\d+|[一二三四五六七八九十]+", many[0])]
        if re.search(r"\d\s*(?:-|to|through)\s*\d|[到至]", many[0]) and len(numbers) == 2:
            numbers = list(range(numbers[0], numbers[1] + 1))
        return tuple(Pointed(numbered(scenes, number), many.start(), f"scene {number}") for number in numbers)
    hand = _HAND.search(words)
    if hand:
        count = int(amounts.number(hand["n"] or hand["nz"]) or 0)
        head = (hand["e"] or "").lower() == "first" or hand["z"] == "前"
        places = range(len(scenes))[:count] if head else range(len(scenes))[-count:]
        return tuple(Pointed(place, hand.start(), hand[0]) for place in places)
    found = [
        Pointed(numbered(scenes, int(each.value)), each.start, words[each.start : each.end])
        for each in amounts.places(words)
    ]
    beyond = _BEYOND.search(words) if len(found) == 1 and found[0].place is not None else None
    if beyond:
        here = found[0].place or 0
        after = beyond["e"] in {"after", "following"} if beyond["e"] else "后" in beyond["z"]
        places = range(here + 1, len(scenes)) if after else range(here)
        return tuple(Pointed(place, beyond.start(), beyond[0]) for place in places)
    taken = [(each.start, each.start + len(each.words)) for each in found]
    for match in _TOLD.finditer(words):
        if any(match.start() < end and start < match.end() for start, end in taken):
            continue
        named = next(group for group in (match["a"], match["b"], match["c"], match["d"]) if group)
        about = re.sub(r"⟦(\d+)⟧", lambda held: quotes[int(held[1])], named).strip()
        found.append(Pointed(saying(scenes, about), match.start(), match[0].strip()))
    if not found:
        for place, pattern in _ENDS:
            end = pattern.search(words)
            if end and scenes:
                return (Pointed(place % len(scenes), end.start(), end[0]),)
    return tuple(sorted(found, key=lambda each: each.start))


def numbered(scenes: Sequence[Clip], number: int) -> int | None:
    """The position of a scene by its number, counted from 1, or from -1 at the end; by the number it was seen under."""
    seen = [scene.metadata.get(SEEN) for scene in scenes]
    if number > 0 and any(seen):
        return seen.index(number) if number in seen else None
    place = number - 1 if number > 0 else len(scenes) + number
    return place if number and 0 <= place < len(scenes) else None


def saying(scenes: Sequence[Clip], about: str) -> int | None:
    """The scene that says most of these words; None where no scene says half of them. A title says its words last."""
    wanted = _marks(about)
    if not wanted:
        return None
    best, most = None, 0.49
    for place, scene in enumerate(scenes):
        said = _marks(
            " ".join(str(scene.metadata.get(key) or "") for key in ("headline", "body", "number", "items", "media"))
        )
        share = len(wanted & said) / len(wanted) - (0.01 if scene.metadata.get("scene") == "title" else 0)
        if share > most:
            best, most = place, share
    return best


def _marks(text: str) -> frozenset[str]:
    """What tells one text from another: stems of its words, pairs of its Chinese signs."""
    text = simpler(text.lower())
    words = {re.sub(r"(?:'s|’s|s)$", "", word) for word in re.findall(r"[a-z0-9à-ɏ$€£%][\w$€£%.,'’-]*", text)}
    words = {word.rstrip(".,'’-") for word in words if word not in _EMPTY}
    signs = set()
    for run in re.findall(r"[\u4e00-\u9fff]+", text):
        signs |= {run[at : at + 2] for at in range(len(run) - 1)} if len(run) > 1 else {run}
    return frozenset((words | signs) - PALE_ZH - {""})
