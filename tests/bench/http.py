"""How many callers one process bears over HTTP: uv run python -m tests.bench.http [callers] [jobs]

A bare SDK server with one tool that does nothing is measured in the same run, so that the figures are ratios and a slow
machine does not matter. Ours asks a backend on loopback on every call; `ping` is asked all the while, and its p99 told.
"""

import asyncio
import json
import os
import statistics
import sys
import tempfile
import time
from contextlib import asynccontextmanager
from pathlib import Path

import httpx2
from tests.faults.backend import FaultBackend
from tests.faults.nemo import Nemo

ROOT = Path(__file__).parents[2]
ROUNDS = 3
HEADERS = {"accept": "application/json, text/event-stream", "mcp-protocol-version": "2025-11-25"}
BARE = """
import asyncio, socket, sys, uvicorn
from mcp.server import MCPServer
server = MCPServer("bare")
@server.tool()
async def get_credits() -> dict[str, float]:
    return {"available": 1}
app = server.streamable_http_app(stateless_http=True)
listening = socket.create_server(("127.0.0.1", 0))
print(f"Serving at http://127.0.0.1:{listening.getsockname()[1]}/mcp", file=sys.stderr, flush=True)
uvicorn.Server(uvicorn.Config(app, log_config=None, access_log=False)).run(sockets=[listening])
"""


@asynccontextmanager
async def served(*command, **environ):
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *command,
        env={**os.environ, "PYTHONPATH": str(ROOT / "server"), **environ},
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        line = b""
        while b"/mcp" not in line:
            line = await process.stderr.readline()
            if not line:
                raise SystemExit("the server did not start")
        base = line.decode().split(" at ")[1].split("/mcp")[0]
        limits = httpx2.Limits(max_connections=None, max_keepalive_connections=1000)
        async with httpx2.AsyncClient(base_url=base, headers=HEADERS, timeout=300, limits=limits) as http:
            yield http
    finally:
        process.terminate()
        await process.wait()


async def ask(http, method, **params):
    """The result, or None for whatever is not a whole answer."""
    answer = await http.post("/mcp", json={"jsonrpc": "2.0", "id": 1, "method": method, "params": params})
    lines = [line[6:] for line in answer.text.splitlines() if line.startswith("data: {")]
    told = json.loads(lines[-1]) if answer.status_code == 200 and lines else {}
    return told.get("result")


async def timed(work):
    start = time.perf_counter()
    answer = await work
    return time.perf_counter() - start, answer


@asynccontextmanager
async def pinged(http):
    took = []

    async def ping():
        while True:
            seconds, answer = await timed(ask(http, "ping"))
            assert answer is not None, "a ping was lost"
            took.append(seconds)
            await asyncio.sleep(0.02)

    task = asyncio.create_task(ping())
    yield took
    task.cancel()


async def storm(http, callers):
    """Calls a second, and the pings meanwhile; every caller asks one after the other, all of them at once."""

    async def caller():
        return [await ask(http, "tools/call", name="get_credits", arguments={}) for _ in range(ROUNDS)]

    await caller()
    async with pinged(http) as pings:
        seconds, answers = await timed(asyncio.gather(*(caller() for _ in range(callers))))
    lost = sum(answer is None or answer.get("isError", False) for row in answers for answer in row)
    return callers * ROUNDS / seconds, pings, lost


async def burst(http, jobs):
    async def make(number):
        return await ask(
            http, "tools/call", name="generate_video", arguments={"prompt": f"Film {number}", "wait_seconds": 120}
        )

    async with pinged(http) as pings:
        seconds, answers = await timed(asyncio.gather(*(make(number) for number in range(jobs))))
    done = [answer for answer in answers if answer and answer["structuredContent"].get("status") == "done"]
    return seconds, pings, jobs - len(done)


def p99(took):
    return 1000 * (statistics.quantiles(took, n=100)[98] if len(took) > 1 else max(took, default=0))


async def main(callers=200, jobs=100):
    async with served("-c", BARE) as http:
        bare, bare_pings, bare_lost = await storm(http, callers)
    async with FaultBackend() as backend:
        nemo = Nemo(backend, available=1e6)
        with tempfile.TemporaryDirectory() as folder:
            environ = {"AI_TO_VIDEO_HOME": folder, "HOME": folder, "NEMO_API_URL": backend.url}
            async with served("-m", "ai_to_video", "serve", "--http", "--port", "0", **environ) as http:
                ours, our_pings, lost = await storm(http, callers)
                seconds, job_pings, unfinished = await burst(http, jobs)
    print(f"get_credits, {callers} callers at once, {ROUNDS} calls each:")
    print(f"  bare SDK {bare:7.0f} calls/s   ping p99 {p99(bare_pings):6.0f} ms   lost {bare_lost}")
    print(f"  ours     {ours:7.0f} calls/s   ping p99 {p99(our_pings):6.0f} ms   lost {lost}   ratio {ours / bare:.2f}")
    print(f"generate_video, {jobs} jobs at once:")
    print(f"  {seconds:.1f} s, ping p99 {p99(job_pings):.0f} ms, unfinished {unfinished}, sent {len(nemo.sent)}")
    if lost or unfinished or sorted(nemo.sent) != sorted(f"Film {number}" for number in range(jobs)):
        raise SystemExit("An answer was lost, or a message was sent twice.")


if __name__ == "__main__":
    asyncio.run(main(*map(int, sys.argv[1:])))
