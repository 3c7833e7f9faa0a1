"""What a message wants of a project: a new video, the last one anew, a change, a step back, or nothing yet. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..timeline import Media, Timeline
from ..timeline.edit import length
from .brief import Brief, read_brief
from .director import direct
from .edits import Edited, edit, wants_undo
from .narrator import unvoiced
from .plan import read_plan
from .reading import language_of, size
from .storyboard import Storyboard

NEW_TEXT = 60
NEW_TEXT_ORDERED = 25
"""Beside a finished video, so many words (or Chinese characters) are a new text: without an order, and with one."""


@dataclass(frozen=True, slots=True)
class Generate:
    """`prompt` is what another take would start from."""

    storyboard: Storyboard
    prompt: str


@dataclass(frozen=True, slots=True)
class Change:
    edited: Edited


@dataclass(frozen=True, slots=True)
class Undo:
    pass


@dataclass(frozen=True, slots=True)
class Ask:
    """There is no text to work with; `wordless` when there is something, but not one word."""

    wordless: bool = False


Intent = Generate | Change | Undo | Ask


def understand(
    message: str,
    timeline: Timeline,
    media: Sequence[Media] = (),
    *,
    prompt: str = "",
    language: str = "",
    take: int = 0,
) -> Intent:
    """`prompt` made the present timeline, `language` is the session's, `take` counts its versions. Never raises."""
    there = bool(length(timeline))
    if there and wants_undo(message):
        return Undo()
    planned = read_plan(message, media)
    if planned:
        return Generate(planned, message)
    names = [item.name for item in media]
    brief = read_brief(message, names)
    if there and not brief.again and not _is_new(brief):
        edited = edit(message, unvoiced(timeline), media, language)
        return Ask() if brief.wants_text and not edited.changed else Change(edited)
    if brief.again and prompt:
        old = read_brief(prompt, names)
        again = replace(old, wishes=brief.wishes.over(old.wishes), remarks=brief.remarks)
        return Generate(direct(again, media, take=take), prompt)
    storyboard = direct(brief, media)
    if storyboard.scenes:
        return Generate(storyboard, message)
    return Ask(wordless=any(remark.kind == "no_words" for remark in storyboard.remarks))


def _is_new(brief: Brief) -> bool:
    """Beside a finished timeline only a text, or an order for another video, makes a new one."""
    amount = size(brief.text, language_of(brief.text)) if brief.text else 0
    if amount >= (NEW_TEXT_ORDERED if brief.commanded else NEW_TEXT):
        return True
    return brief.fresh and bool(brief.text or brief.topic)
