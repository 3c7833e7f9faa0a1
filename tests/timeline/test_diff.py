"""Two timelines differ in what can be named; nothing is claimed that was not seen."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ai_to_video.timeline import AUDIO, TEXT, VIDEO, Clip, Media, Timeline, Track, diff, sentences

CITY = Clip(0, 10000, "city timelapse")
BEACH = Clip(10000, 14000, "beach")
LOFI = Clip(0, 10000, "Lo-fi", volume=35)
TITLE = Clip(0, 3000, text="Urban Dreams")


def told(before: Timeline, after: Timeline, **media: tuple[Media, ...]) -> tuple[str, ...]:
    return sentences(diff(before, after, **media))


def timeline(*tracks: Track, **facts: object) -> Timeline:
    return replace(Timeline(tracks), **facts)


def video(*clips: Clip) -> Track:
    return Track(VIDEO, clips)


def music(*clips: Clip) -> Track:
    return Track(AUDIO, clips)


def titles(*clips: Clip) -> Track:
    return Track(TEXT, clips)


def test_a_first_generation_names_every_track():
    assert told(Timeline(), timeline(video(CITY), music(LOFI), titles(TITLE))) == (
        "Video added: city timelapse (0-10s)",
        "BGM added: Lo-fi (0-10s, 35%)",
        'Title added: "Urban Dreams" (0-3s)',
    )


def test_nothing_changed_is_nothing_said():
    same = timeline(video(CITY), titles(TITLE), duration_ms=10000)
    assert told(same, same) == ()


def test_a_silent_edit_is_told_from_its_changes():
    assert told(timeline(video(CITY)), timeline(video(CITY), titles(TITLE))) == ('Title added: "Urban Dreams" (0-3s)',)
    assert told(timeline(video(CITY), titles(TITLE)), timeline(video(CITY))) == (
        'Title removed: "Urban Dreams" (0-3s)',
    )


def test_a_track_put_in_front_is_added_and_the_others_stay():
    before = timeline(video(CITY), titles(TITLE))
    after = timeline(titles(Clip(0, 1000, text="Intro")), video(CITY), titles(TITLE))
    assert told(before, after) == ('Title added: "Intro" (0-1s)',)


def test_clips_come_and_go():
    assert told(timeline(video(CITY)), timeline(video(CITY, BEACH))) == ("Video clip added: beach (10-14s)",)
    assert told(timeline(video(CITY, BEACH)), timeline(video(CITY))) == ("Video clip removed: beach (10-14s)",)
    two = titles(TITLE, Clip(5000, 8000, text="The End"))
    assert told(timeline(titles(TITLE)), timeline(two)) == ('Title added: "The End" (5-8s)',)


def test_a_removed_clip_and_those_that_moved_up_are_told_apart():
    before = timeline(video(CITY, BEACH))
    after = timeline(video(replace(BEACH, start_ms=0, end_ms=4000)))
    assert told(before, after) == (
        "Video clip removed: city timelapse (0-10s)",
        "Video beach now runs 0-4s (was 10-14s)",
    )


def test_words_times_and_volume_are_compared():
    before = timeline(video(CITY), music(LOFI), titles(TITLE), duration_ms=10000)
    after = timeline(
        video(replace(CITY, end_ms=8500)),
        music(replace(LOFI, volume=20)),
        titles(replace(TITLE, text="City Nights")),
        duration_ms=8500,
    )
    assert told(before, after) == (
        "Video city timelapse now runs 0-8.5s (was 0-10s)",
        "BGM Lo-fi volume is now 20% (was 35%)",
        'Title changed: "Urban Dreams" is now "City Nights"',
        "Total length is now 8.5s (was 10s)",
    )


def test_another_song_is_a_replacement():
    assert told(timeline(music(LOFI)), timeline(music(replace(LOFI, name="Jazz")))) == (
        "BGM changed: Lo-fi is now Jazz",
    )
    other = replace(CITY, source="https://c/b.mp4")
    assert told(timeline(video(replace(CITY, source="https://c/a.mp4"))), timeline(video(other))) == (
        "Video city timelapse shows another file",
    )


def test_a_new_signature_on_an_address_is_no_change():
    one, two = (timeline(video(replace(CITY, source=f"https://c/a.mp4?sig={n}"))) for n in (1, 2))
    assert told(one, two) == ()


def test_style_is_named_where_it_has_a_name():
    def styled(**metadata: object) -> Timeline:
        return timeline(titles(replace(TITLE, metadata=metadata)))

    assert told(styled(color="white", size=32), styled(color="red", size=40)) == (
        'Title "Urban Dreams": color and size changed',
    )
    assert told(styled(), styled(fade_in_ms=300)) == ('Title "Urban Dreams": fade in changed',)
    assert told(styled(x9=1), styled(x9=2)) == ('Title "Urban Dreams": other details changed',)


FACTS = {"captions": True, "voice": False, "theme": "ocean", "palette": {}}


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ({"captions": False}, "Captions are off now"),
        ({"voice": True}, "Narration is on now"),
        ({"voice": "male"}, "Narration is now by a male voice"),
        ({"voice_pace": 87}, "Narration pace is now 87%"),
        ({"voice_volume": 130}, "Narration volume is now 130%"),
        ({"theme": "paper"}, "Theme is now paper (was ocean)"),
        ({"palette": {"background": "#1e88e5"}}, "Colours are now background #1e88e5"),
        ({"fade_out_ms": 1000}, "Picture fades out over 1s now"),
        ({"fade_in_ms": 0}, ""),
        ({"theme": None}, ""),
        ({"seed": 7}, ""),
    ],
)
def test_facts_about_the_whole_video_are_compared_where_both_sides_tell_them(facts, told):
    tracks = (Track(VIDEO, (Clip(0, 1000, "a"),)),)
    before, after = Timeline(tracks, metadata=FACTS), Timeline(tracks, metadata={**FACTS, **facts})
    assert "".join(sentences(diff(before, after))) == told


def test_a_voice_never_takes_the_place_of_the_music():
    music = Track(AUDIO, (Clip(0, 9000, "Lo-fi", volume=35),), {"role": "music"})
    voice = Track(AUDIO, (Clip(0, 3000, "Narration", volume=100),), {"role": "voice"})
    told = sentences(diff(Timeline((music,)), Timeline((voice,))))
    assert told == ("BGM removed: Lo-fi (0-9s, 35%)", "Voice added: Narration (0-3s, 100%)")


def test_what_one_side_does_not_tell_is_not_compared():
    dark = timeline(video(Clip(name="city timelapse")), music(Clip(0, 10000, "Lo-fi")), titles(TITLE))
    seen = timeline(video(CITY), music(LOFI), titles(TITLE), duration_ms=10000, title="x", width=1080, height=1920)
    assert told(dark, seen) == ("BGM Lo-fi volume is now 35%",)
    assert told(seen, dark) == ()


def test_a_timeline_that_cannot_be_read_any_more_is_not_called_deleted():
    assert told(timeline(video(CITY), titles(TITLE)), Timeline()) == (
        "The timeline shows no tracks any more (it had 2)",
    )


def test_the_order_of_clips_is_told_where_times_are_not():
    a, b, c = (Clip(name=name) for name in "abc")
    assert told(timeline(video(a, b, c)), timeline(video(b, c, a))) == ("Video a moved to another place in its track",)


def test_the_frame_and_the_name_of_the_project_are_compared():
    before = Timeline(title="Rain", width=1920, height=1080)
    after = Timeline(title="Sun", width=1080, height=1920)
    assert told(before, after) == (
        "Frame size is now 1080x1920 (was 1920x1080)",
        'Project title is now "Sun" (was "Rain")',
    )


def test_media_are_counted_and_named_while_they_are_few():
    files = tuple(Media(f"{name}.mp4", "video", f"https://c/{name}.mp4?s={name}") for name in "abcde")
    again = tuple(replace(item, source=item.source + "x") for item in files)
    assert told(Timeline(), Timeline(), media_before=files[:1], media_after=again[:3]) == (
        "2 media files added: b.mp4, c.mp4",
    )
    assert told(Timeline(), Timeline(), media_before=files, media_after=()) == ("5 media files removed",)


def test_many_changes_of_one_sort_are_counted():
    captions = [Clip(i * 1000, i * 1000 + 900, text=f"line {i}") for i in range(12)]
    later = [replace(clip, start_ms=clip.start_ms + 500, end_ms=clip.end_ms + 500) for clip in captions]
    track = Track(TEXT, tuple(captions), {"role": "captions"})
    assert told(timeline(track), timeline(replace(track, clips=tuple(later)))) == ("Captions: 12 clips retimed",)
    assert told(Timeline(), timeline(track)) == ("Captions added: 12 clips (0-11.9s)",)


ms = st.integers(0, 20).map(lambda n: n * 500)
some_clips = st.builds(
    Clip,
    start_ms=st.none() | ms,
    end_ms=st.none() | ms.map(lambda n: n + 11000),
    name=st.sampled_from(["", "a", "b"]),
    text=st.sampled_from(["", "x", "y"]),
    volume=st.none() | st.integers(0, 100),
    metadata=st.dictionaries(st.sampled_from(["color", "q"]), st.integers(0, 2), max_size=1),
)
some_timelines = st.builds(
    Timeline,
    tracks=st.lists(
        st.builds(
            Track,
            kind=st.sampled_from([VIDEO, AUDIO, TEXT, "type 3"]),
            clips=st.lists(some_clips, max_size=4).map(tuple),
        ),
        max_size=4,
    ).map(tuple),
    duration_ms=st.none() | ms,
)


@given(before=some_timelines, after=some_timelines)
def test_any_two_timelines_can_be_compared_and_one_with_itself_says_nothing(before, after):
    assert diff(before, before) == ()
    for sentence in told(before, after):
        assert sentence and "\n" not in sentence and "None" not in sentence


@given(some_timelines, some_timelines)
def test_tracks_added_and_removed_add_up(before, after):
    changes = diff(before, after)
    kinds = [change.kind for change in changes]
    if "emptied" not in kinds:
        assert len(before.tracks) + kinds.count("track_added") - kinds.count("track_removed") == len(after.tracks)
