"""Lines that say several things in turn."""

import pytest

from scorecard_runner.reading.page.label_runs import with_labels_apart
from scorecard_runner.reading.page.lines import build_lines
from tests.scorecard_runner.reading.drawn_page import words_of


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        pytest.param("Byes 4  Wides 5  Total 234/7", ["Byes 4", "Wides 5", "Total 234/7"], id="each its own number"),
        pytest.param(
            "OVERS 6.0    EXTRAS 6 b 0 lb 0 w 6", ["OVERS 6.0", "EXTRAS 6 b 0 lb 0 w 6"], id="overs and extras"
        ),
        pytest.param(
            "TOTAL all out for 97    OVERS 16.2", ["TOTAL all out for 97 16.2 OVERS"], id="overs of the total"
        ),
        pytest.param(
            "EXTRAS 2 (w 1, nb 1)  OVERS 6.0  (4 wkts) 44",
            ["EXTRAS 2 (w 1, nb 1) OVERS 6.0 (4 wkts) 44"],
            id="a total without its label stays beside its overs",
        ),
        pytest.param(
            "OVERS 5.5          SCORE 57 FOR 2",
            ["SCORE 57 FOR 2 5.5 OVERS"],
            id="overs of a total that is called score",
        ),
        pytest.param(
            "Total    4 wkts, 20 overs    204", ["Total 4 wkts, 20 overs 204"], id="overs behind their number"
        ),
        pytest.param(
            "Total    9 wkts, 40.0 overs, 5.85 per over    234",
            ["Total 9 wkts, 40.0 overs, 5.85 per over 234"],
            id="a comma behind the overs",
        ),
        pytest.param(
            "Total    9 wkts 40.0 overs 5.85 an over    234",
            ["Total 9 wkts 40.0 overs 5.85 an over 234"],
            id="a rate behind the overs",
        ),
    ],
)
def test_a_line_is_cut_before_each_label_that_follows_a_number(text: str, parts: list[str]) -> None:
    assert [line.text for line in with_labels_apart(build_lines(words_of(text)))] == parts
