"""The whole way on this machine, over stdio and without any network: text in, a playable file on disk."""

import base64
import io
import os
from pathlib import Path

import av
import pytest
from mcp import Client, StdioServerParameters
from PIL import Image

pytestmark = pytest.mark.anyio
PROMPT = "Make a 5-second square video: Tea is ready. Sit down and listen to the rain."


async def test_all_five_tools_from_a_text_to_a_playable_file(program, environ, tmp_path):
    environ |= {"AI_TO_VIDEO_BACKEND": "local"}
    (tmp_path / "notes.txt").write_text("Rain is music for people who stay at home.", "utf-8")
    server = StdioServerParameters(command=program[0], args=program[1:], env=environ, cwd=os.sep)
    heard = []

    async def hear(progress, total, message):
        heard.append((progress, message))

    async with Client(server, mode="legacy") as client:

        async def call(tool, **arguments):
            result = await client.call_tool(tool, arguments, progress_callback=hear)
            assert not result.is_error, result.content[0].text
            return result.structured_content, result

        added, _ = await call("upload_media", files=[str(tmp_path / "notes.txt")])
        made, _ = await call("generate_video", prompt=PROMPT, project_id=added["project_id"], wait_seconds=120)
        seen, shown = await call("get_state", project_id=made["project_id"], wait_seconds=60)
        everything, listed = await call("get_state")
        left, _ = await call("get_credits")
        saved, result = await call("export_video", project_id=made["project_id"], resolution="480p", wait_seconds=300)
    assert made["status"] == "done"
    assert made["project_id"] == added["project_id"]
    assert made["timeline"].startswith("Timeline (")
    assert {track["type"] for track in seen["tracks"]} >= {"video"}
    assert shown.content[1].mime_type == "image/jpeg"
    with Image.open(io.BytesIO(base64.b64decode(shown.content[1].data))) as scenes:
        assert max(scenes.size) > 400
    assert "The picture shows the scenes of the video in their order." in shown.content[0].text
    assert everything["projects"]
    assert len(listed.content) == 1
    assert left["available"] > 0
    assert saved["status"] == "done"
    path = Path(saved["file"]["path"])
    assert path.parent == tmp_path / "out"
    with av.open(str(path)) as film:
        assert {stream.codec_context.name for stream in film.streams} == {"h264", "aac"}
        assert film.streams.video[0].width == film.streams.video[0].height == saved["file"]["width"]
    assert result.content[1].mime_type == "image/jpeg"
    figures = [figure for figure, _ in heard]
    assert len(figures) > 3
    assert "Setting things up..." in [message for _, message in heard]


async def test_a_token_for_the_service_does_not_trouble_the_local_engine(program, environ):
    environ |= {"AI_TO_VIDEO_BACKEND": "local", "NEMO_TOKEN": "nmv_usr_of_the_service"}
    server = StdioServerParameters(command=program[0], args=program[1:], env=environ, cwd=os.sep)
    async with Client(server, mode="legacy") as client:
        told = await client.call_tool("get_credits", {})
    assert not told.is_error, told.content[0].text
    assert told.structured_content["account"] == "anonymous"
    assert told.structured_content["top_up_url"] == ""
