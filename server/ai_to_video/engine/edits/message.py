"""A message about a finished video → the changed video and what to say of it. Orders are told apart, then each is done
by the first rule that knows it; what no rule knows is said and left alone. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ...timeline import VIDEO, Media, Timeline
from ...timeline.edit import find, set_metadata
from ..language.hanzi import simpler
from ..prompt.typos import mended
from ..replies import EN, sentence, tongue
from ..storyboard import Remark
from . import look as edits_look
from . import pictures as edits_pictures
from . import scenes as edits_scenes
from . import sound as edits_sound
from . import talk as edits_talk
from . import time as edits_time
from . import title as edits_title
from . import words as edits_text
from .clauses import free, goes_on, hold, is_preface, orders, parted, readings, subject
from .order import Done, Order
from .pointing import SEEN

RULES = (
    edits_talk.kept,
    edits_talk.asked,
    edits_talk.beyond,
    *edits_text.RULES[:3],
    edits_scenes.transition,
    edits_title.title,
    edits_text.emphasis,
    edits_sound.muted,
    edits_sound.voice,
    edits_sound.music,
    edits_talk.language,
    edits_pictures.unpictured,
    *edits_scenes.RULES[:3],
    edits_text.corrected,
    edits_time.keep,
    edits_time.cut,
    edits_pictures.pictured,
    edits_time.speed,
    *edits_scenes.RULES[3:],
    edits_time.scene_length,
    edits_talk.impossible,
    edits_look.aspect,
    edits_look.picture_fade,
    edits_look.theme,
    edits_look.colours,
    edits_time.whole_length,
    edits_look.tone,
    edits_talk.told,
)
"""In the order they are asked; a rule that wants more to be there comes first."""

MOST_ORDERS = 20
MOST_CHARACTERS = 2_000


@dataclass(frozen=True, slots=True)
class Edited:
    """`said` is for the person, in the message's language; `whole` is False where a part could not be done."""

    timeline: Timeline
    said: str
    changed: bool
    verbs: tuple[str, ...] = ()
    whole: bool = True


def wants_undo(message: str) -> bool:
    return bool(_UNDO.match(simpler(message)))


_UNDO = re.compile(
    r"^\W*(?:please |can you |could you )?(?:undo|revert|go back|step back|roll ?back|"
    r"take (?:that|it) back|restore (?:the )?(?:previous|last|old) version|"
    r"undo (?:that|the last (?:change|edit)))\b.{0,40}$|^\W*(?:请)?(?:撤销|撤回|恢复上一步|回退|"
    r"返回上一步|取消上一步|复原|还原)",
    re.IGNORECASE,
)


def edit(message: str, timeline: Timeline, media: Sequence[Media] = (), language: str = "") -> Edited:
    """Never raises. A timeline that comes back unchanged is the very same value."""
    spoken = tongue(message, language)
    held, quotes = hold(mended(re.sub(r"\s+", " ", message[:MOST_CHARACTERS])))
    clauses = orders(held)[:MOST_ORDERS]
    desk = _Desk(Order("", quotes, _as_seen(timeline), media, spoken))
    for place, words in enumerate(clauses):
        desk.take(words, followed=place + 1 < len(clauses))
    said = [*desk.said, *(sentence(Remark("not_understood", free(words, quotes)), spoken) for words in desk.unknown)]
    if not said:
        said.append(sentence(Remark("not_understood", message.strip()[:80]), spoken))
    now = _unseen(desk.order.timeline) if desk.verbs else timeline
    gap = " " if spoken == EN else ""
    return Edited(now, gap.join(dict.fromkeys(said)), bool(desk.verbs), tuple(desk.verbs), desk.whole)


class _Desk:
    """Orders are done one after the other on a timeline; what became of each is kept."""

    def __init__(self, order: Order) -> None:
        self.order = order
        self.said: list[str] = []
        self.verbs: list[str] = []
        self.unknown: list[str] = []
        self.possible = True
        self._about = ""
        self._complained = False

    @property
    def whole(self) -> bool:
        return self.possible and not self.unknown

    def take(self, words: str, *, followed: bool) -> None:
        """One clause: its parts where each of them is an order, else the clause as it is."""
        about, self._about = self._about, subject(words) or self._about
        complained, self._complained = self._complained, followed and is_preface(words)
        if self._complained:
            return
        parts = parted(words)
        if len(parts) > 1 and is_preface(parts[0]):
            about, parts = subject(parts[0]) or about, parts[1:]
            words = words[words.index(parts[0]) :]
        done = self._all(parts, about) if len(parts) > 1 else []
        if not done:
            parts = [words]
            one = self._one(words, about, (), (), prefer=complained)
            done = [one] if one else []
        if not done:
            self.unknown.append(words)
        for each, part in zip(done, parts, strict=False):
            plain = each.possible or (each.answer and len(parts) == 1)
            self.said.append(each.said if plain else self._named(each.said, part))
            self.possible = self.possible and each.possible
            if each.verb:
                self.verbs.append(each.verb)
                self.order = replace(self.order, timeline=each.timeline)

    def _all(self, parts: Sequence[str], about: str) -> list[Done]:
        """What comes of every part in its turn; nothing unless each can be done."""
        before, done = self.order, list[Done]()
        for place, part in enumerate(parts):
            each = self._one(part, about, parts[:place], parts[place + 1 :])
            if each is None or not (each.possible or each.answer):
                break
            self.order = replace(self.order, timeline=each.timeline)
            done.append(each)
            about = subject(part) or about
        self.order = before
        return done if len(done) == len(parts) else []

    def _one(
        self, words: str, about: str, before: Sequence[str], after: Sequence[str], *, prefer: bool = False
    ) -> Done | None:
        """What comes of one part, read as it stands or, where that is no order, in the light of its neighbours."""
        prefer = prefer or goes_on(words, about)
        plain = None if prefer else _do(replace(self.order, own=words))
        if plain and (plain.possible or plain.answer):
            return plain
        for reading in readings(words, about, before, after):
            done = _do(replace(self.order, own=reading))
            if done and done.possible:
                return done
        return plain or (_do(replace(self.order, own=words)) if prefer else None)

    def _named(self, said: str, words: str) -> str:
        """A refusal says what it refuses."""
        asked = free(words, self.order.quoted)
        return f"“{asked}”：{said}" if self.order.tongue != EN else f'"{asked}": {said}'


def _do(order: Order) -> Done | None:
    for rule in RULES:
        done = rule(order)
        if done is not None:
            return done
    return None


def _as_seen(timeline: Timeline) -> Timeline:
    """Every scene with the number under which the person sees it, which holds for the whole message."""
    track = find(timeline, VIDEO)
    for place in range(len(timeline.tracks[track].clips) if track is not None else 0):
        timeline = set_metadata(timeline, track or 0, place, {SEEN: place + 1})
    return timeline


def _unseen(timeline: Timeline) -> Timeline:
    track = find(timeline, VIDEO)
    for place in range(len(timeline.tracks[track].clips) if track is not None else 0):
        timeline = set_metadata(timeline, track or 0, place, {SEEN: None})
    return timeline
