"""Remembers that the service is dead, so that the next caller hears it at once. Pure: a value, and the time given."""

from dataclasses import dataclass, replace

TRIPS_AFTER = 3
"""Failures in a row that open the breaker."""
FIRST_REST = 1.0
LONGEST_REST = 15.0
"""Seconds during which nobody asks; doubled at each failed probe."""


@dataclass(frozen=True, slots=True)
class Breaker:
    """Closed while `failures` < TRIPS_AFTER. Open: until `rests_until` nobody asks, then one caller at a time probes."""

    failures: int = 0
    rests_until: float = 0.0

    @property
    def is_open(self) -> bool:
        return self.failures >= TRIPS_AFTER

    def wait(self, now: float) -> float:
        """Seconds until somebody may ask again; 0: now."""
        return max(0.0, self.rests_until - now) if self.is_open else 0.0

    def probing(self, now: float) -> "Breaker":
        """The breaker while one caller asks. When it was open, everyone else rests on, longer than the last time."""
        return replace(self, failures=self.failures + 1)._resting(now) if self.is_open else self

    def failed(self, now: float) -> "Breaker":
        """After a failure. An open breaker stays as it is: its probe was counted when it began."""
        if self.is_open:
            return self
        after = replace(self, failures=self.failures + 1)
        return after._resting(now) if after.is_open else after

    def _resting(self, now: float) -> "Breaker":
        rest = min(LONGEST_REST, FIRST_REST * 2.0 ** min(self.failures - TRIPS_AFTER, 8))
        return replace(self, rests_until=now + rest)
