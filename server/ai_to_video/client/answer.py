"""One HTTP answer, read whole and bounded, becomes a value or the right error."""

from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, TypeVar

import httpx
from anyio import to_thread

from ..errors import AiToVideoError, Unintelligible
from ..wire.envelope import decode

T = TypeVar("T")

MOST_BYTES = 64 << 20
"""Of an answer that is not a file; more is no answer of this service."""
PARSE_ASIDE = 1 << 18
"""Bytes of JSON from which parsing would hold up the event loop."""


async def understood(answer: httpx.Response, read: Callable[[Any], T], call: str) -> T:
    """The payload of an answer, read whole and taken by `read`. Raises AiToVideoError and what httpx raises."""
    body = await whole(answer)
    kind = answer.headers.get("content-type", "")
    after = retry_after(answer.headers.get("retry-after", ""), datetime.now(UTC))

    def parse() -> T:
        try:
            return read(decode(answer.status_code, kind, body, call=call, retry_after=after))
        except AiToVideoError as error:
            error.retry_after = after
            raise

    return parse() if len(body) < PARSE_ASIDE else await to_thread.run_sync(parse)


async def whole(answer: httpx.Response) -> bytes:
    """The body of an answer, bounded. Raises Unintelligible, and what httpx raises."""
    body = bytearray()
    async for piece in answer.aiter_bytes():
        body += piece
        if len(body) > MOST_BYTES:
            raise Unintelligible()
    return bytes(body)


def retry_after(header: str, now: datetime) -> float | None:
    """Seconds a Retry-After header asks for (a number or a date), None where it says nothing sane."""
    try:
        seconds = float(header)
    except ValueError:
        try:
            date = parsedate_to_datetime(header)
        except ValueError:
            return None
        seconds = (date.replace(tzinfo=date.tzinfo or UTC) - now).total_seconds()
    return seconds if seconds >= 0 else None
