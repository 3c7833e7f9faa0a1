"""The outermost boxes of an MP4, MOV or M4A file (ISO 14496-12), and whether they make a whole file. Pure.

ftyp ── mdat ───────────── moov          the three that count, in any order
0       28                 9000   9600   they must add up to the length of the file
"""

from collections.abc import Callable
from dataclasses import dataclass

Read = Callable[[int, int], bytes]
"""(offset, count) → at most count bytes from there."""

MOST_BOXES = 100_000  # a fragmented film of ten hours has fewer; a hostile file of empty boxes ends here

_KNOWN = frozenset(
    (
        "ftyp",
        "styp",
        "moov",
        "mdat",
        "moof",
        "mfra",
        "sidx",
        "ssix",
        "free",
        "skip",
        "wide",
        "pnot",
        "meta",
        "uuid",
        "udta",
    )
)


@dataclass(frozen=True, slots=True)
class Box:
    """`start` and `length` in bytes; `end` may lie beyond the end of a file that was cut."""

    kind: str
    start: int
    length: int

    @property
    def end(self) -> int:
        return self.start + self.length


def read_boxes(read: Read, length: int) -> tuple[Box, ...]:
    """The boxes in order, as far as they can be followed. Bytes that are no box end the list; nothing raises."""
    boxes: list[Box] = []
    start = 0
    while start < length and len(boxes) < MOST_BOXES:
        head = read(start, 16)
        kind = head[4:8]
        if len(head) < 8 or not all(32 <= byte < 127 or byte == 0xA9 for byte in kind):
            break
        size = int.from_bytes(head[:4], "big")
        least = 8
        if size == 0:
            size = length - start
        elif size == 1:
            size, least = int.from_bytes(head[8:16], "big"), 16
        if size < least:
            break
        boxes.append(Box(kind.decode("latin-1"), start, size))
        start += size
    return tuple(boxes)


def complaint(boxes: tuple[Box, ...], length: int, *, exact: bool = True) -> str:
    """What keeps the file from being whole, as the end of "The file ...", or "" when it is.

    `exact` also refuses bytes after the last box, which some cameras append and which do no harm in an upload.
    """
    if boxes and boxes[-1].end > length and boxes[-1].kind not in _KNOWN:  # letters that happen to stand after a film
        boxes = boxes[:-1]
    kinds = {box.kind for box in boxes}
    end = boxes[-1].end if boxes else 0
    if not kinds & {"ftyp", "moov", "mdat", "wide", "free", "skip", "pnot"}:
        return "is not an MP4 or MOV file"
    if end > length:
        return f"ends early: {end - length:,} bytes are missing"
    if "moov" not in kinds:
        return "has no index (its end was never written)"
    if "mdat" not in kinds:
        return "holds no pictures and no sound"
    if exact and "ftyp" not in kinds:
        return "does not say which kind of MP4 it is"
    if exact and end != length:
        return f"has {length - end:,} bytes too many at its end"
    return ""
