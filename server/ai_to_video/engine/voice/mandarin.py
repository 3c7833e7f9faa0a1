"""How Chinese sounds: characters → pinyin (pypinyin, MIT) → the phonemes the voice was trained on.

The voice learned tones as they are written, so third tones are not bent here: it bends them itself.
"""

import re
from functools import cache
from importlib import import_module

from ..language.hanzi import simpler

HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
TONES = {"1": "→", "2": "↗", "3": "↓", "4": "↘"}
_INITIALS = {
    "b": "p", "p": "pʰ", "m": "m", "f": "f", "d": "t", "t": "tʰ", "n": "n", "l": "l", "g": "k", "k": "kʰ", "h": "x", "j": "ʨ",
    "q": "ʨʰ", "x": "ɕ", "zh": "ꭧ", "ch": "ꭧʰ", "sh": "ʂ", "r": "ɻ", "z": "ʦ", "c": "ʦʰ", "s": "s",
}  # fmt: skip
_FINALS = {  # "-" is where the tone is marked
    "a": "a-", "ai": "ai-", "an": "a-n", "ang": "a-ŋ", "ao": "au-", "e": "ɤ-", "ei": "ei-", "en": "ə-n", "eng": "ə-ŋ", "i": "i-",
    "ia": "ja-", "ian": "jɛ-n", "iang": "ja-ŋ", "iao": "jau-", "ie": "je-", "in": "i-n", "iu": "jou-", "ing": "i-ŋ",
    "iong": "jʊ-ŋ", "ong": "ʊ-ŋ", "ou": "ou-", "u": "u-", "ui": "wei-", "ua": "wa-", "uai": "wai-", "uan": "wa-n", "un": "wə-n",
    "uang": "wa-ŋ", "ueng": "wə-ŋ", "uo": "wo-", "o": "wo-", "v": "y-", "ve": "ɥe-", "van": "ɥɛ-n", "vn": "y-n", "er": "ɚ-",
}  # fmt: skip
_ALONE = {"m": "m-", "n": "n-", "ng": "ŋ-", "hm": "hm-", "hng": "hŋ-", "ê": "ɛ-", "o": "ɔ-", "yo": "jɔ-"}
_AUTHOR = re.compile("著(?=[名作者称书述])|(?<=[名显原专巨编卓昭土译])著")
"""Where the sign is not the old spelling of 着."""


def sounds(text: str) -> str:
    """Phonemes of a run of Chinese characters, a space between words; Traditional ones are read as their Simplified."""
    import rjieba  # its dictionary takes 40 MB, which Latin text need not pay

    kept = {found.start() for found in _AUTHOR.finditer(simpler(text).replace("着", "著"))}
    plain = "".join(
        "干" if sign == "乾" and text[at + 1 : at + 2] not in {"隆", "坤"} else sign if at in kept else new
        for at, (sign, new) in enumerate(zip(text, simpler(text), strict=True))
    )
    found = list(rjieba.cut(plain))
    spoken = [
        "".join(_syllable(pinyin) for pinyin in _pinyin(word, found[at - 1] if at else "", found[at + 1 : at + 2]))
        for at, word in enumerate(found)
    ]
    return " ".join(filter(None, spoken))


def _pinyin(word: str, before: str, after: list[str]) -> list[str]:
    """The syllables of a word; light 得 and 地, and 一 and 不 with the tone they take before another."""
    read = import_module("pypinyin")
    found: list[str] = read.lazy_pinyin(
        word, style=read.Style.TONE3, neutral_tone_with_five=True, errors="ignore", v_to_u=False
    )
    if word == "地" and len(before) > 1 and after:
        return ["de5"]
    if word == "得" and before and not (after and after[0][0] in "到了奖分出知"):
        return ["de5"]
    if len(found) != len(word):
        return found
    if len(word) == 3 and word[1] == "得":
        found[1] = "de5"
    for at, sign in enumerate(word[:-1]):
        tone, following = found[at + 1][-1], word[at + 1]
        counted = word[at - 1 : at] in _COUNTING or following in _COUNTING
        if sign == "一" and not counted and following not in "月日号" and tone in "1234":
            found[at] = "yi2" if tone == "4" else "yi4"
        elif sign == "不" and tone == "4":
            found[at] = "bu2"
    return found


_COUNTING = frozenset("第零〇一二三四五六七八九十百千万亿点")


@cache
def _syllable(pinyin: str) -> str:
    """ "zhong1" → ꭧʊ→ŋ; "" for what is no syllable of Mandarin."""
    plain, tone = (pinyin[:-1], pinyin[-1]) if pinyin[-1:].isdigit() else (pinyin, "5")
    plain = plain.replace("ü", "v")
    initial = next((i for i in (plain[:2], plain[:1]) if i in _INITIALS), "")
    final = _final(initial, plain[len(initial) :])
    shape = _ALONE.get(plain) or (
        "ɨ-" if final == "i" and initial in {"zh", "ch", "sh", "r", "z", "c", "s"} else _FINALS.get(final)
    )
    if shape is None:
        return ""
    return ("" if plain in _ALONE else _INITIALS.get(initial, "")) + shape.replace("-", TONES.get(tone, ""))


def _final(initial: str, rest: str) -> str:
    """The final as it sounds: y and w are spellings of i, u and ü, and u after j, q, x is ü."""
    if initial in {"j", "q", "x"} and rest.startswith("u"):
        return "v" + rest[1:]
    if not initial and rest.startswith("yu"):
        return "iong" if rest == "yung" else "v" + rest[2:]
    if not initial and rest.startswith("y"):
        rest = rest[1:] if rest[1:2] == "i" else "i" + rest[1:]
        return {"iou": "iu", "iong": "iong"}.get(rest, rest)
    if not initial and rest.startswith("w"):
        rest = rest[1:] if rest[1:2] == "u" else "u" + rest[1:]
        return {"uei": "ui", "uen": "un"}.get(rest, rest)
    return rest
