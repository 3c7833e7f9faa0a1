"""A finished file is whole, is what was ordered, stands under its own name, and has cost nobody else theirs."""

import errno
import hashlib
import os
import subprocess
import sys
import threading
from datetime import date
from pathlib import Path

import anyio
import pytest

from ai_to_video.errors import BadArgument, RenderFailed, Unreachable
from ai_to_video.studio.answers import FileInfo
from ai_to_video.studio.files import Outputs

pytestmark = pytest.mark.anyio

FORMATS = ["mp4", "mov", "avi", "webm", "mkv", "jpg", "png", "gif", "webp", "mp3", "wav", "m4a", "aac"]


def content(info: FileInfo) -> bytes:
    return Path(info.path).read_bytes()


async def arrive(outputs: Outputs, data: bytes, fmt: str = "mp4", name: str = "clip", **expected):
    """Reserve, download, finish."""
    target = await outputs.reserve(name, fmt)
    outputs.part(target).write_bytes(data)
    return await outputs.finish(outputs.part(target), target, fmt=fmt, **expected)


async def failed(outputs: Outputs, data: bytes, kind: type, fmt: str = "mp4", **expected) -> str:
    with pytest.raises(kind) as failure:
        await arrive(outputs, data, fmt, **expected)
    assert type(failure.value) is kind and failure.value.hint
    assert not [path for path in outputs._folder.iterdir() if path.suffix != ".part"]
    return str(failure.value)


@pytest.mark.parametrize("fmt", FORMATS)
async def test_each_format_lands_whole_and_every_figure_is_read_from_the_file(outputs, media, tmp_path, fmt):
    info = await arrive(outputs, media[fmt], fmt, expected_bytes=len(media[fmt]))
    path = Path(info.path)
    assert path == tmp_path / "out" / f"clip.{fmt}"
    assert content(info) == media[fmt] and info.bytes == len(media[fmt])
    assert info.sha256 == hashlib.sha256(media[fmt]).hexdigest()
    assert (info.video_codec or info.audio_codec) and (info.seconds > 0.9 or fmt in {"jpg", "png", "gif", "webp"})
    assert sorted(path.parent.iterdir()) == [path]


async def test_the_folder_is_made_on_need_and_only_then(outputs, tmp_path):
    assert not (tmp_path / "out").exists()
    assert (await outputs.reserve("a", "mp4")).parent == tmp_path / "out"


@pytest.mark.parametrize(
    ("filename", "title", "job_id", "name"),
    [
        ("My Film.mov", "", "", "My Film.mp4"),
        ("../../../etc/cron.d/x", "", "", "x.mp4"),
        ("", "Urban Dreams", "job-123456789", "Urban Dreams 2026-11-22.mp4"),
        ("", "", "job-123456789", "video 2026-11-22 23456789.mp4"),
        ("???", "", "", "video 2026-11-22.mp4"),
        ("", "???", "", "video 2026-11-22.mp4"),
    ],
)
async def test_a_file_gets_the_wished_name_or_one_from_title_and_date(tmp_path, filename, title, job_id, name):
    outputs = Outputs(tmp_path, today=lambda: date(2026, 11, 22))
    assert await outputs.reserve(filename, "mp4", title=title, job_id=job_id) == tmp_path / name


@pytest.mark.parametrize(("fmt", "name"), [("MP4", "a.mp4"), (".gif", "a.gif"), ("jpeg", "a.jpg")])
async def test_a_format_may_be_written_as_people_do(outputs, fmt, name):
    assert (await outputs.reserve("a", fmt)).name == name


async def test_an_unknown_format_is_refused_with_the_known_ones(outputs):
    with pytest.raises(BadArgument) as refusal:
        await outputs.reserve("a", "mpeg7")
    assert "mpeg7" in str(refusal.value) and "mp4, mov" in refusal.value.hint


async def test_nothing_is_ever_overwritten(outputs, media, tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "clip.mp4").write_text("mine")
    names = [Path((await arrive(outputs, media["mp4"])).path).name for _ in range(3)]
    assert names == ["clip (2).mp4", "clip (3).mp4", "clip (4).mp4"]
    assert (tmp_path / "out" / "clip.mp4").read_text() == "mine"


async def test_a_stranger_who_takes_the_name_meanwhile_keeps_it(outputs, media):
    target = await outputs.reserve("clip", "mp4")
    outputs.part(target).write_bytes(media["mp4"])
    target.write_text("mine")
    info = await outputs.finish(outputs.part(target), target, fmt="mp4")
    assert Path(info.path).name == "clip (2).mp4" and content(info) == media["mp4"]
    assert target.read_text() == "mine" and len(list(target.parent.iterdir())) == 2


async def test_two_jobs_never_hold_one_name(outputs):
    async with anyio.create_task_group() as group:
        taken: list[Path] = []

        async def take() -> None:
            taken.append(await outputs.reserve("clip", "mp4"))

        for _ in range(20):
            group.start_soon(take)
    assert len(set(taken)) == 20


def test_two_processes_never_hold_one_name(tmp_path):
    code = (
        "import sys, anyio; from pathlib import Path; from ai_to_video.studio.files.outputs import Outputs\n"
        "o = Outputs(Path(sys.argv[1])); sys.stdin.readline()\n"
        "async def main():\n    for _ in range(25): print((await o.reserve('clip', 'mp4')).name)\n"
        "anyio.run(main)"
    )
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    pipe = subprocess.PIPE
    racers = [
        subprocess.Popen([sys.executable, "-c", code, tmp_path], stdin=pipe, stdout=pipe, env=env, text=True)
        for _ in range(2)
    ]
    told: list[list[str]] = [[], []]

    def race(index: int) -> None:
        told[index] = racers[index].communicate("go\n")[0].split("\n")[:-1]

    threads = [threading.Thread(target=race, args=(index,)) for index in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    names = told[0] + told[1]
    assert len(names) == len(set(names)) == 50


async def test_a_name_whose_holder_finishes_in_the_same_moment_is_left_alone(outputs, monkeypatch, tmp_path):
    made = Path.touch

    def finish_first(self, **how):
        (tmp_path / "out" / "clip.mp4").write_text("whole")
        made(self, **how)

    monkeypatch.setattr(Path, "touch", finish_first)
    assert (await outputs.reserve("clip", "mp4")).name == "clip (2).mp4"
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["clip (2).mp4.part", "clip.mp4"]


async def test_the_part_of_a_job_is_where_it_was_after_a_restart(outputs, media, tmp_path):
    target = await outputs.reserve("clip", "mp4")
    outputs.part(target).write_bytes(media["mp4"][:100])
    later = Outputs(tmp_path / "out")
    assert later.part(target) == outputs.part(target) and later.part(target).stat().st_size == 100
    assert await later.reserve("clip", "mp4") == tmp_path / "out" / "clip (2).mp4"


async def test_a_download_that_stopped_early_is_kept_to_go_on_from(outputs, media):
    whole = media["mp4"]
    words = await failed(outputs, whole[:5000], Unreachable, expected_bytes=len(whole))
    assert f"5,000 of {len(whole):,} bytes" in words
    (part,) = outputs._folder.iterdir()
    assert part.stat().st_size == 5000


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda film: b"", "is empty"),
        (lambda film: film[: len(film) // 2], "ends early"),
        (lambda film: film[:-40], "ends early"),
        (lambda film: film + b"trailing", "8 bytes too many"),
        (lambda film: b"<!doctype html><html>Bad gateway</html>", "the service sent a web page"),
        (lambda film: b'{"code": 500, "message": "oops"}', "the service sent a message"),
        (lambda film: b"GIF89a" + film[6:], "sent a GIF file"),
        (lambda film: bytes(range(128, 256)) * 9, "is not an MP4 file"),
        (lambda film: film.replace(b"moov", b"free"), "no index"),
    ],
)
async def test_content_that_is_not_the_film_is_never_called_done(outputs, media, spoil, words):
    assert words in await failed(outputs, spoil(media["mp4"]), RenderFailed)
    (part,) = outputs._folder.iterdir()
    assert part.stat().st_size == 0  # the name stays reserved, and bad bytes are not gone on from


async def test_more_bytes_than_were_announced_are_a_failure(outputs, media):
    assert "too many" in await failed(outputs, media["mp3"], RenderFailed, "mp3", expected_bytes=100)


async def test_a_film_without_pictures_is_not_what_was_ordered(outputs, make_clip, tmp_path):
    dark = make_clip(tmp_path / "dark.mp4", video="").read_bytes()
    assert "no pictures" in await failed(outputs, dark, RenderFailed)


@pytest.mark.parametrize(
    ("expected_ms", "whole"), [(1000, True), (1400, True), (2500, True), (10_000, False), (0, True)]
)
async def test_a_film_much_shorter_than_its_timeline_is_a_failure(outputs, media, expected_ms, whole):
    if whole:
        assert (await arrive(outputs, media["mp4"], expected_ms=expected_ms)).seconds == pytest.approx(1, abs=0.1)
    else:
        assert "instead of 10.0 s" in await failed(outputs, media["mp4"], RenderFailed, expected_ms=expected_ms)


async def test_a_film_much_longer_than_its_timeline_is_a_failure(outputs, make_clip, tmp_path):
    long = make_clip(tmp_path / "long.mp4", seconds=5, audio="").read_bytes()
    assert "lasts 5.0 s" in await failed(outputs, long, RenderFailed, expected_ms=2000)


async def test_twin_containers_are_taken_for_each_other(outputs, media, make_clip, tmp_path):
    assert (await arrive(outputs, media["mov"], "mp4")).path.endswith(".mp4")
    assert (await arrive(outputs, media["webm"], "mkv")).path.endswith(".mkv")
    assert (await arrive(outputs, make_clip(tmp_path / "t.mp4", video="").read_bytes(), "m4a")).audio_codec == "aac"


async def test_finishing_twice_tells_the_same_file(outputs, media):
    target = await outputs.reserve("clip", "mp4")
    outputs.part(target).write_bytes(media["mp4"])
    first = await outputs.finish(outputs.part(target), target, fmt="mp4")
    assert await outputs.finish(outputs.part(target), target, fmt="mp4") == first
    assert await outputs.finished(target, fmt="mp4") == first


async def test_a_crash_between_the_two_halves_of_the_renaming_is_mended(outputs, media):
    target = await outputs.reserve("clip", "mp4")
    outputs.part(target).write_bytes(media["mp4"])
    target.hardlink_to(outputs.part(target))
    info = await outputs.finish(outputs.part(target), target, fmt="mp4")
    assert info.path == str(target) and list(target.parent.iterdir()) == [target]


async def test_what_is_not_finished_is_not_told_as_finished(outputs, media):
    target = await outputs.reserve("clip", "mp4")
    assert await outputs.finished(target, fmt="mp4") is None
    target.write_bytes(media["mp4"])  # a stranger's, for the job still holds its part
    assert await outputs.finished(target, fmt="mp4") is None
    outputs.part(target).unlink()
    target.write_bytes(media["mp4"][:3000])
    assert await outputs.finished(target, fmt="mp4") is None


async def test_a_part_that_vanished_is_a_failure_with_a_way_out(outputs):
    target = await outputs.reserve("clip", "mp4")
    outputs.part(target).unlink()
    with pytest.raises(RenderFailed, match="not there any more"):
        await outputs.finish(outputs.part(target), target, fmt="mp4")


async def test_a_name_given_back_is_free_again(outputs):
    target = await outputs.reserve("clip", "mp4")
    outputs.part(target).with_name("clip.mp4.part.json").write_text("{}")  # what the download remembers
    await outputs.release(target)
    await outputs.release(target)
    assert not list(target.parent.iterdir())
    assert await outputs.reserve("clip", "mp4") == target


async def test_a_disk_without_hard_links_takes_files_all_the_same(outputs, media, monkeypatch):
    def unable(self, other):
        raise OSError(errno.EOPNOTSUPP, "Operation not supported")

    monkeypatch.setattr(Path, "hardlink_to", unable)
    info = await arrive(outputs, media["mp4"])
    assert content(info) == media["mp4"] and len(list(Path(info.path).parent.iterdir())) == 1
    target = await outputs.reserve("other", "mp4")
    outputs.part(target).write_bytes(media["mp4"])
    target.write_text("mine")
    assert (await outputs.finish(outputs.part(target), target, fmt="mp4")).path.endswith("other (2).mp4")
    assert target.read_text() == "mine"


async def test_nothing_is_written_outside_the_output_folder(outputs, media, tmp_path):
    stranger = tmp_path / "elsewhere" / "clip.mp4"
    for attempt in (
        outputs.finish(stranger.with_name("clip.mp4.part"), stranger, fmt="mp4"),
        outputs.finished(stranger, fmt="mp4"),
        outputs.release(stranger),
    ):
        with pytest.raises(BadArgument) as refusal:
            await attempt
        assert "outside the output folder" in str(refusal.value)
        assert f"AI_TO_VIDEO_OUTPUT_DIR to {stranger.parent}" in refusal.value.hint


async def test_a_full_disk_is_told_before_anything_is_rendered(tmp_path):
    outputs = Outputs(tmp_path, free_bytes=lambda folder: 120 * 1024**2)
    with pytest.raises(BadArgument) as refusal:
        await outputs.reserve("clip", "mp4")
    assert "is full" in str(refusal.value) and "AI_TO_VIDEO_OUTPUT_DIR" in refusal.value.hint
    assert not list(tmp_path.iterdir())
    assert await outputs.reserve("clip", "mp4", expected_bytes=50 * 1024**2)


@pytest.mark.parametrize(
    ("step", "code", "words"),
    [
        ("mkdir", errno.EROFS, "cannot be written to"),
        ("mkdir", errno.EACCES, "cannot be written to"),
        ("touch", errno.EACCES, "cannot be written to"),
        ("touch", errno.ENOSPC, "is full"),
        ("touch", errno.EIO, "did not take the file"),
    ],
)
async def test_a_folder_that_takes_nothing_is_told_with_what_to_do(outputs, monkeypatch, step, code, words):
    def refuse(self, *args, **more):
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(Path, step, refuse)
    with pytest.raises(BadArgument) as refusal:
        await outputs.reserve("clip", "mp4")
    assert words in str(refusal.value) and "set AI_TO_VIDEO_OUTPUT_DIR to another folder" in refusal.value.hint


@pytest.mark.parametrize("place", ["out", "out/deeper"])
async def test_a_file_in_the_way_of_the_folder_is_told(tmp_path, place):
    (tmp_path / "out").write_text("a file")
    with pytest.raises(BadArgument, match="in the way"):
        await Outputs(tmp_path / place).reserve("clip", "mp4")


async def test_a_disk_that_fills_up_at_the_last_moment_loses_nothing(outputs, media, monkeypatch):
    target = await outputs.reserve("clip", "mp4")
    outputs.part(target).write_bytes(media["mp4"])

    def full(handle):
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(BadArgument, match="is full"):
            await outputs.finish(outputs.part(target), target, fmt="mp4")
    assert outputs.part(target).read_bytes() == media["mp4"]
    assert (await outputs.finish(outputs.part(target), target, fmt="mp4")).bytes == len(media["mp4"])


async def test_poster_and_probe_are_at_hand(outputs, media):
    info = await arrive(outputs, media["mp4"])
    assert (await outputs.poster(Path(info.path)))[:2] == b"\xff\xd8"
    assert (await outputs.probe(Path(info.path))).width == info.width == 64
