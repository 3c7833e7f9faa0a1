"""What is heard: music by mood and seed, at the right loudness, out of the way of what speaks."""

import itertools

import av
import numpy as np
import pytest

from ai_to_video.engine.output.encode import RECIPES, Writer
from ai_to_video.engine.sound import loudness, moods, music
from ai_to_video.engine.sound.loudness import RATE, Meter, limited, master
from ai_to_video.engine.sound.mix import CEILING, LOUDNESS, mixed
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


@pytest.mark.parametrize("mood", moods.MOODS)
def test_every_mood_is_mastered_to_minus_14_with_room_above_its_peaks(mood):
    samples = playing(mood)
    lufs, peak = by_ffmpeg(samples)
    assert lufs == pytest.approx(LOUDNESS, abs=0.5)
    assert peak <= CEILING + 0.3
    assert np.isfinite(samples).all()


@pytest.mark.parametrize(("mood", "seed"), [("corporate", 3), ("upbeat", 3), ("playful", 1)])
def test_true_peaks_stay_under_minus_one_and_a_half_in_the_file(mood, seed, tmp_path):
    samples = playing(mood, seconds=20, seed=seed)
    writer = Writer(tmp_path / "m.m4a", RECIPES["m4a"])
    writer.sound(samples)
    writer.close()
    with av.open(str(tmp_path / "m.m4a")) as container:
        decoded = np.concatenate([frame.to_ndarray() for frame in container.decode(audio=0)], axis=1)
    lufs, peak = by_ffmpeg(decoded)
    assert peak <= -1.5
    assert lufs == pytest.approx(LOUDNESS, abs=0.5)


def test_moods_sound_different_and_seeds_too():
    pieces = {mood: music.compose(mood, 1).read(0, 4 * RATE) for mood in moods.MOODS}
    for one, two in itertools.combinations(pieces.values(), 2):
        assert abs(np.corrcoef(one[0], two[0])[0, 1]) < 0.6
    assert not np.array_equal(music.compose("calm", 1).read(0, RATE), music.compose("calm", 2).read(0, RATE))


def test_the_same_mood_and_seed_are_the_same_music():
    first = music.compose("calm", 7).read(0, 2 * RATE)
    music.compose.cache_clear()
    assert np.array_equal(first, music.compose("calm", 7).read(0, 2 * RATE))


def test_words_for_moods_are_understood_and_nonsense_plays_lofi():
    assert [moods.mood(name) for name in ("Lo-fi", "Epic", "happy", "Ambient", "qwerty", "")] == [
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


@pytest.mark.parametrize("mood", moods.MOODS)
def test_music_of_a_known_length_ends_on_a_chord_that_rings_out(mood):
    length = 20 * RATE
    piece = music.compose(mood, 3, length)
    line = piece.end + music.LEAD
    assert 2.2 <= (length - line) / RATE <= 3.5
    assert line % piece.bar == 0
    samples = piece.read(0, length)
    level = lambda a, b: np.sqrt((samples[:, int(line + a * RATE) : int(line + b * RATE)] ** 2).mean())
    body = level(-8, -0.1)
    assert 1 < level(0, 0.5) / body < 2
    assert level(1.4, 1.9) > body * 0.2 and level(1.4, 1.9) < level(0, 0.5)
    parts = np.concatenate([piece.read(at, RATE // 2) for at in range(0, length, RATE // 2)], axis=1)
    assert np.allclose(samples, parts, atol=1e-4)


def test_the_tempo_gives_way_a_little_and_a_very_short_film_gets_no_ending():
    usual = 240 / 76 * RATE
    for seconds in (10, 12, 15, 30, 61, 600):
        bar, bars = music.timed(usual, seconds * RATE)
        assert abs(bar / usual - 1) <= 0.09 and bars * bar <= (seconds - 2.2) * RATE
    assert music.timed(usual, 3 * RATE)[1] == 0
    assert music.compose("lofi", 1, 3 * RATE).ending is None


@pytest.mark.parametrize("mood", moods.MOODS)
def test_no_mood_booms_or_hisses_or_leans_to_a_side(mood):
    piece = music.compose(mood, 1)
    samples = piece.read(4 * piece.bar, 4 * piece.bar)
    power = np.abs(np.fft.rfft(samples.mean(0))) ** 2
    grid = np.fft.rfftfreq(samples.shape[1], 1 / RATE)
    share = lambda a, b: 10 * np.log10(power[(grid >= a) & (grid < b)].sum() / power.sum())
    assert share(0, 80) < -4
    assert -21 < share(1000, 2500) < -9
    assert share(2500, 5000) < -17 and share(10_000, 24_000) < -22
    left, right = np.sqrt((samples**2).mean(1))
    assert 0.8 < left / right < 1.25
    assert 0.6 < np.corrcoef(samples)[0, 1] < 0.95
    assert abs(samples.mean()) < 1e-4


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


def quietened(samples, alone, hertz=(0, 2000), *, at):
    """How many dB a band of a mix is lower than in a mix without what spoke, in windows of 100 ms that start at `at`."""
    seen = []
    for mix in (samples, alone):
        spectrum = np.fft.rfft(mix[0])
        grid = np.fft.rfftfreq(mix.shape[1], 1 / RATE)
        band = np.fft.irfft(np.where((grid >= hertz[0]) & (grid < hertz[1]), spectrum, 0))
        seen.append(np.array([np.sqrt((band[int(t * RATE) : int((t + 0.1) * RATE)] ** 2).mean()) for t in at]))
    return 20 * np.log10(seen[0] / seen[1])


def narrator(path, seconds=2.0, start=3000):
    """A track on which somebody speaks (a tone of 3 kHz) from `start` on."""
    speech = np.concatenate([tone(seconds, -12, 3000), np.zeros((2, 6 * RATE), np.float32)], axis=1)
    clip = Clip(start, start + 8000, "voice", source="v.wav", metadata={"role": "voice"})
    return Track("audio", (clip,)), {"v.wav": wav(path / "v.wav", speech)}


def test_music_makes_way_for_a_voice_by_11_db_and_comes_back(tmp_path):
    voice, sources = narrator(tmp_path)
    samples, alone = playing("calm", seconds=12, extra=(voice,), sources=sources), playing("calm", seconds=12)
    before, under, breath, after = quietened(samples, alone, at=(2.7, 3.5, 5.15, 5.9))
    assert under - before == pytest.approx(-11, abs=0.7)
    assert breath - before == pytest.approx(-11, abs=0.7), "no pumping where a speaker only draws breath"
    assert after == pytest.approx(before, abs=0.5)
    just_before = quietened(samples, alone, at=(2.91,))[0]
    assert -8 < just_before - before < -2, "down before the first word"


def test_the_sound_of_a_clip_makes_way_for_the_narrator_and_music_for_both(tmp_path):
    voice, sources = narrator(tmp_path)
    sources["b.wav"] = wav(tmp_path / "b.wav", tone(12, -20, 6000))
    clip = Track("video", (Clip(1500, 10_000, "beach", metadata={"scene": "clip", "media": "b.wav"}),))
    samples = playing("calm", seconds=12, extra=(clip, voice), sources=sources)
    alone = playing("calm", seconds=12)
    sea = (
        quietened(samples, samples, (5800, 6200), at=(2.0,)),
        [
            np.abs(np.fft.rfft(samples[0, int(t * RATE) : int((t + 0.4) * RATE)]))[2390:2410].max()
            for t in (2.0, 4.0, 8.0)
        ],
    )
    loud, under, again = sea[1]
    assert 20 * np.log10(under / loud) == pytest.approx(-11, abs=1)
    assert 20 * np.log10(again / loud) == pytest.approx(0, abs=1)
    clear, beside = quietened(samples, alone, at=(0.8, 8.0))
    assert beside - clear == pytest.approx(-11, abs=1)


@pytest.mark.parametrize("level", [-1, -24, -34])
def test_clips_are_brought_to_the_loudness_of_a_speaker_and_their_volume_counts_from_there(tmp_path, level):
    def share(volume, db):
        sources = {"b.wav": wav(tmp_path / f"{db}.wav", tone(4, db, 3000))}
        clip = Clip(0, 4000, "beach", volume=volume, metadata={"scene": "clip", "media": "b.wav"})
        mix = playing("calm", seconds=8, extra=(Track("video", (clip,)),), sources=sources)
        spectrum = np.abs(np.fft.rfft(mix[0, RATE : 3 * RATE]))
        grid = np.fft.rfftfreq(2 * RATE, 1 / RATE)
        return 20 * np.log10(spectrum[(grid > 2990) & (grid < 3010)].max() / spectrum[grid < 900].max())

    usual = share(100, -17)
    assert share(100, level) == pytest.approx(usual, abs=3)
    assert share(50, level) == pytest.approx(share(100, level) - 6, abs=1)


def test_noise_is_not_made_loud(tmp_path):
    hiss = np.random.default_rng(1).normal(0, 0.0006, (2, 4 * RATE)).astype(np.float32)
    clip = Clip(0, 4000, "beach", metadata={"scene": "clip", "media": "b.wav"})
    sources = {"b.wav": wav(tmp_path / "b.wav", hiss)}
    samples, alone = playing(seconds=8, extra=(Track("video", (clip,)),), sources=sources), playing(seconds=8)
    assert np.abs(quietened(samples, alone, at=(1, 2, 3))).max() < 0.3


def test_loud_uploaded_music_does_not_drown_the_narrator(tmp_path):
    voice, sources = narrator(tmp_path)
    both = {}
    for db in (-3, -20):
        sources["song.wav"] = wav(tmp_path / f"song{db}.wav", tone(2, db, 440))
        samples = playing("song", extra=(voice,), sources=sources, media="song.wav")
        spectrum = np.abs(np.fft.rfft(samples[0, int(3.2 * RATE) : int(4.8 * RATE)]))
        both[db] = 20 * np.log10(spectrum[round(3000 * 1.6)] / spectrum[round(440 * 1.6)])
    assert both[-3] == pytest.approx(both[-20], abs=1)
    assert both[-3] > 10


@pytest.mark.parametrize(("rate", "layout"), [(48_000, "mono"), (8_000, "mono"), (44_100, "5.1")])
def test_clips_of_any_rate_and_layout_sound_on_both_sides(tmp_path, rate, layout):
    n = np.arange(3 * rate) / rate
    channels = {"mono": 1, "5.1": 6}[layout]
    samples = (0.3 * np.sin(2 * np.pi * 700 * n) * np.ones((channels, 1))).astype(np.float32)
    with av.open(str(tmp_path / "b.wav"), "w") as container:
        stream = container.add_stream("pcm_s16le", rate=rate, layout=layout)
        interleaved = (samples.T.reshape(1, -1) * 32_767).astype(np.int16)
        frame = av.AudioFrame.from_ndarray(interleaved, format="s16", layout=layout)
        frame.sample_rate = rate
        container.mux(stream.encode(frame))
    clip = Clip(0, 3000, "beach", metadata={"scene": "clip", "media": "b.wav"})
    made = heard(Timeline((Track("video", (clip,)),), 3000), 3, {"b.wav": tmp_path / "b.wav"})
    for side in made:
        spectrum = np.abs(np.fft.rfft(side[RATE : 2 * RATE]))
        assert spectrum.argmax() == pytest.approx(700, abs=2)
        assert np.sqrt((side[RATE : 2 * RATE] ** 2).mean()) > 0.05


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
