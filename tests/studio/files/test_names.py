"""A finished file gets the name that was wished for, as far as three systems allow it."""

import unicodedata
from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ai_to_video.studio.files.names import numbered, safe_name

KNOWN = frozenset({"mp4", "mov", "gif", "jpg"})


def named(wish: str, extension: str = "mp4", **more) -> str:
    return safe_name(wish, extension, known=KNOWN, **more)


@pytest.mark.parametrize(
    ("wish", "name"),
    [
        ("Urban Dreams", "Urban Dreams.mp4"),
        ("城市之梦", "城市之梦.mp4"),
        ("party 🎉👨‍👩‍👧", "party 🎉👨‍👩‍👧.mp4"),
        ("clip.mp4", "clip.mp4"),
        ("clip.MOV", "clip.mp4"),
        ("clip.mp4.mp4", "clip.mp4"),
        ("final.v2", "final.v2.mp4"),
        ("../../etc/passwd", "passwd.mp4"),
        ("/home/me/Videos/cat.mov", "cat.mp4"),
        ("C:\\Videos\\cat.mov", "cat.mp4"),
        ("AC/DC live: a <film>?", "AC-DC live- a -film.mp4"),
        ("  .hidden. ", "hidden.mp4"),
        ("-rf", "rf.mp4"),
        ("a\tb\nc", "a b c.mp4"),
        ("evil\u202egpj.mp4", "evilgpj.mp4"),
        ("tail...   ", "tail.mp4"),
    ],
)
def test_a_wish_becomes_the_nearest_name_every_system_takes(wish, name):
    assert named(wish) == name


@pytest.mark.parametrize("wish", ["CON", "con", "nul.mp4", "COM1", "lpt9", "aux.tar", "COM¹", "CONIN$", "PRN .x"])
def test_a_name_that_windows_keeps_for_a_device_is_marked(wish):
    assert named(wish).startswith("_")


@pytest.mark.parametrize("wish", ["", "   ", "...", "///", "???", "\x00\x01", "\u202e", ".mp4", "--"])
def test_a_wish_of_nothing_usable_falls_back(wish):
    assert named(wish, fallback="Urban Dreams 2026-11-22") == "Urban Dreams 2026-11-22.mp4"
    assert named(wish, fallback="") == "video.mp4"


def test_a_long_name_is_cut_between_letters_and_leaves_room_for_what_is_added():
    name = named("é漢🎬" * 400)
    assert len(f"{numbered(name, 9999)}.part".encode()) < 255
    assert name.removesuffix(".mp4") in "é漢🎬" * 400


def test_a_second_file_of_a_name_is_numbered_before_the_extension():
    assert [numbered("a.b.mp4", number) for number in (1, 2, 10)] == ["a.b.mp4", "a.b (2).mp4", "a.b (10).mp4"]


@given(st.text() | st.text(alphabet="./\\:~ C-aONmp4\u202e\u0301\x00é", max_size=30), st.sampled_from(["mp4", "gif"]))
def test_every_name_is_one_safe_component_on_three_systems(wish, extension):
    name = named(wish, extension)
    assert PurePosixPath(name).parts == PureWindowsPath(name).parts == (name,)
    assert not PureWindowsPath(name).is_reserved()
    assert name.endswith(f".{extension}") and name == name.strip() and name[0] not in ".-"
    assert not set(name) & set('<>:"/\\|?*') and all(
        unicodedata.category(letter) not in {"Cc", "Cs"} for letter in name
    )
    assert len(name.encode()) <= 200
    assert unicodedata.normalize("NFC", name) == name


@given(st.text() | st.text(alphabet="./\\:~ C-aONmp4\u202e\u0301é", max_size=30))
def test_naming_a_name_again_changes_nothing(wish):
    assert named(named(wish)) == named(wish)
