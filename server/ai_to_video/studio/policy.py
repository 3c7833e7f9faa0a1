"""What happens with the instructions the agent gave to a person at an editor. Pure.

Reads are carried out, an export is run when it was asked for and else offered, an upload asks for a path, an edit is
offered; only when the whole answer was such an instruction and nothing changed is it sent, once.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from ..wire.gui import Action, Translation, translate
from .answers import TakenAction

TOOLS = {
    "export": "export_video",
    "get_state": "get_state",
    "preview_timeline": "get_state",
    "get_credits": "get_credits",
    "upload": "upload_media",
    "send_edit": "generate_video",
}

FILLER = re.compile(
    r"(?:ok(?:ay)?|sure|of course|certainly|alright|all right|got it|great|no problem|understood|absolutely|done"
    r"|好的?|没问题|沒問題|当然|當然|可以|明白了?|收到|はい|承知しました|わかりました|claro|vale|por supuesto|de acuerdo|listo"
    r"|you can do (?:this|that|it)(?: yourself)?(?: (?:like this|as follows))?|here(?: i|')s how|to do (?:this|that|it))",
    re.IGNORECASE,
)


KEPT_EDIT = re.compile(r"(?:suggested edit|建议修改|編集案|cambio sugerido)\s*[:：][^\n]*", re.IGNORECASE)
"""What the translator leaves of an edit that quotes something: an instruction all the same."""


@lru_cache(maxsize=256)
def translation_of(message: str) -> Translation:
    """The message without the editor. The first call takes long, for the rules are made ready then: use a thread."""
    return translate(message)


def translated(messages: Sequence[str]) -> Translation:
    """All messages of a job as one: their words, and their actions without repeats, in order."""
    whole = [translation_of(message) for message in messages]
    actions = dict.fromkeys(action for one in whole for action in one.actions)
    return Translation("\n\n".join(filter(None, (one.text.strip() for one in whole))), tuple(actions))


def only_instructions(translation: Translation) -> bool:
    """True when nothing but an instruction to edit by hand was said."""
    if not any(action.name == "send_edit" for action in translation.actions):
        return False
    return not any(letter.isalnum() for letter in FILLER.sub("", KEPT_EDIT.sub("", translation.text)))


def without_edits(text: str) -> str:
    """The words once the edits in them are done."""
    return re.sub(r"\n{3,}", "\n\n", KEPT_EDIT.sub("", text)).strip()


def edit_command(actions: Sequence[Action]) -> str:
    """The edits as one plain command."""
    return "\n".join(dict.fromkeys(action.text.strip() for action in actions if action.name == "send_edit"))


def taken(
    actions: Sequence[Action], *, project_id: str, sent: Sequence[Action] = (), knows_credits: bool
) -> tuple[TakenAction, ...]:
    """Every instruction as a tool action, one line each for those that a tool answers in one go.

    `sent` are those that went to the service as a command.
    """
    done: dict[tuple[str, str], TakenAction] = {}
    for action in actions:
        key = (action.name, action.text if action.name == "send_edit" else "")
        if action.name in TOOLS and key not in done:
            done[key] = _taken(action, project_id, action in sent, knows_credits)
    return tuple(done.values())


def offer_export(project_id: str, note: str) -> TakenAction:
    return TakenAction("export", TOOLS["export"], _export_arguments(project_id), False, note)


def _export_arguments(project_id: str) -> dict[str, str]:
    return {"project_id": project_id, "format": "mp4", "resolution": "1080p"}


def _taken(action: Action, project_id: str, edited: bool, knows_credits: bool) -> TakenAction:
    tool = TOOLS[action.name]
    if action.name == "export":
        return offer_export(project_id, "Call this to get the video file; it is free of credits.")
    if action.name == "upload":
        note = "Give a file path or a URL, and it will be uploaded."
        return TakenAction(action.name, tool, {"files": [], "project_id": project_id}, False, note)
    if action.name == "send_edit":
        note = (
            "Sent to the service as a message of its own."
            if edited
            else "Call this to have the service do the edit; it may cost credits."
        )
        return TakenAction(action.name, tool, {"prompt": action.text, "project_id": project_id}, edited, note)
    if action.name == "get_credits":
        note = "The balance is part of this answer." if knows_credits else "The balance could not be read."
        return TakenAction(action.name, tool, {}, knows_credits, note)
    return TakenAction(action.name, tool, {"project_id": project_id}, True, "The timeline is part of this answer.")
