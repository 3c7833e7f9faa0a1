"""A text as people write it (plain, Markdown, HTML, verse, talk) → a Document of blocks of clean sentences. Pure."""

import html
import re
import unicodedata
import warnings
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from .hanzi import simpler

HEADING, PROSE, LIST, QUOTE, VERSE, TALK = "heading", "prose", "list", "quote", "verse", "talk"
MOST_CHARACTERS = 60_000
"""About ten thousand words; what stands behind is not read, and that is said."""

CJK = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
LETTER = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of one kind. `parts` are sentences, list items, lines of verse; `text` a heading or who speaks."""

    kind: str
    parts: tuple[str, ...] = ()
    text: str = ""
    level: int = 0


@dataclass(frozen=True, slots=True)
class Document:
    """`language` is "zh" where most letters are Chinese or Japanese, else "en"; `cut` says the end was left unread."""

    title: str
    blocks: tuple[Block, ...]
    language: str = "en"
    cut: bool = False

    @property
    def plain(self) -> str:
        return "\n".join(
            line for block in self.blocks for line in ((block.text, *block.parts) if block.text else block.parts)
        )


def language_of(text: str) -> str:
    """ "zh" or "en": which reading speed, line breaking and word finding fit."""
    ideographs = len(CJK.findall(text))
    words = len(re.findall(r"[A-Za-z\u00c0-\u024f]{2,}", text))
    return "zh" if ideographs > 2 * words else "en"


def size(text: str, language: str) -> float:
    """How much there is to read, in words for "en" and characters for "zh" (a Latin word counts as two)."""
    ideographs = len(CJK.findall(text))
    words = sum(1 for word in CJK.sub(" ", text).split() if LETTER.search(word))
    return ideographs + 2 * words if language == "zh" else words + ideographs / 1.7


def read(text: str) -> Document:
    """Never raises; a text without a single letter gives a Document without blocks."""
    cut = len(text) > MOST_CHARACTERS
    whole = clean(text[:MOST_CHARACTERS])
    language = language_of(whole)
    blocks = tuple(_blocks(_unaddressed(whole), language))
    title, rest = _title(blocks)
    return Document(title, rest, language, cut)


# --- cleaning -------------------------------------------------------------------------------------------------------

_UNSEEN = re.compile(r"[\u200b\u200c\u2060\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069\u00ad]")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_TAGS = (
    "a|abbr|address|article|aside|b|blockquote|body|br|button|center|code|dd|del|details|div|dl|dt|em|figcaption|"
    "figure|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|label|li|link|main|mark|meta|nav|"
    "object|ol|option|p|pre|q|s|samp|section|select|small|source|span|strong|sub|summary|sup|svg|path|table|tbody|td|"
    "textarea|tfoot|th|thead|time|tr|u|ul|var|video|audio|wbr|title|template|noscript|embed|canvas"
)
_HIDDEN = re.compile(
    r"<(script|style|noscript|template|svg|head|iframe|object)\b[^>]*>.*?(</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL
)
_TAG = re.compile(rf"</?(?:{_TAGS})(?:\s[^<>]*)?/?>", re.IGNORECASE)
_LINK = re.compile(r"!?\[([^\]\n]*)\]\((?:[^()\s]|\([^()]*\))*(?:\s+\"[^\"]*\")?\)")
_URL = re.compile(r"\bhttps?://(?:www\.)?([^\s<>()\"'，。）]+)")


_FRAME = re.compile(
    r"^[ ]*\[[^\[\]\n]{1,160}\.(?:txt|md|markdown|docx?|pdf|rtf|odt|html?)\][ ]*$", re.IGNORECASE | re.MULTILINE
)
"""The name of a document, in the brackets it is put into a prompt with."""


def clean(text: str) -> str:
    """Markup goes, line structure and Markdown's list and heading marks stay."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = text.replace("\u2028", "\n").replace("\u2029", "\n\n").replace("\u00a0", " ").replace("\u3000", " ")
    text = _UNSEEN.sub("", _CONTROL.sub(" ", text).replace("\t", "    "))
    if "<" in text:
        text = _without_html(text)
    text = html.unescape(text)
    text = _FRAME.sub("\n", text)
    text = re.sub(r"([^\w\s])\1{3,}", r"\1\1\1", text)
    text = re.sub(r"[^\s\u3000-\u9fff\uff00-\uffef]{100,}", lambda found: found[0][:60] + "…", text)
    text = re.sub(r"\A\s*---\n.*?\n---\s*\n", "", text, flags=re.DOTALL)
    text = re.sub(r"^\s*(```|~~~).*?(^\s*\1\s*$|\Z)", "\n\n", text, flags=re.DOTALL | re.MULTILINE)
    text = re.sub(r"!\[[^\]\n]*\]\([^)\n]*\)", "", text)
    text = _LINK.sub(r"\1", text)
    text = re.sub(r"(\*\*\*|\*\*|__)(?=\S)(.+?)(?<=\S)\1", r"\2", text)
    text = re.sub(r"(?<![\w*])\*(?=[^\s*])([^*\n]+?)(?<=[^\s*])\*(?![\w*])", r"\1", text)
    text = re.sub(r"(?<![\w_])_(?=[^\s_])([^_\n]+?)(?<=[^\s_])_(?![\w_])", r"\1", text)
    text = re.sub(r"~~(.+?)~~|`([^`\n]+)`", lambda found: found[1] or found[2], text)
    text = re.sub(r"\[\^?\d+\]:?", "", text)
    text = _URL.sub(lambda found: _short_link(found[1]), text)
    return re.sub(r"[ ]+$", "", text, flags=re.MULTILINE).strip("\n")


def _without_html(text: str) -> str:
    text = re.sub(r"<!--.*?(-->|\Z)", " ", text, flags=re.DOTALL)
    text = _HIDDEN.sub("\n", text)
    text = re.sub(r"<h([1-6])\b[^>]*>", lambda found: "\n\n" + "#" * int(found[1]) + " ", text, flags=re.IGNORECASE)
    text = re.sub(r"<li\b[^>]*>", "\n- ", text, flags=re.IGNORECASE)
    text = re.sub(r"<blockquote\b[^>]*>", "\n\n> ", text, flags=re.IGNORECASE)
    text = re.sub(r"<(br|hr|tr)\b[^>]*>", "\n", text, flags=re.IGNORECASE)
    text = re.sub(
        r"</?(p|div|section|article|ul|ol|table|h[1-6]|blockquote|pre)\b[^>]*>", "\n\n", text, flags=re.IGNORECASE
    )
    return _TAG.sub("", text)


def _short_link(address: str) -> str:
    trailing = re.search(r"[.,;:!?]*$", address)
    end = trailing[0] if trailing else ""
    short = address[: len(address) - len(end)].rstrip("/").split("?")[0].split("#")[0]
    return (short if len(short) <= 32 else short.split("/")[0]) + end


_GREETING = re.compile(
    r"\A\s*(?:(?:hi|hello|hey|dear|good (?:morning|afternoon|"
    r"evening))\b[^.!?\n]{0,40}[,!:]?|(?:大家好|各位[^，。\n]{0,8}好|"
    r"亲爱的[^，。\n]{0,8})[，,！!：:]?)\s*\n",
    re.IGNORECASE,
)
_FAREWELL = re.compile(
    r"\n\s*(?:best(?: regards| wishes)?|(?:kind |warm )?regards|sincerely|cheers|"
    r"yours(?: truly| sincerely)?|many thanks|thanks|thank you|love|此致|敬上|"
    r"祝好)[,，!！]?\s*"
    r"(?:\n[^\n]{0,60}){0,4}\Z",
    re.IGNORECASE,
)


def _unaddressed(text: str) -> str:
    """A letter without its greeting and signature."""
    return _FAREWELL.sub("", _GREETING.sub("", text)) if _GREETING.match(text) else text


# --- blocks ---------------------------------------------------------------------------------------------------------

_HEAD = re.compile(r"^\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
_ITEM = re.compile(
    r"^\s*(?:[-*+•‣◦▪–—·]\s+|\(?\d{1,3}[.)、]\s*(?=[^\d\s])|[①-⑳]\s*|[一二三四五六七八九十]{1,3}、\s*|\[[ xX]\]\s+)"
    r"(?:\[[ xX]\]\s+)?(?P<item>\S.*)$"
)
_SPEAKER = re.compile(
    r"^\s*(?P<who>Q\d*|A\d*|[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,2}|[\u4e00-\u9fff]{1,5})\s*[:：]\s*(?P<said>\S.*)$"
)
_ENDED = re.compile(r"[.!?。！？…;；:：,，][\"'”’」』)）\]]*$")


def _blocks(text: str, language: str) -> Iterator[Block]:
    lines = text.split("\n")
    speakers = _speakers(lines)
    for paragraph in _paragraphs(lines):
        yield from _paragraph(paragraph, speakers, language)


def _paragraphs(lines: list[str]) -> Iterator[list[str]]:
    """Lines between blank ones; headings, lists and quotations stand alone even without a blank line."""

    def mark(line: str) -> str:
        if not line.strip() or re.fullmatch(r"\s*([-*_=])(\s*\1){2,}\s*", line):
            return ""
        if _HEAD.match(line):
            return HEADING
        if line.lstrip().startswith(">"):
            return QUOTE
        return LIST if _ITEM.match(line) or _row(line) else PROSE

    marked: list[tuple[str, str]] = []
    for line in lines:
        kind = mark(line)
        hangs = kind == PROSE and marked and marked[-1][0] == LIST and line.startswith("  ")
        if hangs:
            marked[-1] = (LIST, f"{marked[-1][1]} {line.strip()}")
        elif kind == "" and re.fullmatch(r"\s*(=+|-+)\s*", line) and marked and marked[-1][0] == PROSE:
            marked[-1] = (HEADING, f"# {marked[-1][1].strip()}")
        else:
            marked.append((kind, line))
    for kind, group in groupby(marked, key=lambda pair: pair[0]):
        stretch = [line for _, line in group]
        if kind == HEADING:
            yield from ([line] for line in stretch)
        elif kind:
            yield stretch


def _paragraph(lines: list[str], speakers: frozenset[str], language: str) -> Iterator[Block]:
    if head := _HEAD.match(lines[0]):
        if LETTER.search(head[2]):
            yield Block(HEADING, text=_spaced(head[2]), level=len(head[1]))
        return
    if lines[0].lstrip().startswith(">"):
        quoted = _joined((re.sub(r"^\s*(>\s?)+", "", line) for line in lines), language)
        yield from _of(QUOTE, sentences(quoted, language))
        return
    if _ITEM.match(lines[0]) or _row(lines[0]):
        items = (_row(line) or (found["item"] if (found := _ITEM.match(line)) else line) for line in lines)
        yield from _of(LIST, tuple(_spaced(item) for item in items if item.strip("|-: ")))
        return
    if any(_who(line) in speakers for line in lines):
        for who, group in groupby(_attributed(lines, speakers), key=lambda pair: pair[0]):
            said = sentences(_joined((text for _, text in group), language), language)
            yield from _of(TALK if who else PROSE, said, text=who)
        return
    if _is_verse(lines, language):
        yield from _of(VERSE, tuple(_spaced(line) for line in lines))
        return
    yield from _of(PROSE, sentences(_joined(lines, language), language))


def _of(kind: str, parts: tuple[str, ...], text: str = "") -> Iterator[Block]:
    parts = tuple(part for part in parts if LETTER.search(part))
    if parts:
        yield Block(kind, parts, text)


def _row(line: str) -> str:
    """A row of a Markdown table as one item; "" for anything else."""
    if not line.strip().startswith("|") or re.fullmatch(r"[\s|:-]+", line):
        return "" if not re.fullmatch(r"\s*\|[\s|:-]+", line) else "-"
    return " – ".join(cell.strip() for cell in line.strip().strip("|").split("|") if cell.strip())


def _who(line: str) -> str:
    found = _SPEAKER.match(line)
    return found["who"] if found else ""


def _speakers(lines: list[str]) -> frozenset[str]:
    """Names that begin two lines or more, or a pair of question and answer: an interview."""
    named = [who for who in map(_who, lines) if who]
    pair = {"Q", "A"} <= set(named) or {"问", "答"} <= set(map(simpler, named))
    return frozenset(who for who in named if named.count(who) > 1 or (pair and len(who) == 1))


def _attributed(lines: list[str], speakers: frozenset[str]) -> Iterator[tuple[str, str]]:
    who = ""
    for line in lines:
        found = _SPEAKER.match(line)
        if found and found["who"] in speakers:
            who = found["who"]
            yield who, found["said"]
        else:
            yield who, line


def _is_verse(lines: list[str], language: str) -> bool:
    """Short lines that each begin anew; wrapped prose begins most lines in the middle of a sentence."""
    if len(lines) < 3:
        return False
    lengths = [size(line, language) for line in lines]
    if language == "zh":
        return max(lengths) <= 20 and sum(lengths) / len(lengths) <= 16
    begun = sum(not line.strip()[:1].islower() for line in lines) / len(lines)
    mean = sum(lengths) / len(lines)
    open_ends = sum(not re.search(r"[.!?]$", line.strip()) for line in lines) / len(lines)
    return max(lengths) <= 16 and open_ends >= 0.3 and (mean <= 6 or (mean <= 12 and begun >= 0.8))


def _title(blocks: tuple[Block, ...]) -> tuple[str, tuple[Block, ...]]:
    """The first heading of the highest level, or a lone short first line that does not end like a sentence."""
    if not blocks:
        return "", ()
    first = blocks[0]
    if first.kind == HEADING:
        return first.text, blocks[1:]
    short = len(first.parts) == 1 and len(first.parts[0]) <= 80 and not _ENDED.search(first.parts[0])
    if first.kind == PROSE and short and len(blocks) > 1:
        return re.sub(r"^(title|标题|標題)\s*[:：]\s*", "", first.parts[0], flags=re.IGNORECASE), blocks[1:]
    return "", blocks


def _joined(lines: Iterable[str], language: str) -> str:
    """Hard-wrapped lines become one; Chinese takes no space at the seam."""
    whole = ""
    for line in lines:
        part = line.strip()
        seam = "" if not whole or (CJK.match(whole[-1:]) or whole[-1:] in "，。！？；：、”」") else " "
        whole += seam + part
    return _spaced(whole)


def _spaced(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


# --- sentences ------------------------------------------------------------------------------------------------------

_CLOSERS = re.compile(r"^[\"'”’」』)）\]】》.!?。！？…\s]+")


def sentences(text: str, language: str) -> tuple[str, ...]:
    """One paragraph in sentences; closing quotes stay with what they close."""
    found: list[str] = []
    for sentence in _segmented(text, language):
        leading = _CLOSERS.match(sentence)
        if found and leading and (language == "zh" or not LETTER.search(sentence)):
            found[-1] += leading[0].strip()
            sentence = sentence[leading.end() :]
            if sentence.strip() and re.match(r"^[\u4e00-\u9fff]{0,6}(说|道|问|答)", simpler(sentence)):
                found[-1] += sentence.strip()
                continue
        if sentence.strip():
            found.append(sentence.strip())
    return tuple(found)


def _segmented(text: str, language: str) -> Iterator[str]:
    """Sentences of a paragraph; the library gets handy pieces only, because its time grows with the square of them."""
    segment = _segmenter(language)
    while len(text) > HANDY:
        cut = max((found.end() for found in _STOPS.finditer(text, 0, HANDY)), default=0)
        cut = cut or text.rfind(" ", 0, HANDY) + 1 or HANDY
        yield from segment(text[:cut])
        text = text[cut:]
    yield from segment(text)


HANDY = 2_000
_STOPS = re.compile(r"[.!?]\s|[。！？]")


@cache
def _segmenter(language: str) -> Callable[[str], list[str]]:
    with warnings.catch_warnings():  # its sources hold escapes that newer compilers warn about
        warnings.simplefilter("ignore")
        import pysbd  # type: ignore[import-untyped]  # ships no types
    segment: Callable[[str], list[str]] = pysbd.Segmenter(language=language, clean=False).segment
    return segment
