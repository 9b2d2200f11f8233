"""Which white channels are gutters: what stands on their two sides has nothing to do with each other.

Columns of a table are told from columns of a page by what stands on the channel's banks, line by line: rows share their
baselines across it, numbers and dismissals follow the names to their left. Refuses channels with few lines on either
side.
"""

from collections.abc import Sequence
from statistics import median

from scorecard_runner.reading.grammar.labels import Label, label_of
from scorecard_runner.reading.page.bank_heads import (
    are_of_both_kinds,
    begins_table,
    heads_both,
    is_column_name,
    repeats_columns,
)
from scorecard_runner.reading.page.bank_lines import (
    are_flush,
    begins_with_number,
    counts_rows,
    ends_with_number,
    has_letters,
    is_all_numbers,
    is_cut_short,
    is_narrow,
    name_above,
    tells_dismissal,
    without_counts,
)
from scorecard_runner.reading.page.bank_prose import is_prose, is_sentence, tells_innings, tells_innings_across
from scorecard_runner.reading.page.banks import Banks, share
from scorecard_runner.reading.page.entries import is_batters_row
from scorecard_runner.reading.page.lines import Line
from scorecard_runner.reading.tables.headings import find_headings

_LEAST_LINES = 3
_LEAST_LINES_APART = 5
_SHARE_LEVEL = 0.7
_MOSTLY = 0.6
_OFTEN = 0.2
_LEAST_PROSE_LINES = 6
_LEAST_COMPLETED = 3
_LEAST_BATTERS = 3
_LEAST_NAMED = 3  # columns of numbers
_LEAST_COLUMN = 8.0
"""Width in letter heights of the narrowest column of text."""

_NAMES_FIELDER = {"c", "ct", "st"}
_NAMES_BOWLER = {"b", "lbw"}
_LEAST_LABELS = 2
"""Of different kinds on either side: extras and total of one innings each, say."""

_OF_FIGURES = {Label.EXTRAS, Label.TOTAL, Label.FALL_OF_WICKETS}


def is_gutter(banks: Banks, nearest: Banks) -> bool:
    """Whether what stands on the banks are two texts, rather than columns of one table.

    Args:
        banks: everything to the left and to the right of the channel.
        nearest: of what stands to the right, only the nearest column.
    """
    if nearest.count < _LEAST_LINES or any(is_narrow(side, nearest.height) for side in nearest.sides):
        return False
    running = _running_says(banks, nearest)
    if running is not None:
        return running
    return not holds_table(nearest) and not _lack_bowlers(nearest.left) and _are_two_texts(banks, nearest)


def _are_two_texts(banks: Banks, nearest: Banks) -> bool:
    headings = _headings_say(banks)
    if headings is not None:
        return headings
    if _are_numbers_of(banks) or _count_across(banks):
        return False
    if nearest.share_level < _SHARE_LEVEL:
        are_apart = (
            nearest.count >= _LEAST_LINES_APART or _stand_beside_batters(nearest) or _stand_beside_table(nearest)
        )
        return are_apart or any(share(side, is_sentence) >= _MOSTLY for side in nearest.sides)
    return _are_both_complete(nearest) or _have_both_batters(banks)


def _stand_beside_batters(nearest: Banks) -> bool:
    """Whether rows of batters end on the left, runs and all, and on the right stand a few words: tiles with bowlers."""
    batters = sum(map(is_batters_row, nearest.left))
    return batters >= _LEAST_BATTERS and share(nearest.right, has_letters) >= _MOSTLY


def _stand_beside_table(nearest: Banks) -> bool:
    """Whether a short table ends on the left, heading and figures, and what stands on the right are words."""
    if not any(map(find_headings, nearest.left)):
        return False
    return share(nearest.left, ends_with_number) >= _MOSTLY and share(nearest.right, has_letters) >= _MOSTLY


def _running_says(banks: Banks, nearest: Banks) -> bool | None:
    """Whether columns of text stand on both sides, and an innings is told in one of them: its lines break anywhere.

    False where the innings is only told by both sides together; None if there is no such innings.
    """
    if tells_innings_across(*([pair[side] for pair in banks.rows] for side in (0, 1))):
        return False
    is_wide = all(median(line.box.width for line in side) >= _LEAST_COLUMN * nearest.height for side in nearest.sides)
    are_columns = nearest.count >= _LEAST_LINES_APART and is_wide and are_flush(nearest.right, nearest.height)
    return True if are_columns and any(map(tells_innings, nearest.sides)) else None


def holds_table(nearest: Banks) -> bool:
    """Whether the nearest column on the right holds the numbers or dismissals of rows whose names stand on the left."""
    cells = [line for line in without_counts(nearest.right) if not is_column_name(line)]
    beside = [line for at, line in enumerate(cells) if tells_dismissal(line) and not name_above(cells, at)]
    return share(cells, begins_with_number) >= _MOSTLY or len(beside) >= max(_OFTEN * len(cells), 1)


def _lack_bowlers(lines: Sequence[Line]) -> bool:
    """Whether often a bowler is missing who is not named at the beginning of the next line either."""
    wrapped = sum(phrase.text.casefold().startswith(("b ", "b. ")) for line in lines for phrase in line.phrases)
    lacking = sum(map(_lacks_bowler, lines))
    return lacking >= _OFTEN * len(lines) and lacking > wrapped


def _lacks_bowler(line: Line) -> bool:
    """Whether a cell at the end of the line says how a batter was out, but not by whom: that stands across the channel."""
    if len(line.phrases) == 1:
        return False
    first, *rest = (word.text.rstrip(".").casefold() for word in line.phrases[-1].words)
    return (first in _NAMES_FIELDER and "b" not in rest) or (first in _NAMES_BOWLER and not rest)


def _headings_say(banks: Banks) -> bool | None:
    """Whether headings of tables stand on both sides, level or not; false if one runs across; None if there are none."""
    for left, right in banks.rows:
        if find_headings(left) and (
            begins_table(right) or repeats_columns(left, right) or are_of_both_kinds(left, right)
        ):
            return True
        if heads_both(left, right):
            return False
    if all(any(map(_heads_table, side)) for side in banks.sides):
        return True
    # Batters whose heading nobody printed, beside a table that has one.
    is_headed = any(find_headings(left) for left, _ in banks.rows)
    return True if is_headed and sum(map(is_batters_row, banks.right)) >= _LEAST_BATTERS else None


def _heads_table(line: Line) -> bool:
    """Whether the line names players and several numbers of theirs: a heading with everything below it."""
    return begins_table(line) and any(len(heading.number_cells) >= _LEAST_NAMED for heading in find_headings(line))


def _are_numbers_of(banks: Banks) -> bool:
    """Whether numbers alone on the right complete rows on the left that have none: a text column stands between them.

    Between a name and the dismissal below it they belong to these.
    """
    numbers = [line for line in banks.right if is_all_numbers(line)]
    texts = [line for line in banks.right if has_letters(line)]
    alone = {id(line) for line in numbers if not any(line.box.overlap_y(text.box) > 0 for text in texts)}
    completed = sum(id(right) in alone and not ends_with_number(left) for left, right in banks.rows)
    return completed >= max(_LEAST_COMPLETED, _MOSTLY * len(alone))


def _count_across(banks: Banks) -> bool:
    """Whether the last numbers on the left count the players on the right: their table begins further left."""
    lasts = [
        Line(left.phrases[-1:]) for left, right in banks.rows if len(left.phrases) > 1 and right.text[:1].isalpha()
    ]
    return counts_rows(lasts)


def _are_both_complete(banks: Banks) -> bool:
    """Whether level lines can stand without each other: figures end on the left before names begin on the right."""
    if share(banks.left, has_letters) < _MOSTLY or share(banks.right, has_letters) < _MOSTLY:
        return False
    if share(banks.left, ends_with_number) >= _MOSTLY:
        return True
    if min(len(_labels(banks.left)), len(_labels(banks.right))) >= _LEAST_LABELS and not _lack_values(banks):
        return True
    if banks.count < _LEAST_PROSE_LINES or share(banks.left, is_cut_short) >= _OFTEN:
        return False
    return is_prose(banks.left) or is_prose(banks.right)


def _have_both_batters(banks: Banks) -> bool:
    return all(sum(map(is_batters_row, side)) + _stacked_batters(side) >= _LEAST_BATTERS for side in banks.sides)


def _stacked_batters(lines: Sequence[Line]) -> int:
    """Return how many batters have their dismissal below the name, with numbers beside the two."""
    below = (lines[max(0, at - 2) : at + 1] for at in range(len(lines)) if name_above(lines, at))
    return sum(any(map(ends_with_number, rows)) for rows in below)


def _lack_values(banks: Banks) -> bool:
    """Whether sums are only named on the left: their figures stand across the channel, behind the column of names."""
    sums = [left for left, _ in banks.rows if label_of(left.text) in _OF_FIGURES]
    return share(sums, lambda line: not any(map(str.isdigit, line.text))) >= _MOSTLY


def _labels(lines: Sequence[Line]) -> set[Label]:
    return {label for line in lines if (label := label_of(line.text))} - {Label.OTHER, Label.SECTION}
