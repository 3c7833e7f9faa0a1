"""What is left of a sentence, put together again so that it reads as if nothing had been there. Pure."""

import re

from ai_to_video.wire.gui.commands import told
from ai_to_video.wire.gui.judge import Judged
from ai_to_video.wire.gui.view import EMOJI, View

_MARKS = ".!?。！？…~～"
_REASON = re.compile(r"(?:(?<=です)が|(?<=ます)が|(?<=した)が|なので|ので|ため|けれど|けど|から)$")
_LOOSE_END = re.compile(r"[\s,;:，；：、—–\-(（]+$")
_OPENERS = {"en": ("Please ", "Note: "), "es": ("Por favor, ", "Nota: ")}
_TELLS = re.compile(
    r"(?:tell|let me|say|send|reply|describe|ask|write|share|give me|type|answer|message|respond|mention|"
    r"point out|name|"
    r"dime|avísame|cuéntame|indícame|escríbeme|responde|mándame|envíame|d[ií]game|avíseme|indíqueme|cuénteme|"
    r"confirma)\b"
)
_CHOICE = re.compile(r"\b(?:or|o|u)\b", re.IGNORECASE)
_LOOSE_START = re.compile(
    r"^[\s,;:，；：、—–\-)）]+|^(?:and|or|but|so|then|y|pero)\b[\s,]+|^(?:并且?|而且|然后|或者?|但是?)[\s,，]*",
    re.IGNORECASE,
)


def mended(view: View, judged: Judged) -> str:
    """The sentence in the message's own letters, with the blanks behind it; "" when nothing stays."""
    written = _kept(view, judged)
    for fact in judged.facts:
        words = told(fact, view.original(fact.start, fact.end))
        if not words or words in written:
            continue
        stop = "。" if fact.tongue in ("zh", "ja") else "."
        gap = "" if not written.strip() or written[-1:].isspace() or stop == "。" else " "
        written = f"{written}{gap}{words}{'' if words[-1:] in _MARKS else stop}"
        blank = re.search(r"\s*$", view.original(judged.sentence.start, judged.sentence.end))
        written += blank[0] if blank else ""
    return written


def _kept(view: View, judged: Judged) -> str:
    sentence, parts = judged.sentence, judged.clauses
    written = ""
    dropped = 0  # brackets opened in clauses that went
    for number, part in enumerate(parts):
        joint = view.original(part.joint, part.start)
        opened, closed = len(re.findall(r"[(（]", joint)), len(re.findall(r"[)）]", joint))
        if not judged.stays[number]:
            if closed and not dropped and re.search(r"[(（][^()（）]*$", written):
                written += ")" if ")" in joint else "）"
            dropped = max(dropped - closed, 0) + opened
            continue
        if dropped and closed:
            joint = re.sub(r"[)）]", "", joint, count=dropped)
            dropped = 0
        words = view.original(part.start, part.end)
        if not written and part.joint > sentence.start:
            written = _begun_with(words, view, sentence.start, judged.tongue)
        elif not written:
            written = view.original(sentence.start, part.start) + words
        else:
            if not judged.stays[number - 1]:
                joint = _rejoined(joint, words)
                words = _LOOSE_START.sub("", words)
            written += joint + words
    if not written:
        return ""
    tail = view.original(parts[-1].end, sentence.end)
    if judged.stays[-1] and not (judged.tongue in ("en", "es") and written.startswith("Please ") and "?" in tail):
        return written + tail
    return _closed(written, tail)


def _rejoined(joint: str, words: str) -> str:
    """What ties a clause to the last one kept when the one between went ("or" has lost what it chose from)."""
    if re.search(r"[;；()（）:：]", joint):
        return joint
    if words[:1] >= "\u3000":
        return "，"
    return "; " if _CHOICE.search(joint) or not joint.strip() else joint


def _closed(written: str, tail: str) -> str:
    """A sentence whose end went gets an end mark: its own, unless that asked."""
    written = _REASON.sub("", _LOOSE_END.sub("", written))
    if re.search(r"[(（][^()（）]*$", written):
        written += "）" if "（" in written else ")"
    mark = tail.strip()[:1]
    asian = written[-1:] >= "\u3000" or "。" in tail
    if not mark or mark not in _MARKS or mark in "?？" or (asian and mark == "."):
        mark = "。" if asian else "."
    if written[-1:] in _MARKS:
        mark = ""
    return written + mark + tail[len(tail.rstrip()) :]


def _begun_with(words: str, view: View, start: int, tongue: str) -> str:
    """What now opens the sentence: with a word before it where it would need a capital it never had."""
    words = _LOOSE_START.sub("", words)
    while start < len(view.plain) and view.plain[start] in " -–—(¿¡" + EMOJI:
        start += 1
    if start >= len(view.plain) or not view.capital(start) or not words[:1].islower():
        return words
    please, note = _OPENERS.get(tongue, _OPENERS["en"])
    return (please if _TELLS.match(words) else note) + words
