"""The words of a batter's row: which are the name, which the dismissal, however the cells were wrapped.

Phrases above each other are lines of one cell, and cells are read from left to right. Refuses to drop a word that may
belong to either, unless the row is complete without it.
"""

from collections.abc import Sequence
from dataclasses import replace

from scorecard_runner.reading.grammar.dismissals import opens_dismissal, parse_dismissal
from scorecard_runner.reading.grammar.names import parse_name
from scorecard_runner.reading.grammar.numbers import read_strictly
from scorecard_runner.reading.headings import Heading
from scorecard_runner.reading.lines import Line, Phrase
from scorecard_runner.reading.tables import Row
from scorecard_runner.reading.vocabulary import Column

_SAME_EDGE = 1.0  # letter heights
_NEXT_LINE = 2.2  # letter heights from one line of a cell to the next


def split_row(row: Row, heading: Heading) -> tuple[list[Phrase], list[Phrase]]:
    """Return the phrases of the name and those of the dismissal."""
    if not row.texts:
        return [], []
    first = _line_of_name(row.texts)
    name, beside = _split_line(without_index(list(first.phrases)), heading)
    others = [each for each in row.texts if each is not first]
    if parse_dismissal(_text(beside)) and not parse_dismissal(" ".join(line.text for line in others)):
        others = _close_by(first, others)
    around = [phrase for line in others for phrase in line.phrases]
    more = [phrase for phrase in around if name and _goes_on_in_name(phrase, name, [*beside, *around])]
    dismissal = _cells([*beside, *(phrase for phrase in around if phrase not in more)])
    by = heading.cell(Column.DISMISSED_BY)
    if by is not None and len(dismissal) > 1:
        dismissal = _with_bowler(dismissal, by.box.left)
    return [*name, *more], dismissal


def without_index(phrases: list[Phrase]) -> list[Phrase]:
    """Return the phrases without a number that only counts the rows."""
    return phrases[1:] if len(phrases) > 1 and read_strictly(phrases[0].text) is not None else phrases


def _line_of_name(texts: Sequence[Line]) -> Line:
    """Return the line that holds the name: the first of those furthest to the left.

    A dismissal that runs over two lines beside its name begins above it, but further to the right.
    """
    left = min(text.box.left for text in texts)
    return next(text for text in texts if text.box.left - left <= text.box.height)


def _split_line(phrases: list[Phrase], heading: Heading) -> tuple[list[Phrase], list[Phrase]]:
    cut = 1
    while cut < len(phrases) and (_is_mark(phrases[cut]) or _is_under_name(phrases[cut], heading)):
        cut += 1
    return phrases[:cut], phrases[cut:]


def _is_under_name(phrase: Phrase, heading: Heading) -> bool:
    """Whether the phrase ends before the column of dismissals begins: a surname far from its initials."""
    dismissal = heading.cell(Column.DISMISSAL)
    return dismissal is not None and phrase.box.right <= dismissal.box.left and not opens_dismissal(phrase.text)


def _is_mark(phrase: Phrase) -> bool:
    """Whether the phrase is only a captain's or keeper's mark with a gap before it."""
    return parse_name(phrase.text) is None and not phrase.text.strip().isdigit()


def _close_by(first: Line, others: Sequence[Line]) -> list[Line]:
    """Return the lines that can be wrapped cells of a row that is complete without them: dirt stands further away."""
    reach = _NEXT_LINE * first.box.height
    reached = [first]
    for line in sorted(others, key=lambda each: abs(each.box.centre_y - first.box.centre_y)):
        if any(abs(line.box.centre_y - each.box.centre_y) <= reach for each in reached):
            reached.append(line)
    return [line for line in others if line in reached]


def _goes_on_in_name(phrase: Phrase, name: Sequence[Phrase], others: Sequence[Phrase]) -> bool:
    """Whether the phrase is the second line of a name, whose dismissal stands in a column of its own."""
    edge = name[0].box.left
    is_under = abs(phrase.box.left - edge) <= _SAME_EDGE * phrase.box.height
    stand_apart = [each for each in others if each.box.left > name[-1].box.right and each.box.left > phrase.box.right]
    return is_under and bool(stand_apart) and not opens_dismissal(phrase.text)


def _cells(phrases: Sequence[Phrase]) -> list[Phrase]:
    """Join phrases above each other, from top to bottom, and return what became of them from left to right."""
    columns: list[list[Phrase]] = []
    for phrase in sorted(phrases, key=lambda each: each.box.left):
        column = next((each for each in columns if any(part.box.overlap_x(phrase.box) > 0 for part in each)), None)
        if column is None:
            columns.append([phrase])
        else:
            column.append(phrase)
    return [_joined(sorted(column, key=lambda each: each.box.centre_y)) for column in columns]


def _joined(phrases: Sequence[Phrase]) -> Phrase:
    return Phrase(tuple(word for phrase in phrases for word in phrase.words))


def _with_bowler(dismissal: list[Phrase], bowler_left: float) -> list[Phrase]:
    """Leave phrases as they are where the `b` is printed; a bowler's column without it is read as if it were."""
    *_, last = dismissal
    if last.box.right < bowler_left or parse_dismissal(_text(dismissal)):
        return dismissal
    first = last.words[0]
    spoken = Phrase((replace(first, text=f"b {first.text}"), *last.words[1:]))
    return [*dismissal[:-1], spoken]


def _text(phrases: Sequence[Phrase]) -> str:
    return " ".join(phrase.text for phrase in phrases)
