"""English as it is written → the plain words a reader says: figures, money, units, signs, addresses, abbreviations. Pure."""

import re
import unicodedata

from .numerals import decimal, digits, english, ordinal, year

MONEY = {"$": ("dollar", "dollars"), "€": ("euro", "euros"), "£": ("pound", "pounds"), "¥": ("yuan", "yuan")}
MONEY |= {"₹": ("rupee", "rupees"), "₩": ("won", "won")}
SCALES = {"k": "thousand", "m": "million", "mn": "million", "bn": "billion", "b": "billion", "t": "trillion"}
UNITS = {
    "%": "percent", "°c": "degrees Celsius", "°f": "degrees Fahrenheit", "°": "degrees", "km": "kilometers",
    "m": "meters", "cm": "centimeters", "mm": "millimeters", "kg": "kilograms", "g": "grams", "mg": "milligrams",
    "l": "liters", "ml": "milliliters", "km/h": "kilometers per hour", "mph": "miles per hour", "gb": "gigabytes",
    "mb": "megabytes", "tb": "terabytes", "kb": "kilobytes", "ghz": "gigahertz", "mhz": "megahertz", "hz": "hertz",
    "kw": "kilowatts", "mw": "megawatts", "kwh": "kilowatt hours", "mah": "milliamp hours", "w": "watts", "ms": "milliseconds",
    "min": "minutes", "mins": "minutes", "hr": "hours", "hrs": "hours", "sec": "seconds", "secs": "seconds", "ft": "feet",
    "lb": "pounds", "lbs": "pounds", "oz": "ounces", "fps": "frames per second", "x": "times", "×": "times", "am": "AM",
    "pm": "PM", "a.m": "AM", "p.m": "PM",
}  # fmt: skip
SINGLE = {
    "meters": "meter",
    "grams": "gram",
    "liters": "liter",
    "minutes": "minute",
    "hours": "hour",
    "pounds": "pound",
}
SINGLE |= {"seconds": "second", "kilometers": "kilometer", "kilograms": "kilogram", "degrees": "degree"}
SHORT = {
    "dr": "doctor", "mr": "mister", "mrs": "missus", "ms": "miz", "prof": "professor", "st": "saint", "vs": "versus", "v": "versus",
    "etc": "et cetera", "e.g": "for example", "i.e": "that is", "approx": "approximately", "jr": "junior", "sr": "senior",
    "inc": "incorporated", "ltd": "limited", "dept": "department", "fig": "figure", "no": "number", "w/": "with", "w/o": "without",
}  # fmt: skip
ALWAYS_SHORT = {"mr", "mrs", "vs", "etc", "e.g", "i.e", "w/", "w/o"}
"""Abbreviations that are read out even where their full stop is missing."""
MONTHS = set(
    re.findall(r"\w+", "january february march april may june july august september october november december")
)
SIGNS = {
    "&": "and",
    "+": "plus",
    "=": "equals",
    "@": "at",
    "%": "percent",
    "#": "number",
    "×": "times",
    "÷": "divided by",
}
PAUSES = ".,;:!?…—"
_FULL = {"。": ".", "，": ",", "、": ",", "；": ";", "：": ":", "！": "!", "？": "?", "–": "—", "―": "—"}
_QUOTES = str.maketrans({"’": "'", "‘": "'", "＇": "'", "−": "-"})
_DOMAIN = r"(?:com|org|net|io|app|dev|ai|co|edu|gov|uk|de|cn|tv|me|info|shop|example)"

_ADDRESS = re.compile(rf"(?:https?://)?(?:www\.)?((?:[\w-]+\.)+{_DOMAIN})(/[\w./-]*)?", re.IGNORECASE)
_PIECE = re.compile(
    r"(?P<money>[-–]?[$€£¥₹₩]\s?(?P<sum>\d[\d,]*(?:\.\d+)?)(?P<scale>(?:k|mn?|bn?|t)\b)?)"
    r"|(?P<clock>(?P<hour>\d{1,2}):(?P<minute>[0-5]\d))"
    r"|(?P<place>(?P<th>\d[\d,]*)(?:st|nd|rd|th)\b)"
    r"|(?P<decade>'?(?P<ten>\d{2,4})'?s\b)"
    r"|(?P<part>(?<![\d/])(?P<top>\d{1,2})/(?P<bottom>\d{1,2})(?![\d/]))"
    r"|(?P<figure>(?P<minus>(?<![\w])[-–−])?(?P<number>\d[\d,]*(?:\.\d+)*|\.\d+)(?P<unit>(?:km/h|°[CF]?|[%×]|[a-zA-Z]{1,4}(?![a-zA-Z])))?)"
    r"|(?P<dotted>(?:[A-Za-z]\.){2,}[A-Za-z]?|(?:[A-Za-z]\.)+[A-Za-z]\b)"
    r"|(?P<word>[^\W\d_]+(?:'[^\W\d_]+)*'?)"
    r"|(?P<join>[-–/:](?=\d))"
    r"|(?P<sign>[&+=@%#×÷])",
    re.IGNORECASE,
)


def plain(token: str, before: str = "", after: str = "") -> tuple[list[str], str]:
    """The words a written word is said with, and the punctuation that follows them ("" for none).

    `before` and `after` are the written words beside it: "$3" before "million" is three, and the million brings the
    dollars.
    """
    text = unicodedata.normalize("NFKC", token.translate(_QUOTES))
    core = text.strip("\"'“”()[]{}«»<>*_~`|" + PAUSES + "".join(_FULL)) or text
    core = "'" + core if re.match(r"\W*'\d0s", text) else core
    tail = text[text.rfind(core) + len(core) :] if core != text else "" if _heard(core) else text
    pause = next((_FULL.get(char, char) for char in reversed(tail) if char in PAUSES or char in _FULL), "")
    pause = pause or ("—" if not _heard(core) and not text.strip("-—–") else "," if tail.endswith(")") else "")
    short = _short(core, pause, before, after)
    if short:
        return short.split(), pause if pause != "." or not after or core.lower() == "etc" else ""
    if re.fullmatch(r"(?:[A-Za-z]\.)+[A-Za-z]", core) and pause == "." and after:
        pause = ""
    if "@" in core and _ADDRESS.search(core):
        name, _, host = core.partition("@")
        return [*_pieces(name, "", ""), "at", *_address(host)], pause
    if core.lower() in SCALES.values() and re.match(r"\W*[$€£¥₹₩]\s?\d[\d.,]*$", before):
        return [core, next(MONEY[char][1] for char in before if char in MONEY)], pause
    return (_address(core) if _ADDRESS.fullmatch(core) else _pieces(core, before, after)), pause


def _short(core: str, pause: str, before: str, after: str) -> str:
    """What an abbreviation stands for, "" where the word is none."""
    low = core.lower()
    if low in {"am", "pm", "a.m", "p.m"}:
        return low.replace(".", "").upper() if before[-1:].isdigit() else ""
    if low == "no" and not (core[0] == "N" and after[:1].isdigit()):
        return ""
    return SHORT.get(low, "") if pause == "." or low in ALWAYS_SHORT else ""


def _heard(text: str) -> bool:
    return any(char.isalnum() or char in SIGNS for char in text)


def _address(text: str) -> list[str]:
    found = _ADDRESS.fullmatch(text)
    if not found:
        return _pieces(text, "", "")
    said: list[str] = []
    for part in found[1].split("."):
        said += [*(["dot"] if said else []), *_pieces(part, "", "")]
    for part in (found[2] or "").strip("/").split("/"):
        said += ["slash", *_pieces(part, "", "")] if part else []
    return said


def _pieces(text: str, before: str, after: str) -> list[str]:
    said: list[str] = []
    for found in _PIECE.finditer(text):
        first, last = not found.start(), found.end() == len(text)
        said += _piece(found, before if first else "", after if last else "", text[: found.start()])
    return said


def _piece(found: re.Match[str], before: str, after: str, left: str) -> list[str]:
    """`before` and `after` are the words beside the written word, `left` what stands before the piece within it."""
    caught = found.groupdict()
    if caught["money"]:
        return _money(found, after)
    if caught["clock"]:
        minutes = int(caught["minute"])
        spoken = [] if not minutes else ["oh", *english(minutes)] if minutes < 10 else english(minutes)
        return [*english(int(caught["hour"])), *(spoken or ([] if after.lower()[:1] in {"a", "p"} else ["o'clock"]))]
    if caught["place"]:
        return ordinal(int(caught["th"].replace(",", "")))
    if caught["decade"]:
        *said, last = year(int(caught["ten"])) if len(caught["ten"]) > 2 else english(int(caught["ten"]))
        return [*said, last[:-1] + "ies" if last.endswith("y") else last + "s"]
    if caught["part"]:
        return _part(int(caught["top"]), int(caught["bottom"]))
    if caught["figure"]:
        return _figure(caught, before, after, left)
    if caught["dotted"]:
        return [char.upper() for char in caught["dotted"] if char != "."]
    if caught["word"]:
        return [caught["word"]]
    if caught["join"]:
        return ["to"] if caught["join"] in "-–" and left[-1:].isdigit() else []
    return SIGNS[caught["sign"]].split()


def _money(found: re.Match[str], after: str) -> list[str]:
    sign = next(char for char in found["money"] if char in MONEY)
    amount, scale = found["sum"], (found["scale"] or "").lower()
    one, many = MONEY[sign]
    if scale:
        return [*decimal(amount), SCALES[scale], many]
    if after.lower().strip(".,;:!?") in SCALES.values():
        return decimal(amount)
    whole, _, cents = amount.replace(",", "").partition(".")
    if len(cents) == 2 and int(cents) and sign in "$€":
        rest = [*english(int(cents)), "cent" if int(cents) == 1 else "cents"]
        return [*english(int(whole)), one if int(whole) == 1 else many, "and", *rest] if int(whole) else rest
    bare = whole if not cents.strip("0") else amount
    return [*decimal(bare), one if bare == "1" else many]


def _part(top: int, bottom: int) -> list[str]:
    names = {2: "half", 3: "third", 4: "quarter"}
    if not 0 < top < bottom or bottom not in {2, 3, 4, 5, 6, 8, 10}:
        return [*english(top), *english(bottom)]
    *said, last = [names[bottom]] if bottom in names else ordinal(bottom)
    plural = "halves" if last == "half" else last + "s"
    return [*english(top), *said, last if top == 1 else plural]


def _figure(caught: dict[str, str | None], before: str, after: str, left: str) -> list[str]:
    number, unit = caught["number"] or "", caught["unit"] or ""
    bare = number.replace(",", "")
    said = ["minus"] if caught["minus"] and not left else []
    dated = not left and any(word.lower().strip(".,") in MONTHS for word in (before, after))
    if bare.count(".") > 1:
        said += " point ".join(" ".join(english(int(part))) for part in bare.split(".")).split()
    elif "." in bare:
        said += decimal(bare)
    elif (len(bare) > 1 and bare.startswith("0")) or len(bare) > 12:
        said += digits(bare)
    elif len(bare) == 4 and bare == number and 1100 <= int(bare) < 2100 and not unit:
        said += year(int(bare))
    else:
        said += ordinal(int(bare)) if dated and 0 < int(bare) < 32 else english(int(bare))
    words = _unit(unit, bare) if unit else []
    return said + ([SINGLE.get(words[0], words[0]), *words[1:]] if words and bare == "1" else words)


def _unit(unit: str, bare: str) -> list[str]:
    """ "km" → kilometers; capitals mean other things than small letters: 5M are millions, 4K and 5G names."""
    if unit in {"M", "B"}:
        return [SCALES[unit.lower()]]
    if unit == "K" and len(bare) > 1:
        return ["thousand"]
    name = "" if unit in {"K", "G", "T"} else UNITS.get(unit.lower(), "")
    return name.split() or [unit]
