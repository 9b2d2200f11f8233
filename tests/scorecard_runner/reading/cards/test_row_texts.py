"""Which phrases of a row are the name, which the dismissal."""

import pytest

from scorecard_runner.reading.cards.row_texts import split_row, without_index
from scorecard_runner.reading.grammar.dismissals import parse_dismissal
from scorecard_runner.reading.tables.table import Table
from tests.scorecard_runner.reading.drawn_page import sections_of

HEADING = "No   Batter          How out              Bowler           Runs"


def texts_of(*lines: str) -> tuple[str, str]:
    """Return name and dismissal of the first row below the heading."""
    table = next(each for each in sections_of("\n".join([HEADING, *lines])) if isinstance(each, Table))
    name, dismissal = split_row(table.rows[0], table.heading)
    return " ".join(phrase.text for phrase in name), " ".join(phrase.text for phrase in dismissal)


@pytest.mark.parametrize(
    ("line", "name", "dismissal"),
    [
        pytest.param(
            " 1   A Khan          ct Smith             D Jones            41",
            "A Khan",
            "ct Smith b D Jones",
            id="a bowler in his own column",
        ),
        pytest.param(
            " 1   A KHAN          B                    D JONES            41",
            "A KHAN",
            "b D JONES",
            id="a capital b alone in its column",
        ),
        pytest.param(
            " s   A Khan          ct Smith             D Jones            41",
            "A Khan",
            "ct Smith b D Jones",
            id="a row's number read as a letter",
        ),
        pytest.param(
            " 1   A Khan          D                    D Jones            41",
            "A Khan",
            "b D Jones",
            id="a lone letter for the b",
        ),
        pytest.param(
            " 1   A Khan                               D Jones            41",
            "A Khan",
            "b D Jones",
            id="nothing but a bowler",
        ),
        pytest.param(
            " 1   A Khan          st van der Penbury   Jones              41",
            "A Khan",
            "st van der Penbury b Jones",
            id="a fielder who reaches to the bowler's column",
        ),
        pytest.param(
            " 1   z               cJ                   Jonah              41",
            "z",
            "cJ b Jonah",
            id="a name of one small letter before a catcher of one letter",
        ),
        pytest.param(
            " 1   A Khan          not out              t                  41",
            "A Khan",
            "not out",
            id="dirt in the bowler's column of who is not out",
        ),
        pytest.param(
            " 1   A Khan          not out                                 41",
            "A Khan",
            "not out",
            id="no bowler at all",
        ),
    ],
)
def test_phrases_of_a_row_are_told_apart(line: str, name: str, dismissal: str) -> None:
    found = texts_of(line, " 2   B Khan          b                    D Jones             7")

    assert found == (name, dismissal)
    assert parse_dismissal(found[1])


@pytest.mark.parametrize(
    ("line", "want"),
    [
        pytest.param("12      A Khan", "A Khan", id="a number"),
        pytest.param("5»      A Khan", "A Khan", id="a number with a sign"),
        pytest.param("Ce      Arjun Sen", "Arjun Sen", id="a picture beside a whole name"),
        pytest.param("J       van der Weel", "J van der Weel", id="an initial far from the surname"),
        pytest.param("V       not out", "V not out", id="a name of one letter before a dismissal"),
    ],
)
def test_what_only_counts_the_rows_is_left_out(line: str, want: str) -> None:
    table = next(
        each for each in sections_of(f"Batter          R     B\n{line}        76    59") if isinstance(each, Table)
    )
    phrases = [phrase for text in table.rows[0].texts for phrase in text.phrases]

    assert " ".join(phrase.text for phrase in without_index(phrases)) == want
