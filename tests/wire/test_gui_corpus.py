"""Labelled replies: what is content stays, what belongs to the editor goes, and the actions are exactly these."""

import json
from pathlib import Path

import pytest

from ai_to_video.wire.gui import translate

FILES = sorted((Path(__file__).parent.parent / "gui").glob("*.jsonl"))


def cases(path):
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def faults(case):
    """What is wrong with the translation of one case, in words."""
    said = translate(case["reply"])
    names = [action.name for action in said.actions] or ["none"]
    if names != case["actions"]:
        yield f"{case['id']}: actions {names}, not {case['actions']}"
    if case["actions"] == ["none"] and said.text != case["reply"]:
        yield f"{case['id']}: touched: {said.text!r}"
    yield from (f"{case['id']}: lost {words!r}" for words in case["keep"] if words not in said.text)
    yield from (f"{case['id']}: left {words!r}" for words in case["strip"] if words in said.text)
    again = translate(said.text)
    if again.actions or again.text != said.text:
        yield f"{case['id']}: translated again it becomes {again.text!r}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_labelled_reply_is_translated_exactly(path):
    assert [fault for case in cases(path) for fault in faults(case)] == []


def test_the_labels_are_consistent_and_wide_enough():
    every = [case for path in FILES for case in cases(path)]
    assert len(every) >= 400
    assert len({case["id"] for case in every}) == len(every)
    untouched = [case for case in every if case["actions"] == ["none"]]
    assert len(untouched) >= 0.4 * len(every)
    for lang in ("en", "zh-CN", "zh-TW", "mixed", "ja", "es"):
        assert any(case["lang"] == lang for case in untouched), lang
    for case in every:
        assert set(case) == {"id", "lang", "reply", "keep", "strip", "actions"}
        assert all(words in case["reply"] for words in (*case["keep"], *case["strip"])), case["id"]
