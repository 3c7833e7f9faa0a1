"""A client at a scripted service, with a clock that only moves when somebody sleeps."""

import asyncio
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import pytest
from tests.faults.backend import FaultBackend
from tests.faults.nemo import Nemo

from ai_to_video.client import Client, Identity, Patience, build_http

ATTRIBUTION = {"X-Skill-Source": "ai-to-video", "X-Skill-Version": "1.2.3", "X-Skill-Platform": "clawhub"}


@dataclass
class Clock:
    now: float = 1000.0
    naps: list[float] = field(default_factory=list)

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.naps.append(seconds)
        self.now += seconds
        await asyncio.sleep(0)


@dataclass
class Desk:
    """Makes clients that share one home, as processes do, and one clock."""

    home: Path
    backend: FaultBackend
    clock: Clock
    clients: list[Client] = field(default_factory=list)

    def identity(self, **changes) -> Identity:
        options = {"client_id_file": self.home / "config" / "client_id", "attribution": ATTRIBUTION}
        return Identity(self.home / "state", sleep=lambda _: asyncio.sleep(0), **(options | changes))

    def client(self, *, http=None, base_url="", web_url="https://nemo.test/", patience=None, **identity) -> Client:
        client = Client(
            http or build_http(proxies=dict),
            self.identity(**identity),
            base_url=base_url or self.backend.url,
            web_url=web_url,
            patience=patience or Patience(),
            clock=self.clock,
            sleep=self.clock.sleep,
            chance=lambda: 1.0,
        )
        self.clients.append(client)
        return client


@pytest.fixture
async def backend():
    async with FaultBackend() as running:
        yield running


@pytest.fixture
def nemo(backend):
    return Nemo(backend)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
async def desk(tmp_path, backend, clock):
    made = Desk(tmp_path, backend, clock)
    yield made
    for client in made.clients:
        await client.__aexit__(None, None, None)


@pytest.fixture
def client(desk, nemo):
    return desk.client()


@pytest.fixture
def own(desk, nemo):
    """A client of somebody with a token of their own."""
    nemo.tokens.add("nmv_usr_mine")
    return desk.client(token="nmv_usr_mine")


@pytest.fixture
async def bare():
    """httpx itself, to measure with."""
    async with httpx.AsyncClient(trust_env=False) as http:
        yield http
