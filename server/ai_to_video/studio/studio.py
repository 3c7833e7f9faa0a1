"""What a person can ask for: generate, upload, credits, state, export. Jobs belong to the studio, not to the call.

A call never outlasts its `wait_seconds` by more than two seconds; the job goes on and is picked up by its id.
"""

import logging
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import AsyncExitStack, contextmanager
from dataclasses import replace
from types import TracebackType
from typing import Protocol, Self, TypeVar

import anyio
from anyio.abc import TaskGroup

from ..client.identity import Account
from ..errors import AiToVideoError, BadArgument, Busy, NoDraft, NotFound, Unreachable
from ..wire.media import EXPORT_FORMATS
from ..wire.route import Route, route
from . import answering
from .answers import Balance, Export, Generation, Overview, Progress, Spending, Uploads
from .export import Desk, Exporting, Renderer
from .generate import Generating, Service
from .job import EXPORT, GENERATE, Job, JobSpec, wish_of
from .journal import Journal
from .ledger import Ledger, LedgerFault
from .overview import Overviews
from .purse import Purse
from .purse import told as told_credits
from .runner import LocalRunner, Runner
from .shelf import Project, Shelf
from .talk import shown
from .upload import Readers, Store, Uploading
from .waiting import Rising, Watch

MOST_PROMPT = 100_000  # bytes
LONGEST_WAIT = 900
GRACE = 1.5  # seconds a call may take beyond its wait_seconds, with room to the promised two
UNTIMED = 40.0  # seconds for a call that has no wait_seconds of its own
MOST_FILES = 20
RESOLUTIONS = ("480p", "720p", "1080p")
DAY = 86_400.0
KEEP_JOBS, KEEP_PROJECTS = 30 * DAY, 365 * DAY

T = TypeVar("T")

log = logging.getLogger(__name__)


class Backend(Service, Renderer, Store, Protocol):
    """What the studio needs of `client.Client`."""

    def account(self) -> Account: ...

    def within(self, seconds: float) -> "Backend":
        """The same, for calls that have only so much time."""
        ...


class Studio:
    """The use cases. Enter it once; leaving it is quick, and unfinished jobs go on in the next process of this home."""

    def __init__(
        self,
        client: Backend,
        ledger: Ledger,
        *,
        inputs: Readers,
        outputs: Desk,
        language: str = "",
        daily_credits: float = 0,
        runner: Runner | None = None,
    ) -> None:
        self._client = client
        self._ledger = ledger
        self._inputs = inputs
        self._journal = Journal(ledger)
        self._shelf = Shelf(ledger)
        self._runner: Runner = runner or LocalRunner(self._journal)
        self._purse = Purse(client, self._journal, daily_credits)
        self._exporting = Exporting(client, self._journal, self._shelf, outputs)
        self._generating = Generating(
            *(client, self._journal, self._shelf, self._purse, self._runner.execution),
            export=self._export_for,
            language=language,
        )
        self._uploading = Uploading(client, self._shelf, inputs, language)
        self._overviews = Overviews(client, self._journal, self._shelf)
        self._stack = AsyncExitStack()
        self._group: TaskGroup | None = None

    async def __aenter__(self) -> Self:
        self._group = await self._stack.enter_async_context(anyio.create_task_group())
        await self._runner.start(self._group, self._drive)
        self._group.start_soon(self._forget_the_old)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool | None:
        if self._group is not None:
            self._group.cancel_scope.cancel()
        try:
            return await self._stack.__aexit__(kind, error, trace)
        finally:
            await self._runner.stop()
            await self._ledger.close()

    async def generate(
        self,
        prompt: str,
        *,
        project_id: str = "",
        export: bool = False,
        wait_seconds: float = 40,
        on_progress: Progress | None = None,
        owner: str = "",
    ) -> Generation:
        """Make or change a video by words. Raises AiToVideoError; its `job_id` is set where there is a job."""
        deadline = within(wait_seconds)
        prompt = checked_prompt(prompt)
        routed = route(prompt)
        with bounded(wait_seconds):
            if routed.kind != "send":
                return await self._elsewhere(routed, project_id, deadline, on_progress, owner)
            rising = Rising(on_progress)
            await rising.tell(1, "Setting things up...")
            job, joined = await self._plan(routed, prompt, project_id, export or routed.export_after, owner)
            job = await self._watched(job, rising, deadline)
            said = [told.text for told in await self._journal.told(job.job_id)]
            answer = answering.generation(job, said, await self._journal.poster(job.job_id), joined=joined)
            return replace(answer, notes=(*self._ledger.notices, *answer.notes))

    async def export(
        self,
        *,
        project_id: str = "",
        format: str = "mp4",  # noqa: A002 - the public name
        resolution: str = "1080p",
        filename: str = "",
        wait_seconds: float = 40,
        on_progress: Progress | None = None,
        owner: str = "",
    ) -> Export:
        """Render a project to a file on this disk; done means that the file is whole. Raises AiToVideoError."""
        deadline = within(wait_seconds)
        fmt, resolution = checked_format(format), checked_resolution(resolution)
        with bounded(wait_seconds):
            project = await self._project(project_id, owner) if project_id else await self._latest(owner)
            rising = Rising(on_progress)
            await rising.tell(1, "⏳ Rendering ~30s")
            await self._runner.hold()
            job, joined = await self._journal.submit(
                JobSpec(
                    *(EXPORT, owner, project.project_id, project.project_id),
                    wish=wish_of(EXPORT, fmt, resolution, filename),
                    title=f"{fmt} {resolution}",
                    born=self._runner.execution,
                    facts={"format": fmt, "resolution": resolution, "filename": filename},
                )
            )
            await self._go(job)
            job = await self._watched(job, rising, deadline)
            answer = answering.export(job, await self._journal.poster(job.job_id), joined=joined)
            return replace(answer, notes=(*self._ledger.notices, *answer.notes))

    async def upload(self, files: Sequence[str], *, project_id: str = "", owner: str = "") -> Uploads:
        """Bring files into a project: media to the service, documents into its next message. Raises AiToVideoError."""
        if not 1 <= len(files) <= MOST_FILES:
            raise BadArgument(
                f"Between 1 and {MOST_FILES} files can be uploaded at once.", hint="Call again with fewer."
            )
        known = await self._project(project_id, owner) if project_id else None
        checked = await self._inputs.check_all(files)
        project = known or await self._shelf.new(owner, shown(", ".join(file.name for file in checked)))
        late = Busy(
            f"The upload to project {project.project_id} takes longer than this call may last, and goes on.",
            hint=f'Call upload_media again with the same files and project_id "{project.project_id}"; none is sent twice.',
        )
        try:
            return await self._owned(lambda: self._uploading.bring(checked, project), late)
        except AiToVideoError:
            await self._shelf.drop_empty(project.project_id)
            raise

    async def credits(self, owner: str = "") -> Balance:
        """The balance at the service. Raises AiToVideoError."""
        return await self._balance(UNTIMED)

    async def state(
        self,
        *,
        project_id: str = "",
        job_id: str = "",
        wait_seconds: float = 0,
        on_progress: Progress | None = None,
        owner: str = "",
    ) -> Overview:
        """One job, one project, or everything here that is unfinished or new. Raises NotFound."""
        deadline = within(wait_seconds)
        with bounded(wait_seconds):
            if job_id:
                job = await self._journal.get(job_id)
                if job is None or job.owner != owner:
                    raise NotFound(f"There is no job {shown(job_id)!r} here.")
                rising = Rising(on_progress)
                await rising.tell(1, job.note or "Looking at the job.")
                job = await Watch(self._journal, job_id, rising).until(deadline) or job
                return await self._overviews.of_job(job)
            if project_id:
                project = await self._project(project_id, owner)
                return await self._overviews.of_project(project, deadline, on_progress)
            return await self._overviews.of_all(owner)

    async def _plan(self, routed: Route, prompt: str, project_id: str, export: bool, owner: str) -> tuple[Job, bool]:
        project = (
            await self._project(project_id, owner) if project_id else await self._shelf.new(owner, shown(prompt)[:80])
        )
        await self._runner.hold()
        job, joined = await self._journal.submit(
            JobSpec(
                *(GENERATE, owner, project.project_id, project_id),
                wish=wish_of(prompt),
                title=shown(prompt)[:80],
                born=self._runner.execution,
                facts={
                    "prompt": routed.message or prompt,
                    "export": export,
                    "format": routed.format or "mp4",
                    "resolution": routed.resolution or "1080p",
                    "filename": "",
                },
            )
        )
        if joined and not project_id:
            await self._shelf.drop_empty(project.project_id)
        if joined and export and job.open:
            await self._journal.note(job.job_id, facts={"export": True})
        await self._go(job)
        return job, joined

    async def _go(self, job: Job) -> None:
        if job.open and job.runner == self._runner.execution:
            await self._runner.enqueue(job.job_id)

    async def _export_for(self, parent: Job) -> Job:
        """The export that belongs to a generation: made once, found again after a crash."""
        job, _ = await self._journal.submit(
            JobSpec(
                *(EXPORT, parent.owner, parent.project_id, parent.project_id),
                wish=wish_of(EXPORT, parent.job_id),
                title=parent.title,
                born=self._runner.execution,
                facts={name: parent.facts[name] for name in ("format", "resolution", "filename")},
                parent=parent.job_id,
            )
        )
        await self._go(job)
        return job

    async def _drive(self, job_id: str) -> None:
        job = await self._journal.get(job_id)
        if job is None or not job.open:
            return
        await (self._generating if job.kind == GENERATE else self._exporting).drive(job)

    async def _watched(self, job: Job, rising: Rising, deadline: float) -> Job:
        """The job at its end or at the deadline; a caller who stops waiting may ask the same again."""
        try:
            now = await Watch(self._journal, job.job_id, rising).until(deadline) or job
        except anyio.get_cancelled_exc_class():
            self._left(job)
            raise
        if now.open:
            self._left(job)
        return now

    def _left(self, job: Job) -> None:
        """Note that a caller stopped waiting, without making it wait for that."""
        if self._group is not None:
            self._group.start_soon(self._overdue, job.job_id)

    async def _overdue(self, job_id: str) -> None:
        try:
            await self._journal.mark_overdue(job_id)
        except LedgerFault as error:
            log.warning("A call that ended early could not be noted: %s", error)

    async def _elsewhere(
        self, routed: Route, project_id: str, deadline: float, on_progress: Progress | None, owner: str
    ) -> Generation:
        """A prompt that is no message for the agent is answered by the use case it means."""
        if routed.kind == "credits":
            balance = await self._balance(max(deadline - anyio.current_time(), 0) + GRACE - 0.2)
            spending = Spending(-1, balance.credits)
            return Generation("done", project_id, "", credits=spending, notes=(told_credits(balance.credits),))
        if routed.kind == "upload":
            words = "Which file? Give its path or URL to upload_media; it goes into the project you name, or a new one."
            return Generation("needs_input", project_id, "", notes=(words,))
        project = await self._project(project_id, owner) if project_id else await self._latest(owner)
        if routed.kind == "state":
            seen = await self._overviews.of_project(project, deadline, on_progress)
            return Generation("done", project.project_id, "", timeline=seen.timeline, notes=seen.notes)
        export = await self.export(
            project_id=project.project_id,
            format=routed.format or "mp4",
            resolution=routed.resolution or "1080p",
            wait_seconds=max(deadline - anyio.current_time(), 0),
            on_progress=on_progress,
            owner=owner,
        )
        return answering.exported(export, routed.format or "mp4", routed.resolution or "1080p")

    async def _balance(self, seconds: float) -> Balance:
        with anyio.move_on_after(seconds):
            balance = await self._client.within(seconds).credits()
            account = self._client.account()
            return Balance(balance, account.kind, account.expires_at, account.top_up_url)
        raise Unreachable("The video service did not answer in time.")

    async def _project(self, project_id: str, owner: str) -> Project:
        project = await self._shelf.get(project_id)
        if project is None or project.owner != owner:
            raise NotFound(f"There is no project {shown(project_id)!r} here.")
        return project

    async def _latest(self, owner: str) -> Project:
        newest = await self._shelf.newest(owner, 1)
        if not newest:
            raise NoDraft("There is no project yet.", hint="Call generate_video first.")
        return newest[0]

    async def _owned(self, work: Callable[[], Awaitable[T]], late: Busy) -> T:
        """`work` as a task of the studio: a caller that goes away does not undo it. Raises `late` when it takes long."""
        assert self._group is not None  # noqa: S101 - a studio is entered before it is used
        done = anyio.Event()
        answers: list[T] = []
        failures: list[Exception] = []

        async def run() -> None:
            try:
                answers.append(await work())
            except Exception as error:  # noqa: BLE001 - raised again where the caller waits
                failures.append(error)
            finally:
                done.set()

        self._group.start_soon(run)
        with anyio.move_on_after(UNTIMED):
            await done.wait()
        if failures:
            raise failures[0]
        if not answers:
            raise late
        return answers[0]

    async def _forget_the_old(self) -> None:
        """Retention, once per life and not in anybody's way."""
        await anyio.sleep(5)
        now = self._ledger.clock()
        try:
            await self._journal.prune(now - KEEP_JOBS, now - KEEP_PROJECTS)
        except LedgerFault as error:
            log.warning("Old jobs could not be removed: %s", error)


@contextmanager
def bounded(wait_seconds: float) -> Iterator[None]:
    """Over soon after `wait_seconds`, whatever happens inside; nothing but the list of jobs can take so long."""
    try:
        with anyio.fail_after(wait_seconds + GRACE):
            yield
    except TimeoutError:
        raise Busy("The list of jobs is held by another process.", hint="Try again in a few seconds.") from None


def within(wait_seconds: float) -> float:
    """The deadline on the clock of the event loop. Raises BadArgument."""
    if not 0 <= wait_seconds <= LONGEST_WAIT:
        raise BadArgument(
            f"wait_seconds must be between 0 and {LONGEST_WAIT}.", hint="Use 40, and get_state to wait longer."
        )
    return anyio.current_time() + wait_seconds


def checked_prompt(prompt: str) -> str:
    prompt = prompt.encode("utf-8", "replace").decode("utf-8")
    if not prompt.strip():
        raise BadArgument("The prompt is empty.", hint="Say in a sentence or two what the video should show.")
    if len(prompt.encode("utf-8")) >= MOST_PROMPT:
        raise BadArgument(
            f"The prompt is longer than {MOST_PROMPT // 1000} kB.",
            hint="Shorten it; a few focused sentences give the best videos.",
        )
    return prompt


def checked_format(wish: str) -> str:
    fmt = wish.strip().lower().removeprefix(".")
    if fmt not in EXPORT_FORMATS:
        raise BadArgument(f"{shown(wish)!r} is not an export format.", hint=f"Use one of {', '.join(EXPORT_FORMATS)}.")
    return fmt


def checked_resolution(wish: str) -> str:
    resolution = wish.strip().lower()
    if resolution not in RESOLUTIONS:
        raise BadArgument(f"{shown(wish)!r} is not a resolution.", hint=f"Use one of {', '.join(RESOLUTIONS)}.")
    return resolution
