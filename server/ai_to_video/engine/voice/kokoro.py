"""The narrator: Kokoro-82M (Apache-2.0) on onnxruntime, from wheels; nothing is fetched when it speaks.

The model comes in four parts, is put together in memory and checked against its hash before a byte of it is used.
Besides the sound it is made to tell how long each symbol lasts, which is where the times of words come from.
"""

import hashlib
import io
import json
import os
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

import numpy as np
import numpy.typing as npt

from ...errors import RenderFailed
from ..prompt.speaker import INSTALL
from .narrator import PARTS, available
from .phonemes import Line, Sounded, lines, sounded
from .speech import Breath, Mono, Speech, joined

MODEL_SHA256 = "6e742170d309016e5891a994e1ce1559c702a2ccd0075e67ef7157974f6406cb"
VOICES = {"en": ("af_heart", "am_michael"), "zh": ("zf_xiaoxiao", "zm_yunxi")}
"""By language, hers and his; the first speaks when none is named."""
FASTEST = 1.25
"""How much quicker than usual it may speak to end in time; beyond this it is hurried and hard to follow."""
_DURATIONS = "/encoder/Clip_output_0"
_FOLDER = Path(__file__).parent / "data"


class Session(Protocol):
    """As much of onnxruntime.InferenceSession as is used here."""

    def run(
        self, output_names: Sequence[str], input_feed: Mapping[str, npt.NDArray[np.generic]]
    ) -> Sequence[npt.NDArray[np.float32]]: ...


class Voice:
    """Speaks English and Chinese. Loading takes a second and 300 MB; drop the object to give them back."""

    def __init__(self, session: Session | None = None) -> None:
        """Raises RenderFailed where the extra is missing or its files are damaged."""
        self._session = session or _opened()
        self._styles = _styles()

    @property
    def voices(self) -> tuple[str, ...]:
        return tuple(name for names in VOICES.values() for name in names)

    def speak(
        self, text: str, language: str = "en", *, name: str = "", speed: float = 1.0, within_ms: int = 0
    ) -> Speech:
        """The text read aloud; a text without a word gives no samples.

        `name` is a voice, or "male" or "female" for one of the language's own. With `within_ms` it speaks up to a quarter
        faster than usual where it would otherwise not be done in time.
        """
        tongue = "zh" if language.lower().startswith("zh") else "en"
        style = self._styles[named(name, tongue)]
        said = sounded(text, tongue)
        speech = self._said(said, style, speed)
        if within_ms and speech.duration_ms > within_ms:
            hurried = speed * speech.duration_ms / within_ms * 1.03
            speech = self._said(said, style, min(max(FASTEST, speed), hurried))
        return speech

    def _said(self, said: Sequence[Sounded], style: Mono, speed: float) -> Speech:
        breaths = [self._breath(line, said, style, speed) for line in lines(said)]
        return joined([breath for breath in breaths if any(o >= 0 for o in breath.owners)], [w.text for w in said])

    def _breath(self, line: Line, said: Sequence[Sounded], style: Mono, speed: float) -> Breath:
        tokens = _tokens()
        known = [(tokens[s], owner) for s, owner in zip(line.symbols, line.owners, strict=True) if s in tokens]
        ids = [token for token, _ in known]
        feed: dict[str, npt.NDArray[np.generic]] = {
            "tokens": np.array([[0, *ids, 0]], np.int64),
            "style": _style(style, len(ids))[None],
            "speed": np.array([speed], np.float32),
        }
        samples, frames = self._session.run(["audio", _DURATIONS], feed)
        pause = said[max(line.owners)].pause
        return Breath(samples.ravel(), [int(n) for n in frames.ravel()], [owner for _, owner in known], pause)


def named(name: str, language: str) -> str:
    """The voice a name stands for; the language's first where it stands for none."""
    if any(name in names for names in VOICES.values()):
        return name
    return VOICES[language][name == "male"]


@cache
def _tokens() -> Mapping[str, int]:
    known: Mapping[str, int] = json.loads((_FOLDER / "tokens.json").read_text("utf-8"))
    return known


@cache
def _styles() -> Mapping[str, Mono]:
    with np.load(_FOLDER / "styles.npz") as kept:
        return {name: kept[name].astype(np.float32) for name in kept.files if name != "rows"}


@cache
def _rows() -> npt.NDArray[np.int64]:
    with np.load(_FOLDER / "styles.npz") as kept:
        rows: npt.NDArray[np.int64] = kept["rows"].astype(np.int64)
        return rows


def _style(style: Mono, count: int) -> Mono:
    """The manner of a line of so many symbols: the nearest that is kept, for they change little from length to length."""
    row: Mono = style[int(np.abs(_rows() - (count - 1)).argmin())]
    return row


def _opened() -> Session:
    if not available():
        raise RenderFailed(
            "No voice is installed on this machine.", hint=f"Install it with {INSTALL}, then render again."
        )
    ort = import_module("onnxruntime")
    ort.set_default_logger_severity(3)
    options = ort.SessionOptions()
    options.intra_op_num_threads = min(4, os.cpu_count() or 1)
    model = _model()
    session: Session = ort.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    return session


def _model() -> bytes:
    """The model with one output more. Raises RenderFailed where its parts are not what they were when it was chosen."""
    whole, seen = io.BytesIO(), hashlib.sha256()
    for part in PARTS:
        spec = find_spec(part)
        if spec is None or spec.origin is None:
            raise RenderFailed("A part of the voice is missing.", hint=f"Reinstall it with {INSTALL}.")
        content = (Path(spec.origin).parent / "part.bin").read_bytes()
        seen.update(content)
        whole.write(content)
    if seen.hexdigest() != MODEL_SHA256:
        raise RenderFailed(
            "The voice on this machine is damaged or not the one expected.", hint=f"Reinstall it with {INSTALL}."
        )
    whole.write(with_output(_DURATIONS))
    return whole.getvalue()


def with_output(name: str) -> bytes:
    """What to append to an ONNX model so that it also gives out the value called `name`.

    A message field that comes twice is merged by every reader of protocol buffers, lists in it joined: ModelProto's
    field 7 is the graph, its field 12 the outputs, and field 1 of an output its name.
    """
    return _field(7, _field(12, _field(1, name.encode())))


def _field(number: int, content: bytes) -> bytes:
    if len(content) > 127:
        raise ValueError("longer than one byte can tell")
    return bytes((number << 3 | 2, len(content))) + content
