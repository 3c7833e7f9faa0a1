"""Figures as they are spoken, in English and Mandarin. Pure; whole numbers up to twelve digits, longer ones digit by digit."""

import re

_ONES = re.findall(
    r"\w+",
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen",
)
_TENS = re.findall(r"\w+", "none ten twenty thirty forty fifty sixty seventy eighty ninety")
_GROUPS = ((10**9, "billion"), (10**6, "million"), (1000, "thousand"))
_ORDINALS = {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth"}
_ORDINALS |= {"twelve": "twelfth"}
_DIGITS = "零一二三四五六七八九"
_PLACES = ("", "十", "百", "千")
LONGEST = 12


def english(number: int) -> list[str]:
    """342 → three hundred forty two"""
    if number >= 10**LONGEST:
        return digits(str(number))
    said: list[str] = []
    for size, name in _GROUPS:
        count, number = divmod(number, size)
        said += [*_hundreds(count), name] if count else []
    return said + _hundreds(number) if number or not said else said


def _hundreds(number: int) -> list[str]:
    said = [_ONES[number // 100], "hundred"] if number >= 100 else []
    rest = number % 100
    if rest < 20:
        return said + ([_ONES[rest]] if rest or not said else [])
    return [*said, _TENS[rest // 10], *([_ONES[rest % 10]] if rest % 10 else [])]


def digits(text: str) -> list[str]:
    """ "407" → four zero seven"""
    return [_ONES[int(char)] for char in text if char.isdecimal()]


def code(text: str) -> list[str]:
    """ "747" → seven forty seven; "404" → four oh four; "911" → nine one one"""
    if text == "911" or len(text) != 3 or text.startswith("0"):
        return digits(text)
    first, rest = int(text[0]), int(text[1:])
    if not rest:
        return english(int(text))
    return [_ONES[first], *(["oh"] if rest < 10 else []), *english(rest)]


def ordinal(number: int) -> list[str]:
    """21 → twenty first"""
    *said, last = english(number)
    if last in _ORDINALS:
        return [*said, _ORDINALS[last]]
    return [*said, last[:-1] + "ieth" if last.endswith("y") else last + "th"]


def year(number: int) -> list[str]:
    """1999 → nineteen ninety nine; 2007 → two thousand seven"""
    century, rest = divmod(number, 100)
    if not 1000 < number < 10_000 or (century % 10 == 0 and rest < 10):
        return english(number)
    if not rest:
        return [*english(century), "hundred"]
    return [*english(century), *(["oh"] if rest < 10 else []), *english(rest)]


def decimal(text: str) -> list[str]:
    """ "3.14" → three point one four; "1,200" → one thousand two hundred"""
    whole, point, part = text.replace(",", "").partition(".")
    said = english(int(whole)) if whole else ["zero"]
    return said + (["point", *digits(part)] if point and part else [])


def mandarin(number: int) -> str:
    """3050 → 三千零五十; 2000 → 两千"""
    if number >= 10**LONGEST:
        return mandarin_digits(str(number))
    said, gap = "", False
    for size, name in ((10**8, "亿"), (10**4, "万"), (1, "")):
        count, number = divmod(number, size)
        if count:
            said += ("零" if said and (gap or count < 1000) else "") + _thousands(count) + name
        gap = bool(said) and not count
    said = re.sub(r"(?<![十零])二(?=[千万亿])", "两", said or "零")
    return said[1:] if said.startswith("一十") else said


def _thousands(number: int) -> str:
    said, gap = "", False
    for place in range(3, -1, -1):
        digit = number // 10**place % 10
        if digit:
            said += ("零" if gap else "") + _DIGITS[digit] + _PLACES[place]
        gap = bool(said) and not digit
    return said


def mandarin_digits(text: str) -> str:
    """ "2024" → 二零二四"""
    return "".join(_DIGITS[int(char)] for char in text if char.isdecimal())


def mandarin_decimal(text: str) -> str:
    """ "3.14" → 三点一四"""
    whole, point, part = text.replace(",", "").partition(".")
    said = mandarin(int(whole)) if whole else "零"
    return said + ("点" + mandarin_digits(part) if point and part else "")
