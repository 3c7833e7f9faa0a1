"""Every rule shows itself: its examples ask, what it must never take is left alone, the table means what it says."""

import re

import pytest

from ai_to_video.wire.gui import translate
from ai_to_video.wire.gui.chinese import RULES as CHINESE
from ai_to_video.wire.gui.english import RULES as ENGLISH
from ai_to_video.wire.gui.japanese import RULES as JAPANESE
from ai_to_video.wire.gui.labels import LABELS, words
from ai_to_video.wire.gui.meanings import MEANINGS
from ai_to_video.wire.gui.spanish import RULES as SPANISH
from ai_to_video.wire.gui.spelling import slips

LANGUAGES = pytest.mark.parametrize("rules", (ENGLISH, SPANISH, CHINESE, JAPANESE), ids=lambda rules: rules.tongue)
ACTIONS = {"export", "get_state", "send_edit", "get_credits", "upload", "preview_timeline"}


def asked(text):
    return [action.name for action in translate(text).actions]


@LANGUAGES
def test_every_form_has_examples_and_they_ask_something(rules):
    for form in (*rules.forms, *rules.statements):
        assert form.examples, form
        assert [example for example in form.examples if not asked(example)] == []


@LANGUAGES
def test_what_only_looks_like_a_form_asks_nothing(rules):
    for form in (*rules.forms, *rules.statements):
        assert [words for words in form.never if asked(words)] == []


@LANGUAGES
def test_every_hole_of_a_pattern_has_its_words(rules):
    known = {*rules.words, "label", "purposes"}
    patterns = (
        *rules.words.values(),
        *rules.openings,
        *rules.asking,
        *rules.clauses.values(),
        *(rule.pattern for rule in (*rules.forms, *rules.statements, *rules.targets, *rules.purposes)),
    )
    for pattern in patterns:
        assert set(re.findall(r"\{([a-z_]+)\}", pattern)) <= known
        assert pattern.isprintable(), "a backslash that was meant for the pattern was read by Python"


def test_every_row_of_the_table_means_its_action():
    for row in MEANINGS:
        assert row.action in ACTIONS
        assert row.examples, row
        assert [asked(example) for example in row.examples] == [[row.action]] * len(row.examples)


@pytest.mark.parametrize(
    ("kind", "action"),
    [("export", "export"), ("play", "preview_timeline"), ("upload", "upload"), ("credits", "get_credits")],
)
def test_a_button_is_known_by_its_label_quoted_or_not(kind, action):
    for label in words(kind):
        if label[0].islower() and not re.search(r"[\u3000-\u9fff]", label):
            presses = (f'Click "{label.title()}".', f"Haz clic en «{label.title()}» para seguir.")
        else:
            presses = (f"请点击“{label}”。", f"「{label}」をクリックしてください。")
        assert [action] in [asked(press) for press in presses], label


def test_every_label_belongs_to_one_kind_of_button():
    seen = {}
    for kind in LABELS:
        for word in words(kind):
            assert seen.setdefault(word, kind) == kind, word


def test_a_typing_slip_never_takes_the_place_of_a_right_word():
    assert {"clock", "expert", "tile", "chose", "lease", "spider", "cornet", "effect"} & set(slips()) == set()
    assert {slips()[slip] for slip in ("clikc", "exprot", "opne", "tiemline", "uplaod", "drga")} == {
        "click", "export", "open", "timeline", "upload", "drag",
    }  # fmt: skip
