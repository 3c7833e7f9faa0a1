"""The draft is opaque: it is read by guesses that may fail, and told rather not than wrongly."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ai_to_video.timeline import AUDIO, TEXT, VIDEO, Clip, Timeline, Track, line
from ai_to_video.wire.draft import fingerprint, read_draft, write_draft

SEED = (
    'Timeline (3 tracks): 1. Video: city timelapse (0-10s) 2. BGM: Lo-fi (0-10s, 35%) 3. Title: "Urban Dreams" (0-3s)'
)


def draft(video: dict, music: dict, title: dict, **more: object) -> dict:
    return {"t": [{"tt": 0, "sg": [video]}, {"tt": 1, "sg": [music]}, {"tt": 7, "sg": [title]}], "d": 10000, **more}


SPELLINGS = {
    "short": draft(
        {"st": 0, "d": 10000, "m": {"name": "city timelapse"}},
        {"st": 0, "d": 10000, "v": 0.35, "m": {"name": "Lo-fi"}},
        {"st": 0, "d": 3000, "m": {"text": "Urban Dreams"}},
    ),
    "long": draft(
        {"start": 0, "end": 10000, "name": "city timelapse"},
        {"start": 0, "end": 10000, "volume": 35, "title": "Lo-fi"},
        {"start": 0, "end": 3000, "text": "Urban Dreams"},
    ),
    "target range": draft(
        {"tr": {"s": 0, "d": 10000}, "desc": "city timelapse"},
        {"tr": {"s": 0, "d": 10000}, "vol": "35%", "n": "Lo-fi"},
        {"tr": {"s": 0, "d": 3000}, "content": "Urban Dreams"},
    ),
    "from and out": draft(
        {"from": 0, "out": 10000, "m": {"description": "city timelapse"}},
        {"from": 0, "out": 10000, "m": {"title": "Lo-fi", "volume": 0.35}},
        {"in": 0, "et": 3000, "c": "Urban Dreams"},
    ),
    "begin and end": draft(
        {"b": 0, "e": 10000, "m": {"title": "city timelapse"}},
        {"s": 0.0, "dur": "10000", "m": {"name": "Lo-fi"}, "volume": 35.0},
        {"start_time": 0, "duration": 3000, "m": {"title": "Urban Dreams"}},
    ),
    "times in metadata": draft(
        {"name": "city timelapse", "m": {"start": 0, "duration": 10000}},
        {"name": "Lo-fi", "m": {"start": 0, "end": 10000, "volume": 0.35}},
        {"m": {"start": 0, "duration": 3000, "text": "Urban Dreams"}},
    ),
    "no times but lengths": draft(
        {"m": {"name": "city timelapse"}},
        {"m": {"name": "Lo-fi"}, "v": 0.35, "d": 10000},
        {"m": {"text": "Urban Dreams"}, "d": 3000},
    ),
    "file names": draft(
        {"st": 0, "d": 10000, "src": "https://cdn.example/u/city%20timelapse?sig=a.mp4"},
        {"st": 0, "d": 10000, "v": 0.35, "m": {"name": "Lo-fi", "url": "https://cdn.example/m.mp3"}},
        {"st": 0, "d": 3000, "txt": "Urban Dreams"},
    ),
    "words for numbers": {
        "tracks": [
            {"type": "video", "clips": [{"start": 0, "end": 10000, "name": "city timelapse"}]},
            {"type": "bgm", "clips": [{"start": 0, "end": 10000, "name": "Lo-fi", "volume": 35}]},
            {"type": "text", "clips": [{"start": 0, "end": 3000, "text": "Urban Dreams"}]},
        ],
        "duration": 10000,
    },
    "names on the tracks": {
        "t": [
            {"tt": "0", "m": {"name": "city timelapse"}, "sg": [{"st": 0, "d": 10000}]},
            {"tt": 1.0, "name": "Lo-fi", "sg": {"one": {"st": 0, "d": 10000, "v": 0.35}}},
            {"tt": 7, "sg": [None, {"st": 0, "d": 3000, "m": {"text": "Urban Dreams"}}, 5]},
            "junk",
        ]
    },
}


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_the_line_of_the_seed_is_read_from_every_spelling(spelling):
    assert line(read_draft(SPELLINGS[spelling])) == SEED
    assert line(read_draft(json.dumps(SPELLINGS[spelling]))) == SEED
    assert line(read_draft({"timeline": SPELLINGS[spelling]})) == SEED


def test_a_draft_in_xml_is_told_too():
    xml = """<draft fps="30" width="1080" height="1920" duration="10000">
      <track id="1" type="video"><clip id="a" start="0" end="10000" name="city timelapse"/></track>
      <track id="2" type='bgm'><clip in="0" out="10000" volume="35%" name="Lo-fi"></clip></track>
      <track id="3" type="text"><clip start="0" end="3000"><text>Urban Dreams</text></clip></track></draft>"""
    timeline = read_draft(xml)
    assert line(timeline) == SEED
    assert (timeline.width, timeline.height, timeline.duration_ms) == (1080, 1920, 10000)


def test_facts_of_the_whole_are_read():
    timeline = read_draft({"t": [], "d": 10000, "m": {"title": "Rain", "width": 1920, "height": 1080}, "theme": "dark"})
    assert (timeline.title, timeline.width, timeline.height, timeline.duration_ms) == ("Rain", 1920, 1080, 10000)
    assert timeline.metadata == {"theme": "dark"}


def times(*segments: dict, total: object = None, **track: object) -> list[tuple[int | None, int | None]]:
    timeline = read_draft({"t": [{"tt": 0, "sg": list(segments), **track}], "d": total})
    return [(clip.start_ms, clip.end_ms) for clip in timeline.tracks[0].clips]


def test_segments_without_a_start_are_laid_end_to_end():
    assert times({"d": 1000}, {"d": 500}, {"st": 4000, "d": 1000}, {"d": 100}) == [
        (0, 1000),
        (1000, 1500),
        (4000, 5000),
        (5000, 5100),
    ]
    assert times({"e": 1000}, {"e": 1500}) == [(0, 1000), (1000, 1500)]


def test_a_lone_segment_without_a_length_fills_its_track_or_the_draft():
    assert times({}, total=8000) == [(0, 8000)]
    assert times({"st": 2000}, total=8000) == [(2000, 8000)]
    assert times({}, d=3000, total=8000) == [(0, 3000)]
    assert times({}, {}, total=8000) == [(None, None)] * 2
    assert times({}) == [(None, None)]


@pytest.mark.parametrize(
    "nonsense",
    [
        {"st": -5, "d": 1000},
        {"st": 0, "d": -1000},
        {"st": 0, "d": 0},
        {"st": 5000, "e": 1000},
        {"st": 0, "d": 3},
        {"st": 0, "d": 1e99},
        {"st": 0, "d": 10_000_000_000},
    ],
)
def test_nonsense_is_no_time_and_nothing_is_laid_behind_it(nonsense):
    assert times(nonsense, total=10000) == [(None, None)]
    assert times(nonsense, {"d": 1000}, {"st": 7000, "d": 1000}) == [(None, None), (None, None), (7000, 8000)]


def test_times_in_other_units_than_the_draft_are_not_told():
    assert times({"st": 0, "d": 5_000_000}, {"st": 5_000_000, "d": 5_000_000}, total=10000) == [(None, None)] * 2


def volume(**segment: object) -> int | None:
    return read_draft({"t": [{"tt": 1, "sg": [segment]}]}).tracks[0].clips[0].volume


def test_volume_is_a_fraction_or_percent():
    assert [volume(v=value) for value in (0.35, 1.0, 1, 0, 2, 35, 150, "0.5", "35%", 35.4)] == [
        35,
        100,
        1,
        0,
        2,
        35,
        150,
        50,
        35,
        35,
    ]
    assert [volume(v=value) for value in (-1, True, None, "loud", [], 5000)] == [None] * 6


def test_unknown_track_types_are_told_by_number():
    kinds = [track.kind for track in read_draft({"t": [{"tt": 3}, {"tt": "sticker"}, {}, {"tt": -2}]}).tracks]
    assert kinds == ["type 3", "type sticker", "type ?", "type -2"]


def test_keys_nobody_knows_are_kept_with_the_clip_but_ids_are_not():
    (clip,) = (
        read_draft(
            {"t": [{"tt": 7, "sg": [{"st": 0, "d": 50, "id": "x", "fx": 1, "m": {"text": "A", "color": "red"}}]}]}
        )
        .tracks[0]
        .clips
    )
    assert clip.metadata == {"fx": 1, "color": "red"}


def test_a_text_that_is_an_address_is_still_a_text():
    (clip,) = read_draft({"t": [{"tt": 7, "sg": [{"m": {"text": "https://nemovideo.com"}}]}]}).tracks[0].clips
    assert (clip.text, clip.source) == ("https://nemovideo.com", "")


def test_the_source_of_a_clip_is_the_first_thing_that_looks_like_a_file():
    def source(segment: dict) -> str:
        return read_draft({"t": [{"tt": 0, "sg": [segment]}]}).tracks[0].clips[0].source

    assert source({"x": {"y": {"path": "/mnt/userdata/cat.mp4"}}, "u": "https://c/a"}) == "https://c/a"
    assert source({"x": {"y": {"path": "/mnt/userdata/cat.mp4"}}}) == "/mnt/userdata/cat.mp4"
    assert source({"src": "cat.mp4"}) == "cat.mp4"
    assert source({"effect": "and/or", "note": "hello there", "m": {"name": "x.mp4"}}) == ""


ANY = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=6)
    | st.sampled_from(["<draft t='1'><track>", "{", "[1"]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                [
                    "t",
                    "tt",
                    "sg",
                    "d",
                    "m",
                    "st",
                    "s",
                    "e",
                    "v",
                    "src",
                    "text",
                    "name",
                    "title",
                    "tracks",
                    "clips",
                    "tr",
                    "timeline",
                    "more",
                    "type",
                    "width",
                ]
            )
            | st.text(max_size=3),
            inner,
            max_size=6,
        )
    ),
    max_leaves=30,
)


@given(thing=ANY)
def test_nothing_makes_the_reader_raise_and_no_told_time_is_nonsense(thing):
    for shape in (thing, {"t": thing}, {"t": [{"sg": thing}]}, {"t": [{"tt": 7, "sg": [thing]}], "d": 5000}):
        timeline = read_draft(shape)
        assert line(timeline).startswith("Timeline (")
        for track in timeline.tracks:
            for clip in track.clips:
                assert clip.start_ms is None or clip.start_ms >= 0
                assert clip.end_ms is None or (clip.start_ms is not None and clip.end_ms > clip.start_ms)
                assert clip.volume is None or clip.volume >= 0


@given(text=st.text() | st.from_regex(r"<draft( \w=\"\w*\")*>(<(track|clip|text)( \w+='\w*')*/?>\w*){0,5}"))
def test_no_string_makes_the_reader_raise(text):
    assert isinstance(read_draft(text), Timeline)


NAMES = st.text(min_size=1, max_size=12).filter(str.strip)
META = st.dictionaries(
    st.sampled_from(["role", "scene", "start", "text", "name", "src", "m", "d", "media", "items", "speed", "volume"]),
    st.integers()
    | st.text(max_size=5)
    | st.lists(st.text(max_size=3), max_size=2)
    | st.sampled_from(["a.mp4", "https://x/y.png"]),
    max_size=3,
)


@st.composite
def clips(draw: st.DrawFn, kind: str) -> Clip:
    start = draw(st.integers(0, 100_000))
    return Clip(
        start_ms=start,
        end_ms=start + draw(st.integers(10, 60_000)),
        name=draw(NAMES),
        text=draw(NAMES) if kind == TEXT else "",
        volume=draw(st.none() | st.integers(0, 200)),
        source=draw(st.sampled_from(["", "https://c/a.mp4?x=1", "/files/b.png"])) if kind != TEXT else "",
        metadata=draw(META),
    )


@st.composite
def timelines(draw: st.DrawFn) -> Timeline:
    kinds = draw(st.lists(st.sampled_from([VIDEO, AUDIO, TEXT, "type 3"]), max_size=4))
    tracks = tuple(Track(kind, tuple(draw(st.lists(clips(kind), max_size=3))), draw(META)) for kind in kinds)
    ends = [clip.end_ms or 0 for track in tracks for clip in track.clips]
    return Timeline(
        tracks=tracks,
        duration_ms=draw(st.none() | st.just(max(ends))) if ends else None,
        title=draw(st.just("") | NAMES),
        width=draw(st.none() | st.integers(1, 4000)),
        height=draw(st.none() | st.integers(1, 4000)),
        metadata=draw(META),
    )


@given(timeline=timelines(), shape=st.integers(0, 3))
def test_what_is_written_reads_back_through_json_in_every_shape(timeline, shape):
    written = json.loads(json.dumps(write_draft(timeline, shape=shape)))
    assert read_draft(written) == timeline


def test_the_shapes_are_really_different():
    timeline = read_draft(SPELLINGS["short"])
    assert len({json.dumps(write_draft(timeline, shape=shape)) for shape in range(4)}) == 4
    assert write_draft(timeline)["t"][2]["tt"] == 7


@given(thing=ANY)
def test_a_fingerprint_depends_on_meaning_alone(thing):
    try:
        again = json.loads(json.dumps(thing))
    except ValueError:
        return
    assert fingerprint(again) == fingerprint(json.loads(json.dumps(again, sort_keys=True, indent=1)))
    assert fingerprint({}, None) == fingerprint(None, {})
    assert fingerprint({"a": 1}, None) != fingerprint(None, {"a": 1})


def test_the_words_of_a_title_are_not_also_its_name_and_a_name_is_not_words():
    raw = {"t": [{"tt": 7, "sg": [{"m": {"title": "Urban Dreams"}}]}, {"tt": 0, "sg": [{"m": {"title": "city"}}]}]}
    (title,), (city,) = (track.clips for track in read_draft(raw).tracks)
    assert (title.text, title.name) == ("Urban Dreams", "")
    assert (city.text, city.name) == ("", "city")
