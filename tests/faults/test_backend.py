"""The fault backend does what its script says: the ruler the other tests measure with."""

import asyncio

import httpx
import pytest
from tests.faults.backend import (
    FaultBackend,
    answer,
    closed_port,
    cut,
    drip,
    error,
    file,
    forever,
    hang,
    html,
    in_turn,
    reply,
    reset,
    stream,
    until,
)
from tests.faults.nemo import DRAFT, Nemo, text_event

pytestmark = pytest.mark.anyio


@pytest.fixture
async def backend():
    async with FaultBackend() as running:
        yield running


@pytest.fixture
async def http(backend):
    async with httpx.AsyncClient(base_url=backend.url, trust_env=False) as client:
        yield client


async def test_requests_are_logged_with_their_bodies_and_answered_over_one_kept_connection(backend, http):
    backend.on("POST", "/a/*", in_turn(answer({"n": 1}), error(1002, "gone", status=404), html(502)))
    first = await http.post("/a/b%20c?q=1", json={"x": 1}, headers={"X-One": "1"})
    assert first.json() == {"code": 0, "data": {"n": 1}}
    assert (await http.post("/a/2")).status_code == 404
    assert "nginx" in (await http.post("/a/3")).text
    assert (await http.post("/a/4")).status_code == 502
    assert (await http.get("/elsewhere")).json() == {"detail": "Not Found"}
    seen = backend.seen[0]
    assert (seen.path, seen.query, seen.json, seen.headers["x-one"]) == ("/a/b c", "q=1", {"x": 1}, "1")
    assert (backend.count("POST", "/a/*"), backend.count("GET"), backend.accepted) == (4, 1, 1)


async def test_a_streamed_upload_is_counted_whole_but_kept_only_in_part(http):
    async def pieces():
        for _ in range(8):
            yield b"x" * 1000

    async with FaultBackend(keep_body=100) as backend:
        backend.on("POST", "/up", answer())
        await http.post(f"{backend.url}/up", content=pieces())
        (seen,) = backend.calls("POST", "/up")
        assert (len(seen.body), seen.length, seen.complete) == (100, 8000, True)


@pytest.mark.parametrize("fault", [reset, cut])
async def test_a_connection_may_break_before_during_and_after_the_head(backend, http, fault):
    backend.on("GET", "/head", fault)
    backend.on("GET", "/body", stream(b"one", fault))
    backend.on("POST", "/early", fault, early=True)
    with pytest.raises(httpx.TransportError):
        await http.get("/head")
    with pytest.raises(httpx.TransportError):
        await http.get("/body")
    with pytest.raises(httpx.TransportError):
        await http.post("/early", content=b"x" * 5_000_000)
    assert not backend.calls("POST", "/early")[0].complete
    backend.on_connect(fault)
    with pytest.raises(httpx.TransportError):
        await http.get("/head")


async def test_a_stream_drips_waits_for_the_test_and_hangs_until_the_client_leaves(backend, http):
    go = asyncio.Event()
    backend.on("GET", "/drip", stream(drip(b"abc"), until(go), b"def"))
    async with http.stream("GET", "/drip") as response:
        pieces = response.aiter_raw()
        assert [await anext(pieces) for _ in range(3)] == [b"a", b"b", b"c"]
        go.set()
        assert await anext(pieces) == b"def"
    for behaviour in (hang, stream(b"x", hang), stream(forever(b": beat\n"))):
        backend.on("GET", "/hang", behaviour)
        call = asyncio.ensure_future(http.get("/hang"))
        await backend.wait_for("GET", "/hang", times=backend.count("GET", "/hang") + 1)
        call.cancel()
        with pytest.raises(asyncio.CancelledError):
            await call
    assert httpx.URL(closed_port()).port


async def test_a_file_is_served_by_range_cut_lied_about_or_only_whole(backend, http):
    data = bytes(range(256)) * 4
    backend.on("GET", "/f", file(data, cut_every=700))
    with pytest.raises(httpx.RemoteProtocolError):
        await http.get("/f")
    rest = await http.get("/f", headers={"Range": "bytes=700-", "If-Range": '"v1"'})
    assert (rest.status_code, rest.content) == (206, data[700:])
    assert rest.headers["content-range"] == "bytes 700-1023/1024"
    assert (await http.get("/f", headers={"Range": "bytes=1024-"})).status_code == 416
    backend.on("GET", "/f", file(data, ranges=False))
    assert (await http.get("/f", headers={"Range": "bytes=700-"})).content == data
    backend.on("GET", "/f", file(data))
    assert (await http.get("/f", headers={"Range": "bytes=700-", "If-Range": '"v0"'})).status_code == 200
    backend.on("GET", "/f", reply(200, b"short", length=10))
    with pytest.raises(httpx.RemoteProtocolError):
        await http.get("/f")


async def test_the_sane_service_knows_its_tokens_and_sessions(backend, http):
    nemo = Nemo(backend)
    assert (await http.get("/api/credits/balance/simple")).json()["code"] == 1001
    token = (await http.post("/api/auth/anonymous-token", headers={"X-Client-Id": "c"})).json()["data"]["token"]
    http.headers["Authorization"] = f"Bearer {token}"
    sid = (await http.post("/api/tasks/me/with-session/nemo_agent", json={})).json()["data"]["session_id"]
    said = await http.post("/run_sse", json={"session_id": sid, "new_message": {"parts": [{"text": "hello"}]}})
    assert said.content == text_event("Your video is ready.")
    state = (await http.get(f"/api/state/nemo_agent/me/{sid}/latest")).json()
    assert state["data"]["state"]["draft"] == DRAFT
    assert (nemo.sent, nemo.available) == (["hello"], 90)
    nemo.forget()
    assert (await http.get(f"/api/state/nemo_agent/me/{sid}/latest")).json()["code"] == 1002
    nemo.expire()
    assert (await http.get("/api/credits/balance/simple")).status_code == 401
