from scorecard_runner.reading.cards.card import Card
from scorecard_runner.reading.cards.innings import build_card
from scorecard_runner.reading.tables.vocabulary import Column
from tests.scorecard_runner.reading.drawn_page import sections_of

KENT = """
Kent v Essex
Kent won by 12 runs

Kent innings 176/7 (20 ov)
Batter          Dismissal                 R     B
A Khan          c Smith b Jones          76    59
B Khan          not out                   5     2
Extras 7 (b 1, lb 0, w 6, nb 0)
Total 176/7 (20 ov)
Did not bat C Khan, D O'Dowd
Fall of wickets 1-34 (A Khan, 5.3 ov), 2-56
Bowler          O     M     R     W
D Jones         4     0    49     1
"""
ESSEX = """
Essex innings 164 all out (19.3 ov)
Batter          Dismissal                 R     B
E Smith         b Khan                   30    25
F Smith         lbw b Khan               40    30
G Smith         run out (Khan)            4     7
"""


def card_of(text: str) -> Card:
    """Return the card of the page drawn by the text."""
    return build_card(sections_of(text))


def test_everything_below_a_batting_table_belongs_to_its_innings() -> None:
    card = card_of(KENT)

    (innings,) = card.innings
    assert innings.team is not None
    assert innings.bowling_team is not None
    assert (innings.team.text, innings.bowling_team.text) == ("Kent", "Essex")
    assert [getattr(innings, part).value for part in ("total", "wickets", "overs")] == [176, 7, 20]
    assert {part: cell.value for part, cell in innings.extras.items()} == {
        "total": 7,
        "byes": 1,
        "leg_byes": 0,
        "wides": 6,
        "no_balls": 0,
    }
    assert [name.text for name in innings.did_not_bat] == ["C Khan", "D O'Dowd"]
    assert [(fall.wicket, fall.runs) for fall in innings.fall_of_wickets] == [(1, 34), (2, 56)]
    assert [line.value(Column.RUNS) for line in innings.bowling] == [49]
    assert card.match.result == "Kent won by 12 runs"


def test_each_batting_table_opens_an_innings() -> None:
    first, second = card_of(KENT + ESSEX).innings

    assert first.total is not None
    assert second.total is not None
    assert (first.total.value, second.total.value) == (176, 164)
    assert second.is_all_out
    assert second.wickets is not None
    assert second.wickets.value == 10
    assert second.bowling == ()


def test_a_summary_of_who_is_in_is_counted_once() -> None:
    summary = """
Batter                                    R     B
A Khan                                   76    59
"""
    (innings,) = card_of(summary + KENT).innings

    assert len(innings.batting) == 2


def test_a_summary_with_a_misread_name_is_counted_once() -> None:
    full = KENT.replace("A Khan          c", "Ann Juoqi       c")
    summary = """
Batter          R     B
Ann Juogi      76    59
"""
    (innings,) = card_of(summary + full).innings
    assert len(innings.batting) == 2


def test_a_frame_called_extras_does_not_hide_the_line_with_the_numbers() -> None:
    text = KENT.replace("Extras 7 (b 1", "Extras 9\nExtras 7 (b 1")

    (innings,) = card_of(text).innings

    assert innings.extras["total"].value == 7


def test_a_legend_with_headings_and_no_runs_is_no_innings() -> None:
    legend = """
Batter          R     B     4s     6s
shaded cells                       10
"""
    assert len(card_of(KENT + legend).innings) == 1


def test_a_page_without_tables_has_no_innings() -> None:
    assert card_of("Shopping list\nMilk 2\nBread 1\nTotal 3").innings == ()


def test_a_league_table_has_no_innings() -> None:
    text = """
Team            P     W     L     Pts
Kent           12     9     3      36
Essex          12     7     5      28
"""
    assert card_of(text).innings == ()


def test_extras_printed_part_by_part_are_put_together() -> None:
    (innings,) = card_of("""
Kent innings
Batter          Dismissal                 R     B
A Khan          c Smith b Jones          76    59
B Khan          not out                   5     2
Byes                                      1
Leg byes                                  2
Wides                                     3
No balls                                  1
Total extras                              7
Total 88/1 (20 ov)
""").innings
    assert {part: cell.value for part, cell in innings.extras.items()} == {
        "byes": 1, "leg_byes": 2, "wides": 3, "no_balls": 1, "total": 7
    }  # fmt: skip
    assert len(innings.batting) == 2


def test_a_commentary_adds_nothing_to_extras_that_add_up() -> None:
    (innings,) = card_of("""
Kent innings
Batter          Dismissal                 R     B
A Khan          c Smith b Jones          76    59
B Khan          not out                   5     2
Extras          (2b 3lb 6w 1nb)          12
Total 93/1 (20 ov)

leg bye
15.4 Jones to Khan, 1 wide
""").innings
    assert {part: cell.value for part, cell in innings.extras.items()} == {
        "byes": 2, "leg_byes": 3, "wides": 6, "no_balls": 1, "total": 12
    }  # fmt: skip


def test_those_who_did_not_bat_may_have_a_line_each() -> None:
    (innings,) = card_of("""
Kent innings
Batter          Dismissal                 R     B
A Khan          c Smith b Jones          76    59
Did not bat C Khan
Did not bat D O'Dowd
""").innings
    assert [name.text for name in innings.did_not_bat] == ["C Khan", "D O'Dowd"]


def test_overs_on_the_line_of_the_extras_are_those_of_the_innings() -> None:
    (innings,) = card_of("""
Kent innings 233-7
Batter          Dismissal                 R     B
A Khan          c Smith b Jones          76    59
EXTRAS (b 1, lb 7) 8   OVERS 40.0   233-7
""").innings
    assert innings.overs is not None
    assert (innings.overs.value, innings.extras["total"].value) == (40, 8)
