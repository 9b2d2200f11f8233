"""What a line beside a white channel is: a cell, a dismissal, a heading, a sentence.

Refuses to look at more than a line and its partner across the channel; `gutters` weighs all of them.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise, takewhile
from statistics import median

from scorecard_runner.reading.grammar.did_not_bat import parse_did_not_bat
from scorecard_runner.reading.grammar.dismissal_openings import opens_dismissal
from scorecard_runner.reading.grammar.labels import Label, label_of
from scorecard_runner.reading.grammar.numbers import is_dash, read_strictly
from scorecard_runner.reading.grammar.scores import parse_score
from scorecard_runner.reading.page.banks import share
from scorecard_runner.reading.page.lines import Line, Phrase
from scorecard_runner.reading.tables.column_names import column_of
from scorecard_runner.reading.tables.headings import find_headings, terms_of
from scorecard_runner.reading.tables.identifiers import identifiers_in
from scorecard_runner.reading.tables.sum_tables import names_sums
from scorecard_runner.reading.tables.vocabulary import Column, TableKind

_MOSTLY = 0.6
_NAMED = 0.66
"""Share of the words on either side that must name columns of a heading that runs across."""

_LEAST_NAMED = 3
_LEAST_REPEATED = 2
_LEAST_LEAD = 3  # letters
_SENTENCE_WORDS = 4
_FULL = 0.85  # of the width of a column
_NAME = re.compile(r"[†‡*+]?[^\W\d_]")
_LEAST_COUNTED = 3
_FIGURES = re.compile(r"\d[-–—/]\d")  # noqa: RUF001 - as printed
_NUMBER_LIST = re.compile(r"\d{1,3}\s*,\s+\d{1,3}\b")
"""The scores at which wickets fell, say: cells have no comma behind them."""

_OF_SCORES = re.compile(
    r"all\s*-?\s*out|\b(?:for|in|off|from|dec(?:l|lared)?|overs?|ovs?|balls?|wickets?|wkts?|c?rr|run\s*rate|rpo|target)\b",
    re.IGNORECASE,
)
_GLUED_OVERS = re.compile(r"^\S{0,3}\d\S{0,3}(?<=[\do0])v(?:er)?s?\s+(?=\d)", re.IGNORECASE)
"""`43.5 OVERS` before a score, read as `4350vers`: the O stands close to its number."""

_MOST_OTHER_LETTERS = 2
_ENTRY = re.compile(
    r"(?:\b(?:b|lbw)\.?\s[^\d,;]{2,40}?|\bnot\s+out|\brun\s+out\b[^\d,;]{0,40}?)\s\d{1,3}\*?(?:\s\(\d{1,3}b?\))?[,;.](?=\s|$)"
)
"""A batter of an innings in running text, with the sign behind him that no row of a table has, or ..."""

_ANALYSIS = re.compile(r"\d-\s?\d{1,2}-\s?\d{1,3}-\s?\d{1,2}[,;](?=\s|$)")
"""... a bowler."""

_GOES_ON = re.compile(r"\d[*)b]*[,;]\s+\S")
_LEAST_ENTRIES = 3
_FLUSH = 0.6  # letter heights
_MOSTLY_FLUSH = 0.8

_UNITS = re.compile(r"(?<=\d)\s?(?:balls?|overs?|ovs?|b|off|for|fours?|six(?:es)?|min(?:ute)?s?)\b", re.IGNORECASE)
_LEAST_WIDTH = 2.5  # letter heights; a menu's words are wider


def is_of_table(line: Line, partner: Line | None) -> bool:
    """Whether the line holds cells that belong to a row or a heading on the left of the channel."""
    numbers = all(_is_number(word.text) for word in line.phrases[0].words)
    if (numbers and not _NUMBER_LIST.match(line.text)) or tells_dismissal(line):
        return True
    return partner is not None and heads_both(partner, line)


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


def heads_both(left: Line, right: Line) -> bool:
    """Whether one heading runs across: most of the words on both sides of the channel name columns of it."""
    whole = Line((*left.phrases, *right.phrases))
    if names_sums(whole):
        return True
    kinds = {kind for kind in TableKind if _names_columns(left, kind) and _names_columns(right, kind)}
    return bool(kinds) and any(
        heading.kind in kinds and sum(cell.column is not Column.OTHER for cell in heading.cells) >= _LEAST_NAMED
        for heading in find_headings(whole)
    )


@lru_cache(maxsize=2048)  # as often as headings: a line stands beside many white channels
def _names_columns(line: Line, kind: TableKind) -> bool:
    """Whether most of its words name columns, or say which innings a row is of."""
    named = [word for column, words in terms_of(line, kind) if column is not None for word in words]
    first = line.words.index(named[0]) if named else len(line.words)
    before = sum(len(words) for _, words in identifiers_in(line.words[:first]))
    return len(named) + before >= _NAMED * len(line.words)


def titles_both(left: Line, right: Line) -> bool:
    """Whether a side stands on the left and its score on the right: a bar above two tables."""
    has_figures = any(word.text.isdecimal() or _FIGURES.search(word.text) for word in left.words)
    is_text = has_figures or is_sentence(left) or right.text.endswith((".", ",", ";"))
    said = _GLUED_OVERS.sub("", _behind_event(right))
    score = None if is_text or not said[:1].isdecimal() else parse_score(said)
    is_whole = score is not None and (score.is_all_out or score.overs is not None or score.wickets is not None)
    other_letters = sum(map(str.isalpha, _OF_SCORES.sub(" ", said)))
    if not is_whole or other_letters > _MOST_OTHER_LETTERS or not has_letters(left) or tells_dismissal(left):
        return False
    return label_of(left.text) in {None, Label.INNINGS_TITLE} and label_of(right.text) is None


def _behind_event(line: Line) -> str:
    """Return the score at the end of a bar in whose middle the competition or the ground is named."""
    *before, last = line.phrases
    return last.text if not any(map(str.isdigit, " ".join(phrase.text for phrase in before))) else line.text


def begins_table(line: Line) -> bool:
    """Whether the heading of a table begins with the line: players come first."""
    headings = find_headings(line)
    if not headings:
        return False
    return len(headings[0].lead) >= _LEAST_LEAD or headings[0].cells[0].column in {Column.INDEX, Column.NAME}


def repeats_columns(left: Line, right: Line) -> bool:
    """Whether the same columns of numbers are named on both sides, as by tables that leave out who their rows are of."""
    named = [
        [cell.column for heading in find_headings(side) for cell in heading.number_cells] for side in (left, right)
    ]
    return len(named[0]) >= _LEAST_REPEATED and named[0] == named[1]


def are_of_both_kinds(left: Line, right: Line) -> bool:
    """Whether batters' columns are named on one side and bowlers' on the other, both with runs: no table has them twice."""
    kinds = tuple(TableKind)
    return any(
        _heads_runs(left.phrases[::-1], kind) and _heads_runs(right.phrases, other)
        for kind, other in (kinds, kinds[::-1])
    )


def _heads_runs(phrases: Sequence[Phrase], kind: TableKind) -> bool:
    """Whether the names next to the channel make such a heading; behind them may stand what is beside that table."""
    named = list(takewhile(lambda phrase: all(column_of(word.text, kind) for word in phrase.words), phrases))
    line = Line(tuple(sorted(named, key=lambda phrase: phrase.box.left)))
    return bool(named) and any(heading.kind is kind and heading.cell(Column.RUNS) for heading in find_headings(line))


def is_column_name(line: Line) -> bool:
    """Whether the line begins with the name of a column and nothing else."""
    words = line.phrases[0].words
    return any(all(column_of(word.text, kind) for word in words) for kind in TableKind)


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


def tells_innings(lines: Sequence[Line]) -> bool:
    """Whether they are a part of an innings in running text, from line to line."""
    return _entries_in(lines) >= _LEAST_ENTRIES


def tells_innings_across(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Whether lines that stand beside each other tell an innings in running text only together, the left line first."""
    across = [line for pair in zip(left, right, strict=True) for line in pair]
    return _entries_in(across) >= max(_LEAST_ENTRIES, _entries_in(left) + _entries_in(right) + 1)


def _entries_in(lines: Sequence[Line]) -> int:
    text = " ".join(line.text for line in lines)
    return len(_ENTRY.findall(text)) + len(_ANALYSIS.findall(text))


def are_flush(lines: Sequence[Line], height: float) -> bool:
    """Whether nearly all lines begin at one edge, as a column of text does; gaps within one do not stand so."""
    edge = median(line.box.left for line in lines)
    return share(lines, lambda line: abs(line.box.left - edge) <= _FLUSH * height) >= _MOSTLY_FLUSH


def is_narrow(lines: Sequence[Line], height: float) -> bool:
    """Whether most lines are too short for text: numbers, or initials that were set apart."""
    return median(line.box.width for line in lines) < _LEAST_WIDTH * height


def _is_number(text: str) -> bool:
    return read_strictly(text) is not None or is_dash(text)
