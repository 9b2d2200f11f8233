"""A page in reading order: headings with their tables, labelled lines (extras, total, ...) and the titles above.

Decides where a table ends: at the next heading, at a labelled line, or where the rows stop. Refuses to know which
innings a section belongs to; `innings` does.
"""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scorecard_runner.reading.grammar.bowling_figures import parse_bowling_figures, tells_bowlers
from scorecard_runner.reading.grammar.fall_tables import opens_fall_table
from scorecard_runner.reading.grammar.labels import Label, label_of
from scorecard_runner.reading.page.entries import join_row
from scorecard_runner.reading.page.headings_of_groups import without_headings_of_groups
from scorecard_runner.reading.page.label_runs import with_labels_apart
from scorecard_runner.reading.page.labelled_lines import SUMS, lines_of_label
from scorecard_runner.reading.page.lines import Line, Phrase
from scorecard_runner.reading.page.numbering import without_numbering
from scorecard_runner.reading.page.row_details import without_row_details
from scorecard_runner.reading.page.running_sections import RunningSections, take_running
from scorecard_runner.reading.page.stacked_headings import with_headings_stacked
from scorecard_runner.reading.page.strokes import without_strokes
from scorecard_runner.reading.page.sum_boxes import with_sum_boxes_apart
from scorecard_runner.reading.page.sum_tiles import with_tiles_read
from scorecard_runner.reading.page.table_bodies import table_body
from scorecard_runner.reading.page.two_innings import innings_apart
from scorecard_runner.reading.page.wrapped_lines import with_wraps_joined
from scorecard_runner.reading.tables.flat import split_flat
from scorecard_runner.reading.tables.half_headings import find_half_heading
from scorecard_runner.reading.tables.headings import Heading, find_headings
from scorecard_runner.reading.tables.headless import find_headless
from scorecard_runner.reading.tables.headless_bowling import find_headless_bowling
from scorecard_runner.reading.tables.side_columns import without_side_column
from scorecard_runner.reading.tables.sister_headings import headings_in, with_names_of_sisters
from scorecard_runner.reading.tables.sum_tables import find_sum_table
from scorecard_runner.reading.tables.table import Table, build_table
from scorecard_runner.reading.tables.vocabulary import Column, TableKind
from scorecard_runner.reading.told.marks import is_running
from scorecard_runner.reading.told.record_tables import take_records
from scorecard_runner.reading.told.summaries import take_summaries
from scorecard_runner.reading.told.told_tables import take_told


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

    @property
    def readers(self) -> tuple[str, ...]:
        """As for a phrase."""
        return Phrase(tuple(word for line in self.lines for word in line.words)).readers


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
    for written in take_records(lines):
        if isinstance(written, Table):
            sections.append(written)
            continue
        for part in take_running(written):
            sections += _running(part) if isinstance(part, RunningSections) else _split(part)
    return sections


def _running(innings: RunningSections) -> Iterator[Section]:
    """Yield an innings in running text as it would stand in tables and on lines of its own."""
    if innings.title:
        yield TextLine(innings.title)
    yield innings.batting
    yield from (Block(label, lines) for label, lines in innings.labelled)


def _split(lines: Sequence[Line]) -> list[Section]:
    whole = without_numbering(with_sum_boxes_apart(without_strokes(lines)))
    headed = with_headings_stacked(without_headings_of_groups(with_tiles_read(whole)))
    parts = innings_apart(with_wraps_joined(without_row_details(headed)))
    halves = [half for part in parts for half in _halves(with_labels_apart(part))]
    return [section for half in halves for section in _sections(half)]


def _sections(lines: Sequence[Line]) -> list[Section]:
    """Return the sections from top to bottom; tables whose figures say what they are stand among the others."""
    summarised = take_summaries(lines)
    told = take_told(summarised.lines)
    sections = list(_walk(told.lines))
    for table in (*summarised.tables, *told.tables):
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
    all_headings = headings_in(lines)
    known: tuple[Column, ...] = ()  # the numbers of a batter, as the last heading named them
    while position < len(lines):
        headings = find_headings(lines[position]) or find_half_heading(lines[position:])
        if headings:
            heading = with_names_of_sisters(headings[0], all_headings)
            body = table_body(lines[position], heading, lines[position + 1 :])
            yield from split_flat(without_side_column(build_table(heading, body)))
            if heading.kind is TableKind.BATTING:
                known = tuple(cell.column for cell in heading.number_cells)
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
        block = lines_of_label(lines[position:], label, lines) if label else lines[position : position + 1]
        said = (join_row(block),) if label in SUMS else tuple(block)
        yield Block(label, said) if label else TextLine(lines[position])
        position += len(block)


def _label_at(lines: Sequence[Line]) -> Label | None:
    """Return what the first line announces; a title above bowlers in running text is the label of their figures."""
    label = label_of(lines[0].text)
    if len(lines) > 1 and opens_fall_table(lines[0].text, lines[1].text):
        return Label.FALL_OF_WICKETS
    if label is None and tells_bowlers(lines[0].text):
        return Label.BOWLING_FIGURES
    together = " ".join(line.text for line in lines[:2])
    if label is Label.SECTION and len(lines) > 1 and label_of(lines[1].text) is None and is_running(lines[1]):
        return Label.BOWLING_FIGURES if parse_bowling_figures(together) else label
    return label
