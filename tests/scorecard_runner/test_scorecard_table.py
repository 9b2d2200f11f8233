"""What people see in the terminal."""

import io

from rich.console import Console

from scorecard_runner.document import ScorecardDocument, Verdict
from scorecard_runner.scorecard_table import print_document
from tests.documents import batter_of, document_of, innings_of


def printed(document: ScorecardDocument, width: int = 80) -> list[str]:
    """Return the lines as a terminal of that width shows them."""
    console = Console(file=io.StringIO(), width=width, highlight=False, force_terminal=False)
    print_document(document, console)
    assert isinstance(console.file, io.StringIO)
    return [line.rstrip() for line in console.file.getvalue().splitlines()]


def test_a_document_looks_like_a_scorecard() -> None:
    lines = printed(document_of())
    assert lines == [
        "Kent v Essex",
        "Kent won by 3 runs · T20",
        "",
        "Kent  43/1 (4.3 ov)",
        "Batter                         R    B",
        "T Ashdown          b Kettle   40   30",
        "Extras           3 (b 2, w 1)",
        "Did not bat      W Tulloch",
        "Fall of wickets  1-43 (Ashdown, 4.3 ov)",
        "",
        "Bowler                O    R  Econ",
        "I Kettle            4.3   41  9.11",
        "",
        "✓  batters and extras make the total  40 + 3 = 43",
        "✗  balls faced make the overs         30 ≠ 27 + 0",
        "",
        "NeedsReview  compare what is marked ? or named below with the picture",
        "confidence 0.95 · checks that hold 1/2",
        "•  Innings 1: batting row 1, balls: please check.",
    ]


def test_doubtful_numbers_are_marked_and_unread_ones_asked_for() -> None:
    batter = batter_of(runs=40, balls_faced=None, confidence={"player_name": 0.9, "runs": 0.4, "balls_faced": 0.0})
    row = next(line for line in printed(document_of(innings_of(batting=[batter]))) if line.startswith("T Ashdown"))
    assert row.split() == ["T", "Ashdown", "b", "Kettle", "40?", "?"]


def test_a_name_from_the_picture_is_never_markup() -> None:
    assert any("[/red] [x]" in line for line in printed(document_of(innings_of(did_not_bat=["[/red] [x]"]))))


def test_no_number_is_cut_off_in_a_narrow_terminal() -> None:
    batter = batter_of(player_name="An Extraordinarily Long Name", dismissal="c Somebody Else b Another One",
                       strike_rate=133.33, fours=4, sixes=1)  # fmt: skip
    assert any("133.33" in line for line in printed(document_of(innings_of(batting=[batter])), width=64))


def test_a_verified_scorecard_says_why() -> None:
    assert any(line.startswith("Verified  every sum holds") for line in printed(document_of(verdict=Verdict.VERIFIED)))
