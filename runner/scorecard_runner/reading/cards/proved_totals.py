"""Totals that stand where no innings looks for them: in the title bar of a window, a panel beside the table, a status bar.

Believed only because batters and extras make them; wickets and overs are those printed with the total. Refuses to look for
another total where the one that was found is proved, where a batter's runs or the extras are not known, and to take numbers
that nothing says to be a score.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from scorecard_runner.reading.belief.arithmetic import extras_said, has_batted, sum_of
from scorecard_runner.reading.cards.card import Innings, Text
from scorecard_runner.reading.cards.sums import PrintedScore, of_line, with_score
from scorecard_runner.reading.grammar.scores import Score, find_overs, parse_score
from scorecard_runner.reading.grammar.titles import parse_team
from scorecard_runner.reading.page.lines import Line, Phrase
from scorecard_runner.reading.page.sections import Block, Section, TextLine
from scorecard_runner.reading.tables.vocabulary import Column

_LEAST_BATTERS = 4
_NAMES_TOTAL = re.compile(r"\b(?:total|score|runs)\W*$", re.IGNORECASE)
_BEFORE_TEAM = re.compile(r"[\[\](|]|\s[-–—]\s")  # noqa: RUF001 - as printed
_ENDS_SCORE = re.compile(r"[\])|]")


@dataclass(frozen=True)
class _Found:
    """A score, its line, and the side that is named before it."""

    score: Score
    line: Line
    team: Text | None = None


def with_proved_totals(innings: Sequence[Innings], sections: Sequence[Section]) -> list[Innings]:
    """Return the innings, with the totals that their batters and extras make wherever they stand."""
    lines = list(_lines(sections))
    return [_with_total(each, lines) for each in innings]


def _with_total(innings: Innings, lines: Sequence[Line]) -> Innings:
    made = _made(innings)
    if made is None or (innings.total is not None and innings.total.value == made):
        return innings
    found = next(_scores_of(made, lines), None)
    if found is None:
        return innings
    # What was taken for the total is some other number of the page.
    scored = with_score(replace(innings, total=None), PrintedScore(found.score, of_line(found.line), is_labelled=False))
    return replace(scored, team=found.team or scored.team)


def _made(innings: Innings) -> int | None:
    batted = [line for line in innings.batting if has_batted(line)]
    runs, extras = sum_of(batted, Column.RUNS), extras_said(innings)
    if runs is None or extras is None or len(batted) < _LEAST_BATTERS:
        return None
    return round(runs + extras)


def _lines(sections: Sequence[Section]) -> Iterator[Line]:
    for section in sections:
        if isinstance(section, TextLine):
            yield section.line
        elif isinstance(section, Block):
            yield from section.lines


def _scores_of(runs: int, lines: Sequence[Line]) -> Iterator[_Found]:
    for at, line in enumerate(lines):
        for place, phrase in enumerate(line.phrases):
            if score := _score_in(phrase, runs):
                below = [each for after in lines[at + 1 : at + 3] for each in after.phrases]
                near = [
                    *line.phrases[place + 1 :],
                    *(each for each in below if each.box.overlap_x(phrase.box) > 0),
                    *below,
                ]
                yield _Found(_with_overs(score, near), Line((phrase,)), _team_of(runs, phrase, lines))


def _team_of(runs: int, phrase: Phrase, lines: Sequence[Line]) -> Text | None:
    """Return the side that stands before the runs, left of them, or right above them."""
    before = phrase.text[: phrase.text.find(str(runs))].rstrip("01")
    said = _BEFORE_TEAM.split(before)[-1].strip(" ,:-") if any(map(str.isalpha, before)) else ""
    if said:
        team = parse_team(said)
        return Text(team, phrase.confidence, phrase.readers) if team else None
    named = [each for line in lines for each in line.phrases if _may_name(each, phrase)]
    nearest = min(named, key=lambda each: phrase.box.centre_y - each.box.centre_y, default=None)
    team = parse_team(nearest.text) if nearest else None
    return Text(team, nearest.confidence, nearest.readers) if team and nearest else None


def _may_name(phrase: Phrase, runs: Phrase) -> bool:
    """Whether it stands where the side of a score is named, and is no figure."""
    height = runs.box.height
    is_beside = phrase.box.right <= runs.box.left and abs(phrase.box.centre_y - runs.box.centre_y) < height
    is_above = abs(phrase.box.left - runs.box.left) < height and 0 < runs.box.top - phrase.box.bottom < 2 * height
    return (is_beside or is_above) and not any(map(str.isdigit, phrase.text))


def _score_in(phrase: Phrase, runs: int) -> Score | None:
    # The round end of a chip is read as one more figure.
    matched = re.search(rf"(?<![\d.])[01]?({runs})(?![\d.])", phrase.text)
    if matched is None:
        return None
    said = parse_score(_ENDS_SCORE.split(phrase.text[matched.start(1) :].replace("(", " ("), maxsplit=1)[0] + ")")
    if said is None or said.runs != runs:
        return None
    is_alone = matched[1] == phrase.text.strip() or bool(_NAMES_TOTAL.search(phrase.text[: matched.start()]))
    return said if is_alone or said.wickets is not None else None


def _with_overs(score: Score, near: Sequence[Phrase]) -> Score:
    overs = score.overs or next((found for phrase in near if (found := find_overs(phrase.text))), None)
    return replace(score, overs=overs)
