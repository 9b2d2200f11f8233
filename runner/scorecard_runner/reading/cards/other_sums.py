"""What another reader made of the lines that say total, wickets, overs and extras, as further readings of them.

Pure. The sums choose between the two. Refuses a line whose own words do not say what the card has of it: where the card did
not take a value from the line alone, nobody knows what the other reader's words would have become.
"""

from collections.abc import Callable, Mapping, Sequence

from scorecard_runner.reading.cards.card import CellPlace, Innings
from scorecard_runner.reading.geometry import Box
from scorecard_runner.reading.grammar.extras import parse_extras
from scorecard_runner.reading.grammar.scores import Score, parse_score
from scorecard_runner.reading.page.lines import Phrase
from scorecard_runner.reading.tables.cells import Reading
from scorecard_runner.reading.words import Word

WordsIn = Callable[[Box], Sequence[Word]]
"""Returns what a reader read in a place, from left to right."""

Values = Mapping[CellPlace, float]
"""What a line says, by where it belongs."""


def with_other_sums(innings: Innings, own: WordsIn, others: WordsIn) -> Innings:
    """Return the innings with what the other reader read in the lines of its sums."""
    for parse, kinds in ((_values_of_score, ("total", "wickets", "overs")), (_values_of_extras, ("extras",))):
        for box, places in _by_line(innings, kinds).items():
            ours, theirs = own(box), others(box)
            if ours and theirs:
                said = Phrase(tuple(theirs))
                innings = _with_theirs(innings, places, parse(_text(ours)), parse(said.text), said)
    return innings


def _by_line(innings: Innings, kinds: Sequence[str]) -> dict[Box, list[CellPlace]]:
    lines: dict[Box, list[CellPlace]] = {}
    for place, cell in innings.cells():
        if place.row is None and place.where in kinds:
            lines.setdefault(cell.box, []).append(place)
    return lines


def _with_theirs(innings: Innings, places: Sequence[CellPlace], ours: Values, theirs: Values, said: Phrase) -> Innings:
    cells = dict(innings.cells())
    for place in places:
        cell, value = cells[place], theirs.get(place)
        if value is not None and any(reading.value == ours.get(place) for reading in cell.readings):
            reading = Reading(value, said.confidence, said.readers)
            innings = innings.with_cell(place, cell.with_readings([reading]))
    return innings


def _values_of_score(text: str) -> Values:
    score = parse_score(text) or Score()
    overs = score.overs.number if score.overs else None
    said = {"total": score.runs, "wickets": score.wickets, "overs": overs}
    return {CellPlace(name): float(value) for name, value in said.items() if value is not None}


def _values_of_extras(text: str) -> Values:
    extras = parse_extras(text)
    if extras is None:
        return {}
    said = extras.parts if extras.total is None else {"total": extras.total, **extras.parts}
    return {CellPlace("extras", part=name): float(value) for name, value in said.items()}


def _text(words: Sequence[Word]) -> str:
    return Phrase(tuple(words)).text
