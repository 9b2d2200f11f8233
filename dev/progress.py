"""One line per step with the seconds it took, so that a person sees what is going on and what is slow.

On a terminal the line appears when the step begins and is replaced when it ends; elsewhere it is written once, at the
end, except for steps of minutes, which announce themselves.
"""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TextIO

from dev.errors import DevError

WIDTH = 46


@dataclass
class Step:
    """A step under way; `outcome` is the word shown when it ends well."""

    title: str
    outcome: str


def step_line(title: str, outcome: str, seconds: float) -> str:
    """The line of a finished step."""
    return f"  {f'{title} {outcome}'.strip():<{WIDTH}} {seconds:>6.1f} s"


class Progress:
    """Writes the steps of one command."""

    def __init__(self, out: TextIO | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        self._out = out if out is not None else sys.stdout
        self._clock = clock

    def headline(self, text: str) -> None:
        """Begin a group of steps."""
        self._write(f"{text}\n")

    def note(self, text: str) -> None:
        """Say something that takes no time."""
        self._write(f"  {text}\n")

    @contextmanager
    def step(self, title: str, outcome: str = "ready", *, announce: str = "") -> Iterator[Step]:
        """Time what happens inside; `announce` is said at once, for steps that take minutes."""
        began = self._clock()
        if announce:
            self._write(f"  {title} {announce}\n")
        elif self._out.isatty():
            self._write(f"  {title} …")
        step = Step(title, outcome)
        try:
            yield step
        except (DevError, KeyboardInterrupt):
            self._finish(title, "failed", began)
            raise
        self._finish(step.title, step.outcome, began)

    def _finish(self, title: str, outcome: str, began: float) -> None:
        line = step_line(title, outcome, self._clock() - began)
        self._write(f"\r\033[K{line}\n" if self._out.isatty() else f"{line}\n")

    def _write(self, text: str) -> None:
        self._out.write(text)
        self._out.flush()
