"""Real processes, killed at chosen steps: nothing is sent twice, nothing is lost, no file is broken.

The big loop is `python -m tests.durability.kills`.
"""

import os
import random

import pytest
from tests.durability.lives import BAD, Lives
from tests.durability.world import World
from tests.faults.backend import FaultBackend

pytestmark = [pytest.mark.anyio, pytest.mark.skipif(os.name != "posix", reason="a kill is a signal of posix")]


@pytest.fixture
async def lives(tmp_path, film):
    async with FaultBackend() as backend:
        yield Lives(World(backend, film, random.Random(7), faults=False), tmp_path)


async def test_a_life_without_a_kill_brings_the_file(lives):
    life = await lives.begin([{"do": "generate", "prompt": "a city", "export": True}])
    assert await life.end() == 0
    assert +lives.verdict() == {"jobs": 2, "settled": 2, "files": 1}
    assert lives.world.sent == {"a city": 1}


@pytest.mark.parametrize("die_at", [12, 17, 22, 30, 42])
async def test_a_kill_at_any_step_neither_sends_twice_nor_loses(lives, die_at):
    life = await lives.begin([{"do": "generate", "prompt": "a city", "export": True}], die_at=die_at)
    assert await life.end() == -9
    await lives.last(30)
    verdict = lives.verdict()
    assert {name: verdict[name] for name in BAD} == dict.fromkeys(BAD, 0)
    assert verdict["jobs"] >= 1
