"""Sums in a row of tiles above the batters."""

import pytest

from scorecard_runner.reading.page.lines import build_lines
from scorecard_runner.reading.page.sum_tiles import with_tiles_read
from tests.scorecard_runner.reading.drawn_page import words_of


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param(
            "TOTAL           OVERS    EXTRAS          RPO\n150 (all out)   37.3     14 (b 3, w 11)  4.00",
            ["Total 150 (all out) 37.3 Overs", "Extras 14 (b 3, w 11)"],
            id="names above",
        ),
        pytest.param(
            "60/2     7.0       3 (b 2, w 1)    8.57\nRuns     Overs     Extras          Run rate",
            ["Total 60/2 7.0 Overs", "Extras 3 (b 2, w 1)"],
            id="names below",
        ),
        pytest.param(
            "Score       Extras        RPO\n220 all out 13 (nb 1,     5.74\n            lb 12)",
            ["Total 220 all out", "Extras 13 (nb 1, lb 12)"],
            id="one is wrapped",
        ),
        pytest.param(
            "Score   Wickets   Overs\n60      2         7.0", ["Total 60 2 Wickets 7.0 Overs"], id="wickets alone"
        ),
        pytest.param("Overs   Runs   Wkts\n4       31     2", ["Overs Runs Wkts", "4 31 2"], id="figures of a bowler"),
        pytest.param("Total   Overs\nKent won the toss", ["Total Overs", "Kent won the toss"], id="no numbers"),
    ],
)
def test_tiles_are_read_as_lines_of_sums(text: str, lines: list[str]) -> None:
    assert [line.text for line in with_tiles_read(build_lines(words_of(text)))] == lines
