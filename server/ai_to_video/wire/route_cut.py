"""An edit and the export asked for with it, told apart; only where the export is clearly an instruction. Pure."""

import re

from ai_to_video.wire.route_edits import (
    CALLS,
    EXPLICIT,
    FETCHES,
    FIRST,
    IMPERATIVE,
    LABEL,
    LISTS,
    MAKES,
    MENTIONS,
    POLITE,
    SAYS,
    STARTS_WITH_ACTOR,
    SUBORDINATE,
    TELLS,
    TELLS_HOW,
    THEN,
)
from ai_to_video.wire.route_forms import compiled, requested
from ai_to_video.wire.route_plain import folded, plain, quotes

_REACH = 200  # characters from the end (or the front) in which the export has to stand
_LONG = 400  # characters from which a text is material rather than a command
_BOUNDARY = re.compile(
    r"(?P<own>[。！？；;]+\s*|(?<![\s\d]\d)(?<!^\d)[.!?…]+\s+|\s*\n+[ \t]*(?P<mark>(?:[-*•·]|\d{1,2}[.)、])[ \t]*)?)"
    r"|(?P<weak>[ \t]*[,，、][ \t]*|[ \t]+[-–—]+[ \t]+|—+|[ \t]+(?:and|then|plus|y|e|luego|&|\+)[ \t]+"
    r"|(?:然后|接着|并且|并|再|完成后|做完后|之后|后)|(?<=[てで])(?:から)?、?(?=[^いるきくみもはおあ、]))",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[。！？；;\n]|(?<!\d)[.!?…](?=\s)")
_LOOSE_END = re.compile(r"[\s,，、&+–—-]+$")
_LOOSE_WORD = re.compile(r"(?:(?<=\s)(?:and|then|plus|y|luego)|然后|接着|并且|并)$", re.IGNORECASE)
_COLON = re.compile(r"[:：](?!\s*(?:https?:|//|\d))")
_MARKED = re.compile(r"\s*(?:[-*•·]|\d{1,2}[.)、])")
_PAIRS = (("“", "”"), ("「", "」"), ("『", "』"), ("《", "》"), ("«", "»"), ("(", ")"), ("（", "）"))


def parted(prompt: str) -> tuple[str, str] | None:
    """The message without its export, and the words that ask for the export; None when there is no export in it.

    The message is the prompt itself where the edit cannot stand without the export ("after adding music, ...").
    """
    return _behind(prompt) or _in_front(prompt)


def _behind(prompt: str) -> tuple[str, str] | None:
    start = max(0, len(prompt) - _REACH)
    window = folded(prompt[start:])
    if not compiled(MENTIONS).search(plain(window)):
        return None
    for cut in _BOUNDARY.finditer(window):
        head, tail = prompt[: start + cut.start()], prompt[start + cut.end() :]
        if start and not cut.start():
            continue
        if requested(tail) == "export":
            stop = "" if cut["mark"] else (cut["own"] or "").strip("；; \t\n")
            bare = _tidy(head)
            message = bare + stop if bare == head else bare
            if not message.strip() or not _means_it(prompt, head, tail, cut):
                return None
            return (prompt if _has(SUBORDINATE, plain(head)) else message), tail
    return None


def _tidy(head: str) -> str:
    """The message without what led over to the export."""
    while (bare := _LOOSE_WORD.sub("", _LOOSE_END.sub("", head))) != head:
        head = bare
    return head


def _means_it(prompt: str, head: str, tail: str, cut: re.Match[str]) -> bool:
    if quotes(tail) or head.count('"') % 2 or any(head.count(left) != head.count(right) for left, right in _PAIRS):
        return False
    words = plain(tail)
    explicit, polite = _has(EXPLICIT, words), _has(POLITE, words)
    line = folded(head[head.rfind("\n") + 1 :])
    spoken = compiled(LABEL).search(folded(head)) is not None
    if spoken and not polite:
        return False
    if cut["own"] is not None:
        return _is_own_sentence(prompt, head, words, cut, explicit=explicit, polite=polite)
    last = max((stop.end() for stop in _SENTENCE.finditer(line)), default=0)
    sentence = line[last:]
    start = _without_opening(plain(sentence))
    commanded = _has(IMPERATIVE, start) or _has(SUBORDINATE, plain(sentence)) or requested(head) != ""
    if _has(TELLS_HOW, start) or (_has(SAYS, start) and not (explicit and _has(THEN, words))):
        return False
    lists = _COLON.search(sentence) is not None
    if len(prompt) > _LONG:
        return commanded and _has(MAKES, start)
    if commanded:
        bare = _without_opening(words).isalpha() and words.isascii()
        return explicit or not (lists or _has(TELLS, start) or (bare and _has(LISTS, start)) or _called_to(words))
    return explicit and not (lists or _has(TELLS, start) or _has(STARTS_WITH_ACTOR, start))


def _is_own_sentence(prompt: str, head: str, words: str, cut: re.Match[str], *, explicit: bool, polite: bool) -> bool:
    """A sentence or line of its own: an instruction, unless it is the last step of a list or a call to the audience."""
    if cut["mark"] and not _MARKED.match(prompt):
        return False
    if polite:
        return "\n" in cut["own"] or len(prompt) <= _LONG or _has(THEN, words) or not _has(FETCHES, words)
    if len(prompt) > _LONG:
        return "\n" in cut["own"] and explicit and not _has(FETCHES, words)
    if not _has(FETCHES, words):
        return True
    before = plain(re.split(r"[。！？；;\n]|[.!?…]\s", folded(head).strip())[-1])
    return not _called_to(words) and (explicit or _has(IMPERATIVE, before))


def _in_front(prompt: str) -> tuple[str, str] | None:
    """ "Export it, but first ..." and "before exporting, ...": the edit is what follows."""
    if len(prompt) > _LONG:
        return None
    for pattern in FIRST:
        found = compiled(pattern).fullmatch(folded(prompt).casefold().strip())
        if found and len(folded(prompt).casefold()) == len(prompt):
            lead = len(prompt) - len(prompt.lstrip())
            message = prompt[lead + found.start("edit") : lead + found.end("edit")]
            words = prompt[lead + found.start("export") : lead + found.end("export")]
            if requested(words) == "export" and message.strip():
                return message, words
    return None


def _without_opening(words: str) -> str:
    return compiled(r"(?:(?:{opening}|{s_open}) )*+(?:{z_ask})*+").sub("", words, count=1)


def _called_to(words: str) -> bool:
    """ "Download now": a call to those who watch, as advertisements have it."""
    return _has(CALLS, words) and _has(FETCHES, words)


def _has(pattern: str, words: str) -> bool:
    return compiled(pattern).search(words) is not None
