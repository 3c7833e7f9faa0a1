"""A project at a glance: where the service draws its scenes they are shown, and nothing is lost or late without them."""

import anyio
import pytest
from tests.studio.fakes import never_ends, says, video

pytestmark = pytest.mark.anyio

LINK = "/files/sheet/s1/secret/1.jpg"
SHEET = b"\xff\xd8all scenes"
POSTER = b"\xff\xd8poster"


@pytest.fixture
def anyio_backend(virtual):
    return virtual


@pytest.fixture
def drawn(service):
    """The service draws the scenes of its first session."""
    service.sheets["s1"] = LINK
    service.pictures[LINK] = SHEET
    return service


@pytest.fixture
async def project(studio, drawn):
    return (await studio.generate("a city")).project_id


async def test_a_project_is_shown_with_all_its_scenes(studio, project):
    seen = await studio.state(project_id=project)
    assert seen.picture == SHEET
    assert "The picture shows the scenes of the video in their order." in seen.notes


async def test_the_scenes_are_shown_to_whoever_asks_in_words_too(studio, project):
    answer = await studio.generate("show tracks", project_id=project)
    assert (answer.poster, len(answer.notes)) == (SHEET, 1)


async def test_a_finished_generation_is_shown_as_it_was_made(studio, project, drawn):
    (job,) = (await studio.state(project_id=project)).jobs
    assert (await studio.state(job_id=job.job_id)).picture == SHEET
    drawn.pictures.clear()
    seen = await studio.state(job_id=job.job_id)
    assert (seen.picture, seen.status) == (b"", "done")
    assert not any("picture" in note for note in seen.notes)


async def test_nobody_draws_for_a_list_of_everything(studio, project, drawn):
    calls = len(drawn.calls)
    assert (await studio.state()).picture == b""
    assert len(drawn.calls) == calls


async def test_nobody_draws_while_the_project_is_being_changed(studio, project, drawn):
    drawn.scripts = [never_ends]
    job = (await studio.generate("a river", project_id=project, wait_seconds=1)).job_id
    for asked in ({"project_id": project}, {"job_id": job}):
        seen = await studio.state(**asked)
        assert (seen.status, seen.picture) == ("running", b"")
    assert "picture" not in drawn.calls


async def test_a_service_that_draws_nothing_is_not_asked(studio, service):
    project = (await studio.generate("a city")).project_id
    seen = await studio.state(project_id=project)
    assert (seen.picture, seen.notes) == (b"", ())
    assert "picture" not in service.calls


async def test_a_picture_that_cannot_be_had_is_passed_over_in_silence(studio, project, drawn):
    drawn.pictures.clear()
    seen = await studio.state(project_id=project)
    assert (seen.status, seen.picture, seen.notes) == ("ready", b"", ())
    assert "city" in seen.timeline


@pytest.mark.parametrize(("wait", "longest"), [(0, 2), (3, 5), (900, 12)])
async def test_a_picture_that_does_not_come_makes_no_answer_late_and_that_is_said(
    studio, project, drawn, wait, longest
):
    (job,) = (await studio.state(project_id=project)).jobs
    drawn.hangs = {"picture"}
    for asked in ({"project_id": project}, {"job_id": job.job_id}):
        began = anyio.current_time()
        seen = await studio.state(**asked, wait_seconds=wait)
        assert anyio.current_time() - began <= longest
        assert seen.picture == b""
        assert "city" in seen.timeline
        assert any("get_state shows it when asked again" in note for note in seen.notes)


async def test_a_slow_state_and_a_slow_picture_together_still_end_in_time(studio, project, drawn):
    drawn.hangs = {"picture"}
    drawn.slow = {"state": 0.7}
    began = anyio.current_time()
    seen = await studio.state(project_id=project)
    assert anyio.current_time() - began <= 2
    assert "city" in seen.timeline


async def test_where_nothing_is_drawn_the_file_just_saved_is_shown_until_the_video_changes(studio, service):
    project = (await studio.generate("a city")).project_id
    await studio.export(project_id=project)
    assert (await studio.state(project_id=project)).picture == POSTER
    service.scripts = [says("Here.", draft=video("river"))]
    await studio.generate("a river", project_id=project)
    assert (await studio.state(project_id=project)).picture == b""


async def test_a_saved_file_is_shown_by_its_job_and_all_scenes_by_its_project(studio, project, drawn):
    saved = await studio.export(project_id=project)
    assert (await studio.state(job_id=saved.job_id)).picture == POSTER
    assert "picture" not in drawn.calls
    assert (await studio.state(project_id=project)).picture == SHEET
