"""What a message wants of a project: a new video, the last one anew, a change, a step back, or nothing yet. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..timeline import Media, Timeline
from ..timeline.edit import length
from .director import direct
from .edits.message import Edited, edit, wants_undo
from .language.hanzi import simpler
from .language.reading import language_of, size
from .plan import read_plan
from .prompt.brief import Brief, read_brief
from .storyboard import Remark, Storyboard
from .voice.narrator import unvoiced

NEW_TEXT = 60
NEW_TEXT_ORDERED = 25
"""Beside a finished video, so many words (or Chinese characters) are a new text: without an order, and with one."""


_SMALL_TALK = re.compile(
    r"\W*(?:(?:hi|hello|hey|yo|sup|what(?:'s| is) (?:this|up)|thanks|thank you|thx|great|ok|okay|yes|no|good (?:morning|"
    r"evening)|help|test|who are you|what (?:can|could) (?:you|i|we) do(?: here| with (?:this|it))?|how (?:does|do) (?:this|it|i|you) (?:work|use (?:this|it))|"
    r"how are you|nice|cool|perfect|你好|您好|谢谢|好的|在吗|帮助|你是谁|你能做什么|怎么用|测试|早上好|晚上好|早安|哈喽|嗨|"
    r"(?:你|这个?)?(?:都)?(?:会|能|可以)(?:帮我)?(?:做|干|帮)(?:些)?(?:什么|啥|哪些事)?)(?:呀|啊|哦|呢|吗|吧|啦)?\W*){1,4}",
    re.IGNORECASE,
)
_ABOUT_A_VIDEO = re.compile(
    r"\W*(?:please )?(?:export|download|save|render|status|show (?:the )?(?:tracks|"
    r"timeline|status)|preview|play|导出|下载|保存|状态|预览)"
    r"(?:\s*(?:it|the video|this|my video|now|as|to|in|a|an|the|mp4|mov|webm|gif|hd|1080p|720p|480p|视频|file))*\W*",
    re.IGNORECASE,
)


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
    """Nothing to work with. `lack` is "text" where one is missing, "words" where the text has not one word, "video"
    where something is wanted of a video that is not there yet, "redo" where an undone change is wanted back, "order" where a person was only being polite,
    "plan" where `remarks` say what is wrong in a storyboard."""

    lack: str = "text"
    remarks: tuple[Remark, ...] = ()


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
    said = simpler(message.strip())
    if _SMALL_TALK.fullmatch(said):
        return Ask("order")
    if not there and (wants_undo(message) or _ABOUT_A_VIDEO.fullmatch(said)):
        return Ask("video")
    if there and wants_undo(message):
        return Undo()
    if there and re.fullmatch(r"\W*(?:please )?redo(?: please)?\W*", message, re.IGNORECASE):
        return Ask("redo")
    planned = read_plan(message, media)
    if planned:
        return Generate(planned, message) if planned.scenes else Ask("plan", planned.remarks)
    names = [item.name for item in media]
    brief = read_brief(message, names)
    if there and not brief.again:
        edited = edit(message, unvoiced(timeline), media, language)
        if not _is_new(brief):
            return Ask() if brief.wants_text and not edited.changed else Change(edited)
        if edited.changed and edited.whole and not brief.commanded:
            return Change(edited)  # a long list of orders is no new text
    if brief.again and prompt:
        old = read_brief(prompt, names)
        again = replace(old, wishes=brief.wishes.over(old.wishes), remarks=brief.remarks)
        return Generate(direct(again, media, take=take), prompt)
    storyboard = direct(brief, media)
    if storyboard.scenes:
        return Generate(storyboard, message)
    return Ask("words" if any(remark.kind == "no_words" for remark in storyboard.remarks) else "text")


def _is_new(brief: Brief) -> bool:
    """Beside a finished timeline only a text, or an order for another video, makes a new one."""
    amount = size(brief.text, language_of(brief.text)) if brief.text else 0
    if amount >= (NEW_TEXT_ORDERED if brief.commanded else NEW_TEXT):
        return True
    return brief.fresh and bool(brief.text or brief.topic)
