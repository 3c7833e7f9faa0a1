"""A timeline is read as a film script, however little it says."""

import itertools

import pytest

from ai_to_video.engine.look.captions import pages
from ai_to_video.engine.look.script import Spoken, read
from ai_to_video.timeline import Clip, Timeline, Track


def scene(start, end, kind="statement", **metadata):
    return Clip(start, end, metadata={"scene": kind, **metadata})


def film(*tracks, duration=None, **metadata):
    return read(Timeline(tracks, duration, metadata={"aspect": "9:16", **metadata}), "480p")


def video(*clips):
    return Track("video", clips)


def said(start, end, text, **metadata):
    return Track("text", (Clip(start, end, text=text, metadata={"role": "captions", **metadata}),))


def test_the_number_of_frames_is_the_duration_to_the_frame():
    assert film(video(scene(0, 2000)), duration=2000).frames == 60
    assert film(video(scene(0, 2000)), fps=24, duration=1999).frames == 48
    assert film().frames == 1


def test_shots_cover_every_frame_and_neighbours_share_their_transition():
    script = film(video(scene(0, 2000), scene(2000, 4000, transition="fade"), scene(4000, 6000, transition="cut")))
    first, second, third = script.shots
    assert (first.first, third.last) == (0, 180)
    assert second.lead == 15 and second.first == 60 - 7
    assert third.lead == 0 and third.first == 120


def test_a_hole_in_the_track_keeps_the_shot_before_it():
    shots = film(video(scene(500, 1000, headline="A"), scene(3000, 4000, headline="B")), duration=5000).shots
    assert [shot.headline for shot in shots] == ["A", "B"]
    assert shots[0].first == 0 and shots[0].last == 90 and shots[1].last == 150


def test_a_transition_is_shorter_than_the_shots_it_joins():
    shots = film(video(scene(0, 200), scene(200, 400, transition="slide"))).shots
    assert shots[1].lead <= 3


def test_a_timeline_without_metadata_still_shows_its_names_and_its_media():
    tracks = (Track("video", (Clip(0, 1000, "Opening"), Clip(1000, 2000, "beach", source="beach.jpg"))),)
    shots = read(Timeline(tracks), "1080p").shots
    assert (shots[0].kind, shots[0].headline) == ("statement", "Opening")
    assert (shots[1].kind, shots[1].media, shots[1].headline) == ("photo", "beach.jpg", "")


def test_unknown_words_in_the_metadata_are_not_errors():
    clip = scene(0, 1000, "hologram", transition="explode", speed="fast", items="no list", in_ms=None, keyword=3)
    (shot,) = film(video(clip), theme=5, palette="red", seed="x", fps="many", captions="yes").shots
    assert shot.kind == "statement" and shot.speed == 1.0 and shot.items == ()


def test_a_title_over_a_title_shot_becomes_its_headline():
    track = Track("text", (Clip(0, 2000, text="New title", metadata={"role": "title", "color": "#ff0000"}),))
    script = film(video(scene(0, 2000, "title", headline="Old")), track)
    assert script.shots[0].headline == "New title" and script.shots[0].ink == "#ff0000"
    assert not script.banners


def test_a_title_that_goes_on_after_its_shot_becomes_a_banner():
    track = Track("text", (Clip(0, 4000, text="Stays", metadata={"role": "title", "position": "bottom"}),))
    script = film(video(scene(0, 2000, "title", headline="Old"), scene(2000, 5000, body="More")), track)
    (banner,) = script.banners
    assert (banner.text, banner.first, banner.last, banner.place) == ("Stays", 60, 120, "bottom")


def test_a_title_that_leaves_early_leaves_early():
    track = Track("text", (Clip(0, 3000, text="Short", metadata={"role": "title"}),))
    script = film(video(scene(0, 5000, "title", headline="Old")), track)
    assert script.shots[0].headline_until == 3.0


def test_captions_do_not_repeat_what_the_picture_says():
    quote = scene(0, 3000, "quote", body="We wanted silence back")
    assert not film(video(quote), said(0, 3000, "We wanted silence back.")).shots[0].captioned
    assert film(video(quote), said(0, 3000, "The mayor explains it all")).shots[0].captioned


def test_a_sentence_that_is_said_is_the_picture_word_by_word():
    shot = film(
        video(scene(0, 4000, body="Tea is patience.", keyword="patience")), said(0, 4000, "Tea is patience.")
    ).shots[0]
    assert [word for word, _, _ in shot.said] == ["Tea", "is", "patience."]
    assert not shot.captioned and shot.said[-1][2] <= 4.0


def test_with_a_voice_words_come_exactly_when_they_are_said():
    timed = [["Tea", 500, 900], ["is", 900, 1200], ["patience.", 1200, 3900]]
    voice = Track("audio", (Clip(0, 4000, metadata={"role": "voice"}),))
    captions = said(0, 4000, "Tea is patience.", words=timed)
    shot = film(video(scene(0, 4000, body="Tea is patience.")), captions, voice).shots[0]
    assert [start for _, start, _ in shot.said] == [0.5, 0.9, 1.2]


def test_a_transition_does_not_put_the_words_before_the_voice():
    voice = Track("audio", (Clip(0, 8000, metadata={"role": "voice"}),))
    captions = said(
        4000, 8000, "Tea is patience.", words=[["Tea", 4500, 4900], ["is", 4900, 5200], ["so.", 5200, 6000]]
    )
    scenes = video(scene(0, 4000, "title", headline="Tea"), scene(4000, 8000, body="Tea is so.", transition="fade"))
    shot = film(scenes, captions, voice).shots[1]
    assert [round(shot.first / 30 + start, 2) for _, start, _ in shot.said] == pytest.approx([4.5, 4.9, 5.2], abs=0.05)


def test_a_list_that_goes_on_is_numbered_on():
    lists = [scene(i * 1000, i * 1000 + 1000, "list", headline=head, items=["a", "b"])
             for i, head in enumerate(("One", "One", "Two"))]  # fmt: skip
    assert [shot.counted for shot in film(video(*lists)).shots] == [0, 2, 0]


def test_a_film_comes_out_of_black_and_goes_back_unless_it_is_told_otherwise():
    usual, short = film(video(scene(0, 9000))), film(video(scene(0, 2000)))
    assert 0 < usual.dawn < usual.dusk < 1 and short.dawn == short.dusk == 0
    asked = film(video(scene(0, 9000)), fade_in_ms=0, fade_out_ms=2000)
    assert (asked.dawn, asked.dusk) == (0, 2)
    assert film(video(scene(0, 9000)), fade_out_ms=60_000).dusk == 3


def test_a_headline_keeps_its_place_above_the_captions():
    shot = film(video(scene(0, 3000, headline="Patience", body="Wait a while.")), said(0, 3000, "Wait a while.")).shots[
        0
    ]
    assert shot.captioned and not shot.body and not shot.said


def test_captions_switched_off_are_not_shown():
    script = film(video(scene(0, 3000, body="Wait.")), said(0, 3000, "Wait."), captions=False)
    assert not script.captions and script.shots[0].body == "Wait."


def test_words_without_times_share_the_time_of_their_clip():
    words = film(video(scene(0, 3000)), said(1000, 3000, "one three")).captions[0].words
    assert words[0][1] == 1.0 and words[-1][2] == 3.0 and words[0][2] == words[1][1]


def test_pages_of_captions_are_short_and_lose_nothing():
    text = "Lisbon opened the first electric ferry line on Monday, and the ten ships carry five hundred people each."
    words = tuple((word, float(i), i + 1.0) for i, word in enumerate(text.split()))
    cut = pages(Spoken(words, 0.0, float(len(words))))
    assert [word for page in cut for word, _, _ in page.words] == text.split()
    assert all(len(" ".join(word for word, _, _ in page.words)) <= 30 for page in cut)
    assert any(page.words[-1][0] == "Monday," for page in cut)
    assert all(page.until == following.start for page, following in itertools.pairwise(cut))
