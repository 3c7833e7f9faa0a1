"""What the agent says survives the way to a person: the buttons become actions, everything else stays as it is."""

import pytest
from tests.engine.golden import storyboard

from ai_to_video.engine import replies
from ai_to_video.engine.edits import receipts
from ai_to_video.engine.storyboard import Remark
from ai_to_video.wire.gui import translate

BOARD = storyboard("solar.txt")
every_language = pytest.mark.parametrize("language", ["en", "zh-CN", "zh-TW"])


@every_language
@pytest.mark.parametrize("chance", range(3))
def test_the_last_message_keeps_its_news_and_loses_its_buttons(language, chance):
    translated = translate(replies.ready(BOARD, "an explainer", language, chance))
    assert "export" in {action.name for action in translated.actions}
    assert "30" in translated.text
    assert not any(word in translated.text for word in ("Click", "Open", "点击", "打开", "點擊", "导出", "匯出"))


@every_language
def test_remarks_and_receipts_are_no_instructions(language):
    said = [replies.sentence(Remark(kind, "10"), language) for kind in replies.SENTENCES]
    said += [receipts.receipt(name, language, **_facts()) for name in receipts.NAMES if name != "export"]
    said += [
        replies.raw(BOARD, language),
        replies.ASK[language],
        *(words[language] for words in replies.MISSING.values()),
        replies.LACKING[language],
    ]
    for words in said:
        translated = translate(words)
        assert translated.text == words
        assert translated.actions == ()


def _facts():
    names = "text start end place colour size what scene old new count mood name percent which seconds length total factor one two"
    return dict.fromkeys(
        (*names.split(), "shape", "aspect", "theme", "tone", "line", "least", "most", "look", "asked", "who"), "2"
    )


@every_language
def test_an_edit_may_end_with_a_button_and_is_still_told(language):
    done = {"en": "The music was removed.", "zh-CN": "音乐已去掉。", "zh-TW": "音樂已去掉。"}[language]
    for chance in range(3):
        assert translate(replies.edited(done, language, chance)).text == done


@pytest.mark.parametrize(
    ("message", "session", "language"),
    [
        ("make a video", "", "en"),
        ("make a video", "zh-CN", "en"),
        ("做一个视频", "en", "zh-CN"),
        ("製作一個影片", "en", "zh-TW"),
        ("把標題改成 Hello World and more", "", "zh-TW"),
        ("好", "zh-TW", "zh-TW"),
        ("好", "zh-CN", "zh-CN"),
        ("🎉", "zh-TW", "zh-TW"),
        ("🎉", "", "en"),
    ],
)
def test_the_answer_comes_in_the_language_of_the_question(message, session, language):
    assert replies.tongue(message, session) == language


@pytest.mark.parametrize(
    ("milliseconds", "language", "before_noun", "words"),
    [
        (30_000, "en", True, "30-second"),
        (90_000, "en", True, "1-minute 30-second"),
        (60_000, "en", False, "1 minute"),
        (12_500, "en", False, "12.5 seconds"),
        (90_000, "zh-CN", False, "1分30秒"),
        (60_000, "zh-TW", False, "1分鐘"),
        (15_000, "zh-CN", False, "15秒"),
    ],
)
def test_lengths_are_spoken_as_people_do(milliseconds, language, before_noun, words):
    assert replies.spoken_length(milliseconds, language, before_noun=before_noun) == words


def test_one_scene_is_not_scenes():
    assert replies.spoken_count(1, "en") == "1 scene"
    assert replies.spoken_count(2, "en") == "2 scenes"
