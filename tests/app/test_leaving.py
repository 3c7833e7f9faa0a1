"""The host goes while a paid job runs: the process goes too, and the next one knows the job."""

import json
import subprocess

import anyio
import pytest
from mcp import Client, StdioServerParameters
from tests.faults.backend import FaultBackend, hang, stream
from tests.faults.nemo import Nemo

pytestmark = pytest.mark.anyio
META = {
    "io.modelcontextprotocol/protocolVersion": "2026-07-28",
    "io.modelcontextprotocol/clientCapabilities": {},
    "io.modelcontextprotocol/clientInfo": {"name": "test", "version": "1"},
}


async def test_a_running_job_neither_keeps_the_process_nor_is_lost(program, environ):
    async with FaultBackend() as backend:
        nemo = Nemo(backend)
        nemo.reply = stream(hang)
        environ |= {"NEMO_API_URL": backend.url}
        call = {"name": "generate_video", "arguments": {"prompt": "a city", "wait_seconds": 600}, "_meta": META}
        request = json.dumps({"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": call})
        async with await anyio.open_process(program, env=environ, stderr=subprocess.PIPE) as process:
            await process.stdin.send(f"{request}\n".encode())
            await backend.wait_for("POST", "/run_sse")
            await process.stdin.aclose()
            with anyio.fail_after(20):
                assert await process.wait() == 0
            errors = b"".join([piece async for piece in process.stderr])
        assert b"Traceback" not in errors
        server = StdioServerParameters(command=program[0], args=program[1:], env=environ)
        async with Client(server) as client:
            (job,) = (await client.call_tool("get_state", {})).structured_content["jobs"]
        assert (job["kind"], job["status"]) == ("generate", "running")
        assert nemo.sent == ["a city"]
