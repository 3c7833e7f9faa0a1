"""Uploaded files come in as they are: turned, clear, moving, huge, tiny or broken."""

import struct

import av
import numpy as np
import pytest
from PIL import Image

from ai_to_video.engine.look import reader
from ai_to_video.engine.look.footage import reel
from ai_to_video.engine.look.reader import glance, sight, still
from ai_to_video.engine.sound import listen
from ai_to_video.errors import FileTooLarge, UnsupportedFile

RED, GREEN, BLUE = (255, 0, 0), (0, 255, 0), (0, 0, 255)
LUMA = {RED: 63, GREEN: 173, BLUE: 32}


def halves(left, right, size=(60, 40)):
    image = Image.new("RGB", size, left)
    image.paste(right, (size[0] // 2, 0, *size))
    return image


def luma(photo, x, y):
    return int(photo.planes[0][int(y * photo.height), int(x * photo.width)])


def near(value, colour):
    return abs(value - LUMA[colour]) <= 8


def film(path, seconds=1.0, size=(96, 64), rate=10, sound=True, rotation=0, codec="libx264"):
    """Frames that grow brighter by 10 levels each, and a tone."""
    with av.open(str(path), "w") as container:
        stream = container.add_stream(codec, rate=rate)
        stream.width, stream.height, stream.pix_fmt = *size, "yuv420p"
        if sound:
            audio = container.add_stream("aac", rate=44_100, layout="mono")
        for number in range(int(seconds * rate)):
            frame = av.VideoFrame(*size, "yuv420p")
            for index, plane in enumerate(frame.planes):
                plane.update(bytes([128 if index else 20 + 10 * number]) * plane.buffer_size)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
        if sound:
            tone = np.sin(np.arange(int(44_100 * seconds)) * 0.06).astype(np.float32)[None] * 0.5
            frame = av.AudioFrame.from_ndarray(tone, format="fltp", layout="mono")
            frame.sample_rate = 44_100
            container.mux(audio.encode(frame))
            container.mux(audio.encode(None))
    if rotation:
        turn(path, rotation)
    return path


def turn(path, degrees):
    """Writes a rotation into the display matrix of an MP4's first track, as telephones do."""
    data = bytearray(path.read_bytes())
    at = data.index(b"tkhd") + 4 + 40
    fixed = {90: (0, 1, -1, 0), 180: (-1, 0, 0, -1), 270: (0, -1, 1, 0)}[degrees]
    a, b, c, d = (value << 16 for value in fixed)
    struct.pack_into(">lllllllll", data, at, a, b, 0, c, d, 0, 0, 0, 1 << 30)
    path.write_bytes(data)


# Stills


def test_a_photograph_is_turned_the_way_its_camera_was_held(tmp_path):
    exif = Image.Exif()
    exif[274] = 6
    halves(RED, BLUE).save(tmp_path / "phone.jpg", exif=exif, quality=95)
    seen = sight(tmp_path / "phone.jpg")
    assert (seen.kind, seen.width, seen.height) == ("still", 40, 60)
    photo = still(seen, 40, 60)
    assert near(luma(photo, 0.5, 0.2), RED) and near(luma(photo, 0.5, 0.8), BLUE)


def test_transparency_is_kept_and_an_idle_alpha_channel_is_not(tmp_path):
    clear = Image.new("RGBA", (40, 40), (255, 0, 0, 0))
    clear.paste((0, 255, 0, 255), (20, 0, 40, 40))
    clear.save(tmp_path / "clear.png")
    Image.new("RGBA", (40, 40), (*RED, 255)).save(tmp_path / "opaque.png")
    photo = still(sight(tmp_path / "clear.png"), 40, 40)
    assert photo.alpha is not None and photo.alpha[0][20, 2] == 0 and photo.alpha[0][20, 38] == 255
    assert not sight(tmp_path / "opaque.png").clear


@pytest.mark.parametrize("mode", ["L", "P", "CMYK", "I;16", "LA", "1"])
def test_every_kind_of_picture_becomes_planes(mode, tmp_path):
    picture = Image.new(mode, (30, 20), 40_000 if mode == "I;16" else 1 if mode == "1" else None or 0)
    path = tmp_path / ("a.tif" if mode in {"CMYK", "I;16"} else "a.png")
    picture.save(path)
    photo = still(sight(path), 64, 48)
    assert photo.width >= 64 and photo.height >= 48
    assert (photo.planes[0] >= 16).all() or photo.alpha is not None


def test_one_pixel_fills_the_frame(tmp_path):
    Image.new("RGB", (1, 1), GREEN).save(tmp_path / "dot.png")
    photo = still(sight(tmp_path / "dot.png"), 108, 192, 1.14)
    assert near(luma(photo, 0.5, 0.5), GREEN) and photo.width >= 108 * 1.14


def test_a_huge_picture_is_kept_only_as_large_as_it_is_shown(tmp_path):
    Image.new("RGB", (12_000, 3_000), BLUE).save(tmp_path / "wall.jpg", quality=30)
    photo = still(sight(tmp_path / "wall.jpg"), 480, 854)
    assert photo.width <= 480 * 1.2 + 2 and photo.height <= 856
    assert near(luma(photo, 0.5, 0.5), BLUE)


def test_a_picture_beyond_reason_is_refused_before_it_is_unpacked(tmp_path, monkeypatch):
    monkeypatch.setattr(reader, "MOST_PIXELS", 1000)
    Image.new("RGB", (60, 60)).save(tmp_path / "bomb.png")
    with pytest.raises(FileTooLarge, match="too many pixels"):
        sight(tmp_path / "bomb.png", "bomb.png")


@pytest.mark.parametrize(
    "data", [b"", b"not a picture", b"\x89PNG\r\n\x1a\n" + b"\0" * 40, b"\0\0\0\x18ftypmp42" + b"\0" * 90]
)
def test_broken_files_are_named_in_plain_words(data, tmp_path):
    path = tmp_path / "holiday.png"
    path.write_bytes(data)
    with pytest.raises(UnsupportedFile, match=r"holiday\.png") as told:
        still(sight(path), 100, 100)
    assert "0x" not in str(told.value) and told.value.hint


def test_a_photograph_cut_off_in_the_middle_is_refused(tmp_path):
    whole = tmp_path / "whole.jpg"
    Image.effect_noise((300, 300), 80).convert("RGB").save(whole)
    cut = tmp_path / "cut.jpg"
    cut.write_bytes(whole.read_bytes()[:4000])
    with pytest.raises(UnsupportedFile):
        still(sight(cut), 100, 100)


# Moving pictures


@pytest.mark.parametrize("suffix", ["gif", "webp"])
def test_animations_play_at_their_own_pace_and_loop(suffix, tmp_path):
    path = tmp_path / f"wave.{suffix}"
    frames = [Image.new("RGB", (40, 40), colour) for colour in (RED, GREEN, BLUE)]
    frames[0].save(path, save_all=True, append_images=frames[1:], duration=[100, 200, 100], loop=0)
    seen = sight(path)
    assert seen.kind == "animation"
    playing = reel(seen, 40, 40)
    for t, colour in ((0.05, RED), (0.15, GREEN), (0.25, GREEN), (0.35, BLUE), (0.45, RED)):
        assert near(luma(playing.at(t), 0.5, 0.5), colour), t


def test_a_film_plays_in_time_loops_and_may_be_asked_backwards(tmp_path):
    playing = reel(sight(film(tmp_path / "a.mp4")), 96, 64)
    levels = [luma(playing.at(t), 0.5, 0.5) for t in (0.01, 0.55, 0.95, 1.05, 2.31, 0.21)]
    assert [round((level - 20) / 10) for level in levels] == [0, 5, 9, 0, 3, 2]


def test_a_film_starts_where_it_is_cut_and_runs_at_its_speed(tmp_path):
    seen = sight(film(tmp_path / "a.mp4"))
    cut, fast = reel(seen, 96, 64, skip=0.5), reel(seen, 96, 64, speed=2.0)
    assert round((luma(cut.at(0.11), 0.5, 0.5) - 20) / 10) == 6
    assert round((luma(cut.at(0.51), 0.5, 0.5) - 20) / 10) == 5
    assert round((luma(fast.at(0.31), 0.5, 0.5) - 20) / 10) == 6


def test_a_film_cut_beyond_its_end_starts_at_its_beginning(tmp_path):
    playing = reel(sight(film(tmp_path / "a.mp4")), 96, 64, skip=99)
    assert round((luma(playing.at(0.21), 0.5, 0.5) - 20) / 10) == 2


def test_a_film_held_upright_is_shown_upright(tmp_path):
    seen = sight(film(tmp_path / "phone.mp4", rotation=90))
    assert (seen.width, seen.height) == (64, 96)
    photo = reel(seen, 64, 96).at(0.0)
    assert (photo.width, photo.height) == (64, 96)


def test_the_rest_of_a_damaged_film_is_looped(tmp_path):
    path = film(tmp_path / "a.mkv", seconds=2.0, sound=False)
    path.write_bytes(path.read_bytes()[:-200])
    playing = reel(sight(path), 96, 64)
    assert all(playing.at(t).width == 96 for t in (0.0, 1.0, 2.5, 4.0))


def test_a_film_without_sound_is_silent_and_sound_without_film_is_told(tmp_path):
    silent = film(tmp_path / "silent.mp4", sound=False)
    assert not listen.has_sound(silent) and listen.has_sound(film(tmp_path / "loud.mp4"))
    with av.open(str(tmp_path / "tone.wav"), "w") as container:
        stream = container.add_stream("pcm_s16le", rate=48_000, layout="mono")
        frame = av.AudioFrame.from_ndarray(np.zeros((1, 4800), np.int16), format="s16", layout="mono")
        frame.sample_rate = 48_000
        container.mux(stream.encode(frame))
    assert sight(tmp_path / "tone.wav").kind == "sound"


def test_a_picture_of_any_shape_covers_a_window_of_any_shape():
    shapes = [(1, 1), (800, 500), (4000, 260), (400, 1700), (640, 427), (3, 2000)]
    for width, height in shapes:
        for wide, high in ((957.6, 598.5), (1231.2, 2188.8), (2188.8, 1231.2), (333.3, 777.7)):
            size, (left, top, right, bottom) = reader.covering(width, height, wide, high)
            assert size[0] >= wide - 0.01 and size[1] >= high - 0.01
            assert 0 <= left < right <= width and 0 <= top < bottom <= height


def test_a_miniature_shows_the_colours_of_anything(tmp_path):
    halves(RED, BLUE).save(tmp_path / "a.png")
    small = glance(sight(tmp_path / "a.png"))
    assert small.shape == (64, 64, 3) and small[30, 10, 0] > 240 and small[30, 50, 2] > 240
    assert glance(sight(film(tmp_path / "a.mp4"))).shape == (64, 64, 3)


# Sound


def loudest(samples):
    spectrum = np.abs(np.fft.rfft(samples[0]))
    return float(np.fft.rfftfreq(samples.shape[1], 1 / 48_000)[spectrum.argmax()])


def test_sound_comes_at_48_khz_in_stereo_and_loops(tmp_path):
    tape = listen.Tape(film(tmp_path / "a.mp4"), "a.mp4")
    samples = tape.take(48_000 * 3)
    assert samples.shape == (2, 144_000)
    assert loudest(samples) == pytest.approx(0.06 * 44_100 / (2 * np.pi), abs=3)
    assert np.abs(samples[:, 120_000:]).max() > 0.3


def test_speed_changes_the_pace_and_not_the_pitch(tmp_path):
    tape = listen.Tape(film(tmp_path / "a.mp4", seconds=2.0), "a.mp4", 0.0, 2.0)
    assert loudest(tape.take(40_000)) == pytest.approx(0.06 * 44_100 / (2 * np.pi), rel=0.03)


def test_broken_sound_is_told_plainly(tmp_path):
    path = tmp_path / "song.mp3"
    path.write_bytes(b"\0" * 500)
    assert not listen.has_sound(path)
    with pytest.raises(UnsupportedFile, match=r"song\.mp3"):
        listen.Tape(path, "song.mp3").take(100)
