"""A message as the rules read it: lower case, one script, no markup, typing slips mended; quotes and names sealed.

Every character of the view knows which stretch of the message it stands for, so that what the rules find can be
cut out of the message itself. A sealed stretch (quote, code, address, file name) is one private character.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cache

from ai_to_video.wire.gui.labels import LABELS, names_button, words
from ai_to_video.wire.gui.spelling import HOMOPHONES, NOT_HOMOPHONES, OLD_TO_NEW, slips

QUOTE, CODE, LINK, FILE, EMOJI = "\ue000", "\ue001", "\ue002", "\ue003", "\ue004"
SEALS = QUOTE + CODE + LINK + FILE

_FILE_TYPES = (
    "mp4|mov|avi|webm|mkv|m4v|jpe?g|png|gif|webp|svg|psd|mp3|wav|m4a|aac|ogg|flac|srt|vtt|ass|txt|docx?|pdf|md|json|"
    "csv|zip|ttf|otf|py|js|html?"
)
_PICTURE = (
    r"[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\u23e9-\u23fa\u25b6\u25c0\u25fb-\u25fe\u2934\u2935\u203c\u2049]"
)
_SLIPS = f"(?:{'|'.join(HOMOPHONES)})(?!{NOT_HOMOPHONES})"
_TOKENS = rf"""
  (?P<fence> (?:(?<=\n)|\A)[ \t]{{0,6}}(?:```|~~~)[\s\S]*?(?:\n[ \t]{{0,6}}(?:```|~~~)[^\n]*|\Z) )
| (?P<code> `[^`\n]+` )
| (?P<anchor> \[(?P<words>[^\[\]\n]{{1,200}})\]\([^()\s]{{1,500}}\) )
| (?P<link> (?:https?://|www\.)[^\s<>"'“”（）。，！？、；]+ )
| (?P<quote> “(?:(?!\n\n)[^“”])*” | 「(?:(?!\n\n)[^「」])*」 | 『[^『』\n]*』 | 《[^《》\n]*》 | 〈[^〈〉\n]*〉 | 【[^【】\n]*】
           | «[^«»\n]*» | ‹[^‹›\n]*› | „[^„“”\n]*[“”] | ［[^［］\n]*］
           | (?<!\d)"(?:(?!\n\n)[^"])+" | (?<![\w’])‘(?:[^‘’\n]|’(?=\w))*’
           | (?<![\w'’])'(?=[^\s'])(?:[^'\n]|'(?=\w)){{1,240}}'(?!\w) )
| (?P<file> (?<![\w.\-])\w[\w.\-]{{0,80}}\.(?:{_FILE_TYPES})(?![\w]) )
| (?P<picture> (?:{_PICTURE}|[\d\#*]\ufe0f?\u20e3)(?:[\ufe0f\ufe0e\u200d\u20e3\U0001f3fb-\U0001f3ff]|{_PICTURE})* )
| (?P<markup> \*\*|__|~~|(?<![\w*])\*(?=[^\s*])|(?<=[^\s*])\*(?![\w*])|(?<!\w)_(?=\w)|(?<=\w)_(?!\w)
           | </?(?:b|i|u|em|strong|kbd|mark|br|span|p)\s?/?>|[\ufe0f\ufe0e\u200b\u200d\ufeff\xad] )
| (?P<slip> {_SLIPS} )
| (?P<word> (?<![A-Za-z])[A-Za-z]{{3,12}}(?![A-Za-z]) )
"""
_ICONS = (
    ("play", "▶⏯⏵🎬📺👀"),
    ("export", "⬇📥💾📤⤓🔽"),
    ("upload", "📎⬆🔼"),
    ("settings", "⚙🛠🔧🎛"),
    ("delete", "🗑❌✂"),
    ("add media", "➕"),
)
_ARROWS = "➡⏩▶👉"
_NEW_ACT = re.compile(
    r"\s*(?:click|tap|press|hit|open|drag|go|head|you|please|to|点|请|按|haz|pulsa|ve\b)|\s*$", re.IGNORECASE
)
_POINTED_AT = re.compile(r"(?:click|tap|press|hit|push|use|on|the|a|点击|点|按|单击|clic en|pulsa|pulse|el|botón)\s*$")
_NAMED = re.compile(
    r"(?:\b(?:click|tap|press|hit|push|use|select|choose|pick|open|to|on|the|your|in|under|from|via|or|and|"
    r"then|>|an?|with|en|for|labell?ed|marked|called|clicking|tapping|pressing|hitting|selecting|choosing|using|"
    r"el|la|de|pulsa|pulse|selecciona|seleccione|elige|elija|abre|abra|opción|botón|ficha|pestaña|panel|"
    r"presiona|presione|of)"
    r"|点击|单击|双击|点选|点一下|点按|点|按下|按|戳|敲|轻点|长按|勾选|选择|选|打开|使用|用|通过|在|进入|到|切换到|的|或|和|再|轻触|右上角|菜单|→|>"
    r"|从|选取|トップの|右上の|上部の|から|で|の|、|または|を押し、)[\s:*（(]*$",
    re.IGNORECASE,
)
_IS_CONTROL = re.compile(
    r"[\s*_]*(?:button|icon|tab|option|menu|panel|key|link|page|section|dialog|tool|window|slider|item|entry|"
    r"按钮|按键|图标|图示|选项|菜单|选单|标签|面板|页面|键|一栏|窗口|视窗|即可|"
    r"ボタン|アイコン|タブ|メニュー|パネル|をクリック|をタップ|を押|を选|を开|をお|をどうぞ|を使|を利用|キー|から|ページ|で|画面)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class View:
    """`plain` for the rules; `starts[i]`/`ends[i]`: the half-open stretch of `source` behind `plain[i]`."""

    source: str
    plain: str = ""
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the message behind plain[start:end]; an empty one sits where it would begin."""
        if start >= len(self.plain):
            return len(self.source), len(self.source)
        return self.starts[start], self.ends[end - 1] if end > start else self.starts[start]

    def original(self, start: int, end: int) -> str:
        first, last = self.span(start, end)
        return self.source[first:last]

    def capital(self, at: int) -> bool:
        """Whether the message writes a capital letter here."""
        return self.source[self.starts[at] : self.ends[at]].isupper()

    def find(self, source_at: int) -> int:
        """The first position of the view at or behind a position of the message."""
        return bisect_left(self.starts, source_at)


def view(source: str) -> View:
    """Read a whole message. Linear in its length."""
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    open_marks: set[str] = set()

    def put(written: str, start: int, end: int) -> None:
        letters.extend(written)
        starts.extend([start] * len(written))
        ends.extend([end] * len(written))

    def copy(start: int, end: int) -> None:
        letters.extend(map(_plain, source[start:end]))
        starts.extend(range(start, end))
        ends.extend(range(start + 1, end + 1))

    at = 0
    for match in _tokens().finditer(source):
        copy(at, match.start())
        start, at = match.span()
        kind, written = match.lastgroup, match[0]
        if kind == "markup":
            closing = written in open_marks or written.startswith("</") or written[0] not in "*_~<"
            (open_marks.discard if closing else open_marks.add)(written)
            if closing and ends and letters[-1] != "\n":
                ends[-1] = at
            continue
        if kind == "fence":
            for number, line in enumerate(written.split("\n")):
                start += bool(number)
                if number:
                    put("\n", start - 1, start)
                put(CODE if line else "", start, start + len(line))
                start += len(line)
        elif kind == "anchor":
            copy(start + 1, start + 1 + len(match["words"]))
            starts[-len(match["words"])], ends[-1] = start, at
        elif kind == "link":
            at = start + len(written.rstrip(".,;:!?)'\"*_"))
            put(LINK, start, at)
            copy(at, match.end())
            at = match.end()
        elif kind == "file":
            name = _latin_tail(written)
            copy(start, at - len(name))
            put(FILE, at - len(name), at)
        elif kind == "picture":
            put(_icon("".join(letters[-14:]), written, source[at : at + 24]), start, at)
        elif kind in ("word", "slip"):
            word = written.lower()
            mended = HOMOPHONES[word] if kind == "slip" else slips().get(word, word)
            put(mended[:-1], start, at - 1) if mended != word else copy(start, at - 1)
            put(mended[-1], at - 1, at)
        elif kind in ("quote", "code"):
            inner = written[1:-1].strip(" *_")
            if _is_label("".join(letters[-16:]), inner, source[at : at + 16]):
                first = start + written.index(inner)
                copy(first, first + len(inner))
                starts[-len(inner)], ends[-1] = start, at
            else:
                put(CODE if kind == "code" else QUOTE, start, at)
    copy(at, len(source))
    for index in range(len(starts) - 1, 0, -1):  # opening markup belongs to the character behind it
        if letters[index - 1] != "\n" and starts[index] > ends[index - 1]:
            starts[index] = ends[index - 1]
    return View(source, "".join(letters), starts, ends)


@cache
def _tokens() -> re.Pattern[str]:
    return re.compile(_TOKENS, re.VERBOSE)


@cache
def label_names() -> frozenset[str]:
    """Every known button's name as a view writes it."""
    return frozenset("".join(map(_plain, word)) for kind in LABELS for word in words(kind))


def _plain(letter: str) -> str:
    if letter in "’‘ʼ":
        return "'"
    if letter in "\t\r\xa0\u3000\u2009\u202f\u2028\u2029\x0b\x0c\x85\x1c\x1d\x1e":
        return " "
    if letter in "→➔➜⟶›»＞⇒":
        return ">"
    if "！" <= letter <= "～" and letter not in "！，：；？（）＞":
        return chr(ord(letter) - 0xFEE0).lower()
    if SEALS[0] <= letter <= EMOJI:
        return " "
    low = OLD_TO_NEW.get(letter) or letter.lower()
    return low if len(low) == 1 else letter


def _latin_tail(name: str) -> str:
    """`已收到beach.mp4` names beach.mp4; `点击导出_final.mp4` is all name."""
    for at in range(len(name) - 1, 0, -1):
        if name[at - 1] >= "\u3000":
            return name[at:] if name[at].isascii() and name[at].isalnum() else name
    return name


def _icon(before: str, written: str, behind: str) -> str:
    """An emoji that is pressed is the button it draws, an arrow behind a button's name the next step of a path; any
    other is an ornament."""
    if written[0] in _ARROWS and _last_is_label(before) and not _NEW_ACT.match(behind):
        return ">"
    if _POINTED_AT.search(before):
        for name, pictures in _ICONS:
            if written[0] in pictures:
                return name
    return EMOJI


def _last_is_label(before: str) -> bool:
    """Whether the last words before an arrow name a button, or the arrow before them made a path."""
    words = before.rstrip(" *_").rpartition("\n")[2]
    return ">" in words or any(words.endswith(name) for name in label_names() if len(name) > 2)


def _is_path(name: str) -> bool:
    """ "File > Download": a way through menus that ends at a known name."""
    return ">" in name and name.rsplit(">", 1)[1].strip() in label_names()


def _is_label(before: str, inner: str, behind: str) -> bool:
    """Whether a quoted name is a button's: a known one, and pointed at or called a button."""
    name = "".join(map(_plain, inner))
    if len(inner) > 24 or not (name in label_names() or names_button(name) or _is_path(name)):
        return False
    return bool(_NAMED.search(before) or _IS_CONTROL.match("".join(map(_plain, behind))))
