"""A server that has to leave: calls end by themselves where they can, and are told how to go on where they cannot."""

from contextlib import asynccontextmanager

import anyio
import pytest
from mcp import Client

from ai_to_video.studio.answers import Balance
from ai_to_video.surface import VideoServer
from ai_to_video.wire.bodies import Credits

pytestmark = pytest.mark.anyio


@pytest.fixture
def held(studio):
    """Set it, and the balance is told."""
    held = anyio.Event()
    tell = studio.credits

    async def credits_when_held(**rest):
        await held.wait()
        return await tell(**rest)

    studio.answers["credits"] = Balance(Credits(7, 0, 7))
    studio.credits = credits_when_held
    return held


@pytest.fixture
def leaving():
    return anyio.Event()


@pytest.fixture
async def client(studio, era, leaving):
    @asynccontextmanager
    async def lifespan(_):
        yield studio

    async with Client(VideoServer(lifespan, version="0", leaving=leaving), mode=era) as client:
        yield client


async def answer_of(client, leaving, then):
    answers = []

    async def ask():
        answers.append(await client.call_tool("get_credits", {}))

    async with anyio.create_task_group() as group:
        group.start_soon(ask)
        await anyio.wait_all_tasks_blocked()
        leaving.set()
        await anyio.wait_all_tasks_blocked()
        then()
    return answers[0]


async def test_a_call_that_ends_in_time_has_its_answer(client, held, leaving, monkeypatch):
    monkeypatch.setattr("ai_to_video.surface.server.GRACE", 1000)
    answer = await answer_of(client, leaving, held.set)
    assert answer.structured_content["available"] == 7


async def test_a_call_that_would_go_on_is_told_how(client, held, leaving, monkeypatch):
    monkeypatch.setattr("ai_to_video.surface.server.GRACE", 0)
    answer = await answer_of(client, leaving, lambda: None)
    assert answer.is_error
    assert (answer.structured_content["code"], answer.structured_content["retryable"]) == ("busy", True)
    assert "get_state" in answer.structured_content["hint"]


async def test_a_call_that_comes_late_is_told_too(client, held, leaving, monkeypatch):
    monkeypatch.setattr("ai_to_video.surface.server.GRACE", 0)
    leaving.set()
    assert (await client.call_tool("get_credits", {})).is_error
