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
RARE_GLIMPSES = (5.0, 10.0)
"""Earlier looks that only matter when they see a change: more of them when the service was known to be at work."""

CALM = 5.0
STAGE = 20.0
"""How long a changed timeline must hold still to be believed; longer when it may be the first stage of two."""


@dataclass(frozen=True, slots=True)
class Look:
    """Wait `pause` seconds, then read the state; an unchanged reading `counts` towards giving up, or does not."""

    pause: float
    counts: bool


def looks(alive: bool, ladder: Sequence[float] = LADDER) -> Iterator[Look]:
    """When to read the state after a lost stream. `alive`: the service had shown that it was working.

    alive       0  2  5  10  20  (30)  45 60 75 (90) 105 ... (270)      ( ) counts
    otherwise   0     5    15    (30)     60    (90)     ... (270)
    """
    at = 0.0
    yield Look(0.0, False)
    for number, pause in enumerate(ladder):
        goal = at + pause
        steps: tuple[float, ...] = (15.0,) * 3 if alive else (30.0,)
        if number == 0:
            steps = GLIMPSES if alive else RARE_GLIMPSES
        for step in steps:
            if at + step < goal:
                at += step
                yield Look(step, False)
        yield Look(goal - at, True)
        at = goal


BLIND = (1, 2.2, 4.2, 7.2, 11, 15.5, 20.6, 25.6, 30.6, 38, 46, 52, 56.5, 60.6, 64, 68, 72, 77, 82, 87, 90.7)
"""Seconds after its start at which a render that tells no progress is asked about: closer around the lengths that the
service names (30, 60 and 90 s), then ever more seldom."""

SELDOM = 1.15  # each later look is so much later than the one before
LAST_POLL = 30.0
CLOSE = 1.2  # seconds between looks when the end is near
SURE = 0.75  # how much of the time that seems to be left is waited for at once


@dataclass(frozen=True, slots=True)
class Poll:
    """One answer about a render: seconds since it was submitted, progress 0-100 or -1."""

    at: float
    progress: float


def next_poll(polls: Sequence[Poll]) -> float:
    """Seconds to wait before asking about a render again, 1 to 30.

    Where progress moves, its pace tells how much is left, and the looks close in on the end; else they follow BLIND.
    """
    at = polls[-1].at if polls else 0.0
    blind = min(next((look for look in BLIND if look > at + 0.5), at * SELDOM) - at, LAST_POLL)
    left = _left(polls)
    if left is None:
        return max(blind, 1.0)
    close = CLOSE if len(polls) < 6 + at / 10 else max(2 * CLOSE, at / 15)
    aim = left + 0.2 if left < 4 else left * SURE
    return min(max(aim, close), max(blind, 12.0), LAST_POLL)


def _left(polls: Sequence[Poll]) -> float | None:
    """Seconds until the end at the pace of the last steps; None while nothing has moved."""
    known = [poll for poll in polls if poll.progress >= 0]
    slower = [poll for poll in known if poll.progress < known[-1].progress]
    if not slower:
        return None
    last, base = known[-1], slower[max(0, len(slower) - 3)]
    pace = (last.progress - base.progress) / max(last.at - base.at, 0.1)
    return (100 - last.progress) / pace - (polls[-1].at - last.at)
