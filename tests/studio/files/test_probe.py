"""A probe tells what a player would show, whatever the name says, and never trusts a hostile file."""

import io
import struct
import zlib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ai_to_video.errors import NotFound, UnsupportedFile
from ai_to_video.studio.files.probe import Probe, look, probe

pytestmark = pytest.mark.anyio

EXPECTED = {
    "mp4": ("video", 64, 48, "h264", "aac"),
    "mov": ("video", 64, 48, "h264", "aac"),
    "mkv": ("video", 64, 48, "h264", "aac"),
    "webm": ("video", 64, 48, "vp8", "opus"),
    "avi": ("video", 64, 48, "mpeg4", "mp3"),
    "mp3": ("audio", 0, 0, "", "mp3"),
    "wav": ("audio", 0, 0, "", "pcm_s16le"),
    "m4a": ("audio", 0, 0, "", "aac"),
    "aac": ("audio", 0, 0, "", "aac"),
    "jpg": ("image", 40, 30, "jpeg", ""),
    "png": ("image", 40, 30, "png", ""),
    "gif": ("image", 40, 30, "gif", ""),
    "webp": ("image", 40, 30, "webp", ""),
}


def played(data: bytes, extension: str) -> Probe:
    return look(io.BytesIO(data), extension, f"a.{extension}")


@pytest.mark.parametrize("extension", EXPECTED)
async def test_every_format_is_probed_from_its_content(media, tmp_path, extension):
    path = tmp_path / "no-name-at-all"
    path.write_bytes(media[extension])
    found = await probe(path)
    assert (found.kind, found.width, found.height, found.video_codec, found.audio_codec) == EXPECTED[extension]
    assert found.seconds == (0 if found.kind == "image" else pytest.approx(1, abs=0.12))


def test_a_film_without_sound_and_a_film_without_pictures(make_clip, tmp_path):
    silent = played(make_clip(tmp_path / "s.mp4", audio="").read_bytes(), "mp4")
    dark = played(make_clip(tmp_path / "d.mp4", video="").read_bytes(), "mp4")
    assert (silent.kind, silent.audio_codec) == ("video", "")
    assert (dark.kind, dark.video_codec, dark.width) == ("audio", "", 0)


def test_a_film_and_a_photo_taken_upright_are_measured_as_shown(make_clip, make_picture, tmp_path):
    film = played(make_clip(tmp_path / "t.mp4", turned=90).read_bytes(), "mp4")
    photo = played(make_picture("jpg", orientation=6), "jpg")
    assert (film.width, film.height) == (48, 64)
    assert (photo.width, photo.height) == (30, 40)


@pytest.mark.parametrize("extension", ["gif", "webp"])
def test_an_animation_is_as_long_as_its_frames_together(make_picture, extension):
    assert played(make_picture(extension, frames=4), extension).seconds == 1


@pytest.mark.parametrize("extension", [name for name in EXPECTED if name not in {"mp3", "aac"}])
def test_a_file_cut_in_the_middle_is_called_damaged(media, make_picture, extension):
    whole = make_picture(extension, frames=4) if extension in {"gif", "webp"} else media[extension]
    for kept in (0.3, 0.6):
        with pytest.raises(UnsupportedFile, match="is damaged: it "):
            played(whole[: int(len(whole) * kept)], extension)


def test_a_film_whose_pictures_are_noise_is_called_damaged(make_clip, tmp_path):
    film = make_clip(tmp_path / "n.mp4", audio="").read_bytes()
    start = film.index(b"mdat") + 4
    noise = film[:start] + b"\x00" * (film.index(b"moov") - 4 - start) + film[film.index(b"moov") - 4 :]
    with pytest.raises(UnsupportedFile, match="damaged"):
        played(noise, "mp4")


def test_a_live_recording_that_broke_off_is_told_from_its_own_clock(make_clip, tmp_path):
    film = make_clip(tmp_path / "l.mkv", seconds=6, audio="").read_bytes()
    size = film.index(b"\x18\x53\x80\x67") + 4
    endless = film[:size] + b"\x01" + b"\xff" * 7 + film[size + 8 :]
    assert played(endless, "mkv").seconds == pytest.approx(6, abs=0.2)
    with pytest.raises(UnsupportedFile, match="says that it lasts 6 seconds, but ends after"):
        played(endless[: len(endless) // 2], "mkv")


def test_a_film_in_a_codec_nobody_knows_cannot_be_played(make_clip, tmp_path):
    film = make_clip(tmp_path / "u.mp4", audio="").read_bytes().replace(b"avc1", b"zzzz")
    with pytest.raises(UnsupportedFile, match="that can be played"):
        played(film, "mp4")


def test_a_small_file_that_unpacks_to_a_giant_picture_is_not_unpacked():
    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    for side in (9_200, 11_000, 15_000, 60_000):
        header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
        bomb = (
            b"\x89PNG\r\n\x1a\n"
            + chunk(b"IHDR", header)
            + chunk(b"IDAT", zlib.compress(bytes(999)))
            + chunk(b"IEND", b"")
        )
        with pytest.raises(UnsupportedFile, match="pixels"):
            played(bomb, "png")


def test_a_playlist_dressed_as_a_film_is_not_followed(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("x")
    playlist = f"#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nfile://{secret}\n#EXT-X-ENDLIST\n".encode()
    for extension in ("mp4", "mkv", "mp3", "aac"):
        with pytest.raises(UnsupportedFile):
            played(playlist, extension)


async def test_what_is_no_media_and_what_is_not_there_are_told_apart(tmp_path):
    (tmp_path / "a.mp4").write_text("hello")
    with pytest.raises(UnsupportedFile):
        await probe(tmp_path / "a.mp4")
    with pytest.raises(NotFound):
        await probe(tmp_path / "b.mp4")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_no_damage_makes_a_probe_fail_in_any_other_way(media, data):
    extension = data.draw(st.sampled_from(sorted(EXPECTED)))
    body = bytearray(media[extension])
    for at in data.draw(st.lists(st.integers(0, len(body) - 1), min_size=1, max_size=12)):
        body[at] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(body)))
    for harmed in (bytes(body), bytes(body[:cut])):
        try:
            assert played(harmed, extension).seconds >= 0
        except UnsupportedFile as refusal:
            assert "damaged" in str(refusal) or "pixels" in str(refusal)
