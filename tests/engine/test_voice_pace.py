"""Scenes leave time for their words, reckoned before anybody has said them."""

from dataclasses import replace

import pytest

from ai_to_video.engine.storyboard import CLOSE, STATEMENT, TITLE, Remark, Scene, Storyboard
from ai_to_video.engine.voice.pace import BREATH_MS, HURRIED, paced, spoken_ms

LONG = "Cities are planting more trees along their streets, because shade keeps people healthy when summers grow hot."


def board(*scenes, voice=True, wished=True, language="en"):
    remarks = () if wished else (Remark("length_chosen", "9"),)
    return Storyboard("T", tuple(scenes), voice=voice, language=language, remarks=remarks)


def scene(words, ms, kind=STATEMENT):
    return Scene(kind, words, duration_ms=ms)


@pytest.mark.parametrize(
    ("text", "language", "measured"),
    [  # what the voice itself took
        (LONG, "en", 5820),
        ("In 2024 the company sold 3.5 million bikes, about 12% more than a year earlier, and opened offices in 14 countries.", "en", 9350),
        ("Mix the flour with warm water and a pinch of salt. Let the dough rest for thirty minutes, then bake it until the crust turns golden.", "en", 7680),
        ("It costs $129, and for each bag sold we clean one more kilometre of coast.", "en", 6095),
        ("今天我们用一段文字，自动生成一个带字幕和音乐的视频。", "zh", 4670),
        ("城市里的咖啡馆越来越多，年轻人喜欢在这里工作和聊天。", "zh", 5145),
        ("2024年，这家公司卖出了350万辆自行车，比上一年增长了百分之十二。", "zh", 6850),
    ],
)  # fmt: skip
def test_the_reckoning_is_close_to_what_the_voice_took(text, language, measured):
    assert spoken_ms(text, language) == pytest.approx(measured, rel=0.08)


def test_several_sentences_together_are_reckoned_within_five_percent():
    english = [
        (LONG, 5820),
        ("Roasted before sunrise, on your doorstep by noon.", 3020),
        ("Update from the menu Help, Check for updates.", 2570),
    ]
    assert sum(spoken_ms(text, "en") for text, _ in english) == pytest.approx(sum(ms for _, ms in english), rel=0.05)


@pytest.mark.parametrize("text", ["", " ", "🎉", "...", "。"])
def test_nothing_to_say_takes_no_time(text):
    assert spoken_ms(text, "en") == spoken_ms(text, "zh") == 0


def test_characters_in_an_english_sentence_take_their_time():
    assert spoken_ms("The word 天空 means sky.", "en") > spoken_ms("The word means sky.", "en") + 300


def test_a_storyboard_without_a_voice_stays_the_very_same():
    silent = board(scene(LONG, 2200), voice=False)
    assert paced(silent) is silent


def test_scenes_that_are_long_enough_stay_as_they_are():
    easy = board(scene("Trees", 3000, TITLE), scene(LONG, 9000))
    assert paced(easy) is easy


def test_a_hasty_scene_takes_time_from_one_that_has_it_and_the_length_holds():
    uneven = board(scene("Trees", 6000, TITLE), scene(LONG, 4000), scene("", 2000, CLOSE))
    even = paced(uneven)
    assert even.duration_ms == 12_000
    assert even.scenes[1].duration_ms >= spoken_ms(LONG, "en") + BREATH_MS
    assert even.scenes[2].duration_ms >= 2000
    assert all(each.duration_ms % 100 == 0 for each in even.scenes)


def test_a_length_that_was_wished_for_is_kept_by_speaking_faster():
    tight = board(scene(LONG, 5500), scene("", 200, CLOSE))
    kept = paced(tight)
    assert kept.duration_ms == pytest.approx(5700, abs=200)
    assert kept.scenes[0].duration_ms >= spoken_ms(LONG, "en") / HURRIED + BREATH_MS - 100


def test_a_length_nobody_asked_for_grows_to_what_is_said_and_is_told_anew():
    short = board(scene("Trees", 2200, TITLE), scene(LONG, 3000), scene(LONG, 3000), wished=False)
    grown = paced(short)
    assert grown.duration_ms == 14_000
    assert grown.remarks == (Remark("length_chosen", str(grown.duration_ms // 1000)),)


def test_a_man_and_a_slow_reader_get_the_time_they_take():
    usual = paced(board(scene(LONG, 1000), wished=False)).duration_ms
    assert paced(replace(board(scene(LONG, 1000), wished=False), voice_pace=70)).duration_ms >= usual + 2000
    times = [
        paced(
            replace(board(scene("一", 1), wished=False, language=language), narrator=who), lambda *_: 40_000
        ).duration_ms
        for who, language in (("", "en"), ("male", "en"), ("am_michael", "en"), ("female", "en"), ("male", "zh"))
    ]
    assert times == [41_000, 45_000, 45_000, 41_000, 38_000]


def test_the_engine_may_measure_instead_of_reckoning():
    asked = []

    def measured(text, language):
        asked.append((text, language))
        return 4_000

    found = paced(board(scene("一", 1000), scene("二", 8000), language="zh"), measured)
    assert asked == [("一", "zh"), ("二", "zh")]
    assert [each.duration_ms for each in found.scenes] == [4400, 4600]
