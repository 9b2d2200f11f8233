"""Reads pictures with the product, each in a process of its own, as a Job of the cluster would.

Nothing is kept from one run to the next: every figure comes from pictures read in this run.
"""

import json
import os
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from bench.accuracy.cells import Fields
from bench.accuracy.collection import Exhibit
from bench.accuracy.measure import TIME_LIMIT_EXIT_CODE, Run, run_measured
from dev.errors import WrongUsage
from dev.paths import ROOT
from scorecard_runner.errors import ExitCode

TIME_LIMIT_S = 300.0


@dataclass(frozen=True)
class Cost:
    """What reading one picture took; `plain_cpu_s` is one bare `tesseract` on the same picture, None if it was not run."""

    cpu_s: float
    wall_s: float
    peak_bytes: int
    plain_cpu_s: float | None = None

    @property
    def times_plain(self) -> float | None:
        """CPU time as a multiple of the bare engine's."""
        return self.cpu_s / self.plain_cpu_s if self.plain_cpu_s else None


@dataclass(frozen=True)
class Reading:
    """The answer for one picture and its cost."""

    name: str
    answer: Fields
    cost: Cost


@dataclass(frozen=True)
class Reader:
    """How pictures are read.

    `with_words`: the engine is replaced by the perfect words. `with_plain`: a bare Tesseract runs on each picture too.
    """

    with_words: bool = False
    with_plain: bool = False

    def read_all(self, exhibits: Sequence[Exhibit], jobs: int) -> Iterator[Reading]:
        """Yield the readings in the order of the pictures, so many at a time."""
        # Threads only wait for processes here.
        with ThreadPoolExecutor(max_workers=jobs) as pool:
            yield from pool.map(self.read, exhibits)

    def read(self, exhibit: Exhibit) -> Reading:
        """Read one picture."""
        run = _run(self._command(exhibit))
        plain_cpu_s = _plain_cpu_s(exhibit.picture) if self.with_plain else None
        return Reading(exhibit.name, answer_of(run), Cost(run.cpu_s, run.wall_s, run.peak_bytes, plain_cpu_s))

    def _command(self, exhibit: Exhibit) -> list[str]:
        picture = str(exhibit.picture.absolute())
        if self.with_words:
            if exhibit.words is None:
                raise WrongUsage(f"the words of {exhibit.name} are not known", "only undamaged pictures have them")
            return [sys.executable, "-m", "bench.accuracy.perfect_words", picture, str(exhibit.words.absolute())]
        return [sys.executable, "-m", "scorecard_runner", "read", "--format", "neutral", picture]


def answer_of(run: Run) -> Fields:
    """Return what the program answered: a card, that there is none, or how it broke down."""
    match run.exit_code:
        case ExitCode.DONE:
            answer: Fields = json.loads(run.output)
            return answer
        case ExitCode.INPUT:
            return {"refused": True, "reason": _first_line(run.errors).partition(": ")[2]}
        case code if code == TIME_LIMIT_EXIT_CODE:
            return {"failure": f"killed after {run.wall_s:.0f} s"}
        case code:
            return {"failure": f"exit code {code}: {_last_line(run.errors)}"}


def _first_line(text: str) -> str:
    return text.strip().partition("\n")[0]


def _last_line(text: str) -> str:
    return text.strip().rpartition("\n")[2]


def _plain_cpu_s(picture: Path) -> float | None:
    """Return the CPU seconds of a bare Tesseract on the untouched picture; None if it cannot open such files."""
    run = _run(["tesseract", str(picture.absolute()), "stdout", "--psm", "6", "-l", "eng"])
    return run.cpu_s if run.exit_code == 0 else None


def _run(command: Sequence[str]) -> Run:
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    return run_measured(command, environment=environment, folder=ROOT, time_limit_s=TIME_LIMIT_S)
