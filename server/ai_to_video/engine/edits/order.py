"""One thing a person wants changed: the words of an Order, the video it is about, and what came of it. Pure."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from ...timeline import AUDIO, TEXT, VIDEO, Clip, Media, Timeline, edit
from ..language.hanzi import simpler
from .pointing import SEEN, Pointed, pointed
from .receipts import receipt

HELD = re.compile(r"⟦(\d+)⟧")
ENDS_EN = r"(?:the )?(?:very )?(?:end|ending|last|back|bottom of the list)"


@dataclass(frozen=True, slots=True)
class Order:
    """`own` is one clause as it was written, `words` the same in Simplified signs, which the rules look at; what stood
    in quotes is held apart in `quoted` and marked ⟦0⟧, ⟦1⟧ in both."""

    own: str
    quoted: tuple[str, ...]
    timeline: Timeline
    media: Sequence[Media]
    tongue: str

    @property
    def words(self) -> str:
        return simpler(self.own)

    def has(self, pattern: str) -> re.Match[str] | None:
        return re.search(pattern, self.words, re.IGNORECASE)

    def text(self, pattern: str) -> str | None:
        """The words a pattern's group `t` (or `z`) caught, quotes put back and taken off; None where it does not match."""
        found = self.has(pattern)
        name = next((name for name in found.groupdict() if name in "tz" and found[name]), "") if found else ""
        caught = self.own[slice(*found.span(name))] if found and name else ""
        held = HELD.search(caught)
        if held:
            return self.quoted[int(held[1])].strip()
        return caught.strip().strip("\"'“”‘’「」.。 ") or None

    # --- what the order speaks of -----------------------------------------------------------------------------------

    @property
    def pictures(self) -> int | None:
        """The track the scenes are on."""
        return edit.find(self.timeline, VIDEO)

    @property
    def music(self) -> int | None:
        return (
            edit.find(self.timeline, AUDIO, "music")
            if edit.find(self.timeline, AUDIO, "music") is not None
            else edit.find(self.timeline, AUDIO)
        )

    @property
    def titles(self) -> int | None:
        return edit.find(self.timeline, TEXT, "title")

    @property
    def captions(self) -> int | None:
        return edit.find(self.timeline, TEXT, "captions")

    @property
    def scenes(self) -> tuple[Clip, ...]:
        return () if self.pictures is None else self.timeline.tracks[self.pictures].clips

    @property
    def length(self) -> int:
        return edit.length(self.timeline)

    def spoken_of(self) -> tuple[Pointed, ...]:
        """The scenes named, in the order they are named."""
        return pointed(self.words, self.quoted, self.scenes)

    def which(self) -> list[int]:
        """Positions of the scenes named, in the order they are named; -1 for one that does not exist."""
        return [-1 if each.place is None else each.place for each in self.spoken_of()]

    def number(self, place: int) -> int:
        """What the person calls the scene at a position."""
        return int(self.scenes[place].metadata.get(SEEN) or place + 1)

    def upload(self) -> Media | None:
        """The upload the order names; the only one of a kind it speaks of; None otherwise."""
        lower = " ".join((self.own, *self.quoted)).lower()
        for item in sorted(self.media, key=lambda item: len(item.name), reverse=True):
            stem = item.name.rsplit(".", 1)[0].lower()
            if item.name.lower() in lower or (
                len(stem) > 3 and re.search(rf"(?<![\w.]){re.escape(stem)}(?![\w])", lower)
            ):
                return item
        return None

    # --- what comes of it -------------------------------------------------------------------------------------------

    def done(self, timeline: Timeline, verb: str, /, **facts: object) -> "Done":
        return Done(timeline, receipt(verb, self.tongue, **facts), verb)

    def refused(self, why: str, /, **facts: object) -> "Done":
        """The order was understood and cannot be done, or is done "already"; nothing changes."""
        said = receipt(why, self.tongue, **facts)
        return Done(self.timeline, said, "", possible=False, answer=why == "already")

    def answered(self, what: str, /, **facts: object) -> "Done":
        """Something to be told; nothing changes and nothing was refused."""
        return Done(self.timeline, receipt(what, self.tongue, **facts), "", possible=False, answer=True)

    def no_scene(self) -> "Done":
        """The refusal where scenes were named that do not exist, or none was named."""
        lost = [each.words for each in self.spoken_of() if each.place is None]
        if not lost:
            return self.refused("which_scene", count=len(self.scenes))
        return self.refused("no_scene", count=len(self.scenes))

    def shown(self, timeline: Timeline, **facts: object) -> Timeline:
        return edit.set_facts(timeline, facts)


@dataclass(frozen=True, slots=True)
class Done:
    """`verb` names what was done, "" for nothing; `possible` is False where nothing is to be done, because it cannot be or
    because, as `answer` tells, something was only asked or told."""

    timeline: Timeline
    said: str
    verb: str
    possible: bool = True
    answer: bool = False


Rule = Callable[[Order], Done | None]
"""Does an order if it is one this rule knows; None hands it to the next rule."""


def clock(ms: int) -> str:
    """ "0:02", "1:05.5" """
    seconds = ms / 1000
    minutes, rest = divmod(seconds, 60)
    shown = f"{rest:04.1f}" if rest % 1 else f"{rest:02.0f}"
    return f"{minutes:.0f}:{shown}"


def with_clip(timeline: Timeline, track: int, index: int, **changes: object) -> Timeline:
    clip = timeline.tracks[track].clips[index]
    return edit.replace_clip(timeline, track, index, replace(clip, **changes))  # type: ignore[arg-type]
