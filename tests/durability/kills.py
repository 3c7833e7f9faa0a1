"""Kill a server again and again at random steps and moments, then count: `python -m tests.durability.kills [KILLS]`.

Every life gets new wishes: messages, messages with an export, exports. The service drops connections on the way.
With --every the kills come at the first, the second, the third ... step of a message with its export, up to the last.
"""

import argparse
import asyncio
import random
import statistics
import tempfile
import time
from pathlib import Path

from tests.durability.lives import BAD, Lives, movie
from tests.durability.world import World
from tests.faults.backend import FaultBackend


async def main(kills: int, seed: int, together: int, every: bool) -> int:
    chance = random.Random(seed)
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="kills-") as folder:
        async with FaultBackend() as backend:
            world = World(backend, movie(Path(folder) / "film.mp4"), chance, faults=not every)
            lives = Lives(world, Path(folder))
            done = await at_every_step(lives) if every else await at_random(lives, chance, kills, together)
            await lives.last(300)
            verdict = lives.verdict()
            for row in lives.rows():
                if row["state"] == "failed" or not row["ended"]:
                    print(dict(row))
    how = "at every step" if every else f"seed {seed}, {together} at a time"
    print(f"{done} kills ({how}), {time.monotonic() - began:.0f} s,", end=" ")
    print(f"{sum(world.sent.values())} messages sent, {len(world.renders)} renders")
    for name in ("jobs", "settled", "unsent", "files", "empty reservations", *BAD):
        print(f"  {name:20} {verdict[name]}")
    print(f"  {'start to answer':20} median {statistics.median(lives.ready):.2f} s, longest {max(lives.ready):.2f} s")
    return sum(verdict[name] for name in BAD)


async def at_every_step(lives: Lives) -> int:
    step = 0
    while True:
        step += 1
        life = await lives.begin([{"do": "generate", "prompt": f"wish {step}", "export": True}], die_at=step)
        if await life.end() == 0:
            return step - 1
        await lives.last(60)


async def at_random(lives: Lives, chance: random.Random, kills: int, together: int) -> int:
    done = 0
    while done < kills:
        batch = [await one(lives, chance, done + n) for n in range(min(together, kills - done))]
        for life, die_at in batch:
            if die_at:
                await asyncio.wait([asyncio.ensure_future(life.process.wait())], timeout=8)
            elif chance.random() > 0.12:
                await life.said("accepted", chance.randint(1, 3))
                await asyncio.sleep(chance.random() * 0.8)
            else:
                await asyncio.sleep(chance.random() * 0.4)
            life.kill()
            await life.end()
        done += len(batch)
        lives.world.backend.seen.clear()
        if done % 50 < together:
            print(f"{done} kills", flush=True)
    return done


async def one(lives: Lives, chance: random.Random, number: int):
    """A life with wishes of its own, and the step it will die at (0: killed from outside)."""
    wishes = [{"do": "generate", "prompt": f"wish {number}.{n}", "export": n == 0} for n in range(2)]
    if lives.home.exists() and (project := lives.project(chance)):
        wishes.append({"do": "export", "project_id": project})
    die_at = chance.randint(1, 200) if chance.random() < 0.7 else 0
    return await lives.begin(wishes, die_at=die_at, linger=not die_at), die_at


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kills", nargs="?", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--together", type=int, default=1, help="servers running over the same home at a time")
    parser.add_argument("--every", action="store_true", help="once at every step instead")
    order = parser.parse_args()
    raise SystemExit(asyncio.run(main(order.kills, order.seed, order.together, order.every)))
