"""Looking at everything, at a project, at a job; also at what another process does or an earlier one left behind."""

import anyio
import pytest
from tests.studio.fakes import never_ends, refuses, says, video

from ai_to_video.errors import BadArgument, RateLimited, Unreachable

pytestmark = pytest.mark.anyio

CITY = video("city timelapse", title="Urban Dreams", music="Lo-fi")


@pytest.fixture
def anyio_backend(virtual):
    return virtual


async def test_nothing_here_yet_is_no_failure(studio, service):
    seen = await studio.state()
    assert (seen.status, seen.projects, seen.jobs) == ("ok", (), ())
    assert service.calls == []


async def test_everything_shows_the_newest_ten_projects_and_what_is_unfinished(studio, service):
    for number in range(12):
        await studio.generate(f"video number {number}")
    service.scripts = [never_ends]
    running = await studio.generate("one more", wait_seconds=5)
    calls = len(service.calls)
    seen = await studio.state()
    assert [view.title for view in seen.projects][:3] == ["one more", "video number 11", "video number 10"]
    assert len(seen.projects) == 10
    assert seen.projects[1].timeline.startswith("Timeline (1 track)")
    assert [view.job_id for view in seen.jobs] == [running.job_id]
    assert (seen.jobs[0].status, seen.jobs[0].kind) == ("running", "generate")
    assert seen.jobs[0].started_at.endswith("Z")
    assert len(service.calls) == calls


async def test_a_project_shows_its_timeline_as_it_is_now(studio, service):
    service.scripts = [says("Here.", draft=CITY)]
    made = await studio.generate("a city")
    service.drafts["s1"] = video("sunrise")
    seen = await studio.state(project_id=made.project_id)
    assert seen.status == "ready"
    assert "sunrise" in seen.timeline
    assert [track.kind for track in seen.view.tracks] == ["video"]
    assert [view.status for view in seen.jobs] == ["done"]
    assert "sunrise" in (await studio.state()).projects[0].timeline


async def test_a_project_without_clips_is_empty(studio, service, readers):
    uploads = await studio.upload([readers.text("post.txt", "Rice.")])
    assert (await studio.state(project_id=uploads.project_id)).status == "empty"


async def test_a_service_that_cannot_be_reached_leaves_the_last_timeline(studio, service):
    made = await studio.generate("a city")
    service.trouble["state"] = [Unreachable()]
    seen = await studio.state(project_id=made.project_id)
    assert seen.status == "ready"
    assert "city" in seen.timeline
    assert seen.view.tracks
    assert any("last seen" in note for note in seen.notes)


async def test_a_busy_project_can_be_waited_for(studio, service):
    service.scripts = [says("Here.", draft=CITY, pause=30)]
    made = await studio.generate("a city", wait_seconds=5)
    assert (await studio.state(project_id=made.project_id)).status == "running"
    assert (await studio.state(project_id=made.project_id, wait_seconds=200)).status == "ready"


async def test_a_job_tells_its_words_changes_and_actions(studio, service):
    service.scripts = [says("Your city is ready. Click Export to save it.", draft=CITY)]
    made = await studio.generate("a city")
    seen = await studio.state(job_id=made.job_id)
    assert (seen.status, seen.reply, seen.changes, seen.actions) == ("done", made.reply, made.changes, made.actions)
    assert seen.timeline == made.timeline
    assert seen.view.tracks


async def test_a_running_job_tells_its_words_so_far(studio, service):
    service.scripts = [says("The raw video is there.", "Music added.", draft=CITY, pause=30)]
    made = await studio.generate("a city", wait_seconds=40)
    seen = await studio.state(job_id=made.job_id)
    assert (seen.status, seen.reply) == ("running", "The raw video is there.")
    assert 0 < seen.jobs[0].progress < 100


async def test_a_failed_job_tells_why(studio, service):
    service.scripts = [refuses(RateLimited())]
    with pytest.raises(RateLimited) as failed:
        await studio.generate("a city")
    seen = await studio.state(job_id=failed.value.job_id)
    assert seen.status == "failed"
    assert seen.jobs[0].note == f"{failed.value} {failed.value.hint}"


async def test_a_wait_for_a_job_is_told_its_progress(studio, service):
    service.scripts = [says("Here.", draft=CITY, pause=30)]
    made = await studio.generate("a city", wait_seconds=1)
    told = []

    async def progress(figure, words):
        told.append((figure, words))

    await studio.state(job_id=made.job_id, wait_seconds=200, on_progress=progress)
    assert [figure for figure, _ in told] == sorted({figure for figure, _ in told})
    assert len(told) >= 5


async def test_jobs_of_another_process_are_seen_and_waited_for(open_studio, service):
    service.scripts = [says("Here.", draft=CITY, pause=30)]
    async with open_studio() as mine, open_studio() as theirs:
        made = await theirs.generate("a city", wait_seconds=1)
        assert [view.job_id for view in (await mine.state()).jobs] == [made.job_id]
        began = anyio.current_time()
        seen = await mine.state(job_id=made.job_id, wait_seconds=200)
        assert seen.status == "done"
        assert anyio.current_time() - began < 70
        joined = await mine.generate("a city", wait_seconds=5)
        assert joined.job_id == made.job_id
    assert len(service.sent) == 1


async def test_leaving_is_quick_with_a_job_running(open_studio, service):
    service.scripts = [never_ends]
    async with open_studio() as studio:
        await studio.generate("a city", wait_seconds=5)
        began = anyio.current_time()
    assert anyio.current_time() - began < 0.5


async def test_a_finished_wish_that_should_also_be_a_file_becomes_one(studio, service):
    service.scripts = [says("Here.", draft=CITY, pause=10)]
    first = await studio.generate("a city", wait_seconds=1)
    await studio.state(job_id=first.job_id, wait_seconds=100)
    again = await studio.generate("a city", export=True, wait_seconds=100)
    assert again.job_id == first.job_id
    assert again.file is not None
    assert again.poster
    assert len(service.sent) == 1


@pytest.mark.parametrize("wish", ["1080P", "1080", "1920x1080", "1080 x 1920", " 1080p "])
async def test_a_resolution_may_be_said_in_other_words(studio, service, wish):
    await studio.generate("a city")
    await studio.export(resolution=wish)
    assert [render.resolution for render in service.renders.values()] == ["1080p"]


@pytest.mark.parametrize("wish", ["", "big", "4k", "10x10"])
async def test_a_resolution_nobody_knows_is_refused(studio, wish):
    await studio.generate("a city")
    with pytest.raises(BadArgument):
        await studio.export(resolution=wish)
