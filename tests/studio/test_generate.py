"""Making and changing a video by words: what is sent, what is told, what it cost."""

import pytest
from tests.studio.fakes import says, video

from ai_to_video.errors import BackendFailed, BadArgument, NotFound, OutOfCredits, SpendLimit, Unreachable

pytestmark = pytest.mark.anyio

CITY = video("city timelapse", title="Urban Dreams", music="Lo-fi")


@pytest.fixture
def anyio_backend(virtual):
    return virtual


async def test_a_prompt_becomes_a_project_with_a_timeline(studio, service):
    service.scripts = [says("Here is your city.", draft=CITY)]
    answer = await studio.generate("a city at night")
    assert answer.status == "done"
    assert answer.reply == "Here is your city."
    assert answer.timeline.startswith("Timeline (3 tracks): 1. Video: city timelapse (0-5s)")
    assert answer.credits.spent == 10
    assert answer.credits.balance.available == 90
    assert answer.open_in_browser.endswith("ct=clm_s1")
    assert service.sent == [("s1", "a city at night")]
    assert service.languages == ["en"]


async def test_a_second_wish_changes_the_same_project(studio, service):
    first = await studio.generate("a city at night")
    service.scripts = [says("Brighter now.", draft=video("city", "sunrise"))]
    second = await studio.generate("make it brighter", project_id=first.project_id)
    assert second.project_id == first.project_id
    assert [session for session, _ in service.sent] == ["s1", "s1"]
    assert any("sunrise" in change for change in second.changes)


@pytest.mark.parametrize(
    ("prompt", "language"),
    [
        ("做一个关于春天的视频", "zh-CN"),
        ("做一個關於春天的影片，讓畫面更漂亮", "zh-TW"),
        ("春についての動画を作って", "ja"),
        ("Haz un vídeo sobre la primavera con música", "es"),
        ("Un café in Paris", "en"),
    ],
)
async def test_the_service_is_told_the_language_of_the_prompt(studio, service, prompt, language):
    await studio.generate(prompt)
    assert service.languages == [language]


async def test_a_setting_decides_the_language_for_all_prompts(open_studio, service):
    async with open_studio(language="fr") as studio:
        await studio.generate("a city")
    assert service.languages == ["fr"]


@pytest.mark.parametrize("prompt", ["", "  \n\t", "x" * 100_000, "好" * 40_000])
async def test_an_empty_or_endless_prompt_is_refused_before_anything_happens(studio, service, prompt):
    with pytest.raises(BadArgument) as refused:
        await studio.generate(prompt)
    assert refused.value.hint
    assert service.calls == []
    assert (await studio.state()).projects == ()


@pytest.mark.parametrize("seconds", [-1, 901])
async def test_a_wait_out_of_range_is_refused(studio, seconds):
    for call in (studio.generate("a city", wait_seconds=seconds), studio.export(wait_seconds=seconds)):
        with pytest.raises(BadArgument):
            await call
    with pytest.raises(BadArgument):
        await studio.state(wait_seconds=seconds)


async def test_an_unknown_project_is_not_found(studio, service):
    for call in (
        studio.generate("a city", project_id="p_nope"),
        studio.export(project_id="p_nope"),
        studio.state(project_id="p_nope"),
        studio.state(job_id="j_nope"),
        studio.upload(["x.mp4"], project_id="p_nope"),
    ):
        with pytest.raises(NotFound):
            await call
    assert service.calls == []


async def test_somebody_elses_projects_and_jobs_do_not_exist(studio):
    mine = await studio.generate("a city", owner="anna")
    for call in (
        studio.generate("more", project_id=mine.project_id, owner="ben"),
        studio.state(project_id=mine.project_id, owner="ben"),
        studio.state(job_id=mine.job_id, owner="ben"),
        studio.export(project_id=mine.project_id, owner="ben"),
    ):
        with pytest.raises(NotFound):
            await call
    assert (await studio.state(owner="ben")).projects == ()
    assert len((await studio.state(owner="anna")).projects) == 1


async def test_a_failure_before_the_message_left_is_told_and_nothing_was_sent(studio, service):
    service.trouble["open_session"] = [Unreachable()]
    with pytest.raises(Unreachable) as failed:
        await studio.generate("a city")
    assert failed.value.job_id
    assert service.sent == []
    again = await studio.generate("a city")
    assert again.status == "done"
    assert len(service.sent) == 1


async def test_out_of_credits_keeps_its_link_on_the_way_through_the_ledger(studio, service):
    service.trouble["open_session"] = [OutOfCredits(link="https://nemovideo.com/register?bind=anon_1")]
    with pytest.raises(OutOfCredits) as failed:
        await studio.generate("a city")
    assert failed.value.link == "https://nemovideo.com/register?bind=anon_1"


async def test_the_daily_limit_stops_the_next_message_before_it_is_sent(open_studio, service):
    async with open_studio(daily_credits=15) as studio:
        first = await studio.generate("one")
        await studio.generate("two", project_id=first.project_id)
        with pytest.raises(SpendLimit):
            await studio.generate("three", project_id=first.project_id)
    assert [message for _, message in service.sent] == ["one", "two"]


async def test_the_daily_limit_begins_anew_with_the_day(open_studio, service, wall):
    async with open_studio(daily_credits=10) as studio:
        first = await studio.generate("one")
        wall.ahead = 86_400
        assert (await studio.generate("two", project_id=first.project_id)).status == "done"


async def test_little_credit_is_warned_of_and_an_unknown_balance_stops_nothing(studio, service):
    service.balance = 60
    assert any("60 credits" in note for note in (await studio.generate("a city")).notes)
    service.trouble["credits"] = [Unreachable(), Unreachable()]
    answer = await studio.generate("a lake")
    assert answer.status == "done"
    assert answer.credits.spent == -1


async def test_a_balance_that_never_comes_holds_nothing_up_for_long(studio, service):
    service.hangs = {"credits"}
    answer = await studio.generate("a city", wait_seconds=60)
    assert answer.status == "done"
    assert answer.credits.spent == -1


async def test_documents_wait_for_the_next_message_and_go_with_it_once(studio, service, readers):
    uploads = await studio.upload([readers.text("post.txt", "Rice is grown in paddies.")])
    answer = await studio.generate("turn this into a video", project_id=uploads.project_id)
    await studio.generate("make it brighter", project_id=uploads.project_id)
    messages = [message for _, message in service.sent]
    assert "Rice is grown in paddies." in messages[0]
    assert messages[1] == "make it brighter"
    assert any("post.txt" in note for note in answer.notes)


async def test_documents_of_a_message_that_was_never_sent_wait_on(studio, service, readers):
    uploads = await studio.upload([readers.text("post.txt", "Rice is grown in paddies.")])
    service.trouble["state"] = [Unreachable()] * 3
    with pytest.raises(Unreachable):
        await studio.generate("turn this into a video", project_id=uploads.project_id)
    service.trouble.clear()
    await studio.generate("turn this into a video, please", project_id=uploads.project_id)
    assert "Rice" in service.sent[0][1]


async def test_a_document_longer_than_a_message_is_cut_and_said(studio, service, readers):
    uploads = await studio.upload([readers.text("book.txt", "rice " * 40_000)])
    answer = await studio.generate("turn this into a video", project_id=uploads.project_id)
    assert len(service.sent[0][1].encode()) <= 100_000
    assert any("as far as it fitted" in note for note in answer.notes)


async def test_a_question_of_the_agent_asks_for_input_and_exports_nothing(studio, service):
    from ai_to_video.wire.events import AgentEvent

    async def asks(service, session_id, message):
        yield AgentEvent("question", "Which style?\nCartoon / Photo")

    service.scripts = [asks]
    answer = await studio.generate("a city", export=True)
    assert answer.status == "needs_input"
    assert "Which style?" in answer.reply
    assert service.renders == {}
    assert (await studio.state(job_id=answer.job_id)).status == "needs_input"


async def test_music_and_titles_that_came_unasked_are_said(studio, service):
    service.scripts = [says("The raw video is ready.", "I added music and a title.", draft=CITY)]
    answer = await studio.generate("a city")
    assert any("unasked" in note for note in answer.notes)


async def test_an_error_after_good_words_keeps_the_words(studio, service):
    service.scripts = [says("Your video is ready.", draft=CITY, error="2001: insufficient credits")]
    answer = await studio.generate("a city")
    assert answer.reply == "Your video is ready."
    assert any("credits" in note for note in answer.notes)


async def test_an_error_that_is_all_there_is_fails_the_job(studio, service):
    service.scripts = [says(error="2001: insufficient credits")]
    with pytest.raises(OutOfCredits) as failed:
        await studio.generate("a city")
    assert (await studio.state(job_id=failed.value.job_id)).status == "failed"
    assert failed.value.link == "https://nemovideo.com/register?bind=anon_1"


async def test_an_error_that_came_with_a_change_reports_the_change(studio, service):
    service.scripts = [says(draft=CITY, error="INTERNAL: something broke")]
    answer = await studio.generate("a city")
    assert answer.status == "done"
    assert answer.changes


async def test_an_excuse_that_is_all_the_agent_says_is_a_failure_unless_something_changed(studio, service):
    excuse = "I encountered a temporary issue. Please try again."
    service.scripts = [says(excuse)]
    with pytest.raises(BackendFailed, match="temporary issue"):
        await studio.generate("a city")
    service.scripts = [says(excuse, draft=CITY)]
    assert (await studio.generate("a lake")).changes
    service.scripts = [says("Your video is ready.", excuse, draft=CITY, error="INTERNAL: timeout")]
    answer = await studio.generate("a hill")
    assert answer.reply == "Your video is ready."
    assert not any("failure" in note for note in answer.notes)


async def test_a_list_of_jobs_that_was_damaged_is_told_with_the_next_answer(open_studio, home):
    home.mkdir()
    (home / "ledger.sqlite3").write_bytes(b"no database at all" * 100)
    async with open_studio() as studio:
        answer = await studio.generate("a city")
        assert any("set aside" in note for note in answer.notes)
        assert any("set aside" in note for note in (await studio.state()).notes)
