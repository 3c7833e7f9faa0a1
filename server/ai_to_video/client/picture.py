"""A small picture from the service itself. A courtesy: asked for once, without our token, and nothing is lost without it."""

import anyio
import httpx

from ..errors import AiToVideoError
from ..wire.media import HEAD_BYTES, sniff
from .failures import translated
from .line import TIMEOUT, Line

MOST_BYTES = 200_000


async def picture(line: Line, link: str, *, deadline: float | None) -> bytes:
    """See Client.picture. A link to anywhere but the service is not followed, and neither is a redirect."""
    try:
        with translated(), anyio.fail_after(None if deadline is None else max(0.0, deadline - line.clock())):
            url = httpx.URL(line.base_url).join(link)
            return await _fetched(line, url) if line.owns(url) else b""
    except (AiToVideoError, TimeoutError):
        return b""


async def _fetched(line: Line, url: httpx.URL) -> bytes:
    headers = {**line.identity.attribution, "Accept": "image/jpeg", "Accept-Encoding": "identity"}
    body = bytearray()
    async with line.http.stream("GET", url, headers=headers, timeout=TIMEOUT) as answer:
        if answer.status_code != 200:
            return b""
        async for piece in answer.aiter_raw():
            body += piece
            if len(body) > MOST_BYTES:
                return b""
    return bytes(body) if sniff(bytes(body[:HEAD_BYTES])) == "jpg" else b""
