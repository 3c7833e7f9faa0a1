"""Narration: what is read, where it is heard, and what happens when there is no voice or it fails."""

import wave
from dataclasses import replace
from itertools import pairwise

import pytest
from tests.engine.door import SOLAR, at_the_door
from tests.engine.golden import storyboard

from ai_to_video.engine import app
from ai_to_video.engine.director import lay_out
from ai_to_video.engine.storyboard import Scene, Storyboard
from ai_to_video.engine.voice.narrator import LEAD_MS, Recording, narrated, read_aloud, script, unvoiced
from ai_to_video.engine.voice.pace import paced
from ai_to_video.errors import RenderFailed
from ai_to_video.timeline import AUDIO, TEXT
from ai_to_video.timeline.edit import begin, find, finish, set_facts, set_text

pytestmark = pytest.mark.anyio
FILM = lay_out(storyboard("solar.txt"))
PROMPT = f"12 second video with a voiceover: {SOLAR}"


class Reader:
    """Reads every line in a given share of its time, and remembers what it was asked for."""

    def __init__(self, share=0.8):
        self.share = share
        self.asked = []

    async def __call__(self, lines, folder):
        self.asked.append([line.text for line in lines])
        return {line: self._read(line, folder) for line in lines}

    def _read(self, line, folder):
        folder.mkdir(parents=True, exist_ok=True)
        with wave.open(str(folder / line.name), "wb") as file:
            file.setparams((1, 2, 8000, 0, "NONE", ""))
            file.writeframes(b"\0\0")
        length = round(line.within_ms * self.share)
        first = line.text.split()[0]
        return Recording(line.name, length, ((first, 100, length),))


def voice(film):
    return next((track for track in film.tracks if track.metadata.get("role") == "voice"), None)


def captions(film):
    return next(track for track in film.tracks if track.metadata["role"] == "captions").clips


async def test_the_title_and_every_caption_are_read_in_order(tmp_path):
    reader = Reader()
    titled = set_text(FILM, find(FILM, TEXT, "title"), 0, "A roof that pays")
    film = await narrated(titled, tmp_path, reader)
    assert reader.asked == [["A roof that pays", *(clip.text for clip in captions(FILM))]]
    assert voice(film).kind == AUDIO
    shown = [0, *(clip.start_ms for clip in captions(FILM))]
    leads = [clip.start_ms - at for clip, at in zip(voice(film).clips, shown, strict=True)]
    assert all(0 <= lead <= LEAD_MS for lead in leads) and max(leads) > 100


@pytest.mark.parametrize(
    ("title", "first", "read"),
    [
        ("Solar panels", "Solar panels now cost 89% less.", False),
        ("Tidebag", "Meet Tidebag, the backpack.", False),
        ("老街", "老街上有一家修表铺。", False),
        ("Trees", "Cities are planting more trees.", True),
        ("Why is the sky blue?", "Sunlight looks white.", True),
    ],
)
async def test_a_title_that_the_next_line_says_anyway_is_only_seen(title, first, read):
    film = set_text(set_text(FILM, find(FILM, TEXT, "title"), 0, title), find(FILM, TEXT, "captions"), 0, first)
    said = [part.line.text for part in script(film)]
    assert said[: 1 + read] == [*([title] if read else []), first]
    board = Storyboard(title, (Scene("title", title, duration_ms=200), Scene("statement", first)), voice=True)
    assert (paced(board).scenes[0].duration_ms > 200) is read


@pytest.mark.parametrize(
    ("asked", "kept"),
    [(True, ("", 100)), ("male", ("male", 100)), ("am_michael", ("am_michael", 100)), (1, ("", 100))],
)
async def test_who_reads_and_how_fast_reaches_the_reader(asked, kept):
    lines = [part.line for part in script(set_facts(FILM, {"voice": asked}))]
    assert {(line.voice, line.pace) for line in lines} == {kept}
    assert {part.line.pace for part in script(set_facts(FILM, {"voice_pace": 115}))} == {115}
    assert {part.line.pace for part in script(set_facts(FILM, {"voice_pace": 10_000}))} == {140}
    assert lines[0].name != replace(lines[0], voice="female").name != replace(lines[0], pace=90).name


async def test_captions_light_up_when_they_are_heard(tmp_path):
    film = await narrated(FILM, tmp_path, Reader())
    spoken, caption = voice(film).clips[0], captions(film)[0]
    assert caption.metadata["words"] == [["Solar", spoken.start_ms + 100, spoken.end_ms]]


async def test_a_line_that_takes_too_long_delays_the_next_and_nobody_speaks_over_anybody(tmp_path):
    film = await narrated(FILM, tmp_path, Reader(1.3))
    clips = voice(film).clips
    assert all(finish(one) <= begin(two) for one, two in pairwise(clips))
    assert finish(clips[-1]) <= FILM.duration_ms


async def test_reading_again_changes_nothing_and_unvoiced_takes_everything_back(tmp_path):
    once = await narrated(FILM, tmp_path, Reader())
    assert await narrated(once, tmp_path, Reader()) == once
    assert unvoiced(once) == FILM


async def test_of_two_texts_at_the_same_time_only_the_first_is_read():
    assert len({part.moment(FILM) for part in script(FILM)}) == len(script(FILM))


async def test_a_video_with_a_voice_is_read_and_read_again_after_an_edit(tmp_path):
    reader = Reader()
    async with at_the_door(tmp_path, read=reader) as door:
        await door.open()
        await door.say(PROMPT)
        first = (await door.state()).timeline
        assert len(voice(first).clips) == len(reader.asked[0])
        await door.say("remove scene 3")
        second = (await door.state()).timeline
        assert len(voice(second).clips) == len(voice(first).clips) - 1
        await door.say("去掉配音")
        assert voice((await door.state()).timeline) is None


@pytest.mark.parametrize(
    ("wish", "voice", "pace"), [("a deep male voice, read slowly", "male", 87), ("a female voiceover", "female", 100)]
)
async def test_a_wish_for_a_reader_reaches_the_reader_and_stays_after_an_edit(tmp_path, wish, voice, pace):
    heard = []

    async def read(lines, folder):
        heard.append({(line.voice, line.pace) for line in lines})
        return await Reader()(lines, folder)

    async with at_the_door(tmp_path, read=read) as door:
        await door.open()
        await door.say(f"20 second video with {wish}: {SOLAR}")
        await door.say("remove scene 3")
        await door.say("换成男声")
    assert heard == [{(voice, pace)}] * 2 + [{("male", pace)}] * (voice != "male")


async def test_the_recordings_are_there_when_the_video_is_rendered(tmp_path):
    seen = {}

    async def render(timeline, sources, target, *, fmt, resolution, on_progress):
        seen.update(sources)
        wanted.extend(clip.source for clip in voice(timeline).clips)
        target.write_bytes(b"film")

    wanted = []
    async with at_the_door(tmp_path, read=Reader(), render=render) as door:
        await door.open()
        await door.say(PROMPT)
        await door.submit()
        while (await door.poll()).json()["status"] != "completed":
            pass
    assert set(wanted) <= set(seen)
    assert all(path.is_file() for path in seen.values())


async def test_without_an_installed_voice_that_is_said_and_the_captions_stay(tmp_path, monkeypatch):
    monkeypatch.setattr(app, "available", lambda: False)
    async with at_the_door(tmp_path) as door:
        await door.open()
        reply = await door.say(PROMPT)
        assert "No voice is installed" in reply.text
        assert voice((await door.state()).timeline) is None


async def test_a_voice_that_fails_costs_nothing_but_itself(tmp_path):
    async def hoarse(lines, folder):
        raise RenderFailed("The narration could not be recorded.")

    async with at_the_door(tmp_path, read=hoarse) as door:
        await door.open()
        reply = await door.say(PROMPT)
        assert "could not be recorded" in reply.text
        assert (await door.state()).timeline.duration_ms == 12_000


async def test_what_was_recorded_once_is_not_recorded_again(tmp_path):
    lines = [part.line for part in script(FILM)]
    for line in lines:
        (tmp_path / line.name).write_bytes(b"RIFF")
        (tmp_path / line.name).with_suffix(".json").write_text('{"duration_ms": 900, "words": [["Hi", 0, 900]]}')
    known = await read_aloud(lines, tmp_path)
    assert {recording.duration_ms for recording in known.values()} == {900}
