"""How long to wait before looking again. Pure: schedules as figures, so that they can be judged without waiting."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

SILENT = (0.0, 3.0, 3.0)
"""Pauses before the looks that follow a stream which closed without a word: at 0, 3 and 6 s."""

LADDER = (30.0, 60.0, 60.0, 60.0, 60.0)
"""Pauses before the looks that count after a lost stream. Five unchanged in a row, and nothing will come any more."""

DOUBT = (30.0, 30.0)
"""The same after an answer that was an error but does not prove that the message was refused."""

GLIMPSES = (2.0, 3.0, 5.0, 10.0)
"""Earlier looks that only count when they see a change, while the service was known to be at work."""

CALM = 10.0
STAGE = 30.0
"""How long a changed timeline must hold still to be believed; longer when it may be the first stage of two."""


@dataclass(frozen=True, slots=True)
class Look:
    """Wait `pause` seconds, then read the state; an unchanged reading `counts` towards giving up, or does not."""

    pause: float
    counts: bool


def looks(alive: bool, ladder: Sequence[float] = LADDER) -> Iterator[Look]:
    """When to read the state after a lost stream. `alive`: the service had shown that it was working.

    alive       0  2  5  10  20  (30)  45 60 75 (90) 105 ... (270)      ( ) counts
    otherwise   0                (30)           (90)         ... (270)
    """
    at = 0.0
    yield Look(0.0, False)
    for number, pause in enumerate(ladder):
        goal = at + pause
        steps = GLIMPSES if alive and number == 0 else ((15.0,) * 3 if alive else ())
        for step in steps:
            if at + step < goal:
                at += step
                yield Look(step, False)
        yield Look(goal - at, True)
        at = goal


FIRST_POLL = 1.0
LAST_POLL = 30.0
GROWTH = 1.3


@dataclass(frozen=True, slots=True)
class Poll:
    """One answer about a render: seconds since it was submitted, progress 0-100 or -1."""

    at: float
    progress: float


def next_poll(polls: Sequence[Poll], expected: float = 0) -> float:
    """Seconds to wait before asking about a render again.

    Quick at first, backing off to the service's own 30 s; closer together again when progress, or the time that
    renders here usually take (`expected`, 0 unknown), says that the end is near.
    """
    backed_off = min(FIRST_POLL * GROWTH ** len(polls), LAST_POLL)
    return backed_off
