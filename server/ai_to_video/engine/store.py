"""Sessions and their uploads under one folder; survives restarts and several processes. Blocks; call it from a thread.

sessions/<session id>/state/000000003.json     what the agent knows of a project, with its history
                     /uploads/<hash>.<ext>     the files, named by content
                     /voice, /sheets           what was read aloud, and drawn to be seen at a glance
"""

import hashlib
import os
import re
import secrets
import shutil
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..timeline import Media, Timeline
from ..wire.draft import read_draft
from .records import Record
from .terms import Terms

_SESSION_ID = re.compile(r"\d{19}")
DRAFT_SHAPES = 4


class NoSession(Exception):
    """There is no such session, or it belongs to somebody else."""


@dataclass(frozen=True, slots=True)
class Project:
    """One session as it stands at a version. `state` is what is stored; the properties read it."""

    session_id: str
    version: int
    state: Mapping[str, Any]

    @property
    def timeline(self) -> Timeline:
        return read_draft(self.state.get("draft") or {})

    @property
    def media(self) -> tuple[Media, ...]:
        return tuple(
            Media(
                info["filename"],
                info["file_type"],
                info["path"],
                int(info.get("duration_ms", 0)),
                int(info.get("width", 0)),
                int(info.get("height", 0)),
                int(info.get("size", 0)),
            )
            for info in self.state.get("video_infos", [])
        )

    @property
    def user_id(self) -> str:
        return str(self.state["user_id"])

    @property
    def language(self) -> str:
        return str(self.state.get("language") or "")

    @property
    def shape(self) -> int:
        """Which spelling of drafts this session gets: one each, so that no reader learns only one."""
        return int(self.session_id) % DRAFT_SHAPES


class Store:
    def __init__(self, folder: Path, terms: Terms, clock: Callable[[], float]) -> None:
        self.folder = folder
        self._terms = terms
        self._clock = clock

    def create(self, user_id: str, *, name: str = "project", language: str = "") -> Project:
        while True:
            session_id = str(5_000_000_000_000_000_000 + secrets.randbelow(10**18))
            state = {
                "session_id": session_id,
                "task_id": "task_" + secrets.token_hex(10),
                "task_name": name[:200],
                "user_id": user_id,
                "language": language[:20],
                "created_at": self._clock(),
                "video_infos": [],
                "generated_media": [],
                "key": secrets.token_urlsafe(18),
            }
            record = self._record(session_id)
            if not record.versions():
                return Project(session_id, record.put(0, state), state)

    def load(self, session_id: str, user_id: str) -> Project:
        """Raises NoSession."""
        if not _SESSION_ID.fullmatch(session_id):
            raise NoSession
        version, state = self._record(session_id).latest()
        if not version or state.get("user_id") != user_id:
            raise NoSession
        return Project(session_id, version, state)

    def save(self, project: Project, changes: Mapping[str, Any]) -> Project:
        """The project with changed state. Raises records.Conflict when it changed meanwhile."""
        state = {**project.state, **changes, "updated_at": self._clock()}
        version = self._record(project.session_id).put(project.version, state)
        return Project(project.session_id, version, state)

    def earlier(self, project: Project) -> Project | None:
        """The project as it was before its last change of the timeline, if that is still known."""
        before = project.state.get("before")
        state = self._record(project.session_id).at(int(before)) if before else None
        return Project(project.session_id, int(before), state) if state and before else None

    def keep_upload(
        self, project: Project, file: Path, facts: Mapping[str, Any], name: str, extension: str
    ) -> tuple[Project, Mapping[str, Any]]:
        """(the project with a checked file taken in, what is known of the file); the same file is not taken twice."""
        digest = _hash(file)
        known = next((info for info in project.state["video_infos"] if info["hash"] == digest), None)
        folder = self._folder(project.session_id) / "uploads"
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        stored = folder / f"{digest[:40]}.{extension}"
        if not stored.exists():
            shutil.move(file, stored)
        os.utime(stored)
        if known:
            return project, known
        taken = {info["filename"].lower() for info in project.state["video_infos"]}
        info = {
            "filename": _free_name(name, extension, taken),
            "hash": digest,
            "path": f"/files/{project.session_id}/{project.state['key']}/{stored.name}",
            "size": stored.stat().st_size,
            **facts,
        }
        return self.save(project, {"video_infos": [*project.state["video_infos"], info]}), info

    def sources(self, session_id: str) -> dict[str, Path]:
        """The uploads of a session, and its narration, by name; those still on disk."""
        _, state = self._record(session_id).latest()
        found = {
            info["filename"]: self._folder(session_id) / "uploads" / info["path"].rsplit("/", 1)[-1]
            for info in state.get("video_infos", [])
        }
        with suppress(FileNotFoundError):
            found |= {path.name: path for path in self.voice_folder(session_id).iterdir() if path.suffix == ".wav"}
        return {name: path for name, path in found.items() if path.exists()}

    def voice_folder(self, session_id: str) -> Path:
        """Where the recordings of a session's narration lie."""
        return self._folder(session_id) / "voice"

    def sheet_folder(self, session_id: str) -> Path:
        """Where a session's contact sheet lies."""
        return self._folder(session_id) / "sheets"

    def upload_file(self, session_id: str, key: str, name: str) -> Path | None:
        """The upload a link points to; the key in the link is the right to see it."""
        if not re.fullmatch(r"[0-9a-f]{40}\.\w{2,4}", name) or self.linked(session_id, key) is None:
            return None
        path = self._folder(session_id) / "uploads" / name
        return path if path.is_file() else None

    def linked(self, session_id: str, key: str) -> Project | None:
        """The project that a link with this key in it belongs to."""
        if not _SESSION_ID.fullmatch(session_id):
            return None
        version, state = self._record(session_id).latest()
        known = secrets.compare_digest(str(state.get("key", "")).encode(), key.encode())
        return Project(session_id, version, state) if version and known else None

    def tidy(self) -> None:
        """Files nobody used for long go, then the oldest until they fit the terms."""
        files = []
        with suppress(FileNotFoundError):
            for session in os.scandir(self.folder / "sessions"):
                for kind in ("uploads", "voice", "sheets"):
                    with suppress(OSError):
                        files += [(entry.stat(), Path(entry.path)) for entry in os.scandir(Path(session.path) / kind)]
        now, total = self._clock(), sum(facts.st_size for facts, _ in files)
        for facts, path in sorted(files, key=lambda item: item[0].st_mtime):
            if facts.st_mtime > now - self._terms.kept_seconds and total <= self._terms.kept_bytes:
                break
            total -= facts.st_size
            path.unlink(missing_ok=True)

    def _folder(self, session_id: str) -> Path:
        return self.folder / "sessions" / session_id

    def _record(self, session_id: str) -> Record:
        return Record(self._folder(session_id) / "state")


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _free_name(name: str, extension: str, taken: set[str]) -> str:
    """A plain file name with the extension its content has, not yet taken in the project."""
    stem = re.sub(r"[\x00-\x1f\x7f<>:\"|?*]", "", re.split(r"[\\/]", name)[-1].rpartition(".")[0] or name).strip(". ")[
        :80
    ]
    stem = stem or "upload"
    free, number = f"{stem}.{extension}", 2
    while free.lower() in taken:
        free, number = f"{stem}-{number}.{extension}", number + 1
    return free
