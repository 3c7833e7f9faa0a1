"""The endpoints through the front door of the client, at a sane service and at one that fails."""

import uuid

import httpx
import pytest
import respx
from tests.client.conftest import ATTRIBUTION
from tests.faults.backend import answer, closed_port, cut, error, hang, html, in_turn, reply, reset

from ai_to_video.client import build_http
from ai_to_video.errors import (
    AiToVideoError,
    BackendFailed,
    BadArgument,
    ExportBlocked,
    OutOfCredits,
    RateLimited,
    SessionGone,
    TokenInvalid,
    Unintelligible,
    Unreachable,
)
from ai_to_video.wire.bodies import CREDITS, RENDER, SESSION, Credits, Session

pytestmark = pytest.mark.anyio

TOKEN = "/api/auth/anonymous-token"


async def test_the_whole_way_of_a_project_through_every_endpoint(client, nemo, backend, tmp_path):
    session = await client.open_session("en")
    assert await client.claim_link(session) == "https://nemo.test/workspace/claim?ct=clm_1"
    assert [event.text async for event in client.run(session.session_id, "a city")] == ["Your video is ready."]
    state = await client.state(session.session_id)
    assert (nemo.sent, state.ready) == (["a city"], True)
    urls = ["https://a.example/b.mp4"]
    assert (await client.upload_urls(session.session_id, urls)).applied
    assert backend.calls("POST", "/api/upload-video/*")[0].json == {"urls": urls, "source_type": "url"}
    submitted = await client.submit_render("r1", session.session_id, state.draft, fmt="mp4", resolution="1080p")
    assert (submitted.render_id, nemo.renders[0]["draft"]) == ("r1", nemo.draft)
    done = await client.render_status("r1")
    assert done.status == "completed"
    await client.download(done, tmp_path / "part")
    assert await client.credits() == Credits(90, 0, 90)


async def test_every_call_carries_all_three_attribution_headers_and_never_an_origin(client, nemo, backend, tmp_path):
    await test_the_whole_way_of_a_project_through_every_endpoint(client, nemo, backend, tmp_path)
    for seen in backend.seen:
        assert {name: seen.headers.get(name.lower()) for name in ATTRIBUTION} == ATTRIBUTION or seen.path[
            :7
        ] == "/files/"
        assert "origin" not in seen.headers
        assert "tok-1" not in seen.path + seen.query
    token, *others = backend.seen
    assert token.path == TOKEN
    assert uuid.UUID(token.headers["x-client-id"])
    assert "authorization" not in token.headers
    assert all(seen.headers["authorization"] == "Bearer tok-1" for seen in others)
    assert not any("x-client-id" in seen.headers for seen in others)
    stream = backend.calls("POST", "/run_sse")[0].headers
    assert (stream["accept"], stream["accept-encoding"]) == ("text/event-stream", "identity")


async def test_an_expired_anonymous_token_is_renewed_in_the_middle_of_everything(client, nemo, backend):
    session = await client.open_session()
    for call in (
        client.credits,
        lambda: client.state(session.session_id),
        lambda: client.submit_render("r", session.session_id, {}, fmt="mp4", resolution="720p"),
        lambda: client.upload_urls(session.session_id, ["https://a.example/b.mp4"]),
    ):
        nemo.expire()
        await call()
    minted = backend.calls("POST", TOKEN)
    assert len(minted) == 5
    assert len({seen.headers["x-client-id"] for seen in minted}) == 1


async def test_a_token_that_stays_refused_is_renewed_only_once_per_call(client, backend):
    backend.on("GET", CREDITS, error(1001, status=401))
    with pytest.raises(TokenInvalid):
        await client.credits()
    assert (backend.count("POST", TOKEN), backend.count("GET", CREDITS)) == (2, 2)


async def test_the_users_own_token_is_neither_replaced_nor_asked_for(own, nemo, backend, desk):
    await own.credits()
    nemo.expire()
    with pytest.raises(TokenInvalid, match="NEMO_TOKEN"):
        await own.credits()
    assert backend.count("POST", TOKEN) == 0
    assert not (desk.home / "state").exists()


async def test_a_session_that_is_gone_is_told_and_not_replaced(client, nemo, backend):
    session = await client.open_session()
    nemo.forget()
    with pytest.raises(SessionGone):
        await client.state(session.session_id)
    assert backend.count("POST", "/api/tasks/*") == 1


async def test_an_anonymous_person_out_of_credits_gets_the_link_that_binds_and_others_the_top_up_page(
    client, own, backend
):
    backend.on("GET", CREDITS, error(2001, "insufficient credits"))
    with pytest.raises(OutOfCredits) as anonymous:
        await client.credits()
    assert anonymous.value.link == "https://nemo.test/register?bind=anon_abc"
    assert anonymous.value.link in anonymous.value.hint
    with pytest.raises(OutOfCredits) as registered:
        await own.credits()
    assert registered.value.link == "https://nemo.test"


async def test_without_any_user_id_the_register_page_is_plain_and_a_session_may_supply_one(client, backend):
    backend.on("POST", TOKEN, answer({"token": "tok-x"}))
    backend.on("GET", CREDITS, answer({"available": 1}))
    await client.credits()
    assert client.account().top_up_url == "https://nemo.test/register"
    backend.on("POST", SESSION, answer({"session_id": 55, "user_id": "anon_9"}))
    assert (await client.open_session()).session_id == "55"
    assert client.account().top_up_url == "https://nemo.test/register?bind=anon_9"


@pytest.mark.parametrize("refusal", [error(402, status=402), error(402), error(403, "plan-required", status=403)])
async def test_a_refused_export_is_a_matter_of_the_plan_and_never_of_credits(client, backend, refusal):
    backend.on("POST", RENDER, refusal)
    with pytest.raises(ExportBlocked) as blocked:
        await client.submit_render("r", "1", {}, fmt="mp4", resolution="1080p")
    assert "credit" not in f"{blocked.value} {blocked.value.hint}".lower()
    assert "https://nemo.test/register?bind=anon_abc" in blocked.value.hint
    assert backend.count("POST", "/api/render/*") == 1


@pytest.mark.parametrize("fault", [html(502), html(200), reset, cut, reply(500, b"Internal Server Error"), reply(200)])
async def test_a_passing_fault_is_waited_out_where_asking_twice_does_no_harm(client, backend, clock, fault):
    backend.on("GET", CREDITS, in_turn(fault, fault, answer({"available": 3})))
    assert (await client.credits()).available == 3
    assert clock.naps == [0.5, 1]


@pytest.mark.parametrize("fault", [html(502), reset, reply(500, b"Internal Server Error")])
async def test_a_render_in_doubt_is_not_submitted_again(client, backend, fault):
    backend.on("POST", RENDER, fault)
    with pytest.raises(AiToVideoError):
        await client.submit_render("r", "1", {}, fmt="mp4", resolution="1080p")
    assert backend.count("POST", "/api/render/*") == 1


@pytest.mark.parametrize(
    ("headers", "wait"),
    [({}, 30), ({"Retry-After": "2"}, 2), ({"Retry-After": "soon"}, 30), ({"Retry-After": "-5"}, 30)],
)
async def test_a_rate_limit_is_waited_for_once(client, backend, clock, headers, wait):
    backend.on("GET", CREDITS, in_turn(error(429, status=429, headers=headers), answer({"available": 3})))
    assert (await client.credits()).available == 3
    assert clock.naps == [wait]
    backend.on("GET", CREDITS, error(429, status=429, headers=headers))
    with pytest.raises(RateLimited):
        await client.credits()
    assert clock.naps == [wait, wait]


async def test_a_service_that_asks_for_an_hour_or_a_caller_in_a_hurry_is_not_waited_for(client, backend, clock):
    backend.on("GET", CREDITS, error(429, status=429, headers={"Retry-After": "3600"}))
    with pytest.raises(RateLimited) as limited:
        await client.credits()
    assert limited.value.retry_after == 3600
    backend.on("GET", CREDITS, error(429, status=429))
    with pytest.raises(RateLimited):
        await client.within(29).credits()
    assert clock.naps == []


async def test_a_view_with_little_time_counts_from_its_making_and_only_shrinks(client, backend, clock):
    backend.on("GET", CREDITS, html(502))
    view = client.within(10).within(1000)
    clock.now += 9.6
    with pytest.raises(BackendFailed):
        await view.credits()
    assert clock.naps == []
    clock.now += 1
    with pytest.raises(Unreachable):
        await view.credits()


async def test_a_call_that_hangs_is_left_when_the_callers_time_is_over_and_that_is_no_proof_of_death(own, backend):
    backend.on("GET", CREDITS, hang)
    for _ in range(5):
        with pytest.raises(Unreachable, match="in time"):
            await own.within(0.02).credits()
    backend.on("GET", CREDITS, answer({"available": 3}))
    assert (await own.credits()).available == 3


async def test_a_dead_service_is_found_out_in_three_tries_and_then_told_at_once(desk, backend, clock, nemo):
    dead = closed_port()
    client = desk.client(base_url=dead, token="nmv_usr_mine")
    with pytest.raises(Unreachable) as found:
        await client.credits()
    assert not found.value.maybe_sent
    assert sum(clock.naps) < 1
    with pytest.raises(Unreachable, match="does not answer") as told:
        await client.credits()
    assert not told.value.maybe_sent
    assert len(clock.naps) == 2, "nobody was asked again"


async def test_a_service_that_comes_back_is_noticed_after_the_rest(own, backend, clock):
    backend.on_connect(reset)
    with pytest.raises(Unreachable):
        await own.credits()
    backend.on_connect(None)
    before = backend.accepted
    with pytest.raises(Unreachable, match="does not answer"):
        await own.credits()
    assert backend.accepted == before
    clock.now += 15
    assert (await own.credits()).available == 100


async def test_a_claim_link_is_optional_whatever_goes_wrong(client, backend):
    for fault in (html(502), error(403, status=403), reset, answer({}), reply(200, b"[]"), error(1002, status=404)):
        backend.on("POST", "/api/auth/claim-token", fault)
        assert await client.claim_link(Session("1", "2")) == ""


async def test_an_answer_without_end_is_not_swallowed_whole(own, backend, monkeypatch):
    monkeypatch.setattr("ai_to_video.client.answer.MOST_BYTES", 1000)
    backend.on("GET", CREDITS, reply(200, b" " * 5000 + b"{}"))
    with pytest.raises(Unintelligible):
        await own.credits()


async def test_a_large_draft_with_odd_characters_and_numbers_goes_back_as_it_came(client, nemo, backend):
    session = await client.open_session()
    nemo.draft = {
        "t": [{"tt": 0, "sg": [{"n": "\ud83d half, 全角", "x": 1e300, "i": 2**60, "pad": "x" * 300_000}]}],
        "z": None,
    }
    state = await client.state(session.session_id)
    await client.submit_render("r", session.session_id, state.draft, fmt="mp4", resolution="1080p")
    assert nemo.renders[0]["draft"] == nemo.draft


UNSENT = [httpx.ConnectError("x"), httpx.ConnectTimeout("x"), httpx.PoolTimeout("x"), httpx.ProxyError("x")]
IN_DOUBT = [
    httpx.ReadTimeout("x"),
    httpx.WriteTimeout("x"),
    httpx.ReadError("x"),
    httpx.WriteError("x"),
    httpx.RemoteProtocolError("x"),
    httpx.LocalProtocolError("x"),
    httpx.CloseError("x"),
]


@pytest.mark.parametrize(("raised", "maybe_sent"), [(one, False) for one in UNSENT] + [(one, True) for one in IN_DOUBT])
async def test_every_failure_of_the_transport_is_told_plainly_and_says_whether_it_may_have_arrived(
    desk, raised, maybe_sent
):
    client = desk.client(http=build_http(), base_url="https://nemo.test", token="nmv_usr_mine")
    with respx.mock:
        respx.post("https://nemo.test/api/render/proxy/lambda").mock(side_effect=raised)
        with pytest.raises(Unreachable) as told:
            await client.submit_render("r", "1", {}, fmt="mp4", resolution="1080p")
    assert told.value.maybe_sent is maybe_sent
    assert "x" not in str(told.value).split()


@pytest.mark.parametrize("raised", [httpx.DecodingError("x"), httpx.TooManyRedirects("x")])
async def test_an_answer_that_cannot_be_unpacked_or_found_is_unintelligible(desk, raised):
    client = desk.client(http=build_http(), base_url="https://nemo.test", token="nmv_usr_mine")
    with respx.mock:
        respx.get(f"https://nemo.test{CREDITS}").mock(side_effect=raised)
        with pytest.raises(Unintelligible):
            await client.credits()


@pytest.mark.parametrize("address", ["ftp://nemo.test", "nemo.test", "http://[::", "https://nemo.test:bad"])
async def test_an_address_that_is_none_is_told_with_the_variable_to_mend(desk, address):
    client = desk.client(base_url=address, token="nmv_usr_mine")
    with pytest.raises(BadArgument) as told:
        await client.credits()
    assert "NEMO_API_URL" in told.value.hint


@pytest.mark.parametrize("token", ["with space", "zeile\numbruch", "schlüssel", "\x00"])
async def test_a_token_that_cannot_travel_is_told_and_not_sent(desk, backend, token):
    with pytest.raises(TokenInvalid) as told:
        await desk.client(token=token).credits()
    assert token not in str(told.value)
    assert backend.seen == []


async def test_a_service_without_a_web_site_gives_no_links(desk, nemo, backend):
    backend.on("GET", CREDITS, error(2001, "insufficient credits"))
    client = desk.client(web_url="")
    assert await client.claim_link(Session("1", "2")) == ""
    with pytest.raises(OutOfCredits) as failed:
        await client.credits()
    assert (failed.value.link, client.account().top_up_url) == ("", "")
    assert backend.calls("POST", "/api/auth/claim-token") == []
