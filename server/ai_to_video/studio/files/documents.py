"""Documents as text for the next video: txt, md, html, docx, pdf. Everything here blocks and keeps to its limits."""

import logging
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from ...errors import AiToVideoError, FileTooLarge, UnsupportedFile
from .article import article_text
from .writing import decode, tidy

if TYPE_CHECKING:
    from docx.table import Table
    from docx.text.paragraph import Paragraph
    from pypdf import PdfReader

MEGABYTE = 1_000_000
_SENTENCE_ENDS = tuple(".!?:;…。！？：；”\"'")
_CJK = re.compile("[\u3000-\u9fff\uf900-\ufaff\uff00-\uffef]")
_SCANNED = 12  # letters a page; a scan yields a page number at most


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of a document is read: `bytes` on disk (`writing`: of plain text), `page` bytes of drawing on one page
    of a PDF, `expanded` bytes out of a ZIP, `characters` of text."""

    pages: int = 200
    bytes: int = 20 * MEGABYTE
    writing: int = 4 * MEGABYTE
    page: int = 3 * MEGABYTE
    expanded: int = 100 * MEGABYTE
    members: int = 5000
    characters: int = 60_000
    seconds: float = 30


def read_document(
    file: BinaryIO,
    extension: str,
    name: str,
    *,
    limits: Limits,
    declared: str = "",
    clock: Callable[[], float] = time.monotonic,
) -> str:
    """The words in `file`, never empty. `declared` is an encoding known from outside.

    Raises FileTooLarge over a limit; UnsupportedFile when it is damaged, locked, scanned or empty.
    """
    most = limits.writing if extension in {"txt", "md", "html"} else limits.bytes
    size = file.seek(0, 2)
    if size > most:
        raise _too_large(name, f"is {size / MEGABYTE:.1f} MB, and at most {most // MEGABYTE} MB are read as text")
    file.seek(0)
    if extension == "pdf":
        text = _pdf(file, name, limits, clock)
    elif extension == "docx":
        text = _docx(file, name, limits)
    elif extension == "html":
        text = article_text(file.read(), name, declared=declared)
    else:
        text = decode(file.read(), name, declared=declared)
    text = tidy(text)
    if not text:
        raise UnsupportedFile(f"'{name}' holds no text.", hint="Choose another document, or write the text as prompt.")
    if len(text) > limits.characters:
        most = limits.characters
        raise _too_large(name, f"holds {len(text):,} characters, and at most {most:,} can become one video")
    return text


def _docx(file: BinaryIO, name: str, limits: Limits) -> str:
    import zipfile

    from docx import Document

    try:
        with zipfile.ZipFile(file) as archive:
            members = archive.infolist()
        if len(members) > limits.members or sum(member.file_size for member in members) > limits.expanded:
            raise _too_large(name, "unpacks to more than a document should")
        file.seek(0)
        return "\n\n".join(filter(None, map(_block, Document(file).iter_inner_content())))
    except AiToVideoError:
        raise
    except Exception:  # noqa: BLE001 - a hostile document makes its parser fail in every way there is
        raise UnsupportedFile(
            f"'{name}' is damaged or not a Word document.", hint="Open it in Word and save it again as .docx."
        ) from None


def _block(block: "Paragraph | Table") -> str:
    from docx.table import Table

    if isinstance(block, Table):
        return "\n".join(" | ".join(dict.fromkeys(cell.text.strip() for cell in row.cells)) for row in block.rows)
    style = (block.style.name or "") if block.style is not None else ""
    text = block.text.strip()
    heading = re.fullmatch(r"Heading (\d)", style)
    if text and (heading or style == "Title"):
        return f"{'#' * int(heading[1]) if heading else '#'} {text}"
    return f"- {text}" if text and style.startswith("List") else text


def _pdf(file: BinaryIO, name: str, limits: Limits, clock: Callable[[], float]) -> str:
    from pypdf import PdfReader
    from pypdf.errors import DependencyError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)  # what it thinks of a file is nobody's business
    try:
        reader = PdfReader(file)
        if reader.is_encrypted and not reader.decrypt(""):
            raise _locked(name)
        count = len(reader.pages)
        if count > limits.pages:
            raise _too_large(name, f"has {count} pages, and at most {limits.pages} are read")
        text = "\n\n".join(_pages(reader, name, limits, clock))
        pictured = any("/XObject" in (page.get("/Resources") or {}) for page in reader.pages)
    except AiToVideoError:
        raise
    except DependencyError:
        raise _locked(name) from None
    except Exception:  # noqa: BLE001 - a hostile document makes its parser fail in every way there is
        raise UnsupportedFile(
            f"'{name}' is a damaged PDF.", hint="Open it and save or print it again as PDF."
        ) from None
    letters = len(re.sub(r"\s", "", text))
    if not letters or (pictured and letters < _SCANNED * count):
        raise UnsupportedFile(
            f"'{name}' holds pictures of text (a scan) and no text that can be read.",
            hint="Run text recognition (OCR) on it first, or copy its text into the prompt.",
        )
    return text


def _pages(reader: "PdfReader", name: str, limits: Limits, clock: Callable[[], float]) -> Iterator[str]:
    end, letters = clock() + limits.seconds, 0
    for page in reader.pages:
        drawing = page.get_contents()
        if drawing is not None and len(drawing.get_data()) > limits.page:
            raise _too_large(name, "has a page that is too intricate to be read")
        if clock() > end:
            raise _too_large(name, f"is so intricate that reading it takes more than {limits.seconds:.0f} seconds")
        text = _unwrapped(page.extract_text())
        letters += len(text)
        if letters > 2 * limits.characters:
            raise _too_large(name, f"holds more than {limits.characters:,} characters")
        yield text


def _unwrapped(page: str) -> str:
    """Lines that only the width of the paper broke are joined: one broken sentence would become two scenes."""
    lines = [line.strip() for line in page.splitlines()]
    full = 0.7 * max(map(len, lines), default=0)
    result = ""
    for line, before in zip(lines, ["", *lines], strict=False):
        if not result or not before or not line or len(before) < full or before.endswith(_SENTENCE_ENDS):
            result += "\n" + line
        elif re.search(r"[a-z]-$", before) and re.match(r"[a-z]", line):
            result = result[:-1] + line
        else:
            result += ("" if _CJK.match(line) and _CJK.match(before[-1]) else " ") + line
    return result.strip()


def _too_large(name: str, why: str) -> FileTooLarge:
    return FileTooLarge(f"'{name}' {why}.", hint="Shorten it, or split it into parts.")


def _locked(name: str) -> UnsupportedFile:
    return UnsupportedFile(f"'{name}' is locked with a password.", hint="Save a copy without a password.")
