"""Signs that an innings was put together wrongly: then no value that may be concerned is believed, however well it was read.

Refuses to say what is wrong with it, and to doubt what cards do print: brothers under one surname, a twelfth batter.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from scorecard_runner.reading.belief.arithmetic import check_innings
from scorecard_runner.reading.belief.checks import CheckResult
from scorecard_runner.reading.belief.column_doubts import column_doubts
from scorecard_runner.reading.belief.doubt import Doubt, places_of_row, places_of_table
from scorecard_runner.reading.belief.link_doubts import link_doubts
from scorecard_runner.reading.belief.lost_dismissals import lost_dismissal_doubts
from scorecard_runner.reading.belief.sum_doubts import has_sums_far_off, sum_doubts
from scorecard_runner.reading.belief.text_doubts import text_doubts
from scorecard_runner.reading.cards.card import BattingLine, Innings, PlayerLine
from scorecard_runner.reading.cards.dealing import is_bowling_of_others
from scorecard_runner.reading.grammar.scores import ALL_OUT_WICKETS
from scorecard_runner.reading.tables.vocabulary import Column

_MOST_BATTERS = 12
_LEAST_IMPOSSIBLE, _MANY = 2, 0.3
"""Rows of a table, and their share."""

_OFTEN = 3
"""Rows of one surname that are no family."""


def doubts_about(innings: Innings) -> tuple[Doubt, ...]:
    """Return the signs that rows or figures of this innings belong elsewhere, each with what it puts in doubt."""
    signs = {
        "more batters than a side has.": len(innings.batting) > _MOST_BATTERS,
        "a batter stands in it twice.": _has_double(innings),
        "the same batters stand in it again and again.": _repeats_names(innings),
        "bowlers without a batter.": bool(innings.bowling) and not innings.batting,
        "its dismissals name none of its bowlers.": bool(innings.bowling)
        and is_bowling_of_others(innings.batting, innings.bowling),
        "its sums are far from each other.": has_sums_far_off(innings),
        "nothing says that its rows belong together.": _has_no_proof(innings),
    }
    of_all = (Doubt(sentence) for sentence, holds in signs.items() if holds)
    ways = (_of_impossible_rows, sum_doubts, column_doubts, text_doubts, link_doubts, lost_dismissal_doubts)
    return (*of_all, *(doubt for way in ways for doubt in way(innings)))


def _has_double(innings: Innings) -> bool:
    """Whether a name in full, or a surname with the same runs and dismissal, stands in two rows."""
    rows = Counter(_identity(line) for line in innings.batting if line.name)
    return any(count > 1 for count in rows.values())


def _of_impossible_rows(innings: Innings) -> Iterator[Doubt]:
    """Yield the bowlers who contradict themselves, and tables that do so often: their columns must be other ones."""
    sentence = "figures of several rows cannot be in their columns."
    if _are_many(innings.batting, _is_impossible_batter):
        yield Doubt(sentence, places_of_table(innings, "batting"))
    if _are_many(innings.bowling, _is_impossible_bowler):
        yield Doubt(sentence, places_of_table(innings, "bowling"))
    for row in (at for at, line in enumerate(innings.bowling) if _is_impossible_bowler(line)):
        yield Doubt("a bowler's figures contradict each other.", places_of_row(innings, "bowling", row))


def _are_many(lines: Sequence[PlayerLine], is_impossible: Callable[[PlayerLine], bool]) -> bool:
    return sum(map(is_impossible, lines)) >= max(_LEAST_IMPOSSIBLE, _MANY * len(lines))


def _is_impossible_batter(line: PlayerLine) -> bool:
    runs, fours, sixes = (line.value(each) for each in (Column.RUNS, Column.FOURS, Column.SIXES))
    return runs is not None and 4 * (fours or 0) + 6 * (sixes or 0) > runs


def _is_impossible_bowler(line: PlayerLine) -> bool:
    overs, maidens, wickets = (line.value(each) for each in (Column.OVERS, Column.MAIDENS, Column.WICKETS))
    if (wickets or 0) > ALL_OUT_WICKETS or (overs is not None and (maidens or 0) > overs):
        return True
    runs, wides, no_balls = (line.value(each) for each in (Column.RUNS, Column.WIDES, Column.NO_BALLS))
    return runs is not None and (wides or 0) + (no_balls or 0) > runs


def _has_no_proof(innings: Innings) -> bool:
    """Whether the rows have neither a total nor extras, no side or no dismissal, and nothing that can be tried holds."""
    is_summed = innings.total is not None or bool(innings.extras)
    is_told = innings.team is not None and any(line.dismissal for line in innings.batting)
    has_held = any(check.result is CheckResult.HOLDS for check in check_innings(innings))
    return not (is_summed or is_told or has_held)


def _repeats_names(innings: Innings) -> bool:
    """Whether a short name stands in several rows, or several stand in two: partners are listed so, batters are not."""
    rows = Counter(line.name.text.casefold() for line in innings.batting if line.name)
    return any(count >= _OFTEN for count in rows.values()) or sum(count > 1 for count in rows.values()) >= _OFTEN - 1


def _identity(line: BattingLine) -> tuple[str, float | None, str]:
    name = line.name.text.casefold() if line.name else ""
    if " " in name:
        return name, None, ""
    return name, line.value(Column.RUNS), line.dismissal_text.text if line.dismissal_text else ""
