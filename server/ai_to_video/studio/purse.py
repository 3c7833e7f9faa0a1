"""Credits around a job: a reading before, one after, and the daily limit in between."""

import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Protocol

import anyio

from ..errors import AiToVideoError, SpendLimit
from ..wire.bodies import Credits
from .answers import Spending
from .estimate import CLIP, PUBLISHED, RECENT, Estimate, estimate, figure
from .job import Job
from .seam import Journal

PATIENCE = 10.0  # seconds; a balance that does not come must not hold up a job
LITTLE = PUBLISHED[CLIP]  # what a new video costs, as the vendor says

OwnLimit = Callable[[str], Awaitable[float]]
"""From an owner to its own daily limit, 0 where it has none."""


class Bank(Protocol):
    async def credits(self) -> Credits: ...


@dataclass(frozen=True, slots=True)
class Purse:
    """`daily` is the most credits an owner may spend a day, 0 for no limit; `own` tells a limit of an owner's own."""

    bank: Bank
    journal: Journal
    daily: float = 0
    own: OwnLimit | None = None

    async def look(self) -> Credits:
        """The balance, -1 throughout where it cannot be read."""
        with anyio.move_on_after(PATIENCE):
            try:
                return await self.bank.credits()
            except AiToVideoError:
                return Credits()
        return Credits()

    async def expect(self, owner: str, sort: str) -> Estimate:
        """What a generation of this sort may cost this owner."""
        return estimate(sort, await self.journal.paid(owner, sort, RECENT))

    async def reserve(self, job: Job, expected: Estimate, running: float = 0) -> None:
        """Hold the estimate back from the daily limit until the job ends; `running` is what the job cost so far.

        Raises SpendLimit when the limit is reached, or when the estimate does not fit into what is left of it. A
        published price refuses only beside other open jobs: what this account really pays is not known yet.
        """
        limit = (await self.own(job.owner) if self.own else 0) or self.daily
        running = max(running, 0)

        def check(spent: float, held: float) -> None:
            spent += running
            if limit <= 0:
                return
            if spent >= limit:
                raise SpendLimit(
                    f"The daily limit of {figure(limit)} credits is reached; {figure(spent)} were spent today."
                )
            if (expected.learned or held) and spent + held + expected.credits > limit:
                besides = f" and {figure(held)} are held back for running jobs" if held else ""
                raise SpendLimit(
                    f"The daily limit of {figure(limit)} credits leaves no room: {figure(spent)} were spent today"
                    f"{besides}, and this may cost about {figure(expected.credits)} (an estimate from {expected.source})."
                )

        since = midnight(self.journal.now())
        await self.journal.reserve(job.job_id, running + expected.credits, since=since, check=check)


def spending(before: Credits, after: Credits) -> Spending:
    """What a job cost. Unknown when either reading is missing, or when credits were added in between."""
    for start, end in ((before.total, after.total), (before.available, after.available)):
        if start >= 0 and end >= 0:
            return Spending(round(start - end, 3) if start >= end else -1, after)
    return Spending(-1, after)


def warning(balance: Credits) -> str:
    """A sentence when little is left, or ""."""
    if 0 <= balance.available < LITTLE:
        return f"Only {figure(balance.available)} credits are left; generating one clip costs about {figure(LITTLE)}."
    return ""


def told(balance: Credits) -> str:
    """The balance in a sentence."""
    if balance.available < 0:
        return "The credit balance could not be read."
    frozen = f", {figure(balance.frozen)} reserved for running work" if balance.frozen > 0 else ""
    total = f", {figure(balance.total)} in all" if balance.total >= 0 else ""
    return f"Credits: {figure(balance.available)} available{frozen}{total}."


def midnight(now: float) -> float:
    """When the day of `now` began here; both in seconds since the epoch."""
    today = time.localtime(now)
    return time.mktime((today.tm_year, today.tm_mon, today.tm_mday, 0, 0, 0, 0, 0, -1))
