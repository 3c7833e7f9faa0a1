"""Files that are not what they say, too much of what they are, or reached by a link: each gets a clear answer."""

import errno
import io
import resource

import av
import numpy as np
import pytest
from PIL import Image
from tests.engine.door import at_the_door

from ai_to_video.engine import intake
from ai_to_video.engine.look.reader import sight
from ai_to_video.errors import FileTooLarge, Forbidden
from ai_to_video.wire import bodies

pytestmark = pytest.mark.anyio


def picture(kind="PNG", size=(60, 40), **wishes):
    file = io.BytesIO()
    noise = np.random.default_rng(1).integers(0, 255, (size[1], size[0], 3), np.uint8)
    Image.fromarray(noise).save(file, kind, **wishes)
    return file.getvalue()


def sound_in_a_film():
    file = io.BytesIO()
    with av.open(file, "w", format="mp4") as film:
        stream = film.add_stream("aac", rate=48000, layout="stereo")
        for _ in range(20):
            frame = av.AudioFrame.from_ndarray(np.zeros((2, 1024), np.float32), "fltp", "stereo")
            frame.sample_rate = 48000
            film.mux(stream.encode(frame))
        film.mux(stream.encode(None))
    return file.getvalue()


async def links(door, *urls):
    return await door.http.post(bodies.upload_path(door.session_id), json=bodies.urls_body(urls), headers=door.headers)


def scraps(door):
    return [path for path in door.folder.rglob(".upload-*") if path.is_file()]


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP"])
async def test_a_picture_that_breaks_off_is_refused_when_it_comes_not_when_it_is_rendered(door, kind):
    whole = picture(kind)
    assert (await door.upload("a.png", whole)).status_code == 200
    answer = await door.upload("a.png", whole[: len(whole) * 2 // 3])
    assert (answer.status_code, answer.json()["code"]) == (415, 4001)
    assert "damaged" in answer.json()["message"]
    assert not scraps(door)


async def test_a_large_picture_is_taken_in_without_being_unpacked(door):
    file = io.BytesIO()
    Image.new("RGBA", (9000, 9000), (0, 0, 255, 90)).save(file, "PNG", compress_level=1)
    await door.upload("small.png", picture())
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    info = (await door.upload("large.png", file.getvalue())).json()["data"]["files"][0]
    assert (info["width"], info["height"]) == (9000, 9000)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 60_000


async def test_too_many_pixels_are_told_by_the_name_the_person_knows(door, monkeypatch):
    monkeypatch.setattr("ai_to_video.engine.look.reader.MOST_PIXELS", 100)
    answer = await door.upload("beach.png", picture())
    assert (answer.status_code, answer.json()["code"]) == (413, 4002)
    assert "beach.png" in answer.json()["message"]
    assert "at most" in answer.json()["message"]


async def test_a_film_without_pictures_is_taken_as_the_sound_it_is(door):
    info = (await door.upload("song.mp4", sound_in_a_film())).json()["data"]["files"][0]
    assert (info["file_type"], info["width"]) == ("audio", 0)


def test_an_orientation_that_does_not_exist_turns_nothing(tmp_path):
    for orientation, size in ((6, (40, 60)), (99, (60, 40))):
        exif = Image.Exif()
        exif[274] = orientation
        (tmp_path / "a.jpg").write_bytes(picture("JPEG", exif=exif))
        seen = sight(tmp_path / "a.jpg")
        assert (seen.width, seen.height) == size


@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        ("multipart/form-data", b"abc"),
        ("multipart/form-data; boundary=x", b"abc"),
        ("multipart/form-data; boundary=x", b"--x\r\nContent-Disposition: form-data\r\n\r\nabc\r\n--x--\r\n"),
    ],
)
async def test_a_body_that_only_says_it_is_multipart_is_told_in_our_words(door, content_type, body):
    headers = {**door.headers, "Content-Type": content_type}
    answer = await door.http.post(bodies.upload_path(door.session_id), content=body, headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (422, 422)
    assert "multipart form data" in answer.json()["message"]


async def test_more_files_than_allowed_at_once_are_told(door):
    files = [("files", (f"{number}.png", b"x")) for number in range(21)]
    answer = await door.http.post(bodies.upload_path(door.session_id), files=files, headers=door.headers)
    assert (answer.status_code, "20 files" in answer.json()["message"]) == (422, True)


async def test_a_disk_that_fills_while_a_file_comes_in_keeps_no_scrap_of_it(door, monkeypatch):
    def full(content, path, most):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"half")
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(intake, "_copied", full)
    assert (await door.upload("a.png", picture())).status_code == 507
    assert not scraps(door)


async def test_links_are_fetched_and_taken_in_like_files(tmp_path):
    asked = []

    async def fetch(url, most):
        asked.append((url, most > 0))
        return picture()

    async with at_the_door(tmp_path, fetch=fetch) as door:
        await door.open()
        answer = await links(door, "https://example.com/a%20beach.jpeg?x=1")
        info = answer.json()["data"]["files"][0]
        assert (info["filename"], info["file_type"], info["width"]) == ("a beach.png", "image", 60)
        assert [media.name for media in (await door.state()).media] == ["a beach.png"]
        assert asked == [("https://example.com/a%20beach.jpeg?x=1", True)]


@pytest.mark.parametrize(
    ("failure", "status", "code"),
    [
        (Forbidden("That address lies inside a private network."), 422, 422),
        (FileTooLarge("What is there is larger than 50 MB."), 413, 4002),
    ],
)
async def test_a_link_that_cannot_be_fetched_is_told(tmp_path, failure, status, code):
    async def fetch(url, most):
        raise failure

    async with at_the_door(tmp_path, fetch=fetch) as door:
        answer = await links(await door.open(), "https://example.com/a.jpeg")
        assert (answer.status_code, answer.json()["code"]) == (status, code)
        assert answer.json()["message"]


async def test_an_engine_without_a_way_to_fetch_says_so(door):
    answer = await links(door, "https://example.com/a.jpeg")
    assert (answer.status_code, "fetches no links" in answer.json()["message"]) == (422, True)


@pytest.mark.parametrize("urls", [None, [], "https://example.com", [5], ["https://example.com"] * 21])
async def test_a_list_of_links_that_is_none_is_told(door, urls):
    body = {"urls": urls, "source_type": "url"}
    answer = await door.http.post(bodies.upload_path(door.session_id), json=body, headers=door.headers)
    assert (answer.status_code, "called urls" in answer.json()["message"]) == (422, True)
