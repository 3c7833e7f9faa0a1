"""The line to the service: carries one call from the first try to the last, as `remedy` decides. The only retry loop.

Every call passes here: attribution and token on it, breaker before it, failures told plainly after it.
"""

import random
import time
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from typing import Any, TypeVar

import anyio
import httpx

from ..errors import (
    AiToVideoError,
    ExportBlocked,
    Forbidden,
    OutOfCredits,
    RateLimited,
    TokenInvalid,
    Unreachable,
)
from ..wire.bodies import ANONYMOUS_TOKEN, CLIENT_ID, AnonymousToken, read_token, to_bytes
from .answer import understood
from .breaker import Breaker
from .failures import translated
from .identity import Account, Identity
from .remedy import GiveUp, RenewSession, RenewToken, Repeat, Tries, Wait, remedy, surely_unsent

T = TypeVar("T")
Attempt = Callable[[dict[str, str]], Awaitable[T]]
"""One try: headers to send → the result. May be called again, so it begins from the beginning each time."""

REPEAT = {
    "token": Repeat.REFUSED,
    "session": Repeat.SAFE,
    "claim": Repeat.REFUSED,
    "run": Repeat.NEVER,
    "upload": Repeat.REFUSED,
    "credits": Repeat.SAFE,
    "state": Repeat.SAFE,
    "render": Repeat.REFUSED,
    "poll": Repeat.SAFE,
    "download": Repeat.SAFE,
}

CONNECT, READ = 10.0, 60.0
JSON = {"Content-Type": "application/json"}
FRESH = {"ai_to_video.fresh": True}
"""Request extension: a connection of its own, so that one gone stale never leaves a doubt about what was sent, and
nothing long stands in the way of short calls."""
TIMEOUT = httpx.Timeout(READ, connect=CONNECT, pool=CONNECT)


@dataclass(slots=True)
class Line:
    """`clock` tells seconds, `sleep` passes them, `chance` gives 0 to 1; tests bring their own."""

    http: httpx.AsyncClient
    identity: Identity
    base_url: str
    web_url: str
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], Awaitable[None]] = anyio.sleep
    chance: Callable[[], float] = random.random
    breaker: Breaker = field(default_factory=Breaker)

    @property
    def account(self) -> Account:
        return self.identity.account(self.base_url, self.web_url)

    def url(self, path: str) -> str:
        return self.base_url + path

    def owns(self, url: httpx.URL) -> bool:
        """Whether an address is one of the service itself."""
        base = httpx.URL(self.base_url)
        return (url.scheme, url.host, url.port) == (base.scheme, base.host, base.port)

    async def json(
        self,
        call: str,
        method: str,
        path: str,
        read: Callable[[Any], T],
        *,
        body: Mapping[str, Any] | None = None,
        deadline: float | None = None,
    ) -> T:
        """A call with a JSON answer. Raises AiToVideoError."""

        content = None if body is None else to_bytes(body)

        async def attempt(headers: dict[str, str]) -> T:
            if content is not None:
                headers |= JSON
            async with self.http.stream(
                method, self.url(path), content=content, headers=headers, timeout=TIMEOUT
            ) as answer:
                return await understood(answer, read, call)

        return await self.ask(call, attempt, deadline=deadline)

    async def ask(self, call: str, attempt: Attempt[T], *, deadline: float | None = None, patient: bool = False) -> T:
        """`attempt` until it succeeds or nothing helps. `deadline` (on `clock`) ends waiting and, unless `patient`, also
        a try that is under way. Raises AiToVideoError."""
        began, tries = self.clock(), Tries()
        while True:
            token = await self._token(deadline)
            headers = {**self.identity.attribution, "Authorization": f"Bearer {token}"}
            try:
                with self._no_longer_than(None if patient else deadline), self._watched():
                    return await attempt(headers)
            except TimeoutError as late:
                raise Unreachable("The video service did not answer in time.") from late
            except AiToVideoError as error:
                tries = await self._mended(error, call, tries, began, deadline, token)

    async def _token(self, deadline: float | None) -> str:
        """Whatever it raises, the call itself was surely not sent."""

        async def mint(client_id: str) -> AnonymousToken:
            return await self._mint(client_id, deadline)

        try:
            with self._no_longer_than(deadline):
                return await self.identity.token(self.base_url, mint)
        except TimeoutError as late:
            raise Unreachable("No free token could be had in time.", maybe_sent=False) from late
        except AiToVideoError as error:
            if surely_unsent(error):
                raise
            raise Unreachable(str(error), hint=error.hint, maybe_sent=False) from error

    async def _mint(self, client_id: str, deadline: float | None) -> AnonymousToken:
        """A new anonymous token. A try under way is never cut short, because a lost token is missed for days."""
        began, tries = self.clock(), Tries(token=True)
        headers = {**self.identity.attribution, CLIENT_ID: client_id}
        url = self.url(ANONYMOUS_TOKEN)
        while True:
            try:
                with self._watched():
                    async with self.http.stream("POST", url, headers=headers, timeout=TIMEOUT) as answer:
                        return await understood(answer, read_token, "token")
            except AiToVideoError as error:
                tries = await self._mended(error, "token", tries, began, deadline, "")

    @contextmanager
    def _watched(self) -> Iterator[None]:
        """One try under the eye of the breaker, its failures translated."""
        if wait := self.breaker.wait(self.clock()):
            raise Unreachable(
                "The video service does not answer.",
                hint=f"It is asked again in {max(1, round(wait))} s; check the network meanwhile.",
                maybe_sent=False,
            )
        self.breaker = self.breaker.probing(self.clock())
        try:
            with translated():
                yield
        except Unreachable:
            self.breaker = self.breaker.failed(self.clock())
            raise
        except AiToVideoError:
            self.breaker = Breaker()
            raise
        self.breaker = Breaker()

    async def _mended(
        self, error: AiToVideoError, call: str, tries: Tries, began: float, deadline: float | None, token: str
    ) -> Tries:
        """Carry out the remedy and return; raises the error, told fully, where there is none."""
        now = self.clock()
        step = remedy(
            error,
            REPEAT[call],
            tries,
            own_token=self.identity.own_token,
            elapsed=now - began,
            left=float("inf") if deadline is None else deadline - now,
            jitter=self.chance(),
        )
        match step:
            case Wait(seconds) if not self.breaker.is_open:
                await self.sleep(seconds)
            case RenewToken():
                self.identity.refuse(token)
            case Wait() | RenewSession() | GiveUp():
                told = self._told(error, call)
                raise told from (error.__cause__ if told is error else error)
        return tries.after(step, error)

    def _no_longer_than(self, deadline: float | None) -> AbstractContextManager[object]:
        return anyio.fail_after(None if deadline is None else max(0.0, deadline - self.clock()))

    def _told(self, error: AiToVideoError, call: str) -> AiToVideoError:
        """The same error with the way out that only this side knows."""
        link = self.account.top_up_url
        match error:
            case OutOfCredits() | ExportBlocked() if not link:
                return error
            case RateLimited() if call == "token":
                return RateLimited(
                    "The video service gives each machine one free token in 7 days, and it has given this one.",
                    hint="Set NEMO_TOKEN to a token of your own, or wait until the 7 days are over.",
                    retry_after=error.retry_after,
                )
            case TokenInvalid() if self.identity.own_token:
                return TokenInvalid("The video service does not accept NEMO_TOKEN; it is wrong, expired or revoked.")
            case OutOfCredits():
                way = "Top up at" if self.identity.own_token else "Register for more at"
                return OutOfCredits(str(error), hint=f"{way} {link}, then ask again.", link=link)
            case ExportBlocked():
                return ExportBlocked(hint=f"Register at {link} to unlock export; the project is kept.")
            case Forbidden() if call == "render" and not self.identity.own_token:
                return ExportBlocked(hint=f"Register at {link} to unlock export; the project is kept.")
        return error
