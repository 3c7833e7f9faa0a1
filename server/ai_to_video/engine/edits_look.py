"""Orders about how it looks and sounds as a whole: shape, colours, theme, tone, music, voice. Pure."""

import re
from dataclasses import replace

from ..timeline import AUDIO, Clip, Timeline, Track, edit
from ..timeline.describe import line
from . import amounts
from .director import MOOD_NAMES, STYLES
from .edits_text import SECONDS
from .order import Done, Order, Rule
from .receipts import receipt, word
from .replies import spoken_length
from .speaker import USUAL, speaker
from .storyboard import ASPECTS
from .tastes import LANGUAGES, MOODS, SHAPES, TONES
from .themes import THEMES
from .voice_pace import roomy
from .wishes import understand

MUSIC = r"\b(?:background[- ])?(?:music|bgm|soundtrack|song|tune|audio track|beats?)\b|(?:背景)?(?:音乐|配乐)"
_LOUDER = r"\b(?:louder|up|increase|raise|boost|more)\b|大声|大一点|调大|调高|提高|加大|增大"
_QUIETER = r"\b(?:quieter|softer|down|lower|reduce|decrease|less|too loud)\b|小声|小一点|调小|调低|降低|减小|轻一点"


# --- music ----------------------------------------------------------------------------------------------------------


def music(order: Order) -> Done | None:
    item = order.upload()
    spoken = order.has(rf"{MUSIC}|\bvolume\b|音量")
    if item is not None and item.kind == "audio":
        return _played(order, item.name)
    if order.has(r"\bmute\b|静音") and not order.which():
        return _silenced(order)
    if not spoken:
        return None
    if order.has(
        rf"\b(?:remove|delete|no|without|drop|turn off|switch off|stop|kill|get rid of|lose|"
        rf"take out)\b.{{0,16}}?(?:{MUSIC})|(?:{MUSIC})\W+off\b|"
        r"(?:去掉|删除|删掉|不要|关闭|关掉|移除|取消)(?:背景)?(?:音乐|配乐)|(?:音乐|配乐)(?:去掉|删除|删掉|关掉|关闭)"
    ):
        return _silenced(order)
    if order.has(r"\bfad(?:e|es|ing)\b|淡入|淡出"):
        return _faded(order)
    share = amounts.percents(order.words)
    if share or order.has(f"{_LOUDER}|{_QUIETER}"):
        return _levelled(order, share[0].value if share else None)
    mood = next((name for name, words in MOODS.items() if order.has(rf"\b(?:{words})\b|(?:{words})(?![a-z])")), "")
    if mood:
        return _tuned(order, mood)
    if order.has(r"\b(?:add|put|include|turn on|bring back|want|need)\b|加|配|恢复|打开"):
        if order.music is not None:
            return order.refused("already")
        return _tuned(order, str(order.timeline.metadata.get("mood") or "lofi"))
    if order.has(r"\b(?:change|switch|different|another|other|new)\b|换"):
        now = str(order.timeline.metadata.get("mood") or "lofi")
        names = list(MOODS)
        return _tuned(order, names[(names.index(now) + 1) % len(names)] if now in names else "lofi")
    return None


def _silenced(order: Order) -> Done:
    if order.music is None:
        return order.refused("already")
    timeline = edit.remove_track(order.timeline, order.music)
    return order.done(order.shown(timeline, mood=""), "music_off")


def _played(order: Order, name: str) -> Done:
    facts = {"role": "music", "fade_in_ms": 400, "fade_out_ms": 1500}
    clip = Clip(0, order.length, name, volume=_level(order), source=name, metadata=facts)
    return order.done(_with_music(order, clip, ""), "music_upload", name=name)


def _tuned(order: Order, mood: str) -> Done:
    clip = _clip(order)
    if clip is not None and clip.metadata.get("mood") == mood and not clip.source:
        return order.refused("already")
    facts = {"role": "music", "mood": mood, "fade_in_ms": 400, "fade_out_ms": min(1500, order.length // 4)}
    new = Clip(0, order.length, MOOD_NAMES[mood], volume=_level(order), metadata=facts)
    return order.done(_with_music(order, new, mood), "music_kind", mood=MOOD_NAMES[mood])


def _with_music(order: Order, clip: Clip, mood: str) -> Timeline:
    index = order.music
    if index is None:
        track = Track(AUDIO, (clip,), {"role": "music"})
        timeline = edit.add_track(order.timeline, track, at=0 if order.pictures is None else order.pictures + 1)
    else:
        tracks = list(order.timeline.tracks)
        tracks[index] = replace(tracks[index], clips=(clip,))
        timeline = replace(order.timeline, tracks=tuple(tracks))
    return order.shown(timeline, mood=mood)


def _clip(order: Order) -> Clip | None:
    index = order.music
    clips = order.timeline.tracks[index].clips if index is not None else ()
    return clips[0] if clips else None


def _level(order: Order) -> int:
    clip = _clip(order)
    return 35 if clip is None or clip.volume is None else clip.volume


def _levelled(order: Order, share: float | None) -> Done:
    index = order.music
    if index is None or _clip(order) is None:
        return order.refused("no_music")
    now = _level(order)
    down = bool(order.has(_QUIETER)) and not order.has(r"\b(?:louder|raise|increase|up)\b|调大|大声|提高|加大")
    if share is None:
        wanted = round(now * 0.6) if down else round(now * 1.5) or 20
    elif order.has(r"\bby\b|(?:降低|减小|提高|增大|加大)(?!到|至|为)") and not order.has(r"\bto\b|到|至"):
        wanted = round(now * (1 - share / 100)) if down else round(now * (1 + share / 100))
    else:
        wanted = round(share)
    wanted = min(200, max(0, wanted))
    if wanted == now:
        return order.refused("already")
    return order.done(edit.set_volume(order.timeline, index, 0, wanted), "music_volume", percent=wanted)


def _faded(order: Order) -> Done:
    index = order.music
    if index is None or _clip(order) is None:
        return order.refused("no_music")
    found = amounts.durations(order.words)
    length = int(found[0].value) if found else 2000
    length = min(length, order.length // 2)
    into = bool(order.has(r"\bfad(?:e|es|ing)[ -]in\b|淡入"))
    out = bool(order.has(r"\bout\b|淡出|\bend\b|结尾")) or not into
    facts = ({"fade_in_ms": length} if into else {}) | ({"fade_out_ms": length} if out else {})
    which = (" and " if order.tongue == "en" else "").join(
        word(name, order.tongue) for name, on in (("in", into), ("out", out)) if on
    )
    timeline = edit.set_metadata(order.timeline, index, 0, facts)
    return order.done(timeline, "music_fade", which=which, seconds=f"{length / 1000:g}")


def picture_fade(order: Order) -> Done | None:
    """Fading to black is no transition between scenes; the music is what can fade."""
    if not order.has(r"\bfad(?:e|es|ing)(?: in| out| to)\b|淡入|淡出|黑场") or order.has(r"\btransitions?\b|转场"):
        return None
    if order.music is not None and not order.has(r"\bblack\b|\bpicture\b|\bvideo\b|黑|画面"):
        return _faded(order)
    return order.refused("no_picture_fade")


# --- voice, language ------------------------------------------------------------------------------------------------


def voice(order: Order) -> Done | None:
    told = speaker(order.words)
    asked = bool(told.spans) or order.has(
        r"\bvoice-?\s?overs?\b|\bnarrat(?:ion|or|e)\b|\bvoice\b|\bread (?:it )?aloud\b|配音|旁白|解说|朗读"
    )
    if not asked:
        return None
    facts = order.timeline.metadata
    now, pace = facts.get("voice") or False, facts.get("voice_pace") or USUAL
    if order.has(r"\b(?:no|without|remove|delete|turn off|mute|drop|stop)\b|\boff\b|去掉|删除|关闭|关掉|不要"):
        return order.done(order.shown(order.timeline, voice=False), "voice_off") if now else order.refused("already")
    wanted: dict[str, object] = {"voice": told.name or now or True, "voice_pace": told.pace(int(pace))}
    if wanted == {"voice": now, "voice_pace": pace}:
        return order.refused("already")
    film = roomy(order.shown(order.timeline, **wanted))
    verb = f"voice_{told.name}" if told.name else "voice_pace" if now else "voice_on"
    done = order.done(film, verb, percent=wanted["voice_pace"])
    if film.duration_ms == order.timeline.duration_ms:
        return done
    longer = receipt("length", order.tongue, length=spoken_length(edit.length(film), order.tongue))
    return replace(done, said=f"{done.said}{' ' * (order.tongue == 'en')}{longer}")


def language(order: Order) -> Done | None:
    names = (
        "|".join(LANGUAGES.values())
        + r"|spanish|french|german|japanese|korean|italian|portuguese|russian|arabic|hindi|日语|日文|韩语|"
        r"韩语|法语|德语|西班牙语"
    )
    if order.has(rf"\btranslat|\b(?:in|into|to) (?:{names})\b|翻译|(?:改成|换成|用)(?:{names})"):
        return order.refused("no_translation")
    return None


# --- look -----------------------------------------------------------------------------------------------------------


def aspect(order: Order) -> Done | None:
    shape = next(
        (name for name, words in SHAPES.items() if order.has(rf"(?<![A-Za-z0-9_:])(?:{words})(?![A-Za-z0-9])")), ""
    )
    if not shape:
        return None
    width, height = ASPECTS[shape]
    if (order.timeline.width, order.timeline.height) == (width, height):
        return order.refused("already")
    timeline = replace(order.shown(order.timeline, aspect=shape), width=width, height=height)
    name = {"9:16": "vertical", "16:9": "widescreen", "1:1": "square"}[shape]
    return order.done(timeline, "aspect", shape=word(name, order.tongue), aspect=shape)


def theme(order: Order) -> Done | None:
    named = order.has(rf"\b(?P<n>{'|'.join(THEMES)})\b")
    dark = order.has(
        r"\b(?P<d>dark)(?:er)?\b(?: theme| mode| look| style| background)|\b(?P<l>light|"
        r"bright)(?:er)? (?:theme|mode|look|style|background)|(?P<dz>深色|暗色)(?:主题|模式|风格|背景)|"
        r"(?P<lz>浅色|亮色)(?:主题|模式|风格|背景)"
    )
    if named and order.has(r"\b(?:theme|style|look|palette|template)\b|主题|风格"):
        name = named["n"].lower()
    elif dark:
        name = "ink" if dark["d"] or dark["dz"] else "paper"
    else:
        return None
    if order.timeline.metadata.get("theme") == name and not order.timeline.metadata.get("palette"):
        return order.refused("already")
    return order.done(order.shown(order.timeline, theme=name, palette={}), "theme", theme=name)


def colours(order: Order) -> Done | None:
    """ "blue background", "change the accent colour to #ff8800", "配色改成蓝白"."""
    if order.has(r"\b(?:captions?|subtitles?|title)\b|字幕|标题"):
        return None
    wish = understand(HELD.sub("", order.words)).wishes.palette
    if not wish:
        return None
    kept = dict(order.timeline.metadata.get("palette") or {})
    if not order.has(r"\b(?:background|text|accent|words|letters)\b|背景|文字|强调"):
        kept = {}
    what = ", ".join(word(role, order.tongue, c=value) for role, value in wish.items())
    return order.done(order.shown(order.timeline, palette={**kept, **wish}), "colours", what=what)


HELD = re.compile(r"⟦\d+⟧")


def tone(order: Order) -> Done | None:
    """ "make it more playful", "更有活力一点"."""
    name = next((name for name, words in TONES.items() if order.has(rf"\b(?:{words})\b|(?:{words})(?![a-z])")), "")
    if not name or order.which():
        return None
    looks, mood = STYLES[name]
    timeline = order.shown(order.timeline, tone=name, theme=looks[0], palette={})
    index = order.music
    if index is not None and timeline.tracks[index].clips and not timeline.tracks[index].clips[0].source:
        clip = timeline.tracks[index].clips[0]
        tuned = replace(clip, name=MOOD_NAMES[mood], metadata={**clip.metadata, "mood": mood})
        timeline = order.shown(edit.replace_clip(timeline, index, 0, tuned), mood=mood)
    if timeline == order.timeline:
        return order.refused("already")
    return order.done(timeline, "tone", tone=word(name, order.tongue), mood=MOOD_NAMES[mood])


# --- questions, and what nobody can do ------------------------------------------------------------------------------


def asked(order: Order) -> Done | None:
    """A question about the video, or a wish for the file, changes nothing."""
    if order.has(r"^\W*(?:please )?(?:export|download|save|render)\b.{0,40}$|^\W*(?:导出|汇出|下载|保存|储存)"):
        return order.refused("export")
    if order.has(
        r"\b(?:what(?:'s| is| does)?|show|list|describe|tell me)\b.{0,30}\b(?:timeline|tracks|video|"
        r"scenes|look)\b|(?:什么样|状态|状態|时间线|时间轴|轨道)"
    ):
        return order.refused("overview", line=line(order.timeline))
    return None


_MISSING = (
    (
        (
            r"\b(?:blur|crop|rotate|flip|mirror|green ?screen|chroma|stabili[sz]e|remove background)\b|模糊|"
            r"旋转|镜像|绿幕|抠图"
        ),
        "picture effects",
        "画面特效",
        "畫面特效",
    ),
    (
        (
            r"\b(?:filter|grain|vignette|lut|colou?r grad(?:e|ing)|contrast|saturation|brightness)\b|滤镜|"
            r"滤镜|调色|对比度|饱和度|亮度"
        ),
        "filters",
        "滤镜",
        "濾鏡",
    ),
    (
        (
            r"\b(?:sticker|emoji|gif overlay|overlay|watermark|particles?|explosion|3d|hologram|avatar|"
            r"green)\b|贴纸|水印|浮水印|粒子|虚拟人|虚擬人|数字人"
        ),
        "overlays or avatars",
        "贴纸、水印或数字人",
        "貼紙、浮水印或數字人",
    ),
    (r"\bfont\b|字体", "choice of single fonts (themes bring their own)", "单独选择字体的", "单独选择字体的"),
    (r"\bsound effects?\b|\bsfx\b|音效", "sound effects", "音效", "音效"),
)


def impossible(order: Order) -> Done | None:
    for words, english, simple, traditional in _MISSING:
        if order.has(words):
            return order.refused(
                "not_available", what={"en": english, "zh-CN": simple, "zh-TW": traditional}[order.tongue]
            )
    return None


RULES: tuple[Rule, ...] = (music, voice, language, aspect, theme, colours, picture_fade, tone, asked, impossible)
LENGTHS = SECONDS
