"""Downloads: whole or not at all, resumed byte for byte, and never with our token on somebody else's host."""

import asyncio
import errno
import tracemalloc
from pathlib import Path

import anyio
import pytest
from tests.faults.backend import (
    FaultBackend,
    answer,
    closed_port,
    cut,
    error,
    file,
    hang,
    html,
    in_turn,
    reply,
    reset,
    stream,
    until,
)

from ai_to_video.client import Download, forget
from ai_to_video.client.download import MOST_STUCK
from ai_to_video.errors import BadArgument, NotFound, Unintelligible, Unreachable
from ai_to_video.wire.bodies import RenderStatus, download_path

pytestmark = pytest.mark.anyio

FILM = b"\x00\x00\x00\x18ftypisom" + bytes(range(256)) * 4000
ROUTE = download_path("r1")


@pytest.fixture
async def elsewhere():
    """Another host, where the files are."""
    async with FaultBackend() as running:
        yield running


@pytest.fixture
def render(elsewhere):
    return RenderStatus("r1", "completed", url=f"{elsewhere.url}/r1.mp4?X-Signature=abc")


@pytest.fixture
def part(tmp_path):
    return tmp_path / "out.mp4.part"


def ranges(backend):
    return [seen.headers.get("range", "") for seen in backend.calls("GET")]


def leftovers(part):
    return sorted(path.name for path in part.parent.iterdir() if path.name not in {"state", "config"})


async def test_a_film_arrives_whole_and_is_told_as_it_grows(own, elsewhere, render, part):
    elsewhere.on("GET", "/r1.mp4", file(FILM))
    told = []
    done = await own.download(render, part, on_bytes=lambda have, total: told.append((have, total)))
    assert done == Download(len(FILM), "video/mp4")
    assert part.read_bytes() == FILM
    assert told[-1] == (len(FILM), len(FILM))
    assert leftovers(part) == ["out.mp4.part"]


async def test_our_token_and_name_stay_at_home(own, elsewhere, render, part, backend):
    elsewhere.on("GET", "/r1.mp4", file(FILM))
    await own.download(render, part)
    headers = elsewhere.seen[0].headers
    assert "authorization" not in headers
    assert "x-client-id" not in headers
    assert backend.seen == []


async def test_a_link_on_the_services_own_host_gets_the_token_and_a_redirect_abroad_does_not(
    own, backend, elsewhere, part
):
    backend.on("GET", "/here.mp4", reply(302, headers={"location": f"{elsewhere.url}/there.mp4"}))
    elsewhere.on("GET", "/there.mp4", file(FILM))
    await own.download(RenderStatus("r1", "completed", url=f"{backend.url}/here.mp4"), part)
    assert backend.seen[0].headers["authorization"] == "Bearer nmv_usr_mine"
    assert "authorization" not in elsewhere.seen[0].headers
    assert part.read_bytes() == FILM


async def test_a_relative_link_is_at_the_service(own, backend, part):
    backend.on("GET", "/files/r1.mp4", file(FILM))
    await own.download(RenderStatus("r1", "completed", url="/files/r1.mp4"), part)
    assert part.read_bytes() == FILM


async def test_a_download_cut_every_64_kb_goes_on_each_time_where_it_stopped(own, elsewhere, render, part, clock):
    elsewhere.on("GET", "/r1.mp4", file(FILM, cut_every=64_000))
    await own.download(render, part)
    assert part.read_bytes() == FILM
    assert ranges(elsewhere) == ["", *(f"bytes={at}-" for at in range(64_000, len(FILM), 64_000))]
    assert {seen.headers["if-range"] for seen in elsewhere.seen[1:]} == {'"v1"'}
    assert clock.naps == [], "as long as something comes, nobody waits"


async def test_a_later_process_goes_on_where_an_earlier_one_was_killed(desk, nemo, elsewhere, render, part):
    nemo.tokens.add("nmv_usr_mine")
    go = asyncio.Event()
    elsewhere.on("GET", "/r1.mp4", stream(FILM[:300_000], until(go), content_type="video/mp4"))
    first = desk.client(token="nmv_usr_mine")
    async with anyio.create_task_group() as group:
        group.start_soon(first.download, render, part)
        await elsewhere.wait_for("GET", "/r1.mp4")
        while not part.exists():  # noqa: ASYNC110 the file system rings no bell
            await asyncio.sleep(0)
        group.cancel_scope.cancel()
    have = part.stat().st_size
    elsewhere.on("GET", "/r1.mp4", file(FILM, etag=""))
    await desk.client(token="nmv_usr_mine").download(render, part)
    assert part.read_bytes() == FILM
    assert ranges(elsewhere)[1] == (f"bytes={have}-" if have else "")
    assert leftovers(part) == ["out.mp4.part"]


async def started(client, elsewhere, render, part, *, etag='"v1"', upto=200_000):
    """A download that got as far as `upto` and then no further."""
    elsewhere.on("GET", "/r1.mp4", in_turn(file(FILM, cut_every=upto, etag=etag), reset))
    with pytest.raises(Unreachable):
        await client.download(render, part)
    assert part.stat().st_size == upto
    elsewhere.seen.clear()


async def test_what_was_fetched_survives_a_failure_and_counts_next_time(own, elsewhere, render, part):
    await started(own, elsewhere, render, part)
    assert leftovers(part) == ["out.mp4.part", "out.mp4.part.json"]
    elsewhere.on("GET", "/r1.mp4", file(FILM))
    await own.download(render, part)
    assert (part.read_bytes(), ranges(elsewhere)) == (FILM, ["bytes=200000-"])


async def test_a_part_of_another_render_or_of_unknown_origin_is_not_gone_on_with(own, elsewhere, render, part):
    await started(own, elsewhere, render, part)
    elsewhere.on("GET", "/r2.mp4", file(FILM[::-1]))
    await own.download(RenderStatus("r2", "completed", url=f"{elsewhere.url}/r2.mp4"), part)
    assert (part.read_bytes(), ranges(elsewhere)) == (FILM[::-1], [""])
    part.write_bytes(b"whatever lay here")
    elsewhere.on("GET", "/r1.mp4", file(FILM))
    await own.download(render, part)
    assert part.read_bytes() == FILM


@pytest.mark.parametrize("etag", ['"v2"', ""])
async def test_a_file_that_has_changed_meanwhile_begins_anew(own, elsewhere, render, part, etag):
    await started(own, elsewhere, render, part, etag=etag and '"v1"')
    changed = FILM[::-1] + b"longer"
    elsewhere.on("GET", "/r1.mp4", file(changed, etag=etag))
    await own.download(render, part)
    assert part.read_bytes() == changed


@pytest.mark.parametrize(
    "odd", [file(FILM, ranges=False), in_turn(file(FILM, shift=7), file(FILM)), in_turn(reply(416), file(FILM))]
)
async def test_a_service_that_cannot_resume_or_lies_about_it_makes_us_begin_anew(own, elsewhere, render, part, odd):
    await started(own, elsewhere, render, part)
    elsewhere.on("GET", "/r1.mp4", odd)
    await own.download(render, part)
    assert part.read_bytes() == FILM


async def test_a_part_that_was_whole_already_is_taken_as_it_is(own, elsewhere, render, part):
    await started(own, elsewhere, render, part)
    part.write_bytes(FILM)
    elsewhere.on("GET", "/r1.mp4", file(FILM))
    assert (await own.download(render, part)).bytes == len(FILM)
    assert part.read_bytes() == FILM


async def test_without_ranges_a_download_that_is_always_cut_is_given_up(own, elsewhere, render, part, clock, backend):
    elsewhere.on("GET", "/r1.mp4", file(FILM, cut_every=64_000, ranges=False))
    with pytest.raises(Unreachable):
        await own.download(render, part)
    assert elsewhere.count("GET") == MOST_STUCK + 1
    assert clock.naps == [0.5, 1, 2]
    assert backend.count("GET", ROUTE) == 1, "the other way was tried too"


@pytest.mark.parametrize(
    "gone",
    [
        error(404, status=404),
        error(403, status=403),
        reply(410),
        html(200),
        html(403),
        reply(200, b"<?xml version='1.0'?><Error><Code>AccessDenied</Code></Error>", content_type="application/xml"),
        reply(200, b"  <html>expired</html>", content_type="video/mp4"),
        reply(200, b'{"error":"expired"}', content_type="application/octet-stream"),
        reply(200, b"", content_type="video/mp4"),
        reply(200, b"not found", content_type="text/plain"),
    ],
)
async def test_an_expired_link_is_replaced_by_the_services_own_route(own, elsewhere, backend, render, part, gone):
    elsewhere.on("GET", "/r1.mp4", gone)
    backend.on("GET", ROUTE, file(FILM))
    await own.download(render, part)
    assert part.read_bytes() == FILM
    (seen,) = backend.calls("GET", ROUTE)
    assert seen.headers["authorization"] == "Bearer nmv_usr_mine"
    assert seen.headers["x-skill-source"] == "ai-to-video"


async def test_a_host_that_cannot_be_reached_or_a_missing_link_leads_to_the_route_too(own, backend, part):
    backend.on("GET", ROUTE, file(FILM))
    for url in ("", f"{closed_port()}/r1.mp4", "gopher://old.test/r1.mp4", "http://[broken"):
        await own.download(RenderStatus("r1", "completed", url=url), part)
        assert part.read_bytes() == FILM


async def test_a_route_that_answers_with_a_link_is_followed_without_the_token(own, elsewhere, backend, part):
    backend.on("GET", ROUTE, answer({"output": {"url": f"{elsewhere.url}/fresh.mp4"}}))
    elsewhere.on("GET", "/fresh.mp4", file(FILM))
    await own.download(RenderStatus("r1", "completed"), part)
    assert part.read_bytes() == FILM
    assert "authorization" not in elsewhere.seen[0].headers


async def test_links_that_lead_in_a_circle_end(own, elsewhere, backend, render, part):
    elsewhere.on("GET", "/r1.mp4", answer({"output": {"url": render.url}}))
    backend.on("GET", ROUTE, answer({"output": {"url": render.url}}))
    with pytest.raises(NotFound):
        await own.download(render, part)
    assert elsewhere.count("GET") == backend.count("GET", ROUTE) == 1


async def test_a_film_nobody_has_any_more_is_not_found(own, elsewhere, backend, render, part):
    elsewhere.on("GET", "/r1.mp4", reply(404))
    backend.on("GET", ROUTE, error(404, status=404))
    with pytest.raises(NotFound) as told:
        await own.download(render, part)
    assert "export" in told.value.hint


@pytest.mark.parametrize("length", [len(FILM) + 1000, len(FILM) * 2])
async def test_a_file_shorter_than_promised_is_not_taken_for_whole(own, elsewhere, render, part, length):
    elsewhere.on("GET", "/r1.mp4", file(FILM, length=length))
    with pytest.raises(Unreachable):
        await own.download(render, part)


async def test_without_a_stated_length_the_size_the_render_told_is_the_measure(own, elsewhere, part, backend):
    elsewhere.on("GET", "/r1.mp4", stream(FILM[:1000], content_type="video/mp4"))
    with pytest.raises(Unreachable):
        await own.download(RenderStatus("r1", "completed", url=f"{elsewhere.url}/r1.mp4", bytes=len(FILM)), part)
    assert (await own.download(RenderStatus("r1", "completed", url=f"{elsewhere.url}/r1.mp4"), part)).bytes == 1000


async def test_a_passing_fault_of_the_other_host_is_waited_out(own, elsewhere, render, part, clock):
    busy = reply(503, headers={"retry-after": "7"})
    elsewhere.on("GET", "/r1.mp4", in_turn(html(502), busy, cut, file(FILM)))
    await own.download(render, part)
    assert part.read_bytes() == FILM
    assert clock.naps == [0.5, 7, 2]


async def test_a_token_that_expires_before_the_route_is_asked_is_renewed(client, nemo, backend, part):
    await client.credits()
    nemo.expire()
    backend.on("GET", ROUTE, nemo._signed(file(FILM)))
    await client.download(RenderStatus("r1", "completed"), part)
    assert part.read_bytes() == FILM


async def test_a_caller_with_little_time_keeps_what_came_in_it(own, elsewhere, render, part):
    elsewhere.on("GET", "/r1.mp4", stream(FILM[:100_000], hang, content_type="video/mp4"))
    with pytest.raises(Unreachable, match="in time"):
        await own.within(0.5).download(render, part)
    assert part.stat().st_size == 100_000


@pytest.mark.parametrize(("number", "words"), [(errno.ENOSPC, "no space"), (errno.EROFS, "cannot be written")])
async def test_a_disk_that_takes_no_more_is_told_as_that(own, elsewhere, render, part, monkeypatch, number, words):
    def full(file, data):
        raise OSError(number, "the library's own words")

    monkeypatch.setattr("ai_to_video.client.download._write", full)
    elsewhere.on("GET", "/r1.mp4", file(FILM))
    with pytest.raises(BadArgument, match=words) as told:
        await own.download(render, part)
    assert "own words" not in f"{told.value} {told.value.hint}"
    assert elsewhere.count("GET") == 1


async def test_a_folder_that_is_not_there_is_told(own, elsewhere, render, tmp_path):
    elsewhere.on("GET", "/r1.mp4", file(FILM))
    with pytest.raises(BadArgument, match="output folder"):
        await own.download(render, tmp_path / "none" / "x.part")


async def test_a_compressed_answer_is_no_film(own, elsewhere, render, part):
    elsewhere.on(
        "GET", "/r1.mp4", reply(200, b"\x1f\x8b", content_type="video/mp4", headers={"content-encoding": "gzip"})
    )
    with pytest.raises((Unintelligible, NotFound)):
        await own.download(render, part)


async def test_the_size_of_a_film_costs_no_memory(own, elsewhere, render, part):
    async def long(exchange):
        await exchange.head(200, {"content-type": "video/mp4", "content-length": str(48 << 20)})
        for _ in range(48 << 4):
            await exchange.raw(bytes(1 << 16))

    elsewhere.on("GET", "/r1.mp4", long)
    tracemalloc.start()
    try:
        await own.download(render, part)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert (part.stat().st_size, peak < 8 << 20) == (48 << 20, True)


def test_a_part_given_up_leaves_nothing_behind(tmp_path: Path):
    part = tmp_path / "x.part"
    forget(part)
    part.touch()
    (tmp_path / "x.part.json").touch()
    forget(part)
    assert list(tmp_path.iterdir()) == []
