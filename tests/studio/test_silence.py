"""Streams that end without a word: the project's state tells what happened, or honestly that nothing did."""

import pytest
from tests.studio.fakes import says, video

from ai_to_video.errors import Unreachable

pytestmark = pytest.mark.anyio

CITY = video("city")


@pytest.fixture
def anyio_backend(virtual):
    return virtual


async def test_a_silent_edit_is_told_from_its_changes(studio, service):
    first = await studio.generate("a city")
    service.scripts = [says(draft=video("city", title="Urban Dreams"))]
    answer = await studio.generate("add a title", project_id=first.project_id)
    assert answer.status == "done"
    assert answer.reply == ""
    assert any("Urban Dreams" in change for change in answer.changes)
    assert any("without a word" in note for note in answer.notes)


@pytest.mark.parametrize("lag", [1.5, 5])
async def test_a_state_that_lags_behind_the_stream_is_waited_for(studio, service, lag):
    async def script(service, session_id, message):
        service.later(lag, lambda: service.drafts.__setitem__(session_id, CITY))
        return
        yield

    service.scripts = [script]
    assert (await studio.generate("a city")).changes


async def test_a_silent_close_without_change_is_said_and_nothing_is_sent_again(studio, service):
    service.scripts = [says()]
    answer = await studio.generate("a city")
    assert answer.status == "done"
    assert answer.changes == ()
    assert any("nothing changed" in note for note in answer.notes)
    assert len(service.sent) == 1
    assert service.calls.count("state") == 1 + 3


async def test_the_second_stage_of_a_silent_edit_is_seen(studio, service):
    async def script(service, session_id, message):
        service.drafts[session_id] = CITY
        service.later(2, lambda: service.drafts.__setitem__(session_id, video("city", music="Lo-fi")))
        return
        yield

    service.scripts = [script]
    answer = await studio.generate("a city")
    assert any("Lo-fi" in change for change in answer.changes)


async def test_an_unreadable_state_after_silence_is_not_taken_for_no_change(studio, service):
    async def script(service, session_id, message):
        service.drafts[session_id] = CITY
        service.trouble["state"] = [Unreachable()] * 3
        return
        yield

    service.scripts = [script]
    answer = await studio.generate("a city")
    assert not any("nothing changed" in note for note in answer.notes)
    assert any("could not be read" in note for note in answer.notes)


async def test_words_without_a_change_take_one_look(studio, service):
    service.scripts = [says("I can make videos of anything.")]
    answer = await studio.generate("what can you do?")
    assert answer.reply == "I can make videos of anything."
    assert answer.changes == ()
    assert service.calls.count("state") == 2
