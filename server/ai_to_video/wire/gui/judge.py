"""One sentence: which clauses ask something of the person, which hang on those, which say something. Pure."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

from ai_to_video.wire.gui.chain import EITHER, aimed, merge
from ai_to_video.wire.gui.meaning import Ask, Fact
from ai_to_video.wire.gui.sentences import Piece, clauses
from ai_to_video.wire.gui.shelter import quotes_from
from ai_to_video.wire.gui.signs import Signs
from ai_to_video.wire.gui.view import View, label_names


class Language(Protocol):
    """What the judge asks of a language about one clause. `tongue`: en, es, zh or ja."""

    tongue: str
    signs: Signs

    def ask(self, view: View, start: int, end: int, *, question: bool, invited: bool = False) -> Ask | None: ...
    def ask_again(
        self, view: View, start: int, end: int, *, question: bool, placed: bool = False, told: bool = True
    ) -> Ask | None: ...
    def pressed(self, text: str, start: int, end: int) -> Ask: ...
    def leads(self, text: str) -> bool: ...
    def trails(self, text: str, *, close: bool) -> bool: ...
    def continues(self, text: str) -> str: ...
    def selects(self, text: str) -> bool: ...
    def addresses(self, text: str) -> bool: ...
    def governs(self, text: str) -> bool: ...
    def states(self, text: str) -> bool: ...
    def because(self, text: str) -> int: ...
    def purpose_of(self, text: str) -> str: ...
    def shares_subject(self, text: str, *, tied: bool) -> bool: ...
    def facts(self, view: View, start: int, end: int, ask: Ask) -> list[Fact]: ...


@dataclass(frozen=True, slots=True)
class Judged:
    """A sentence: its clauses, for each whether it stays, the asks found, and facts to save from what goes."""

    sentence: Piece
    clauses: list[Piece]
    stays: list[bool]
    asks: list[Ask]
    facts: list[Fact]
    tongue: str = "en"


_TELLING = re.compile(r"[:：]|\s[—–-]+\s|—")
_NAMING = re.compile(r"[:：]")
_SHORT = re.compile(r"\W*[a-záéíóúñ']+(?: (?:it|them|lo|la|los|las))\W*")  # "Get it: hit Export"
_DATA = re.compile(r"[\d\ue000\ue003]")
_APART = re.compile(r"[;；]")
_OPENED = re.compile(r"[(（]")
_BRACKET = re.compile(r"[)）]")
_AND = re.compile(r"\s+(?:and|or|&|y|o)\s+")
_LISTED = re.compile(r"\s*[,、，]\s*|\s*(?:[,，]\s*)?(?:and|or|或者?|和|及|以及|并|y|o)\s*")
_TIED = re.compile(r"并|而且|\band\b|\by\b")
_FREE = re.compile(r"[;:；：—–-]|[(（]")
_VAGUE = re.compile(r"\W*(?:it|this|that|these|they|you|your|we|i|eso|esto|ya|您|你|这|它|那)\b|\W*(?:您|你|这|它|那)")
_TAKES_BACK = re.compile(r"(?:ctrl|cmd|command|control) ?\+ ?z\b|\bundo\b|\bdeshacer\b|撤[销回]|元に戻")
_IF = re.compile(r"(?:ば|と|たら|だら|なら)$")
_KEPT = re.compile(r"[\d\ue000\ue003]|教え|知らせ|连络|返信|聞かせ|ください")
_PLACES = frozenset(("panel", "timeline", "player"))
_STRONG = frozenset(("export", "upload", "panel", "timeline", "player", "credits"))
_QUESTION = re.compile(r"[?？]|[吗呢][。.!！]?\s*$")


def judge(view: View, sentence: Piece, pick: Callable[[str], list[Language]], *, strict: str = "") -> Judged:
    """`pick` gives the languages to try on a clause; `strict`: "most" and only what plainly names the
    editor counts, "first" and only its places do."""
    text = view.plain
    parts = clauses(view, sentence)
    question = bool(
        _QUESTION.search(text[parts[-1].end : sentence.end]) or text[parts[-1].end - 1 : parts[-1].end] in "吗呢"
    )
    quoted = quotes_from(text[sentence.start : sentence.end])
    asks: list[Ask | None] = []
    tongues: list[Language] = []
    for part in parts:
        choices = pick(text[part.start : part.end])
        tongues.append(choices[0])
        found = None
        if quoted < 0 or part.start - sentence.start < quoted:
            for tongue in choices:
                found = tongue.ask(
                    view, part.start, part.end, question=question, invited=_invited(text, parts, asks, tongue)
                )
                if found:
                    tongues[-1] = tongue
                    break
        asks.append(found if _plain_enough(found, strict) else None)
    if quoted < 0 and not strict:
        _united(view, parts, asks, tongues, question=question)
    _cleared(view, parts, asks, tongues)
    judged = _hung(view, sentence, list(parts), asks, tongues)
    if quoted >= 0 or strict or not any(judged.stays):
        return judged
    again = _again(view, parts, asks, tongues, judged.stays, question=question)
    return _hung(view, sentence, parts, again, tongues) if again != asks else judged


def _cleared(view: View, parts: list[Piece], asks: list[Ask | None], tongues: list[Language]) -> None:
    """Takes back the asks that only announce or lead in, or whose verb belongs to somebody else."""
    for number, ask in enumerate(asks):
        if (
            ask
            and not ask.direct
            and (
                _named_only(view, parts, number)
                or _conditional(view, parts, asks, tongues, number)
                or _governed(view, parts, asks, tongues, number)
            )
        ):
            asks[number] = None


def _again(
    view: View,
    parts: list[Piece],
    asks: list[Ask | None],
    tongues: list[Language],
    stays: list[bool],
    *,
    question: bool,
) -> list[Ask | None]:
    """The asks with those that only a second look at what stays finds: by general signs, with the place or the
    bracket that stands between."""
    text = view.plain
    found = list(asks)
    number = 0
    while number < len(parts):
        part, tongue = parts[number], tongues[number]
        if stays[number]:
            placed = (
                bool(number)
                and stays[number - 1]
                and tongue.signs.places(text[parts[number - 1].start : parts[number - 1].end])
            )
            ask = tongue.ask_again(view, part.start, part.end, question=question, placed=placed)
            if ask and placed:
                ask = replace(ask, start=parts[number - 1].start)
                found[number] = ask
            elif ask:
                found[number] = ask
            elif number + 2 < len(parts) and _in_bracket(text, parts, number + 1) and stays[number + 1]:
                last = parts[number + 2]
                if ask := tongue.ask_again(view, part.start, last.end, question=question):
                    _unite(parts, found, tongues, stays, number, 2)
                    found[number] = ask
            elif (
                number + 1 < len(parts)
                and stays[number + 1]
                and _LISTED.fullmatch(text[parts[number + 1].joint : parts[number + 1].start])
            ) and (ask := tongue.ask_again(view, part.start, parts[number + 1].end, question=question, told=False)):
                _unite(parts, found, tongues, stays, number, 1)
                found[number] = ask
            elif number + 1 < len(parts) and stays[number + 1] and _names_key(text, parts, tongue, number):
                _unite(parts, found, tongues, stays, number, 1)
                found[number] = tongue.pressed(text, parts[number].start, parts[number].end)
        number += 1
    _cleared(view, parts, found, tongues)
    return found


def _unite(
    parts: list[Piece], asks: list[Ask | None], tongues: list[Language], stays: list[bool], number: int, more: int
) -> None:
    """A clause and the `more` behind it become one."""
    parts[number] = replace(parts[number], end=parts[number + more].end)
    for row in (parts, asks, tongues, stays):
        del row[number + 1 : number + 1 + more]


def _names_key(text: str, parts: list[Piece], tongue: Language, number: int) -> bool:
    """Whether a few words and a colon name what the bare key behind them does ("Export: Ctrl+E")."""
    part, key = parts[number], parts[number + 1]
    return (
        part.end - part.start < 24
        and text[key.joint : key.start].strip() in (":", "：")
        and tongue.signs.bare_key(text[key.start : key.end])
        and ("+" in text[key.start : key.end] or bool(tongue.signs.goal(text, part.start, part.end, part.end)))
    )


def _in_bracket(text: str, parts: list[Piece], number: int) -> bool:
    """Whether a clause, and nothing else, stands in brackets."""
    return bool(
        _OPENED.search(text[parts[number].joint : parts[number].start])
        and number + 1 < len(parts)
        and _BRACKET.search(text[parts[number + 1].joint : parts[number + 1].start])
    )


def _plain_enough(ask: Ask | None, strict: str) -> bool:
    """Whether an ask counts even among the video's own words."""
    return ask is None or not strict or bool((_PLACES if strict == "first" else _STRONG) & set(ask.targets))


def _invited(text: str, parts: list[Piece], asks: list[Ask | None], tongue: Language) -> bool:
    """Whether this clause goes on with a list the person was invited to ("you may preview, edit or export")."""
    if not asks:
        return False
    before, part = parts[len(asks) - 1], parts[len(asks)]
    last = asks[-1]
    direct = last.direct if last else tongue.addresses(text[before.start : min(before.end, before.start + 80)])
    return direct and bool(_LISTED.fullmatch(text[part.joint : part.start]))


def _named_only(view: View, parts: list[Piece], number: int) -> bool:
    """A bare name with a colon behind ("Export:", "Preview:") announces; it does not ask."""
    if number + 1 >= len(parts):
        return False
    if _glosses(view, parts, number):
        return True
    joint = view.plain[parts[number + 1].joint : parts[number + 1].start]
    words = view.plain[parts[number].start : parts[number].end].strip()
    return joint.strip()[:1] in (":", "：") and len(words) < (24 if words.isascii() else 11) and " " not in words


def _conditional(view: View, parts: list[Piece], asks: list[Ask | None], tongues: list[Language], number: int) -> bool:
    """Whether a clause only says what the ask right behind it is for (如需确认音轨的状态，请打开…)."""
    return (
        tongues[number].tongue == "zh"
        and number + 1 < len(parts)
        and asks[number + 1] is not None
        and view.plain[parts[number + 1].joint : parts[number + 1].start].strip() in (",", "，")
        and tongues[number].leads(view.plain[parts[number].start : parts[number].end])
    )


def _glosses(view: View, parts: list[Piece], number: int) -> bool:
    """A bare name in brackets, or in front of them, in the middle of a sentence (輸出（エクスポート）市場)."""
    text = view.plain
    words = text[parts[number].start : parts[number].end].strip()
    behind = text[parts[number + 1].joint : parts[number + 1].start]
    return (
        not words.isascii()
        and len(words) < 9
        and bool(_in_bracket(text, parts, number) or _OPENED.search(behind))
        and words in label_names()
    )


def _governed(view: View, parts: list[Piece], asks: list[Ask | None], tongues: list[Language], number: int) -> bool:
    """Whether the verb belongs to somebody else's subject further up ("the user opens the app, taps Start, ...")."""
    text = view.plain
    while number > 0 and asks[number - 1] is None:
        joint = text[parts[number].joint : parts[number].start]
        if _FREE.search(joint):
            return False
        tied = bool(_TIED.search(joint + text[parts[number].start : parts[number].start + 2]))
        number -= 1
        words = text[max(parts[number].start, parts[number].end - 320) : parts[number].end]
        if tongues[number].governs(words):
            return True
        if tongues[number].signs.step(words):
            continue
        if tongues[number].addresses(words):
            return False
        if tongues[number].leads(words):
            continue
        if tongues[number].shares_subject(words, tied=tied):
            return True
        if tongues[number].states(words):
            return False
    return False


def _united(view: View, parts: list[Piece], asks: list[Ask | None], tongues: list[Language], *, question: bool) -> None:
    """Two clauses that only together ask ("swap the beach | and the market by dragging") become one."""
    number = 0
    while number + 1 < len(parts):
        first, second = parts[number], parts[number + 1]
        if (
            asks[number] is None
            and asks[number + 1] is None
            and _AND.fullmatch(view.plain[second.joint : second.start])
            and not tongues[number + 1].states(view.plain[second.start : min(second.end, second.start + 320)])
        ):
            found = tongues[number].ask(view, first.start, second.end, question=question)
            if found:
                parts[number] = replace(first, end=second.end)
                asks[number] = found
                del parts[number + 1], asks[number + 1], tongues[number + 1]
        number += 1


def _hung(view: View, sentence: Piece, parts: list[Piece], asks: list[Ask | None], tongues: list[Language]) -> Judged:
    text = view.plain
    stays = [ask is None for ask in asks]
    if all(stays):
        return Judged(sentence, parts, stays, [], [])
    facts: list[Fact] = []
    merged: list[Ask] = []
    last = -1  # the clause of the ask before
    for number, ask in enumerate(asks):
        part = parts[number]
        words = text[part.start : min(part.end, part.start + 320)]
        if ask:
            back = number - 1
            while back >= 0 and stays[back] and _hangs(view, parts, tongues, back, ask):
                lead = text[parts[back].start : parts[back].end]
                reason = tongues[back].because(lead)
                if reason:
                    begin = parts[back].start + reason
                    parts[back] = replace(parts[back], start=begin, joint=begin)
                    break
                stays[back] = False
                if tongues[back].leads(lead):
                    ask = ask.meant_for(tongues[back].purpose_of(lead))
                else:
                    ask = replace(ask, start=parts[back].start, head=parts[back].start)
                back -= 1
            ask = aimed(ask, tongues[number].signs, text[ask.start : part.end])
            facts += tongues[number].facts(view, part.start, part.end, ask)
            joint = text[parts[last].end : part.start] if last >= 0 else ""
            between = joint + text[part.start : part.start + 4] if last >= 0 else joint
            if merged and EITHER.search(between) and _TAKES_BACK.search(words):
                merged.append(ask)
            else:
                merge(merged, ask, between)
            last = number
        elif last >= 0 and not stays[number - 1] and not _leaves_bracket(text, parts, last, number):
            if (reason := tongues[number].because(words)) and _of_the_video(words[reason:], tongues[number]):
                begin = part.start + reason
                parts[number] = replace(part, start=begin, joint=begin)
                continue
            step = tongues[number].continues(words)
            if not step and _TELLING.search(text[part.joint : part.start]) and _DATA.search(words):
                continue
            if tongues[number].tongue == "zh" and text[part.joint : part.start].strip() == "、":
                stays[number] = False
                merged[-1] = replace(merged[-1], end=part.end)
                if facts and facts[-1].end == parts[number - 1].end:
                    facts[-1] = replace(facts[-1], end=part.end)
                continue
            close = not _APART.search(text[part.joint : part.start])
            follows = (
                tongues[number].tongue == "ja"
                and last + 1 == number == len(parts) - 1
                and _IF.search(text, parts[last].end - 4, parts[last].end)
            )
            outcome = tongues[number].signs.outcome(words)
            if step or outcome or tongues[number].trails(words, close=close) or (follows and not _KEPT.search(words)):
                stays[number] = False
                before = merged[-1]
                if outcome == "get_state" and before.action == "send_edit" and before.verb == "point":
                    before = replace(before, action=outcome)
                if step == "upload" and before.action in ("get_state", "send_edit") and before.verb in ("go", "point"):
                    before = replace(before, action="upload")
                if step == "edit" and before.action == "get_state" and before.verb in ("go", "point"):
                    before = replace(before, action="send_edit")
                merged[-1] = replace(aimed(before, tongues[number].signs, words, on_the_way=before.steps), end=part.end)
                if (
                    facts
                    and facts[-1].kind in ("review", "file")
                    and facts[-1].end == parts[number - 1].end
                    and not step
                ):
                    facts[-1] = replace(facts[-1], end=part.end)
                elif not facts or facts[-1].end <= part.start:
                    facts += tongues[number].facts(view, part.start, part.end, merged[-1])
    return Judged(sentence, parts, stays, merged, facts, tongues[0].tongue)


def _of_the_video(words: str, tongue: Language) -> bool:
    """Whether a reason given behind an ask says something of its own, not of "it" or of the person."""
    return tongue.states(words) and not _VAGUE.match(words)


def _leaves_bracket(text: str, parts: list[Piece], last: int, number: int) -> bool:
    """Whether the bracket that held the ask has closed before this clause."""
    return bool(
        _OPENED.search(text[parts[last].joint : parts[last].start])
        and _BRACKET.search(text[parts[number].joint : parts[number].start])
    )


def _hangs(view: View, parts: list[Piece], tongues: list[Language], number: int, ask: Ask) -> bool:
    """Whether a clause only leads in to the ask behind it, or picks what that acts on."""
    words = view.plain[parts[number].start : parts[number].end]
    if tongues[number].leads(words):
        return True
    joint = view.plain[parts[number + 1].joint : parts[number + 1].start]
    if _NAMING.search(joint) and _SHORT.fullmatch(words):
        return True
    if EITHER.search(joint):
        return False
    if ask.action in ("send_edit", "get_state") and tongues[number].selects(words):
        return True
    signs = tongues[number].signs
    if number and _in_bracket(view.plain, parts, number) and signs.aside(words):
        return _hangs(view, parts, tongues, number - 1, ask)
    return not _FREE.search(joint) and signs.step(words)
