"""A server that stops at any point: the next one of the same home goes on, and sends nothing twice."""

import anyio
import pytest
from tests.studio.fakes import breaks, never_ends, says, video

from ai_to_video.errors import Unreachable

pytestmark = pytest.mark.anyio

CITY = video("city")


@pytest.fixture
def anyio_backend(virtual):
    return virtual


async def settled(studio, job_id):
    seen = await studio.state(job_id=job_id, wait_seconds=600)
    assert seen.status != "running"
    return seen


@pytest.mark.parametrize("moment", ["open_session", "state", "credits"])
async def test_what_was_not_sent_is_not_sent_by_the_next_server(open_studio, service, readers, moment):
    service.hangs = {moment}
    async with open_studio() as studio:
        job = await studio.generate("a city", wait_seconds=5)
    service.hangs.clear()
    async with open_studio() as studio:
        seen = await settled(studio, job.job_id)
        assert seen.status == "failed"
        assert "before this request was sent" in seen.jobs[0].note
        assert service.sent == []
        assert (await studio.generate("a city")).status == "done"
    assert len(service.sent) == 1


async def test_what_waited_in_line_is_not_sent_by_the_next_server(open_studio, service):
    service.scripts = [never_ends]
    async with open_studio() as studio:
        first = await studio.generate("a city", wait_seconds=5)
        second = await studio.generate("add a lake", project_id=first.project_id, wait_seconds=5)
    service.drafts["s1"] = CITY
    async with open_studio() as studio:
        assert (await settled(studio, first.job_id)).status == "done"
        assert (await settled(studio, second.job_id)).status == "failed"
    assert [message for _, message in service.sent] == ["a city"]


async def test_a_permit_without_a_message_is_settled_as_unsent(open_studio, service):
    service.hangs = {"run"}
    async with open_studio() as studio:
        job = await studio.generate("a city", wait_seconds=5)
    service.hangs.clear()
    async with open_studio() as studio:
        seen = await settled(studio, job.job_id)
    assert seen.status == "failed"
    assert "not seem to have reached" in seen.jobs[0].note
    assert service.sent == []


async def test_a_message_under_way_is_settled_from_the_state(open_studio, service):
    service.scripts = [says("The raw video is there.", "And more.", pause=30)]
    async with open_studio() as studio:
        job = await studio.generate("a city", wait_seconds=40)
    service.drafts["s1"] = CITY
    async with open_studio() as studio:
        seen = await settled(studio, job.job_id)
        assert seen.status == "done"
        assert seen.reply == "The raw video is there."
        assert seen.changes
    assert len(service.sent) == 1


async def test_recovery_goes_on_in_the_next_server(open_studio, service):
    service.scripts = [breaks(Unreachable(), "Working.")]
    async with open_studio() as studio:
        job = await studio.generate("a city", wait_seconds=40)
    async with open_studio() as studio:
        assert (await studio.state(job_id=job.job_id, wait_seconds=20)).status == "running"
        service.drafts["s1"] = CITY
        assert (await settled(studio, job.job_id)).status == "done"
    assert len(service.sent) == 1


async def test_a_finished_stream_is_told_by_the_next_server(open_studio, service):
    async def script(service, session_id, message):
        from ai_to_video.wire.events import AgentEvent

        yield AgentEvent("text", "I can make videos of anything.")
        service.hangs = {"state"}

    service.scripts = [script]
    async with open_studio() as studio:
        job = await studio.generate("what can you do?", wait_seconds=5)
    service.hangs.clear()
    async with open_studio() as studio:
        began = anyio.current_time()
        seen = await settled(studio, job.job_id)
        assert anyio.current_time() - began < 10
    assert (seen.status, seen.reply) == ("done", "I can make videos of anything.")


async def test_an_edit_left_to_the_person_is_offered_and_not_sent_by_the_next_server(open_studio, service):
    async def script(service, session_id, message):
        from ai_to_video.wire.events import AgentEvent

        yield AgentEvent("text", "Drag the music clip to the left.")
        service.hangs = {"state"}

    service.scripts = [script]
    async with open_studio() as studio:
        job = await studio.generate("earlier", wait_seconds=5)
    service.hangs.clear()
    async with open_studio() as studio:
        seen = await settled(studio, job.job_id)
    assert [action.done for action in seen.actions] == [False]
    assert len(service.sent) == 1


async def test_an_edit_under_way_is_settled_and_not_sent_again(open_studio, service):
    service.scripts = [says("Drag the music clip to the left."), never_ends]
    async with open_studio() as studio:
        job = await studio.generate("earlier", wait_seconds=30)
    assert len(service.sent) == 2
    service.drafts["s1"] = CITY
    async with open_studio() as studio:
        seen = await settled(studio, job.job_id)
    assert seen.status == "done"
    assert seen.changes
    assert len(service.sent) == 2


@pytest.mark.parametrize(
    "moment", ["state", "submit_render unheard", "submit_render", "render_status", "download", "claim_link"]
)
async def test_an_export_goes_on_wherever_it_was(open_studio, service, desk, moment):
    async with open_studio() as studio:
        project = (await studio.generate("a city")).project_id
        service.hangs = {moment}
        job = await studio.export(project_id=project, wait_seconds=60)
    service.hangs.clear()
    async with open_studio() as studio:
        seen = await settled(studio, job.job_id)
    assert seen.status == "done"
    assert seen.jobs[0].file.bytes == len(service.movie)
    assert len(service.renders) == 1
    assert desk.finishes == 1
    assert [path.suffix for path in desk.folder.iterdir()] == [".mp4"]


@pytest.mark.parametrize("moment", ["submit_render", "download"])
async def test_a_generation_with_its_export_goes_on_as_one(open_studio, service, moment):
    service.hangs = {moment}
    async with open_studio() as studio:
        job = await studio.generate("a city", export=True, wait_seconds=60)
    service.hangs.clear()
    async with open_studio() as studio:
        seen = await settled(studio, job.job_id)
    assert seen.status == "done"
    assert seen.jobs[0].file is not None
    assert len(service.sent) == len(service.renders) == 1


async def test_a_job_that_fails_in_an_unforeseen_way_is_tried_once_more_by_reading(open_studio, service, caplog):
    service.scripts = [breaks(KeyError("a fault of ours"), draft=CITY)]
    async with open_studio() as studio:
        answer = await studio.generate("a city", wait_seconds=100)
    assert answer.status == "done"
    assert len(service.sent) == 1
    assert "fault of ours" in caplog.text


async def test_old_jobs_are_forgotten_and_young_ones_are_not(open_studio, wall, service):
    async with open_studio() as studio:
        old = await studio.generate("a city")
    wall.ahead = 31 * 86_400
    async with open_studio() as studio:
        young = await studio.generate("a lake")
        await anyio.sleep(10)
        from ai_to_video.errors import NotFound

        with pytest.raises(NotFound):
            await studio.state(job_id=old.job_id)
        assert (await studio.state(job_id=young.job_id)).status == "done"
        assert len((await studio.state()).projects) == 2


async def test_a_clock_that_jumps_changes_nothing_about_a_running_job(studio, service, wall):
    service.scripts = [says("Done.", draft=CITY, pause=30)]
    job = await studio.generate("a city", wait_seconds=5)
    wall.ahead = -7 * 86_400
    assert (await studio.state(job_id=job.job_id, wait_seconds=100)).status == "done"
    job = await studio.export(wait_seconds=5)
    wall.ahead = 7 * 86_400
    assert (await studio.state(job_id=job.job_id, wait_seconds=100)).status == "done"
    assert len(service.renders) == 1
