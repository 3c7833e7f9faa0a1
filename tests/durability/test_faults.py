"""The studio over the real client against a bad service on a real socket: every call ends in time and in plain words."""

import re

import anyio
import httpx
import pytest
from tests.faults.backend import FaultBackend, error, file, forever, hang, html, reset, stream
from tests.faults.nemo import DRAFT, Nemo, text_event

from ai_to_video.client import Client, Identity
from ai_to_video.errors import AiToVideoError, SessionGone
from ai_to_video.studio import Ledger, Studio
from ai_to_video.studio.files import Inputs, Outputs

pytestmark = pytest.mark.anyio

WAIT = 0.1
SECONDS = {**DRAFT, "t": [{"tt": 0, "sg": [{"s": 0, "d": 1000, "n": "city"}]}], "d": 1000}
ROUTES = {
    "token": ("POST", "/api/auth/anonymous-token"),
    "claim": ("POST", "/api/auth/claim-token"),
    "session": ("POST", "/api/tasks/me/with-session/nemo_agent"),
    "credits": ("GET", "/api/credits/balance/simple"),
    "run": ("POST", "/run_sse"),
    "state": ("GET", "/api/state/nemo_agent/me/*"),
    "render": ("POST", "/api/render/proxy/lambda"),
    "poll": ("GET", "/api/render/proxy/lambda/*"),
    "download": ("GET", "/files/*"),
}
FAULTS = {
    "reset": reset,
    "hang": hang,
    "web page": html(502),
    "error": error(5000, "internal"),
    "rate": error(429, "slow down", status=429),
    "endless": stream(forever(b": heartbeat\n\n"), end=False),
}
FOREIGN = re.compile(r"httpx|anyio|sqlite|Traceback|Errno|Exception|Error\b|[{}<>]|127\.0\.0\.1|tok-\d")


@pytest.fixture
async def backend():
    async with FaultBackend() as backend:
        yield backend


@pytest.fixture
def nemo(backend, film):
    nemo = Nemo(backend)
    nemo.movie = file(film)
    return nemo


@pytest.fixture
async def studio(nemo, backend, tmp_path):
    home = tmp_path / "home"
    identity = Identity(home, client_id_file=home / "client_id", attribution={})
    async with (
        Client(
            httpx.AsyncClient(trust_env=False), identity, base_url=backend.url, web_url="https://web.example"
        ) as client,
        Studio(client, Ledger(home), inputs=Inputs([tmp_path]), outputs=Outputs(tmp_path / "videos")) as studio,
    ):
        yield studio


async def in_time(work):
    """The answer or the failure of a call, which may not outlast its wait by more than two seconds."""
    with anyio.fail_after(WAIT + 2):
        try:
            return await work
        except AiToVideoError as failed:
            words = f"{failed} {failed.hint}"
            assert not FOREIGN.search(words), words
            assert failed.hint
            return failed


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("route", ["token", "claim", "session", "credits", "run", "state"])
async def test_a_generation_ends_in_time_and_is_sent_at_most_once(studio, nemo, backend, route, fault):
    backend.on(*ROUTES[route], FAULTS[fault])
    answer = await in_time(studio.generate("a city", wait_seconds=WAIT))
    assert len(nemo.sent) <= 1
    assert backend.count(*ROUTES["run"]) <= 1
    if not isinstance(answer, AiToVideoError):
        assert answer.status in ("done", "running")
        assert answer.job_id
    seen = await in_time(studio.state())
    assert len(seen.jobs) <= 1


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("route", ["state", "render", "poll", "download"])
async def test_an_export_ends_in_time_and_leaves_no_broken_file(studio, nemo, backend, tmp_path, route, fault):
    nemo.draft = SECONDS
    project = (await studio.generate("a city", wait_seconds=20)).project_id
    nemo.draft = SECONDS
    backend.on(*ROUTES[route], FAULTS[fault])
    answer = await in_time(studio.export(project_id=project, wait_seconds=WAIT))
    if not isinstance(answer, AiToVideoError):
        assert answer.status == "running"
    assert [path.name for path in (tmp_path / "videos").glob("*.mp4")] == []


@pytest.mark.parametrize("fault", FAULTS)
async def test_looking_at_a_project_ends_in_time(studio, nemo, backend, fault):
    project = (await studio.generate("a city", wait_seconds=20)).project_id
    backend.on(*ROUTES["state"], FAULTS[fault])
    with anyio.fail_after(2):
        seen = await studio.state(project_id=project)
    assert "city timelapse" in seen.timeline
    assert seen.notes


async def test_a_project_that_is_gone_is_told_when_it_is_looked_at(studio, nemo):
    project = (await studio.generate("a city", wait_seconds=20)).project_id
    nemo.forget()
    seen = await studio.state(project_id=project)
    assert any(SessionGone.sentence in note for note in seen.notes)


async def test_a_token_that_expires_in_the_middle_of_everything_is_renewed_unseen(studio, nemo):
    first = await studio.generate("a city", wait_seconds=20)
    nemo.expire()
    again = await studio.generate("brighter", project_id=first.project_id, wait_seconds=20)
    assert again.status == "done"
    nemo.expire()
    nemo.draft = SECONDS
    assert (await studio.export(project_id=first.project_id, wait_seconds=20)).status == "done"
    assert len(nemo.sent) == 2


async def test_the_whole_way_over_a_socket_ends_with_a_film(studio, nemo, tmp_path):
    nemo.draft = SECONDS
    nemo.reply = stream(text_event("Your video is ready. Click Export to save it."))
    answer = await studio.generate("a city", export=True, wait_seconds=20)
    assert answer.status == "done"
    assert answer.reply == "Your video is ready."
    assert answer.file.path.startswith(str(tmp_path / "videos"))
    assert (answer.file.width, answer.file.video_codec) == (64, "h264")
    assert answer.poster.startswith(b"\xff\xd8")


async def test_a_download_cut_again_and_again_arrives_whole(studio, nemo, film):
    nemo.draft = SECONDS
    nemo.movie = file(film, cut_every=400)
    answer = await studio.generate("a city", export=True, wait_seconds=60)
    assert answer.file.seconds == pytest.approx(1, abs=0.2)


async def test_a_link_that_expired_gives_way_to_the_download_route(studio, nemo, backend, film):
    nemo.draft = SECONDS
    backend.on(*ROUTES["download"], error(403, "expired", status=403))
    backend.on("GET", "/api/render/proxy/*", file(film))
    answer = await studio.generate("a city", export=True, wait_seconds=60)
    assert answer.file is not None
