"""Uploads: whole, in constant memory, under the name and type they have, whatever the service prefers to call the field."""

import asyncio
import tracemalloc
from email import message_from_bytes
from email.policy import HTTP

import pytest
from tests.faults.backend import FaultBackend, answer, cut, error, html, in_turn, reply, reset

from ai_to_video.errors import BackendFailed, BadArgument, FileTooLarge, RateLimited, Unreachable, UnsupportedFile
from ai_to_video.wire.bodies import upload_path

pytestmark = pytest.mark.anyio

PATH = upload_path("100")
GOOD = answer({"files": [{"filename": "a.mp4", "file_type": "video", "cdn_url": "https://c/a.mp4", "duration": 2.5}]})
NAMES_FILE = b'{"detail":[{"type":"missing","loc":["body","file"],"msg":"Field required"}]}'


@pytest.fixture
def clip(tmp_path):
    path = tmp_path / "clip.mp4"
    path.write_bytes(bytes(range(256)) * 5000)
    return path


def form(seen):
    """The parts of a multipart body as a mail reader sees them: (field, file name, type, content)."""
    mail = message_from_bytes(
        b"Content-Type: %b\r\n\r\n" % seen.headers["content-type"].encode() + seen.body, policy=HTTP
    )
    return [
        (
            part.get_param("name", header="content-disposition"),
            part.get_filename(),
            part.get_content_type(),
            part.get_payload(decode=True),
        )
        for part in mail.iter_parts()
    ]


async def test_a_file_arrives_byte_for_byte_under_its_name_and_type(own, tmp_path, backend):
    small = tmp_path / "x"
    small.write_bytes(b"\x00\xff\r\n--not a boundary\r\n")
    backend.on("POST", PATH, GOOD)
    uploaded = await own.upload_file("100", small, name="my clip.mov", mime="video/quicktime")
    assert (uploaded.media[0].name, uploaded.media[0].duration_ms) == ("a.mp4", 2500)
    (seen,) = backend.calls("POST", PATH)
    assert form(seen) == [("files", "my clip.mov", "video/quicktime", small.read_bytes())]
    assert int(seen.headers["content-length"]) == seen.length
    assert "transfer-encoding" not in seen.headers


@pytest.mark.parametrize(
    ("name", "shown"),
    [('a"b.mp4', "a%22b.mp4"), ("a\r\nX-Evil: 1.mp4", "a%0D%0AX-Evil: 1.mp4"), ("映画 é.mp4", "映画 é.mp4")],
)
async def test_no_file_name_can_break_out_of_its_quotes(own, clip, backend, name, shown):
    backend.on("POST", PATH, GOOD)
    await own.upload_file("100", clip, name=name, mime="video/mp4")
    assert f'filename="{shown}"\r\n'.encode() in backend.calls("POST", PATH)[0].body


@pytest.mark.parametrize(
    ("mime", "name", "sent"),
    [
        ("", "a.JPEG", "image/jpeg"),
        ("", "a.m4a", "audio/mp4"),
        ("video/mp4\r\nX: y", "a.mkv", "video/x-matroska"),
        ("", "a", "application/octet-stream"),
    ],
)
async def test_a_missing_or_broken_type_is_told_by_the_name(own, clip, backend, mime, name, sent):
    backend.on("POST", PATH, GOOD)
    await own.upload_file("100", clip, name=name, mime=mime)
    assert f"Content-Type: {sent}\r\n\r\n".encode() in backend.calls("POST", PATH)[0].body


async def test_a_service_that_asks_for_the_other_field_gets_it_once(own, clip, backend):
    backend.on("POST", PATH, in_turn(reply(422, NAMES_FILE), GOOD))
    await own.upload_file("100", clip, name="a.mp4", mime="video/mp4")
    first, second = backend.calls("POST", PATH)
    assert (b'name="files"' in first.body, b'name="file"' in second.body) == (True, True)
    assert second.length == first.length - 1, "the same file, one letter less"
    backend.on("POST", PATH, reply(422, NAMES_FILE))
    with pytest.raises(BadArgument):
        await own.upload_file("100", clip, name="a.mp4", mime="video/mp4")
    assert backend.count("POST", PATH) == 4


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (error(4001), UnsupportedFile),
        (reply(415), UnsupportedFile),
        (error(4002), FileTooLarge),
        (html(413), FileTooLarge),
        (html(502), BackendFailed),
        (reset, Unreachable),
        (cut, Unreachable),
        (reply(422, b'{"detail":[{"loc":["body","other"],"msg":"x"}]}'), BadArgument),
        (reply(422, b'{"detail":"no"}'), BadArgument),
    ],
)
async def test_a_failed_upload_is_told_and_not_repeated_lest_the_file_be_there_twice(own, clip, backend, fault, kind):
    backend.on("POST", PATH, fault)
    with pytest.raises(kind):
        await own.upload_file("100", clip, name="a.mp4", mime="video/mp4")
    assert backend.count("POST", PATH) == 1


async def test_a_refusal_while_the_file_is_still_on_its_way_is_heard(own, tmp_path, backend):
    big = tmp_path / "big"
    big.write_bytes(bytes(8_000_000))
    backend.on("POST", PATH, error(4002, status=413), early=True)
    with pytest.raises((FileTooLarge, Unreachable)):
        await own.upload_file("100", big, name="a.mp4", mime="video/mp4")
    assert backend.count("POST", PATH) == 1


async def test_a_busy_service_gets_the_whole_file_again_after_the_wait(own, clip, backend, clock):
    backend.on("POST", PATH, in_turn(error(429, status=429), GOOD))
    await own.upload_file("100", clip, name="a.mp4", mime="video/mp4")
    first, second = backend.calls("POST", PATH)
    assert (first.length, clock.naps) == (second.length, [30])
    backend.on("POST", PATH, error(429, status=429))
    with pytest.raises(RateLimited):
        await own.within(1).upload_file("100", clip, name="a.mp4", mime="video/mp4")


async def test_a_token_that_expires_meanwhile_is_renewed_and_the_file_sent_again(client, nemo, clip):
    session = await client.open_session()
    nemo.expire()
    await client.upload_file(session.session_id, clip, name="a.mp4", mime="video/mp4")
    assert len(nemo.uploads) == 1


async def test_a_file_that_goes_away_or_shrinks_is_told_as_that(own, tmp_path, clip, backend, monkeypatch):
    with pytest.raises(BadArgument, match="cannot be read"):
        await own.upload_file("100", tmp_path / "gone", name="a.mp4", mime="video/mp4")
    with pytest.raises(BadArgument, match="cannot be read"):
        await own.upload_file("100", tmp_path, name="a.mp4", mime="video/mp4")
    go = asyncio.Event()
    monkeypatch.setattr("ai_to_video.client.upload.PIECE", 1 << 16)
    clip.write_bytes(bytes(30_000_000))  # more than fits between the two ends of a connection

    async def slow(exchange):
        await go.wait()
        await exchange.read()

    backend.on("POST", PATH, slow, early=True)
    call = asyncio.ensure_future(own.upload_file("100", clip, name="a.mp4", mime="video/mp4"))
    await backend.wait_for("POST", PATH)
    clip.write_bytes(b"short")
    go.set()
    with pytest.raises(BadArgument, match="shorter"):
        await call


async def test_the_size_of_a_file_costs_no_memory(own, tmp_path):
    big = tmp_path / "big"
    with big.open("wb") as file:
        for _ in range(48):
            file.write(bytes(1 << 20))
    async with FaultBackend(keep_body=0) as backend:
        own._line.base_url = backend.url
        backend.on("POST", PATH, GOOD)
        tracemalloc.start()
        try:
            await own.upload_file("100", big, name="a.mp4", mime="video/mp4")
            _, peak = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
        (seen,) = backend.calls("POST", PATH)
    assert seen.length > 48 << 20
    assert peak < 8 << 20


async def test_a_file_of_many_pieces_arrives_whole_and_in_order(own, clip, backend, monkeypatch):
    monkeypatch.setattr("ai_to_video.client.upload.PIECE", 1000)
    clip.write_bytes(b"".join(b"%09d\n" % number for number in range(20_000)))
    backend.on("POST", PATH, GOOD)
    await own.upload_file("100", clip, name="a.mp4", mime="video/mp4")
    assert form(backend.calls("POST", PATH)[0])[0][3] == clip.read_bytes()
