"""Sections to innings: each batting table opens one; titles above, labelled lines and bowling below belong to it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from scorecard_runner.reading.cards.card import Card, Innings, MatchFacts, Text
from scorecard_runner.reading.cards.glued_fielders import with_fielders_apart
from scorecard_runner.reading.cards.heads import Head, find_head, find_side
from scorecard_runner.reading.cards.ownership import owners
from scorecard_runner.reading.cards.players import batting_lines, bowling_lines, bowling_lines_of
from scorecard_runner.reading.cards.repeats import drop_repeats
from scorecard_runner.reading.cards.team_names import SIDES, settle_names, with_opponents
from scorecard_runner.reading.geometry import Box
from scorecard_runner.reading.grammar.did_not_bat import parse_did_not_bat
from scorecard_runner.reading.grammar.dismissals import HowOut
from scorecard_runner.reading.grammar.extras import parse_extras
from scorecard_runner.reading.grammar.fall_of_wickets import parse_fall_of_wickets
from scorecard_runner.reading.grammar.labels import Label
from scorecard_runner.reading.grammar.match import find_date, find_result, find_toss
from scorecard_runner.reading.grammar.scores import Score, find_overs, parse_score
from scorecard_runner.reading.grammar.titles import parse_versus
from scorecard_runner.reading.names.agreement import agree_on_names
from scorecard_runner.reading.page.sections import Block, Section, TextLine
from scorecard_runner.reading.tables.cells import Cell, Reading
from scorecard_runner.reading.tables.table import Table
from scorecard_runner.reading.tables.vocabulary import Column, TableKind

if TYPE_CHECKING:
    from scorecard_runner.reading.page.lines import Line

_POINT_LOST_FROM = 100
_POINT_LOST_PENALTY = 0.8
_SOLVED_PENALTY = 0.7
_MOST_OVERS = 340  # 335.2 overs are the longest innings ever bowled


def build_card(sections: Sequence[Section]) -> Card:
    """Return the card; one without innings if there is no table of cricket on the pages."""
    collector = _Collector()
    owned = owners(sections)
    for index, section in enumerate(sections):
        collector.take(section, owned.get(index))
    innings = drop_repeats([each for each in collector.innings if _has_figures(each)])
    sides = _named_sides(sections)
    innings = settle_names(innings, sides)
    match = _match_facts(sections, innings, sides)
    return Card(match, tuple(agree_on_names(with_fielders_apart(with_opponents(innings, match.teams)))))


def _has_figures(innings: Innings) -> bool:
    """Whether a player has runs beside a name: legends and grids may have headings, but no such row."""
    return any(line.name and line.value(Column.RUNS) is not None for line in (*innings.batting, *innings.bowling))


class _Collector:
    """Goes through a page from top to bottom; the lines since the last table wait to be the next one's title."""

    def __init__(self) -> None:
        self.innings: list[Innings] = []
        self._waiting: list[Line] = []
        self._opened: list[int] = []  # the innings of each batting table
        self._current = -1

    def take(self, section: Section, owner: int | None) -> None:
        """Put the section into its innings: that of the batting table `owner`, or the one of the table before it."""
        if owner is not None and owner < len(self._opened):
            self._current = self._opened[owner]
        if isinstance(section, TextLine):
            self._waiting.append(section.line)
        elif isinstance(section, Block):
            self._take_block(section)
        elif section.kind is TableKind.BATTING:
            self._open(section)
        else:
            self._take_bowling(section)

    def _open(self, table: Table) -> None:
        head = find_head(self._waiting, table.heading.lead)
        self._waiting = []
        batting = batting_lines(table)
        not_batted = tuple(
            line.name
            for line in batting
            if line.name and line.dismissal and line.dismissal.how_out is HowOut.DID_NOT_BAT
        )
        played = tuple(
            line for line in batting if not (line.dismissal and line.dismissal.how_out is HowOut.DID_NOT_BAT)
        )
        opened = Innings(team=head.team, batting=played, did_not_bat=not_batted)
        self.innings.append(_with_head(opened, head))
        self._current = len(self.innings) - 1
        self._opened.append(self._current)

    def _take_bowling(self, table: Table) -> None:
        side = find_side(self._waiting, table.heading.lead)
        self._waiting = []
        bowling = bowling_lines(table)
        if not self.innings:
            self.innings.append(Innings(bowling=bowling, bowling_team=side))
        elif not self.innings[self._current].bowling:
            self.innings[self._current] = replace(self.innings[self._current], bowling=bowling, bowling_team=side)

    def _take_block(self, block: Block) -> None:
        if block.label is Label.INNINGS_TITLE:
            self._waiting.append(block.lines[0])
        if not self.innings:
            return
        latest = self.innings[self._current]
        if block.label is Label.EXTRAS:
            latest = _with_extras(latest, block)
        elif block.label is Label.TOTAL:
            latest = _with_total(latest, block)
        elif block.label is Label.FALL_OF_WICKETS and not latest.fall_of_wickets:
            latest = replace(latest, fall_of_wickets=parse_fall_of_wickets(block.text))
        elif block.label is Label.BOWLING_FIGURES and not latest.bowling:
            latest = replace(latest, bowling=bowling_lines_of(block))
        elif block.label is Label.DID_NOT_BAT:
            # One line for all, or one for each.
            latest = replace(latest, did_not_bat=(*latest.did_not_bat, *parse_did_not_bat(block.text)))
        self.innings[self._current] = latest


def _with_head(innings: Innings, head: Head) -> Innings:
    if head.score is None or head.score_line is None:
        return innings
    return _with_score(innings, head.score, head.score_line.box, head.score_line.confidence)


def _with_total(innings: Innings, block: Block) -> Innings:
    score = parse_score(block.text)
    return _with_score(innings, score, block.lines[0].box, block.confidence) if score else innings


def _with_score(innings: Innings, score: Score, box: Box, confidence: float) -> Innings:
    overs = score.overs.number if score.overs else None
    return replace(
        innings,
        total=_reading_added(innings.total, Column.RUNS, score.runs, box, confidence),
        wickets=_reading_added(innings.wickets, Column.WICKETS, score.wickets, box, confidence),
        overs=_with_overs(innings.overs, overs, box, confidence),
        is_all_out=innings.is_all_out or score.is_all_out,
        is_declared=innings.is_declared or score.is_declared,
    )


def _reading_added(cell: Cell | None, column: Column, value: float | None, box: Box, confidence: float) -> Cell | None:
    if value is None:
        return cell
    known = cell or Cell(column, box)
    return known.with_readings([Reading(float(value), confidence)])


def _with_overs(cell: Cell | None, overs: float | None, box: Box, confidence: float) -> Cell | None:
    """Add a reading of the overs, and one for the point that readers lose: 722 overs are 72.2."""
    if overs is not None and overs >= _POINT_LOST_FROM and overs == int(overs):
        pointed = _reading_added(cell, Column.OVERS, round(overs / 10, 1), box, confidence * _POINT_LOST_PENALTY)
        return pointed if overs > _MOST_OVERS else _reading_added(pointed, Column.OVERS, overs, box, confidence)
    return _reading_added(cell, Column.OVERS, overs, box, confidence)


def _with_extras(innings: Innings, block: Block) -> Innings:
    extras = parse_extras(block.text)
    # A frame or heading called Extras may stand above the line with the numbers: the one with parts is it.
    if extras is None or ("total" in innings.extras and not extras.parts):
        return innings
    printed = extras.parts if extras.total is None else {"total": extras.total, **extras.parts}
    box, confidence = block.lines[0].box, block.confidence * (_SOLVED_PENALTY if extras.is_solved else 1.0)
    cells = {part: Cell(Column.OTHER, box, (Reading(float(value), confidence),)) for part, value in printed.items()}
    # TV graphics write the overs on the same line.
    behind = re.split(r"\bovers\b", block.text, maxsplit=1, flags=re.IGNORECASE)[1:]
    overs = find_overs(f"overs {behind[0]}") if behind else None
    return replace(
        innings,
        extras={**innings.extras, **cells},
        has_solved_extras=innings.has_solved_extras or extras.is_solved,
        overs=_with_overs(innings.overs, overs.number if overs else None, box, confidence),
    )


def _named_sides(sections: Sequence[Section]) -> list[Text]:
    """Return both teams of the first line that names them, as `Kent v Essex` does."""
    for section in sections:
        sides = parse_versus(section.text) if isinstance(section, TextLine) else None
        if sides and isinstance(section, TextLine):
            return [Text(side, section.line.confidence) for side in sides]
    return []


def _match_facts(sections: Sequence[Section], innings: Sequence[Innings], sides: Sequence[Text]) -> MatchFacts:
    texts = [section.text for section in sections if not isinstance(section, Table)]
    batting = [each.team.text for each in innings if each.team]
    bowling = [each.bowling_team.text for each in innings if each.bowling_team]
    named = [side.text for side in sides]
    # Whoever bats surely plays; other lines with a `v` in them may speak of other matches.
    others = named if set(batting) <= set(named) else bowling
    return MatchFacts(
        teams=tuple(dict.fromkeys([*batting, *others]))[:SIDES],
        result=next((found for text in texts if (found := find_result(text))), None),
        toss=next((found for text in texts if (found := find_toss(text))), None),
        date=next((found for text in texts if (found := find_date(text))), None),
    )
