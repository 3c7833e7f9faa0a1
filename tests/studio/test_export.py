"""From a timeline to a whole file on the disk, whatever happens on the way."""

from dataclasses import replace

import anyio
import pytest
from tests.studio.fakes import says, video

from ai_to_video.errors import (
    BackendFailed,
    BadArgument,
    ExportBlocked,
    NoDraft,
    NotFound,
    RenderFailed,
    Unintelligible,
    Unreachable,
)

pytestmark = pytest.mark.anyio


@pytest.fixture
def anyio_backend(virtual):
    return virtual


@pytest.fixture
async def project(studio):
    return (await studio.generate("a city")).project_id


def failing(render):
    return replace(render, fails=True, seconds=3)


async def test_done_means_that_the_file_is_there(studio, service, project):
    answer = await studio.export(project_id=project, filename="city")
    assert answer.status == "done"
    assert await anyio.Path(answer.file.path).read_bytes() == service.movie
    assert answer.file.bytes == len(service.movie)
    assert answer.file.url == "https://files.example/video.mp4"
    assert answer.poster.startswith(b"\xff\xd8")
    assert answer.open_in_browser.endswith("ct=clm_s1")
    assert list(service.renders) == [answer.render_id]


async def test_the_draft_goes_to_the_renderer_as_the_service_wrote_it(studio, service, project):
    service.drafts["s1"] = {"t": [{"tt": 0, "sg": [{"d": 5000, "odd": [1.0, None]}]}], "zz": {"b": 1, "a": 2}}
    await studio.export(project_id=project, format="MOV", resolution="720P")
    render = next(iter(service.renders.values()))
    assert render.draft == service.drafts["s1"]
    assert (render.fmt, render.resolution) == ("mov", "720p")


async def test_without_a_project_the_latest_is_exported(studio, service, project):
    assert (await studio.export()).project_id == project


async def test_nothing_to_export_is_said_before_anything_is_rendered(studio, service):
    with pytest.raises(NoDraft):
        await studio.export()
    service.scripts = [says("Tell me more.")]
    empty = await studio.generate("hello")
    with pytest.raises(NoDraft):
        await studio.export(project_id=empty.project_id)
    assert service.renders == {}


@pytest.mark.parametrize("wish", [{"format": "avi"}, {"format": ""}, {"resolution": "9000p"}])
async def test_a_wrong_format_or_resolution_lists_the_choices(studio, project, wish):
    with pytest.raises(BadArgument) as refused:
        await studio.export(project_id=project, **wish)
    assert "mp4" in refused.value.hint or "1080p" in refused.value.hint


async def test_a_wait_that_runs_out_leaves_the_export_running(studio, project):
    running = await studio.export(project_id=project, wait_seconds=5)
    assert running.status == "running"
    assert running.render_id
    later = await studio.state(job_id=running.job_id, wait_seconds=60)
    assert later.status == "done"
    assert later.jobs[0].file is not None
    assert later.picture


async def test_the_same_export_joins_and_another_waits_in_line(studio, service, project):
    first = await studio.export(project_id=project, wait_seconds=0)
    same = await studio.export(project_id=project, wait_seconds=0)
    assert same.job_id == first.job_id
    other = await studio.export(project_id=project, resolution="720p", wait_seconds=10)
    assert other.job_id != first.job_id
    assert len(service.renders) == 1
    done = await studio.state(job_id=other.job_id, wait_seconds=100)
    assert done.status == "done"
    assert len(service.renders) == 2


async def test_an_export_waits_for_the_message_before_it(studio, service, project):
    service.scripts = [says("Sunrise added.", draft=video("city", "sunrise"), pause=15)]
    edit = await studio.generate("add a sunrise", project_id=project, wait_seconds=0)
    export = await studio.export(project_id=project, wait_seconds=100)
    assert export.status == "done"
    assert next(iter(service.renders.values())).draft == video("city", "sunrise")
    assert (await studio.state(job_id=edit.job_id)).status == "done"


async def test_an_export_that_timed_out_is_not_joined_after_the_project_changed(studio, service, project):
    first = await studio.export(project_id=project, wait_seconds=1)
    await studio.state(job_id=first.job_id, wait_seconds=100)
    assert (await studio.export(project_id=project)).job_id == first.job_id
    await studio.generate("make it brighter", project_id=project)
    assert (await studio.export(project_id=project)).job_id != first.job_id


async def test_a_failed_render_is_tried_once_more_under_a_new_id(studio, service, project):
    service.render_plan = [failing]
    answer = await studio.export(project_id=project)
    assert answer.status == "done"
    assert len(service.renders) == 2
    assert answer.render_id == list(service.renders)[1]


async def test_a_render_that_fails_twice_is_a_failure(studio, service, project):
    service.render_plan = [failing, failing]
    with pytest.raises(RenderFailed):
        await studio.export(project_id=project)
    assert len(service.renders) == 2


async def test_a_submit_in_doubt_is_settled_by_asking_for_the_same_id(studio, service, project):
    service.trouble["submit_render"] = [Unreachable()]
    assert (await studio.export(project_id=project)).status == "done"
    assert len(service.renders) == 1


@pytest.mark.parametrize("times", [1, 3])
async def test_a_submit_that_never_arrived_is_made_anew_under_its_own_id(studio, service, project, times):
    service.trouble["submit_render unheard"] = [Unreachable() for _ in range(times)]
    answer = await studio.export(project_id=project, wait_seconds=100)
    assert answer.status == "done"
    assert list(service.renders) == [answer.render_id]
    assert service.calls.count("submit_render unheard") == times + 1


async def test_a_submit_that_was_refused_is_made_anew_under_a_new_id_once(studio, service, project):
    asked = []
    submit = service.submit_render

    async def listening(render_id, *args, **wishes):
        asked.append(render_id)
        return await submit(render_id, *args, **wishes)

    service.submit_render = listening
    service.trouble["submit_render unheard"] = [BackendFailed() for _ in range(5)]
    with pytest.raises(RenderFailed):
        await studio.export(project_id=project, wait_seconds=200)
    assert len(asked) == len(set(asked)) == 2


async def test_a_service_that_takes_no_export_is_given_up(studio, service, project):
    service.trouble["submit_render unheard"] = [Unreachable() for _ in range(50)]
    with pytest.raises(RenderFailed, match="did not take"):
        await studio.export(project_id=project, wait_seconds=200)
    assert service.calls.count("submit_render unheard") == 6


async def test_a_render_that_vanished_gets_a_new_id_once(studio, service, project):
    async def forget(seconds):
        await anyio.sleep(seconds)
        service.renders.clear()

    async with anyio.create_task_group() as group:
        group.start_soon(forget, 5)
        answer = await studio.export(project_id=project, wait_seconds=100)
    assert answer.status == "done"
    assert service.calls.count("submit_render") == 2


async def test_a_plan_without_export_is_told_once_and_not_retried(studio, service, project):
    service.trouble["submit_render"] = [ExportBlocked()]
    with pytest.raises(ExportBlocked) as blocked:
        await studio.export(project_id=project)
    assert blocked.value.job_id
    assert service.calls.count("submit_render") == 1


async def test_polls_that_fail_are_no_end(studio, service, project):
    service.trouble["render_status"] = [Unreachable(), Unintelligible(), NotFound(), BackendFailed()]
    assert (await studio.export(project_id=project, wait_seconds=60)).status == "done"


async def test_a_finished_render_without_an_address_is_asked_again_then_fetched_by_its_id(studio, service, project):
    service.render_plan = [lambda render: replace(render, url="")]
    answer = await studio.export(project_id=project)
    assert answer.status == "done"
    assert answer.file.url == ""


async def test_a_render_is_followed_as_long_as_it_takes(studio, service, project):
    service.render_seconds = 1200
    job = await studio.export(project_id=project)
    assert (await studio.state(job_id=job.job_id, wait_seconds=880)).status == "running"
    assert (await studio.state(job_id=job.job_id, wait_seconds=300)).status == "done"


async def test_a_broken_download_goes_on(studio, service, project):
    service.trouble["download"] = [Unreachable(), Unreachable()]
    assert (await studio.export(project_id=project)).status == "done"
    assert service.calls.count("download") == 3


async def test_bytes_that_are_no_video_are_fetched_once_more(studio, service, project, desk):
    refused = []

    async def spoiled(part, target, **wishes):
        if not refused:
            refused.append(part)
            raise Unintelligible
        return await desk.__class__.finish(desk, part, target, **wishes)

    desk.finish = spoiled
    assert (await studio.export(project_id=project)).status == "done"
    assert service.calls.count("download") == 2


async def test_a_render_that_never_gives_a_video_is_replaced_once_and_then_given_up(studio, service, project, desk):
    async def spoiled(part, target, **wishes):
        raise RenderFailed

    desk.finish = spoiled
    with pytest.raises(RenderFailed):
        await studio.export(project_id=project, wait_seconds=100)
    assert len(service.renders) == 2
    assert service.calls.count("download") == 4
    assert list(desk.folder.iterdir()) == []


async def test_a_full_disk_is_told_and_the_name_is_free_again(studio, service, project, desk):
    service.trouble["download"] = [BadArgument("The disk is full.")]
    with pytest.raises(BadArgument, match="disk is full"):
        await studio.export(project_id=project)
    assert list(desk.folder.iterdir()) == []
    assert (await studio.export(project_id=project)).status == "done"


async def test_progress_follows_the_render(studio, service, project):
    seen = []

    async def progress(figure, words):
        seen.append((anyio.current_time(), figure, words))

    await studio.export(project_id=project, on_progress=progress)
    figures = [figure for _, figure, _ in seen]
    assert figures == sorted(set(figures))
    assert figures[-1] < 100
    assert any("%" in words for _, _, words in seen)


async def test_a_generation_with_export_ends_with_the_file(studio, service):
    answer = await studio.generate("a city", export=True, wait_seconds=100)
    assert answer.status == "done"
    assert await anyio.Path(answer.file.path).exists()
    assert answer.poster
    assert len(service.sent) == len(service.renders) == 1


async def test_a_generation_keeps_its_words_when_its_export_fails(studio, service):
    service.trouble["submit_render"] = [ExportBlocked()]
    answer = await studio.generate("a city", export=True, wait_seconds=100)
    assert answer.status == "done"
    assert answer.reply == "Your video is ready."
    assert answer.file is None
    assert any("export failed" in note for note in answer.notes)
    offer = [action for action in answer.actions if action.action == "export"]
    assert offer[0].tool == "export_video"
    assert not offer[0].done


async def test_messages_and_exports_of_one_project_never_lock_each_other(studio, service):
    first = await studio.generate("a city", export=True, wait_seconds=0)
    second = await studio.generate("brighter", project_id=first.project_id, export=True, wait_seconds=0)
    third = await studio.export(project_id=first.project_id, wait_seconds=0)
    for job in (third, second, first):
        assert (await studio.state(job_id=job.job_id, wait_seconds=300)).status == "done"
    assert len(service.sent) == 2
    assert len(service.renders) == 3
