"""A film at a glance: what its contact sheet shows, who may see it, and when it is drawn."""

import io
import json

import anyio
import pytest
from PIL import Image
from tests.engine.door import SOLAR, at_the_door

from ai_to_video.engine import Terms
from ai_to_video.engine.output.contact import MOST_BYTES, WIDE, chosen_of, grid
from ai_to_video.engine.output.job import Job
from ai_to_video.engine.output.produce import produce
from ai_to_video.errors import BackendFailed, RenderFailed
from ai_to_video.timeline import Clip, Timeline, Track
from ai_to_video.wire import bodies
from ai_to_video.wire.envelope import decode

pytestmark = pytest.mark.anyio
JPEG = b"\xff\xd8\xffa sheet"
SHAPES = {"16:9": 16 / 9, "9:16": 9 / 16, "1:1": 1.0}


class Artist:
    """Draws when told to go, or fails; `orders` are what was asked for."""

    def __init__(self):
        self.orders = []
        self.started = anyio.Event()
        self.go = anyio.Event()
        self.failures = []
        self.stopped = 0

    async def __call__(self, timeline, sources, target, *, fmt, resolution, on_progress):
        self.orders.append((timeline, dict(sources), fmt))
        self.started.set()
        try:
            await self.go.wait()
        except anyio.get_cancelled_exc_class():
            self.stopped += 1
            raise
        if self.failures:
            raise self.failures.pop()
        await anyio.Path(target.parent).mkdir(parents=True, exist_ok=True)
        await anyio.Path(target).write_bytes(JPEG + str(len(self.orders)).encode())


@pytest.fixture
async def artist():
    return Artist()


@pytest.fixture
async def door(tmp_path, artist):
    async with at_the_door(tmp_path, render=artist, terms=Terms(silent=0)) as door:
        await door.open()
        await door.say(f"8 second video: {SOLAR}")
        yield door


async def link_at(door):
    return (await door.state()).contact_sheet


# What it shows


def slides(folder, aspect, *colours):
    """A film of pictures of one colour each, three seconds a piece, and where the pictures are."""
    sources = {}
    for number, colour in enumerate(colours):
        name = f"{number}.png"
        Image.new("RGB", (640, 640), colour).save(folder / name)
        sources[name] = folder / name
    shots = [
        Clip(3000 * n, 3000 * (n + 1), name=name, metadata={"scene": "photo", "media": name})
        for n, name in enumerate(sources)
    ]
    return Timeline((Track("video", tuple(shots)),), 3000 * len(shots), metadata={"aspect": aspect}), sources


def sheet_of(folder, film, sources):
    path = folder / "sheet.jpg"
    produce(Job(film, sources, path, "sheet", "480p"), lambda share: None)
    return path.read_bytes()


@pytest.mark.parametrize(("aspect", "ratio"), SHAPES.items())
def test_all_scenes_are_seen_in_their_order_row_by_row(tmp_path, aspect, ratio):
    colours = ["red", "lime", "blue", "yellow", "cyan"]
    film, sources = slides(tmp_path, aspect, *colours)
    with Image.open(io.BytesIO(sheet_of(tmp_path, film, sources))) as sheet:
        columns, (width, height) = grid(len(colours), ratio)
        assert max(sheet.size) <= WIDE
        seen = []
        for place in range(len(colours)):
            column, row = place % columns, place // columns
            spot = sheet.getpixel((round((column + 0.5) * (width + 6)), round((row + 0.5) * (height + 6))))
            seen.append(tuple(level > 128 for level in spot))
    assert seen == [(1, 0, 0), (0, 1, 0), (0, 0, 1), (1, 1, 0), (0, 1, 1)]


@pytest.mark.parametrize("ratio", SHAPES.values())
@pytest.mark.parametrize("count", [1, 2, 3, 7, 20, 30])
def test_any_number_of_scenes_fits_and_uses_the_room(count, ratio):
    columns, (width, height) = grid(count, ratio)
    rows = -(-count // columns)
    assert columns * (width + 6) + 6 <= WIDE
    assert rows * (height + 6) + 6 <= WIDE + 6
    assert abs(width / height - ratio) < 0.1
    assert width == WIDE // 2 or width * height * count > WIDE * WIDE * 0.25


def test_of_a_long_film_the_first_the_last_and_some_in_between_are_shown():
    chosen = chosen_of(100)
    assert (len(chosen), chosen[0], chosen[-1]) == (30, 0, 99)
    assert chosen == sorted(set(chosen))
    assert chosen_of(4) == [0, 1, 2, 3]


async def test_a_text_is_seen_at_a_glance_although_nothing_was_exported(tmp_path):
    async with at_the_door(tmp_path, terms=Terms(silent=0)) as door:
        await door.open()
        await door.say(f"12-second vertical video: {SOLAR}")
        answer = await door.http.get(await link_at(door))
    assert (answer.status_code, answer.headers["content-type"]) == (200, "image/jpeg")
    assert len(answer.content) <= MOST_BYTES
    with Image.open(io.BytesIO(answer.content)) as sheet:
        assert len(sheet.convert("L").getcolors()) > 50


# Who may see it


async def test_a_project_without_a_timeline_has_none_and_draws_nothing(tmp_path, artist):
    async with at_the_door(tmp_path, render=artist) as door:
        await door.open()
        assert await link_at(door) == ""
    assert artist.orders == []


async def test_the_link_wants_no_token_but_its_own_secret(door, artist):
    artist.go.set()
    link = await link_at(door)
    start, key, file = link.rsplit("/", 2)
    assert (await door.http.get(link)).content == JPEG + b"1"
    for wrong in (
        f"{start}/guess/{file}",
        f"{start[:-1]}{9 - int(start[-1])}/{key}/{file}",
        f"{start}/{key}/other.jpg",
        f"{start}/ü/{file}",
    ):
        answer = await door.http.get(wrong)
        assert answer.status_code == 404
        assert key not in answer.text


async def test_the_link_of_an_earlier_timeline_shows_nothing_and_only_the_newest_sheet_is_kept(door, artist, tmp_path):
    artist.go.set()
    before = await link_at(door)
    assert (await door.http.get(before)).is_success
    await door.say("make the title say Sunny days")
    after = await link_at(door)
    assert after != before
    assert (await door.http.get(before)).status_code == 404
    assert (await door.http.get(after)).content == JPEG + b"2"
    assert [path.name for path in tmp_path.rglob("sheets/*")] == [after.rpartition("/")[2]]


# When it is drawn


async def test_nothing_is_drawn_before_somebody_looks_and_a_second_look_costs_nothing(door, artist, tmp_path):
    artist.go.set()
    link = await link_at(door)
    assert artist.orders == []
    first = await door.http.get(link)
    assert (await door.http.get(link)).content == first.content
    async with at_the_door(tmp_path, render=artist) as other:
        assert (await other.http.get(link)).content == first.content
    assert [fmt for _, _, fmt in artist.orders] == ["sheet"]


async def test_two_who_look_at_once_wait_for_one_drawing(door, artist):
    link, got = await link_at(door), []

    async def look():
        got.append((await door.http.get(link)).content)

    async with anyio.create_task_group() as group:
        group.start_soon(look)
        group.start_soon(look)
        await artist.started.wait()
        await anyio.wait_all_tasks_blocked()
        artist.go.set()
    assert got == [JPEG + b"1"] * 2
    assert len(artist.orders) == 1


async def test_a_drawing_goes_on_when_whoever_asked_has_left(door, artist):
    link = await link_at(door)
    async with anyio.create_task_group() as group:
        group.start_soon(door.http.get, link)
        await artist.started.wait()
        group.cancel_scope.cancel()
    artist.go.set()
    assert (await door.http.get(link)).content == JPEG + b"1"
    assert len(artist.orders) == 1


async def test_one_that_cannot_be_drawn_is_an_ordinary_error_and_is_tried_again(door, artist):
    artist.go.set()
    artist.failures = [RenderFailed("The part at /home/anna is bad.")]
    link = await link_at(door)
    answer = await door.http.get(link)
    with pytest.raises(BackendFailed, match="could not be drawn"):
        decode(answer.status_code, answer.headers["content-type"], answer.content)
    assert "anna" not in answer.text
    assert (await door.state()).ready
    assert (await door.http.get(link)).content == JPEG + b"2"


async def test_one_that_takes_too_long_is_given_up(door, artist, monkeypatch):
    monkeypatch.setattr("ai_to_video.engine.contact_sheets.LONGEST", 0.0)
    assert (await door.http.get(await link_at(door))).status_code == 500
    assert artist.stopped == 1


async def test_leaving_stops_what_is_being_drawn(tmp_path, artist):
    async with at_the_door(tmp_path, render=artist) as door, anyio.create_task_group() as group:
        await door.open()
        await door.say(f"8 second video: {SOLAR}")
        group.start_soon(door.http.get, await link_at(door))
        await artist.started.wait()
        group.cancel_scope.cancel()
    assert artist.stopped == 1


async def test_the_link_travels_where_clients_of_the_service_look_for_a_state(door):
    answer = await door.http.get(bodies.state_path(door.session_id), headers=door.headers)
    told = json.loads(answer.content)["data"]["state"]
    assert told["contact_sheet"].startswith("http://engine.localhost/files/sheet/")
