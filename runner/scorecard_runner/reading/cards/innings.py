"""Sections to a card: its innings under the names of their teams, and what the page says of the match around them."""

from collections.abc import Sequence

from scorecard_runner.reading.cards.card import Card, Innings, MatchFacts, Text
from scorecard_runner.reading.cards.collector import collect_innings
from scorecard_runner.reading.cards.glued_fielders import with_fielders_apart
from scorecard_runner.reading.cards.proved_totals import with_proved_totals
from scorecard_runner.reading.cards.repeats import drop_repeats
from scorecard_runner.reading.cards.split_innings import with_halves_joined
from scorecard_runner.reading.cards.team_names import SIDES, settle_names, with_opponents
from scorecard_runner.reading.cards.torn_names import with_torn_names_whole
from scorecard_runner.reading.grammar.match import find_date, find_result, find_toss
from scorecard_runner.reading.grammar.titles import parse_versus
from scorecard_runner.reading.names.agreement import agree_on_names
from scorecard_runner.reading.page.sections import Section, TextLine
from scorecard_runner.reading.tables.table import Table
from scorecard_runner.reading.tables.vocabulary import Column


def build_card(sections: Sequence[Section]) -> Card:
    """Return the card; one without innings if there is no table of cricket on the pages."""
    collected = with_proved_totals(collect_innings(sections), sections)
    innings = drop_repeats(with_halves_joined([each for each in collected if _has_figures(each)]))
    sides = _named_sides(sections)
    innings = settle_names(innings, sides)
    match = _match_facts(sections, innings, sides)
    return Card(
        match, tuple(agree_on_names(with_fielders_apart(with_torn_names_whole(with_opponents(innings, match.teams)))))
    )


def _has_figures(innings: Innings) -> bool:
    """Whether a player has runs beside a name: legends and grids may have headings, but no such row."""
    return any(line.name and line.value(Column.RUNS) is not None for line in (*innings.batting, *innings.bowling))


def _named_sides(sections: Sequence[Section]) -> list[Text]:
    """Return both teams of the first line that names them, as `Kent v Essex` does."""
    for section in sections:
        sides = parse_versus(section.text) if isinstance(section, TextLine) else None
        if sides and isinstance(section, TextLine):
            return [Text(side, section.line.confidence, section.line.readers) for side in sides]
    return []


def _match_facts(sections: Sequence[Section], innings: Sequence[Innings], sides: Sequence[Text]) -> MatchFacts:
    texts = [section.text for section in sections if not isinstance(section, Table)]
    batting = [each.team.text for each in innings if each.team]
    bowling = [each.bowling_team.text for each in innings if each.bowling_team]
    named = [side.text for side in sides]
    # Whoever bats surely plays; other lines with a `v` in them may speak of other matches.
    others = named if set(batting) <= set(named) else bowling
    return MatchFacts(
        teams=tuple(dict.fromkeys([*batting, *others]))[:SIDES],
        result=next((found for text in texts if (found := find_result(text))), None),
        toss=next((found for text in texts if (found := find_toss(text))), None),
        date=next((found for text in texts if (found := find_date(text))), None),
    )
