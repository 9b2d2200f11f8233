"""Signs that an innings was put together wrongly: then no value of it is believed, however well it was read.

Refuses to say what is wrong with it, and to doubt what cards do print: brothers under one surname, a twelfth batter.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from scorecard_runner.reading.cards.card import BattingLine, CellPlace, Innings, PlayerLine
from scorecard_runner.reading.cards.dealing import is_bowling_of_others
from scorecard_runner.reading.grammar.scores import ALL_OUT_WICKETS
from scorecard_runner.reading.tables.vocabulary import Column

DOUBTED = 0.6
"""The most that anything of such an innings is believed."""

_MOST_BATTERS = 12
_LEAST_IMPOSSIBLE, _MANY = 2, 0.3
"""Rows of a table, and their share."""

_FAR_MORE = 1.3


def doubts_about(innings: Innings) -> tuple[str, ...]:
    """Return a sentence for each sign that rows of this innings belong elsewhere."""
    signs = {
        "more batters than a side has.": len(innings.batting) > _MOST_BATTERS,
        "a batter stands in it twice.": _has_double(innings),
        "bowlers without a batter.": bool(innings.bowling) and not innings.batting,
        "figures of several rows cannot be in their columns.": _have_impossible_rows(innings),
        "its bowlers conceded far more than was scored.": _has_too_much_conceded(innings),
        "its dismissals name none of its bowlers.": bool(innings.bowling)
        and is_bowling_of_others(innings.batting, innings.bowling),
    }
    return tuple(sentence for sentence, holds in signs.items() if holds)


def doubted(confidences: Mapping[CellPlace, float]) -> dict[CellPlace, float]:
    """Return the confidences of an innings that was put together wrongly."""
    return {place: min(sure, DOUBTED) for place, sure in confidences.items()}


def _has_double(innings: Innings) -> bool:
    """Whether a name in full, or a surname with the same runs and dismissal, stands in two rows."""
    rows = Counter(_identity(line) for line in innings.batting if line.name)
    return any(count > 1 for count in rows.values())


def _have_impossible_rows(innings: Innings) -> bool:
    """Whether rows of a table contradict themselves so often that its columns must be other ones."""
    return _are_many(innings.batting, _is_impossible_batter) or _are_many(innings.bowling, _is_impossible_bowler)


def _are_many(lines: Sequence[PlayerLine], is_impossible: Callable[[PlayerLine], bool]) -> bool:
    return sum(map(is_impossible, lines)) >= max(_LEAST_IMPOSSIBLE, _MANY * len(lines))


def _is_impossible_batter(line: PlayerLine) -> bool:
    runs, fours, sixes = (line.value(each) for each in (Column.RUNS, Column.FOURS, Column.SIXES))
    return runs is not None and 4 * (fours or 0) + 6 * (sixes or 0) > runs


def _is_impossible_bowler(line: PlayerLine) -> bool:
    overs, maidens, wickets = (line.value(each) for each in (Column.OVERS, Column.MAIDENS, Column.WICKETS))
    return (wickets or 0) > ALL_OUT_WICKETS or (overs is not None and (maidens or 0) > overs)


def _has_too_much_conceded(innings: Innings) -> bool:
    total = innings.total.value if innings.total else None
    conceded = sum(line.value(Column.RUNS) or 0 for line in innings.bowling)
    return total is not None and conceded > _FAR_MORE * max(total, 1)


def _identity(line: BattingLine) -> tuple[str, float | None, str]:
    name = line.name.text.casefold() if line.name else ""
    if " " in name:
        return name, None, ""
    return name, line.value(Column.RUNS), line.dismissal_text.text if line.dismissal_text else ""
