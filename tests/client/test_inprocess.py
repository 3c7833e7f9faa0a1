"""The engine in this process must look like a service on the network, down to the way a client leaves it."""

import asyncio
import contextvars
import json
from contextlib import asynccontextmanager

import anyio
import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, PlainTextResponse, StreamingResponse
from starlette.routing import Route
from tests.faults.nemo import text_event

from ai_to_video.client import Client, InProcessTransport, build_http
from ai_to_video.client.inprocess import IN_FLIGHT
from ai_to_video.errors import Unreachable
from ai_to_video.wire.bodies import CREDITS, RUN_SSE

pytestmark = pytest.mark.anyio

URL = "http://engine.test"


@asynccontextmanager
async def served(*routes, **options):
    async with httpx.AsyncClient(
        transport=InProcessTransport(Starlette(routes=routes, **options)), base_url=URL
    ) as http:
        yield http


def on(path, endpoint, method="POST"):
    return Route(path, endpoint, methods=[method])


async def test_an_app_sees_an_ordinary_request_and_its_answer_comes_back():
    async def echo(request: Request):
        seen = {
            "method": request.method,
            "path": request.url.path,
            "x": request.headers["x-one"],
            "q": request.query_params["q"],
        }
        return JSONResponse(seen | {"body": (await request.body()).decode()}, 201, headers={"x-two": "2"})

    async with served(on("/a/{b:path}", echo)) as http:
        answer = await http.post("/a/b%20c", params={"q": "全"}, content="hello", headers={"X-One": "1"})
    assert (answer.status_code, answer.headers["x-two"]) == (201, "2")
    assert answer.json() == {
        "method": "POST",
        "path": "/a/b c",
        "x": "1",
        "q": "全",
        "body": "hello",
    }


async def test_an_answer_is_read_while_the_app_still_writes_it():
    go = asyncio.Event()

    async def slow(_):
        async def body():
            yield b"one"
            await go.wait()
            yield b"two"

        return StreamingResponse(body())

    async with served(on("/s", slow, "GET")) as http, http.stream("GET", "/s") as answer:
        pieces = answer.aiter_raw()
        assert await anext(pieces) == b"one"
        go.set()
        assert await anext(pieces) == b"two"


async def test_a_request_is_read_while_the_client_still_writes_it():
    taken, sent = asyncio.Event(), []

    async def app(request: Request):
        async for piece in request.stream():
            taken.set()
            sent.append(piece)
        return PlainTextResponse("ok")

    async def body():
        yield b"one"
        await taken.wait()
        yield b"two"

    async with served(on("/up", app)) as http:
        assert (await http.post("/up", content=body())).text == "ok"
    assert sent == [b"one", b"two", b""]


async def test_an_answer_may_begin_before_the_request_has_ended():
    async def echo(scope, receive, send):
        if scope["type"] == "http":
            await send({"type": "http.response.start", "status": 200, "headers": []})
            while (message := await receive())["body"]:
                await send({"type": "http.response.body", "body": message["body"], "more_body": True})
            await send({"type": "http.response.body"})

    heard = asyncio.Event()

    async def body():
        yield b"ping"
        await heard.wait()
        yield b"pong"

    async with (
        httpx.AsyncClient(transport=InProcessTransport(echo), base_url=URL) as http,
        http.stream("POST", "/echo", content=body()) as answer,
    ):
        pieces = answer.aiter_raw()
        assert await anext(pieces) == b"ping"
        heard.set()
        assert await anext(pieces) == b"pong"


async def test_an_app_that_stops_listening_does_not_stop_the_sender():
    async def app(scope, receive, send):
        if scope["type"] != "http":
            return
        with anyio.move_on_after(0.01):
            await receive()
        go.set()
        body = b""
        while (message := await receive())["more_body"]:
            body += message["body"]
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": body})

    go = asyncio.Event()

    async def body():
        await go.wait()
        yield b"all of it"

    async with httpx.AsyncClient(transport=InProcessTransport(app), base_url=URL) as http:
        assert (await http.post("/", content=body())).text == "all of it"


async def test_a_sender_is_held_back_by_an_app_that_does_not_read():
    given, go = 0, asyncio.Event()

    async def app(request: Request):
        stream = request.stream()
        await anext(stream)
        await go.wait()
        return PlainTextResponse("enough")

    async def body():
        nonlocal given
        while True:
            yield b"x"
            given += 1
            if given > IN_FLIGHT:
                go.set()
            await asyncio.sleep(0)

    async with served(on("/up", app)) as http:
        assert (await http.post("/up", content=body())).text == "enough"
    assert given <= IN_FLIGHT + 2


async def test_a_slow_reader_holds_the_writer_back():
    written = 0

    async def endless(_):
        async def body():
            nonlocal written
            while True:
                yield b"x" * 1000
                written += 1

        return StreamingResponse(body())

    async with served(on("/s", endless, "GET")) as http:
        async with http.stream("GET", "/s") as answer:
            pieces = answer.aiter_raw()
            for _ in range(50):
                await anext(pieces)
        assert written <= 50 + IN_FLIGHT + 1


async def test_the_app_hears_that_its_client_has_left():
    left = asyncio.Event()

    async def app(request: Request):
        async def body():
            try:
                yield b"one"
                await asyncio.Event().wait()
            finally:
                left.set()

        return StreamingResponse(body())

    async with served(on("/s", app, "GET")) as http:
        async with http.stream("GET", "/s") as answer:
            await anext(answer.aiter_raw())
        await left.wait()


async def test_a_caller_who_is_cancelled_before_the_head_leaves_too_and_the_app_goes_on_until_it_notices():
    began, left = asyncio.Event(), asyncio.Event()

    async def app(scope, receive, send):
        if scope["type"] != "http":
            return
        await receive()
        began.set()
        assert (await receive())["type"] == "http.disconnect"
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"to nobody"})
        left.set()

    async with httpx.AsyncClient(transport=InProcessTransport(app), base_url=URL) as http:
        with anyio.CancelScope() as scope:
            async with anyio.create_task_group() as group:
                group.start_soon(http.get, "/")
                await began.wait()
                scope.cancel()
        await left.wait()


@pytest.mark.parametrize("late", [False, True])
async def test_an_app_that_fails_is_a_500_or_a_broken_stream_and_the_next_request_is_served(late, caplog):
    async def app(scope, receive, send):
        if scope["type"] == "http":
            if late:
                await send({"type": "http.response.start", "status": 200, "headers": []})
                await send({"type": "http.response.body", "body": b"half", "more_body": True})
            raise RuntimeError("bug")

    async with httpx.AsyncClient(transport=InProcessTransport(app), base_url=URL) as http:
        for _ in range(2):
            if late:
                with pytest.raises(httpx.RemoteProtocolError):
                    await http.get("/")
            else:
                assert (await http.get("/")).status_code == 500
    assert "bug" in caplog.text


async def test_an_app_that_ends_without_an_answer_or_in_the_middle_of_one_is_told_apart():
    async def mute(scope, receive, send):
        pass

    async def half(scope, receive, send):
        if scope["type"] == "http":
            await send({"type": "http.response.start", "status": 200, "headers": []})

    async with httpx.AsyncClient(transport=InProcessTransport(mute), base_url=URL) as http:
        assert (await http.get("/")).status_code == 500
    async with httpx.AsyncClient(transport=InProcessTransport(half), base_url=URL) as http:
        with pytest.raises(httpx.RemoteProtocolError):
            await http.get("/")


async def test_a_body_that_cannot_be_read_fails_the_caller_and_not_the_app(caplog):
    async def app(request: Request):
        return PlainTextResponse(str(len(await request.body())))

    async def body():
        yield b"one"
        raise FileNotFoundError("gone")

    async with served(on("/up", app)) as http:
        with pytest.raises(FileNotFoundError):
            await http.post("/up", content=body())
        assert (await http.post("/up", content=b"12")).text == "2"
    assert "gone" not in caplog.text


async def test_the_lifespan_runs_once_around_everything_and_lends_its_state():
    told = []

    @asynccontextmanager
    async def lifespan(app):
        told.append("up")
        async with anyio.create_task_group():  # must be left by the task that entered it
            yield {"kept": "treasure"}
        told.append("down")

    async def app(request: Request):
        return PlainTextResponse(request.state.kept)

    async with served(on("/", app, "GET"), lifespan=lifespan) as http:
        answers = await asyncio.gather(*(http.get("/") for _ in range(5)))
        assert {answer.text for answer in answers} == {"treasure"}
    assert told == ["up", "down"]


async def test_a_client_that_was_never_entered_still_gets_the_lifespan_at_its_first_request():
    told = []

    @asynccontextmanager
    async def lifespan(app):
        told.append("up")
        yield
        told.append("down")

    transport = InProcessTransport(
        Starlette(routes=[on("/", lambda _: PlainTextResponse("ok"), "GET")], lifespan=lifespan)
    )
    http = httpx.AsyncClient(transport=transport, base_url=URL)
    assert told == []
    assert (await http.get("/")).text == "ok"
    await http.aclose()
    await http.aclose()
    assert told == ["up", "down"]


async def test_an_app_that_does_not_come_up_or_has_closed_is_out_of_reach(caplog):
    @asynccontextmanager
    async def lifespan(app):
        raise RuntimeError("no disk")
        yield

    transport = InProcessTransport(Starlette(lifespan=lifespan))
    with pytest.raises(httpx.ConnectError):
        await transport.handle_async_request(httpx.Request("GET", URL))
    assert "did not come up" in caplog.text
    await transport.aclose()
    well = InProcessTransport(Starlette())
    await well.__aenter__()
    await well.aclose()
    with pytest.raises(httpx.ConnectError):
        await well.handle_async_request(httpx.Request("GET", URL))


async def test_it_may_be_entered_used_and_closed_in_different_tasks_and_inside_cancelled_scopes():
    told = []

    @asynccontextmanager
    async def lifespan(app):
        async with anyio.create_task_group() as group:
            yield
            group.cancel_scope.cancel()
        told.append("down")

    app = Starlette(routes=[on("/", lambda _: PlainTextResponse("ok"), "GET")], lifespan=lifespan)
    http = httpx.AsyncClient(transport=InProcessTransport(app), base_url=URL)
    async with anyio.create_task_group() as group:
        with anyio.CancelScope() as scope:
            await http.get("/")
            scope.cancel()
        group.start_soon(http.get, "/")
    assert (await http.get("/")).text == "ok"
    with anyio.CancelScope() as scope:
        scope.cancel()
        await http.aclose()
    assert told == ["down"]


async def test_closing_is_told_to_an_app_that_listens():
    heard, began = [], asyncio.Event()

    async def app(scope, receive, send):
        if scope["type"] == "http":
            await receive()
            began.set()
            heard.append((await receive())["type"])

    http = httpx.AsyncClient(transport=InProcessTransport(app), base_url=URL)
    call = asyncio.ensure_future(http.get("/"))
    await began.wait()
    await http.aclose()
    with pytest.raises(httpx.RemoteProtocolError):
        await call
    assert heard == ["http.disconnect"]


async def test_closing_ends_every_open_request_also_one_that_does_not_listen(monkeypatch):
    monkeypatch.setattr("ai_to_video.client.inprocess.GRACE", 0.01)
    cancelled, began = asyncio.Event(), asyncio.Event()

    async def stubborn(_):
        async def body():
            began.set()
            try:
                await asyncio.Event().wait()
                yield b""
            except asyncio.CancelledError:
                cancelled.set()
                raise

        return StreamingResponse(body())

    async with served(on("/s", stubborn, "GET")) as http:
        call = asyncio.ensure_future(http.get("/s"))
        await began.wait()
    with pytest.raises(httpx.RemoteProtocolError):
        await call
    assert cancelled.is_set()


async def test_a_silent_app_meets_the_read_timeout_before_and_after_the_head():
    async def head_only(_):
        async def body():
            await asyncio.Event().wait()
            yield b""

        return StreamingResponse(body())

    async def never(_):
        await asyncio.Event().wait()

    async with served(on("/head", head_only, "GET"), on("/never", never, "GET")) as http:
        for path in ("/head", "/never"):
            with pytest.raises(httpx.ReadTimeout):
                await http.get(path, timeout=0.02)


async def test_what_a_caller_keeps_in_context_variables_stays_with_the_caller():
    secret = contextvars.ContextVar("secret", default="nothing")
    secret.set("whose session this is")

    async def app(_):
        return PlainTextResponse(secret.get())

    async with served(on("/", app, "GET")) as http:
        assert (await http.get("/")).text == "nothing"


async def test_files_and_their_ranges_and_heads_work_as_on_a_socket(tmp_path):
    path = tmp_path / "film.mp4"
    path.write_bytes(bytes(range(256)) * 1000)

    async def film(_):
        return FileResponse(path)

    async with served(Route("/film", film, methods=["GET", "HEAD"])) as http:
        assert (await http.get("/film")).content == path.read_bytes()
        some = await http.get("/film", headers={"Range": "bytes=1000-"})
        assert (some.status_code, some.content) == (206, path.read_bytes()[1000:])
        head = await http.head("/film")
        assert (head.headers["content-length"], head.content) == ("256000", b"")


async def test_the_client_speaks_to_an_app_as_it_does_to_a_service(desk):
    async def token(_):
        return JSONResponse({"code": 0, "data": {"token": "tok-local"}})

    async def balance(request: Request):
        return JSONResponse({"code": 0, "data": {"available": len(request.headers["authorization"])}})

    async def run(request: Request):
        message = json.loads(await request.body())["new_message"]["parts"][0]["text"]

        async def body():
            yield text_event(message)
            raise RuntimeError("bug in the agent")

        return StreamingResponse(body(), media_type="text/event-stream")

    app = Starlette(routes=[on("/api/auth/anonymous-token", token), on(CREDITS, balance, "GET"), on(RUN_SSE, run)])
    async with Client(
        build_http(transport=InProcessTransport(app)), desk.identity(), base_url=URL, web_url="https://nemo.test"
    ) as client:
        assert (await client.credits()).available == len("Bearer tok-local")
        said = []
        with pytest.raises(Unreachable):
            async for event in client.run("1", "hello"):
                said.append(event.text)
        assert said == ["hello"]
