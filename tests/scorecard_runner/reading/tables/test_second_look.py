from scorecard_runner.reading.geometry import Box
from scorecard_runner.reading.tables.second_look import Sums, find_doubts, with_second_looks
from scorecard_runner.reading.tables.table import Table
from scorecard_runner.reading.tables.vocabulary import Column, TableKind
from scorecard_runner.reading.words import Word
from tests.scorecard_runner.reading.drawn_page import sections_of
from tests.scorecard_runner.reading.sample_innings import sound_innings, with_values

BOWLING = """
Bowler          O     M     R     W     Econ
M Jansen        4     0    49     1    12.25
K Rabada        4          36     1     9.00
A Nortje        4     0    26     2     9.99
"""


def bowling_table() -> Table:
    """Return a table with a lost maiden and an economy that does not fit."""
    (table,) = [section for section in sections_of(BOWLING) if isinstance(section, Table)]
    return table


def test_missing_cells_come_first_then_those_whose_rate_does_not_fit_then_those_that_nothing_proves() -> None:
    doubts = find_doubts([bowling_table()], Sums())

    assert [(doubt.row, doubt.column) for doubt in doubts] == [
        (1, Column.MAIDENS),
        (2, Column.OVERS),
        (2, Column.RUNS),
        (2, Column.ECONOMY),
        (0, Column.MAIDENS),
        (0, Column.WICKETS),
        (1, Column.WICKETS),
        (2, Column.MAIDENS),
        (2, Column.WICKETS),
    ]


def test_a_row_of_a_player_is_looked_at_again_though_a_single_number_was_read() -> None:
    text = """
Batter          R     B    4s    6s      SR
A Khan          #    12     «    xx    xxx
B Khan        104    99    10     2  105.05
"""
    (table,) = [section for section in sections_of(text) if isinstance(section, Table)]

    doubts = find_doubts([table], Sums())

    assert [doubt.column for doubt in doubts if doubt.row == 0][:3] == [Column.RUNS, Column.FOURS, Column.SIXES]


def test_a_column_whose_sum_holds_needs_no_second_opinion() -> None:
    holding = Sums(holding=frozenset({(TableKind.BOWLING, Column.WICKETS)}))
    assert Column.WICKETS not in {doubt.column for doubt in find_doubts([bowling_table()], holding)}


def test_the_stretch_to_cut_out_touches_no_neighbour() -> None:
    doubt = find_doubts([bowling_table()], Sums())[0]

    assert BOWLING.splitlines()[1].index("O") * 10 + 10 <= doubt.box.left
    assert doubt.box.right <= BOWLING.splitlines()[2].index("49") * 10


def test_every_cell_of_a_column_whose_sum_fails_is_in_doubt() -> None:
    sums = Sums.of([with_values(sound_innings(), "bowling", "wickets", 4, row=0)])

    doubts = find_doubts([bowling_table()], sums)

    assert sums.failing == {(TableKind.BOWLING, Column.WICKETS)}
    assert (TableKind.BATTING, Column.RUNS) in sums.holding
    assert sum(doubt.column is Column.WICKETS for doubt in doubts) == 3


def test_what_a_second_look_reads_stands_behind_the_first_reading() -> None:
    doubt = find_doubts([bowling_table()], Sums())[0]
    word = Word("0", Box(0, 0, 1, 1), 0.8)

    (table,) = with_second_looks([bowling_table()], {doubt: [word, word]})

    cell = table.rows[1].cell(Column.MAIDENS)
    assert cell is not None
    assert cell.value == 0
    assert cell.agreement == 2


def test_blank_paper_is_no_missing_number() -> None:
    doubt = find_doubts([bowling_table()], Sums())[0]

    (table,) = with_second_looks([bowling_table()], {doubt: []})

    cell = table.rows[1].cell(Column.MAIDENS)
    assert cell is not None
    assert cell.is_blank
    assert doubt not in find_doubts([table], Sums())
