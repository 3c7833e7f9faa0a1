"""The projects of a person, and what lies ready for them: uploads made once, documents waiting for the next message."""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ..timeline.describe import line
from ..wire.bodies import ProjectState
from .job import new_id
from .ledger import Ledger, clean, packed, unpacked


@dataclass(frozen=True, slots=True)
class Project:
    """`session_id` is empty until the service was asked for one; `timeline` and `draft` are as last seen."""

    project_id: str
    owner: str
    title: str = ""
    session_id: str = ""
    task_id: str = ""
    user_id: str = ""
    timeline: str = ""
    draft: str = ""
    created: float = 0
    updated: float = 0


@dataclass(frozen=True, slots=True)
class Document:
    sha256: str
    name: str
    text: str


class Shelf:
    """Rows of projects, uploads and documents in the ledger."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger

    async def new(self, owner: str, title: str) -> Project:
        project = Project(new_id("p"), owner, title, created=self.ledger.clock(), updated=self.ledger.clock())
        await self.ledger.write(
            lambda db: db.execute(
                "INSERT INTO projects (project_id, owner, title, created, updated) VALUES (?, ?, ?, ?, ?)",
                (project.project_id, owner, title, project.created, project.updated),
            )
        )
        return project

    async def get(self, project_id: str) -> Project | None:
        row = await self.ledger.read(
            lambda db: db.execute("SELECT * FROM projects WHERE project_id = ?", (project_id,)).fetchone()
        )
        return _project(row) if row else None

    async def newest(self, owner: str, limit: int) -> tuple[Project, ...]:
        rows = await self.ledger.read(
            lambda db: db.execute(
                "SELECT * FROM projects WHERE owner = ? ORDER BY updated DESC, rowid DESC LIMIT ?", (owner, limit)
            ).fetchall()
        )
        return tuple(_project(row) for row in rows)

    async def drop_empty(self, project_id: str) -> None:
        """Forget a project made a moment ago that nothing belongs to."""
        await self.ledger.write(
            lambda db: db.execute(
                "DELETE FROM projects WHERE project_id = ? AND session_id = ''"
                " AND NOT EXISTS (SELECT 1 FROM jobs WHERE jobs.project_id = projects.project_id)"
                " AND NOT EXISTS (SELECT 1 FROM documents WHERE documents.project_id = projects.project_id)",
                (project_id,),
            )
        )

    async def set_session(self, project_id: str, old: str, session_id: str, task_id: str, user_id: str) -> Project:
        """Give the project a session if it still has `old`; tell the project as it is then."""
        now = self.ledger.clock()

        def work(db: sqlite3.Connection) -> Project:
            db.execute(
                "UPDATE projects SET session_id = ?, task_id = ?, user_id = ?, updated = ?"
                " WHERE project_id = ? AND session_id = ?",
                (session_id, task_id, user_id, now, project_id, old),
            )
            return _project(db.execute("SELECT * FROM projects WHERE project_id = ?", (project_id,)).fetchone())

        return await self.ledger.write(work)

    async def saw(self, project_id: str, state: ProjectState) -> None:
        """Remember the project as just read from the service."""
        now = self.ledger.clock()
        draft = clean(json.dumps(state.draft, ensure_ascii=False, separators=(",", ":")))
        await self.ledger.write(
            lambda db: db.execute(
                "UPDATE projects SET title = coalesce(nullif(?, ''), title), timeline = ?, draft = ?, updated = ?"
                " WHERE project_id = ?",
                (clean(state.title), clean(line(state.timeline)), draft, now, project_id),
            )
        )

    async def uploaded(self, session_id: str, sha256: str) -> dict[str, Any] | None:
        """What was told when these bytes were uploaded to this session, or None."""
        row = await self.ledger.read(
            lambda db: db.execute(
                "SELECT media FROM uploads WHERE session_id = ? AND sha256 = ?", (session_id, sha256)
            ).fetchone()
        )
        answer: dict[str, Any] | None = unpacked(row[0]) if row else None
        return answer

    async def remember_upload(self, session_id: str, sha256: str, media: dict[str, Any]) -> None:
        now = self.ledger.clock()
        await self.ledger.write(
            lambda db: db.execute(
                "INSERT OR REPLACE INTO uploads (session_id, sha256, media, at) VALUES (?, ?, ?, ?)",
                (session_id, sha256, packed(media), now),
            )
        )

    async def keep_document(self, project_id: str, document: Document) -> bool:
        """Keep words for the next message. False when the same words wait already."""
        now = self.ledger.clock()

        def work(db: sqlite3.Connection) -> bool:
            waiting = db.execute(
                "SELECT 1 FROM documents WHERE project_id = ? AND sha256 = ? AND job_id = ''",
                (project_id, document.sha256),
            ).fetchone()
            db.execute(
                "INSERT OR REPLACE INTO documents (project_id, sha256, name, text, at) VALUES (?, ?, ?, ?, ?)",
                (project_id, document.sha256, document.name, document.text, now),
            )
            db.execute("UPDATE projects SET updated = ? WHERE project_id = ?", (now, project_id))
            return waiting is None

        return await self.ledger.write(work)

    async def take_documents(self, project_id: str, job_id: str) -> tuple[Document, ...]:
        """The words that wait for this project, now belonging to the job; the same again when asked again."""

        def work(db: sqlite3.Connection) -> Sequence[sqlite3.Row]:
            db.execute("UPDATE documents SET job_id = ? WHERE project_id = ? AND job_id = ''", (job_id, project_id))
            return db.execute(
                "SELECT sha256, name, text FROM documents WHERE project_id = ? AND job_id = ? ORDER BY at, rowid",
                (project_id, job_id),
            ).fetchall()

        return tuple(Document(*row) for row in await self.ledger.write(work))


def _project(row: sqlite3.Row) -> Project:
    return Project(**dict(row))
