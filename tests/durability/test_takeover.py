"""Two processes of one home: a dead owner's jobs are taken over, a frozen one keeps them, a race has one winner."""

import asyncio
import os
import random
import signal

import pytest
from tests.durability.lives import BAD, Lives
from tests.durability.world import World
from tests.faults.backend import FaultBackend, until

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.skipif(os.name != "posix", reason="signals that stop and go on are a thing of posix"),
]


@pytest.fixture
async def backend():
    async with FaultBackend() as backend:
        yield backend


@pytest.fixture
async def lives(tmp_path, backend, film):
    return Lives(World(backend, film, random.Random(7), faults=False), tmp_path)


@pytest.fixture
async def streaming(lives, backend):
    """A process in the middle of a stream, another one beside it, and the event that ends the stream."""
    finish = asyncio.Event()
    run = lives.world._run
    backend.on("POST", "/run_sse", until(finish, run))
    owner = await lives.begin([{"do": "generate", "prompt": "a city", "export": True}], linger=True)
    await backend.wait_for("POST", "/run_sse")
    other = await lives.begin(linger=True)
    await other.said("swept", 3)
    assert [row["state"] for row in lives.rows()] == ["permitted"]
    yield owner, other, finish
    for life in (owner, other):
        life.kill()
        await life.end()


async def all_ended(lives, *, jobs):
    """Rows are written by other processes: there is nothing to wait for but time."""
    while not (len(rows := lives.rows()) == jobs and all(row["ended"] for row in rows)):  # noqa: ASYNC110 - see above
        await asyncio.sleep(0.02)
    return rows


async def test_a_dead_owners_jobs_are_taken_over_by_the_process_beside_it(lives, streaming):
    owner, other, finish = streaming
    held = lives.rows()[0]["runner"]
    owner.kill()
    await owner.end()
    await other.said("swept", other.count("swept") + 2)
    (row,) = lives.rows()
    assert row["runner"] != held
    assert row["state"] in ("recovering", "settled")
    finish.set()
    async with asyncio.timeout(30):
        await all_ended(lives, jobs=2)
    verdict = lives.verdict()
    assert {name: verdict[name] for name in BAD} == dict.fromkeys(BAD, 0)
    assert lives.world.sent == {"a city": 1}


async def test_a_frozen_owner_keeps_its_jobs_and_goes_on_when_it_wakes(lives, streaming):
    owner, other, finish = streaming
    held = lives.rows()[0]["runner"]
    owner.signal(signal.SIGSTOP)
    await other.said("swept", other.count("swept") + 20)
    assert [row["runner"] for row in lives.rows()] == [held]
    owner.signal(signal.SIGCONT)
    finish.set()
    async with asyncio.timeout(30):
        rows = await all_ended(lives, jobs=2)
    assert {row["runner"] for row in rows} == {held}
    assert lives.world.sent == {"a city": 1}
    assert lives.verdict()["files"] == 1


async def test_processes_over_one_home_race_without_doubles(lives):
    wishes = [[{"do": "generate", "prompt": f"wish {n}.{m}", "export": m == 0} for m in range(3)] for n in range(3)]
    running = [await lives.begin(mine) for mine in wishes]
    for life in running:
        assert await life.end() == 0
    verdict = lives.verdict()
    assert {name: verdict[name] for name in BAD} == dict.fromkeys(BAD, 0)
    assert (verdict["settled"], verdict["files"]) == (12, 3)
    assert set(lives.world.sent.values()) == {1}
