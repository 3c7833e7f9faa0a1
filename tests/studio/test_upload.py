"""Files into a project: each once per session, documents for the next message."""

import anyio
import pytest

from ai_to_video.errors import BadArgument, Busy, SessionGone, Unreachable

pytestmark = pytest.mark.anyio


@pytest.fixture
def anyio_backend(virtual):
    return virtual


async def test_a_file_goes_into_a_new_project(studio, service, readers):
    answer = await studio.upload([readers.clip("beach.mp4")])
    (media,) = answer.media
    assert (media.name, media.kind, media.seconds, media.width, media.reused) == ("beach.mp4", "video", 4.0, 640, False)
    assert [item.name for item in service.media["s1"]] == ["beach.mp4"]
    assert (await studio.state()).projects[0].project_id == answer.project_id


async def test_the_same_bytes_go_once_per_session(studio, service, readers):
    first = await studio.upload([readers.clip("beach.mp4", "same")])
    again = await studio.upload([readers.clip("copy of beach.mp4", "same")], project_id=first.project_id)
    assert again.media[0].reused
    assert service.calls.count("upload_file") == 1
    elsewhere = await studio.upload([readers.clip("beach.mp4", "same")])
    assert not elsewhere.media[0].reused
    assert service.calls.count("upload_file") == 2


async def test_two_calls_at_once_send_a_file_once(studio, service, readers):
    project = (await studio.generate("a city")).project_id
    source = readers.clip("beach.mp4")
    async with anyio.create_task_group() as group:
        for _ in range(3):
            group.start_soon(lambda: studio.upload([source], project_id=project))
    assert service.calls.count("upload_file") == 1


async def test_a_caller_that_goes_away_does_not_undo_an_upload(studio, service, readers):
    project = (await studio.generate("a city")).project_id
    with anyio.move_on_after(0.005):
        await studio.upload([readers.clip("beach.mp4")], project_id=project)
    await anyio.sleep(1)
    assert (await studio.upload([readers.clip("beach.mp4")], project_id=project)).media[0].reused


async def test_a_document_is_kept_and_not_uploaded(studio, service, readers):
    answer = await studio.upload([readers.text("post.txt", "Rice.")])
    assert answer.media[0].kind == "text"
    assert "next generate_video" in answer.media[0].note
    assert service.calls == []


async def test_a_project_that_vanished_is_started_anew_for_an_upload_and_said(studio, service, readers):
    project = (await studio.generate("a city")).project_id
    service.trouble["upload_file"] = [SessionGone()]
    answer = await studio.upload([readers.clip("beach.mp4")], project_id=project)
    assert any("old timeline is lost" in note for note in answer.notes)
    assert "s2" in service.media


async def test_a_failed_upload_is_no_upload(studio, service, readers):
    project = (await studio.generate("a city")).project_id
    service.trouble["upload_file"] = [Unreachable()]
    with pytest.raises(Unreachable):
        await studio.upload([readers.clip("beach.mp4")], project_id=project)
    assert not (await studio.upload([readers.clip("beach.mp4")], project_id=project)).media[0].reused


async def test_files_that_cannot_be_looked_at_in_time_are_told(studio, readers):
    async def check_all(sources):
        await anyio.sleep_forever()

    readers.check_all = check_all
    with pytest.raises(Unreachable, match="nothing was uploaded"):
        await studio.upload(["https://slow.example/film.mp4"])


@pytest.mark.parametrize("count", [0, 21])
async def test_between_one_and_twenty_files(studio, readers, count):
    with pytest.raises(BadArgument):
        await studio.upload([readers.clip(f"{n}.mp4", str(n)) for n in range(count)])


async def test_an_upload_that_takes_too_long_goes_on_and_is_found_by_asking_again(studio, service, readers):
    service.hangs = {"upload_file"}
    began = anyio.current_time()
    with pytest.raises(Busy) as late:
        await studio.upload([readers.clip("beach.mp4")])
    assert anyio.current_time() - began < 60
    (project,) = (await studio.state()).projects
    assert project.project_id in late.value.hint


async def test_an_upload_that_failed_at_once_leaves_no_project_behind(studio, service, readers):
    service.trouble["open_session"] = [Unreachable()]
    with pytest.raises(Unreachable):
        await studio.upload([readers.clip("beach.mp4")])
    assert (await studio.state()).projects == ()
