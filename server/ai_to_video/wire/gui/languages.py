"""Which language's rules to try on a clause, in which order. Pure."""

import re
from functools import cache
from types import ModuleType

from ai_to_video.wire.gui.judge import Language
from ai_to_video.wire.gui.view import View

_KANA = re.compile(r"[\u3041-\u309f\u30a1-\u30fa]")
_HAN = re.compile(r"[\u3400-\u9fff\u3041-\u30ff]")
_SPANISH = re.compile(
    r"[ñ¿¡áéíóú]|\b(?:el|la|los|las|una|del|que|con|para|por|está|esta|puede|puedes|haz|haga|clic|pulsa|pulse|abre|abra|tu|su|video listo|escena|música|título|ya|en la|en el|de la)\b"
)
_ENGLISH = re.compile(r"\b(?:the|your|is|are|you|and|with|this|it|click|to|of|now)\b")


class Tongues:
    """The languages of one message."""

    def __init__(self, view: View) -> None:
        plain = view.plain
        self._kana = bool(_KANA.search(plain))
        head = plain[:4000]
        self._spanish = len(_SPANISH.findall(head)) > 1.5 * len(_ENGLISH.findall(head))

    def pick(self, text: str) -> list[Language]:
        """Languages to try on a clause, the likeliest first."""
        latin: Language = spanish() if self._spanish else english()
        if not _HAN.search(text):
            return [latin]
        return [japanese() if self._kana else chinese(), latin]


def _prefix(data: ModuleType) -> Language:
    from ai_to_video.wire.gui.prefix import PrefixLanguage

    return PrefixLanguage(data)


@cache
def english() -> Language:
    from ai_to_video.wire.gui import english as data

    return _prefix(data)


@cache
def spanish() -> Language:
    from ai_to_video.wire.gui import spanish as data

    return _prefix(data)


@cache
def chinese() -> Language:
    from ai_to_video.wire.gui import chinese as data
    from ai_to_video.wire.gui.anywhere import AnywhereLanguage

    return AnywhereLanguage(data)


@cache
def japanese() -> Language:
    from ai_to_video.wire.gui import japanese as data
    from ai_to_video.wire.gui.anywhere import AnywhereLanguage

    return AnywhereLanguage(data)
