"""Routing as a whole: every form keeps its examples, long material is left alone, any text is answered."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ai_to_video.wire.route import Route, route
from ai_to_video.wire.route_cut import parted
from ai_to_video.wire.route_forms import matches, requested
from ai_to_video.wire.route_plain import plain
from ai_to_video.wire.route_tongues import TONGUES
from ai_to_video.wire.route_words import FORMS

EVERY_FORM = (*FORMS, *TONGUES)
ARTICLE = (
    "Coffee came to the highlands a hundred years ago. Families pick the cherries by hand, wash them and dry them on "
    "raised beds. Each village keeps a ledger of what it brings to the mill. "
) * 12
WORDS = """
export download save it the video and then , . ; cut trim make title intro credits status upload show tracks mp4 720p
please how many are left don't not yet before but first after me send a - 1. : ( ) " “ ” 🎬 导出 视频 然后 剪掉 片头 积分
状态 上传 并 。 ， 書き出して して 、 exporta y luego saldo
"""
SALAD = st.lists(st.sampled_from(WORDS.split()), max_size=24).map(" ".join)


def spelled(form, text):
    return plain(text).replace(" ", "") if form.tight else plain(text)


@pytest.mark.parametrize(("form", "text"), [(form, text) for form in EVERY_FORM for text in form.examples])
def test_a_form_takes_its_examples_and_they_go_where_it_says(form, text):
    assert matches(form, spelled(form, text))
    assert route(text).kind == form.kind


@pytest.mark.parametrize(("form", "text"), [(form, text) for form in EVERY_FORM for text in form.never])
def test_what_only_looks_like_a_form_is_not_taken_by_it(form, text):
    assert not matches(form, spelled(form, text))
    assert route(text) == Route("send", text)


@pytest.mark.parametrize(
    "ending",
    [
        "The beans are sorted, bagged and then exported to Europe.",
        "They wash the beans and export them.",
        "Some villages roast the beans and export it.",
        "Trim the branches, then save it.",
        "Share\nDownload",
        "Download our guide now!",
        "Click File and export the video.",
        "Finally, add music and export the video.",
        "The status of the harvest is good, and many credits are left.",
        "“Cut the tree and send me the video.”",
        "导出视频是他们的业务。",
        "最后，这些豆子被装袋，然后出口到欧洲。",
    ],
)
def test_an_article_is_material_however_it_ends(ending):
    assert route(ARTICLE + ending) == Route("send", ARTICLE + ending)


@pytest.mark.parametrize(
    ("ending", "kept", "form"),
    [
        ("\n\nTurn this into a 30-second video and send me the mp4.", "\n\nTurn this into a 30-second video", "mp4"),
        (
            "\n\nMake a short video from this text, then export it as webm.",
            "\n\nMake a short video from this text",
            "webm",
        ),
        ("\n\nPlease export it as mov when it's done.", "", "mov"),
        ("\n\n把上面的文字做成视频，然后导出mp4", "\n\n把上面的文字做成视频", "mp4"),
    ],
)
def test_an_instruction_behind_an_article_is_followed(ending, kept, form):
    told = route(ARTICLE + ending)
    assert (told.kind, told.export_after, told.format) == ("send", True, form)
    assert told.message.rstrip() == (ARTICLE + kept).rstrip()


def test_form_and_size_come_from_the_export_alone():
    assert route("make a 480p gif-like loop, then export it") == Route("send", "make a 480p gif-like loop", True)
    assert route("make a 480p loop, then export as mov 4K") == Route("send", "make a 480p loop", True, "mov", "1080p")
    assert route("make a 480p webm loop") == Route("send", "make a 480p webm loop")


def test_several_exports_are_one_and_the_first_named_form_counts():
    assert route("cut the intro, export it as mp4, and send me the gif") == Route("send", "cut the intro", True, "mp4")
    assert route("show tracks and export as mp4") == Route("export", "show tracks and export as mp4", False, "mp4")
    assert route("upload a file, then export it").kind == "upload"


def test_a_text_that_is_nothing_but_exports_a_hundred_times_is_no_request():
    many = "cut it" + ", export the video as mp4 in full hd for me" * 100
    assert route(many) == Route("send", many)


@pytest.mark.parametrize(
    "text", ["", " ", "\n", "\x00", "\ud800", "🎬", "...", "1.", "“", "full hd " * 5000, "export " * 20000]
)
def test_odd_texts_are_sent_as_they_are(text):
    assert route(text) == Route("send", text)


@given(st.one_of(st.text(), SALAD))
@example("export it, but first ")
@example("before exporting, İ")
def test_any_text_is_answered_and_nothing_is_made_up(text):
    told = route(text)
    assert told.kind in {"send", "export", "credits", "state", "upload"}
    assert told.message in text
    assert told.kind == "send" or told.message == text
    assert not told.export_after or told.kind == "send"
    assert told.export_after or told.message == text
    assert told.export_after or told.kind == "export" or (told.format, told.resolution) == ("", "")


@given(SALAD)
def test_a_message_is_settled_after_one_reading(text):
    told = route(text)
    if told.kind == "send":
        assert route(told.message).message == told.message
        assert told.message == text or route(told.message) == Route("send", told.message)


@given(st.text(min_size=401, max_size=1500))
def test_long_text_without_an_instruction_is_sent_byte_for_byte(text):
    assert parted(text) is not None or route(text) == Route("send", text)
    assert requested(text) == ""


@given(SALAD)
def test_marks_around_a_request_change_nothing(text):
    assert requested(f"  {text} !!! 🙏") == requested(text)
