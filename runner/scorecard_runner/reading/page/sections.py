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
from scorecard_runner.reading.page.entries import is_open, join_row
from scorecard_runner.reading.page.label_runs import with_labels_apart
from scorecard_runner.reading.page.lines import Line, Phrase
from scorecard_runner.reading.page.numbering import without_numbering
from scorecard_runner.reading.page.strokes import without_strokes
from scorecard_runner.reading.page.wrapped_lines import with_wraps_joined
from scorecard_runner.reading.tables.half_headings import find_half_heading
from scorecard_runner.reading.tables.headings import find_headings
from scorecard_runner.reading.tables.headless import find_headless
from scorecard_runner.reading.tables.table import Table, build_table
from scorecard_runner.reading.tables.vocabulary import TableKind

_ROWS_STOP = 2.2
"""A gap of so many times the widest one before it ends the table, if it is also ..."""
_ROWS_STOP_LETTERS = 6.0
"""... so many letters high."""
_FIGURES = re.compile(r"\d\s*[-–—]\s*\d")  # noqa: RUF001 - as printed
_FIGURES_END = re.compile(r"[-–—]\s*\d{1,2}[\s.,;)]*$")  # noqa: RUF001 - as printed
_LONGEST_SUM = 3  # lines
_CLOSER_THAN_ROWS = 0.88
_LONGEST_LIST_UNCUT = 5
"""Ten wickets with names fill four lines of a narrow page ..."""

_LONGEST_LIST = 14
"""... and a dozen of a newspaper's column."""

_UNFINISHED = (",", ";", "-", "&", " and", "(")
_LONGEST_INITIALS = 4
_SUMS = {Label.EXTRAS, Label.TOTAL}
_CONTINUES = {Label.FALL_OF_WICKETS, Label.DID_NOT_BAT, Label.BOWLING_FIGURES}


@dataclass(frozen=True)
class Block:
    """A labelled line with the lines that continue it."""

    label: Label
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """All its words."""
        return Phrase(tuple(word for line in self.lines for word in line.words)).text

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
    halves = _halves(with_labels_apart(with_wraps_joined(without_numbering(without_strokes(lines)))))
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
        headings = find_headings(lines[position]) or find_half_heading(lines[position:])
        if headings:
            body = _table_body(lines[position], lines[position + 1 :])
            if headings[0].kind is TableKind.BOWLING:
                body = _without_title_below(body)
            yield build_table(headings[0], body)
            position += 1 + len(body)
            continue
        if made_up := find_headless(lines[position:]):
            yield build_table(made_up.heading, made_up.rows)
            position += made_up.count
            continue
        label = label_of(lines[position].text)
        block = _block_lines(lines[position:], label) if label else lines[position : position + 1]
        said = (join_row(block),) if label in _SUMS else tuple(block)
        yield Block(label, said) if label else TextLine(lines[position])
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
    """Leave what stands below the bowlers without a number to whatever follows: the name of the next side.

    What stands closer to the line above than rows do is the rest of a bowler's name.
    """
    closest = _CLOSER_THAN_ROWS * min(_steps([line for line in body if _has_number(line)]), default=0.0)
    steps = _steps(body)
    end = max((at for at, line in enumerate(body, start=1) if _has_number(line)), default=0)
    while end and end < len(body) and steps[end - 1] < closest:
        end += 1
    return body[:end]


def _steps(lines: Sequence[Line]) -> list[float]:
    return [below.box.centre_y - above.box.centre_y for above, below in itertools.pairwise(lines)]


def _has_number(line: Line) -> bool:
    return any(character.isdigit() for character in line.text)


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


def _is_cut(block: Sequence[Line], label: Label) -> bool:
    """Whether the list surely goes on: it ends in a comma or within brackets or figures."""
    text = " ".join(line.text for line in block)
    return label is Label.BOWLING_FIGURES or text.rstrip().endswith(_UNFINISHED) or is_open(text)


def _is_ended(block: Sequence[Line], label: Label) -> bool:
    """Whether a full stop ends the list; in bowling figures it may stand behind every bowler, and behind initials."""
    last = block[-1].words[-1].text
    return label is not Label.BOWLING_FIGURES and last.endswith(".") and len(last) > _LONGEST_INITIALS


def _continues(block: Sequence[Line], line: Line, label: Label) -> bool:
    gap = line.box.top - block[-1].box.bottom
    if gap > 2 * block[-1].box.height:
        return False
    said = " ".join(each.text for each in block)
    if label is Label.BOWLING_FIGURES and _FIGURES_END.search(said) and not _FIGURES.search(line.text):
        return False
    if label in _CONTINUES:
        return len(block) < (_LONGEST_LIST if _is_cut(block, label) else _LONGEST_LIST_UNCUT) and not _is_ended(
            block, label
        )
    if label in _SUMS and is_open(said) and is_open(line.text):
        return len(block) < _LONGEST_SUM
    has_value = any(character.isdigit() for each in block for character in each.text)
    return label in _SUMS and not has_value and len(block) == 1
