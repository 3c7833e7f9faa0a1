"""What became of a message is told by the project's state: read after a silent end, and after a lost stream."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from itertools import chain, repeat
from typing import Protocol

import anyio

from ..errors import AiToVideoError, SessionGone
from ..timeline import VIDEO
from ..wire.bodies import ProjectState
from .patience import CALM, DOUBT, LADDER, SILENT, STAGE, Look, looks

ONE_READING = 30.0  # seconds a reading may take before it counts as failed


class StateSource(Protocol):
    async def state(self, session_id: str) -> ProjectState: ...


@dataclass(frozen=True, slots=True)
class Seen:
    """`state` is the newest reading, None when none came through."""

    state: ProjectState | None
    changed: bool


async def after_words(source: StateSource, session_id: str, before: ProjectState) -> Seen:
    """The state after a run that ended by itself and said something: one good reading is enough."""
    for pause in SILENT:
        await anyio.sleep(pause)
        state = await _read(source, session_id)
        if state is not None:
            return Seen(state, state.fingerprint != before.fingerprint)
    return Seen(None, False)


async def after_silence(source: StateSource, session_id: str, before: ProjectState) -> Seen:
    """The state after a run that ended without words: it may lag, and what changed may be the first of two stages."""
    seen = Seen(None, False)
    for pause in SILENT:
        await anyio.sleep(pause)
        state = await _read(source, session_id)
        if state is None:
            continue
        if seen.changed and seen.state is not None and seen.state.fingerprint == state.fingerprint:
            return seen
        seen = Seen(state, state.fingerprint != before.fingerprint)
    return seen


async def after_loss(
    source: StateSource,
    session_id: str,
    before: ProjectState,
    *,
    alive: bool,
    answered: bool,
    on_look: Callable[[str], Awaitable[None]],
) -> Seen:
    """The state after a stream that was lost, or a message nobody knows to be sent.

    `alive`: the service had begun to work. `answered`: it answered with an error that proves nothing. Returns what
    changed once it holds still, or unchanged after enough readings that count; a failed reading is no reading.
    Raises SessionGone.
    """
    ladder = DOUBT if answered else LADDER
    unchanged = 0
    for look in chain(looks(alive, ladder), repeat(Look(ladder[-1], True))):
        await anyio.sleep(look.pause)
        state = await _read(source, session_id)
        if state is None:
            await on_look("The video service cannot be read right now; looking again soon.")
        elif state.fingerprint != before.fingerprint:
            await on_look("The timeline changed; waiting for it to hold still.")
            return Seen(await _calm(source, session_id, before, state), True)
        else:
            unchanged += look.counts
            if unchanged >= len(ladder):
                return Seen(state, False)
    raise AssertionError  # the looks never end


async def _calm(source: StateSource, session_id: str, before: ProjectState, state: ProjectState) -> ProjectState:
    """Read on until two readings in a row agree; when nothing comes through any more, the last one must do."""
    failed = 0
    while failed < len(LADDER):
        await anyio.sleep(STAGE if _may_be_stage_one(before, state) else CALM)
        again = await _read(source, session_id)
        if again is None:
            failed += 1
        elif again.fingerprint == state.fingerprint:
            return again
        else:
            state, failed = again, 0
    return state


async def _read(source: StateSource, session_id: str) -> ProjectState | None:
    with anyio.move_on_after(ONE_READING):
        try:
            return await source.state(session_id)
        except SessionGone:
            raise
        except AiToVideoError:
            return None
    return None


def _may_be_stage_one(before: ProjectState, state: ProjectState) -> bool:
    """The raw video of a new project is followed by music and titles, unasked."""
    return not before.ready and all(track.kind == VIDEO for track in state.timeline.tracks)
