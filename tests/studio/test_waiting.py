"""Calls end when they said they would; what they started goes on, and the same wish twice is one job."""

import itertools

import anyio
import pytest
from tests.studio.fakes import breaks, never_ends, refuses, says, video

from ai_to_video.errors import RateLimited, Unreachable

pytestmark = pytest.mark.anyio

SLOW = says("The raw video is there.", "Music added.", draft=video("city"), pause=60)


@pytest.fixture
def anyio_backend(virtual):
    return virtual


class Diary:
    """What a caller was told while it waited."""

    def __init__(self):
        self.began = anyio.current_time()
        self.entries = []

    async def __call__(self, figure, words):
        self.entries.append((anyio.current_time() - self.began, figure, words))


@pytest.mark.parametrize("hang", ["open_session", "state", "credits", "claim_link", "run"])
@pytest.mark.parametrize("wait", [0, 7])
async def test_no_call_outlasts_its_wait_whatever_hangs(studio, service, hang, wait):
    service.hangs = {hang}
    service.scripts = [never_ends] if hang == "run" else []
    began = anyio.current_time()
    answer = await studio.generate("a city", wait_seconds=wait)
    assert anyio.current_time() - began <= wait + 2
    if answer.status == "running":
        assert answer.job_id
        assert answer.project_id


@pytest.mark.parametrize("hang", ["state", "submit_render", "render_status", "download"])
async def test_no_export_outlasts_its_wait_whatever_hangs(studio, service, hang):
    project = (await studio.generate("a city")).project_id
    service.hangs = {hang}
    began = anyio.current_time()
    answer = await studio.export(project_id=project, wait_seconds=3)
    assert anyio.current_time() - began <= 5
    assert answer.status == "running"


async def test_looking_at_a_project_whose_service_hangs_shows_it_as_last_seen(studio, service):
    project = (await studio.generate("a city")).project_id
    service.hangs = {"state"}
    began = anyio.current_time()
    seen = await studio.state(project_id=project)
    assert anyio.current_time() - began <= 2
    assert "city" in seen.timeline
    assert seen.view.tracks
    assert any("last seen" in note for note in seen.notes)


async def test_words_for_the_balance_end_in_time_too(studio, service):
    service.hangs = {"credits"}
    began = anyio.current_time()
    with pytest.raises(Unreachable):
        await studio.generate("余额", wait_seconds=4)
    assert anyio.current_time() - began <= 6
    with pytest.raises(Unreachable):
        await studio.credits()
    assert anyio.current_time() - began <= 60


async def test_progress_rises_from_the_first_word_to_the_last(studio, service):
    service.scripts = [SLOW]
    diary = Diary()
    await studio.generate("a city", wait_seconds=300, on_progress=diary)
    figures = [figure for _, figure, _ in diary.entries]
    assert diary.entries[0][2] == "Setting things up..."
    assert all(late < early for late, early in itertools.pairwise(figures))
    assert figures[0] >= 0
    assert figures[-1] < 100


async def test_a_word_comes_at_least_every_ten_seconds(studio, service):
    service.scripts = [never_ends]
    diary = Diary()
    await studio.generate("a city", wait_seconds=550, on_progress=diary)
    moments = [moment for moment, _, _ in diary.entries]
    assert max(late - early for early, late in itertools.pairwise(moments)) <= 10
    assert len({figure for _, figure, _ in diary.entries}) == len(diary.entries)
    still = [words for _, _, words in diary.entries if "Still working" in words]
    assert len(still) == 4


async def test_each_message_of_the_agent_is_told_when_it_comes(studio, service):
    service.scripts = [SLOW]
    diary = Diary()
    await studio.generate("a city", wait_seconds=300, on_progress=diary)
    told = {words: moment for moment, _, words in reversed(diary.entries)}
    assert 60 <= told["The raw video is there."] <= 62
    assert 120 <= told["Music added."] <= 122


async def test_a_wait_that_runs_out_tells_what_was_said_so_far(studio, service):
    service.scripts = [SLOW]
    answer = await studio.generate("a city", wait_seconds=70)
    assert answer.status == "running"
    assert answer.reply == "The raw video is there."


async def test_a_caller_that_goes_away_leaves_its_job_alive(studio, service):
    service.scripts = [SLOW]
    with anyio.move_on_after(10):
        await studio.generate("a city", wait_seconds=300)
    (job,) = (await studio.state()).jobs
    assert (await studio.state(job_id=job.job_id, wait_seconds=300)).status == "done"
    assert len(service.sent) == 1


async def test_the_same_wish_joins_the_running_job_and_says_so(studio, service):
    service.scripts = [SLOW]
    first = await studio.generate("a city  at night", wait_seconds=5)
    again = await studio.generate("a city at night\n", wait_seconds=300)
    assert again.status == "done"
    assert again.job_id == first.job_id
    assert any("nothing was sent again" in note for note in again.notes)
    assert len(service.sent) == 1
    assert len((await studio.state()).projects) == 1


async def test_the_same_wish_joins_when_it_names_the_project(studio, service):
    service.scripts = [SLOW]
    first = await studio.generate("a city", wait_seconds=5)
    again = await studio.generate("a city", project_id=first.project_id, wait_seconds=5)
    assert again.job_id == first.job_id


async def test_the_same_wish_soon_after_a_time_out_gets_the_finished_answer(studio, service):
    service.scripts = [SLOW]
    first = await studio.generate("a city", wait_seconds=5)
    await studio.state(job_id=first.job_id, wait_seconds=300)
    await anyio.sleep(110)
    again = await studio.generate("a city", wait_seconds=5)
    assert (again.status, again.job_id) == ("done", first.job_id)
    await anyio.sleep(20)
    assert (await studio.generate("a city")).job_id != first.job_id


async def test_the_same_wish_after_a_cancelled_call_gets_the_finished_answer(studio, service):
    service.scripts = [SLOW]
    with anyio.move_on_after(100):
        await studio.generate("a city", wait_seconds=300)
    await anyio.sleep(100)
    assert (await studio.generate("a city", wait_seconds=5)).status == "done"
    assert len(service.sent) == 1


async def test_the_same_wish_after_a_prompt_answer_is_a_new_wish(studio, service):
    first = await studio.generate("make it brighter")
    again = await studio.generate("make it brighter", project_id=first.project_id)
    assert again.job_id != first.job_id
    assert len(service.sent) == 2


async def test_the_same_wish_after_a_failure_is_tried_again(studio, service):
    service.scripts = [refuses(RateLimited())]
    with pytest.raises(RateLimited):
        await studio.generate("a city", wait_seconds=40)
    assert (await studio.generate("a city")).status == "done"


async def test_joining_with_export_brings_the_file(studio, service):
    service.scripts = [SLOW]
    await studio.generate("a city", wait_seconds=5)
    answer = await studio.generate("a city", export=True, wait_seconds=400)
    assert answer.file is not None
    assert len(service.sent) == 1


async def test_other_words_for_a_busy_project_wait_in_line_and_are_told(studio, service):
    service.scripts = [SLOW, says("A lake.", draft=video("lake"))]
    first = await studio.generate("a city", wait_seconds=5)
    second = await studio.generate("add a lake", project_id=first.project_id, wait_seconds=5)
    assert second.status == "running"
    assert any(first.job_id in note for note in second.notes)
    assert [view.status for view in (await studio.state()).jobs] == ["queued", "running"]
    assert len(service.sent) == 1
    assert (await studio.state(job_id=second.job_id, wait_seconds=300)).status == "done"
    assert [message for _, message in service.sent] == ["a city", "add a lake"]


async def test_projects_do_not_wait_for_each_other(studio, service):
    service.scripts = [SLOW, SLOW]
    first = await studio.generate("a city", wait_seconds=0)
    second = await studio.generate("a lake", wait_seconds=0)
    await anyio.sleep(5)
    assert len(service.sent) == 2
    for job in (first, second):
        assert (await studio.state(job_id=job.job_id, wait_seconds=300)).status == "done"


async def test_a_lost_stream_is_said_while_it_is_being_settled(studio, service):
    service.scripts = [breaks(Unreachable())]
    diary = Diary()
    await studio.generate("a city", wait_seconds=20, on_progress=diary)
    assert any("Nothing is sent again" in words for _, _, words in diary.entries)
