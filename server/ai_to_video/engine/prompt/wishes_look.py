"""Wishes about what is seen: theme, colours, tone, captions, the size of the title; and the language. Pure."""

import re
from typing import Any

from ..language import amounts
from ..look.themes import THEMES
from .blotter import Blotter
from .tastes import LANGUAGES, TONES

CAPTIONS = r"(?:captions?|subtitles?|subs|closed captions?|on[- ]screen text)\b"
PLACES = {
    "top": r"\b(?:top|upper)\b|顶部|上方|上面|上边|顶端",
    "bottom": r"\b(?:bottom|lower)\b|底部|下方|下面|下边|底端",
    "center": r"\b(?:cent(?:er|re)d?|middle)\b|中间|居中|中央",
}
SIZES = {
    "large": r"\b(?:big|bigger|large|larger|huge|giant)\b|大一?些|大一?点|放大|要大|大字|很大|加大|更大",
    "small": r"\b(?:small|smaller|tiny|little)\b|小一?些|小一?点|缩小|要小|小字|更小",
}
STYLES = {
    "karaoke": r"karaoke|word[- ]by[- ]word|逐字|卡拉ok",
    "plain": r"\bplain\b|\bsimple\b|简单",
    "box": r"\bbox(?:ed)?\b|\bin a box\b|底框|黑底|白底",
}


def seen(slip: Blotter) -> dict[str, Any]:
    return {**_captions(slip), **_heading(slip), **_look(slip), **_tone(slip), **_tongue(slip)}


# --- lettering ------------------------------------------------------------------------------------------------------


def _captions(slip: Blotter) -> dict[str, Any]:
    if slip.take(
        r"\b(?:for |by )?(?:people|those|viewers|anyone) who (?:watch|scroll|view)(?: it)?(?: on mute| muted| without sound| with (?:the )?sound off)|"
        r"\b(?:watch(?:ed|ing)?|view(?:ed|ing)?) (?:on mute|muted|without sound|with (?:the )?sound off)"
    ):
        slip.take_all(rf"{CAPTIONS}(?: on)?")
        return {"captions": True}
    if slip.take(
        rf"\b(?:no|without(?: any)?|skip(?: the)?|hide(?: the)?|turn off(?: the)?|(?:don'?t|do not|never) (?:add|show|use|want|need)(?: any)?)\s+{CAPTIONS}|\bleave (?:the )?{CAPTIONS}\s+(?:off|out)|"
        rf"{CAPTIONS}:?\s+(?:off|none)\b|(?:不要|不加|不用|不需要|无|没有|去掉|关闭|关掉)字幕|字幕(?:都|全部)?(?:关掉|关闭|去掉|拿掉|不要|不用|不需要)"
    ):
        return {"captions": False}
    spoken = re.search(rf"{CAPTIONS}|字幕", slip.text, re.IGNORECASE)
    if not spoken:
        return {}
    clause = _captioned(slip, slip.clause(*spoken.span()))
    words = slip.text[slice(*clause)]
    lettering = _qualities(words)
    first = clause[0]
    for value, start, end in amounts.colours(words):
        if meant_as_colour(words, (value, start, end)):
            lettering["color"] = value
            slip.blot(first + start, first + end)
    for names in (*PLACES.values(), *SIZES.values(), *STYLES.values()):
        for found in re.finditer(names, words, re.IGNORECASE):
            slip.blot(first + found.start(), first + found.end())
    slip.take_all(
        rf"(?:\b(?:with|and|add|use|show|bold|animated|kinetic|readable|white|\x00)\s+){{0,6}}{CAPTIONS}(?:[ \x00]+(?:on|style[d]?)\b)?"
        r"(?:[ ]*(?:at|in|on|near) the[ \x00]*(?:of the (?:screen|video|frame|picture))?)?|(?:只要|加上?|带|配上?|要有)?字幕(?:要|放在?|用|在)?"
    )
    return {"captions": True, **({"lettering": lettering} if lettering else {})}


def _captioned(slip: Blotter, clause: tuple[int, int]) -> tuple[int, int]:
    """The clause about captions, and those behind it that go on about nothing but how they look: "字幕放上面、白色"."""
    start, end = clause
    while found := re.match(r"[,，、]\s*([^,;，；。、.\n\x00]{1,16})", slip.text[end:]):
        rest = found[1]
        for _, first, last in reversed(amounts.colours(rest)):
            rest = rest[:first] + " " * (last - first) + rest[last:]
        for names in (*PLACES.values(), *SIZES.values(), *STYLES.values()):
            rest = re.sub(names, " ", rest, flags=re.IGNORECASE)
        if rest == found[1] or re.sub(
            r"\b(?:and|in|at|on|the|colou?r|letters|text)\b|[\W色的用要放字]", "", rest, flags=re.IGNORECASE
        ):
            break
        end += found.end()
    return start, end


def _heading(slip: Blotter) -> dict[str, Any]:
    """ "the title in big letters", "标题大一点"; what the title says was taken before."""
    found = slip.take(
        r"(?:\bin )?\b(?:big|large|huge|giant|(?P<s>small|tiny))(?:ger|r)? (?:letters|lettering|type|title|headline)\b|"
        r"(?:标题|字|字体)(?:要|用)?(?:大|(?P<z>小))(?:一点|一些|点|些)?|(?:大|(?P<zs>小))(?:字|标题)(?:体)?"
    )
    if not found:
        return {}
    return {"heading": {"size": "small" if found["s"] or found["z"] or found["zs"] else "large"}}


def _qualities(words: str) -> dict[str, str]:
    """Place, size and style of lettering, as a clause names them."""
    found: dict[str, str] = {}
    for key, known in (("position", PLACES), ("size", SIZES), ("style", STYLES)):
        name = next((name for name, pattern in known.items() if re.search(pattern, words, re.IGNORECASE)), "")
        if name:
            found[key] = name
    return found


# --- colours, theme, tone -------------------------------------------------------------------------------------------

_ROLES = re.compile(
    r"\b(background|text|title|accent|highlight|letter(?:ing)?|word)s?\b|背景|文字|标题|强调|点缀|重点|字|底",
    re.IGNORECASE,
)
_ROLE_OF = {
    "背景": "background", "底": "background", "文字": "text", "字": "text", "标题": "text", "强调": "accent", "点缀": "accent",
    "重点": "accent", "title": "text", "highlight": "accent", "letter": "text", "lettering": "text", "word": "text",
}  # fmt: skip


def _look(slip: Blotter) -> dict[str, Any]:
    said: dict[str, Any] = {}
    theme = slip.take(rf"\b(?:the |a |in ){{0,6}}({'|'.join(THEMES)})[- ](?:theme|style|look|palette)\b")
    if theme:
        said["theme"] = theme[1].lower()
    palette = _palette(slip)
    ground = slip.take(
        r"\b(?:an? |the |on |with ){0,6}(?:(?P<d>dark|black)|(?P<l>light|bright|white))(?:er)?[- ](?:theme|mode|look|style|background)\b|"
        r"(?P<dz>深色|暗色|黑底)(?:系|主题|模式|风格|背景)?|(?P<lz>浅色|亮色|白底)(?:系|主题|模式|风格|背景)?"
    )
    if ground and "theme" not in said:
        said["theme"] = "ink" if ground["d"] or ground["dz"] else "paper"
    if slip.take(r"\bwarm(?:er)?\s+(?:colou?rs?|tones?|palette)\b|暖色(?:调|系)?"):
        palette.setdefault("accent", "#f4791f")
    if slip.take(r"\b(?:cool|cold)(?:er)?\s+(?:colou?rs?|tones?|palette)\b|冷色(?:调|系)?"):
        palette.setdefault("accent", "#2f80ed")
    if slip.take(r"\b(?:soft|muted|pastel)\s+(?:colou?rs?|tones?|palette)\b|柔和的?(?:颜色|色调)"):
        said.setdefault("theme", "paper")
    if palette:
        said["palette"] = palette
        slip.take_all(
            r"(?:\bin |\bwith |\buse |\busing |\bour ){0,6}\b(?:brand )?colou?rs?(?: scheme| palette)?\b|\bpalette\b|"
            r"品牌色|颜色|配色|色调|色系|主色"
        )
        slip.take_all(
            r"\b(?:on )?(?:an? |the )?(?:backgrounds?|accents?|highlights?|letters?|lettering)\b|背景|文字|强调|点缀|重点"
        )
    return said


def _palette(slip: Blotter) -> dict[str, str]:
    palette: dict[str, str] = {}
    found = [each for each in amounts.colours(slip.text) if meant_as_colour(slip.text, each)]
    free: list[str] = []
    for value, start, end in found:
        first, last = slip.clause(start, end)
        role = _ROLES.search(slip.text, end, last) or _ROLES.search(slip.text, first, start)
        name = _ROLE_OF.get(role[1] or role[0], (role[1] or role[0]).lower()) if role else ""
        name = _ROLE_OF.get(name, name)
        if name:
            palette.setdefault(name, value)
        else:
            free.append(value)
    for value in free:
        if role_left := next((each for each in ("accent", "background", "text") if each not in palette), ""):
            palette[role_left] = value
    for _, start, end in found:
        slip.blot(start, end)
    return palette


def meant_as_colour(text: str, found: tuple[str, int, int]) -> bool:
    """A Chinese colour sign counts with 色 behind it or beside a thing that is coloured: 米 and 金 are words too."""
    stretch = text[found[1] : found[2]]
    if stretch[0] == "#" or stretch.isascii():
        return True
    scheme = re.search(r"(?:配色|色调|颜色|主色|色彩|色系)[^，。；\n]{0,8}$", text[: found[1]])
    return bool(scheme) or stretch.endswith("色") or bool(re.match(r"(底|字|背景|标题|文字)", text[found[2] :]))


def _tone(slip: Blotter) -> dict[str, Any]:
    """The tone named first; words that mean the same one go with it."""
    places = {
        tone: found.start()
        for tone, names in TONES.items()
        if (found := re.search(rf"\b(?:{names})\b|(?:{names})(?![a-z])", slip.text, re.IGNORECASE))
    }
    if not places:
        return {}
    tone = min(places, key=lambda name: places[name])
    slip.take_all(
        rf"(?:\bin |\bwith |\bmake it |\bkeep it |\ba |\ban |\bvery |\band ){{0,6}}(?:\b(?:{TONES[tone]})\b|"
        rf"(?:{TONES[tone]}))(?:的|一点|一些|[- ]?(?:tone|style|feel|mood|vibe|look|风格的?|感觉))*"
    )
    return {"tone": tone}


def _tongue(slip: Blotter) -> dict[str, Any]:
    names = {**LANGUAGES, "other": OTHER_LANGUAGES}
    for language, words in names.items():
        found = slip.take(
            rf"\b(?:translat\w* (?:it |this |the text )?)?(?:in|into|use|using|to) (?P<en>{words})\b(?: language)?|"
            rf"(?:用|使用|翻译?[成为]|改成|译成)(?P<zh>{words})(?:再|后|来)?|(?P<z2>{words})(?=$|[,，。.\s\x00的视影版配])"
        )
        if found:
            return {"language": language if language != "other" else slip.caught(found, "en", "zh", "z2")}
    return {}


OTHER_LANGUAGES = (
    r"spanish|french|german|japanese|korean|italian|portuguese|russian|arabic|hindi|dutch|turkish|vietnamese|thai|"
    r"日[语文]|韩[语文]|法[语文]|德[语文]|西班牙[语文]|俄[语文]|葡萄牙[语文]|意大利[语文]|阿拉伯[语文]|泰[语文]|越南[语文]"
)
"""Those nothing here can read or write."""
