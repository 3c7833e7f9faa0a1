"""A finished message → the message without its editor instructions, and the actions they ask for. Pure.

message ─view─▶ plain words ─blocks─▶ ─sentences─▶ ─clauses─▶ asks | leads in | trails | says
                                                    └─mend─▶ what is said, put together again
"""

from ai_to_video.wire.gui.action import Action, Translation
from ai_to_video.wire.gui.page import read_page
from ai_to_video.wire.gui.view import view

_PASSES = 20


def translated(text: str) -> Translation:
    """Reads again what it wrote until nothing is asked in it, so that a translation is its own translation."""
    actions: list[Action] = []
    for _ in range(_PASSES):
        page = read_page(view(text))
        if not page.actions:
            break
        actions += page.actions
        text = page.text
    return Translation(text, tuple(actions))
