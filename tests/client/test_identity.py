"""Who we are: one token in seven days, kept where nobody else reads it, shared between processes."""

import asyncio
import json
import os
import stat
import sys
import uuid
from datetime import UTC, datetime

import pytest
from tests.client.conftest import ATTRIBUTION
from tests.faults.backend import answer, closed_port, error, html, in_turn, reset, until

from ai_to_video.errors import ClientIdMissing, RateLimited, TokenInvalid, Unreachable
from ai_to_video.wire.bodies import ANONYMOUS_TOKEN, CREDITS, AnonymousToken

pytestmark = pytest.mark.anyio

on_posix = pytest.mark.skipif(os.name == "nt", reason="permissions are told differently there")


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


async def test_nothing_is_asked_or_written_before_the_first_call(desk, client, backend):
    assert client.account().kind == "anonymous"
    assert (backend.seen, list(desk.home.iterdir())) == ([], [])


@on_posix
async def test_the_token_and_the_client_id_are_kept_for_their_owner_only(desk, client):
    old = os.umask(0)
    try:
        await client.credits()
    finally:
        os.umask(old)
    assert (mode(desk.home / "state"), mode(desk.home / "state" / "token.json")) == (0o700, 0o600)
    assert (mode(desk.home / "config"), mode(desk.home / "config" / "client_id")) == (0o700, 0o600)
    assert uuid.UUID((desk.home / "config" / "client_id").read_text())


@on_posix
async def test_a_home_that_was_open_to_others_is_tightened(desk, client):
    (desk.home / "state").mkdir(mode=0o755)
    await client.credits()
    assert mode(desk.home / "state") == 0o700


async def test_the_next_process_uses_the_kept_token_and_knows_the_account(desk, client, backend):
    await client.credits()
    later = desk.client()
    await later.credits()
    assert backend.count("POST", ANONYMOUS_TOKEN) == 1
    account = later.account()
    assert (account.kind, account.user_id, account.expires_at) == ("anonymous", "anon_abc", "2099-01-01T00:00:00Z")


async def test_many_calls_and_many_processes_at_once_fetch_one_token(desk, nemo, backend):
    clients = [desk.client() for _ in range(4)]
    await asyncio.gather(*(client.credits() for client in clients for _ in range(5)))
    assert backend.count("POST", ANONYMOUS_TOKEN) == 1


async def test_two_real_processes_that_start_together_fetch_one_token(desk, nemo, backend):
    script = f"""
import asyncio, sys
from pathlib import Path
from ai_to_video.client import Client, Identity, build_http

async def main():
    home = Path({str(desk.home)!r})
    identity = Identity(home / "state", client_id_file=home / "client_id", attribution={{}})
    async with Client(build_http(), identity, base_url={backend.url!r}, web_url="https://nemo.test") as client:
        print((await client.credits()).available)

asyncio.run(main())
"""
    pair = [
        await asyncio.create_subprocess_exec(sys.executable, "-c", script, stdout=asyncio.subprocess.PIPE)
        for _ in range(2)
    ]
    told = [out.split() for out, _ in await asyncio.gather(*(one.communicate() for one in pair))]
    assert told == [[b"100.0"]] * 2
    assert backend.count("POST", ANONYMOUS_TOKEN) == 1


@pytest.mark.parametrize(
    ("expires_at", "fetches"),
    [
        ("2026-01-08T00:00:00Z", 1),
        ("2026-01-01T00:02:00+00:00", 1),
        ("2026-01-01T02:02:00+02:00", 1),
        ("2026-01-01T00:00:30Z", 2),
        ("2025-12-31T00:00:00", 2),
        ("", 1),
        ("in a week", 1),
    ],
)
async def test_a_token_is_used_until_shortly_before_its_end(desk, expires_at, fetches):
    made = []

    async def mint(client_id):
        made.append(client_id)
        return AnonymousToken(f"tok-{len(made)}", "anon", expires_at)

    for _ in range(2):
        identity = desk.identity(now=lambda: datetime(2026, 1, 1, tzinfo=UTC))
        await identity.token("https://a.test", mint)
    assert len(made) == fetches
    assert len(set(made)) == 1


async def test_a_token_is_renewed_for_the_client_it_was_given_to_even_when_that_id_got_lost(
    desk, client, nemo, backend
):
    await client.credits()
    (desk.home / "config" / "client_id").write_text("somebody-else")
    nemo.expire()
    await desk.client().credits()
    first, second = (seen.headers["x-client-id"] for seen in backend.calls("POST", ANONYMOUS_TOKEN))
    assert first == second


async def test_tokens_of_different_services_are_kept_apart(desk):
    async def mint(client_id):
        return AnonymousToken("tok-new")

    async def never(client_id):
        raise AssertionError

    identity = desk.identity()
    await identity.token("https://a.test", mint)
    await identity.token("http://127.0.0.1:8787", mint)
    again = desk.identity()
    assert await again.token("https://a.test", never) == "tok-new"
    assert set(json.loads((desk.home / "state" / "token.json").read_text())) == {
        "https://a.test",
        "http://127.0.0.1:8787",
    }


async def test_another_process_that_has_renewed_already_is_not_asked_to_do_it_again(desk, nemo, backend):
    one, other = desk.client(), desk.client()
    await one.credits()
    await other.credits()
    nemo.expire()
    await one.credits()
    await other.credits()
    assert backend.count("POST", ANONYMOUS_TOKEN) == 2


async def test_a_callers_own_client_id_and_the_vendors_file_are_used(desk, backend, nemo):
    await desk.client(client_id="mine-1").credits()
    assert backend.seen[0].headers["x-client-id"] == "mine-1"
    assert not (desk.home / "config").exists()
    (desk.home / "state" / "token.json").unlink()
    (desk.home / "config").mkdir()
    (desk.home / "config" / "client_id").write_text("client-1700000000-abc\n")
    await desk.client().credits()
    assert backend.calls("POST", ANONYMOUS_TOKEN)[1].headers["x-client-id"] == "client-1700000000-abc"


@pytest.mark.parametrize("damage", [b"", b"\xff\xfe\x00", b"[]", b'{"x":', b"null"])
async def test_damaged_files_are_made_anew(desk, nemo, damage):
    (desk.home / "state").mkdir()
    (desk.home / "state" / "token.json").write_bytes(damage)
    (desk.home / "config").mkdir()
    (desk.home / "config" / "client_id").write_bytes(damage if damage[:1] not in b"[{n" else b"two\nlines")
    client = desk.client()
    assert (await client.credits()).available == 100
    assert uuid.UUID((desk.home / "config" / "client_id").read_text())
    assert json.loads((desk.home / "state" / "token.json").read_text())


async def test_a_home_that_cannot_be_written_costs_the_memory_of_the_token_and_nothing_else(desk, nemo, caplog):
    (desk.home / "state").write_text("a file where the folder should be")
    (desk.home / "config").write_text("here too")
    client = desk.client()
    assert (await client.credits()).available == (await client.credits()).available == 100
    assert "cannot be kept" in caplog.text
    assert "tok-" not in caplog.text


async def test_a_client_id_that_is_not_accepted_is_replaced_once(desk, client, nemo, backend):
    backend.on(
        "POST", ANONYMOUS_TOKEN, in_turn(error(400, "X-Client-Id missing", status=400), answer({"token": "tok-1"}))
    )
    nemo.tokens.add("tok-1")
    await client.credits()
    first, second = (seen.headers["x-client-id"] for seen in backend.calls("POST", ANONYMOUS_TOKEN))
    assert first != second == (desk.home / "config" / "client_id").read_text()
    backend.on("POST", ANONYMOUS_TOKEN, error(400, "X-Client-Id missing", status=400))
    nemo.expire()
    with pytest.raises(ClientIdMissing):
        await client.credits()
    assert backend.count("POST", ANONYMOUS_TOKEN) == 4


async def test_the_users_own_client_id_is_not_replaced(desk, backend, nemo):
    backend.on("POST", ANONYMOUS_TOKEN, error(400, status=400))
    with pytest.raises(ClientIdMissing):
        await desk.client(client_id="mine").credits()
    assert backend.count("POST", ANONYMOUS_TOKEN) == 1


async def test_the_limit_of_one_token_in_seven_days_is_waited_for_once_then_explained(client, backend, clock):
    backend.on("POST", ANONYMOUS_TOKEN, error(429, status=429))
    with pytest.raises(RateLimited) as limited:
        await client.credits()
    assert clock.naps == [30]
    assert backend.count("POST", ANONYMOUS_TOKEN) == 2
    assert "7 days" in str(limited.value)
    assert "NEMO_TOKEN" in limited.value.hint


async def test_a_caller_in_a_hurry_does_not_wait_for_that_limit(client, backend, clock):
    backend.on("POST", ANONYMOUS_TOKEN, error(429, status=429))
    with pytest.raises(RateLimited, match="7 days"):
        await client.within(20).credits()
    assert (clock.naps, backend.count("POST", ANONYMOUS_TOKEN)) == ([], 1)


@pytest.mark.parametrize("fault", [html(502), reset, answer({}), error(5000)])
async def test_a_failed_token_leaves_no_doubt_that_the_message_was_not_sent(client, backend, fault):
    backend.on("POST", ANONYMOUS_TOKEN, fault)
    with pytest.raises(Unreachable) as told:
        async for _ in client.run("1", "hello"):
            pass
    assert not told.value.maybe_sent
    assert (backend.count("POST", "/run_sse"), backend.count("POST", ANONYMOUS_TOKEN)) == (0, 1)


async def test_a_token_that_comes_after_its_caller_has_left_is_kept_all_the_same(desk, client, nemo, backend):
    go, mint = asyncio.Event(), nemo._token
    backend.on("POST", ANONYMOUS_TOKEN, until(go, mint))
    call = asyncio.ensure_future(client.credits())
    await backend.wait_for("POST", ANONYMOUS_TOKEN)
    call.cancel()
    with pytest.raises(asyncio.CancelledError):
        await call
    go.set()
    await client.__aexit__(None, None, None)
    await desk.client().credits()
    assert backend.count("POST", ANONYMOUS_TOKEN) == 1


async def test_a_refused_connection_is_no_reason_to_lose_the_kept_token(desk, client, nemo):
    await client.credits()
    away = desk.client(base_url=closed_port())
    with pytest.raises(Unreachable):
        await away.credits()
    kept = json.loads((desk.home / "state" / "token.json").read_text())
    assert [grant["token"] for grant in kept.values()] == ["tok-1"]


async def test_a_service_that_gives_the_same_token_again_is_believed_once_per_call(client, backend, nemo):
    backend.on("POST", ANONYMOUS_TOKEN, answer({"token": "tok-same"}))
    backend.on("GET", CREDITS, error(1001, status=401))
    for calls in (2, 3):
        with pytest.raises(TokenInvalid):
            await client.credits()
        assert backend.count("POST", ANONYMOUS_TOKEN) == calls


async def test_attribution_is_never_empty_and_always_fit_for_a_header(desk):
    strange = {"X-Skill-Source": "ai-to-video", "X-Skill-Version": "", "X-Skill-Platform": "中文\r\nX-Evil: 1"}
    assert desk.identity(attribution=strange).attribution == {
        "X-Skill-Source": "ai-to-video",
        "X-Skill-Version": "unknown",
        "X-Skill-Platform": "unknown",
    }
    assert desk.identity(attribution=ATTRIBUTION).attribution == ATTRIBUTION


async def test_no_secret_shows_in_what_prints_itself(desk):
    grant = AnonymousToken("nmv_usr_secret")
    identity = desk.identity(token="nmv_usr_mine", client_id="client-9")
    shown = f"{grant} {identity!r} {vars(desk.client(token='nmv_usr_mine'))}"
    assert not any(secret in shown for secret in ("nmv_usr_secret", "nmv_usr_mine", "client-9"))
