"""A message becomes a Storyboard, a Storyboard a Timeline: the rules of taste. Pure.

prompt ─ brief ─► wishes + text ─ reading ─► Document ─ digest ─► Points ─ staging ─► Scenes ─ lay_out ─► Timeline
"""

import re
import zlib
from collections.abc import Sequence
from dataclasses import replace

from ..timeline import AUDIO, TEXT, VIDEO, Clip, Media, Timeline, Track
from . import plan
from .casting import cast
from .language.digest import DENSEST, Point, choose, points, tighten
from .language.keywords import Vocabulary, keyword, vocabulary
from .language.reading import LETTER, LIST, VERSE, Document, language_of, read, size
from .look.themes import theme
from .pacing import fitted, room, total_ms
from .prompt.brief import Brief, read_brief
from .prompt.speaker import USUAL
from .prompt.wishes import Wishes
from .staging import closing, is_call, seconds, stage
from .storyboard import ASPECTS, CLOSE, SCENE_MS, STATEMENT, TITLE, Remark, Scene, Storyboard

STYLES = {  # tone: themes that suit it, music that suits it
    "calm": (("ocean", "forest", "paper"), "ambient"),
    "energetic": (("sunset", "aurora"), "upbeat"),
    "corporate": (("slate", "ink"), "corporate"),
    "playful": (("candy",), "playful"),
    "cinematic": (("ink", "ocean"), "cinematic"),
    "": (("aurora", "ocean", "sunset", "forest", "slate"), "lofi"),
}
MOOD_NAMES = {
    "lofi": "Lo-fi",
    "ambient": "Ambient",
    "upbeat": "Upbeat",
    "corporate": "Corporate",
    "playful": "Playful",
    "cinematic": "Cinematic",
}


LONGEST_TITLE = 110


def compose(prompt: str, media: Sequence[Media] = (), *, older: Wishes | None = None) -> Storyboard:
    """The plan of a video. Without a word to show it has no scenes and a remark that says so; never raises.

    `older` are wishes of an earlier message that hold where this one says nothing.
    """
    prompt = prompt.encode("utf-8", "ignore").decode()
    planned = plan.read_plan(prompt, media)
    if planned:
        return planned
    brief = read_brief(prompt, [item.name for item in media])
    if older:
        brief = replace(brief, wishes=brief.wishes.over(older))
    return direct(brief, media)


def direct(brief: Brief, media: Sequence[Media] = (), *, take: int = 0) -> Storyboard:
    """A storyboard from what was understood of a prompt; another `take` makes other choices of taste."""
    document = read(brief.text) if brief.text else read("")
    remarks = list(brief.remarks)
    if document.cut:
        remarks.append(Remark("text_cut"))
    if not document.blocks and not document.title:
        if not LETTER.search(brief.topic):
            if brief.commanded and not brief.text and any(item.kind in {"image", "video"} for item in media):
                return _pictured(brief, media, remarks, take)
            shown = bool(brief.text.strip())
            return Storyboard("", (), remarks=(*remarks, Remark("no_words" if shown else "no_text")))
        return _topical(brief, media, remarks, take)
    return _textual(brief, document, media, remarks, take)


def _textual(brief: Brief, document: Document, media: Sequence[Media], remarks: list[Remark], take: int) -> Storyboard:
    wishes, language = brief.wishes, document.language
    known = vocabulary([part for block in document.blocks for part in (*block.parts, block.text) if part], language)
    found = list(points(document, known))
    named = wishes.title or document.title or (_capital(brief.topic) if _fresh(brief.topic) else "")
    if wishes.verbatim:
        return _unchanged(brief, named, found, known, media, remarks, take)
    title, found = ("", found) if wishes.untitled else _opening(named, found, known)
    last, found = _ending(wishes.close, found, language)
    length = total_ms(wishes.duration_ms, found, language, media)
    if not wishes.duration_ms:
        remarks.append(Remark("length_chosen", str(round(length / 1000))))
    opener = _card(title, known)
    closer = closing(title, last, language, known)
    chosen = choose(found, room(length, opener, closer, language), language)
    if len(chosen) < len(found):
        remarks.append(Remark("shortened"))
    told: list[Point] = []
    for place, point in enumerate(chosen):
        before = chosen[place - 1] if place else None
        told.append(replace(point, text=tighten(point, before, language)))
    middle = stage(told, known, used=(opener.keyword,))
    scenes = (*([opener] if title else []), *middle, *([closer] if closer.headline else []))
    return _finished(brief, scenes, title, language, media, length, remarks, take)


def _unchanged(
    brief: Brief,
    title: str,
    found: list[Point],
    known: Vocabulary,
    media: Sequence[Media],
    remarks: list[Remark],
    take: int,
) -> Storyboard:
    """Every word as it was written and in its order; a length too short for them gives way, and that is said."""
    wishes, language = brief.wishes, known.language
    if not title and not wishes.untitled and len(found) > 2 and found[0].length <= (9 if language == "en" else 16):
        title, found = found[0].text, found[1:]
    last, found = (wishes.close, found) if wishes.close or len(found) < 2 else (found[-1].text, found[:-1])
    opener = _card(title, known)
    scenes = [opener] if title else []
    scenes += stage(found, known, used=(opener.keyword,))
    if last:
        scenes.append(Scene(CLOSE, last, headline=last, keyword=keyword(last, known), weight=1.0))
    needed = -(
        -max(round(1000 * sum(seconds(scene, language) for scene in scenes) / DENSEST), SCENE_MS * len(scenes)) // 1000
    )
    length = max(total_ms(wishes.duration_ms, found, language, media), needed * 1000)
    if not wishes.duration_ms:
        remarks.append(Remark("length_chosen", str(round(length / 1000))))
    elif length > wishes.duration_ms:
        remarks.append(Remark("longer_for_words", str(round(length / 1000))))
    return _finished(brief, scenes, title, language, media, length, remarks, take)


def _card(title: str, known: Vocabulary) -> Scene:
    """The title card a video opens with."""
    return Scene(TITLE, title, headline=title, keyword=keyword(title, known), weight=1.0, transition="cut")


def _topical(brief: Brief, media: Sequence[Media], remarks: list[Remark], take: int) -> Storyboard:
    """A topic is not a text: the video shows the prompt's own words and claims nothing."""
    topic, language = brief.topic, language_of(brief.topic)
    known = vocabulary([topic], language)
    title = brief.wishes.title or _capital(topic)
    length = brief.wishes.duration_ms or 10_000
    remarks.append(Remark("topic_only", topic))
    opener = _card(title, known)
    terms = [phrase for phrase in dict.fromkeys(_terms(topic, known)) if phrase.lower() != title.lower()]
    middle = [Scene(STATEMENT, _capital(term), headline=_capital(term), keyword=term, weight=0.4) for term in terms[:4]]
    if length >= 9_000:
        seconds = round(length / 1000)
        line = f"{seconds}秒，看{topic}" if language == "zh" else f"{seconds} seconds on {_lowered(topic)}"
        middle.insert(0, Scene(STATEMENT, line, body=line, keyword=keyword(line, known) or topic, weight=0.5))
    closer = closing(title, brief.wishes.close, language, known)
    return _finished(brief, (opener, *middle, closer), title, language, media, length, remarks, take)


def _pictured(brief: Brief, media: Sequence[Media], remarks: list[Remark], take: int) -> Storyboard:
    """Pictures without a word: each is a scene of its own, behind a title only where one was wished for."""
    title, pictures = brief.wishes.title, [item for item in media if item.kind in {"image", "video"}]
    language = language_of(title)
    length = brief.wishes.duration_ms or max(6_000, sum(_showing(item) for item in pictures))
    scenes = [Scene(TITLE, title, headline=title, weight=1.0, transition="cut")] if title else []
    if brief.wishes.close:
        scenes.append(closing(title, brief.wishes.close, language, vocabulary([title], language)))
    return _finished(brief, scenes, title, language, media, length, remarks, take)


def _showing(item: Media) -> int:
    """How long a picture is looked at, or a clip runs, in milliseconds."""
    return min(8_000, item.duration_ms // 100 * 100) if item.kind == "video" and item.duration_ms >= 2_200 else 3_000


def _terms(topic: str, known: Vocabulary) -> list[str]:
    from .language.keywords import phrases

    return [phrase.text for phrase in phrases(topic, known)]


def _finished(
    brief: Brief,
    scenes: Sequence[Scene],
    title: str,
    language: str,
    media: Sequence[Media],
    length: int,
    remarks: list[Remark],
    take: int,
) -> Storyboard:
    """Style, uploads and times for scenes whose words are settled."""
    wishes = brief.wishes
    seed = zlib.crc32("\n".join(scene.words for scene in scenes).encode()) + take
    looks, mood = STYLES[wishes.tone]
    name = wishes.theme or looks[seed % len(looks)]
    dressed = tuple(
        replace(
            scene, transition=scene.transition if place == 0 else wishes.transition or _transition(name, place, seed)
        )
        for place, scene in enumerate(scenes)
    )
    played, music, unused = cast(dressed, media, wishes.places, length)
    remarks += unused
    scenes = fitted(played, length, language, wanted=wishes.scenes)
    if crowded := {scene.media for scene in played if scene.media} - {scene.media for scene in scenes}:
        remarks.append(Remark("unused_media", ", ".join(sorted(crowded))))
    if wishes.language and wishes.language != language:
        remarks.append(Remark("no_translation", wishes.language))
    return Storyboard(
        title=title,
        scenes=scenes,
        aspect=wishes.aspect or "9:16",
        tone=wishes.tone,
        theme=name,
        palette=dict(wishes.palette),
        language=language,
        mood=mood if wishes.mood is None else wishes.mood,
        music="" if wishes.mood == "" else music,
        music_volume=35 if wishes.music_volume is None else wishes.music_volume,
        captions=wishes.captions is not False,
        lettering=dict(wishes.lettering),
        heading=dict(wishes.heading),
        voice=bool(wishes.voice),
        narrator=wishes.narrator,
        voice_pace=wishes.voice_pace or USUAL,
        fades=wishes.fades(),
        seed=seed,
        remarks=tuple(dict.fromkeys(remarks)),
    )


def _transition(name: str, place: int, seed: int) -> str:
    """The look's own transition, with another now and then so that it does not tick like a clock."""
    own = theme(name).transition
    other = {"fade": "slide", "slide": "fade", "wipe": "fade", "zoom": "slide"}[own]
    return other if (place + seed) % 4 == 3 else own


# --- first and last words -------------------------------------------------------------------------------------------

_DEPENDENT = re.compile(
    r"^(?:when|if|although|though|while|because|since|as|after|before|in|on|at|for|with|by|to|"
    r"from|during|despite|until|once|unless|"
    r"according|given|unlike|like|under|over|instead|it|this|that|these|those|they|he|she|there|"
    r"we|i|you|and|but|so|not|both)\b",
    re.IGNORECASE,
)


def _opening(title: str, found: list[Point], known: Vocabulary) -> tuple[str, list[Point]]:
    """The hook: the text's own title, a short first sentence, its first clause, or what it is about."""
    language = known.language
    if title or not found:
        return _cut(title.strip()), found
    first = found[0]
    text = first.text.strip()
    if first.length <= (9 if language == "en" else 16) and not first.text.endswith((":", "：")) and len(found) > 1:
        return text.rstrip(".。"), found[1:]
    question = next(
        (
            point
            for point in found[:3]
            if point.text.endswith(("?", "？")) and point.length <= (11 if language == "en" else 18)
        ),
        None,
    )
    if question and len(found) > 2:
        return question.text, [point for point in found if point is not question]
    clause = re.split(r"\s*[,:;–—]\s+|[，：；—]", text, maxsplit=1)[0].strip()
    short = 2 <= size(clause, language) <= (8 if language == "en" else 12)
    if (
        short
        and clause != text.rstrip(".。")
        and keyword(clause, known)
        and (language == "zh" or not _DEPENDENT.match(clause))
    ):
        return clause, [_without(first, clause, language), *found[1:]]
    about = keyword(text, known, figures=False) or text
    if len(found) == 1 and first.length <= 14:
        return text.rstrip(".。"), []
    return _capital(_cut(about)), found


def _without(point: Point, clause: str, language: str) -> Point:
    """A first sentence less the clause that became the title, where the rest can stand alone."""
    rest = point.text[len(clause) :].strip()
    apposition = re.match(r"^[:;–—：；]\s*|^,\s+(?=(?:the|an?)\b)", rest, re.IGNORECASE)
    alone = rest[apposition.end() :].strip() if apposition else ""
    if size(alone, language) < (4 if language == "en" else 6):
        return point
    return replace(point, text=_capital(alone), length=size(alone, language))


def _ending(wish: str, found: list[Point], language: str) -> tuple[str, list[Point]]:
    """The text's last sentence closes the video when it is short enough to be read at a glance."""
    if wish or len(found) < 3:
        return wish, found
    last = found[-1]
    glance = last.length <= (13 if language == "en" else 20) and last.kind not in {LIST, VERSE}
    if glance and (not last.points_back or is_call(last.text, language)):
        return last.text, found[:-1]
    return "", found


def _fresh(topic: str) -> bool:
    """Does a topic beside a text say something ("our opening hours") rather than point at the text ("it", "this")?"""
    return bool(LETTER.search(topic)) and not re.match(r"(?:it|this|that|these|the following)\b", topic, re.IGNORECASE)


def _cut(text: str) -> str:
    """At most a line or two of large type, cut between words."""
    if len(text) <= LONGEST_TITLE:
        return text
    return (text[:LONGEST_TITLE].rsplit(" ", 1)[0] if " " in text[:LONGEST_TITLE] else text[:LONGEST_TITLE]) + "…"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _lowered(text: str) -> str:
    return (
        text[:1].lower() + text[1:]
        if text[1:2].islower() and text.split()[0].lower() in {"the", "a", "an", "why", "how", "what"}
        else text
    )


# --- the timeline ---------------------------------------------------------------------------------------------------


def lay_out(storyboard: Storyboard) -> Timeline:
    """The storyboard on tracks: scenes, music, title and captions.

    video     |-title-|-statement-|---number---|-close-|
    music     |-----------------------------------------|
    title     |-------|
    captions          |-----------|------------|-------|
    """
    width, height = ASPECTS[storyboard.aspect]
    pictures, captions = [], []
    at = 0
    for place, scene in enumerate(storyboard.scenes):
        end = at + scene.duration_ms
        pictures.append(_picture(scene, at, end, place))
        if scene.words and scene.kind not in {TITLE}:
            captions.append(Clip(at, end, text=scene.words, metadata={"role": "captions", **storyboard.lettering}))
        at = end
    tracks = [Track(VIDEO, tuple(pictures), {"role": "scenes"})]
    if storyboard.mood or storyboard.music:
        tracks.append(Track(AUDIO, (_music(storyboard, at),), {"role": "music"}))
    if storyboard.title and storyboard.scenes and storyboard.scenes[0].kind == TITLE:
        facts = {"role": "title", "position": "center", **storyboard.heading}
        shown = Clip(0, storyboard.scenes[0].duration_ms, text=storyboard.title, metadata=facts)
        tracks.append(Track(TEXT, (shown,), {"role": "title"}))
    if captions:
        tracks.append(Track(TEXT, tuple(captions), {"role": "captions"}))
    metadata = {
        "theme": storyboard.theme,
        "palette": dict(storyboard.palette),
        "aspect": storyboard.aspect,
        "fps": 30,
        "tone": storyboard.tone,
        "language": storyboard.language,
        "mood": storyboard.mood,
        "captions": storyboard.captions,
        **storyboard.spoken(),
        **storyboard.fades,
        "seed": storyboard.seed,
    }
    return Timeline(tuple(tracks), at, storyboard.title, width, height, metadata)


def _picture(scene: Scene, start: int, end: int, place: int) -> Clip:
    name = scene.headline if 0 < len(scene.headline) <= 40 else scene.keyword or scene.words[:40]
    facts = {
        "scene": scene.kind,
        "headline": scene.headline,
        "body": scene.body,
        "keyword": scene.keyword,
        "items": list(scene.items),
        "number": scene.number,
        "media": scene.media,
    }
    kept = {key: value for key, value in facts.items() if value}
    metadata = {**kept, "transition": "cut" if place == 0 else scene.transition, "weight": scene.weight}
    return Clip(start, end, name or scene.kind, source=scene.media, metadata=metadata)


def _music(storyboard: Storyboard, end: int) -> Clip:
    fades = {"role": "music", "mood": storyboard.mood, "fade_in_ms": 400, "fade_out_ms": min(1500, end // 4)}
    name = storyboard.music or MOOD_NAMES.get(storyboard.mood, storyboard.mood)
    return Clip(0, end, name, volume=storyboard.music_volume, source=storyboard.music, metadata=fades)


__all__ = ["CLOSE", "STATEMENT", "compose", "direct", "lay_out"]
