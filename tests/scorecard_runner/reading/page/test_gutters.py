"""Which channels part two texts, and which stand between columns of one table; each drawn as its two banks."""

import pytest

from scorecard_runner.reading.page.banks import Banks
from scorecard_runner.reading.page.gutters import holds_table, is_gutter
from tests.scorecard_runner.reading.drawn_page import words_of

BATTERS = """
1  R Marlwick       b
2  S O'Chakradhar   c A Quillmore
3  T Harwell        c T Naraborty
4  A Ramraman       c N Rafeshi
5  T Ramerji        lbw
6  C Brackstone     st T Naraborty
"""
BOWLERS = """
T K Oakstone       42
T K Oakstone        1
E Pemberton        68
T Ash              17
T K Oakstone        7
T Ash              13
"""
COMPLETE = """
R Marlwick       b Oakstone            42
S O'Chakradhar   c Quillmore b Ash      1
T Harwell        lbw b Rafeshi         68
A Ramraman       not out               17
T Ramerji        run out                7
"""
ARTICLE = """
The pitch offered early movement
and both captains would have
bowled first. It leaves both sides
with everything to play for next
week. A dropped catch at slip
proved to be the turning point.
"""
WRAPPED = """
R Marlwick       c A Quillmore
                 b Oakstone
S O'Chakradhar   c T Naraborty
                 b T Ash
T Harwell        c N Rafeshi
                 b E Pemberton
"""
FOLLOWERS = """
The crowd stayed until the end
and both sides would have liked
to bat again. The pitch offers
something to everybody who can
keep his head. Tea was taken
early and was the best so far.
"""


def banks_of(left: str, right: str, lower: float = 0.0) -> Banks:
    """Return the banks of a channel; the right one stands so many pixels lower."""
    moved = (word.placed(factor=1.0, right=500.0, down=lower) for word in words_of(right))
    return Banks(tuple(words_of(left)), tuple(moved))


IDENTIFIERS = """
Inns  Team            Pos
1     Kent XI         1
1     Kent XI         2
1     Kent XI         3
2     Essex Women     1
2     Essex Women     2
"""
EXPORTED = """
Batsman     How out      Runs  Balls
A Khan      bowled       40    31
B Khan      not out      17    12
C Khan      lbw          4     5
D Smith     run out      44    31
E Smith     not out      25    12
"""
FIGURES = """
Bowling      O    M    R    W
Pemslade     20   1    89   5
Shamruddin   11   2    38   0
Ferrin       7    0    42   1
Radenbury    5    1    11   2
"""
UNHEADED = """
Macrash      C. SUB (UYS)    PEMSLADE    4
Hammood      B.              PEMSLADE    16
Tulbrook     LBW             PEMSLADE    32
Westley      C. SUB (UYS)    FERRIN      45
Chaacroix    RUN OUT                     23
"""
FORENAMES = """
Faisal
Tamsin
Extras
Total
FoW
"""
SURNAMES = """
Khan      c Roy b Ode     61    54
West      lbw b Roy       61    40
(4b 2lb)                        10
(all out, 49.2 overs)          151
Kent innings
"""
SHORT = """
O    M    R    W
Roy     6    0    25    2
Ode    11    0    61    1
Ali     2    1     9    0
"""
PAIRS = """
Khan 22      West
Ash 11       West
Ash 30       Shah
Shah 7       Uys
"""
UNEVEN = 12.0  # pixels: more than lines of one row may be apart


@pytest.mark.parametrize(
    ("banks", "want"),
    [
        pytest.param(banks_of(COMPLETE, ARTICLE, UNEVEN), True, id="an article beside a card"),
        pytest.param(banks_of(COMPLETE, COMPLETE), True, id="two cards, line by line"),
        pytest.param(banks_of(BATTERS, BOWLERS), False, id="a column of bowlers"),
        pytest.param(banks_of(BATTERS, BOWLERS, UNEVEN), False, id="a column of bowlers that stands uneven"),
        pytest.param(
            banks_of(WRAPPED, FOLLOWERS, UNEVEN), True, id="bowlers on the next line are not across the channel"
        ),
        pytest.param(banks_of(IDENTIFIERS, EXPORTED), False, id="columns that say whose rows they are"),
        pytest.param(banks_of(FIGURES, UNHEADED), True, id="batters whose heading nobody printed, beside bowlers"),
        pytest.param(banks_of(FORENAMES, SURNAMES), False, id="names of sums without their figures, below forenames"),
        pytest.param(banks_of(SHORT, PAIRS, UNEVEN), True, id="four lines of a table beside words level with none"),
        pytest.param(banks_of("Kent\nEssex", "Won\nLost"), False, id="too few lines"),
        pytest.param(banks_of(COMPLETE, "1\n2\n3\n4\n5", UNEVEN), False, id="single letters are set apart, not a text"),
    ],
)
def test_a_gutter_parts_two_texts(banks: Banks, *, want: bool) -> None:
    assert is_gutter(banks, banks) == want


@pytest.mark.parametrize(
    ("right", "want"),
    [
        pytest.param("42  59\n1  3\n68  90", True, id="numbers"),
        pytest.param("b Ash\nlbw b Ash\nnot out", True, id="dismissals"),
        pytest.param("Runs\n42\n17", True, id="the name of the column does not count"),
        pytest.param("1      R Ash\n2      T Khan\n3      V Ode", False, id="names behind the numbers that count them"),
        pytest.param("1      R Ash\n0      T Khan\n4      V Ode", True, id="numbers that do not count, before names"),
        pytest.param(ARTICLE, False, id="an article"),
        pytest.param(BOWLERS, False, id="names with numbers behind them"),
    ],
)
def test_a_table_goes_on_across_the_channel_with_numbers_or_dismissals(right: str, *, want: bool) -> None:
    assert holds_table(banks_of(COMPLETE, right)) == want


RUNNING_LEFT = """
KENT: Cox c Ali b Rao 26, Roy c
Ince b Rao 7, Mir lbw b Ince 12,
Oak not out 51, Das run out 4,
Ash c Rao b Ince 9, Poe b Rao 0,
Lee st Ali b Ince 3. Extras 8. To-
tal 120. Bowling: Rao 9-1-40-3, H
"""
RUNNING_RIGHT = """
b Ince 20-4-43-2. Umpires: A Lee
c Poe b Mir 12, Ash not out 30, Oak
not out 14. Extras 4. Total (for 1)
b Das 60. Fall: 1-12, 2-44, 3-51.
lbw Bowling: Das 9-1-21-1, Cox 1-0-
3-0. It was a dull and windy day.
"""


def test_columns_of_running_text_are_two_texts_wherever_their_lines_break() -> None:
    banks = banks_of(RUNNING_LEFT, RUNNING_RIGHT)
    assert is_gutter(banks, banks)


def test_a_gap_within_running_text_is_no_gutter() -> None:
    left = "A Hatherbrook-Lee b Ali 1\nFenwick-Lee lbw b Ali 5\nSchönen c and b Shoatesh 8\nMarlmore not out 4"
    right = "(3b), B K K\n(9b), B L J\n(5b), F and\n(2b), T and"
    banks = banks_of(left, right)
    assert not is_gutter(banks, banks)
