"""Real files, made once: tiny clips, pictures, sounds and documents in every accepted form."""

import array
import io
import math
from pathlib import Path

import av
import pytest
from PIL import Image, ImageDraw

from ai_to_video.studio.files import Inputs, Outputs

RATE = 48_000


def clip(
    path: Path,
    *,
    seconds: float = 1,
    video: str = "libx264",
    audio: str = "aac",
    container: str | None = None,
    turned: int = 0,
    black_until: float = 0,
) -> Path:
    """A film of a wandering disc with a tone under it; `video` or `audio` empty leaves that out."""
    with av.open(str(path), "w", format=container) as out:
        pictures = out.add_stream(video, rate=10) if video else None
        sound = out.add_stream(audio, rate=RATE, layout="mono") if audio else None
        if pictures:
            pictures.width, pictures.height, pictures.pix_fmt = 64, 48, "yuv420p"
            if turned:
                pictures.set_display_rotation(turned)
            for index in range(round(seconds * 10)):
                for packet in pictures.encode(av.VideoFrame.from_image(_scene(index, black=index < black_until * 10))):
                    out.mux(packet)
            out.mux(pictures.encode(None))
        if sound:
            for start in range(0, round(seconds * RATE), 1024):
                wave = [int(8000 * math.sin((start + at) * 440 * math.tau / RATE)) for at in range(1024)]
                frame = av.AudioFrame(format="s16", layout="mono", samples=1024)
                frame.planes[0].update(array.array("h", wave).tobytes())
                frame.sample_rate, frame.pts = RATE, start
                out.mux(sound.encode(frame))
            out.mux(sound.encode(None))
    return path


def _scene(index: int, *, black: bool) -> Image.Image:
    picture = Image.new("RGB", (64, 48), "black" if black else (40, 90, 200))
    if not black:
        ImageDraw.Draw(picture).ellipse((index, index, index + 20, index + 20), fill="white")
        ImageDraw.Draw(picture).rectangle((0, 0, 63, 6), fill="red")
    return picture


def picture(extension: str, *, frames: int = 1, orientation: int = 1) -> bytes:
    first, *more = (Image.new("RGB", (40, 30), (60 * index, 80, 120)) for index in range(frames))
    sink = io.BytesIO()
    options: dict = {"save_all": True, "append_images": more, "duration": 250} if more else {}
    if orientation > 1:
        options["exif"] = Image.Exif()
        options["exif"][0x0112] = orientation
    first.save(sink, {"jpg": "JPEG"}.get(extension, extension.upper()), **options)
    return sink.getvalue()


CLIPS = {
    "mp4": {},
    "mov": {},
    "mkv": {},
    "webm": {"video": "libvpx", "audio": "libopus"},
    "avi": {"video": "mpeg4", "audio": "mp3"},
    "mp3": {"video": "", "audio": "mp3"},
    "wav": {"video": "", "audio": "pcm_s16le"},
    "m4a": {"video": "", "container": "ipod"},
    "aac": {"video": "", "container": "adts"},
}


@pytest.fixture(scope="session")
def media(tmp_path_factory) -> dict[str, bytes]:
    """One file of a second, or one picture, of each of the 13 formats, by extension."""
    folder = tmp_path_factory.mktemp("media")
    made = {extension: clip(folder / f"a.{extension}", **how).read_bytes() for extension, how in CLIPS.items()}
    return made | {extension: picture(extension) for extension in ("jpg", "png", "gif", "webp")}


@pytest.fixture
def make_clip():
    return clip


@pytest.fixture
def make_picture():
    return picture


@pytest.fixture
def home(tmp_path) -> Path:
    home = tmp_path / "home"
    for place in ("Downloads", "Desktop", "Videos"):
        (home / place).mkdir(parents=True)
    return home


@pytest.fixture
def inputs(home) -> Inputs:
    return Inputs([home], 1_000_000, home=home)


@pytest.fixture
def outputs(tmp_path) -> Outputs:
    return Outputs(tmp_path / "out")
