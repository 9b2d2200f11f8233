"""What no name has is put right; what some name has stays."""

import pytest

from scorecard_runner.reading.grammar.name_dirt import begins_with_dagger, without_dirt


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param("tM Juan", "M Juan", id="a dagger read as a t"),
        pytest.param("1tR Uys", "R Uys", id="a dagger read twice, as a one and a t"),
        pytest.param("t Juan", "Juan", id="a dagger apart, read as a t"),
        pytest.param("1G Shah", "G Shah", id="a dagger read as a one"),
        pytest.param("+du Oakslade", "du Oakslade", id="a plus before a particle"),
        pytest.param("0G Ash", "OG Ash", id="a nought among initials"),
        pytest.param("0 Ali", "O Ali", id="a nought for the only initial"),
        pytest.param("1.6. Ody", "I.G. Ody", id="all initials read as digits"),
        pytest.param("2Z", "Z", id="one letter read twice, first as a digit"),
        pytest.param("Vv", "V", id="one letter read twice"),
        pytest.param("Oscar 0'Stanby", "Oscar O'Stanby", id="a nought before an apostrophe"),
        pytest.param("Shamar lyendhar", "Shamar Iyendhar", id="a small l for a capital I"),
        pytest.param("van der EImberton", "van der Elmberton", id="a capital I for a small l"),
        pytest.param("Miillen", "Müllen", id="the dots of an ü"),
        pytest.param("B @sterstrom", "B Østerstrom", id="a stroke through the O"),
        pytest.param("i Seren Rafidul", "Seren Rafidul", id="a stray letter before the name"),
        pytest.param("K Durin 5:5", "K Durin", id="digits behind the name"),
        pytest.param("Seren Oakworth dif", "Seren Oakworth", id="a stray word behind the name"),
        pytest.param("RB Marlslade (cj)", "RB Marlslade", id="a mark in brackets, misread"),
        pytest.param("T. Tshazarabani st", "T. Tshazarabani", id="nobody ends with a saint"),
        pytest.param("SSlLee", "SS Lee", id="a bar between initials and surname"),
        pytest.param("R.Sen", "R. Sen", id="initials without their space"),
        pytest.param("VOdy", "V Ody", id="an initial without its space"),
        pytest.param("van der Weel", "van der Weel", id="particles stay"),
        pytest.param("al-Venkatesh", "al-Venkatesh", id="a particle with a hyphen stays"),
        pytest.param("s Smith", "s Smith", id="before a single word it may be an initial"),
        pytest.param("ali khan jr", "ali khan jr", id="names in small letters stay"),
        pytest.param("K Nasiidul", "K Nasiidul", id="two i further behind stay"),
        pytest.param("TNaragar", "TNaragar", id="a capital T may be an initial"),
        pytest.param("Alyssa Flynn", "Alyssa Flynn", id="an l in its place stays"),
        pytest.param("D McIntyre", "D McIntyre", id="a capital inside a Scot stays"),
        pytest.param("12 |", "12 |", id="nothing is left of what is no name"),
    ],
)
def test_dirt_goes_and_names_stay(text: str, want: str) -> None:
    assert without_dirt(text) == want


def test_a_dagger_before_a_name_makes_the_keeper() -> None:
    assert begins_with_dagger("tM Juan")
    assert not begins_with_dagger("ter Raghdhar")
