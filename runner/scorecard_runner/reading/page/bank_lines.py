"""What a line beside a white channel is: a cell, a dismissal, a heading, a sentence.

Refuses to look at more than a line and its partner across the channel; `gutters` weighs all of them.
"""

from collections.abc import Sequence
from statistics import median

from scorecard_runner.reading.grammar.did_not_bat import parse_did_not_bat
from scorecard_runner.reading.grammar.dismissal_openings import opens_dismissal
from scorecard_runner.reading.grammar.labels import Label, label_of
from scorecard_runner.reading.grammar.numbers import is_dash, read_strictly
from scorecard_runner.reading.page.banks import share
from scorecard_runner.reading.page.lines import Line
from scorecard_runner.reading.tables.column_names import column_of
from scorecard_runner.reading.tables.headings import find_headings
from scorecard_runner.reading.tables.vocabulary import Column, TableKind

_MOSTLY = 0.6
_NAMED = 0.66
"""Share of the words on either side that must name columns of a heading that runs across."""

_LEAST_NAMED = 3
_LEAST_LEAD = 3  # letters
_SENTENCE_WORDS = 4
_FULL = 0.85  # of the width of a column
_LEAST_WIDTH = 2.5  # letter heights; a menu's words are wider


def is_of_table(line: Line, partner: Line | None) -> bool:
    """Whether the line holds cells that belong to a row or a heading on the left of the channel."""
    if all(_is_number(word.text) for word in line.phrases[0].words) or tells_dismissal(line):
        return True
    return partner is not None and heads_both(partner, line)


def heads_both(left: Line, right: Line) -> bool:
    """Whether one heading runs across: most of the words on both sides of the channel name columns of it."""
    for heading in find_headings(Line((*left.phrases, *right.phrases))):
        known = [cell.box.left >= right.box.left for cell in heading.cells if cell.column is not Column.OTHER]
        beyond = sum(known)
        is_known = beyond >= _NAMED * len(right.words) and len(known) - beyond >= _NAMED * len(left.words)
        if len(known) >= _LEAST_NAMED and is_known:
            return True
    return False


def begins_table(line: Line) -> bool:
    """Whether the heading of a table begins with the line: players come first."""
    headings = find_headings(line)
    if not headings:
        return False
    return len(headings[0].lead) >= _LEAST_LEAD or headings[0].cells[0].column in {Column.INDEX, Column.NAME}


def is_column_name(line: Line) -> bool:
    """Whether the line begins with the name of a column and nothing else."""
    words = line.phrases[0].words
    return any(all(column_of(word.text, kind) for word in words) for kind in TableKind)


def begins_with_number(line: Line) -> bool:
    """Whether its first phrase is a number, or a score as `158/3 (20 ov)` is one."""
    text = line.phrases[0].text
    return sum(map(str.isalpha, text)) <= sum(map(str.isdigit, text)) or is_dash(text)


def tells_dismissal(line: Line) -> bool:
    """Whether it begins as a dismissal; a list of those who did not bat is none."""
    lists_players = label_of(line.text) is Label.DID_NOT_BAT and bool(parse_did_not_bat(line.text))
    return opens_dismissal(line.phrases[0].text) and not lists_players


def is_cut_short(line: Line) -> bool:
    """Whether the line ends where a name must follow: the channel is a gap between two words of a dismissal."""
    return opens_dismissal(line.words[-1].text)


def ends_with_number(line: Line) -> bool:
    """Whether the last word is a number."""
    return _is_number(line.words[-1].text)


def is_all_numbers(line: Line) -> bool:
    """Whether there is nothing but numbers."""
    return all(_is_number(word.text) for word in line.words)


def has_letters(line: Line) -> bool:
    """Whether there is a letter in it."""
    return any(character.isalpha() for character in line.text)


def is_sentence(line: Line) -> bool:
    """Whether it is part of running text: several words in one go, most of them small."""
    small = sum(word.text[:1].islower() for word in line.words)
    return len(line.phrases) == 1 and len(line.words) >= _SENTENCE_WORDS and 2 * small >= len(line.words)


def is_prose(lines: Sequence[Line]) -> bool:
    """Whether most lines are sentences, or run from one edge of the column to the other without being cells."""
    width = max(line.box.width for line in lines)
    full = sum(len(line.words) >= _SENTENCE_WORDS and line.box.width >= _FULL * width for line in lines)
    return full >= _MOSTLY * len(lines) or share(lines, is_sentence) >= _MOSTLY


def is_narrow(lines: Sequence[Line], height: float) -> bool:
    """Whether most lines are too short for text: numbers, or initials that were set apart."""
    return median(line.box.width for line in lines) < _LEAST_WIDTH * height


def _is_number(text: str) -> bool:
    return read_strictly(text) is not None or is_dash(text)
