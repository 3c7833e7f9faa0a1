"""A timeline becomes a file: right in every number, the same every time, all of it or none."""

import errno
import os
import resource
import signal
import struct
from dataclasses import replace

import anyio
import av
import numpy as np
import pytest
from PIL import Image

from ai_to_video.engine.output.encode import told_plainly
from ai_to_video.engine.output.job import Job
from ai_to_video.engine.output.produce import produce
from ai_to_video.engine.output.render import render
from ai_to_video.engine.output.worker import throttled
from ai_to_video.engine.sound.loudness import RATE
from ai_to_video.errors import BadArgument, RenderFailed, UnsupportedFile
from ai_to_video.timeline import Clip, Timeline, Track

pytestmark = pytest.mark.anyio


def timeline(seconds=2.0, *, aspect="16:9", music=True, media="", **metadata):
    half, end = int(seconds * 500), int(seconds * 1000)
    facts = {"scene": "photo", "media": media} if media else {"scene": "statement", "headline": "Second shot"}
    shots = (
        Clip(0, half, metadata={"scene": "title", "headline": "A short film"}),
        Clip(half, end, metadata={**facts, "transition": "fade"}),
    )
    tracks = [Track("video", shots)]
    if music:
        tracks.append(
            Track("audio", (Clip(0, end, "Upbeat", volume=35, metadata={"role": "music", "mood": "upbeat"}),))
        )
    return Timeline(tuple(tracks), end, metadata={"aspect": aspect, "seed": 2, **metadata})


def written(folder, fmt="mp4", film=None, resolution="480p", sources=None):
    """The file as the render process would write it, without the process."""
    part = folder / f"film.{fmt}"
    shares = []
    produce(Job(film or timeline(), sources or {}, part, fmt, resolution), shares.append)
    assert shares == sorted(shares) and shares[-1] == 1.0
    return part


def boxes(path):
    data, at = path.read_bytes(), 0
    while at < len(data):
        size, name = struct.unpack_from(">I4s", data, at)
        yield name.decode()
        at += size


async def rendered(target, film=None, *, fmt="mp4", sources=None, on_progress=lambda share: None):
    await render(film or timeline(), sources or {}, target, fmt=fmt, resolution="480p", on_progress=on_progress)
    return target


def leftovers(folder):
    return [path.name for path in folder.iterdir()]


# The file


@pytest.fixture(scope="module")
def film(tmp_path_factory):
    return written(tmp_path_factory.mktemp("film"))


def test_an_mp4_starts_playing_before_it_is_loaded(film):
    assert [name for name in boxes(film) if name != "free"] == ["ftyp", "moov", "mdat"]


def test_it_holds_h264_in_bt709_and_aac_at_48_khz(film):
    with av.open(str(film)) as container:
        video, audio = container.streams.video[0], container.streams.audio[0]
        assert (video.codec_context.name, audio.codec_context.name) == ("h264", "aac")
        assert (video.width, video.height, video.codec_context.pix_fmt) == (854, 480, "yuv420p")
        context = video.codec_context
        assert (context.colorspace, context.color_primaries, context.color_trc, context.color_range) == (1, 1, 1, 1)
        assert audio.rate == 48_000 and audio.layout.nb_channels == 2


def test_every_frame_is_there_once_and_in_time(film):
    with av.open(str(film)) as container:
        video = container.streams.video[0]
        times = sorted(packet.pts for packet in container.demux(video) if packet.pts is not None)
        step = 1 / 30 / video.time_base
        assert len(times) == 60 and times[0] == 0 and set(np.diff(times)) == {step}
    with av.open(str(film)) as container:
        assert sum(1 for _ in container.decode(video=0)) == 60


def test_picture_and_sound_are_equally_long_to_the_frame(film):
    with av.open(str(film)) as container:
        samples = sum(frame.samples for frame in container.decode(audio=0))
        assert abs(samples - 2 * RATE) <= 1024 * 2
        assert container.duration / 1e6 == pytest.approx(2.0, abs=1 / 30)


def test_sound_lies_beside_the_pictures_it_belongs_to(tmp_path):
    path = written(tmp_path, film=timeline(6.0))
    with av.open(str(path)) as container:
        order = [(p.stream.type, float(p.pts * p.time_base)) for p in container.demux() if p.pts is not None]
    picture = 0.0
    for kind, moment in order:
        picture = moment if kind == "video" else picture
        assert kind == "video" or abs(moment - picture) < 2.0


def test_the_sound_of_the_file_is_at_minus_14_and_below_minus_1_5(tmp_path):
    path = written(tmp_path, film=timeline(8.0))
    graph = av.filter.Graph()
    source = graph.add_abuffer(sample_rate=RATE, format="fltp", layout="stereo")
    graph.link_nodes(source, graph.add("ebur128", "metadata=1:peak=true"), graph.add("abuffersink")).configure()
    said = {}
    with av.open(str(path)) as container:
        for frame in container.decode(audio=0):
            graph.push(frame)
            while True:
                try:
                    said.update(graph.pull().metadata)
                except (BlockingIOError, EOFError):
                    break
    assert float(said["lavfi.r128.I"]) == pytest.approx(-14, abs=0.5)
    assert max(20 * np.log10(float(said[f"lavfi.r128.true_peaks_ch{n}"])) for n in (0, 1)) <= -1.5


def test_no_music_is_silence_and_not_a_missing_track(tmp_path):
    path = written(tmp_path, film=timeline(music=False))
    with av.open(str(path)) as container:
        assert all(not frame.to_ndarray().any() for frame in container.decode(audio=0))
        assert container.streams.audio[0].duration


async def test_the_same_timeline_is_the_same_file(tmp_path):
    one, two = await rendered(tmp_path / "one.mp4"), await rendered(tmp_path / "two.mp4")
    assert one.read_bytes() == two.read_bytes()


def flashing(path, flashes, seconds=2):
    """Footage that is light for one frame and clicks at its start, at each of these frames."""
    with av.open(str(path), "w") as container:
        video = container.add_stream("libx264", rate=30, options={"crf": "10", "bf": "0"})
        video.width, video.height, video.pix_fmt = 320, 180, "yuv420p"
        audio = container.add_stream("pcm_s16le", rate=RATE, layout="stereo")
        for number in range(30 * seconds):
            grey = np.full((180, 320, 3), 235 if number in flashes else 40, np.uint8)
            container.mux(video.encode(av.VideoFrame.from_ndarray(grey, "rgb24")))
        container.mux(video.encode(None))
        samples = np.zeros(RATE * seconds)
        for number in flashes:
            samples[number * RATE // 30 :][:96] = 0.8 * np.hanning(96)
        both = np.repeat((samples * 32_000).astype(np.int16), 2)[None, :]
        frame = av.AudioFrame.from_ndarray(both, format="s16", layout="stereo")
        frame.sample_rate = RATE
        container.mux(audio.encode(frame))
        container.mux(audio.encode(None))


def test_a_click_is_heard_at_the_start_of_the_frame_that_flashes(tmp_path):
    flashes = {17, 44}
    flashing(tmp_path / "flash.mov", flashes)
    shot = Clip(0, 2000, metadata={"scene": "clip", "media": "flash.mov", "layout": "full"})
    film = Timeline((Track("video", (shot,)),), 2000, metadata={"aspect": "16:9", "seed": 2})
    path = written(tmp_path, film=film, sources={"flash.mov": tmp_path / "flash.mov"})
    with av.open(str(path)) as container:
        light = {round(frame.time * 30): frame.to_ndarray(format="gray").mean() for frame in container.decode(video=0)}
    heard = np.zeros(RATE * 3)
    with av.open(str(path)) as container:
        for frame in container.decode(audio=0):
            heard[round(frame.time * RATE) :][: frame.samples] = np.abs(frame.to_ndarray()).max(0)
    assert {number for number, grey in light.items() if grey > 120} == flashes
    for number in flashes:
        at = number * RATE // 30
        assert abs(int(heard[at - 4800 : at + 4800].argmax()) - 4800 - 48) <= 1024


def test_what_was_drawn_is_what_is_in_the_file(tmp_path):
    picture = tmp_path / "red.png"
    Image.new("RGB", (854, 480), (200, 30, 30)).save(picture)
    path = written(tmp_path, film=timeline(media="red.png"), sources={"red.png": picture})
    with av.open(str(path)) as container:
        *_, last = container.decode(video=0)
        seen = last.to_ndarray(format="rgb24")[100:380, 100:700].reshape(-1, 3).mean(0)
    assert np.abs(seen - (200, 30, 30)).max() < 12


@pytest.mark.parametrize(
    ("fmt", "codecs"),
    [
        ("mov", {"h264", "aac"}), ("mkv", {"h264", "aac"}), ("webm", {"vp9", "opus"}), ("avi", {"mpeg4", "mp3float"}),
        ("mp3", {"mp3float"}), ("wav", {"pcm_s16le"}), ("m4a", {"aac"}), ("aac", {"aac"}),
    ],
)  # fmt: skip
def test_every_format_holds_what_its_name_says(fmt, codecs, tmp_path):
    path = written(tmp_path, fmt)
    with av.open(str(path)) as container:
        assert {stream.codec_context.name for stream in container.streams} == codecs
        kind = "video" if container.streams.video else "audio"
        assert sum(1 for _ in container.decode(**{kind: 0})) > 0
    with av.open(str(path)) as container:
        assert container.duration / 1e6 == pytest.approx(2.0, abs=0.1)


@pytest.mark.parametrize("fmt", ["mp4", "mov", "mkv", "webm", "mp3", "wav", "m4a"])
def test_a_file_says_its_title(fmt, tmp_path):
    path = written(tmp_path, fmt, film=replace(timeline(0.5), title="城市\n\x00\ud83d Dreams"))
    with av.open(str(path)) as container:
        assert container.metadata["title"] == "城市 Dreams"


@pytest.mark.parametrize("fmt", ["gif", "webp"])
def test_an_animation_runs_as_long_as_the_film(fmt, tmp_path):
    with Image.open(written(tmp_path, fmt)) as image:
        assert image.size == (854, 480) and image.n_frames >= 15
        assert image.info.get("loop") == 0
        total = 0
        for number in range(image.n_frames):
            image.seek(number)
            image.load()
            total += image.info["duration"]
    assert total == pytest.approx(2000, abs=110)


@pytest.mark.parametrize(("fmt", "kind"), [("jpg", "JPEG"), ("png", "PNG")])
def test_a_poster_shows_the_title(fmt, kind, tmp_path):
    with Image.open(written(tmp_path, fmt, resolution="720p")) as image:
        assert (image.format, image.size) == (kind, (1280, 720))
        assert np.asarray(image.convert("L")).max() > 230


def test_an_unknown_format_is_told(tmp_path):
    with pytest.raises(BadArgument, match="flac"):
        written(tmp_path, "flac")


def test_a_full_disk_is_told_plainly(tmp_path):
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, hard))
    try:
        with pytest.raises(RenderFailed, match="disk is full"):
            written(tmp_path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


# The process


async def test_progress_rises_to_the_end_and_the_file_appears_at_once(tmp_path):
    shares, seen = [], []

    def watch(share):
        shares.append(share)
        seen.append((tmp_path / "film.mp4").exists())

    target = await rendered(tmp_path / "film.mp4", on_progress=watch)
    assert shares[0] == 0.0 and shares[-1] == 1.0 and shares == sorted(shares)
    assert not any(seen) and target.stat().st_size > 10_000
    assert leftovers(tmp_path) == ["film.mp4"]


async def test_a_render_that_is_cancelled_leaves_nothing_behind(tmp_path):
    with anyio.CancelScope() as scope:
        await rendered(tmp_path / "film.mp4", timeline(120.0), on_progress=lambda share: share > 0 and scope.cancel())
    assert scope.cancelled_caught
    assert leftovers(tmp_path) == []


def child():
    """The render process of this one."""
    for name in os.listdir("/proc"):  # noqa: PTH208 - not files
        try:
            with open(f"/proc/{name}/stat") as stat, open(f"/proc/{name}/cmdline") as line:  # noqa: PTH123
                if (
                    name.isdecimal()
                    and stat.read().rpartition(")")[2].split()[1] == str(os.getpid())
                    and "output.worker" in line.read()
                ):
                    return int(name)
        except (OSError, IndexError):
            continue
    raise AssertionError("no render process")


async def test_a_killed_render_is_an_error_and_nothing_more(tmp_path):
    killed = []

    def kill(share):
        if share > 0 and not killed:
            killed.append(child())
            os.kill(killed[0], signal.SIGKILL)

    with pytest.raises(RenderFailed, match="stopped"):
        await rendered(tmp_path / "film.mp4", timeline(120.0), on_progress=kill)
    assert killed and leftovers(tmp_path) == []
    await rendered(tmp_path / "film.jpg", fmt="jpg")
    assert leftovers(tmp_path) == ["film.jpg"]


@pytest.mark.parametrize(
    ("number", "words"),
    [(errno.ENOSPC, "disk is full"), (errno.EROFS, "folder cannot be written"), (errno.ENOMEM, "memory")],
)
def test_what_the_system_refuses_is_told_by_what_is_short(number, words):
    with pytest.raises(RenderFailed, match=words) as told, told_plainly():
        raise OSError(number, "words of the system")
    assert told.value.hint


async def test_a_broken_upload_is_named_and_its_kind_of_error_kept(tmp_path):
    (tmp_path / "beach.jpg").write_bytes(b"\xff\xd8\xff broken")
    with pytest.raises(UnsupportedFile, match=r"beach\.jpg") as told:
        await rendered(
            tmp_path / "film.mp4", timeline(media="beach.jpg"), sources={"beach.jpg": tmp_path / "beach.jpg"}
        )
    assert told.value.hint and leftovers(tmp_path) == ["beach.jpg"]


async def test_an_existing_file_stays_until_the_new_one_is_whole(tmp_path):
    target = tmp_path / "film.mp4"
    target.write_bytes(b"old")
    with pytest.raises(BadArgument):
        await rendered(target, fmt="flac")
    assert target.read_bytes() == b"old"


async def test_two_renders_at_once_do_not_meet(tmp_path):
    async with anyio.create_task_group() as group:
        for name in ("one.jpg", "two.jpg"):
            group.start_soon(lambda name=name: rendered(tmp_path / name, fmt="jpg"))
    assert sorted(leftovers(tmp_path)) == ["one.jpg", "two.jpg"]
    assert (tmp_path / "one.jpg").read_bytes() == (tmp_path / "two.jpg").read_bytes()


async def test_a_folder_that_cannot_be_is_told(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(RenderFailed):
        await rendered(tmp_path / "file" / "film.jpg", fmt="jpg")


def test_progress_is_told_seldom_and_never_backwards():
    told = []
    report = throttled(told.append, gap=1000.0)
    for share in (0.1, 0.2, 0.15, 0.9, 1.0, 1.0):
        report(share)
    assert told[-1] == 1.0 and len(told) <= 2
