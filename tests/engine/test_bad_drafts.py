"""Drafts somebody made by hand, or to do harm: refused in words, or rendered in bounded time."""

import json
from pathlib import Path

import pytest

from ai_to_video.engine.look.script import MOST_AT_ONCE, MOST_ITEMS, read
from ai_to_video.engine.output.job import Job
from ai_to_video.engine.output.produce import produce
from ai_to_video.engine.sound.loudness import RATE
from ai_to_video.engine.sound.mix import mixed
from ai_to_video.engine.sound.music import compose
from ai_to_video.engine.terms import Terms
from ai_to_video.wire import bodies
from ai_to_video.wire.draft import read_draft

pytestmark = pytest.mark.anyio
HUGE = 10**400
HOUR = 3_600_000


def scene(start=0, length=1000, **facts):
    return {"st": start, "d": length, "m": {"name": "tea", "more": facts}}


def draft(*clips, **more):
    return {"t": [{"tt": 0, "sg": list(clips)}], **more}


async def sent(door, it, render_id="r1"):
    body = {"id": render_id, "sessionId": door.session_id, "draft": it}
    return await door.http.post(bodies.RENDER, content=json.dumps(body), headers=door.headers)


@pytest.mark.parametrize("it", [draft(scene(length=4 * HOUR)), draft(scene(), d=30 * 24 * HOUR)])
async def test_a_draft_beyond_all_length_is_refused_before_it_blocks_the_others(door, it):
    answer = await sent(door, it)
    assert (answer.status_code, "at most 60 minutes" in answer.json()["message"]) == (422, True)


async def test_a_draft_of_too_many_clips_is_refused(door):
    answer = await sent(door, draft(*(scene(at, 100) for at in range(Terms().render_clips + 1)), d=60_000))
    assert (answer.status_code, "too many clips" in answer.json()["message"]) == (422, True)


@pytest.mark.parametrize(
    "it",
    [
        draft(scene()),
        draft(scene(), d=float("inf")),
        json.dumps(draft(scene())),
        '<draft fps="30"><track type="video"><clip in="0" out="1000">tea</clip></track></draft>',
    ],
)
async def test_a_draft_that_does_not_say_how_long_it_is_lasts_as_long_as_its_clips(door, it):
    answer = await sent(door, it)
    assert answer.json()["status"] == "pending"
    await door.http.post(bodies.render_path("r1") + "/cancel", headers=door.headers)
    assert read_draft(it).lasts_ms == 1000


def still_of(it, folder):
    produce(Job(read_draft(it), {}, Path(folder / "still.jpg"), "jpg", "480p"), lambda _: None)
    return (folder / "still.jpg").stat().st_size


@pytest.mark.parametrize(
    "it",
    [
        draft(scene(scene="number", number="9" * 4000)),
        draft(scene(scene="list", items=["i" * 3000] * 300)),
        draft(scene(scene="statement", headline="W" * 9000, body="word " * 9000, keyword="W" * 9000)),
        draft(scene(speed=HUGE, in_ms=HUGE), m={"width": HUGE, "more": {"fps": HUGE, "seed": HUGE}}),
        draft(scene(speed=float("nan"), in_ms=float("inf")), m={"more": {"fps": float("nan")}}),
        {"t": [{"tt": 7, "sg": [scene(role="captions", words=[["tea", HUGE, float("nan")]])]}], "d": 1000},
    ],
)
def test_words_and_figures_without_measure_still_make_a_picture(it, tmp_path):
    assert still_of(json.loads(json.dumps(it)), tmp_path) > 1000


def test_of_a_list_and_of_titles_no_more_are_shown_than_can_be_seen():
    titles = {"tt": 7, "sg": [{"st": 0, "d": 9000, "m": {"text": f"title {number}"}} for number in range(500)]}
    script = read(
        read_draft({"t": [{"tt": 0, "sg": [scene(0, 9000, scene="list", items=["tea"] * 900)]}, titles], "d": 9000}),
        "480p",
    )
    assert len(script.shots[0].items) == MOST_ITEMS
    assert len(script.banners) == MOST_AT_ONCE


def test_moods_nobody_knows_are_one_piece_composed_once():
    songs = [{"st": 0, "d": 1000, "m": {"name": f"song {number}"}} for number in "abcdef"]
    before = compose.cache_info().misses
    mixed(read_draft({"t": [{"tt": 1, "sg": songs}], "d": 1000}), {}, RATE)
    assert compose.cache_info().misses - before <= 1
