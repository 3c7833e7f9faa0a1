"""All rooms together, as app.py wires them: a real client, the real server, and a NemoVideo service on a real socket."""

import json
import os
import stat
from pathlib import Path

import pytest
from mcp import Client
from tests.faults.backend import FaultBackend
from tests.faults.nemo import Nemo

from ai_to_video.app import build_server
from ai_to_video.settings import Settings

pytestmark = pytest.mark.anyio


@pytest.fixture
async def nemo():
    async with FaultBackend() as backend:
        yield Nemo(backend)


@pytest.fixture
def settings(nemo, environ, monkeypatch):
    monkeypatch.setenv("HOME", environ["HOME"])
    monkeypatch.setenv("USERPROFILE", environ["USERPROFILE"])
    return Settings.read(environ | {"NEMO_API_URL": nemo.backend.url})


@pytest.fixture
async def client(settings):
    async with Client(build_server(settings)) as client:
        yield client


async def test_from_a_prompt_to_a_timeline_with_the_words_of_the_service(nemo, client):
    told = (await client.call_tool("generate_video", {"prompt": "A film about a city"})).structured_content
    assert told["status"] == "done"
    assert told["timeline"] == "Timeline (1 track): 1. Video: city timelapse (0-10s)"
    assert told["reply"] == "Your video is ready."
    assert nemo.sent == ["A film about a city"]
    listed = (await client.call_tool("get_state", {})).structured_content
    assert [project["project_id"] for project in listed["projects"]] == [told["project_id"]]


async def test_the_balance_comes_from_an_anonymous_account(nemo, client):
    told = (await client.call_tool("get_credits", {})).structured_content
    assert (told["available"], told["account"]) == (100, "anonymous")
    assert "bind=anon_abc" in told["top_up_url"]


async def test_every_call_to_the_service_says_who_asks(nemo, client):
    await client.call_tool("get_credits", {})
    for seen in nemo.backend.seen:
        assert seen.headers["x-skill-source"] == "ai-to-video"
        assert seen.headers["x-skill-version"] == "0.1.0"
        assert seen.headers["x-skill-platform"] == "unknown"


async def test_the_token_lies_in_a_private_file_and_the_next_start_uses_it(nemo, settings):
    for _ in range(2):
        async with Client(build_server(settings)) as client:
            result = await client.call_tool("get_credits", {})
            assert "tok-1" not in result.model_dump_json()
    file = settings.home / "token.json"
    assert "tok-1" in file.read_text("utf-8")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert nemo.tokens == {"tok-1"}


async def test_the_users_own_token_is_used_and_never_written(nemo, settings, tmp_path):
    from dataclasses import replace

    nemo.tokens.add("nmv_usr_mine")
    async with Client(build_server(replace(settings, token="nmv_usr_mine"))) as client:
        told = (await client.call_tool("get_credits", {})).structured_content
    assert told["account"] == "token"
    files = [Path(folder) / name for folder, _, names in os.walk(tmp_path) for name in names]
    assert not any(b"nmv_usr_mine" in file.read_bytes() for file in files)


async def test_a_file_that_is_no_video_is_refused_by_its_content(client, tmp_path):
    (tmp_path / "a.mp4").write_text("not a film")
    told = (await client.call_tool("upload_media", {"files": [str(tmp_path / "a.mp4")]})).structured_content
    assert told["code"] == "unsupported_file"


async def test_a_service_that_cannot_be_reached_is_told_in_two_sentences(environ):
    async with Client(build_server(Settings.read(environ))) as client:
        result = await client.call_tool("get_credits", {})
    assert result.is_error
    assert result.structured_content["code"] == "unreachable"


async def test_a_shared_ledger_is_not_silently_left_out(environ):
    settings = Settings.read(environ | {"AI_TO_VIDEO_DATABASE_URL": "postgresql://u:secret@h/d"})
    async with Client(build_server(settings)) as client:
        result = await client.call_tool("get_state", {})
    assert "AI_TO_VIDEO_DATABASE_URL" in result.structured_content["hint"]
    assert "secret" not in result.model_dump_json()


async def test_tools_of_the_local_backend_say_how_to_install_it(environ, monkeypatch):
    monkeypatch.setattr("ai_to_video.app.LOCAL_PARTS", ("a_part_that_is_missing",))
    async with Client(build_server(Settings.read(environ | {"AI_TO_VIDEO_BACKEND": "local"}))) as client:
        for tool, arguments in (
            ("generate_video", {"prompt": "x"}),
            ("upload_media", {"files": ["a"]}),
            ("get_credits", {}),
            ("get_state", {}),
            ("export_video", {}),
        ):
            result = await client.call_tool(tool, arguments)
            assert "--extra local" in result.structured_content["hint"]
            assert json.loads(result.model_dump_json())["is_error"]
