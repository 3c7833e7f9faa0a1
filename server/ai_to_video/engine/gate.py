"""Who is let in: hosts and origins a browser on this machine may not be tricked into, tokens, pace. ASGI and pure rules."""

import re
from collections import deque
from collections.abc import Callable

from starlette.responses import JSONResponse, PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from ..wire.envelope import encode_error

_HERE = re.compile(
    r"(?:localhost|127(?:\.\d{1,3}){3}|\[::1\]|[a-z0-9-]+|(?:[a-z0-9-]+\.)+(?:localhost|test|invalid))(?::\d+)?",
    re.IGNORECASE,
)
"""Loopback, and names no public name server answers for."""


def is_here(host: str) -> bool:
    return bool(_HERE.fullmatch(host))


class OnlyHere:
    """Refuses requests that name another host, or come from a page of another origin."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            headers = {name.lower(): value.decode("latin-1") for name, value in scope["headers"]}
            host, origin = headers.get(b"host", ""), headers.get(b"origin")
            if host and not is_here(host):
                await PlainTextResponse("Forbidden: host not allowed", 403)(scope, receive, send)
                return
            if origin is not None and not is_here(origin.partition("://")[2]):
                await PlainTextResponse("Forbidden: origin not allowed", 403)(scope, receive, send)
                return
        await self._app(scope, receive, send)


class Pace:
    """At most so many requests a minute for each caller; 0 means any number."""

    def __init__(self, most: int, clock: Callable[[], float]) -> None:
        self._most = most
        self._clock = clock
        self._seen: dict[str, deque[float]] = {}

    def wait(self, caller: str) -> float:
        """Seconds until the caller may ask again; 0 lets this request through and counts it."""
        if not self._most:
            return 0.0
        now = self._clock()
        seen = self._seen.setdefault(caller, deque())
        while seen and seen[0] <= now - 60:
            seen.popleft()
        if len(seen) >= self._most:
            return seen[0] + 60 - now
        if len(self._seen) > 10_000:
            self._seen = {caller: seen}
        seen.append(now)
        return 0.0


class Refused(Exception):
    """An answer that is an error, ready to be sent: the code of the contract, the HTTP status, plain words."""

    def __init__(self, code: int, status: int, words: str, *, retry_after: float = 0, detail: str = "") -> None:
        super().__init__(words)
        body = encode_error(code, words)
        if detail:
            body["detail"] = detail
        headers = {"retry-after": str(max(1, round(retry_after)))} if retry_after else None
        self.response = JSONResponse(body, status, headers=headers)


def bad_token() -> Refused:
    return Refused(1001, 401, "The token is invalid or expired.")


def no_session(session_id: str) -> Refused:
    shown = session_id if re.fullmatch(r"[\w-]{1,64}", session_id) else "unknown"
    return Refused(1002, 404, "Session not found.", detail=f"Session not found: {shown}")


def no_credits() -> Refused:
    return Refused(2001, 200, "Insufficient credits.")


def unclear(words: str) -> Refused:
    return Refused(422, 422, words)
