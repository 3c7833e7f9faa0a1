"""Orders about what is heard: the music and the voice. Pure."""

from dataclasses import replace

from ...timeline import AUDIO, Clip, Timeline, Track, edit
from ..director import MOOD_NAMES
from ..language import amounts
from ..prompt.speaker import USUAL, speaker
from ..prompt.tastes import MOODS, SOUNDS
from ..replies import spoken_length
from ..voice.pace import roomy
from .order import Done, Order, Rule
from .receipts import receipt, word

MUSIC = r"\b(?:background[- ])?(?:music|soundtracks?|songs?|tunes?|(?:audio |the |this |music )tracks?|beats?)\b|(?<![A-Za-z])bgm(?![A-Za-z])|(?:背景)?(?:音乐|配乐)"
LOUDEST = 200
_LOUDER = r"\b(?:louder|up|increase|raise|boost|more volume|double|twice)\b|大声|大一点|调大|调高|提高|加大|增大|响一点"
_QUIETER = r"\b(?:quieter|softer|down|lower|reduce|decrease|less|too loud|halve|half)\b|小声|小一点|调小|调低|降低|减小|轻一点|减半"
_FACTORS = r"\b(?P<half>halve|half)\b|\b(?P<twice>double|twice)\b|(?P<halfz>减半|一半)|(?P<twicez>加倍|翻倍)"
_ANOTHER = (
    r"\b(?:change|switch|swap|different|another|other|new|something|replace|more (?!volume|quiet|loud|soft))\b|换|改成"
)


# --- music ----------------------------------------------------------------------------------------------------------


def muted(order: Order) -> Done | None:
    """ "mute the whole video": neither music nor voice."""
    if order.which() or not order.has(
        r"\bmute\b.{0,16}\b(?:video|everything|all|film|clip)\b|\b(?:no|without|remove|turn off|kill) (?:any |all |the )*(?:sound|audio)\b(?! effects)|"
        r"\b(?:completely |totally )silent\b|(?:视频|影片|全部|全片|整个)静音|(?:不要|关掉|去掉)(?:所有|任何|全部)?声音"
    ):
        return None
    spoken = bool(order.timeline.metadata.get("voice"))
    if order.music is None and not spoken:
        return order.refused("already")
    timeline = order.shown(order.timeline, voice=False)
    if order.music is not None:
        timeline = replace(order, timeline=timeline).shown(edit.remove_track(timeline, order.music), mood="")
    return order.done(timeline, "all_silent")


def music(order: Order) -> Done | None:
    item = order.upload()
    if item is not None and item.kind == "audio":
        return _played(order, item.name)
    if order.has(r"\bmute\b|静音") and not order.which():
        return _silenced(order)
    sounds = "|".join(SOUNDS.values())
    if not order.has(rf"{MUSIC}|\bvolume\b|音量|\b(?:{sounds})\b|(?:{sounds})曲"):
        return None
    if order.has(r"\bfad(?:e|es|ing)\b|淡入|淡出"):
        return _faded(order)
    if order.has(
        rf"\b(?:remove|delete|no|without|drop|turn off|switch off|stop|kill|get rid of|lose|"
        rf"take out)\b.{{0,16}}?(?:{MUSIC})|(?:{MUSIC})\W+(?:off|out|away)\b|\bturn\b.{{0,16}}(?:{MUSIC})\s+off|"
        rf"(?:去掉|删除|删掉|不要|关闭|关掉|移除|取消)(?:{MUSIC})|(?:{MUSIC})(?:都|全部?|也|全都)?(?:去掉|删除|删掉|拿掉|关掉|关闭|不要)"
    ):
        return _silenced(order)
    named = order.has(
        r"\b(?:by|from)\s+(?P<who>(?-i:[A-Z])[\w.'’]+(?: (?-i:[A-Z])[\w.'’]+)*)|(?P<zh>[^，。用换成把]{2,8})的(?:歌|曲子)"
    )
    if named:
        return order.refused("not_that_music", who=named["who"] or named["zh"])
    mood = next(
        (
            name
            for name, words in (*MOODS.items(), *SOUNDS.items())
            if order.has(rf"\b(?:{words})\b|(?:{words})(?![a-z])")
        ),
        "",
    )
    share = amounts.percents(order.words)
    if share and order.has(r"\b(?:minus|negative)\b|(?<!\w)-\s?\d|负"):
        return order.refused("volume_bounds", most=LOUDEST)
    louder = order.has(f"{_LOUDER}|{_QUIETER}|{_FACTORS}")
    if mood and not (louder and mood == "ambient" and not order.has(_ANOTHER)):
        done = _tuned(order, mood)
        if not share:
            return done
        level = _levelled(replace(order, timeline=done.timeline), share[0].value)
        if not (done.possible and level.possible):
            return done if done.possible else level
        gap = " " if order.tongue == "en" else ""
        return replace(level, said=f"{done.said}{gap}{level.said}")
    if share or louder:
        return _levelled(order, share[0].value if share else None)
    if order.has(_ANOTHER):
        now = str(order.timeline.metadata.get("mood") or "lofi")
        names = list(MOODS)
        return _tuned(order, names[(names.index(now) + 1) % len(names)] if now in names else "lofi")
    if order.has(r"\b(?:add|put|include|turn on|bring back|want|need)\b|加|配|恢复|打开"):
        if order.music is not None:
            return order.refused("already")
        return _tuned(order, str(order.timeline.metadata.get("mood") or "lofi"))
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
    factor = order.has(_FACTORS)
    if share is None and factor:
        wanted = now // 2 if factor["half"] or factor["halfz"] else now * 2
    elif share is None:
        wanted = round(now * 0.6) if down else round(now * 1.5) or 20
    elif order.has(r"\bby\b|(?:降低|减小|减少|调低|调小|提高|增大|加大|调高|调大)(?!到|至|为)") and not order.has(
        r"\bto\b|到|至"
    ):
        wanted = round(now * (1 - share / 100)) if down else round(now * (1 + share / 100))
    else:
        wanted = round(share)
        if down and wanted > now:  # "reduce it 50%" never makes it louder
            wanted = round(now * (1 - share / 100))
    if not 0 <= wanted <= LOUDEST:
        return order.refused("volume_bounds", most=LOUDEST)
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


# --- voice, language ------------------------------------------------------------------------------------------------


_READER = r"\bvoice-?\s?overs?\b|\bnarrat(?:ion|ors?|es?|ing)\b|\bvoices?\b|\bread(?:s|ing)? (?:it|this|the text)?\s*(?:aloud|out)?\b|\bspeaker\b|配音|旁白|解说|朗读|人声"
_NOBODY = (
    r"\b(?:no one|nobody|(?:don'?t|do not) want any(?:one|body)|without any(?:one|body)|no) (?:to be )?(?:talk|speak|read)(?:ing)?\b|"
    r"\b(?:stop|no) (?:talking|speaking|reading)\b|(?:不要|别)(?:说话|讲话|朗读|念)"
)
_PERSON = r"\b(?P<f>wom[ae]n|lady|girl|female)\b|\b(?P<m>man|guy|male)\b|(?P<fz>女)(?:声|生|的)|(?P<mz>男)(?:声|生|的)"
_SOMEBODY = (
    r"\b(?:voice of|read by|narrated by|spoken by|voiced by|sound like|sounds like) (?P<who>(?!an? |the )[\w.'’ -]{2,40})|"
    r"(?P<who2>(?-i:[A-Z])[\w.]+ (?-i:[A-Z])[\w.]+)['’]s voice|(?:用|换成)(?P<zh>[^，。男女]{2,8})的(?:声音|嗓音)"
)


def voice(order: Order) -> Done | None:
    told = speaker(order.words)
    silent = order.has(_NOBODY)
    if not (told.spans or silent or order.has(_READER)) or order.has(MUSIC):
        return None
    facts = order.timeline.metadata
    now, pace = facts.get("voice") or False, facts.get("voice_pace") or USUAL
    if silent or order.has(
        r"\b(?:no|without|remove|delete|turn off|mute|drop|stop|get rid of|lose)\b|\boff\b|去掉|删除|删掉|关闭|关掉|不要|取消"
    ):
        return order.done(order.shown(order.timeline, voice=False), "voice_off") if now else order.refused("already")
    somebody = order.has(_SOMEBODY)
    if somebody and not told.name:
        return order.refused("not_that_voice", who=(somebody["who"] or somebody["who2"] or somebody["zh"]).strip())
    if not told.spans and now and (order.has(f"{_LOUDER}|{_QUIETER}") or amounts.percents(order.words)):
        return _spoken_louder(order)
    person = order.has(_PERSON)
    name = told.name or (("female" if person["f"] or person["fz"] else "male") if person else "")
    wanted: dict[str, object] = {"voice": name or now or True, "voice_pace": told.pace(int(pace))}
    if wanted == {"voice": now, "voice_pace": pace}:
        return order.refused("already")
    film = roomy(order.shown(order.timeline, **wanted))
    verb = f"voice_{name}" if name else "voice_pace" if now else "voice_on"
    done = order.done(film, verb, percent=wanted["voice_pace"])
    if film.duration_ms == order.timeline.duration_ms:
        return done
    longer = receipt("length", order.tongue, length=spoken_length(edit.length(film), order.tongue))
    return replace(done, said=f"{done.said}{' ' * (order.tongue == 'en')}{longer}")


def _spoken_louder(order: Order) -> Done:
    told = order.timeline.metadata.get("voice_volume")
    now = int(told) if isinstance(told, int | float) else 100
    share = amounts.percents(order.words)
    down = bool(order.has(_QUIETER)) and not order.has(r"\b(?:louder|raise|increase|up)\b|大声|调大|提高|加大")
    wanted = round(share[0].value) if share else round(now * (0.75 if down else 1.3))
    if not 0 <= wanted <= LOUDEST:
        return order.refused("volume_bounds", most=LOUDEST)
    if wanted == now:
        return order.refused("already")
    return order.done(order.shown(order.timeline, voice_volume=wanted), "voice_volume", percent=wanted)


RULES: tuple[Rule, ...] = (muted, voice, music)
