"""Looking: at one job, at one project, at everything here. Reads only."""

import json
from dataclasses import dataclass
from typing import Protocol

import anyio

from ..errors import AiToVideoError, SessionGone
from ..timeline import Timeline
from ..timeline.describe import line
from ..wire.bodies import ProjectState
from ..wire.draft import read_draft
from . import answering
from .answers import Generation, Overview, Progress, ProjectView
from .job import GENERATE, SETTLED, Job
from .reading import StateSource
from .seam import Journal
from .shelf import Project, Shelf
from .stored import generation_from
from .waiting import Rising, Watch

LIVE = 0.8  # seconds a reading may take beyond the caller's wait; then the last one seen must do
PICTURE = 1.3  # seconds beyond the caller's wait after which a picture must do without
LONGEST_PICTURE = 10.0  # seconds it may take, however long the caller would wait
GLANCE = "The picture shows the scenes of the video in their order."
LATE = "A picture of all scenes is being drawn; get_state shows it when asked again."
NEWEST_PROJECTS = 10
NEWEST_JOBS = 10


class Service(StateSource, Protocol):
    def within(self, seconds: float) -> StateSource: ...

    async def picture(self, link: str) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Overviews:
    service: Service
    journal: Journal
    shelf: Shelf

    async def of_job(self, job: Job, deadline: float) -> Overview:
        """What the job said and did; as far as it got, while it runs."""
        project = await self.shelf.get(job.project_id)
        answer = generation_from(job.result) if job.kind == GENERATE and job.result else None
        if answer is None:
            words = "\n\n".join(filter(None, (one.text.strip() for one in await self.journal.told(job.job_id))))
            answer = Generation(job.status, job.project_id, job.job_id, reply=words)
        view = answering.view(job)
        picture, notes = await self.journal.poster(job.job_id) if job.state == SETTLED else b"", answer.notes
        if job.state == SETTLED and not picture:
            picture, told = await self._glance(answer.contact_sheet, deadline)
            notes = (*notes, *told)
        return Overview(
            status=answer.status if view.status == "done" else view.status,
            timeline=answer.timeline or (project.timeline if project else ""),
            view=drawn(project),
            jobs=(view,),
            reply=answer.reply,
            changes=answer.changes,
            actions=answer.actions,
            picture=picture,
            notes=notes,
        )

    async def of_project(self, project: Project, deadline: float, on_progress: Progress | None) -> Overview:
        """The project as it is now at the service, or as last seen when that cannot be read in time."""
        for job in reversed(await self.journal.jobs(project.owner, project_id=project.project_id, open_only=True)):
            await Watch(self.journal, job.job_id, Rising(on_progress)).until(deadline)
        notes: tuple[str, ...] = ()
        state: ProjectState | None = None
        left = max(deadline - anyio.current_time(), 0) + LIVE
        with anyio.move_on_after(left):
            try:
                if not project.session_id:
                    state = ProjectState()
                else:
                    state = await self.service.within(left).state(project.session_id)
            except SessionGone as error:
                notes = (f"{error} {error.hint}",)
            except AiToVideoError as error:
                notes = (f"{error} This is the project as last seen.",)
        if state is None:
            notes = notes or ("The video service did not answer in time; this is the project as last seen.",)
        elif project.session_id:
            await self.shelf.saw(project.project_id, state)
        jobs = await self.journal.jobs(project.owner, project_id=project.project_id, limit=NEWEST_JOBS)
        seen = state.timeline if state is not None else drawn(project)
        running = [job for job in jobs if job.open]
        ready = state.ready if state is not None else any(track.clips for track in seen.tracks)
        sheet = state.contact_sheet if state is not None and not running else ""
        picture, told = await self._glance(sheet, deadline)
        if not picture and jobs and jobs[0].state == SETTLED:
            picture = await self.journal.poster(jobs[0].job_id)
        return Overview(
            status=("running" if any(job.status == "running" for job in running) else "queued")
            if running
            else ("ready" if ready else "empty"),
            timeline=line(seen) if seen.tracks else project.timeline,
            view=seen,
            jobs=tuple(map(answering.view, jobs)),
            projects=(_view(project, line(seen) if seen.tracks else project.timeline),),
            picture=picture,
            notes=(*notes, *told),
        )

    async def _glance(self, link: str, deadline: float) -> tuple[bytes, tuple[str, ...]]:
        """(the contact sheet behind a link of the service, what to say about it); nothing of both where there is none."""
        if not link:
            return b"", ()
        with anyio.CancelScope(deadline=min(deadline + PICTURE, anyio.current_time() + LONGEST_PICTURE)):
            picture = await self.service.picture(link)
            return picture, (GLANCE,) if picture else ()
        return b"", (LATE,)

    async def of_all(self, owner: str) -> Overview:
        """The newest projects and everything unfinished, whoever runs it. Never asks the service."""
        projects = await self.shelf.newest(owner, NEWEST_PROJECTS)
        jobs = await self.journal.jobs(owner, open_only=True)
        return Overview(
            status="ok",
            jobs=tuple(map(answering.view, jobs)),
            projects=tuple(_view(project, project.timeline) for project in projects),
            notes=self.shelf.ledger.notices,
        )


def drawn(project: Project | None) -> Timeline:
    """The timeline of the draft as last seen."""
    return read_draft(json.loads(project.draft)) if project and project.draft else Timeline()


def _view(project: Project, timeline: str) -> ProjectView:
    return ProjectView(project.project_id, project.title, answering.moment(project.updated), timeline)
