"""Whose innings a bowling table or a fall of wickets is, where it does not stand right below its batting table.

Usually that of the batting table right above. But where all batting stands first and the bowling follows, in rows or in
columns of a page, there are as many of the one as of the other and they are paired in order; and where bowling is printed
before the batting, it is that of the table below. What the dismissals say of the bowlers may overrule that order; see
`dealing`.
"""

from collections.abc import Sequence
from itertools import pairwise

from scorecard_runner.reading.cards.card import BattingLine, BowlingLine
from scorecard_runner.reading.cards.dealing import deal_bowling, is_bowling_of_others
from scorecard_runner.reading.grammar.labels import Label
from scorecard_runner.reading.page.sections import Block, Section
from scorecard_runner.reading.tables.table import Table
from scorecard_runner.reading.tables.vocabulary import TableKind

_PAIRED = (Label.FALL_OF_WICKETS, Label.BOWLING_FIGURES)


def owners(
    sections: Sequence[Section],
    batters: dict[int, tuple[BattingLine, ...]],
    bowlers: dict[int, tuple[BowlingLine, ...]],
) -> dict[int, int]:
    """Return, by the index of a section, which batting table it belongs to, counted from 0; the others follow theirs.

    Args:
        sections: of all pages, in reading order.
        batters: of each batting table, by the index of its section.
        bowlers: of each bowling table, likewise.
    """
    batting, bowling = sorted(batters), sorted(bowlers)
    lists = [[at for at, section in enumerate(sections) if _has_label(section, label)] for label in _PAIRED]
    paired = {at: owner for found in lists if _is_paired(found, batting) for owner, at in enumerate(found)}
    if not batting:
        return paired
    usual = _usual_owners(batting, bowling)
    played, figures = [batters[at] for at in batting], [bowlers[at] for at in bowling]
    dealt = dict(zip(bowling, deal_bowling(played, figures, usual), strict=True))
    # Bowling above the first batting may be all that is left of an innings of the page before.
    strangers = {at for at in bowling if at < batting[0] and is_bowling_of_others(played[dealt[at]], bowlers[at])}
    return paired | {at: owner for at, owner in dealt.items() if at not in strangers}


def tables_of(sections: Sequence[Section], kind: TableKind) -> dict[int, Table]:
    """Return the tables of that kind by the index of their section."""
    return {at: each for at, each in enumerate(sections) if isinstance(each, Table) and each.kind is kind}


def _usual_owners(batting: Sequence[int], bowling: Sequence[int]) -> list[int]:
    """Return the innings of each bowling table by the order of printing alone."""
    if _is_paired(bowling, batting) or _is_paired(batting, bowling):
        return list(range(len(bowling)))
    return [max(0, sum(at < table for at in batting) - 1) for table in bowling]


def _has_label(section: Section, label: Label) -> bool:
    return isinstance(section, Block) and section.label is label


def _is_paired(found: Sequence[int], before: Sequence[int]) -> bool:
    """Whether there are as many of both, each right after that of its number: in turns, or all after all the others."""
    if len(found) != len(before) or len(before) < 2:  # noqa: PLR2004 - one is no pair
        return False
    pairs = list(zip(before, found, strict=True))
    in_turns = all(at < following for (_, at), (following, _) in pairwise(pairs))
    return all(first < at for first, at in pairs) and (in_turns or before[-1] < found[0])
