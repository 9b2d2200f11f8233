"""Pages cut along their gutters, in reading order; tables are not cut between their columns."""

from dataclasses import replace

import pytest

from scorecard_runner.reading.page.lines import build_lines
from scorecard_runner.reading.page.regions import find_regions
from scorecard_runner.reading.words import Word
from tests.scorecard_runner.reading.drawn_page import words_of


def regions_of(text: str) -> list[str]:
    """Return the first and the last line of each region of the page drawn by the text."""
    lines = [[line.text for line in build_lines(region)] for region in find_regions(words_of(text))]
    return [f"{each[0]} ... {each[-1]}" for each in lines]


CARD = """
Kent innings                                      176/3 (20 ov)
Batter          Dismissal                 R     B    4s    6s
A Khan          c Smith b Jones          76    59     8     2
B Khan          not out                   5     2     1     0
C Khan          lbw b Jones              12    20     0     0
D Khan          run out (Smith)           9    11     1     0
Extras          (b 1, lb 2)               3
Total           (3 wkts, 20 ov)         176
"""


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(CARD, id="a table with a heading"),
        pytest.param(
            """
A Khan          c Smith b Jones          76    59
B Khan          not out                   5     2
C Khan          lbw b Jones              12    20
D Khan          run out (Smith)           9    11
E Khan          b Jones                   0     1
F Khan          st Smith b Brown         31    30
""",
            id="a table without a heading",
        ),
        pytest.param(
            """
Batter          How out       Bowler        R     B
V Kohli         c Rabada      Jansen       76    59
RG Sharma       bowled        Maharaj       9     5
HH Pandya       not out                     5     2
RR Pant         lbw           Shamsi        1     3
SA Yadav        st Klaasen    Shamsi       20    11
AR Patel        c Miller      Jansen       31    22
""",
            id="bowlers in a column of their own",
        ),
        pytest.param(
            """
1    34     A Khan      5.3
2    56     B Khan      9.1
3    78     C Khan     12.0
4    90     D Khan     14.2
5   101     E Khan     15.5
6   120     F Khan     18.4
""",
            id="a fall of wickets as a grid",
        ),
        pytest.param(
            """
Match           Kent v Essex at Canterbury
Toss            Essex won the toss and elected to field
Result          Kent won by 12 runs with an over to spare
""",
            id="a few labels with their values",
        ),
    ],
)
def test_a_card_alone_is_one_region(text: str) -> None:
    assert len(regions_of(text)) == 1


def test_an_article_beside_a_card_is_a_region_of_its_own() -> None:
    assert regions_of("""
The pitch offered early movement     Kent innings
and both captains would have         A Khan      c Smith b Jones    76
bowled first on a day like this      B Khan      not out             5
while supporters of the home side    C Khan      lbw b Jones        12
had little to cheer after lunch      D Khan      b Jones             9
and rain came when they had tea      E Khan      not out             1
and nobody minded much by then       Total       (4 wkts)          103
""") == [
        "The pitch offered early movement ... and nobody minded much by then",
        "Kent innings ... Total (4 wkts) 103",
    ]


def test_a_heading_across_columns_comes_before_them_and_a_line_below_behind() -> None:
    assert regions_of("""
A fine day in the sun for Kent and for all who came to see it there
The pitch offered early movement     Rain delayed the start by an hour
and both captains would have         but a good crowd stayed for the end
bowled first on a day like this      and the new scoreboard worked for
while supporters of the home side    most of the afternoon so that only
had little to cheer after lunch      the groundsman has to be thanked
and rain came when they had tea      after a week of storms in the west
All rights to words and pictures on this page belong to its own people
""") == [
        (
            "A fine day in the sun for Kent and for all who came to see it there ... "
            "A fine day in the sun for Kent and for all who came to see it there"
        ),
        "The pitch offered early movement ... and rain came when they had tea",
        "Rain delayed the start by an hour ... after a week of storms in the west",
        (
            "All rights to words and pictures on this page belong to its own people ... "
            "All rights to words and pictures on this page belong to its own people"
        ),
    ]


def test_both_innings_beside_each_other_are_two_regions() -> None:
    assert regions_of("""
Batter      R     B      Batter      R     B
A Khan     76    59      E Smith    30    25
B Khan      5     2      F Smith    40    30
C Khan     12    20      G Smith     4     7
""") == ["Batter R B ... C Khan 12 20", "Batter R B ... G Smith 4 7"]


def test_rows_of_batters_on_both_sides_need_no_headings() -> None:
    assert (
        len(
            regions_of("""
A Khan c Smith b Jones      76 (59)      E Smith c Khan b Khan      30 (25)
B Khan not out               5 (2)       F Smith lbw b Khan         40 (30)
C Khan lbw b Jones          12 (20)      G Smith run out (Khan)      4 (7)
D Khan b Jones               9 (11)      H Smith not out             0 (1)
""")
        )
        == 2
    )


def test_a_menu_on_the_left_is_read_after_the_card() -> None:
    words = words_of(CARD)
    menu = words_of("Home\nFixtures\nResults\nTeams\nJuniors\nHistory\nContact")
    card = [word.placed(factor=1, right=200, down=0) for word in words]
    beside = [word.placed(factor=0.7, right=0, down=11) for word in menu]

    regions = find_regions([*card, *beside])

    assert [len(region) for region in regions] == [len(card), len(beside)]


def test_a_box_beside_the_second_table_does_not_cut_the_first() -> None:
    first = "\n".join(line for line in CARD.splitlines() if line)
    second = """
Essex innings
Batter          R     B      Man of the match was once more
E Smith        30    25      the captain of the home side who
F Smith        40    30      has now made a hundred here for
G Smith         4     7      the third time and the crowd was
H Smith        12     9      on its feet for as long as a man
I Smith        22    31      needs to walk to the pavilion
J Smith        10    12      and a little longer than that
"""
    regions = regions_of(f"{first}\n\n\n{second}")

    assert any(region.startswith("Man of the match") for region in regions)
    assert sum("Khan" in region or "Kent" in region for region in regions) == 1


LEAGUE = """
League table
Team               P    W    Pts
Copperhill CC      9    5     57
Stonebeck          6    4     21
District CC        7    5     47
Newhaven XI        7    0    140
Saltmarsh          7    2    117
Oldcastle          6    6     49
"""
ROWS = "\n".join(
    f"{at}     {name} Khan        c Smith b Jones          {at} (10 balls)" for at, name in enumerate("ABCDEFGHI", 1)
)


def test_a_league_table_on_the_left_is_cut_off_and_not_cut_through() -> None:
    card = f"Kent innings                         176 all out\n{ROWS}\nExtras    12" + "\n3rd wicket: 12 runs" * 40
    menu = [word.placed(factor=0.9, right=0.0, down=13.0) for word in words_of(LEAGUE)]
    page = [*menu, *(word.placed(factor=1.0, right=350.0, down=0.0) for word in words_of(card))]

    regions = find_regions(page)

    assert len(regions) == 2
    assert {word.text for word in regions[-1]} == set(LEAGUE.split())


def test_a_page_without_words_has_no_region() -> None:
    assert find_regions([]) == []


UNEVEN = """
1    R Marlwick       b              T K Oakstone        42
2    S O'Chakradhar   c A Quillmore  T K Oakstone         1
3    T Harwell        c T Naraborty  E Pemberton         68
4    A Ramraman       c N Rafeshi    T Ash               17
5    T Ramerji        lbw            T K Oakstone         7
6    C Brackstone     st T Naraborty T Ash               13
7    A Montvigne      b              E Pemberton         39
"""


def test_a_column_of_bowlers_belongs_to_the_rows_even_if_it_stands_uneven() -> None:
    words = [
        replace(word, box=word.box.moved(0, 10 * (word.box.left >= 330 and word.box.top % 80 > 0)))
        for word in words_of(UNEVEN)
    ]
    assert find_regions(words) == [tuple(words)]


def test_panels_beside_a_table_are_a_region_of_their_own_whatever_figures_are_in_them() -> None:
    assert regions_of("""
Batter                 R     B    4s    6s         PARTNERSHIPS

A Khan                76    59     8     2
                                                   1st wkt   17
B Khan                 5     2     1     0
                                                   2nd wkt   30
C Khan                12    20     0     0
                                                   100
D Khan                 9    11     1     0
                                                   50
E Khan                 9    11     1     0
                                                   0
F Khan                 9    11     1     0
                                                   WAGON WHEEL
G Khan                 9    11     1     0
                                                   fours and sixes
Total                176
                                                   by the over
""") == ["Batter R B 4s 6s ... Total 176", "PARTNERSHIPS ... by the over"]


def test_figures_with_their_units_behind_leaders_are_no_text_of_their_own() -> None:
    rows = [
        "Ashdown c Roy b Ode",
        "Millbrook b Roy",
        "Okonjo c Ali b Ode",
        "Ince lbw b Roy",
        "Tulloch b Ode",
        "Sen b Ali",
    ]
    page = "\n".join(
        f"{row:<24} {number:>4} ({number} balls, {number} fours, 0 sixes)" for number, row in enumerate(rows)
    )

    assert len(regions_of(page)) == 1


def test_tiles_of_bowlers_beside_batters_are_a_region_of_their_own() -> None:
    page = """
FENWICK        not out                   16    14      KENT
                                                       BOWLING
ASHDOWN        ct MILLER    b POE        22    20
                                                       MILLER  0/21 (2.0 ov)
BRACKLEY       ct WEST      b POE         0     1
                                                       POE     2/9 (2.0 ov)
INCE           not out                    1     1
"""
    assert regions_of(page) == ["FENWICK not out 16 14 ... INCE not out 1 1", "KENT ... POE 2/9 (2.0 ov)"]


def test_bowling_with_a_chart_below_it_is_parted_from_the_batting() -> None:
    page = """
BATTING                    R     B    4s     BOWLING          O     M     R     W
A Khan                     7     9     1     Roy              6     0    25     2
c Roy b Ode                                  Ode             11     0    61     1
B Khan                   108    96     7
lbw b Roy                                    WORM
C Khan                    19    22     1     150
b Ode
D Khan                     0     2     0     100
c Ali b Roy
E Khan                     2     4     0     50
run out
F Khan                    12    18     2     0
b Roy                                        PARTNERSHIPS
G Khan                     5     6     0     1st wkt 10
b Ode                                        2nd wkt 40
"""
    assert regions_of(page) == ["BATTING R B 4s ... b Ode", "BOWLING O M R W ... 2nd wkt 40"]


def screens(left: str, right: str, lower: float = 24.0) -> list[Word]:
    """Return the words of two phone screens side by side; their lines stand as close as those of one cell."""
    beside = [word.placed(factor=1.0, right=500.0, down=lower) for word in words_of(right)]
    return [
        replace(word, box=replace(word.box, top=word.box.top / 4, bottom=word.box.top / 4 + 12))
        for word in (*words_of(left), *beside)
    ]


BATTERS_BELOW_NAMES = """
Kent 1st Innings            160/9 (20 Ov)

Batters                  R    B   4s   6s

Ann Ashdown
                        46   56    6    1
c Roy b Sandoval

Tom Millbrook
                        74   91    9    1
lbw b Roy

Priya Okonjo
                        33   45    3    1
c Ode b Roy

Zoe Fenwick
                         7   24    1    0
not out
"""


@pytest.mark.parametrize(
    ("skipped", "begins"),
    [
        pytest.param(0, "Kent 1st Innings 160/9 (20 Ov)", id="level"),
        pytest.param(2, "Batters R B 4s 6s", id="another heading further up"),
        pytest.param(4, "Ann Ashdown", id="no heading on the second one"),
    ],
)
def test_two_screens_with_dismissals_below_the_names_are_two_regions(skipped: int, begins: str) -> None:
    second = "\n".join(BATTERS_BELOW_NAMES.strip("\n").split("\n")[skipped:])
    regions = find_regions(screens(BATTERS_BELOW_NAMES, second))
    assert [build_lines(region)[0].text for region in regions] == ["Kent 1st Innings 160/9 (20 Ov)", begins]


def test_a_list_of_wickets_beside_a_name_is_no_bar_across_both_screens() -> None:
    falls = """
Bowlers              O    M    R    W

Roy                  4    0   22    1

Sandoval             4    0   32    1

Fall of wickets            Score Over

Ashdown                      14/1 3.5

Millbrook                      18/2 5

Okonjo                       25/3 6.3

Fenwick                       95/4 14
"""
    assert len(find_regions(screens(BATTERS_BELOW_NAMES, falls, lower=0.0))) == 2


def test_counted_wickets_beside_batters_are_no_bars_with_scores() -> None:
    page = """
BATTING                    R     B    4s    6s     BOWLING        O     M     R     W
A Khan                                             Roy            6     0    25     2
c Roy b Ode                7     9     1     0
B Khan                                             Ode           11     0    61     1
lbw b Roy                108    96     7     0
C Khan                                             FALL OF WICKETS
b Ode                     19    22     1     0
D Khan                                             1     Ashdown      18 2.5 ov
c Ali b Roy                0     2     0     0
E Khan                                             2     Brackley      50 6.2 ov
run out                    2     4     0     0
F Khan                                             3     Tulloch      59 8 ov
b Roy                     12    18     2     0
G Khan                                             4     Ince     116 13.2 ov
b Ode                      5     6     0     0
"""
    assert regions_of(page) == ["BATTING R B 4s 6s ... b Ode 5 6 0 0", "BOWLING O M R W ... 4 Ince 116 13.2 ov"]


def test_two_wickets_below_bowling_do_not_end_the_gutter_beside_the_batting() -> None:
    page = """
Batting                                         Bowling
                        R     B    4s    6s                       O     M     R     W
A Khan                  7     9     1     0     Roy               6     0    25     2
c Roy b Ode                                     Ode              11     0    61     1
B Khan                108    96     7     0     Ali               2     0     9     0
lbw b Roy

C Khan                 19    22     1     0     Fall of wickets

b Ode                                           1     A Khan      18    2.5 ov

D Khan                  0     2     0     0     2     B Khan      50    6.2 ov
c Ali b Roy
"""
    assert regions_of(page) == ["Batting ... c Ali b Roy", "Bowling ... 2 B Khan 50 6.2 ov"]
