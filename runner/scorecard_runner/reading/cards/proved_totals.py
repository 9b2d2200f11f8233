"""Totals that stand where no innings looks for them: in the title bar of a window, a panel beside the table, a status bar.

Believed only because batters and extras make them; wickets and overs are those printed with the total. Refuses to look for
a total where one was found, where a batter's runs or the extras are not known, and numbers that nothing says to be a score.
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
    return [_with_total(each, sections) if each.total is None else each for each in innings]


def _with_total(innings: Innings, sections: Sequence[Section]) -> Innings:
    made = _made(innings)
    found = next(_scores_of(made, list(_lines(sections))), None) if made is not None else None
    if found is None:
        return innings
    scored = with_score(innings, PrintedScore(found.score, of_line(found.line), is_labelled=False))
    return replace(scored, team=scored.team or found.team)


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
            score = _score_in(phrase, runs)
            if score is None:
                continue
            beside = [
                each.text
                for each in (
                    *line.phrases[place + 1 :],
                    *(each for after in lines[at + 1 : at + 3] for each in after.phrases),
                )
            ]
            yield _Found(_with_overs(score, beside), Line((phrase,)), _team_before(runs, phrase, lines[at - 1 : at]))


def _team_before(runs: int, phrase: Phrase, above: Sequence[Line]) -> Text | None:
    """Return the side that stands before the runs, or on a line of its own above them."""
    before = phrase.text[: phrase.text.find(str(runs))]
    said = _BEFORE_TEAM.split(before)[-1].strip(" ,:-") if before.strip() else ""
    if said and (team := parse_team(said)):
        return Text(team, phrase.confidence, phrase.readers)
    stands_above = not said and above and len(above[0].phrases) == 1 and not any(map(str.isdigit, above[0].text))
    team = parse_team(above[0].text) if stands_above and _begin_alike(above[0].phrases[0], phrase) else None
    return Text(team, above[0].confidence, above[0].readers) if team else None


def _begin_alike(one: Phrase, other: Phrase) -> bool:
    return abs(one.box.left - other.box.left) < other.box.height


def _score_in(phrase: Phrase, runs: int) -> Score | None:
    matched = re.search(rf"(?<![\d.]){runs}(?![\d.])", phrase.text)
    if matched is None:
        return None
    said = parse_score(_ENDS_SCORE.split(phrase.text[matched.start() :].replace("(", " ("), maxsplit=1)[0] + ")")
    if said is None or said.runs != runs:
        return None
    is_alone = matched[0] == phrase.text.strip() or bool(_NAMES_TOTAL.search(phrase.text[: matched.start()]))
    return said if is_alone or said.wickets is not None else None


def _with_overs(score: Score, beside: Sequence[str]) -> Score:
    overs = score.overs or next((found for text in beside if (found := find_overs(text))), None)
    return replace(score, overs=overs)
