"""A sane NemoVideo service scripted on a FaultBackend, as the ground on which tests put one fault at a time.

    async with FaultBackend() as backend:
        nemo = Nemo(backend)
        backend.on("GET", CREDITS, html(502))          # everything else still works
        ... nemo.sent lists the messages the agent received, nemo.draft is what the state call tells ...

Tokens, sessions and render ids count up (`tok-1`, `tok-2` ...; `100`, `101` ...). `expire()` makes every token issued
so far invalid, `forget()` every session; both are then answered the way the service documents (1001, 1002).
"""

import json
from typing import Any

from tests.faults.backend import Behaviour, Exchange, FaultBackend, answer, error, file, stream

DRAFT: dict[str, Any] = {
    "t": [{"tt": 0, "sg": [{"s": 0, "d": 10000, "n": "city timelapse"}]}],
    "d": 10000,
}
MOVIE = b"\x00\x00\x00\x18ftypisom\x00\x00\x02\x00isomiso2" + bytes(range(256)) * 800


def text_event(text: str, *, partial: bool = False) -> bytes:
    """One event of the agent's stream, as it travels."""
    event: dict[str, Any] = {"content": {"parts": [{"text": text}], "role": "model"}, "author": "nemo_agent"}
    return b"data: %b\n\n" % json.dumps(event | ({"partial": True} if partial else {})).encode()


class Nemo:
    """`tokens` and `sessions` are the valid ones; `charge` is what one message costs."""

    def __init__(self, backend: FaultBackend, *, available: float = 100, charge: float = 10) -> None:
        self.backend = backend
        self.available = available
        self.charge = charge
        self.tokens: set[str] = set()
        self.sessions: set[str] = set()
        self.sent: list[str] = []
        self.renders: list[dict[str, Any]] = []
        self.uploads: list[str] = []
        self.draft: dict[str, Any] = {}
        self.reply: Behaviour = stream(text_event("Your video is ready."))
        self.movie: Behaviour = file(MOVIE)
        self._tokens_made = 0
        for method, path, act in (
            ("POST", "/api/auth/anonymous-token", self._token),
            ("POST", "/api/auth/claim-token", self._signed(self._claim)),
            ("POST", "/api/tasks/me/with-session/nemo_agent", self._signed(self._session)),
            ("GET", "/api/credits/balance/simple", self._signed(self._credits)),
            ("POST", "/run_sse", self._signed(self._run)),
            ("GET", "/api/state/nemo_agent/me/*", self._signed(self._state)),
            ("POST", "/api/upload-video/nemo_agent/me/*", self._signed(self._upload)),
            ("POST", "/api/render/proxy/lambda", self._signed(self._submit)),
            ("GET", "/api/render/proxy/lambda/*", self._signed(self._poll)),
            ("GET", "/files/*", self._file),
        ):
            backend.on(method, path, act)

    def expire(self) -> None:
        self.tokens.clear()

    def forget(self) -> None:
        self.sessions.clear()

    def _signed(self, act: Behaviour) -> Behaviour:
        async def checked(exchange: Exchange) -> None:
            token = exchange.seen.headers.get("authorization", "").removeprefix("Bearer ")
            await (act if token in self.tokens else error(1001, "token expired", status=401))(exchange)

        return checked

    async def _token(self, exchange: Exchange) -> None:
        if not exchange.seen.headers.get("x-client-id"):
            await error(400, "X-Client-Id missing", status=400)(exchange)
            return
        self._tokens_made += 1
        self.tokens.add(token := f"tok-{self._tokens_made}")
        await answer(
            {"token": token, "user_id": "anon_abc", "expires_at": "2099-01-01T00:00:00Z", "credits": self.available}
        )(exchange)

    async def _claim(self, exchange: Exchange) -> None:
        await answer({"claim_token": "clm_1", "expires_in": 604800})(exchange)

    async def _session(self, exchange: Exchange) -> None:
        self.sessions.add(sid := str(100 + len(self.sessions)))
        await answer({"task_id": f"task_{sid}", "session_id": sid})(exchange)

    async def _credits(self, exchange: Exchange) -> None:
        await answer({"available": self.available, "frozen": 0, "total": self.available})(exchange)

    async def _run(self, exchange: Exchange) -> None:
        body = exchange.seen.json
        if body["session_id"] not in self.sessions:
            await error(1002, "Session not found", status=404)(exchange)
            return
        self.sent.append(body["new_message"]["parts"][0]["text"])
        self.available -= self.charge
        self.draft = self.draft or DRAFT
        await self.reply(exchange)

    async def _state(self, exchange: Exchange) -> None:
        sid = exchange.seen.path.split("/")[-2]
        if sid not in self.sessions:
            await error(1002, "Session not found", status=404)(exchange)
            return
        await answer({"session_id": sid, "state": {"draft": self.draft, "video_infos": []}})(exchange)

    async def _upload(self, exchange: Exchange) -> None:
        self.uploads.append(exchange.seen.sha256)
        info = {"filename": "a.mp4", "file_type": "video", "cdn_url": f"{self.backend.url}/files/a.mp4"}
        await answer({"files": [info], "session_state_applied": True})(exchange)

    async def _submit(self, exchange: Exchange) -> None:
        self.renders.append(exchange.seen.json)
        await answer({"id": exchange.seen.json["id"], "status": "pending"})(exchange)

    async def _poll(self, exchange: Exchange) -> None:
        render = exchange.seen.path.rsplit("/", 1)[-1]
        await answer({"status": "completed", "output": {"url": f"{self.backend.url}/files/{render}.mp4"}})(exchange)

    async def _file(self, exchange: Exchange) -> None:
        await self.movie(exchange)
