"""The line below the bowlers that adds up their figures: its runs are without byes, so it is not the innings' total.

Refuses lines whose numbers do not stand in the columns of the table above them.
"""

from collections.abc import Sequence

from scorecard_runner.reading.grammar.labels import Label
from scorecard_runner.reading.grammar.numbers import read_strictly
from scorecard_runner.reading.page.sections import Block, Section
from scorecard_runner.reading.tables.table import Table
from scorecard_runner.reading.tables.vocabulary import TableKind

_LEAST_SUMS = 3


def bowling_sums(sections: Sequence[Section]) -> set[int]:
    """Return which sections, by index, add up the columns of the bowling table right above them."""
    pairs = zip(range(1, len(sections)), sections, sections[1:], strict=False)
    return {at for at, above, below in pairs if _adds_up(above, below)}


def _adds_up(above: Section, below: Section) -> bool:
    if not isinstance(above, Table) or above.kind is not TableKind.BOWLING:
        return False
    if not isinstance(below, Block) or below.label is not Label.TOTAL:
        return False
    numbers = [word for line in below.lines for word in line.words if read_strictly(word.text) is not None]
    columns = [[band for band in above.bands if band.covers(word.box)] for word in numbers]
    summed = {id(found[0]) for found in columns if found}
    return len(summed) >= _LEAST_SUMS and len(summed) == len(numbers)
