"""One sentence: which clauses ask something of the person at the editor, which hang on those, which say something. Pure."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

from ai_to_video.wire.gui.meaning import Ask, Fact
from ai_to_video.wire.gui.sentences import Piece, clauses
from ai_to_video.wire.gui.shelter import quotes_from
from ai_to_video.wire.gui.view import View


class Language(Protocol):
    """What the judge asks of a language about one clause."""

    def ask(self, view: View, start: int, end: int, *, question: bool) -> Ask | None: ...
    def leads(self, text: str) -> bool: ...
    def trails(self, text: str) -> bool: ...
    def continues(self, text: str) -> str: ...
    def shares_subject(self, text: str) -> bool: ...
    def facts(self, view: View, start: int, end: int, ask: Ask) -> list[Fact]: ...


@dataclass(frozen=True, slots=True)
class Judged:
    """A sentence: its clauses, for each whether it stays, the asks found, and facts to save from what goes."""

    sentence: Piece
    clauses: list[Piece]
    stays: list[bool]
    asks: list[Ask]
    facts: list[Fact]


_OR = re.compile(r"\bor\b|或|または|もしくは|あるいは|\b[ou]\b")
_THEN = re.compile(r"\b(?:then|luego|después)\b|然后|再|その后|次に")
_FREE = re.compile(r"[;:；：—–-]|[(（]")
_STRONG = frozenset("export upload panel timeline player credits".split())
_QUESTION = re.compile(r"[?？]|[吗呢][。.!！]?\s*$")


def judge(view: View, sentence: Piece, pick: Callable[[str], list[Language]], *, strict: bool) -> Judged:
    """`pick` gives the languages to try on a clause; `strict`: only what plainly names the editor counts."""
    text = view.plain
    parts = clauses(view, sentence)
    question = bool(_QUESTION.search(text[parts[-1].end : sentence.end]) or text[parts[-1].end - 1 : parts[-1].end] in "吗呢")
    quoted = quotes_from(text[sentence.start : sentence.end])
    asks: list[Ask | None] = []
    tongues: list[Language] = []
    for part in parts:
        choices = pick(text[part.start : part.end])
        tongues.append(choices[0])
        found = None
        if quoted < 0 or part.start - sentence.start < quoted:
            for tongue in choices:
                found = tongue.ask(view, part.start, part.end, question=question)
                if found:
                    tongues[-1] = tongue
                    break
        if found and strict and not _STRONG & set(found.targets):
            found = None
        asks.append(found)
    for number, part in enumerate(parts):
        ask = asks[number]
        if ask and not ask.direct and number and not asks[number - 1] and not _FREE.search(text[part.joint : part.start]):
            before = parts[number - 1]
            words = text[max(before.start, before.end - 320) : before.end]
            if tongues[number - 1].shares_subject(words) and not tongues[number - 1].leads(words):
                asks[number] = None
    return _hung(view, sentence, parts, asks, tongues)


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
            while back >= 0 and stays[back] and tongues[back].leads(text[parts[back].start : parts[back].end]):
                stays[back] = False
                back -= 1
            facts += tongues[number].facts(view, part.start, part.end, ask)
            joint = text[parts[last].end : part.start] if last >= 0 else ""
            _merge(merged, ask, joint)
            last = number
        elif last >= 0 and not stays[number - 1]:
            step = tongues[number].continues(words)
            if step or tongues[number].trails(words):
                stays[number] = False
                before = merged[-1]
                if step == "edit" and before.action == "get_state" and before.verb in ("go", "point"):
                    before = replace(before, action="send_edit")
                merged[-1] = replace(before, end=part.end)
                if facts and facts[-1].kind == "review" and facts[-1].end == parts[number - 1].end and not step:
                    facts[-1] = replace(facts[-1], end=part.end)
                elif not facts or facts[-1].end <= part.start:
                    facts += tongues[number].facts(view, part.start, part.end, merged[-1])
    return Judged(sentence, parts, stays, merged, facts)


def _merge(asks: list[Ask], ask: Ask, joint: str) -> None:
    """Several clauses that make one act are one ask; alternatives ("or") and acts of their own stay apart."""
    if not asks:
        asks.append(ask)
        return
    before = asks[-1]
    if one := joined(before, ask, either=bool(_OR.search(joint)), later=bool(_THEN.search(joint))):
        asks[-1] = one
    else:
        asks.append(ask)


def joined(before: Ask, ask: Ask, *, either: bool, later: bool) -> Ask | None:
    """Two neighbouring asks as one act, None when they are two."""
    whole = replace(ask, start=before.start)
    if before.action == ask.action:
        return replace(before, end=ask.end)
    if either:
        return None
    if before.steps and not before.purpose and (not later or ask.verb in ("select", "drag", "upload", "edit")):
        return whole
    if ask.verb == "select" and before.action in ("export", "upload"):
        return replace(before, end=ask.end)
    return None
