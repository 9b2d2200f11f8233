import pytest

from scorecard_runner.reading.grammar.match import find_date, find_result, find_toss


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Kent won by 12 runs", "Kent won by 12 runs", id="a result by itself"),
        pytest.param("Match Result: Kent won by 3 wickets", "Kent won by 3 wickets", id="a result after its label"),
        pytest.param("Match drawn", "Match drawn", id="a draw"),
        pytest.param("Kent won the toss and chose to bat", None, id="the toss is no result"),
        pytest.param("A Khan not out 12", None, id="a row"),
    ],
)
def test_results_are_taken_as_printed(text: str, expected: str | None) -> None:
    assert find_result(text) == expected


def test_the_toss_is_taken_as_printed() -> None:
    assert find_toss("Toss Kent won the toss and chose to bat") == "Kent won the toss and chose to bat"
    assert find_toss("Kent won by 12 runs") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Final, Bridgetown, 2024-06-29", "2024-06-29", id="year first"),
        pytest.param("Played on 6 August 2023 at Lord's", "6 August 2023", id="in words"),
        pytest.param("June 29, 2024", "June 29, 2024", id="month first"),
        pytest.param("1-34, 2-56", None, id="fall of wickets"),
    ],
)
def test_dates_are_taken_as_printed(text: str, expected: str | None) -> None:
    assert find_date(text) == expected
