"""What the use cases answer: frozen values with the names the public interface uses. No words for people here."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..timeline import Timeline
from ..wire.bodies import Credits

Progress = Callable[[float, str], Awaitable[None]]
"""Told strictly rising figures between 0 and 100 and a sentence; called at least every 10 s while waiting."""


@dataclass(frozen=True, slots=True)
class FileInfo:
    """A finished file, every figure read back from the file itself."""

    path: str
    url: str = ""
    bytes: int = 0
    sha256: str = ""
    seconds: float = 0
    width: int = 0
    height: int = 0
    video_codec: str = ""
    audio_codec: str = ""


@dataclass(frozen=True, slots=True)
class TakenAction:
    """A GUI instruction as a tool action: `arguments` is ready to call, `done` says it was carried out."""

    action: str
    tool: str
    arguments: Mapping[str, Any] = field(default_factory=dict)
    done: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Spending:
    """Credits around one job; -1 where unknown."""

    spent: float = -1
    balance: Credits = field(default_factory=Credits)


@dataclass(frozen=True, slots=True)
class Generation:
    """`status` is done, running or needs_input. `notes` are plain sentences a person must be told.

    `poster` is a JPEG of at most 60 kB beside a finished file, or empty; `contact_sheet` a link for `Backend.picture`.
    """

    status: str
    project_id: str
    job_id: str
    reply: str = ""
    changes: tuple[str, ...] = ()
    timeline: str = ""
    actions: tuple[TakenAction, ...] = ()
    credits: Spending = field(default_factory=Spending)
    file: FileInfo | None = None
    open_in_browser: str = ""
    notes: tuple[str, ...] = ()
    poster: bytes = b""
    contact_sheet: str = ""


@dataclass(frozen=True, slots=True)
class UploadedFile:
    """`kind` is video, image, audio or text (text is kept for the next generation, not uploaded)."""

    name: str
    kind: str
    source: str = ""
    bytes: int = 0
    seconds: float = 0
    width: int = 0
    height: int = 0
    reused: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Uploads:
    project_id: str
    media: tuple[UploadedFile, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Balance:
    """`account` is anonymous or token; `expires_at` ISO 8601 or empty."""

    credits: Credits
    account: str = "anonymous"
    expires_at: str = ""
    top_up_url: str = ""


@dataclass(frozen=True, slots=True)
class JobView:
    """`kind` is generate or export; `status` queued, running, done or failed; `progress` 0-100."""

    job_id: str
    project_id: str
    kind: str
    status: str
    progress: float = 0
    started_at: str = ""
    note: str = ""
    file: FileInfo | None = None


@dataclass(frozen=True, slots=True)
class ProjectView:
    project_id: str
    title: str = ""
    updated_at: str = ""
    timeline: str = ""


@dataclass(frozen=True, slots=True)
class Overview:
    """Answer of `state`: of one project, of one job, or of everything here.

    `status`: of the project or job asked for (empty | ready | queued | running | done | failed), ok for the overview.
    `view` is the project's timeline as a value (get_state lists its tracks). `picture` is a JPEG or empty: all scenes at
    a glance where the service draws them, else the poster of a finished file.
    """

    status: str
    timeline: str = ""
    view: Timeline = field(default_factory=Timeline)
    jobs: tuple[JobView, ...] = ()
    projects: tuple[ProjectView, ...] = ()
    reply: str = ""
    changes: tuple[str, ...] = ()
    actions: tuple[TakenAction, ...] = ()
    picture: bytes = b""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Export:
    """`status` is done or running; `file` only when done; `poster` a JPEG of at most 60 kB, or empty."""

    status: str
    project_id: str
    job_id: str
    render_id: str
    file: FileInfo | None = None
    open_in_browser: str = ""
    poster: bytes = b""
    progress: float = 0
    notes: tuple[str, ...] = ()
