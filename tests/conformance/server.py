"""The server that the official conformance suite asks for its fixtures: our own server class, door and extensions, and
behind them the tools, resources and prompts that its scenarios call by name. For tests only.

    python tests/conformance/server.py PORT
"""

import base64
import json
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import count
from typing import Any

import anyio
import uvicorn
from mcp.server import MCPServer
from mcp.server.mcpserver import Context
from mcp.server.mcpserver.exceptions import ToolError
from mcp.server.mcpserver.prompts.base import UserMessage
from mcp.types import (
    AudioContent,
    CallToolResult,
    Completion,
    EmbeddedResource,
    ImageContent,
    TextContent,
    TextResourceContents,
    Tool,
)

from ai_to_video import __version__
from ai_to_video.errors import NotFound
from ai_to_video.skill import Skill
from ai_to_video.studio.answers import Generation, JobView, Overview
from ai_to_video.surface import Skills, Tasks, VideoServer, Viewer, front_desk
from ai_to_video.surface.http import Gatehouse
from ai_to_video.surface.links import Links

DOT = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
SILENCE = base64.b64encode(b"RIFF\x24\0\0\0WAVEfmt \x10\0\0\0\1\0\1\0D\xac\0\0\x88X\1\0\2\0\x10\0data\0\0\0\0").decode()
DRAFT_2020 = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "$defs": {
        "address": {
            "$anchor": "addressDef",
            "type": "object",
            "properties": {"street": {"type": "string"}, "city": {"type": "string"}},
        }
    },
    "properties": {
        "name": {"type": "string"},
        "address": {"$ref": "#/$defs/address"},
        "contactMethod": {"type": "string", "enum": ["phone", "email"]},
        "phone": {"type": "string"},
        "email": {"type": "string"},
    },
    "allOf": [{"anyOf": [{"required": ["phone"]}, {"required": ["email"]}]}],
    "if": {"properties": {"contactMethod": {"const": "phone"}}, "required": ["contactMethod"]},
    "then": {"required": ["phone"]},
    "else": {"required": ["email"]},
    "additionalProperties": False,
}
JOBS = ("slow_compute", "failing_job")


class Jobs:
    """A studio whose only use case is a job that lasts as long as its prompt says."""

    def __init__(self) -> None:
        self._rows: dict[str, Overview] = {}
        self._numbers = count(1)
        self._group = anyio.create_task_group()

    @asynccontextmanager
    async def open(self) -> AsyncIterator["Jobs"]:
        async with self._group:
            yield self
            self._group.cancel_scope.cancel()

    async def generate(self, prompt: str, **_: Any) -> Generation:
        asked = json.loads(prompt)
        job_id = f"job-{next(self._numbers)}"
        if asked["name"] == "slow_compute" and not asked["seconds"]:
            return Generation("done", "p", job_id, reply=f"computed {asked['label']}")
        self._rows[job_id] = Overview("running", jobs=(JobView(job_id, "p", "generate", "running", 10),))
        self._group.start_soon(self._work, job_id, asked)
        return Generation("running", "p", job_id)

    async def _work(self, job_id: str, asked: dict[str, Any]) -> None:
        await anyio.sleep(asked.get("seconds", 1))
        if asked["name"] == "slow_compute":
            done = JobView(job_id, "p", "generate", "done", 100)
            self._rows[job_id] = Overview("done", jobs=(done,), reply=f"computed {asked['label']}")
        else:
            failed = JobView(job_id, "p", "generate", "failed", note="It failed on purpose. Ask for something else.")
            self._rows[job_id] = Overview("failed", jobs=(failed,))

    async def state(self, *, job_id: str = "", **_: Any) -> Overview:
        if job_id not in self._rows:
            raise NotFound
        return self._rows[job_id]


class FixtureTasks(Tasks):
    """Our extension, for which the suite's jobs are generations under another name."""

    async def intercept_tool_call(self, params: Any, ctx: Any, call_next: Any) -> Any:
        if params.name not in JOBS:
            return await super().intercept_tool_call(params, ctx, call_next)
        asked = {"seconds": 1, "label": "", **(params.arguments or {}), "name": params.name}
        job = params.model_copy(update={"name": "generate_video", "arguments": {"prompt": json.dumps(asked)}})
        return await super().intercept_tool_call(job, ctx, call_next)


class Fixture(VideoServer):
    """Our server, that also lists what is not written by hand."""

    async def list_tools(self) -> list[Tool]:
        marked = {"type": "object", "properties": {"region": {"type": "string", "x-mcp-header": "Region"}}}
        return [
            *await super().list_tools(),
            Tool(name="json_schema_2020_12_tool", description="A schema of 2020-12", input_schema=DRAFT_2020),
            Tool(name="test_x_mcp_header", description="A value that also travels as a header", input_schema=marked),
        ]

    async def call_tool(self, name: str, arguments: dict[str, Any], context: Any = None) -> Any:
        if name in ("json_schema_2020_12_tool", "test_x_mcp_header"):
            return CallToolResult(content=[TextContent(text="ok")])
        return await super().call_tool(name, arguments, context)

    async def list_prompts(self) -> Any:
        return [*await super().list_prompts(), *await MCPServer.list_prompts(self)]

    async def get_prompt(self, name: str, arguments: dict[str, Any] | None = None, context: Any = None) -> Any:
        if name.startswith("test_"):
            return await MCPServer.get_prompt(self, name, arguments, context)
        return await super().get_prompt(name, arguments, context)


def build(gatehouse: Gatehouse) -> Fixture:
    skill = Skill.read()
    server = Fixture(
        gatehouse.lifespan,
        version=__version__,
        extensions=[Skills(skill.name, skill.description, skill.text), FixtureTasks(gatehouse.identify), Viewer()],
        identify=gatehouse.identify,
        leaving=gatehouse.leaving,
    )
    add_tools(server)
    add_resources(server)
    add_prompts(server)
    return server


def text_resource(uri: str, text: str, kind: str = "text/plain") -> EmbeddedResource:
    return EmbeddedResource(resource=TextResourceContents(uri=uri, mime_type=kind, text=text))


def add_tools(server: MCPServer) -> None:
    @server.tool(description="Text")
    def test_simple_text() -> str:
        return "This is a simple text response for testing."

    @server.tool(description="A picture")
    def test_image_content() -> ImageContent:
        return ImageContent(data=DOT, mime_type="image/png")

    @server.tool(description="A sound")
    def test_audio_content() -> AudioContent:
        return AudioContent(data=SILENCE, mime_type="audio/wav")

    @server.tool(description="A resource")
    def test_embedded_resource() -> EmbeddedResource:
        return text_resource("test://embedded-resource", "This is an embedded resource content.")

    @server.tool(description="Several kinds of content")
    def test_multiple_content_types() -> list[TextContent | ImageContent | EmbeddedResource]:
        return [
            TextContent(text="Multiple content types test:"),
            ImageContent(data=DOT, mime_type="image/png"),
            text_resource("test://mixed-content-resource", '{"test":"data","value":123}', "application/json"),
        ]

    @server.tool(description="Fails")
    def test_error_handling() -> str:
        raise ToolError("This tool intentionally returns an error for testing")

    @server.tool(description="Tells how far it is")
    async def test_tool_with_progress(ctx: Context) -> str:
        for done in (0, 50, 100):
            await ctx.report_progress(done, 100, f"Completed step {done} of 100")
        return "done"

    @server.tool(description="Answers at once")
    def greet(name: str = "world") -> str:
        return f"Hello, {name}!"

    @server.tool(description="A job that lasts")
    def slow_compute(seconds: float = 0, label: str = "") -> str:
        return f"computed {label}"

    @server.tool(description="A job that fails")
    def failing_job() -> str:
        raise ToolError("It failed on purpose.")


def add_resources(server: MCPServer) -> None:
    @server.resource("test://static-text", name="static-text", mime_type="text/plain")
    def static_text() -> str:
        return "This is the content of the static text resource."

    @server.resource("test://static-binary", name="static-binary", mime_type="image/png")
    def static_binary() -> bytes:
        return base64.b64decode(DOT)

    @server.resource("test://template/{id}/data", name="template", mime_type="application/json")
    def template(id: str) -> str:  # noqa: A002 - the suite's own word
        return json.dumps({"id": id, "templateTest": True, "data": f"Data for ID: {id}"})


def add_prompts(server: MCPServer) -> None:
    @server.prompt(description="No arguments")
    def test_simple_prompt() -> str:
        return "This is a simple prompt for testing."

    @server.prompt(description="Two arguments")
    def test_prompt_with_arguments(arg1: str, arg2: str) -> str:
        return f"Prompt with arguments: arg1='{arg1}', arg2='{arg2}'"

    @server.prompt(name="test_prompt_with_embedded_resource", description="A resource inside")
    def embedded(resourceUri: str) -> list[UserMessage]:
        held = text_resource(resourceUri, "Embedded resource content for testing.")
        return [UserMessage(held), UserMessage("Please process the embedded resource above.")]

    @server.prompt(name="test_prompt_with_image", description="A picture inside")
    def pictured() -> list[UserMessage]:
        return [
            UserMessage(ImageContent(data=DOT, mime_type="image/png")),
            UserMessage("Please analyze the image above."),
        ]

    @server.completion()
    async def complete(ref: object, argument: object, context: object) -> Completion:
        return Completion(values=[], total=0, has_more=False)


def main(port: int) -> None:
    gatehouse = Gatehouse(lambda: front_desk(lambda _: None, lambda: Jobs().open()), Links(b"for tests only"))
    app = gatehouse.app(build(gatehouse), host="127.0.0.1", version=__version__)
    uvicorn.run(app, host="127.0.0.1", port=port, log_level="warning")


if __name__ == "__main__":
    main(int(sys.argv[1]))
