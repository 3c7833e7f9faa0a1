"""Figures in English text → the words they are read with: money, dates, clocks, parts, decades, measures. Pure.

Every reader takes a match of the pattern in aloud.py and what stands beside it, and gives words.
"""

import re
from dataclasses import dataclass

from ..language.numerals import code, decimal, digits, english, ordinal, year
from . import shorthand as short
from .shorthand import MONEY, SCALES, SIGNS, UNITS


@dataclass(frozen=True, slots=True)
class Beside:
    """The written words `before` and `after` a word, where they touch the piece that is read; what stands `left` and
    `right` of the piece within its own word."""

    before: str
    after: str
    left: str
    right: str


Found = re.Match[str]


def bare(word: str) -> str:
    """A written word without case and what clings to it."""
    return word.lower().strip("\"'“”()[].,;:!?…—")


def is_unit(text: str) -> bool:
    return text.lower() in UNITS and (text != text.upper() or text.lower() in short.LOUD or not text.isalpha())


def one(unit: str, *, single: bool = True) -> str:
    """A unit as it goes with one: kilometers → kilometer."""
    first, gap, rest = unit.partition(" ")
    return ({"feet": "foot", "inches": "inch"}.get(first, first.removesuffix("s")) if single else first) + gap + rest


def money(found: Found, beside: Beside) -> list[str]:
    sign = next(char for char in found["money"] if char in MONEY)
    country = f"{found['country'].upper()} " if found["country"] and sign == "$" else ""
    single, many = (f"{country}{name}".split() for name in MONEY[sign])
    scaled = bare(beside.after) in SCALES.values()
    amount, scale = found["sum"], _scale(found["scale"])
    if found["upto"]:
        last = decimal(found["upto"]) + _scale(found["scaled"])
        return [*decimal(amount), *scale, "to", *last, *([] if scaled else many)]
    if scale or scaled:
        return [*decimal(amount), *scale, *([] if scaled else many)]
    whole, _, cents = amount.replace(",", "").partition(".")
    if len(cents) == 2 and int(cents) and sign in "$€":
        rest = [*english(int(cents)), "cent" if int(cents) == 1 else "cents"]
        return [*english(int(whole)), *(single if int(whole) == 1 else many), "and", *rest] if int(whole) else rest
    plain = whole if not cents.strip("0") else amount
    return [*decimal(plain), *(single if plain == "1" else many)]


def _scale(letters: str | None) -> list[str]:
    return [SCALES[letters.lower()]] if letters else []


def suffixed(found: Found, beside: Beside) -> list[str]:
    """20€"""
    return [*decimal(found["amount"]), MONEY[found["coin"]][found["amount"] != "1"]]


def tall(found: Found, beside: Beside) -> list[str]:
    """6'2" """
    return [*english(int(found["feet"])), "foot", *english(int(found["inches"]))]


def clock(found: Found, beside: Beside) -> list[str]:
    minutes = int(found["minute"])
    spoken = [] if not minutes else ["oh", *english(minutes)] if minutes < 10 else english(minutes)
    half = [found["half"].replace(".", "").upper()] if found["half"] else []
    sharp = not half and beside.after.lower()[:2] not in {"am", "pm", "a.", "p."}
    return [*english(int(found["hour"])), *(spoken or (["o'clock"] if sharp else [])), *half]


def place(found: Found, beside: Beside) -> list[str]:
    return ordinal(int(found["th"].replace(",", "")))


def decade(found: Found, beside: Beside) -> list[str]:
    """ "the 80s" are years, "30s" seconds, "747s" aeroplanes."""
    ten = found["ten"]
    if len(ten) == 2 and not (found[0][0] == "'" or beside.left or bare(beside.before) in short.ERAS):
        return [*english(int(ten)), "seconds"]
    *said, last = code(ten) if len(ten) == 3 else year(int(ten)) if len(ten) > 2 else english(int(ten))
    return [*said, last[:-1] + "ies" if last.endswith("y") else last + "s"]


def mixed(found: Found, beside: Beside) -> list[str]:
    said = _part(*short.PARTS[found["vulgar"]])
    return [*english(int(found["ones"])), "and", *said] if found["ones"] else said


def part(found: Found, beside: Beside) -> list[str]:
    top, bottom = int(found["top"]), int(found["bottom"])
    return [*(["and"] if beside.before.isdecimal() and bottom in {2, 3, 4, 8} else []), *_part(top, bottom)]


def _part(top: int, bottom: int) -> list[str]:
    names = {2: "half", 3: "third", 4: "quarter"}
    if not 0 < top < bottom or bottom not in {2, 3, 4, 5, 6, 8, 10}:
        return [*english(top), *english(bottom)]
    *said, last = [names[bottom]] if bottom in names else ordinal(bottom)
    plural = "halves" if last == "half" else last + "s"
    return [*english(top), *said, last if top == 1 else plural]


def by(found: Found, beside: Beside) -> list[str]:
    """1920x1080"""
    return [*year(int(found["wide"])), "by", *year(int(found["high"]))]


def stars(found: Found, beside: Beside) -> list[str]:
    if not beside.left[-1:].isdigit():
        return [*english(len(found[0])), "stars"]
    return ["star" if beside.left == "1" else "stars"]


def figure(found: Found, beside: Beside) -> list[str]:
    number, unit, left = found["number"], found["unit"] or "", beside.left
    lettered = re.search(r"[A-Za-z]-?$", left) is not None
    if not left and not unit and (day := _day(number, beside)):
        return day
    said = ["minus"] if found["minus"] and not left else []
    said += _number(number, unit, beside, lettered=lettered)
    if lettered and unit.lower() in {"b", "s", "m", "k", "g", "x", "p", "c", "w", "l"}:  # B2B, MP3s, H2L
        return [*said[:-1], said[-1] + "s"] if unit == "s" else [*said, unit]
    words = _unit(unit, number.replace(",", "")) if unit else []
    if found["power"]:
        words = ["square" if found["power"] == "²" else "cubic", *words] if words else SIGNS[found["power"]].split()
    return said + one(" ".join(words), single=number == "1").split()


def _number(number: str, unit: str, beside: Beside, *, lettered: bool) -> list[str]:
    grouped = re.fullmatch(r"\d{1,3}(?:\.\d{3}){2,}", number)
    plain = number.replace(".", "") if grouped else number
    plain = plain.replace(",", "." if re.fullmatch(r"\d+,\d{1,2}", plain) else "")
    versioned = beside.left.lower().endswith("v") or bare(beside.before) in short.VERSIONED
    if plain.count(".") > 1 or ("." in plain[1:] and versioned):
        return " point ".join(" ".join(english(int(piece))) for piece in plain.split(".")).split()
    if "." in plain:
        return decimal(plain)
    if (len(plain) > 1 and plain.startswith("0")) or len(plain) > 12:
        return digits(plain)
    if len(plain) == 3 and (lettered or unit.lower() == "p" or plain in short.NAMED):
        return code(plain)
    if len(plain) == 4 and plain == number and ((1100 <= int(plain) < 2100 and not unit) or unit.lower() == "p"):
        return year(int(plain))
    return english(int(plain))


def _day(number: str, beside: Beside) -> list[str]:
    """The day of a month, which stands before or after it."""
    if not number.isdecimal() or not 0 < int(number) < 32:
        return []
    if bare(beside.before) in short.NAMES | set(short.MONTHS):
        return ordinal(int(number))
    if beside.after[:1].isupper() and bare(beside.after) in short.NAMES | set(short.MONTHS):
        return [*([] if bare(beside.before) == "the" else ["the"]), *ordinal(int(number)), "of"]
    return []


def _unit(unit: str, plain: str) -> list[str]:
    """ "km" → kilometers; capitals mean other things than small letters: 5M are millions, 4K and 5G names."""
    if unit in {"M", "B"}:
        return [SCALES[unit.lower()]]
    if unit in {"K", "k"} and len(plain) > 1:
        return ["thousand"]
    name = "" if unit in {"K", "G", "T", "H"} else UNITS.get(unit.lower(), "")
    return name.split() or [unit]


def date(found: Found) -> list[str]:
    """Year first, or month first as Americans write it, unless that cannot be."""
    if found["y"]:
        number, month, day = int(found["y"]), int(found["m"]), int(found["d"])
    else:
        number, month, day = int(found["c"]), int(found["a"]), int(found["b"])
        month, day = (day, month) if month > 12 else (month, day)
        number += (2000 if number < 50 else 1900) if len(found["c"]) == 2 else 0
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return [word for piece in re.findall(r"\d+", found[0]) for word in english(int(piece))]
    return [list(dict.fromkeys(short.MONTHS.values()))[month - 1], *ordinal(day), *year(number)]
