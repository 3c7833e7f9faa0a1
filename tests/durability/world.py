"""A service for kill tests: its agent works on when a stream breaks, it counts what it got, and it drops connections."""

import asyncio
import contextlib
import hashlib
import json
import random
from collections import Counter
from dataclasses import dataclass, field

from tests.faults.backend import Exchange, FaultBackend, answer, error, file, reset
from tests.faults.nemo import text_event

HEARTBEAT = b": heartbeat\n\n"


@dataclass
class World:
    """`sent` counts the messages that reached the agent, by their words; `renders` the renders, by their id."""

    backend: FaultBackend
    movie: bytes
    chance: random.Random
    faults: bool = True
    slowness: float = 1.0
    sent: Counter[str] = field(default_factory=Counter)
    drafts: dict[str, dict] = field(default_factory=dict)
    renders: dict[str, float] = field(default_factory=dict)
    asked: Counter[str] = field(default_factory=Counter)
    _work: set[asyncio.Task] = field(default_factory=set)

    def __post_init__(self) -> None:
        for method, path, act in (
            ("POST", "/api/auth/anonymous-token", answer({"token": "t", "user_id": "anon", "credits": 100})),
            ("POST", "/api/auth/claim-token", answer({"claim_token": "clm_1"})),
            ("POST", "/api/tasks/me/with-session/nemo_agent", self._session),
            ("GET", "/api/credits/balance/simple", answer({"available": 9000, "frozen": 0, "total": 9000})),
            ("POST", "/run_sse", self._run),
            ("GET", "/api/state/nemo_agent/me/*", self._state),
            ("POST", "/api/render/proxy/lambda", self._submit),
            ("GET", "/api/render/proxy/lambda/*", self._poll),
            ("GET", "/files/*", self._file),
        ):
            self.backend.on(method, path, act)

    @property
    def digest(self) -> str:
        return hashlib.sha256(self.movie).hexdigest()

    def _unlucky(self, share: float) -> bool:
        return self.faults and self.chance.random() < share

    def _moment(self, most: float) -> float:
        return self.chance.random() * most * self.slowness

    async def _session(self, exchange: Exchange) -> None:
        sid = str(1000 + len(self.drafts))
        self.drafts[sid] = {}
        await answer({"task_id": f"task_{sid}", "session_id": sid})(exchange)

    async def _run(self, exchange: Exchange) -> None:
        body = exchange.seen.json
        sid, text = body["session_id"], body["new_message"]["parts"][0]["text"]
        if sid not in self.drafts:
            await error(1002, "Session not found", status=404)(exchange)
            return
        self.sent[text] += 1
        task = asyncio.ensure_future(self._think(sid, text))
        self._work.add(task)
        task.add_done_callback(self._work.discard)
        if self._unlucky(0.05):
            await broken(exchange)
            return
        await asyncio.sleep(self._moment(0.05))
        await exchange.head(200, {"content-type": "text/event-stream", "transfer-encoding": "chunked"})
        await exchange.chunk(HEARTBEAT)
        await asyncio.sleep(self._moment(0.05))
        if self._unlucky(0.25):
            await broken(exchange)
            return
        await exchange.chunk(text_event(f"Done: {text}."))
        await task
        await exchange.raw(b"0\r\n\r\n")

    async def _think(self, sid: str, text: str) -> None:
        await asyncio.sleep(self._moment(0.2))
        clips = self.drafts[sid].get("t", [{"tt": 0, "sg": []}])[0]["sg"]
        clips = [*clips, {"s": 1000 * len(clips), "d": 1000, "n": text}]
        self.drafts[sid] = {"t": [{"tt": 0, "sg": clips}], "d": 1000 * len(clips)}

    async def _state(self, exchange: Exchange) -> None:
        sid = exchange.seen.path.split("/")[-2]
        await answer({"session_id": sid, "state": {"draft": self.drafts[sid], "video_infos": []}})(exchange)

    async def _submit(self, exchange: Exchange) -> None:
        if self._unlucky(0.05):
            await broken(exchange)
            return
        wish = exchange.seen.json
        self.asked[json.dumps([wish["sessionId"], wish["id"]])] += 1
        self.renders.setdefault(wish["id"], asyncio.get_running_loop().time() + self._moment(0.2))
        if self._unlucky(0.1):
            await broken(exchange)
            return
        await answer({"id": wish["id"], "status": "pending"})(exchange)

    async def _poll(self, exchange: Exchange) -> None:
        render = exchange.seen.path.rsplit("/", 1)[-1]
        if render not in self.renders:
            await error(404, "no such render", status=404)(exchange)
        elif asyncio.get_running_loop().time() < self.renders[render]:
            await answer({"id": render, "status": "processing", "progress": 40})(exchange)
        else:
            url = f"{self.backend.url}/files/{render}.mp4"
            await answer({"id": render, "status": "completed", "progress": 100, "output": {"url": url}})(exchange)

    async def _file(self, exchange: Exchange) -> None:
        half = len(self.movie) // 2
        await file(self.movie, cut_every=half if self._unlucky(0.2) else 0)(exchange)


async def broken(exchange: Exchange) -> None:
    """A reset, also of a connection whose other end was killed a moment ago."""
    with contextlib.suppress(OSError):
        await reset(exchange)
