"""Headings and labelled lines whose cells were too narrow: what was wrapped is put back on one line.

The words `No` above `balls` name one column together; `(b 1, w` above and `4)` below belong to the extras between them; a list
of players begins above the label that stands beside its middle.
Refuses to join anything that could be a row of its own.
"""

from collections.abc import Sequence
from dataclasses import replace

from scorecard_runner.reading.geometry import Box
from scorecard_runner.reading.grammar.did_not_bat import parse_did_not_bat
from scorecard_runner.reading.grammar.labels import Label, label_of
from scorecard_runner.reading.page.entries import is_open
from scorecard_runner.reading.page.lines import Line, Phrase, typical_height
from scorecard_runner.reading.tables.column_names import column_of
from scorecard_runner.reading.tables.headings import Heading, find_headings
from scorecard_runner.reading.tables.vocabulary import TableKind
from scorecard_runner.reading.words import Word

_HEADING_REACH = 1.7
"""Distance of centres, in letter heights, up to which a word above or below belongs to a heading."""

_LABEL_REACH = 1.3
_BRACKET_REACH = 2.6
_SUMS = {Label.EXTRAS, Label.TOTAL}
_NEIGHBOURS = 3
_LIST_GAP = 1.6
"""Between the lines of a list, in letter heights."""


def with_wraps_joined(lines: Sequence[Line]) -> list[Line]:
    """Return the lines from top to bottom, with the pieces of headings and sums on the lines to which they belong."""
    height = typical_height(word for line in lines for word in line.words)
    joined: dict[int, Line] = {}
    taken: set[int] = set()
    for index, line in enumerate(lines):
        pieces = _pieces(lines, index, height)
        pieces = [each for each in pieces if each not in taken]
        if pieces:
            taken.update(pieces)
            joined[index] = _joined(line, [lines[each] for each in pieces], height)
    return [joined.get(index, line) for index, line in enumerate(lines) if index not in taken]


def _pieces(lines: Sequence[Line], index: int, height: float) -> list[int]:
    """Return the indexes of the lines nearby that are pieces of this one."""
    around = range(max(0, index - _NEIGHBOURS), min(len(lines), index + _NEIGHBOURS + 1))
    near = [
        each for each in around if each != index and _distance(lines[each], lines[index]) <= _BRACKET_REACH * height
    ]
    if not near:
        return []
    line = lines[index]
    if headings := find_headings(line):
        close = [each for each in near if _distance(lines[each], line) <= _HEADING_REACH * height]
        return _heading_pieces(lines, line, close, headings[0])
    if label_of(line.text) in _SUMS:
        return [each for each in near if _is_piece_of_sum(lines[each], line, height)]
    if label_of(line.text) is Label.DID_NOT_BAT:
        return _list_above(lines, index, height)
    return []


def _distance(first: Line, second: Line) -> float:
    return abs(first.box.centre_y - second.box.centre_y)


def _heading_pieces(lines: Sequence[Line], heading_line: Line, near: Sequence[int], heading: Heading) -> list[int]:
    """Return the lines whose every word names a column with what stands above or below it."""
    candidates = [each for each in near if not find_headings(lines[each]) and label_of(lines[each].text) is None]
    words = [word for each in candidates for word in lines[each].words]
    found = []
    for each in candidates:
        stacks = [_stack(word, [*words, *heading_line.words]) for word in lines[each].words]
        if all(len(stack) > 1 and _names(stack, heading.kind) for stack in stacks):
            found.append(each)
    return found


def _stack(word: Word, others: Sequence[Word]) -> list[Word]:
    """Return the words above and below this one, and itself, from top to bottom."""
    stack = [other for other in others if other.box.overlap_x(word.box) > 0]
    return sorted(stack, key=lambda each: (each.box.centre_y, each.box.left))


def _names(stack: Sequence[Word], kind: TableKind) -> bool:
    return column_of("".join(word.text for word in stack), kind) is not None


def _is_piece_of_sum(line: Line, total: Line, height: float) -> bool:
    """Whether the line stands in the space that the labelled one has left between its words."""
    label = total.phrases[0]
    if line.box.left < label.box.right or label_of(line.text) is not None or find_headings(line):
        return False
    if is_open(line.text):
        return True
    is_free = all(phrase.box.overlap_x(other.box) <= 0 for phrase in line.phrases for other in total.phrases)
    return is_free and _distance(line, total) <= _LABEL_REACH * height


def _list_above(lines: Sequence[Line], index: int, height: float) -> list[int]:
    """Return the lines above, one below the other, that begin where the list beside the label does."""
    label, *listed = lines[index].phrases
    if parse_did_not_bat(label.text):
        return []  # the list begins behind its label
    below = lines[index]
    left = listed[0].box.left if listed else None
    found: list[int] = []
    for each in reversed(range(max(0, index - _NEIGHBOURS), index)):
        line = lines[each]
        begins_there = abs(line.box.left - left) < height if left is not None else line.box.left > label.box.right
        is_next = below.box.top - line.box.bottom < _LIST_GAP * height
        if not (begins_there and is_next and line.box.left > label.box.right and _is_plain(line)):
            break
        found.append(each)
        below, left = line, line.box.left
    return found


def _is_plain(line: Line) -> bool:
    return not any(map(str.isdigit, line.text)) and label_of(line.text) is None and not find_headings(line)


def _joined(line: Line, pieces: Sequence[Line], height: float) -> Line:
    """Return the line with the pieces in it: words above each other become one phrase."""
    phrases = [phrase for each in (line, *pieces) for phrase in each.phrases]
    stacks: list[list[Phrase]] = []
    for phrase in sorted(phrases, key=lambda each: each.box.left):
        stack = next((each for each in stacks if any(part.box.overlap_x(phrase.box) > 0 for part in each)), None)
        if stack is None:
            stacks.append([phrase])
        else:
            stack.append(phrase)
    merged = (_on_one_line(stack, line.box.centre_y, height) for stack in stacks)
    return Line(tuple(sorted(merged, key=lambda each: each.box.left)))


def _on_one_line(stack: Sequence[Phrase], centre: float, height: float) -> Phrase:
    """Return the phrases from top to bottom as one that stands at the height of its line."""
    if len(stack) == 1 and abs(stack[0].box.centre_y - centre) <= height / 2:
        return stack[0]
    ordered = sorted(stack, key=lambda each: each.box.centre_y)
    top, bottom = centre - height / 2, centre + height / 2
    level = (
        replace(word, box=Box(word.box.left, top, word.box.right, bottom))
        for phrase in ordered
        for word in phrase.words
    )
    return Phrase(tuple(level))
