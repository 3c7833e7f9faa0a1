"""A timeline in one line, as people read it."""

import pytest

from ai_to_video.timeline import AUDIO, TEXT, VIDEO, Clip, Timeline, Track, line, track_name, unnamed


def one(kind: str, *clips: Clip) -> str:
    return line(Timeline((Track(kind, clips),))).removeprefix("Timeline (1 track): 1. ")


def test_the_line_of_the_seed():
    timeline = Timeline(
        (
            Track(VIDEO, (Clip(0, 10000, "city timelapse"),)),
            Track(AUDIO, (Clip(0, 10000, "Lo-fi", volume=35),)),
            Track(TEXT, (Clip(0, 3000, text="Urban Dreams"),)),
        )
    )
    assert line(timeline) == (
        'Timeline (3 tracks): 1. Video: city timelapse (0-10s) 2. BGM: Lo-fi (0-10s, 35%) 3. Title: "Urban Dreams" (0-3s)'
    )


@pytest.mark.parametrize(
    ("kind", "clips", "words"),
    [
        (VIDEO, [Clip(0, 10000, "city")], "Video: city (0-10s)"),
        (VIDEO, [Clip(500, 2250, "city")], "Video: city (0.5-2.25s)"),
        (VIDEO, [Clip(0, 1999, "city")], "Video: city (0-2s)"),
        (VIDEO, [Clip(name="city")], "Video: city"),
        (VIDEO, [Clip(3000, None, "city")], "Video: city"),
        (VIDEO, [Clip()], "Video: 1 clip"),
        (VIDEO, [], "Video: empty"),
        (VIDEO, [Clip(0, 4000, "a"), Clip(4000, 9000, "b")], "Video: a + b (0-9s)"),
        (VIDEO, [Clip(0, 4000, "a"), Clip(4000, 9000, "a")], "Video: a (0-9s)"),
        (VIDEO, [Clip(0, 4000, "a"), Clip(4000, 9000)], "Video: 2 clips (0-9s)"),
        (VIDEO, [Clip(i * 1000, i * 1000 + 1000, f"s{i}") for i in range(4)], "Video: 4 clips (0-4s)"),
        (VIDEO, [Clip(0, 4000, "a"), Clip(name="b")], "Video: a + b"),
        (VIDEO, [Clip(0, 4000, "a", volume=80)], "Video: a (0-4s)"),
        (VIDEO, [Clip(0, 4000, source="https://c/beach.mp4?x=/y")], "Video: beach.mp4 (0-4s)"),
        (AUDIO, [Clip(name="Lo-fi", volume=0)], "BGM: Lo-fi (0%)"),
        (AUDIO, [Clip(0, 1000, "a", volume=5), Clip(1000, 2000, "b", volume=9)], "BGM: a + b (0-2s)"),
        (TEXT, [Clip(0, 1000, text="A"), Clip(1000, 2000, text="B")], 'Title: "A", "B" (0-2s)'),
        (TEXT, [Clip(0, 1000, text="two\nlines  here")], 'Title: "two lines here" (0-1s)'),
        (TEXT, [Clip(0, 1000, text="x" * 100)], f'Title: "{"x" * 59}…" (0-1s)'),
        (TEXT, [Clip(0, 1000, "style name")], "Title: style name (0-1s)"),
        ("type 4", [Clip(0, 1000, "sparkle")], "Track type 4: sparkle (0-1s)"),
    ],
)
def test_a_track_tells_as_much_as_is_known(kind, clips, words):
    assert one(kind, *clips) == words


def test_one_track_is_singular_and_none_is_none():
    assert line(Timeline((Track(VIDEO),))) == "Timeline (1 track): 1. Video: empty"
    assert line(Timeline()) == "Timeline (0 tracks)"


def test_a_change_without_a_name_is_told_as_such():
    assert unnamed(Timeline((Track(VIDEO), Track(TEXT)))) == "The timeline changed (2 tracks)"
    assert unnamed(Timeline((Track(VIDEO),))) == "The timeline changed (1 track)"


def test_tracks_have_names():
    assert [track_name(kind) for kind in (VIDEO, AUDIO, TEXT, "type 5")] == ["Video", "BGM", "Title", "Track type 5"]
    assert [track_name(AUDIO, "voice"), track_name(TEXT, "captions"), track_name(AUDIO, "music")] == [
        "Voice",
        "Captions",
        "BGM",
    ]
