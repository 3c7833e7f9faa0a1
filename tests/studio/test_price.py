"""What a generation may cost is said before it starts, learned from what was paid, and held back from the limit."""

from functools import partial

import anyio
import pytest
from tests.studio.fakes import never_ends, says, video

from ai_to_video.errors import SpendLimit, Unreachable

pytestmark = pytest.mark.anyio


@pytest.fixture
def anyio_backend(virtual):
    return virtual


@pytest.fixture
def words(studio):
    """From a prompt to the progress messages and the answer."""

    async def told(prompt, **arguments):
        heard = []

        async def on_progress(figure, message):
            heard.append(message)

        answer = await studio.generate(prompt, on_progress=on_progress, **arguments)
        return heard, answer

    return told


async def together(studio, *prompts):
    """Ask all at once, each for a project of its own; the answers or refusals, in their order."""
    outcomes = [None] * len(prompts)

    async def ask(number, prompt):
        try:
            outcomes[number] = await studio.generate(prompt, wait_seconds=600)
        except SpendLimit as refused:
            outcomes[number] = refused

    async with anyio.create_task_group() as group:
        for number, prompt in enumerate(prompts):
            group.start_soon(ask, number, prompt)
    return outcomes


def refused(outcomes):
    return [outcome for outcome in outcomes if isinstance(outcome, SpendLimit)]


async def test_before_anything_was_paid_the_published_price_is_told(words):
    heard, answer = await words("a city")
    assert heard[:2] == [
        "Setting things up...",
        "This may cost about 100 credits (an estimate from the published prices); 100 are available.",
    ]
    assert answer.notes[-1] == "The estimate before it was about 100 credits, from the published prices."


async def test_an_edit_has_a_price_of_its_own(words):
    _, first = await words("a city")
    heard, _ = await words("brighter", project_id=first.project_id)
    assert heard[1] == "This may cost about 50 credits (an estimate from the published prices); 90 are available."
    heard, _ = await words("darker", project_id=first.project_id)
    assert heard[1] == "This may cost about 10 credits (an estimate from your last edit); 80 are available."


async def test_the_estimate_is_the_median_of_the_last_five(words, service):
    service.balance = 5000
    for number, cost in enumerate((900, 96, 98, 97, 400, 99)):
        service.cost = cost
        await words(f"city {number}")
    heard, answer = await words("a lake")
    left = f"{service.balance + 99:g}"
    assert heard[1] == f"This may cost about 98 credits (an estimate from your last 5 videos); {left} are available."
    assert answer.status == "done"


async def test_what_cost_nothing_is_no_example_of_a_price(words, service):
    service.cost = 0
    await words("a city")
    heard, _ = await words("a lake")
    assert "about 100 credits (an estimate from the published prices)" in heard[1]


async def test_what_another_owner_paid_says_nothing(words):
    await words("a city", owner="anna")
    heard, _ = await words("a city", owner="ben")
    assert "published" in heard[1]


async def test_a_project_that_only_asked_back_is_no_edit_and_no_example(words, service):
    service.scripts = [says("I need your logo. Click the Upload button and select a PNG or JPG.")]
    _, first = await words("add our logo")
    assert first.status == "needs_input"
    heard, _ = await words("without one then", project_id=first.project_id)
    assert "about 100 credits (an estimate from the published prices)" in heard[1]


@pytest.mark.parametrize("neighbour", ["", "ben"])
async def test_what_two_videos_cost_together_is_no_example_of_one(studio, words, service, neighbour):
    service.balance = 1000
    async with anyio.create_task_group() as group:
        group.start_soon(studio.generate, "a city")
        group.start_soon(partial(studio.generate, "a lake", owner=neighbour))
    heard, _ = await words("a wood")
    assert "published" in heard[1]


async def test_a_balance_that_cannot_be_read_is_left_out(words, service):
    service.trouble["credits"] = [Unreachable()]
    heard, answer = await words("a city")
    assert heard[1] == "This may cost about 100 credits (an estimate from the published prices)."
    assert answer.status == "done"


async def test_a_large_balance_is_told_in_full(words, service):
    service.balance = 1_234_567.5
    heard, _ = await words("a city")
    assert heard[1].endswith("; 1234567.5 are available.")


async def test_an_estimate_beyond_the_balance_refuses_nothing(words, service):
    service.balance = 3
    _, answer = await words("a city")
    assert answer.status == "done"


async def test_whoever_does_not_wait_is_told_the_estimate_in_the_answer(studio, service):
    service.scripts = [never_ends]
    answer = await studio.generate("a city", wait_seconds=3)
    assert answer.status == "running"
    assert any("about 100 credits" in note and "100 are available" in note for note in answer.notes)


async def test_jobs_started_at_once_cannot_pass_the_daily_limit_together(open_studio, service):
    service.balance, service.cost = 1000, 98
    async with open_studio(daily_credits=250) as studio:
        outcomes = await together(studio, *(f"city {number}" for number in range(6)))
    assert len(service.sent) == 2
    assert len(refused(outcomes)) == 4
    assert "held back" in str(refused(outcomes)[0])
    assert "about 100" in str(refused(outcomes)[0])


async def test_two_servers_of_one_home_share_the_limit(open_studio, service):
    service.balance, service.cost = 1000, 98
    async with open_studio(daily_credits=150) as one, open_studio(daily_credits=150) as two:
        outcomes = []

        async def ask(studio, prompt):
            outcomes.extend(await together(studio, prompt))

        async with anyio.create_task_group() as group:
            group.start_soon(ask, one, "a city")
            group.start_soon(ask, two, "a lake")
    assert len(service.sent) == 1
    assert len(refused(outcomes)) == 1


async def test_what_a_finished_job_did_not_spend_is_free_again(open_studio, service):
    async with open_studio(daily_credits=250) as studio:
        await together(studio, "a city", "a lake")
        assert refused(await together(studio, "a wood", "a hill")) == []


async def test_a_learned_price_that_does_not_fit_into_the_day_is_refused_before_sending(open_studio, service):
    service.balance, service.cost = 1000, 98
    async with open_studio(daily_credits=150) as studio:
        await studio.generate("a city")
        with pytest.raises(SpendLimit) as failed:
            await studio.generate("a lake")
    assert [message for _, message in service.sent] == ["a city"]
    assert "98 were spent today" in str(failed.value)
    assert "about 98 (an estimate from your last video)" in str(failed.value)


async def test_a_limit_below_the_published_price_still_lets_a_cheaper_account_work(open_studio, service):
    async with open_studio(daily_credits=30) as studio:
        for prompt in ("a city", "a lake", "a wood"):
            service.scripts = [says("Here.", draft=video(prompt))]
            assert (await studio.generate(prompt)).status == "done"
        with pytest.raises(SpendLimit):
            await studio.generate("a hill")
    assert len(service.sent) == 3
