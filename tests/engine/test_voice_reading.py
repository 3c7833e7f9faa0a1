"""What a written text is read as: figures, names, signs, two scripts; and the symbols the voice gets to see."""

import pytest

from ai_to_video.engine.aloud import plain
from ai_to_video.engine.dictionary import american
from ai_to_video.engine.mandarin import sounds, spoken
from ai_to_video.engine.numerals import english, mandarin, ordinal, year
from ai_to_video.engine.phonemes import LEAST, MOST, lines, sounded
from ai_to_video.engine.spelling import sound_out


def read(text):
    """A sentence as plain words, with the pauses that stay."""
    written = text.split()
    said = [
        plain(word, before, after)
        for before, word, after in zip(["", *written], written, [*written[1:], ""], strict=False)
    ]
    return " ".join(" ".join(words) + pause for words, pause in said)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("$3.5 million", "three point five million dollars"),
        ("$19.99, €1, $5k, £2bn", "nineteen dollars and ninety nine cents, one euro, five thousand dollars, two billion pounds"),
        ("89% of 1,200 people", "eighty nine percent of one thousand two hundred people"),
        ("since 1999, 2007 and the 1990s", "since nineteen ninety nine, two thousand seven and the nineteen nineties"),
        ("on May 3, 21st in line", "on May third, twenty first in line"),
        ("at 3:30 pm, 9:00 sharp", "at three thirty PM, nine o'clock sharp"),
        ("10–15 people, 24/7, 1/2 cup, 3/4 full", "ten to fifteen people, twenty four seven, one half cup, three quarters full"),
        ("25°C, 100km, 1kg, 10GB, 3x", "twenty five degrees Celsius, one hundred kilometers, one kilogram, ten gigabytes, three times"),
        ("4K and 5G, 5M views, 10K likes", "four K and five G, five million views, ten thousand likes"),
        ("GPT-4, COVID-19, v2.0", "GPT four, COVID nineteen, v two point zero"),
        ("-5 degrees, #1, 007", "minus five degrees, number one, zero zero seven"),
        ("Dr. Smith vs. Mr. Jones, e.g. No. 5", "doctor Smith versus mister Jones, for example number five"),
        ("the U.S. economy", "the U S economy"),
        ("Visit https://www.example.com/pricing or ask me@x.io.", "Visit example dot com slash pricing or ask me at x dot io."),
        ("“Wait,” she said — then: no.", "Wait, she said — then: no."),
        ("No. I am here.", "No. I am here."),
    ],
)  # fmt: skip
def test_figures_and_signs_are_read_as_a_person_reads_them(written, said):
    assert read(written) == said


@pytest.mark.parametrize("token", ["🎉", "***", "«»", "<>", "()", "…", "—", "", "\u200b"])
def test_what_has_no_sound_is_not_said(token):
    assert plain(token)[0] == []


def test_numbers_keep_their_zeros_and_their_places():
    assert " ".join(english(1_000_001)) == "one million one"
    assert " ".join(year(1905)) == "nineteen oh five"
    assert " ".join(ordinal(33)) == "thirty third"
    assert [mandarin(n) for n in (10, 12, 101, 1010, 10_500, 300_050_000)] == [
        "十", "十二", "一百零一", "一千零一十", "一万零五百", "三亿零五万"
    ]  # fmt: skip
    assert len(english(10**15)) == 16


@pytest.mark.parametrize(
    ("token", "after", "said"),
    [
        ("2024", "年", "二零二四"),
        ("90%", "", "百分之九十"),
        ("3.5", "亿元", "三点五"),
        ("2", "个", "两"),
        ("2", "月", "二"),
        ("1-3", "天", "一到三"),
        ("25℃", "", "二十五摄氏度"),
        ("8:05", "", "八点零五分"),
        ("1/3", "", "三分之一"),
        ("-5", "度", "负五"),
        ("13800138000", "", "一三八零零一三八零零零"),
    ],
)
def test_chinese_figures_are_read_with_what_stands_behind_them(token, after, said):
    assert spoken(token, after) == said


def test_chinese_is_read_by_words_so_that_one_character_can_sound_two_ways():
    assert sounds("银行") == "i↗nxa↗ŋ"
    assert sounds("行走").startswith("ɕi↗ŋ")
    assert sounds("重庆") != sounds("重要")
    assert sounds("女儿") == "ny↓ɚ↗"
    assert sounds("自己吃") == "ʦɨ↘ʨi↓ ꭧʰɨ→"


def test_small_words_sound_by_their_neighbours():
    the = american().read(["the", "apple", "the", "pear"])
    assert the[0] == "ði" and the[2] == "ðə"
    to = american().read(["to", "eat", "to", "go"])
    assert to[0] == "tʊ" and to[2] == "tə"
    record = american().read(["a", "record", "to", "record"])
    assert record[1].startswith("ɹˈ") and record[3] == "ɹəkˈɔɹd"


def test_words_no_dictionary_knows_are_still_said():
    known = american()
    assert known.read(["livestream"]) == ["lˈIvstɹˌim"]
    assert known.read(["HTTP"])[0].endswith("pˈi")
    assert known.read(["APIs"])[0].endswith("z")
    assert known.read(["TikTok"]) == ["tˈɪktˈɑk"]
    assert known.read(["unboxings"])[0].endswith("ɪŋz")
    assert known.read(["café"]) == ["kæfˈA"]
    assert sound_out("Zblorkify").count("ˈ") == 1
    assert all(known.read(["qwrtpsdfg", "Xqz", "ß"])[:2])


def test_letters_are_named_in_a_sentence_and_read_in_a_headline():
    assert american().read(["IT", "staff"])[0] == "ˌItˈi"
    assert american().read(["GET", "IT", "NOW", "TODAY"], loud=True)[1] == "ɪt"
    assert [word.phonemes for word in sounded("GET IT NOW TODAY FOLKS", "en")][1] == "ɪt"


def test_words_stay_as_captions_write_them():
    said = sounded("In 2024, they sold $3.5 million 🎉 of “it”.", "en")
    assert [word.text for word in said] == ["In", "2024,", "they", "sold", "$3.5", "million", "🎉", "of", "“it”."]
    assert said[6].phonemes == ""
    assert [word.pause for word in said] == ["", ",", "", "", "", "", "", "", "."]


def test_two_scripts_in_one_sentence_are_each_read_in_their_own():
    said = {word.text: word.phonemes for word in sounded("今天发布的iPhone很好用。", "zh")}
    assert said["iPhone"] == "ˈIfˈOn"
    assert any(tone in sound for sound in said.values() for tone in "→↗↓↘")
    assert "→" in "".join(word.phonemes for word in sounded("The word 天 means sky.", "en"))


def test_a_line_is_never_longer_than_the_voice_can_take_and_ends_where_a_sentence_does():
    said = sounded("The sun was low and the long road home was quiet. " * 12, "en")
    found = lines(said)
    assert len(found) > 3
    assert all(LEAST <= len(line.symbols) <= MOST for line in found)
    assert all(line.symbols.endswith(".") for line in found)
    assert all(len(line.symbols) == len(line.owners) for line in found)
    assert sorted({owner for line in found for owner in line.owners} - {-1}) == list(range(len(said)))


def test_a_sentence_without_a_pause_is_cut_between_words():
    found = lines(sounded("wonderful " * 60, "en"))
    assert all(len(line.symbols) <= MOST for line in found)
    assert "".join(line.symbols for line in found).count("w") == 60


@pytest.mark.parametrize("text", ["", "   ", "🎉🎉", "...", "—", "\u200f"])
def test_nothing_to_say_gives_no_line(text):
    assert lines(sounded(text, "en")) == ()


def test_a_monstrous_word_does_not_break_the_line():
    assert all(len(line.symbols) <= MOST + 2 for line in lines(sounded("a" * 5000 + " end", "en")))
