"""A file is let in when it lies in the open, is what it seems, and plays; everything else is told in plain words."""

import hashlib
import os
import socket
import unicodedata
from pathlib import Path

import pytest

from ai_to_video.errors import BadArgument, FileTooLarge, Forbidden, NotFound, UnsupportedFile
from ai_to_video.studio.files import Inputs, border

pytestmark = pytest.mark.anyio
on_posix = pytest.mark.skipif(os.name == "nt", reason="links and pipes need rights on Windows")


def open_files() -> int:
    return len(list(Path("/dev/fd").iterdir())) if os.name == "posix" else 0


async def refused(inputs: Inputs, source, kind: type) -> str:
    """What a person is told: both sentences."""
    with pytest.raises(kind) as refusal:
        await inputs.check(str(source))
    assert type(refusal.value) is kind
    assert refusal.value.hint and "Errno" not in str(refusal.value)
    return f"{refusal.value} {refusal.value.hint}"


@pytest.mark.parametrize(
    "extension", ["mp4", "mov", "avi", "webm", "mkv", "jpg", "png", "gif", "webp", "mp3", "wav", "m4a"]
)
async def test_each_format_is_taken_and_measured(inputs, home, media, extension):
    path = home / f"a.{extension}"
    path.write_bytes(media[extension])
    file = await inputs.check(str(path))
    assert file.path == path and file.name == path.name and file.note == ""
    assert file.bytes == len(media[extension])
    assert file.sha256 == hashlib.sha256(media[extension]).hexdigest()
    assert file.mime.startswith(file.kind)
    if file.kind != "image":
        assert 900 < file.duration_ms < 1150
    if file.kind != "audio":
        assert file.width > file.height > 0


@pytest.mark.parametrize(
    "form",
    [
        "{}",
        '"{}"',
        " {} ",
        "file://{}",
        "file://localhost{}",
        "~/Videos/my clip.mp4",
        "{home}/Desktop/../Videos/my clip.mp4",
    ],
)
async def test_every_way_to_write_a_path_leads_to_the_same_file(inputs, home, media, form):
    path = home / "Videos" / "my clip.mp4"
    path.write_bytes(media["mp4"])
    assert (await inputs.check(form.format(path, home=home))).path == path
    assert (await inputs.check(f"file://{path}".replace(" ", "%20"))).path == path


@pytest.mark.parametrize(
    ("on_disk", "asked"),
    [
        (unicodedata.normalize("NFD", "Café.jpg"), unicodedata.normalize("NFC", "Café.jpg")),
        (unicodedata.normalize("NFC", "Café.jpg"), unicodedata.normalize("NFD", "Café.jpg")),
        ("Screenshot at 1.00.00\u202fPM.jpg", "Screenshot at 1.00.00 PM.jpg"),
        ("it’s.jpg", "it's.jpg"),
        ("my clip (1).jpg", "my\\ clip\\ \\(1\\).jpg"),
    ],
)
async def test_a_name_that_looks_the_same_is_the_same(inputs, home, media, on_disk, asked):
    (home / on_disk).write_bytes(media["jpg"])
    assert (await inputs.check(f"{home}/{asked}")).path == home / on_disk


async def test_a_path_outside_the_folders_is_refused_whether_or_not_it_exists(inputs, tmp_path, media):
    (tmp_path / "outside.mp4").write_bytes(media["mp4"])
    for name in ("outside.mp4", "missing.mp4"):
        words = await refused(inputs, tmp_path / name, Forbidden)
        assert "outside the folders" in words and "AI_TO_VIDEO_INPUT_DIRS" in words


@on_posix
async def test_dots_and_links_do_not_lead_out(inputs, home, tmp_path, media):
    (tmp_path / "outside.mp4").write_bytes(media["mp4"])
    (home / "link.mp4").symlink_to(tmp_path / "outside.mp4")
    (home / "door").symlink_to(tmp_path)
    for way in ("link.mp4", "door/outside.mp4", "../outside.mp4"):
        assert "outside the folders" in await refused(inputs, f"{home}/{way}", Forbidden)


@on_posix
async def test_a_link_inside_the_folders_is_followed(inputs, home, media):
    (home / "Videos" / "real.mp4").write_bytes(media["mp4"])
    (home / "link.mp4").symlink_to(home / "Videos" / "real.mp4")
    assert (await inputs.check(f"{home}/link.mp4")).path == home / "Videos" / "real.mp4"


@pytest.mark.parametrize(
    "place",
    [
        ".ssh/id_rsa",
        ".aws/credentials",
        ".gnupg/secring.gpg",
        ".env",
        ".config/app/picture.jpg",
        ".hidden.jpg",
        "Videos/.cache/clip.mp4",
        "id_rsa",
        "id_ed25519.pub",
        "server.pem",
        "private.KEY",
        "prod.env",
        "passwords.kdbx",
        "Library/Keychains/login.mp4",
    ],
)
@on_posix
async def test_hidden_files_and_key_stores_stay_closed(inputs, home, media, place):
    path = home / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(media["jpg"])
    assert "never read" in await refused(inputs, path, Forbidden)
    (home / "innocent.jpg").symlink_to(path)
    assert "never read" in await refused(inputs, home / "innocent.jpg", Forbidden)


async def test_a_hidden_folder_that_was_named_as_a_root_is_open(home, media):
    (home / ".studio").mkdir()
    (home / ".studio" / "a.jpg").write_bytes(media["jpg"])
    assert (await Inputs([home / ".studio"], home=home).check(f"{home}/.studio/a.jpg")).kind == "image"


async def test_a_text_that_holds_a_private_key_is_not_read(inputs, home):
    (home / "notes.txt").write_text("-----BEGIN OPENSSH PRIVATE KEY-----\nabc\n")
    with pytest.raises(UnsupportedFile, match="private key"):
        await inputs.read_text(home / "notes.txt")


@on_posix
async def test_folders_pipes_sockets_and_devices_are_no_files(home, inputs, tmp_path):
    os.mkfifo(home / "pipe.mp4")
    with socket.socket(socket.AF_UNIX) as listening:
        here = Path.cwd()
        os.chdir(home)  # the name of a socket may have only a hundred bytes
        try:
            listening.bind("socket.mp4")
        finally:
            os.chdir(here)
        assert "is a socket" in await refused(inputs, home / "socket.mp4", BadArgument)
    assert "is a pipe" in await refused(inputs, home / "pipe.mp4", BadArgument)
    assert "is a folder" in await refused(inputs, home / "Videos", BadArgument)
    assert "is a device" in await refused(Inputs([Path("/dev")], home=home), "/dev/null", BadArgument)


async def test_a_file_that_is_exchanged_between_the_look_and_the_opening_is_refused(inputs, home, media, monkeypatch):
    path = home / "clip.jpg"
    path.write_bytes(media["jpg"])
    opened = border._open_beneath

    def exchange_first(root, real):
        path.rename(home / "old.jpg")
        path.write_bytes(media["png"])
        return opened(root, real)

    monkeypatch.setattr(border, "_open_beneath", exchange_first)
    assert "exchanged" in await refused(inputs, path, Forbidden)


@on_posix
@pytest.mark.parametrize("swapped", ["Videos", "Videos/clip.jpg"])
async def test_a_link_put_in_the_way_after_the_look_is_not_followed(
    inputs, home, tmp_path, media, monkeypatch, swapped
):
    (home / "Videos" / "clip.jpg").write_bytes(media["jpg"])
    opened = border._open_beneath

    def swap_first(root, real):
        (home / swapped).rename(tmp_path / "aside")  # the very same file, which now lies outside
        (home / swapped).symlink_to(tmp_path / "aside")
        return opened(root, real)

    monkeypatch.setattr(border, "_open_beneath", swap_first)
    assert "exchanged" in await refused(inputs, home / "Videos" / "clip.jpg", Forbidden)


async def test_a_file_without_permission_says_so(inputs, home, media, monkeypatch):
    (home / "clip.jpg").write_bytes(media["jpg"])

    def closed(root, real):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(border, "_open_beneath", closed)
    assert "may not be read by this server" in await refused(inputs, home / "clip.jpg", Forbidden)


async def test_a_missing_file_names_its_likely_neighbours(inputs, home, media):
    (home / "Videos" / "holiday.mp4").write_bytes(media["mp4"])
    (home / "Videos" / ".holidays.mp4").write_bytes(media["mp4"])
    words = await refused(inputs, home / "Videos" / "Holliday.mp4", NotFound)
    assert f"There is no file {home}/Videos/Holliday.mp4" in words
    assert f"Did you mean {home}/Videos/holiday.mp4?" in words and ".holidays" not in words


async def test_a_missing_file_is_looked_for_in_the_usual_places(inputs, home, media):
    (home / "Downloads" / "clip.mp4").write_bytes(media["mp4"])
    words = await refused(inputs, home / "Nowhere" / "clip.mp4", NotFound)
    assert f"There is no folder {home}/Nowhere" in words and f"Did you mean {home}/Downloads/clip.mp4?" in words


async def test_the_usual_places_are_not_told_when_they_are_not_open(home, media):
    (home / "Downloads" / "clip.mp4").write_bytes(media["mp4"])
    assert "Downloads" not in await refused(
        Inputs([home / "Videos"], home=home), home / "Videos" / "clip.mp4", NotFound
    )


@pytest.mark.parametrize(
    "source", ["/mnt/user-data/uploads/clip.mp4", "sandbox:/mnt/data/clip.mp4", "attachment://clip.mp4"]
)
async def test_a_file_in_the_chats_sandbox_is_explained(inputs, home, media, source):
    assert "chat's own sandbox" in await refused(inputs, source, NotFound)
    (home / "Downloads" / "clip.mp4").write_bytes(media["mp4"])
    assert f"{home}/Downloads/clip.mp4" in await refused(inputs, source, NotFound)


async def test_a_path_too_long_or_of_wild_letters_is_refused_plainly(inputs, home):
    await refused(inputs, f"{home}/{'x' * 5000}.mp4", NotFound)
    await refused(inputs, f"{home}/a\x07b.mp4", BadArgument)
    assert "relative path" in await refused(inputs, "clip.mp4", BadArgument)


async def test_an_empty_file_and_one_over_the_limit_are_refused_unread(inputs, home, media, monkeypatch):
    (home / "empty.mp4").touch()
    with (home / "big.mp4").open("wb") as big:
        big.write(media["mp4"])
        big.truncate(1_200_000)
    assert "is empty" in await refused(inputs, home / "empty.mp4", UnsupportedFile)
    assert "is 1.1 MB, and the limit is" in await refused(inputs, home / "big.mp4", FileTooLarge)


async def test_51_megabytes_are_over_the_usual_limit(home):
    with (home / "big.mp4").open("wb") as big:
        big.truncate(51 * 1024 * 1024)
    assert "51.0 MB, and the limit is 50 MB" in await refused(Inputs([home], home=home), home / "big.mp4", FileTooLarge)


@pytest.mark.parametrize(
    ("named", "really", "name", "mime"),
    [
        ("photo.jpg", "png", "photo.png", "image/png"),
        ("notes.txt", "jpg", "notes.jpg", "image/jpeg"),
        ("clip.mp4", "webm", "clip.webm", "video/webm"),
        ("song.mp3", "wav", "song.wav", "audio/wav"),
    ],
)
async def test_a_misnamed_file_is_treated_as_what_it_is_and_that_is_told(
    inputs, home, media, named, really, name, mime
):
    (home / named).write_bytes(media[really])
    file = await inputs.check(str(home / named))
    assert (file.name, file.mime) == (name, mime)
    assert named in file.note and really.upper() in file.note


@pytest.mark.parametrize("named", ["clip", "photo.JPEG", "x.y.jpg"])
async def test_a_name_of_another_fashion_is_mended_without_a_word(inputs, home, media, named):
    (home / named).write_bytes(media["jpg"])
    file = await inputs.check(str(home / named))
    assert file.name.endswith(".jpg") and file.note == ""


async def test_a_film_without_pictures_is_a_sound(inputs, home, make_clip):
    make_clip(home / "talk.mp4", video="")
    file = await inputs.check(str(home / "talk.mp4"))
    assert (file.kind, file.name, file.mime) == ("audio", "talk.m4a", "audio/mp4")


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("clip.mp4", b"just words, no film at all", "named like an MP4 file, but it holds plain text"),
        ("clip.mp4", b"<!doctype html><html><body>404</body></html>", "it holds a web page"),
        ("clip.mp4", bytes(range(128, 256)) * 9, "its content is not one; it may be damaged"),
        ("clip.mp4", b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00heicmif1", "a HEIC photo"),
        ("photo.heic", b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00heicmif1", "Save it as JPG"),
        ("song.flac", b"fLaC\x00\x00\x00\x22", "Convert it to WAV or MP3"),
        ("run.exe", b"MZ\x90\x00", "is a program"),
        ("pack.zip", b"PK\x03\x04\x14\x00\x00\x00readme", "Unpack it"),
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Save it as .docx"),
        ("data.csv", b"a,b\n1,2\n", "is plain text, which is not supported"),
        ("thing.bin", b"\x01\x02\x03\x04" * 30, "not a supported kind"),
    ],
)
async def test_what_is_not_accepted_is_called_by_its_name(inputs, home, name, content, words):
    (home / name).write_bytes(content)
    assert words in await refused(inputs, home / name, UnsupportedFile)


@pytest.mark.parametrize("extension", ["mp4", "mov", "mkv", "webm", "avi", "wav", "jpg", "png"])
async def test_a_truncated_file_is_refused(inputs, home, media, extension):
    path = home / f"cut.{extension}"
    path.write_bytes(media[extension][: len(media[extension]) // 2])
    assert "is damaged" in await refused(inputs, path, UnsupportedFile)


async def test_one_to_twenty_files_are_checked_in_order(inputs, home, media):
    paths = []
    for index in range(20):
        paths.append(home / f"{index}.jpg")
        paths[-1].write_bytes(media["jpg"] if index % 2 else media["png"])
    files = await inputs.check_all([str(path) for path in paths])
    assert [file.path for file in files] == paths
    for wrong in ([], [str(paths[0])] * 21):
        with pytest.raises(BadArgument, match="1 to 20"):
            await inputs.check_all(wrong)


async def test_the_first_file_that_cannot_be_used_is_told(inputs, home, media):
    (home / "good.jpg").write_bytes(media["jpg"])
    with pytest.raises(NotFound, match="bad1"):
        await inputs.check_all([str(home / name) for name in ("good.jpg", "bad1.jpg", "bad2.jpg")])


async def test_a_file_that_changed_after_the_check_is_noticed(inputs, home, media):
    path = home / "clip.jpg"
    path.write_bytes(media["jpg"])
    file = await inputs.check(str(path))
    await inputs.confirm(file)
    path.write_bytes(media["png"])
    with pytest.raises(BadArgument, match="changed"):
        await inputs.confirm(file)
    path.unlink()
    with pytest.raises(NotFound):
        await inputs.confirm(file)


async def test_no_file_stays_open(inputs, home, media):
    before = open_files()
    (home / "a.jpg").write_bytes(media["jpg"])
    (home / "b.mp4").write_bytes(media["mp4"][:3000])
    await inputs.check(str(home / "a.jpg"))
    await refused(inputs, home / "b.mp4", UnsupportedFile)
    await refused(inputs, home / "Videos", BadArgument)
    assert open_files() <= before
