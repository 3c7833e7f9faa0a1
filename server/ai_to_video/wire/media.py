"""Accepted formats, their limits and their kinds, told by name or by the first bytes. Pure."""

import re

MIME = {
    "mp4": "video/mp4",
    "mov": "video/quicktime",
    "avi": "video/x-msvideo",
    "webm": "video/webm",
    "mkv": "video/x-matroska",
    "jpg": "image/jpeg",
    "png": "image/png",
    "gif": "image/gif",
    "webp": "image/webp",
    "mp3": "audio/mpeg",
    "wav": "audio/wav",
    "m4a": "audio/mp4",
    "aac": "audio/aac",
}
UPLOAD_FORMATS = tuple(MIME)
"""The 13 formats the service takes, in its own order."""
EXPORT_FORMATS = ("mp4", "mov", "webm", "gif", "jpg", "png", "mp3", "wav", "m4a", "aac")
DOCUMENT_FORMATS = ("txt", "md", "docx", "pdf")
"""Never uploaded: their words become the message."""
MAX_BYTES = 50 * 1024 * 1024
HEAD_BYTES = 4096
"""How many of a file's first bytes `sniff` wants to see."""

_ALIASES = {"jpeg": "jpg", "jpe": "jpg", "wave": "wav", "markdown": "md", "text": "txt", "qt": "mov", "htm": "html"}
_BRANDS = {"qt  ": "mov", "M4A ": "m4a", "M4B ": "m4a", "M4P ": "m4a", "heic": "heic", "heix": "heic", "mif1": "heic"}
_BRANDS |= {"hevc": "heic", "msf1": "heic", "avif": "avif", "avis": "avif", "crx ": "cr3"}
_MAGIC = (
    (b"\xff\xd8\xff", "jpg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"ADIF", "aac"),
    (b"%PDF-", "pdf"),
    (b"MZ", "exe"),
    (b"\x7fELF", "elf"),
    (b"\xfe\xed\xfa\xce", "macho"),
    (b"\xfe\xed\xfa\xcf", "macho"),
    (b"\xce\xfa\xed\xfe", "macho"),
    (b"\xcf\xfa\xed\xfe", "macho"),
    (b"\xca\xfe\xba\xbe", "macho"),
    (b"OggS", "ogg"),
    (b"fLaC", "flac"),
    (b"FLV\x01", "flv"),
    (b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", "wmv"),
    (b"\x00\x00\x01\xba", "mpg"),
    (b"\x00\x00\x01\xb3", "mpg"),
    (b"BM", "bmp"),
    (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"),
    (b"8BPS", "psd"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"Rar!\x1a\x07", "rar"),
    (b"\x1f\x8b", "gz"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "doc"),
    (b"SQLite format 3\x00", "sqlite"),
    (b"{\\rtf", "rtf"),
    (b"#!", "script"),
)
_MOVIE_ATOMS = frozenset({b"moov", b"mdat", b"wide", b"pnot", b"free", b"skip"})
_HTML = re.compile(
    rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|script|title)\b", re.IGNORECASE | re.DOTALL
)
_SVG = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*(?:<!doctype\s+svg[^>]*>\s*)?<svg\b", re.IGNORECASE | re.DOTALL
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def extension_of(name: str) -> str:
    """The extension of a file name, path or URL, lower-case and in its usual spelling; "" when there is none."""
    last = re.split(r"[\\/]", re.split(r"[?#]", name, maxsplit=1)[0] if "://" in name else name)[-1]
    stem, dot, extension = last.rpartition(".")
    extension = extension.strip().lower() if dot and stem else ""
    return _ALIASES.get(extension, extension)


def kind_of(name: str) -> str:
    """video, image, audio or text, from a file name, URL, extension or MIME type; "" when unknown."""
    word = name.strip().lower()
    if word in {"video", "image", "audio", "text"}:
        return word
    mime = re.match(r"(video|image|audio|text)/((vnd|x)\.[\w.+-]+|[\w+-]+)\s*(;|$)", word)
    if mime:
        return mime[1]
    extension = extension_of(word) or _ALIASES.get(word.removeprefix("."), word.removeprefix("."))
    if extension in MIME:
        return MIME[extension].partition("/")[0]
    return "text" if extension in DOCUMENT_FORMATS else ""


def sniff(head: bytes) -> str:
    """The format the first bytes prove, as an extension; "" when they prove none.

    Formats that are not accepted are named too (pdf, docx, zip, txt, html, exe, heic, ogg ...), so that a refusal
    can say what the file is.
    """
    if head[4:8] == b"ftyp":
        return _iso(head)
    if head[:4] in (b"RIFF", b"RF64", b"BW64"):
        return {b"AVI ": "avi", b"WAVE": "wav", b"WEBP": "webp"}.get(head[8:12], "")
    if head[:4] == b"\x1a\x45\xdf\xa3":
        return _matroska(head)
    if head[:4] in (b"PK\x03\x04", b"PK\x05\x06"):
        return _zip(head)
    if head[:3] == b"ID3":
        return _after_id3(head)
    if len(head) > 1 and head[0] == 0xFF and head[1] & 0xE0 == 0xE0 and head[:3] != b"\xff\xd8\xff":
        sound = _mpeg_audio(head)
        if sound:
            return sound
    for magic, extension in _MAGIC:
        if head.startswith(magic):
            return extension
    if head[4:8] in _MOVIE_ATOMS and int.from_bytes(head[:4], "big") >= 8:
        return "mov"
    if len(head) > 188 and head[0] == head[188] == 0x47:
        return "ts"
    return _writing(head)


def _iso(head: bytes) -> str:
    """ISO media: the major brand decides; a generic one leaves the word to the compatible brands."""
    size = max(int.from_bytes(head[:4], "big"), 16)
    major = head[8:12].decode("latin-1")
    if major in _BRANDS:
        found = _BRANDS[major]
        compatible = {head[at : at + 4].decode("latin-1") for at in range(16, min(size, len(head)) - 3, 4)}
        return "avif" if found == "heic" and compatible & {"avif", "avis"} else found
    return "3gp" if major.startswith(("3gp", "3g2")) else "mp4"


def _matroska(head: bytes) -> str:
    at = head.find(b"\x42\x82", 4, 256)
    if at < 0 or at + 3 > len(head):
        return "mkv"
    length = head[at + 2] & 0x7F
    return "webm" if head[at + 3 : at + 3 + length].rstrip(b"\x00") == b"webm" else "mkv"


def _zip(head: bytes) -> str:
    for mark, extension in ((b"word/", "docx"), (b"xl/", "xlsx"), (b"ppt/", "pptx")):
        if mark in head:
            return extension
    return "docx" if b"[Content_Types].xml" in head else "zip"


def _after_id3(head: bytes) -> str:
    """An ID3 tag usually opens an mp3, but also some raw aac: look behind the tag when it is in sight."""
    size = 10 + sum((byte & 0x7F) << shift for byte, shift in zip(head[6:10], (21, 14, 7, 0), strict=False))
    behind = head[size : size + 4]
    return (_mpeg_audio(behind) or "mp3") if len(behind) == 4 else "mp3"


def _mpeg_audio(head: bytes) -> str:
    """A frame header: ADTS has layer bits 00, mp3 is layer III (01) with a sane bitrate and sample rate."""
    if len(head) < 3 or head[0] != 0xFF:
        return ""
    if head[1] & 0xF6 == 0xF0:
        return "aac" if (head[2] >> 2) & 0x0F < 13 else ""
    layer, version = (head[1] >> 1) & 3, (head[1] >> 3) & 3
    sane = version != 1 and head[2] >> 4 != 15 and (head[2] >> 2) & 3 != 3
    if head[1] & 0xE0 != 0xE0 or not sane or not layer:
        return ""
    return "mp3" if layer == 1 else "mp2"


def _writing(head: bytes) -> str:
    if not head.strip():
        return ""
    bare = head.removeprefix(b"\xef\xbb\xbf")
    if _HTML.match(bare):
        return "html"
    if _SVG.match(bare):
        return "svg"
    encoding = "utf-16" if head[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8"
    for cut in range(4):  # the head may end in the middle of a character
        try:
            text = head[: len(head) - cut].decode(encoding)
        except UnicodeDecodeError:
            continue
        return "" if _CONTROL.search(text) else "txt"
    return ""
