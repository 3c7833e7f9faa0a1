"""Rows of jobs as the answers the use cases promise. Pure."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from .answers import Export, FileInfo, Generation, JobView, TakenAction
from .job import FAILED, PLANNED, SETTLED, UNSENT, Job
from .stored import error_from, file_from, generation_from

JOINED = (
    "This is the same request as a moment ago, so nothing was sent again and this is its job {}."
    " To have it done once more, ask in other words."
)


def generation(job: Job, said: Sequence[str], poster: bytes, *, joined: bool = False) -> Generation:
    """The answer of a generation in whatever state it is, with its words so far. Raises what it failed with."""
    notes = (JOINED.format(job.job_id),) if joined else ()
    if job.state == SETTLED and job.result is not None:
        answer = generation_from(job.result)
        return replace(answer, notes=(*notes, *answer.notes), poster=poster)
    raise_failure(job)
    if job.state == PLANNED and job.note:
        notes = (*notes, job.note)
    words = "\n\n".join(filter(None, (text.strip() for text in said)))
    expects = filter(None, [job.facts.get("expects", "")])
    notes = (*notes, *expects, *job.facts.get("notes", ()))
    return Generation("running", job.project_id, job.job_id, reply=words, notes=notes)


def export(job: Job, poster: bytes, *, joined: bool = False) -> Export:
    """The answer of an export in whatever state it is. Raises what it failed with."""
    raise_failure(job)
    result = job.result or {}
    ids = job.facts.get("render_ids") or [""]
    notes = (JOINED.format(job.job_id),) if joined else ()
    if job.state == PLANNED and job.note:
        notes = (*notes, job.note)
    return Export(
        status=job.status if job.state == SETTLED else "running",
        project_id=job.project_id,
        job_id=job.job_id,
        render_id=str(result.get("render_id") or ids[-1]),
        file=file_from(result.get("file")),
        open_in_browser=str(result.get("open_in_browser", "")),
        poster=poster if job.state == SETTLED else b"",
        progress=job.progress,
        notes=(*notes, *result.get("notes", ())),
    )


def exported(answer: Export, fmt: str, resolution: str) -> Generation:
    """An export, asked for by a prompt."""
    done = answer.status == "done"
    arguments = {"project_id": answer.project_id, "format": fmt, "resolution": resolution}
    note = "The video file was exported." if done else "The export is running."
    return Generation(
        answer.status,
        answer.project_id,
        answer.job_id,
        actions=(TakenAction("export", "export_video", arguments, done, note),),
        file=answer.file,
        open_in_browser=answer.open_in_browser,
        notes=answer.notes,
        poster=answer.poster,
    )


def exporting(job: Job) -> bool:
    """True when a generation has tried to bring its file, with whatever success."""
    return "generation" in job.facts


def with_file(answer: Generation, export: Export) -> Generation:
    """A finished generation whose file was wished for only afterwards."""
    return replace(
        answer,
        status=export.status,
        job_id=answer.job_id if export.status == "done" else export.job_id,
        file=export.file,
        poster=export.poster,
        notes=(*answer.notes, *export.notes),
    )


def view(job: Job) -> JobView:
    """A row of a list. A failed job's note says why."""
    error = job.error or {}
    note = job.note
    if job.state in (FAILED, UNSENT):
        note = f"{error.get('message', '')} {error.get('hint', '')}".strip()
    elif job.state == SETTLED:
        note = ""
    return JobView(
        job_id=job.job_id,
        project_id=job.project_id,
        kind=job.kind,
        status=job.status,
        progress=round(job.progress, 1),
        started_at=moment(job.created),
        note=note,
        file=file_of(job),
    )


def file_of(job: Job) -> FileInfo | None:
    return file_from((job.result or {}).get("file"))


def moment(seconds: float) -> str:
    """ISO 8601 in UTC."""
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def raise_failure(job: Job) -> None:
    if job.state in (FAILED, UNSENT):
        raise error_from(job.error or {}, job.job_id)
