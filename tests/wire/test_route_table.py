"""What people type, and where it goes: the table in routes.txt."""

from pathlib import Path

import pytest

from ai_to_video.wire.route import Route, route


def table() -> dict[str, list[str]]:
    kinds: dict[str, list[str]] = {}
    for line in (Path(__file__).parent / "routes.txt").read_text("utf-8").splitlines():
        if line.startswith("[") and line.endswith("]"):
            rows = kinds.setdefault(line[1:-1], [])
        elif line and not line.startswith("#"):
            rows.append(line.replace("\\n", "\n"))
    return kinds


TABLE = table()


def pairs(kind: str) -> list[tuple[str, str]]:
    return [(left, right) for left, _, right in (line.partition(" => ") for line in TABLE[kind])]


@pytest.mark.parametrize(("prompt", "named"), pairs("export"))
def test_a_wish_for_the_file_is_an_export_in_the_form_it_names(prompt, named):
    told = route(prompt)
    assert (told.kind, told.message, told.export_after) == ("export", prompt, False)
    assert " ".join(filter(None, (told.format, told.resolution))) == named


@pytest.mark.parametrize(
    ("kind", "prompt"), [(kind, prompt) for kind in ("credits", "state", "upload") for prompt in TABLE[kind]]
)
def test_a_question_about_the_account_or_the_work_never_reaches_the_agent(kind, prompt):
    assert route(prompt) == Route(kind, prompt)


@pytest.mark.parametrize("prompt", TABLE["send"])
def test_a_wish_for_the_video_reaches_the_agent_byte_for_byte(prompt):
    assert route(prompt) == Route("send", prompt)


@pytest.mark.parametrize(("both", "named"), pairs("after"))
def test_an_edit_that_ends_in_an_export_is_both(both, named):
    prompt, _, message = both.partition(" -> ")
    told = route(prompt)
    assert (told.kind, told.message, told.export_after) == ("send", message, True)
    assert " ".join(filter(None, (told.format, told.resolution))) == named


def test_the_table_is_large_enough_to_mean_something():
    assert sum(map(len, TABLE.values())) >= 900
    assert min(map(len, TABLE.values())) >= 60
