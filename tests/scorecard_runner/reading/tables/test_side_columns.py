"""A column of sides between the players and their figures."""

from scorecard_runner.reading.cards.players import batting_lines, bowling_lines
from scorecard_runner.reading.tables.table import Table
from tests.scorecard_runner.reading.drawn_page import sections_of

CARD = """
Rk  Batter        Team   How out           Runs   Balls   4s
4   JA Ashdown    KCC    b Kettle            40    30     4
1   B Millbrook   KCC    c Ode b Kettle       2     3     0
2   Okonjo        KCC    not out             15     9     2

Rk  Bowler     Team    O    M    R    W
2   Kettle     SUR     4    0    31   1
1   Sandoval   SUR     3    0    27   0
"""


def test_the_side_of_a_player_is_no_part_of_the_name() -> None:
    batting, bowling = (section for section in sections_of(CARD) if isinstance(section, Table))

    assert [line.name and line.name.text for line in batting_lines(batting)] == ["JA Ashdown", "B Millbrook", "Okonjo"]
    assert [line.name and line.name.text for line in bowling_lines(bowling)] == ["Kettle", "Sandoval"]
