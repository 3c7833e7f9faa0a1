"""A run of the agent: every event arrives, every end is told, and a message that may have left is never sent again."""

import asyncio
import gzip
from contextlib import aclosing, suppress

import pytest
from tests.faults.backend import (
    answer,
    closed_port,
    cut,
    drip,
    error,
    forever,
    hang,
    html,
    in_turn,
    reply,
    reset,
    stream,
    until,
)
from tests.faults.nemo import text_event

from ai_to_video.client import Patience, surely_unsent
from ai_to_video.errors import (
    AiToVideoError,
    BackendFailed,
    BadArgument,
    OutOfCredits,
    RateLimited,
    SessionGone,
    TokenInvalid,
    Unintelligible,
    Unreachable,
)
from ai_to_video.wire import ReplyFold
from ai_to_video.wire.bodies import RUN_SSE

pytestmark = pytest.mark.anyio

HELLO = text_event("Your video is ready.")


async def heard(client, message="make a video"):
    fold = ReplyFold()
    async with aclosing(client.run("100", message)) as events:
        async for event in events:
            fold.add(event)
    return fold.reply()


async def lost(client, message="make a video"):
    """The events that came, and the failure that ended them."""
    events = []
    with pytest.raises(AiToVideoError) as told:
        async for event in client.run("100", message):
            events.append(event)
    return events, told.value


@pytest.fixture(autouse=True)
def session(nemo):
    nemo.sessions.add("100")


async def test_a_run_gives_what_the_agent_says_and_sends_the_documented_body(client, nemo, backend):
    assert (await heard(client, "a city\u2028at \ud83dnight")).messages == ("Your video is ready.",)
    assert backend.calls("POST", RUN_SSE)[0].json == {
        "app_name": "nemo_agent",
        "user_id": "me",
        "session_id": "100",
        "new_message": {"parts": [{"text": "a city\u2028at \ud83dnight"}]},
    }


@pytest.mark.parametrize(
    "behaviour",
    [
        stream(drip(HELLO)),
        stream(HELLO.rstrip(b"\n")),
        stream(b": beat\n\nheartbeat\n\n", HELLO, b"data:\n\n"),
        stream(HELLO, content_type="text/plain"),
        stream(HELLO.replace(b"\n", b"\r\n")),
    ],
)
async def test_bytes_in_any_cut_and_a_last_frame_without_its_blank_line_are_heard(client, nemo, behaviour):
    nemo.reply = behaviour
    assert (await heard(client)).messages == ("Your video is ready.",)


async def test_events_arrive_while_the_agent_still_works(client, nemo):
    go = asyncio.Event()
    nemo.reply = stream(HELLO, until(go), text_event("Music added."))
    async with aclosing(client.run("100", "x")) as events:
        assert (await anext(events)).text == "Your video is ready."
        go.set()
        assert (await anext(events)).text == "Music added."


async def test_a_stream_that_ends_without_a_word_is_silent_and_no_failure(client, nemo):
    nemo.reply = stream()
    assert (await heard(client)).silent
    nemo.reply = answer({"accepted": True})
    assert (await heard(client)).silent


@pytest.mark.parametrize(
    "fault", [reset, cut, stream(reset), stream(cut), html(502), html(200), reply(500), reply(200)]
)
async def test_a_message_that_may_have_arrived_is_sent_once_and_left_in_doubt(client, nemo, backend, fault):
    nemo.reply = fault
    events, failure = await lost(client)
    assert (events, surely_unsent(failure)) == ([], False)
    assert isinstance(failure, Unreachable | BackendFailed | Unintelligible)
    assert (backend.count("POST", RUN_SSE), len(nemo.sent)) == (1, 1)


@pytest.mark.parametrize("end", [reset, cut])
@pytest.mark.parametrize("start", [HELLO, b": beat\n\n", HELLO + b'data: {"content"'])
async def test_what_was_said_before_the_stream_broke_is_heard(client, nemo, backend, start, end):
    nemo.reply = stream(start, end)
    events, failure = await lost(client)
    assert [event.text for event in events if event.kind == "text"] == (
        ["Your video is ready."] if HELLO in start else []
    )
    assert isinstance(failure, Unreachable)
    assert failure.maybe_sent
    assert backend.count("POST", RUN_SSE) == 1


async def test_a_body_that_is_cut_off_on_its_way_is_in_doubt(client, nemo, backend):
    await client.credits()
    backend.on("POST", RUN_SSE, reset, early=True)
    _, failure = await lost(client, "x" * 3_000_000)
    assert not surely_unsent(failure)
    assert backend.count("POST", RUN_SSE) == 1


async def test_a_refused_connection_is_tried_again_and_then_surely_unsent(desk, clock):
    _, failure = await lost(desk.client(base_url=closed_port(), token="nmv_usr_mine"))
    assert surely_unsent(failure)
    assert clock.naps == [0.1, 0.3]


async def test_an_expired_token_answered_before_any_event_is_renewed_and_the_message_sent_once_more(
    client, nemo, backend
):
    await client.credits()
    nemo.expire()
    assert (await heard(client)).messages
    assert (backend.count("POST", RUN_SSE), len(nemo.sent)) == (2, 1)


@pytest.mark.parametrize("refusal", [error(1001), error(1010, status=200), error(1001, status=401), html(401)])
async def test_a_token_that_stays_refused_ends_the_run_after_two_sends_at_most(client, backend, refusal):
    backend.on("POST", RUN_SSE, refusal)
    _, failure = await lost(client)
    assert isinstance(failure, TokenInvalid)
    assert backend.count("POST", RUN_SSE) == 2


async def test_the_users_own_token_is_sent_once_and_not_replaced(own, backend):
    backend.on("POST", RUN_SSE, error(1001, status=401))
    _, failure = await lost(own)
    assert isinstance(failure, TokenInvalid)
    assert backend.count("POST", RUN_SSE) == 1


@pytest.mark.parametrize(
    ("refusal", "kind"),
    [
        (error(1002), SessionGone),
        (reply(404, b'{"detail":"Session not found: 100"}'), SessionGone),
        (error(2001), OutOfCredits),
        (error(429, status=429), RateLimited),
        (error(429, status=429, headers={"Retry-After": "1"}), RateLimited),
        (reply(422, b'{"detail":[{"type":"missing","loc":["body","sessionId"],"msg":"Field required"}]}'), BadArgument),
    ],
)
async def test_a_refusal_before_any_event_is_told_surely_unsent_and_not_repeated(client, backend, clock, refusal, kind):
    backend.on("POST", RUN_SSE, refusal)
    _, failure = await lost(client)
    assert isinstance(failure, kind)
    assert surely_unsent(failure)
    assert (backend.count("POST", RUN_SSE), clock.naps) == (1, [])


async def test_an_expired_token_told_inside_the_stream_is_no_reason_to_send_again(client, nemo, backend):
    nemo.reply = stream(HELLO, b'data: {"code":1001,"message":"token expired"}\n\n')
    told = await heard(client)
    assert told.messages
    assert told.error
    assert backend.count("POST", RUN_SSE) == 1


async def test_nothing_but_heartbeats_is_given_up_after_ten_minutes(client, nemo, clock):
    nemo.reply = stream(HELLO, forever(b": beat\n\n"))
    events, failure = [], None
    with pytest.raises(Unreachable, match="no progress") as told:
        async for event in client.run("100", "x"):
            events.append(event)
            clock.now += 59 if event.kind == "heartbeat" else 0
    failure = told.value
    assert failure.maybe_sent
    assert len(events) == 1 + 11, "eleven heartbeats fit into ten minutes, and a word before them"


async def test_progress_sets_the_count_of_heartbeats_back_but_not_the_fifteen_minutes(client, nemo, clock):
    nemo.reply = stream(forever(b": beat\n\n" + text_event("still at it", partial=True)))
    with pytest.raises(Unreachable, match="takes too long"):
        async for event in client.run("100", "x"):
            clock.now += 100 if event.kind == "heartbeat" else 0
    assert 1900 <= clock.now <= 2000


async def test_a_silent_stream_is_given_up_and_left_in_doubt(desk, nemo, backend):
    nemo.reply = stream(HELLO, hang)
    events, failure = await lost(desk.client(patience=Patience(silence=0.05)))
    assert (len(events), failure.maybe_sent) == (1, True)
    nemo.reply = hang
    events, failure = await lost(desk.client(patience=Patience(silence=0.05)))
    assert (events, failure.maybe_sent) == ([], True)
    assert backend.count("POST", RUN_SSE) == 2


async def test_little_time_ends_the_tries_to_begin_but_not_a_run_under_way(client, nemo, clock):
    await client.credits()
    hurried = client.within(0)
    nemo.reply = stream(HELLO, b": beat\n\n", text_event("Done."))
    said = []
    async for event in hurried.run("100", "x"):
        clock.now += 100
        said.append(event.kind)
    assert said == ["text", "heartbeat", "text"]


async def test_an_early_leaver_closes_the_stream(client, nemo, backend):
    nemo.reply = stream(HELLO, hang)
    async with aclosing(client.run("100", "x")) as events:
        await anext(events)
        assert backend.open == 2
    await backend.left_alone(connections=1)


async def test_a_run_never_uses_a_connection_that_may_have_gone_stale(client, nemo, backend):
    await client.credits()
    before = backend.accepted
    await heard(client)
    await heard(client)
    assert backend.accepted == before + 2


async def test_an_empty_message_is_refused_here(client, backend):
    _, failure = await lost(client, " \n")
    assert isinstance(failure, BadArgument)
    assert backend.count("POST", RUN_SSE) == 0


async def test_a_compressing_proxy_is_understood_though_it_was_asked_not_to(client, backend):
    backend.on(
        "POST",
        RUN_SSE,
        reply(200, gzip.compress(HELLO), headers={"content-encoding": "gzip"}, content_type="text/event-stream"),
    )
    assert (await heard(client)).messages == ("Your video is ready.",)
    backend.on(
        "POST", RUN_SSE, reply(200, b"not gzip", headers={"content-encoding": "gzip"}, content_type="text/event-stream")
    )
    _, failure = await lost(client)
    assert isinstance(failure, Unreachable)


async def test_whatever_faults_follow_each_other_only_a_refused_token_is_worth_a_second_send(desk, nemo, backend):
    """Every pair of faults in a row, at every point of the exchange."""
    expired = error(1001, status=401)
    faults = [reset, cut, html(502), stream(reset), stream(HELLO, cut), expired, error(429, status=429)]
    for first in faults:
        for second in faults:
            before = backend.count("POST", RUN_SSE)
            nemo.reply = in_turn(first, second, stream(HELLO))
            client = desk.client()
            with suppress(AiToVideoError):
                await heard(client)
            assert backend.count("POST", RUN_SSE) - before == (2 if first is expired else 1)
