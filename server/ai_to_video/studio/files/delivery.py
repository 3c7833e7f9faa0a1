"""Whether the bytes that arrived are the file that was ordered. Blocks; decides, and changes nothing."""

from typing import BinaryIO

from ...errors import RenderFailed, Unreachable, UnsupportedFile
from ...wire.media import HEAD_BYTES, UPLOAD_FORMATS, kind_of, sniff
from .content import article
from .probe import Probe, look

_SHORTEST, _LONGEST, _SLACK_MS = 0.85, 1.5, 1500
"""The expected length is read from a timeline whose meaning is partly guessed: only a gross difference is a fault."""
_ALSO_FITS = {"mp4": {"mov"}, "mov": {"mp4"}, "m4a": {"mp4", "mov"}, "mkv": {"webm"}}


def inspect(file: BinaryIO, name: str, fmt: str, *, expected_ms: int = 0, expected_bytes: int = 0) -> Probe:
    """What the whole file holds. `fmt` is the extension that was ordered; an expectation of 0 is none.

    Raises Unreachable while bytes are missing that another download can bring, RenderFailed for what none can mend.
    """
    size = file.seek(0, 2)
    if not size:
        raise RenderFailed("The finished file is empty.")
    if size < expected_bytes:
        raise Unreachable(
            f"The download stopped after {size:,} of {expected_bytes:,} bytes.",
            hint="Ask for the file again; it goes on where it stopped.",
        )
    if 0 < expected_bytes < size:
        raise RenderFailed(f"The finished file has {size - expected_bytes:,} bytes too many.")
    file.seek(0)
    found = sniff(file.read(HEAD_BYTES))
    if found != fmt and found not in _ALSO_FITS.get(fmt, ()):
        raise RenderFailed(_instead(found, fmt))
    try:
        probe = look(file, found, name, exact=True)
    except UnsupportedFile as fault:
        raise RenderFailed(str(fault)) from None
    if probe.kind != kind_of(fmt):
        lacks = "pictures" if kind_of(fmt) == "video" else "sound of its own"
        raise RenderFailed(f"The finished file was to be {article(fmt)}, but it has no {lacks}.")
    if expected_ms and probe.seconds:
        _compare(round(probe.seconds * 1000), expected_ms)
    return probe


def _instead(found: str, fmt: str) -> str:
    if found in {"html", "txt"}:
        what = "a web page" if found == "html" else "a message"
        return f"Instead of {article(fmt)} the service sent {what}."
    if found in UPLOAD_FORMATS:
        return f"Instead of {article(fmt)} the service sent {article(found)}."
    return f"What the service sent is not {article(fmt)}."


def _compare(is_ms: int, expected_ms: int) -> None:
    if is_ms < expected_ms * _SHORTEST - _SLACK_MS:
        raise RenderFailed(f"The finished file lasts {is_ms / 1000:.1f} s instead of {expected_ms / 1000:.1f} s.")
    if is_ms > expected_ms * _LONGEST + _SLACK_MS:
        raise RenderFailed(f"The finished file lasts {is_ms / 1000:.1f} s instead of {expected_ms / 1000:.1f} s.")
