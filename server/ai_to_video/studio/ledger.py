"""What must survive a crash: one SQLite file that several processes of one home share.

Every piece of work is one transaction in one thread at a time, so that the event loop never waits for a disk.
A commit is on the platter before it is believed (WAL, synchronous=FULL). Opened on first use; migrated under a write
lock; a damaged file is set aside and said, never emptied.
"""

import json
import sqlite3
import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import anyio
import anyio.lowlevel
import anyio.to_thread

from ..errors import BackendFailed
from .schema import STEPS

T = TypeVar("T")

NAME = "ledger.sqlite3"
PATIENCE = 0.3  # seconds a thread waits for another process's transaction before it looks whether the caller still does
NUDGE = 0.02  # seconds of SQLite's own waiting; it sleeps longer and longer, which is unfair among several processes
LONGEST_WAIT = 60.0
GLANCE = 0.25  # seconds between looks at what other processes committed
DAMAGE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
FULL = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR}
CLOSED = {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM}
LOCKED = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}


class LedgerFault(BackendFailed):
    """The list of jobs cannot be read or written. Says nothing about any job in it."""


class Held(LedgerFault):
    sentence = "Another ai-to-video process holds the list of jobs."
    way_out = "Try again in a few seconds."


class Ledger:
    """The file under `folder`. `clock` gives seconds since the epoch."""

    def __init__(self, folder: Path, *, clock: Callable[[], float] = time.time) -> None:
        self.folder = folder
        self.clock = clock
        self.notices: tuple[str, ...] = ()
        self._connection: sqlite3.Connection | None = None
        self._one_at_a_time = anyio.CapacityLimiter(1)
        self._changed = anyio.Event()
        self._version = -1
        self._wrote = False
        self.moment = 0

    @property
    def path(self) -> Path:
        return self.folder / NAME

    async def read(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """What `work` reads, from one moment. Waits and raises as `write` does."""
        return await self._patiently(partial(self._work, work, "BEGIN"))

    async def write(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Run `work` as one durable transaction: wholly done when this returns, wholly undone when it raises.

        Another process's transaction is waited for as long as the caller has time, a minute at most. Raises LedgerFault.
        """
        try:
            return await self._patiently(partial(self._work, work, "BEGIN IMMEDIATE"))
        finally:
            if self._wrote:
                self._wake()

    async def changed(self, since: int, patience: float) -> None:
        """Return when anything here may have changed since that `moment`, at the latest after `patience` seconds.

        Take the moment first, then read, then wait: so nothing that happens in between is slept through.
        """
        with anyio.move_on_after(patience):
            while self.moment == since:
                with anyio.move_on_after(GLANCE):
                    await self._changed.wait()
                if self.moment == since and await self._others_wrote():
                    self._wake()

    async def close(self) -> None:
        with anyio.CancelScope(shield=True):
            await self._do(self._close)

    async def _patiently(self, work: Callable[[], T]) -> T:
        for _ in range(round(LONGEST_WAIT / PATIENCE)):
            try:
                return await self._do(work)
            except Held:
                await anyio.lowlevel.checkpoint()
        return await self._do(work)

    async def _do(self, work: Callable[[], T]) -> T:
        return await anyio.to_thread.run_sync(work, limiter=self._one_at_a_time)

    def _wake(self) -> None:
        self._wrote = False
        self.moment += 1
        self._changed.set()
        self._changed = anyio.Event()

    async def _others_wrote(self) -> bool:
        before = self._version
        self._version = await self._do(self._data_version)
        return self._version != before

    def _data_version(self) -> int:
        if self._connection is None:
            return -1
        try:
            return int(self._connection.execute("PRAGMA data_version").fetchone()[0])
        except sqlite3.Error:
            return -1

    def _work(self, work: Callable[[sqlite3.Connection], T], begin: str) -> T:
        try:
            return self._transaction(self._open(), work, begin)
        except sqlite3.DatabaseError as error:
            if primary(error) not in DAMAGE:
                raise told(error, self.folder) from error
        except OSError as error:
            raise unwritable(self.folder) from error
        try:
            self._set_aside()
            return self._transaction(self._open(), work, begin)
        except (sqlite3.DatabaseError, OSError) as error:
            raise unwritable(self.folder) from error

    def _transaction(self, connection: sqlite3.Connection, work: Callable[[sqlite3.Connection], T], begin: str) -> T:
        before = connection.total_changes
        self._begin(connection, begin)
        try:
            answer = work(connection)
            connection.execute("COMMIT")
            self._wrote = self._wrote or connection.total_changes != before
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
        return answer

    def _begin(self, connection: sqlite3.Connection, begin: str) -> None:
        give_up = time.monotonic() + PATIENCE
        while True:
            try:
                connection.execute(begin)
                return
            except sqlite3.OperationalError as error:
                if primary(error) not in LOCKED or time.monotonic() > give_up:
                    raise

    def _open(self) -> sqlite3.Connection:
        if self._connection is None:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            connection = sqlite3.connect(
                self.path, timeout=NUDGE, isolation_level=None, check_same_thread=False, cached_statements=256
            )
            try:
                connection.row_factory = sqlite3.Row
                connection.execute("PRAGMA journal_mode = WAL")
                connection.execute("PRAGMA synchronous = FULL")
                connection.execute("PRAGMA foreign_keys = ON")
                connection.execute("PRAGMA journal_size_limit = 4194304")
                migrate(connection)
                if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
                    raise damaged()
            except BaseException:
                connection.close()
                raise
            self.path.chmod(0o600)
            self._connection = connection
        return self._connection

    def _set_aside(self) -> None:
        """Give the damaged file another name, together with its log, so that nothing in it is lost."""
        self._close()
        stamp = time.strftime("%Y%m%d-%H%M%S", time.localtime(self.clock()))
        kept = self.path.with_name(f"ledger.damaged-{stamp}.sqlite3")
        for ending in ("", "-wal", "-shm"):
            old = self.path.with_name(self.path.name + ending)
            if old.exists():
                old.rename(kept.with_name(kept.name + ending))
        self.notices = (
            *self.notices,
            f"The list of jobs was damaged and has been set aside as {kept}; a new one was started.",
        )

    def _close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the tables up to date; two processes that start together do it once."""
    if version(connection) == len(STEPS):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        if version(connection) > len(STEPS):
            raise LedgerFault(
                "The list of jobs was written by a newer version of ai-to-video.",
                hint="Update ai-to-video, or point AI_TO_VIDEO_HOME at another folder.",
            )
        for step in STEPS[version(connection) :]:
            for statement in filter(str.strip, step.split(";")):
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {len(STEPS)}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def damaged() -> sqlite3.DatabaseError:
    error = sqlite3.DatabaseError("damaged")
    error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
    return error


def primary(error: sqlite3.Error) -> int:
    """The primary result code; extended codes keep it in their low byte."""
    return int(getattr(error, "sqlite_errorcode", 0) or 0) & 0xFF


def told(error: sqlite3.Error, folder: Path) -> LedgerFault:
    """The failure in plain words, or the error itself raised on when it is a fault of ours."""
    code = primary(error)
    if code in LOCKED:
        return Held()
    if code in FULL | CLOSED:
        return unwritable(folder)
    raise error


def unwritable(folder: Path) -> LedgerFault:
    return LedgerFault(
        f"The list of jobs in {folder} cannot be written.",
        hint="Free some disk space or make the folder writable, or set AI_TO_VIDEO_HOME to another folder.",
    )


def packed(value: Mapping[str, Any] | None) -> str | None:
    return None if value is None else clean(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def clean(text: str) -> str:
    """Without the half letters that JSON escapes can smuggle in and no file can hold."""
    return text.encode("utf-8", "replace").decode("utf-8")


def unpacked(text: str | None) -> Any:  # noqa: ANN401 - JSON
    return None if text is None else json.loads(text)
