"""What a call may ask, checked before anything happens, and how long it may take."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import anyio

from ..errors import BadArgument, Busy
from ..wire.media import EXPORT_FORMATS
from .talk import shown

MOST_PROMPT = 100_000  # bytes
MOST_FILES = 20
LONGEST_WAIT = 900
GRACE = 1.5  # seconds a call may take beyond its wait_seconds, with room to the promised two
UNTIMED = 40.0  # seconds for a call that has no wait_seconds of its own
RESOLUTIONS = ("480p", "720p", "1080p")
_SIZE = re.compile(r"(\d{3,4})\s*(?:[x×*]\s*(\d{3,4}))?\s*p?")


@contextmanager
def bounded(wait_seconds: float) -> Iterator[None]:
    """Over soon after `wait_seconds`, whatever happens inside; nothing but the list of jobs can take so long."""
    try:
        with anyio.fail_after(wait_seconds + GRACE):
            yield
    except TimeoutError:
        raise Busy("The list of jobs is held by another process.", hint="Try again in a few seconds.") from None


def deadline_of(wait_seconds: float) -> float:
    """When the wait is over, on the clock of the event loop. Raises BadArgument."""
    if not 0 <= wait_seconds <= LONGEST_WAIT:
        raise BadArgument(
            f"wait_seconds must be between 0 and {LONGEST_WAIT}.", hint="Use 40, and get_state to wait longer."
        )
    return anyio.current_time() + wait_seconds


def left_until(deadline: float) -> float:
    """Seconds, never negative."""
    return max(deadline - anyio.current_time(), 0.0)


def checked_prompt(prompt: str) -> str:
    """The prompt as any file can hold it. Raises BadArgument when it is empty or endless."""
    prompt = prompt.encode("utf-8", "replace").decode("utf-8")
    if not prompt.strip():
        raise BadArgument("The prompt is empty.", hint="Say in a sentence or two what the video should show.")
    if len(prompt.encode("utf-8")) >= MOST_PROMPT:
        raise BadArgument(
            f"The prompt is longer than {MOST_PROMPT // 1000} kB.",
            hint="Shorten it; a few focused sentences give the best videos.",
        )
    return prompt


def checked_files(files: list[str]) -> list[str]:
    if not 1 <= len(files) <= MOST_FILES:
        raise BadArgument(f"Between 1 and {MOST_FILES} files can be uploaded at once.", hint="Call again with fewer.")
    return files


def checked_format(wish: str) -> str:
    """A format that can be saved, in lower case."""
    fmt = wish.strip().lower().removeprefix(".")
    if fmt not in EXPORT_FORMATS:
        raise BadArgument(f"{shown(wish)!r} is not an export format.", hint=f"Use one of {', '.join(EXPORT_FORMATS)}.")
    return fmt


def checked_resolution(wish: str) -> str:
    """One of RESOLUTIONS; "1920x1080" and "1080" mean "1080p"."""
    size = _SIZE.fullmatch(wish.strip().lower())
    resolution = f"{min(int(side) for side in size.groups() if side)}p" if size else ""
    if resolution not in RESOLUTIONS:
        raise BadArgument(f"{shown(wish)!r} is not a resolution.", hint=f"Use one of {', '.join(RESOLUTIONS)}.")
    return resolution
