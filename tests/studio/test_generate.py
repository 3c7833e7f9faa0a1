"""Making and changing a video by words: what is sent, what is told, what it cost."""

import pytest
from tests.studio.fakes import says, video

pytestmark = pytest.mark.anyio


@pytest.fixture
def anyio_backend(virtual):
    return virtual


async def test_a_prompt_becomes_a_project_with_a_timeline(studio, service):
    service.scripts = [says("Here is your city.", draft=video("city timelapse", title="Urban Dreams", music="Lo-fi"))]
    answer = await studio.generate("a city at night")
    assert answer.status == "done"
    assert answer.reply == "Here is your city."
    assert answer.timeline.startswith("Timeline (3 tracks): 1. Video: city timelapse (0-5s)")
    assert answer.credits.spent == 10
    assert answer.credits.balance.available == 90
    assert answer.open_in_browser.endswith("ct=clm_s1")
    assert service.sent == [("s1", "a city at night")]
    assert service.languages == ["en"]
