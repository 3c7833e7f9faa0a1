"""Narration: speed, memory, how well its lengths are reckoned beforehand, and whether words are heard when it says they are.

Run by hand with the extra [voice]: `uv run --frozen --extra local --extra voice python tests/bench/render/voice.py`.
Two judges of the times: the onset of s-sounds in the samples themselves (needs nothing), and Whisper, where faster-whisper
is importable and its model lies in the folder named as the first argument. Target: median error at most 80 ms.
"""

import difflib
import re
import resource
import statistics
import sys

import numpy as np
from meter import Meter

from ai_to_video.engine.voice.kokoro import Voice
from ai_to_video.engine.voice.pace import spoken_ms
from ai_to_video.engine.voice.speech import RATE, Speech

TEXTS = (
    ("en", "Most of the work in making a film is waiting, sorting and saving. Someone simply has to sit still and see it through."),
    ("en", "She sells seven small ships, so she stays on the sunny side of the city."),
    ("en", "In 2024 the company sold 3.5 million bikes, about 12% more than a year earlier, and opened offices in 14 countries."),
    ("en", "Mix the flour with warm water and a pinch of salt. Let the dough rest for thirty minutes, then bake it until golden."),
    ("zh", "城市里的咖啡馆越来越多，年轻人喜欢在这里工作和聊天。"),
    ("zh", "2024年，这家公司卖出了350万辆自行车，比上一年增长了百分之十二。"),
)  # fmt: skip

HISSING = (
    "Most of the work in making a film is waiting, sorting and saving. Someone simply has to sit still and see it through.",
    "She sells seven small ships, so she stays on the sunny side of the city.",
    "Sunday seems a sensible day to sail, said Sam; Susan saw several seals sitting on a sandbank.",
    "We saw the city centre at seven, then some soup, a salad and a sandwich.",
)


def sibilants(speech: Speech) -> list[float]:
    """For every word that begins with an s-sound: told start minus heard start, in ms."""
    window, hop = 480, 120
    high = np.fft.rfftfreq(window, 1 / RATE) > 4500
    pieces = np.lib.stride_tricks.sliding_window_view(speech.samples, window)[::hop] * np.hanning(window)
    power = 10 * np.log10((np.abs(np.fft.rfft(pieces)) ** 2)[:, high].sum(1) + 1e-9)
    times = (np.arange(len(power)) * hop + window / 2) * 1000 / RATE
    errors = []
    for place, (word, start, _) in enumerate(speech.words):
        plain = re.sub(r"\W", "", word.lower())
        before = re.sub(r"\W", "", speech.words[place - 1][0].lower()) if place else ""
        if not re.match(r"s(?!ch)|ci|ce", plain) or re.search(r"(?:s|z|x|ce|se|sh|ch)$", before):
            continue
        near = (times > start - 150) & (times < start + 150)
        if near.sum() < 10:
            continue
        level = power[near]
        peak = int(level.argmax())
        below = np.flatnonzero(level[:peak] < level[peak] - 12)
        if len(below):
            errors.append(start - float(times[near][below[-1]]))
    return errors


class Whisper:
    """A second opinion: what is heard, and when."""

    def __init__(self, folder: str) -> None:
        from faster_whisper import WhisperModel

        self._model = WhisperModel(folder, device="cpu", compute_type="int8", cpu_threads=2)

    def hear(self, speech: Speech, language: str) -> list[tuple[str, float]]:
        """Words, in Chinese characters, with their starts in ms."""
        count = len(speech.samples) * 16_000 // RATE
        samples = np.interp(np.arange(count) * RATE / 16_000, np.arange(len(speech.samples)), speech.samples)
        found, _ = self._model.transcribe(
            samples.astype(np.float32), language=language, beam_size=2, word_timestamps=True
        )
        return units(
            [(word.word, word.start * 1000, word.end * 1000) for part in found for word in part.words], language
        )


def units(words: list[tuple[str, float, float]], language: str) -> list[tuple[str, float]]:
    """What is compared: English words in small letters, Chinese characters each with its share of the word's time."""
    if language == "en":
        return [(re.sub(r"[^\w%.]", "", word.lower()).strip("."), start) for word, start, _ in words]
    return [
        (char, start + (end - start) * place / len(word))
        for word, start, end in words
        for place, char in enumerate(word)
        if char.isalnum()
    ]


def main() -> None:
    with Meter() as loading:
        narrator = Voice()
    print(f"load      {loading}  peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")
    speeches = []
    with Meter() as speaking:
        for language, text in TEXTS:
            speeches.append(narrator.speak(text, language))
    seconds = sum(speech.duration_ms for speech in speeches) / 1000
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"speak     {speaking}  per second of speech: wall {speaking.wall / seconds:.2f}  cpu {speaking.cpu / seconds:.2f}"
    )
    print(f"memory    peak {peak:.0f} MiB")
    off = [abs(spoken_ms(t, k) / s.duration_ms - 1) for (k, t), s in zip(TEXTS, speeches, strict=True)]
    print(f"reckoned  median {statistics.median(off):.1%} off, worst {max(off):.1%}")
    for who in ("female", "male"):
        spoken = [narrator.speak(text, "en", name=who) for text in HISSING]
        report(f"s-sounds {who}", [error for speech in spoken for error in sibilants(speech)])
    if len(sys.argv) < 2:
        return
    whisper = Whisper(sys.argv[1])
    for kind in ("en", "zh"):
        errors, heard_right, total = [], 0, 0
        for (language, text), speech in zip(TEXTS, speeches, strict=True):
            if language != kind:
                continue
            told = units([(word, float(start), float(end)) for word, start, end in speech.words], kind)
            heard = whisper.hear(speech, kind)
            print(f"          {''.join(word + ' ' * (kind == 'en') for word, _ in heard)}  <- {text}")
            matches = difflib.SequenceMatcher(None, [w for w, _ in told], [w for w, _ in heard], autojunk=False)
            for mine, his, count in matches.get_matching_blocks():
                errors += [told[mine + i][1] - heard[his + i][1] for i in range(count)]
                heard_right += count
            total += len(told)
        report(f"whisper {kind}", errors)
        print(f"          {heard_right} of {total} written as told")


def report(judge: str, errors: list[float]) -> None:
    sizes = [abs(error) for error in errors]
    tail = sorted(sizes)[int(len(sizes) * 0.9)]
    print(
        f"{judge} {len(errors)} words: median error {statistics.median(sizes):.0f} ms, 90 % within {tail:.0f} ms, "
        f"bias {statistics.median(errors):+.0f} ms"
    )


if __name__ == "__main__":
    main()
