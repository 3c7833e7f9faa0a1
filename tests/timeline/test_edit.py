"""The verbs of editing: what they change, what they leave alone, and how captions and music follow the pictures."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ai_to_video.timeline import AUDIO, TEXT, VIDEO, Clip, Timeline, Track, edit


def a_film(*lengths):
    """Scenes named A, B, C ... of these lengths, a caption for each, one piece of music under all, a title at first."""
    scenes, captions, at = [], [], 0
    for name, length in zip("ABCDEFGH", lengths, strict=False):
        scenes.append(Clip(at, at + length, name))
        captions.append(Clip(at, at + length, text=name.lower(), metadata={"words": [[name.lower(), at, at + length]]}))
        at += length
    return Timeline(
        (
            Track(VIDEO, tuple(scenes), {"role": "scenes"}),
            Track(AUDIO, (Clip(0, at, "Lo-fi", volume=35),), {"role": "music"}),
            Track(TEXT, (Clip(0, lengths[0], text="Title"),), {"role": "title"}),
            Track(TEXT, tuple(captions), {"role": "captions"}),
        ),
        at,
    )


FILM = a_film(1000, 2000, 3000)


def names(timeline, track=0):
    return " ".join(f"{clip.name or clip.text}:{clip.start_ms}-{clip.end_ms}" for clip in timeline.tracks[track].clips)


def test_a_cut_takes_time_out_of_every_track_and_closes_up():
    film = edit.cut(FILM, 1500, 2500)
    assert names(film) == "A:0-1000 B:1000-2000 C:2000-5000"
    assert names(film, 1) == "Lo-fi:0-5000"
    assert names(film, 3) == "a:0-1000 b:1000-2000 c:2000-5000"
    assert film.duration_ms == 5000


def test_a_scene_that_is_cut_takes_its_caption_and_title_along():
    film = edit.cut(FILM, 0, 1000)
    assert names(film) == "B:0-2000 C:2000-5000"
    assert names(film, 2) == ""
    assert names(film, 3) == "b:0-2000 c:2000-5000"


def test_a_cut_inside_a_clip_enters_its_source_later():
    clip = Clip(0, 4000, "footage", source="beach.mp4", metadata={"in_ms": 500, "speed": 2.0})
    film = Timeline((Track(VIDEO, (clip,)),), 4000)
    rest = edit.cut(film, 0, 1000).tracks[0].clips[0]
    assert (rest.start_ms, rest.end_ms, rest.metadata["in_ms"]) == (0, 3000, 2500)


@pytest.mark.parametrize(("start", "end"), [(-1, 100), (6000, 7000), (3000, 3000), (4000, 2000)])
def test_a_cut_outside_the_video_is_refused(start, end):
    with pytest.raises(ValueError, match="range"):
        edit.cut(FILM, start, end)


def test_a_moved_scene_takes_its_words_along_and_leaves_the_music_alone():
    film = edit.move(FILM, 0, 2, 0)
    assert names(film) == "C:0-3000 A:3000-4000 B:4000-6000"
    assert names(film, 3) == "c:0-3000 a:3000-4000 b:4000-6000"
    assert names(film, 1) == "Lo-fi:0-6000"
    assert film.tracks[3].clips[1].metadata["words"] == [["a", 3000, 4000]]
    assert names(film, 2) == "Title:3000-4000"


def test_a_duplicate_stands_right_behind_and_everything_later_makes_room():
    film = edit.duplicate(FILM, 0, 1)
    assert names(film) == "A:0-1000 B:1000-3000 B:3000-5000 C:5000-8000"
    assert names(film, 3) == "a:0-1000 b:1000-3000 b:3000-5000 c:5000-8000"
    assert names(film, 1) == "Lo-fi:0-8000"


def test_an_insert_splits_the_clip_it_falls_into():
    film = edit.insert(FILM, 0, Clip(2000, 2500, "new"))
    assert names(film) == "A:0-1000 B:1000-2000 new:2000-2500 B:2500-3500 C:3500-6500"
    assert names(film, 1) == "Lo-fi:0-6500"


def test_an_insert_at_the_end_makes_the_video_longer():
    film = edit.insert(FILM, 0, Clip(6000, 7000, "new"))
    assert names(film).endswith("C:3000-6000 new:6000-7000")
    assert film.duration_ms == 7000


def test_an_overwrite_moves_nothing():
    film = edit.overwrite(FILM, 0, Clip(500, 1500, "new"))
    assert names(film) == "A:0-500 new:500-1500 B:1500-3000 C:3000-6000"
    assert film.duration_ms == 6000


def test_removing_leaves_a_hole_and_removing_a_track_leaves_the_others():
    assert names(edit.remove(FILM, 0, 1)) == "A:0-1000 C:3000-6000"
    assert len(edit.remove_track(FILM, 1).tracks) == 3


def test_a_trim_changes_one_clip_and_wants_a_positive_length():
    assert names(edit.trim(FILM, 2, 0, start_ms=200, end_ms=900), 2) == "Title:200-900"
    with pytest.raises(ValueError, match="length"):
        edit.trim(FILM, 2, 0, start_ms=900, end_ms=900)


def test_a_slice_makes_two_of_one():
    assert names(edit.slice(FILM, 0, 2000)) == "A:0-1000 B:1000-2000 B:2000-3000 C:3000-6000"
    assert edit.slice(FILM, 0, 3000) == FILM


def test_speed_shortens_a_scene_and_pulls_up_what_follows():
    film = edit.set_speed(FILM, 0, 1, 2.0)
    assert names(film) == "A:0-1000 B:1000-2000 C:2000-5000"
    assert film.tracks[0].clips[1].metadata["speed"] == 2.0
    assert film.tracks[3].clips[2].metadata["words"] == [["c", 2000, 5000]]


def test_speed_adds_up_and_is_bounded():
    twice = edit.set_speed(edit.set_speed(FILM, 0, 1, 2.0), 0, 1, 2.0)
    assert twice.tracks[0].clips[1].metadata["speed"] == 4.0
    with pytest.raises(ValueError, match="speed"):
        edit.set_speed(FILM, 0, 1, 50)


def test_a_stretch_lengthens_a_range_on_all_tracks():
    film = edit.stretch(FILM, 1000, 3000, 4000)
    assert names(film) == "A:0-1000 B:1000-5000 C:5000-8000"
    assert names(film, 1) == "Lo-fi:0-8000"


def test_new_words_forget_the_old_times():
    film = edit.set_text(FILM, 3, 1, "bye")
    assert film.tracks[3].clips[1].text == "bye"
    assert "words" not in film.tracks[3].clips[1].metadata


def test_volume_is_held_between_silence_and_double():
    assert edit.set_volume(FILM, 1, 0, 900).tracks[1].clips[0].volume == 200
    assert edit.set_volume(FILM, 1, 0, -5).tracks[1].clips[0].volume == 0


def test_a_fact_set_to_none_is_forgotten():
    film = edit.set_metadata(FILM, 0, 0, {"keyword": "sun"})
    assert edit.set_metadata(film, 0, 0, {"keyword": None}) == FILM
    assert edit.set_facts(edit.set_facts(FILM, {"captions": False}), {"captions": None}) == FILM


def test_places_that_do_not_exist_are_told():
    with pytest.raises(IndexError):
        edit.move(FILM, 0, 7, 0)
    with pytest.raises(IndexError):
        edit.set_volume(FILM, 9, 0, 10)
    with pytest.raises(IndexError):
        edit.reorder(FILM, 0, [0, 0, 1])


lengths = st.lists(st.integers(1, 50).map(lambda n: n * 100), min_size=2, max_size=6)


@given(lengths, st.data())
def test_whatever_is_cut_the_rest_is_whole(sizes, data):
    film = a_film(*sizes)
    start = data.draw(st.integers(0, film.duration_ms - 1))
    end = data.draw(st.integers(start + 1, film.duration_ms))
    rest = edit.cut(film, start, end)
    assert edit.length(rest) == film.duration_ms - (end - start)
    for track in rest.tracks:
        clips = track.clips
        assert all(edit.begin(clip) < edit.finish(clip) <= film.duration_ms - (end - start) for clip in clips)
        assert all(edit.finish(one) <= edit.begin(two) for one, two in pairwise(clips))


@given(lengths, st.data())
def test_moving_there_and_back_changes_nothing(sizes, data):
    film = a_film(*sizes)
    start = data.draw(st.integers(0, len(sizes) - 1))
    to = data.draw(st.integers(0, len(sizes) - 1))
    assert edit.move(edit.move(film, 0, start, to), 0, to, start) == film
