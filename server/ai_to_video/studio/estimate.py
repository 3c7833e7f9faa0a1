"""What a generation may cost, told before it starts: learned from what was paid, else the published price. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from ..wire.bodies import Credits

CLIP, EDIT = "clip", "edit"
PUBLISHED = {CLIP: 100.0, EDIT: 50.0}
"""Credits for the first generation of a project, and for changing one. Exporting is free."""
NAMES = {CLIP: "video", EDIT: "edit"}
RECENT = 5  # generations of one sort that an estimate is drawn from; prices change


@dataclass(frozen=True, slots=True)
class Estimate:
    """`samples` is how many generations of this owner it was drawn from, 0 for the published price."""

    sort: str
    credits: float
    samples: int = 0

    @property
    def learned(self) -> bool:
        return self.samples > 0

    @property
    def source(self) -> str:
        if not self.learned:
            return "the published prices"
        name = NAMES[self.sort]
        return f"your last {self.samples} {name}s" if self.samples > 1 else f"your last {name}"


def estimate(sort: str, paid: Sequence[float]) -> Estimate:
    """From what generations of this `sort` cost, newest first."""
    recent = paid[:RECENT]
    return Estimate(sort, round(median(recent), 1), len(recent)) if recent else Estimate(sort, PUBLISHED[sort])


def sentence(expected: Estimate, balance: Credits) -> str:
    """Said before anything is sent."""
    words = f"This may cost about {figure(expected.credits)} credits (an estimate from {expected.source})"
    return f"{words}; {figure(balance.available)} are available." if balance.available >= 0 else f"{words}."


def looked_back(expected: Estimate) -> str:
    """Said beside the receipt."""
    return f"The estimate before it was about {figure(expected.credits)} credits, from {expected.source}."


def figure(amount: float) -> str:
    """1000000 → "1000000", 97.5 → "97.5"."""
    return f"{amount:.15g}"
