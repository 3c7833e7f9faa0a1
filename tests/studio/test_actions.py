"""Instructions for a person at an editor: carried out, offered, asked for, or sent as one plain command."""

import pytest
from tests.studio.fakes import breaks, refuses, says, video

from ai_to_video.errors import RateLimited, Unreachable

pytestmark = pytest.mark.anyio

DRAG = "Drag the music clip to the left."
CITY = video("city")


@pytest.fixture
def anyio_backend(virtual):
    return virtual


@pytest.fixture
async def project(studio):
    return (await studio.generate("a city")).project_id


def by_name(answer):
    return {action.action: action for action in answer.actions}


async def test_an_export_that_nobody_asked_for_is_offered(studio, service):
    service.scripts = [says("Your 10-second city timelapse is ready. Click Export to save it.", draft=CITY)]
    answer = await studio.generate("a city")
    assert "Click" not in answer.reply
    offer = by_name(answer)["export"]
    assert (offer.tool, offer.done) == ("export_video", False)
    assert offer.arguments["project_id"] == answer.project_id
    assert service.renders == {}
    exported = await studio.export(**offer.arguments)
    assert exported.status == "done"


async def test_an_export_that_was_asked_for_is_done(studio, service):
    service.scripts = [says("Your 10-second city timelapse is ready. Click Export to save it.", draft=CITY)]
    answer = await studio.generate("a city", export=True, wait_seconds=100)
    assert by_name(answer)["export"].done
    assert answer.file is not None


async def test_looking_is_done_at_once(studio, service):
    service.scripts = [
        says("The color grade is now teal and orange with +10 contrast. Preview it in the timeline.", draft=CITY)
    ]
    answer = await studio.generate("a city")
    look = by_name(answer)["preview_timeline"]
    assert (look.tool, look.done, look.arguments) == ("get_state", True, {"project_id": answer.project_id})
    assert answer.timeline.startswith("Timeline (1 track)")


async def test_the_balance_is_read_when_the_agent_points_at_the_dashboard(studio, service):
    service.scripts = [says("I can't start another generation right now. Open the Billing tab in your dashboard.")]
    answer = await studio.generate("a city")
    assert by_name(answer)["get_credits"].done
    assert any("90 available" in note for note in answer.notes)


async def test_a_wanted_file_is_asked_for(studio, service):
    service.scripts = [says("I need your logo to finish the outro. Click the Upload button and select a PNG or JPG.")]
    answer = await studio.generate("add our logo")
    assert answer.status == "needs_input"
    assert by_name(answer)["upload"].tool == "upload_media"
    assert any("upload_media" in note for note in answer.notes)


async def test_an_edit_left_to_the_person_is_sent_once_as_a_command(studio, service, project):
    service.scripts = [says(DRAG), says("Moved.", draft=video("city", music="Sunrise Lo-fi"))]
    answer = await studio.generate("start the music earlier", project_id=project)
    first, second = [message for _, message in service.sent][1:]
    assert first == "start the music earlier"
    assert "music clip" in second
    assert answer.reply == "Moved."
    assert any("Sunrise Lo-fi" in change for change in answer.changes)
    assert any("may cost credits" in note and second in note for note in answer.notes)
    assert by_name(answer)["send_edit"].done
    assert answer.credits.spent == 20


@pytest.mark.parametrize(
    "words",
    [
        'Drag "Sunrise Lo-fi" to the start of the audio track.',
        "Sure! Drag the BGM clip to the start.",
        "请将音乐片段拖拽到开头。",
        "You can do this yourself: drag the title to the top.",
    ],
)
async def test_any_answer_that_is_only_an_instruction_is_sent_as_a_command(studio, service, project, words):
    service.scripts = [says(words), says("Moved.", draft=video("city", title="Hello"))]
    answer = await studio.generate("start the music earlier", project_id=project)
    assert len(service.sent) == 3
    assert answer.reply in ("Moved.", "Sure!\n\nMoved.")


async def test_a_service_that_only_ever_says_drag_is_answered_once(studio, service, project):
    service.scripts = [says(DRAG), says(DRAG), says(DRAG)]
    answer = await studio.generate("start the music earlier", project_id=project)
    assert len(service.sent) == 3
    assert answer.status == "done"
    assert answer.changes == ()


async def test_what_the_second_answer_leaves_to_the_person_is_offered(studio, service, project):
    service.scripts = [says(DRAG), says("Drag the title to the top.", draft=video("city", music="Lo-fi"))]
    answer = await studio.generate("start the music earlier", project_id=project)
    assert [(action.action, action.done) for action in answer.actions] == [("send_edit", True), ("send_edit", False)]


async def test_an_edit_beside_a_change_is_offered(studio, service, project):
    service.scripts = [says(f"I added a sunrise. {DRAG}", draft=video("city", "sunrise"))]
    answer = await studio.generate("add a sunrise", project_id=project)
    offer = by_name(answer)["send_edit"]
    assert (offer.tool, offer.done) == ("generate_video", False)
    assert offer.arguments["project_id"] == project
    assert offer.arguments["prompt"]
    assert len(service.sent) == 2


async def test_an_edit_beside_words_of_content_is_offered(studio, service, project):
    service.scripts = [says(f"I couldn't find a shorter take of the harbour at dawn. {DRAG}")]
    answer = await studio.generate("a shorter take", project_id=project)
    assert not by_name(answer)["send_edit"].done
    assert len(service.sent) == 2


async def test_the_daily_limit_also_holds_for_the_edit(open_studio, service):
    async with open_studio(daily_credits=15) as studio:
        service.scripts = [says("Here.", draft=CITY), says(DRAG)]
        first = await studio.generate("a city")
        answer = await studio.generate("earlier", project_id=first.project_id)
    assert [message for _, message in service.sent] == ["a city", "earlier"]
    assert any("was not sent" in note and "15 credits" in note for note in answer.notes)
    assert not by_name(answer)["send_edit"].done


async def test_an_edit_that_is_refused_is_said_and_offered(studio, service, project):
    service.scripts = [says(DRAG), refuses(RateLimited())]
    answer = await studio.generate("earlier", project_id=project)
    assert answer.status == "done"
    assert not by_name(answer)["send_edit"].done
    assert any("could not be sent" in note for note in answer.notes)


async def test_an_edit_whose_stream_is_lost_is_settled_from_the_state_and_not_sent_again(studio, service, project):
    changed = video("city", music="Sunrise Lo-fi")
    service.scripts = [says(DRAG), breaks(Unreachable(), draft=changed, later=3)]
    answer = await studio.generate("earlier", project_id=project, wait_seconds=100)
    assert answer.changes
    service.scripts = [says(DRAG), breaks(Unreachable())]
    answer = await studio.generate("later", project_id=project, wait_seconds=900)
    assert answer.status == "done"
    assert answer.changes == ()
    assert len(service.sent) == 5
