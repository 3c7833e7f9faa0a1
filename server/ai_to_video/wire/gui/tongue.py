"""What every language has in common: its rules compiled, and an ask made of what a clause names. Pure."""

import re
from dataclasses import dataclass

from ai_to_video.wire.gui.grammar import Form, Rules, compiled
from ai_to_video.wire.gui.labels import LABELS, alternatives
from ai_to_video.wire.gui.meaning import PURPOSES, Ask, Fact, Namer, action_of
from ai_to_video.wire.gui.signs import Signs
from ai_to_video.wire.gui.view import QUOTE

REACH = 320  # characters of a clause that are read: rules stay linear on text without punctuation
NUMBER = re.compile(r"\d")
_SAME_ACT = {"drop": "drag", "strike": "point"}
_SAME_THING = {"upload_place": "upload", "export_place": "export", "playkey": "play"}


@dataclass(frozen=True, slots=True)
class Spot:
    """A clause being read: plain[start:end], its own words from `head` on, read as far as `reach`.

    `direct`: it addresses the person. `invited`: it goes on with a list that did.
    """

    text: str
    start: int
    head: int
    reach: int
    end: int
    direct: bool
    invited: bool


class Tongue:
    """The rules of one language, compiled. `_taking`: kinds of place where a file can be handed over."""

    _taking = frozenset(("panel", "here", "upload_place", "media"))

    def __init__(self, rules: Rules) -> None:
        words = {
            **rules.words,
            "label": alternatives(latin=rules.tongue in ("en", "es")),
            "purposes": "|".join(purpose.pattern for purpose in rules.purposes if purpose.kind != "matter"),
        }
        self.tongue = rules.tongue
        self.signs = Signs(rules, {**words, **rules.signs})
        self._openings = tuple(compiled(pattern, words) for pattern in rules.openings)
        self._asking = tuple(compiled(pattern, words) for pattern in rules.asking)
        self._forms = tuple((form, compiled(form.pattern, words)) for form in rules.forms)
        self._statements = tuple((form, compiled(form.pattern, words)) for form in rules.statements)
        self._is = {name: compiled(pattern, words) for name, pattern in rules.clauses.items()}
        self._targets = Namer(rules.targets, words)
        self._labels = tuple(
            (
                kind,
                compiled(
                    rf"(?:{alternatives(kind, latin=False)})(?![a-zà-ÿ]|的|器|窗|区|面|页|框|上方|下方|旁|里|中|左|右|栏|头|条|进度)",
                    {},
                ),
            )
            for kind in LABELS
            if kind != "panel"
        )
        self._purposes = Namer(rules.purposes, words)

    def because(self, text: str) -> int:
        """Length of the word that makes a statement a reason ("since", 由于); 0 when there is none."""
        match = self._is["because"].match(text)
        return match.end() if match else 0

    def purpose_of(self, text: str) -> str:
        """What a clause that leads in is for."""
        return self._purposes.some(text[:REACH])

    def pressed(self, text: str, start: int, end: int) -> Ask:
        """The ask of a clause that names a key and what it does."""
        goal = self.signs.goal(text, start, end, end)
        return Ask(
            goal or "send_edit", "use", start, end, purpose=PURPOSES.get(goal, ""), head=start, tongue=self.tongue
        )

    def governs(self, text: str) -> bool:
        """A clause whose subject is plainly somebody else."""
        return bool(self._is["governs"].search(text))

    def _label(self, text: str, start: int, end: int) -> str:
        """The kind of button whose label stands at `start`, the longest label counting; "" for none."""
        found = ((match.end(), kind) for kind, label in self._labels if (match := label.match(text, start, end)))
        return max(found, default=(0, ""))[1]

    def _made(self, form: Form, spot: Spot, kinds: list[str], purpose: str) -> Ask | None:
        """The ask a form comes to with what the clause names; None when it names nothing the form needs."""
        text, reach = spot.text, spot.reach
        if self._is["hands"].search(text, spot.head, reach):
            kinds.append("hands")
        if self._is["own"].search(text, spot.head, reach):
            kinds.append("own")
        if self._is["here"].search(text, spot.head, reach):
            kinds.append("here")
        if form.verb in ("drag", "drop") and self._is["taken_from"].search(text, spot.head, reach):
            kinds = [kind for kind in kinds if kind not in ("media", "media_into", "panel", "upload", "here")]
        if "own" in kinds and self._taking & set(kinds) and not {"export", "export_place"} & set(kinds):
            kinds.append("own_place")
        if spot.invited:
            kinds.append("invited")
        if form.needs and not set(form.needs.split()) & set(kinds):
            return None
        kinds = [_SAME_THING.get(kind, kind) for kind in kinds]
        verb = _SAME_ACT.get(form.verb, form.verb)
        action = action_of(verb, kinds, purpose)
        return Ask(
            action=action,
            verb=verb,
            start=spot.start,
            end=spot.end,
            targets=tuple(kinds),
            purpose=purpose,
            direct=spot.direct,
            steps=verb in ("go", "select")
            or (verb == "point" and action == "get_state")
            or (action == "preview_timeline" and not purpose and self.signs.parks(text, spot.head, reach)),
            head=spot.head,
            tongue=self.tongue,
        )

    def _types(self, text: str, start: int, reach: int) -> list[Fact]:
        """The kinds of file an upload may be; the list may run on behind the clause."""
        match = self._is["file_types"].search(text, start, min(len(text), reach + 60))
        return [Fact("types", match.start(), match.end(), self.tongue)] if match and match.start() < reach else []

    def _named_content(self, text: str, start: int, reach: int) -> bool:
        """Whether a sealed quote names something of the video, and not a control of the editor."""
        pressed = self._is["pressed"]
        return any(
            text[at] == QUOTE and not pressed.search(text, max(at - 24, start), min(at + 12, len(text)))
            for at in range(start, reach)
        )
