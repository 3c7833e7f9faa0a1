"""Judges a clause of a language whose verb may stand anywhere in it (Chinese, Japanese). Pure."""

import re

from ai_to_video.wire.gui.grammar import Form
from ai_to_video.wire.gui.meaning import PURPOSES, Ask, Fact
from ai_to_video.wire.gui.tongue import NUMBER, REACH, Spot, Tongue
from ai_to_video.wire.gui.view import LINK, View

_RESULTS = frozenset(("export", "preview", "edit", "see", "upload"))
_MOOD = 40  # characters in which a clause tells at its end what it is: a request, a report, a part of more
_NAMELESS = frozenset(("clip", "hands", "control", "button"))
_AT_ONCE = frozenset(("credits", "drag"))
_PLAYED = re.compile(r"播放|回放|试听|试看|重播")
_WELCOME = re.compile(r"即可|吧$|就行|就好")
_OBJECT_MARK = re.compile(r"(?:ボタン|アイコン|キー|タブ|メニュー)?[をから]{1,2}$")
_BESIDE = re.compile(r"(?:旁边?|旁邊|边上|下方|上方|左边|右边|下面|上面|前面|后面)的")
_TO_YOU = re.compile(r"您|你|请|ください|いただ|お願い")
_FROM_TIME = re.compile(r"从 ?\d{1,2}:\d\d")
_WITHIN = re.compile(r"(?:在|从)[^，。]{0,12}(?:面板|库|栏|列表)|(?:パネル|ライブラリ|リスト|一覧|メニュー)(?:で|から)")
_STOP = re.compile(r"[。！？!?\n]")


class VerbAnywhere(Tongue):
    """A clause asks when nothing but opening words stands before the verb, or when it addresses the person."""

    def ask(self, view: View, start: int, end: int, *, question: bool, invited: bool = False) -> Ask | None:
        """What this clause asks of the person, None when it only says something."""
        text, reach = view.plain, min(end, start + REACH // 2)
        if LINK in text[start:reach] or (question and not self._is["question"].search(text, max(start, end - 20), end)):
            return None
        if self._about_people(text, start, end):
            return None
        best: tuple[int, Ask] | None = None
        for form, pattern in self._forms if self._asks_by_its_end(text, start, end) else ():
            if form.verb in _RESULTS and self._is["conditional"].search(text, start, end):
                continue
            for match in pattern.finditer(text, start, reach):
                direct = self._stands(text, start, match, reach, invited)
                if direct is None:
                    continue
                found = self._weighed(form, Spot(text, start, start, reach, end, direct, invited), match)
                if found and self._of_the_film(text, found):
                    return None
                if found and (not self._verb_last or form.verb in _AT_ONCE):
                    return found
                if found and (best is None or match.start() > best[0]):
                    best = match.start(), found
        return best[1] if best else self._stated(Spot(text, start, start, reach, end, False, False))

    def ask_again(
        self, view: View, start: int, end: int, *, question: bool, placed: bool = False, told: bool = True
    ) -> Ask | None:
        """What a clause that fits no form comes to by its general signs, None when it shows none. `placed`: the clause
        before it named the place in the editor; `told`: a statement counts too."""
        text, reach = view.plain, min(end, start + REACH // 2)
        if LINK in text[start:reach] or (question and not self._is["question"].search(text, max(start, end - 20), end)):
            return None
        if self._about_people(text, start, end) or not self._asks_by_its_end(text, start, end):
            return None
        direct = bool(self._is["direct"].search(text, start, reach))
        if not any(
            self._stands_loosely(text, start, act, reach, direct)
            for act in self.signs.acts(text, start, reach, placed=placed)
        ) and not (told and self.signs.told(text, start, reach, direct=direct)):
            return None
        goal = self.signs.goal(text, start, end, reach)
        if not direct and goal in ("", "send_edit") and self._brings_film(text, start, end):
            return None
        return Ask(
            action=goal or "send_edit",
            purpose=PURPOSES.get(goal, ""),
            verb="use",
            start=start,
            end=end,
            direct=direct,
            head=start,
            tongue=self.tongue,
        )

    def _stands_loosely(self, text: str, start: int, act: re.Match[str], reach: int, direct: bool) -> bool:
        """Whether an act is nobody else's and nothing but a place, a purpose or its object stands before it."""
        if self._is["behind_not"].match(text, act.end(), reach):
            return False
        if self._is["subject"].search(text, start, act.start()) or self._is["not"].search(text, start, act.start()):
            return False
        return direct or self._verb_last or self.signs.leads_in(text, start, act.start())

    def _of_the_film(self, text: str, ask: Ask) -> bool:
        """Whether an act on a nameless thing brings about what only a film shows."""
        return not ask.direct and set(ask.targets) <= _NAMELESS and self._brings_film(text, ask.start, ask.end)

    def _brings_film(self, text: str, start: int, end: int) -> bool:
        """Whether what only a film shows comes of an act in text[start:end], in it or right behind it."""
        match = self._is["film"].search(text, start, end + 30)
        return match is not None and match.start() <= end

    def _about_people(self, text: str, start: int, end: int) -> bool:
        """Whether the sentence is about others (观众可以扫码，或点击...) and the clause does not turn to the person."""
        begin = max((text.rfind(mark, max(start - REACH, 0), start) for mark in "。！？!?\n"), default=-1) + 1
        return bool(self._is["people"].match(text, begin, end)) and not _TO_YOU.search(text, start, end)

    @property
    def _verb_last(self) -> bool:
        """Whether the last verb of a clause is its predicate (Japanese)."""
        return self.tongue == "ja"

    def _stated(self, spot: Spot) -> Ask | None:
        for form, pattern in self._statements:
            match = pattern.search(spot.text, spot.start, spot.reach)
            if not match or self._is["subject"].search(spot.text, spot.start, match.start()):
                continue
            if found := self._weighed(form, spot, match):
                return found
        return None

    def _asks_by_its_end(self, text: str, start: int, end: int) -> bool:
        """Whether the clause ends as a request, or hangs on a later one of its sentence that does."""
        if not self._verb_last:
            return True
        mood, begin = self._is["mood"], max(start, end - _MOOD)
        if mood.search(text, begin, end):
            return True
        if self._is["report"].search(text, begin, end) or not self._is["hanging"].search(text, begin, end):
            return False
        stop = _STOP.search(text, end, end + REACH)
        last = stop.start() if stop else min(len(text), end + REACH)
        return last > end and bool(mood.search(text, max(end, last - _MOOD), last))

    def _stands(self, text: str, start: int, verb: re.Match[str], reach: int, invited: bool) -> bool | None:
        """Whether a verb is asked of the person, and if so whether in words; None when it is not."""
        if self._is["behind_not"].match(text, verb.end(), reach):
            return None
        if self._is["subject"].search(text, start, verb.start()) or self._is["not"].search(text, start, verb.start()):
            return None
        if invited or self._is["direct"].search(text, start, reach):
            return True
        at = start
        while at < verb.start():
            matches = (pattern.match(text, at, verb.start()) for pattern in self._openings)
            ends = (match.end() for match in matches if match and match.end() > at)
            at = next(ends, -1)
            if at < 0:
                return None
        return False

    def _weighed(self, form: Form, spot: Spot, verb: re.Match[str]) -> Ask | None:
        """Weighs what is named next to the verb first, then what else the clause names."""
        text, reach = spot.text, spot.reach
        begin = verb.start() if form.verb in ("place", "credits") else verb.end()
        split = self._is["purpose"].search(text, begin, reach)
        purpose = self._purposes.first(text, split.end(), reach) if split else ""
        near = self._before(text, spot.start, verb.start())
        if not self._verb_last:
            near = self._behind(text, begin, split.start() if split else reach)
        if form.verb == "point" and (label := self._pointed_at(text, spot, verb)):
            near = (label, *near)
        far = () if self._points_past(form, text, begin, reach) else self._targets.named(text, spot.start, reach)
        kinds = list(dict.fromkeys((*near, *far)))
        if spot.direct or _WELCOME.search(text, spot.start, reach):
            kinds.append("asked")
        if _PLAYED.match(verb[0]) and ("asked" in kinds or _FROM_TIME.search(text, spot.start, verb.start())):
            kinds.append("watched")
        if form.verb == "select" and _WITHIN.search(text, spot.start, verb.start()):
            kinds.append("within")
        return self._made(form, spot, kinds, purpose)

    def _points_past(self, form: Form, text: str, start: int, end: int) -> bool:
        """Whether something is pointed at that stands beside other things (头像旁边的绿色按钮)."""
        return form.verb == "point" and not self._verb_last and bool(_BESIDE.search(text, start, end))

    def _pointed_at(self, text: str, spot: Spot, verb: re.Match[str]) -> str:
        """The label next to the verb: behind it, in Japanese in front of it."""
        if not self._verb_last:
            begin = verb.end() + (text[verb.end() : verb.end() + 1] == " ")
            return self._label(text, begin, spot.reach)
        end = verb.start()
        if behind := _OBJECT_MARK.search(text, spot.start, end):
            end = behind.start()
        found = (self._label(text, at, end) for at in range(max(spot.start, end - 16), end))
        return next(filter(None, found), "")

    def _before(self, text: str, start: int, end: int) -> tuple[str, ...]:
        near = self._targets.named(text, start, end, from_end=True)
        return ("clip", *near) if self._is["part"].search(text, start, end) else near

    def _behind(self, text: str, start: int, end: int) -> tuple[str, ...]:
        """What the verb acts on stands behind the last 的; where that is, before it."""
        head = text.rfind("的", start, end) + 1 or start
        near = self._targets.named(text, head, end)
        if _BESIDE.search(text, start, head):
            return near
        if head > start and not near and text[head:end].strip():
            near = ("clip",)
        return (*near, *self._targets.named(text, start, head))

    def leads(self, text: str) -> bool:
        """A clause that hangs on the one behind it (如需延长, 满意后)."""
        if self.signs.does_at_once(text):
            return False
        if self._is["lead_sure"].search(text.strip()):
            return True
        if self._is["content"].search(text) and not re.match(r"\W*(?:如|若|想|要|需|为)", text):
            return False
        return bool(self._is["lead"].match(text) or self._is["lead_end"].search(text.strip()))

    def trails(self, text: str, *, close: bool) -> bool:
        """A clause that hangs on the one before it (即可保存, 视频就会下载)."""
        return bool(self._is["tail"].match(text)) and not self._is["content"].search(text)

    def continues(self, text: str) -> str:
        """A further step of the instruction before it: "upload", "edit", "step" or ""."""
        words = text.strip()
        if not self._is["step"].match(words):
            return ""
        return "upload" if self._is["sends"].match(words) else "edit" if self._is["changes"].match(words) else "step"

    def selects(self, text: str) -> bool:
        """A clause that picks what the next one acts on (选中第 4 个片段)."""
        return bool(self._is["selects"].match(text.strip()))

    def shares_subject(self, text: str, *, tied: bool) -> bool:
        """A clause whose subject also governs the verb behind it; `tied` to that by "and"."""
        return bool(self._is["shares"].search(text)) or (tied and bool(self._is["own_doing"].search(text)))

    def addresses(self, text: str) -> bool:
        """A clause that speaks to the person (请, 您可以)."""
        return bool(self._is["direct"].search(text)) and not self._is["subject"].search(text)

    def states(self, text: str) -> bool:
        """A clause that tells of something finished or of another subject."""
        return bool(self._is["breaks"].search(text))

    def facts(self, view: View, start: int, end: int, ask: Ask) -> list[Fact]:
        """What a person still needs of a clause that goes: file types for an upload, what there is to review."""
        text, reach = view.plain, min(end, start + REACH // 2)
        if ask.action == "upload":
            return self._types(text, start, reach)
        if ask.action == "send_edit":
            return [Fact("edit", start, end, self.tongue)] if self._named_content(text, start, reach) else []
        match = self._is["reviewed"].search(text, start, reach)
        if match and (NUMBER.search(text, match.end(), reach) or (self.tongue == "zh" and text[end : end + 1] == "、")):
            return [Fact("review", match.end(), end, self.tongue)]
        return []
