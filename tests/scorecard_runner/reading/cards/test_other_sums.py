"""Two readers of the lines that say the sums of an innings: both are candidates, and the sums choose."""

from collections.abc import Sequence

import pytest

from scorecard_runner.reading.cards.card import CellPlace, Innings
from scorecard_runner.reading.cards.other_sums import with_other_sums
from scorecard_runner.reading.cards.sums import score_of_total, with_extras, with_score
from scorecard_runner.reading.geometry import Box
from scorecard_runner.reading.grammar.labels import Label
from scorecard_runner.reading.page.lines import Line, Phrase
from scorecard_runner.reading.page.sections import Block
from scorecard_runner.reading.words import Word


def line(text: str, reader: str) -> list[Word]:
    """Return the words of a line, all letters as wide as each other."""
    starts = [sum(len(word) + 1 for word in text.split()[:number]) for number in range(len(text.split()))]
    return [
        Word(word, Box(10.0 * at, 0.0, 10.0 * (at + len(word)), 12.0), 0.9, (reader,))
        for at, word in zip(starts, text.split(), strict=True)
    ]


def block(words: Sequence[Word], label: Label) -> Block:
    """Return the line of these words."""
    return Block(label, (Line((Phrase(tuple(words)),)),))


def innings_of(words: Sequence[Word], label: Label) -> Innings:
    """Return an innings that has what the line says."""
    if label is Label.EXTRAS:
        return with_extras(Innings(), block(words, label))
    printed = score_of_total(block(words, label))
    assert printed is not None
    return with_score(Innings(), printed)


TOTAL, EXTRAS = Label.TOTAL, Label.EXTRAS


@pytest.mark.parametrize(
    ("label", "ours", "theirs", "place", "values"),
    [
        pytest.param(
            TOTAL, "Total (10 wkts, 42.2 ov) 212", "Total (10 wkts, 42.2 ov) 213", CellPlace("total"), [212, 213],
            id="another total is a second opinion",
        ),
        pytest.param(
            TOTAL, "Total 71/9 (26.3 ov)", "Total 71/9 (28.3 ov)", CellPlace("overs"), [26.3, 28.3],
            id="so are other overs",
        ),
        pytest.param(
            TOTAL, "Total 71/9", "Total 71/9", CellPlace("wickets"), [9, 9], id="the same is agreement",
        ),
        pytest.param(
            TOTAL, "Total 71/9", "Tota~", CellPlace("total"), [71], id="what is no score says nothing",
        ),
        pytest.param(
            EXTRAS, "Extras (b 4, lb 1) 5", "Extras (b 4, lb 7) 11", CellPlace("extras", part="leg_byes"), [1, 7],
            id="parts of extras have two readings, too",
        ),
    ],
)  # fmt: skip
def test_what_the_other_reader_says_of_a_sum(
    label: Label, ours: str, theirs: str, place: CellPlace, values: list[float]
) -> None:
    own, other = line(ours, "first"), line(theirs, "second")
    innings = with_other_sums(innings_of(own, label), lambda _: own, lambda _: other)
    (cell,) = (cell for where, cell in innings.cells() if where == place)
    assert [reading.value for reading in cell.readings] == values
    assert [reading.readers for reading in cell.readings] == [("first",), ("second",)][: len(values)]


def test_a_value_that_the_line_alone_does_not_say_stays_as_it_is() -> None:
    innings = innings_of(line("Total 71/9", "first"), TOTAL)
    elsewhere = line("Extras 12", "first")
    assert with_other_sums(innings, lambda _: elsewhere, lambda _: line("Extras 13", "second")) == innings
