"""The seam under the jobs: what keeps them, and who drives them. The drives know nothing else.

Here both are this machine's (`journal`, `runner`); a shared database and a queue of its own fit the same two shapes.
"""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Protocol

from anyio.abc import TaskGroup

from .job import Job, JobSpec, Told, Turn

Drive = Callable[[str], Awaitable[None]]
"""Brings a job, by its id, to its end. Called at least once for every open job; must be harmless when called again."""


class Journal(Protocol):
    """State and invariants of jobs. Whatever returns has happened for good; whoever reads sees it, in any process."""

    @property
    def moment(self) -> int:
        """Counts changes; see `changed`."""
        ...

    async def changed(self, since: int, patience: float) -> None:
        """Return when something may have changed since that `moment`, at the latest after `patience` seconds.

        Take the moment first, then read, then wait: so nothing that happens in between is slept through.
        """
        ...

    def now(self) -> float:
        """Seconds since the epoch."""
        ...

    async def submit(self, spec: JobSpec) -> tuple[Job, bool]:
        """The job for this wish, and whether it was there already. A job has at most one child.

        The same wish for the same project joins the open job, or one that ended within two minutes after its
        caller's wait ran out, unless the project was edited since.
        """
        ...

    async def get(self, job_id: str) -> Job | None: ...

    async def jobs(
        self, owner: str, *, project_id: str = "", open_only: bool = False, limit: int = 1000
    ) -> tuple[Job, ...]:
        """Newest first."""
        ...

    async def in_line(self, job_id: str, words: str) -> None:
        """Return when the job may work on its project; `words`, with the id of the job ahead, are told meanwhile."""
        ...

    async def plan_turn(self, turn: Turn) -> Turn:
        """Write down a message and the project before it; what is already written or permitted stays as it is."""
        ...

    async def turn(self, job_id: str, number: int) -> Turn | None: ...

    async def take_permit(self, job_id: str, number: int, execution: str) -> bool:
        """True once per message for ever; whoever gets False may only read. Needs an open job and a planned turn."""
        ...

    async def note(
        self,
        job_id: str,
        *,
        state: str = "",
        progress: float = -1,
        note: str = "",
        facts: Mapping[str, Any] | None = None,
    ) -> None:
        """Write down how far an open job is; `facts` are merged into the ones there. Never changes an ended job."""
        ...

    async def say(self, job_id: str, turn: int, raw: str, text: str) -> None:
        """Keep a finished message of the agent."""
        ...

    async def told(self, job_id: str, after: int = 0) -> tuple[Told, ...]:
        """The messages kept so far, oldest first."""
        ...

    async def finish(
        self,
        job_id: str,
        state: str,
        *,
        result: Mapping[str, Any] | None = None,
        error: Mapping[str, Any] | None = None,
        spent: float = -1,
        poster: bytes = b"",
    ) -> bool:
        """End the job. True for the first writer; whoever comes later changes nothing."""
        ...

    async def poster(self, job_id: str) -> bytes: ...

    async def mark_overdue(self, job_id: str) -> None:
        """A caller stopped waiting: the same wish, asked again soon, means this job."""
        ...

    async def runners(self) -> tuple[str, ...]:
        """Everybody who drives an open job."""
        ...

    async def adopt(self, dead: str, runner: str) -> tuple[str, ...]:
        """Take over the open jobs of a runner known to be dead, and tell which. Two adopters never get the same."""
        ...

    async def paid(self, owner: str, sort: str, most: int) -> tuple[float, ...]:
        """What the latest finished generations of this sort cost, newest first, where each was at work alone and cost something.

        All owners spend from one account: while two are at work, the balance tells what both cost together.
        """
        ...

    async def reserve(self, job_id: str, amount: float, *, since: float, check: Callable[[float, float], None]) -> None:
        """Keep so much of the owner's limit for this job until it ends; reserving again replaces it.

        `check` is told what the owner spent since then, and what his other open jobs reserved. What it raises is raised
        here, and nothing is reserved. All of it is one step: of two jobs that want the last credits, one is told so.
        """
        ...

    async def prune(self, jobs_before: float, projects_before: float) -> int:
        """Forget jobs that ended before then, and projects that nothing happened to since then. Tells how many jobs."""
        ...


class Runner(Protocol):
    """Calls `drive(job_id)` at least once for every open job. `execution` names this life of this process."""

    execution: str

    async def start(self, group: TaskGroup, drive: Drive) -> None:
        """Take over jobs of dead owners from now on, as tasks of `group`; returns at once."""
        ...

    async def hold(self) -> None:
        """Prove to the other processes that this one lives. Must be done before the first job is planned."""
        ...

    async def enqueue(self, job_id: str) -> None:
        """Drive the job here, unless it is being driven here already."""
        ...

    async def stop(self) -> None:
        """Leave the jobs to whoever comes next."""
        ...
