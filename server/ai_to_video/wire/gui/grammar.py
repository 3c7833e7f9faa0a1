"""The shape of the rules: how a clause asks for something, what it names, what that means. No judging here."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from ai_to_video.wire.gui.spelling import OLD_TO_NEW

_DOUBLED = frozenset(
    (
        "tap",
        "hit",
        "drag",
        "drop",
        "trim",
        "put",
        "get",
        "swap",
        "split",
        "crop",
        "set",
        "snap",
        "cut",
        "grab",
        "hop",
        "flip",
        "pop",
        "scrub",
        "refer",
        "run",
    )
)


Words = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Form:
    """One way to ask. `verb`: what kind of act it is (point, select, go, see, use, drag, edit, preview, export,
    upload, credits, place). `pattern`: a regular expression with {words} from the language's word list; a verb~ also
    stands in its -ing form. `needs`: kinds of target, one of which the clause must name. `named`: the word behind must
    be a name, with a capital. `opens`: of a statement, that it stands at the head of its clause. `invited`: the clause must
    address the person. `examples` hold the
    form, `never` look like it and are content."""

    verb: str
    pattern: str
    needs: str = ""
    named: bool = False
    opens: bool = False
    invited: bool = False
    examples: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Target:
    """A thing of the editor that can be named: `kind` is what the table of meanings knows it by."""

    kind: str
    pattern: str


@dataclass(frozen=True, slots=True)
class Meaning:
    """A row of the table: the first row whose verb, target and purpose all fit names the action. Empty fits any."""

    action: str
    verbs: str = ""
    targets: str = ""
    purposes: str = ""
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rules:
    """A language. `tongue`: en, es, zh or ja. `words` fill the holes of every pattern. `openings` may stand before an
    instruction, `asking` address the person, `clauses` name what else a clause can be. For the second look: `signs` of
    the editor, `tellings` that only an editor makes true, `goals` by the action they come to."""

    tongue: str
    words: Mapping[str, str]
    openings: tuple[str, ...]
    clauses: Mapping[str, str]
    forms: tuple[Form, ...]
    statements: tuple[Form, ...]
    targets: tuple[Target, ...]
    purposes: tuple[Target, ...]
    asking: tuple[str, ...] = ()
    signs: Mapping[str, str] = field(default_factory=dict)
    tellings: tuple[str, ...] = ()
    goals: tuple[Target, ...] = ()


def compiled(pattern: str, words: Words) -> re.Pattern[str]:
    """A pattern with its {words} filled in and its verbs~ inflected, in the spelling the view uses."""
    while hole := re.search(r"\{([a-z_]+)\}", pattern):
        pattern = pattern.replace(hole[0], f"(?:{words[hole[1]]})")
    pattern = re.sub(r"([a-z]+)~", lambda verb: f"(?:{verb[1]}|{_gerund(verb[1])})", pattern)
    return re.compile("".join(OLD_TO_NEW.get(letter, letter) for letter in pattern))


def _gerund(verb: str) -> str:
    if verb in _DOUBLED:
        return verb + verb[-1] + "ing"
    if verb.endswith("e") and not verb.endswith("ee"):
        return verb[:-1] + "ing"
    return verb + "ing"
