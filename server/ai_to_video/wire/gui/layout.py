"""Lines put together again: emptied items, headings and announcements fall away, numbers close up. Pure."""

import re
from dataclasses import dataclass, field

from ai_to_video.wire.gui.blocks import Block
from ai_to_video.wire.gui.meaning import Ask

_NOTHING = re.compile(
    r"[\W_]*|\W*(?:(?:next|next steps?|tips?|notes?|hint|what'?s next|done|ready|export|preview|download|save|"
    r"edit|editing|to do|and|or|then|step \d+|下一步|提示|注意|小贴士|操作|导出|预览|下载|编辑|上传|或者?|次のステップ|ヒント|"
    r"siguiente paso|consejo|nota|exportar|vista previa|y|o)\W*)"
    r"|\W*[^.!?。！？:：\n]{1,40}[:：]\W*",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"\s*(?:[*_]{2,3}[^*_\n]{1,60}[*_]{2,3}[:：]?|.{1,80}[:：][*_]{0,3}|(?!.*[,，、])[^\n.!?。！？]{0,30}(?:steps?|"
    r"next|what now|now what|your turn|over to you|up next|what you can do(?: now)?|what'?s left|下一步|操作|步骤|步驟|接下来|接下來|次のステップ|手順|pasos?)[?？]?)\s*",
    re.IGNORECASE,
)
_LAST_ANNOUNCES = re.compile(r"(?P<said>[^\n]*(?:[.!?](?=\s)|[。！？]))\s*[^.!?。！？\n]{1,80}[:：][*_]{0,3}\s*")
_LEADING_IN = re.compile(  # "Captions lag by 0.5 s, here is the fix:": what is said, what only announces
    r"(?P<said>(?!\W*(?:如|若|想|要(?!求)|需|为了|当|请|to |if |for |when |in order|once |before |after |si |para |cuando ))"
    r"[^\n]*(?:\d|[\"“”「」]|了|已|ました|でした|です|ています|\b(?:is|are|was|were|has|have|it's|now)\b)[^\n]{0,60}?)"
    r"\s*(?:[，,;；。]|\s[–—-])\s*(?P<announced>[^\d，,;；。\n]{1,40})[:：]\s*"
)
_NUMBER = re.compile(r"(\s*\(?)(\d{1,2})([.)、．]\s*)")
_ROUNDING_OFF = re.compile(
    r"\W*(?:that'?s (?:it|all)|that is (?:it|all)|enjoy(?: it| watching)?|have fun|easy|done|it'?s that "
    r"(?:easy|simple)|good luck|happy editing|give it a (?:try|go)|try it(?: out)?|see for yourself|simple as "
    r"that|no rush|anytime|"
    r"(?:请|您|自行|可以)*(?:查看|试试看?|试一试|体验|操作|确认)(?:一下|即可|吧)*|就这么简单|就可以了|即可|(?:然后|最后|再)?(?:松开|放开|鬆開)(?:鼠标|滑鼠|手指|左键|"
    r"左鍵)?(?:即可)?|松手(?:即可)?|放手|(?:マウス|指)(?:のボタン)?を(?:離す|離します|離してください)|(?:then )?(?:let go|release)(?: (?:it|"
    r"the (?:mouse(?: button)?|button|key)))?|suelt[ae](?: (?:el (?:rat[oó]n|bot[oó]n)|la tecla))?|ご確認ください|"
    r"お試しください|ぜひお試しください|簡単です|以上です|"
    r"eso es todo|listo|y listo|disfruta(?:lo)?|así de fácil|pruébalo)\W*",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Line:
    """A block on its way. `text` as the message has it; with `asks`, `head` + `body` stand instead, unless it `fell`.

    `whole`: the line does nothing but ask.
    """

    block: Block
    text: str
    asks: list[Ask] = field(default_factory=list)
    head: str = ""
    body: str = ""
    fell: bool = False
    whole: bool = True


def worthless(text: str) -> bool:
    """Whether what is left of a line tells nobody anything: ornaments, a label without its words."""
    return bool(_NOTHING.fullmatch(text)) and not re.search(r"\d|[\"“”「」『』《》`|]", text)


def goes_on(text: str) -> bool:
    """A sentence that only rounds off an instruction ("That's it!", 试试看吧)."""
    return bool(_ROUNDING_OFF.fullmatch(text))


def laid_out(lines: list[Line]) -> str:
    fallen = [line.fell for line in lines]
    for number in range(len(lines) - 1, -1, -1):
        if not fallen[number] and _announces(lines, number) and _emptied(lines, fallen, number):
            if last := _LAST_ANNOUNCES.fullmatch(lines[number].text):
                lines[number].text = last["said"]
            elif said := _LEADING_IN.fullmatch(lines[number].text):
                stop = "。" if said["said"][-1] >= "\u3000" or lines[number].text.rstrip()[-1] == "：" else "."
                lines[number].text = said["said"] + stop
            else:
                fallen[number] = True
    _close_table(lines, fallen)
    written: list[str] = []
    pending = False  # a blank line waits for something to separate
    lost: dict[int, int] = {}  # by depth: the numbered items of this list that fell away
    gone_before = False
    for number, line in enumerate(lines):
        kind = line.block.kind
        if _ends_list(line.block, fallen=fallen[number]):
            lost.clear()
        if fallen[number]:
            if line.block.numbered:
                lost[line.block.depth] = lost.get(line.block.depth, 0) + 1
            gone_before = True
            continue
        if kind == "blank":
            if gone_before and (not written or pending or not written[-1].strip()):
                continue
            pending, gone_before = gone_before, False
            written.append(line.text)
            continue
        pending = gone_before = False
        text = line.head + line.body if line.asks else line.text
        written.append(_numbered(line.block, text, lost.get(line.block.depth, 0)))
    if any(fallen):
        while written and not written[-1].strip():
            written.pop()
        written += [line.text for line in _ending(lines)] if written else []
        while written and not written[0].strip() and fallen[0]:
            written.pop(0)
    return "\n".join(written)


def _ending(lines: list[Line]) -> list[Line]:
    """The blank lines a message ends with."""
    end = len(lines)
    while end and lines[end - 1].block.kind == "blank":
        end -= 1
    return lines[end:]


def _announces(lines: list[Line], number: int) -> bool:
    line = lines[number]
    return not line.asks and (
        line.block.kind == "heading"
        or (
            line.block.kind in ("text", "item")
            and bool(_TITLE.fullmatch(line.text) or _LAST_ANNOUNCES.fullmatch(line.text))
        )
    )


def _emptied(lines: list[Line], fallen: list[bool], number: int) -> bool:
    """Whether everything a heading or an announcing line stood over has fallen away."""
    own = lines[number].block
    lost = False
    for below in range(number + 1, len(lines)):
        block = lines[below].block
        if block.kind == "blank":
            if own.kind != "heading" and lost:
                break
            continue
        if block.kind == "heading" and (own.kind != "heading" or block.depth <= own.depth):
            break
        if block.kind == "rule":
            break
        if not fallen[below]:
            return False
        lost = True
    return lost


def _close_table(lines: list[Line], fallen: list[bool]) -> None:
    """A table that lost all its rows loses its head too."""
    number = 0
    while number < len(lines):
        if lines[number].block.kind != "row":
            number += 1
            continue
        end = number
        while end < len(lines) and lines[end].block.kind == "row":
            end += 1
        if end - number > 2 and all(fallen[number + 2 : end]):
            fallen[number] = fallen[number + 1] = True
        number = end


def _ends_list(block: Block, *, fallen: bool) -> bool:
    """Whether the numbers of a list do not go on behind this block."""
    return block.kind not in ("blank", "text", "item") or (block.kind == "text" and not block.depth and not fallen)


def _numbered(block: Block, text: str, lost: int) -> str:
    """An item of a list that lost items before it moves up."""
    match = _NUMBER.match(text)
    if not block.numbered or not match or not lost:
        return text
    return f"{match[1]}{int(match[2]) - lost}{match[3]}{text[match.end() :]}"
