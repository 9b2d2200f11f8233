"""Reads pictures with the product, each in a process of its own, as a Job of the cluster would.

Nothing is kept from one run to the next: every figure comes from pictures read in this run.
"""

import json
import os
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from bench.accuracy.cells import Fields
from bench.accuracy.collection import Exhibit
from bench.accuracy.costs import Cost
from bench.accuracy.measure import TIME_LIMIT_EXIT_CODE, Run, run_measured
from dev.errors import WrongUsage
from dev.paths import ROOT
from scorecard_runner.document import ScorecardDocument, Step
from scorecard_runner.errors import ExitCode
from scorecard_runner.neutral import to_neutral
from scorecard_runner.progress import ResultSummary
from scorecard_runner.reader_mode import ReaderMode
from scorecard_runner.reading.engines.tesseract import TesseractEngine
from scorecard_runner.second_reader import is_installed

TIME_LIMIT_S = 300.0
METADATA = "_metadata"


@dataclass(frozen=True)
class Reading:
    """The answer for one picture in one mode, and its cost.

    `step` is how far the second reader went, `summary` what the row would say; None if there is no document.
    """

    name: str
    mode: ReaderMode
    answer: Fields
    cost: Cost
    step: Step | None = None
    summary: ResultSummary | None = None


@dataclass(frozen=True)
class Reader:
    """How pictures are read: by whom, one mode after another on each picture, so that all meet the same machine.

    `with_words`: the engine is replaced by the perfect words. `with_plain`: a bare Tesseract runs on each picture too, and
    a bare RapidOCR where it is installed and a mode uses it.
    """

    modes: tuple[ReaderMode, ...] = (ReaderMode.TESSERACT,)
    with_words: bool = False
    with_plain: bool = False

    def read_all(self, exhibits: Sequence[Exhibit], jobs: int) -> Iterator[Reading]:
        """Yield the readings in the order of the pictures and of the modes, so many pictures at a time."""
        # Threads only wait for processes here.
        with ThreadPoolExecutor(max_workers=jobs) as pool:
            yield from chain.from_iterable(pool.map(self.read, exhibits))

    def read(self, exhibit: Exhibit) -> list[Reading]:
        """Read one picture in each mode."""
        runs = [(mode, _run(self._command(exhibit, mode))) for mode in self.modes]
        plain_cpu_s, rapid_cpu_s = self._baselines(exhibit.picture)
        readings = []
        for mode, run in runs:
            said = answer_of(run)
            cost = Cost(run.cpu_s, run.wall_s, run.peak_bytes, plain_cpu_s, rapid_cpu_s)
            readings.append(Reading(exhibit.name, mode, neutral(said), cost, step_of(said), summary_of(said)))
        return readings

    def _command(self, exhibit: Exhibit, mode: ReaderMode) -> list[str]:
        picture = str(exhibit.picture.absolute())
        if self.with_words:
            if exhibit.words is None:
                raise WrongUsage(f"the words of {exhibit.name} are not known", "only undamaged pictures have them")
            return [sys.executable, "-m", "bench.accuracy.perfect_words", picture, str(exhibit.words.absolute())]
        return [sys.executable, "-m", "scorecard_runner", "read", "--reader", mode, "--json", picture]

    def _baselines(self, picture: Path) -> tuple[float | None, float | None]:
        if not self.with_plain:
            return None, None
        uses_second = any(mode is not ReaderMode.TESSERACT for mode in self.modes)
        return _plain_cpu_s(picture), _rapid_cpu_s(picture) if uses_second else None


def answer_of(run: Run) -> Fields:
    """Return what the program answered: a document or neutral card, that there is none, or how it broke down."""
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


def neutral(answer: Fields) -> Fields:
    """Return the answer in the neutral shape, in which it is compared with the truth; what is no document stays as it is."""
    if METADATA not in answer:
        return answer
    shape: Fields = json.loads(json.dumps(to_neutral(ScorecardDocument.model_validate(answer))))
    return shape


def step_of(answer: Fields) -> Step | None:
    """Return how far the second reader went over the picture; None if there is no document that says so."""
    metadata = answer.get(METADATA)
    if metadata is None:
        return None
    if said := metadata.get("escalation"):
        return Step(said)
    # A page that was read again without gain looks like phrases here.
    first, *others = metadata["engine"].split("+")
    if not others:
        return Step.NOTHING
    return Step.PHRASES if first == TesseractEngine.name else Step.PAGE


def summary_of(answer: Fields) -> ResultSummary | None:
    """Return what the row would say of the first attempt; None if there is no document."""
    if METADATA not in answer:
        return None
    return ResultSummary(1, **vars(ScorecardDocument.model_validate(answer).summary()))


def _first_line(text: str) -> str:
    return text.strip().partition("\n")[0]


def _last_line(text: str) -> str:
    return text.strip().rpartition("\n")[2]


def _plain_cpu_s(picture: Path) -> float | None:
    """Return the CPU seconds of a bare Tesseract on the untouched picture; None if it cannot open such files."""
    run = _run(["tesseract", str(picture.absolute()), "stdout", "--psm", "6", "-l", "eng"])
    return run.cpu_s if run.exit_code == 0 else None


def _rapid_cpu_s(picture: Path) -> float | None:
    """Return the CPU seconds of a bare RapidOCR on the untouched picture; None if it is not there or cannot open it."""
    if not is_installed():
        return None
    run = _run([sys.executable, "-m", "bench.accuracy.plain_rapid", str(picture.absolute())])
    return run.cpu_s if run.exit_code == 0 else None


def _run(command: Sequence[str]) -> Run:
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    return run_measured(command, environment=environment, folder=ROOT, time_limit_s=TIME_LIMIT_S)
