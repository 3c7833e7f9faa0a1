"""The command line in this process: which command runs with what, exit codes, and plain errors."""

import pytest

from ai_to_video import __version__
from ai_to_video.cli import main
from ai_to_video.errors import OutOfCredits


@pytest.fixture
def ordered(monkeypatch):
    """What `make` and `demo` ask the terminal for; a path comes back."""
    orders = []

    def produce(settings, order):
        orders.append((settings, order))
        return "/videos/finished.mp4"

    monkeypatch.setattr("ai_to_video.terminal.produce", produce)
    return orders


@pytest.fixture(autouse=True)
def variables(monkeypatch, environ):
    for name, value in environ.items():
        monkeypatch.setenv(name, value)


def test_the_path_of_the_video_is_all_that_goes_to_stdout(ordered, capsys):
    assert main(["make", "a cat on a roof"]) == 0
    assert capsys.readouterr().out == "/videos/finished.mp4\n"
    settings, order = ordered[0]
    assert (settings.backend, order.text, order.document) == ("cloud", "a cat on a roof", None)


def test_a_file_all_wishes_and_the_local_engine(ordered, tmp_path):
    words = [
        "make",
        "notes.md",
        "--media",
        "a.png",
        "--media",
        "https://x/b.mp4",
        "--aspect",
        "9:16",
        "--seconds",
        "30",
    ]
    assert main([*words, "-o", str(tmp_path / "out.mp4"), "--local"]) == 0
    settings, order = ordered[0]
    assert settings.local
    assert order.document.name == "notes.md"
    assert order.prompt == "Turn the uploaded text into a 30-second 9:16 video."
    assert (order.media, order.out) == (("a.png", "https://x/b.mp4"), tmp_path / "out.mp4")


@pytest.mark.parametrize(
    ("text", "prompt"),
    [
        ("a cat on a roof", "a cat on a roof (a 30-second video)"),
        ("One.\nTwo.", "Turn this text into a 30-second video:\n\nOne.\nTwo."),
        ("word " * 50, f"Turn this text into a 30-second video:\n\n{'word ' * 50}"),
    ],
)
def test_an_instruction_stays_one_and_a_text_is_called_a_text(ordered, text, prompt):
    main(["make", text, "--seconds", "30"])
    assert ordered[0][1].prompt == prompt


def test_the_demo_runs_on_this_machine_whatever_the_environment_says(ordered, monkeypatch):
    monkeypatch.setenv("NEMO_TOKEN", "nmv_usr_1")
    assert main(["demo"]) == 0
    settings, order = ordered[0]
    assert settings.local
    assert settings.token == ""
    assert 150 < len(order.text.split()) < 250


def test_a_failure_is_two_plain_sentences_and_exit_code_1(monkeypatch, capsys):
    def produce(settings, order):
        raise OutOfCredits

    monkeypatch.setattr("ai_to_video.terminal.produce", produce)
    assert main(["make", "x"]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == "There are not enough credits left for this. Top up at https://nemovideo.com, then ask again.\n"


def test_ctrl_c_leaves_with_130(monkeypatch, capsys):
    def produce(settings, order):
        raise KeyboardInterrupt

    monkeypatch.setattr("ai_to_video.terminal.produce", produce)
    assert main(["demo"]) == 130
    assert "Stopped." in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [
        ["fly"],
        ["make"],
        ["make", "x", "--aspect", "4:3"],
        ["make", "x", "--seconds", "0"],
        ["serve", "--port", "70000"],
    ],
)
def test_wrong_usage_is_exit_code_2(words, capsys):
    assert main(words) == 2
    assert "usage: ai-to-video" in capsys.readouterr().err


def test_the_version_and_the_help(capsys):
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"ai-to-video {__version__}\n"
    assert main(["--help"]) == 0
    told = capsys.readouterr().out
    assert all(f"    {command} " in told for command in ("make", "demo", "serve", "engine", "doctor"))


def test_serving_in_public_is_refused(capsys):
    assert main(["serve", "--http", "--host", "0.0.0.0"]) == 1
    assert "everybody on the network" in capsys.readouterr().err
