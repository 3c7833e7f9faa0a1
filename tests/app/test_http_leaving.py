"""Calls over HTTP that end early: the caller goes, or the server has to. Real processes, real sockets and signals."""

import os
import signal
import subprocess
import sys
from contextlib import asynccontextmanager

import anyio
import httpx2
import pytest
from mcp import Client
from mcp.client.streamable_http import streamable_http_client
from tests.faults.backend import FaultBackend, hang, stream
from tests.faults.nemo import Nemo

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.skipif(sys.platform == "win32", reason="Windows ends processes without a signal they could catch"),
]


@pytest.fixture
async def nemo():
    async with FaultBackend() as backend:
        nemo = Nemo(backend)
        nemo.reply = stream(hang)
        yield nemo


@pytest.fixture
def serving(program, environ, nemo):
    @asynccontextmanager
    async def serving():
        command = [*program, "serve", "--http", "--port", "0"]
        environment = environ | {"NEMO_API_URL": nemo.backend.url}
        async with await anyio.open_process(command, env=environment, stderr=subprocess.PIPE) as process:
            try:
                said = b""
                while b"/mcp\n" not in said:
                    said += await process.stderr.receive()
                yield process, said.split(b" at ")[1].split(b"/mcp")[0].decode()
            finally:
                if process.returncode is None:
                    process.kill()

    return serving


def call(tool, **arguments):
    return {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {"name": tool, "arguments": arguments}}


HEADERS = {"accept": "application/json, text/event-stream", "mcp-protocol-version": "2025-11-25"}


async def test_a_caller_that_disconnects_ends_its_waiting_and_not_the_job(nemo, serving):
    async with serving() as (_, base):
        async with httpx2.AsyncClient(base_url=base, headers=HEADERS, timeout=30) as http:
            request = call("generate_video", prompt="A city", wait_seconds=600)
            async with http.stream("POST", "/mcp", json=request):
                await nemo.backend.wait_for("POST", "/run_sse")
        async with Client(f"{base}/mcp") as client:
            (job,) = (await client.call_tool("get_state", {})).structured_content["jobs"]
            assert (job["kind"], job["status"]) == ("generate", "running")
            joined = await client.call_tool("generate_video", {"prompt": "A city", "wait_seconds": 0})
        assert joined.structured_content["job_id"] == job["job_id"]
    assert nemo.sent == ["A city"]


async def test_a_server_that_has_to_leave_tells_the_calls_in_flight_and_the_next_one_goes_on(nemo, serving):
    answers = {}
    async with serving() as (process, base):

        async def wait_long(era):
            async with (
                httpx2.AsyncClient(timeout=60) as http,
                Client(streamable_http_client(f"{base}/mcp", http_client=http), mode=era) as client,
            ):
                answers[era] = await client.call_tool("generate_video", {"prompt": era, "wait_seconds": 600})

        async with anyio.create_task_group() as group:
            for era in ("auto", "legacy"):
                group.start_soon(wait_long, era)
            await nemo.backend.wait_for("POST", "/run_sse", 2)
            os.kill(process.pid, signal.SIGTERM)
        with anyio.fail_after(20):
            assert await process.wait() == 0
        errors = b"".join([piece async for piece in process.stderr])
    assert b"Traceback" not in errors
    for era in ("auto", "legacy"):
        assert answers[era].is_error
        assert answers[era].structured_content["code"] == "busy"
        assert "get_state" in answers[era].structured_content["hint"]
    async with serving() as (_, base), Client(f"{base}/mcp") as client:
        jobs = (await client.call_tool("get_state", {})).structured_content["jobs"]
    assert [(job["kind"], job["status"]) for job in jobs] == [("generate", "running")] * 2
    assert sorted(nemo.sent) == ["auto", "legacy"]
