"""Sums printed around the tables of an innings: total, wickets, overs, extras, put into it as readings.

Refuses to know where they stand: `collector` hands them to their innings.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from scorecard_runner.reading.cards.card import Innings
from scorecard_runner.reading.cards.heads import Head
from scorecard_runner.reading.geometry import Box
from scorecard_runner.reading.grammar.extras import parse_extras
from scorecard_runner.reading.grammar.overs import parse_overs
from scorecard_runner.reading.grammar.scores import ALL_OUT_WICKETS, Score, find_overs, parse_score
from scorecard_runner.reading.page.lines import Line
from scorecard_runner.reading.page.sections import Block
from scorecard_runner.reading.tables.cells import Cell, Reading
from scorecard_runner.reading.tables.sum_tables import EXTRAS_PARTS, Sum, SumRow
from scorecard_runner.reading.tables.vocabulary import Column

_POINT_LOST_FROM = 100
_POINT_LOST_PENALTY = 0.8
_SOLVED_PENALTY = 0.7
_MOST_OVERS = 340  # 335.2 overs are the longest innings ever bowled
_NUMBER = re.compile(r"\d{1,4}")
_DECLARED = frozenset({"y", "yes", "true", "1", "d", "dec", "declared"})


@dataclass(frozen=True)
class Print:
    """Where sums are printed, 0 to 1 sure how they were read, and who read them."""

    box: Box
    confidence: float
    readers: tuple[str, ...] = ()

    def said(self, value: float) -> Reading:
        """Return the value as it was read here."""
        return Reading(float(value), self.confidence, self.readers)

    def less_sure(self, factor: float) -> "Print":
        """Return it with less confidence."""
        return replace(self, confidence=self.confidence * factor)


@dataclass(frozen=True)
class PrintedScore:
    """A score and where it is printed; `is_labelled`: on the line of the total."""

    score: Score
    at: Print
    is_labelled: bool


def score_of_head(head: Head) -> PrintedScore | None:
    """Return the score that a title says, if it says one."""
    if head.score is None or head.score_line is None:
        return None
    return PrintedScore(head.score, of_line(head.score_line), is_labelled=False)


def score_of_total(block: Block) -> PrintedScore | None:
    """Return what a line of the total says; None if there is no number in it."""
    score = parse_score(block.text)
    return PrintedScore(score, _of_block(block), is_labelled=True) if score else None


def with_score(innings: Innings, printed: PrintedScore) -> Innings:
    """Return the innings with what the score says."""
    return _with_score(innings, printed.score, printed.at)


def with_extras(innings: Innings, block: Block) -> Innings:
    """Return the innings with its extras."""
    extras = parse_extras(block.text)
    # A frame or heading called Extras may stand above the line with the numbers: the one with parts is it.
    if extras is None or ("total" in innings.extras and not extras.parts):
        return innings
    printed = extras.parts if extras.total is None else {"total": extras.total, **extras.parts}
    if _add_up(innings.extras):
        printed = {part: value for part, value in printed.items() if value == 0 and part not in innings.extras}
    at = _of_block(block).less_sure(_SOLVED_PENALTY if extras.is_solved else 1.0)
    # TV graphics write the overs on the same line.
    behind = re.split(r"\bovers\b", block.text, maxsplit=1, flags=re.IGNORECASE)[1:]
    overs = find_overs(f"overs {behind[0]}") if behind else None
    return replace(
        innings,
        extras={**innings.extras, **_extras_cells(printed, at)},
        has_solved_extras=innings.has_solved_extras or extras.is_solved,
        overs=_with_overs(innings.overs, overs.number if overs else None, at),
    )


def _add_up(extras: Mapping[str, Cell]) -> bool:
    """Whether all is said: what follows, if it is not nought, belongs to a commentary."""
    values = {part: cell.value for part, cell in extras.items()}
    total = values.pop("total", None)
    return bool(values) and total is not None and sum(value or 0 for value in values.values()) == total


def with_overs_alone(innings: Innings, block: Block) -> Innings:
    """Return the innings with overs that stand on a line of their own; nothing else says them."""
    overs = find_overs(block.text)
    number = overs.number if overs else None
    return replace(innings, overs=_with_overs(innings.overs, number, _of_block(block)))


def with_wickets_alone(innings: Innings, block: Block) -> Innings:
    """Return the innings with wickets that stand on a line of their own; nothing else says them."""
    matched = _NUMBER.search(block.text)
    wickets = int(matched[0]) if matched and int(matched[0]) <= ALL_OUT_WICKETS else None
    return replace(
        innings,
        wickets=_reading_added(innings.wickets, Column.WICKETS, wickets, _of_block(block)),
        is_all_out=innings.is_all_out or wickets == ALL_OUT_WICKETS,
    )


def with_sum_row(innings: Innings, row: SumRow) -> Innings:
    """Return the innings with the sums of its row in a table of sums; extras that are printed elsewhere stay."""
    at = of_line(row.line)
    total, wickets, overs = row.values.get(Sum.TOTAL), row.values.get(Sum.WICKETS), row.values.get(Sum.OVERS)
    said = Score(
        int(total) if total and total.isdecimal() else None,
        int(wickets) if wickets and wickets.isdecimal() else None,
        parse_overs(overs) if overs else None,
        is_all_out=wickets == str(ALL_OUT_WICKETS),
        is_declared=row.values.get(Sum.DECLARED, "").casefold() in _DECLARED,
    )
    named = {"total": row.values.get(Sum.EXTRAS), **{part.value: row.values.get(part) for part in EXTRAS_PARTS}}
    printed = {name: int(text) for name, text in named.items() if text and text.isdecimal()}
    cells = _extras_cells(printed, at)
    return replace(_with_score(innings, said, at), extras={**cells, **innings.extras})


def of_line(line: Line) -> Print:
    """Return the line as the place of a sum."""
    return Print(line.box, line.confidence, line.readers)


def _of_block(block: Block) -> Print:
    return Print(block.lines[0].box, block.confidence, block.readers)


def _extras_cells(printed: dict[str, int], at: Print) -> dict[str, Cell]:
    return {part: Cell(Column.OTHER, at.box, (at.said(value),)) for part, value in printed.items()}


def _with_score(innings: Innings, score: Score, at: Print) -> Innings:
    overs = score.overs.number if score.overs else None
    return replace(
        innings,
        total=_reading_added(innings.total, Column.RUNS, score.runs, at),
        wickets=_reading_added(innings.wickets, Column.WICKETS, score.wickets, at),
        overs=_with_overs(innings.overs, overs, at),
        is_all_out=innings.is_all_out or score.is_all_out,
        is_declared=innings.is_declared or score.is_declared,
    )


def _reading_added(cell: Cell | None, column: Column, value: float | None, at: Print) -> Cell | None:
    if value is None:
        return cell
    known = cell or Cell(column, at.box)
    return known.with_readings([at.said(value)])


def _with_overs(cell: Cell | None, overs: float | None, at: Print) -> Cell | None:
    """Add a reading of the overs, and one for the point that readers lose: 722 overs are 72.2."""
    if overs is not None and overs >= _POINT_LOST_FROM and overs == int(overs):
        pointed = _reading_added(cell, Column.OVERS, round(overs / 10, 1), at.less_sure(_POINT_LOST_PENALTY))
        return pointed if overs > _MOST_OVERS else _reading_added(pointed, Column.OVERS, overs, at)
    return _reading_added(cell, Column.OVERS, overs, at)
