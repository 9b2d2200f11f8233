"""What a word names in a heading, remembered: pages repeat their words, and telling misread ones apart takes its time.

Refuses to know where a word stands.
"""

from functools import lru_cache

from scorecard_runner.reading.tables.vocabulary import (
    BATTER_WORDS,
    BOWLER_WORDS,
    Column,
    TableKind,
    column_named,
    is_one_of,
)


@lru_cache(maxsize=4096)
def names_players(word: str) -> bool:
    """Whether the word names the column of the batters or of the bowlers."""
    return is_one_of(word, BATTER_WORDS | BOWLER_WORDS)


@lru_cache(maxsize=8192)
def column_of(text: str, kind: TableKind) -> Column | None:
    """Return the column that the text names in tables of that kind; None if it names none."""
    return column_named(text, kind)
