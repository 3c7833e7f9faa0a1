"""Waiting for a job on behalf of a caller: bounded, told at every step, and harmless to the job when it is cut short."""

from dataclasses import dataclass, field

import anyio

from .answers import Progress
from .job import Job
from .seam import Journal
from .talk import shown

BEAT = 8.0  # seconds; hosts give up on a call that is silent for long, and are promised a word every 10 s
STILL = 120.0  # seconds between the sentences a person reads while nothing else comes
NEARLY = 0.02  # of what is left to 100: a small step for a word without a figure


@dataclass(slots=True)
class Rising:
    """Figures that only rise and never reach 100, whatever is known."""

    progress: Progress | None
    last: float = 0.0

    async def tell(self, figure: float, words: str) -> None:
        if self.progress is None:
            return
        small_step = self.last + (100 - self.last) * NEARLY
        self.last = figure if self.last + 0.01 < figure < 100 else small_step
        await self.progress(round(self.last, 4), words)


@dataclass(slots=True)
class Watch:
    """One caller looking at one job."""

    journal: Journal
    job_id: str
    rising: Rising
    _told: int = 0
    _note: str = ""
    _priced: bool = False
    _words: str = "Setting things up..."
    _began: float = field(default_factory=anyio.current_time)
    _spoke: float = field(default_factory=anyio.current_time)
    _sighed: float = field(default_factory=anyio.current_time)

    async def until(self, deadline: float) -> Job | None:
        """The job once it has ended, or as it is at `deadline`, on the clock of the event loop. None: no such job."""
        moment = self.journal.moment
        job = await self.journal.get(self.job_id)
        with anyio.CancelScope(deadline=deadline):
            while job is not None and job.open:
                await self._tell(job)
                left = BEAT - (anyio.current_time() - self._spoke)
                await self.journal.changed(moment, patience=max(left, 0.05))
                moment = self.journal.moment
                job = await self.journal.get(self.job_id)
        return job

    async def _tell(self, job: Job) -> None:
        if not self._priced and job.facts.get("expects"):
            self._priced = True
            await self._say(job, str(job.facts["expects"]))
        for message in await self.journal.told(self.job_id, self._told):
            self._told = message.number
            if message.text.strip():
                await self._say(job, shown(message.text))
        if job.note and job.note not in (self._note, self._words):
            await self._say(job, job.note)
        self._note = job.note
        now = anyio.current_time()
        if now - self._sighed >= STILL:
            self._sighed = now
            await self._say(job, f"⏳ Still working... ({round((now - self._began) / 60)} min)", lasting=False)
        elif now - self._spoke >= BEAT:
            await self._say(job, self._words)

    async def _say(self, job: Job, words: str, *, lasting: bool = True) -> None:
        """`lasting` words are said again when nothing new comes."""
        if lasting:
            self._words = words
        self._spoke = anyio.current_time()
        await self.rising.tell(job.progress, words)
