"""Whether a file is all there, told by the lengths it states itself: MP4 boxes, RIFF chunks, Matroska elements. Pure."""

from .boxes import Read, complaint, read_boxes

_UNKNOWN_RIFF = {0, 0xFFFFFFFF}  # written by programs that stream and never come back to fill it in
_SEGMENT = 0x18538067


def shortfall(extension: str, read: Read, length: int, *, exact: bool = False) -> str:
    """What is missing, as the end of "The file ..."; "" when it is whole or its form states no length.

    `exact` also refuses an MP4 with anything before, between or after its boxes.
    """
    if extension in {"mp4", "mov", "m4a"}:
        return complaint(read_boxes(read, length), length, exact=exact)
    if extension in {"wav", "avi", "webp"}:
        return _missing(_riff_end(read(0, 12)), length)
    if extension in {"webm", "mkv"}:
        return _missing(_matroska_end(read(0, 4096)), length)
    return ""


def _missing(end: int, length: int) -> str:
    return f"ends early: {end - length:,} bytes are missing" if end > length else ""


def _riff_end(head: bytes) -> int:
    size = int.from_bytes(head[4:8], "little")
    return 0 if head[:4] != b"RIFF" or size in _UNKNOWN_RIFF else 8 + size


def _matroska_end(head: bytes) -> int:
    """Where the segment ends: the head element is skipped, then the segment states its size; 0 when it does not."""
    at = 0
    while at < len(head) - 16:
        name, at = _number(head, at, marked=True)
        size, at = _number(head, at, marked=False)
        if name == _SEGMENT or not name:
            return at + size if size else 0
        at += size
    return 0


def _number(data: bytes, at: int, *, marked: bool) -> tuple[int, int]:
    """A number of EBML and where it ends. All ones, "unknown", reads as 0; `marked` keeps the length mark (ids)."""
    width = 9 - data[at].bit_length()
    if width > 8:
        return 0, at + 1
    value = int.from_bytes(data[at : at + width], "big")
    bare = value & ((1 << 7 * width) - 1)
    if marked:
        return value, at + width
    return (0 if bare == (1 << 7 * width) - 1 else bare), at + width
