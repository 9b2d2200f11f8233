"""Words before the player that say which innings a row is of."""

import pytest

from scorecard_runner.reading.tables.identifiers import identifiers_in
from scorecard_runner.reading.tables.vocabulary import Column
from tests.scorecard_runner.reading.drawn_page import words_of


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        pytest.param("Inns  Team  Pos", [Column.INNINGS, Column.TEAM, Column.INDEX], id="as a person writes them"),
        pytest.param(
            "match_id  innings  bat_pos", [Column.MATCH, Column.INNINGS, Column.INDEX], id="as a program does"
        ),
        pytest.param("1  Match ID  Team", [Column.MATCH, Column.TEAM], id="with the number of the line"),
        pytest.param("Kent innings", [], id="the title of an innings"),
        pytest.param("Team India", [], id="a side"),
    ],
)
def test_identifiers_are_named_by_every_word_or_there_are_none(text: str, columns: list[Column]) -> None:
    assert [column for column, _ in identifiers_in(words_of(text))] == columns
