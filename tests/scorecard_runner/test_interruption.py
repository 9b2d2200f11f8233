"""Signals become an exception that libraries cannot swallow."""

import os
import signal
import time

import pytest

from scorecard_runner.errors import SoftTimeLimit, Terminated
from scorecard_runner.interruption import Interruption, alarm_after, raise_on_sigterm


def _sleep_through(seconds: float) -> None:
    try:
        time.sleep(seconds)
    except Exception as error:
        raise AssertionError("a library would have swallowed it") from error


def test_the_alarm_rings_and_is_put_away() -> None:
    before = signal.getsignal(signal.SIGALRM)
    with pytest.raises(Interruption) as stop, alarm_after(0.05):
        _sleep_through(2)
    assert isinstance(stop.value.error, SoftTimeLimit)
    assert signal.getsignal(signal.SIGALRM) is before
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


def test_a_block_that_ends_in_time_hears_nothing() -> None:
    with alarm_after(0.05):
        pass
    time.sleep(0.1)
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


def test_sigterm_interrupts_once() -> None:
    before = signal.getsignal(signal.SIGTERM)
    raise_on_sigterm()
    try:
        with pytest.raises(Interruption) as stop:
            os.kill(os.getpid(), signal.SIGTERM)
        os.kill(os.getpid(), signal.SIGTERM)
    finally:
        signal.signal(signal.SIGTERM, before)
    assert isinstance(stop.value.error, Terminated)
