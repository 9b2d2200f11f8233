"""The lines that belong to a label: lists run on below it, a label alone has its value below.

Refuses lines that end a table or begin one, however near they stand.
"""

import re
from collections.abc import Sequence
from itertools import takewhile

from scorecard_runner.reading.grammar.bowling_figures import parse_bowling_figures
from scorecard_runner.reading.grammar.fall_tables import goes_on_in_fall_table, is_fall_row, opens_fall_table
from scorecard_runner.reading.grammar.labels import Label, label_of
from scorecard_runner.reading.page.entries import is_open
from scorecard_runner.reading.page.lines import Line
from scorecard_runner.reading.page.table_bodies import ends_table
from scorecard_runner.reading.tables.headings import find_headings
from scorecard_runner.reading.tables.headless import find_headless
from scorecard_runner.reading.tables.headless_bowling import find_headless_bowling

_FIGURES = re.compile(r"\d\s*[-–—]\s*\d")  # noqa: RUF001 - as printed
_FIGURES_END = re.compile(r"[-–—]\s*\d{1,2}[\s.,;)]*$")  # noqa: RUF001 - as printed
_PAIR_ENDS = re.compile(r"\d\s*(?:\)|overs?|ovs?)\W*$", re.IGNORECASE)
_LONGEST_SUM = 3  # lines
_LONGEST_LIST_UNCUT = 5
"""Ten wickets with names fill four lines of a narrow page ..."""

_LONGEST_LIST = 14
"""... and a dozen of a newspaper's column."""

_UNFINISHED = (",", ";", "-", "&", " and", "(")
_LONGEST_INITIALS = 4
SUMS = {Label.EXTRAS, Label.TOTAL}
"""Labels of a single row: text, and the number that belongs to it."""

_CONTINUES = {Label.FALL_OF_WICKETS, Label.DID_NOT_BAT, Label.BOWLING_FIGURES}


def lines_of_label(lines: Sequence[Line], label: Label, around: Sequence[Line]) -> list[Line]:
    """Return the first line and those that continue it: lists run on, a label alone has its value below."""
    if label is Label.FALL_OF_WICKETS and len(lines) > 1 and opens_fall_table(lines[0].text, lines[1].text):
        return _fall_table(lines)
    block = [lines[0]]
    for at, line in enumerate(lines[1:], start=1):
        if (ends_table(line) and not _names_bowler(line, label)) or not _continues(block, line, label):
            break
        if find_headless(lines[at:]) or find_headless_bowling(lines[at:], around):
            break
        block.append(line)
    return block


def _fall_table(lines: Sequence[Line]) -> list[Line]:
    """Return the numbers of the wickets, the scores below them and the further rows: nothing else goes on."""
    wickets, scores, *others = lines
    further = takewhile(lambda line: not find_headings(line) and goes_on_in_fall_table(wickets.text, line.text), others)
    return [wickets, scores, *further]


def _are_all_told(said: str, following: str) -> bool:
    """Whether the bowlers end with whole figures and the next line has none."""
    if _FIGURES_END.search(said) and not _FIGURES.search(following):
        return True
    return _PAIR_ENDS.search(said) is not None and not parse_bowling_figures(following)


def _names_bowler(line: Line, label: Label) -> bool:
    """Whether the line goes on with bowlers, though a single one looks like the score of a side."""
    if label is not Label.BOWLING_FIGURES or label_of(line.text) is not None or find_headings(line):
        return False
    return bool(parse_bowling_figures(line.text))


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
    if label is Label.BOWLING_FIGURES and _are_all_told(said, line.text):
        return False
    if label is Label.FALL_OF_WICKETS and is_fall_row(line.text):
        return len(block) < _LONGEST_LIST
    if label in _CONTINUES:
        return len(block) < (_LONGEST_LIST if _is_cut(block, label) else _LONGEST_LIST_UNCUT) and not _is_ended(
            block, label
        )
    if label in SUMS and is_open(said) and is_open(line.text):
        return len(block) < _LONGEST_SUM
    has_value = any(character.isdigit() for each in block for character in each.text)
    return label in SUMS and not has_value and len(block) == 1
