"""What the client adds to a call: `python -m tests.bench.calls`, from the top of the project.

Asks a loopback service for credits through Client and through bare httpx, in turns, one at a time and 20 at once.
Targets: p50 <= 3 ms, 20 at once <= 50 ms.
"""

import asyncio
import statistics
import tempfile
import time
from pathlib import Path

import httpx
from tests.faults.backend import FaultBackend, answer

from ai_to_video.client import Client, Identity, build_http
from ai_to_video.wire.bodies import CREDITS

ROUNDS = 300
AT_ONCE = 20


async def timed(call):
    began = time.perf_counter()
    await call()
    return (time.perf_counter() - began) * 1000


async def main():
    async with FaultBackend() as backend, httpx.AsyncClient(trust_env=False) as http:
        backend.on("GET", CREDITS, answer({"available": 100, "frozen": 0, "total": 100}))
        identity = Identity(
            Path(tempfile.mkdtemp()), token="bench", client_id_file=Path(tempfile.mkdtemp()) / "id", attribution={}
        )
        async with Client(build_http(), identity, base_url=backend.url, web_url="https://nemo.test") as client:

            async def bare():
                (await http.get(backend.url + CREDITS, headers={"Authorization": "Bearer bench"})).json()

            async def many(call):
                await asyncio.gather(*(call() for _ in range(AT_ONCE)))

            ways = {"client": client.credits, "bare": bare}
            for call in ways.values():
                for _ in range(5):
                    await many(call)
            one = {name: [] for name in ways}
            twenty = {name: [] for name in ways}
            for _ in range(ROUNDS):
                for name, call in ways.items():
                    one[name].append(await timed(call))
            for _ in range(ROUNDS // 10):
                for name, call in ways.items():
                    twenty[name].append(await timed(lambda call=call: many(call)))
    for title, times in (("one call", one), (f"{AT_ONCE} at once", twenty)):
        ours, theirs = (statistics.median(times[name]) for name in ways)
        print(f"{title}: p50 {ours:.2f} ms through the client, {theirs:.2f} ms bare httpx, ratio {ours / theirs:.2f}")


if __name__ == "__main__":
    asyncio.run(main())
