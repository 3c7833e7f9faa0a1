"""Bytes that a person wrote, as text: which encoding, and is it text at all. Pure."""

import codecs
import re
import unicodedata
from collections.abc import Iterator

from ...errors import UnsupportedFile

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs", "ascii": "utf-8", "iso-8859-1": "cp1252"}
_INVISIBLE = re.compile("[\ufeff\u200b\u2060\u00ad]")
_LIGATURES = {ligature: unicodedata.normalize("NFKC", chr(ligature)) for ligature in range(0xFB00, 0xFB07)}
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_PRIVATE_KEY = re.compile(r"-----BEGIN [A-Z0-9 ]*PRIVATE KEY")


def decode(data: bytes, name: str, *, declared: str = "") -> str:
    """`declared` is an encoding named by whoever sent the bytes; it is tried after a byte order mark.

    Raises UnsupportedFile when the bytes are no text, or in an encoding that cannot be told for sure.
    """
    text = next((reading for reading in _readings(data, declared) if reading is not None), None)
    if text is None or len(_CONTROLS.findall(text)) > 2 + len(text) / 100:
        raise UnsupportedFile(
            f"The text in '{name}' is in an unknown encoding.", hint="Save it as UTF-8 and try again."
        )
    if _PRIVATE_KEY.search(text):
        raise UnsupportedFile(f"'{name}' holds a private key, and those are never read.", hint="Choose another file.")
    return text


def _readings(data: bytes, declared: str) -> Iterator[str | None]:
    yield _by_mark(data)
    yield _strictly(data, declared)
    yield _unmarked_utf16(data)  # whose zero bytes UTF-8 would take for letters
    yield _strictly(data, "utf-8")
    yield _chinese(data)
    yield _western(data)


def tidy(text: str) -> str:
    """One kind of line end, no invisible letters, no trailing blanks, at most one empty line in a row.

    The ligatures of printed pages (ﬁ, ﬂ) become letters, which every font has and every voice can say.
    """
    text = (
        _INVISIBLE.sub("", unicodedata.normalize("NFC", text.translate(_LIGATURES)))
        .replace("\r\n", "\n")
        .replace("\r", "\n")
    )
    text = _CONTROLS.sub("", text.replace("\x0b", "\n").replace("\x0c", "\n"))
    text = re.sub(r"[ \t\u00a0]+\n", "\n", text)
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def _by_mark(data: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding)
    return None


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(_WIDER.get(encoding.strip().lower(), encoding.strip())) if encoding.strip() else None
    except (UnicodeError, LookupError):
        return None


def _unmarked_utf16(data: bytes) -> str | None:
    """Windows Notepad once wrote it: every other byte of a Western text is zero."""
    for offset, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        if data[offset::2].count(0) > len(data) / 4:
            return _strictly(data, encoding)
    return None


def _chinese(data: bytes) -> str | None:
    """GB18030 takes nearly any bytes: believe it only when most letters are among the 3,755 common characters.

    Korean bytes read as the first half of those (sorted by sound), so that some of the second half must be there too.
    """
    text = _strictly(data, "gb18030")
    codes = [letter.encode("gb18030") for letter in text or "" if ord(letter) > 127]
    common = sum(len(code) == 2 and (0xB0 <= code[0] <= 0xD7 or code[0] in (0xA1, 0xA3)) for code in codes)
    late = sum(len(code) == 2 and 0xC9 <= code[0] <= 0xD7 for code in codes)
    return text if common > 0.7 * len(codes) and late > 0.15 * len(codes) else None


def _western(data: bytes) -> str | None:
    return _strictly(data, "cp1252") if sum(byte > 127 for byte in data) < len(data) / 5 else None
