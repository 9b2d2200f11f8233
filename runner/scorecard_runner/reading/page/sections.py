"""A page in reading order: headings with their tables, labelled lines (extras, total, ...) and the titles above.

Decides where a table ends: at the next heading, at a labelled line, or where the rows stop. Refuses to know which
innings a section belongs to; `innings` does.
"""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scorecard_runner.reading.grammar.bowling_figures import parse_bowling_figures
from scorecard_runner.reading.grammar.fall_tables import is_fall_row
from scorecard_runner.reading.grammar.labels import Label, label_of
from scorecard_runner.reading.page.entries import is_open, join_row
from scorecard_runner.reading.page.label_runs import with_labels_apart
from scorecard_runner.reading.page.lines import Line, Phrase
from scorecard_runner.reading.page.numbering import without_numbering
from scorecard_runner.reading.page.running_sections import RunningSections, take_running
from scorecard_runner.reading.page.strokes import without_strokes
from scorecard_runner.reading.page.sum_boxes import with_sum_boxes_apart
from scorecard_runner.reading.page.table_bodies import ends_table, table_body
from scorecard_runner.reading.page.two_innings import innings_apart
from scorecard_runner.reading.page.wrapped_lines import with_wraps_joined
from scorecard_runner.reading.tables.flat import split_flat
from scorecard_runner.reading.tables.half_headings import find_half_heading
from scorecard_runner.reading.tables.headings import Heading, find_headings
from scorecard_runner.reading.tables.headless import find_headless
from scorecard_runner.reading.tables.headless_bowling import find_headless_bowling
from scorecard_runner.reading.tables.sum_tables import find_sum_table
from scorecard_runner.reading.tables.table import Table, build_table
from scorecard_runner.reading.tables.told_marks import is_running
from scorecard_runner.reading.tables.told_tables import take_told
from scorecard_runner.reading.tables.vocabulary import Column, TableKind

_FIGURES = re.compile(r"\d\s*[-–—]\s*\d")  # noqa: RUF001 - as printed
_FIGURES_END = re.compile(r"[-–—]\s*\d{1,2}[\s.,;)]*$")  # noqa: RUF001 - as printed
_LONGEST_SUM = 3  # lines
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
    sections: list[Section] = []
    for part in take_running(lines):
        sections += _running(part) if isinstance(part, RunningSections) else _split(part)
    return sections


def _running(innings: RunningSections) -> Iterator[Section]:
    """Yield an innings in running text as it would stand in tables and on lines of its own."""
    if innings.title:
        yield TextLine(innings.title)
    yield innings.batting
    yield from (Block(label, lines) for label, lines in innings.labelled)


def _split(lines: Sequence[Line]) -> list[Section]:
    whole = with_sum_boxes_apart(without_strokes(lines))
    parts = innings_apart(with_wraps_joined(without_numbering(whole)))
    halves = [half for part in parts for half in _halves(with_labels_apart(part))]
    return [section for half in halves for section in _sections(half)]


def _sections(lines: Sequence[Line]) -> list[Section]:
    """Return the sections from top to bottom; tables whose figures say what they are stand among the others."""
    told = take_told(lines)
    sections = list(_walk(told.lines))
    for table in told.tables:
        place = next((at for at, each in enumerate(sections) if _top(each) > table.heading.box.top), len(sections))
        sections.insert(place, table)
    return sections


def _top(section: Section) -> float:
    if isinstance(section, Table):
        return section.heading.box.top
    return section.lines[0].box.top if isinstance(section, Block) else section.line.box.top


def _halves(lines: Sequence[Line]) -> list[list[Line]]:
    """Cut the page where headings stand side by side; the next ones below may stand elsewhere."""
    pairs = [at for at, line in enumerate(lines) if len(find_headings(line)) > 1]
    if not pairs:
        return [list(lines)]
    starts = [0, *pairs[1:], len(lines)]
    halves: list[list[Line]] = []
    for at, (start, end) in zip(pairs, itertools.pairwise(starts), strict=True):
        edges = [*_edges(find_headings(lines[at]), lines[at:end]), float("inf")]
        halves += [[] for _ in range(len(edges) - 1 - len(halves))]
        for half, (left, right) in zip(halves, itertools.pairwise(edges), strict=False):
            half += [part for each in lines[start:end] if (part := each.within(left, right))]
    return halves


def _edges(headings: Sequence[Heading], lines: Sequence[Line]) -> list[float]:
    starts = [_start(right, left, lines) for left, right in itertools.pairwise(headings)]
    return [headings[0].left, *starts]


def _start(heading: Heading, before: Heading, lines: Sequence[Line]) -> float:
    """Return where a table beside another one begins: names stand out to the left of a heading in their middle."""
    phrases = (phrase.box for line in lines for phrase in line.phrases)
    names = (box.left for box in phrases if before.box.right < box.left < heading.left < box.right)
    return min(names, default=heading.left)


def _walk(lines: Sequence[Line]) -> Iterator[Section]:
    position = 0
    known: tuple[Column, ...] = ()  # the numbers of a batter, as the last heading named them
    while position < len(lines):
        headings = find_headings(lines[position]) or find_half_heading(lines[position:])
        if headings:
            body = table_body(lines[position], headings[0], lines[position + 1 :])
            yield from split_flat(build_table(headings[0], body))
            if headings[0].kind is TableKind.BATTING:
                known = tuple(cell.column for cell in headings[0].number_cells)
            position += 1 + len(body)
            continue
        made_up = find_headless(lines[position:], known) or find_headless_bowling(lines[position:], lines)
        if made_up:
            yield build_table(made_up.heading, made_up.rows)
            position += made_up.count
            continue
        if sums := find_sum_table(lines[position:]):
            yield Block(Label.SUMS, tuple(lines[position : position + sums.count]))
            position += sums.count
            continue
        label = _label_at(lines[position:])
        block = _block_lines(lines[position:], label, lines) if label else lines[position : position + 1]
        said = (join_row(block),) if label in _SUMS else tuple(block)
        yield Block(label, said) if label else TextLine(lines[position])
        position += len(block)


def _label_at(lines: Sequence[Line]) -> Label | None:
    """Return what the first line announces; a title above bowlers in running text is the label of their figures."""
    label = label_of(lines[0].text)
    together = " ".join(line.text for line in lines[:2])
    if label is Label.SECTION and len(lines) > 1 and label_of(lines[1].text) is None and is_running(lines[1]):
        return Label.BOWLING_FIGURES if parse_bowling_figures(together) else label
    return label


def _block_lines(lines: Sequence[Line], label: Label, around: Sequence[Line]) -> list[Line]:
    """Return the first line and those that continue it: lists run on, a label alone has its value below."""
    block = [lines[0]]
    for at, line in enumerate(lines[1:], start=1):
        if ends_table(line) or not _continues(block, line, label):
            break
        if find_headless(lines[at:]) or find_headless_bowling(lines[at:], around):
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
    if label is Label.FALL_OF_WICKETS and is_fall_row(line.text):
        return len(block) < _LONGEST_LIST
    if label in _CONTINUES:
        return len(block) < (_LONGEST_LIST if _is_cut(block, label) else _LONGEST_LIST_UNCUT) and not _is_ended(
            block, label
        )
    if label in _SUMS and is_open(said) and is_open(line.text):
        return len(block) < _LONGEST_SUM
    has_value = any(character.isdigit() for each in block for character in each.text)
    return label in _SUMS and not has_value and len(block) == 1
