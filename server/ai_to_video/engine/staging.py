"""Points of a text → Scenes: which kind each is, what is drawn of it, how long it stands. Pure."""

import re
from collections.abc import Sequence
from dataclasses import replace

from .language.digest import Point, grouped, split
from .language.hanzi import simpler
from .language.keywords import Vocabulary, keyword
from .language.reading import CJK, LIST, QUOTE, TALK, VERSE, size
from .storyboard import CLOSE, NUMBER, SCENE_MS, STATEMENT, TITLE, Scene
from .storyboard import LIST as LIST_SCENE
from .storyboard import QUOTE as QUOTE_SCENE

RATES = {"en": 2.6, "zh": 4.5}
"""Reading units a second: words, characters."""
MOST = {"en": 22.0, "zh": 28.0}
"""Reading units a scene may hold before it is cut in two."""
FEW = {"en": 4.0, "zh": 6.0}

_UNITS = (
    r"percent|per cent|million|billion|trillion|thousand|hundred|times|x\b|k\b|bn\b|m\b|degrees?|"
    r"°[CF]?|kilomet(?:er|re)s?|km|"
    r"miles?|met(?:er|re)s?|grams?|kilos?|kg|tons?|tonnes?|lit(?:er|re)s?|hours?|minutes?|"
    r"seconds?|days?|weeks?|months?|"
    r"years?|people|users|customers|countries|companies|languages|euros?|dollars?|pounds?|GB|TB|MB|watts?|kWh|mAh"
)
_FIGURE = re.compile(
    rf"(?P<money>[$€£¥]\s?\d[\d.,]*\d?(?:\s?(?:million|billion|trillion|bn|k|m)\b)?)|"
    rf"(?P<share>\d[\d.,]*\s?[%％])|(?P<count>(?<![\w.])\d[\d.,]*(?:\s?(?:million|billion|"
    rf"trillion))?[\s-]?(?:{_UNITS})(?![a-z]))|"
    r"(?P<zh>(?:百分之[一二三四五六七八九十百零两\d.]+|[\d][\d.,]*\s?(?:[%％]|万亿|亿|万|千|倍|元|块|公里|米|公斤|克|小时|"
    r"小时|分钟|天|年|人|个国家|人次|度|吨|噸)+|[一二两三四五六七八九十百千]+[万亿倍](?:[零一二两三四五六七八九十百千]+)?(?:人次|人|元|公里|米|次|个|家|名)?|"
    r"[一二三四五六七八九两]成))"
)
_SAID = re.compile(
    r"^(?P<before>[^\"“”「」]{0,80}?)(?:\"(?P<a>[^\"]{12,})\"|“(?P<b>[^”]{6,})”|"
    r"「(?P<c>[^」]{6,})」)(?P<after>[^\"“”「」]{0,80})$"
)
_SPEAKS = (
    r"(?:says?|said|asks?|asked|writes?|wrote|adds?|added|explains?|explained|told|notes?|noted|"
    r"recalls?|recalled|insists?|insisted|warns?|warned)"
)
_CALLS = re.compile(
    r"^(?:(?:so|and|then|just|simply|why not)\s+)?(?:try|visit|order|buy|get|join|start|sign up|"
    r"subscribe|download|call|book|learn|follow|share|"
    r"register|contact|discover|come|see|apply|donate|click|shop|check out|go to|find|read|take|"
    r"enjoy|give|stay|be|make|let|remember|do|"
    r"don't|never|keep|choose|ask|bring|serve|upgrade)\b|[\w-]+\.(?:com|org|net|io|app|dev|example|co|cn|ai|shop)\b|"
    r"^(?:立即|马上|现在就|快来|欢迎|赶快|扫码|关注|订阅|点击|加入|让我们|来吧|试试)",
    re.IGNORECASE,
)


def seconds(scene: Scene, language: str) -> float:
    """How long a scene takes to read, in seconds; the large words of cards are read more quickly than sentences."""
    words = size(scene.words or scene.headline, language)
    quick = 1.3 if scene.kind in {TITLE, CLOSE} else 1.0
    pause = 0.4 * len(scene.items) if scene.items else 0.3
    return max(SCENE_MS / 1000, words / RATES[language] / quick + pause)


def stage(points: Sequence[Point], known: Vocabulary, *, used: Sequence[str] = ()) -> tuple[Scene, ...]:
    """Scenes for the chosen points, in order; figures, quotations and lists get scenes of their own.

    `used` are words that were stressed before.
    """
    language = known.language
    most = MOST[language]
    scenes: list[Scene] = []
    stressed = list(used)
    for run in _runs(points, language, most):
        for scene in _run(run, known, most):
            scenes.append(replace(scene, keyword=_stress(scene, known, stressed[-6:])))
            stressed.append(scenes[-1].keyword)
    return _calmed(scenes)


def _stress(scene: Scene, known: Vocabulary, used: Sequence[str]) -> str:
    """The words to light up: never the figure a second time, and none in a list, where every item counts."""
    if scene.kind == LIST_SCENE:
        return ""
    if scene.kind == NUMBER:
        return keyword(scene.words.replace(scene.number, " … "), known, used, figures=False)
    return keyword(scene.words, known, used)


def _runs(points: Sequence[Point], language: str, most: float) -> list[tuple[Point, ...]]:
    """Points that share a scene: items of one list, lines of one verse, very short sentences that follow each other."""
    runs: list[list[Point]] = []
    for point in points:
        before = runs[-1][-1] if runs else None
        together = before is not None and before.block == point.block and before.kind == point.kind
        if (together and before and point.kind in {LIST, VERSE}) or (
            together
            and before
            and before.index == point.index - 1
            and before.who == point.who
            and min(before.length, point.length) <= FEW[language]
            and sum(each.length for each in runs[-1]) + point.length <= most * 0.7
        ):
            runs[-1].append(point)
        else:
            runs.append([point])
    return [tuple(run) for run in runs]


def _run(run: Sequence[Point], known: Vocabulary, most: float) -> list[Scene]:
    language = known.language
    first = run[0]
    weight = max(point.weight for point in run)
    if first.kind == LIST:
        return _listed(run, known, most)
    if first.kind == VERSE:
        pairs = grouped(run, 2 if len(run) != 3 else 3)
        return [
            Scene(QUOTE_SCENE, _lines(pair, language), body="\n".join(point.text for point in pair), weight=weight)
            for pair in pairs
        ]
    text = ("" if language == "zh" else " ").join(point.text for point in run)
    quotation = _quotation(text)
    if quotation and len(run) == 1:
        said, who = quotation
        return [Scene(QUOTE_SCENE, said, headline=who, body=said, weight=weight)]
    pieces = split(text, most, language)
    if first.kind == QUOTE or (
        first.kind == TALK and not text.rstrip().endswith(("?", "？")) and size(text, language) > FEW[language]
    ):
        who = first.who if len(first.who) > 1 else ""
        return [Scene(QUOTE_SCENE, piece, headline=who, body=piece, weight=weight) for piece in pieces]
    return [_plain(piece, weight) for piece in pieces]


def _plain(text: str, weight: float) -> Scene:
    figure = _figure(text)
    if figure:
        return Scene(NUMBER, text, body=text, number=figure, weight=weight)
    return Scene(STATEMENT, text, body=text, weight=weight)


def _lines(pair: Sequence[Point], language: str) -> str:
    return ("，" if language == "zh" else ", ").join(point.text.rstrip(",，;；") for point in pair)


def _listed(run: Sequence[Point], known: Vocabulary, most: float) -> list[Scene]:
    """Short items stand together under what announced them; long ones get a scene each."""
    language = known.language
    head = _heading(run[0])
    short = [point for point in run if point.length <= most * 0.55]
    if len(run) == 1 or len(short) < len(run) * 0.6:
        found = []
        for point in run:
            for piece in split(point.text, most, language):
                found.append(_led(piece, point.weight, language))
        return found
    scenes = []
    mean = sum(point.length for point in run) / len(run)
    for hand in grouped(run, 4 if mean <= most * 0.4 else 3):
        items = tuple(re.sub(r"[.。;；,，]$", "", point.text) for point in hand)
        words = ("，" if language == "zh" else ", ").join(items)
        scenes.append(Scene(LIST_SCENE, words, headline=head, items=items, weight=max(point.weight for point in hand)))
    return scenes


def _led(text: str, weight: float, language: str) -> Scene:
    """A long list item: a short first sentence is its headline."""
    lead, _, rest = text.partition("。" if language == "zh" else ". ")
    if rest.strip() and size(lead, language) <= (8 if language == "en" else 12):
        return Scene(STATEMENT, text, headline=lead, body=rest.strip(), weight=weight)
    return _plain(text, weight)


def _heading(point: Point) -> str:
    lead = point.lead
    if lead and size(lead, "zh" if CJK.search(lead) else "en") <= 12:
        return lead
    return point.head or lead


def _figure(text: str) -> str:
    """The figure a sentence is about, or "": a share, money, a multiple, a count with a unit; never a bare year."""
    found = [
        match for match in _FIGURE.finditer(simpler(text)) if not re.fullmatch(r"\D*(?:19|20)\d\d\D*年?", match[0])
    ]
    if not found or len(found) > 2:
        return ""
    strong = next((match for match in found if match["money"] or match["share"]), found[0])
    digits = re.sub(r"\D", "", strong[0])
    if strong["count"] and len(digits) < 2 and not re.search(r"million|billion|trillion|times", strong[0]):
        return ""
    return text[strong.start() : strong.end()].strip(" .,，")


def _quotation(text: str) -> tuple[str, str] | None:
    """(what is said, who says it) when a sentence is mostly somebody's words."""
    found = _SAID.match(text.strip())
    if not found:
        return None
    said = (found["a"] or found["b"] or found["c"]).strip().rstrip(",，")
    around = f"{found['before']} {found['after']}".strip(" ,，.。:：")
    if len(said) < len(around):
        return None
    spoken = re.search(rf"\b{_SPEAKS}\b", around, re.IGNORECASE) or re.search(
        "说|问|写道|表示|认为|告诉", simpler(around)
    )
    if not spoken:
        return None
    who = (around[: spoken.start()] + " " + around[spoken.end() :]).strip(" ,，.。:：")
    return said, who if len(who) <= 48 and not _PRONOUN.match(who) else ""


_PRONOUN = re.compile(r"(?:he|she|they|it|i|we)\b|他|她|我|它", re.IGNORECASE)


def _calmed(scenes: Sequence[Scene]) -> tuple[Scene, ...]:
    """Two figures in a row would shout: the weaker becomes a statement."""
    calm: list[Scene] = []
    for scene in scenes:
        if calm and scene.kind == NUMBER == calm[-1].kind:
            lesser = scene if scene.weight <= calm[-1].weight else calm[-1]
            plain = replace(lesser, kind=STATEMENT, number="", keyword=lesser.number)
            calm[-1:] = [calm[-1], plain] if lesser is scene else [plain, scene]
        else:
            calm.append(scene)
    return tuple(calm)


def is_call(text: str, language: str) -> bool:
    """Does a sentence tell the viewer to do something?"""
    return bool(_CALLS.search(simpler(text))) and size(text, language) <= (16 if language == "en" else 26)


def closing(title: str, last: str, language: str, known: Vocabulary) -> Scene:
    """The end card: the text's own last word to the viewer, or its title once more."""
    if last and is_call(last, language) and size(last, language) <= (8 if language == "en" else 14):
        bare = last.rstrip(".。")
        return Scene(CLOSE, last, headline=title, body=bare, keyword=keyword(title, known) or title, weight=1.0)
    if last:
        return Scene(
            CLOSE,
            last,
            headline=last.rstrip("。") if language == "zh" else last,
            keyword=keyword(last, known),
            weight=1.0,
        )
    return Scene(CLOSE, "", headline=title, keyword=keyword(title, known) or title, weight=1.0)
