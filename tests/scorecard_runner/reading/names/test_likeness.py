"""Two readings of one name are close where their letters look alike; two people are not."""

import pytest

from scorecard_runner.reading.names.likeness import (
    begins_small,
    between_marks,
    blemishes,
    contradict,
    endings,
    given_name,
    has_lost_its_capital,
    has_mark_more,
    is_short_form,
    likeness,
    surname,
)


@pytest.mark.parametrize(
    ("first", "second", "least", "most"),
    [
        pytest.param("TMK Brackdown", "T M K Brackdown", 1.0, 1.0, id="spaces do not count"),
        pytest.param("Zoë Ash", "Zoe Ash", 1.0, 1.0, id="accents do not count"),
        pytest.param("Vikram Cox", "Vikrarn Cox", 0.9, 0.99, id="rn for m counts little"),
        pytest.param("0G Ash", "OG Ash", 0.9, 0.99, id="a nought for an O counts little"),
        pytest.param("Brackdown", "Brackstone", 0.0, 0.65, id="half a surname is another one"),
        pytest.param("Khan", "Millbrook", 0.0, 0.4, id="two surnames"),
        pytest.param("", "Khan", 0.0, 0.0, id="nothing was read"),
    ],
)
def test_letters_of_one_shape_count_little(first: str, second: str, least: float, most: float) -> None:
    assert least <= likeness(first, second) <= most
    assert likeness(first, second) == likeness(second, first)


@pytest.mark.parametrize(
    ("first", "second", "want"),
    [
        pytest.param("A Khan", "B Khan", True, id="brothers by their initials"),
        pytest.param("Arjun Khan", "Wilf Khan", True, id="brothers by their first names"),
        pytest.param("A Khan", "Wilf Khan", True, id="an initial of another first name"),
        pytest.param("A Khan", "Arjun Khan", False, id="an initial of that first name"),
        pytest.param("CO Harford", "CD Harford", False, id="an O may be a D"),
        pytest.param("TNS Uys", "NS Uys", False, id="a dagger before the initials"),
        pytest.param("Khan", "B Khan", False, id="a surname contradicts no initial"),
    ],
)
def test_initials_tell_people_apart(first: str, second: str, want: bool) -> None:  # noqa: FBT001 - a table column
    assert contradict(first, second) is want


@pytest.mark.parametrize(
    ("marked", "bare", "want"),
    [
        pytest.param("R Uyst", "R Uys", True, id="a dagger behind"),
        pytest.param("TNS Uys", "NS Uys", True, id="a dagger before"),
        pytest.param("TNaragar", "Naragar", True, id="a dagger before a surname"),
        pytest.param("w Ned", "Ned", True, id="a stray letter before"),
        pytest.param("T Ali", "T Al", False, id="an i at the end is lost, not added"),
        pytest.param("I van Montcroix", "van Montcroix", False, id="an initial on its own"),
        pytest.param("R Uys", "R Uys", False, id="no letter more"),
    ],
)
def test_a_letter_more_may_be_a_mark(marked: str, bare: str, want: bool) -> None:  # noqa: FBT001 - a table column
    assert has_mark_more(marked, bare) is want


def test_a_name_stands_between_the_marks_of_two_readings() -> None:
    assert between_marks("TNaragar", "Naragart") == "Naragar"
    assert between_marks("TNaragar", "Naragar") is None


@pytest.mark.parametrize(
    ("short", "whole", "want"),
    [
        pytest.param("afort", "Lafort", True, id="the first letter was not read"),
        pytest.param("van Ree", "Evan Ree", False, id="a particle is small anyway"),
        pytest.param("Afort", "Lafort", False, id="a capital was read"),
    ],
)
def test_a_capital_may_be_lost(short: str, whole: str, want: bool) -> None:  # noqa: FBT001 - a table column
    assert has_lost_its_capital(short, whole) is want


@pytest.mark.parametrize(
    ("name", "given", "last"),
    [
        pytest.param("TMK Brackdown", "TMK", "Brackdown", id="initials"),
        pytest.param("G C M Mir", "G C M", "Mir", id="spaced initials"),
        pytest.param("Zoë Marlbrook-Khan", "Zoë", "Marlbrook-Khan", id="a first name"),
        pytest.param("T St Elmmore", "T", "St Elmmore", id="a saint belongs to the surname"),
        pytest.param("van der Weel", "", "van der Weel", id="a surname with particles"),
        pytest.param("Ned", "", "Ned", id="one word"),
    ],
)
def test_a_name_has_two_parts(name: str, given: str, last: str) -> None:
    assert (given_name(name), surname(name)) == (given, last)
    assert endings(name)[0] == name


@pytest.mark.parametrize(
    ("name", "want"),
    [
        pytest.param("D O'Brien-Hale", 0, id="apostrophe and hyphen"),
        pytest.param("B.K. McInnes", 0, id="full stops and a Scot"),
        pytest.param("A van der Weel", 0, id="particles"),
        pytest.param("BG N=====u", 5, id="signs"),
        pytest.param("pmisie Whitloch", 1, id="a small letter at the start"),
        pytest.param("TStElm", 2, id="capitals inside a word"),
    ],
)
def test_what_names_do_not_have_is_counted(name: str, want: int) -> None:
    assert blemishes(name) == want


def test_initials_are_the_short_form_of_a_first_name() -> None:
    assert is_short_form("D.E. Shamoqi", "Duncan Shamoqi")
    assert not is_short_form("E.D. Shamoqi", "Duncan Shamoqi")
    assert not is_short_form("Duncan Shamoqi", "D.E. Shamoqi")


def test_particles_are_small_for_a_reason() -> None:
    assert begins_small("afort")
    assert not begins_small("al-Venkatesh")
