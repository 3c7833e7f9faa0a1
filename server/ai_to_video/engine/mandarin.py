"""How Chinese sounds: characters → pinyin (pypinyin, MIT) → the phonemes the voice was trained on. Figures as read aloud.

The voice learned tones as they are written, so third tones are not bent here: it bends them itself.
"""

import re
from functools import cache
from importlib import import_module

from .numerals import mandarin, mandarin_decimal, mandarin_digits

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
_PAIRS = (
    "个個只隻条條张張本件台部位名家间間种種次倍天年周週分秒小时時点點块塊元万萬亿億千层層步岁歲人里裡公吨噸米斤杯份场場"
)
"""Measures before which a bare 2 is 两."""
_FIGURE = re.compile(
    r"(?P<share>(?P<rate>[-−]?\d[\d,]*(?:\.\d+)?)[%％])|(?P<per>(?P<top>\d{1,3})/(?P<bottom>\d{1,3}))"
    r"|(?P<clock>(?P<hour>\d{1,2}):(?P<minute>\d{2}))|(?P<money>[¥￥](?P<sum>\d[\d,]*(?:\.\d+)?))"
    r"|(?P<range>(?P<from>\d[\d.]*)[-–—~～](?P<to>\d[\d.]*))|(?P<minus>[-−](?=\d))?(?P<number>\d[\d,]*(?:\.\d+)?)"
)
_MEASURES = {
    "kg": "公斤",
    "km": "公里",
    "cm": "厘米",
    "mm": "毫米",
    "m": "米",
    "g": "克",
    "ml": "毫升",
    "℃": "摄氏度",
    "°C": "摄氏度",
    "°": "度",
}


def spoken(token: str, after: str = "") -> str:
    """A token with its figures written out in characters; `after` is what stands behind it. Letters stay as they are."""

    def figure(found: re.Match[str]) -> str:
        behind = token[found.end() :] + after
        caught = found.groupdict()
        if caught["share"]:
            rate = caught["rate"]
            return ("负" if rate[0] in "-−" else "") + "百分之" + mandarin_decimal(rate.lstrip("-−"))
        if caught["per"]:
            return f"{mandarin(int(caught['bottom']))}分之{mandarin(int(caught['top']))}"
        if caught["clock"]:
            minute = int(caught["minute"])
            return (
                mandarin(int(caught["hour"]))
                + "点"
                + (("零" if minute < 10 else "") + mandarin(minute) + "分" if minute else "")
            )
        if caught["money"]:
            return mandarin_decimal(caught["sum"]) + "元"
        if caught["range"]:
            return f"{_number(caught['from'], '')}到{_number(caught['to'], behind)}"
        return ("负" if caught["minus"] else "") + _number(caught["number"], behind)

    measured = re.sub(r"(?<=\d)\s?(kg|km|cm|mm|ml|℃|°C|°|m|g)(?![a-zA-Z])", lambda found: _MEASURES[found[1]], token)
    return _FIGURE.sub(figure, measured)


def _number(text: str, behind: str) -> str:
    bare = text.replace(",", "").rstrip(".")
    if "." in bare:
        return mandarin_decimal(bare)
    if (bare.startswith("0") and len(bare) > 1) or (len(bare) == 4 and behind[:1] == "年") or len(bare) > 10:
        return mandarin_digits(bare)
    if bare == "2" and behind[:1] and behind[0] in _PAIRS:
        return "两"
    return mandarin(int(bare))


def sounds(text: str) -> str:
    """Phonemes of a run of Chinese characters, a space between words."""
    import rjieba  # its dictionary takes 40 MB, which Latin text need not pay

    read = import_module("pypinyin")
    parts = []
    for word in rjieba.cut(text):
        found = read.lazy_pinyin(
            word, style=read.Style.TONE3, neutral_tone_with_five=True, errors="ignore", v_to_u=False
        )
        parts.append("".join(_syllable(pinyin) for pinyin in found))
    return " ".join(filter(None, parts))


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
