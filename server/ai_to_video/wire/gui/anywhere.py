"""Judges a clause of a language whose verb may stand anywhere in it (Chinese, Japanese). Pure."""

import re
from types import ModuleType

from ai_to_video.wire.gui.grammar import Form, compiled
from ai_to_video.wire.gui.meaning import Ask, Fact, Namer, action_of
from ai_to_video.wire.gui.view import LINK, QUOTE, View

_REACH = 160
_RESULTS = frozenset(("export", "preview", "edit", "see", "upload"))
_PLAYED = re.compile(r"播放|回放|试听|试看|重播")
_NUMBER = re.compile(r"\d")
_STOP = re.compile(r"[。！？!?\n]")


class AnywhereLanguage:
    """The rules of one language, compiled."""

    def __init__(self, data: ModuleType) -> None:
        words = data.VOCABULARY
        self.tongue: str = data.TONGUE
        self._object_first: bool = data.OBJECT_FIRST
        self._openings = tuple(compiled(pattern, words) for pattern in data.OPENINGS)
        self._forms = tuple((form, compiled(form.pattern, words), form.needs.split()) for form in data.FORMS)
        self._statements = tuple((form, compiled(form.pattern, words), form.needs.split()) for form in data.STATEMENTS)
        self._direct = compiled(data.DIRECT, words)
        self._subject = compiled(data.SUBJECT, words)
        self._not = compiled(data.NOT, words)
        self._behind_not = compiled(data.BEHIND_NOT, words)
        self._mood = compiled(data.MOOD, words) if data.MOOD else None
        self._hanging = compiled(data.HANGING, words)
        self._report = compiled(data.REPORT, words)
        self._polite = compiled(data.QUESTION, words)
        self._hands = compiled(data.HANDS, words)
        self._here = compiled(data.HERE, words)
        self._own = compiled(data.OWN, words)
        self._purpose = compiled(data.PURPOSE, words)
        self._lead = compiled(data.LEAD, words)
        self._lead_sure = compiled(data.LEAD_SURE, words)
        self._lead_end = compiled(data.LEAD_END, words)
        self._tail = compiled(data.TAIL, words)
        self._content = compiled(data.CONTENT, words)
        self._governs = compiled(data.GOVERNS, words)
        self._shares = compiled(data.SHARES, words)
        self._step = compiled(data.STEP, words)
        self._selects = compiled(data.SELECTS, words)
        self._own_doing = compiled(data.OWN_DOING, words)
        self._conditional = compiled(data.CONDITIONAL, words)
        self._part = compiled(data.PART, words)
        self._breaks = compiled(data.BREAKS, words)
        self._pressed = compiled(data.PRESSED, words)
        self._sends = compiled(data.SENDS, words)
        self._because = compiled(data.BECAUSE, words)
        self._changes = compiled(data.CHANGES, words)
        self._file_types = compiled(data.FILE_TYPES, words)
        self._reviewed = compiled(data.REVIEWED, words)
        self._targets = Namer(data.TARGETS, words)
        self._purposes = Namer(data.PURPOSES, words)

    def ask(self, view: View, start: int, end: int, *, question: bool, invited: bool = False) -> Ask | None:
        """What this clause asks of the person, None when it only says something."""
        reach = min(end, start + _REACH)
        text = view.plain
        if LINK in text[start:reach] or (question and not self._polite.search(text, max(start, end - 20), end)):
            return None
        last: tuple[int, Ask] | None = None
        for form, pattern, needs in self._forms if self._asking(text, start, end) else ():
            for match in pattern.finditer(text, start, reach):
                direct = self._stands(text, start, match.start(), match.end(), reach, invited)
                if direct is not None and not (form.verb in _RESULTS and self._conditional.search(text, start, end)):
                    found = self._weighed(form, needs, text, start, end, match, reach, direct, invited)
                    if found and (not self._object_first or form.verb in ("credits", "drag")):
                        return found
                    if found and (last is None or match.start() > last[0]):
                        last = match.start(), found
        if last:
            return last[1]
        for form, pattern, needs in self._statements:
            found_at = pattern.search(text, start, reach)
            if found_at and not self._subject.search(text, start, found_at.start()):
                found = self._weighed(form, needs, text, start, end, found_at, reach, False, False)
                if found:
                    return found
        return None

    def _asking(self, text: str, start: int, end: int) -> bool:
        """Whether the clause ends as a request, or hangs on a later one of its sentence that does."""
        if self._mood is None:
            return True
        begin = max(start, end - _REACH)
        if self._mood.search(text, begin, end):
            return True
        if self._report.search(text, begin, end) or not self._hanging.search(text, begin, end):
            return False
        stop = _STOP.search(text, end, end + 2 * _REACH)
        last = stop.start() if stop else min(len(text), end + 2 * _REACH)
        return last > end and bool(self._mood.search(text, end, last))

    def _stands(self, text: str, start: int, at: int, behind: int, reach: int, invited: bool) -> bool | None:
        """Whether the verb at `at` is asked of the person, and if so whether in words; None when it is not."""
        if self._behind_not.match(text, behind, reach):
            return None
        if self._subject.search(text, start, at) or self._not.search(text, start, at):
            return None
        if invited or self._direct.search(text, start, reach):
            return True
        at_now = start
        while at_now < at:
            for pattern in self._openings:
                match = pattern.match(text, at_now, at)
                if match and match.end() > at_now:
                    at_now = match.end()
                    break
            else:
                return None
        return False

    def _weighed(
        self, form: Form, needs: list[str], text: str, start: int, end: int, match: re.Match[str], reach: int, direct: bool, invited: bool
    ) -> Ask | None:
        begin = match.start() if form.verb in ("place", "credits") else match.end()
        split = self._purpose.search(text, begin, reach)
        purpose = self._purposes.first(text, split.end(), reach) if split else ""
        if self._object_first:
            near = self._targets.named(text, start, match.start(), from_end=True)
            if self._part.search(text, start, match.start()):
                near = ("clip", *near)
        else:
            last = split.start() if split else reach
            head = text.rfind("的", begin, last) + 1 or begin
            behind = self._targets.named(text, head, last)
            if head > begin and not behind and text[head:last].strip():
                behind = ("clip",)
            near = (*behind, *self._targets.named(text, begin, head))
        far = self._targets.named(text, start, reach)
        kinds = list(dict.fromkeys((*near, *far)))
        if self._hands.search(text, start, reach):
            kinds.append("hands")
        if self._own.search(text, start, reach):
            kinds.append("own")
        if "own" in kinds and {"panel", "media", "here", "upload_place"} & set(kinds):
            kinds.append("own_place")
        if self._here.search(text, start, reach):
            kinds.append("here")
        if direct or re.search(r"即可|吧$|就行|就好", text[start:reach]):
            kinds.append("asked")
            if _PLAYED.match(match[0]):
                kinds.append("watched")
        if invited:
            kinds.append("invited")
        if needs and not set(needs) & set(kinds):
            return None
        kinds = [{"upload_place": "upload", "export_place": "export", "playkey": "play"}.get(kind, kind) for kind in kinds]
        action = action_of(form.verb, kinds, purpose)
        return Ask(action, form.verb, start, end, tuple(kinds), purpose, direct, form.verb in ("go", "select"), start, self.tongue)

    def leads(self, text: str) -> bool:
        """A clause that hangs on the one behind it (如需延长, 满意后)."""
        if self._lead_sure.search(text.strip()):
            return True
        if self._content.search(text) and not re.match(r"\W*(?:如|若|想|要|需|为)", text):
            return False
        return bool(self._lead.match(text) or self._lead_end.search(text.strip()))

    def trails(self, text: str) -> bool:
        """A clause that hangs on the one before it (即可保存, 视频就会下载)."""
        return bool(self._tail.match(text)) and not self._content.search(text)

    def continues(self, text: str) -> str:
        """A further step of the instruction before it: "edit", "step" or ""."""
        if not self._step.match(text.strip()):
            return ""
        if self._sends.match(text.strip()):
            return "upload"
        return "edit" if self._changes.match(text.strip()) else "step"

    def because(self, text: str) -> int:
        """Length of the word that makes a statement a reason ("since", 由于); 0 when there is none."""
        match = self._because.match(text)
        return match.end() if match else 0

    def purpose_of(self, text: str) -> str:
        """What a clause that leads in is for."""
        return self._purposes.some(text[:_REACH])

    def shares_subject(self, text: str, *, tied: bool) -> bool:
        """A clause whose subject also governs the verb behind it."""
        return bool(self._shares.search(text)) or (tied and bool(self._own_doing.search(text)))

    def governs(self, text: str) -> bool:
        """A clause whose subject is plainly somebody else."""
        return bool(self._governs.search(text))

    def states(self, text: str) -> bool:
        """A clause that tells of something finished or of another subject."""
        return bool(self._breaks.search(text))

    def selects(self, text: str) -> bool:
        """A clause that picks what the next one acts on (选中第 4 个片段)."""
        return bool(self._selects.match(text.strip()))

    def facts(self, view: View, start: int, end: int, ask: Ask) -> list[Fact]:
        """What a person still needs of a clause that goes: file types for an upload, what there is to review."""
        text, reach = view.plain, min(end, start + _REACH)
        if ask.action == "upload":
            match = self._file_types.search(text, start, reach)
            return [Fact("types", match.start(), match.end(), self.tongue)] if match else []
        if ask.action == "send_edit":
            named = any(not self._pressed.search(text[max(at - 6, start) : at + 8]) for at in range(start, reach) if text[at] == QUOTE)
            return [Fact("edit", start, end, self.tongue)] if named else []
        match = self._reviewed.search(text, start, reach)
        if match and _NUMBER.search(text, match.end(), reach):
            return [Fact("review", match.end(), end, self.tongue)]
        return []
