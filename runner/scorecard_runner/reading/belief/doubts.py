"""Signs that an innings was put together wrongly: then no value of it is believed, however well it was read.

Refuses to say what is wrong with it, and to doubt what cards do print: brothers under one surname, a twelfth batter.
"""

from collections import Counter
from collections.abc import Mapping

from scorecard_runner.reading.cards.card import BattingLine, CellPlace, Innings
from scorecard_runner.reading.cards.dealing import is_bowling_of_others
from scorecard_runner.reading.tables.vocabulary import Column

DOUBTED = 0.6
"""The most that anything of such an innings is believed."""

_MOST_BATTERS = 12


def doubts_about(innings: Innings) -> tuple[str, ...]:
    """Return a sentence for each sign that rows of this innings belong elsewhere."""
    signs = {
        "more batters than a side has.": len(innings.batting) > _MOST_BATTERS,
        "a batter stands in it twice.": _has_double(innings),
        "bowlers without a batter.": bool(innings.bowling) and not innings.batting,
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


def _identity(line: BattingLine) -> tuple[str, float | None, str]:
    name = line.name.text.casefold() if line.name else ""
    if " " in name:
        return name, None, ""
    return name, line.value(Column.RUNS), line.dismissal_text.text if line.dismissal_text else ""
