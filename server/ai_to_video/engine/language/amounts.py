"""How long, when, how much, which one, what colour: the quantities people write, English and Chinese. Pure.

Every finder gives `Found` values with the place in the text they were read from, so that a reader can take them out.
"""

import re
from dataclasses import dataclass

from .colours import COLOURS, COLOURS_ZH


@dataclass(frozen=True, slots=True)
class Found:
    """A value and the half-open range of the text it stands in."""

    value: float
    start: int
    end: int


_SMALL = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ZH = {
    "零": 0,
    "〇": 0,
    "一": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
}
_ZH_UNITS = {"十": 10, "百": 100, "千": 1000, "万": 10_000}

WORDED = (
    rf"(?:(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(_SMALL[1:10])}))?|"
    rf"{'|'.join(sorted(_SMALL, key=len, reverse=True))}|(?:a|three) quarters?(?: of an?)?|an?|a couple of|a few|half an?|half|(?:a|"
    rf"one) hundred)"
)
DIGITS = r"\d+(?:[.,]\d+)?"
ZH_NUMBER = r"[零〇一二两三四五六七八九十百千万]+(?:点[零〇一二三四五六七八九]+)?"
NUMBER = rf"(?:{DIGITS}|{WORDED})"


def number(text: str) -> float | None:
    """ "30", "1.5", "thirty-two", "half a", "三十", "两" as a number; None for anything else."""
    text = text.strip().lower()
    if re.fullmatch(r"\d+(?:[.,]\d{1,2})?", text):
        return float(text.replace(",", "."))
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", text):
        return float(text.replace(",", ""))
    if text in {"a", "an"}:
        return 1
    if "quarter" in text:
        return 0.75 if text.startswith("three") else 0.25
    if text.startswith("half") or text == "半":
        return 0.5
    if text == "a couple of":
        return 2
    if text == "a few":
        return 3
    if text in {"a hundred", "one hundred"}:
        return 100
    if text in _SMALL:
        return _SMALL.index(text)
    parts = re.split(r"[- ]", text)
    if parts[0] in _TENS and len(parts) <= 2:
        return (
            20 + 10 * _TENS.index(parts[0]) + (_SMALL.index(parts[1]) if len(parts) == 2 and parts[1] in _SMALL else 0)
        )
    return _number_zh(text)


def _number_zh(text: str) -> float | None:
    whole, _, fraction = text.replace("点", "点").partition("点")
    if not whole or any(sign not in _ZH and sign not in _ZH_UNITS for sign in whole):
        return None
    total, part, digit = 0, 0, 0
    for sign in whole:
        if sign in _ZH:
            digit = digit * 10 + _ZH[sign] if not any(unit in whole for unit in _ZH_UNITS) else _ZH[sign]
        elif _ZH_UNITS[sign] == 10_000:
            total, part, digit = (total + part + digit) * 10_000, 0, 0
        else:
            part += (digit or 1) * _ZH_UNITS[sign]
            digit = 0
    value = float(total + part + digit)
    return value + float("0." + "".join(str(_ZH.get(sign, 0)) for sign in fraction)) if fraction else value


# --- durations ------------------------------------------------------------------------------------------------------

_MS = {"h": 3_600_000, "m": 60_000, "s": 1_000, "ms": 1}
_UNIT = (
    r"(?:-?ish\s*)?(?:(?P<h>hours?|hrs?|(?<![a-z])h)|(?P<m>minutes?|mins?|(?<![a-z])m)|(?P<ms>milliseconds?|ms)|(?P<s>seconds?|"
    r"secs?|(?<![a-z])s))(?![a-z])"
)
_DURATION = re.compile(
    rf"(?:(?<![\w.])|(?<=\d[hm]))(?P<n>{NUMBER}|one and a half|"
    rf"a minute and a half)\s*-?\s*(?:(?:more|extra|additional|full|whole)\s+)?{_UNIT}(?P<half>\s+and a half)?",
    re.IGNORECASE,
)
_UNIT_ZH = r"(?:(?P<h>小时|钟头)|(?P<ms>毫秒)|(?P<m>分钟|分)|(?P<s>秒钟|秒))"
_DURATION_ZH = re.compile(rf"(?P<n>{DIGITS}|{ZH_NUMBER}|半)\s*个?(?P<mid>半)?\s*{_UNIT_ZH}(?P<half>半)?钟?")
_CLOCK = re.compile(r"(?<![\d:.])(?:(\d{1,2}):)?(\d{1,2}):(\d{2})(?:\.(\d{1,3}))?(?![\d:])")


def durations(text: str) -> tuple[Found, ...]:
    """Every duration in milliseconds: "30-second", "a minute and a half", "1m30s", "半分钟", "一分三十秒"."""
    found = [_length(match) for match in _DURATION.finditer(text)]
    found += [_length(match) for match in _DURATION_ZH.finditer(text)]
    joined: list[Found] = []
    for each in sorted(found, key=lambda item: item.start):
        seam = text[joined[-1].end : each.start] if joined else "x"
        if joined and each.start < joined[-1].end:
            continue
        if joined and re.fullmatch(r"\s*(?:,|and|又|零)?\s*", seam, re.IGNORECASE) and each.value < joined[-1].value:
            joined[-1] = Found(joined[-1].value + each.value, joined[-1].start, each.end)
        else:
            joined.append(each)
    return tuple(joined)


def _length(match: re.Match[str]) -> Found:
    unit = next(name for name in ("h", "m", "ms", "s") if match[name])
    count = 1.5 if match["n"].lower() == "one and a half" else number(match["n"]) or 0.0
    if match["half"] or match.groupdict().get("mid"):
        half_minute = match["m"] and re.match(r"一个半", match[0])  # one and a half would be 一分半
        count = 0.5 if half_minute else count + 0.5
    return Found(round(count * _MS[unit]), match.start(), match.end())


def clocks(text: str) -> tuple[Found, ...]:
    """Every moment written as a clock ("0:02", "1:02:03") in milliseconds."""
    return tuple(
        Found(
            int(match[1] or 0) * 3_600_000
            + int(match[2]) * 60_000
            + int(match[3]) * 1000
            + int((match[4] or "0").ljust(3, "0")),
            match.start(),
            match.end(),
        )
        for match in _CLOCK.finditer(text)
    )


_POINT = (
    rf"(?:\d{{1,2}}:\d{{2}}(?:\.\d+)?|(?:{DIGITS}|{WORDED}|{ZH_NUMBER})(?:\s*(?:seconds?|secs?|s|"
    rf"秒钟|秒)(?![a-z]))?)"
)
_RANGE = re.compile(
    rf"(?:from|between|seconds?|从|第)?\s*(?:second\s+)?(?P<a>{_POINT})\s*(?:-|–|—|~|to|and|until|"
    rf"till|through|到|至)\s*(?:第|second\s+)?(?P<b>{_POINT})",
    re.IGNORECASE,
)


def ranges(text: str) -> tuple[tuple[int, int, int, int], ...]:
    """Every range of time as (from ms, to ms, start, end); at least one side must look like a time."""
    found = []
    for match in _RANGE.finditer(text):
        first, last = moment(match["a"]), moment(match["b"])
        timely = re.search(r"[:s秒]", match["a"] + match["b"], re.IGNORECASE) or re.match(
            r"(?:from|between|second|从|第)", match[0].strip(), re.IGNORECASE
        )
        if first is not None and last is not None and timely and first < last:
            found.append((first, last, match.start(), match.end()))
    return tuple(found)


def moment(text: str) -> int | None:
    """ "0:02", "2s", "2 seconds", "two", "第三秒" as milliseconds; None when it is no moment."""
    text = text.strip().removeprefix("第")
    clock = clocks(text)
    if clock:
        return int(clock[0].value)
    length = durations(text)
    if length:
        return int(length[0].value)
    count = number(text)
    return None if count is None else round(count * 1000)


# --- shares, places, colours ----------------------------------------------------------------------------------------

_PERCENT = re.compile(
    rf"(?P<n>{NUMBER})\s*(?:%|％|percent\b|per cent\b)|百分之(?P<zh>{DIGITS}|{ZH_NUMBER})|(?P<tenth>{ZH_NUMBER})成",
    re.IGNORECASE,
)


def percents(text: str) -> tuple[Found, ...]:
    """Every share in percent: "35%", "twenty percent", "百分之三十", "三成"."""
    found = []
    for match in _PERCENT.finditer(text):
        value = number(match["n"] or match["zh"] or match["tenth"])
        if value is not None:
            found.append(Found(value * (10 if match["tenth"] else 1), match.start(), match.end()))
    return tuple(found)


_ORDINALS = {
    word: place
    for place, names in enumerate(
        (
            "first opening 1st",
            "second 2nd",
            "third 3rd",
            "fourth 4th",
            "fifth 5th",
            "sixth 6th",
            "seventh 7th",
            "eighth 8th",
            "ninth 9th",
            "tenth 10th",
        ),
        1,
    )
    for word in names.split()
}
_NOUN = r"(?:scenes?|shots?|clips?|slides?|pictures?|images?|photos?|cards?|parts?|captions?)"
_NOUN_ZH = r"(?:场景|镜头|画面|片段|幕|段|张图|图|场|页|句字幕|句)"
_WHICH = re.compile(
    rf"\b(?P<last>(?:very )?(?:last|final|closing))\s+(?:{_NOUN}|ones?\b)|"
    rf"\b(?P<back>second[- ]to[- ]last|next[- ]to[- ]last|penultimate)\s+(?:{_NOUN}|one\b)|"
    rf"\b(?P<backword>{'|'.join(_ORDINALS)})(?: {_NOUN}| one)?[- ](?:from (?:the )?|to )(?:end|last|back)(?:\s+{_NOUN})?\b|"
    rf"\b(?P<word>{'|'.join(_ORDINALS)})\s+(?:{_NOUN}|one\b)|"
    rf"\b{_NOUN}\s*(?:number\s*|no\.?\s*|#\s*)?(?P<n>\d{{1,3}}|{'|'.join(_SMALL[1:13])})\b|"
    rf"#(?P<hash>\d{{1,2}})\b|"
    rf"(?P<lastzh>(?:最后|末|结尾|片尾)(?:的)?(?:那|这)?(?:一)?个?){_NOUN_ZH}|倒数第(?P<backzh>{ZH_NUMBER}|\d+)个?{_NOUN_ZH}|"
    rf"第\s*(?P<zh>{ZH_NUMBER}|\d+)\s*个?{_NOUN_ZH}|(?P<firstzh>首个{_NOUN_ZH})|(?:场景|镜头|"
    rf"镜头)\s*(?P<nzh>\d+|{ZH_NUMBER})",
    re.IGNORECASE,
)


def places(text: str) -> tuple[Found, ...]:
    """Every scene named by its place, 1 for the first, -1 for the last: "scene 3", "the last shot", "第二个场景"."""
    found = []
    for match in _WHICH.finditer(text):
        if match["last"] or match["lastzh"]:
            place: float | None = -1
        elif match["back"]:
            place = -2
        elif match["backword"]:
            place = -_ORDINALS[match["backword"].lower()]
        elif match["backzh"]:
            place = -(number(match["backzh"]) or 1)
        elif match["firstzh"]:
            place = 1
        elif match["word"]:
            place = _ORDINALS[match["word"].lower()]
        else:
            place = number(match["n"] or match["hash"] or match["zh"] or match["nzh"])
        if place:
            found.append(Found(place, match.start(), match.end()))
    return tuple(found)


_HEX = re.compile(r"#(?:[0-9a-f]{6}|[0-9a-f]{3})\b", re.IGNORECASE)
_NAMED = re.compile(
    rf"\b(?:(?P<shade>dark|light|bright|pale|deep|"
    rf"soft)[- ])?(?P<name>{'|'.join(sorted(COLOURS, key=len, reverse=True))})\b|"
    rf"(?P<shadezh>深|浅|淡|亮|暗)?(?P<zh>{'|'.join(sorted(COLOURS_ZH, key=len, reverse=True))})色?",
    re.IGNORECASE,
)


def colours(text: str) -> tuple[tuple[str, int, int], ...]:
    """Every colour as ("#rrggbb", start, end): hex, English and Chinese names, "dark" and "light" before them."""
    found = [(_long_hex(match[0]), match.start(), match.end()) for match in _HEX.finditer(text)]
    for match in _NAMED.finditer(text):
        value = COLOURS[match["name"].lower()] if match["name"] else COLOURS_ZH[match["zh"]]
        shade = (match["shade"] or match["shadezh"] or "").lower()
        found.append((_shaded(value, shade), match.start(), match.end()))
    return tuple(sorted(found, key=lambda item: item[1]))


def _long_hex(value: str) -> str:
    digits = value[1:].lower()
    return "#" + (digits if len(digits) == 6 else "".join(digit * 2 for digit in digits))


def _shaded(value: str, shade: str) -> str:
    """A darker or lighter form of a colour."""
    towards = {
        "dark": 0,
        "deep": 0,
        "深": 0,
        "暗": 0,
        "light": 255,
        "pale": 255,
        "soft": 255,
        "浅": 255,
        "淡": 255,
    }
    if shade not in towards:
        return value
    parts = [int(value[place : place + 2], 16) for place in (1, 3, 5)]
    return "#" + "".join(f"{round(part + (towards[shade] - part) * 0.45):02x}" for part in parts)
