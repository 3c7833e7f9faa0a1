"""Credits ran out: a client that can open a page is asked to, and nothing is ever paid for by the answer."""

import anyio
import pytest
from mcp.types import ElicitResult, InputRequiredResult

from ai_to_video.errors import OutOfCredits, SpendLimit, Unreachable
from ai_to_video.studio.answers import Balance, Generation
from ai_to_video.wire.bodies import Credits

pytestmark = pytest.mark.anyio

PAGE = "https://nemovideo.com/register?bind=anon_1"


class Person:
    """Answers the offer; `pages` is what was shown."""

    def __init__(self, action="accept"):
        self.action = action
        self.pages = []

    async def __call__(self, context, asked):
        self.pages.append((asked.mode, asked.url))
        return ElicitResult(action=self.action)


@pytest.fixture(autouse=True)
def empty_purse(studio):
    studio.answers["generate"] = OutOfCredits(link=PAGE, job_id="j1")
    studio.answers["credits"] = Balance(Credits(250, 0, 250), top_up_url=PAGE)


@pytest.fixture
def ask(connect):
    async def asked(person=None, **arguments):
        async with connect(elicitation_callback=person) as client:
            return await client.call_tool("generate_video", {"prompt": "a city", **arguments})

    return asked


def prompts(studio):
    return [asked["prompt"] for asked in studio.asked if "prompt" in asked]


async def test_the_page_is_offered_and_the_balance_told_but_nothing_is_sent_again(studio, ask):
    person = Person()
    result = await ask(person)
    assert person.pages == [("url", PAGE)]
    assert result.is_error
    assert result.structured_content["code"] == "out_of_credits"
    assert "250 credits are available now" in result.structured_content["message"]
    assert "call generate_video" in result.structured_content["hint"]
    assert prompts(studio) == ["a city"]


@pytest.mark.parametrize("action", ["decline", "cancel"])
async def test_whoever_will_not_open_it_gets_the_failure_with_its_link(studio, ask, action):
    result = await ask(Person(action))
    assert result.structured_content["code"] == "out_of_credits"
    assert PAGE in result.structured_content["message"]
    assert "was opened" not in result.structured_content["message"]
    assert prompts(studio) == ["a city"]


async def test_a_client_that_opens_no_pages_gets_the_link_as_text(studio, ask):
    result = await ask()
    assert result.structured_content["job_id"] == "j1"
    assert PAGE in result.structured_content["message"]
    assert len(studio.asked) == 1


@pytest.mark.parametrize("failure", [OutOfCredits(), SpendLimit()])
async def test_without_a_page_nothing_is_asked(studio, ask, failure):
    studio.answers["generate"] = failure
    person = Person()
    result = await ask(person)
    assert person.pages == []
    assert result.structured_content["code"] == failure.code


async def test_a_balance_that_cannot_be_read_is_said(studio, ask):
    studio.answers["credits"] = Unreachable()
    result = await ask(Person())
    assert result.structured_content["code"] == "unreachable"
    assert prompts(studio) == ["a city"]


@pytest.mark.parametrize("era", ["legacy"], indirect=True)
async def test_a_question_nobody_answers_ends_with_the_wait_of_the_call(ask):
    async def nobody(context, asked):
        await anyio.sleep_forever()

    result = await ask(nobody, wait_seconds=0)
    assert PAGE in result.structured_content["message"]


@pytest.mark.parametrize("era", ["auto"], indirect=True)
async def test_a_round_that_is_repeated_sends_nothing_however_full_the_purse(studio, connect):
    async with connect(elicitation_callback=Person()) as client:
        offered = await client.session.call_tool("generate_video", {"prompt": "a city"}, allow_input_required=True)
        assert isinstance(offered, InputRequiredResult)
        studio.answers["generate"] = AssertionError("sent again")
        for responses in ({"top_up": ElicitResult(action="accept")}, None):
            again = await client.session.call_tool(
                *("generate_video", {"prompt": "a city"}),
                input_responses=responses,
                request_state=offered.request_state,
                allow_input_required=True,
            )
            assert again.structured_content["code"] == "out_of_credits"
    assert prompts(studio) == ["a city"]


async def test_after_the_page_a_new_call_makes_the_video(studio, connect):
    async with connect(elicitation_callback=Person()) as client:
        await client.call_tool("generate_video", {"prompt": "a city"})
        studio.answers["generate"] = Generation("done", "p1", "j2")
        result = await client.call_tool("generate_video", {"prompt": "a city"})
    assert result.structured_content["job_id"] == "j2"
    assert prompts(studio) == ["a city", "a city"]
