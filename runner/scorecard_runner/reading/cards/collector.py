"""Goes through the sections of all pages and puts each into its innings: tables, sums, lists, titles.

Each batting table is an innings; bowling belongs to the one that `ownership` says, and the lines behind a table follow
it. Refuses to decide whether an innings makes sense.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from scorecard_runner.reading.cards.batting_columns import with_columns_joined
from scorecard_runner.reading.cards.bowling_sums import bowling_sums
from scorecard_runner.reading.cards.card import BattingLine, BowlingLine, Innings
from scorecard_runner.reading.cards.dealing import goes_on, wickets_explained
from scorecard_runner.reading.cards.heads import Head, find_head, find_opponent, find_side
from scorecard_runner.reading.cards.ownership import owners, tables_of
from scorecard_runner.reading.cards.players import batting_lines, bowling_lines, bowling_lines_of
from scorecard_runner.reading.cards.repeats import repeats_bowlers
from scorecard_runner.reading.cards.rival_scores import without_rivals
from scorecard_runner.reading.cards.sum_rows import with_sum_tables
from scorecard_runner.reading.cards.sums import (
    PrintedScore,
    score_of_head,
    score_of_total,
    with_extras,
    with_overs_alone,
    with_score,
    with_wickets_alone,
)
from scorecard_runner.reading.grammar.did_not_bat import parse_did_not_bat
from scorecard_runner.reading.grammar.dismissals import HowOut
from scorecard_runner.reading.grammar.fall_of_wickets import parse_fall_of_wickets
from scorecard_runner.reading.grammar.fall_tables import parse_fall_table
from scorecard_runner.reading.grammar.labels import Label
from scorecard_runner.reading.page.bank_lines import has_letters
from scorecard_runner.reading.page.sections import Block, Section, TextLine
from scorecard_runner.reading.tables.sum_tables import SumTable, find_sum_table
from scorecard_runner.reading.tables.table import Table
from scorecard_runner.reading.tables.vocabulary import TableKind

if TYPE_CHECKING:
    from scorecard_runner.reading.page.lines import Line

_SUMS = {Label.EXTRAS, Label.TOTAL, Label.OVERS, Label.WICKETS}
_ALONE = {Label.OVERS, Label.WICKETS}


def collect_innings(sections: Sequence[Section]) -> list[Innings]:
    """Return the innings in printed order, each with everything that the pages say of it."""
    sections = with_columns_joined(sections)
    batters = {at: batting_lines(table) for at, table in tables_of(sections, TableKind.BATTING).items()}
    bowlers = {at: bowling_lines(table) for at, table in tables_of(sections, TableKind.BOWLING).items()}
    collector = _Collector(batters, bowlers)
    owned = owners(sections, batters, bowlers)
    of_bowlers = bowling_sums(sections)
    for index, section in enumerate(sections):
        if index not in of_bowlers:
            collector.take(index, section, owned.get(index))
    return collector.finished()


class _Collector:
    """The innings so far; the lines since the last table wait to be the next one's title."""

    def __init__(
        self, batters: Mapping[int, tuple[BattingLine, ...]], bowlers: Mapping[int, tuple[BowlingLine, ...]]
    ) -> None:
        self._batters, self._bowlers = batters, bowlers
        self._of_batting = sorted(batters)
        self._innings = {at: Innings() for at in batters}  # by the index of the section that opens each
        self._opened: set[int] = set()
        self._waiting: list[Line] = []
        self._titles: list[Line] = []  # above bowling that is printed before its batting
        self._current: int | None = None
        self._is_behind_bowling = False
        self._scores: dict[int, list[PrintedScore]] = {}
        self._alone: list[tuple[int, Block]] = []
        self._held: list[Block] = []  # sums below a title, for the batting that is to come
        self._above: dict[int, list[Block]] = {}
        self._sums: list[tuple[SumTable, int | None]] = []

    def take(self, index: int, section: Section, owner: int | None) -> None:
        """Put the section into its innings: that of the batting table `owner`, or the one of the table before it."""
        if owner is not None:
            self._current = self._of_batting[owner]
        if isinstance(section, TextLine):
            self._waiting.append(section.line)
        elif isinstance(section, Block):
            self._take_block(section)
            self._is_behind_bowling = False
        elif section.kind is TableKind.BATTING:
            self._open(index, section)
            self._is_behind_bowling = False
        else:
            self._take_bowling(index, section)

    def finished(self) -> list[Innings]:
        """Return the innings in printed order, with what stands alone where nothing else says it."""
        for at, blocks in self._above.items():
            self._take_above(at, blocks)
        for at, scores in self._scores.items():
            self._innings[at] = without_rivals(self._innings[at], scores)
        for at, block in self._alone:
            innings = self._innings[at]
            if block.label is Label.OVERS and innings.overs is None:
                self._innings[at] = with_overs_alone(innings, block)
            elif block.label is Label.WICKETS and innings.wickets is None:
                self._innings[at] = with_wickets_alone(innings, block)
        places = sorted(self._innings)
        tables = [(table, None if at is None else places.index(at)) for table, at in self._sums]
        return with_sum_tables([self._innings[at] for at in places], tables)

    def _open(self, index: int, table: Table) -> None:
        above = [*self._titles, *self._waiting]
        head, opponent = self._head(table.heading.lead), find_opponent(above)
        self._waiting, self._titles = [], []
        batting = self._batters[index]
        idle = [line for line in batting if line.dismissal and line.dismissal.how_out is HowOut.DID_NOT_BAT]
        begun = self._innings[index]
        opened = replace(
            begun,
            team=head.team,
            bowling_team=begun.bowling_team or opponent,
            batting=tuple(line for line in batting if line not in idle),
            did_not_bat=(*(line.name for line in idle if line.name), *begun.did_not_bat),
        )
        self._innings[index] = opened
        self._take_score(index, score_of_head(head))
        self._above[index], self._held = self._held, []
        self._current = index
        self._opened.add(index)

    def _head(self, lead: str) -> Head:
        """Return what the titles say: those right above a batting table, or those above the bowling before it."""
        nearest = find_head(self._waiting, lead)
        if nearest.score or not self._titles:
            return nearest
        first = find_head(self._titles, lead)
        return first if first.team else nearest

    def _take_bowling(self, index: int, table: Table) -> None:
        bowling = self._bowlers[index]
        if self._current is None:
            self._innings[index] = Innings()
            self._opened.add(index)
            self._current = index
        is_begun = self._current in self._opened
        side = find_side(self._waiting if is_begun else (), table.heading.lead)
        if not is_begun:
            self._titles += self._waiting
        is_next = self._is_behind_bowling and not any(has_letters(line) for line in self._waiting)
        self._waiting, self._is_behind_bowling = [], True
        innings = self._innings[self._current]
        if is_next and goes_on(innings, bowling):
            self._innings[self._current] = replace(innings, bowling=(*innings.bowling, *bowling))
            return
        known = wickets_explained(innings.batting, innings.bowling)
        is_summary = repeats_bowlers(innings.bowling, bowling)
        if not innings.bowling or is_summary or wickets_explained(innings.batting, bowling) > known:
            self._innings[self._current] = replace(innings, bowling=bowling, bowling_team=side or innings.bowling_team)

    def _take_block(self, block: Block) -> None:
        if block.label is Label.INNINGS_TITLE:
            self._waiting.append(block.lines[0])
        if block.label is Label.SUMS and (table := find_sum_table(block.lines)):
            self._sums.append((table, self._current))
        if block.label in _SUMS and self._is_of_next(block):
            self._held.append(block)
            return
        if self._current is None:
            return
        if block.label in _ALONE:
            self._alone.append((self._current, block))
        if block.label is Label.TOTAL:
            self._take_score(self._current, score_of_total(block))
        self._innings[self._current] = _with_block(self._innings[self._current], block)

    def _is_of_next(self, block: Block) -> bool:
        """Whether the sum stands above its batting: as on the first card, and the card before it has its own."""
        if self._current is None:
            return True
        sums_stand_above = any(self._above.values())
        has_own = block.label in {each.label for each in self._above.get(self._current, ())}
        return sums_stand_above and has_own and bool(self._waiting or self._held)

    def _take_above(self, at: int, blocks: Sequence[Block]) -> None:
        """Put the sums above the batters into their innings, where none are printed below."""
        if not any(printed.is_labelled for printed in self._scores.get(at, ())):
            for block in (each for each in blocks if each.label is Label.TOTAL):
                self._take_score(at, score_of_total(block))
        for block in (each for each in blocks if each.label is Label.EXTRAS):
            if "total" not in self._innings[at].extras:
                self._innings[at] = with_extras(self._innings[at], block)
        self._alone += [(at, block) for block in blocks if block.label in _ALONE]

    def _take_score(self, at: int, printed: PrintedScore | None) -> None:
        if printed is not None:
            self._scores.setdefault(at, []).append(printed)
            self._innings[at] = with_score(self._innings[at], printed)


def _with_block(innings: Innings, block: Block) -> Innings:
    if block.label is Label.EXTRAS:
        return with_extras(innings, block)
    if block.label is Label.FALL_OF_WICKETS and not innings.fall_of_wickets:
        falls = parse_fall_of_wickets(block.text) or parse_fall_table([line.text for line in block.lines])
        return replace(innings, fall_of_wickets=falls)
    if block.label is Label.BOWLING_FIGURES and not innings.bowling:
        return replace(innings, bowling=bowling_lines_of(block))
    if block.label is Label.DID_NOT_BAT:
        # One line for all, or one for each.
        return replace(innings, did_not_bat=(*innings.did_not_bat, *parse_did_not_bat(block.text)))
    return innings
