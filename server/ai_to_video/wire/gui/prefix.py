"""Judges a clause of a language that puts the verb before what it acts on (English, Spanish). Pure."""

import re

from ai_to_video.wire.gui.grammar import Form
from ai_to_video.wire.gui.meaning import PURPOSES, Ask, Fact
from ai_to_video.wire.gui.tongue import NUMBER, REACH, Spot, Tongue
from ai_to_video.wire.gui.view import LINK, View

_NAME = re.compile(
    r"[a-z]+(?: [a-z]+){0,2}?(?= (?:to|and|or|when|if|in|at|on|under|from|for|again|once|button|icon|next|below|above|"
    r"here)\b|$|[,.;:!)(])"
)
_ARTICLES = re.compile(r"(?:\s+|(?:on|the|your|en|el|la|los|las|de|bot[oó]n|opci[oó]n|pestaña|icono)\b)*")
_SUBJECTS = frozenset(("credits", "export", "upload"))
_PAIR = re.compile(r"\w+ (?:and|or|y|o) \w+ (?:are|were|have|both|son|están)\b")  # "Export and import are two arrows"
_STOP = re.compile(r"[.!?;,\n]")
_WHERE = frozenset(("panel", "credits", "player", "corner", "button", "path", "timeline"))
_LOOKING = frozenset(("use", "see", "edit"))
_TOLD = frozenset(("place", "credits", "see"))


class VerbFirst(Tongue):
    """A clause asks when a form stands at its head, behind the words that open it."""

    _taking = frozenset(("panel", "here", "upload", "media"))

    def ask(self, view: View, start: int, end: int, *, question: bool, invited: bool = False) -> Ask | None:
        """What this clause asks of the person, None when it only says something."""
        text = view.plain
        head, direct = self._opened(text, start, end)
        spot = Spot(text, start, head, min(end, head + REACH), end, direct or invited, invited)
        if head >= end or LINK in text[head : spot.reach] or not self._may_ask(spot, question=question):
            return None
        if self._asked_of_the_person(spot):
            picture = bool(self._is["picture"].search(text, head, spot.reach))
            for form, pattern in self._forms:
                match = pattern.match(text, head, spot.reach)
                if (
                    not match
                    or match.end() == head
                    or (form.verb in _LOOKING and picture)
                    or (form.invited and not spot.direct)
                    or (form.named and not _named(view, match.end(), spot.reach))
                ):
                    continue
                if found := self._weighed(form, spot, match.end()):
                    return found
        if self._is["human"].match(text, head, spot.reach):
            return None
        film = bool(self._is["film"].search(text, head, spot.reach))
        for form, pattern in self._statements:
            match = (pattern.match if form.opens else pattern.search)(text, head, spot.reach)
            if film and form.verb in _TOLD:
                continue
            if match and not self._is["picture"].search(text, head, spot.reach):
                behind = match.start() if form.verb in ("place", "gerund", "use") else match.end()
                if found := self._weighed(form, spot, behind):
                    return found.meant_for(self._purposes.some(text[head : match.start()]))
        return None

    def ask_again(
        self, view: View, start: int, end: int, *, question: bool, placed: bool = False, told: bool = True
    ) -> Ask | None:
        """What a clause that fits no form comes to by its general signs, None when it shows none. `placed`: the clause
        before it named the place in the editor; `told`: a statement counts too."""
        text = view.plain
        head, direct = self._opened(text, start, end)
        spot = Spot(text, start, head, min(end, head + REACH), end, direct, False)
        reach = spot.reach
        if head >= end or LINK in text[head:reach] or not self._may_ask(spot, question=question):
            return None
        if self._is["picture"].search(text, head, reach) or (
            self._is["human"].match(text, head, reach) and not text.startswith("they", head)
        ):
            return None
        asked = self._asked_of_the_person(spot) and self.signs.asked(text, head, reach, placed=placed)
        if not asked and not (told and self.signs.told(text, head, reach, direct=direct)):
            return None
        if not asked and not direct and self._is["film"].search(text, head, self._goes_on(text, end)):
            return None
        goal = self.signs.goal(text, head, end, reach)
        return Ask(
            action=goal or "send_edit",
            purpose=PURPOSES.get(goal, ""),
            verb="point" if self.signs.gestures(text, head, reach) else "use",
            start=start,
            end=end,
            direct=direct or not asked,
            head=head,
            tongue=self.tongue,
        )

    def _goes_on(self, text: str, end: int) -> int:
        """Where what a clause tells is over, past an "and" that goes on with it."""
        stop = _STOP.search(text, end, end + 80)
        return stop.start() if stop else min(len(text), end + 80)

    def _may_ask(self, spot: Spot, *, question: bool) -> bool:
        text, head, reach = spot.text, spot.head, spot.reach
        if question and not self._is["polite_question"].match(text, spot.start, spot.end):
            return False
        if self._is["claim"].match(text, spot.start, spot.end) or _PAIR.match(text, head, head + REACH):
            return False
        return not (self._is["not"].match(text, head, reach) or self._is["compound"].match(text, head, reach))

    def _asked_of_the_person(self, spot: Spot) -> bool:
        """An imperative, or any verb behind a word that addresses the person; not somebody else's, not a report."""
        text, head, reach = spot.text, spot.head, spot.reach
        if self._is["subject"].match(text, head, reach):
            return False
        if spot.direct:
            return True
        return not any(self._is[name].match(text, head, reach) for name in ("statement", "report", "gerund", "bare"))

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

    def _weighed(self, form: Form, spot: Spot, behind: int) -> Ask | None:
        """Weighs what is named behind the verb, then behind the purpose, then in front of the verb."""
        text, reach = spot.text, spot.reach
        split = self._is["purpose"].search(text, behind, reach)
        purpose = self._purposes.first(text, split.end(), reach) if split else ""
        beside = self._is["beside"].search(text, behind, reach) if form.verb in ("point", "strike", "use") else None
        last = min((match.start() for match in (split, beside) if match), default=reach)
        end_of_path = text.rfind(">", behind, last) + 1 or last  # "Settings > Billing" is about the last of its names
        kinds = list(
            dict.fromkeys((*self._targets.named(text, end_of_path, last), *self._targets.named(text, behind, last)))
        )
        if split and not set(kinds) & set(form.needs.split()):
            kinds += [kind for kind in self._targets.named(text, split.end(), reach) if kind not in kinds]
        kinds += [kind for kind in self._targets.named(text, spot.start, spot.head) if kind not in kinds]
        if form.verb in ("point", "strike") and (label := self._label(text, self._object(text, behind, reach), reach)):
            kinds.insert(0, label)
        if form.verb == "select" and self._is["within"].search(text, behind, reach):
            kinds.append("within")
        if form.verb == "place" and "panel" in form.needs and not _WHERE & set(kinds):
            return None
        if form.verb == "place":
            kinds = [kind for kind in self._targets.named(text, spot.head, behind) if kind in _SUBJECTS] + kinds
        return self._made(form, spot, kinds, purpose)

    def _object(self, text: str, behind: int, reach: int) -> int:
        """Where the thing acted on begins, past blanks and articles."""
        match = _ARTICLES.match(text, behind, reach)
        return match.end() if match else behind

    def leads(self, text: str) -> bool:
        """A clause that hangs on the one behind it ("To save it", "When you are happy")."""
        return bool(self._is["lead"].match(text))

    def trails(self, text: str, *, close: bool) -> bool:
        """A clause that hangs on the one before it ("to check it", "which opens the menu"); `close` to it, also one
        that is no sentence of its own."""
        return bool(self._is["tail"].match(text)) or (close and not self._is["finite"].search(text))

    def continues(self, text: str) -> str:
        """A further step of the instruction before it ("and choose 1080p MP4"): "upload", "edit", "step" or ""."""
        at, _ = self._opened(text, 0, len(text))
        if not self._is["step"].match(text, at):
            return ""
        return (
            "upload" if self._is["sends"].match(text, at) else "edit" if self._is["changes"].match(text, at) else "step"
        )

    def selects(self, text: str) -> bool:
        """A clause that picks what the next one acts on ("select the last clip")."""
        at, _ = self._opened(text, 0, len(text))
        return bool(self._is["selects"].match(text, at))

    def shares_subject(self, text: str, *, tied: bool) -> bool:
        """A clause whose subject also governs a bare verb behind it ("I'll open it and drag ...")."""
        return bool(self._is["shares"].search(text)) and not self.continues(text)

    def addresses(self, text: str) -> bool:
        """A clause that speaks to the person ("you can", "please")."""
        return self._opened(text, 0, len(text))[1]

    def states(self, text: str) -> bool:
        """A clause with a subject and a verb of its own."""
        return bool(self._is["finite"].search(text)) and not self.continues(text)

    def facts(self, view: View, start: int, end: int, ask: Ask) -> list[Fact]:
        """What a person still needs of a clause that goes: file types for an upload, what there is to review."""
        text, reach = view.plain, min(end, start + REACH)
        if ask.action == "upload":
            return self._types(text, start, reach)
        if ask.action == "send_edit":
            return [Fact("edit", ask.head, end, self.tongue)] if self._named_content(text, start, reach) else []
        if ask.action == "get_credits":
            return []
        kind = "file" if ask.action == "export" else "review"
        split = self._is["purpose"].search(text, start, reach)
        if split and (match := self._is["reviewed"].match(text, split.end(), reach)):
            return [Fact(kind, match.end(), end, self.tongue)] if NUMBER.search(text, match.end(), reach) else []
        if kind == "review" and (match := self._is["looked_at"].search(text, ask.head, reach)):
            place = self._is["placed"].search(text, match.end(), reach)
            last = place.start() if place else end
            if NUMBER.search(text, match.end(), last):
                return [Fact(kind, match.end(), last, self.tongue)]
        return []


def _named(view: View, at: int, reach: int) -> bool:
    """Whether a name stands here: one to three words with a capital in a sentence that is not all capitals."""
    match = _NAME.match(view.plain, at, reach)
    return match is not None and view.capital(at) and not view.original(at, match.end()).isupper()
