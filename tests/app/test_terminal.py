"""`make` from a terminal: the tools it calls, what it draws, and how it ends when something fails."""

import io
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from ai_to_video import terminal
from ai_to_video.errors import AiToVideoError, ExportBlocked
from ai_to_video.settings import Settings
from ai_to_video.studio.answers import Export, FileInfo, Generation, JobView, Overview, Uploads
from ai_to_video.surface import VideoServer
from ai_to_video.terminal import Bar, Order, make

pytestmark = pytest.mark.anyio
FILE = FileInfo("/videos/a.mp4")


class Studio:
    """Answers each use case with what the test gave, one after the other; `asked` is what came in."""

    def __init__(self):
        self.asked = []
        self.answers = {
            "upload": [Uploads("p1")],
            "generate": [Generation("done", "p1", "j1", timeline="Timeline")],
            "export": [Export("done", "p1", "j2", "r1", FILE)],
            "state": [],
        }

    async def studio(self, tool):
        return self

    def __getattr__(self, use_case):
        async def answer(*words, on_progress=None, owner="", **asked):
            self.asked.append((use_case, *words, asked))
            if on_progress:
                await on_progress(50, f"Busy with {use_case}")
            told = self.answers[use_case].pop(0)
            if isinstance(told, Exception):
                raise told
            return told

        return answer


@pytest.fixture
def studio(monkeypatch):
    studio, built = Studio(), []

    @asynccontextmanager
    async def lifespan(_):
        yield studio

    def build_server(settings):
        built.append(settings)
        return VideoServer(lifespan, version="0")

    monkeypatch.setattr(terminal, "build_server", build_server)
    studio.built = built
    return studio


async def made(order, stderr=None):
    return await make(Settings(), order, stderr or io.StringIO())


async def test_a_text_is_planned_and_then_exported(studio):
    assert await made(Order("A cat.")) == Path("/videos/a.mp4")
    assert [(name, asked.get("project_id")) for name, *_, asked in studio.asked] == [("generate", ""), ("export", "p1")]


async def test_files_are_added_first_and_may_be_read_where_they_are(studio, tmp_path):
    (tmp_path / "deep").mkdir()
    document, picture = tmp_path / "a.md", tmp_path / "deep" / "b.png"
    document.write_text("x")
    picture.write_text("x")
    await made(Order(document=document, media=(str(picture), "https://example.com/c.mp4")))
    assert studio.asked[0][1]["files"] == [str(document), str(picture), "https://example.com/c.mp4"]
    assert studio.asked[1][-1]["project_id"] == "p1"
    assert set(studio.built[0].input_dirs) >= {tmp_path, tmp_path / "deep"}


async def test_where_to_save_decides_folder_name_and_format(studio, tmp_path):
    await made(Order("A cat.", out=tmp_path / "cat.webm"))
    assert studio.built[0].output_dir == tmp_path
    asked = studio.asked[1][-1]
    assert (asked["filename"], asked["format"]) == ("cat.webm", "webm")


async def test_a_format_that_cannot_be_saved_is_refused_before_anything_is_spent(studio, tmp_path):
    with pytest.raises(AiToVideoError, match="cannot be saved"):
        await made(Order("A cat.", out=tmp_path / "cat.txt"))
    assert studio.asked == []


async def test_work_that_outlasts_a_call_is_followed_to_its_end(studio):
    studio.answers["generate"] = [Generation("running", "p1", "j1")]
    studio.answers["export"] = [Export("running", "p1", "j2", "r1")]
    studio.answers["state"] = [
        Overview("running", jobs=(JobView("j1", "p1", "generate", "running"),)),
        Overview("done", jobs=(JobView("j1", "p1", "generate", "done"),)),
        Overview("done", jobs=(JobView("j2", "p1", "export", "done", file=FILE),)),
    ]
    assert await made(Order("A cat.")) == Path("/videos/a.mp4")
    assert [name for name, *_ in studio.asked] == ["generate", "state", "state", "export", "state"]


async def test_a_failure_of_a_tool_is_raised_in_its_own_words(studio):
    studio.answers["export"] = [ExportBlocked()]
    with pytest.raises(AiToVideoError, match="does not include export") as told:
        await made(Order("A cat."))
    assert told.value.hint.startswith("Register at")


async def test_a_job_that_failed_later_tells_why(studio):
    studio.answers["generate"] = [Generation("running", "p1", "j1")]
    studio.answers["state"] = [Overview("failed", jobs=(JobView("j1", "p1", "generate", "failed", note="No music."),))]
    with pytest.raises(AiToVideoError, match="No music"):
        await made(Order("A cat."))


async def test_a_question_of_the_service_is_passed_on(studio):
    studio.answers["generate"] = [Generation("needs_input", "p1", "j1", reply="Which cat?")]
    with pytest.raises(AiToVideoError, match="The video service asks: Which cat"):
        await made(Order("A cat."))


async def test_the_bar_says_what_is_going_on(studio):
    stderr = io.StringIO()
    await made(Order("A cat."), stderr)
    assert " 18 %  Busy with generate\n" in stderr.getvalue()
    assert " 68 %  Busy with export\n" in stderr.getvalue()


class Screen(io.StringIO):
    encoding = "utf-8"

    def isatty(self):
        return True


def test_on_a_screen_the_bar_is_one_line_drawn_anew_and_taken_away():
    screen = Screen()
    bar = Bar(screen)
    bar.show(0, "Start")
    bar.show(50, "Scene 3\nof 5")
    bar.clear()
    assert "\n" not in screen.getvalue()
    drawn = screen.getvalue().split("\r\x1b[2K")
    assert drawn[2] == "██████████░░░░░░░░░░  50 %  Scene 3 of 5"
    assert drawn[-1] == ""


def test_a_line_is_never_longer_than_the_screen(monkeypatch):
    monkeypatch.setenv("COLUMNS", "40")
    screen = Screen()
    Bar(screen).show(10, "word " * 100)
    assert max(map(len, screen.getvalue().split("\r\x1b[2K"))) < 40


def test_elsewhere_the_same_words_are_not_repeated_at_every_percent():
    log = io.StringIO()
    bar = Bar(log)
    for percent in range(21):
        bar.show(percent, "Rendering")
    assert log.getvalue().splitlines() == ["  0 %  Rendering", " 10 %  Rendering", " 20 %  Rendering"]
