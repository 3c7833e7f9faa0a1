"""Judges a clause of a language that puts the verb before what it acts on (English, Spanish). Pure."""

import re
from types import ModuleType

from ai_to_video.wire.gui.grammar import Form, compiled
from ai_to_video.wire.gui.meaning import Ask, Fact, Namer, action_of
from ai_to_video.wire.gui.view import LINK, QUOTE, View

_REACH = 320  # characters a clause is read from its verb on: rules stay linear on text without punctuation

_NAME = re.compile(r"[a-z]+(?: [a-z]+){0,2}?(?= (?:to|and|or|when|if|in|at|on|under|from|for|again|once|button|icon|next|below|above|here)\b|$|[,.;:!)(])")
_NUMBER = re.compile(r"\d")
_CONTROL = re.compile(r"[\ue000 ]+(?:button|icon|tab|panel|menu|slider|option|handle|field|toggle|switch|key|tool|box|checkbox|setting|botón|pestaña|menú|control)")


def _named(view: View, at: int, reach: int) -> bool:
    """Whether a name stands here: one to three words with a capital in a sentence that is not all capitals."""
    match = _NAME.match(view.plain, at, reach)
    return bool(match) and view.capital(at) and not view.original(at, match.end()).isupper() if match else False


class PrefixLanguage:
    """The rules of one language, compiled."""

    def __init__(self, data: ModuleType) -> None:
        words = data.VOCABULARY
        self.tongue: str = data.TONGUE
        self._openings = tuple(compiled(pattern, words) for pattern in data.OPENINGS)
        self._asking = tuple(compiled(pattern, words) for pattern in data.ASKING)
        self._forms = tuple((form, compiled(form.pattern, words), form.needs.split()) for form in data.FORMS)
        self._statements = tuple((form, compiled(form.pattern, words), form.needs.split()) for form in data.STATEMENTS)
        self._statement = compiled(data.STATEMENT, words)
        self._report = compiled(data.REPORT, words)
        self._compound = compiled(data.COMPOUND, words)
        self._subject = compiled(data.SUBJECT, words)
        self._bare = compiled(data.BARE, words)
        self._human = compiled(data.HUMAN, words)
        self._hands = compiled(data.HANDS, words)
        self._here = compiled(data.HERE, words)
        self._within = compiled(data.WITHIN, words)
        self._own = compiled(data.OWN, words)
        self._purpose = compiled(data.PURPOSE, words)
        self._claim = compiled(data.CLAIM, words)
        self._polite_question = compiled(data.POLITE_QUESTION, words)
        self._not = compiled(data.NOT, words)
        self._gerund = compiled(data.GERUND, words)
        self._lead = compiled(data.LEAD, words)
        self._tail = compiled(data.TAIL, words)
        self._finite = compiled(data.FINITE, words)
        self._governs = compiled(data.GOVERNS, words)
        self._shares = compiled(data.SHARES, words)
        self._step = compiled(data.STEP, words)
        self._selects = compiled(data.SELECTS, words)
        self._pressed = compiled(data.PRESSED, words)
        self._sends = compiled(data.SENDS, words)
        self._because = compiled(data.BECAUSE, words)
        self._changes = compiled(data.CHANGES, words)
        self._file_types = compiled(data.FILE_TYPES, words)
        self._looked_at = compiled(data.LOOKED_AT, words)
        self._placed = compiled(data.PLACED, words)
        self._reviewed = compiled(data.REVIEWED, words)
        self._targets = Namer(data.TARGETS, words)
        self._purposes = Namer(data.PURPOSES, words)

    def ask(self, view: View, start: int, end: int, *, question: bool, invited: bool = False) -> Ask | None:
        """What this clause asks of the person, None when it only says something."""
        text = view.plain
        at, direct = self._opened(text, start, end)
        direct = direct or invited
        reach = min(end, at + _REACH)
        if at >= end or LINK in text[at:reach] or self._not.match(text, at, reach):
            return None
        if question and not self._polite_question.match(text, start, end):
            return None
        if self._compound.match(text, at, reach) or self._claim.match(text, start, end):
            return None
        by_itself = direct or not (self._statement.match(text, at, reach) or self._report.match(text, at, reach))
        spoken = bool(self._gerund.match(text, at, reach))
        if by_itself and not self._subject.match(text, at, reach) and (direct or not (spoken or self._bare.match(text, at, reach))):
            for form, pattern, needs in self._forms:
                match = pattern.match(text, at, reach)
                if match and match.end() > at and (not form.named or _named(view, match.end(), reach)):
                    found = self._weighed(form, needs, text, start, at, match.end(), reach, end, direct, invited)
                    if found:
                        return found
        for form, pattern, needs in self._statements:
            match = pattern.match(text, at, reach) if form.opens else pattern.search(text, at, reach)
            if match and not self._human.match(text, at, reach):
                begin = match.start() if form.verb in ("place", "gerund", "use") else match.end()
                found = self._weighed(form, needs, text, start, at, begin, reach, end, direct, invited)
                if found:
                    return found
        return None

    def _opened(self, text: str, start: int, end: int) -> tuple[int, bool]:
        """Past the words that open an instruction, and whether they address the person."""
        at, direct = start, False
        while at < end and text[at].isspace():
            at += 1
        for _ in range(12):
            for pattern, asks in (*((p, True) for p in self._asking), *((p, False) for p in self._openings)):
                match = pattern.match(text, at, end)
                if match and match.end() > at:
                    at, direct = match.end(), direct or asks
                    while at < end and text[at].isspace():
                        at += 1
                    break
            else:
                break
        return at, direct

    def _weighed(
        self, form: Form, needs: list[str], text: str, start: int, at: int, behind: int, reach: int, end: int, direct: bool, invited: bool
    ) -> Ask | None:
        split = self._purpose.search(text, behind, reach)
        purpose = self._purposes.first(text, split.end(), reach) if split else ""
        targets = list(self._targets.named(text, behind, split.start() if split else reach))
        if split and not set(targets) & set(needs):
            targets += [kind for kind in self._targets.named(text, split.end(), reach) if kind not in targets]
        targets += [kind for kind in self._targets.named(text, start, at) if kind not in targets]
        if form.verb == "select" and self._within.search(text, behind, reach):
            targets.append("within")
        if self._hands.search(text, at, reach):
            targets.append("hands")
        if self._own.search(text, at, reach):
            targets.append("own")
        if self._here.search(text, behind, reach):
            targets.append("here")
        if "own" in targets and {"panel", "here", "upload", "media"} & set(targets):
            targets.append("own_place")
        if invited:
            targets.append("invited")
        if form.verb == "place" and "credits" in self._targets.named(text, at, behind):
            targets.insert(0, "credits")
        if needs and not set(needs) & set(targets):
            return None
        verb = {"drop": "drag", "strike": "point"}.get(form.verb, form.verb)
        action = action_of(verb, targets, purpose)
        return Ask(action, verb, start, end, tuple(targets), purpose, direct, verb in ("go", "select"), at, self.tongue)

    def leads(self, text: str) -> bool:
        """A clause that hangs on the one behind it ("To save it", "When you are happy")."""
        return bool(self._lead.match(text))

    def trails(self, text: str) -> bool:
        """A clause that hangs on the one before it ("to check it", "which opens the menu")."""
        return bool(self._tail.match(text)) or not self._finite.search(text)

    def continues(self, text: str) -> str:
        """A further step of the instruction before it ("and choose 1080p MP4"): "edit", "step" or ""."""
        at, _ = self._opened(text, 0, len(text))
        match = self._step.match(text, at)
        if not match:
            return ""
        return "upload" if self._sends.match(text, at) else "edit" if self._changes.match(text, at) else "step"

    def _content_quote(self, text: str, at: int) -> bool:
        """Whether a sealed quote names something of the video, and not a control of the editor."""
        return not _CONTROL.match(text, at) and not self._pressed.search(text[max(at - 24, 0) : at])

    def selects(self, text: str) -> bool:
        """A clause that picks what the next one acts on ("select the last clip")."""
        at, _ = self._opened(text, 0, len(text))
        return bool(self._selects.match(text, at))

    def facts(self, view: View, start: int, end: int, ask: Ask) -> list[Fact]:
        """What a person still needs of a clause that goes: file types for an upload, what there is to review."""
        text, reach = view.plain, min(end, start + _REACH)
        if ask.action == "upload":
            match = self._file_types.search(text, start, min(len(text), reach + 60))
            match = match if match and match.start() < reach else None
            return [Fact("types", match.start(), match.end(), self.tongue)] if match else []
        if ask.action == "send_edit":
            named = any(self._content_quote(text, at) for at in range(start, reach) if text[at] == QUOTE)
            return [Fact("edit", ask.head, end, self.tongue)] if named else []
        if ask.action not in ("export", "get_state", "preview_timeline"):
            return []
        kind = "file" if ask.action == "export" else "review"
        split = self._purpose.search(text, start, reach)
        if split and (match := self._reviewed.match(text, split.end(), reach)):
            return [Fact(kind, match.end(), end, self.tongue)] if _NUMBER.search(text, match.end(), reach) else []
        if kind == "review" and (match := self._looked_at.search(text, ask.head, reach)):
            place = self._placed.search(text, match.end(), reach)
            last = place.start() if place else end
            if _NUMBER.search(text, match.end(), last):
                return [Fact(kind, match.end(), last, self.tongue)]
        return []

    def because(self, text: str) -> int:
        """Length of the word that makes a statement a reason ("since", 由于); 0 when there is none."""
        match = self._because.match(text)
        return match.end() if match else 0

    def purpose_of(self, text: str) -> str:
        """What a clause that leads in is for."""
        return self._purposes.some(text[:_REACH])

    def shares_subject(self, text: str, *, tied: bool) -> bool:
        """A clause whose subject also governs a bare verb behind it ("I'll open it and drag ...")."""
        return bool(self._shares.search(text)) and not self.continues(text)

    def governs(self, text: str) -> bool:
        """A clause whose subject is plainly somebody else."""
        return bool(self._governs.search(text))

    def states(self, text: str) -> bool:
        """A clause with a subject and a verb of its own."""
        return bool(self._finite.search(text)) and not self.continues(text)
