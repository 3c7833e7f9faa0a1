"""Wishes about what is heard: the music, how loud it is, whether someone reads, and who. Pure."""

import re
from typing import Any

from ..language import amounts
from ..storyboard import Remark
from .blotter import Blotter
from .speaker import speaker
from .tastes import MOODS, SOUNDS

MUSIC = r"(?:background[- ])?(?:music|bgm|soundtracks?|songs?|score|beats?|tunes?)\b"
MUSIC_ZH = r"(?:背景)?(?:音乐|配乐|bgm)"
_VOICE = r"(?:voice[- ]?overs?|narrat(?:ion|or|ed|e)|voice|spoken words|speech|speaker)\b"
_VOICE_ZH = r"(?:配音|旁白|人声|解说|朗读|画外音|念白)"
QUIET, LOUD = 18, 60
_SOFTLY = (
    r"(?:quiet|soft|low|subtle|faint|gentle)(?:er|ly)?(?: volume)?|not too loud|turned down|in the background|"
    r"(?:小声|轻声|低|小|轻)(?:一点点?|一些|点)?"
)
_LOUDLY = r"(?:loud|high)(?:er|ly)?(?: volume)?|turned up|(?:大声|响|大)(?:一点点?|一些|点)?"
_NONE = r"(?:no|without(?: any)?|skip(?: the)?|mute(?: the)?|remove(?: the)?|(?:don'?t|do not|never) (?:add|use|want|include|need|play)(?: any| an?)?)"
_NONE_ZH = r"(?:不要|不加|不用|不需要|别加|别用|无|没有|去掉|关闭)(?:任何|加)?"
_LEADING = r"(?:\bwith |\band |\bset to |\buse |\badd |\bsome |\ban? |\bin |\bplease ){0,6}"


def heard(slip: Blotter, remarks: list[Remark]) -> dict[str, Any]:
    said = _voice(slip, remarks)
    if slip.take(
        r"\b(?:(?:a |completely |totally ){0,6}(?:silent|soundless|mute) (?=(?:video|clip|film|movie|reel)\b)|no (?:sound|audio)(?: at all)?|"
        r"without (?:any )?(?:sound|audio)|nothing to hear(?: at all)?)|(?:无声|静音|没有声音|不要声音|不要任何声音)"
    ):
        slip.take(r"\bnothing to hear(?: at all)?")
        return {**said, "mood": "", "voice": False}
    return {**said, **_music(slip, remarks)}


# --- music ----------------------------------------------------------------------------------------------------------


def _music(slip: Blotter, remarks: list[Remark]) -> dict[str, Any]:
    said: dict[str, Any] = {}
    if slip.take(rf"\b{_NONE}\s+{MUSIC}|{MUSIC}:?\s+(?:off|none)\b|{_NONE_ZH}{MUSIC_ZH}|{MUSIC_ZH}(?:关掉|关闭|不要)"):
        return {"mood": ""}
    if (volume := _volume(slip)) is not None:
        said["music_volume"] = volume
    somebody = slip.take(
        rf"(?:\bwith |\buse |\bplay ){{0,6}}(?:{MUSIC}|\bsongs?\b) (?:by|of) (?P<who>(?!\x00)[^,.;\n\x00]{{2,40}})|"
        rf"用?(?P<whose>[^，。；\n\x00用]{{2,12}})的(?:歌曲?|曲子)(?:做|当|作为)?{MUSIC_ZH}?"
    )
    if somebody:
        remarks.append(Remark("not_that_music", slip.caught(somebody, "who", "whose")))
        return said
    words = f"{MUSIC}|{MUSIC_ZH}"
    for mood, names in MOODS.items():
        if slip.take(
            rf"{_LEADING}(?:\b(?:{names})|(?:{names})(?:一点|一些)?(?:的|风格的?)?)(?:[,\s]+(?:\w+[- ]){{0,2}}?)?\s*(?:{words}|"
            rf"\btracks?\b|曲)|(?:{words})\s*(?:should be|is|要|用|是|风格|[:：]|偏)?\s*(?:很|更|偏|a bit |very ){{0,6}}(?:{names})(?:一点|一些|的|点)*"
        ):
            said["mood"] = mood
            break
    else:
        for mood, names in SOUNDS.items():
            if slip.take(
                rf"{_LEADING}(?:\b(?:soft|calm|gentle|chill|nice|slow|fast) )?(?<!about )(?<!on )(?<!of )(?<!for )"
                rf"(?:\b(?:{names})\b(?=\s*(?:$|[,.;:!\n\x00]|at\b|and\b|in the background))|(?:{names})曲?)"
            ):
                said["mood"] = mood
                break
    if slip.take(
        rf"\b(?:{_SOFTLY})\s+(?:{words})|(?:{words}),?\s*(?:should be |is |kept |stays? |要|放|声|音量)*(?:{_SOFTLY})|"
        rf"(?:{words}|\x00(?:\s*in the background)?\s*)[,，、]\s*(?:keep it )?(?:quiet|low|soft)(?:ly)?(?=\W|$)|(?:小声|轻)的?{MUSIC_ZH}|(?:声音|音量)(?:{_SOFTLY})"
    ):
        said.setdefault("music_volume", QUIET)
    elif slip.take(
        rf"\b(?:{_LOUDLY})\s+(?:{words})|(?:{words}),?\s*(?:should be |is |要|放|声|音量)*(?:{_LOUDLY})|"
        rf"(?:{words}|\x00\s*)[,，、]\s*loud(?=\W|$)|大声的?{MUSIC_ZH}|(?:声音|音量)(?:{_LOUDLY})"
    ):
        said.setdefault("music_volume", LOUD)
    slip.take_all(
        rf"(?:\bwith |\band |\badd |\bsome |\bnice |\bgood |\bbackground |\bonly |\bjust ){{0,6}}{MUSIC}|(?:加上?|配上?|要有|带)?{MUSIC_ZH}"
    )
    return said


def _volume(slip: Blotter) -> int | None:
    share = rf"{amounts.DIGITS}\s*(?:[%％]|percent\b)|百分之{amounts.ZH_NUMBER}|{amounts.WORDED} percent|{amounts.ZH_NUMBER}成"
    sounds = "|".join([*MOODS.values(), *SOUNDS.values()])
    found = re.search(
        rf"(?:{MUSIC}|{MUSIC_ZH}|\bvolume|音量|(?:\b(?:{sounds})))[^,.;，。]{{0,16}}?(?P<at>(?:\b(?:at|to|volume)\b|音量|调到|"
        rf"\s|\x00)*(?P<p>{share})(?:\s*volume)?)|(?P<o>(?P<q>{share})\s*(?:volume|音量))",
        slip.text,
        re.IGNORECASE,
    )
    if not found:
        return None
    group = "at" if found["p"] else "o"
    value = amounts.percents(found[group])[0].value
    slip.blot(found.start(group), found.end(group))
    slip.take(r"\b(?:at |the )?volume\b|音量")
    return int(min(200, value))


_DIALECT = r"\b(?:in |with |have |has |having ){0,6}(?:an? )?(?-i:[A-Z])[a-z]+ (?:accent|dialect)\b|(?:用|带|说|讲)?(?:四川|广东|东北|上海|河南|陕西|湖南|天津|山东|闽南|台湾|客家|潮汕)(?:话|腔|口音)|(?:用|说|讲)?(?:粤语|台语|闽南语|客家话|方言)"
"""What no voice here can do."""

# --- voice ----------------------------------------------------------------------------------------------------------


def _voice(slip: Blotter, remarks: list[Remark]) -> dict[str, Any]:
    if slip.take(
        rf"\b{_NONE}\s+{_VOICE}|{_VOICE}:?\s+(?:off|none)\b|\b(?:don'?t|do not|never) (?:read|speak|say|narrate)\b(?: it| this| the text)?(?: aloud| out loud| out)?|"
        rf"\bno (?:one|body) (?:speaking|talking)\b|{_NONE_ZH}{_VOICE_ZH}"
    ):
        slip.take_all(rf"{_NONE_ZH}{_VOICE_ZH}")
        return {"voice": False}
    said: dict[str, Any] = {}
    named = slip.take(
        r"\b(?:narrated|read|spoken|voiced|voice-?over|narration)(?: aloud| out loud)? by (?P<who>(?!an? |the )(?-i:[A-Z])[\w.'’-]*(?: (?-i:[A-Z])[\w.'’-]*){0,3})|"
        r"\b(?:in |with |use ){0,6}(?:the )?voice of (?P<of>(?!an? )[^,.;:\n\x00]{2,40})|"
        r"用(?P<zh>(?!男|女)[^，。；：\n\x00用]{2,10})的(?:声音|嗓音)(?:来)?(?:朗读|配音|念)?"
    )
    if named:
        remarks.append(Remark("not_that_voice", slip.caught(named, "who", "of", "zh")))
        said["voice"] = True
    dialect = slip.take(_DIALECT)
    if dialect:
        remarks.append(Remark("not_that_voice_kind", slip.own[dialect.start() : dialect.end()].strip()))
        said["voice"] = True
    told = speaker(slip.text)
    for start, end in told.spans:
        slip.blot(start, end)
    if told.spans:
        said |= {"voice": True} | ({"narrator": told.name} if told.name else {})
        said |= {"voice_pace": told.pace()} if told.change != 1 else {}
    if slip.take_all(
        rf"(?:\bwith |\band |\badd |\bin |\ban? ){{0,6}}(?:\b(?:warm|deep|calm|ai|spoken|professional)\s+){{0,6}}{_VOICE}(?: on)?|"
        rf"(?:加上?|带|配上?|要有|用)?{_VOICE_ZH}|\b(?:read|narrate) (?:it|this|the (?:text|following|script))(?: aloud| out loud| out)?\b|\bread aloud\b"
    ):
        said.setdefault("voice", True)
    return said
