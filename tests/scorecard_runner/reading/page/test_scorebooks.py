"""Pages of scorebooks without what was written ball by ball; pages of other kinds as they are."""

from scorecard_runner.reading.page.lines import build_lines
from scorecard_runner.reading.page.scorebooks import without_ball_marks
from scorecard_runner.reading.words import Word
from tests.scorecard_runner.reading.drawn_page import words_of

BOWLERS = (
    "BOWLER          1      2      3      4      OVERS  MDNS  RUNS  WKTS",
    "J Hill          1.4    W..2   .61           3      0     25    1",
    "A Khan          ..4    M      2.1    11.4   4      1     18    0",
    "R Poe           242    +1.4                 2      0     16    2",
)
BATTERS = (
    "No.  BATSMAN     RUNS AS SCORED            HOW OUT    BOWLER   TOTAL",
    "1    K Banist    .411..1222     4  W       c Roy      Mir      18",
    "2    N Lee       4--1-1-2                  b          Mir      8",
    "3    P Harley    1 2 1 . 4 1               not out             8",
)
SUMS = (
    "BYES        1 1             2",
    "LEG BYES1                   1",
    "WIDES       1 4             5",
    "NO BALLS",
    "TOTAL EXTRAS                8",
    "TOTAL       FOR 4 WKTS      169",
)
STRIP = (
    "WICKET   1    2    3    4    5    6    7",
    "SCORE    27   98   151",
    "BAT NO   2    1    4",
)


def page(*lines: str) -> list[Word]:
    return words_of("\n".join(lines))


def kept(*lines: str) -> list[str]:
    return [line.text for line in build_lines(without_ball_marks(page(*lines)))]


def test_boxes_of_overs_and_their_numbers_are_left_out() -> None:
    assert kept(*BOWLERS) == [
        "BOWLER OVERS MDNS RUNS WKTS",
        "J Hill 3 0 25 1",
        "A Khan 4 1 18 0",
        "R Poe 2 0 16 2",
    ]


def test_the_balls_of_a_batter_are_left_out_with_their_caption() -> None:
    assert kept(*BATTERS) == [
        "No. BATSMAN HOW OUT BOWLER TOTAL",
        "1 K Banist c Roy Mir 18",
        "2 N Lee b Mir 8",
        "3 P Harley not out 8",
    ]


def test_strokes_of_extras_go_and_their_sums_stay() -> None:
    assert kept(*BOWLERS, "", *SUMS)[4:] == [
        "BYES 2",
        "LEG BYES 1",
        "WIDES 5",
        "NO BALLS",
        "TOTAL EXTRAS 8",
        "TOTAL FOR 4 WKTS 169",
    ]


def test_extras_of_other_pages_stay_as_they_are() -> None:
    assert len(without_ball_marks(page(*SUMS))) == len(page(*SUMS))


def test_only_wickets_that_fell_are_numbered() -> None:
    assert kept(*STRIP) == ["WICKET 1 2 3", "SCORE 27 98 151"]


def test_a_strip_whose_first_score_is_lost_is_left_out() -> None:
    assert kept(STRIP[0], "SCORE         98   151") == []


def test_a_running_total_is_left_out_with_its_title() -> None:
    rows = ["  ".join(f"{number:3}" for number in range(first, first + 10)) for first in (151, 161, 171)]
    assert kept("TOTAL   169", "", "RUNNING TOTAL", *rows) == ["TOTAL 169"]


def test_nothing_that_is_written_by_hand_is_surer_than_print() -> None:
    assert max(word.confidence for word in without_ball_marks(page(*BOWLERS))) <= 0.8


def test_a_table_whose_figures_follow_the_names_keeps_them() -> None:
    lines = ("BOWLER      O     M   R    W", "J Hill    13.0    2   45   1", "A Khan    12.1    0   38   0")
    assert len(without_ball_marks(page(*lines))) == len(page(*lines))


def test_columns_of_numbers_before_how_out_are_no_strokes() -> None:
    lines = (
        "BATTER     0s   1s   2s   How out     Runs",
        "K Banist   12   8    3    c Roy b Mir  18",
        "N Lee      11   4    2    b Mir        8",
        "P Harley   9    5    1    not out      8",
        "R Cox      7    3    2    lbw b Mir    8",
    )
    assert len(without_ball_marks(page(*lines))) == len(page(*lines))
