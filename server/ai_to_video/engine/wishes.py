"""What a person asks of a video besides its words: length, shape, tone, colours, music, captions ... English and
Chinese. `understand` takes the wishes out of an instruction and leaves what it could not place. Pure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from . import amounts
from .hanzi import simpler
from .speaker import speaker
from .storyboard import LONGEST_MS, SHORTEST_MS, Remark
from .tastes import LANGUAGES, MOODS, NEAR_SHAPES, SHAPES, TONES
from .themes import THEMES


@dataclass(frozen=True, slots=True)
class Place:
    """Which upload goes where: `where` is first, last, all, or the number of a scene."""

    media: str
    where: str


@dataclass(frozen=True, slots=True)
class Wishes:
    """What was asked for; None, "" and 0 mean that nothing was said."""

    duration_ms: int = 0
    aspect: str = ""
    tone: str = ""
    theme: str = ""
    palette: Mapping[str, str] = field(default_factory=dict)
    language: str = ""
    title: str = ""
    close: str = ""
    captions: bool | None = None
    mood: str | None = None
    music_volume: int | None = None
    voice: bool | None = None
    narrator: str = ""
    voice_pace: int = 0
    scenes: int = 0
    places: tuple[Place, ...] = ()

    def over(self, older: "Wishes") -> "Wishes":
        """These wishes, and the older ones where these say nothing."""
        return replace(older, **self.said())

    def said(self) -> dict[str, Any]:
        """Only what was asked for; "no music" is a wish too."""
        facts = {name: getattr(self, name) for name in Wishes.__slots__}
        return {
            name: value
            for name, value in facts.items()
            if value is not None and (isinstance(value, bool) or name == "mood" or value not in ("", 0, (), {}))
        }


@dataclass(frozen=True, slots=True)
class Understood:
    """`rest` is the instruction without what was understood; a "\\x00" stands where something was."""

    wishes: Wishes
    rest: str
    remarks: tuple[Remark, ...] = ()


class _Sheet:
    """An instruction from which understood stretches are blotted out; `own` stays as it was written."""

    def __init__(self, text: str) -> None:
        self.own = text
        self.text = simpler(text)

    def quoted(self, found: re.Match[str], *names: str) -> str:
        """What stood in quotes where the pattern has QUOTED."""
        spans = (found.span(f"{name}{n}") for name in names for n in range(1, 8))
        return next((self.own[start:end] for start, end in spans if start >= 0), "").strip()

    def take(self, pattern: str, *, flags: int = re.IGNORECASE) -> re.Match[str] | None:
        found = re.search(pattern, self.text, flags)
        if found:
            self.blot(found.start(), found.end())
        return found

    def blot(self, start: int, end: int) -> None:
        self.text = self.text[:start] + "\x00" * (end - start) + self.text[end:]


def understand(text: str, media: Sequence[str] = ()) -> Understood:
    """The wishes in one instruction; `media` are the names of uploads that may be spoken of."""
    sheet = _Sheet(text)
    remarks: list[Remark] = []
    said: dict[str, Any] = {}
    said.update(_titles(sheet))
    placed, missing = _placed(sheet, media)
    said["places"] = placed
    remarks += [Remark("missing_media", name) for name in missing]
    said.update(_sound(sheet))
    said.update(_captions(sheet))
    said.update(_shape(sheet, remarks))
    said.update(_length(sheet, remarks))
    said.update(_look(sheet))
    said.update(_tongue(sheet))
    sheet.take(r"\b(?:full ?hd|hd|1080p|720p|480p|30 ?fps|60 ?fps|mp4|h\.?264)\b|高清")
    if sheet.take(r"\b(?:4k|2160p|8k|1440p)\b|超清"):
        remarks.append(Remark("resolution"))
    return Understood(Wishes(**said), sheet.text, tuple(remarks))


# --- one wish after the other ---------------------------------------------------------------------------------------

_QUOTED = (
    r"(?:\"(?P<{0}1>[^\"\n]+)\"|“(?P<{0}2>[^”\n]+)”|「(?P<{0}3>[^」\n]+)」|『(?P<{0}4>[^』\n]+)』|"
    r"《(?P<{0}5>[^》\n]+)》|‘(?P<{0}6>[^’\n]+)’|(?<!\w)'(?P<{0}7>[^'\n]+)'(?!\w))"
)
QUOTED = _QUOTED.format("q")


def quoted(found: re.Match[str], name: str = "q") -> str:
    return next((found[f"{name}{n}"] for n in range(1, 8) if found[f"{name}{n}"]), "").strip()


def _titles(sheet: _Sheet) -> dict[str, Any]:
    said: dict[str, Any] = {}
    title = sheet.take(
        rf"(?:,?\s*(?:and |with |use |add |set )*(?:a |the |its )*)?\b(?:titled?|called|named|"
        rf"headline[d]?)\b(?: it| the video)?(?: is| should be| to| of| as|:)?\s*{QUOTED}"
        rf"|(?:标题|题目|片名)(?:是|叫做?|为|用|写|：|:)?\s*{QUOTED.replace('<q', '<z')}"
    )
    if title:
        said["title"] = sheet.quoted(title, "q", "z")
    close = sheet.take(
        rf"(?:,?\s*(?:and )?)\b(?:end(?:s|ing)?|clos(?:e|es|ing)|finish(?:es)?)\b(?: it|"
        rf" the video)? (?:with|on|by saying)(?: the (?:words|line|text))?:?\s*{QUOTED}"
        rf"|\bcall to action(?: is| of|:)?\s*{QUOTED.replace('<q', '<y')}"
        rf"|(?:结尾|最后|结束语)(?:用|写|说|显示|是|放|：|:)+\s*{QUOTED.replace('<q', '<z')}"
    )
    if close:
        said["close"] = sheet.quoted(close, "q", "y", "z")
    return said


_FILE = (
    r"[\w\u4e00-\u9fff()-][\w\u4e00-\u9fff ()-]{0,60}?\.(?:mp4|mov|avi|webm|mkv|jpe?g|png|gif|webp|mp3|wav|m4a|aac)\b"
)


def _placed(sheet: _Sheet, media: Sequence[str]) -> tuple[tuple[Place, ...], list[str]]:
    placed: list[Place] = []
    for name in sorted(media, key=len, reverse=True):
        spot = re.search(rf"(?<![\w.]){re.escape(simpler(name))}", sheet.text, re.IGNORECASE)
        if not spot:
            continue
        clause = _clause(sheet.text, spot.start(), spot.end())
        placed.append(Place(name, _where(sheet.text[clause[0] : clause[1]])))
        sheet.blot(*clause)
    missing = [
        found[0]
        for found in re.finditer(
            r"(?<![\w./])[\w\u4e00-\u9fff-]+\.(?:mp4|mov|webm|mkv|jpe?g|png|gif|webp|mp3|wav|m4a|aac)\b",
            sheet.text,
            re.IGNORECASE,
        )
    ]
    for name in missing:
        at = sheet.text.find(name)
        sheet.blot(*_clause(sheet.text, at, at + len(name)))
    return tuple(reversed(placed)), missing


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    first = max((found.end() for found in re.finditer(r"[,;，；。\n\x00]|\.\s|\band\b", text[:start])), default=0)
    last = re.search(r"[,;，；。\n\x00]|\.(?:\s|$)|\band\b|\bthen\b", text[end:])
    return first, end + last.start() if last else len(text)


def _where(clause: str) -> str:
    scenes = amounts.places(clause)
    if scenes:
        return "last" if scenes[0].value == -1 else str(int(scenes[0].value))
    if re.search(r"\b(end|ending|last|final|clos\w+|outro)\b|结尾|最后|片尾|末尾", clause, re.IGNORECASE):
        return "last"
    if re.search(
        r"\b(start|begin\w*|open\w*|intro|first|title)\b|开头|开场|片头|首先|开始",
        clause,
        re.IGNORECASE,
    ):
        return "first"
    if re.search(r"\bbackground\b|\bthroughout\b|\beverywhere\b|\bevery scene\b|背景|全程", clause, re.IGNORECASE):
        return "all"
    return ""


def _sound(sheet: _Sheet) -> dict[str, Any]:
    said: dict[str, Any] = {}
    music = r"(?:background[- ])?(?:music|bgm|soundtrack|song|score|beats?)\b"
    music_zh = r"(?:背景)?(?:音乐|配乐|bgm)"
    if sheet.take(
        rf"\b(?:no|without(?: any)?|skip the|mute(?: the)?|remove(?: the)?)\s+{music}|{music}\s+off\b|"
        rf"(?:不要|不加|不用|无|没有|去掉|关闭){music_zh}|{music_zh}(?:关掉|关闭)|静音"
    ):
        said["mood"] = ""
    if (volume := _volume(sheet, music, music_zh)) is not None:
        said["music_volume"] = volume
    for mood, names in MOODS.items():
        if "mood" in said:
            break
        if sheet.take(
            rf"(?:\bwith |\band |\bset to |\buse |\badd |\bsome |\ba )*(?:\b(?:{names})|(?:{names})(?:的|"
            rf"风格的?)?)(?:[,\s]+(?:\w+[- ]){{0,2}}?)?\s*(?:{music}|{music_zh}|\btrack\b)|(?:{music}|"
            rf"{music_zh})(?: should be| is|要|用|是|风格|:|：)\s*(?:{names})"
        ):
            said["mood"] = mood
    if sheet.take(
        rf"\b(?:quiet|soft|low|subtle)(?:er)?\s+{music}|{music}(?: should be)?(?: kept)? (?:low|quiet|"
        rf"subtle)|(?:小声|轻)的?{music_zh}"
    ):
        said.setdefault("music_volume", 18)
    elif sheet.take(rf"\bloud(?:er)?\s+{music}|大声的?{music_zh}"):
        said.setdefault("music_volume", 60)
    if "mood" not in said:
        sheet.take(
            rf"(?:\bwith |\band |\badd |\bsome |\bnice |\bgood |\bbackground )*{music}|(?:加上?|配上?|要有|带)?{music_zh}"
        )
    voice = r"(?:voice[- ]?overs?|narrat(?:ion|or|ed)|voice|spoken words|speech)\b"
    if sheet.take(
        rf"\b(?:no|without(?: any)?|skip the)\s+{voice}|{voice}\s+off\b|(?:不要|不用|无|没有)(?:配音|旁白|人声|解说)"
    ):
        said["voice"] = False
        return said
    told = speaker(sheet.text)
    for span in told.spans:
        sheet.blot(*span)
        said |= {"voice": True, "narrator": told.name, "voice_pace": told.pace() if told.change != 1 else 0}
    if sheet.take(
        rf"(?:\bwith |\band |\badd |\bin |\ba )*(?:\b(?:male|female|warm|deep|calm|"
        rf"ai)\s+)*{voice}(?: on)?|(?:加上?|带|配上?|要有)?(?:配音|旁白|解说|朗读)"
    ):
        said["voice"] = True
    return said


def _volume(sheet: _Sheet, music: str, music_zh: str) -> int | None:
    share = rf"{amounts.DIGITS}\s*(?:[%％]|percent\b)|百分之{amounts.ZH_NUMBER}|{amounts.WORDED} percent"
    found = re.search(
        rf"(?:{music}|{music_zh}|\bvolume|音量)[^,.;，。]{{0,16}}?(?P<at>(?:\b(?:at|to|volume)\b|音量|调到|"
        rf"\s|\x00)*(?P<p>{share})(?:\s*volume)?)|(?P<o>(?P<q>{share})\s*(?:volume|音量))",
        sheet.text,
        re.IGNORECASE,
    )
    if not found:
        return None
    group = "at" if found["p"] else "o"
    value = amounts.percents(found[group])[0].value
    sheet.blot(found.start(group), found.end(group))
    return int(min(200, value))


def _captions(sheet: _Sheet) -> dict[str, Any]:
    words = r"(?:captions?|subtitles?|subs|closed captions?|on[- ]screen text)\b"
    if sheet.take(
        rf"\b(?:no|without(?: any)?|skip(?: the)?|hide(?: the)?|turn off(?: the)?)\s+{words}|"
        rf"{words}\s+off\b|(?:不要|不加|不用|无|没有|去掉|关闭)字幕"
    ):
        return {"captions": False}
    if sheet.take(
        rf"(?:\bwith |\band |\badd |\bbig |\bbold |\banimated |\bkinetic )*{words}(?:\s+on\b)?|(?:加上?|带|配上?|要有)?字幕"
    ):
        return {"captions": True}
    return {}


def _shape(sheet: _Sheet, remarks: list[Remark]) -> dict[str, Any]:
    for shape, names in SHAPES.items():
        if sheet.take(
            rf"(?:\bin |\bfor |\bas |\ba )*(?<![A-Za-z0-9_:])(?:{names})(?![A-Za-z0-9])(?:[- ](?:format|"
            rf"mode|aspect ratio|ratio|orientation))?"
        ):
            return {"aspect": shape}
    for names, shape in NEAR_SHAPES.items():
        if found := sheet.take(rf"(?<![\d:])(?:{names})(?!\d)"):
            remarks.append(Remark("near_shape", f"{found[0]} {shape}"))
            return {"aspect": shape}
    return {}


def _length(sheet: _Sheet, remarks: list[Remark]) -> dict[str, Any]:
    said: dict[str, Any] = {}
    count = sheet.take(
        rf"\b(?:in |with |into )?(?P<n>\d{{1,2}}|{'|'.join(amounts._SMALL[2:13])})\s+(?:scenes?|"
        rf"slides?|shots?)\b|(?P<z>\d{{1,2}}|{amounts.ZH_NUMBER})个(?:场景|镜头|画面)"
    )
    if count:
        said["scenes"] = int(amounts.number(count["n"] or count["z"]) or 0)
    found = amounts.durations(sheet.text)
    clock = [each for each in amounts.clocks(sheet.text) if 0 < each.value <= 3_600_000]
    if found or clock:
        chosen = (found or clock)[0]
        sheet.blot(chosen.start, chosen.end)
        sheet.take(r"(?:\x00|\s)+(?:long|in length|in total)\b|(?:左右|以内|长)")
        said["duration_ms"] = clamped(int(chosen.value), remarks)
    elif sheet.take(r"\b(?:very short|super short|quick) (?=video|clip)|(?:超短)"):
        said["duration_ms"] = 10_000
    return said


def clamped(wanted_ms: int, remarks: list[Remark]) -> int:
    """A length this engine makes; when it is not the one asked for, that is remarked."""
    if wanted_ms > LONGEST_MS:
        remarks.append(Remark("too_long", str(LONGEST_MS // 60_000)))
    elif wanted_ms < SHORTEST_MS:
        remarks.append(Remark("too_short", str(SHORTEST_MS // 1000)))
    return min(LONGEST_MS, max(SHORTEST_MS, wanted_ms))


def _look(sheet: _Sheet) -> dict[str, Any]:
    said: dict[str, Any] = {}
    theme = sheet.take(rf"\b(?:the |a )?({'|'.join(THEMES)})[- ](?:theme|style|look|palette)\b")
    if theme:
        said["theme"] = theme[1].lower()
    palette: dict[str, str] = {}
    coloured = re.compile(r"\b(background|text|title|accent|caption)s?\b|背景|文字|标题|强调|字幕", re.IGNORECASE)
    where = {
        "背景": "background",
        "文字": "text",
        "标题": "text",
        "强调": "accent",
        "字幕": "text",
    }
    found = [each for each in amounts.colours(sheet.text) if _meant_as_colour(sheet.text, each)]
    for value, start, end in found:
        clause = _clause(sheet.text, start, end)
        role = coloured.search(sheet.text[clause[0] : clause[1]])
        name = where.get(role[0], role[0].lower().rstrip("s")) if role else ""
        name = "text" if name in {"title", "caption"} else name
        if not name:
            name = next((free for free in ("accent", "background", "text") if free not in palette), "")
        if name:
            palette.setdefault(name, value)
    for _, start, end in found:
        sheet.blot(start, end)
    if palette:
        said["palette"] = palette
        sheet.take(
            r"(?:\bin |\bwith |\buse |\busing )?\b(?:brand )?colou?rs?(?: scheme| palette)?\b|\bpalette\b|"
            r"颜色|配色|色调|色系|主色"
        )
        for found_role in re.finditer(
            r"\b(?:on )?(?:an? |the )?(?:backgrounds?|accents?)\b|背景|文字|强调", sheet.text, re.IGNORECASE
        ):
            sheet.blot(found_role.start(), found_role.end())
    if sheet.take(r"\b(?:warm)\s+(?:colou?rs?|tones?|palette)\b|暖色调?|暖色调"):
        palette.setdefault("accent", "#f4791f")
        said["palette"] = palette
    if sheet.take(r"\b(?:cool|cold)\s+(?:colou?rs?|tones?|palette)\b|冷色调?|冷色调"):
        palette.setdefault("accent", "#2f80ed")
        said["palette"] = palette
    for tone, names in TONES.items():
        if sheet.take(
            rf"(?:\bin |\bwith |\bmake it |\bkeep it |\ba |\ban |\bvery )*(?:\b(?:{names})\b|"
            rf"(?:{names}))(?:的|[- ]?(?:tone|style|feel|mood|vibe|look|风格的?|感觉))*"
        ):
            said.setdefault("tone", tone)
    return said


def _meant_as_colour(text: str, found: tuple[str, int, int]) -> bool:
    """A Chinese colour sign counts with 色 behind it or beside a thing that is coloured: 米 and 金 are words too."""
    stretch = text[found[1] : found[2]]
    if stretch[0] == "#" or stretch.isascii():
        return True
    return stretch.endswith("色") or bool(re.match(r"(底|字|背景|标题|文字)", text[found[2] :]))


def _tongue(sheet: _Sheet) -> dict[str, Any]:
    for language, names in LANGUAGES.items():
        if sheet.take(
            rf"\b(?:in|into|use|using) (?:{names})\b(?: language)?|(?:用|使用|翻译成|改成)?(?:{names})(?=$|"
            rf"[,，。.\s\x00的视影版配])"
        ):
            return {"language": language}
    return {}
