"""The understood card as a result document: names of fields, confidences, flags and notes.

Refuses to decide what is on the card; only here internal names become public keys.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean
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
    Match,
    Metadata,
    ScorecardDocument,
    Team,
)
from scorecard_runner.reading.belief.checks import Check
from scorecard_runner.reading.belief.evidence import BOWLER, DISMISSAL, NAME, TEAM
from scorecard_runner.reading.belief.judgement import Judged, judge_all
from scorecard_runner.reading.belief.resolve import Choice
from scorecard_runner.reading.belief.verdict import flags, format_name, notes, verdict
from scorecard_runner.reading.cards.card import BattingLine, BowlingLine, Card, CellPlace, PlayerLine, Text
from scorecard_runner.reading.names.mentions import fielder_part
from scorecard_runner.reading.tables.vocabulary import Column

_LONGEST_TEXT = 120
_MOST_ROWS = 30
_MOST_INNINGS = 8
_MOST_FALLS = 12
_MOST_WAITING = 15
_MOST_FIELDERS = 6
_MOST_CORRECTIONS = 60

_BATTING_KEYS = {Column.BALLS: "balls_faced"}
_BOWLING_KEYS = {Column.OVERS: "overs_bowled", Column.RUNS: "runs_conceded", Column.WICKETS: "wickets_taken"}


@dataclass(frozen=True)
class Provenance:
    """How a result came about, for its metadata."""

    content_sha256: str
    engine: str
    engine_version: str
    languages: str
    page_count: int
    parser_version: str
    seconds: dict[str, float]


def build_document(card: Card, provenance: Provenance) -> ScorecardDocument:
    """Return the document of a card with at least one innings; readings are chosen by arithmetic on the way."""
    judged = judge_all(card.innings[:_MOST_INNINGS])
    entries = [_innings_entry(number, each) for number, each in enumerate(judged, start=1)]
    confidence = round(fmean(entry.confidence_score for entry in entries), 3)
    return ScorecardDocument(
        verdict=verdict(judged),
        format=format_name(judged),
        teams=[Team(name=_cut(team)) for team in card.match.teams],
        match=_match(card),
        innings=entries,
        parse_notes=notes(judged),
        uncertainty_flags=flags(judged),
        metadata=_metadata(provenance, confidence),
    )


def _metadata(provenance: Provenance, confidence: float) -> Metadata:
    return Metadata(
        confidence=confidence,
        parser_version=provenance.parser_version,
        content_sha256=provenance.content_sha256,
        engine=provenance.engine,
        engine_version=provenance.engine_version,
        languages=provenance.languages,
        page_count=provenance.page_count,
        seconds={stage: round(spent, 3) for stage, spent in provenance.seconds.items()},
    )


def _match(card: Card) -> Match:
    facts = card.match
    return Match(
        date=_cut_or_none(facts.date),
        venue=_cut_or_none(facts.venue),
        toss=_cut_or_none(facts.toss),
        result=_cut_or_none(facts.result),
    )


def _innings_entry(number: int, judged: Judged) -> InningsEntry:
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
        batting=[_batting_entry(row, line, judged) for row, line in enumerate(innings.batting[:_MOST_ROWS])],
        bowling=[_bowling_entry(row, line, judged) for row, line in enumerate(innings.bowling[:_MOST_ROWS])],
        extras=_extras_entry(judged),
        fall_of_wickets=[
            FallOfWicketEntry(
                wicket=fall.wicket,
                score_at_fall=fall.runs,
                player_name=_cut_or_none(fall.batter),
                player_full_name=_full_name(judged, CellPlace("fall_of_wickets", at, NAME)),
                over=fall.over.number if fall.over else None,
            )
            for at, fall in enumerate(innings.fall_of_wickets[:_MOST_FALLS])
        ],
        did_not_bat=[_cut(name.text) for name in innings.did_not_bat[:_MOST_WAITING]],
        checks=[_check_entry(check) for check in judged.checks],
        corrections=_corrections(judged)[:_MOST_CORRECTIONS],
    )


def _summary_confidence(judged: Judged) -> dict[str, float]:
    names = {"total": "runs", "wickets": "wickets", "overs": "overs"}
    found = {
        key: judged.confidences[place]
        for part, key in names.items()
        if (place := CellPlace(part)) in judged.confidences
    }
    if TEAM in judged.texts:
        found["batting_team"] = judged.texts[TEAM]
    return _rounded(found)


def _batting_entry(row: int, line: BattingLine, judged: Judged) -> BattingEntry:
    numbers = _numbers("batting", row, line, judged, _BATTING_KEYS)
    dismissal = line.dismissal
    values, confidence = numbers
    if line.dismissal_text:
        confidence["dismissal"] = judged.texts[CellPlace("batting", row, DISMISSAL)]
    return BattingEntry(
        **values,
        player_name=_cut(line.name.text) if line.name else None,
        captain=True if line.name and line.name.is_captain else None,
        wicket_keeper=True if line.name and line.name.is_keeper else None,
        dismissal=_text(line.dismissal_text),
        how_out=dismissal.how_out.value if dismissal else None,
        is_out=dismissal.how_out.is_out if dismissal else None,
        bowler=_cut_or_none(dismissal.bowler) if dismissal else None,
        bowler_full_name=_full_name(judged, CellPlace("batting", row, BOWLER)),
        fielders=[_cut(name) for name in dismissal.fielders[:_MOST_FIELDERS]] or None if dismissal else None,
        fielder_full_names=_fielders_in_full(judged, row, dismissal.fielders[:_MOST_FIELDERS]) if dismissal else None,
        confidence=_rounded({"player_name": _name_confidence("batting", row, judged), **confidence}),
    )


def _fielders_in_full(judged: Judged, row: int, fielders: Sequence[str]) -> list[str] | None:
    full = [_full_name(judged, CellPlace("batting", row, fielder_part(index))) for index in range(len(fielders))]
    return [name or _cut(printed) for name, printed in zip(full, fielders, strict=True)] if any(full) else None


def _full_name(judged: Judged, place: CellPlace) -> str | None:
    found = next((each.full for each in judged.innings.spellings if each.place == place and each.full), None)
    return _cut_or_none(found)


def _bowling_entry(row: int, line: BowlingLine, judged: Judged) -> BowlingEntry:
    values, confidence = _numbers("bowling", row, line, judged, _BOWLING_KEYS)
    return BowlingEntry(
        **values,
        player_name=_cut(line.name.text) if line.name else None,
        confidence=_rounded({"player_name": _name_confidence("bowling", row, judged), **confidence}),
    )


def _name_confidence(table: str, row: int, judged: Judged) -> float:
    return judged.texts.get(CellPlace(table, row, NAME), 0.0)


def _numbers(
    table: str,
    row: int,
    line: PlayerLine,
    judged: Judged,
    keys: dict[Column, str],
) -> tuple[dict[str, Any], dict[str, float]]:
    """Return values and confidences of the row's numbers by their public keys."""
    values: dict[str, Any] = {}  # pydantic checks each against its field
    confidences: dict[str, float] = {}
    for cell in line.cells:
        key = keys.get(cell.column, cell.column.value)
        place = CellPlace(table, row, cell.column.value)
        if place in judged.confidences:
            confidences[key] = judged.confidences[place]
        if cell.value is not None:
            values[key] = cell.value if cell.column.is_decimal else int(cell.value)
    return values, confidences


def _extras_entry(judged: Judged) -> ExtrasEntry | None:
    extras = judged.innings.extras
    if not extras:
        return None
    confidence = {part: judged.confidences.get(CellPlace("extras", part=part), 0.0) for part in extras}
    values = {part: int(cell.value) for part, cell in extras.items() if cell.value is not None}
    return ExtrasEntry(confidence=_rounded(confidence), **values)


def _check_entry(check: Check) -> CheckEntry:
    return CheckEntry(name=check.name, result=check.result.value, detail=check.detail or None)


def _corrections(judged: Judged) -> list[CorrectionEntry]:
    names = [each for each in judged.innings.spellings if each.became != each.read]
    return [
        *(_correction_entry(choice) for choice in judged.choices),
        *(
            CorrectionEntry(field=str(each.place), read=_cut(each.read), became=_cut(each.became), because=each.because)
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
    return _cut(text.text) if text else None


def _cut_or_none(text: str | None) -> str | None:
    return _cut(text) if text else None


def _cut(text: str) -> str:
    return text[:_LONGEST_TEXT]
