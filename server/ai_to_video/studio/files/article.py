"""A web page as the text of its article: title, paragraphs, headings and lists, without menus and scripts."""

import logging
import re

from ...errors import UnsupportedFile
from .writing import decode, tidy

_BLOCKS = re.compile(
    r"address|article|aside|blockquote|body|br|d[dlt]|div|fig(?:caption|ure)|footer|h[1-6r]|header|li|main|nav|[ou]l|p|pre"
    r"|section|t(?:able|[dhr])"
)
_UNSPOKEN = ("script", "style", "noscript", "template", "svg", "iframe", "form", "button", "select", "textarea", "nav")
_DECLARED = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{2,30})""", re.IGNORECASE)
_ENOUGH = 200  # letters; a shorter article means that the guess where it stands was wrong


def article_text(page: bytes, name: str, *, declared: str = "") -> str:
    """The words of an HTML page. Blocks. Raises UnsupportedFile when there are none.

    `declared` is the encoding named by the server; without it the page's own word counts.
    """
    in_page = _DECLARED.search(page[:4096])
    html = decode(page, name, declared=declared or (in_page[1].decode("ascii") if in_page else ""))
    try:
        title, text = _main_part(html)
    except Exception:  # noqa: BLE001 - a hostile page makes its parser fail in every way there is
        raise UnsupportedFile(f"The page '{name}' cannot be read.", hint="Copy its text into the prompt.") from None
    if not text:
        raise UnsupportedFile(
            f"The page '{name}' holds no text; it may be drawn by a script.", hint="Copy its text into the prompt."
        )
    first = text.partition("\n")[0].lstrip("# ")
    return text if first in title or title in first else f"# {title}\n\n{text}"


def _main_part(html: str) -> tuple[str, str]:
    from readability import Document  # type: ignore[import-untyped]  # ships no types

    logging.getLogger("readability").setLevel(logging.CRITICAL + 1)  # what it thinks of a page is nobody's business
    whole = re.sub(r"\s{50,}", "\n", re.sub(r"^\s*<\?xml[^>]*\?>", "", html))  # long blanks take the library minutes
    found = Document(whole)
    title = " ".join((found.short_title() or "").split())
    text = _words(found.summary(html_partial=True))
    if len(text) < _ENOUGH:
        everything = _words(whole)
        text = everything if len(everything) > len(text) else text
    return ("" if title == "[no-title]" else title), text


def _words(html: str) -> str:
    """Every block on its own line; headings and list items marked as Markdown does."""
    from lxml import etree  # type: ignore[import-untyped]  # ships no types
    from lxml.html import HTMLParser, document_fromstring  # type: ignore[import-untyped]  # ships no types

    tree = document_fromstring(html.encode(), parser=HTMLParser(encoding="utf-8"))
    for head in tree.xpath("//head"):
        head.drop_tree()
    etree.strip_elements(tree, etree.Comment, etree.ProcessingInstruction, *_UNSPOKEN, with_tail=False)
    pieces: list[str] = []
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        if _BLOCKS.fullmatch(element.tag):
            pieces.append("\n")
        if event == "start":
            pieces += [_marker(element.tag), re.sub(r"\s+", " ", element.text or "")]
        elif element is not tree:
            pieces.append(re.sub(r"\s+", " ", element.tail or ""))
    lines = (line.strip() for line in "".join(pieces).split("\n"))
    return tidy("\n\n".join(line for line in lines if line.strip("#- ")))


def _marker(tag: str) -> str:
    if re.fullmatch(r"h[1-6]", tag):
        return "#" * int(tag[1]) + " "
    return "- " if tag == "li" else ""
