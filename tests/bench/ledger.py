"""What the ledger costs: `python -m tests.bench.ledger`. Run by hand; figures are milliseconds."""

import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

import anyio

from ai_to_video.studio.job import GENERATE, JobSpec, Turn
from ai_to_video.studio.journal import SqliteJournal
from ai_to_video.studio.ledger import Ledger

DRAFT = {"t": [{"tt": 0, "sg": [{"s": n, "d": 1000, "n": f"clip {n}"} for n in range(60)]}]}


async def measured(times: int, work: Callable[[int], Awaitable[object]]) -> tuple[float, float]:
    """Median and slowest, in milliseconds."""
    took = []
    for n in range(times):
        began = time.perf_counter()
        await work(n)
        took.append((time.perf_counter() - began) * 1000)
    return statistics.median(took), max(took)


def spec(n: int) -> JobSpec:
    return JobSpec(GENERATE, "", "p_1", "p_1", f"wish {n}", f"wish {n}", "r_1", {"prompt": f"wish {n}" * 20})


def size_of(folder: str) -> int:
    return sum(path.stat().st_size for path in Path(folder).iterdir())


async def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        began = time.perf_counter()
        journal = SqliteJournal(Ledger(Path(folder)))
        await journal.jobs("")
        print(f"{'open and migrate':32} {(time.perf_counter() - began) * 1000:7.2f}")
        jobs = [(await journal.submit(spec(n)))[0].job_id for n in range(1000)]
        for n, job_id in enumerate(jobs):
            await journal.plan_turn(Turn(job_id, 1, "hello", "s1", {"draft": DRAFT}, ""))
            if n >= 200:
                await journal.finish(job_id, "settled", result={"reply": "Done. " * 30, "notes": []}, spent=1)
        for name, times, work in (
            ("take a permit", 200, lambda n: journal.take_permit(jobs[n], 1, "r_1")),
            ("note a step", 200, lambda n: journal.note(jobs[n], state="streaming", progress=n, facts={"n": n})),
            ("keep a message", 200, lambda n: journal.say(jobs[n], 1, "Done. " * 20, "Done. " * 20)),
            ("finish", 200, lambda n: journal.finish(jobs[n], "settled", result={"reply": "Done."})),
            ("read a job", 200, lambda n: journal.get(jobs[n])),
            ("list 1,000 finished jobs", 20, lambda n: journal.jobs("")),
            ("list open jobs among 1,000", 50, lambda n: journal.jobs("", open_only=True)),
        ):
            median, worst = await measured(times, work)
            print(f"{name:32} {median:7.2f}   slowest {worst:7.2f}")
        await journal.ledger.close()
        print(f"{'kilobytes a job':32} {size_of(folder) / 1000 / 1000:7.2f}")


if __name__ == "__main__":
    anyio.run(main)
