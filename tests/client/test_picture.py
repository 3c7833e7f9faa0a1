"""A picture from the service is a courtesy: small, a JPEG, of the service's own, or there is none."""

import asyncio

import pytest
from tests.faults.backend import cut, file, forever, hang, html, reply, reset, stream

from ai_to_video.client.inprocess import InProcessTransport
from ai_to_video.client.picture import MOST_BYTES
from ai_to_video.client.pool import build_http

pytestmark = pytest.mark.anyio
JPEG = b"\xff\xd8\xff\xe0" + bytes(1000)
LINK = "/pictures/a.jpg"
PICTURE = file(JPEG, content_type="image/jpeg")


@pytest.fixture
def serve(backend):
    def serving(behaviour):
        backend.on("GET", LINK, behaviour)

    return serving


@pytest.mark.parametrize("start", ["", "own"])
async def test_a_picture_of_the_service_is_fetched_without_our_token(client, backend, serve, start):
    serve(PICTURE)
    assert await client.picture((backend.url if start else "") + LINK) == JPEG
    (seen,) = backend.seen
    assert "authorization" not in seen.headers
    assert seen.headers["x-skill-source"] == "ai-to-video"


async def test_a_link_to_anywhere_else_is_not_even_asked(client, backend, serve):
    serve(PICTURE)
    port = backend.url.rpartition(":")[2]
    elsewhere = (
        f"http://localhost:{port}{LINK}",
        f"https://127.0.0.1:{port}{LINK}",
        f"//elsewhere.example{LINK}",
        f"http://127.0.0.1:1{LINK}",
        "file:///etc/passwd",
        "http://[::",
        "",
    )
    assert [await client.picture(link) for link in elsewhere] == [b""] * len(elsewhere)
    assert [seen.path for seen in backend.seen if seen.path == LINK] == []


async def test_a_redirect_is_not_followed(client, backend, serve):
    backend.on("GET", "/inside", PICTURE)
    serve(reply(302, headers={"location": "/inside"}))
    assert await client.picture(LINK) == b""
    assert backend.count("GET", "/inside") == 0


@pytest.mark.parametrize(
    "lie",
    [
        reply(200, b"<html><body>Sign in</body></html>", content_type="image/jpeg"),
        reply(200, b"\x89PNG\r\n\x1a\n" + bytes(100), content_type="image/jpeg"),
        reply(200, b"", content_type="image/jpeg"),
        reply(200, JPEG, content_type="image/jpeg", length=5000),
        reply(404, JPEG, content_type="image/jpeg"),
        html(502),
        reset,
        cut,
        stream(JPEG, reset, content_type="image/jpeg"),
    ],
    ids=["page", "png", "empty", "short", "missing", "proxy", "reset", "cut", "broken"],
)
async def test_whatever_is_no_whole_jpeg_is_no_picture_and_is_asked_for_once(client, backend, serve, clock, lie):
    serve(lie)
    assert await client.picture(LINK) == b""
    assert backend.count("GET", LINK) == 1
    assert clock.naps == []


async def test_the_largest_picture_is_taken_and_a_byte_more_is_not(client, serve):
    largest = JPEG + bytes(MOST_BYTES - len(JPEG))
    serve(file(largest, content_type="image/jpeg"))
    assert await client.picture(LINK) == largest
    serve(file(largest + b"!", content_type="image/jpeg"))
    assert await client.picture(LINK) == b""


async def test_one_without_end_is_left_at_the_limit(client, serve):
    serve(forever(JPEG))
    assert await client.picture(LINK) == b""


async def test_a_caller_in_a_hurry_goes_without(client, serve):
    serve(hang)
    assert await client.within(0.02).picture(LINK) == b""


async def test_whoever_waits_may_leave_at_any_moment(client, serve):
    asked = asyncio.Event()

    async def hangs(exchange):
        asked.set()
        await hang(exchange)

    serve(hangs)
    waiting = asyncio.create_task(client.picture(LINK))
    await asked.wait()
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting


async def test_an_engine_in_this_process_is_asked_in_the_same_way(desk):
    async def app(scope, receive, send):
        if scope["type"] == "lifespan":
            return
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": JPEG + scope["path"].encode()})

    address = "http://engine.localhost"
    client = desk.client(http=build_http(transport=InProcessTransport(app)), base_url=address)
    assert await client.picture(address + LINK) == JPEG + LINK.encode()
    assert await client.picture("http://other.localhost" + LINK) == b""
