"""Words of an order that were misspelt, put right: "make teh muisc quieter". What stands in quotes is left alone. Pure."""

import re

from .blotter import QUOTED

_KNOWN: tuple[str, ...] = tuple(
    re.findall(
        r"\w+",
        """video videos music captions caption subtitles subtitle title seconds second minutes minute background vertical
        horizontal landscape portrait square transition transitions narrator narration voiceover volume quieter louder
        yellow orange purple create remove delete replace change picture pictures scene scenes playful energetic corporate
        cinematic upbeat about please bigger smaller faster slower shorter longer opening ending without instead youtube
        tiktok instagram""",
    )
)
_REAL = frozenset(
    re.findall(
        r"\w+",
        """abort abut bagger bugger captious cation cations caution cautions chance charge crate crates crease cremate
        deplete falter fasten fester foster linger loader lodger logger loner lounger louver minuet minuets orang pleas
        quieten quilter quitter remote scent scents scone scones shooter shorten shouter shower smeller snorter sorter
        sower sporter squire surtitle surtitles tile tithe tittle volute""",
    )
)
"""English words a letter away from one of these, which mean themselves."""


def mended(text: str) -> str:
    """The same text with such words put right."""
    return re.sub(rf"{QUOTED}|(?<![\w./#@-])(?P<word>[A-Za-z]{{4,14}})(?![\w@-]|\.\w)", _word, text)


def _word(found: re.Match[str]) -> str:
    word: str = found["word"] or ""
    low = word.lower()
    if not word[1:].islower() or low in _REAL or low in _KNOWN:
        return str(found[0])
    for known in _KNOWN:
        if low[0] == known[0] and abs(len(known) - len(low)) < 2 and _a_letter_away(low, known):
            return known.capitalize() if word[0].isupper() else known
    return word


def _a_letter_away(word: str, known: str) -> bool:
    """One letter too many, too few, wrong, or two that changed places."""
    if word.startswith(known):
        return False
    first = next((at for at, (a, b) in enumerate(zip(word, known, strict=False)) if a != b), min(len(word), len(known)))
    rest, wanted = word[first:], known[first:]
    return (
        rest[1:] == wanted[1:]
        or rest[1:] == wanted
        or rest == wanted[1:]
        or (len(rest) > 1 and rest[1::-1] == wanted[:2] and rest[2:] == wanted[2:])
    )
