"""Players who stand where they cannot put their rows in doubt."""

from dataclasses import replace

from scorecard_runner.reading.belief.doubt import places_of_column, places_of_row, places_of_table
from scorecard_runner.reading.belief.link_doubts import link_doubts
from scorecard_runner.reading.cards.card import BowlingLine, CellPlace, Innings
from scorecard_runner.reading.grammar.fall_of_wickets import FallenWicket
from tests.scorecard_runner.reading.sample_innings import batter, bowler, sound_innings


def doubted_places(innings: Innings) -> list[frozenset[CellPlace] | None]:
    return [doubt.about for doubt in link_doubts(innings)]


def with_wickets(*rows: tuple[str, str], bowling: tuple[BowlingLine, ...] = ()) -> Innings:
    """Return the sound innings with batters by name and dismissal."""
    batting = tuple(batter(name, text, 4, 4, 100) for name, text in rows)
    return replace(sound_innings(), batting=batting, bowling=bowling or sound_innings().bowling, fall_of_wickets=())


def test_an_innings_in_which_all_fits_is_not_doubted() -> None:
    assert doubted_places(sound_innings()) == []


def test_a_batter_who_stands_twice_and_among_the_bowlers_is_doubted() -> None:
    bowling = (bowler("Brown", 2, 17, 1, 8.5),)
    innings = with_wickets(("Brown", "not out"), ("A Khan", "not out"), ("Brown", "run out"), bowling=bowling)

    assert doubted_places(innings) == [places_of_row(innings, "batting", row) for row in (0, 2)]


def test_a_first_name_may_stand_on_both_sides() -> None:
    assert doubted_places(with_wickets(("Tom", "not out"), bowling=(bowler("Tom", 2, 17, 1, 8.5),))) == []


def test_bowlers_of_their_own_side_put_the_innings_in_doubt() -> None:
    assert None in doubted_places(with_wickets(("D Jones", "not out"), ("E Brown", "not out")))


def test_bowlers_who_are_not_listed_put_the_dismissals_in_doubt() -> None:
    rows = (("A Roy", "b Cox"), ("B Roy", "lbw b Fry"), ("C Roy", "b Fry"))
    innings = with_wickets(*rows, bowling=(bowler("D Jones", 2, 17, 3, 8.5), bowler("E Brown", 1, 11, 0, 11)))

    assert doubted_places(innings) == [places_of_table(innings, "batting")]


def test_where_only_the_best_bowlers_are_listed_others_may_be_named() -> None:
    rows = (("A Roy", "b Cox"), ("B Roy", "lbw b Fry"), ("C Roy", "b Fry"))

    assert doubted_places(with_wickets(*rows)) == []


def test_a_bowler_of_two_letters_is_found() -> None:
    rows = (("A Roy", "b Ng"), ("B Roy", "lbw b Ng"), ("C Roy", "b Ng"))

    assert doubted_places(with_wickets(*rows, bowling=(bowler("D Ng", 2, 17, 3, 8.5),))) == []


def test_bowlers_with_the_wickets_of_others_are_doubted() -> None:
    rows = (("A Roy", "b Jones"), ("B Roy", "lbw b Brown"), ("C Roy", "b Brown"))
    bowling = (bowler("D Jones", 2, 9, 0, 4.5), bowler("E Brown", 1, 8, 1, 8), bowler("F Fry", 1, 8, 2, 8))
    innings = with_wickets(*rows, bowling=bowling)

    assert doubted_places(innings) == [places_of_table(innings, "bowling")]


def test_a_batter_who_fell_and_is_not_out_is_doubted() -> None:
    innings = replace(sound_innings(), fall_of_wickets=(FallenWicket(1, 21, "Brandt"),))
    rows = (*innings.batting, batter("D Brandt", "not out", 0, 0, 0))
    innings = replace(innings, batting=rows)

    names, ways = (places_of_column(innings, "batting", part) for part in ("name", "dismissal"))
    assert doubted_places(innings) == [names | ways]
