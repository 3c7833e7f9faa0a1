"""One method per endpoint of the service. The agent's stream lives in run.py, retries in line.py, files in upload.py,
download.py and picture.py."""

import random
import time
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from copy import copy
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import quote

import anyio
import httpx

from ..errors import AiToVideoError
from ..wire.bodies import (
    CLAIM_TOKEN,
    CREDITS,
    RENDER,
    SESSION,
    Credits,
    ProjectState,
    RenderStatus,
    Session,
    Uploaded,
    claim_body,
    read_claim,
    read_credits,
    read_render,
    read_session,
    read_state,
    read_uploaded,
    render_body,
    render_path,
    session_body,
    state_path,
    upload_path,
    urls_body,
)
from ..wire.events import AgentEvent
from .download import Download, download
from .identity import Account, Identity
from .line import Line
from .picture import picture
from .run import Patience, run
from .upload import upload

CLAIM_PATIENCE = 10.0
"""Seconds a claim link, which is optional, may take."""


class Client:
    """The service, one method per endpoint. Every method raises AiToVideoError and nothing else.

    `http` is used, pooled, by all calls and closed with the client. A caller that has little time asks a view:
    `client.within(40).credits()` starts no wait and leaves no try running beyond 40 s from now.
    """

    def __init__(
        self,
        http: httpx.AsyncClient,
        identity: Identity,
        *,
        base_url: str,
        web_url: str,
        patience: Patience | None = None,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = anyio.sleep,
        chance: Callable[[], float] = random.random,
    ) -> None:
        self._line = Line(http, identity, base_url.rstrip("/"), web_url.rstrip("/"), clock, sleep, chance)
        self._patience = patience or Patience()
        self._deadline: float | None = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with anyio.CancelScope(shield=True):
            await self._line.identity.close()
            await self._line.http.aclose()

    def within(self, seconds: float) -> "Client":
        """The same client, whose calls end within `seconds` from now. A run, once begun, goes on."""
        view = copy(self)
        ends = self._line.clock() + max(0.0, seconds)
        view._deadline = ends if self._deadline is None else min(ends, self._deadline)
        return view

    def account(self) -> Account:
        """Who we are to the service, as far as it is known here; no network, no disk."""
        return self._line.account

    async def credits(self) -> Credits:
        return await self._line.json("credits", "GET", CREDITS, read_credits, deadline=self._deadline)

    async def open_session(self, language: str = "") -> Session:
        """A new project at the service. `language` like "en" or "zh-CN"; empty: the service decides."""
        session = await self._line.json(
            "session", "POST", SESSION, read_session, body=session_body(language), deadline=self._deadline
        )
        self._met(session.user_id)
        return session

    async def claim_link(self, session: Session) -> str:
        """A link that opens the project in a browser, or "" when the service gives none. Never raises."""
        if not self._line.web_url:
            return ""
        try:
            token = await self._line.json(
                "claim",
                "POST",
                CLAIM_TOKEN,
                read_claim,
                body=claim_body(session.task_id, session.session_id),
                deadline=self.within(CLAIM_PATIENCE)._deadline,
            )
        except AiToVideoError:
            return ""
        return f"{self._line.web_url}/workspace/claim?ct={quote(token, safe='')}" if token else ""

    def run(self, session_id: str, message: str) -> AsyncGenerator[AgentEvent]:
        """Send `message` to the agent, once, and give its events as they come, heartbeats included.

        Raises before the first event what the service answered, or Unreachable with `maybe_sent` (see
        remedy.surely_unsent for all of them); after the first event only Unreachable. Leaving the loop early closes
        the stream, which may end the agent's work: close it with `contextlib.aclosing` where that matters.
        """
        return run(self._line, session_id, message, self._patience, deadline=self._deadline)

    async def state(self, session_id: str) -> ProjectState:
        state = await self._line.json("state", "GET", state_path(session_id), read_state, deadline=self._deadline)
        self._met(state.user_id)
        return state

    async def picture(self, link: str) -> bytes:
        """The JPEG of at most 200 kB behind a link of the service's own, or b"" when there is none. Never raises."""
        return await picture(self._line, link, deadline=self._deadline)

    async def upload_file(self, session_id: str, path: Path, *, name: str, mime: str) -> Uploaded:
        """Send a local file as `name`; read in pieces, so that its size costs no memory."""
        return await upload(self._line, session_id, path, name, mime, deadline=self._deadline)

    async def upload_urls(self, session_id: str, urls: Sequence[str]) -> Uploaded:
        """Let the service fetch these links."""
        return await self._line.json(
            "upload", "POST", upload_path(session_id), read_uploaded, body=urls_body(urls), deadline=self._deadline
        )

    async def submit_render(
        self, render_id: str, session_id: str, draft: object, *, fmt: str, resolution: str
    ) -> RenderStatus:
        """Ask for a render under an id the caller chose. In doubt it is not repeated: `render_status` tells."""
        return await self._line.json(
            "render",
            "POST",
            RENDER,
            lambda payload: read_render(payload, render_id),
            body=render_body(render_id, session_id, draft, fmt, resolution),
            deadline=self._deadline,
        )

    async def render_status(self, render_id: str) -> RenderStatus:
        return await self._line.json(
            "poll",
            "GET",
            render_path(render_id),
            lambda payload: read_render(payload, render_id),
            deadline=self._deadline,
        )

    async def download(
        self, render: RenderStatus, part: Path, *, on_bytes: Callable[[int, int], None] | None = None
    ) -> Download:
        """Fetch a finished render into `part`, going on where an earlier try for the same render stopped.

        `on_bytes` is told bytes so far and in all (0 where unknown). The file is complete but not yet checked as a
        video when this returns.
        """
        return await download(self._line, render, part, on_bytes, deadline=self._deadline)

    def _met(self, user_id: str) -> None:
        self._line.identity.met(self._line.base_url, user_id)
