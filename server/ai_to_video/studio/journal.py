"""The jobs in the ledger, and the rules that hold whoever drives them.

The heart is the send permit: a durable compare-and-set, true once per message for ever, taken before the message
leaves and never given back. Ending a job is first-writer-wins. At most one admitted job per project and kind.
"""

import sqlite3
from collections.abc import Callable, Mapping
from typing import Any

from .job import ENDED, GENERATE, PERMITTED, PLANNED, Job, JobSpec, Told, Turn, ahead, new_id
from .ledger import Ledger, clean, packed, unpacked

REJOIN = 120.0  # seconds after its end in which a job still answers the same wish whose caller had stopped waiting
OPEN = "ended = 0"
LOOK_BACK = 40  # ended generations that a price is looked for in


class SqliteJournal:
    """The `seam.Journal` of one home; any process of it may use it at the same time. The promises are told there."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger

    @property
    def moment(self) -> int:
        return self.ledger.moment

    async def changed(self, since: int, patience: float) -> None:
        await self.ledger.changed(since, patience)

    def now(self) -> float:
        return self.ledger.clock()

    async def submit(self, spec: JobSpec) -> tuple[Job, bool]:
        now = self.ledger.clock()

        def work(db: sqlite3.Connection) -> tuple[Job, bool]:
            child = db.execute("SELECT * FROM jobs WHERE parent = ? AND parent != ''", (spec.parent,)).fetchone()
            if child is not None:
                return job_of(child), True
            twin = db.execute(
                f"SELECT * FROM jobs WHERE owner = ? AND kind = ? AND wish = ? AND parent = ''"  # noqa: S608 - constant
                f" AND (asked_project = ? OR (? != '' AND project_id = ?))"
                f" AND ({OPEN} OR (overdue = 1 AND state = 'settled' AND ended >= ? AND NOT EXISTS ("
                f"   SELECT 1 FROM jobs later WHERE later.project_id = jobs.project_id AND later.seq > jobs.seq"
                f"   AND later.kind = '{GENERATE}' AND later.state != 'unsent')))"
                f" ORDER BY seq DESC LIMIT 1",
                (*(spec.owner, spec.kind, spec.wish), *[spec.asked_project] * 3, now - REJOIN),
            ).fetchone()
            if twin is not None and not spec.parent:
                return job_of(twin), True
            job_id = new_id("j")
            db.execute(
                "INSERT INTO jobs (job_id, owner, project_id, asked_project, kind, state, wish, title, born, runner,"
                " parent, facts, created, updated) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    *(job_id, spec.owner, spec.project_id, spec.asked_project, spec.kind, PLANNED, spec.wish),
                    *(spec.title, spec.born, spec.born, spec.parent, packed(spec.facts), now, now),
                ),
            )
            return _job(db, job_id), False

        return await self.ledger.write(work)

    async def get(self, job_id: str) -> Job | None:
        row = await self.ledger.read(lambda db: db.execute("SELECT * FROM jobs WHERE job_id = ?", (job_id,)).fetchone())
        return job_of(row) if row else None

    async def jobs(
        self, owner: str, *, project_id: str = "", open_only: bool = False, limit: int = 1000
    ) -> tuple[Job, ...]:
        where = "owner = ?" + (" AND project_id = ?" if project_id else "") + (f" AND {OPEN}" if open_only else "")
        values = (owner, project_id, limit) if project_id else (owner, limit)
        rows = await self.ledger.read(
            lambda db: db.execute(
                f"SELECT * FROM jobs WHERE {where} ORDER BY created DESC, seq DESC LIMIT ?",  # noqa: S608 - constants
                values,
            ).fetchall()
        )
        return tuple(job_of(row) for row in rows)

    async def admit(self, job_id: str) -> Job | None:
        """Let the job work on its project: None when it may, else the job it has to wait for."""

        def look(db: sqlite3.Connection) -> Job | None:
            mine = _job(db, job_id)
            rows = db.execute("SELECT * FROM jobs WHERE project_id = ? AND ended = 0", (mine.project_id,)).fetchall()
            return ahead(mine, map(job_of, rows))

        def work(db: sqlite3.Connection) -> Job | None:
            first = look(db)
            if first is None:
                db.execute("UPDATE jobs SET admitted = 1 WHERE job_id = ? AND admitted = 0", (job_id,))
            return first

        return await self.ledger.read(look) or await self.ledger.write(work)  # a long line must not lock out others

    async def in_line(self, job_id: str, words: str) -> None:
        waiting = ""
        while True:
            moment = self.moment
            first = await self.admit(job_id)
            if first is None:
                return
            if first.job_id != waiting:
                waiting = first.job_id
                await self.note(job_id, note=words.format(waiting))
            await self.ledger.changed(moment, patience=5)

    async def plan_turn(self, turn: Turn) -> Turn:
        now = self.ledger.clock()

        def work(db: sqlite3.Connection) -> Turn:
            db.execute(
                "INSERT INTO turns (job_id, number, message, session_id, before) VALUES (?, ?, ?, ?, ?)"
                " ON CONFLICT (job_id, number) DO UPDATE SET message = excluded.message,"
                " session_id = excluded.session_id, before = excluded.before WHERE permit = ''",
                (turn.job_id, turn.number, turn.message, turn.session_id, packed(turn.before)),
            )
            db.execute(
                "UPDATE jobs SET turn = ?, updated = ? WHERE job_id = ? AND ended = 0",
                (turn.number, now, turn.job_id),
            )
            return _turn(db, turn.job_id, turn.number)

        return await self.ledger.write(work)

    async def turn(self, job_id: str, number: int) -> Turn | None:
        def work(db: sqlite3.Connection) -> Turn | None:
            found = db.execute("SELECT 1 FROM turns WHERE job_id = ? AND number = ?", (job_id, number)).fetchone()
            return _turn(db, job_id, number) if found else None

        return await self.ledger.read(work)

    async def take_permit(self, job_id: str, number: int, execution: str) -> bool:
        now = self.ledger.clock()

        def work(db: sqlite3.Connection) -> bool:
            taken = db.execute(
                "UPDATE turns SET permit = ?, permitted = ? WHERE job_id = ? AND number = ? AND permit = ''"
                " AND EXISTS (SELECT 1 FROM jobs WHERE jobs.job_id = turns.job_id AND ended = 0)",
                (execution, now, job_id, number),
            ).rowcount
            if taken:
                db.execute(
                    "UPDATE jobs SET state = ?, turn = ?, updated = ? WHERE job_id = ?",
                    (PERMITTED, number, now, job_id),
                )
            return taken == 1

        return await self.ledger.write(work)

    async def note(
        self,
        job_id: str,
        *,
        state: str = "",
        progress: float = -1,
        note: str = "",
        facts: Mapping[str, Any] | None = None,
    ) -> None:
        now = self.ledger.clock()

        def work(db: sqlite3.Connection) -> None:
            db.execute(
                "UPDATE jobs SET state = coalesce(nullif(?, ''), state), progress = max(progress, ?),"
                " note = coalesce(nullif(?, ''), note), facts = json_patch(facts, ?), updated = ?"
                " WHERE job_id = ? AND ended = 0 AND (?1 NOT IN ('', state) OR ?2 > progress OR ?3 NOT IN ('', note) OR ?4 != '{}')",
                (state, progress, note, packed(facts or {}), now, job_id),
            )

        await self.ledger.write(work)

    async def say(self, job_id: str, turn: int, raw: str, text: str) -> None:
        now = self.ledger.clock()

        def work(db: sqlite3.Connection) -> None:
            db.execute(
                "INSERT INTO told (job_id, number, turn, raw, text, at)"
                " SELECT ?, coalesce(max(number), 0) + 1, ?, ?, ?, ? FROM told WHERE job_id = ?",
                (job_id, turn, clean(raw), clean(text), now, job_id),
            )
            db.execute("UPDATE jobs SET updated = ? WHERE job_id = ?", (now, job_id))

        await self.ledger.write(work)

    async def told(self, job_id: str, after: int = 0) -> tuple[Told, ...]:
        rows = await self.ledger.read(
            lambda db: db.execute(
                "SELECT number, turn, raw, text FROM told WHERE job_id = ? AND number > ? ORDER BY number",
                (job_id, after),
            ).fetchall()
        )
        return tuple(Told(*row) for row in rows)

    async def finish(
        self,
        job_id: str,
        state: str,
        *,
        result: Mapping[str, Any] | None = None,
        error: Mapping[str, Any] | None = None,
        spent: float = -1,
        poster: bytes = b"",
    ) -> bool:
        assert state in ENDED  # noqa: S101 - a fault of ours, not of an input
        now = self.ledger.clock()

        def work(db: sqlite3.Connection) -> bool:
            ended = db.execute(
                "UPDATE jobs SET state = ?, result = ?, error = ?, spent = ?, updated = ?, ended = ?, admitted = 0,"
                " progress = CASE ? WHEN 'settled' THEN 100 ELSE progress END WHERE job_id = ? AND ended = 0",
                (state, packed(result), packed(error), spent, now, now, state, job_id),
            ).rowcount
            if ended and poster:
                db.execute("INSERT OR REPLACE INTO posters (job_id, jpeg) VALUES (?, ?)", (job_id, poster))
            if ended:
                db.execute("UPDATE turns SET before = NULL WHERE job_id = ?", (job_id,))
            if ended and state == "unsent":
                db.execute("UPDATE documents SET job_id = '' WHERE job_id = ?", (job_id,))
            return ended == 1

        return await self.ledger.write(work)

    async def poster(self, job_id: str) -> bytes:
        row = await self.ledger.read(
            lambda db: db.execute("SELECT jpeg FROM posters WHERE job_id = ?", (job_id,)).fetchone()
        )
        return bytes(row[0]) if row else b""

    async def mark_overdue(self, job_id: str) -> None:
        await self.ledger.write(lambda db: db.execute("UPDATE jobs SET overdue = 1 WHERE job_id = ?", (job_id,)))

    async def runners(self) -> tuple[str, ...]:
        rows = await self.ledger.read(
            lambda db: db.execute(f"SELECT DISTINCT runner FROM jobs WHERE {OPEN}").fetchall()  # noqa: S608 - constant
        )
        return tuple(str(row[0]) for row in rows)

    async def adopt(self, dead: str, runner: str) -> tuple[str, ...]:
        def work(db: sqlite3.Connection) -> tuple[str, ...]:
            rows = db.execute(
                "SELECT job_id FROM jobs WHERE runner = ? AND ended = 0 ORDER BY seq",
                (dead,),
            ).fetchall()
            db.execute(f"UPDATE jobs SET runner = ? WHERE runner = ? AND {OPEN}", (runner, dead))  # noqa: S608 - same
            return tuple(str(row[0]) for row in rows)

        return await self.ledger.write(work)

    async def paid(self, owner: str, sort: str, most: int) -> tuple[float, ...]:
        rows = await self.ledger.read(
            lambda db: db.execute(
                "SELECT spent FROM (SELECT * FROM jobs WHERE owner = ? AND ended > 0 AND state = 'settled' AND spent > 0"
                "  AND json_extract(facts, '$.sort') = ? AND json_extract(result, '$.status') = 'done'"
                "  ORDER BY created DESC, seq DESC LIMIT ?) mine WHERE NOT EXISTS (SELECT 1 FROM jobs other"
                "  WHERE other.ended > mine.created AND other.created < mine.ended AND other.turn > 0"
                "  AND other.project_id != mine.project_id AND other.state != 'unsent')"
                " AND NOT EXISTS (SELECT 1 FROM jobs other WHERE other.ended = 0 AND other.created < mine.ended"
                "  AND other.turn > 0 AND other.project_id != mine.project_id) LIMIT ?",
                (owner, sort, LOOK_BACK, most),
            ).fetchall()
        )
        return tuple(float(row[0]) for row in rows)

    async def reserve(self, job_id: str, amount: float, *, since: float, check: Callable[[float, float], None]) -> None:
        now = self.ledger.clock()

        def work(db: sqlite3.Connection) -> None:
            owner = _job(db, job_id).owner
            spent = db.execute(
                "SELECT coalesce(sum(spent), 0) FROM jobs WHERE owner = ? AND ended >= ? AND spent > 0", (owner, since)
            ).fetchone()[0]
            held = db.execute(
                f"SELECT coalesce(sum(json_extract(facts, '$.reserved')), 0) FROM jobs WHERE {OPEN}"  # noqa: S608 - constant
                " AND owner = ? AND job_id != ?",
                (owner, job_id),
            ).fetchone()[0]
            check(float(spent), float(held))
            db.execute(
                f"UPDATE jobs SET facts = json_set(facts, '$.reserved', ?), updated = ? WHERE job_id = ? AND {OPEN}",  # noqa: S608 - same
                (amount, now, job_id),
            )

        await self.ledger.write(work)

    async def prune(self, jobs_before: float, projects_before: float) -> int:
        def work(db: sqlite3.Connection) -> int:
            gone = db.execute("DELETE FROM jobs WHERE ended > 0 AND ended < ?", (jobs_before,)).rowcount
            db.execute("DELETE FROM uploads WHERE at < ?", (jobs_before,))
            db.execute("DELETE FROM documents WHERE at < ?", (jobs_before,))
            db.execute(
                "DELETE FROM projects WHERE updated < ? AND NOT EXISTS"
                " (SELECT 1 FROM jobs WHERE jobs.project_id = projects.project_id)",
                (projects_before,),
            )
            return gone

        return await self.ledger.write(work)


def job_of(row: sqlite3.Row) -> Job:
    return Job(
        seq=row["seq"],
        job_id=row["job_id"],
        owner=row["owner"],
        project_id=row["project_id"],
        asked_project=row["asked_project"],
        kind=row["kind"],
        state=row["state"],
        wish=row["wish"],
        title=row["title"],
        born=row["born"],
        runner=row["runner"],
        parent=row["parent"],
        turn=row["turn"],
        progress=row["progress"],
        note=row["note"],
        overdue=bool(row["overdue"]),
        facts=unpacked(row["facts"]),
        result=unpacked(row["result"]),
        error=unpacked(row["error"]),
        spent=row["spent"],
        created=row["created"],
        updated=row["updated"],
        ended=row["ended"],
    )


def _job(db: sqlite3.Connection, job_id: str) -> Job:
    return job_of(db.execute("SELECT * FROM jobs WHERE job_id = ?", (job_id,)).fetchone())


def _turn(db: sqlite3.Connection, job_id: str, number: int) -> Turn:
    row = db.execute("SELECT * FROM turns WHERE job_id = ? AND number = ?", (job_id, number)).fetchone()
    return Turn(job_id, number, row["message"], row["session_id"], unpacked(row["before"]), row["permit"])
