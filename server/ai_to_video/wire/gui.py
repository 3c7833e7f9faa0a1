"""The service speaks to a person at a graphical editor; this takes the editor out and keeps the content. Pure."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Action:
    """One instruction found. `name` is export, get_state, send_edit, get_credits, upload or preview_timeline;
    `text` the words it was found in, for an edit also what should be sent."""

    name: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Translation:
    text: str
    actions: tuple[Action, ...] = ()
