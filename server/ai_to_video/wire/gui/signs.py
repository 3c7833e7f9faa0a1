"""The second look: a clause that fits no form of asking may still plainly be about the editor. Pure."""

import re
from collections.abc import Iterator

from ai_to_video.wire.gui.grammar import Rules, Words, compiled

_NAMES = (
    "keys",
    "strong",
    "weak",
    "gesture",
    "imperative",
    "act",
    "aim",
    "place",
    "aside",
    "step",
    "outcome",
    "opened",
    "glance",
    "parks",
    "before",
    "at_once",
    "others",
    "foreign",
    "invites",
    "hand",
    "stands_in",
    "verbal",
    "reports",
)


class Signs:
    """The general signs of one language, compiled: how a clause turns to the person, what it names of the editor."""

    def __init__(self, rules: Rules, words: Words) -> None:
        self._is = {name: compiled(rules.signs.get(name, "(?!)"), words) for name in _NAMES}
        self._tellings = tuple(compiled(pattern, words) for pattern in rules.tellings)
        self._goals = tuple((goal.kind, compiled(goal.pattern, words)) for goal in rules.goals)

    def asked(self, text: str, head: int, reach: int, *, placed: bool) -> bool:
        """Whether an act of the hand stands at `head` with what it may be done to, or any imperative with a thing of the
        editor; `placed`: any act of editing will do."""
        if self._is["foreign"].search(text, head, reach):
            return False
        if placed and self._is["act"].match(text, head, reach):
            return True
        act = self._is["gesture"].match(text, head, reach)
        if act and self._is["weak"].search(text, act.end(), reach):
            return True
        return bool(
            (act or self._is["imperative"].match(text, head, reach)) and self._is["strong"].search(text, head, reach)
        )

    def acts(self, text: str, start: int, reach: int, *, placed: bool) -> Iterator[re.Match[str]]:
        """The acts of the hand in a clause that names a thing of the editor, wherever they stand; `placed`: any act of
        editing."""
        if self._is["foreign"].search(text, start, reach):
            return
        if placed:
            yield from self._is["act"].finditer(text, start, reach)
        if self._is["strong"].search(text, start, reach):
            yield from self._is["gesture"].finditer(text, start, reach)
        elif self._is["invites"].search(text, start, reach) and self._is["weak"].search(text, start, reach):
            yield from self._is["hand"].finditer(text, start, reach)

    def leads_in(self, text: str, start: int, end: int) -> bool:
        """Whether what stands before an act is only a place, a purpose or what it acts on."""
        return bool(self._is["before"].fullmatch(text, start, end))

    def gestures(self, text: str, head: int, reach: int) -> bool:
        """Whether an act of the hand stands at `head`."""
        return bool(self._is["gesture"].match(text, head, reach))

    def told(self, text: str, head: int, reach: int, *, direct: bool) -> bool:
        """Whether a statement says what a control of the editor does, or where in the editor something is or is done;
        `direct`: it is said to the person what can be done there."""
        if self._is["others"].search(text, head, reach) or self._is["foreign"].search(text, head, reach):
            return False
        named = self._is["strong"].search(text, head, reach) or self._is["keys"].match(text, head, reach)
        if named and any(pattern.match(text, head, reach) for pattern in self._tellings):
            return True
        placed = self._is["stands_in"].search(text, head, reach) and (
            direct or self._is["verbal"].search(text, head, reach)
        )
        return bool(placed) and not self._is["reports"].search(text, head, reach)

    def goal(self, text: str, start: int, end: int, reach: int) -> str:
        """The action a clause is after: by what it says it is for, else by all its words; "" when it does not say."""
        aim = self._is["aim"].search(text, start, reach)
        wish = self._goal(text, aim.end(), end) if aim else ""
        found = wish if wish not in ("", "get_state") else self._goal(text, start, end)
        return wish if wish == "get_state" and found in ("send_edit", "export") else found

    def _goal(self, text: str, start: int, end: int) -> str:
        return next((kind for kind, pattern in self._goals if pattern.search(text, start, end)), "")

    def glances(self, text: str) -> bool:
        """A clause that only looks at what it names ("give the Colours tab a quick look")."""
        return bool(self._is["glance"].search(text))

    def does_at_once(self, text: str) -> bool:
        """A condition with its own act in it ("要换顺序就拖卡片")."""
        return bool(self._is["at_once"].search(text))

    def parks(self, text: str, start: int, end: int) -> bool:
        """A clause that only moves the playhead somewhere, as one does before a cut."""
        return bool(self._is["parks"].search(text, start, end))

    def places(self, text: str) -> bool:
        """A clause that only says where in the editor ("In the Effects panel")."""
        return bool(self._is["place"].fullmatch(text))

    def bare_key(self, text: str) -> bool:
        """A key by its name or several pressed together, and no other word ("Ctrl+E", "Space")."""
        return len(text.strip()) > 1 and bool(self._is["keys"].fullmatch(text.strip()))

    def aside(self, text: str) -> bool:
        """A few words in brackets that add a key or a place ("Ctrl+A", "gear icon, bottom left")."""
        return len(text) < 60 and bool(self._is["aside"].fullmatch(text))

    def step(self, text: str) -> bool:
        """An act on the way to the one behind it ("park the playhead there", "hold Alt")."""
        return bool(self._is["step"].match(text))

    def outcome(self, text: str) -> str:
        """What the person will then see on the screen ("and its effect list will unfold"): what it comes to, or ""."""
        if not self._is["outcome"].match(text):
            return ""
        return "get_state" if self._is["opened"].search(text) else "shown"
