"""Two callers over HTTP with a key each: what one has, the other neither sees nor touches, whatever it guesses."""

from contextlib import asynccontextmanager
from pathlib import Path

import anyio
import httpx2
import pytest
from mcp import Client, MCPError
from mcp.client.streamable_http import streamable_http_client
from tests.durability.lives import movie
from tests.faults.backend import FaultBackend, file, hang, stream
from tests.faults.nemo import Nemo

from ai_to_video.serving import http_app
from ai_to_video.settings import Settings
from ai_to_video.surface.keys import Keys, new_secret

pytestmark = pytest.mark.anyio
PUBLIC = "https://video.example.com"
SHORT = {"t": [{"tt": 0, "sg": [{"s": 0, "d": 1000, "n": "city"}]}], "d": 1000}
TASKS = "io.modelcontextprotocol/tasks"


@pytest.fixture
async def nemo():
    async with FaultBackend() as backend:
        nemo = Nemo(backend)
        nemo.draft = SHORT
        yield nemo


class Anteroom:
    """The server as callers reach it; `secrets` by name."""

    def __init__(self, environ):
        self.home = Path(environ["AI_TO_VIDEO_HOME"])
        self.home.mkdir(parents=True, exist_ok=True)
        self.secrets = {"anna": new_secret(), "ben": new_secret()}
        self.limits = {"anna": 0, "ben": 0}
        self.write()
        self.app = http_app(Settings.read(environ), "0.0.0.0").app

    def write(self):
        keys = Keys()
        for name, secret in self.secrets.items():
            keys = keys.add(name, secret, daily_credits=self.limits[name])
        (self.home / "keys.json").write_text(keys.text(), "utf-8")

    def http(self, name=""):
        headers = {"authorization": f"Bearer {self.secrets[name]}"} if name else {}
        return httpx2.AsyncClient(transport=httpx2.ASGITransport(app=self.app), base_url=PUBLIC, headers=headers)

    @asynccontextmanager
    async def caller(self, name, era="auto"):
        async with (
            self.http(name) as http,
            Client(streamable_http_client(f"{PUBLIC}/mcp", http_client=http), mode=era) as client,
        ):
            yield client


@pytest.fixture(params=["auto", "legacy"])
def era(request):
    return request.param


@pytest.fixture
def variables(nemo, environ, monkeypatch):
    monkeypatch.setenv("HOME", environ["HOME"])
    monkeypatch.setenv("USERPROFILE", environ["USERPROFILE"])
    environ.pop("AI_TO_VIDEO_INPUT_DIRS")
    return environ | {"NEMO_API_URL": nemo.backend.url, "AI_TO_VIDEO_PUBLIC_URL": PUBLIC}


@pytest.fixture
async def anteroom(variables):
    anteroom = Anteroom(variables)
    async with anteroom.app.router.lifespan_context(anteroom.app):
        yield anteroom


async def told(client, tool, **arguments):
    return (await client.call_tool(tool, arguments)).structured_content


async def test_what_one_caller_has_another_neither_sees_nor_touches(nemo, anteroom, era):
    async with anteroom.caller("anna", era) as anna, anteroom.caller("ben", era) as ben:
        made = await told(anna, "generate_video", prompt="A film about Anna's secret plan")
        project, job = made["project_id"], made["job_id"]
        assert (await told(anna, "get_state", project_id=project))["status"] == "ready"

        mine = await told(ben, "get_state")
        assert (mine["projects"], mine["jobs"]) == ([], [])
        for tool, arguments in (
            ("get_state", {"project_id": project}),
            ("get_state", {"job_id": job}),
            ("generate_video", {"prompt": "Change the title", "project_id": project}),
            ("generate_video", {"prompt": "export", "project_id": project}),
            ("export_video", {"project_id": project}),
            ("upload_media", {"files": [f"{nemo.backend.url}/files/a.mp4"], "project_id": project}),
        ):
            answer = await ben.call_tool(tool, arguments)
            assert answer.is_error, tool
            assert answer.structured_content["code"] == "not_found", (tool, answer.structured_content)
            assert "secret" not in str(answer)
        assert (await told(ben, "export_video"))["code"] == "no_draft"
        assert (await told(ben, "get_credits"))["available"] == 90
        for part in ("timeline", "poster"):
            with pytest.raises(MCPError):
                await ben.read_resource(f"project://{project}/{part}")
        assert "city" in (await anna.read_resource(f"project://{project}/timeline")).contents[0].text
        assert len((await ben.list_prompts()).prompts) == 3
        same = await told(ben, "generate_video", prompt="A film about Anna's secret plan")
        assert same["project_id"] != project
    assert len(nemo.sent) == 2


async def test_a_finished_file_lies_apart_and_is_fetched_over_a_link_of_its_owner(nemo, anteroom, tmp_path):
    film = await anyio.to_thread.run_sync(movie, tmp_path / "film.mp4")
    nemo.movie = file(film)
    async with anteroom.caller("anna") as anna, anteroom.caller("ben") as ben, anteroom.http() as anybody:
        made = await told(anna, "generate_video", prompt="A city")
        answer = await anna.call_tool("export_video", {"project_id": made["project_id"], "filename": "city"})
        saved = answer.structured_content["file"]
        assert Path(saved["path"]) == tmp_path / "out" / "key-anna" / "city.mp4"
        link = saved["url"]
        assert link.startswith(f"{PUBLIC}/files/")
        assert link in answer.content[0].text

        got = await anybody.get(link)
        assert (got.status_code, got.content, got.headers["content-type"]) == (200, film, "video/mp4")
        assert got.headers["x-content-type-options"] == "nosniff"
        part = await anybody.get(link, headers={"range": "bytes=10-19"})
        assert (part.status_code, part.content) == (206, film[10:20])
        head = await anybody.head(link)
        assert (head.status_code, head.headers["content-length"]) == (200, str(len(film)))

        job = answer.structured_content["job_id"]
        again = await told(anna, "get_state", job_id=job)
        assert again["jobs"][0]["file"]["url"].startswith(f"{PUBLIC}/files/{job}.key-anna?")
        assert (await told(ben, "get_state", job_id=job))["code"] == "not_found"

        for forged in (
            link.replace("key-anna", "key-ben"),
            link[:-3] + "AAA",
            link.split("?")[0],
            link.replace(job, made["job_id"]),
        ):
            assert (await anybody.get(forged)).status_code == 403, forged

        await anyio.Path(saved["path"]).write_bytes(b"something else of the person's")
        assert (await anybody.get(link)).status_code == 404
        await anyio.Path(saved["path"]).unlink()
        assert (await anybody.get(link)).status_code == 404
        anteroom.secrets.pop("anna")
        anteroom.write()
        assert (await anybody.get(link)).status_code == 403
        assert (await anybody.post("/mcp", headers={"authorization": f"Bearer {new_secret()}"})).status_code == 401


def task_request(method, task, **params):
    meta = {
        "io.modelcontextprotocol/protocolVersion": "2026-07-28",
        "io.modelcontextprotocol/clientCapabilities": {"extensions": {TASKS: {}}},
        "io.modelcontextprotocol/clientInfo": {"name": "test", "version": "1"},
    }
    headers = {
        "accept": "application/json, text/event-stream",
        "mcp-protocol-version": "2026-07-28",
        "mcp-method": method,
        "mcp-name": task,
    }
    return {
        "json": {"jsonrpc": "2.0", "id": 1, "method": method, "params": {**params, "_meta": meta}},
        "headers": headers,
    }


async def test_a_task_is_told_to_its_owner_and_to_nobody_who_guesses_its_id(nemo, anteroom):
    nemo.reply = stream(hang)
    async with anteroom.http("anna") as anna, anteroom.http("ben") as ben:
        call = task_request("tools/call", "generate_video", name="generate_video", arguments={"prompt": "A city"})
        begun = (await anna.post("/mcp", **call)).json()["result"]
        assert (begun["resultType"], begun["status"]) == ("task", "working")
        task = begun["taskId"]
        for method in ("tasks/get", "tasks/cancel", "tasks/update"):
            refused = (await ben.post("/mcp", **task_request(method, task, taskId=task))).json()
            assert refused["error"]["message"] == "There is no such task.", method
        seen = (await anna.post("/mcp", **task_request("tasks/get", task, taskId=task))).json()["result"]
        assert seen["status"] == "working"


async def test_what_one_caller_has_spent_today_does_not_stop_another(nemo, anteroom):
    anteroom.limits["anna"] = 5
    anteroom.write()
    async with anteroom.caller("anna") as anna, anteroom.caller("ben") as ben:
        assert (await told(anna, "generate_video", prompt="One"))["credits"]["spent"] == 10
        assert (await told(anna, "generate_video", prompt="Two"))["code"] == "spend_limit"
        for prompt in ("Three", "Four"):
            assert (await told(ben, "generate_video", prompt=prompt))["status"] == "done"
    assert nemo.sent == ["One", "Three", "Four"]


async def test_a_caller_from_elsewhere_cannot_have_the_servers_disk_read(nemo, anteroom, tmp_path):
    secret = tmp_path / "home" / "notes.txt"
    await anyio.Path(secret.parent).mkdir(exist_ok=True)
    await anyio.Path(secret).write_text("private")
    async with anteroom.caller("anna") as anna:
        for source in (str(secret), secret.as_uri(), "~/notes.txt", "/etc/passwd", "/mnt/user-data/x.mp4"):
            refused = await told(anna, "upload_media", files=[source])
            assert (refused["code"], "another machine" in refused["message"]) == ("forbidden", True), source


async def test_folders_named_for_it_may_be_read_for_callers_from_elsewhere(variables, nemo, tmp_path):
    shared = tmp_path / "shared"
    await anyio.Path(shared).mkdir()
    await anyio.Path(shared / "notes.txt").write_text("A text for all.")
    anteroom = Anteroom(variables | {"AI_TO_VIDEO_INPUT_DIRS": str(shared)})
    async with anteroom.app.router.lifespan_context(anteroom.app), anteroom.caller("anna") as anna:
        taken = await told(anna, "upload_media", files=[str(shared / "notes.txt")])
        assert [media["kind"] for media in taken["media"]] == ["text"]
        assert (await told(anna, "upload_media", files=[str(tmp_path / "out.txt")]))["code"] == "forbidden"


async def test_the_owner_of_the_machine_keeps_what_was_made_without_keys_to_himself(variables, nemo, anteroom):
    from ai_to_video.app import build_server

    async with Client(build_server(Settings.read(variables))) as owner, anteroom.caller("anna") as anna:
        made = await told(owner, "generate_video", prompt="Mine")
        assert (await told(anna, "get_state"))["projects"] == []
        assert (await told(anna, "get_state", project_id=made["project_id"]))["code"] == "not_found"


@pytest.mark.parametrize("shown", ["", "Bearer", "Bearer ", "Bearer atv_wrong", "Basic eDp5", "bearer null"])
async def test_without_a_key_nothing_but_health_is_answered(anteroom, shown):
    body = {"jsonrpc": "2.0", "id": 1, "method": "tools/list"}
    async with anteroom.http() as anybody:
        refused = await anybody.post("/mcp", json=body, headers={"authorization": shown} if shown else {})
        assert refused.status_code == 401
        assert refused.headers["www-authenticate"].startswith("Bearer error=")
        assert (await anybody.get("/")).status_code == 401
        assert (await anybody.get("/files/j_1")).status_code == 403
        health = await anybody.get("/health")
    assert health.status_code == 200
    assert set(health.json()) == {"status", "version"}


async def test_the_secret_behind_links_is_private_and_stays(variables, anteroom):
    secret = anyio.Path(variables["AI_TO_VIDEO_HOME"]) / "links.key"
    before = await secret.read_text()
    assert (await secret.stat()).st_mode & 0o077 == 0
    Anteroom(variables)
    assert await secret.read_text() == before
