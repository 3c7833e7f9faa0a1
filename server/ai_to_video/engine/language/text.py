"""Words and lines: where text may break, and the most balanced way to break it. Pure; widths come from the caller."""

import itertools
import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

OPENING = set("（「『《〈【〔“‘([{«¿¡#$€£¥@")
CLOSING = set("，。、；：？！…—～·）」』》〉】〕”’%‰℃,.;:?!)]}»ー々ゝっッゃャゅュょョ")
CLINGING = set("的了着过们吗呢吧啊呀么嘛地得儿")
LEADING = set("一不第这那很更最太再也都就还")
FEEBLE = frozenset(
    re.findall(
        r"\w+",
        "a an the and or but of to in on at for with by from as is are was were be it its this that than then your our "
        "their his her my we you they i not no so if",
    )
)
LONGEST_WORD = 24
"""Letters beyond which a word (mostly an address) may be broken."""
MOST_BALANCED = 90
"""Words beyond which lines are only filled: nobody sees whether a wall of text is balanced."""
HAN = re.compile(
    r"[\u2e80-\u303f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]"
)


@dataclass(frozen=True, slots=True)
class Word:
    """What is set and lit up as one; `space` says that a space follows it, `last` that the line ends after it."""

    text: str
    space: bool = True
    last: bool = False


def is_han(text: str) -> bool:
    return bool(HAN.search(text))


def mostly_han(text: str) -> bool:
    letters = [char for char in text if char.isalnum()]
    return bool(letters) and sum(map(is_han, letters)) * 3 > len(letters)


def right_to_left(text: str) -> bool:
    """By the first letter that has a direction."""
    sides = (unicodedata.bidirectional(char) for char in text)
    return next((side for side in sides if side in {"L", "R", "AL"}), "L") != "L"


def words(text: str) -> tuple[Word, ...]:
    """Latin by spaces, Chinese and Japanese by dictionary; punctuation stays with the word it belongs to (kinsoku).

    Line ends in the text are kept: a verse is broken where the poet broke it.
    """
    found: list[Word] = []
    for line in text.splitlines():
        for chunk in line.split():
            pieces = _pieces(chunk)
            found += [Word(piece, space=False) for piece in pieces[:-1]]
            found += [Word(piece) for piece in pieces[-1:]]
        if found:
            found[-1] = replace(found[-1], last=True)
    return tuple(found[:-1]) + tuple(replace(word, last=False) for word in found[-1:])


def _pieces(chunk: str) -> list[str]:
    if not is_han(chunk):
        return [chunk] if len(chunk) <= LONGEST_WORD else re.findall(r"[^/.\-_]{1,14}[/.\-_]*|[/.\-_]+", chunk)
    import rjieba  # its dictionary takes 40 MB, which Latin text need not pay

    pieces: list[str] = []
    for raw in rjieba.cut(chunk):
        latin = pieces and not is_han(raw) and not is_han(pieces[-1]) and raw[0] not in OPENING
        held = pieces and (raw[0] in CLOSING or pieces[-1][-1] in OPENING or latin or raw in CLINGING)
        if held:
            pieces[-1] += raw
        else:
            pieces.append(raw)
    return pieces


def join(parts: Sequence[Word]) -> str:
    return "".join(part.text + (" " if part.space and part is not parts[-1] else "") for part in parts)


def break_lines(parts: Sequence[Word], measure: Callable[[str], float], most: float) -> list[tuple[Word, ...]]:
    """Cuts words into lines no wider than `most`: as few as fit, then as even as can be.

    Breaks after punctuation are welcome; a lone short word on the last line, and a line that ends in a word that leans
    on the next one ("the", "of"), are not. A single word wider than `most` keeps a line to itself.
    """
    found: list[tuple[Word, ...]] = []
    rest = list(parts)
    while rest:
        end = next((index for index, word in enumerate(rest) if word.last), len(rest) - 1) + 1
        found += _balanced(rest[:end], measure, most, 0)
        rest = rest[end:]
    return found


def hyphenated(line: tuple[Word, ...]) -> tuple[Word, ...]:
    """The line with a hyphen where it ends in the middle of a long word."""
    end = line[-1]
    if end.space or end.text[-1].lower() == end.text[-1].upper():
        return line
    return (*line[:-1], replace(end, text=end.text + "-"))


def _balanced(
    parts: Sequence[Word], measure: Callable[[str], float], most: float, number: int
) -> list[tuple[Word, ...]]:
    count = len(parts)
    ends = list(itertools.accumulate((measure(p.text) + (measure(" ") if p.space else 0) for p in parts), initial=0.0))
    trail = [measure(" ") if p.space else 0 for p in parts]

    def wide(first: int, last: int) -> float:
        return ends[last] - ends[first] - trail[last - 1]

    if count > MOST_BALANCED:
        return _filled(parts, wide, most)
    number = number or len(_filled(parts, wide, most))
    ideal = sum(wide(i, i + 1) for i in range(count)) / number
    best: dict[tuple[int, int], tuple[float, int]] = {(0, 0): (0.0, 0)}
    for row in range(1, number + 1):
        for last in range(row, count + 1):
            options = []
            for first in range(last - 1, row - 2, -1):
                size = wide(first, last)
                if size > most and last - first > 1:
                    break
                if (row - 1, first) in best:
                    cost = ((size - ideal) / most) ** 2 + _penalty(parts, first, last, size / most, count)
                    options.append((best[row - 1, first][0] + cost, first))
            if options:
                best[row, last] = min(options)
    if (number, count) not in best:
        return _balanced(parts, measure, most, number + 1) if number < count else [(part,) for part in parts]
    cuts, row = [count], number
    while row:
        cuts.append(best[row, cuts[-1]][1])
        row -= 1
    cuts.reverse()
    return [tuple(parts[a:b]) for a, b in itertools.pairwise(cuts)]


def _filled(parts: Sequence[Word], wide: Callable[[int, int], float], most: float) -> list[tuple[Word, ...]]:
    """Each line as full as can be: the fewest lines, and quickly."""
    rows, first = [], 0
    for last in range(1, len(parts) + 1):
        if wide(first, last) > most and last - first > 1:
            rows.append(tuple(parts[first : last - 1]))
            first = last - 1
    return [*rows, tuple(parts[first:])]


def _penalty(parts: Sequence[Word], first: int, last: int, share: float, count: int) -> float:
    cost = 0.0
    if last - first == 1 < count and last in {1, count}:  # a widow, at either end
        cost += 0.35 if share < 0.25 else 0.05
    if last < count:
        text, following = parts[last - 1].text, parts[last].text
        if text[-1] in CLOSING:
            cost -= 0.09
        if text.lower() in FEEBLE or text in LEADING:
            cost += 0.09
        if len(text) == 1 and is_han(text) and text not in CLOSING | CLINGING:  # it mostly belongs to what follows
            cost += 0.05
        if text.isdecimal() and following[0].isalpha():  # "1 March", "52 minutes"
            cost += 0.3
        if following[0] in CLINGING:
            cost += 0.08
    return cost


_ELIDED = re.compile(r"\d|(?:tis|twas|em|til|cause|round|bout|n)\b", re.IGNORECASE)


def typographic(text: str) -> str:
    """The text with the quotation marks, apostrophes, dashes and dots of print; every other character stays."""
    found = re.sub(r"(?<=\w)\s--\s(?=\w)", " — ", text.replace("...", "…")).replace("--", "—")
    marks: list[str] = []
    for place, char in enumerate(found):
        if char in "\"'":
            before, after = found[place - 1 : place], found[place + 1 :]
            opens = (not before or before.isspace() or before in OPENING or before in "—–-/") and after[
                :1
            ].strip() != ""
            if char == "'" and _ELIDED.match(after):
                opens = False
            marks.append(("“" if opens else "”") if char == '"' else ("‘" if opens else "’"))
        else:
            marks.append(char)
    return "".join(marks)


def plain(text: str) -> str:
    """Only letters and digits, for telling whether two texts say the same."""
    return "".join(char for char in text.lower() if char.isalnum())


def stressed(parts: Sequence[Word], keyword: str) -> frozenset[int]:
    """Which words make up the keyword where it first stands in full; none when it does not."""
    wanted = plain(keyword)
    for first in range(len(parts) if wanted else 0):
        said = ""
        for last in range(first, len(parts)):
            said += plain(parts[last].text)
            if not wanted.startswith(said):
                break
            if said == wanted:
                return frozenset(range(first, last + 1))
    return frozenset()


def left_to_right(line: Sequence[Word]) -> tuple[int, ...]:
    """The words of a line as they stand from left to right: turned round in right-to-left text, save Latin stretches."""
    order = range(len(line))
    if not right_to_left(join(line)):
        return tuple(order)
    turned: list[int] = []
    for backward, group in itertools.groupby(order, key=lambda index: right_to_left(line[index].text)):
        stretch = list(group)
        turned = (stretch[::-1] if backward else stretch) + turned
    return tuple(turned)
