"""From a value of the card back to what was read there."""

import pytest

from scorecard_runner.debug_folder.evidence import Evidence, Scene, looks_by_cell, rows_of
from scorecard_runner.debug_folder.traces import Trace, examine, key_of, trace_all
from scorecard_runner.reading.cards.card import Card, CellPlace, MatchFacts
from scorecard_runner.reading.cards.innings import build_card
from scorecard_runner.reading.tables.second_look import Doubt
from scorecard_runner.reading.tables.table import Table
from scorecard_runner.reading.tables.vocabulary import Column
from scorecard_runner.reading.words import Word
from tests.scorecard_runner.reading.drawn_page import sections_of, words_of
from tests.scorecard_runner.reading.sample_innings import sound_innings, with_values
from tests.scorecard_runner.reading.typed import CARD


def traced(text: str = CARD) -> dict[str, Trace]:
    """Return the traces of a typewritten card by their keys."""
    sections = sections_of(text)
    scene = Scene(rows_of(sections), tuple(words_of(text)))
    return {trace.key: trace for trace in trace_all(examine(build_card(sections)), scene)}


def traces_of_changed() -> dict[str, Trace]:
    """Return the traces of a sound innings in which a batter's runs were first read wrong, then right."""
    innings = with_values(sound_innings(), "batting", "runs", 70, 10, row=0)
    examined = examine(Card(MatchFacts(), (innings,)))
    return {trace.key: trace for trace in trace_all(examined, Scene())}


@pytest.mark.parametrize(
    ("place", "key"),
    [
        pytest.param(CellPlace("total"), "2-total", id="a total"),
        pytest.param(CellPlace("extras", part="no_balls"), "2-extras-no-balls", id="a part of the extras"),
        pytest.param(CellPlace("batting", 2, "strike_rate"), "2-batting-03-strike-rate", id="a cell of a table"),
    ],
)
def test_a_key_says_the_place(place: CellPlace, key: str) -> None:
    assert key_of(2, place) == key


def test_values_come_in_the_order_of_the_card() -> None:
    keys = list(traced())

    assert keys[:4] == ["1-total", "1-wickets", "1-overs", "1-extras-total"]
    first = keys.index("1-batting-01-name")
    assert keys[first : first + 3] == ["1-batting-01-name", "1-batting-01-dismissal", "1-batting-01-runs"]
    assert keys.index("1-batting-02-sixes") < keys.index("1-bowling-01-name")


@pytest.mark.parametrize(
    ("key", "value", "word"),
    [
        pytest.param("1-batting-01-runs", "40", "40", id="a number of a table"),
        pytest.param("1-batting-02-name", "Millbrook", "Millbrook", id="a name"),
        pytest.param("1-total", "60", "60/1", id="a total is found in its line"),
        pytest.param("1-extras-wides", "1", "1)", id="a part of the extras too"),
    ],
)
def test_a_value_leads_to_its_words(key: str, value: str, word: str) -> None:
    trace = traced()[key]

    assert trace.value == value
    assert word in [each.text for each in trace.evidence]
    printed = next(each for each in words_of(CARD) if each.text == word)
    assert trace.box is not None
    assert (trace.box.left, trace.box.top) == (printed.box.left, printed.box.top)


def test_a_dismissal_does_not_show_the_name() -> None:
    assert [each.text for each in traced()["1-batting-01-dismissal"].evidence] == ["b", "Kettle"]


def test_a_failing_check_is_named_at_each_of_its_cells() -> None:
    traces = traced(CARD.replace("  40  ", "  46  ", 1))

    name = "batters and extras make the total"
    assert name in traces["1-batting-01-runs"].failing
    assert name in traces["1-total"].failing
    assert traces["1-batting-01-fours"].failing == ()


def test_a_value_chosen_by_arithmetic_says_so() -> None:
    trace = traces_of_changed()["1-batting-01-runs"]

    assert (trace.value, trace.is_changed, [each.value for each in trace.readings]) == ("10", True, [70, 10])
    assert not traces_of_changed()["1-batting-02-runs"].is_changed


def test_what_was_looked_at_again_shows_both() -> None:
    sections = sections_of(CARD)
    table = next(section for section in sections if isinstance(section, Table))
    cell = table.rows[0].cell(Column.RUNS)
    assert cell is not None
    looks = looks_by_cell(sections, {Doubt(0, 0, Column.RUNS, cell.box): [Word("46", cell.box, 0.5)]})
    scene = Scene(rows_of(sections), tuple(words_of(CARD)), looks)

    assert scene.at(cell.box) == (Evidence("40", 0.95), Evidence("46", 0.5, is_second_look=True))
