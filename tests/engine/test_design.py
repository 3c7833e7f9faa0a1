"""The design system keeps its promises in plain numbers: contrast, sizes, safe areas, lines."""

import itertools
from dataclasses import replace

import pytest

from ai_to_video.engine import design
from ai_to_video.engine.design import Box, Stage, contrast, dressed, fit, readable, stage, veil
from ai_to_video.engine.language.text import (
    CLOSING,
    OPENING,
    Word,
    break_lines,
    join,
    left_to_right,
    stressed,
    typographic,
    words,
)
from ai_to_video.engine.look.themes import THEMES, Voice, theme

every_theme = pytest.mark.parametrize("name", THEMES)


def monospaced(text, voice=None):
    """A stand-in for a font: Chinese characters are one em, others half."""
    return sum(1.0 if ord(char) > 0x2E7F else 0.5 for char in text)


def lines(text, most):
    return [join(line) for line in break_lines(words(text), monospaced, most)]


# Colour


def test_contrast_is_that_of_wcag():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)
    assert contrast("#ff0000", "#ff0000") == 1


def test_there_are_at_least_six_themes_of_either_kind():
    assert len(THEMES) >= 6
    assert {look.dark for look in THEMES.values()} == {True, False}
    assert len({look.shapes for look in THEMES.values()}) >= 6


@every_theme
def test_every_ink_of_a_theme_is_readable_on_its_ground_and_on_its_panel(name):
    look = dressed(name, {})
    for ground, ink in itertools.product((look.mesh[0], look.panel), (look.ink, look.soft, look.accent)):
        assert contrast(ink, ground) >= design.LEAST_CONTRAST, (ground, ink)
    assert contrast(look.on_accent, look.accent) >= design.LEAST_CONTRAST


@every_theme
@pytest.mark.parametrize("colour", ["#ffee00", "#101010", "#ffffff", "#ff2b6a", "#7f7f7f", "#0033ff"])
@pytest.mark.parametrize("key", ["background", "accent", "text", "primary"])
def test_no_palette_a_person_asks_for_makes_text_unreadable(name, key, colour):
    look = dressed(name, {key: colour})
    for ink in (look.ink, look.soft, look.accent):
        assert contrast(ink, look.mesh[0]) >= design.LEAST_CONTRAST
    assert contrast(look.on_accent, look.accent) >= design.LEAST_CONTRAST


def test_a_palette_is_taken_up_and_nonsense_in_it_ignored():
    assert dressed("aurora", {"accent": "#00FFcc"}).accent == "#00ffcc"
    assert dressed("aurora", {"background": "#103020"}).mesh[1] == "#103020"
    assert dressed("aurora", {"accent": "red", "background": None, "text": 7}) == dressed("aurora", {})


def test_a_mood_word_finds_a_theme_and_an_unknown_one_gets_the_first():
    assert theme("Corporate").name == "slate"
    assert theme("no such look").name == "aurora"


@pytest.mark.parametrize("ground", ["#000000", "#808080", "#ffffff", "#c08040"])
def test_an_ink_moves_only_as_far_as_it_must(ground):
    moved = readable("#888888", ground)
    assert contrast(moved, ground) >= min(design.AIMED_CONTRAST, contrast("#000000", ground))
    assert readable("#ffffff", "#000000") == "#ffffff"


def test_a_veil_is_as_thin_as_can_be():
    assert veil("#ffffff", "#000000", "#000000") == 0
    over_white = veil("#ffffff", "#ffffff", "#000000")
    assert 0.5 < over_white < 0.75
    assert contrast("#ffffff", design.mix("#ffffff", "#000000", over_white)) >= design.AIMED_CONTRAST


# Stage


@pytest.mark.parametrize(
    ("aspect", "resolution", "size"),
    [
        ("9:16", "1080p", (1080, 1920)), ("16:9", "720p", (1280, 720)), ("1:1", "480p", (480, 480)),
        ("9:16", "480p", (480, 854)), ("4:5", "1080p", (1080, 1350)), ("", "1080p", (1080, 1920)),
        ("nonsense", "4K", (1080, 1920)),
    ],
)  # fmt: skip
def test_a_shape_and_a_resolution_make_an_even_size(aspect, resolution, size):
    found = stage(None, None, aspect, resolution)
    assert (found.width, found.height) == size


def test_the_numbers_of_the_timeline_stand_in_for_a_missing_shape():
    assert stage(1920, 1080, "", "720p") == Stage(1280, 720)
    assert stage(10_000, 10, "", "480p") == Stage(1440, 480)


@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080), (1080, 1080), (480, 854)])
def test_words_keep_clear_of_the_edges_and_of_the_captions(size):
    found = Stage(*size)
    safe, captions, body = found.safe, found.captions, found.body(captioned=True)
    assert safe.x >= found.width * 0.05 and safe.right <= found.width * 0.95
    assert safe.y >= found.height * 0.05 and safe.bottom <= found.height * 0.95
    assert captions.bottom <= safe.bottom + 1 and body.bottom < captions.y


def test_a_tall_stage_leaves_the_apps_their_buttons():
    safe = Stage(1080, 1920).safe
    assert safe.y >= 200 and safe.bottom <= 1920 - 380
    assert safe.right <= 1080 - 119  # the column of buttons at the right


@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080), (1080, 1080)])
@pytest.mark.parametrize("place", ["top", "bottom"])
def test_words_make_room_for_a_banner_above_the_captions(size, place):
    plain, taken = Stage(*size).body(True), replace(Stage(*size), banner=place).body(True)
    assert taken.height == plain.height - design.BANNER * Stage(*size).unit
    assert taken.y > plain.y if place == "top" else taken.bottom < plain.bottom


# Lines


def test_latin_words_stay_whole_and_nothing_is_lost():
    text = "The quick brown fox jumps over the lazy dog and runs away from the hunters"
    found = lines(text, 12)
    assert " ".join(found) == text
    assert all(monospaced(line) <= 12 for line in found)


def test_lines_are_even_rather_than_full():
    found = lines("one two three four five six seven eight", 15)
    sizes = [monospaced(line) for line in found]
    assert len(found) == 2 and max(sizes) - min(sizes) <= 2


def test_no_short_word_is_left_alone_on_the_last_line():
    found = lines("Patience makes the very best coffee in all of Portugal, I say", 13)
    assert len(found[-1].split()) > 1


def test_a_line_does_not_end_on_a_word_that_leans_on_the_next():
    found = lines("People love the slow boats", 9)
    assert not any(line.split()[-1] in {"the", "to"} for line in found[:-1])


@pytest.mark.parametrize("most", [4, 5, 6, 7, 9])
def test_chinese_punctuation_neither_begins_nor_ends_a_line_where_it_must_not(most):
    text = "冷萃咖啡需要十八个小时，（每一个小时）都很重要。他说：“面团是有脾气的，你急它就硬！”"
    found = lines(text, most)
    assert "".join(found) == text
    assert not any(line[0] in CLOSING or line[-1] in OPENING for line in found if line)


def test_chinese_words_are_not_torn():
    assert any("咖啡" in word.text for word in words("冷萃咖啡需要十八个小时"))
    assert all("啡需" not in word.text for word in words("冷萃咖啡需要十八个小时"))


def test_a_poets_lines_are_kept():
    assert lines("Roses are red\nviolets are blue", 40) == ["Roses are red", "violets are blue"]


def test_a_word_wider_than_the_box_gets_a_line_of_its_own():
    assert lines("a Donaudampfschifffahrt b", 5)[1] == "Donaudampfschifffahrt"


def test_a_short_title_is_large_rather_than_on_one_thin_line():
    box = Box(0, 0, 840, 860)
    setting = fit(words("Northwind Coffee"), Voice(), box, 1.0, monospaced, most=300, fill=True)
    assert [join(line) for line in setting.lines] == ["Northwind", "Coffee"]
    assert setting.wide == pytest.approx(box.width, rel=0.01)


def test_a_lone_small_word_is_not_the_first_line():
    assert lines("The regional council", 8.5) == ["The regional", "council"]


def test_a_day_and_its_month_stay_together():
    for most in (6, 7, 8, 10):
        assert not any(line.endswith(" 1") for line in lines("Bookings open on 1 March in the town", most))


def test_a_word_that_must_be_broken_gets_its_hyphen():
    setting = fit(words("Donaudampfschifffahrtsgesellschaft"), Voice(), Box(0, 0, 600, 900), 1.0, monospaced, least=54)
    broken = [join(line) for line in setting.lines]
    assert len(broken) > 1 and all(line.endswith("-") for line in broken[:-1])
    assert "".join(line.rstrip("-") for line in broken) == "Donaudampfschifffahrtsgesellschaft"
    address = fit(words("https://example.org/very/long/path"), Voice(), Box(0, 0, 500, 900), 1.0, monospaced, least=54)
    assert not any(join(line).endswith("/-") for line in address.lines)


def test_chinese_stands_higher_than_capitals():
    latin, han = (fit(words(text), Voice(), Box(0, 0, 900, 900), 1.0, monospaced) for text in ("Tea", "茶"))
    assert han.rise > latin.rise


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("The Lamplighter's Cat", "The Lamplighter’s Cat"),
        ('"Good evening, Miss Tabby," he says', "“Good evening, Miss Tabby,” he says"),
        ("He said 'no' in the '90s ...", "He said ‘no’ in the ’90s …"),
        ("slow -- and good--really", "slow — and good—really"),
        ("修表不能急", "修表不能急"),
    ],
)
def test_text_is_set_with_the_marks_of_print(typed, printed):
    assert typographic(typed) == printed


def test_text_is_set_as_large_as_fits_and_never_cut():
    voice, box = Voice(), Box(0, 0, 900, 800)
    short, long = (fit(words(t), voice, box, 1.0, monospaced, most=200) for t in ("Hello", "many words " * 40))
    assert short.size > long.size
    for setting in (short, long):
        assert setting.wide <= box.width * 1.01 and setting.height <= box.height * 1.01


def test_text_of_any_length_fits_in_the_end():
    setting = fit(words("word " * 3000), Voice(), Box(0, 0, 900, 900), 1.0, monospaced)
    assert setting.size < 20


def test_the_keyword_is_found_where_it_stands_in_full():
    parts = words("Every hour counts, and eighteen hours count most")
    assert stressed(parts, "eighteen hours") == {4, 5}
    assert stressed(parts, "hour") == {1}
    assert stressed(parts, "minutes") == frozenset()
    assert stressed(words("每一个小时都很重要"), "重要")


def test_arabic_lines_run_from_the_right_with_latin_names_kept_whole():
    line = tuple(Word(text) for text in ("مرحبا", "Nova", "Studio", "بكم"))
    assert left_to_right(line) == (3, 1, 2, 0)
    assert left_to_right((Word("plain"), Word("words"))) == (0, 1)
