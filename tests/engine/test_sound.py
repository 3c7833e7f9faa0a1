"""What is heard: music by mood and seed, at the right loudness, out of the way of what speaks."""

import itertools

import av
import numpy as np
import pytest

from ai_to_video.engine import loudness, music
from ai_to_video.engine.loudness import RATE, Meter, limited, master
from ai_to_video.engine.sound import CEILING, LOUDNESS, mixed
from ai_to_video.timeline import Clip, Timeline, Track


def tone(seconds, level_db, hertz=997.0):
    t = np.arange(int(seconds * RATE)) / RATE
    return (np.sin(2 * np.pi * hertz * t) * 10 ** (level_db / 20) * np.ones((2, 1))).astype(np.float32)


def measured(samples):
    """(LUFS, highest true peak in dBFS) by our own meter."""
    meter = Meter()
    count = samples.shape[1] // loudness.STEP * loudness.STEP
    for at in range(0, count, 24_000):
        meter.feed(samples[:, at : min(at + 24_000, count)])
    return loudness.loudness(meter.powers), 20 * np.log10(max(meter.peaks.max(), 1e-9))


def by_ffmpeg(samples):
    """(LUFS, true peak dBFS) by FFmpeg's own EBU R128 filter, as a second opinion."""
    graph = av.filter.Graph()
    source = graph.add_abuffer(sample_rate=RATE, format="fltp", layout="stereo")
    meter = graph.add("ebur128", "metadata=1:peak=true")
    graph.link_nodes(source, meter, graph.add("abuffersink")).configure()
    said = {}
    for at in range(0, samples.shape[1], 4800):
        frame = av.AudioFrame.from_ndarray(
            np.ascontiguousarray(samples[:, at : at + 4800]), format="fltp", layout="stereo"
        )
        frame.sample_rate, frame.pts = RATE, at
        graph.push(frame)
        while True:
            try:
                said.update(graph.pull().metadata)
            except (BlockingIOError, EOFError):
                break
    peaks = [float(said[f"lavfi.r128.true_peaks_ch{channel}"]) for channel in (0, 1)]
    return float(said["lavfi.r128.I"]), 20 * np.log10(max(peaks))


def playing(mood="lofi", *, seconds=12, volume=35, seed=3, extra=(), sources=None, **facts):
    clip = Clip(0, seconds * 1000, mood, volume=volume, metadata={"role": "music", "mood": mood, **facts})
    tracks = (Track("audio", (clip,)), *extra)
    return heard(Timeline(tracks, seconds * 1000, metadata={"seed": seed}), seconds, sources or {})


def heard(timeline, seconds, sources):
    mix, pieces = mixed(timeline, sources, seconds * RATE), []
    while mix.position < mix.total:
        pieces.append(mix.next())
    return np.concatenate(pieces, axis=1)


def wav(path, samples):
    with av.open(str(path), "w") as container:
        stream = container.add_stream("pcm_s16le", rate=RATE, layout="stereo")
        frame = av.AudioFrame.from_ndarray(
            (samples.T.reshape(1, -1) * 32_767).astype(np.int16), format="s16", layout="stereo"
        )
        frame.sample_rate = RATE
        container.mux(stream.encode(frame))
    return path


# The meter


@pytest.mark.parametrize("level", [-23.0, -14.0, -33.0])
def test_a_tone_measures_what_the_standard_says(level):
    found, peak = measured(tone(4, level))
    assert found == pytest.approx(level, abs=0.1)
    assert peak == pytest.approx(level, abs=0.1)


def test_the_meter_agrees_with_another_one_on_music():
    samples = music.compose("upbeat", 5).read(0, 12 * RATE)
    ours, theirs = measured(samples), by_ffmpeg(samples)
    assert ours[0] == pytest.approx(theirs[0], abs=0.1)
    assert ours[1] == pytest.approx(theirs[1], abs=0.4)


def test_silence_does_not_drag_the_loudness_down():
    quiet = np.zeros((2, 6 * RATE), np.float32)
    assert measured(np.concatenate([tone(4, -20), quiet], axis=1))[0] == pytest.approx(-20, abs=0.4)
    assert measured(quiet)[0] == loudness.SILENT


def test_peaks_between_samples_are_seen():
    t = np.arange(RATE)
    between = (np.sin(np.pi / 2 * t + np.pi / 4) * np.ones((2, 1))).astype(np.float32)
    assert np.abs(between).max() < 0.71
    assert measured(between)[1] == pytest.approx(0, abs=0.4)


# The master


def test_a_limiter_never_lets_a_peak_through_nor_pulls_without_need():
    dice = np.random.default_rng(1)
    peaks = np.abs(dice.normal(0, 0.3, 4000))
    gains = limited(peaks, 0.7)
    assert (peaks * gains <= 0.7 + 1e-9).all() and gains.max() <= 1
    assert (limited(np.full(50, 0.2), 0.7) == 1).all()


def test_a_master_meets_its_target_and_its_ceiling():
    samples = music.compose("lofi", 2).read(0, 10 * RATE) * 0.1
    meter = Meter()
    meter.feed(samples)
    made = samples * master(meter.powers, meter.peaks, -14, -2).at(0, samples.shape[1])
    lufs, peak = measured(made)
    assert lufs == pytest.approx(-14, abs=0.2) and peak <= -1.9


def test_gains_in_pieces_are_the_gains_as_a_whole():
    curve = loudness.Master(np.random.default_rng(4).random(400))
    whole = curve.at(0, 400 * loudness.STEP)
    pieces = np.concatenate([curve.at(at, 5000) for at in range(0, 95_000, 5000)])
    assert np.allclose(pieces, whole[:95_000], atol=1e-6)


# Music


@pytest.mark.parametrize("mood", music.MOODS)
def test_every_mood_is_mastered_to_minus_14_with_room_above_its_peaks(mood):
    samples = playing(mood)
    lufs, peak = by_ffmpeg(samples)
    assert lufs == pytest.approx(LOUDNESS, abs=0.5)
    assert peak <= CEILING + 0.3
    assert np.isfinite(samples).all()


def test_moods_sound_different_and_seeds_too():
    pieces = {mood: music.compose(mood, 1).read(0, 4 * RATE) for mood in music.MOODS}
    for one, two in itertools.combinations(pieces.values(), 2):
        assert abs(np.corrcoef(one[0], two[0])[0, 1]) < 0.6
    assert not np.array_equal(music.compose("calm", 1).read(0, RATE), music.compose("calm", 2).read(0, RATE))


def test_the_same_mood_and_seed_are_the_same_music():
    first = music.compose("calm", 7).read(0, 2 * RATE)
    music.compose.cache_clear()
    assert np.array_equal(first, music.compose("calm", 7).read(0, 2 * RATE))


def test_words_for_moods_are_understood_and_nonsense_plays_lofi():
    assert [music.mood(name) for name in ("Lo-fi", "Epic", "happy", "Ambient", "qwerty", "")] == [
        "lofi", "cinematic", "upbeat", "calm", "lofi", "lofi"
    ]  # fmt: skip


def test_music_read_in_pieces_is_the_music_read_at_once():
    piece = music.compose("playful", 2)
    whole = piece.read(0, 6 * RATE)
    parts = np.concatenate([piece.read(at, RATE // 2) for at in range(0, 6 * RATE, RATE // 2)], axis=1)
    assert np.allclose(whole, parts, atol=1e-4)


def test_a_loop_has_no_seam():
    piece = music.compose("calm", 3)
    end = piece.bar * music.BARS
    around = piece.read(end * 2 - 2400, 4800)[0]
    jumps = np.abs(np.diff(around))
    assert jumps[2395:2405].max() <= jumps.max() * 1.001 and jumps[2399] < 0.1


def test_music_fades_in_and_out():
    samples = playing(fade_in_ms=1000, fade_out_ms=2000)
    level = np.abs(samples).reshape(2, -1, RATE // 4).max((0, 2))
    assert level[0] < level[6] * 0.6 and level[-1] < level[-12] * 0.35


def test_a_lower_volume_is_heard_and_none_at_all_is_silence():
    usual, low = measured(playing(volume=35))[0], measured(playing(volume=15))[0]
    assert usual - low == pytest.approx(6.0, abs=0.6)
    assert not playing(volume=0).any()
    assert not heard(Timeline((), 2000), 2, {}).any()


def test_uploaded_music_plays_where_it_was_asked_for(tmp_path):
    song = wav(tmp_path / "song.wav", tone(2, -12, 440))
    samples = playing("song", seconds=6, sources={"song.wav": song}, media="song.wav")
    spectrum = np.abs(np.fft.rfft(samples[0, RATE : 5 * RATE]))
    assert spectrum.argmax() / 4 == pytest.approx(440, abs=2)


# Under speech


def test_music_makes_way_for_a_voice_and_comes_back(tmp_path):
    speech = np.concatenate([tone(2, -12, 3000), np.zeros((2, 6 * RATE), np.float32)], axis=1)
    voice = Track("audio", (Clip(3000, 11_000, "voice", source="v.wav", metadata={"role": "voice"}),))
    samples = playing("calm", seconds=12, extra=(voice,), sources={"v.wav": wav(tmp_path / "v.wav", speech)})
    bed = np.fft.irfft(np.where(np.fft.rfftfreq(samples.shape[1], 1 / RATE) < 2000, np.fft.rfft(samples[0]), 0))
    loud = lambda a, b: float(np.sqrt((bed[int(a * RATE) : int(b * RATE)] ** 2).mean()))
    alone = np.fft.irfft(
        np.where(np.fft.rfftfreq(samples.shape[1], 1 / RATE) < 2000, np.fft.rfft(playing("calm")[0]), 0)
    )
    plain = lambda a, b: float(np.sqrt((alone[int(a * RATE) : int(b * RATE)] ** 2).mean()))
    under, after = loud(3.3, 4.9) / plain(3.3, 4.9), loud(7, 11) / plain(7, 11)
    assert under / after == pytest.approx(0.3, abs=0.12)


def test_the_sound_of_a_film_is_heard_only_while_it_is_seen(tmp_path):
    clip = Clip(1000, 2000, "beach", metadata={"scene": "clip", "media": "b.wav"})
    timeline = Timeline((Track("video", (clip,)),), 4000)
    samples = heard(timeline, 4, {"b.wav": wav(tmp_path / "b.wav", tone(1, -12))})
    level = np.abs(samples).reshape(2, -1, RATE // 2).max((0, 2))
    assert level[2] > 0.05 and level[3] > 0.05 and not level[[0, 1, 4, 5, 6, 7]].any()


def test_a_film_turned_down_to_nothing_is_silent(tmp_path):
    clip = Clip(0, 2000, "beach", volume=0, metadata={"scene": "clip", "media": "b.wav"})
    sources = {"b.wav": wav(tmp_path / "b.wav", tone(1, -12))}
    assert not heard(Timeline((Track("video", (clip,)),), 2000), 2, sources).any()
