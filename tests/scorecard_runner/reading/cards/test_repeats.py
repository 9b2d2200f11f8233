"""A card with its best players above: they are counted once, and the whole lists are kept."""

from scorecard_runner.reading.cards.innings import build_card
from tests.scorecard_runner.reading.drawn_page import sections_of

BEST = """
Kent 120 for 3 (18.4 ov)
Batter               R     B
Okonjo              57    70
Ashdown             31    45
Bowler               W     R
Khan                 2    31
Lee                  1    40
"""
WHOLE = """
Innings of Kent
Batter          How out            R     B    4s    6s
Ashdown         c Lee b Khan      31    45     4     0
Millbrook       lbw b Lee          6    13     1     0
Okonjo          b Khan            57    70     5     2
Uys             not out           12    20     1     0
Extras          (b 2, lb 3, w 8, nb 1)  14
Total           (3 wkts, 18.4 overs)   120
Bowler          O     M     R     W    Econ
Khan            8     0    31     2    3.87
Lee             8     0    40     1    5.00
Roy           2.4     0    44     0   16.50
"""


def test_the_best_players_are_counted_once_and_the_whole_lists_kept() -> None:
    (innings,) = build_card(sections_of(f"{BEST}\n{WHOLE}")).innings
    assert [line.name and line.name.text for line in innings.batting] == ["Ashdown", "Millbrook", "Okonjo", "Uys"]
    assert [line.name and line.name.text for line in innings.bowling] == ["Khan", "Lee", "Roy"]
