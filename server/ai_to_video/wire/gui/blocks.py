"""A message cut into the blocks a reader sees: lines of text, list items, headings, table rows, quotes, code. Pure."""

import re
from dataclasses import dataclass, replace

from ai_to_video.wire.gui.view import CODE, View

_MARK = re.compile(
    r"(?P<quote>[ ]{0,3}>[ >]*(?!\d))?(?P<indent>[ ]*)"
    r"(?:(?P<heading>\#{1,6}[ ]+)|(?P<bullet>(?:[-*+·●○▪‣◦–—][ ]+|[•・][ ]*)(?:\[[ xX]\][ ]*)?)|"
    r"(?P<number>(?:\(?\d{1,2}[.)、．]|[①-⑳]|[一二三四五六七八九十]、)[ ]*(?!\d)))?"
)
_RULE = re.compile(r"\s*(?:[-*_]\s?){3,}\s*$|\s*[=]{3,}\s*$")
_TABLE = re.compile(r"\s*\|.*\|\s*$")


@dataclass(frozen=True, slots=True)
class Block:
    """A line (or lines that run on) of the view: plain[start:end]; `body` is where its words begin.

    `kind`: text, item, heading, row, quote, code, rule or blank. `numbered`: an item of an ordered list.
    """

    kind: str
    start: int
    body: int
    end: int
    depth: int = 0
    numbered: bool = False


def blocks(view: View) -> list[Block]:
    """Blocks in order; between two of them stands exactly one line break."""
    found: list[Block] = []
    at = 0
    for line in view.plain.split("\n"):
        block = _block(view, line, at)
        at = block.end + 1
        if found and block.kind == "text" and found[-1].kind in ("text", "item") and _runs_on(view, found[-1], block):
            found[-1] = replace(found[-1], end=block.end)
        else:
            found.append(block)
    return found


def _runs_on(view: View, above: Block, block: Block) -> bool:
    """A line broken in mid-sentence: no end mark before, a small letter behind."""
    last, first = view.plain[above.start : above.end].rstrip()[-1:], view.plain[block.body : block.body + 1]
    return last.isascii() and (last.isalnum() or last == ",") and "a" <= first <= "z" and not view.capital(block.body)


def _block(view: View, line: str, start: int) -> Block:
    end = start + len(line)
    if not line.strip():
        return Block("blank", start, start, end)
    if line.strip() == CODE:
        return Block("code", start, start, end)
    if _RULE.fullmatch(line):
        return Block("rule", start, start, end)
    if _TABLE.fullmatch(line):
        return Block("row", start, start, end)
    mark = _MARK.match(line)
    assert mark is not None  # noqa: S101 - every part of the pattern may be empty
    body = start + mark.end()
    depth = len(mark["indent"])
    if mark["quote"] and view.source[view.starts[start + line.index(">")]] == ">":
        return Block("quote", start, body, end, depth)
    if mark["heading"]:
        return Block("heading", start, body, end, len(mark["heading"].strip()))
    if mark["bullet"] or mark["number"]:
        return Block("item", start, body, end, depth, bool(mark["number"]))
    return Block("text", start, start + depth, end, depth)
