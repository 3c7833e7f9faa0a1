"""What survives: durable, shared by several processes, mended when damaged, honest when it cannot be written."""

import os
import sqlite3
import stat
import sys

import anyio
import pytest

from ai_to_video.studio.job import GENERATE, JobSpec, Turn
from ai_to_video.studio.journal import SqliteJournal
from ai_to_video.studio.ledger import Held, Ledger, LedgerFault
from ai_to_video.studio.schema import STEPS
from ai_to_video.studio.shelf import Shelf

pytestmark = pytest.mark.anyio


@pytest.fixture
def anyio_backend():
    return "asyncio"


@pytest.fixture
async def open_ledger(tmp_path):
    opened = []

    def another(folder=tmp_path / "home"):
        opened.append(Ledger(folder))
        return opened[-1]

    yield another
    for ledger in opened:
        await ledger.close()


def spec(wish="w", **changes):
    fields = {
        "kind": GENERATE,
        "owner": "",
        "project_id": "p_1",
        "asked_project": "",
        "wish": wish,
        "title": wish,
        "born": "r_1",
        "facts": {"prompt": wish},
    }
    return JobSpec(**{**fields, **changes})


async def permit(journal, job_id, number=1, execution="r_1"):
    await journal.plan_turn(Turn(job_id, number, "hello", "s1", {}, ""))
    return await journal.take_permit(job_id, number, execution)


async def test_nothing_is_opened_before_it_is_needed(tmp_path, open_ledger):
    ledger = open_ledger()
    assert not (tmp_path / "home").exists()
    await SqliteJournal(ledger).jobs("")
    assert ledger.path.exists()


async def test_a_commit_is_on_the_platter_and_the_file_is_private(open_ledger):
    ledger = open_ledger()
    pragmas = await ledger.read(
        lambda db: [
            db.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous", "foreign_keys")
        ]
    )
    assert pragmas == ["wal", 2, 1]
    if os.name == "posix":
        assert stat.S_IMODE(ledger.path.stat().st_mode) == 0o600
        assert stat.S_IMODE(ledger.folder.stat().st_mode) == 0o700


async def test_two_ledgers_over_one_file_see_the_same(open_ledger):
    mine, theirs = SqliteJournal(open_ledger()), SqliteJournal(open_ledger())
    job, _ = await mine.submit(spec())
    seen = await theirs.get(job.job_id)
    assert seen == job


async def test_a_permit_is_given_once_for_ever_whoever_asks(open_ledger):
    journals = [SqliteJournal(open_ledger()) for _ in range(4)]
    job, _ = await journals[0].submit(spec())
    await journals[0].plan_turn(Turn(job.job_id, 1, "hello", "s1", {}, ""))
    given = []

    async def ask(number, journal):
        given.append(await journal.take_permit(job.job_id, 1, f"r_{number}"))

    async with anyio.create_task_group() as group:
        for number in range(12):
            group.start_soon(ask, number, journals[number % 4])
    assert sorted(given) == [False] * 11 + [True]
    assert not await journals[1].take_permit(job.job_id, 1, "r_0")


async def test_there_is_no_permit_for_an_ended_job(open_ledger):
    journal = SqliteJournal(open_ledger())
    job, _ = await journal.submit(spec())
    await journal.plan_turn(Turn(job.job_id, 1, "hello", "s1", {}, ""))
    await journal.finish(job.job_id, "failed", error={})
    assert not await journal.take_permit(job.job_id, 1, "r_1")


async def test_a_permitted_message_is_never_rewritten(open_ledger):
    journal = SqliteJournal(open_ledger())
    job, _ = await journal.submit(spec())
    assert await permit(journal, job.job_id)
    kept = await journal.plan_turn(Turn(job.job_id, 1, "other words", "s2", {}, ""))
    assert (kept.message, kept.session_id, kept.permit) == ("hello", "s1", "r_1")


async def test_the_first_to_finish_wins(open_ledger):
    mine, theirs = SqliteJournal(open_ledger()), SqliteJournal(open_ledger())
    job, _ = await mine.submit(spec())
    assert await mine.finish(job.job_id, "settled", result={"reply": "mine"})
    assert not await theirs.finish(job.job_id, "failed", error={"message": "theirs"})
    await theirs.note(job.job_id, state="recovering", note="late", progress=3)
    seen = await theirs.get(job.job_id)
    assert (seen.state, seen.result, seen.error, seen.progress) == ("settled", {"reply": "mine"}, None, 100)


async def test_one_job_of_a_kind_works_on_a_project_at_a_time(open_ledger):
    journals = [SqliteJournal(open_ledger()) for _ in range(3)]
    jobs = [(await journals[0].submit(spec(f"wish {n}")))[0] for n in range(3)]
    ahead = [await journals[n].admit(job.job_id) for n, job in enumerate(jobs)]
    assert [first and first.job_id for first in ahead] == [None, jobs[0].job_id, jobs[0].job_id]
    with pytest.raises(sqlite3.IntegrityError):
        await journals[1].ledger.write(
            lambda db: db.execute("UPDATE jobs SET admitted = 1 WHERE job_id = ?", (jobs[1].job_id,))
        )
    await journals[0].finish(jobs[0].job_id, "settled", result={})
    assert await journals[1].admit(jobs[1].job_id) is None


async def test_two_adopters_never_get_the_same_job(open_ledger):
    mine, theirs = SqliteJournal(open_ledger()), SqliteJournal(open_ledger())
    jobs = {(await mine.submit(spec(f"wish {n}", born="r_dead")))[0].job_id for n in range(5)}
    assert set(await mine.adopt("r_dead", "r_a")) == jobs
    assert await theirs.adopt("r_dead", "r_b") == ()


async def test_facts_grow_and_progress_never_falls(open_ledger):
    journal = SqliteJournal(open_ledger())
    job, _ = await journal.submit(spec())
    await journal.note(job.job_id, progress=40, facts={"a": 1})
    await journal.note(job.job_id, progress=10, facts={"b": {"c": "点击"}})
    seen = await journal.get(job.job_id)
    assert (seen.progress, seen.facts) == (40, {"prompt": "w", "a": 1, "b": {"c": "点击"}})


async def test_half_letters_of_a_broken_service_do_not_break_the_ledger(open_ledger):
    journal = SqliteJournal(open_ledger())
    job, _ = await journal.submit(spec())
    await journal.say(job.job_id, 1, "broken \ud83d", "broken \ud83d")
    await journal.note(job.job_id, facts={"words": "\udc80"})
    assert (await journal.told(job.job_id))[0].text == "broken ?"


async def test_a_wait_ends_with_the_next_change_of_another_process(open_ledger):
    mine, theirs = SqliteJournal(open_ledger()), SqliteJournal(open_ledger())
    job, _ = await mine.submit(spec())
    await theirs.get(job.job_id)
    moment = theirs.ledger.moment
    async with anyio.create_task_group() as group:
        group.start_soon(mine.note, job.job_id)
        with anyio.fail_after(20):
            while (await theirs.get(job.job_id)).note != "seen":
                await theirs.ledger.changed(moment, patience=20)
                moment = theirs.ledger.moment
                await mine.note(job.job_id, note="seen")


async def test_reading_and_writing_nothing_wakes_nobody(open_ledger):
    journal = SqliteJournal(open_ledger())
    job, _ = await journal.submit(spec())
    await journal.admit(job.job_id)
    moment = journal.ledger.moment
    await journal.note(job.job_id)
    await journal.get(job.job_id)
    other, _ = await journal.submit(spec("other"))
    assert journal.ledger.moment == moment + 1
    await journal.admit(other.job_id)
    assert journal.ledger.moment == moment + 1


@pytest.mark.parametrize("damage", [b"this is no database, and never was one" * 100, None])
async def test_a_damaged_file_is_set_aside_and_said(open_ledger, damage):
    first = open_ledger()
    journal = SqliteJournal(first)
    for n in range(50):
        await journal.submit(spec(f"wish {n}", title="x" * 500))
    await first.close()
    data = first.path.read_bytes()
    damage = damage or data[:4096] + b"\xff" * (len(data) - 4096)
    first.path.write_bytes(damage)
    second = SqliteJournal(open_ledger())
    assert await second.jobs("") == ()
    job, _ = await second.submit(spec())
    assert await second.get(job.job_id)
    (notice,) = second.ledger.notices
    (kept,) = first.folder.glob("ledger.damaged-*.sqlite3")
    assert str(kept) in notice
    assert kept.read_bytes() == damage


async def test_a_ledger_of_a_newer_version_is_left_alone(open_ledger):
    first = open_ledger()
    await SqliteJournal(first).submit(spec())
    await first.write(lambda db: db.execute(f"PRAGMA user_version = {len(STEPS) + 1}"))
    await first.close()
    with pytest.raises(LedgerFault, match="newer version"):
        await SqliteJournal(open_ledger()).jobs("")
    assert not list(first.folder.glob("*damaged*"))


async def test_a_held_ledger_is_waited_for_as_long_as_the_caller_has_time(open_ledger):
    ledger = open_ledger()
    journal = SqliteJournal(ledger)
    job, _ = await journal.submit(spec())
    other = sqlite3.connect(ledger.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with anyio.move_on_after(0.2) as hurry:
        await journal.note(job.job_id, note="mine")
    assert hurry.cancelled_caught
    assert (await journal.get(job.job_id)).note == ""
    async with anyio.create_task_group() as group:
        group.start_soon(lambda: journal.note(job.job_id, note="mine"))
        await anyio.lowlevel.checkpoint()
        other.execute("COMMIT")
    other.close()
    assert (await journal.get(job.job_id)).note == "mine"


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the superuser may write anywhere")
async def test_a_folder_that_cannot_be_written_is_said(tmp_path, open_ledger):
    tmp_path.chmod(0o500)
    with pytest.raises(LedgerFault, match="cannot be written"):
        await SqliteJournal(open_ledger(tmp_path / "home")).jobs("")


async def test_a_file_in_the_way_of_the_folder_is_said(tmp_path, open_ledger):
    (tmp_path / "home").write_text("in the way")
    with pytest.raises(LedgerFault, match="cannot be written") as failed:
        await SqliteJournal(open_ledger()).jobs("")
    assert "AI_TO_VIDEO_HOME" in failed.value.hint


async def test_a_full_disk_is_said_and_loses_nothing(open_ledger):
    ledger = open_ledger()
    journal = SqliteJournal(ledger)
    job, _ = await journal.submit(spec())
    pages = await ledger.read(lambda db: db.execute("PRAGMA page_count").fetchone()[0])
    await ledger.read(lambda db: db.execute(f"PRAGMA max_page_count = {pages}").fetchone())
    with pytest.raises(LedgerFault, match="cannot be written"):
        for _ in range(100):
            await journal.say(job.job_id, 1, "x" * 5000, "x" * 5000)
    assert (await journal.get(job.job_id)).job_id == job.job_id
    assert not isinstance(ledger.notices, list)


async def test_processes_that_start_together_migrate_once(tmp_path):
    script = (
        "import anyio, sys\n"
        "from pathlib import Path\n"
        "from ai_to_video.studio.ledger import Ledger\n"
        "from ai_to_video.studio.shelf import Shelf\n"
        "async def main():\n"
        "    ledger = Ledger(Path(sys.argv[1]))\n"
        "    await Shelf(ledger).new('', 'mine')\n"
        "    await ledger.close()\n"
        "anyio.run(main)\n"
    )
    command = [sys.executable, "-c", script, str(tmp_path / "home")]
    async with anyio.create_task_group() as group:
        for _ in range(3):
            group.start_soon(lambda: anyio.run_process(command, check=True))
    ledger = Ledger(tmp_path / "home")
    assert len(await Shelf(ledger).newest("", 10)) == 3
    await ledger.close()


async def test_pruning_forgets_old_jobs_with_all_that_was_kept_for_them(open_ledger):
    ledger = open_ledger()
    journal = SqliteJournal(ledger)
    job, _ = await journal.submit(spec())
    await permit(journal, job.job_id)
    await journal.say(job.job_id, 1, "hello", "hello")
    await journal.finish(job.job_id, "settled", result={}, poster=b"jpeg")
    running, _ = await journal.submit(spec("other"))
    assert await journal.prune(ledger.clock() + 1, 0) == 1
    left = await ledger.read(
        lambda db: [db.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in ("turns", "told", "posters")]
    )
    assert left == [0, 0, 0]
    assert (await journal.get(running.job_id)).open


def test_a_held_ledger_is_a_failure_worth_trying_again():
    assert Held().retryable
