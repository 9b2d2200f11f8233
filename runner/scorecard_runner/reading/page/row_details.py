"""Lines between the rows of a table that tell more of the row above them: `v pace 8 (5)   v spin 16 (9)`.

Their figures stand where names and dismissals do, in none of the columns. Refuses lines with a number in a column, and
tables in which most rows look like that: their heading stands elsewhere than their numbers.
"""

from collections.abc import Sequence

from scorecard_runner.reading.grammar.labels import label_of
from scorecard_runner.reading.grammar.numbers import read_strictly
from scorecard_runner.reading.page.lines import Line
from scorecard_runner.reading.tables.headings import Heading, find_headings

_LEAST_FIGURES = 2
_AT_EDGE = 1.0  # letter heights


def without_row_details(lines: Sequence[Line]) -> list[Line]:
    """Return the lines without those that tell more of a row of a table."""
    dropped: set[int] = set()
    for at, line in enumerate(lines):
        headings = find_headings(line)
        if len(headings) == 1:
            dropped |= _details(headings[0], lines, at + 1)
    return [line for at, line in enumerate(lines) if at not in dropped]


def _details(heading: Heading, lines: Sequence[Line], start: int) -> set[int]:
    found: set[int] = set()
    rows = 0
    for at in range(start, len(lines)):
        if label_of(lines[at].text) is not None or find_headings(lines[at]):
            break
        if _has_figures_in_columns(lines[at], heading):
            rows += 1
        elif rows and _tells_figures(lines[at]):
            found.add(at)
    return found if len(found) <= rows else set()


def _has_figures_in_columns(line: Line, heading: Heading) -> bool:
    left = min(cell.box.left for cell in heading.number_cells) - _AT_EDGE * line.box.height
    return any(word.box.right > left and any(map(str.isdigit, word.text)) for word in line.words)


def _tells_figures(line: Line) -> bool:
    """Whether there are several numbers behind words: one before them counts the rows."""
    first = next((at for at, word in enumerate(line.words) if any(map(str.isalpha, word.text))), len(line.words))
    return sum(read_strictly(word.text.strip("(),;")) is not None for word in line.words[first:]) >= _LEAST_FIGURES
