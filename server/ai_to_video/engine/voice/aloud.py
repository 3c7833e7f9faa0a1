"""English as it is written → the plain words a reader says: figures, money, dates, units, signs, addresses. Pure."""

import re
import unicodedata
from collections.abc import Callable, Mapping

from ..language.numerals import digits, english, ordinal
from . import figures
from . import shorthand as short
from .figures import Beside, bare, date, is_unit, one
from .shorthand import MONEY, SCALES, SIGNS, UNITS

PAUSES = ".,;:!?…—"
_FULL = {"。": ".", "，": ",", "、": ",", "；": ";", "：": ":", "！": "!", "？": "?", "–": "—", "―": "—", "→": "—"}
_QUOTES = str.maketrans({"’": "'", "‘": "'", "＇": "'", "′": "'", "″": '"', "−": "-", "™": "", "®": "", "©": ""})
_KEPT = frozenset("²³℃" + "".join(short.PARTS))
"""Signs that would lose their meaning if they were made plain (² → 2)."""
_DOMAIN = r"(?:com|org|net|io|app|dev|ai|co|edu|gov|uk|de|cn|tv|me|info|shop|example)"

_ADDRESS = re.compile(rf"(?:https?://)?(?:www\.)?((?:[\w-]+\.)+{_DOMAIN})(/[^\s?#]*)?(?:[?#]\S*)?", re.IGNORECASE)
_DATE = re.compile(
    r"(?P<y>[12]\d{3})([-/.])(?P<m>\d{1,2})\2(?P<d>\d{1,2})|(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<c>\d{4}|\d{2})"
)
_PHONE = re.compile(r"(?:\d{3}[-.]){1,2}\d{4}|\d{2,4}(?:-\d{2,4}){3,4}")
_ROMAN = re.compile(r"(?=[IVX]{2})X{0,3}(?:IX|IV|V?I{0,3})")
_SUM = r"\d[\d,]*(?:\.\d+)?"
_PIECE = re.compile(
    rf"(?P<money>[-–]?(?P<country>US|CA|AU|NZ|HK|A|C)?[$€£¥₹₩]\s?(?P<sum>{_SUM})(?P<scale>(?:k|mn?|bn?|t)\b)?"
    rf"(?:[-–][$€£¥₹₩]?(?P<upto>{_SUM})(?P<scaled>(?:k|mn?|bn?|t)\b)?)?)"
    rf"|(?P<suffixed>(?P<amount>{_SUM})(?P<coin>[€£₩¥]))"
    r"|(?P<tall>(?P<feet>\d)'(?P<inches>\d{1,2})(?:\"|'')?)"
    r"|(?P<clock>(?P<hour>\d{1,2}):(?P<minute>[0-5]\d)(?::[0-5]\d)?(?P<half>[ap]\.?m\b)?)"
    r"|(?P<place>(?P<th>\d[\d,]*)(?:st|nd|rd|th)\b)"
    r"|(?P<decade>'?(?P<ten>\d{2,4})'?s\b)"
    rf"|(?P<mixed>(?P<ones>\d+)?(?P<vulgar>[{''.join(short.PARTS)}]))"
    r"|(?P<part>(?<![\d/])(?P<top>\d{1,2})/(?P<bottom>\d{1,2})(?![\d/]))"
    r"|(?P<by>(?P<wide>\d+)[x×](?P<high>\d+))"
    r"|(?P<figure>(?P<minus>(?<![\w])[-–])?(?P<number>\d[\d,]*(?:\.\d+)*|(?<![\w])\.\d+)"
    r"(?P<unit>(?:km/h|°[CF]?|℃|[%×]|[a-zA-Z]{1,4}(?![a-zA-Z])))?(?P<power>[²³])?)"
    r"|(?P<counted>(?:nos?|pp?|ch|vol|figs?|sec|pt)\.(?=\d))"
    r"|(?P<dotted>(?:[A-Za-z]\.){2,}[A-Za-z]?|(?:[A-Za-z]\.)+[A-Za-z]\b)"
    r"|(?P<sharp>(?<=[CF])\#(?!\w))|(?P<dot>(?<=\w)\.(?=(?-i:[a-z0-9]))|^\.(?=[a-z]{2}))"
    r"|(?P<per>(?<=[\w%])/(?=[a-z]+$))|(?P<stars>[★⭐☆]+)"
    r"|(?P<word>[^\W\d_²³]+(?:['-][^\W\d_²³]+)*'?)"
    r"|(?P<join>[-–/:](?=[\d.]))"
    r"|(?P<sign>[&+=@%#×÷²³§])",
    re.IGNORECASE,
)


def plain(token: str, before: str = "", after: str = "") -> tuple[list[str], str]:
    """The words a written word is said with, and the punctuation that follows them ("" for none).

    `before` and `after` are the written words beside it: "$3" before "million" is three, and the million brings the
    dollars.
    """
    text = _even(token)
    core = text.strip("\"'“”()[]{}«»<>*_~`|→" + PAUSES + "".join(_FULL)) or text
    lead = text[: text.find(core)] if core != text else ""
    core = "'" + core if re.match(r"\W*'\d0s", text) else core
    if lead.endswith(".") and not lead.endswith("..") and re.match(r"\d|[A-Za-z]{2}", core):
        core = "." + core
    tail = text[text.rfind(core) + len(core) :] if core != text else "" if _heard(core) else text
    pause = next((_FULL.get(char, char) for char in reversed(tail) if char in PAUSES or char in _FULL), "")
    pause = pause or ("—" if text and not _heard(core) and not text.strip("-—–") else "," if tail.endswith(")") else "")
    words = _short(core, "." in tail, before, after)
    if words:
        return words.split(), pause if pause != "." or not after or core.lower() == "etc" else ""
    if re.fullmatch(r"(?:[A-Za-z]\.)+[A-Za-z]", core) and pause == "." and after:
        pause = ""
    hedge = re.search(r"[~≈<>≤≥±]+$", lead) or re.match(r"[≈≤≥±]+", core)
    if hedge and re.match(r"[≈≤≥±]*[-.$€£¥]?\d", core):
        said, pause = plain(core.lstrip("≈≤≥±") + tail, "", after)
        return [*short.HEDGES[hedge[0][0]].split(), *said], pause
    return _whole(core, before, after), pause


def _whole(core: str, before: str, after: str) -> list[str]:
    """What the word as a whole is: an address, a date, a number to be dialled, a Roman one; else its pieces."""
    if "@" in core and _ADDRESS.search(core):
        name, _, host = core.partition("@")
        return [*_pieces(name, "", ""), "at", *_address(host)]
    if _ADDRESS.fullmatch(core):
        return _address(core)
    if core.lower() in SCALES.values() and re.match(r"\W*[$€£¥₹₩]\s?\d[\d.,]*$", before):
        return [core, next(MONEY[char][1] for char in before if char in MONEY)]
    if dated := _DATE.fullmatch(core):
        return date(dated)
    if _PHONE.fullmatch(core) or (
        re.fullmatch(r"\d{3}", core) and _PHONE.fullmatch(after.strip(".,")) and "-" in after
    ):
        return digits(core)
    roman = _ROMAN.fullmatch(core)
    if roman and before[:1].isupper():
        number = _roman(core)
        return ["the", *ordinal(number)] if bare(before) in short.RULERS else english(number)
    return _pieces(core, before, after)


def _even(token: str) -> str:
    text = token.translate(_QUOTES)
    return "".join(char if char in _KEPT else unicodedata.normalize("NFKC", char) for char in text)


def _short(core: str, dotted: bool, before: str, after: str) -> str:
    """What an abbreviation or a unit stands for, "" where the word is none."""
    low = core.lower()
    counted = before[-1:].isdigit() or before[-1:] in short.PARTS
    name = after[:1].isupper()
    if low in {"am", "pm", "a.m", "p.m"}:
        return low.replace(".", "").upper() if counted else ""
    if counted and low in short.CODES and core.isupper():
        return short.CODES[low]
    if (
        (counted and is_unit(core))
        or (low in {"ft", "in", "mi", "km", "m"} and bare(before) in {"sq", "cu"})
        or (counted and dotted and low == "in")
    ):
        return one(UNITS.get(low, "inches"), single=before in {"1", "1/2", *short.PARTS})
    measure, _, each = low.partition("/")
    if counted and measure in UNITS and each in short.PER:
        return f"{UNITS[measure]} per {short.PER[each]}"
    if low in {"ft²", "m²", "km²", "cm²", "m³", "cm³", "mi²"} and counted:
        return ("square " if low[-1] == "²" else "cubic ") + UNITS[low[:-1]]
    if low in short.COUNTED and dotted and after[:1].isdigit():
        return short.COUNTED[low]
    if low in short.MONTHS and core[0].isupper() and (dotted or counted or after[:1].isdigit()):
        return short.MONTHS[low]
    if low in short.DAYS and core[0].isupper() and dotted and after:
        return short.DAYS[low]
    if low in {"mr", "mrs"} or (dotted and low in short.TITLES and name):
        return "street" if low == "st" and before[:1].isupper() and not name else short.TITLES[low]
    if dotted and low == "st" and before[:1].isupper():
        return "street"
    return short.SHORT.get(low, "") if dotted or low in short.ALWAYS_SHORT else ""


def _heard(text: str) -> bool:
    return any(char.isalnum() or char in SIGNS or char in "★⭐" for char in text)


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


def _roman(text: str) -> int:
    values = [{"I": 1, "V": 5, "X": 10}[char] for char in text]
    return sum(-now if now < then else now for now, then in zip(values, [*values[1:], 0], strict=True))


def _pieces(text: str, before: str, after: str) -> list[str]:
    said: list[str] = []
    for found in _PIECE.finditer(text):
        left, right = text[: found.start()], text[found.end() :]
        beside = Beside("" if left else before, "" if right else after, left, right)
        said += _READERS[str(found.lastgroup)](found, beside)
    return said


def _word(found: re.Match[str], beside: Beside) -> list[str]:
    first, dash, rest = found[0].partition("-")
    if re.search(r"(?:^|\D)\d+-$", beside.left) and not beside.right and is_unit(first):  # "a 5-km run"
        return [*one(UNITS[first.lower()]).split(), *([rest] if dash else [])]
    each = short.PER.get(found[0].lower(), "") if re.search(r"\d.*/$", beside.left) else ""
    return [each or found[0]]


def _join(found: re.Match[str], beside: Beside) -> list[str]:
    ranged = re.search(r"\d(?:[a-z%°]{0,2}|℃)$", beside.left, re.IGNORECASE) and not beside.left[0].isalpha()
    return ["to"] if ranged and found[0] != "/" else []


def _sign(found: re.Match[str], beside: Beside) -> list[str]:
    return ["hashtag"] if found[0] == "#" and beside.right[:1].isalpha() else SIGNS[found[0]].split()


_READERS: Mapping[str, Callable[[re.Match[str], Beside], list[str]]] = {
    "money": figures.money,
    "suffixed": figures.suffixed,
    "tall": figures.tall,
    "clock": figures.clock,
    "place": figures.place,
    "decade": figures.decade,
    "mixed": figures.mixed,
    "part": figures.part,
    "by": figures.by,
    "figure": figures.figure,
    "stars": figures.stars,
    "counted": lambda found, beside: [short.COUNTED[found[0][:-1].lower()]],
    "dotted": lambda found, beside: [char.upper() for char in found[0] if char != "."],
    "sharp": lambda found, beside: ["sharp"],
    "dot": lambda found, beside: ["dot"],
    "per": lambda found, beside: ["per"] if re.search(r"\d", beside.left) else [],
    "word": _word,
    "join": _join,
    "sign": _sign,
}
