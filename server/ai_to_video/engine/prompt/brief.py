"""A prompt → a Brief: what a person wishes, told apart from the text the video is made of. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..language.hanzi import simpler
from ..language.reading import LETTER
from ..storyboard import Remark
from .division import FILMS, LINKS, REGENERATE, SOURCES, divide
from .leftovers import blanked, leftovers
from .typos import mended
from .wishes import Wishes, understand

_SOURCED = re.compile(
    rf"\b(?:convert|turn|transform|make|use)\b.{{0,20}}\b(?:my|this|the|following|below|"
    rf"these)\s+(?:[\w-]+\s+){{0,2}}?{SOURCES}\b",
    re.IGNORECASE,
)
_FRESH = re.compile(
    rf"\b(?:an?|another|new|separate|second)\b(?:\s+(?!{LINKS})[\w:.-]+){{0,6}}?\s+{FILMS}\b|"
    r"(?:一[个条段支部]|新的?|另一个)[^。！？\n]{0,20}?(?:视频|短片|影片|宣传片|动画)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Brief:
    """`text` is what to show, `topic` what it is about when there is no text; `again` asks for the last one anew,
    `fresh` for another one ("a video about ...", not "the video"); `wants_text` speaks of a text that is not there."""

    wishes: Wishes
    text: str = ""
    topic: str = ""
    remarks: tuple[Remark, ...] = ()
    again: bool = False
    commanded: bool = False
    fresh: bool = False
    wants_text: bool = False


def read_brief(prompt: str, media: Sequence[str] = ()) -> Brief:
    """Never raises. A prompt that is no instruction at all is all text."""
    instruction, text = divide(prompt.replace("\r\n", "\n").replace("\r", "\n").strip(), media)
    instruction = mended(instruction)
    again = REGENERATE.match(simpler(instruction))
    if again:
        instruction = instruction[again.end() :]
    understood = understand(instruction, media)
    topic, rest = _topic(instruction, understood.rest, strictly=bool(text))
    strange = leftovers(instruction, rest)
    if not text and not topic and strange:
        topic, strange = strange[0], strange[1:]
    remarks = (*understood.remarks, *(Remark("not_understood", words) for words in strange))
    return Brief(
        understood.wishes,
        text,
        topic,
        remarks,
        bool(again),
        commanded=bool(instruction.strip()),
        fresh=bool(_FRESH.search(simpler(instruction))),
        wants_text=not text and bool(_SOURCED.search(simpler(instruction))),
    )


# --- topic --------------------------------------------------------------------------------------------

_ABOUT = re.compile(
    r"\b(?:about|explaining|on the topic of)\b\s*:?\s*(?P<topic>[^.!?\n\x00]+)|"
    r"关于(?P<zh>[^。！？，,\n\x00]+?)的?(?=\x00|视频|短片|影片|$)",
    re.IGNORECASE,
)
_TOPIC = re.compile(
    r"\b(?:about|explaining|on the topic of|on|regarding|describing|introducing|celebrating|"
    r"showing|covering|promoting|for|of)\b\s*:?\s*(?P<topic>[^.!?\n\x00]+)",
    re.IGNORECASE,
)
_TOPIC_ZH = re.compile(
    r"(?:关于|有关|介绍|介紹|讲述|讲解|说明|以)(?P<topic>[^。！？，,\n\x00]+?)(?:为主题|的?\x00*(?:视频|"
    r"视频|短片|影片|宣传片|动画)|$|[。！，,\n\x00])"
)
_SUBJECT_ZH = re.compile(
    r"(?:做|制作|生成|来)?\x00*一?[个条段支部]?(?P<topic>[\u4e00-\u9fffA-Za-z0-9 ]{2,20}?)的?\x00*(?:短?视频|短片|影片|宣传片)"
)


def _topic(instruction: str, rest: str, *, strictly: bool) -> tuple[str, str]:
    """What the instruction says the video is about, and what is left then. `strictly` trusts only "about"."""
    found = _ABOUT.search(rest)
    if not strictly:
        found = found or _TOPIC.search(rest) or _TOPIC_ZH.search(rest) or _SUBJECT_ZH.search(rest)
    if not found:
        return "", rest
    said = re.split(
        r",?\s+(?:with|in|using|and use|and add)\b(?=[^\x00]*\x00)", found[found.lastgroup or 0], maxsplit=1
    )[0]
    topic = re.sub(r"^[的\s]+|[的\s]+$", "", said.strip(" ,;:，；：\x00"))
    if not LETTER.search(blanked(topic)):
        return "", rest
    start = rest.find(topic, found.start(found.lastgroup or 0))
    end = start + len(topic)
    return instruction[start:end], rest[: found.start()] + "\x00" * (end - found.start()) + rest[end:]
