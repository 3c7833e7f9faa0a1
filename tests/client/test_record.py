"""Recorded traffic can be read again as fixtures, and can be shown to anybody."""

import asyncio
import json
from contextlib import aclosing

import pytest
from tests.faults.backend import hang, reply, reset, stream
from tests.faults.nemo import MOVIE, text_event

from ai_to_video.client import build_http
from ai_to_video.errors import AiToVideoError
from ai_to_video.wire import read_reply
from ai_to_video.wire.bodies import CREDITS

pytestmark = pytest.mark.anyio


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "traffic"


@pytest.fixture
def recorded(desk, nemo, folder):
    return desk.client(http=build_http(record=folder, proxies=dict))


def notes(folder):
    return {path.stem[5:]: json.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*.json"))}


async def test_a_whole_conversation_is_kept_without_a_single_secret(recorded, nemo, folder, tmp_path, desk):
    session = await recorded.open_session()
    assert await recorded.claim_link(session)
    async for _ in recorded.run(session.session_id, "a city by night"):
        pass
    await recorded.state(session.session_id)
    (tmp_path / "a.mp4").write_bytes(MOVIE)
    await recorded.upload_file(session.session_id, tmp_path / "a.mp4", name="a.mp4", mime="video/mp4")
    await recorded.download(await recorded.render_status("r1"), tmp_path / "part")
    everything = b"".join(path.read_bytes() for path in folder.iterdir())
    client_id = (desk.home / "config" / "client_id").read_bytes()
    for secret in (b"tok-1", b"clm_1", b"anon_abc", client_id):
        assert secret not in everything
    assert b"a city by night" in everything
    assert [path.name[:4] for path in sorted(folder.glob("*.json"))] == [f"000{number}" for number in range(1, 9)]


async def test_a_recorded_stream_reads_like_the_original(recorded, nemo, folder):
    nemo.sessions.add("1")
    original = b": beat\n\n" + text_event("Your video\u2028is ready.") + b"data: half"
    nemo.reply = stream(original)
    async for _ in recorded.run("1", "x"):
        pass
    (kept,) = folder.glob("*.sse")
    assert kept.read_bytes() == original
    assert read_reply(kept.read_bytes()).messages == ("Your video\u2028is ready.",)
    note = notes(folder)["POST-run_sse"]
    assert note["answer"]["body"] == kept.name
    assert json.loads(note["request"]["body"])["new_message"] == {"parts": [{"text": "x"}]}


async def test_a_film_is_told_by_its_length_only(recorded, nemo, folder, tmp_path):
    await recorded.download(await recorded.render_status("r1"), tmp_path / "part")
    note = notes(folder)["GET-files_r1_mp4"]
    assert note["answer"]["bytes"] == len(MOVIE)
    assert "body" not in note["answer"]
    assert sum(path.stat().st_size for path in folder.iterdir()) < 10_000


async def test_an_endless_answer_fills_neither_memory_nor_disk(recorded, folder, monkeypatch):
    monkeypatch.setattr("ai_to_video.client.record.MOST_BYTES", 10)
    await recorded.credits()
    assert not list(folder.glob("*.body"))
    assert notes(folder)["GET-api_credits_balance_simple"]["answer"]["bytes"] > 10


async def test_a_token_of_any_shape_is_hidden_wherever_the_service_repeats_it(desk, backend, folder):
    backend.on("GET", CREDITS, reply(200, b'{"code":0,"data":{"available":1,"note":"hello plainword"}}'))
    await desk.client(http=build_http(record=folder, proxies=dict), token="plainword").credits()
    assert b"plainword" not in b"".join(path.read_bytes() for path in folder.iterdir())


async def test_a_failure_and_a_stream_left_early_are_noted(recorded, nemo, folder, backend):
    await recorded.credits()
    nemo.sessions.add("1")
    nemo.reply = stream(text_event("one"), hang)
    async with aclosing(recorded.run("1", "x")) as events:
        await anext(events)
    note = notes(folder)["POST-run_sse"]
    assert (note["failure"], note["answer"]["status"]) == ("not read to its end", 200)
    backend.on("POST", "/run_sse", reset)
    with pytest.raises(AiToVideoError):
        await anext(recorded.run("1", "x"))
    assert notes(folder)["POST-run_sse"]["failure"]


async def test_a_folder_that_cannot_be_written_stops_nothing(desk, nemo, tmp_path, caplog):
    (tmp_path / "file").write_text("in the way")
    client = desk.client(http=build_http(record=tmp_path / "file" / "traffic", proxies=dict))
    assert (await client.credits()).available == 100
    assert "cannot be recorded" in caplog.text


async def test_calls_at_the_same_time_are_kept_apart(recorded, nemo, folder):
    await asyncio.gather(*(recorded.credits() for _ in range(5)))
    assert len(list(folder.glob(f"*-GET{CREDITS.replace('/', '_').replace('_', '-', 1)}.json"))) == 5
