"""Lines between the rows of a table that tell more of the row above them: `v pace 8 (5)   v spin 16 (9)`.

Their figures stand where names and dismissals do, not in the columns. Refuses lines with numbers in the columns, and
tables in which most rows look like that: their heading stands elsewhere than their numbers.
"""

from collections.abc import Sequence

from scorecard_runner.reading.grammar.extras import parse_extras
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
    left = min(cell.box.left for cell in heading.number_cells) - _AT_EDGE * heading.box.height
    found: set[int] = set()
    rows = 0
    for at in range(start, len(lines)):
        if _has_label(lines[at]) or find_headings(lines[at]):
            break
        if rows and _tells_figures(lines[at], left):
            found.add(at)
        elif any(word.box.right > left and any(map(str.isdigit, word.text)) for word in lines[at].words):
            rows += 1
    return found if len(found) <= rows else set()


def _has_label(line: Line) -> bool:
    """Whether something is announced in the line, be it behind a number or behind overs; parts of extras may be wrapped."""
    words = [word.text for word in line.words]
    extras = parse_extras(line.text)
    return (extras is not None and len(extras.parts) >= _LEAST_FIGURES) or any(
        label_of(" ".join(words[at:])) is not None for at in range(len(words))
    )


def _tells_figures(line: Line, left: float) -> bool:
    """Whether several numbers stand behind words and before the columns: one before the words counts the rows.

    The last one may reach into the first column.
    """
    figures = [word for word in line.words if read_strictly(word.text.strip("(),;")) is not None]
    first = next((word.box.left for word in line.words if any(map(str.isalpha, word.text))), left)
    before = [word for word in figures if first < word.box.left and word.box.right <= left]
    return len(before) >= _LEAST_FIGURES and len(figures) <= len(before) + 1
