"""Nothing is waited for without an end."""

from dev.deadline import wait_until


class Time:
    """A clock that moves only when somebody sleeps."""

    def __init__(self) -> None:
        self.now_s = 0.0

    def clock(self) -> float:
        """Return the time."""
        return self.now_s

    def sleep(self, seconds: float) -> None:
        """Let time pass."""
        self.now_s += seconds


def test_what_is_done_at_once_costs_no_sleep() -> None:
    time = Time()
    assert wait_until(lambda: True, timeout_s=5, clock=time.clock, sleep=time.sleep)
    assert time.now_s == 0


def test_what_is_done_later_is_noticed_at_the_next_look() -> None:
    time = Time()
    assert wait_until(lambda: time.now_s >= 2, timeout_s=5, interval_s=0.5, clock=time.clock, sleep=time.sleep)
    assert time.now_s == 2


def test_what_never_is_done_ends_at_the_deadline() -> None:
    time = Time()
    assert not wait_until(lambda: False, timeout_s=5, interval_s=0.5, clock=time.clock, sleep=time.sleep)
    assert time.now_s == 5
