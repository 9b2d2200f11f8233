"""What is said of a result as a whole: verdict, flags, notes, format.

Flags name kinds of fields, notes name places; neither repeats a name or a word from the picture.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from statistics import fmean

from scorecard_runner.document import MEDIUM_FROM, Verdict
from scorecard_runner.reading.arithmetic import Check, CheckResult, check_rows
from scorecard_runner.reading.card import CellPlace, Innings
from scorecard_runner.reading.evidence import DISMISSAL, NAME, TEAM
from scorecard_runner.reading.resolve import Choice

_TOTAL_CHECK = "batters and extras make the total"
_MOST_NOTES = 80
_UNPROVED_TOTAL = 0.9  # factor on an innings whose runs do not add up or cannot be added
_MISSING_TOTAL = 0.8
_T20_OVERS, _ONE_DAY_OVERS = 20, 50
_LIMITED_INNINGS = 2


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
        return any(check.name == _TOTAL_CHECK and check.result is CheckResult.HOLDS for check in self.checks)

    @property
    def doubtful_texts(self) -> list[CellPlace]:
        """Places of names and dismissals that a person should look at."""
        return [place for place, sure in self.texts.items() if sure < MEDIUM_FROM]

    @property
    def doubtful(self) -> list[CellPlace]:
        """Places of numbers that a person should look at: unsure ones, and those of a row that does not fit together."""
        odd = {
            place for check in check_rows(self.innings) if check.result is CheckResult.FAILS for place in check.cells
        }
        return [place for place, sure in self.confidences.items() if sure < MEDIUM_FROM or place in odd]


def verdict(judged: Sequence[Judged]) -> Verdict:
    """Return Verified only where every innings adds up, no check fails, and nothing is in doubt."""
    for each in judged:
        fails = any(check.result is CheckResult.FAILS for check in each.checks)
        nameless = any(line.name is None for line in (*each.innings.batting, *each.innings.bowling))
        if fails or nameless or each.doubtful or each.doubtful_texts or not each.proves_total:
            return Verdict.NEEDS_REVIEW
    return Verdict.VERIFIED


_FLAG_OF_PLACE = {
    "total": "total_runs_uncertain",
    "wickets": "wickets_uncertain",
    "overs": "overs_uncertain",
    "extras": "extras_uncertain",
    "batting": "batting_figures_uncertain",
    "bowling": "bowling_figures_uncertain",
}


_FLAG_OF_TEXT = {NAME: "player_names_uncertain", DISMISSAL: "dismissals_uncertain"}


def flags(judged: Sequence[Judged]) -> list[str]:
    """Return which kinds of fields are in doubt, each once."""
    found = [_FLAG_OF_PLACE[place.where] for each in judged for place in each.doubtful]
    found += ["total_runs_uncertain" for each in judged if each.innings.total is None or _fails_total(each)]
    found += ["team_names_uncertain" for each in judged if each.texts.get(TEAM, 0.0) < MEDIUM_FROM]
    found += [_FLAG_OF_TEXT[place.part] for each in judged for place in each.doubtful_texts if place.part]
    found += ["batting_figures_uncertain" for each in judged if not each.innings.batting]
    return sorted(set(found))


def _fails_total(judged: Judged) -> bool:
    return any(check.name == _TOTAL_CHECK and check.result is CheckResult.FAILS for check in judged.checks)


def notes(judged: Sequence[Judged]) -> list[str]:
    """Return a sentence for each thing a person should know, in the order of the card."""
    found: list[str] = []
    for number, each in enumerate(judged, start=1):
        found += [f"Innings {number}: {sentence}" for sentence in _sentences(each)]
    return found[:_MOST_NOTES]


def _sentences(judged: Judged) -> list[str]:
    said = [] if judged.innings.total else ["no total was found."]
    said += [f"{check.name}: fails ({check.detail})." for check in judged.checks if check.result is CheckResult.FAILS]
    said += [
        f"{choice.place}: read as {choice.read:g}, taken as {choice.became:g} ({choice.because})."
        for choice in judged.choices
    ]
    said += [f"{each.place}: not as read there ({each.because})." for each in judged.innings.spellings if each.because]
    return said + [
        f"{place}: could not be read." if judged.confidences[place] == 0 else f"{place}: please check."
        for place in judged.doubtful
    ]


def format_name(judged: Sequence[Judged]) -> str | None:
    """Return the kind of match where the overs tell it."""
    if len(judged) > _LIMITED_INNINGS:
        return "Multi-day"
    overs = [each.innings.overs.value for each in judged if each.innings.overs and each.innings.overs.value]
    longest = max(overs, default=0.0)
    return {_T20_OVERS: "T20", _ONE_DAY_OVERS: "One-day"}.get(int(longest)) if longest == int(longest) else None
