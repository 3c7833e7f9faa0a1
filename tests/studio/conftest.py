"""A studio on a virtual clock: `open_studio()` opens as many as a test wants, over one home and one service."""

import asyncio
from contextlib import AsyncExitStack, asynccontextmanager

import anyio
import pytest
from tests.studio.fakes import FakeDesk, FakeReaders, FakeService
from tests.studio.virtual import VirtualLoop, counted

from ai_to_video.studio import Ledger, Studio

EPOCH = 1_800_000_000.0


@pytest.fixture
def virtual():
    """Ask for it in `anyio_backend` of a module to make its minutes free."""
    with counted():
        yield "asyncio", {"loop_factory": VirtualLoop}


@pytest.fixture
async def service():
    async with anyio.create_task_group() as group:
        yield FakeService(group=group)
        group.cancel_scope.cancel()


@pytest.fixture
def home(tmp_path):
    return tmp_path / "home"


@pytest.fixture
def desk(tmp_path):
    (tmp_path / "videos").mkdir()
    return FakeDesk(tmp_path / "videos")


@pytest.fixture
def readers():
    return FakeReaders()


@pytest.fixture
async def wall():
    """The wall clock: the loop's time, and what a test adds to it."""
    loop = asyncio.get_running_loop()

    class Wall:
        ahead = 0.0

        def __call__(self) -> float:
            return EPOCH + loop.time() + self.ahead

    return Wall()


@pytest.fixture
def open_studio(home, service, desk, readers, wall):
    @asynccontextmanager
    async def opened(**settings):
        async with AsyncExitStack() as stack:
            ledger = Ledger(home, clock=wall)
            studio = Studio(service, ledger, inputs=readers, outputs=desk, **settings)
            yield await stack.enter_async_context(studio)

    return opened


@pytest.fixture
async def studio(open_studio):
    async with open_studio() as opened:
        yield opened
