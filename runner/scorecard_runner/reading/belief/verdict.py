"""What is said of a result as a whole: verdict, flags, notes, format.

Flags name kinds of fields, notes name places; neither repeats a name or a word from the picture.
"""

from collections.abc import Sequence

from scorecard_runner.document import MEDIUM_FROM, Verdict
from scorecard_runner.reading.belief.checks import CheckResult
from scorecard_runner.reading.belief.evidence import DISMISSAL, NAME, TEAM
from scorecard_runner.reading.belief.judgement import TOTAL_CHECK, Judged
from scorecard_runner.reading.belief.resolve import Choice

_MOST_NOTES = 80
_T20_OVERS, _ONE_DAY_OVERS = 20, 50
_LIMITED_INNINGS = 2


def verdict(judged: Sequence[Judged]) -> Verdict:
    """Return Verified only where every innings adds up, no check fails, and nothing is in doubt."""
    for each in judged:
        fails = any(check.result is CheckResult.FAILS for check in each.checks)
        nameless = any(line.name is None for line in (*each.innings.batting, *each.innings.bowling))
        if each.doubts or fails or nameless or each.doubtful or each.doubtful_texts or not each.proves_total:
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
    return any(check.name == TOTAL_CHECK and check.result is CheckResult.FAILS for check in judged.checks)


def notes(judged: Sequence[Judged]) -> list[str]:
    """Return a sentence for each thing a person should know, in the order of the card."""
    found: list[str] = []
    for number, each in enumerate(judged, start=1):
        found += [f"Innings {number}: {sentence}" for sentence in _sentences(each)]
    return found[:_MOST_NOTES]


def _sentences(judged: Judged) -> list[str]:
    said = [*judged.doubts] if judged.innings.total else [*judged.doubts, "no total was found."]
    if judged.innings.has_solved_extras:
        said.append("extras: signs were taken for others so that the parts make the total.")
    said += [f"{check.name}: fails ({check.detail})." for check in judged.checks if check.result is CheckResult.FAILS]
    said += [
        f"{choice.place}: {_read(choice)}, taken as {choice.became:g} ({choice.because})." for choice in judged.choices
    ]
    said += [f"{each.place}: not as read there ({each.because})." for each in judged.innings.spellings if each.because]
    return said + [
        f"{place}: could not be read." if judged.confidences[place] == 0 else f"{place}: please check."
        for place in judged.doubtful
    ]


def _read(choice: Choice) -> str:
    return "could not be read" if choice.read is None else f"read as {choice.read:g}"


def format_name(judged: Sequence[Judged]) -> str | None:
    """Return the kind of match where the overs tell it."""
    if len(judged) > _LIMITED_INNINGS:
        return "Multi-day"
    overs = [each.innings.overs.value for each in judged if each.innings.overs and each.innings.overs.value]
    longest = max(overs, default=0.0)
    return {_T20_OVERS: "T20", _ONE_DAY_OVERS: "One-day"}.get(int(longest)) if longest == int(longest) else None
