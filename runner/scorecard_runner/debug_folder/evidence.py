"""What the engine said at the place of a value: the page's words there, and those of second looks; pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scorecard_runner.reading.geometry import Box
from scorecard_runner.reading.page.sections import Section
from scorecard_runner.reading.tables.second_look import Doubt
from scorecard_runner.reading.tables.table import Row, Table
from scorecard_runner.reading.tables.vocabulary import fold
from scorecard_runner.reading.words import Word


@dataclass(frozen=True)
class Evidence:
    """A text as the engine gave it; `is_second_look`: from the crop of the cell."""

    text: str
    confidence: float
    is_second_look: bool = False


@dataclass(frozen=True)
class Scene:
    """The roll on which values are looked for: its tables' rows, its words, and what second looks read by cell."""

    rows: tuple[Row, ...] = ()
    words: tuple[Word, ...] = ()
    looks: Mapping[Box, tuple[Evidence, ...]] | None = None

    def at(self, box: Box) -> tuple[Evidence, ...]:
        """Return the words whose middle is in the box, and what second looks read there."""
        return tuple(map(_evidence, words_in(box, self.words))) + (self.looks or {}).get(box, ())


def rows_of(sections: Sequence[Section]) -> tuple[Row, ...]:
    """Return the rows of all tables."""
    return tuple(row for section in sections if isinstance(section, Table) for row in section.rows)


def looks_by_cell(
    sections: Sequence[Section], looks: Mapping[Doubt, Sequence[Word]]
) -> dict[Box, tuple[Evidence, ...]]:
    """Return for the box of each cell that was looked at again what was read in its crop."""
    tables = [section for section in sections if isinstance(section, Table)]
    found: dict[Box, tuple[Evidence, ...]] = {}
    for doubt, words in looks.items():
        cell = tables[doubt.table].rows[doubt.row].cell(doubt.column)
        if cell is not None:
            found[cell.box] = tuple(Evidence(word.text, word.confidence, is_second_look=True) for word in words)
    return found


def words_in(box: Box, words: Sequence[Word]) -> list[Word]:
    """Return the words whose middle is in the box."""
    return [
        word
        for word in words
        if box.top <= word.box.centre_y <= box.bottom and box.left <= word.box.centre_x <= box.right
    ]


def words_saying(text: str, words: Sequence[Word]) -> list[Word]:
    """Return the words that are part of the text: those equal to one of its own, else those that hold all of it."""
    said = {fold(part) for part in text.split()} - {""}
    equal = [word for word in words if fold(word.text) in said]
    return equal or [word for word in words if text in word.text][:1]


def _evidence(word: Word) -> Evidence:
    return Evidence(word.text, word.confidence)
