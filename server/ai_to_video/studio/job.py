"""What a job is and how it lives. Pure.

generate: planned → permitted → sent → streaming → heard → settled
                        ↘        ↘        ↘ uncertain → recovering → settled | failed | unsent
export:   planned → submitting → rendering → fetching → settled | failed

A generation that was asked for a file is `exporting` between its own end and that of its export.

A job in an ended state never changes again. Whatever was permitted is never sent a second time.
"""

import hashlib
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

GENERATE, EXPORT = "generate", "export"

PLANNED = "planned"
PERMITTED = "permitted"
SENT = "sent"
STREAMING = "streaming"
HEARD = "heard"
UNCERTAIN = "uncertain"
RECOVERING = "recovering"
EXPORTING = "exporting"

SUBMITTING = "submitting"
RENDERING = "rendering"
FETCHING = "fetching"

SETTLED = "settled"
FAILED = "failed"
UNSENT = "unsent"

ENDED = (SETTLED, FAILED, UNSENT)

ALIVE = (SENT, STREAMING)
"""States that prove that the service took the message."""


@dataclass(frozen=True, slots=True)
class JobSpec:
    """A wish, before it is a job. `asked_project` is what the caller named, empty for a new project.

    `wish` says when two wishes are the same; `facts` are the small JSON values the drive starts from.
    """

    kind: str
    owner: str
    project_id: str
    asked_project: str
    wish: str
    title: str
    born: str
    facts: Mapping[str, Any] = field(default_factory=dict)
    parent: str = ""


@dataclass(frozen=True, slots=True)
class Job:
    """One row of the ledger. Times are seconds since the epoch, 0 where it has not happened.

    `born` is the process that planned it, `runner` the one that drives it now. `turn` counts the messages sent for it.
    """

    seq: int
    job_id: str
    owner: str
    project_id: str
    asked_project: str
    kind: str
    state: str
    wish: str
    title: str
    born: str
    runner: str
    parent: str
    turn: int
    progress: float
    note: str
    overdue: bool
    facts: Mapping[str, Any]
    result: Mapping[str, Any] | None
    error: Mapping[str, Any] | None
    spent: float
    created: float
    updated: float
    ended: float

    @property
    def open(self) -> bool:
        return self.state not in ENDED

    @property
    def status(self) -> str:
        """The state in the public words: queued, running, done or failed."""
        if self.state == SETTLED:
            return "done"
        if self.state in (FAILED, UNSENT):
            return "failed"
        return "queued" if self.state == PLANNED else "running"


@dataclass(frozen=True, slots=True)
class Turn:
    """One message to the agent, with what the project looked like before it. `permit` is the execution that holds it."""

    job_id: str
    number: int
    message: str
    session_id: str
    before: Mapping[str, Any] | None
    permit: str


@dataclass(frozen=True, slots=True)
class Told:
    """One finished message of the agent: as it came, and as a person reads it."""

    number: int
    turn: int
    raw: str
    text: str


def ahead(job: Job, others: Iterable[Job]) -> Job | None:
    """The open job of the same project that goes first, or None when this one may work.

    The service runs one message per session at a time and one export; an export also waits for the messages before it,
    so that it shows what they did. An export made for a generation stands in its parent's place in the line:

        generate 1 ── export 4 (for 1)      line: 1, 4, 2, 3
        generate 2    export 3
    """
    line = {other.job_id: other for other in others}
    place = line[job.parent].seq if job.parent in line else job.seq
    first = [
        other
        for other in line.values()
        if other.open
        and other.job_id not in (job.job_id, job.parent)
        and other.seq < place
        and (other.kind == job.kind or job.kind == EXPORT)
    ]
    return min(first, key=lambda other: other.seq, default=None)


def new_id(letter: str) -> str:
    """ "p" → "p_3f9c0a61d2": short enough to say, long enough never to meet twice in one home."""
    return f"{letter}_{secrets.token_hex(5)}"


def wish_of(*words: str) -> str:
    """The same for the same wish, whatever its spaces and line ends."""
    return hashlib.sha256("\x1f".join(" ".join(word.split()) for word in words).encode("utf-8", "replace")).hexdigest()
