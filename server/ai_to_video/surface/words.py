"""Answers as the text that comes first in every result: what a person should be told, where the file is, what is next.

Pure. What the video service wrote is always quoted line by line under "The video service says:", so that nobody takes
it for an instruction; everything else here is this project's own words.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ..errors import AiToVideoError, OutOfCredits

if TYPE_CHECKING:
    from ..studio.answers import (
        Balance,
        Export,
        FileInfo,
        Generation,
        JobView,
        Overview,
        ProjectView,
        Spending,
        TakenAction,
        UploadedFile,
        Uploads,
    )

MOST_QUOTED = 6000
"""Characters of one reply that are shown; hosts drop results that grow too big."""

WAIT = 45
"""Seconds a host lets a call last without cutting it; what the next step suggests to wait."""


def text(*parts: Iterable[str]) -> str:
    return "\n".join(line for part in parts for line in part if line)


def one_line(words: str) -> str:
    """Titles and names come from outside; a line break in one must not look like a line of ours."""
    return " ".join(words.split())


def figure(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")


def size(count: int) -> str:
    return f"{figure(count / 1_000_000)} MB" if count >= 100_000 else f"{figure(count / 1000)} kB"


def quoted(words: str) -> Iterator[str]:
    words = words.strip()
    if words:
        yield "The video service says:"
        cut = words if len(words) <= MOST_QUOTED else words[:MOST_QUOTED] + " [shortened]"
        yield from ("> " + line for line in cut.splitlines())


def bullets(title: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield title
        yield from ("- " + one_line(line) for line in lines)


def saved(file: "FileInfo") -> str:
    figures = (
        f"{file.width}x{file.height}" if file.width and file.height else "",
        f"{figure(file.seconds)} s" if file.seconds else "",
        size(file.bytes) if file.bytes else "",
    )
    told = ", ".join(filter(None, figures))
    return f"Saved: {file.path}" + (f" ({told})" if told else "")


def fetched(file: "FileInfo") -> str:
    return f"Download (the link holds for a day): {file.url}"


def call(tool: str, arguments: Mapping[str, Any]) -> str:
    given = ", ".join(f"{name} {quote(value)}" for name, value in arguments.items())
    return f"{tool} with {given}" if given else tool


def quote(value: object) -> str:
    return f'"{one_line(value)}"' if isinstance(value, str) else str(value).lower()


def steps(actions: Sequence["TakenAction"]) -> Iterator[str]:
    done = [action.note for action in actions if action.done and action.note]
    offered = [
        call(action.tool, action.arguments) + (f": {action.note}" if action.note else "")
        for action in actions
        if not action.done
    ]
    yield from bullets("Done on the way:", done)
    yield from bullets("Offered as a next step:", offered)


def receipt(spending: "Spending") -> Iterator[str]:
    told = []
    if spending.spent >= 0:
        told.append(f"{figure(spending.spent)} spent")
    if spending.balance.available >= 0:
        told.append(f"{figure(spending.balance.available)} left")
    if spending.balance.frozen > 0:
        told.append(f"{figure(spending.balance.frozen)} held back for running work")
    if told:
        yield f"Credits: {', '.join(told)}."


def link(address: str) -> Iterator[str]:
    if address:
        yield f"Open in the browser: {address}"


def going_on(job_id: str) -> str:
    return f'Next: get_state with job_id "{job_id}" and wait_seconds {WAIT} tells when it is finished.'


def generation(answer: "Generation") -> str:
    project = f'project_id "{answer.project_id}"'
    if answer.status == "running":
        first, after = "Still working on it; the work goes on by itself.", going_on(answer.job_id)
    elif answer.status == "needs_input":
        first = "The video service has a question." if answer.reply else "Something is needed before this can go on."
        after = f"Next: generate_video with {project} and the answer." if answer.project_id else ""
    elif answer.file:
        first, after = "The video is finished.", f"Next: generate_video with {project} changes it."
    elif answer.timeline:
        first, after = f"Done. This is project {answer.project_id}.", f"Next: generate_video with {project} changes it."
        if not any(action.tool == "export_video" for action in answer.actions):
            after = f"Next: export_video with {project} saves the file; generate_video with {project} changes it."
    else:
        first, after = "Done.", ""
    return text(
        (first, saved(answer.file) if answer.file else ""),
        map(one_line, answer.notes),
        bullets("What changed:", answer.changes),
        (one_line(answer.timeline),),
        quoted(answer.reply),
        steps(answer.actions),
        receipt(answer.credits),
        link(answer.open_in_browser),
        (after,),
    )


def upload(file: "UploadedFile") -> str:
    figures = (
        file.kind,
        f"{figure(file.seconds)} s" if file.seconds else "",
        f"{file.width}x{file.height}" if file.width and file.height else "",
        size(file.bytes) if file.bytes else "",
        "already there, not sent again" if file.reused else "",
    )
    return f"{file.name} ({', '.join(filter(None, figures))})" + (f": {file.note}" if file.note else "")


def uploads(answer: "Uploads") -> str:
    count = "1 file is" if len(answer.media) == 1 else f"{len(answer.media)} files are"
    return text(
        bullets(f"{count} ready in project {answer.project_id}:", [upload(file) for file in answer.media]),
        map(one_line, answer.notes),
        (f'Next: generate_video with project_id "{answer.project_id}" uses them.',),
    )


def balance(answer: "Balance") -> str:
    left = answer.credits
    if left.available < 0:
        told = "The service did not tell how many credits are left."
    else:
        told = f"{figure(left.available)} credits are available"
        told += f" of {figure(left.total)}" if left.total >= 0 else ""
        told += f"; {figure(left.frozen)} are held back for running work." if left.frozen > 0 else "."
    account = "Account: your own token" if answer.account == "token" else "Account: a free anonymous one"
    expiry = f", valid until {answer.expires_at}." if answer.expires_at else "."
    return text(
        (told, account + expiry, "Generating and editing spend credits, exporting does not."),
        (f"Get more: {answer.top_up_url}",) if answer.top_up_url else (),
    )


def job(view: "JobView") -> str:
    told = f"{view.job_id}: {view.kind} of project {view.project_id}, {view.status}"
    told += f" {figure(view.progress)} %" if view.status == "running" and view.progress > 0 else ""
    told += f" ({view.note})" if view.note else ""
    return told + (f". {saved(view.file)}" if view.file else "")


def project(view: "ProjectView") -> str:
    told = f'{view.project_id} "{one_line(view.title)}"' if view.title else view.project_id
    told += f", changed {view.updated_at}" if view.updated_at else ""
    return told + (f": {view.timeline}" if view.timeline else "")


STATUS = {
    "empty": "This project is still empty.",
    "ready": "This project has a timeline.",
    "queued": "The job waits for its turn.",
    "running": "The job is still running; it goes on by itself.",
    "done": "The job is finished.",
    "failed": "The job has failed.",
    "needs_input": "The video service has a question.",
}


def overview(answer: "Overview", project_id: str, job_id: str) -> str:
    """`project_id` and `job_id` are what was asked for, both empty for everything."""
    asked = bool(project_id or job_id)
    nothing = not (asked or answer.jobs or answer.projects)
    return text(
        (STATUS.get(answer.status, ""),) if asked else (),
        ("There are no projects and no jobs here yet.",) if nothing else (),
        (one_line(answer.timeline),) if asked else (),
        bullets("What changed:", answer.changes),
        quoted(answer.reply),
        steps(answer.actions),
        bullets("Jobs:", [job(view) for view in answer.jobs]),
        bullets("Projects:", [project(view) for view in answer.projects]) if not asked else (),
        map(one_line, answer.notes),
        (after_overview(answer, project_id, job_id),),
    )


def after_overview(answer: "Overview", project_id: str, job_id: str) -> str:
    waiting = [view for view in answer.jobs if view.status in ("queued", "running")]
    of = project_id or next((view.project_id for view in answer.jobs if view.job_id == job_id), "")
    if waiting:
        return going_on(waiting[0].job_id)
    if any(view.file for view in answer.jobs) and job_id:
        return f'Next: generate_video with project_id "{of}" changes the video.' if of else ""
    if of and answer.timeline:
        return f'Next: export_video with project_id "{of}" saves the file.'
    if of and answer.status == "empty":
        return f'Next: generate_video with project_id "{of}" makes a video of it.'
    if of or job_id:
        return ""
    shown = "Next: get_state with a project_id shows the tracks of one of them."
    return shown if answer.projects else "Next: generate_video with a prompt starts a video."


def export(answer: "Export") -> str:
    if answer.status == "running":
        share = f" ({figure(answer.progress)} %)" if answer.progress > 0 else ""
        first, after = f"The video is being rendered{share}; that goes on by itself.", going_on(answer.job_id)
    else:
        first, after = "The video is finished.", "Exporting cost no credits."
    return text(
        (first, saved(answer.file) if answer.file else ""),
        map(one_line, answer.notes),
        link(answer.open_in_browser),
        (after,),
    )


def hint(error: AiToVideoError) -> str:
    link = error.link if isinstance(error, OutOfCredits) else ""
    return error.hint if not link or link in error.hint else f"Get more credits at {link}, then ask again."


def failure(error: AiToVideoError) -> str:
    """Exactly two sentences: what happened, with the job where there is one, and what to do next."""
    happened, next_step = one_line(str(error)), one_line(hint(error))
    if error.job_id and error.job_id not in happened + next_step:
        happened = re.sub(r"[.!?]?$", f" (job {error.job_id}).", happened, count=1)
    return f"{happened} {next_step}"
