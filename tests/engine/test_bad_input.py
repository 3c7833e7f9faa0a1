"""What nobody should send, and what everybody gets who does: a clear answer, and an engine that is still there."""

import errno
import io
import json

import anyio
import pytest
from PIL import Image
from tests.engine.door import SOLAR, at_the_door

from ai_to_video.engine.records import Conflict, Record
from ai_to_video.engine.store import Store
from ai_to_video.wire import bodies

pytestmark = pytest.mark.anyio


async def still_works(door):
    await door.open()
    await door.say("a 6-second video about tea")
    assert (await door.state()).timeline.duration_ms == 6000


@pytest.mark.parametrize(
    ("message", "milliseconds"),
    [
        ("coffee", 6000),
        ("Make a 20 second video from this text:\n\n" + "Every word of this sentence is new. " * 15_000, 20_000),
        ("make a 4 hour video about trains", 600_000),
        ("Make a 10 second video: مرحبا بالعالم. القهوة مشروب لذيذ.", 10_000),
        ("10 second video: <script>alert(1)</script><b>Hello</b> <img src=x onerror=alert(1)> there", 10_000),
        ("word " * 20_000, 90_000),
        ("A" * 200_000, 6000),
        ("(" * 50_000 + "tea", 6000),
    ],
)
async def test_odd_texts_become_videos_of_sane_length(door, message, milliseconds):
    reply = await door.say(message)
    state = await door.state()
    assert not reply.error
    assert state.timeline.duration_ms == milliseconds
    assert "alert" not in json.dumps(state.draft)
    assert "onerror" not in json.dumps(state.draft)


@pytest.mark.parametrize("message", ["🎉🎊🎉", "?!?!", "…"])
async def test_a_message_without_a_word_is_told_so(door, message):
    reply = await door.say(message)
    assert "no words" in reply.text
    assert not (await door.state()).ready


async def test_control_signs_and_broken_letters_do_no_harm(door):
    body = json.dumps(bodies.run_body(door.session_id, "5 second video about tea\x00\x1b[2J")).encode()
    answer = await door.http.post(bodies.RUN_SSE, content=body.replace(b"tea", b"t\\ud800ea"), headers=door.headers)
    assert answer.status_code == 200
    assert (await door.state()).ready


async def test_a_message_beyond_all_measure_is_refused(door):
    answer = await door.send("word " * 500_000)
    assert answer.status_code == 422
    answer = await door.http.post(bodies.RUN_SSE, content=b"x" * (17 * 2**20), headers=door.headers)
    assert answer.status_code == 413
    await still_works(door)


@pytest.mark.parametrize(
    "draft", [5, "text", [], {"t": 5}, {"t": [{"tt": 0, "sg": "x"}]}, {"t": [{}], "d": -5}, "[" * 10_000]
)
async def test_a_draft_that_is_none_is_not_rendered(door, draft):
    body = {"id": "r1", "sessionId": door.session_id, "draft": draft}
    answer = await door.http.post(bodies.RENDER, json=body, headers=door.headers)
    assert answer.status_code == 422
    assert answer.json()["message"]


@pytest.mark.parametrize("size", [(1, 1), (3000, 1), (1, 3000)])
async def test_pictures_of_any_shape_are_taken(door, size):
    file = io.BytesIO()
    Image.new("L", size).save(file, "PNG")
    assert (await door.upload("dot.png", file.getvalue())).status_code == 200


async def test_a_full_disk_is_told_and_loses_nothing(door, monkeypatch):
    await door.say(f"8 second video: {SOLAR}")
    before, purse = (await door.state()).fingerprint, await door.credits()

    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Store, "save", full)
        reply = await door.say("remove the music")
        assert "disk" in reply.error
        picture = io.BytesIO()
        Image.new("RGB", (9, 9)).save(picture, "PNG")
        assert (await door.upload("a.png", picture.getvalue())).status_code == 507
    assert (await door.state()).fingerprint == before
    assert await door.credits() == purse
    assert not list(door.folder.rglob(".upload-*"))
    await still_works(door)


async def test_many_people_at_once_do_not_get_in_each_others_way(tmp_path):
    async with at_the_door(tmp_path) as door:

        async def one(number):
            async with at_the_door(tmp_path, f"client {number}") as person:
                await person.open()
                await person.say(f"{5 + number} second video about tea")
                assert (await person.state()).timeline.duration_ms == (5 + number) * 1000

        async with anyio.create_task_group() as group:
            for number in range(6):
                group.start_soon(one, number)
        await door.open()


def test_of_two_writers_of_one_version_the_second_is_refused(tmp_path):
    record = Record(tmp_path)
    assert record.put(0, {"a": 1}) == 1
    with pytest.raises(Conflict):
        record.put(0, {"a": 2})
    assert record.latest() == (1, {"a": 1})


def test_a_record_damaged_on_disk_falls_back_to_the_version_before(tmp_path):
    record = Record(tmp_path)
    record.put(record.put(0, {"a": 1}), {"a": 2})
    (tmp_path / "000000002.json").write_text('{"a": ')
    version, value = record.latest()
    assert value == {"a": 1}
    record.put(version, {"a": 3})
    assert record.latest()[1] == {"a": 3}


def test_old_versions_go_and_no_scraps_stay(tmp_path):
    record, version = Record(tmp_path, kept=3), 0
    for number in range(10):
        version = record.put(version, {"n": number})
    assert record.versions() == [8, 9, 10]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["000000008.json", "000000009.json", "000000010.json"]
