"""Whose innings a bowling table or a fall of wickets is, where several batting tables came before it.

Usually that of the batting table right above. But where all batting stands first and the bowling follows, in rows or in
columns of a page, there are as many of the one as of the other and they are paired in order. Refuses to pair by content.
"""

from collections.abc import Sequence

from scorecard_runner.reading.grammar.labels import Label
from scorecard_runner.reading.page.sections import Block, Section
from scorecard_runner.reading.tables.table import Table
from scorecard_runner.reading.tables.vocabulary import TableKind

_PAIRED = (Label.FALL_OF_WICKETS, Label.BOWLING_FIGURES)


def owners(sections: Sequence[Section]) -> dict[int, int]:
    """Return, by the index of a section, which batting table it belongs to, counted from 0; the others follow theirs."""
    batting = [at for at, section in enumerate(sections) if _is_table(section, TableKind.BATTING)]
    bowling = [at for at, section in enumerate(sections) if _is_table(section, TableKind.BOWLING)]
    lists = [[at for at, section in enumerate(sections) if _has_label(section, label)] for label in _PAIRED]
    return {at: owner for found in (bowling, *lists) if _is_paired(found, batting) for owner, at in enumerate(found)}


def _is_table(section: Section, kind: TableKind) -> bool:
    return isinstance(section, Table) and section.kind is kind


def _has_label(section: Section, label: Label) -> bool:
    return isinstance(section, Block) and section.label is label


def _is_paired(found: Sequence[int], batting: Sequence[int]) -> bool:
    return len(found) == len(batting) > 1 and all(owner < at for owner, at in zip(batting, found, strict=True))
