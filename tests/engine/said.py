"""What people say (the rows in words/), the texts they say it of, and how colours and words are compared."""

import colorsys
import json
import re
from itertools import cycle, islice
from pathlib import Path

HERE = Path(__file__).parent / "words"
SESSION = {"en": "en", "zh": "zh-CN", "zh-Hant": "zh-TW"}
SUBJECTS = ("The harbour office", "A team of nine engineers", "The night ferry", "Our survey of 2019", "One fisherman")
DEEDS = (
    "measured 412 boats",
    "repaired a roof",
    "lost three windows",
    "counted 2,300 visitors",
    "moved 18 tonnes of steel",
)
ENDS = ("before the storm of March", "without asking the mayor", "after a vote of 31 to 12", "in less than four days")


def report(words):
    """A long text, no two sentences alike before the hundredth, in paragraphs."""
    told = zip(
        cycle(SUBJECTS),
        cycle((*DEEDS, "painted a bridge")),
        cycle((*ENDS, "", "as the tide came in", "at last")),
        strict=False,
    )
    lines = [f"{' '.join(filter(None, each))}." for each in islice(told, words // 8)]
    return "\n\n".join(" ".join(lines[at : at + 6]) for at in range(0, len(lines), 6))


TEXTS = {**json.loads((HERE / "texts.json").read_text("utf-8")), "long500": report(500), "long5000": report(5000)}


def rows(name):
    return [json.loads(line) for line in (HERE / name).read_text("utf-8").splitlines()]


def flat(text):
    return re.sub(r"[\s.。,，!！?？“”\"'「」]", "", text).lower()


def alike(got, wanted):
    """Is a colour the one that was named?"""
    if not got:
        return False
    if wanted.startswith("#"):
        return got.lower() == wanted.lower()
    hue, light, full = colorsys.rgb_to_hls(*(int(got[at : at + 2], 16) / 255 for at in (1, 3, 5)))
    if wanted in {"white", "black", "dark"}:
        return light > 0.9 if wanted == "white" else light < (0.1 if wanted == "black" else 0.35)
    near = {
        "red": 0,
        "orange": 33,
        "gold": 46,
        "yellow": 52,
        "green": 125,
        "teal": 175,
        "blue": 212,
        "navy": 215,
        "pink": 340,
    }
    apart = abs(hue * 360 - near[wanted])
    return min(apart, 360 - apart) < 22 and full > 0.2
