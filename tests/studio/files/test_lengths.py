"""A file that was cut says so itself: the lengths it states do not add up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ai_to_video.studio.files.boxes import Box, complaint, read_boxes
from ai_to_video.studio.files.lengths import shortfall


def box(kind: bytes, body: bytes = b"", *, size: int | None = None) -> bytes:
    return (8 + len(body) if size is None else size).to_bytes(4, "big") + kind + body


WHOLE = box(b"ftyp", b"isom" + bytes(8)) + box(b"mdat", b"x" * 50) + box(b"moov", b"y" * 20)


def boxes_of(data: bytes) -> tuple[Box, ...]:
    return read_boxes(lambda at, count: data[at : at + count], len(data))


def fault(data: bytes, extension: str = "mp4", *, exact: bool = True) -> str:
    return shortfall(extension, lambda at, count: data[at : at + count], len(data), exact=exact)


def test_the_outer_boxes_are_read_in_order():
    assert boxes_of(WHOLE) == (Box("ftyp", 0, 20), Box("mdat", 20, 58), Box("moov", 78, 28))
    assert fault(WHOLE) == ""


def test_a_box_with_a_wide_length_and_one_that_runs_to_the_end_are_understood():
    wide = b"\x00\x00\x00\x01mdat" + (16 + 5).to_bytes(8, "big") + b"xxxxx"
    endless = box(b"mdat", b"x" * 9, size=0)
    assert boxes_of(wide) == (Box("mdat", 0, 21),)
    assert fault(box(b"ftyp") + box(b"moov") + wide) == fault(box(b"ftyp") + box(b"moov") + endless) == ""


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (WHOLE[:60], "18 bytes are missing"),
        (WHOLE[:90], "16 bytes are missing"),
        (WHOLE[:78], "no index"),
        (box(b"ftyp") + box(b"moov"), "no pictures"),
        (WHOLE[20:], "which kind of MP4"),
        (WHOLE + b"<html>", "6 bytes too many"),
        (b"", "not an MP4"),
        (b"<html><body>", "not an MP4"),
        (box(b"ftyp", size=4), "not an MP4"),
    ],
)
def test_a_film_that_is_not_whole_is_told_from_its_boxes(data, words):
    assert words in fault(data)


def test_an_upload_may_carry_what_a_camera_appended():
    for data in (WHOLE + b"<html>", WHOLE + b"words from a camera", WHOLE[20:]):
        assert fault(data, exact=False) == ""


def test_ten_million_empty_boxes_end_the_reading():
    assert len(read_boxes(lambda at, count: box(b"free") + bytes(8), 80_000_000)) == 100_000


@pytest.mark.parametrize("extension", ["mp4", "mov", "m4a", "mkv", "webm", "avi", "wav", "webp"])
def test_every_stated_length_finds_a_cut(media, extension):
    whole = media[extension]
    assert fault(whole, extension) == ""
    for kept in (0.4, 0.7, 0.95):
        assert fault(whole[: int(len(whole) * kept)], extension)


def test_lengths_that_a_live_recorder_left_open_are_no_fault(media):
    wav = b"RIFF\xff\xff\xff\xff" + media["wav"][8:]
    mkv = media["mkv"]
    segment = mkv.index(b"\x18\x53\x80\x67") + 4
    unknown = mkv[:segment] + b"\x01" + b"\xff" * 7 + mkv[segment + 8 :]
    assert fault(wav, "wav") == fault(unknown, "mkv") == ""


@given(st.binary(max_size=300), st.sampled_from(["mp4", "mkv", "wav", "gif"]))
def test_no_bytes_make_the_reader_raise(data, extension):
    assert isinstance(fault(data, extension), str)
    assert isinstance(fault(b"\x1a\x45\xdf\xa3" + data, "mkv"), str)
    assert isinstance(complaint(boxes_of(data), len(data)), str)
