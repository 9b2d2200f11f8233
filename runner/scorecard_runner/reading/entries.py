"""A judged innings as the entries of a document: names of fields, confidences, and who read what.

Refuses to decide what is on the card; only here internal names become public keys.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from scorecard_runner.document import (
    Band,
    BattingEntry,
    BowlingEntry,
    CheckEntry,
    CorrectionEntry,
    ExtrasEntry,
    FallOfWicketEntry,
    InningsEntry,
)
from scorecard_runner.reading.belief.checks import Check
from scorecard_runner.reading.belief.evidence import BOWLER, DISMISSAL, NAME, TEAM
from scorecard_runner.reading.belief.judgement import Judged
from scorecard_runner.reading.belief.resolve import Choice
from scorecard_runner.reading.cards.card import BattingLine, BowlingLine, CellPlace, Innings, PlayerLine, Text
from scorecard_runner.reading.names.mentions import fielder_part
from scorecard_runner.reading.tables.vocabulary import Column

_LONGEST_TEXT = 120
_MOST_ROWS = 30
_MOST_FALLS = 12
_MOST_WAITING = 15
_MOST_FIELDERS = 6
_MOST_CORRECTIONS = 60

_SUMMARY_KEYS = {"total": "runs", "wickets": "wickets", "overs": "overs"}
_BATTING_KEYS = {Column.BALLS: "balls_faced"}
_BOWLING_KEYS = {Column.OVERS: "overs_bowled", Column.RUNS: "runs_conceded", Column.WICKETS: "wickets_taken"}


def innings_entry(number: int, judged: Judged, *, is_shared: bool) -> InningsEntry:
    """Return the entry of an innings; `is_shared`: two readers read it, and every field says which."""
    innings = judged.innings
    score = round(judged.score, 3)
    return InningsEntry(
        number=number,
        batting_team=_text(innings.team),
        bowling_team=_text(innings.bowling_team),
        runs=_whole(innings.total.value if innings.total else None),
        wickets=_whole(innings.wickets.value if innings.wickets else None),
        overs=innings.overs.value if innings.overs else None,
        declared=innings.is_declared,
        all_out=innings.is_all_out,
        confidence=Band.of(score),
        confidence_score=score,
        field_confidence=_summary_confidence(judged),
        field_read_by=_summary_readers(innings) if is_shared else None,
        batting=[
            _batting_entry(row, line, judged, is_shared=is_shared)
            for row, line in enumerate(innings.batting[:_MOST_ROWS])
        ],
        bowling=[
            _bowling_entry(row, line, judged, is_shared=is_shared)
            for row, line in enumerate(innings.bowling[:_MOST_ROWS])
        ],
        extras=_extras_entry(judged, is_shared=is_shared),
        fall_of_wickets=[
            FallOfWicketEntry(
                wicket=fall.wicket,
                score_at_fall=fall.runs,
                player_name=cut_or_none(fall.batter),
                player_full_name=_full_name(judged, CellPlace("fall_of_wickets", at, NAME)),
                over=fall.over.number if fall.over else None,
            )
            for at, fall in enumerate(innings.fall_of_wickets[:_MOST_FALLS])
        ],
        did_not_bat=[cut(name.text) for name in innings.did_not_bat[:_MOST_WAITING]],
        checks=[_check_entry(check) for check in judged.checks],
        corrections=_corrections(judged)[:_MOST_CORRECTIONS],
    )


def _summary_readers(innings: Innings) -> dict[str, str]:
    cells = {key: getattr(innings, part) for part, key in _SUMMARY_KEYS.items()}
    readers = {key: cell.readers for key, cell in cells.items() if cell is not None}
    return _read_by({"batting_team": innings.team.readers if innings.team else (), **readers})


def _summary_confidence(judged: Judged) -> dict[str, float]:
    found = {
        key: judged.confidences[place]
        for part, key in _SUMMARY_KEYS.items()
        if (place := CellPlace(part)) in judged.confidences
    }
    if TEAM in judged.texts:
        found["batting_team"] = judged.texts[TEAM]
    return _rounded(found)


def _batting_entry(row: int, line: BattingLine, judged: Judged, *, is_shared: bool) -> BattingEntry:
    numbers = _numbers("batting", row, line, judged, _BATTING_KEYS)
    dismissal, printed = line.dismissal, line.dismissal_text
    confidence = {"player_name": _name_confidence("batting", row, judged), **numbers.confidences}
    readers = {"player_name": line.name_readers, **numbers.readers}
    if printed:
        confidence["dismissal"] = judged.texts[CellPlace("batting", row, DISMISSAL)]
        readers["dismissal"] = printed.readers
    return BattingEntry(
        **numbers.values,
        player_name=cut(line.name.text) if line.name else None,
        captain=True if line.name and line.name.is_captain else None,
        wicket_keeper=True if line.name and line.name.is_keeper else None,
        dismissal=_text(printed),
        how_out=dismissal.how_out.value if dismissal else None,
        is_out=dismissal.how_out.is_out if dismissal else None,
        bowler=cut_or_none(dismissal.bowler) if dismissal else None,
        bowler_full_name=_full_name(judged, CellPlace("batting", row, BOWLER)),
        fielders=[cut(name) for name in dismissal.fielders[:_MOST_FIELDERS]] or None if dismissal else None,
        fielder_full_names=_fielders_in_full(judged, row, dismissal.fielders[:_MOST_FIELDERS]) if dismissal else None,
        confidence=_rounded(confidence),
        read_by=_read_by(readers) if is_shared else None,
    )


def _fielders_in_full(judged: Judged, row: int, fielders: Sequence[str]) -> list[str] | None:
    full = [_full_name(judged, CellPlace("batting", row, fielder_part(index))) for index in range(len(fielders))]
    return [name or cut(printed) for name, printed in zip(full, fielders, strict=True)] if any(full) else None


def _full_name(judged: Judged, place: CellPlace) -> str | None:
    found = next((each.full for each in judged.innings.spellings if each.place == place and each.full), None)
    return cut_or_none(found)


def _bowling_entry(row: int, line: BowlingLine, judged: Judged, *, is_shared: bool) -> BowlingEntry:
    numbers = _numbers("bowling", row, line, judged, _BOWLING_KEYS)
    return BowlingEntry(
        **numbers.values,
        player_name=cut(line.name.text) if line.name else None,
        confidence=_rounded({"player_name": _name_confidence("bowling", row, judged), **numbers.confidences}),
        read_by=_read_by({"player_name": line.name_readers, **numbers.readers}) if is_shared else None,
    )


def _read_by(readers: dict[str, tuple[str, ...]]) -> dict[str, str]:
    """Return who read each field, both where both said the same."""
    return {key: "+".join(names) for key, names in readers.items() if names}


def _name_confidence(table: str, row: int, judged: Judged) -> float:
    return judged.texts.get(CellPlace(table, row, NAME), 0.0)


@dataclass(frozen=True)
class _Numbers:
    """The numbers of a row by their public keys: what they are, how sure, and who read them."""

    values: dict[str, Any]  # pydantic checks each against its field
    confidences: dict[str, float]
    readers: dict[str, tuple[str, ...]]


def _numbers(table: str, row: int, line: PlayerLine, judged: Judged, keys: dict[Column, str]) -> _Numbers:
    found = _Numbers({}, {}, {})
    for cell in line.cells:
        key = keys.get(cell.column, cell.column.value)
        place = CellPlace(table, row, cell.column.value)
        if place in judged.confidences:
            found.confidences[key] = judged.confidences[place]
        if cell.value is not None:
            found.values[key] = cell.value if cell.column.is_decimal else int(cell.value)
            found.readers[key] = cell.readers
    return found


def _extras_entry(judged: Judged, *, is_shared: bool) -> ExtrasEntry | None:
    extras = judged.innings.extras
    if not extras:
        return None
    confidence = {part: judged.confidences.get(CellPlace("extras", part=part), 0.0) for part in extras}
    values = {part: int(cell.value) for part, cell in extras.items() if cell.value is not None}
    readers = {part: extras[part].readers for part in values}
    return ExtrasEntry(confidence=_rounded(confidence), read_by=_read_by(readers) if is_shared else None, **values)


def _check_entry(check: Check) -> CheckEntry:
    return CheckEntry(name=check.name, result=check.result.value, detail=check.detail or None)


def _corrections(judged: Judged) -> list[CorrectionEntry]:
    names = [each for each in judged.innings.spellings if each.became != each.read]
    return [
        *(_correction_entry(choice) for choice in judged.choices),
        *(
            CorrectionEntry(field=str(each.place), read=cut(each.read), became=cut(each.became), because=each.because)
            for each in names
        ),
    ]


def _correction_entry(choice: Choice) -> CorrectionEntry:
    return CorrectionEntry(field=str(choice.place), read=choice.read, became=choice.became, because=choice.because)


def _rounded(confidences: dict[str, float]) -> dict[str, float]:
    return {key: round(min(max(value, 0.0), 1.0), 3) for key, value in confidences.items()}


def _whole(value: float | None) -> int | None:
    return None if value is None else round(value)


def _text(text: Text | None) -> str | None:
    return cut(text.text) if text else None


def cut_or_none(text: str | None) -> str | None:
    """Return the text as `cut`, if there is any."""
    return cut(text) if text else None


def cut(text: str) -> str:
    """Return the text, no longer than a document takes."""
    return text[:_LONGEST_TEXT]
