"""`python -m bench.accuracy.calibrate DIR`: fits what evidence weighs (`scorecard_runner.reading.belief.calibration`).

Reads the pictures of DIR with the product, in the mode of `--reader`, lets each confidence stand for its evidence, and asks the
truth which values were right. Every second picture fits the weights, the others choose from which confidence a value is certain.
Refuses pictures of the reporting split: what is reported must not have been fitted.
"""

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path
from unittest.mock import patch

from bench.accuracy.cells import JudgedCell, Outcome
from bench.accuracy.collection import Exhibit, load_collection
from bench.accuracy.logistic import Example, fit, probability
from bench.accuracy.scoring import judge_picture
from dev.command_line import ending
from dev.errors import WrongUsage
from scorecard_runner.deadline import Deadline
from scorecard_runner.errors import RunnerError
from scorecard_runner.neutral import to_neutral
from scorecard_runner.reader_mode import ReaderMode
from scorecard_runner.reading import assemble
from scorecard_runner.reading.belief import confidence, deduction, doubt
from scorecard_runner.reading.belief.calibration import number_features, text_features
from scorecard_runner.reading.belief.judgement import Judged, judge_all
from scorecard_runner.reading.cards.card import Innings
from scorecard_runner.reading.pipeline import read_scorecard

_TIME_LIMIT_S = 300.0
_TICKETS = 999
"""A confidence has three digits: so many pieces of evidence can be told apart in one picture."""

_MOST_WRONG = 0.004
REPORTING_PREFIX = "2-"


Kept = dict[int, tuple[bool, tuple[float, ...]]]
"""By ticket: whether it is of a text, and the features of its evidence."""

JudgeAll = Callable[[Sequence[Innings]], list[Judged]]


@dataclass(frozen=True)
class Case:
    """A value: what spoke for it, and whether it was right."""

    picture: int
    is_text: bool
    example: Example


def main(argv: Sequence[str]) -> int:
    """Fit, print the weights and the threshold, and return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m bench.accuracy.calibrate", description=__doc__)
    parser.add_argument("pictures", type=Path, metavar="DIR")
    parser.add_argument("--jobs", type=int, default=2, metavar="N", help="pictures read at a time (default: 2)")
    parser.add_argument(
        "--reader",
        type=ReaderMode,
        choices=list(ReaderMode),
        default=ReaderMode.TESSERACT,
        help="who reads (default: tesseract)",
    )
    parser.add_argument("--keep", type=Path, metavar="FILE", help="write what was found there")
    arguments = parser.parse_args(argv)
    return ending(lambda: _calibrate(arguments.pictures, arguments.reader, arguments.jobs, arguments.keep))


def _calibrate(folder: Path, reader: ReaderMode, jobs: int, keep: Path | None) -> None:
    exhibits = load_collection(folder, folder)
    if any(each.name.startswith(REPORTING_PREFIX) for each in exhibits):
        raise WrongUsage("these pictures are of the reporting split", "generate some with --split tuning")
    with ProcessPoolExecutor(max_workers=jobs) as pool:
        cases = [case for found in pool.map(partial(_cases_of, reader), exhibits, count()) for case in found]
    if keep:
        keep.write_text(json.dumps([[c.picture, c.is_text, *c.example.features, c.example.is_right] for c in cases]))
    for name, is_text in (("NUMBER_WEIGHTS", False), ("TEXT_WEIGHTS", True)):
        chosen = [case for case in cases if case.is_text is is_text]
        weights = fit([case.example for case in chosen if case.picture % 2 == 0])
        print(f"{name} = ({', '.join(f'{weight:.2f}' for weight in weights)})")
        for line in _thresholds([case.example for case in chosen if case.picture % 2], weights):
            print("  ", line)


def _thresholds(examples: Sequence[Example], weights: Sequence[float]) -> Iterator[str]:
    """Yield for some confidences how many values have it, and how many of these are wrong."""
    sure = [(probability(each.features, weights), each.is_right) for each in examples]
    for least in (0.5, 0.7, 0.9, 0.95, 0.97, 0.98, 0.985, 0.99, 0.995):
        inside = [is_right for share, is_right in sure if share >= least]
        if inside:
            wrong = inside.count(False) / len(inside)
            yield f"from {least}: {len(inside) / len(sure):.1%} of the values, {wrong:.2%} of these wrong"


def _cases_of(reader: ReaderMode, exhibit: Exhibit, picture: int) -> list[Case]:
    kept: Kept = {}
    found = []
    for cell in _judged(reader, exhibit, kept):
        known = kept.get(round((cell.confidence or 0.0) * (_TICKETS + 1)))
        if cell.is_answered and known:
            found.append(Case(picture, known[0], Example(known[1], cell.outcome is Outcome.RIGHT)))
    return found


def with_tickets(judge_all: JudgeAll, kept: Kept) -> JudgeAll:
    """Return the judging of a card with tickets for confidences; what each ticket stands for is kept.

    The document's own judging alone gets it: what the second reader is to do is decided by confidences as they are.
    """
    tickets = count(1)

    def ticket_for(features: Callable[..., tuple[float, ...]], *, is_text: bool) -> Callable[..., float]:
        def take(evidence: object) -> float:
            number = next(tickets)
            if evidence is None or number > _TICKETS:
                return 0.0
            kept[number] = (is_text, features(evidence))
            return number / (_TICKETS + 1)

        return take

    def judged(innings: Sequence[Innings]) -> list[Judged]:
        with (
            patch.object(confidence, "number_confidence", ticket_for(number_features, is_text=False)),
            patch.object(confidence, "text_confidence", ticket_for(text_features, is_text=True)),
            # What was deduced has no evidence of its own.
            patch.object(deduction, "PROVED", 0.0),
            patch.object(deduction, "FOLLOWS", 0.0),
            # What is in doubt keeps its evidence.
            patch.object(doubt, "DOUBTED", 1.0),
        ):
            return judge_all(innings)

    return judged


def _judged(reader: ReaderMode, exhibit: Exhibit, kept: Kept) -> Sequence[JudgedCell]:
    try:
        with patch.object(assemble, "judge_all", with_tickets(judge_all, kept)):
            document = read_scorecard(
                exhibit.picture.read_bytes(),
                languages="eng",
                reader=reader,
                deadline=Deadline.after(_TIME_LIMIT_S),
                on_page=lambda _done, _total: None,
            )
    except RunnerError:
        return ()
    return judge_picture(exhibit.truth, to_neutral(document)).cells


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
