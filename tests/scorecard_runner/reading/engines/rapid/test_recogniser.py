"""Which crops are read together."""

import pytest

from scorecard_runner.reading.engines.rapid.recogniser import batches


@pytest.mark.parametrize(
    ("widths", "expected"),
    [
        pytest.param([], [], id="none"),
        pytest.param([20, 64, 30], [[0, 2, 1]], id="digits are padded to one width"),
        pytest.param([300, 100], [[1], [0]], id="padding is paid for, so other widths go alone"),
        pytest.param([900, 910], [[0], [1]], id="two wide lines are more than the cache holds"),
        pytest.param([210, 200, 205], [[1, 2, 0]], id="like widths go together, narrow to wide"),
        pytest.param([4000], [[0]], id="a line that is too wide alone still goes"),
    ],
)
def test_batches(widths: list[int], expected: list[list[int]]) -> None:
    assert batches(widths) == expected


def test_a_batch_of_digits_is_bounded() -> None:
    assert {len(batch) for batch in batches([30] * 40)} == {16, 8}
