"""A stretch of the view cut into sentences, and a sentence into clauses. Pure; every character belongs to one piece."""

import re
from dataclasses import dataclass

from ai_to_video.wire.gui.view import EMOJI, QUOTE, View

_END = re.compile(
    r"[.!?]+[\"')\]*]*(?=\s|$|[\ue000\ue004\u3000-\u9fff])|[。！？!?…]+[”’」』）)\"]*|[~～]+(?=\s|$|[\u3000-\u9fff])|"
    r"(?<=[a-z])\.(?=[a-z])|\ue000(?=\s+\S)|" + EMOJI
)
_ABBREVIATION = re.compile(r"(?:\b(?:e\.g|i\.e|vs|approx|fig|dr|mr|mrs|p\.ej|ej|sr|sra|ud|uds)|\.[a-z]|^\s*\d{1,2})$")
_POINTING = "👉👇⬇➡▶🖱📥💾⬆📤👆☝⏬🔽⏩➜👀💡"
_JOINT = re.compile(
    r"[,;:，；：](?:(?<!\d[,;:])|(?=\s))\s*\(?[1-9][.)）]\s+(?=\D)|\s*[,;:](?=\s)\s*|\s*[，；：、]\s*|\s*:(?=[\u3000-\u9fff])|\s+[—–-]+\s+|"
    r"\s*—+\s*|\s*[(（]\s*|\s*[)）]+[,，、]?\s*|"
    r"\s+(?:(?:and|or|but|so) then|and/or|and|or|then|but|so(?! (?:kind|good|nice|that|much|many|far|as)\b)|&|"
    r"(?<=[a-záéíóúñ%\d\ue000\ue004)] )(?:y luego|y después|y|o|u(?= h?[oó])|e|pero|luego)(?= "
    r"[a-záéíóúñ¡¿\ue000]))(?=\s)\s+|\s+before\s+(?=you (?:then )?(?:press|click|hit|tap)|(?:press|click|hitt|tapp)ing\b|(?:the )?(?:[\w-]+ ){1,2}(?:button|"
    r"icon|key|option) is )|\s+(?=antes de (?:pulsar|presionar|hacer clic|tocar)\b)|\s+[/|]\s+|"
    r"(?<=[\u3000-\u9fff\ue000\uff0c ])(?:并且|并|然后|接着|或者|或是|或|再|随后|之后|以及|(?<![然之最随其今以钟秒时天月年])后)(?=(?:您|你|也|还|就|"
    r"可以?|直接|请|再|去|能)*(?:点|导出|下载|预览|播放|拖|打开|选择|选中|右键|前往|到|去|在[^，。]{1,12}(?:预览|查看|播放|拖|点|调|导)|使用|上传|调整|进入|切换|"
    r"通过|双击|单击|查看|保存|按| ?(?:export|preview|click|drag|download|upload|open|press|hit)\b))"
)
_ONE_ACT = re.compile(
    r"(?:drag|dragging|click|clicking|press|pressing|tap|touch|pick|haz clic|arrastrar|arrastra|"
    r"arrastre),?\s+(?:and|&|n|y|then)\s+(?:drop|dropping|drag|dragging|hold|holding|arrastr|soltar|suelta|"
    r"suelte|sueltes)|\b[a-z](?:,? and |,? or |, )[a-z](?= keys?\b|,| and\b| or\b)"
)
_OPEN, _CLOSE = re.compile(r"[(（]"), re.compile(r"[)）]")
_COUNTED = re.compile(r"\d")
_OPENS = re.compile(
    r"(?:please|you|click|tap|press|hit|open|drag|drop|go|head|export|preview|play|use|select|switch|to|if|"
    r"when|just|simply|check|download|upload|"
    r"haz|haga|pulsa|abre|arrastra|puedes|puede|exporta|descarga|请|您|你|点|打开|拖|导出|预览|可|若|如)"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """plain[start:end] of a view. For a clause, plain[joint:start] is what ties it to the one before it."""

    start: int
    end: int
    joint: int


def sentences(view: View, start: int, end: int) -> list[Piece]:
    """Sentences with the blanks behind them: no gap, no overlap."""
    text = view.plain
    found: list[Piece] = []
    begin = start
    for match in _END.finditer(text, start, end):
        at = match.end()
        if match.start() < begin:
            continue
        if match[0] == QUOTE:
            if not _ends_in_quote(view, match.start(), end):
                continue
        elif match[0] == EMOJI:
            at = _emoji_ends(view, begin, match.start(), end)
        elif match[0] == "." and at < end and not text[at].isspace():
            if (
                text[at] < "\u3000"
                and text[at] not in "\ue000\ue004"
                and not (view.capital(at) and _OPENS.match(text, at))
            ):
                continue
        elif match[0].startswith(".") and _ABBREVIATION.search(text[max(begin, match.start() - 8) : match.start()]):
            continue
        if at <= begin:
            continue
        while at < end and text[at] in " \n":
            at += 1
        if text[begin:at].strip(" \n" + EMOJI):
            found.append(Piece(begin, at, begin))
            begin = at
    if begin < end:
        if found and not text[begin:end].strip(" \n" + EMOJI):
            found[-1] = Piece(found[-1].start, end, found[-1].joint)
        else:
            found.append(Piece(begin, end, begin))
    return found


def _ends_in_quote(view: View, at: int, end: int) -> bool:
    """Whether a sentence ends inside the quote at `at`: an end mark before its closing mark, a capital behind."""
    behind = at + 1
    while behind < end and view.plain[behind].isspace():
        behind += 1
    return view.original(at, at + 1)[-2:-1] in tuple(".!?。！？…") and behind < end and view.capital(behind)


def _emoji_ends(view: View, begin: int, at: int, end: int) -> int:
    """Where the sentence ends at an ornament in mid-text: in front of a pointing hand, behind any other; or nowhere."""
    text = view.plain
    behind = at
    while behind < end and text[behind] in " " + EMOJI:
        behind += 1
    if behind >= end or not text[begin:at].strip(" " + EMOJI):
        return begin
    if not (view.capital(behind) or text[behind] >= "\u3000" or _OPENS.match(text, behind)):
        return begin
    if re.search(
        r"\b(?:the|a|on|click|tap|press|hit|button|by|with|and|or)\s*$|的\s*$", text[max(begin, at - 12) : at]
    ):
        return begin
    if text[behind] >= "\u3000" and " " not in text[at - 1 : behind] and not _OPENS.match(text, behind):
        return begin
    return at if view.source[view.starts[at]] in _POINTING else behind


def clauses(view: View, sentence: Piece) -> list[Piece]:
    """Clauses of a sentence; its end mark and the blanks behind belong to none."""
    text = view.plain
    end = sentence.end
    while end > sentence.start and text[end - 1] in " \n.!?。！？…~～":
        end -= 1
    found: list[Piece] = []
    joint = begin = sentence.start
    opened = 0
    for match in _JOINT.finditer(text, sentence.start, end):
        opened += len(_OPEN.findall(match[0]))
        if _CLOSE.search(match[0]) and not _COUNTED.search(match[0]):
            if not opened:
                continue
            opened = max(opened - 1, 0)
        if _ONE_ACT.search(text[max(begin, match.start() - 12) : match.end() + 8]):
            continue
        if text[begin : match.start()].strip():
            found.append(Piece(begin, match.start(), joint))
            joint = match.start()
        begin = match.end()
    if text[begin:end].strip() or not found:
        found.append(Piece(begin, max(end, begin), joint))
    return found
