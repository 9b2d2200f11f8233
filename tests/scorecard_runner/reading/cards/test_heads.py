import pytest

from scorecard_runner.reading.cards.heads import find_head, find_side
from scorecard_runner.reading.page.lines import build_lines
from tests.scorecard_runner.reading.drawn_page import words_of


@pytest.mark.parametrize(
    ("text", "lead", "team", "score"),
    [
        pytest.param("India Innings      176/7 (20.0 ov, RR 8.80)", "", "India", (176, 7, 20.0), id="team and score"),
        pytest.param("West Indies 2nd Innings 105-2 (26.2 Ov)", "", "West Indies", (105, 2, 26.2), id="second innings"),
        pytest.param("Batting Team\nKKR", "", "KKR", None, id="a team alone below a section's name"),
        pytest.param(
            "1st Innings\nSouth Africa - 198/3\nOvers: 20.0 | Run Rate: 9.9\nBatting Scorecard",
            "",
            "South Africa",
            (198, 3, 20.0),
            id="a title over several lines",
        ),
        pytest.param(
            "Kent innings 176/7 (20 ov)\nKeeper: A Khan",
            "",
            "Kent",
            (176, 7, 20.0),
            id="something between title and table",
        ),
        pytest.param("Kent won by 12 runs", "Kent innings", "Kent", None, id="a team in the heading itself"),
        pytest.param("Kent v Essex\nKent won by 12 runs", "", None, None, id="neither sides nor result are a title"),
    ],
)
def test_the_lines_above_a_table_name_its_innings(
    text: str, lead: str, team: str | None, score: tuple[int, int, float | None] | None
) -> None:
    head = find_head(build_lines(words_of(text)), lead)

    found = head.score and (head.score.runs, head.score.wickets, head.score.overs.number if head.score.overs else None)
    assert (head.team.text if head.team else None) == team
    assert found == score


def test_the_line_right_above_a_bowling_table_names_the_bowling_side() -> None:
    side = find_side(build_lines(words_of("Bowling Team\nKXIP")), "")

    assert side is not None
    assert side.text == "KXIP"
    assert find_side(build_lines(words_of("KXIP\nTotal 190")), "") is None
