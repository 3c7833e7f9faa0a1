"""From what a clause names to the action it asks for: targets in order, purpose, the table. Pure."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from ai_to_video.wire.gui.grammar import Target, compiled
from ai_to_video.wire.gui.meanings import MEANINGS

_ROWS = tuple(
    (row.action, row.verbs.split(), row.targets.split("+") if row.targets else [], row.purposes.split())
    for row in MEANINGS
)


@dataclass(frozen=True, slots=True)
class Ask:
    """One instruction: its `action`, the `verb` kind, plain[start:end] where it stands (its own words from `head` on),
    what it names and what for, in which language.

    `direct`: addressed to the person in words ("please", "you can"). `steps`: it only leads up to another act.
    `led`: the clause before it said what it and the steps behind it are for.
    """

    action: str
    verb: str
    start: int
    end: int
    targets: tuple[str, ...] = ()
    purpose: str = ""
    direct: bool = False
    steps: bool = False
    head: int = 0
    tongue: str = "en"
    led: bool = False

    @property
    def bare(self) -> bool:
        """Whether nothing is named that tells its action."""
        return not _SAYING & set(self.targets)

    @property
    def vague(self) -> bool:
        """Whether neither a thing that tells its action nor a purpose is named ("click Start")."""
        return not self.purpose and self.bare

    def meant_for(self, purpose: str) -> "Ask":
        """The same ask when the clause leading in to it says what for ("To export, click the arrow")."""
        if (
            not purpose
            or self.purpose
            or self.verb not in ("point", "use", "go", "select")
            or _SAYING & set(self.targets)
        ):
            return self
        return replace(self, action=action_of(self.verb, self.targets, purpose), purpose=purpose, led=True)


@dataclass(frozen=True, slots=True)
class Fact:
    """What a person still needs of a clause that goes. `kind`: "types" (files to send), "review" (what to look at),
    "file" (what is exported) or "edit" (a change that names content). plain[start:end] holds it, `tongue` is the
    language it is told in."""

    kind: str
    start: int
    end: int
    tongue: str


class Namer:
    """Finds what a stretch of text names, by a language's targets."""

    def __init__(self, targets: Sequence[Target], vocabulary: Mapping[str, str]) -> None:
        self._patterns = tuple((target.kind, compiled(target.pattern, vocabulary)) for target in targets)

    def named(self, text: str, start: int, end: int, *, from_end: bool = False) -> tuple[str, ...]:
        """Kinds in order of mention, `from_end` the last first; of two at one place the longer, then the earlier row."""
        found: list[tuple[int, int, int, str]] = []
        for rank, (kind, pattern) in enumerate(self._patterns):
            if from_end:
                found += [(-match.end(), match.start(), rank, kind) for match in pattern.finditer(text, start, end)]
            elif match := pattern.search(text, start, end):
                found.append((match.start(), -match.end(), rank, kind))
        return tuple(dict.fromkeys(kind for *_, kind in sorted(found)))

    def some(self, text: str) -> str:
        """The kind mentioned first, a look at something only when there is nothing else; "" when there is none."""
        kinds = self.named(text, 0, len(text))
        return next((kind for kind in kinds if kind not in ("inspect", "matter")), next(iter(kinds), ""))

    def first(self, text: str, start: int, end: int) -> str:
        """The kind that stands right at `start`, "" when none does."""
        return next((kind for kind, pattern in self._patterns if pattern.match(text, start, end)), "")


def action_of(verb: str, targets: Iterable[str], purpose: str) -> str:
    """The action of the first row that fits; of the things that can be acted on only the first named counts."""
    kinds = list(targets)
    for action, verbs, wanted, purposes in _ROWS:
        if verbs and verb not in verbs:
            continue
        if purposes and purpose not in purposes:
            continue
        if all(kind in kinds for kind in wanted) and (len(wanted) != 1 or _leads(kinds, wanted[0], verb)):
            return action
    return "get_state"


PURPOSES = {
    "upload": "upload",
    "get_credits": "credits",
    "export": "export",
    "preview_timeline": "preview",
}  # of a plain goal
_SAYING = frozenset(("upload", "play", "player", "credits", "export", "edit", "control", "playhead"))
_OBJECTS = frozenset(
    ("upload", "play", "player", "credits", "export", "edit", "control", "panel", "timeline", "playhead")
)


def _leads(kinds: list[str], wanted: str, verb: str) -> bool:
    """The thing acted on is the first one named; where it stands ("in the panel") comes later."""
    if wanted in ("media", "media_into", "within"):
        return True
    objects = _OBJECTS | {"clip"} if verb in ("point", "select") and wanted == "panel" else _OBJECTS
    return next((kind for kind in kinds if kind in objects), "") == wanted


def squeezed(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
