"""Which words belong to the video and not to the talk about the editor: scripts, captions, scene lists. Pure."""

import re

from ai_to_video.wire.gui.blocks import Block
from ai_to_video.wire.gui.grammar import compiled
from ai_to_video.wire.gui.sheltered import (
    COLUMNS,
    DEMOS,
    LOOSE,
    PROPOSED,
    REPORTED,
    SAYS,
    SHOWN,
    SPEECH,
    STEPS,
    TIPS,
    TITLES,
    WRITTEN,
)

_NUMBER = (
    r"(?:[ ]?(?:\#|no\.?|nr\.?|第)?[ ]?(?:\d+|[一二三四五六七八九十]+|one|two|three|four|five|six)[a-z]?(?:[ ]?[-–~][ "
    r"]?\d+)?|[ ]?[a-c])?"
)
_ASIDE = r"(?:[ ]?[(（\[][^)）\]\n]{0,40}[)）\]])?"

_LABEL = compiled(
    rf"\W*(?:(?P<speech>(?:第[ ]?\d+[ ]?(?:段|句|幕|个?镜头)(?:的)?)?(?:{SPEECH})|(?:{SHOWN})[ ]?(?:{PROPOSED}))|"
    rf"(?P<shown>{WRITTEN}|{SHOWN})){_NUMBER}{_ASIDE}[ ]?(?:[:：]|[–—-]+(?= ))",
    {},
)
_WRITTEN = compiled(rf"\W*(?:{WRITTEN})\W*$", {})
_TIMED = re.compile(r"\W*\d{1,2}:\d\d(?:\.\d+)?(?:[ ]?[-–—~][ ]?\d{1,2}:\d\d(?:\.\d+)?)?[ ]?(?:[:：]|[–—-] )")
_INTROS = tuple(
    (
        kind,
        compiled(
            rf"(?:\b|(?<=[\u3000-\u9fff]))(?:{words})(?:\b|(?=[\u3000-\u9fff])|$)[^.!?。！？]{{0,60}}[:：]\s*$",
            {},
        ),
    )
    for kind, words in (("speech", SPEECH), ("shown", DEMOS), ("shown", SHOWN), ("loose", LOOSE))
)
_STEPS = compiled(rf"(?:{STEPS})[*_ ]*[:：]\s*$", {})
_TITLED = compiled(
    rf"(?![^\n]*(?:已|了|请|改|换|ました|\bis\b|\bare\b))[^.!?:。！？：，、,\n]{{0,40}}(?:{TITLES})(?: ?(?:です|でございます|如下|"
    rf"draft|borrador|[(（][^)）\n]*[)）]))?[ ]*[。.：:]?[ ]*",
    {},
)
_SAYS = compiled(rf"(?:{SAYS})[ ]?(?:is|now|as|是|为|改为|改成|は|es)?[ ]?[:：]", {})
_REPORTED = compiled(rf"(?:{REPORTED})", {})
_ASIDE_TIP = re.compile(rf"[\W\ue004]*(?:{TIPS})\b")
_COLUMN = compiled(rf"(?:^|\W)(?:{COLUMNS})(?:\W|$)", {})


def label(text: str) -> tuple[str, int]:
    """A content label at the head of a line: ("speech" or "shown", where its words begin); ("", 0) when none."""
    match = _LABEL.match(text)
    if match:
        return ("speech" if match["speech"] else "shown"), match.end()
    timed = _TIMED.match(text)
    return ("shown", timed.end()) if timed else ("", 0)


def quotes_from(text: str) -> int:
    """Where in a sentence words are only reported ("The narrator says: press play"); -1 when nowhere."""
    if _REPORTED.search(text[-80:]):
        return 0
    match = _SAYS.search(text)
    return match.end() if match else -1


def holds_steps(heading: str) -> bool:
    """Whether a table column under this heading tells the person what to do."""
    return bool(_COLUMN.search(heading))


class Shelter:
    """Walks down the blocks and says of each how far it is the video's own: "all", "first" (its first sentence),
    "most" or ""."""

    def __init__(self) -> None:
        self._kind = ""
        self._held = 0
        self._gap = False

    def over(self, block: Block, text: str) -> str:
        """How much of the block, whose words are `text`, is content."""
        if block.kind in ("blank", "rule"):
            self._gap = True
            return ""
        kind, behind = label(text)
        if block.kind == "heading" or (self._gap and self._held and block.kind == "text") or block.kind == "code":
            self._close()
        self._gap = False
        if kind:
            if not text[behind:].strip() and block.kind == "text":
                self._open("speech" if _WRITTEN.match(text) else kind)
            return "all" if kind == "speech" else "first"
        inside = self._inside(block)
        if not inside and text.rstrip()[-1:] in (":", "："):
            if _STEPS.search(text):
                return ""
            self._open(next((kind for kind, pattern in _INTROS if pattern.search(text[-120:])), ""))
            return ""
        if not inside and _TITLED.fullmatch(text.strip(" *_#\ue004")):
            self._open("titled")
            return ""
        if block.kind == "quote" and inside != "all" and not _ASIDE_TIP.match(text):
            return "most"
        return inside

    def _inside(self, block: Block) -> str:
        if not self._kind:
            return ""
        self._held += 1
        if self._kind == "titled" and block.kind != "item":
            self._close()
            return ""
        if self._kind == "loose":
            return "most"
        return "all" if block.kind in ("item", "quote") or self._kind == "speech" or self._held == 1 else "most"

    def _open(self, kind: str) -> None:
        self._kind, self._held, self._gap = kind, 0, False

    def _close(self) -> None:
        self._kind, self._held = "", 0
