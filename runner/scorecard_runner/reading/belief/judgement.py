"""An innings weighed: readings chosen, what follows from others added, checks tried, everything with its confidence.

The one place that knows in which order that is done: evidence is taken before anything is deduced but a total that two sums
say alike, so that a sum that was made to hold proves nothing. Refuses to say it in words; `verdict` does.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import fmean

from scorecard_runner.document import MEDIUM_FROM
from scorecard_runner.reading.belief.arithmetic import check_innings
from scorecard_runner.reading.belief.checks import Check, CheckResult
from scorecard_runner.reading.belief.confidence import number_confidences, text_confidences
from scorecard_runner.reading.belief.deduction import Deduction, deduce_rest, deduce_total, with_deduced
from scorecard_runner.reading.belief.doubt import Doubt, doubted
from scorecard_runner.reading.belief.doubts import doubts_about
from scorecard_runner.reading.belief.failed_sums import without_certainty
from scorecard_runner.reading.belief.fragments import doubts_between
from scorecard_runner.reading.belief.resolve import Choice, resolve_innings
from scorecard_runner.reading.belief.row_checks import check_rows
from scorecard_runner.reading.cards.card import CellPlace, Innings

TOTAL_CHECK = "batters and extras make the total"
_UNPROVED_TOTAL = 0.9  # factor on an innings whose runs do not add up or cannot be added
_MISSING_TOTAL = 0.8
_MOST_STRAY = 2  # batters


@dataclass(frozen=True)
class Judged:
    """An innings with everything that was found out about it."""

    innings: Innings
    choices: tuple[Choice, ...]
    checks: tuple[Check, ...]
    confidences: Mapping[CellPlace, float]
    """Of numbers."""
    texts: Mapping[CellPlace, float] = field(default_factory=dict)
    """Of names, dismissals and the team."""
    deduced: frozenset[CellPlace] = frozenset()
    """Numbers that follow from others."""
    doubts: tuple[str, ...] = ()
    """Why some of it may belong elsewhere."""

    @property
    def score(self) -> float:
        """Confidence in the innings, 0 to 1."""
        values = [*self.confidences.values(), *self.texts.values()]
        mean = fmean(values) if values else 0.0
        failed = sum(check.result is CheckResult.FAILS for check in self.checks)
        proved = 1.0 if self.proves_total else _UNPROVED_TOTAL
        present = 1.0 if self.innings.total else _MISSING_TOTAL
        return mean * proved * present * 0.97**failed

    @property
    def proves_total(self) -> bool:
        """Whether batters and extras add up to the printed total."""
        return any(check.name == TOTAL_CHECK and check.result is CheckResult.HOLDS for check in self.checks)

    @property
    def doubtful_texts(self) -> list[CellPlace]:
        """Places of names and dismissals that a person should look at."""
        return [place for place, sure in self.texts.items() if sure < MEDIUM_FROM]

    @property
    def doubtful(self) -> list[CellPlace]:
        """Places of numbers that a person should look at.

        Unsure ones, those of a row that does not fit together, those that nobody read, and extras that were solved.
        """
        odd = {
            place for check in check_rows(self.innings) if check.result is CheckResult.FAILS for place in check.cells
        }
        odd |= self.deduced
        if self.innings.has_solved_extras:
            odd |= {place for place in self.confidences if place.where == "extras"}
        return [place for place, sure in self.confidences.items() if sure < MEDIUM_FROM or place in odd]


def judge_all(innings: Sequence[Innings]) -> list[Judged]:
    """Return the innings of a card weighed, with what they say about each other; without strays beside a proved one."""
    judged = [judge(each, doubts) for each, doubts in zip(innings, doubts_between(innings), strict=True)]
    is_any_proved = any(each.proves_total for each in judged)
    return [each for each in judged if not (is_any_proved and _is_stray(each))]


def _is_stray(judged: Judged) -> bool:
    """Whether it is a batter or two out of other lines of the page, all of it in doubt: partnerships, or a commentary."""
    innings = judged.innings
    is_scrap = len(innings.batting) <= _MOST_STRAY and not innings.bowling and not innings.did_not_bat
    return is_scrap and bool(judged.doubts) and not judged.proves_total


def judge(innings: Innings, from_outside: Sequence[Doubt] = ()) -> Judged:
    """Return the innings weighed; its neighbours may have put it in doubt."""
    resolved, choices = resolve_innings(innings)
    total = deduce_total(resolved)
    proved = with_deduced(resolved, (total,) if total else ())
    rest = deduce_rest(proved)
    deduced = (*((total,) if total else ()), *rest)
    doubts = (*from_outside, *doubts_about(proved))
    numbers = number_confidences(proved) | {each.place: each.confidence for each in deduced}
    texts = text_confidences(proved)
    checks = check_innings(proved)
    return Judged(
        with_deduced(proved, rest),
        tuple(_with_deduced(choices, deduced)),
        checks,
        without_certainty(doubted(numbers, doubts), proved, checks),
        doubted(texts, doubts),
        frozenset(each.place for each in deduced),
        tuple(dict.fromkeys(doubt.sentence for doubt in doubts)),
    )


def _with_deduced(choices: Iterable[Choice], deductions: Iterable[Deduction]) -> Iterable[Choice]:
    deduced = {each.place: Choice(each.place, each.read, each.became, each.because) for each in deductions}
    return (*(choice for choice in choices if choice.place not in deduced), *deduced.values())
