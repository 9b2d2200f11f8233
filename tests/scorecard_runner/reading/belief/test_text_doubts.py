"""A text that holds more than itself puts its row in doubt."""

from dataclasses import replace

import pytest

from scorecard_runner.reading.belief.doubt import places_of_column, places_of_row, places_of_table, places_of_texts
from scorecard_runner.reading.belief.text_doubts import text_doubts
from scorecard_runner.reading.cards.card import CellPlace, Innings
from scorecard_runner.reading.grammar.names import Name
from tests.scorecard_runner.reading.sample_innings import batter, bowler, sound_innings


def with_more(*names: str) -> Innings:
    """Return the sound innings with more batters, none of them out."""
    more = (batter(name, "not out", 0, 1, 0) for name in names)
    return replace(sound_innings(), batting=(*sound_innings().batting, *more), total=None)


@pytest.mark.parametrize(
    "name",
    [
        *("TB Bal c sub (Das)", "Lee 4.0-0-38-0, Tariq", "Rao run out [Sen", "137 for 5", "Ibw", "Overs"),
        *("Rao b Lee", "A Khan B Roy C Cox", "J K L", "Byes T", "Wides", "rbw"),
    ],
)
def test_a_name_that_holds_more_puts_its_row_in_doubt(name: str) -> None:
    innings = with_more("D Roy", "E Lee", "F Das")
    innings = replace(innings, batting=(*innings.batting, replace(innings.batting[0], name=Name(name))))

    assert [doubt.about for doubt in text_doubts(innings)] == [places_of_row(innings, "batting", 6)]


@pytest.mark.parametrize(
    "name", ["DE van der Sandgaard", "Y. D'Coldberton-Mir", "NO Ball", "C Bow", "É Prakat", "S", "Notting"]
)
def test_names_as_they_are_printed_are_not_doubted(name: str) -> None:
    assert list(text_doubts(with_more(name))) == []


def test_figures_of_a_row_in_a_table_that_makes_the_total_are_not_doubted() -> None:
    innings = replace(with_more("D Roy 13"), total=sound_innings().total)

    assert [doubt.about for doubt in text_doubts(innings)] == [places_of_texts("batting", 3)]


def test_a_bowler_without_runs_is_not_proved_by_the_total() -> None:
    innings = replace(sound_innings(), bowling=(*sound_innings().bowling, bowler("J K L", 1, 0, 0, 0)))

    assert [doubt.about for doubt in text_doubts(innings)] == [places_of_row(innings, "bowling", 2)]


def test_several_such_rows_put_the_table_in_doubt() -> None:
    innings = with_more("D Khan b Lee", "E Roy 13")

    assert places_of_table(innings, "batting") in [doubt.about for doubt in text_doubts(innings)]


def test_teams_taken_into_the_names_are_doubted() -> None:
    innings = replace(sound_innings(), batting=tuple(batter(f"{n} Lee OW", "not out", 0, 1, 0) for n in "ABCDE"))

    assert [doubt.about for doubt in text_doubts(innings)] == [places_of_column(innings, "batting", "name")]


@pytest.mark.parametrize("text", ["lbw b", "c Smith b ter", "c Roy b Lee b Jones", "b K"])
def test_a_dismissal_by_nobody_is_doubted(text: str) -> None:
    innings = replace(sound_innings(), batting=(*sound_innings().batting, batter("D Roy", text, 0, 1, 0)))

    assert [doubt.about for doubt in text_doubts(innings)] == [frozenset({CellPlace("batting", 3, "dismissal")})]


def test_a_bowler_who_is_called_by_an_initial_is_not_doubted() -> None:
    innings = sound_innings()
    innings = replace(
        innings,
        batting=(*innings.batting, batter("D Roy", "b K", 0, 1, 0)),
        bowling=(*innings.bowling, bowler("K", 1, 2, 1, 2)),
    )

    assert list(text_doubts(innings)) == []


def test_a_bowler_without_figures_is_doubted() -> None:
    innings = with_more()
    innings = replace(innings, bowling=(*innings.bowling, replace(bowler("K Roy", 1, 2, 1, 2), cells=())))

    assert [doubt.about for doubt in text_doubts(innings)] == [places_of_row(innings, "bowling", 2)]


def test_the_row_of_a_player_who_could_hardly_be_read_is_doubted() -> None:
    innings = with_more()
    innings = replace(
        innings, batting=(*innings.batting, replace(batter("D Roy", "not out", 0, 1, 0), name_confidence=0.1))
    )

    assert [doubt.about for doubt in text_doubts(innings)] == [places_of_row(innings, "batting", 3)]


def test_initials_alone_are_nobody_where_no_bowler_is_called_so() -> None:
    innings = sound_innings()
    dismissed = replace(batter("D Roy", "b BH", 4, 9, 44.44))
    cut = replace(innings, batting=(*innings.batting, dismissed), total=None)
    place = CellPlace("batting", len(innings.batting), "dismissal")

    assert frozenset({place}) in [doubt.about for doubt in text_doubts(cut)]
    named = replace(cut, bowling=(*cut.bowling, bowler("BH", 2, 10, 1, 5.0)))
    assert frozenset({place}) not in [doubt.about for doubt in text_doubts(named)]
