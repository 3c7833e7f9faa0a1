"""A message about a finished video → the changed video and what to say of it. Orders are told apart, then each is done
by the first rule that knows it; what no rule knows is said and left alone. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..timeline import Media, Timeline
from . import edits_look, edits_scenes, edits_text, edits_time
from .hanzi import simpler
from .order import Done, Order
from .replies import EN, sentence, tongue
from .storyboard import Remark
from .wishes import QUOTED, quoted

RULES = (
    *edits_text.RULES[:3],
    edits_scenes.transition,
    edits_text.title,
    edits_text.emphasis,
    edits_look.music,
    edits_look.voice,
    edits_look.language,
    *edits_scenes.RULES[1:5],
    edits_time.keep,
    edits_time.cut,
    edits_scenes.pictured,
    edits_time.speed,
    edits_scenes.moved,
    edits_scenes.removed,
    edits_time.scene_length,
    edits_look.aspect,
    edits_look.theme,
    edits_look.colours,
    edits_look.picture_fade,
    edits_time.whole_length,
    edits_look.tone,
    edits_look.asked,
    edits_look.impossible,
)
"""In the order they are asked; a rule that wants more to be there comes first."""

MOST_ORDERS = 20
MOST_CHARACTERS = 2_000
MOST_OF_AN_ORDER = 300
"""What stands behind is no order any more; it is not read."""
_UNDO = re.compile(
    r"^\W*(?:please |can you |could you )?(?:undo|revert|go back|step back|roll ?back|"
    r"take (?:that|it) back|restore (?:the )?(?:previous|last|old) version|"
    r"undo (?:that|the last (?:change|edit)))\b.{0,40}$|^\W*(?:请)?(?:撤销|撤回|恢复上一步|回退|"
    r"返回上一步|取消上一步|复原|还原)",
    re.IGNORECASE,
)
_VERB = (
    r"(?:add|insert|remove|delete|drop|cut|trim|crop|keep|make|set|change|rename|replace|swap|"
    r"switch|move|put|place|drag|bring|use|show|hide|turn|"
    r"mute|lower|raise|increase|decrease|reduce|speed|slow|shorten|lengthen|extend|duplicate|copy|"
    r"repeat|fade|end|start|close|open|highlight|play|give|have|"
    r"no|without|export|translate|title|music|captions?)"
)
_SEAM = re.compile(
    rf"(?:[.!?;]+(?:\s+|$)|\n+|,?\s*\b(?:and then|then|and also|and|also|plus|but)\s+(?=(?:please |"
    rf"also )?{_VERB}\b)|,\s+(?=(?:please |also )?{_VERB}\b)|"
    r"[。！？；\n]+|[，,]?\s*(?:然后|并且|同时|再|另外|还有)\s*|，(?=(?:请)?(?:把|将|给|去掉|删|加|添|用|"
    r"让|换|调|标题|字幕|音乐|背景|不要|剪|缩短|延长|改)))",
    re.IGNORECASE,
)


_IT = re.compile(r"\b(?:it|them|this|that)\b|它", re.IGNORECASE)
_ABOUT = re.compile(
    r"\b(?:the )?(?:title|captions?|subtitles?|music|scene \d+|(?:first|second|third|"
    r"last) scene)\b|标题|字幕|音乐|第[一二三四五六七八九十\d]+个(?:场景)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Edited:
    """`said` is for the person, in the message's language; `whole` is False where a part could not be done."""

    timeline: Timeline
    said: str
    changed: bool
    verbs: tuple[str, ...] = ()
    whole: bool = True


def wants_undo(message: str) -> bool:
    return bool(_UNDO.match(simpler(message)))


def edit(message: str, timeline: Timeline, media: Sequence[Media] = (), language: str = "") -> Edited:
    """Never raises. A timeline that comes back unchanged is the very same value."""
    spoken = tongue(message, language)
    held, quotes = _held(re.sub(r"\s+", " ", message[:MOST_CHARACTERS]))
    said: list[str] = []
    verbs: list[str] = []
    unknown: list[str] = []
    now, whole, about = timeline, True, ""
    for words in _orders(held):
        done = _do(Order(words, quotes, now, media, spoken))
        if done is None and about and _IT.search(simpler(words)):
            named = _IT.sub(about.replace("\\", ""), simpler(words), count=1)
            done = _do(Order(named, quotes, now, media, spoken))
        about = (_ABOUT.search(simpler(words)) or [about])[0]
        if done is None:
            unknown.append(_free(words, quotes))
            continue
        said.append(done.said)
        if done.verb:
            verbs.append(done.verb)
            now = done.timeline
        whole = whole and done.possible
    for words in unknown:
        said.append(sentence(Remark("not_understood", words), spoken))
    if not said:
        said.append(sentence(Remark("not_understood", message.strip()[:80]), spoken))
    gap = " " if spoken == EN else ""
    return Edited(now, gap.join(dict.fromkeys(said)), bool(verbs), tuple(verbs), whole and not unknown)


def _do(order: Order) -> Done | None:
    for rule in RULES:
        done = rule(order)
        if done is not None:
            return done
    return None


def _held(message: str) -> tuple[str, tuple[str, ...]]:
    """Quoted words are held apart, so that what a title says is never taken for an order."""
    quotes: list[str] = []

    def hold(found: re.Match[str]) -> str:
        quotes.append(quoted(found))
        return f"⟦{len(quotes) - 1}⟧"

    return re.sub(QUOTED, hold, message.replace("⟦", "").replace("⟧", "")), tuple(quotes)


def _free(words: str, quotes: Sequence[str]) -> str:
    return re.sub(r"⟦(\d+)⟧", lambda found: f"'{quotes[int(found[1])]}'", words).strip()[:120]


def _orders(text: str) -> list[str]:
    """One clause for each order."""
    seams = [(found.start(), found.end()) for found in _SEAM.finditer(simpler(text))]
    starts, ends = [0, *(end for _, end in seams)], [*(start for start, _ in seams), len(text)]
    parts = [text[start:end].strip(" ,，、") for start, end in zip(starts, ends, strict=True)]
    said = [part[:MOST_OF_AN_ORDER] for part in parts if re.search(r"[^\W_]", part)]
    return [part for part in said if not _POLITE.fullmatch(simpler(part))][:MOST_ORDERS]


_POLITE = re.compile(
    r"\W*(?:please|thanks?|thank you|hi|hello|hey|ok(?:ay)?|great|nice|perfect|good|cool|"
    r"looks? (?:good|great)|i (?:like|love) it|now|also|so|well|yes|no problem|"
    r"请|谢谢|你好|好的|好|很好|不错|可以)\W*",
    re.IGNORECASE,
)
