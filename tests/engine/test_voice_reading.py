"""What a written text is read as: figures, names, signs, two scripts; and the symbols the voice gets to see."""

import pytest

from ai_to_video.engine.language.numerals import english, mandarin, ordinal, year
from ai_to_video.engine.voice.aloud import plain
from ai_to_video.engine.voice.aloud_zh import spoken
from ai_to_video.engine.voice.dictionary import american
from ai_to_video.engine.voice.mandarin import sounds
from ai_to_video.engine.voice.phonemes import LEAST, MOST, lines, sounded
from ai_to_video.engine.voice.spelling import sound_out


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
        ("v2.1.3, Python 3.11, iOS 17.4.1", "v two point one point three, Python three point eleven, iOS seventeen point four point one"),
        ("on 2024-05-03, 12/25/2024 or 25/12/24", "on May third twenty twenty four, December twenty fifth twenty twenty four or December twenty fifth twenty twenty four"),
        ("from 4 May, Dec. 25, the 3rd", "from the fourth of May, December twenty fifth, the third"),
        ("$10-$20, $5–10, US$20, 20€, 5 USD", "ten to twenty dollars, five to ten dollars, twenty US dollars, twenty euros, five US dollars"),
        ("$5/month, 60/min, 5 GB/s", "five dollars per month, sixty per minute, five gigabytes per second"),
        ("call (555) 123-4567 or 800-555-0199", "call five five five, one two three four five six seven or eight zero zero five five five zero one nine nine"),
        ("7:30pm–9pm, 3:1, 16:9", "seven thirty PM to nine PM, three to one, sixteen to nine"),
        ("10 km/h, 20 °C, 100 m², 1 tsp, 250 g", "ten kilometers per hour, twenty degrees Celsius, one hundred square meters, one teaspoon, two hundred fifty grams"),
        ("a 5-km run, 30s, the 80s, 6'2\"", "a five kilometer run, thirty seconds, the eighties, six foot two"),
        ("1½ cups, 1 1/2 cups, ½, x²", "one and one half cups, one and one half cups, one half, x squared"),
        ("~100, >50, ≥5, ±2", "about one hundred, more than fifty, at least five, plus or minus two"),
        ("B2B, MP3s, A380, 1080p, 747", "B two B, MP threes, A three eighty, ten eighty p, seven forty seven"),
        ("World War II, Henry VIII, Chapter IV", "World War two, Henry the eighth, Chapter four"),
        ("Mt. Everest, Main St. in St. Louis, Gen. Lee", "mount Everest, Main street in saint Louis, general Lee"),
        ("C# and F#, .NET, config.yaml, #launch", "C sharp and F sharp, dot NET, config dot yaml, hashtag launch"),
        ("No.1, p. 12, vol. 3, approx. 5, max. 10", "number one, page twelve, volume three, approximately five, maximum ten"),
        ("10,5 and 1.000.000 and .5", "ten point five and one million and zero point five"),
        ("4.5⭐ ★★★★★ Acme™", "four point five stars five stars Acme"),
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
        ("-5", "度", "零下五"),
        ("13800138000", "", "一三八零零一三八零零零"),
        ("138-0013-8000", "", "幺三八零零幺三八零零零"),
        ("v2.1.3", "", "v二点一点三"),
        ("2024-05-03", "", "二零二四年五月三日"),
        ("2024/5/3", "", "二零二四年五月三日"),
        ("12:30:45", "", "十二点三十分四十五秒"),
        ("3:1", "", "三比一"),
        ("$99.9", "", "九十九点九美元"),
        ("¥3.5", "亿", "三点五"),
        ("20%-30%", "", "百分之二十到百分之三十"),
        ("10%～", "15%", "百分之十到"),
        ("10+", "年", "十多"),
        ("100km/h", "", "一百公里每小时"),
        ("100m²", "", "一百平方米"),
        ("1080p", "", "一零八零P"),
        ("GPT-4o", "", "GPT-四o"),
        ("80", "后", "八零"),
        ("2000", "人", "两千"),
        ("7×24", "", "七乘二十四"),
        ("①", "打开", "一"),
        ("5★", "好评", "五星"),
        ("½", "杯", "二分之一"),
        ("互联网+", "教育", "互联网加"),
        ("https://www.example.com/docs", "", "example点com斜杠docs"),
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


def test_traditional_chinese_sounds_like_its_simplified_and_small_signs_are_light():
    for traditional, simplified in (
        ("音樂", "音乐"),
        ("睡覺", "睡觉"),
        ("空調", "空调"),
        ("乾淨", "干净"),
        ("看著", "看着"),
    ):
        assert sounds(traditional) == sounds(simplified)
    assert sounds("著名") != sounds("着名") and sounds("著名").startswith("ꭧu↘")
    assert sounds("慢慢地走").split()[1] == "tɤ"
    assert sounds("一样").startswith("i↗") and sounds("第一").endswith("i→")


def test_a_long_address_is_read_as_one_and_its_pieces_share_the_words():
    said = sounded("See https://github.com/docs/averylongname now.", "en")
    assert "".join(word.text for word in said[1:-1]) == "https://github.com/docs/averylongname"
    whole = " ".join(word.phonemes for word in said[1:-1] if word.phonemes)
    assert whole.startswith("ɡˈɪthˌʌb dˈɑt kˈɑm slˈæʃ dˈɑks slˈæʃ")


def test_words_with_a_hyphen_that_are_one_word_sound_as_one():
    assert [word.phonemes for word in sounded("Wi-Fi", "en")] == ["wˈIfˌI"]
    assert "wˈIfˌI" in "".join(word.phonemes for word in sounded("用Wi-Fi上网", "zh"))
    assert sounded("well-known", "en")[0].phonemes.count(" ") == 1


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
    assert known.read(["rated", "rating", "visited"]) == ["ɹˈAɾᵻd", "ɹˈAɾɪŋ", "vˈɪzɪɾᵻd"]
    assert known.read(["livestreamed"]) == ["lˈIvstɹˌimd"]
    assert known.read(["Kubernetes", "JSON", "Xiaomi"]) == ["kˌubəɹnˈɛɾiz", "ʤˈAsən", "ʃˌWmˈi"]
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
    letters = sounded("版本v2.1.3，见example.com。", "zh")
    assert ["".join(word.phonemes for word in letters).count(sound) for sound in ("vˈi", "sa→n", "kˈɑm")] == [1, 1, 1]
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
