"""Who reads aloud, and how fast, in the words people use for it: "a male voice", "语速慢一点". Pure.

Chinese is expected in simplified signs (hanzi.simpler).
"""

import re
from dataclasses import dataclass

INSTALL = 'pip install "ai-to-video[local,voice]"'
USUAL, SLOWEST, FASTEST = 100, 70, 140
"""Percent of the voice's own speed, and the bounds within which it stays pleasant."""
SLOWER, FASTER = 0.87, 1.15
"""What one wish for slower or faster does to it."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """`name` is "male", "female" or "" where nothing was said of it; `change` the factor on the pace, 0 for its usual one
    and 1 where nothing was said; `spans` are the stretches of the text that said so."""

    name: str = ""
    change: float = 1.0
    spans: tuple[tuple[int, int], ...] = ()

    def pace(self, now: int = USUAL) -> int:
        """The pace that follows from a present one, in percent."""
        return held(now * self.change) if self.change else USUAL


def held(pace: float) -> int:
    """A pace in percent, within what stays pleasant."""
    return round(min(FASTEST, max(SLOWEST, pace)))


_READING = r"(?:voice[- ]?overs?|narrat(?:ion|ors?|ed|e)|voice|speech|speaker|spoken|read(?:s|ing)?(?: aloud)?)"
_KINDS = r"(?:(?:deep|warm|calm|soft|clear|young|older|friendly|natural|american|english|chinese|ai|good|nice)[, -]+)*"
_WHO = {
    "female": (r"(?:female|feminine|wom[ae]n(?:['’]s)?|lady(?:['’]s)?|girl(?:['’]s)?)", "女"),
    "male": (r"(?:male|masculine|m[ae]n(?:['’]s)?|guy(?:['’]s)?|gentleman(?:['’]s)?)", "男"),
}
_SPEAKING = r"(?:narrat(?:ion|or|e[sd]?|ing)|voice(?:[- ]?over)?|speech|speak(?:s|ing|er)?|spoken|talk(?:s|ing)?|read(?:s|ing)?)"
_SMALL = (
    r"(?:\s+(?:it|the (?:text|words|voice|narration)|should|must|be|is|are|to|at|a|an|bit|little|much|more|aloud|out))*"
)
_RATE = r"(?:[- ](?:pace|paced|speed|rate|tempo))?"
_PACES = (  # factor, adverb, verb, Chinese; the first that fits: what is too fast is wished slower
    (SLOWER, r"too (?:fast|quick(?:ly)?|hasty|rushed)", "", r"太快|过快"),
    (FASTER, r"too slow(?:ly)?", "", r"太慢|过慢"),
    (0.0, r"(?:normal|usual|regular|default|natural)", "", r"正常|平常|默认"),
    (SLOWER, r"(?:more slowly|slow(?:er|ly)?)", "slow", r"(?:放|调|变)?慢(?:一点|点|一些|些|下来)?|降低|减慢"),
    (
        FASTER,
        r"(?:more quickly|fast(?:er)?|quick(?:er|ly)?|brisk(?:ly)?)",
        "(?:speed|hurry)",
        r"(?:加|调|变)?快(?:一点|点|一些|些)?|提高",
    ),
)


def speaker(text: str) -> Speaker:
    """What a text says about who reads and how fast."""
    name, spans = "", []
    for kind, (who, han) in _WHO.items():
        found = re.search(
            rf"\b(?:an? |the )?{_KINDS}{who}[- ]{_READING}\b"
            rf"|\b{_READING}(?:\s+(?:is|as|by|of|from|to|with|should|be|in|a|an|the|\w+ly))*[\s:：]*\b{_KINDS}{who}\b(?:[- ]voice)?"
            rf"|(?:用|换成|改成|要|由)?{han}(?:声|生|性|士|人)?(?:的)?(?:来)?(?:配音|旁白|声音|嗓音|朗读|解说|播音|声)",
            text,
            re.IGNORECASE,
        )
        if found:
            name = kind
            spans.append(found.span())
            break
    for change, words, verb, han in _PACES:
        found = re.search(
            rf"\b{_SPEAKING}{_SMALL}\s+{words}{_RATE}\b|\b{words}{_RATE}\s+(?:of (?:the )?)?(?:(?:fe)?male |wom[ae]n's |m[ae]n's )?{_SPEAKING}\b"
            + (rf"|\b{verb}(?: down| up)?(?: the)? {_SPEAKING}\b" if verb else "")
            + rf"|(?:语速|读速|(?:配音|旁白|解说|朗读)(?:的)?(?:语速|速度)?|[读念说讲]得?)(?:要|再|请|得|放|调|有点|可以|用)*(?:{han})"
            rf"|(?:{han})(?:的)?语速|(?:{han})(?:地)?(?:读|念|朗读)",
            text,
            re.IGNORECASE,
        )
        if found:
            return Speaker(name, change, (*spans, found.span()))
    return Speaker(name, 1.0, tuple(spans))
