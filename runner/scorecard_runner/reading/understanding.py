"""Words of pages to a card, with a second look at the cells that deserve one: the stages between an engine and a document.

Refuses to know where pages come from, and whether somebody else reads them again (`pipeline`).
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from scorecard_runner.deadline import Deadline
from scorecard_runner.reading.belief.judgement import Judged, judge_all
from scorecard_runner.reading.cards.card import Card
from scorecard_runner.reading.cards.innings import build_card
from scorecard_runner.reading.cards.other_sums import with_other_sums
from scorecard_runner.reading.engines.engine import Engine
from scorecard_runner.reading.geometry import Box
from scorecard_runner.reading.page.lines import Line, build_lines
from scorecard_runner.reading.page.roll import Page, Roll, lay_out
from scorecard_runner.reading.page.sections import Section, split_sections
from scorecard_runner.reading.recognition import look_again
from scorecard_runner.reading.stopwatch import Stopwatch
from scorecard_runner.reading.tables.heading_looks import find_unknown, with_known
from scorecard_runner.reading.tables.other_readings import with_other_readings
from scorecard_runner.reading.tables.second_look import Sums, find_doubts, with_second_looks
from scorecard_runner.reading.tables.table import Table
from scorecard_runner.reading.witness import CardUnderstood, LinesBuilt, LookedAgain, SectionsFound, Witness


@dataclass(frozen=True)
class Understanding:
    """What was made of some pages: the roll on which they stand, what stands there, and the card."""

    roll: Roll
    sections: tuple[Section, ...]
    card: Card

    @cached_property
    def judged(self) -> list[Judged]:
        """The innings of the card, weighed: asked for more than once, and not free."""
        return judge_all(self.card.innings)


@dataclass(frozen=True)
class Reading:
    """One file on its way from words to a card: when to give up, who is told, and how long each stage takes."""

    deadline: Deadline
    witness: Witness
    watch: Stopwatch

    def first_sight(self, pages: Sequence[Page], engine: Engine) -> Understanding:
        """Return what the words of the pages make; unknown words of headings are read again by the engine."""
        roll = lay_out(pages)
        with self.watch.stage("understand"):
            lines = build_lines(roll.words)
        with self.watch.stage("second_look"):
            lines = self._with_headings_known(engine, roll, lines)
        with self.watch.stage("understand"):
            sections = _with_others(split_sections(lines), roll)
            card = _with_other_sums(build_card(sections), roll)
        self.witness.saw(LinesBuilt(roll, tuple(lines)))
        self.witness.saw(SectionsFound(tuple(sections)))
        return Understanding(roll, tuple(sections), card)

    def second_look(self, seen: Understanding, engine: Engine, settled: Collection[Box] = ()) -> Understanding:
        """Return it with missing and doubtful cells read again by the engine, but for settled ones."""
        tables = [section for section in seen.sections if isinstance(section, Table)]
        with self.watch.stage("second_look"):
            doubts = find_doubts(tables, Sums.of(seen.card.innings), settled)
            looks = look_again(engine, seen.roll, doubts, self.deadline)
            changed = iter(with_second_looks(tables, looks))
            looked = tuple(next(changed) if isinstance(each, Table) else each for each in seen.sections)
        self.witness.saw(LookedAgain(doubts, looks, looked))
        with self.watch.stage("understand"):
            return Understanding(seen.roll, looked, _with_other_sums(build_card(looked), seen.roll))

    def card_of(self, seen: Understanding) -> Card:
        """Return the card, after the witness has seen it."""
        self.witness.saw(CardUnderstood(seen.card))
        return seen.card

    def _with_headings_known(self, engine: Engine, roll: Roll, lines: Sequence[Line]) -> list[Line]:
        return with_known(lines, look_again(engine, roll, find_unknown(lines), self.deadline))


def _with_other_sums(card: Card, roll: Roll) -> Card:
    if not any(page.others for page in roll.pages):
        return card
    return replace(card, innings=tuple(with_other_sums(each, roll.words_in, roll.others_in) for each in card.innings))


def _with_others(sections: Sequence[Section], roll: Roll) -> list[Section]:
    if not any(page.others for page in roll.pages):
        return list(sections)
    return [with_other_readings(each, roll.others_in) if isinstance(each, Table) else each for each in sections]
