"""What the director plans: a Storyboard of Scenes, and the remarks a person should hear about it. Pure values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

TITLE, STATEMENT, LIST, NUMBER, QUOTE, PHOTO, CLIP, CLOSE = (
    "title",
    "statement",
    "list",
    "number",
    "quote",
    "photo",
    "clip",
    "close",
)
KINDS = (TITLE, STATEMENT, LIST, NUMBER, QUOTE, PHOTO, CLIP, CLOSE)
ASPECTS: Mapping[str, tuple[int, int]] = {"9:16": (1080, 1920), "16:9": (1920, 1080), "1:1": (1080, 1080)}
SHORTEST_MS, LONGEST_MS = 3_000, 600_000
SCENE_MS = 2_200
"""The least a scene needs to be read."""


@dataclass(frozen=True, slots=True)
class Scene:
    """One idea on screen.

    `words` is what would be spoken (and captioned); `headline`, `body`, `items`, `number` what is drawn; `keyword` a
    stretch of the words to stress; `media` the name of an upload; `weight` (0-1) how much would be missed without it.
    """

    kind: str
    words: str = ""
    headline: str = ""
    body: str = ""
    keyword: str = ""
    items: tuple[str, ...] = ()
    number: str = ""
    media: str = ""
    transition: str = "fade"
    duration_ms: int = 0
    weight: float = 0.5


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to tell the person; `kind` names the sentence in replies.py, `detail` and `more` fill it."""

    kind: str
    detail: str = ""
    more: str = ""


@dataclass(frozen=True, slots=True)
class Storyboard:
    """`mood` is the music ("" for none) and `music_volume` its percent; `music` the name of an upload that replaces it.
    `captions` and `voice` are on or off; `lettering` and `heading` say how captions and title look (color, position, size,
    style), as far as that was asked for; `narrator` is "male", "female", the name of a voice, or "" for the usual one, and
    `voice_pace` its percent of the usual speed; `fades` are the milliseconds of "fade_in_ms" and "fade_out_ms", as far as those
    were asked for; `seed` settles every choice that taste could make either way."""

    title: str
    scenes: tuple[Scene, ...]
    aspect: str = "9:16"
    tone: str = "calm"
    theme: str = ""
    palette: Mapping[str, str] = field(default_factory=dict)
    language: str = "en"
    mood: str = "lofi"
    music: str = ""
    music_volume: int = 35
    captions: bool = True
    lettering: Mapping[str, str] = field(default_factory=dict)
    heading: Mapping[str, str] = field(default_factory=dict)
    voice: bool = False
    narrator: str = ""
    voice_pace: int = 100
    fades: Mapping[str, int] = field(default_factory=dict)
    seed: int = 0
    remarks: tuple[Remark, ...] = ()

    @property
    def duration_ms(self) -> int:
        return sum(scene.duration_ms for scene in self.scenes)

    def spoken(self) -> dict[str, Any]:
        """How it is read aloud, as a plan and a timeline tell it: "voice" is False, True, or who speaks."""
        paced = {} if self.voice_pace == 100 else {"voice_pace": self.voice_pace}
        return {"voice": (self.narrator or True) if self.voice else False, **paced}

    def as_plan(self) -> dict[str, Any]:
        """The storyboard as JSON values, the same shape `plan.py` reads."""
        styles = {"caption_style": dict(self.lettering), "title_style": dict(self.heading)}
        return {
            "title": self.title,
            "aspect": self.aspect,
            "tone": self.tone,
            "theme": self.theme,
            "palette": dict(self.palette),
            "language": self.language,
            "music": self.music or self.mood or "none",
            "music_volume": self.music_volume,
            "captions": self.captions,
            **{name: style for name, style in styles.items() if style},
            **self.spoken(),
            **{name.removesuffix("_ms"): length / 1000 for name, length in self.fades.items()},
            "scenes": [_scene(scene) for scene in self.scenes],
        }


def _scene(scene: Scene) -> dict[str, Any]:
    facts: dict[str, Any] = {
        "kind": scene.kind,
        "seconds": scene.duration_ms / 1000,
        "words": scene.words,
        "headline": scene.headline,
        "body": scene.body,
        "keyword": scene.keyword,
        "items": list(scene.items),
        "number": scene.number,
        "media": scene.media,
        "transition": scene.transition,
    }
    return {key: value for key, value in facts.items() if value}
