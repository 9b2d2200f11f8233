"""From a value of the card back to where it came from: what was read there, how often, and which checks know it.

Pure. Judges the card again: that has no memory, the same card gives the same end.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from scorecard_runner.debug_folder.evidence import Evidence, Scene, words_in, words_saying
from scorecard_runner.reading.belief.checks import Check, CheckResult
from scorecard_runner.reading.belief.judgement import judge
from scorecard_runner.reading.belief.resolve import Choice
from scorecard_runner.reading.belief.row_checks import check_rows
from scorecard_runner.reading.cards.card import BattingLine, Card, CellPlace, Innings, PlayerLine
from scorecard_runner.reading.geometry import Box, enclosing
from scorecard_runner.reading.tables.cells import Cell, Reading
from scorecard_runner.reading.tables.table import Row


@dataclass(frozen=True)
class Examined:
    """An innings before and after arithmetic, with everything that was tried on it and its rows; `number` from 1."""

    number: int
    before: Innings
    after: Innings
    choices: tuple[Choice, ...]
    checks: tuple[Check, ...]
    row_checks: tuple[Check, ...]
    confidences: Mapping[CellPlace, float]

    @property
    def failing(self) -> tuple[Check, ...]:
        """Every check that fails."""
        return tuple(each for each in (*self.checks, *self.row_checks) if each.result is CheckResult.FAILS)


@dataclass(frozen=True)
class Trace:
    """One value of the card; `box` is its place on the roll, None where that is not known.

    `key` names it in links and files. `confidence` is None where the paper is blank.
    """

    key: str
    innings: int
    place: str
    value: str
    confidence: float | None
    box: Box | None
    evidence: tuple[Evidence, ...] = ()
    readings: tuple[Reading, ...] = ()
    chosen: int = 0
    failing: tuple[str, ...] = ()

    @property
    def is_changed(self) -> bool:
        """Whether another reading than the first is believed."""
        return bool(self.readings) and self.readings[self.chosen].value != self.readings[0].value


def examine(card: Card) -> list[Examined]:
    """Return every innings with what arithmetic makes of it."""
    return [_examined(number, innings) for number, innings in enumerate(card.innings, start=1)]


def _examined(number: int, innings: Innings) -> Examined:
    judged = judge(innings)
    row_checks = tuple(check_rows(judged.innings))
    confidences = {**judged.confidences, **judged.texts}
    return Examined(number, innings, judged.innings, judged.choices, judged.checks, row_checks, confidences)


def key_of(innings: int, place: CellPlace) -> str:
    """Return the name of a value in links and files: `1-batting-03-runs`."""
    row = "" if place.row is None else f"-{place.row + 1:02}"
    part = f"-{place.part}" if place.part else ""
    return f"{innings}-{place.where}{row}{part}".replace("_", "-")


def trace_all(examined: Sequence[Examined], scene: Scene) -> list[Trace]:
    """Return a trace for every name, dismissal and number, in the order of the card."""
    return [trace for each in examined for trace in _of_innings(each, scene)]


def _of_innings(examined: Examined, scene: Scene) -> Iterator[Trace]:
    numbers: dict[tuple[str, int | None], list[Trace]] = {}
    for place, cell in examined.after.cells():
        numbers.setdefault((place.where, place.row), []).append(_of_number(examined, place, cell, scene))
    yield from (trace for (where, _), found in numbers.items() if where not in _TABLES for trace in found)
    for where in _TABLES:
        lines: Sequence[PlayerLine] = getattr(examined.after, where)
        for row, line in enumerate(lines):
            yield from _of_texts(examined.number, where, row, line, scene)
            yield from numbers.get((where, row), [])


_TABLES = ("batting", "bowling")


def _of_number(examined: Examined, place: CellPlace, cell: Cell, scene: Scene) -> Trace:
    # Totals and extras know only their line: the word that says the number is a better place.
    saying = words_saying(_shown(cell), words_in(cell.box, scene.words)) if place.row is None else []
    box = saying[0].box if saying else cell.box
    return Trace(
        key=key_of(examined.number, place),
        innings=examined.number,
        place=str(place),
        value=_shown(cell),
        confidence=examined.confidences.get(place),
        box=box,
        evidence=scene.at(box),
        readings=cell.readings,
        chosen=cell.chosen,
        failing=tuple(check.name for check in examined.failing if place in check.cells),
    )


def _shown(cell: Cell) -> str:
    if cell.value is not None:
        return f"{cell.value:g}"
    return "" if cell.is_blank else "?"


def _of_texts(innings: int, where: str, row: int, line: PlayerLine, scene: Scene) -> Iterator[Trace]:
    texts = [("name", line.name.text if line.name else "?", line.name_confidence)]
    if isinstance(line, BattingLine) and line.dismissal_text:
        texts.append(("dismissal", line.dismissal_text.text, line.dismissal_text.confidence))
    printed = _row_of(line, scene.rows)
    for part, value, confidence in texts:
        place = CellPlace(where, row, part)
        words = [word for text in printed.texts for word in text.words] if printed else []
        saying = words_saying(value, words) or words
        box = enclosing(word.box for word in saying) if saying else None
        evidence = tuple(Evidence(word.text, word.confidence) for word in saying)
        yield Trace(key_of(innings, place), innings, str(place), value, confidence, box, evidence)


def _row_of(line: PlayerLine, rows: Sequence[Row]) -> Row | None:
    """Return the row that became the line: it is known by the places of its cells."""
    places = {cell.box for cell in line.cells}
    return next((row for row in rows if any(cell.box in places for cell in row.cells)), None)
