"""The words that name the columns of batting and bowling tables, and what readers make of them.

Refuses to know where a word stands; `headings` does.
"""

import re
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from difflib import SequenceMatcher
from enum import StrEnum

from scorecard_runner.reading.grammar.spelling import FUZZY_FROM_LETTERS, almost_equal


class TableKind(StrEnum):
    """Whose figures a table holds."""

    BATTING = "batting"
    BOWLING = "bowling"


class Column(StrEnum):
    """The meaning of a column; the names of number columns are those of the result document."""

    INDEX = "index"
    MATCH = "match"
    INNINGS = "innings"
    TEAM = "team"
    NAME = "name"
    DISMISSAL = "dismissal"
    DISMISSED_BY = "dismissed_by"
    RUNS = "runs"
    BALLS = "balls"
    MINUTES = "minutes"
    FOURS = "fours"
    SIXES = "sixes"
    STRIKE_RATE = "strike_rate"
    OVERS = "overs"
    MAIDENS = "maidens"
    WICKETS = "wickets"
    WIDES = "wides"
    NO_BALLS = "no_balls"
    ECONOMY = "economy"
    DOTS = "dots"
    OTHER = "other"

    @property
    def is_number(self) -> bool:
        """Whether the cells of the column hold numbers."""
        return self not in _TEXT_COLUMNS

    @property
    def is_decimal(self) -> bool:
        """Whether its numbers may have a decimal point."""
        return self in _DECIMAL_COLUMNS


_TEXT_COLUMNS = frozenset(
    {
        *(Column.INDEX, Column.MATCH, Column.INNINGS, Column.TEAM),
        *(Column.NAME, Column.DISMISSAL, Column.DISMISSED_BY),
    }
)
_DECIMAL_COLUMNS = frozenset({Column.STRIKE_RATE, Column.OVERS, Column.ECONOMY, Column.OTHER})

_INDEX_WORDS = {"pos", "batpos", "index", "no", "sno", "sr no", "num"}

_BATTING: dict[Column, set[str]] = {
    Column.INDEX: _INDEX_WORDS,
    Column.NAME: {"batter", "batters", "batsman", "batsmen", "batting", "batsmans", "batswoman", "name", "player"},
    Column.DISMISSAL: {
        *("dismissal", "howout", "status", "out", "dismissed", "modeofdismissal", "howdismissed", "wicket", "fielder"),
    },
    Column.DISMISSED_BY: {"bowler", "bowledby"},
    Column.RUNS: {"r", "runs", "run", "score", "rs"},
    Column.BALLS: {"b", "balls", "bf", "ball", "bls", "8", "ballsfaced"},
    Column.MINUTES: {"m", "min", "mins", "minutes"},
    Column.FOURS: {"4s", "4", "fours", "45", "as", "4§", "48", "a4s"},
    Column.SIXES: {"6s", "6", "sixes", "65", "gs", "6§", "68", "bs", "es", "os"},
    Column.STRIKE_RATE: {"sr", "strikerate", "srate", "strrate", "strike", "s"},
    Column.OTHER: {"0s", "1s", "2s", "3s", "5s", "dots", "ones", "singles", "twos", "threes"},
}
_BOWLING: dict[Column, set[str]] = {
    Column.INDEX: _INDEX_WORDS,
    Column.NAME: {"bowler", "bowlers", "bowling", "name", "player"},
    Column.OVERS: {"o", "ov", "ovs", "overs", "over", "0", "e", "q", "°", "oo"},
    Column.MAIDENS: {"m", "mdn", "mdns", "maiden", "maidens", "mds", "md"},
    Column.RUNS: {"r", "runs", "run", "rs"},
    Column.WICKETS: {"w", "wkt", "wkts", "wicket", "wickets", "ww", "vv", "wk", "wks"},
    Column.WIDES: {"wd", "wds", "wide", "wides", "wo", "w0"},
    Column.NO_BALLS: {"nb", "nbs", "noball", "noballs", "n8"},
    Column.ECONOMY: {"econ", "eco", "er", "economy", "rpo", "econrate", "ecn", "ec", "ecom", "rate"},
    Column.DOTS: {"0s", "dots", "dot", "dbs", "db"},
    Column.FOURS: {"4s", "fours", "45", "4", "as"},
    Column.SIXES: {"6s", "sixes", "65", "6", "gs"},
    Column.STRIKE_RATE: {"sr", "strikerate"},
}
_BY_KIND = {TableKind.BATTING: _BATTING, TableKind.BOWLING: _BOWLING}

_HALVED_O = re.compile(r"[(\[{]?\w{0,2}[)\]}]|[(\[{]\w")
"""What becomes of a wide O: the right half of it is read as a bracket."""

_LEAST_LIKENESS = 0.7
"""One wrong letter of four, two of seven."""

BATTER_WORDS = _BATTING[Column.NAME] - {"name", "player"}
BOWLER_WORDS = _BOWLING[Column.NAME] - {"name", "player"}


def column_named(text: str, kind: TableKind) -> Column | None:
    """Return the column that the word names in such a table; long words may have one letter wrong."""
    if kind is TableKind.BOWLING and _HALVED_O.fullmatch(text):
        return Column.OVERS
    word = fold(text)
    vocabulary = _BY_KIND[kind]
    exact = next((column for column, words in vocabulary.items() if word in words), None)
    if exact or len(word) < FUZZY_FROM_LETTERS:
        return exact
    return next((column for column, words in vocabulary.items() if _is_nearly_one_of(word, words)), None)


def names_of(kind: TableKind) -> Mapping[Column, AbstractSet[str]]:
    """Return the words that name each column of such a table."""
    return _BY_KIND[kind]


def is_one_of(text: str, words: set[str]) -> bool:
    """Whether the text is one of the words, long ones with at most one letter wrong."""
    word = fold(text)
    return word in words or (len(word) >= FUZZY_FROM_LETTERS and _is_nearly_one_of(word, words))


def _is_nearly_one_of(word: str, words: set[str]) -> bool:
    return any(almost_equal(word, each) for each in words)


def resembles(text: str, column: Column) -> bool:
    """Whether the text can be a misread name of the column: good enough only where place and numbers say so too."""
    word = fold(text)
    names = {each for vocabulary in _BY_KIND.values() for each in vocabulary.get(column, ())}
    return any(SequenceMatcher(None, word, name).ratio() >= _LEAST_LIKENESS for name in names)


def fold(text: str) -> str:
    """Return the text in small letters and digits only."""
    return re.sub(r"[^\w§°]|_", "", text.casefold())
