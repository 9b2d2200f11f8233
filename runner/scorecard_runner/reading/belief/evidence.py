"""What speaks for and against a value of the card: opinions of the reader, agreement, checks; facts only.

How much each weighs is told by `calibration`. Refuses to look at what the value is.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from scorecard_runner.reading.belief.arithmetic import check_innings
from scorecard_runner.reading.belief.checks import Check, CheckResult
from scorecard_runner.reading.belief.row_checks import check_rows
from scorecard_runner.reading.cards.card import BattingLine, CellPlace, Innings, PlayerLine, Spelling
from scorecard_runner.reading.tables.cells import Cell

NAME = "name"
DISMISSAL = "dismissal"
BOWLER = "bowler"
TEAM = CellPlace("team")


@dataclass(frozen=True, slots=True)
class NumberEvidence:
    """About a number: `reader` is the best opinion on the believed value, `page` the median opinion on all numbers, 0 to 1.

    `agreeing` and `differing` count readings beside that one; `other_agrees` and `other_differs`: whether a second reader read
    the same, or only something else. The rest count checks the number takes part in.
    """

    reader: float
    page: float
    agreeing: int
    differing: int
    rows_hold: int
    rows_fail: int
    sums_hold: int
    sums_fail: int
    is_corrected: bool
    other_agrees: bool = False
    other_differs: bool = False


@dataclass(frozen=True, slots=True)
class TextEvidence:
    """About a name or a dismissal: `reader` is the worst opinion on a word of it, `page` as for numbers.

    `said_elsewhere`: how often the card says the same name in other places, `differing` how often it names the same player
    otherwise; of a dismissal, the bowler's. `is_understood`: a dismissal follows the grammar, a name has at least two letters.
    `is_corrected`: it is not what was read there; `reader` is the best opinion on a place that says it then. `is_confirmed`: two
    readers read every word of it alike.
    """

    reader: float
    page: float
    said_elsewhere: int
    is_understood: bool
    is_dismissal: bool
    is_team: bool = False
    differing: int = 0
    is_corrected: bool = False
    is_confirmed: bool = False


def number_evidence(innings: Innings) -> dict[CellPlace, NumberEvidence | None]:
    """Return what is known of every number that is printed; None of those that could not be read.

    Cells whose paper is blank are left out.
    """
    row_checks, sums = _by_cell(check_rows(innings)), _by_cell(check_innings(innings))
    page = _page_quality(innings)
    return {
        place: _of_number(cell, page, row_checks.get(place, []), sums.get(place, []))
        for place, cell in innings.cells()
        if cell.value is not None or not cell.is_blank
    }


def text_evidence(innings: Innings) -> dict[CellPlace, TextEvidence]:
    """Return what is known of every name and dismissal, by table, row and `name` or `dismissal`, and of the team."""
    page, spellings = _page_quality(innings), _by_place(innings.spellings)
    found: dict[CellPlace, TextEvidence] = {}
    for table in ("batting", "bowling"):
        lines: tuple[PlayerLine, ...] = getattr(innings, table)
        for row, line in enumerate(lines):
            if line.name:
                place = CellPlace(table, row, NAME)
                found[place] = _of_name(line, page, spellings.get(place, ()))
            if isinstance(line, BattingLine) and line.dismissal_text:
                place = CellPlace(table, row, DISMISSAL)
                of_bowler = spellings.get(CellPlace(table, row, BOWLER), ())
                found[place] = _of_dismissal(line, page, (*spellings.get(place, ()), *of_bowler))
    if innings.team:
        found[TEAM] = TextEvidence(
            innings.team.confidence,
            page,
            0,
            is_understood=True,
            is_dismissal=False,
            is_team=True,
            is_confirmed=len(innings.team.readers) > 1,
        )
    return found


def _by_cell(checks: Iterable[Check]) -> Mapping[CellPlace, list[CheckResult]]:
    found: dict[CellPlace, list[CheckResult]] = {}
    for check in checks:
        for place in check.cells:
            found.setdefault(place, []).append(check.result)
    return found


def _page_quality(innings: Innings) -> float:
    first = [cell.readings[0].confidence for _, cell in innings.cells() if cell.readings]
    return median(first) if first else 0.0


def _of_number(
    cell: Cell, page: float, row_checks: list[CheckResult], sums: list[CheckResult]
) -> NumberEvidence | None:
    if cell.value is None:
        return None
    agreeing = [reading.confidence for reading in cell.readings if reading.value == cell.value]
    believers = set(cell.readers)
    others = {name for reading in cell.readings for name in reading.readers} - believers
    return NumberEvidence(
        reader=max(agreeing),
        page=page,
        agreeing=len(agreeing) - 1,
        differing=len(cell.readings) - len(agreeing),
        rows_hold=row_checks.count(CheckResult.HOLDS),
        rows_fail=row_checks.count(CheckResult.FAILS),
        sums_hold=sums.count(CheckResult.HOLDS),
        sums_fail=sums.count(CheckResult.FAILS),
        is_corrected=cell.value != cell.readings[0].value,
        other_agrees=len(believers) > 1,
        other_differs=len(believers) == 1 and bool(others),
    )


def _by_place(spellings: Iterable[Spelling]) -> Mapping[CellPlace, Sequence[Spelling]]:
    found: dict[CellPlace, list[Spelling]] = {}
    for spelling in spellings:
        found.setdefault(spelling.place, []).append(spelling)
    return found


def _of_name(line: PlayerLine, page: float, spellings: Sequence[Spelling]) -> TextEvidence:
    text = line.name.text if line.name else ""
    letters = sum(map(str.isalpha, text))
    return TextEvidence(
        reader=spellings[-1].reader if spellings else line.name_confidence,
        page=page,
        said_elsewhere=sum(each.agreeing for each in spellings),
        is_understood=letters > 1,
        is_dismissal=False,
        differing=sum(each.differing for each in spellings),
        is_corrected=_is_corrected(spellings),
        is_confirmed=len(line.name_readers) > 1 and not _is_corrected(spellings),
    )


def _of_dismissal(line: BattingLine, page: float, spellings: Sequence[Spelling]) -> TextEvidence:
    has_bowler = line.dismissal is not None and line.dismissal.bowler is not None
    return TextEvidence(
        reader=line.dismissal_text.confidence if line.dismissal_text else 0.0,
        page=page,
        # Without a bowler nothing else on the card could say the same.
        said_elsewhere=sum(each.agreeing for each in spellings) if has_bowler else 1,
        is_understood=line.dismissal is not None,
        is_dismissal=True,
        differing=sum(each.differing for each in spellings),
        is_corrected=_is_corrected(spellings),
        is_confirmed=line.dismissal_text is not None and len(line.dismissal_text.readers) > 1,
    )


def _is_corrected(spellings: Sequence[Spelling]) -> bool:
    return any(each.became != each.read for each in spellings)
