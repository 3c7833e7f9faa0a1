"""The narrator: words are heard when it says they are, it ends in time, and only the model that was chosen speaks."""

import json
import os
import subprocess
import sys
import wave
from dataclasses import asdict

import numpy as np
import pytest

from ai_to_video.engine.voice import kokoro as voices
from ai_to_video.engine.voice import narrator as narrators
from ai_to_video.engine.voice.kokoro import Voice, with_output
from ai_to_video.engine.voice.narration import record
from ai_to_video.engine.voice.narrator import Line, available, read_aloud
from ai_to_video.engine.voice.speech import FRAME, LEAD, LEVEL, PEAK, RATE, Breath, joined, levelled
from ai_to_video.errors import RenderFailed

PAUSES = {voices._tokens()[char] for char in " .,;:!?—"}


class Singer:
    """Stands in for the model: a tone for every symbol, silence for pauses, both where the durations say (and LEAD before)."""

    def __init__(self, frames=4):
        self.frames = frames
        self.asked = []

    def run(self, names, feed):
        self.asked.append(feed)
        tokens, speed = feed["tokens"][0], float(feed["speed"][0])
        frames = [max(1, round(self.frames / speed))] * len(tokens)
        frames[0] = 16
        samples = np.zeros(sum(frames) * FRAME, np.float32)
        at = 0
        for token, count in zip(tokens, frames, strict=True):
            if token and token not in PAUSES:
                n = np.arange(count * FRAME)
                samples[at - LEAD : at - LEAD + count * FRAME] = 0.2 * np.sin(n * 2 * np.pi * 200 / RATE)
            at += count * FRAME
        return [samples[None], np.array([frames], np.float32)]


def onsets(speech, quiet_ms=60):
    """Where sound begins after silence, in ms."""
    loud = np.abs(speech.samples) > 0.02
    blocks = loud[: len(loud) // 120 * 120].reshape(-1, 120).any(1)
    need = quiet_ms // 5
    return [at * 5 for at in range(len(blocks)) if blocks[at] and not blocks[max(0, at - need) : at].any()]


def test_a_word_is_told_to_start_where_it_is_heard():
    speech = Voice(Singer()).speak("Trees grow, birds sing. Rivers run.")
    starts = {word: start for word, start, _ in speech.words}
    heard = onsets(speech)
    for word in ("Trees", "birds", "Rivers"):
        assert min(abs(starts[word] - at) for at in heard) <= 25, word


def test_words_come_in_order_and_end_before_the_speech_does():
    speech = Voice(Singer()).speak("One two three 🎉 four, five. " * 20)
    assert [word for word, _, _ in speech.words] == ["One", "two", "three", "🎉", "four,", "five."] * 20
    starts = [start for _, start, _ in speech.words]
    assert starts == sorted(starts)
    assert all(end > start for word, start, end in speech.words if word != "🎉")
    assert all(end == start for word, start, end in speech.words if word == "🎉")
    assert speech.words[-1][2] <= speech.duration_ms


def test_a_late_speaker_hurries_but_never_beyond_understanding():
    singer = Singer(frames=8)
    calm = Voice(singer).speak("A sentence that takes its time to be said.")
    soon = Voice(singer).speak("A sentence that takes its time to be said.", within_ms=round(calm.duration_ms * 0.9))
    assert soon.duration_ms < calm.duration_ms
    Voice(singer).speak("A sentence that takes its time to be said.", within_ms=300)
    assert float(singer.asked[-1]["speed"][0]) == pytest.approx(voices.FASTEST)
    assert Voice(singer).speak("Short.", within_ms=60_000).duration_ms < 3_000
    assert float(singer.asked[-1]["speed"][0]) == 1.0


def test_a_wished_pace_is_kept_and_hurried_only_where_time_is_short():
    singer = Singer(frames=8)
    slow = Voice(singer).speak("A sentence that takes its time.", speed=0.8)
    assert float(singer.asked[-1]["speed"][0]) == pytest.approx(0.8)
    assert Voice(singer).speak("A sentence that takes its time.", speed=1.3).duration_ms < slow.duration_ms * 0.75
    Voice(singer).speak("A sentence that takes its time.", speed=1.3, within_ms=200)
    assert float(singer.asked[-1]["speed"][0]) == pytest.approx(1.3)


@pytest.mark.parametrize("text", ["", " ", "🎉", "..."])
def test_nothing_to_say_is_silence_of_no_length(text):
    speech = Voice(Singer()).speak(text)
    assert speech.duration_ms == 0
    assert all(start == end for _, start, end in speech.words)


def test_each_language_has_its_own_narrators_and_a_name_chooses_one():
    singer = Singer()
    narrator = Voice(singer)
    for language, name in (("en", ""), ("zh-CN", ""), ("en", "am_michael"), ("zh", "zm_yunxi")):
        narrator.speak("Hello there", language, name=name)
    for language, name in (("en", "female"), ("zh", "nobody"), ("en", "male"), ("zh", "male")):
        narrator.speak("Hello there", language, name=name)
    styles = [feed["style"].tobytes() for feed in singer.asked]
    assert len(set(styles[:4])) == 4 and styles[4:] == styles[:4]
    assert set(narrator.voices) == {"af_heart", "am_michael", "zf_xiaoxiao", "zm_yunxi"}
    assert all(feed["style"].shape == (1, 256) and feed["tokens"].dtype == np.int64 for feed in singer.asked)


def test_every_symbol_the_readers_write_is_one_the_voice_knows():
    from ai_to_video.engine.voice.phonemes import lines, sounded

    known = voices._tokens()
    text = "The quick brown fox — “jumps”; over 12 lazy dogs: why? Yes! Measure thy joy, boy, now; she chews ginger (well)."
    assert {char for line in lines(sounded(text, "en")) for char in line.symbols} <= set(known)
    assert len(set(known.values())) == len(known)


def test_pauses_do_not_count_when_speech_is_made_as_loud_as_other_speech():
    n = np.arange(RATE)
    tone = (0.03 * np.sin(n * 2 * np.pi * 300 / RATE)).astype(np.float32)
    alone, spread = levelled(tone), levelled(np.concatenate([tone, np.zeros(4 * RATE, np.float32)]))
    assert np.sqrt((alone**2).mean()) == pytest.approx(LEVEL, rel=0.02)
    assert np.abs(spread[:RATE] - alone).max() < 1e-3
    click = np.zeros(RATE, np.float32)
    click[500] = 0.5
    assert np.abs(levelled(click)).max() <= PEAK + 1e-6
    assert not levelled(np.zeros(RATE, np.float32)).any()


def test_breaths_join_without_a_click():
    loud = np.full(40 * FRAME, 0.5, np.float32)
    speech = joined([Breath(loud, [10, 10, 10, 10], (0, 0), "."), Breath(loud, [10, 10, 10, 10], (1, 1))], ["a", "b"])
    assert np.abs(np.diff(speech.samples)).max() < 0.05
    assert speech.words[1][1] - speech.words[0][2] > 200


def test_the_output_that_is_asked_for_is_a_well_formed_addition_to_the_graph():
    """graph (7) { output (12) { name (1) } }, lengths and all."""
    assert with_output("abc") == b"\x3a\x07\x62\x05\x0a\x03abc"
    with pytest.raises(ValueError, match="longer"):
        with_output("x" * 200)


def test_parts_that_are_not_the_chosen_ones_never_speak(tmp_path, monkeypatch):
    for name in voices.PARTS:
        (tmp_path / name).mkdir()
        (tmp_path / name / "__init__.py").write_text("")
        (tmp_path / name / "part.bin").write_bytes(b"another model")
    monkeypatch.setattr(voices, "PARTS", tuple(f"other_{name}" for name in voices.PARTS))
    for name, old in zip(voices.PARTS, list(tmp_path.iterdir()), strict=True):
        old.rename(tmp_path / name)
    monkeypatch.syspath_prepend(str(tmp_path))
    with pytest.raises(RenderFailed, match="not the one expected") as caught:
        voices._model()
    assert "pip install" in caught.value.hint


def test_where_the_extra_is_absent_it_says_so_in_plain_words(monkeypatch):
    monkeypatch.setattr(narrators, "NEEDED", ("no_such_package_anywhere",))
    assert not available()
    with pytest.raises(RenderFailed, match="No voice") as caught:
        Voice()
    assert 'pip install "ai-to-video[local,voice]"' in caught.value.hint


def test_a_recording_is_there_whole_with_its_times_beside_it(tmp_path):
    record({**asdict(Line("Trees grow.", 0, "en")), "path": str(tmp_path / "a.wav")}, Voice(Singer()))
    told = json.loads((tmp_path / "a.json").read_text("utf-8"))
    with wave.open(str(tmp_path / "a.wav")) as file:
        assert (file.getframerate(), file.getnchannels(), file.getsampwidth()) == (RATE, 1, 2)
        assert file.getnframes() * 1000 / RATE == pytest.approx(told["duration_ms"], abs=1)
    assert [word for word, _, _ in told["words"]] == ["Trees", "grow."]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.json", "a.wav"]


# --- the real voice -------------------------------------------------------------------------------------------------

real = pytest.mark.skipif(not available(), reason='the extra is not installed: pip install "ai-to-video[local,voice]"')


@pytest.fixture(scope="module")
def narrator():
    return Voice()


@real
def test_the_real_voice_speaks_both_languages_the_same_each_time(narrator):
    english, again = narrator.speak("Wait, please; then start."), narrator.speak("Wait, please; then start.")
    assert np.array_equal(english.samples, again.samples)
    assert english.words == again.words
    chinese = narrator.speak("树很凉快。", "zh")
    for speech in (english, chinese):
        assert 800 < speech.duration_ms < 3_500
        assert speech.samples.dtype == np.float32
        assert 0.05 < np.sqrt((speech.samples**2).mean()) < 0.2
        assert np.abs(speech.samples).max() <= PEAK + 1e-6
        assert all(end > start for _, start, end in speech.words)
    assert after_silence(english)
    for at in after_silence(english):
        assert min(abs(start - at) for _, start, _ in english.words) <= 80, (at, english.words)


def after_silence(speech):
    """Where the voice is heard again after at least 70 ms well below its loudest, in ms."""
    blocks = speech.samples[: len(speech.samples) // 240 * 240].reshape(-1, 240)
    level = 20 * np.log10(np.sqrt((blocks**2).mean(1)) + 1e-6)
    loud = level > level.max() - 28
    return [at * 10 for at in range(7, len(loud)) if loud[at] and not loud[at - 7 : at].any()]


@real
def test_the_narration_process_does_what_it_is_told_without_a_network_and_leaves(tmp_path):
    (tmp_path / "guard").mkdir()
    (tmp_path / "guard" / "sitecustomize.py").write_text(GUARD)
    order = [{**asdict(Line("Hi.", 0, "en", "male", 115)), "path": str(tmp_path / "hi.wav")}]
    path = [str(tmp_path / "guard"), *filter(None, sys.path)]
    done = subprocess.run(
        [sys.executable, "-m", "ai_to_video.engine.voice.narration"],
        input=json.dumps(order).encode(),
        env={**os.environ, "PYTHONPATH": os.pathsep.join(path)},
        check=False,
        capture_output=True,
    )
    assert done.returncode == 0, done.stderr
    assert sorted(path.name for path in tmp_path.glob("hi.*")) == ["hi.json", "hi.wav"]


GUARD = """
import sys
def watch(event, args):
    if event.startswith("socket.") or event == "urllib.Request":
        raise OSError("the voice reached for the network")
sys.addaudithook(watch)
"""


@pytest.mark.anyio
async def test_a_voice_of_other_bytes_ends_in_plain_words_and_leaves_nothing_behind(tmp_path, monkeypatch):
    """The whole way, through the child process, with packages that only look like the voice's."""
    for name in (*voices.PARTS, "onnxruntime"):
        (tmp_path / "site" / name).mkdir(parents=True)
        (tmp_path / "site" / name / "__init__.py").write_text("def set_default_logger_severity(n): pass\n" * 1)
        (tmp_path / "site" / name / "part.bin").write_bytes(b"tampered with")
    (tmp_path / "site" / "onnxruntime" / "__init__.py").write_text(
        "set_default_logger_severity = print\nclass SessionOptions: pass\nInferenceSession = None\n"
    )
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    with pytest.raises(RenderFailed, match="could not be recorded"):
        await read_aloud([Line("Hello.", 2000, "en")], tmp_path / "voice")
    assert list((tmp_path / "voice").iterdir()) == []
