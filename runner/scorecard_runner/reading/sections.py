"""A page in reading order: headings with their tables, labelled lines (extras, total, ...) and the titles above.

Decides where a table ends: at the next heading, at a labelled line, or where the rows stop. Refuses to know which
innings a section belongs to; `innings` does.
"""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scorecard_runner.reading.grammar.labels import Label, label_of
from scorecard_runner.reading.grammar.titles import is_score_title
from scorecard_runner.reading.headings import find_headings
from scorecard_runner.reading.headless import find_headless
from scorecard_runner.reading.lines import Line
from scorecard_runner.reading.numbering import without_numbering
from scorecard_runner.reading.tables import Table, build_table
from scorecard_runner.reading.vocabulary import TableKind

_ROWS_STOP = 2.2
"""A gap of so many times the widest one before it ends the table, if it is also ..."""
_ROWS_STOP_LETTERS = 6.0
"""... so many letters high."""
_FIGURES = re.compile(r"\d\s*[-–—]\s*\d")  # noqa: RUF001 - as printed
_FIGURES_END = re.compile(r"[-–—]\s*\d{1,2}\W*$")  # noqa: RUF001 - as printed
_CONTINUES = {Label.FALL_OF_WICKETS, Label.DID_NOT_BAT, Label.BOWLING_FIGURES}


@dataclass(frozen=True)
class Block:
    """A labelled line with the lines that continue it."""

    label: Label
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """All its words."""
        return " ".join(line.text for line in self.lines)

    @property
    def confidence(self) -> float:
        """The mean confidence of its lines."""
        return sum(line.confidence for line in self.lines) / len(self.lines)


@dataclass(frozen=True)
class TextLine:
    """A line that neither belongs to a table nor announces anything."""

    line: Line

    @property
    def text(self) -> str:
        """Its words."""
        return self.line.text


Section = Table | Block | TextLine


def split_sections(lines: Sequence[Line]) -> list[Section]:
    """Return what stands on a page, from top to bottom; of tables side by side, the left half first."""
    halves = _halves(without_numbering(lines))
    return [section for half in halves for section in _walk(half)]


def _halves(lines: Sequence[Line]) -> list[list[Line]]:
    """Cut the page where headings stand side by side."""
    for line in lines:
        headings = find_headings(line)
        if len(headings) > 1:
            edges = [heading.left for heading in headings] + [float("inf")]
            pairs = list(itertools.pairwise(edges))
            return [[part for each in lines if (part := each.within(left, right))] for left, right in pairs]
    return [list(lines)]


def _walk(lines: Sequence[Line]) -> Iterator[Section]:
    position = 0
    while position < len(lines):
        headings = find_headings(lines[position])
        if headings:
            body = _table_body(lines[position], lines[position + 1 :])
            if headings[0].kind is TableKind.BOWLING:
                body = _without_title_below(body)
            yield build_table(headings[0], body)
            position += 1 + len(body)
            continue
        if made_up := find_headless(lines[position:]):
            heading, count = made_up
            yield build_table(heading, lines[position : position + count])
            position += count
            continue
        label = label_of(lines[position].text)
        block = _block_lines(lines[position:], label) if label else lines[position : position + 1]
        yield Block(label, tuple(block)) if label else TextLine(lines[position])
        position += len(block)


def _table_body(heading: Line, lines: Sequence[Line]) -> list[Line]:
    body: list[Line] = []
    widest = 0.0
    above = heading.box
    for line in lines:
        gap = line.box.centre_y - above.centre_y
        stopped = body and gap > max(widest * _ROWS_STOP, above.height * _ROWS_STOP_LETTERS)
        if stopped or _ends_table(line):
            break
        widest = max(widest, gap)
        above = line.box
        body.append(line)
    return body


def _without_title_below(body: list[Line]) -> list[Line]:
    """Leave what stands below the bowlers without a number to whatever follows: the name of the next side."""
    end = len(body)
    while end and not any(character.isdigit() for character in body[end - 1].text):
        end -= 1
    return body[:end]


def _ends_table(line: Line) -> bool:
    return bool(find_headings(line)) or label_of(line.text) is not None or is_score_title(line.text)


def _block_lines(lines: Sequence[Line], label: Label) -> list[Line]:
    """Return the first line and those that continue it: lists run on, a label alone has its value below."""
    block = [lines[0]]
    for line in lines[1:]:
        if _ends_table(line) or not _continues(block, line, label):
            break
        block.append(line)
    return block


def _continues(block: Sequence[Line], line: Line, label: Label) -> bool:
    gap = line.box.top - block[-1].box.bottom
    if gap > 2 * block[-1].box.height:
        return False
    if label is Label.BOWLING_FIGURES and _FIGURES_END.search(block[-1].text) and not _FIGURES.search(line.text):
        return False
    if label in _CONTINUES:
        return len(block) < 5  # noqa: PLR2004 - ten wickets with names fill four lines of a narrow page
    has_value = any(character.isdigit() for each in block for character in each.text)
    return label in {Label.EXTRAS, Label.TOTAL} and not has_value and len(block) == 1
