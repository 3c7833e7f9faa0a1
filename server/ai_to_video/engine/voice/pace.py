"""How long a text takes to say, reckoned before anybody says it, and scenes that leave time for their words. Pure."""

import itertools
import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from ...timeline import Timeline
from ...timeline.edit import begin, finish, stretch
from ..language.text import words
from ..prompt.speaker import USUAL
from ..storyboard import TITLE, Scene, Storyboard
from . import aloud_zh, mandarin
from .narrator import says_again, script
from .phonemes import sounded
from .spelling import VOWELS

BREATH_MS = 400
"""What a scene needs beyond its words: a moment before and after them."""
HURRIED = 1.15
"""How much quicker than usual the narrator may be asked to speak so that a length that was wished for holds."""
STEP_MS = 100
MEN = {"en": 1.1, "zh": 0.92}
"""How long the man of a language takes for what its woman says in 1, measured on 18 and 15 sentences."""

Lengths = Callable[[str, str], int]
"""Milliseconds it takes to say a text in a language."""


def spoken_ms(text: str, language: str) -> int:
    """How long the narrator takes for a text, within 5 % for most sentences; 0 where there is nothing to say.

    Reckoned from its sounds and pauses, with weights fitted to what the voice of the extra [voice] needs.
    """
    return _mandarin_ms(text) if language.startswith("zh") else _english_ms(text)


def _english_ms(text: str) -> int:
    foreign = sum(len(run) for run in mandarin.HAN.findall(text))
    if (
        foreign
    ):  # how names in characters sound is known only where the voice is installed, how long they take everywhere
        return 199 * foreign + _english_ms(mandarin.HAN.sub(" ", text))
    said = sounded(text, "en")
    sounds = "".join(word.phonemes for word in said)
    if not sounds:
        return 0
    vowels = sum(char in VOWELS for char in sounds)
    consonants = sum(char.isalpha() for char in sounds) - vowels
    count = sum(len(word.phonemes.split()) for word in said)
    pauses = [word.pause for word in said[:-1] if word.pause]
    stops = sum(pause in ".!?…" for pause in pauses)
    return max(250, 88 * vowels + 60 * consonants - 20 * count + 145 * (len(pauses) - stops) + 320 * stops + 143)


def _mandarin_ms(text: str) -> int:
    tokens = [word.text for word in words(text)]
    spoken = "".join(
        aloud_zh.spoken(token, after) for token, after in itertools.zip_longest(tokens, tokens[1:], fillvalue="")
    )
    syllables = sum(len(run) for run in mandarin.HAN.findall(spoken)) + 2.5 * len(re.findall(r"[A-Za-z]+", spoken))
    inner = spoken.rstrip("。！？.!?… ")
    pauses = 80 * len(re.findall(r"[，、；：,;:—]+", inner)) + 250 * len(re.findall(r"[。！？.!?…]+(?!\d)", inner))
    return round(80 + 199 * syllables + pauses) if syllables else 0


def paced(board: Storyboard, lengths: Lengths = spoken_ms) -> Storyboard:
    """The storyboard with every scene long enough for its words, where a voice is wished for.

    The video keeps its length as long as the words fit, hurried a little if need be; a length nobody asked for grows.
    """
    if not board.voice or not board.scenes:
        return board
    slow = _slowness(board.narrator, board.voice_pace, board.language)
    said = [round(lengths(words, board.language) * slow) for words in _read(board.scenes)]
    needs = [_needed(scene, time) for scene, time in zip(board.scenes, said, strict=True)]
    if all(scene.duration_ms >= need for scene, need in zip(board.scenes, needs, strict=True)):
        return board
    chosen = any(remark.kind == "length_chosen" for remark in board.remarks)
    total = board.duration_ms
    if sum(needs) > total and chosen:
        total = -(-sum(needs) // 1000) * 1000
    elif sum(needs) > total:
        needs = [_needed(scene, round(time / HURRIED)) for scene, time in zip(board.scenes, said, strict=True)]
        total = max(total, sum(needs))
    scenes = _shared(board, needs, total)
    remarks = tuple(
        replace(remark, detail=str(round(total / 1000))) if remark.kind == "length_chosen" else remark
        for remark in board.remarks
    )
    return replace(board, scenes=scenes, remarks=remarks)


def roomy(timeline: Timeline, lengths: Lengths = spoken_ms) -> Timeline:
    """A finished video with every stretch that is too short for its words made longer; for a voice that comes later."""
    for part in reversed(script(timeline)):
        clip, line = timeline.tracks[part.track].clips[part.index], part.line
        need = round(lengths(line.text, line.language) * _slowness(line.voice, line.pace, line.language)) + BREATH_MS
        if need > line.within_ms:
            timeline = stretch(timeline, begin(clip), finish(clip), -(-need // STEP_MS) * STEP_MS)
    return timeline


def _slowness(voice: str, pace: int, language: str) -> float:
    """What a reckoned time grows by for who speaks, and how fast."""
    man = voice == "male" or voice[1:3] == "m_"
    return (MEN["zh" if language.startswith("zh") else "en"] if man else 1.0) * USUAL / pace


def _read(scenes: Sequence[Scene]) -> list[str]:
    """What is read aloud in every scene: not a title that the next one says anyway (see narrator.script)."""
    texts = [scene.words for scene in scenes]
    if len(texts) > 1 and scenes[0].kind == TITLE and texts[1] and says_again(texts[1], texts[0]):
        texts[0] = ""
    return texts


def _needed(scene: Scene, said: int) -> int:
    """On the grid of scene ends. A scene without words needs what it was given."""
    return -(-(said + BREATH_MS) // STEP_MS) * STEP_MS if said else scene.duration_ms


def _shared(board: Storyboard, needs: list[int], total: int) -> tuple[Scene, ...]:
    """Every scene gets what it needs; time left over goes where the plan had given more than that."""
    spare = max(0, total - sum(needs))
    wishes = [max(0, scene.duration_ms - need) + 1 for scene, need in zip(board.scenes, needs, strict=True)]
    times = [need + spare * wish // sum(wishes) // STEP_MS * STEP_MS for need, wish in zip(needs, wishes, strict=True)]
    times[-1] += max(total, sum(needs)) - sum(times)
    return tuple(replace(scene, duration_ms=time) for scene, time in zip(board.scenes, times, strict=True))
