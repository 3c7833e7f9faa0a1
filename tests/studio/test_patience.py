"""Schedules, judged as figures: how late a finished render is noticed, and how often it was asked about."""

from statistics import median

import pytest

from ai_to_video.studio.patience import DOUBT, LADDER, Poll, looks, next_poll


def follow(progress, seconds):
    """Polls needed, and seconds between the end of a render and the poll that sees it."""
    polls: list[Poll] = []
    at = 0.0
    while True:
        pause = next_poll(polls)
        assert 1 <= pause <= 30
        at += pause
        if at >= seconds:
            return len(polls) + 1, at - seconds
        polls.append(Poll(at, progress(at / seconds)))
        at += 0.05


def linear(share):
    return round(100 * share)


def silent(share):
    return -1


@pytest.mark.parametrize("progress", [linear, silent])
def test_a_render_of_a_minute_takes_at_most_fifteen_polls(progress):
    assert max(follow(progress, 55 + tenth / 10)[0] for tenth in range(60)) <= 15


@pytest.mark.parametrize("seconds", [5, 12, 20, 30, 45, 60, 90, 180])
def test_a_render_that_tells_its_progress_is_noticed_within_a_second_and_a_half(seconds):
    late = [follow(linear, seconds * (0.97 + step / 1000))[1] for step in range(60)]
    assert median(late) <= 1.5


@pytest.mark.parametrize("seconds", [5, 20, 30, 60, 90])
def test_a_render_without_progress_is_noticed_soon_at_the_usual_lengths(seconds):
    assert follow(silent, seconds)[1] <= 2.5


def test_progress_that_stands_still_before_the_end_is_not_hammered():
    polls, late = follow(lambda share: min(99, round(140 * share)), 60)
    assert polls <= 16
    assert late <= 5


def test_a_render_of_ten_minutes_is_asked_about_at_most_every_thirty_seconds_at_the_end():
    assert follow(silent, 600)[0] <= 45


@pytest.mark.parametrize("ladder", [LADDER, DOUBT])
@pytest.mark.parametrize("alive", [True, False])
def test_only_the_steps_of_the_ladder_count_and_they_come_at_their_time(alive, ladder):
    at, counted = 0.0, []
    for look in looks(alive, ladder):
        at += look.pause
        if look.counts:
            counted.append(at)
    assert counted == [sum(ladder[: n + 1]) for n in range(len(ladder))]


def test_a_service_known_to_be_at_work_is_looked_at_sooner():
    assert [look.pause for look in looks(True)][1] < [look.pause for look in looks(False)][1]
    assert sum(1 for _ in looks(True)) > sum(1 for _ in looks(False))
