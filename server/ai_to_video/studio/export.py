"""The life of an export, from a planned row to a whole file on the disk. May be entered again at any point.

Every id and name is written down before it is used, so that whoever goes on asks for the same render and fills the
same file. Exporting costs no credits, so unlike a message it may be asked for again.
"""

import uuid
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import anyio

from ..client.remedy import surely_unsent
from ..errors import (
    AiToVideoError,
    BackendFailed,
    Forbidden,
    NoDraft,
    NotFound,
    RenderFailed,
    SessionGone,
    TokenInvalid,
    Unintelligible,
    Unreachable,
)
from ..wire.bodies import ProjectState, RenderStatus, Session
from .answers import FileInfo
from .job import FAILED, FETCHING, PLANNED, RENDERING, SETTLED, SUBMITTING, Job
from .ledger import LedgerFault
from .patience import Poll, next_poll
from .seam import Journal
from .shelf import Project, Shelf
from .stored import error_to, file_to

PREPARING = 150.0  # seconds for everything before the render
LINK = 5.0
TRIES = 2  # renders: the first, and one more after a definite failure
MOST_LOST = 5  # requests for a render that may not have reached the service
WITHOUT_URL = 2  # more polls of a finished render that has no address yet, before the download route is taken
REFETCH = (0.5, 2.0, 5.0, 10.0, 20.0, 30.0)  # pauses between tries to go on with a download that gets nowhere
MOST_STUCK = 60  # such tries in a row, about half an hour
FOR_EVER = 24 * 3600.0  # a render nobody finishes in a day will not be finished


class Renderer(Protocol):
    async def state(self, session_id: str) -> ProjectState: ...

    async def submit_render(
        self,
        render_id: str,
        session_id: str,
        draft: Any,  # noqa: ANN401 - opaque, whatever the service wrote
        *,
        fmt: str,
        resolution: str,
    ) -> RenderStatus: ...

    async def render_status(self, render_id: str) -> RenderStatus: ...

    async def download(
        self, render: RenderStatus, part: Path, *, on_bytes: Callable[[int, int], None] | None = None
    ) -> object: ...

    async def claim_link(self, session: Session) -> str: ...


class Desk(Protocol):
    """Where files land; see `files.Outputs`."""

    def of(self, owner: str) -> "Desk": ...

    async def reserve(
        self, filename: str, fmt: str, *, title: str = "", job_id: str = "", expected_bytes: int = 0
    ) -> Path: ...

    def part(self, target: Path) -> Path: ...

    async def finish(
        self, part: Path, target: Path, *, expected_ms: int = 0, fmt: str, expected_bytes: int = 0
    ) -> FileInfo: ...

    async def finished(self, target: Path, *, fmt: str) -> FileInfo | None: ...

    async def release(self, target: Path) -> None: ...

    async def poster(self, path: Path) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Exporting:
    """Drives exports."""

    service: Renderer
    journal: Journal
    shelf: Shelf
    desk: Desk

    async def drive(self, job: Job) -> None:
        """Bring the job to its end, or as far as it gets before this process ends."""
        await self.journal.in_line(job.job_id, "Waiting for {} to finish first.")
        try:
            job = await self._prepared(job)
            while not await self._carried_out(job):
                job = await self._again(await self._now(job))
        except LedgerFault:
            raise
        except AiToVideoError as error:
            await self._fail(await self._now(job), error)

    async def _prepared(self, job: Job) -> Job:
        """The job with its session, target file and first render id written down."""
        if job.state != PLANNED:
            return job
        try:
            with anyio.fail_after(PREPARING):
                project = await self._project(job)
                state = await self.service.state(project.session_id)
        except TimeoutError:
            raise Unreachable("The video service did not answer in time; no export was started.") from None
        if not state.ready:
            raise NoDraft
        await self.shelf.saw(job.project_id, state)
        fmt = str(job.facts["format"])
        target = await self.desk.of(job.owner).reserve(
            str(job.facts["filename"]), fmt, title=state.title or project.title, job_id=job.job_id
        )
        facts = {
            "session_id": project.session_id,
            "target": str(target),
            "render_ids": [new_render_id()],
            "expected_ms": state.timeline.duration_ms or 0,
        }
        await self.journal.note(job.job_id, state=SUBMITTING, progress=5, note="⏳ Rendering ~30s", facts=facts)
        return await self._now(job)

    async def _project(self, job: Job) -> Project:
        project = await self.shelf.get(job.project_id)
        if project is None or not project.session_id:
            raise NoDraft
        return project

    async def _carried_out(self, job: Job) -> bool:
        """Render, fetch, tell. False when what was asked for will definitely never give the file."""
        try:
            if job.state == FETCHING and (file := await self._lying_there(job)):
                await self._finish(job, file)
                return True
            if job.state == SUBMITTING:
                await self._submit(job)
            render = await self._poll(await self._now(job))
            await self._fetch(await self._now(job), render)
        except (RenderFailed, NotFound):
            return False
        return True

    async def _again(self, job: Job) -> Job:
        """The job ready to ask once more. Raises RenderFailed when that was used up.

        A request that was lost on its way is made again under its own id. A render that was refused, failed, or
        vanished gets a new id, once.
        """
        ids, lost = list(job.facts["render_ids"]), int(job.facts.get("lost", 0))
        facts: dict[str, Any] = {"submitted": None}
        if job.facts.get("answered") != ids[-1]:
            if lost >= MOST_LOST:
                raise RenderFailed("The video service did not take the export.")
            facts["lost"], note = lost + 1, "The request for the export was lost on its way; asking again."
        else:
            if len(ids) >= TRIES:
                raise RenderFailed
            facts["render_ids"], note = [*ids, new_render_id()], "The render failed; trying once more."
        await self.journal.note(job.job_id, state=SUBMITTING, note=note, facts=facts)
        return await self._now(job)

    async def _submit(self, job: Job) -> None:
        """Make sure that the render with the written id is under way."""
        render_id, session_id = job.facts["render_ids"][-1], job.facts["session_id"]
        if job.facts.get("submitted"):
            try:
                await self.service.render_status(render_id)
            except NotFound:
                await self.journal.note(job.job_id, facts={"submitted": None})
            except AiToVideoError:
                return
            else:
                return
        state = await self.service.state(session_id)
        if not state.ready:
            raise NoDraft
        now = self.journal.now()
        await self.journal.note(job.job_id, facts={"submitted": now, "expected_ms": state.timeline.duration_ms or 0})
        facts: dict[str, Any] = {"answered": render_id}
        try:
            await self.service.submit_render(
                render_id, session_id, state.draft, fmt=job.facts["format"], resolution=job.facts["resolution"]
            )
        except AiToVideoError as error:
            if surely_unsent(error):
                raise
            if isinstance(error, Unreachable | Unintelligible):
                facts = {}
        await self.journal.note(job.job_id, state=RENDERING, facts=facts)

    async def _poll(self, job: Job) -> RenderStatus:
        """Ask about the render until it is finished. No answer is not an end; neither is a restart of ours."""
        render_id = job.facts["render_ids"][-1]
        since = self._since(job)
        polls: list[Poll] = []
        unknown = bare = 0
        while since() < FOR_EVER:
            await anyio.sleep(next_poll(polls))
            try:
                status = await self.service.render_status(render_id)
            except (NotFound, SessionGone):
                unknown += 1
                polls.append(Poll(since(), -1))
                if unknown >= 3:
                    raise NotFound from None
                continue
            except (TokenInvalid, Forbidden):
                raise
            except AiToVideoError:
                polls.append(Poll(since(), -1))
                continue
            if job.facts.get("answered") != render_id:
                await self.journal.note(job.job_id, facts={"answered": render_id})
                job = await self._now(job)
            unknown = 0
            polls.append(Poll(since(), status.progress))
            if status.status == "failed":
                raise RenderFailed
            if status.status == "completed":
                if status.url or bare >= WITHOUT_URL:
                    return status
                bare += 1
            elif status.progress >= 0:
                percent = f"⏳ {status.progress:.0f}%"
                await self.journal.note(job.job_id, progress=5 + status.progress * 0.85, note=percent)
        raise RenderFailed("The render did not finish within a day.")

    def _since(self, job: Job) -> Callable[[], float]:
        """Seconds since the render was asked for; the wall clock, which may jump, is read only once."""
        began = float(job.facts.get("submitted") or 0) or self.journal.now()
        age = min(max(self.journal.now() - began, 0.0), FOR_EVER / 2)
        start = anyio.current_time()
        return lambda: age + anyio.current_time() - start

    async def _lying_there(self, job: Job) -> FileInfo | None:
        """The whole file that an earlier life of this job brought in and could not tell of."""
        return await self.desk.of(job.owner).finished(Path(job.facts["target"]), fmt=job.facts["format"])

    async def _fetch(self, job: Job, render: RenderStatus) -> None:
        """Bring the file in, whole, and tell of it only then."""
        facts = {"url": render.url}
        await self.journal.note(job.job_id, state=FETCHING, progress=91, note="Saving the file.", facts=facts)
        await self._finish(await self._now(job), await self._download(job, render))

    async def _download(self, job: Job, render: RenderStatus) -> FileInfo:
        """The checked file. What is short is gone on with, what is wrong is fetched once more from the beginning."""
        target, desk = Path(job.facts["target"]), self.desk.of(job.owner)
        part = desk.part(target)
        stuck = spoiled = 0
        while True:
            before = await size_of(part)
            try:
                await self.service.download(render, part)
                return await desk.finish(
                    part,
                    target,
                    expected_ms=int(job.facts.get("expected_ms") or 0),
                    fmt=job.facts["format"],
                    expected_bytes=render.bytes,
                )
            except (RenderFailed, Unintelligible):
                if spoiled:
                    raise
                spoiled += 1
            except (Unreachable, BackendFailed):
                stuck = 0 if await size_of(part) > before else stuck + 1
                if stuck > MOST_STUCK:
                    raise
                await anyio.sleep(REFETCH[min(stuck, len(REFETCH) - 1)])

    async def _finish(self, job: Job, file: FileInfo) -> None:
        project = await self._project(job)
        poster, link = b"", ""
        with suppress(AiToVideoError):
            poster = await self.desk.poster(Path(file.path))
        with anyio.move_on_after(LINK):
            link = await self.service.claim_link(Session(project.session_id, project.task_id, project.user_id))
        result = {
            "file": {**file_to(file), "url": file.url or str(job.facts.get("url", ""))},
            "render_id": job.facts["render_ids"][-1],
            "open_in_browser": link,
            "notes": list(job.facts.get("notes", ())),
        }
        await self.journal.finish(job.job_id, SETTLED, result=result, poster=poster)

    async def _fail(self, job: Job, error: AiToVideoError) -> None:
        if target := job.facts.get("target"):
            with suppress(AiToVideoError):
                await self.desk.of(job.owner).release(Path(target))
        await self.journal.finish(job.job_id, FAILED, error=error_to(error))

    async def _now(self, job: Job) -> Job:
        return await self.journal.get(job.job_id) or job


def new_render_id() -> str:
    return f"render_{uuid.uuid4().hex}"


async def size_of(path: Path) -> int:
    try:
        return (await anyio.Path(path).stat()).st_size
    except OSError:
        return 0
