"""What a person asks of a video besides its words: length, shape, tone, colours, music, captions ... English and
Chinese. `understand` takes the wishes out of an instruction and leaves what it could not place. Pure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from ..language import amounts
from ..language.hanzi import simpler
from ..storyboard import LONGEST_MS, SHORTEST_MS, Remark
from .blotter import QUOTED, Blotter, quoted_as
from .tastes import PLATFORMS, SHAPES
from .wishes_look import seen
from .wishes_motion import moved
from .wishes_sound import heard


@dataclass(frozen=True, slots=True)
class Place:
    """Which upload goes where: `where` is first, last, all, none, or the number of a scene."""

    media: str
    where: str


@dataclass(frozen=True, slots=True)
class Wishes:
    """What was asked for; None, "" and 0 mean that nothing was said.

    `narrator` is female or male, `voice_pace` percent of the usual speed; `untitled` wants no title, `verbatim` every word as it stands. `lettering` and
    `heading` are how captions and title should look, in the words a timeline keeps: color, position, size, style.
    """

    duration_ms: int = 0
    aspect: str = ""
    tone: str = ""
    theme: str = ""
    palette: Mapping[str, str] = field(default_factory=dict)
    language: str = ""
    title: str = ""
    untitled: bool | None = None
    close: str = ""
    verbatim: bool | None = None
    captions: bool | None = None
    lettering: Mapping[str, str] = field(default_factory=dict)
    heading: Mapping[str, str] = field(default_factory=dict)
    mood: str | None = None
    music_volume: int | None = None
    voice: bool | None = None
    narrator: str = ""
    voice_pace: int = 0
    transition: str = ""
    fade_in_ms: int | None = None
    fade_out_ms: int | None = None
    scenes: int = 0
    places: tuple[Place, ...] = ()

    def over(self, older: "Wishes") -> "Wishes":
        """These wishes, and the older ones where these say nothing."""
        return replace(older, **self.said())

    def fades(self) -> dict[str, int]:
        """The fades from and to black that were asked for, in milliseconds, as a timeline names them."""
        return {name: value for name, value in self.said().items() if name in {"fade_in_ms", "fade_out_ms"}}

    def said(self) -> dict[str, Any]:
        """Only what was asked for; "no music" is a wish too."""
        facts = {name: getattr(self, name) for name in Wishes.__slots__}
        return {
            name: value
            for name, value in facts.items()
            if value is not None and (isinstance(value, bool) or name in _NONE_TOO or value not in ("", 0, (), {}))
        }


_NONE_TOO = {"mood", "fade_in_ms", "fade_out_ms"}
"""Where nothing is a wish of its own."""


@dataclass(frozen=True, slots=True)
class Understood:
    """`rest` is the instruction without what was understood; a "\\x00" stands where something was."""

    wishes: Wishes
    rest: str
    remarks: tuple[Remark, ...] = ()


def understand(text: str, media: Sequence[str] = ()) -> Understood:
    """The wishes in one instruction; `media` are the names of uploads that may be spoken of."""
    slip = Blotter(text, simpler(text))
    remarks: list[Remark] = []
    said: dict[str, Any] = {}
    said.update(_words(slip))
    placed, missing, volume = _placed(slip, media)
    said["places"] = placed
    remarks += [Remark("missing_media", name) for name in missing]
    _beyond(slip, remarks)
    said.update(moved(slip, remarks))
    said.update(heard(slip, remarks))
    if volume is not None:
        said.setdefault("music_volume", volume)
    said.update(_shape(slip, remarks))
    said.update(_length(slip, remarks))
    said.update(seen(slip))
    return Understood(Wishes(**said), slip.text, tuple(remarks))


def _beyond(slip: Blotter, remarks: list[Remark]) -> None:
    """What is wished for often and is not to be had here."""
    rate = slip.take(r"\b(?P<n>\d{2,3}) ?fps\b|(?P<z>\d{2,3})帧")
    if rate and (rate["n"] or rate["z"]) != "30":
        remarks.append(Remark("frame_rate", rate["n"] or rate["z"]))
    fine = slip.take(r"\b(?:4k|2160p|8k|1440p)\b|超清")
    if fine:
        remarks.append(Remark("resolution", slip.own[fine.start() : fine.end()]))
    slip.take_all(r"\b(?:full ?hd|hd|1080p|720p|480p|mp4|h\.?264)\b|高清")
    slip.take_all(
        r"\b(?:no|without(?: any| an?)?) (?:logos?|watermarks?|branding|emojis?|stickers?)\b|(?:不要|无|没有|不加)(?:水印|标志|logo|贴纸)"
    )
    posted = slip.take(
        r"\b(?:post|publish|upload|share)\s+(?:it|this|the (?:video|result|clip))(?:\s+(?:\w+\s+)?(?:on|to|at)\s+[^,.;\n\x00]+)?|"
        r"(?:并|然后|再)?(?:帮我)?(?:发布|上传)到[^，。；\n\x00]+"
    )
    if posted:
        remarks.append(Remark("not_posted", slip.own[posted.start() : posted.end()].strip()))


# --- words: title, last words, every word as it stands ---------------------------------------------------------------


_END_OF_LINE = r"(?P<{0}>[^\n\x00\"“「『《]+?)(?=[.。!！]?\s*(?:\n|$)|[.。!！]\s)"


def _words(slip: Blotter) -> dict[str, Any]:
    said: dict[str, Any] = {}
    if slip.take(
        r"\b(?:use |with |keep |show ){0,6}(?:exactly|only|just) (?:these|those|the following|my) words\b|\bverbatim\b|\bword[- ]for[- ]word\b|"
        r"\b(?:do not|don'?t|never|without) (?:chang|alter|edit|rewrit|shorten|cut|touch)(?:e|ing|ting)?(?: \w+)? (?:words?|text|wording)\b|"
        r"\b(?:use |keep )?(?:the |my )?(?:exact (?:words|text|wording)|text (?:exactly )?as (?:it is|is))\b|"
        r"\b(?:keep|use|show) (?:every|each|all(?: the| my| of the)?) words?\b|一字不[改差漏]|(?:不要|别|不得)(?:改动?|删减?|修改)(?:文字|内容|原文|任何)?(?:一个字)?|(?:原文|原封)(?:照搬|不动)|逐字照(?:搬|用)"
    ):
        said["verbatim"] = True
        slip.take_all(r"\b(?:don'?t|do not) change a(?: single)? word\b|\b(?:use |keep )?(?:exactly|verbatim)\b")
    if slip.take(
        r"\b(?:no|without(?: an?)?|skip the) (?:title(?: card| screen| page)?|headline|heading|intro)s?\b|(?:不要|不加|无|没有|别加)(?:标题|片头)"
    ):
        said["untitled"] = True
        slip.take(r"\b(?:just )?start (?:right away|straight away|immediately|directly)\b|直接开始")
    title = slip.take(
        rf"(?:,?\s*(?:and |with |use |add |set ){{0,6}}(?:a |the |its ){{0,6}})?\b(?:titled?|called|named|call|name|"
        rf"headline[d]?)\b(?: it| the video| this)?(?: is| should be| to| of| as|:)?\s*{QUOTED}"
        rf"|(?:标题|题目|片名|名字|名)(?:就)?(?:是|叫做?|为|用|写|：|:)?\s*{quoted_as('z')}|叫做?\s*{quoted_as('y')}"
    ) or slip.take(
        rf"(?:^|\n)[ \t]*(?:title|headline)[ \t]*[:：][ \t]*{_END_OF_LINE.format('free')}|(?:^|\n|[，,；;。])[ \t]*(?:标题|题目|片名)[ \t]*(?:[:：]|叫|是)"
        r"[ \t]*(?P<freez>[^\n\x00，。；“「《]+)"
    )
    if title:
        free = title.groupdict().get("free") or title.groupdict().get("freez")
        said["title"] = slip.caught(title, "free", "freez") if free else slip.quoted(title, "q", "y", "z")
    if close := _close(slip):
        said["close"] = close
    return said


_ENDING = (
    r"\b(?:end(?:s|ing)?|clos(?:e|es|ing)|finish(?:es|ing)?)(?: it| the video)?(?: up)? (?:with|on|by saying)"
    r"(?: an?| the)?(?: (?:words|line|text|message|end ?card|closing card|call to action|cta|slide|screen))*(?: (?:that |which )?(?:says?|saying|reads?|reading))?"
)
_CALL = r"(?:(?:add |with )?(?:an? )?\b(?:call[- ]to[- ]action|cta|end ?card|outro)(?: at the end| line)?(?: is| of| saying| that says)?)"
_CALL_ZH = r"(?:(?:在)?(?:结尾|片尾|最后|末尾)(?:处|时)?(?:再)?(?:加|用|写|说|显示|是|放|打出?|来)?上?(?:一?[句行个]|一?段)?(?:行动号召|号召|口号|字幕|文字|话)?|结束语|行动号召|号召语)"


def _close(slip: Blotter) -> str:
    """The last words of the video: in quotes, or to the end of a line behind a colon."""
    found = slip.take(
        rf"(?:,?\s*(?:and )?)(?:{_ENDING}|{_CALL}):?\s*{QUOTED}|{_CALL_ZH}(?:是|写|说|为|：|:)*\s*{quoted_as('z')}"
    )
    if found:
        return slip.quoted(found, "q", "z")
    found = slip.take(
        rf"(?:{_CALL}|{_ENDING})\s*[:：]\s*{_END_OF_LINE.format('free')}|{_CALL_ZH}\s*[:：]\s*(?P<freez>[^\n\x00，。；]+)"
    )
    return slip.caught(found, "free", "freez") if found else ""


# --- uploads --------------------------------------------------------------------------------------------------------


_FILES = r"(?<![\w./])[\w\u4e00-\u9fff-]+\.(?:mp4|mov|webm|mkv|jpe?g|png|gif|webp|mp3|wav|m4a|aac)(?![A-Za-z0-9])"
_UNWANTED = r"\b(?:don'?t|do not|never|without|except|leave out|skip|not)\b|不要|不用|别用|除了|去掉"
_NTH = (
    r"\b(?:the |my )?(?P<en>first|second|third|fourth|fifth|last) (?:uploaded )?(?:photo|picture|image|upload|clip|file)\b|"
    r"第(?P<zh>[一二三四五六七八九十\d]+)[张个](?:照片|图片|图|视频|素材)|(?P<last>最后一[张个](?:照片|图片|图|视频|素材))"
)


def _placed(slip: Blotter, media: Sequence[str]) -> tuple[tuple[Place, ...], list[str], int | None]:
    """(uploads and where they go, files that are not there, the volume of one that is heard)"""
    placed: list[Place] = []
    volume: int | None = None
    for name in sorted(media, key=len, reverse=True):
        spot = re.search(rf"(?<![\w.]){re.escape(simpler(name))}", slip.text, re.IGNORECASE)
        if spot:
            clause = slip.text[slice(*slip.clause(*spot.span()))]
            if re.search(r"\.(?:mp3|wav|m4a|aac)$", name, re.IGNORECASE) and (share := amounts.percents(clause)):
                volume = int(min(200, share[0].value))
            placed.append(Place(name, _where(slip, spot.start(), spot.end())))
    missing = [found[0] for found in re.finditer(_FILES, slip.text, re.IGNORECASE)]
    for name in missing:
        at = slip.text.find(name)
        slip.blot(*slip.clause(at, at + len(name)))
    for name, start, end in _alluded(slip, [name for name in media if all(place.media != name for place in placed)]):
        first, last = slip.clause(start, end)
        where = _spot(f"{slip.text[first:start]} {slip.text[end:last]}")
        if where:
            placed.append(Place(name, where))
            slip.blot(first, last)
    return tuple(reversed(placed)), missing, volume


_PICTURE = (
    r"\b(?:the|my|our|this|that|attached|uploaded)\s+(?:(?:attached|uploaded)\s+)?(?P<stem>[a-z]+\s+)?(?:photo|picture|image|pic|clip|footage)\b|"
    r"\b(?:the|my|our) (?P<logo>logo)\b|(?:我)?(?:上传的)(?:那|这)?[张个段]?(?:照片|图片|图|素材|视频)|(?:照片|图片)|(?P<logozh>logo|标志)"
)


def _alluded(slip: Blotter, media: Sequence[str]) -> list[tuple[str, int, int]]:
    """Uploads that are spoken of without their names, and where: "the second photo", "the logo", "我上传的照片"."""
    if not media:
        return []
    nth = re.search(_NTH, slip.text, re.IGNORECASE)
    words = ("first", "second", "third", "fourth", "fifth")
    found, rest = list[tuple[str, int, int]](), list(media)
    if nth:
        last = nth["last"] or (nth["en"] or "").lower() == "last"
        number = (
            words.index(nth["en"].lower()) + 1 if nth["en"] and not last else int(amounts.number(nth["zh"] or "") or 0)
        )
        if last or 0 < number <= len(media):
            name = media[-1 if last else number - 1]
            found.append((name, *nth.span()))
            rest.remove(name)
    for match in re.finditer(_PICTURE, slip.text, re.IGNORECASE):
        stem = (match["stem"] or match["logo"] or match["logozh"] or "").strip().lower().replace("标志", "logo")
        named = [name for name in rest if stem and stem in name.lower()]
        shown = named or [
            name for name in rest if not stem and not re.search(r"logo|\.(?:mp3|wav|m4a|aac)$", name.lower())
        ]
        if len(shown) == 1 and not any(start <= match.start() < end for _, start, end in found):
            found.append((shown[0], *match.span()))
            rest.remove(shown[0])
    return found


def _where(slip: Blotter, start: int, end: int) -> str:
    """Where the clause around an upload's name puts it; the clause is blotted out."""
    first, last = slip.clause(start, end)
    clause = slip.text[first:start] + " " + slip.text[end:last]
    slip.blot(first, last)
    return "none" if re.search(_UNWANTED, clause, re.IGNORECASE) else _spot(clause)


def _spot(clause: str) -> str:
    scenes = amounts.places(clause)
    if scenes:
        return "last" if scenes[0].value == -1 else str(int(scenes[0].value))
    if re.search(r"\b(end|ending|last|final|clos\w+|outro)\b|结尾|最后|片尾|末尾", clause, re.IGNORECASE):
        return "last"
    if re.search(
        r"\b(start|begin\w*|open\w*|intro|first|title)\b|开头|开场|片头|首先|开始|第一|先|最前|首页|封面",
        clause,
        re.IGNORECASE,
    ):
        return "first"
    if re.search(r"\bbackground\b|\bthroughout\b|\beverywhere\b|\bevery scene\b|背景|全程", clause, re.IGNORECASE):
        return "all"
    return ""


# --- shape and length -----------------------------------------------------------------------------------------------


_RATIO = (
    r"(?<![\d:.])(?:\b(?:in|as|an?) |用|以)*(?:(?P<lead>(?:aspect )?ratio|format|aspect|比例|画幅)(?: of| is|是|为|用)?\s*[:：]?\s*)?"
    r"(?P<wide>\d{1,2}(?:\.\d{1,2})?)\s*(?:[:：比]|(?:by|x)(?=\s*\d{1,2}\b))\s*(?P<high>[1-9](?!\d)|[1-9]\d(?=[- ](?:format|aspect|ratio)|的?(?:画幅|比例)))"
    r"(?![\d:%])(?:[- ](?:format|mode|aspect ratio|aspect|ratio|video)|的?(?:比例|画幅|尺寸|格式))*"
)
"""A shape by its sides, none of those that have a name."""


def _shape(slip: Blotter, remarks: list[Remark]) -> dict[str, Any]:
    """The shape that is named first; else the one a platform likes. Other platforms may show it too."""
    lead = r"(?:\b(?:in|for|as|an?|on|to|my|our|the) |发到?|发?在|给){0,4}"
    tail = r"(?:[- ](?:format|mode|aspect ratio|ratio|orientation|size)|(?:上|里)?(?:发布|用|画面|格式|比例|尺寸)){0,4}"

    def places(names: str) -> list[re.Match[str]]:
        return slip.take_all(rf"{lead}(?<![A-Za-z0-9_:])(?:{names})(?![A-Za-z0-9]){tail}")

    named = {shape: found[0] for shape, names in SHAPES.items() if (found := places(names))}
    if not named and (near := slip.take(_RATIO)):
        shape = "9:16" if float(near["wide"]) < float(near["high"]) else "16:9"
        remarks.append(Remark("near_shape", f"{near['wide']}:{near['high']}", shape))
        named[shape] = near
    liked = {shape: found[0] for shape, names in PLATFORMS.items() if (found := places(names))}
    first = sorted(named, key=lambda shape: named[shape].start())
    for shape in first[1:]:
        remarks.append(Remark("second_shape", f"{slip.own[slice(*named[shape].span())].strip()}"))
    if first:
        return {"aspect": first[0]}
    wanted = sorted((shape for shape in liked if shape), key=lambda shape: liked[shape].start())
    for shape in wanted[1:]:
        remarks.append(Remark("second_shape", f"{slip.own[slice(*liked[shape].span())].strip()}"))
    return {"aspect": wanted[0]} if wanted else {}


_BETWEEN = re.compile(
    rf"(?:\b(?:between|from)\s+|介于)?(?P<a>{amounts.DIGITS}|{amounts.WORDED}|{amounts.ZH_NUMBER})\s*(?:seconds?|secs?|s|秒)?\s*(?:-|–|—|~|to|and|or|到|至)\s*"
    rf"(?P<b>(?:{amounts.DIGITS}|{amounts.WORDED}|{amounts.ZH_NUMBER})\s*-?\s*(?:seconds?|secs?|s|minutes?|mins?|秒钟?|分钟)(?![a-z]))",
    re.IGNORECASE,
)
_MOST = r"(?:\b(?:(?:no|not|not be|n't be) (?:longer|more) than|at most|at least|up to|under|below|less than|within|around|about|roughly|max(?:imum)?(?: of)?)|(?:不要?|别|不能|不得|不可)超过|最多|大约|控制在)"


def _length(slip: Blotter, remarks: list[Remark]) -> dict[str, Any]:
    said: dict[str, Any] = {}
    count = slip.take(
        rf"\b(?:in |with |into )?(?P<n>\d{{1,2}}|{'|'.join(amounts._SMALL[2:13])})\s+(?:scenes?|"
        rf"slides?|shots?)\b|(?P<z>\d{{1,2}}|{amounts.ZH_NUMBER})个(?:场景|镜头|画面)"
    )
    if count:
        said["scenes"] = int(amounts.number(count["n"] or count["z"]) or 0)
    wanted = _wanted(slip)
    if wanted:
        slip.take_all(
            rf"(?:{_MOST}\s*)?(?<!\x00)\x00[\x00\s]*(?:long|in length|in total|max(?:imum)?|or (?:less|so)|tops|at most)\b|左右|以内|之内|长(?=[，,。\s\x00]|$)|{_MOST}(?=\s*\x00)"
        )
        said["duration_ms"] = clamped(wanted, remarks)
    elif slip.take(r"\b(?:very short|super short|quick) (?=video|clip)|(?:超短)"):
        said["duration_ms"] = 10_000
    return said


def _wanted(slip: Blotter) -> int:
    """Milliseconds: the middle of a range, a duration, or a clock; 0 where none is named."""
    both = _BETWEEN.search(slip.text)
    if both:
        last = amounts.durations(both["b"])[0].value
        first = (amounts.number(both["a"]) or 0) * (60_000 if re.search(r"min|分", both["b"], re.IGNORECASE) else 1000)
        if 0 < first < last:
            slip.blot(both.start(), both.end())
            return int((first + last) // 2 // 1000 * 1000)
    clock = [each for each in amounts.clocks(slip.text) if 0 < each.value <= 3_600_000]
    found = amounts.durations(slip.text) or clock
    for each in found:
        if each.value == found[0].value:
            slip.blot(each.start, each.end)
    return int(found[0].value) if found else 0


def clamped(wanted_ms: int, remarks: list[Remark]) -> int:
    """A length this engine makes; when it is not the one asked for, that is remarked."""
    if wanted_ms > LONGEST_MS:
        remarks.append(Remark("too_long", str(LONGEST_MS // 60_000)))
    elif wanted_ms < SHORTEST_MS:
        remarks.append(Remark("too_short", str(SHORTEST_MS // 1000)))
    return min(LONGEST_MS, max(SHORTEST_MS, wanted_ms))
