"""Lost streams: nothing is ever sent again, the project's state settles what happened."""

import anyio
import pytest
from tests.studio.fakes import breaks, never_ends, refuses, says, video

from ai_to_video.errors import BackendFailed, RateLimited, SessionGone, Unintelligible, Unreachable

pytestmark = pytest.mark.anyio

CITY = video("city", music="Lo-fi")


@pytest.fixture
def anyio_backend(virtual):
    return virtual


async def test_a_lost_stream_whose_work_was_done_is_settled_from_the_state(studio, service):
    service.scripts = [breaks(Unreachable(), "Working on it.", draft=CITY, later=4)]
    answer = await studio.generate("a city")
    assert answer.status == "done"
    assert answer.reply == "Working on it."
    assert answer.changes
    assert any("nothing was sent twice" in note for note in answer.notes)
    assert len(service.sent) == 1


async def test_a_slow_work_behind_a_lost_stream_is_waited_for(studio, service):
    service.scripts = [breaks(Unreachable(), draft=CITY, later=140)]
    running = await studio.generate("a city", wait_seconds=60)
    assert running.status == "running"
    assert (await studio.state(job_id=running.job_id, wait_seconds=300)).status == "done"


async def test_both_stages_behind_a_lost_stream_are_waited_for(studio, service):
    async def script(service, session_id, message):
        service.later(3, lambda: service.drafts.__setitem__(session_id, video("city")))
        service.later(20, lambda: service.drafts.__setitem__(session_id, CITY))
        raise Unreachable
        yield

    service.scripts = [script]
    answer = await studio.generate("a city", wait_seconds=300)
    assert any("Lo-fi" in change for change in answer.changes)


async def test_a_change_is_believed_once_it_holds_still(studio, service):
    service.scripts = [breaks(Unreachable(), draft=CITY)]
    began = anyio.current_time()
    await studio.generate("a city", wait_seconds=300)
    assert anyio.current_time() - began < 10


async def test_five_unchanged_readings_end_the_wait(studio, service):
    service.scripts = [breaks(Unreachable(), "Working on it.")]
    began = anyio.current_time()
    with pytest.raises(BackendFailed) as failed:
        await studio.generate("a city", wait_seconds=900)
    assert 265 <= anyio.current_time() - began <= 300
    seen = await studio.state(job_id=failed.value.job_id)
    assert seen.status == "failed"
    assert seen.reply == "Working on it."
    assert len(service.sent) == 1


async def test_a_failed_reading_is_no_reading(studio, service):
    service.scripts = [breaks(Unreachable(), heartbeat=False)]
    job = await studio.generate("a city", wait_seconds=5)
    service.trouble["state"] = [Unreachable()] * 15
    assert (await studio.state(job_id=job.job_id, wait_seconds=500)).status == "running"
    assert (await studio.state(job_id=job.job_id, wait_seconds=500)).status == "failed"


async def test_a_message_that_left_no_trace_is_told_as_unsent(studio, service):
    service.scripts = [breaks(Unreachable(), heartbeat=False)]
    with pytest.raises(BackendFailed, match="not seem to have reached"):
        await studio.generate("a city", wait_seconds=900)


async def test_a_message_that_surely_never_left_fails_at_once(studio, service):
    service.scripts = [refuses(Unreachable(maybe_sent=False))]
    began = anyio.current_time()
    with pytest.raises(Unreachable):
        await studio.generate("a city")
    assert anyio.current_time() - began < 5


async def test_a_refusal_in_so_many_words_is_passed_on(studio, service):
    service.scripts = [refuses(RateLimited())]
    with pytest.raises(RateLimited) as failed:
        await studio.generate("a city")
    assert failed.value.job_id


@pytest.mark.parametrize("error", [BackendFailed(), Unintelligible()])
async def test_an_answer_that_proves_nothing_is_settled_within_a_minute(studio, service, error):
    service.scripts = [refuses(error)]
    began = anyio.current_time()
    with pytest.raises(BackendFailed, match="answered with an error"):
        await studio.generate("a city", wait_seconds=900)
    assert anyio.current_time() - began < 90
    assert len(service.sent) == 1


async def test_heartbeats_alone_are_believed_for_ten_minutes(studio, service):
    service.scripts = [never_ends]
    job = await studio.generate("a city", wait_seconds=590)
    assert job.status == "running"
    later = await studio.state(job_id=job.job_id, wait_seconds=20)
    assert "lost" in later.jobs[0].note
    service.drafts["s1"] = CITY
    assert (await studio.state(job_id=job.job_id, wait_seconds=200)).status == "done"


async def test_a_project_that_vanished_is_started_anew_and_said(studio, service):
    first = await studio.generate("a city")
    del service.drafts["s1"]
    service.scripts = [says("A lake.", draft=CITY)]
    answer = await studio.generate("now a lake", project_id=first.project_id)
    assert answer.status == "done"
    assert any("old timeline is lost" in note for note in answer.notes)
    assert service.sent[-1] == ("s2", "now a lake")


async def test_a_project_that_vanishes_at_the_last_moment_is_started_anew_once(studio, service):
    service.scripts = [refuses(SessionGone()), says("A lake.", draft=CITY)]
    answer = await studio.generate("a lake")
    assert answer.reply == "A lake."
    assert [session for session, _ in service.sent] == ["s1", "s2"]
    assert any("started anew" in note for note in answer.notes)
    service.scripts = [refuses(SessionGone()), refuses(SessionGone())]
    with pytest.raises(SessionGone):
        await studio.generate("a hill")


async def test_a_project_that_vanishes_during_recovery_fails_the_job(studio, service):
    service.scripts = [breaks(Unreachable())]
    job = await studio.generate("a city", wait_seconds=1)
    del service.drafts["s1"]
    assert (await studio.state(job_id=job.job_id, wait_seconds=60)).status == "failed"


async def test_a_stream_that_says_it_is_over_is_over(studio, service):
    async def script(service, session_id, message):
        from ai_to_video.wire.events import END, AgentEvent

        yield AgentEvent("text", "Done.")
        service.drafts[session_id] = CITY
        yield END
        await anyio.sleep_forever()

    service.scripts = [script]
    answer = await studio.generate("a city")
    assert (answer.status, answer.reply) == ("done", "Done.")
    assert answer.changes
