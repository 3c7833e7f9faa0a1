"""Several clauses towards one goal are one act: what an ask comes to by the words around it, and which asks join. Pure."""

import re
from dataclasses import replace

from ai_to_video.wire.gui.meaning import Ask
from ai_to_video.wire.gui.signs import Signs

EITHER = re.compile(r"\bor\b|或|または|もしくは|あるいは|\bo\b|\bu(?= h?[oó])")
_THEN = re.compile(r"\b(?:then|luego|después)\b|然后|再|その后|次に")
_CUT = frozenset(("send_edit",))
_WHOLE = frozenset(("export", "upload", "get_credits"))  # what a last "press OK" only finishes
_PLAIN = frozenset(("upload", "get_credits"))
_AIMS = frozenset(("upload", "get_credits", "export", "preview_timeline"))


def aimed(ask: Ask, signs: Signs, words: str, *, on_the_way: bool = False) -> Ask:
    """An ask that does not say what it comes to, by what these words say of its goal. `on_the_way`: it leads to them."""
    if (
        ask.action in ("send_edit", "preview_timeline")
        and ask.bare
        and "timeline" not in ask.targets
        and signs.glances(words)
        and (signs.goal(words, 0, len(words), len(words)) != "preview_timeline")
    ):
        return replace(ask, action="get_state")
    parked = on_the_way and ask.action == "preview_timeline"
    if not parked and (not ask.bare or ask.verb not in ("point", "use", "go", "see", "place")):
        return ask
    goal = signs.goal(words, 0, len(words), len(words))
    if parked:
        wanted = _CUT
    elif not ask.vague or ask.verb in ("see", "place"):
        wanted = _PLAIN
    else:
        wanted = _AIMS if ask.action == "send_edit" else _AIMS - {"preview_timeline"}
    return replace(ask, action=goal) if goal in wanted else ask


def merge(asks: list[Ask], ask: Ask, joint: str) -> None:
    """Several clauses that make one act are one ask; alternatives ("or") and acts of their own stay apart."""
    if not asks:
        asks.append(ask)
        return
    before = asks[-1]
    if one := joined(before, ask, either=bool(EITHER.search(joint)), later=bool(_THEN.search(joint))):
        asks[-1] = one
        if len(asks) > 1 and one.action == asks[-2].action != before.action:
            asks[-2:] = [replace(asks[-2], end=one.end)]
    else:
        asks.append(ask)


def joined(before: Ask, ask: Ask, *, either: bool, later: bool) -> Ask | None:
    """Two neighbouring asks as one act, None when they are two."""
    whole = replace(ask, start=before.start, head=before.head)
    if before.action == ask.action:
        return replace(before, end=ask.end)
    if either:
        return None
    if before.steps and not before.vague and ask.vague and ask.verb == "point":
        return replace(before, end=ask.end)
    if before.steps and not before.purpose and (not later or ask.verb in ("select", "drag", "upload", "edit")):
        return whole
    if before.verb == "select" and before.vague and not {"panel", "within"} & set(before.targets) and not ask.vague:
        return whole
    if before.action in _WHOLE and ask.vague and ask.verb in ("point", "select") and ask.action == "send_edit":
        return replace(before, end=ask.end)
    if (
        before.verb == "point"
        and before.vague
        and not later
        and not ask.vague
        and ask.verb in ("point", "use")
        and before.action == "send_edit"
    ):
        return whole
    if before.led and before.steps and not later and not ask.vague:
        return whole
    if before.led and before.purpose == "edit" and not ask.purpose and ask.action in ("send_edit", "get_state"):
        return replace(before, end=ask.end, action="send_edit")
    if ask.verb == "select" and before.action in ("export", "upload"):
        return replace(before, end=ask.end)
    return None
