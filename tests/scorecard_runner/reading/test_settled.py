"""What is settled is not asked about again; what is odd is."""

from dataclasses import replace

import pytest

from scorecard_runner.reading.belief.judgement import Judged, judge_all
from scorecard_runner.reading.cards.card import CellPlace
from scorecard_runner.reading.escalation import first_looks_again
from scorecard_runner.reading.geometry import Box
from scorecard_runner.reading.page.roll import Page, lay_out
from scorecard_runner.reading.settled import settled_cells, verdicts_by_page
from scorecard_runner.reading.words import Word
from tests.scorecard_runner.reading.sample_innings import sound_innings

NAME, DISMISSAL, RUNS = (CellPlace("batting", 0, part) for part in ("name", "dismissal", "runs"))
NAME_BOX, RUNS_BOX = Box(10, 100, 90, 112), Box(200, 100, 220, 112)


def judged(name: float = 0.99, runs: float = 0.99, dismissal: float = 0.99) -> Judged:
    """Return a sound innings whose first batter stands at these places, and how sure he is."""
    innings = sound_innings()
    first, *rest = innings.batting
    cells = tuple(replace(cell, box=RUNS_BOX) if cell.column == "runs" else cell for cell in first.cells)
    innings = replace(innings, batting=(replace(first, cells=cells, text_boxes=(NAME_BOX,)), *rest))
    (found,) = judge_all([innings])
    texts = dict.fromkeys(found.texts, 0.99) | {NAME: name, DISMISSAL: dismissal}
    return replace(found, texts=texts, confidences=dict.fromkeys(found.confidences, 0.99) | {RUNS: runs})


def verdicts(card: Judged) -> tuple[set[Box], set[Box]]:
    """Return what is proved and what is odd on the page."""
    (found,) = verdicts_by_page([card], lay_out([Page((Word("Kent", Box(0, 0, 40, 12), 0.9),))]))
    return set(found.proved), set(found.odd)


def test_numbers_and_texts_that_are_sure_are_proved() -> None:
    proved, odd = verdicts(judged())
    assert {NAME_BOX, RUNS_BOX} <= proved
    assert not odd


def test_texts_must_be_surer_than_numbers_to_be_settled() -> None:
    proved, _ = verdicts(judged(name=0.96, runs=0.96))
    assert RUNS_BOX in proved
    assert NAME_BOX not in proved


def test_beside_an_unsure_text_all_that_stands_before_the_figures_is_odd() -> None:
    proved, odd = verdicts(judged(dismissal=0.5))
    assert replace(RUNS_BOX, left=float("-inf"), right=RUNS_BOX.left) in odd
    assert NAME_BOX not in proved


def test_an_unsure_number_is_odd() -> None:
    assert RUNS_BOX in verdicts(judged(runs=0.5))[1]


@pytest.mark.parametrize(("runs", "is_settled"), [(0.99, True), (0.9, False)])
def test_settled_cells_are_not_looked_at_again(runs: float, *, is_settled: bool) -> None:
    assert (RUNS_BOX in settled_cells([judged(runs=runs)])) is is_settled


def test_a_deduced_number_is_never_settled() -> None:
    assert RUNS_BOX not in settled_cells([replace(judged(), deduced=frozenset({RUNS}))])


@pytest.mark.parametrize(("name", "looks"), [(0.99, True), (0.5, False)])
def test_the_first_reader_looks_again_only_where_that_may_settle_all(name: float, *, looks: bool) -> None:
    assert first_looks_again([judged(name=name)]) is looks
