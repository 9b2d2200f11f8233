"""What a line beside a white channel is: a cell, a dismissal, a number, what counts its row.

Refuses to look at more than a line and its partner across the channel; `gutters` weighs all of them.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from scorecard_runner.reading.grammar.did_not_bat import parse_did_not_bat
from scorecard_runner.reading.grammar.dismissal_openings import opens_dismissal
from scorecard_runner.reading.grammar.labels import Label, label_of
from scorecard_runner.reading.grammar.numbers import is_dash, read_strictly
from scorecard_runner.reading.page.banks import share
from scorecard_runner.reading.page.lines import Line

_MOSTLY = 0.6
_NAME = re.compile(r"[†‡*+]?[^\W\d_]")
_LEAST_COUNTED = 3
_GOES_ON = re.compile(r"\d[*)b]*[,;]\s+\S")
_FLUSH = 0.6  # letter heights
_MOSTLY_FLUSH = 0.8
_UNITS = re.compile(r"(?<=\d)\s?(?:balls?|overs?|ovs?|b|off|for|fours?|six(?:es)?|min(?:ute)?s?)\b", re.IGNORECASE)
_LEAST_WIDTH = 2.5  # letter heights; a menu's words are wider


def without_counts(lines: Sequence[Line]) -> list[Line]:
    """Return the lines without the numbers that count the players of a table which begins with them."""
    counted = [line for line in lines if _is_counted(line)]
    if not counts_rows([Line(line.phrases[:1]) for line in counted]):
        return list(lines)
    return [Line(line.phrases[1:]) if _is_counted(line) else line for line in lines]


def _is_counted(line: Line) -> bool:
    first, *others = line.phrases
    return bool(others) and first.text.isdecimal() and _NAME.match(others[0].text) is not None


def counts_rows(lines: Sequence[Line]) -> bool:
    """Whether the numbers that stand alone in these lines count up one by one."""
    numbers = [int(line.text) for line in lines if line.text.isdecimal()]
    steps = [below - above for above, below in pairwise(numbers)]
    return len(numbers) >= _LEAST_COUNTED and steps.count(1) >= _MOSTLY * len(steps)


def begins_with_number(line: Line) -> bool:
    """Whether its first phrase is a number, or a score as `158/3 (20 ov)` is one."""
    text = _UNITS.sub("", line.phrases[0].text)
    return sum(map(str.isalpha, text)) <= sum(map(str.isdigit, text)) > 0 or is_dash(text)


def tells_dismissal(line: Line) -> bool:
    """Whether it begins as a dismissal; a list of those who did not bat is none, nor a line of running text."""
    lists_players = label_of(line.text) is Label.DID_NOT_BAT and bool(parse_did_not_bat(line.text))
    return opens_dismissal(line.phrases[0].text) and not lists_players and not _GOES_ON.search(line.text)


def name_above(lines: Sequence[Line], at: int) -> Line | None:
    """Return the name that stands right above, at the same edge, if the line tells how that batter was out: no cell of a row."""
    named = [line for line in lines[max(0, at - 2) : at] if not begins_with_number(line)][-1:]
    if not named or tells_dismissal(named[0]) or not tells_dismissal(lines[at]):
        return None
    name, how = named[0].box, lines[at].box
    is_below = how.top - name.bottom <= name.height and abs(how.left - name.left) <= _FLUSH * name.height
    return named[0] if is_below else None


def is_cut_short(line: Line) -> bool:
    """Whether the line ends where a name must follow: the channel is a gap between two words of a dismissal."""
    return opens_dismissal(line.words[-1].text)


def ends_with_number(line: Line) -> bool:
    """Whether the last word is a number."""
    return is_number(line.words[-1].text)


def is_all_numbers(line: Line) -> bool:
    """Whether there is nothing but numbers."""
    return all(is_number(word.text) for word in line.words)


def has_letters(line: Line) -> bool:
    """Whether there is a letter in it."""
    return any(character.isalpha() for character in line.text)


def are_flush(lines: Sequence[Line], height: float) -> bool:
    """Whether nearly all lines begin at one edge, as a column of text does; gaps within one do not stand so."""
    edge = median(line.box.left for line in lines)
    return share(lines, lambda line: abs(line.box.left - edge) <= _FLUSH * height) >= _MOSTLY_FLUSH


def is_narrow(lines: Sequence[Line], height: float) -> bool:
    """Whether most lines are too short for text: numbers, or initials that were set apart."""
    return median(line.box.width for line in lines) < _LEAST_WIDTH * height


def is_number(text: str) -> bool:
    """Whether a word is a number, or the dash that stands for one."""
    return read_strictly(text) is not None or is_dash(text)
