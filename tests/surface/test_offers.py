"""Beside the tools: prompts for the three ways to work, projects as resources, the skill, and what is advertised."""

import base64
import hashlib
import json

import pytest
from mcp.client import advertise
from mcp.shared.exceptions import MCPError
from mcp.types import PaginatedRequestParams, Request, Result
from pydantic import Field

from ai_to_video.errors import NotFound, Unreachable
from ai_to_video.studio.answers import Overview
from ai_to_video.surface.skills import GetSkill

pytestmark = pytest.mark.anyio
SKILLS, TASKS, APPS = (f"io.modelcontextprotocol/{name}" for name in ("skills", "tasks", "ui"))


class Answer(Result):
    skills: list[dict] = Field(default_factory=list)
    skill: dict = Field(default_factory=dict)


async def asked(client, method, params):
    request = Request[type(params), str](method=method, params=params)
    return await client.session.send_request(request, Answer)


async def test_the_three_ways_to_work_can_be_picked_as_prompts(connect):
    async with connect() as client:
        listed = {prompt.name: prompt for prompt in (await client.list_prompts()).prompts}
        quick = await client.get_prompt("quick_edit", {"text": "About {lamps}", "wish": "10 seconds, 1:1"})
        batch = await client.get_prompt("batch", {"files": "a.md\nb.md"})
    assert list(listed) == ["quick_edit", "batch", "iterative"]
    assert [argument.name for argument in listed["quick_edit"].arguments if argument.required] == ["text"]
    assert quick.messages[0].content.text.startswith("Turn the following into 10 seconds, 1:1.")
    assert quick.messages[0].content.text.endswith("About {lamps}")
    assert "a 30-second explainer video" in batch.messages[0].content.text


@pytest.mark.parametrize(("name", "given"), [("nothing", {}), ("quick_edit", {"wish": "short"})])
async def test_a_prompt_or_argument_that_is_missing_is_named(connect, name, given):
    async with connect() as client:
        with pytest.raises(MCPError, match=r"There is no prompt or argument '(nothing|text)'"):
            await client.get_prompt(name, given)


async def test_a_project_is_a_resource_in_words_and_as_a_picture(studio, connect):
    studio.answers["state"] = Overview("ready", "Timeline (1 track): 1. Video: city (0-10s)", picture=b"\xff\xd8jpeg")
    async with connect() as client:
        templates = {one.uri_template for one in (await client.list_resource_templates()).resource_templates}
        words = (await client.read_resource("project://p1/timeline")).contents[0]
        picture = (await client.read_resource("project://p1/poster")).contents[0]
    assert templates == {"project://{project_id}/timeline", "project://{project_id}/poster"}
    assert "1. Video: city (0-10s)" in words.text
    assert (picture.mime_type, base64.b64decode(picture.blob)) == ("image/jpeg", b"\xff\xd8jpeg")
    assert [asked["project_id"] for asked in studio.asked] == ["p1", "p1"]


@pytest.mark.parametrize(
    ("answer", "code", "words"),
    [
        (NotFound(), -32602, "There is no such thing here."),
        (Unreachable(), -32603, "cannot be reached"),
        (Overview("ready"), -32602, "no picture of this project yet"),
    ],
)
async def test_a_project_that_cannot_be_shown_says_why(studio, connect, answer, code, words):
    studio.answers["state"] = answer
    async with connect() as client:
        with pytest.raises(MCPError, match=words) as told:
            await client.read_resource("project://p1/poster")
    assert told.value.error.code == code


async def test_the_skill_travels_with_a_digest_that_fits(connect, skill_text):
    async with connect() as client:
        (entry,) = (await asked(client, "skills/list", PaginatedRequestParams())).skills
        same = (await asked(client, "skills/get", GetSkill(uri=entry["uri"]))).skill
        content = (await client.read_resource(entry["uri"])).contents[0]
        with pytest.raises(MCPError, match="no such skill"):
            await asked(client, "skills/get", GetSkill(uri="skill://other/SKILL.md"))
    assert same == entry
    assert entry["uri"] == "skill://ai-to-video/SKILL.md"
    assert entry["frontmatter"]["name"] == "ai-to-video"
    assert content.text == skill_text
    assert entry["resources"] == [
        {
            "uri": entry["uri"],
            "digest": f"sha256:{hashlib.sha256(skill_text.encode()).hexdigest()}",
            "size": len(skill_text.encode()),
        }
    ]


async def test_extensions_are_advertised_in_both_eras(connect):
    async with connect() as client:
        assert set(client.server_capabilities.extensions) == {SKILLS, TASKS, APPS}


async def test_a_client_that_shows_pages_is_pointed_to_one_and_others_are_not(connect):
    async with connect() as client:
        assert not any(tool.meta for tool in (await client.list_tools()).tools)
    pages = advertise(APPS, {"mimeTypes": ["text/html;profile=mcp-app"]})
    async with connect(extensions=[pages]) as client:
        tools = (await client.list_tools()).tools
        pointers = {tool.name: tool.meta["ui"]["resourceUri"] for tool in tools if tool.meta}
        page = (await client.read_resource(pointers["get_state"])).contents[0]
    assert set(pointers) == {"generate_video", "get_state", "export_video"}
    assert len({*pointers.values()}) == 1
    assert page.mime_type == "text/html;profile=mcp-app"
    assert page.text.startswith("<!doctype html>")
    assert len(json.dumps([tool.model_dump(by_alias=True, exclude_none=True) for tool in tools])) < 8000
