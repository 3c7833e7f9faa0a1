"""Files of several owners on one machine: out into a folder each, in from nowhere but the web."""

from pathlib import Path

import pytest

from ai_to_video.errors import BadArgument, Forbidden
from ai_to_video.studio.files import Inputs, Outputs

pytestmark = pytest.mark.anyio


async def test_every_owner_has_a_folder_and_names_of_its_own(tmp_path):
    outputs = Outputs(tmp_path)
    places = [await outputs.of(owner).reserve("cat", "mp4") for owner in ("key-anna", "key-ben", "", "key-anna")]
    assert [str(place.relative_to(tmp_path)) for place in places] == [
        str(Path("key-anna", "cat.mp4")),
        str(Path("key-ben", "cat.mp4")),
        "cat.mp4",
        str(Path("key-anna", "cat (2).mp4")),
    ]


async def test_no_owner_reaches_into_the_folder_of_another(tmp_path):
    outputs = Outputs(tmp_path)
    place = await outputs.of("key-anna").reserve("cat", "mp4")
    for stranger in ("key-ben", ""):
        with pytest.raises(BadArgument, match="outside"):
            await outputs.of(stranger).release(place)


@pytest.mark.parametrize("owner", ["..", ".", "a/b", "/etc", "../key-ben"])
def test_an_owner_that_is_no_name_of_a_folder_is_a_fault_of_ours(tmp_path, owner):
    with pytest.raises(ValueError, match="folder"):
        Outputs(tmp_path).of(owner)


async def test_without_folders_to_read_from_every_path_is_refused_alike(tmp_path):
    there = tmp_path / "there.txt"
    there.write_text("words")
    told = set()
    for source in (there, tmp_path / "missing.txt", "~/x.txt", there.as_uri(), "/mnt/user-data/uploads/x.mp4"):
        with pytest.raises(Forbidden) as refused:
            await Inputs(()).check(str(source))
        told.add(f"{refused.value} {refused.value.hint}")
    assert len(told) == 1
