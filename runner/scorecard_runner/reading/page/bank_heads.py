"""What stands at the head of a table beside a white channel: its heading, one that runs across, a bar with the score of a side.

Refuses to look at more than a line and its partner across the channel; `gutters` weighs all of them.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import takewhile

from scorecard_runner.reading.grammar.labels import Label, label_of
from scorecard_runner.reading.grammar.scores import parse_score
from scorecard_runner.reading.page.bank_lines import has_letters, is_number, tells_dismissal
from scorecard_runner.reading.page.bank_prose import is_sentence
from scorecard_runner.reading.page.lines import Line, Phrase
from scorecard_runner.reading.tables.column_names import column_of
from scorecard_runner.reading.tables.heading_terms import terms_of
from scorecard_runner.reading.tables.headings import find_headings
from scorecard_runner.reading.tables.identifiers import identifiers_in
from scorecard_runner.reading.tables.sum_tables import names_sums
from scorecard_runner.reading.tables.vocabulary import Column, TableKind

_NAMED = 0.66
"""Share of the words on either side that must name columns of a heading that runs across."""

_LEAST_NAMED = 3
_LEAST_REPEATED = 2
_LEAST_LEAD = 3  # letters
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


def is_of_table(line: Line, partner: Line | None) -> bool:
    """Whether the line holds cells that belong to a row or a heading on the left of the channel."""
    numbers = all(is_number(word.text) for word in line.phrases[0].words)
    if (numbers and not _NUMBER_LIST.match(line.text)) or tells_dismissal(line):
        return True
    return partner is not None and heads_both(partner, line)


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
