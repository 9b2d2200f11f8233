"""Records become tables like those under headings; the lines around them stay."""

from scorecard_runner.reading.cards.innings import build_card
from scorecard_runner.reading.page.lines import build_lines
from scorecard_runner.reading.tables.table import Table
from scorecard_runner.reading.tables.vocabulary import Column, TableKind
from scorecard_runner.reading.told.record_tables import take_records
from tests.scorecard_runner.reading.drawn_page import sections_of, words_of

DUMP = """
Kent innings
{'Cox': {'status': 'c Das b Roy', 'R': 12, 'B': 9, '4s':
2}, 'Ali': {'status': 'not out', 'R': 3, 'B': 4, '4s': 0}}
Bowling team data:
{'Roy': {'O': 2, 'M': 0, 'R': 10, 'W': 1, 'ECO': 5.0}, 'Das':
{'O': 1, 'M': 0, 'R':    'W': 0, 'ECO': 6.0}}
That is all.
"""


def tables() -> list[Table]:
    return [part for part in take_records(build_lines(words_of(DUMP))) if isinstance(part, Table)]


def test_records_are_read_as_the_rows_of_two_tables() -> None:
    (innings,) = build_card(sections_of(DUMP)).innings
    batters = [
        (line.name.text if line.name else "", line.value(Column.RUNS), line.value(Column.FOURS))
        for line in innings.batting
    ]
    bowlers = [
        (line.name.text if line.name else "", line.value(Column.OVERS), line.value(Column.WICKETS))
        for line in innings.bowling
    ]
    assert batters == [("Cox", 12, 2), ("Ali", 3, 0)]
    assert bowlers == [("Roy", 2, 1), ("Das", 1, 0)]
    assert innings.team is not None
    assert innings.team.text == "Kent"


def test_a_number_that_was_not_read_has_a_place_between_its_name_and_the_next() -> None:
    _, bowling = tables()
    assert bowling.kind is TableKind.BOWLING
    missing = bowling.rows[1].cell(Column.RUNS)
    line = next(line for line in build_lines(words_of(DUMP)) if line.text.startswith("{'O': 1"))
    name, following = (next(word for word in line.words if word.text == text) for text in ("'R':", "'W':"))
    assert missing is not None
    assert missing.value is None
    assert name.box.right - name.box.height < missing.box.left < missing.box.right <= following.box.left


def test_the_lines_around_records_stay() -> None:
    kept = [
        line.text for part in take_records(build_lines(words_of(DUMP))) if not isinstance(part, Table) for line in part
    ]
    assert kept == ["Kent innings", "{", "Bowling team data:", "{", "That is all."]


def test_a_page_without_records_stays_as_it_is() -> None:
    lines = tuple(build_lines(words_of("Cox 12 9\nAli {3} 4")))
    assert take_records(lines) == [lines]
