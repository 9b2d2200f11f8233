"""Which white channels are gutters: what stands on their two sides has nothing to do with each other.

Columns of a table are told from columns of a page by what stands on the channel's banks, line by line: rows share their
baselines across it, numbers and dismissals follow the names to their left. Refuses channels with few lines on either
side.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from scorecard_runner.reading.banks import Banks, share
from scorecard_runner.reading.channels import Channel
from scorecard_runner.reading.entries import is_batters_row
from scorecard_runner.reading.grammar.dismissals import opens_dismissal
from scorecard_runner.reading.grammar.labels import Label, label_of
from scorecard_runner.reading.grammar.numbers import is_dash, read_strictly
from scorecard_runner.reading.headings import Heading, find_headings
from scorecard_runner.reading.lines import Line
from scorecard_runner.reading.vocabulary import Column

_LEAST_LINES = 4
_LEAST_LINES_APART = 5
_LEAST_TABLE_LINES = 3
_SHARE_LEVEL = 0.7
_MOSTLY = 0.6
_OFTEN = 0.2
_NAMED = 0.66
"""Share of the words on either side that must name columns of a heading that runs across."""

_SENTENCE_WORDS = 4
_LEAST_PROSE_LINES = 6
_LEAST_NAMED = 3
_LEAST_BATTERS = 3
_LEAST_LABELS = 2
"""Of different kinds on either side: extras and total of one innings each, say."""


def open_stretches(channel: Channel, banks: Banks) -> Iterator[Channel]:
    """Yield the stretches of the channel along which no columns of a table stand on its right: others are no gutter."""
    partners = {id(right): left for left, right in banks.rows}
    is_table = [_is_of_table(line, partners.get(id(line))) for line in banks.right]
    top = channel.top
    start = 0
    for of_table, group in groupby(is_table):
        end = start + len(list(group))
        if of_table and end - start >= _LEAST_TABLE_LINES:
            yield from channel.between(top, banks.right[start].box.top)
            top = banks.right[end - 1].box.bottom
        start = end
    yield from channel.between(top, channel.bottom)


def is_gutter(banks: Banks, nearest: Banks) -> bool:
    """Whether what stands on the banks are two texts, rather than columns of one table.

    Args:
        banks: everything to the left and to the right of the channel.
        nearest: of what stands to the right, only the nearest column.
    """
    if nearest.count < _LEAST_LINES:
        return False
    if share(nearest.right, _begins_with_number) >= _MOSTLY or share(nearest.right, _tells_dismissal) >= _OFTEN:
        return False
    headings = _headings_say(banks)
    if headings is not None:
        return headings
    if nearest.share_level < _SHARE_LEVEL:
        return nearest.count >= _LEAST_LINES_APART
    return _are_both_complete(nearest) or _have_both_batters(banks)


def _is_of_table(line: Line, partner: Line | None) -> bool:
    if all(_is_number(word.text) for word in line.phrases[0].words) or _tells_dismissal(line):
        return True
    return partner is not None and _heads_both(partner, line)


def _headings_say(banks: Banks) -> bool | None:
    """Whether headings of tables stand on both sides; false if one runs across; None if there are none."""
    for left, right in banks.rows:
        if find_headings(left) and any(_names_players(heading) for heading in find_headings(right)):
            return True
        if _heads_both(left, right):
            return False
    return None


def _heads_both(left: Line, right: Line) -> bool:
    """Whether one heading runs across: most of the words on both sides of the channel name columns of it."""
    for heading in find_headings(Line((*left.phrases, *right.phrases))):
        known = [cell.box.left >= right.box.left for cell in heading.cells if cell.column is not Column.OTHER]
        beyond = sum(known)
        is_known = beyond >= _NAMED * len(right.words) and len(known) - beyond >= _NAMED * len(left.words)
        if len(known) >= _LEAST_NAMED and is_known:
            return True
    return False


def _names_players(heading: Heading) -> bool:
    return bool(heading.lead) or heading.cell(Column.NAME) is not None


def _begins_with_number(line: Line) -> bool:
    text = line.phrases[0].text
    return sum(map(str.isalpha, text)) <= sum(map(str.isdigit, text)) or is_dash(text)


def _tells_dismissal(line: Line) -> bool:
    return opens_dismissal(line.phrases[0].text)


def _ends_with_number(line: Line) -> bool:
    return _is_number(line.words[-1].text)


def _is_number(text: str) -> bool:
    return read_strictly(text) is not None or is_dash(text)


def _has_letters(line: Line) -> bool:
    return any(character.isalpha() for character in line.text)


def _is_sentence(line: Line) -> bool:
    small = sum(word.text[:1].islower() for word in line.words)
    return len(line.phrases) == 1 and len(line.words) >= _SENTENCE_WORDS and 2 * small >= len(line.words)


def _are_both_complete(banks: Banks) -> bool:
    """Whether level lines can stand without each other: figures end on the left before names begin on the right."""
    if share(banks.left, _has_letters) < _MOSTLY or share(banks.right, _has_letters) < _MOSTLY:
        return False
    if share(banks.left, _ends_with_number) >= _MOSTLY:
        return True
    if min(len(_labels(banks.left)), len(_labels(banks.right))) >= _LEAST_LABELS:
        return True
    return banks.count >= _LEAST_PROSE_LINES and (
        share(banks.left, _is_sentence) >= _MOSTLY or share(banks.right, _is_sentence) >= _MOSTLY
    )


def _have_both_batters(banks: Banks) -> bool:
    return all(sum(map(is_batters_row, side)) >= _LEAST_BATTERS for side in (banks.left, banks.right))


def _labels(lines: Sequence[Line]) -> set[Label]:
    return {label for line in lines if (label := label_of(line.text))} - {Label.OTHER, Label.SECTION}
