"""People and models write paths in many ways; each is understood, or refused with its reason."""

from pathlib import PurePosixPath

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ai_to_video.errors import BadArgument
from ai_to_video.studio.files.paths import LocalSource, RemoteSource, read_source


def on_posix(source: str):
    return read_source(source, home="/home/me", windows=False)


def on_windows(source: str):
    return read_source(source, home="C:\\Users\\me", windows=True)


@pytest.mark.parametrize(
    ("source", "path"),
    [
        ("/v/clip.mp4", "/v/clip.mp4"),
        ("  /v/my clip.mp4\n", "/v/my clip.mp4"),
        ('"/v/my clip.mp4"', "/v/my clip.mp4"),
        ("'/v/clip.mp4'", "/v/clip.mp4"),
        ("“/v/clip.mp4”", "/v/clip.mp4"),
        ("`/v/clip.mp4`", "/v/clip.mp4"),
        ("\"'/v/clip.mp4'\"", "/v/clip.mp4"),
        ("~/clip.mp4", "/home/me/clip.mp4"),
        ("~", "/home/me/"),
        ("file:///v/my%20clip.mp4", "/v/my clip.mp4"),
        ("file://localhost/v/%E5%9F%8E.mp4", "/v/城.mp4"),
        ("file:/v/clip.mp4", "/v/clip.mp4"),
        ("FILE:///v/clip.mp4", "/v/clip.mp4"),
        ("file:///v/100%.mp4", "/v/100%.mp4"),
        ("file:///v/take#1.mp4", "/v/take#1.mp4"),
        ("<file:///v/clip.mp4>", "/v/clip.mp4"),
        ("/v/it's.mp4", "/v/it's.mp4"),
    ],
)
def test_a_path_is_read_in_any_form(source, path):
    assert on_posix(source) == LocalSource(path)


@pytest.mark.parametrize(
    ("source", "path"),
    [
        ("C:\\Videos\\clip.mp4", "C:\\Videos\\clip.mp4"),
        ("c:/Videos/clip.mp4", "c:\\Videos\\clip.mp4"),
        ("file:///C:/my%20clip.mp4", "C:\\my clip.mp4"),
        ("file://C:/clip.mp4", "C:\\clip.mp4"),
        ("~\\clip.mp4", "C:\\Users\\me\\clip.mp4"),
        ("\\\\nas\\media\\clip.mp4", "\\\\nas\\media\\clip.mp4"),
        ("file://nas/media/clip.mp4", "\\\\nas\\media\\clip.mp4"),
    ],
)
def test_windows_paths_are_at_home_on_windows(source, path):
    assert on_windows(source) == LocalSource(path)


@pytest.mark.parametrize("source", ["https://a.example/x.mp4", "HTTP://a.example", " <https://a.example/x> "])
def test_web_addresses_are_told_from_paths(source):
    assert on_posix(source) == on_windows(source) == RemoteSource(source.strip(" <>"))


@pytest.mark.parametrize(
    "source",
    [
        "/mnt/user-data/uploads/clip.mp4",
        "/mnt/data/clip.mp4",
        "sandbox:/mnt/data/clip.mp4",
        "sandbox:clip.mp4",
        "attachment://clip.mp4",
        "computer:///mnt/user-data/outputs/clip.mp4",
        "/home/claude/clip.mp4",
        "/sessions/quiet-fox/mnt/uploads/clip.mp4",
    ],
)
def test_a_place_inside_a_chat_is_recognised(source):
    for read in (on_posix, on_windows):
        found = read(source)
        assert isinstance(found, LocalSource) and found.chat
        assert PurePosixPath(found.path).name == "clip.mp4"


@pytest.mark.parametrize(
    ("read", "source", "words"),
    [
        (on_posix, "", "empty"),
        (on_posix, ' "" ', "empty"),
        (on_posix, "clip.mp4", "relative path"),
        (on_posix, "./clip.mp4", "no useful current folder"),
        (on_posix, "../clip.mp4", "relative path"),
        (on_posix, "Videos/clip.mp4", "relative path"),
        (on_windows, "Videos\\clip.mp4", "relative path"),
        (on_windows, "C:clip.mp4", "relative path"),
        (on_windows, "/home/me/clip.mp4", "Linux or macOS path"),
        (on_windows, "\\\\.\\PhysicalDrive0", "device"),
        (on_posix, "C:\\Users\\me\\clip.mp4", "Windows path"),
        (on_posix, "D:/clip.mp4", "Windows path"),
        (on_posix, "file:///C:/clip.mp4", "Windows path"),
        (on_posix, "\\\\nas\\media\\clip.mp4", "network folder"),
        (on_posix, "//nas/media/clip.mp4", "network folder"),
        (on_posix, "file://nas/media/clip.mp4", "network folder"),
        (on_posix, "~root/clip.mp4", "another person's home"),
        (on_posix, "www.example.com/clip.mp4", "web address"),
        (on_posix, "ftp://example.com/clip.mp4", "ftp:"),
        (on_posix, "data:video/mp4;base64,AAAA", "data:"),
        (on_posix, "/v/a\x00b.mp4", "character"),
        (on_posix, "file:///v/a%00b.mp4", "character"),
        (on_posix, "file:///v/%ff.mp4", "UTF-8"),
        (on_posix, "/v/\ud800.mp4", "character"),
    ],
)
def test_what_cannot_be_opened_is_refused_with_its_reason(read, source, words):
    with pytest.raises(BadArgument) as refusal:
        read(source)
    assert words in str(refusal.value) + refusal.value.hint
    assert refusal.value.hint != BadArgument.way_out


def test_the_mend_for_a_windows_path_names_the_place_under_wsl():
    with pytest.raises(BadArgument) as refusal:
        on_posix("C:\\Users\\me\\my clip.mp4")
    assert "/mnt/c/Users/me/my clip.mp4" in refusal.value.hint


@given(st.text() | st.text(alphabet="/\\~:.%'\"file htp0-", max_size=25), st.booleans())
@example("file://C:", False)
@example("file://", True)
def test_any_words_give_an_absolute_path_an_address_or_a_plain_refusal(source, windows):
    try:
        found = read_source(source, home="C:\\Users\\me" if windows else "/home/me", windows=windows)
    except BadArgument as refusal:
        assert str(refusal) and refusal.hint
        return
    if isinstance(found, LocalSource):
        assert found.path and "\0" not in found.path
        assert windows or found.path.startswith("/")
    else:
        assert found.url.lower().startswith(("http:", "https:"))
