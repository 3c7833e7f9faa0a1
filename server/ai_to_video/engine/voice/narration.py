"""The narration process: reads lines aloud into files, so that the voice's memory is given back when it has spoken.

Runs as `python -m ai_to_video.engine.voice.narration`. Standard input is a JSON list of orders {"text", "language", "voice",
"pace", "within_ms", "path"} (see narrator.Line); each becomes a WAV file at its path and, once that is whole, a JSON file beside it: {"duration_ms", "words": [[word,
start_ms, end_ms], ...]}. Exit status 0 says that all of them are there.
"""

import json
import sys
import uuid
import wave
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from ...errors import AiToVideoError
from .kokoro import Voice
from .speech import Speech


def main() -> int:
    orders = json.load(sys.stdin)
    try:
        voice = Voice()
    except AiToVideoError as error:
        sys.stderr.write(f"{error} {error.hint}\n")
        return 1
    for order in orders:
        record(order, voice)
    return 0


def record(order: dict[str, Any], voice: Voice) -> None:
    """One line read aloud; whoever looks at the files meanwhile finds the old ones, or none."""
    path = Path(order["path"])
    speech = voice.speak(
        order["text"],
        order["language"],
        name=order["voice"],
        speed=order["pace"] / 100,
        within_ms=order["within_ms"],
    )
    told = {"duration_ms": speech.duration_ms, "words": speech.words}
    _replaced(path, lambda part: write(speech, part))
    _replaced(path.with_suffix(".json"), lambda part: part.write_text(json.dumps(told, ensure_ascii=False), "utf-8"))


def write(speech: Speech, path: Path) -> None:
    """The speech as a mono WAV of 16 bits a sample."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(speech.rate)
        file.writeframes((np.clip(speech.samples, -1, 1) * 32767).round().astype("<i2").tobytes())


def _replaced(path: Path, written: Callable[[Path], object]) -> None:
    part = path.with_name(f".{path.name}.{uuid.uuid4().hex[:8]}.part")
    try:
        written(part)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


if __name__ == "__main__":
    sys.exit(main())
