"""Wishes become jobs: planned once, joined when they are the same, driven by the runner, watched for a caller."""

from dataclasses import dataclass

import anyio

from ..errors import NoDraft, NotFound
from ..wire.route import Route
from .background import Background
from .job import EXPORT, GENERATE, Job, JobSpec, wish_of
from .seam import Journal, Runner
from .shelf import Project, Shelf
from .talk import shown
from .waiting import Rising, Watch

TITLE = 80  # letters of a prompt that name its project


@dataclass(frozen=True, slots=True)
class Orders:
    journal: Journal
    shelf: Shelf
    runner: Runner
    background: Background

    async def project(self, project_id: str, owner: str) -> Project:
        """Raises NotFound, also for somebody else's."""
        project = await self.shelf.get(project_id)
        if project is None or project.owner != owner:
            raise NotFound(f"There is no project {shown(project_id)!r} here.")
        return project

    async def latest(self, owner: str) -> Project:
        """Raises NoDraft when there is none."""
        newest = await self.shelf.newest(owner, 1)
        if not newest:
            raise NoDraft("There is no project yet.", hint="Call generate_video first.")
        return newest[0]

    async def job(self, job_id: str, owner: str) -> Job:
        """Raises NotFound, also for somebody else's."""
        job = await self.journal.get(job_id)
        if job is None or job.owner != owner:
            raise NotFound(f"There is no job {shown(job_id)!r} here.")
        return job

    async def generation(
        self, prompt: str, routed: Route, *, project_id: str, export: bool, owner: str
    ) -> tuple[Job, bool]:
        """The job for a prompt, and whether it was there already. An empty `project_id` makes a project."""
        title = shown(prompt)[:TITLE]
        project = await self.project(project_id, owner) if project_id else await self.shelf.new(owner, title)
        facts = {
            "prompt": routed.message or prompt,
            "export": export,
            "format": routed.format or "mp4",
            "resolution": routed.resolution or "1080p",
            "filename": "",
        }
        born = self.runner.execution
        spec = JobSpec(GENERATE, owner, project.project_id, project_id, wish_of(prompt), title, born, facts)
        job, joined = await self._submit(spec)
        if joined and not project_id:
            await self.shelf.drop_empty(project.project_id)
        if joined and export and job.open:
            await self.journal.note(job.job_id, facts={"export": True})
        return job, joined

    async def export(self, project: Project, *, fmt: str, resolution: str, filename: str) -> tuple[Job, bool]:
        """The job for a file, and whether it was there already."""
        facts = {"format": fmt, "resolution": resolution, "filename": filename}
        wish, born = wish_of(EXPORT, fmt, resolution, filename), self.runner.execution
        mine = project.project_id
        return await self._submit(JobSpec(EXPORT, project.owner, mine, mine, wish, f"{fmt} {resolution}", born, facts))

    async def export_for(self, parent: Job) -> Job:
        """The export that belongs to a generation: made once, found again after a crash."""
        facts = {name: parent.facts[name] for name in ("format", "resolution", "filename")}
        wish, born, mine = wish_of(EXPORT, parent.job_id), self.runner.execution, parent.project_id
        spec = JobSpec(EXPORT, parent.owner, mine, mine, wish, parent.title, born, facts, parent.job_id)
        return (await self._submit(spec))[0]

    async def watched(self, job: Job, rising: Rising, deadline: float) -> Job:
        """The job at its end or at the deadline; a caller who stops waiting may ask the same again."""
        try:
            now = await Watch(self.journal, job.job_id, rising).until(deadline) or job
        except anyio.get_cancelled_exc_class():
            self._left(job)
            raise
        if now.open:
            self._left(job)
        return now

    def _left(self, job: Job) -> None:
        self.background.aside(lambda: self.journal.mark_overdue(job.job_id))

    async def _submit(self, spec: JobSpec) -> tuple[Job, bool]:
        await self.runner.hold()
        job, joined = await self.journal.submit(spec)
        if job.open and job.runner == self.runner.execution:
            await self.runner.enqueue(job.job_id)
        return job, joined
