"""Names with their initials behind them."""

import pytest

from scorecard_runner.reading.names.order import initials_behind, initials_first, surname_first


@pytest.mark.parametrize(
    ("printed", "turned"),
    [
        pytest.param("Haman SG", "SG Haman", id="initials in one"),
        pytest.param("du Brackwell B", "B du Brackwell", id="a particle"),
        pytest.param("Le Westwick B C", "B C Le Westwick", id="two words of initials"),
        pytest.param("SG Haman", "SG Haman", id="initials first"),
        pytest.param("Siân Haman", "Siân Haman", id="a first name"),
        pytest.param("AKHRUDDIN ODY", "AKHRUDDIN ODY", id="capitals only"),
        pytest.param("John Smith II", "John Smith II", id="the second of that name"),
    ],
)
def test_initials_behind_a_surname_are_turned_to_its_front(printed: str, turned: str) -> None:
    assert initials_first(printed) == turned


def test_what_was_turned_can_be_turned_back() -> None:
    assert surname_first(initials_first("Le Westwick B C"), initials_behind("Le Westwick B C")) == "Le Westwick B C"
