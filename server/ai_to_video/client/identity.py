"""Who we are to the service: client id, token, attribution. Secrets rest in private files and nowhere else.

The service grants one anonymous token per client and 7 days, so a token is kept until it expires, and two processes
of one home never fetch two. The user's own token is never written, and never replaced.
"""

import asyncio
import contextlib
import json
import logging
import re
import uuid
from collections.abc import Awaitable, Callable, Mapping
from contextlib import AsyncExitStack
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import quote

import anyio
from anyio import to_thread

from ..errors import ClientIdMissing, TokenInvalid
from ..wire.bodies import SKILL_PLATFORM, SKILL_SOURCE, SKILL_VERSION, AnonymousToken
from .vault import create_private, locked, read_json, read_text, write_private

log = logging.getLogger(__name__)

MARGIN = timedelta(minutes=1)
"""A token this close to its end is not used for a new call."""
LAST_MOMENT = 0.5
"""Seconds a fetch in flight gets when the client closes."""

Mint = Callable[[str], Awaitable[AnonymousToken]]
"""Client id → a fresh anonymous token; the only network call behind an identity."""

_HEADER_SAFE = re.compile(r"[\x21-\x7e]+(?: [\x21-\x7e]+)*")


@dataclass(frozen=True, slots=True)
class Account:
    """`kind` is anonymous or token; `expires_at` ISO 8601, or empty; `top_up_url` where credits come from."""

    kind: str = "anonymous"
    expires_at: str = ""
    user_id: str = ""
    top_up_url: str = ""


@dataclass(frozen=True, slots=True)
class Grant:
    """An anonymous token as kept on disk, with the client id it was granted to."""

    token: str = field(default="", repr=False)
    user_id: str = ""
    expires_at: str = ""
    client_id: str = field(default="", repr=False)

    def good(self, now: datetime) -> bool:
        """An unreadable or absent expiry counts as good: the service will say so when it is not."""
        if not self.token:
            return False
        try:
            ends = datetime.fromisoformat(self.expires_at)
        except ValueError:
            return True
        return now < ends.replace(tzinfo=ends.tzinfo or UTC) - MARGIN


class Identity:
    """`folder` is the home (token.json lives there), `client_id_file` where the vendor keeps the client id.

    `token` and `client_id` are the user's own, from the environment; `attribution` maps the three X-Skill headers to
    their values. Nothing is read or written before the first call that needs it.
    """

    def __init__(
        self,
        folder: Path,
        *,
        token: str = "",
        client_id: str = "",
        client_id_file: Path,
        attribution: Mapping[str, str],
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        sleep: Callable[[float], Awaitable[None]] = anyio.sleep,
    ) -> None:
        self._own = token.strip()
        self._own_client_id = _safe(client_id)
        self._client_id_file = client_id_file
        self._file = folder / "token.json"
        self._lock_file = folder / "token.lock"
        self._now = now
        self._sleep = sleep
        self._grants: dict[str, Grant] = {}
        self._refused: set[str] = set()
        self._users: dict[str, str] = {}
        self._fetches: dict[str, asyncio.Task[Grant]] = {}
        headers = {name: attribution.get(name, "") for name in (SKILL_SOURCE, SKILL_VERSION, SKILL_PLATFORM)}
        self.attribution: Mapping[str, str] = {name: _safe(value) or "unknown" for name, value in headers.items()}

    @property
    def own_token(self) -> bool:
        """True when the user brought a token."""
        return bool(self._own)

    async def token(self, service: str, mint: Mint) -> str:
        """The token to call `service` with; an anonymous one is fetched by `mint` when none that is good is at hand.

        Callers at the same time share one fetch, and it outlives them: a token that was granted but not kept would
        lock this machine out for days. Raises TokenInvalid for an own token no service can have given, and whatever
        `mint` raises.
        """
        if self._own:
            if _safe(self._own) != self._own or " " in self._own:
                raise TokenInvalid("NEMO_TOKEN holds characters that no token has.")
            return self._own
        grant = self._grants.get(service)
        if grant is None or not self._usable(grant):
            if service not in self._fetches:
                self._fetches[service] = task = asyncio.create_task(self._fetch(service, mint))
                task.add_done_callback(lambda done: self._fetched(service, done))
            grant = await asyncio.shield(self._fetches[service])
        return grant.token

    def refuse(self, token: str) -> None:
        """The service does not take this anonymous token any more; the next call gets another."""
        self._refused.add(token)

    def met(self, service: str, user_id: str) -> None:
        """Remember a user id the service mentioned, as second choice for the bind link."""
        if user_id and user_id != "me":
            self._users.setdefault(service, user_id)

    def account(self, service: str, web_url: str) -> Account:
        """What is known without asking: the grant in use and the page where credits come from, "" without a web site."""
        if self._own:
            return Account("token", "", self._users.get(service, ""), web_url)
        grant = self._grants.get(service, Grant())
        user = grant.user_id or self._users.get(service, "")
        bind = f"?bind={quote(user, safe='')}" if user else ""
        link = f"{web_url}/register{bind}" if web_url else ""
        return Account("anonymous", grant.expires_at, user, link)

    async def close(self) -> None:
        """A fetch in flight gets a moment to end well."""
        if tasks := tuple(self._fetches.values()):
            await asyncio.wait(tasks, timeout=LAST_MOMENT)
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    def _usable(self, grant: Grant) -> bool:
        return grant.token not in self._refused and grant.good(self._now())

    def _fetched(self, service: str, task: asyncio.Task[Grant]) -> None:
        self._fetches.pop(service, None)
        if not task.cancelled():
            task.exception()  # seen here, because every caller may have left

    async def _fetch(self, service: str, mint: Mint) -> Grant:
        kept = await to_thread.run_sync(self._read, service)
        if not self._usable(kept):
            async with AsyncExitStack() as stack:
                with contextlib.suppress(OSError):  # a home that cannot be written is shared with nobody
                    await stack.enter_async_context(locked(self._lock_file, self._sleep))
                kept = await to_thread.run_sync(self._read, service)
                if not self._usable(kept):
                    kept = await self._granted(kept, mint)
                    await to_thread.run_sync(self._write, service, kept)
        self._grants[service] = kept
        return kept

    async def _granted(self, last: Grant, mint: Mint) -> Grant:
        """A new grant, for the same client id as the last one unless the service does not accept that id."""
        client_id = self._own_client_id or last.client_id or await to_thread.run_sync(self._client_id)
        try:
            fresh = await mint(client_id)
        except ClientIdMissing:
            if self._own_client_id:
                raise
            client_id = await to_thread.run_sync(self._write_client_id, str(uuid.uuid4()))
            fresh = await mint(client_id)
        self._refused.discard(fresh.token)
        return Grant(fresh.token, fresh.user_id or last.user_id, fresh.expires_at, client_id)

    def _read(self, service: str) -> Grant:
        found = read_json(self._file).get(service)
        words = found if isinstance(found, dict) else {}
        return Grant(**{name: _safe(str(words.get(name) or "")) for name in asdict(Grant())})

    def _write(self, service: str, grant: Grant) -> None:
        try:
            write_private(self._file, json.dumps(read_json(self._file) | {service: asdict(grant)}, indent=1))
        except OSError:
            log.warning("The free token cannot be kept in %s; the next start will need a new one.", self._file.parent)

    def _client_id(self) -> str:
        kept = _safe(read_text(self._client_id_file))
        if kept:
            return kept
        fresh = str(uuid.uuid4())
        try:
            return _safe(create_private(self._client_id_file, fresh)) or self._write_client_id(fresh)
        except OSError:
            return self._write_client_id(fresh)

    def _write_client_id(self, client_id: str) -> str:
        try:
            write_private(self._client_id_file, client_id)
        except OSError:
            log.warning("The client id cannot be kept at %s.", self._client_id_file)
        return client_id


def _safe(text: str) -> str:
    """`text` stripped, when it can travel in a header, else ""."""
    text = text.strip()
    return text if len(text) < 4096 and _HEADER_SAFE.fullmatch(text) else ""
