"""What files cost on their way: `python -m tests.bench.transfer`, from the top of the project.

Uploads 45 MB and downloads 200 MB over loopback through Client and through bare httpx, in turns.
Targets: >= 0.8 of bare httpx, <= 20 MB more memory.
"""

import asyncio
import statistics
import tempfile
import time
from pathlib import Path

import httpx
from tests.faults.backend import FaultBackend, answer

from ai_to_video.client import Client, Identity, build_http
from ai_to_video.wire.bodies import RenderStatus, upload_path

UP, DOWN = 45 << 20, 200 << 20
ROUNDS = 9
PIECE = bytes(1 << 18)


def memory():
    """Resident megabytes of this process now."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096 / (1 << 20)


async def highest(call):
    """Seconds a call took, and the most memory it held above what there was before."""
    before, most, began = memory(), 0.0, time.perf_counter()
    task = asyncio.ensure_future(call())
    while not task.done():
        await asyncio.wait((task,), timeout=0.01)
        most = max(most, memory() - before)
    task.result()
    return time.perf_counter() - began, most


async def swallow(exchange):
    left = int(exchange.seen.headers["content-length"])
    while left:
        left -= len(await exchange.reader.read(min(left, 1 << 20)))
    exchange.seen.complete = True
    await answer({"files": []})(exchange)


async def pour(exchange):
    await exchange.head(200, {"content-type": "video/mp4", "content-length": str(DOWN)})
    for _ in range(DOWN // len(PIECE)):
        await exchange.raw(PIECE)


async def main():
    folder = Path(tempfile.mkdtemp())
    film = folder / "film.mp4"
    film.write_bytes(bytes(UP))
    async with FaultBackend() as backend, httpx.AsyncClient(trust_env=False) as http:
        backend.on("POST", "/*", swallow, early=True)
        backend.on("GET", "/film.mp4", pour)
        identity = Identity(folder / "home", token="bench", client_id_file=folder / "id", attribution={})
        async with Client(build_http(), identity, base_url=backend.url, web_url="https://nemo.test") as client:

            async def up():
                await client.upload_file("1", film, name="film.mp4", mime="video/mp4")

            async def bare_up():
                with film.open("rb") as file:
                    await http.post(backend.url + upload_path("1"), files={"files": ("film.mp4", file, "video/mp4")})

            async def down():
                await client.download(RenderStatus("r", "completed", url=f"{backend.url}/film.mp4"), folder / "a.part")

            async def bare_down():
                async with http.stream("GET", f"{backend.url}/film.mp4") as got:
                    with (folder / "b.part").open("wb") as file:
                        async for piece in got.aiter_raw():
                            file.write(piece)

            for title, size, ours, theirs in (("upload", UP, up, bare_up), ("download", DOWN, down, bare_down)):
                speeds, grown = {ours: [], theirs: []}, {ours: 0.0, theirs: 0.0}
                for _ in range(ROUNDS):
                    for call in (ours, theirs):
                        seconds, more = await highest(call)
                        speeds[call].append(size / (1 << 20) / seconds)
                        grown[call] = max(grown[call], more)
                mine, bare = statistics.median(speeds[ours]), statistics.median(speeds[theirs])
                print(
                    f"{title} of {size >> 20} MB: {mine:.0f} MB/s through the client, {bare:.0f} MB/s bare httpx, "
                    f"ratio {mine / bare:.2f}; memory +{grown[ours]:.1f} MB and +{grown[theirs]:.1f} MB"
                )


if __name__ == "__main__":
    asyncio.run(main())
