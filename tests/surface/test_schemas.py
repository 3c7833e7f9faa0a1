"""What a host lists: the very definitions (snapshots), their price in tokens, and what strict clients accept."""

import json
import os
from pathlib import Path

import pytest

from ai_to_video.surface.tools import INSTRUCTIONS, OFFERS

SNAPSHOTS = Path(__file__).parent / "snapshots"
DEFINITIONS = [offer.definition() for offer in OFFERS]
TOOLS = ["generate_video", "upload_media", "get_credits", "get_state", "export_video"]
each = pytest.mark.parametrize("tool", DEFINITIONS, ids=lambda tool: tool.name)


def as_sent(tool):
    return tool.model_dump(mode="json", by_alias=True, exclude_none=True)


def parts(schema):
    yield schema
    for value in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        if isinstance(value, dict | list):
            yield from parts(value)


@pytest.mark.anyio
async def test_a_client_sees_exactly_five_tools(connect):
    async with connect() as client:
        listed = (await client.list_tools()).tools
    assert [tool.name for tool in listed] == TOOLS
    assert [as_sent(tool) for tool in listed] == [as_sent(tool) for tool in DEFINITIONS]


@each
def test_a_definition_changes_only_on_purpose(tool):
    """`UPDATE_SNAPSHOTS=1 pytest tests/surface/test_schemas.py` writes the files anew."""
    snapshot = SNAPSHOTS / f"{tool.name}.json"
    now = json.dumps(as_sent(tool), indent=2, ensure_ascii=False) + "\n"
    if os.environ.get("UPDATE_SNAPSHOTS"):
        snapshot.parent.mkdir(exist_ok=True)
        snapshot.write_text(now, "utf-8")
    assert now == snapshot.read_text("utf-8")


@pytest.mark.filterwarnings("ignore:open_binary is deprecated")  # the tokenizer's own way to find its data
def test_the_definitions_are_cheap_to_read():
    import bpe_openai

    encoding = bpe_openai.get_encoding("o200k_base")
    told = [
        {"name": tool.name, "description": tool.description, "inputSchema": tool.input_schema} for tool in DEFINITIONS
    ]
    assert len(encoding.encode(json.dumps(told))) < 1500


def test_the_whole_list_is_small():
    assert len(json.dumps([as_sent(tool) for tool in DEFINITIONS], separators=(",", ":")).encode()) < 8000


def test_the_instructions_are_short():
    assert len(INSTRUCTIONS) < 600


@each
def test_a_strict_client_accepts_the_schemas(tool):
    assert len(tool.name) <= 64
    assert tool.description
    for schema in (tool.input_schema, tool.output_schema):
        assert schema["type"] == "object"
        for part in parts(schema):
            assert None not in (part.values() if isinstance(part, dict) else part)
            assert not {"$ref", "$defs", "anyOf", "oneOf", "allOf"} & set(part if isinstance(part, dict) else ())
            if isinstance(part, dict) and part.get("type") == "array":
                assert part["items"]
    assert tool.input_schema["additionalProperties"] is False


@each
def test_an_argument_without_default_is_required(tool):
    properties = tool.input_schema["properties"]
    assert [name for name, rule in properties.items() if "default" not in rule] == tool.input_schema.get("required", [])


def test_the_hints_are_set_and_honest():
    for tool in DEFINITIONS:
        hints = tool.annotations
        reads = tool.name.startswith("get_")
        assert hints.title == tool.title
        assert hints.read_only_hint is reads
        assert hints.idempotent_hint is reads
        assert hints.open_world_hint is not reads
        assert hints.destructive_hint is (tool.name == "generate_video")
