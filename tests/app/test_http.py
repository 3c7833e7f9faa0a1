"""MCP over HTTP: both eras without a session, health, and who may come in. No socket: the very app that is served."""

import socket

import httpx2
import pytest
from mcp import Client
from mcp.client.streamable_http import streamable_http_client

from ai_to_video.errors import BadArgument
from ai_to_video.serving import http_app, serve_http
from ai_to_video.settings import Settings

pytestmark = pytest.mark.anyio
HERE = "http://127.0.0.1:8765"


@pytest.fixture
async def http(environ):
    app = http_app(Settings.read(environ)).app
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
