"""The table of remedies and the breaker, on their own: values in, decisions out."""

import pytest

from ai_to_video.client.breaker import LONGEST_REST, TRIPS_AFTER, Breaker
from ai_to_video.client.remedy import GiveUp, RenewSession, RenewToken, Repeat, Tries, Wait, remedy, surely_unsent
from ai_to_video.errors import (
    AiToVideoError,
    BackendFailed,
    BadArgument,
    Busy,
    ClientIdMissing,
    ExportBlocked,
    FileTooLarge,
    Forbidden,
    NotFound,
    OutOfCredits,
    RateLimited,
    SessionGone,
    TokenInvalid,
    Unintelligible,
    Unreachable,
    UnsupportedFile,
)

TRANSIENT = [Unreachable(), Unintelligible(), BackendFailed()]
HOPELESS = [
    ClientIdMissing(),
    OutOfCredits(),
    ExportBlocked(),
    Forbidden(),
    BadArgument(),
    NotFound(),
    FileTooLarge(),
    UnsupportedFile(),
    Busy(),
]
every_kind_of_call = pytest.mark.parametrize("repeat", list(Repeat))


def waits(error, repeat, **more):
    """The whole ladder of waits for a call that fails in the same way for ever."""
    tries, found = Tries(), []
    while isinstance(step := remedy(error, repeat, tries, **more), Wait):
        found.append(step.seconds)
        tries = tries.after(step, error)
    assert isinstance(step, GiveUp)
    return found


@every_kind_of_call
def test_an_anonymous_token_is_renewed_once_and_the_users_own_never(repeat):
    step = remedy(TokenInvalid(), repeat, Tries())
    assert step == RenewToken()
    assert remedy(TokenInvalid(), repeat, Tries().after(step, TokenInvalid())) == GiveUp()
    assert remedy(TokenInvalid(), repeat, Tries(), own_token=True) == GiveUp()


@every_kind_of_call
def test_a_lost_session_is_for_the_caller_to_decide(repeat):
    assert remedy(SessionGone(), repeat, Tries()) == RenewSession()


@pytest.mark.parametrize("error", HOPELESS, ids=lambda error: error.code)
@every_kind_of_call
def test_what_cannot_get_better_is_not_repeated(repeat, error):
    assert waits(error, repeat) == []


def test_a_rate_limit_is_waited_for_once_as_long_as_the_service_asks():
    assert waits(RateLimited(), Repeat.SAFE) == [30]
    assert waits(RateLimited(), Repeat.REFUSED) == [30]
    assert waits(RateLimited(retry_after=7), Repeat.SAFE) == [7]
    assert waits(RateLimited(retry_after=0), Repeat.SAFE) == [0]
    assert waits(RateLimited(retry_after=3600), Repeat.SAFE) == []
    assert waits(RateLimited(), Repeat.SAFE, left=29) == []
    assert waits(RateLimited(retry_after=1), Repeat.NEVER) == []


@every_kind_of_call
def test_what_surely_never_left_is_tried_again_whatever_the_call(repeat):
    assert waits(Unreachable(maybe_sent=False), repeat) == [0.1, 0.3]


@pytest.mark.parametrize("error", TRANSIENT, ids=lambda error: error.code)
def test_what_may_have_arrived_is_repeated_only_where_twice_does_no_harm(error):
    assert waits(error, Repeat.SAFE) == [0.5, 1, 2]
    assert waits(error, Repeat.REFUSED) == waits(error, Repeat.NEVER) == []


def test_back_off_is_jittered_obeys_retry_after_and_ends_with_the_callers_time():
    assert waits(BackendFailed(), Repeat.SAFE, jitter=0) == [0.25, 0.5, 1]
    assert waits(BackendFailed(), Repeat.SAFE, left=0.7) == [0.5]
    assert waits(BackendFailed(), Repeat.SAFE, elapsed=25) == []
    busy = BackendFailed()
    busy.retry_after = 4
    assert waits(busy, Repeat.SAFE) == [4, 4, 4]
    busy.retry_after = 60
    assert waits(busy, Repeat.SAFE) == []


def test_only_a_refusal_in_so_many_words_or_a_request_that_never_left_surely_did_nothing():
    assert not any(map(surely_unsent, [*TRANSIENT, AiToVideoError()]))
    assert all(map(surely_unsent, [*HOPELESS, TokenInvalid(), SessionGone(), RateLimited()]))
    assert surely_unsent(Unreachable(maybe_sent=False))


def test_the_breaker_opens_after_failures_in_a_row_and_lets_one_probe_through_at_a_time():
    breaker = Breaker()
    for _ in range(TRIPS_AFTER):
        assert breaker.wait(now=0) == 0
        breaker = breaker.probing(now=0).failed(now=0)
    assert breaker.wait(now=0) == 1
    assert breaker.failed(now=0) == breaker, "failures of calls that were under way make it no worse"
    probe = breaker.probing(now=1)
    assert breaker.wait(now=1) == 0
    assert probe.wait(now=1) == 2, "everybody else rests on, twice as long"
    assert probe.failed(now=1.5).wait(now=1.5) == 1.5


def test_the_rest_of_a_breaker_grows_to_a_limit():
    breaker, rests = Breaker(failures=TRIPS_AFTER), []
    for _ in range(8):
        breaker = breaker.probing(now=0)
        rests.append(breaker.wait(now=0))
    assert rests == [2, 4, 8, LONGEST_REST, LONGEST_REST, LONGEST_REST, LONGEST_REST, LONGEST_REST]
