"""Keys from the command line: shown once, kept as digests in a private file, listed and taken back."""

import stat
from pathlib import Path

import pytest

from ai_to_video.cli import main
from ai_to_video.surface.keys import Keys


@pytest.fixture(autouse=True)
def home(monkeypatch, environ):
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    return Path(environ["AI_TO_VIDEO_HOME"])


def test_a_key_is_all_that_goes_to_stdout_and_only_its_digest_to_the_disk(home, capsys):
    assert main(["key", "add", "anna", "--daily-credits", "500"]) == 0
    secret = capsys.readouterr().out.strip()
    (kept,) = Keys.read((home / "keys.json").read_text()).keys
    assert (kept.name, kept.daily_credits) == ("anna", 500)
    assert Keys((kept,)).match(secret) == kept
    assert not [path for path in home.rglob("*") if path.is_file() and secret in path.read_text("utf-8", "replace")]
    assert stat.S_IMODE((home / "keys.json").stat().st_mode) == 0o600
    assert stat.S_IMODE(home.stat().st_mode) == 0o700


def test_the_list_tells_names_and_limits_and_no_key(capsys):
    main(["key", "add", "anna", "--daily-credits", "500"])
    main(["key", "add", "ben"])
    secrets = capsys.readouterr().out.split()
    assert main(["key", "list"]) == 0
    told = capsys.readouterr().out
    assert [line.split()[0] for line in told.splitlines()] == ["anna", "ben"]
    assert "500 credits a day" in told
    assert not any(secret in told for secret in secrets)


def test_a_key_that_is_taken_back_is_gone_and_only_once(home, capsys):
    main(["key", "add", "anna"])
    assert main(["key", "remove", "anna"]) == 0
    assert Keys.read((home / "keys.json").read_text()) == Keys()
    assert main(["key", "remove", "anna"]) == 1
    assert 'no key called "anna"' in capsys.readouterr().err


@pytest.mark.parametrize("words", [["add", "../anna"], ["add", "anna"]], ids=["bad name", "twice"])
def test_a_key_that_cannot_be_made_is_told_plainly_and_changes_nothing(home, capsys, words):
    main(["key", "add", "anna"])
    before = (home / "keys.json").read_bytes()
    capsys.readouterr()
    assert main(["key", *words]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert "Traceback" not in told.err
    assert (home / "keys.json").read_bytes() == before


@pytest.mark.parametrize("words", [["key"], ["key", "add"], ["key", "add", "a", "--daily-credits", "-1"]])
def test_wrong_usage_is_told_by_the_exit_code(words):
    assert main(words) == 2
