"""What one place of a card says puts another right; people who are not the same stay apart."""

from dataclasses import replace

import pytest

from scorecard_runner.reading.cards.card import Innings
from scorecard_runner.reading.names.agreement import agree_on_names
from tests.scorecard_runner.reading.named_cards import batters, bowlers, named_innings

NOBODY = named_innings()


@pytest.mark.parametrize(
    ("batting", "bowling", "wanted"),
    [
        pytest.param(
            named_innings([("Vikrarn Cox", "not out")], fallen=["Cox"], doubtful=["Vikrarn Cox"]),
            named_innings(bowling=["Vikram Cox"]),
            "Vikram Cox",
            id="a doubtful reading gives way to a sure one",
        ),
        pytest.param(
            named_innings([("J Bhaborty L LE", "not out")]),
            named_innings(bowling=["J Bhaborty"]),
            "J Bhaborty L LE",
            id="more behind the name is too far from it where both are sure",
        ),
        pytest.param(
            named_innings([("R Uyst", "not out")], fallen=["R Uys"]), NOBODY, "R Uys", id="a dagger was read as a t"
        ),
        pytest.param(
            named_innings([("R Uyst", "not out")], fallen=["Uyst"]),
            named_innings([("A Roy", "c Uys b Lee")]),
            "R Uyst",
            id="a t that also stands where no daggers are belongs to the name",
        ),
        pytest.param(
            named_innings([("Seren Naragart", "not out")]),
            named_innings([("A Roy", "c TNaragar b Lee")]),
            "Seren Naragar",
            id="a dagger behind the name in one place and before it in another",
        ),
        pytest.param(
            named_innings([("Subdhar A+", "not out")], fallen=["Subdhar"]),
            named_innings([("C Roy", "c Subdhar b Lee"), ("D Ash", "c Subdhar b Lee")]),
            "Subdhar A+",
            id="a surname before its initial and a keeper's mark is no first name",
        ),
        pytest.param(
            named_innings([("van Montcroix", "not out")]),
            named_innings(bowling=["I van Montcroix"]),
            "I van Montcroix",
            id="initials that one table lost",
        ),
        pytest.param(
            named_innings(
                [("T Venkbxxty", "b Lee"), ("C Roy", "not out"), ("D Ash", "not out")],
                fallen=["Venkborty", "Venkborty"],
                doubtful=["T Venkbxxty"],
            ),
            NOBODY,
            "T Venkborty",
            id="a surname that others say twice, behind the initials of the row",
        ),
        pytest.param(
            named_innings([("T Brackdown", "not out")]),
            named_innings(bowling=["T Brackstone"]),
            "T Brackdown",
            id="a similar surname is another player",
        ),
        pytest.param(
            named_innings([("A Khan", "not out")]), named_innings(bowling=["B Khan"]), "A Khan", id="a brother"
        ),
        pytest.param(
            named_innings([("C Roy", "not out")]),
            named_innings(bowling=["C Ray"]),
            "C Roy",
            id="two sure readings that differ: neither is taken for the other",
        ),
    ],
)
def test_a_batter_is_called_what_the_card_calls_him(batting: Innings, bowling: Innings, wanted: str) -> None:
    first, _ = agree_on_names([batting, bowling])
    assert batters(first)[0] == wanted


def test_a_bowler_is_called_what_the_bowling_table_calls_him_and_the_change_is_told() -> None:
    innings = named_innings([("A Roy", "b afort"), ("B Roy", "lbw b Lafort")], bowling=["Tobias Lafort"])

    (agreed,) = agree_on_names([innings])

    assert [line.dismissal.bowler for line in agreed.batting if line.dismissal] == ["Lafort", "Lafort"]
    (told,) = [each for each in agreed.spellings if each.because]
    assert (str(told.place), told.read, told.became) == ("batting row 1, bowler", "afort", "Lafort")


def test_brothers_known_by_their_surname_alone_are_left_alone() -> None:
    innings = named_innings([("C Roy", "b Khxn")], bowling=["A Khan", "B Khan"])

    (agreed,) = agree_on_names([innings])

    assert agreed.batting[0].dismissal is not None
    assert agreed.batting[0].dismissal.bowler == "Khxn"


def test_one_row_is_taken_for_one_player_only() -> None:
    batting = named_innings([("T Marlwick", "not out"), ("T Marlwack", "not out")], doubtful=["T Marlwack"])
    bowling = named_innings(bowling=["T Marlwick"])

    first, second = agree_on_names([batting, bowling])

    assert batters(first) == ["T Marlwick", "T Marlwack"]
    assert bowlers(second) == ["T Marlwick"]


def test_initials_in_a_short_form_are_no_misreading_of_a_first_name() -> None:
    innings = named_innings([("Duncan Shamoqi", "not out")], fallen=["D.E. Shamoqi"])

    (agreed,) = agree_on_names([innings])

    assert agreed.fall_of_wickets[0].batter == "D.E. Shamoqi"
    assert batters(agreed) == ["Duncan Shamoqi"]


def test_who_did_not_bat_is_put_right_too() -> None:
    batting = named_innings([("A Roy", "not out")], waiting=["KE Quriqg"])
    bowling = named_innings([("B Lee", "b Quriq"), ("C Lee", "b Quriq")], bowling=["KE Quriq"])

    first, _ = agree_on_names([batting, bowling])

    assert [name.text for name in first.did_not_bat] == ["KE Quriq"]


def test_agreement_and_contradiction_are_counted() -> None:
    batting = named_innings([("C Roy", "not out"), ("Ned Ash", "not out")], fallen=["Ash"])
    bowling = named_innings(bowling=["C Rny", "Ned Ash"])

    first, _ = agree_on_names([batting, bowling])

    known = {each.read: (each.agreeing, each.differing) for each in first.spellings}
    assert known["Ned Ash"] == (2, 0)
    assert known["C Roy"] == (0, 0)


@pytest.mark.parametrize("count", [1, 3])
def test_sides_are_those_that_the_titles_name(count: int) -> None:
    innings = [named_innings([("Vikrarn Cox", "not out")], doubtful=["Vikrarn Cox"]) for _ in range(count)]

    agreed = agree_on_names([*innings, *([named_innings(bowling=["Vikram Cox"])] * (3 - count))])

    assert batters(agreed[0]) == ["Vikrarn Cox"]


def test_names_with_initials_behind_them_keep_their_order() -> None:
    kent = named_innings([("A Roy", "c Ash b Haman"), ("B Roy", "b Haman"), ("C Roy", "lbw b du Brackwell")])
    essex = replace(kent, bowling=named_innings(bowling=["Haman SG", "du Brackwell B", "Ash ÉG"]).bowling)

    (settled,) = agree_on_names([essex])

    assert bowlers(settled) == ["Haman SG", "du Brackwell B", "Ash ÉG"]
    full = {str(each.place): each.full for each in settled.spellings if each.full}
    assert full["batting row 1, bowler"] == "Haman SG"


def test_a_doubtful_name_with_initials_behind_it_is_put_right_in_its_order() -> None:
    kent = named_innings([("Harnan SG", "not out")], doubtful=["Harnan SG"])
    essex = named_innings(bowling=["Haman SG"])

    assert batters(agree_on_names([kent, essex])[0]) == ["Haman SG"]


def test_a_name_in_capitals_keeps_its_order() -> None:
    kent = named_innings([("A Roy", "b Langford"), ("B Roy", "b Langford")], bowling=["LANGFORD T", "LANGBURN PKN"])
    essex = named_innings([("MBARAJ D", "not out")], waiting=["Langford T", "Langburn PKN"])

    assert bowlers(agree_on_names([kent, essex])[0]) == ["Langford T", "LANGBURN PKN"]
