"""How many Jobs may be created in a minute."""

import datetime as dt

from scorecard_operator.facts import JobFact
from scorecard_operator.launch_rate import count_launches_left, find_next_launch_time
from tests.builders import NOW, JobBuilder


def jobs(*ages_s: float) -> dict[str, list[JobFact]]:
    """Return a Job of so many seconds for each age."""
    return {str(number): [JobBuilder(number).created(-age).fact()] for number, age in enumerate(ages_s)}


def test_jobs_of_the_last_minute_count() -> None:
    assert count_launches_left(jobs(5, 59, 61, 600), 3, NOW) == 1


def test_no_more_are_left_than_there_may_be() -> None:
    assert count_launches_left(jobs(1, 2, 3, 4), 3, NOW) == 0


def test_the_next_may_start_when_the_first_of_the_last_ones_is_a_minute_old() -> None:
    assert find_next_launch_time(jobs(10, 20, 30), 2, NOW) == NOW + dt.timedelta(seconds=40)


def test_while_one_may_start_there_is_nothing_to_wait_for() -> None:
    assert find_next_launch_time(jobs(10, 20), 3, NOW) is None
