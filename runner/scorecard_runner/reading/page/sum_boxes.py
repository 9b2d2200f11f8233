"""Boxes of sums beside a table, `Byes 3`, `Leg byes 5`, ..., `Total 157` below each other: lines of their own.

A form has them left or right of the bowling, and their lines are seldom level with its rows. Refuses labels that do not
stand above each other, and boxes beside nothing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scorecard_runner.reading.geometry import Box, enclosing
from scorecard_runner.reading.grammar.labels import label_of
from scorecard_runner.reading.grammar.numbers import is_dash, read_strictly
from scorecard_runner.reading.page.lines import Line, Phrase
from scorecard_runner.reading.tables.headings import find_headings
from scorecard_runner.reading.tables.vocabulary import TableKind

_LABEL = re.compile(
    r"(?P<label>leg\s*-?\s*byes?|byes?|wides?|no\s*-?\s*balls?|penalt(?:y|ies)|(?:total\s+)?(?:extras?|sundries)|total"
    r"|overs|(?:wickets|wkts)(?:\s+(?:lost|down|fallen))?|for)\W*(?:\d{1,4}(?:\.\d)?)?\W*(?:wkts?|wickets?)?\W*",
    re.IGNORECASE,
)
_SAME_EDGE = 1.0  # letter heights
_LEAST_LABELS = 4
_CLOSE = 8.0  # letter heights from one label to the next


@dataclass(frozen=True)
class _Entry:
    """A label of a box: the line in which it stands, and its phrase."""

    line: int
    phrase: Phrase

    @property
    def name(self) -> str:
        matched = _LABEL.fullmatch(self.phrase.text)
        return re.sub(r"\W", "", matched["label"].casefold()) if matched else ""


def with_sum_boxes_apart(lines: Sequence[Line]) -> list[Line]:
    """Return the lines with those of boxes before the bowling beside them, or behind other tables."""
    found = list(lines)
    for entries in reversed(_boxes(found)):
        found = _with_box_apart(found, entries)
    return found


def _boxes(lines: Sequence[Line]) -> list[list[_Entry]]:
    """Return the labels of each box that stands beside something, from top to bottom of the page."""
    entries = [_Entry(at, phrase) for at, line in enumerate(lines) for phrase in line.phrases]
    columns: list[list[_Entry]] = []
    for entry in (each for each in entries if each.name):
        column = next((each for each in columns if _continues(each, entry)), None)
        if column is None:
            columns.append([entry])
        else:
            column.append(entry)
    boxes = [column for column in columns if len(column) >= _LEAST_LABELS]
    return sorted((box for box in boxes if _stands_beside(box, lines)), key=lambda box: box[0].line)


def _continues(column: Sequence[_Entry], entry: _Entry) -> bool:
    """Whether the label stands right below those above it, and is none of them again."""
    above, here = column[-1].phrase.box, entry.phrase.box
    is_under = abs(above.left - here.left) <= _SAME_EDGE * here.height
    is_close = here.centre_y - above.centre_y <= _CLOSE * max(above.height, here.height)
    return is_under and is_close and entry.line > column[-1].line and entry.name not in {each.name for each in column}


def _stands_beside(entries: Sequence[_Entry], lines: Sequence[Line]) -> bool:
    """Whether other text than the values stands in the lines of the box."""
    place = _place_of(entries, lines)
    within = lines[entries[0].line : entries[-1].line + 1]
    return sum(any(not _is_in(phrase, place) for phrase in line.phrases) for line in within) >= _LEAST_LABELS - 1


def _place_of(entries: Sequence[_Entry], lines: Sequence[Line]) -> Box:
    """Return where labels and values of the box stand."""
    labels = enclosing(entry.phrase.box for entry in entries)
    values = _column_of_values([value for entry in entries if (value := _next_number(lines[entry.line], entry))])
    return enclosing([labels, *(value.box for value in values)])


def _next_number(line: Line, entry: _Entry) -> Phrase | None:
    behind = [phrase for phrase in line.phrases if phrase.box.left >= entry.phrase.box.right]
    return behind[0] if behind and _is_number(behind[0]) else None


def _column_of_values(values: Sequence[Phrase]) -> list[Phrase]:
    """Return the values that most of the others stand above or below: the rest counts rows of the table."""
    stacks = ([other for other in values if other.box.overlap_x(value.box) > 0] for value in values)
    return max(stacks, key=len, default=[])


def _is_number(phrase: Phrase) -> bool:
    return len(phrase.words) == 1 and (read_strictly(phrase.text) is not None or is_dash(phrase.text))


def _is_in(phrase: Phrase, place: Box) -> bool:
    return place.left - _slack(phrase) <= phrase.box.left and phrase.box.right <= place.right + _slack(phrase)


def _slack(phrase: Phrase) -> float:
    return phrase.box.height / 2


def _with_box_apart(lines: Sequence[Line], entries: Sequence[_Entry]) -> list[Line]:
    place = _place_of(entries, lines)
    top = entries[0].phrase.box
    # The first value may be level with the heading of the table.
    first = next((at for at in range(entries[0].line) if _has_value(lines[at], place, top)), entries[0].line)
    last = entries[-1].line
    inside = [phrase for line in lines[first : last + 1] for phrase in line.phrases if _is_in(phrase, place)]
    rest = [line for at in range(first, last + 1) if (line := _outside(lines[at], place))]
    box_lines = _dealt(inside, entries)
    before, behind = list(lines[:first]), list(lines[last + 1 :])
    heading = next(_headings_above([*before, *rest[:1]]), None)
    if heading is not None and find_headings([*before, *rest][heading])[0].kind is TableKind.BOWLING:
        return [*[*before, *rest][:heading], *box_lines, *[*before, *rest][heading:], *behind]
    return [*before, *rest, *box_lines, *behind]


def _has_value(line: Line, place: Box, label: Box) -> bool:
    """Whether a value stands level with a label, in a line above it."""
    values = (phrase for phrase in line.phrases if _is_number(phrase) and _is_in(phrase, place))
    return any(
        value.box.left >= label.right and abs(value.box.centre_y - label.centre_y) <= label.height for value in values
    )


def _dealt(phrases: Sequence[Phrase], entries: Sequence[_Entry]) -> list[Line]:
    """Return a line for each label with what stands level with it, and one for what is left over."""
    shares: list[list[Phrase]] = [[] for _ in range(len(entries) + 1)]
    for phrase in phrases:
        steps = [abs(phrase.box.centre_y - entry.phrase.box.centre_y) for entry in entries]
        nearest = steps.index(min(steps))
        shares[nearest if steps[nearest] <= phrase.box.height else -1].append(phrase)
    return [Line(tuple(sorted(share, key=lambda phrase: phrase.box.left))) for share in shares if share]


def _headings_above(lines: Sequence[Line]) -> Iterator[int]:
    """Yield the heading of the table to which the last of the lines belongs."""
    for at in reversed(range(len(lines))):
        if find_headings(lines[at]):
            yield at
            return
        if label_of(lines[at].text) is not None:
            return


def _outside(line: Line, place: Box) -> Line | None:
    phrases = tuple(phrase for phrase in line.phrases if not _is_in(phrase, place))
    return Line(phrases) if phrases else None
