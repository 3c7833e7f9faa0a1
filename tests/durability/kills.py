"""Kill a server again and again at random steps and moments, then count: `python -m tests.durability.kills [KILLS]`.

Every life gets new wishes: messages, messages with an export, exports. The service drops connections on the way.
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


async def main(kills: int, seed: int, together: int) -> int:
    chance = random.Random(seed)
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="kills-") as folder:
        async with FaultBackend() as backend:
            lives = Lives(World(backend, movie(Path(folder) / "film.mp4"), chance), Path(folder))
            done = at_start = 0
            while done < kills:
                batch = [await one(lives, chance, done + n) for n in range(min(together, kills - done))]
                for life, die_at in batch:
                    if not die_at:
                        if chance.random() < 0.12:
                            at_start += 1
                        else:
                            await life.said("ready")
                        await asyncio.sleep(chance.random() * 0.6)
                        life.kill()
                    else:
                        await asyncio.wait([asyncio.ensure_future(life.process.wait())], timeout=8)
                        life.kill()
                    await life.end()
                done += len(batch)
                backend.seen.clear()
                if done % 50 < together:
                    print(f"{done} kills, {time.monotonic() - began:.0f} s", flush=True)
            await lives.last(300)
            verdict = lives.verdict()
    print(f"kills {done} (seed {seed}, {together} at a time), {sum(lives.world.sent.values())} messages sent,", end=" ")
    print(f"{len(lives.world.renders)} renders, {time.monotonic() - began:.0f} s")
    for name in ("jobs", "settled", "unsent", "files", "empty reservations", *BAD):
        print(f"  {name:20} {verdict[name]}")
    print(f"  {'start to answer':20} median {statistics.median(lives.ready):.2f} s, longest {max(lives.ready):.2f} s")
    return sum(verdict[name] for name in BAD)


async def one(lives: Lives, chance: random.Random, number: int):
    """A life with wishes of its own, and the step it will die at (0: killed from outside)."""
    wishes = [{"do": "generate", "prompt": f"wish {number}.{n}", "export": n == 0} for n in range(2)]
    if lives.home.exists() and (project := lives.project(chance)):
        wishes.append({"do": "export", "project_id": project})
    die_at = chance.randint(1, 140) if chance.random() < 0.7 else 0
    return await lives.begin(wishes, die_at=die_at, linger=not die_at), die_at


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kills", nargs="?", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--together", type=int, default=1, help="servers running over the same home at a time")
    order = parser.parse_args()
    raise SystemExit(asyncio.run(main(order.kills, order.seed, order.together)))
