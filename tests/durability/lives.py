"""Many lives of a server over one home, each ended by a kill, and what is left to count at the end."""

import asyncio
import contextlib
import json
import os
import random
import signal
import sqlite3
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from tests.durability.world import World

WORKER = Path(__file__).with_name("worker.py")
ROOT = WORKER.parents[2]


def movie(path: Path) -> bytes:
    """A real film of a second, small."""
    import av
    from PIL import Image

    with av.open(str(path), "w", format="mp4") as box:
        stream = box.add_stream("libx264", rate=10)
        stream.width = stream.height = 64
        stream.pix_fmt = "yuv420p"
        for number in range(10):
            frame = av.VideoFrame.from_image(Image.new("RGB", (64, 64), (25 * number, 90, 120)))
            box.mux(stream.encode(frame))
        box.mux(stream.encode())
    return path.read_bytes()


@dataclass
class Life:
    """One process. `lines` is what it said."""

    process: asyncio.subprocess.Process
    lines: list[str] = field(default_factory=list)
    reader: asyncio.Task | None = None
    heard: asyncio.Event = field(default_factory=asyncio.Event)

    async def said(self, word: str, times: int = 1) -> None:
        """Wait until that many lines begin so, or nothing more will come."""
        while self.count(word) < times and not self.ended:
            self.heard.clear()
            await self.heard.wait()

    def count(self, word: str) -> int:
        return sum(line.startswith(word) for line in self.lines)

    @property
    def ended(self) -> bool:
        return self.process.returncode is not None

    async def end(self) -> int:
        assert self.reader
        await self.reader
        return await self.process.wait()

    def kill(self) -> None:
        self.signal(signal.SIGKILL)

    def signal(self, number: int) -> None:
        with contextlib.suppress(ProcessLookupError):
            self.process.send_signal(number)


@dataclass
class Lives:
    world: World
    folder: Path
    hurry: float = 0.02
    ready: list[float] = field(default_factory=list)

    @property
    def home(self) -> Path:
        return self.folder / "home"

    @property
    def videos(self) -> Path:
        return self.folder / "videos"

    async def begin(self, wishes=(), *, die_at: int = 0, linger: bool = False) -> Life:
        order = {
            "home": str(self.home),
            "videos": str(self.videos),
            "url": self.world.backend.url,
            "wishes": list(wishes),
            "die_at": die_at,
            "hurry": self.hurry,
            "linger": linger,
        }
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            str(WORKER),
            json.dumps(order),
            stdout=asyncio.subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(ROOT / "server"), "PYTHONWARNINGS": "ignore"},
        )
        life = Life(process)
        life.reader = asyncio.ensure_future(self._read(life))
        return life

    async def _read(self, life: Life) -> None:
        assert life.process.stdout
        while line := (await life.process.stdout.readline()).decode().strip():
            life.lines.append(line)
            life.heard.set()
            if line.startswith("ready"):
                self.ready.append(float(line.split()[1]))
        await life.process.wait()
        life.heard.set()

    async def last(self, patience: float) -> None:
        """A life without a kill, until nothing is left to do."""
        life = await self.begin()
        try:
            async with asyncio.timeout(patience):
                await life.end()
        except TimeoutError:
            life.kill()
            await life.end()

    def rows(self) -> list[sqlite3.Row]:
        with contextlib.closing(sqlite3.connect(self.home / "ledger.sqlite3")) as db:
            db.row_factory = sqlite3.Row
            return db.execute("SELECT * FROM jobs ORDER BY seq").fetchall()

    def project(self, chance: random.Random) -> str:
        """A project with a timeline, or "" when there is none yet."""
        with contextlib.closing(sqlite3.connect(self.home / "ledger.sqlite3")) as db:
            found = db.execute("SELECT project_id FROM projects WHERE timeline != ''").fetchall()
        return chance.choice(found)[0] if found else ""

    def verdict(self) -> Counter[str]:
        """What the promises count: what is in BAD must be 0."""
        count: Counter[str] = Counter()
        count["double sends"] = sum(times - 1 for times in self.world.sent.values())
        for row in self.rows():
            facts, result = json.loads(row["facts"]), json.loads(row["result"] or "{}")
            reached = self.world.sent[facts.get("prompt", "")]
            count["jobs"] += 1
            count[row["state"] if row["ended"] else "lost"] += 1
            if row["kind"] == "generate":
                count["wrong"] += bool(row["ended"]) and bool(reached) == (row["state"] == "unsent")
                count["without file"] += row["state"] == "settled" and facts["export"] and not result.get("file")
            file = result.get("file")
            if file and row["kind"] == "export":
                whole = Path(file["path"]).is_file() and file["sha256"] == self.world.digest
                count["files"] += 1
                count["broken files"] += not whole or Path(file["path"]).read_bytes() != self.world.movie
        for path in self.videos.rglob("*.part*") if self.videos.exists() else ():
            count["left-overs" if path.stat().st_size else "empty reservations"] += 1
        return count


BAD = ("double sends", "lost", "wrong", "broken files", "without file", "left-overs", "failed")
