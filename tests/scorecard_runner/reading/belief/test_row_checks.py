import pytest

from scorecard_runner.reading.belief.checks import CheckResult
from scorecard_runner.reading.belief.row_checks import check_row, check_rows
from tests.scorecard_runner.reading.sample_innings import sound_innings, with_values


def test_every_check_of_the_rows_of_a_sound_innings_holds() -> None:
    assert {check.result for check in check_rows(sound_innings())} == {CheckResult.HOLDS}


@pytest.mark.parametrize(
    "rate", [pytest.param(111.1, id="one decimal"), pytest.param(111, id="cut off"), pytest.param(111.11, id="exact")]
)
def test_strike_rates_may_be_printed_short(rate: float) -> None:
    checks = list(check_rows(with_values(sound_innings(), "batting", "strike_rate", rate, row=0)))

    assert all(check.result is CheckResult.HOLDS for check in checks)


def test_the_checks_of_a_row_are_those_of_all_rows_with_its_cells() -> None:
    innings = sound_innings()
    for table in ("batting", "bowling"):
        for row in range(len(getattr(innings, table))):
            of_row = [
                check for check in check_rows(innings) if {(c.where, c.row) for c in check.cells} == {(table, row)}
            ]
            assert list(check_row(innings, table, row)) == of_row != []


def test_lists_have_no_checks_of_rows() -> None:
    assert list(check_row(sound_innings(), "fall_of_wickets", 0)) == []
