"""Columns of an exported table that say which innings, side or place in the order a row is of: `innings`, `team`, `match id`.

They stand before the player and hold nothing that he did. Refuses a run of words that names anything else: before the
columns of other tables stands the side that bats.
"""

from collections.abc import Sequence

from scorecard_runner.reading.geometry import enclosing
from scorecard_runner.reading.tables.vocabulary import Column, fold
from scorecard_runner.reading.words import Word

_NAMES = {
    **dict.fromkeys(("inns", "innings", "inning", "inngs", "innsno", "inningsno", "inningsnumber"), Column.INNINGS),
    **dict.fromkeys(("team", "side", "battingteam", "bowlingteam", "club"), Column.TEAM),
    **dict.fromkeys(("matchid", "match", "matchno", "game", "gameid", "fixtureid", "id"), Column.MATCH),
    **dict.fromkeys(("pos", "batpos", "position", "no", "order", "battingposition", "playerid"), Column.INDEX),
}
_LONGEST = 2  # words

Identifier = tuple[Column, tuple[Word, ...]]
"""What a column says, and the words that name it."""


def identifiers_in(words: Sequence[Word]) -> tuple[Identifier, ...]:
    """Return the columns that the words name, from left to right; nothing if a word, but for a lone number, names none."""
    found: list[Identifier] = []
    start = 0
    while start < len(words):
        run = next((run for run in _runs(words, start) if _column(run)), ())
        column = _column(run)
        if column is not None:
            found.append((column, tuple(run)))
        elif not words[start].text.isdecimal():
            return ()
        start += max(1, len(run))
    return tuple(found)


def _runs(words: Sequence[Word], start: int) -> list[Sequence[Word]]:
    return [words[start : start + length] for length in range(min(_LONGEST, len(words) - start), 0, -1)]


def _column(run: Sequence[Word]) -> Column | None:
    return _NAMES.get(fold("".join(word.text for word in run))) if run and _is_one_name(run) else None


def _is_one_name(run: Sequence[Word]) -> bool:
    """Whether the words stand as close as those of one name."""
    box = enclosing(word.box for word in run)
    return box.width <= sum(word.box.width for word in run) + (len(run) - 1) * box.height
