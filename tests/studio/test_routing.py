"""Prompts that are no message for the agent are answered by the use case they mean, and never reach it."""

import anyio
import pytest
from tests.studio.fakes import says, video

from ai_to_video.errors import ExportBlocked, NoDraft

pytestmark = pytest.mark.anyio


@pytest.fixture
def anyio_backend(virtual):
    return virtual


@pytest.fixture
async def project(studio, service):
    project = (await studio.generate("a city")).project_id
    service.sent.clear()
    return project


@pytest.mark.parametrize("prompt", ["export 1080p MP4", "导出视频"])
async def test_a_prompt_that_means_export_brings_the_file(studio, service, project, prompt):
    answer = await studio.generate(prompt, project_id=project)
    assert answer.status == "done"
    assert await anyio.Path(answer.file.path).exists()
    assert answer.poster
    assert service.sent == []
    assert answer.actions[0].done


async def test_a_prompt_that_means_export_takes_the_latest_project(studio, service, project):
    assert (await studio.generate("export 1080p MP4")).project_id == project


async def test_a_prompt_that_means_export_fails_as_an_export_does(studio, service):
    with pytest.raises(NoDraft):
        await studio.generate("export 1080p MP4")
    await studio.generate("a city")
    service.trouble["submit_render"] = [ExportBlocked()]
    with pytest.raises(ExportBlocked):
        await studio.generate("export 1080p MP4")


async def test_a_prompt_that_means_export_stays_in_its_wait(studio, project):
    answer = await studio.generate("export 1080p MP4", wait_seconds=2)
    assert answer.status == "running"
    assert (await studio.state(job_id=answer.job_id, wait_seconds=60)).status == "done"


@pytest.mark.parametrize("prompt", ["how many credits are left?", "余额"])
async def test_a_prompt_that_means_credits_tells_the_balance(studio, service, prompt):
    answer = await studio.generate(prompt)
    assert answer.status == "done"
    assert answer.credits.balance.available == 100
    assert any("100" in note for note in answer.notes)
    assert service.sent == []
    assert (await studio.state()).projects == ()


@pytest.mark.parametrize("prompt", ["show tracks", "状态"])
async def test_a_prompt_that_means_state_shows_the_timeline(studio, service, project, prompt):
    answer = await studio.generate(prompt)
    assert answer.timeline.startswith("Timeline (1 track)")
    assert service.sent == []


async def test_a_prompt_that_means_upload_asks_for_a_path(studio, service):
    answer = await studio.generate("upload")
    assert answer.status == "needs_input"
    assert any("upload_media" in note for note in answer.notes)
    assert service.calls == []


async def test_an_edit_with_an_export_behind_it_is_both(studio, service, project):
    service.scripts = [says("The intro is gone.", draft=video("sunrise"))]
    answer = await studio.generate("cut the intro and export it", project_id=project, wait_seconds=100)
    assert [message for _, message in service.sent] == ["cut the intro"]
    assert answer.file is not None


async def test_words_that_only_sound_like_export_go_to_the_agent(studio, service):
    await studio.generate("a documentary about rice exports")
    assert [message for _, message in service.sent] == ["a documentary about rice exports"]
