"""Who drives a job now: this process, or another one of the same home whose jobs are taken over when it dies."""

import logging
from pathlib import Path

import anyio
import anyio.to_thread
from anyio.abc import TaskGroup

from ..errors import BackendFailed
from .job import FAILED, new_id
from .ledger import LedgerFault, unwritable
from .lifeline import Lifeline
from .seam import Drive, Journal
from .stored import error_to

SWEEP = 0.8  # seconds between looks for dead owners: a takeover must be under way within 2 s
SULK = 30.0  # the longest pause between looks while the ledger cannot be opened
SECOND_WIND = 5.0  # seconds before a drive that failed in an unforeseen way is tried once more

log = logging.getLogger(__name__)


def tidy(folder: Path) -> None:
    """Remove the lock files of the dead; whether one is alive is never told by the file alone."""
    for path in folder.glob("*.lock"):
        left = Lifeline(folder, path.stem)
        if left.hold():
            left.drop()


class LocalRunner:
    """The `seam.Runner` of one machine: tasks of this process, which a locked file under `folder` proves alive."""

    def __init__(self, journal: Journal, folder: Path) -> None:
        self.journal = journal
        self.execution = new_id("r")
        self._folder = folder
        self._lifeline = Lifeline(self._folder, self.execution)
        self._driving: set[str] = set()
        self._group: TaskGroup | None = None
        self._drive: Drive | None = None

    async def start(self, group: TaskGroup, drive: Drive) -> None:
        self._group, self._drive = group, drive
        group.start_soon(self._sweep)

    async def hold(self) -> None:
        try:
            await anyio.to_thread.run_sync(self._lifeline.hold)
        except OSError as error:
            raise unwritable(self._folder) from error

    async def enqueue(self, job_id: str) -> None:
        if job_id not in self._driving and self._group is not None:
            self._driving.add(job_id)
            self._group.start_soon(self._run, job_id)

    async def stop(self) -> None:
        with anyio.CancelScope(shield=True):
            await anyio.to_thread.run_sync(self._lifeline.drop)

    async def _run(self, job_id: str) -> None:
        assert self._drive is not None  # noqa: S101 - set by start
        pause, stumbled = SECOND_WIND, False
        try:
            while True:
                try:
                    return await self._drive(job_id)
                except LedgerFault as error:
                    log.warning("A job waits for the list of jobs: %s", error)
                except Exception:
                    log.exception("A job stumbled over a fault of ours")
                    if stumbled:
                        return await self._fail(job_id)
                    stumbled = True
                await anyio.sleep(pause)
                pause = min(pause * 2, SULK)
        finally:
            self._driving.discard(job_id)

    async def _fail(self, job_id: str) -> None:
        error = BackendFailed("The job stopped because of a fault in ai-to-video.", hint="Look with get_state first.")
        try:
            await self.journal.finish(job_id, FAILED, error=error_to(error))
        except Exception:
            log.exception("A failed job could not be written down")

    async def _sweep(self) -> None:
        pause = SWEEP
        tidied = False
        while True:
            try:
                if not tidied:
                    await anyio.to_thread.run_sync(tidy, self._folder)
                    tidied = True
                await self._adopt_orphans()
                pause = SWEEP
            except Exception as error:  # noqa: BLE001 - whatever it was, the next look may succeed
                log.debug("Looking for abandoned jobs failed: %s", error)
                pause = min(pause * 2, SULK)
            await anyio.sleep(pause)

    async def _adopt_orphans(self) -> None:
        for runner in await self.journal.runners():
            if runner == self.execution:
                continue
            theirs = Lifeline(self._folder, runner)
            if not await anyio.to_thread.run_sync(theirs.hold):
                continue
            try:
                await self.hold()
                for job_id in await self.journal.adopt(runner, self.execution):
                    await self.enqueue(job_id)
            finally:
                with anyio.CancelScope(shield=True):
                    await anyio.to_thread.run_sync(theirs.drop)
