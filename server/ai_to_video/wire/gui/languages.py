"""Which language's rules to try on a clause, in which order. Pure."""

import re
from functools import cache

from ai_to_video.wire.gui.judge import Language
from ai_to_video.wire.gui.view import View

_KANA = re.compile(r"[\u3041-\u309f\u30a1-\u30fa]")
_HAN = re.compile(r"[\u3400-\u9fff\u3041-\u30ff]")
_SPANISH = re.compile(
    r"[ñ¿¡áéíóú]|\b(?:el|la|los|las|una|del|que|con|para|por|está|esta|puede|puedes|haz|haga|clic|pulsa|pulse|"
    r"abre|abra|"
    r"tu|su|escena|música|título|ya|en la|en el|de la|exportar|descargar|archivo|panel de|línea|arrastra|"
    r"arrastre|reproducir|pulsa|pulse|vaya|ve a|"
    r"te|lo|si|un|segundos|planos|minutos|gusta|quieres|presiona|presione|selecciona|seleccione|puedo|listo|lista|clip de|se puede|dura)\b"
)
_ENGLISH = re.compile(r"\b(?:the|your|is|are|you|and|with|this|it|click|to|of|now)\b")
_SAMPLE = 4000


class Tongues:
    """The languages of one message."""

    def __init__(self, view: View) -> None:
        sample = view.plain[:_SAMPLE]
        self._kana = bool(_KANA.search(view.plain))
        self._spanish = len(_SPANISH.findall(sample)) > 1.5 * len(_ENGLISH.findall(sample))

    def pick(self, text: str) -> list[Language]:
        """Languages to try on a clause, the likeliest first."""
        latin = _spanish() if self._spanish else _english()
        if not _HAN.search(text):
            return [latin]
        return [_japanese() if self._kana else _chinese(), latin]


@cache
def _english() -> Language:
    from ai_to_video.wire.gui.english import RULES
    from ai_to_video.wire.gui.prefix import VerbFirst

    return VerbFirst(RULES)


@cache
def _spanish() -> Language:
    from ai_to_video.wire.gui.prefix import VerbFirst
    from ai_to_video.wire.gui.spanish import RULES

    return VerbFirst(RULES)


@cache
def _chinese() -> Language:
    from ai_to_video.wire.gui.anywhere import VerbAnywhere
    from ai_to_video.wire.gui.chinese import RULES

    return VerbAnywhere(RULES)


@cache
def _japanese() -> Language:
    from ai_to_video.wire.gui.anywhere import VerbAnywhere
    from ai_to_video.wire.gui.japanese import RULES

    return VerbAnywhere(RULES)
