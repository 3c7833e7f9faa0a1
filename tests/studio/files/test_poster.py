"""The picture beside a finished file: small, upright, and not black."""

import io
import os

import pytest
from PIL import Image, ImageStat

from ai_to_video.studio.files.poster import MOST_BYTES, poster

pytestmark = pytest.mark.anyio


async def shown(path) -> Image.Image:
    data = await poster(path)
    assert 0 < len(data) <= MOST_BYTES
    with Image.open(io.BytesIO(data)) as picture:
        assert picture.format == "JPEG"
        picture.load()
        return picture


@pytest.mark.parametrize("extension", ["mp4", "mov", "mkv", "webm", "avi", "gif", "png", "jpg", "webp"])
async def test_whatever_can_be_seen_has_a_poster(media, tmp_path, extension):
    path = tmp_path / f"a.{extension}"
    path.write_bytes(media[extension])
    assert (await shown(path)).size in {(64, 48), (40, 30)}


@pytest.mark.parametrize("extension", ["mp3", "wav", "m4a", "aac"])
async def test_a_sound_has_none(media, tmp_path, extension):
    path = tmp_path / f"a.{extension}"
    path.write_bytes(media[extension])
    assert await poster(path) == b""


async def test_a_film_that_opens_in_black_shows_what_comes_after(make_clip, tmp_path):
    picture = await shown(make_clip(tmp_path / "b.mp4", seconds=2, black_until=1.2))
    assert max(ImageStat.Stat(picture.convert("L")).extrema[0]) > 100


async def test_a_film_taken_upright_stands_upright(make_clip, tmp_path):
    lying = await shown(make_clip(tmp_path / "l.mp4"))
    turned = await shown(make_clip(tmp_path / "t.mp4", turned=90))
    assert lying.getpixel((32, 2))[0] > 150 > lying.getpixel((32, 2))[2]
    assert turned.size == (48, 64)
    assert (
        turned.getpixel((2, 32))[0] > 150 > turned.getpixel((2, 32))[2]
    )  # a quarter counter-clockwise: top to the left


async def test_a_picture_of_noise_is_squeezed_until_it_fits(tmp_path):
    Image.frombytes("RGB", (900, 900), os.urandom(900 * 900 * 3)).save(tmp_path / "noise.png")
    picture = await shown(tmp_path / "noise.png")
    assert max(picture.size) <= 640


async def test_what_is_transparent_becomes_white(tmp_path):
    Image.new("RGBA", (50, 50), (255, 0, 0, 0)).save(tmp_path / "clear.png")
    assert min((await shown(tmp_path / "clear.png")).getpixel((25, 25))) > 250


async def test_a_file_without_a_poster_is_still_a_file(tmp_path):
    (tmp_path / "broken.mp4").write_bytes(b"\x00\x00\x00\x18ftypisom")
    assert await poster(tmp_path / "broken.mp4") == await poster(tmp_path / "missing.mp4") == b""
