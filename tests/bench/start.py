"""Start to `tools/list` against a bare SDK server with five empty tools, both in one run, taking turns.

    uv run --frozen --extra local python tests/bench/start.py [rounds]

Prints the ratio of the medians and the difference in memory, and exits 1 where a target is missed.
"""

import json
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROUNDS = int(sys.argv[1]) if len(sys.argv) > 1 else 15
MOST_TIME, MOST_MB = 1.10, 12
BARE = """
from mcp.server import MCPServer
server = MCPServer("bare")
for name in ("one", "two", "three", "four", "five"):
    @server.tool(name=name)
    async def tool() -> str:
        "Nothing."
        return ""
server.run("stdio")
"""
ROOT = Path(__file__).parent.parent.parent
SERVERS = {
    "bare SDK server": [sys.executable, "-c", BARE],
    "ai-to-video": [sys.executable, str(ROOT / "server" / "main.py")],
}
HELLO = {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "bench", "version": "1"}}


def start(command: list[str]) -> tuple[float, float]:
    """Milliseconds to the list, and resident megabytes then (0 where the system does not tell)."""
    begun = time.perf_counter()
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        send(process, {"id": 0, "method": "initialize", "params": HELLO})
        process.stdout.readline()
        send(process, {"method": "notifications/initialized"})
        send(process, {"id": 1, "method": "tools/list", "params": {}})
        listed = json.loads(process.stdout.readline())["result"]["tools"]
        took = (time.perf_counter() - begun) * 1000
        memory = resident(process.pid)
        process.stdin.close()
    if len(listed) != 5:
        sys.exit(f"{command[-1]} lists {len(listed)} tools instead of five")
    return took, memory


def send(process: subprocess.Popen[str], message: dict[str, object]) -> None:
    process.stdin.write(json.dumps({"jsonrpc": "2.0", **message}) + "\n")
    process.stdin.flush()


def resident(pid: int) -> float:
    try:
        status = Path(f"/proc/{pid}/status").read_text("ascii")
    except OSError:
        return 0
    return next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmRSS"))


def main() -> int:
    for command in SERVERS.values():
        start(command)  # once for the file cache
    runs = {name: [] for name in SERVERS}
    for _ in range(ROUNDS):
        for name, command in SERVERS.items():
            runs[name].append(start(command))
    medians = [[statistics.median(column) for column in zip(*taken, strict=True)] for taken in runs.values()]
    for name, (took, memory) in zip(runs, medians, strict=True):
        print(f"{name:16} {took:7.0f} ms  {memory:6.1f} MB")
    (bare_time, bare_memory), (our_time, our_memory) = medians
    ratio, more = our_time / bare_time, our_memory - bare_memory
    print(f"time x {ratio:.2f} (at most {MOST_TIME:.2f}), memory {more:+.1f} MB (at most +{MOST_MB}), {ROUNDS} rounds")
    return 0 if ratio <= MOST_TIME and more <= MOST_MB else 1


if __name__ == "__main__":
    sys.exit(main())
