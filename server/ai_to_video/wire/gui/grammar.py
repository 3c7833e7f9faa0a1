"""The shape of the rules: how a clause asks for something, what it names, what that means. Data only; no judging here."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from ai_to_video.wire.gui.labels import LABELS, words
from ai_to_video.wire.gui.spelling import OLD_TO_NEW

_DOUBLED = frozenset("tap hit drag drop trim put get swap split crop set snap cut grab hop flip pop scrub refer run".split())


@dataclass(frozen=True, slots=True)
class Form:
    """One way to ask. `verb`: what kind of act it is (point, select, go, see, use, drag, edit, preview, export,
    upload, credits, place). `pattern`: a regular expression with {words} from the language's word list. `needs`: kinds
    of target, one of which the clause must name. `named`: the word behind must be a name, with a capital. `opens`: of a
    statement, that it stands at the head of the clause. `examples` hold the form, `never` look like it and are content."""

    verb: str
    pattern: str
    needs: str = ""
    named: bool = False
    opens: bool = False
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


def compiled(pattern: str, vocabulary: Mapping[str, str]) -> re.Pattern[str]:
    """A pattern with its {words} filled in and its verbs~ inflected, in the spelling the view uses."""
    for _ in range(3):
        pattern = re.sub(r"\{([a-z_]+)\}", lambda hole: f"(?:{vocabulary[hole[1]]})", pattern)
    pattern = re.sub(r"([a-z]+)~", lambda verb: f"(?:{verb[1]}|{_gerund(verb[1])})", pattern)
    return re.compile("".join(OLD_TO_NEW.get(letter, letter) for letter in pattern))


def _gerund(verb: str) -> str:
    if verb in _DOUBLED:
        return verb + verb[-1] + "ing"
    if verb.endswith("e") and not verb.endswith("ee"):
        return verb[:-1] + "ing"
    return verb + "ing"


@cache
def label_words(kind: str, latin: bool) -> str:
    """The labels of one kind as an alternation; `latin` ones are whole words, the others may stand in running text."""
    found = [re.escape(word.lower()) for word in words(kind) if word[0].isascii() or not latin]
    if latin:
        return "|".join(word.replace(r"\ ", " ") for word in found)
    return "|".join(found)


def every_label(latin: bool) -> str:
    return "|".join(label_words(kind, latin) for kind in LABELS)
