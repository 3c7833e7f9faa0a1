"""What a person can ask for: generate, upload, credits, state, export. Jobs belong to the studio, not to the call.

A call never outlasts its `wait_seconds` by more than two seconds; the job goes on and is picked up by its id.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from types import TracebackType
from typing import Protocol, Self

import anyio
import anyio.to_thread

from ..client.identity import Account
from ..errors import AiToVideoError, Busy, Unreachable
from ..wire.route import Route, route
from . import answering
from .answers import Balance, Export, Generation, Overview, Progress, Spending, Uploads
from .asking import (
    GRACE,
    UNTIMED,
    bounded,
    checked_files,
    checked_format,
    checked_prompt,
    checked_resolution,
    deadline_of,
    left_until,
)
from .background import Background
from .export import Desk, Exporting, Renderer
from .generate import Generating, Service
from .job import GENERATE
from .journal import SqliteJournal
from .ledger import Ledger
from .orders import Orders
from .overview import Overviews
from .purse import OwnLimit, Purse
from .purse import told as told_credits
from .runner import LocalRunner
from .seam import Journal, Runner
from .shelf import Shelf
from .talk import shown
from .upload import Readers, Store, Uploading
from .waiting import Rising, Watch

DAY = 86_400.0
KEEP_JOBS, KEEP_PROJECTS = 30 * DAY, 365 * DAY
SETTLING_IN = 5.0  # seconds before old rows are removed, so that nothing at the start waits for it


class Backend(Service, Renderer, Store, Protocol):
    """What the studio needs of `client.Client`."""

    def account(self) -> Account: ...

    async def picture(self, link: str) -> bytes:
        """The small JPEG behind a link that a project's state told, or empty. Never raises."""
        ...

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
        own_limit: OwnLimit | None = None,
    ) -> None:
        self._client = client
        self._ledger = ledger
        self._inputs = inputs
        self._background = Background()
        self._journal: Journal = SqliteJournal(ledger)
        self._shelf = Shelf(ledger)
        self._runner: Runner = LocalRunner(self._journal, ledger.folder / "alive")
        self._orders = Orders(self._journal, self._shelf, self._runner, self._background)
        self._exporting = Exporting(client, self._journal, self._shelf, outputs)
        self._generating = Generating(
            client,
            self._journal,
            self._shelf,
            Purse(client, self._journal, daily_credits, own_limit),
            self._runner.execution,
            self._orders.export_for,
            language,
        )
        self._uploading = Uploading(client, self._shelf, inputs, language)
        self._overviews = Overviews(client, self._journal, self._shelf)

    async def __aenter__(self) -> Self:
        await self._background.__aenter__()
        await self._runner.start(self._background.group, self._drive)
        self._background.aside(self._forget_the_old)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool | None:
        try:
            return await self._background.__aexit__(kind, error, trace)
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
        deadline = deadline_of(wait_seconds)
        prompt = checked_prompt(prompt)
        with bounded(wait_seconds):
            routed = await anyio.to_thread.run_sync(route, prompt)  # its rules are made ready on first use
            if routed.kind != "send":
                return await self._elsewhere(routed, project_id, deadline, on_progress, owner)
            rising = Rising(on_progress)
            await rising.tell(1, "Setting things up...")
            export = export or routed.export_after
            job, joined = await self._orders.generation(
                prompt, routed, project_id=project_id, export=export, owner=owner
            )
            job = await self._orders.watched(job, rising, deadline)
            said = [told.text for told in await self._journal.told(job.job_id)]
            answer = answering.generation(job, said, await self._journal.poster(job.job_id), joined=joined)
            answer = replace(answer, notes=(*self._ledger.notices, *answer.notes))
            if joined and export and answer.status == "done" and answer.file is None and not answering.exporting(job):
                file = await self._file(answer.project_id, routed, deadline, on_progress, owner)
                return answering.with_file(answer, file)
            return answer

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
        deadline = deadline_of(wait_seconds)
        fmt, resolution = checked_format(format), checked_resolution(resolution)
        with bounded(wait_seconds):
            orders = self._orders
            project = await orders.project(project_id, owner) if project_id else await orders.latest(owner)
            rising = Rising(on_progress)
            await rising.tell(1, "⏳ Rendering ~30s")
            job, joined = await orders.export(project, fmt=fmt, resolution=resolution, filename=filename)
            job = await orders.watched(job, rising, deadline)
            answer = answering.export(job, await self._journal.poster(job.job_id), joined=joined)
            return replace(answer, notes=(*self._ledger.notices, *answer.notes))

    async def upload(self, files: Sequence[str], *, project_id: str = "", owner: str = "") -> Uploads:
        """Bring files into a project: media to the service, documents into its next message. Raises AiToVideoError."""
        sources = checked_files(list(files))
        known = await self._orders.project(project_id, owner) if project_id else None
        deadline = anyio.current_time() + UNTIMED
        try:
            with anyio.fail_after(UNTIMED):
                checked = await self._inputs.check_all(sources)
        except TimeoutError:
            raise Unreachable("The files could not be looked at in time; nothing was uploaded.") from None
        project = known or await self._shelf.new(owner, shown(", ".join(file.name for file in checked)))
        late = Busy(
            f"The upload to project {project.project_id} takes longer than this call may last, and goes on.",
            hint=f'Call upload_media again with the same files and project_id "{project.project_id}"; none is sent twice.',
        )
        try:
            work = partial(self._uploading.bring, checked, project)
            return await self._background.outlive(work, left_until(deadline), late)
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
        deadline = deadline_of(wait_seconds)
        with bounded(wait_seconds):
            if job_id:
                job = await self._orders.job(job_id, owner)
                rising = Rising(on_progress)
                await rising.tell(1, job.note or "Looking at the job.")
                job = await Watch(self._journal, job_id, rising).until(deadline) or job
                return await self._overviews.of_job(job, deadline)
            if project_id:
                project = await self._orders.project(project_id, owner)
                return await self._overviews.of_project(project, deadline, on_progress)
            return await self._overviews.of_all(owner)

    async def _elsewhere(
        self, routed: Route, project_id: str, deadline: float, on_progress: Progress | None, owner: str
    ) -> Generation:
        """A prompt that is no message for the agent is answered by the use case it means."""
        if routed.kind == "credits":
            balance = (await self._balance(left_until(deadline) + GRACE - 0.2)).credits
            return Generation("done", project_id, "", credits=Spending(-1, balance), notes=(told_credits(balance),))
        if routed.kind == "upload":
            words = "Which file? Give its path or URL to upload_media; it goes into the project you name, or a new one."
            return Generation("needs_input", project_id, "", notes=(words,))
        project = await self._orders.project(project_id, owner) if project_id else await self._orders.latest(owner)
        if routed.kind == "state":
            seen = await self._overviews.of_project(project, deadline, on_progress)
            return Generation(
                "done", project.project_id, "", timeline=seen.timeline, notes=seen.notes, poster=seen.picture
            )
        file = await self._file(project.project_id, routed, deadline, on_progress, owner)
        return answering.exported(file, routed.format or "mp4", routed.resolution or "1080p")

    async def _file(
        self, project_id: str, routed: Route, deadline: float, on_progress: Progress | None, owner: str
    ) -> Export:
        return await self.export(
            project_id=project_id,
            format=routed.format or "mp4",
            resolution=routed.resolution or "1080p",
            wait_seconds=left_until(deadline),
            on_progress=on_progress,
            owner=owner,
        )

    async def _balance(self, seconds: float) -> Balance:
        with anyio.move_on_after(seconds):
            balance = await self._client.within(seconds).credits()
            account = self._client.account()
            return Balance(balance, account.kind, account.expires_at, account.top_up_url)
        raise Unreachable("The video service did not answer in time.")

    async def _drive(self, job_id: str) -> None:
        job = await self._journal.get(job_id)
        if job is not None and job.open:
            await (self._generating if job.kind == GENERATE else self._exporting).drive(job)

    async def _forget_the_old(self) -> None:
        """Retention, once per life and not in anybody's way."""
        await anyio.sleep(SETTLING_IN)
        now = self._journal.now()
        await self._journal.prune(now - KEEP_JOBS, now - KEEP_PROJECTS)
