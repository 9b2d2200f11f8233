"""Trying again while it may help."""

from dataclasses import dataclass, field

import pytest

from scorecard_runner.deadline import Deadline
from scorecard_runner.errors import DatabaseAccessDenied, DatabaseUnreachable
from scorecard_runner.persistence import persist


@dataclass
class _Time:
    now_s: float = 0.0
    pauses: list[float] = field(default_factory=list)

    def pause(self, seconds: float) -> None:
        self.pauses.append(seconds)
        self.now_s += seconds


def test_the_answer_is_handed_on() -> None:
    assert persist(lambda: 7, DatabaseUnreachable, Deadline.after(1, lambda: 0.0), _Time().pause) == 7


def test_pauses_grow_up_to_a_bound_and_end_with_the_deadline() -> None:
    time = _Time()

    def fail() -> None:
        raise DatabaseUnreachable

    with pytest.raises(DatabaseUnreachable):
        persist(fail, DatabaseUnreachable, Deadline.after(20, lambda: time.now_s), time.pause)
    assert time.pauses == [0.5, 1, 2, 4, 5, 5]


def test_another_failure_ends_it_at_once() -> None:
    time = _Time()

    def fail() -> None:
        raise DatabaseAccessDenied

    with pytest.raises(DatabaseAccessDenied):
        persist(fail, DatabaseUnreachable, Deadline.after(20, lambda: time.now_s), time.pause)
    assert time.pauses == []


def test_success_ends_it() -> None:
    time = _Time()
    calls: list[int] = []

    def succeed_second_time() -> None:
        calls.append(1)
        if len(calls) == 1:
            raise DatabaseUnreachable

    persist(succeed_second_time, DatabaseUnreachable, Deadline.after(20, lambda: time.now_s), time.pause)
    assert (len(calls), time.pauses) == (2, [0.5])
