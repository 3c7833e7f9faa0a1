"""Wishes about what happens between scenes, and how the video comes out of black and goes back into it. Pure."""

import re
from typing import Any

from ..language import amounts
from ..storyboard import Remark
from .blotter import Blotter
from .tastes import TRANSITIONS

FADE_MS, LONGEST_FADE_MS = 1_000, 5_000
"""How long a fade from or to black takes where nothing is said, and at most."""
_KINDS = "|".join(f"(?P<{name}>{words})" for name, words in TRANSITIONS.items())
_ANY = "|".join(TRANSITIONS.values())
_EVERY = r"(?:all |the |each |every |my |your ){0,6}(?:scenes?|shots?|slides?|clips?|pictures?)"
_BETWEEN = rf"(?:between|from scene to scene|in between)(?: {_EVERY}| them)?"
_LEAD = r"(?:\b(?:use|using|with|and|add|only|just|please|i want|have|put|a|an|some|the|all|for|slow|quick|fast|smooth|soft|simple|straight|hard|jump|clean)\s+){0,6}"
_TAIL = rf"(?:\s*(?:transitions?|effects?|only|{_BETWEEN}|throughout|everywhere)\b){{0,3}}"
_TURN = r"(?:转场|过渡|切换|(?:所有|每个?|各个?)?(?:场景|镜头|画面)之?间)(?:的?(?:效果|特效|动画|方式))?"
_NO_TURN = (
    r"\b(?:no|without(?: any)?|skip(?: the)?|zero|do not (?:use|add)(?: any)?|don'?t (?:use|add|want)(?: any)?) (?:fancy )?transitions?(?: effects?)?\b|"
    rf"(?:不要|不用|不加|不需要|无|没有|别加|别用|去掉)(?:任何|加)?{_TURN}"
)
_NAMED = (
    rf"{_LEAD}\b(?:{_KINDS})\s+transitions?\b{_TAIL}"
    rf"|\btransitions?(?: effects?)?(?:\s+(?:should be|are|is|as|of|to))?\s*[:=]?\s*(?:an? )?(?:{_ANY})(?![\w-]){_TAIL}"
    rf"|{_LEAD}(?:\b(?:{_ANY})\s+{_BETWEEN}|{_EVERY} (?:should |must |can |to )?(?:{_ANY})(?: in(?:to (?:each other|one another|the next))?)?)\b"
    rf"|{_LEAD}\b(?:(?:hard|straight|jump|clean|simple|only|just) cuts?|cross-?fades?|dissolves?|wipes)\b{_TAIL}"
    rf"|(?:所有|每个|全部)?(?:{_TURN})(?:都|全部?|一律|统一)?(?:要|用|使用|做|是|为|采用)?\s*[:：]?\s*(?:{_ANY})(?:的?(?:{_TURN}|效果))?"
    rf"|(?:都|全部?|用|使用|采用|加)?(?:{_ANY})的?{_TURN}|(?:直接)?硬切"
)
_BLACK = r"(?P<colour{0}>black|white|blue|red|grey|gray|dark)"
_IN = rf"\bfad(?:e|es|ing)[- ]?in\b|\bfad(?:e|es|ing)(?: up)? from {_BLACK.format('a')}\b|\b(?:start|open|begin)(?:s|ing)?(?: it| the video)? (?:with|on|from|in|out of) (?:a )?(?:fade(?:[- ]in)?\b|black and fade in\b|(?=black\b))"
_OUT = rf"\bfad(?:e|es|ing)[- ]?(?:out|away)\b|\bfad(?:e|es|ing) to {_BLACK.format('b')}\b|\b(?:end|close|finish)(?:s|ing)?(?: it| the video)? (?:with|on|in|by) (?:a )?(?:slow )?(?:fad(?:e|ing)(?:[- ]?out)?\b|(?=black\b))"
_AROUND = (
    rf"(?:\s+(?:from|to|on|in|into|out of) (?:an? )?{_BLACK.format('c')}(?: screen)?|\s+(?:at|in) (?:the )?(?:very )?(?:start|beginning|end|ending|opening)\b|"
    rf"\s+(?:over|for|in|of|lasting) (?P<length>{amounts.NUMBER}\s*-?\s*(?:seconds?|secs?|s|ms|milliseconds?)\b)){{0,4}}"
)
_BEFORE = rf"(?:\b(?:{amounts.NUMBER}[- ](?:seconds?|secs?|s)|slow|soft|gentle|long|short|with|and|a|an|the|video|picture|use|add|it|should|must|please)\s+){{0,6}}"
_SCREEN_ZH = r"(?:黑场|黑屏|黑幕|黑画面|黑色画面|黑色|全黑|黑)"
_START_ZH = r"(?:(?:视频|影片|画面)?(?:的)?(?:开头|片头|开场|开始|一开始)(?:要|用|加|做|来)?(?:一?个)?)"
_END_ZH = r"(?:(?:视频|影片|画面)?(?:的)?(?:结尾|片尾|最后|末尾|结束)(?:处|时)?(?:要|用|加|做|再)?(?:一?个)?)"
_IN_ZH = rf"{_START_ZH}?(?:从|由|用)?{_SCREEN_ZH}?(?:慢慢|缓缓)?(?:淡入|渐显|渐入)(?!淡出)(?:的?效果)?(?:开场|开头|开始|进入)?"
_OUT_ZH = rf"{_END_ZH}?(?:慢慢|缓缓)?(?:淡出|渐隐|渐黑)(?:到|至|为|成)?{_SCREEN_ZH}?(?:的?效果)?(?:结束|收尾|结尾)?"


def moved(slip: Blotter, remarks: list[Remark]) -> dict[str, Any]:
    """`transition` by its name in a timeline, `fade_in_ms` and `fade_out_ms`; 0 wishes no fade."""
    return {**_transition(slip), **_fades(slip, remarks)}


def _transition(slip: Blotter) -> dict[str, Any]:
    if slip.take_all(_NO_TURN):
        slip.take_all(rf"{_LEAD}\b(?:hard|straight|jump) cuts?\b{_TAIL}|(?:直接)?硬切")
        return {"transition": "cut"}
    found = slip.take(_NAMED)
    if not found:
        slip.take_all(
            r"(?:\b(?:nice|cool|good|smooth|beautiful|some|with|add|and)\s+){0,5}\btransitions\b(?=\s*(?:$|[,.;!\n\x00]))|(?:要有|加上?|带)(?:一些|点)?(?:转场|过渡)(?:效果)?"
        )
        return {}
    slip.take_all(rf"\b(?:no transitions?|{_BETWEEN})(?=\W|$)")
    return {"transition": transition_named(found[0])}


def transition_named(words: str) -> str:
    """The transition these words name first; "" where they name none."""
    places = {
        name: found.start() for name, known in TRANSITIONS.items() if (found := re.search(known, words, re.IGNORECASE))
    }
    return min(places, key=lambda name: places[name]) if places else ""


def _fades(slip: Blotter, remarks: list[Remark]) -> dict[str, Any]:
    slip.take_all(
        r"\b(?:music|soundtrack|song|audio|sound)(?: should| must| to)? fad(?:e|es|ing)(?: (?:in|out|and|away|at the (?:end|start)))+|(?:音乐|配乐)(?:要)?(?:淡入|淡出)+"
    )  # every music does
    if slip.take(
        r"\b(?:no|without(?: any)?|don'?t|do not) fad(?:e|es|ing)(?:[- ](?:in|out|and|or|at all))*\b|(?:不要|不用|无)淡入淡出"
    ):
        return {"fade_in_ms": 0, "fade_out_ms": 0}
    said: dict[str, Any] = {}
    if slip.take(r"\b(?:hard )?cut(?:s|ting)? to black(?: at the (?:very )?end)?\b"):
        said["fade_out_ms"] = 0
    if both := slip.take(rf"{_BEFORE}\bfad(?:e|es|ing) in (?:and|&) (?:fade )?out\b{_AROUND}|淡入淡出(?:的?效果)?"):
        return dict.fromkeys(("fade_in_ms", "fade_out_ms"), _length(both[0]))
    for name, words in (("fade_in_ms", f"(?:{_IN})"), ("fade_out_ms", f"(?:{_OUT})")):
        if name not in said and (found := slip.take(f"{_BEFORE}{words}{_AROUND}")):
            colour = next((found[key] for key in found.groupdict() if key.startswith("colour") and found[key]), "black")
            if colour.lower() in {"black", "dark"}:
                said[name] = _length(found[0])
            else:
                remarks.append(Remark("fades_black", found[0].strip()))
    for name, words in (("fade_in_ms", _IN_ZH), ("fade_out_ms", _OUT_ZH)):
        if name not in said and (found := slip.take(words)):
            said[name] = _length(found[0])
    return said


def _length(words: str) -> int:
    found = amounts.durations(words)
    return min(LONGEST_FADE_MS, int(found[0].value)) if found else FADE_MS
