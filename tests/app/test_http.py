"""MCP over HTTP: both eras without a session, health, and who may come in. No socket: the very app that is served."""

import socket
from pathlib import Path

import httpx2
import pytest
from mcp import Client
from mcp.client.streamable_http import streamable_http_client

from ai_to_video.errors import BadArgument
from ai_to_video.serving import http_app as served
from ai_to_video.serving import serve_http
from ai_to_video.settings import Settings
from ai_to_video.surface.caller import Visitor
from ai_to_video.surface.keys import Keys, new_secret
from ai_to_video.surface.oauth import OAuthVerifier

pytestmark = pytest.mark.anyio
HERE = "http://127.0.0.1:8765"


def http_app(environ, host="127.0.0.1"):
    return served(Settings.read(environ), host).app


@pytest.fixture
async def http(environ):
    app = http_app(environ)
    async with (
        app.router.lifespan_context(app),
        httpx2.AsyncClient(transport=httpx2.ASGITransport(app=app), base_url=HERE) as client,
    ):
        yield client


@pytest.mark.parametrize("era", ["auto", "legacy"])
async def test_both_eras_are_served_without_a_session(http, era):
    async with Client(streamable_http_client(f"{HERE}/mcp", http_client=http), mode=era) as client:
        assert len((await client.list_tools()).tools) == 5
        result = await client.call_tool("generate_video", {})
    assert result.structured_content["code"] == "bad_argument"


async def test_health_is_told_to_whoever_watches(http):
    answer = await http.get("/health")
    assert (answer.status_code, answer.json()["status"]) == (200, "ok")


@pytest.mark.parametrize(
    ("header", "status"), [({"host": "evil.example"}, 421), ({"origin": "https://evil.example"}, 403)]
)
async def test_a_page_of_another_site_cannot_use_it(http, header, status):
    headers = {"accept": "application/json, text/event-stream", "content-type": "application/json"} | header
    answer = await http.post("/mcp", json={"jsonrpc": "2.0", "id": 1, "method": "tools/list"}, headers=headers)
    assert answer.status_code == status


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.5", "example.com"])
async def test_an_address_that_others_can_reach_is_refused_without_authentication(environ, host):
    with pytest.raises(BadArgument, match="everybody"):
        serve_http(Settings.read(environ), host, 0)


async def test_a_port_that_is_taken_is_told_plainly(environ):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(BadArgument, match=f"Port {port} cannot be used."):
            serve_http(Settings.read(environ), "127.0.0.1", port)


async def test_a_task_is_only_told_to_a_request_whose_header_names_it(http):
    version, tasks = "2026-07-28", "io.modelcontextprotocol/tasks"
    meta = {
        "io.modelcontextprotocol/protocolVersion": version,
        "io.modelcontextprotocol/clientCapabilities": {"extensions": {tasks: {}}},
        "io.modelcontextprotocol/clientInfo": {"name": "test", "version": "1"},
    }
    body = {"jsonrpc": "2.0", "id": 1, "method": "tasks/get", "params": {"taskId": "j1", "_meta": meta}}
    headers = {
        "accept": "application/json, text/event-stream",
        "mcp-protocol-version": version,
        "mcp-method": "tasks/get",
    }
    other = (await http.post("/mcp", json=body, headers=headers | {"mcp-name": "j2"})).json()
    same = (await http.post("/mcp", json=body, headers=headers | {"mcp-name": "j1"})).json()
    assert other["error"]["code"] == -32020
    assert same["error"]["message"] == "There is no such task."


async def test_a_connector_whose_header_and_body_name_different_eras_is_served(http):
    meta = {
        "io.modelcontextprotocol/protocolVersion": "2026-07-28",
        "io.modelcontextprotocol/clientCapabilities": {},
        "io.modelcontextprotocol/clientInfo": {"name": "connector", "version": "1"},
    }
    call = {"name": "get_state", "arguments": {}, "_meta": meta}
    headers = {"accept": "application/json, text/event-stream", "mcp-protocol-version": "2025-11-25"}
    answer = await http.post(
        "/mcp", json={"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": call}, headers=headers
    )
    assert answer.status_code == 200
    assert '"status":"ok"' in answer.text
    assert "mcp-session-id" not in answer.headers


async def test_a_session_of_an_earlier_server_is_no_obstacle(http):
    headers = {
        "accept": "application/json, text/event-stream",
        "mcp-protocol-version": "2025-11-25",
        "mcp-session-id": "0123456789abcdef",
    }
    answer = await http.post("/mcp", json={"jsonrpc": "2.0", "id": 1, "method": "tools/list"}, headers=headers)
    assert answer.status_code == 200
    assert "generate_video" in answer.text


@pytest.mark.parametrize("version", ["2025-11-25", "2026-07-28"])
async def test_a_stream_on_which_nothing_would_come_is_refused(http, version):
    answer = await http.get("/mcp", headers={"accept": "text/event-stream", "mcp-protocol-version": version})
    assert (answer.status_code, answer.headers["allow"]) == (405, "POST")


@pytest.mark.parametrize("told", [True, False], ids=["length told", "in pieces"])
async def test_a_request_that_is_too_big_is_refused_before_it_is_read(http, told):
    async def pieces():
        for _ in range(40):
            yield b" " * 32_768

    body = b" " * 1_100_000 if told else pieces()
    headers = {"accept": "application/json, text/event-stream", "content-type": "application/json"}
    answer = await http.post("/mcp", content=body, headers=headers)
    assert answer.status_code == 413


OPEN = {
    "video.example.com": True,
    "VIDEO.example.com:443": True,
    "10.1.2.3:8765": True,
    "[fd00::1]:8765": True,
    "localhost:8765": True,
    "evil.example": False,
    "video.example.com.evil.example": False,
    "video.example.com@evil.example": False,
    "[bad": False,
    "": False,
}


@pytest.mark.parametrize("name", OPEN)
async def test_open_to_the_network_it_still_answers_only_to_its_own_names(environ, name):
    app = http_app(with_key(environ) | {"AI_TO_VIDEO_PUBLIC_URL": "https://video.example.com"}, "0.0.0.0")
    async with httpx2.AsyncClient(transport=httpx2.ASGITransport(app=app), base_url=HERE) as client:
        for path in ("/health", "/mcp", "/files/x"):
            answer = await client.get(path, headers={"host": name})
            assert (answer.status_code != 421) == OPEN[name], (path, answer.status_code)


@pytest.mark.parametrize(
    ("origin", "status"),
    [("https://video.example.com", 401), ("http://localhost:6274", 401), ("https://evil.example", 403), ("null", 403)],
)
async def test_open_to_the_network_pages_of_other_sites_are_kept_out(environ, origin, status):
    app = http_app(with_key(environ) | {"AI_TO_VIDEO_PUBLIC_URL": "https://video.example.com"}, "0.0.0.0")
    async with httpx2.AsyncClient(transport=httpx2.ASGITransport(app=app), base_url=HERE) as client:
        assert (await client.post("/mcp", json={}, headers={"origin": origin})).status_code == status


async def test_tokens_of_an_oauth_issuer_are_asked_for_where_the_client_can_learn_about_it(environ):
    settings = {
        "AI_TO_VIDEO_OAUTH_ISSUER": "https://login.example.com/",
        "AI_TO_VIDEO_OAUTH_AUDIENCE": "https://video.example.com/mcp",
        "AI_TO_VIDEO_OAUTH_SCOPES": "video:write",
        "AI_TO_VIDEO_PUBLIC_URL": "https://video.example.com",
    }
    app = http_app(environ | settings, "0.0.0.0")
    async with httpx2.AsyncClient(transport=httpx2.ASGITransport(app=app), base_url=HERE) as client:
        refused = await client.post("/mcp", json={})
        about = "https://video.example.com/.well-known/oauth-protected-resource/mcp"
        assert refused.status_code == 401
        assert f'resource_metadata="{about}"' in refused.headers["www-authenticate"]
        document = (await client.get(about.removeprefix("https://video.example.com"))).json()
    assert document["resource"] == "https://video.example.com/mcp"
    assert document["authorization_servers"] == ["https://login.example.com/"]
    assert document["scopes_supported"] == ["video:write"]
    assert document["bearer_methods_supported"] == ["header"]


async def test_a_token_without_the_scope_is_told_which_one_it_lacks(environ, monkeypatch):
    async def verify(self, token):
        scopes = ["video:write"] if token == "good" else []
        return Visitor(token="", client_id="c", scopes=scopes, owner="oauth-1")

    monkeypatch.setattr(OAuthVerifier, "verify_token", verify)
    settings = {
        "AI_TO_VIDEO_OAUTH_ISSUER": "https://login.example.com",
        "AI_TO_VIDEO_PUBLIC_URL": "https://video.example.com",
        "AI_TO_VIDEO_OAUTH_SCOPES": "video:write",
    }
    app = http_app(environ | settings, "0.0.0.0")
    body = {"jsonrpc": "2.0", "id": 1, "method": "tools/list"}
    headers = {"accept": "application/json, text/event-stream"}
    async with (
        app.router.lifespan_context(app),
        httpx2.AsyncClient(transport=httpx2.ASGITransport(app=app), base_url=HERE, headers=headers) as client,
    ):
        weak = await client.post("/mcp", json=body, headers={"authorization": "Bearer weak"})
        good = await client.post("/mcp", json=body, headers={"authorization": "Bearer good"})
    assert weak.status_code == 403
    assert (
        'error="insufficient_scope", error_description="Required scope: video:write"'
        in weak.headers["www-authenticate"]
    )
    assert good.status_code == 200


@pytest.mark.parametrize(
    "settings",
    [
        {"AI_TO_VIDEO_OAUTH_ISSUER": "http://login.example.com", "AI_TO_VIDEO_PUBLIC_URL": "https://v.example"},
        {"AI_TO_VIDEO_OAUTH_ISSUER": "https://login.example.com"},
        {"AI_TO_VIDEO_OAUTH_AUDIENCE": "https://v.example/mcp"},
        {"AI_TO_VIDEO_OAUTH_SCOPES": "video"},
        {"AI_TO_VIDEO_PUBLIC_URL": "v.example"},
    ],
    ids=str,
)
async def test_settings_that_leave_open_who_may_come_in_stop_the_server(environ, settings):
    with pytest.raises(BadArgument, match=r"AI_TO_VIDEO|OAuth"):
        http_app(environ | settings)


async def test_a_damaged_file_with_keys_does_not_open_the_server_to_everybody(environ):
    with_key(environ)
    (Path(environ["AI_TO_VIDEO_HOME"]) / "keys.json").write_text("{")
    with pytest.raises(BadArgument, match="damaged"):
        http_app(environ)


def with_key(environ):
    home = Path(environ["AI_TO_VIDEO_HOME"])
    home.mkdir(exist_ok=True)
    (home / "keys.json").write_text(Keys().add("anna", new_secret()).text())
    return environ
