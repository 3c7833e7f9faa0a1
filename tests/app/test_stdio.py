"""The real process that hosts start: what it says on stdout, what it does without anything, and how it leaves."""

import json
import subprocess
import sys
from contextlib import contextmanager

import pytest
from mcp import Client, StdioServerParameters

TOOLS = {"generate_video", "upload_media", "get_credits", "get_state", "export_video"}
HELLO = {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "test", "version": "1"}}


class Host:
    """A host that speaks raw lines and keeps every byte the server writes."""

    def __init__(self, process):
        self.process = process
        self.lines = []

    def send(self, method, params=None, number=None):
        message = {"jsonrpc": "2.0", "method": method, "params": params or {}}
        self.process.stdin.write(json.dumps(message if number is None else message | {"id": number}) + "\n")
        self.process.stdin.flush()

    def ask(self, number, method, params=None):
        self.send(method, params, number)
        while True:
            line = self.process.stdout.readline()
            assert line, self.process.stderr.read()
            self.lines.append(line)
            message = json.loads(line)
            if message.get("id") == number:
                return message

    def greet(self):
        answer = self.ask(0, "initialize", HELLO)
        self.send("notifications/initialized")
        return answer

    def leave(self):
        """stdin closes, as when the host quits; the exit code and the rest of both streams."""
        self.process.stdin.close()
        code = self.process.wait(20)
        return code, self.process.stdout.read(), self.process.stderr.read()


@contextmanager
def started(command, environ):
    with subprocess.Popen(
        command,
        env=environ,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as process:
        try:
            yield Host(process)
        finally:
            process.kill()


def test_a_host_sees_five_tools_in_a_small_list_and_nothing_but_the_protocol(program, environ):
    with started(program, environ) as host:
        hello = host.greet()
        tools = host.ask(1, "tools/list")
        code, rest, _ = host.leave()
    assert hello["result"]["serverInfo"]["name"] == "ai-to-video"
    assert {tool["name"] for tool in tools["result"]["tools"]} == TOOLS
    assert len(host.lines[-1].encode()) < 8000
    assert (code, rest) == (0, "")


def test_a_text_cut_in_the_middle_of_a_character_is_answered_like_any_other(program, environ):
    with started(program, environ) as host:
        host.greet()
        answer = host.ask(1, "tools/call", {"name": "get_state", "arguments": {"project_id": "tea \ud83c"}})
        host.process.stdin.write('{"jsonrpc": "2.0", "id": 2, "method"\n')
        assert host.ask(3, "ping")["result"] == {}
    assert answer["result"]["structuredContent"]["code"] == "not_found"


def test_it_starts_with_bad_settings_and_says_in_the_answer_which_to_mend(program, environ):
    environ |= {"AI_TO_VIDEO_BACKEND": "moon", "AI_TO_VIDEO_LOG_LEVEL": "LOUD", "NEMO_TOKEN": "${user_config.token}"}
    with started(program, environ) as host:
        host.greet()
        answer = host.ask(1, "tools/call", {"name": "get_credits", "arguments": {}})
    assert answer["result"]["isError"]
    assert "AI_TO_VIDEO_BACKEND" in answer["result"]["content"][0]["text"]


def test_it_leaves_at_once_when_the_host_goes_in_the_middle_of_a_call(program, environ):
    with started(program, environ | {"NEMO_TOKEN": "nmv_usr_1"}) as host:
        host.greet()
        arguments = {"prompt": "a cat", "wait_seconds": 600}
        host.send("tools/call", {"name": "generate_video", "arguments": arguments}, 1)
        host.ask(2, "tools/list")
        code, rest, errors = host.leave()
    assert code == 0
    assert "Traceback" not in errors
    assert all(json.loads(line) for line in rest.splitlines())


def loaded(code, environ):
    """The names of the modules in a fresh process after running `code`."""
    told = f"import sys; {code}; print(*sys.modules)"
    return set(subprocess.check_output([sys.executable, "-c", told], env=environ, text=True).split())


def test_listing_the_tools_imports_nothing_that_only_work_needs(environ):
    ours = "import ai_to_video.cli, ai_to_video.app as app; app.build_server(app.Settings())"
    extra = loaded(ours, environ) - loaded("import mcp.server", environ)
    cheap = sys.stdlib_module_names - {"argparse", "sqlite3"}
    assert {name.partition(".")[0] for name in extra} - cheap == {"ai_to_video", "mcp", "platformdirs"}
    rooms = {name.split(".")[1] for name in extra if name.startswith("ai_to_video.")}
    assert rooms == {"app", "cli", "errors", "settings", "skill", "surface"}


@pytest.mark.anyio
@pytest.mark.parametrize("era", ["auto", "legacy"])
async def test_both_protocol_eras_are_served(program, environ, era):
    server = StdioServerParameters(command=program[0], args=program[1:], env=environ)
    async with Client(server, mode=era) as client:
        assert {tool.name for tool in (await client.list_tools()).tools} == TOOLS
        result = await client.call_tool("export_video", {"format": 3})
    assert result.structured_content["code"] == "bad_argument"
