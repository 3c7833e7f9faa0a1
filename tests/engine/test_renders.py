"""Exports as clients see them: submit, poll, cancel, download; and what happens when a process dies in between."""

import json
import os
import subprocess
import sys

import anyio
import pytest
from tests.engine.door import SOLAR, at_the_door

from ai_to_video.engine import Terms
from ai_to_video.engine.records import Record
from ai_to_video.errors import RenderFailed
from ai_to_video.wire import bodies

pytestmark = pytest.mark.anyio
FILM = bytes(range(256)) * 400


class Kitchen:
    """A renderer that does as it is told: writes a film, reports progress, waits for `go`, or fails."""

    def __init__(self, failure=None):
        self.orders = []
        self.started = anyio.Event()
        self.go = anyio.Event()
        self.cancelled = 0
        self.failure = failure

    async def __call__(self, timeline, sources, target, *, fmt, resolution, on_progress):
        self.orders.append((timeline, dict(sources), fmt, resolution))
        on_progress(0.25)
        self.started.set()
        try:
            await self.go.wait()
        except anyio.get_cancelled_exc_class():
            self.cancelled += 1
            raise
        if self.failure:
            raise self.failure
        await anyio.Path(target).write_bytes(FILM)


@pytest.fixture
def a_dead_pid():
    process = subprocess.Popen([sys.executable, "-c", "pass"])
    process.wait()
    return process.pid


@pytest.fixture
async def kitchen():
    return Kitchen()


@pytest.fixture
async def door(tmp_path, kitchen):
    async with at_the_door(tmp_path, render=kitchen) as door:
        await door.open()
        await door.say(f"8 second video: {SOLAR}")
        yield door


async def settled(door, render_id="r1"):
    """The answer to the poll that finds the render over."""
    for _ in range(5000):
        body = (await door.poll(render_id)).json()
        if body["status"] not in {"pending", "processing"}:
            return body
    raise AssertionError("the render never ended")


async def test_a_render_goes_from_pending_to_a_file_behind_a_link(door, kitchen):
    answer = (await door.submit()).json()
    assert (answer["code"], answer["data"]["id"], answer["data"]["status"]) == (0, "r1", "pending")
    await kitchen.started.wait()
    seen = bodies.read_render((await door.poll()).json()["data"])
    assert (seen.status, seen.progress) == ("processing", 25.0)
    kitchen.go.set()
    await settled(door)
    done = bodies.read_render((await door.poll()).json()["data"])
    assert (done.status, done.seconds, done.bytes) == ("completed", 8.0, len(FILM))
    film = await door.http.get(done.url)
    assert (film.content, film.headers["content-type"]) == (FILM, "video/mp4")


async def test_status_and_link_stand_in_both_places_readers_look(door, kitchen):
    kitchen.go.set()
    await door.submit()
    body = await settled(door)
    assert body["status"] == body["data"]["status"] == "completed"
    assert body["output"]["url"] == body["data"]["outputUrl"]


async def test_the_link_wants_no_token_but_its_own_secret(door, kitchen):
    kitchen.go.set()
    await door.submit()
    url = (await settled(door))["output"]["url"]
    assert (await door.http.get(url)).status_code == 200
    guessed = url.rsplit("/", 2)[0] + "/guess/video.mp4"
    assert (await door.http.get(guessed)).status_code == 404


async def test_a_download_can_be_resumed(door, kitchen):
    kitchen.go.set()
    await door.submit()
    url = (await settled(door))["output"]["url"]
    tag = (await door.http.get(url)).headers["etag"]
    part = await door.http.get(url, headers={"Range": "bytes=1000-"})
    assert (part.status_code, part.content) == (206, FILM[1000:])
    assert part.headers["content-range"] == f"bytes 1000-{len(FILM) - 1}/{len(FILM)}"
    assert (await door.http.get(url, headers={"Range": "bytes=1000-", "If-Range": tag})).status_code == 206
    assert (await door.http.get(url, headers={"Range": "bytes=1000-", "If-Range": '"old"'})).content == FILM
    assert (await door.http.get(url, headers={"Range": f"bytes={len(FILM)}-"})).status_code == 416


async def test_the_download_route_serves_the_owner_only(door, kitchen, tmp_path):
    kitchen.go.set()
    await door.submit()
    await settled(door)
    assert (await door.http.get(bodies.download_path("r1"), headers=door.headers)).content == FILM
    assert (await door.http.get(bodies.download_path("r1"))).status_code == 401
    async with at_the_door(tmp_path, "somebody else") as other:
        assert (await other.http.get(bodies.download_path("r1"), headers=other.headers)).status_code == 404
        assert (await other.poll()).status_code == 404


async def test_the_same_id_is_the_same_job(door, kitchen):
    await door.submit()
    await kitchen.started.wait()
    again = (await door.submit()).json()
    assert again["status"] == "processing"
    kitchen.go.set()
    await settled(door)
    assert (await door.submit()).json()["status"] == "completed"
    assert len(kitchen.orders) == 1


async def test_the_renderer_gets_the_draft_as_it_was_sent_and_the_wishes(door, kitchen):
    kitchen.go.set()
    state = await door.state()
    await door.submit(fmt="webm", resolution="720p")
    await settled(door)
    timeline, _, fmt, resolution = kitchen.orders[0]
    assert timeline == state.timeline
    assert (fmt, resolution) == ("webm", "720p")


async def test_a_cancelled_render_stops_and_stays_cancelled(door, kitchen):
    await door.submit()
    await kitchen.started.wait()
    answer = await door.http.post(bodies.render_path("r1") + "/cancel", headers=door.headers)
    assert answer.json()["status"] == "cancelled"
    assert kitchen.cancelled == 1
    kitchen.go.set()
    assert bodies.read_render((await door.poll()).json()["data"]).status == "failed"
    assert len(kitchen.orders) == 1


async def test_one_renders_and_the_next_waits(door, kitchen):
    await door.submit("r1")
    await door.submit("r2")
    await kitchen.started.wait()
    assert (await door.poll("r2")).json()["status"] == "pending"
    assert len(kitchen.orders) == 1
    kitchen.go.set()
    await settled(door, "r1")
    await settled(door, "r2")
    assert len(kitchen.orders) == 2


@pytest.mark.parametrize(
    ("failure", "words"),
    [
        (RenderFailed("The picture beach.png is damaged."), "The picture beach.png is damaged."),
        (RuntimeError("Traceback: secret internals"), "The render stopped unexpectedly."),
        (OSError(28, "No space left on device"), "The disk is full."),
    ],
)
async def test_a_failure_is_told_in_plain_words(door, kitchen, failure, words):
    kitchen.failure = failure
    kitchen.go.set()
    await door.submit()
    body = await settled(door)
    assert (body["status"], body["error"]) == ("failed", words)


async def test_a_render_goes_on_after_the_engine_was_closed_and_opened_again(tmp_path):
    first, second = Kitchen(), Kitchen()
    async with at_the_door(tmp_path, render=first) as door:
        await door.open()
        await door.say(f"8 second video: {SOLAR}")
        await door.submit()
        await first.started.wait()
    assert first.cancelled == 1
    second.go.set()
    async with at_the_door(tmp_path, render=second) as door:
        assert (await settled(door))["status"] == "completed"
    assert second.orders[0][0] == first.orders[0][0]


async def test_a_render_whose_process_died_is_taken_up_by_whoever_asks(door, kitchen, tmp_path, a_dead_pid):
    await door.submit()
    await kitchen.started.wait()
    record = Record(next((tmp_path / "renders").iterdir()) / "state")
    version, state = record.latest()
    record.put(version, {**state, "owner": f"{a_dead_pid}-gone"})
    other = Kitchen()
    other.go.set()
    async with at_the_door(tmp_path, render=other) as heir:
        assert (await settled(heir))["status"] == "completed"
    assert len(other.orders) == 1


async def test_what_a_process_left_half_done_is_swept_up_by_its_heir(door, kitchen, tmp_path, a_dead_pid):
    await door.submit()
    await kitchen.started.wait()
    folder = next((tmp_path / "renders").iterdir())
    record = Record(folder / "state")
    version, state = record.latest()
    record.put(version, {**state, "owner": f"{a_dead_pid}-gone"})
    for scrap in (".0f3a.part", "working-77.mp4"):
        (folder / scrap).write_bytes(b"half a film")
    other = Kitchen()
    other.go.set()
    async with at_the_door(tmp_path, render=other) as heir:
        assert (await settled(heir))["status"] == "completed"
    assert not list(folder.glob(".*.part")) + list(folder.glob("working-*"))


async def test_a_disk_that_takes_not_even_the_failure_leaves_the_job_to_be_tried_again(door, kitchen, monkeypatch):
    kitchen.failure = OSError(28, "No space left on device")
    await door.submit()
    await kitchen.started.wait()

    def full(*_):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Record, "put", full)
        kitchen.go.set()
        for _ in range(200):
            answer = await door.poll()
            if answer.status_code != 200:
                break
        assert answer.json()["code"] == 507
    kitchen.failure = None
    assert (await settled(door))["status"] == "completed"


async def test_who_was_taken_for_dead_and_comes_back_does_not_spoil_the_work_of_the_heir(door, kitchen, tmp_path):
    await door.submit()
    await kitchen.started.wait()
    record = Record(next((tmp_path / "renders").iterdir()) / "state")
    version, state = record.latest()
    record.put(version, {**state, "owner": f"{os.getpid()}-heir"})
    kitchen.failure = RenderFailed("The file was taken away.")
    kitchen.go.set()
    for _ in range(200):
        assert (await door.poll()).json()["status"] == "processing"


async def test_what_another_living_process_renders_is_left_to_it(door, kitchen, tmp_path):
    await door.submit()
    await kitchen.started.wait()
    other = Kitchen()
    async with at_the_door(tmp_path, render=other) as watcher:
        seen = (await watcher.poll()).json()
        assert seen["status"] == "processing"
    assert other.orders == []
    kitchen.go.set()
    assert (await settled(door))["status"] == "completed"


async def test_a_render_that_kills_its_process_again_and_again_has_failed(door, kitchen, tmp_path):
    await door.submit()
    await kitchen.started.wait()
    record = Record(next((tmp_path / "renders").iterdir()) / "state")
    version, state = record.latest()
    record.put(version, {**state, "owner": "", "tries": 3})
    async with at_the_door(tmp_path, render=kitchen) as heir:
        assert (await heir.poll()).json()["status"] == "failed"


async def test_a_film_that_is_not_kept_any_more_is_told(tmp_path, kitchen):
    kitchen.go.set()
    async with at_the_door(tmp_path, render=kitchen, terms=Terms(kept_bytes=len(FILM))) as door:
        await door.open()
        await door.say(f"8 second video: {SOLAR}")
        for name in ("r1", "r2", "r3"):
            await door.submit(name)
            await settled(door, name)
        assert (await door.poll("r1")).json()["status"] == "failed"
        assert (await door.poll("r3")).json()["status"] == "completed"


async def test_nothing_to_render_is_refused_in_words(door):
    await door.open()
    answer = await door.submit()
    assert answer.status_code == 422
    assert "generate a video first" in answer.json()["message"]


@pytest.mark.parametrize("output", [{"format": "exe"}, {"format": "mp4", "resolution": "8k"}])
async def test_an_unknown_format_or_resolution_is_refused_in_words(door, output):
    state = await door.state()
    body = {"id": "r1", "sessionId": door.session_id, "draft": state.draft, "output": output}
    answer = await door.http.post(bodies.RENDER, json=body, headers=door.headers)
    assert answer.status_code == 422
    assert "must be one of" in answer.json()["message"]


async def test_a_draft_that_comes_as_text_is_read(door, kitchen):
    kitchen.go.set()
    answer = await door.http.get(bodies.state_path(door.session_id), headers=door.headers)
    draft = answer.json()["data"]["state"]["draft"]
    body = {"id": "r9", "sessionId": door.session_id, "draft": json.dumps(draft)}
    await door.http.post(bodies.RENDER, json=body, headers=door.headers)
    assert (await settled(door, "r9"))["status"] == "completed"


async def test_an_unknown_render_is_404(door):
    assert (await door.poll("nothing")).status_code == 404
    assert (await door.http.post(bodies.render_path("nothing") + "/cancel", headers=door.headers)).status_code == 404
    assert (await door.http.get(bodies.download_path("nothing"), headers=door.headers)).status_code == 404


@pytest.mark.parametrize("render_id", ["../../etc/passwd", "a/b", "x" * 201])
async def test_a_render_id_that_no_address_could_name_is_refused(door, tmp_path, render_id):
    answer = await door.submit(render_id)
    assert (answer.status_code, "no slash" in answer.json()["message"]) == (422, True)
    assert not (tmp_path / "renders").exists()


@pytest.mark.parametrize("render_id", ["..", "r\n1", "a?b#c", "ü" * 100])
async def test_a_render_id_is_no_path(door, kitchen, tmp_path, render_id):
    kitchen.go.set()
    answer = await door.submit(render_id)
    assert answer.json()["id"] == render_id
    assert {len(path.name) for path in (tmp_path / "renders").iterdir()} == {32}
