"""A failed call and what to do about it: one pure table. Nothing here waits, renews or sends.

| failure                     | remedy                                                                          |
|-----------------------------|---------------------------------------------------------------------------------|
| TokenInvalid                | a new anonymous token, once; the user's own token is never replaced             |
| SessionGone                 | RenewSession: the caller must tell the person, so it is never done here         |
| RateLimited                 | wait as long as the service asks, else 30 s, once; never for the agent          |
| no answer, surely not sent  | short back-off, whatever the call                                               |
| no answer, 5xx, unreadable  | longer back-off, only for calls that may be made twice                          |
| anything else               | give up                                                                         |

A wait that would outlast the caller's time is not begun.
"""

from dataclasses import dataclass, replace
from enum import Enum

from ..errors import (
    AiToVideoError,
    BackendFailed,
    RateLimited,
    SessionGone,
    TokenInvalid,
    Unintelligible,
    Unreachable,
)


class Repeat(Enum):
    """How often a call may reach the service: any number, once unless it was refused, once for ever."""

    SAFE = "safe"
    REFUSED = "refused"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Wait:
    seconds: float


@dataclass(frozen=True, slots=True)
class RenewToken:
    """Get a new anonymous token with the same client id, then repeat."""


@dataclass(frozen=True, slots=True)
class RenewSession:
    """The project is gone: only the caller can decide about a new one."""


@dataclass(frozen=True, slots=True)
class GiveUp:
    """Nothing helps; tell the caller."""


Remedy = Wait | RenewToken | RenewSession | GiveUp

RATE_WAIT = 30.0
LONGEST_RATE_WAIT = 120.0
UNSENT_BACKOFF = (0.1, 0.3)
TRANSIENT_BACKOFF = (0.5, 1.0, 2.0)
RETRIES_END_AFTER = 20.0
"""Seconds since the call began after which no further back-off starts: a service that is slow to fail is not insisted on."""


@dataclass(frozen=True, slots=True)
class Tries:
    """What was already done for one call."""

    token: bool = False
    rate: bool = False
    backoffs: int = 0

    def after(self, remedy: Remedy, error: AiToVideoError) -> "Tries":
        match remedy:
            case RenewToken():
                return replace(self, token=True)
            case Wait() if isinstance(error, RateLimited):
                return replace(self, rate=True)
            case Wait():
                return replace(self, backoffs=self.backoffs + 1)
        return self


def remedy(
    error: AiToVideoError,
    repeat: Repeat,
    tries: Tries,
    *,
    own_token: bool = False,
    elapsed: float = 0.0,
    left: float = float("inf"),
    jitter: float = 1.0,
) -> Remedy:
    """`elapsed` and `left` are seconds since the call began and until the caller's patience ends; `jitter` is 0 to 1."""
    match error:
        case TokenInvalid():
            return GiveUp() if own_token or tries.token else RenewToken()
        case SessionGone():
            return RenewSession()
        case RateLimited():
            seconds = RATE_WAIT if error.retry_after is None else error.retry_after
            if tries.rate or repeat is Repeat.NEVER or not 0 <= seconds <= min(LONGEST_RATE_WAIT, left):
                return GiveUp()
            return Wait(seconds)
        case Unreachable(maybe_sent=False):
            ladder: tuple[float, ...] = UNSENT_BACKOFF
        case Unreachable() | Unintelligible() | BackendFailed() if repeat is Repeat.SAFE:
            ladder = TRANSIENT_BACKOFF
        case _:
            return GiveUp()
    if tries.backoffs >= len(ladder):
        return GiveUp()
    seconds = ladder[tries.backoffs] * (0.5 + jitter / 2)
    if error.retry_after is not None:
        seconds = max(seconds, error.retry_after)
    return Wait(seconds) if seconds <= min(left, RETRIES_END_AFTER - elapsed) else GiveUp()


def surely_unsent(error: AiToVideoError) -> bool:
    """True when a failed `run` or `submit_render` certainly did not start anything at the service: the request never
    left, or it was refused in so many words. Everything else may have been sent and is settled by asking, never by
    sending again."""
    if isinstance(error, Unreachable):
        return not error.maybe_sent
    return not isinstance(error, BackendFailed | Unintelligible) and type(error) is not AiToVideoError
