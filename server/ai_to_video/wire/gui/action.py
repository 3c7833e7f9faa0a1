"""What a translated message is made of. Pure values."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Action:
    """One instruction found. `name` is export, get_state, send_edit, get_credits, upload or preview_timeline;
    `text` the words it was found in, for an edit the plain command that can be sent instead."""

    name: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Translation:
    """`text` is the message without its instructions; with no `actions` it is the message itself, byte for byte."""

    text: str
    actions: tuple[Action, ...] = ()
