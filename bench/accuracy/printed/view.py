"""What one card prints: every cell as text, next to what it means. Layouts draw it, the truth is taken from it.

So a layout cannot print a number that the truth lacks, and the truth cannot hold one that is not printed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_ALL_OUT = 10


@dataclass(frozen=True)
class BatterView:
    """A row of the batting table. `cells` maps a field of the schema to its printed text.

    Where the bowler has a column of his own, `dismissal` is what stands in the column before it.
    """

    name: str
    mark: str
    mark_in_front: bool
    captain: bool
    keeper: bool
    dismissal: str
    kind: str
    bowler: str
    fielders: tuple[str, ...]
    cells: Mapping[str, str]

    def texts(self, columns: Sequence[str], nothing: str) -> list[str]:
        """Return what stands in these columns."""
        return [self.cells.get(column, nothing) for column in columns]

    @property
    def title(self) -> str:
        """The name with its marks."""
        if not self.mark:
            return self.name
        glue = "" if self.mark in {"*", "†", "+", "*†", "*+"} else " "
        return f"{self.mark}{glue}{self.name}" if self.mark_in_front else f"{self.name}{glue}{self.mark}"


@dataclass(frozen=True)
class BowlerView:
    """A row of the bowling table."""

    name: str
    cells: Mapping[str, str]

    def texts(self, columns: Sequence[str], nothing: str) -> list[str]:
        """Return what stands in these columns."""
        return [self.cells.get(column, nothing) for column in columns]


@dataclass(frozen=True)
class FallView:
    """A fall of wicket; `printed` names which of its parts the text holds."""

    text: str
    wicket: int
    runs: int
    batter: str
    over: str
    printed: frozenset[str]


@dataclass(frozen=True)
class InningsView:
    """An innings as printed."""

    team: str
    number: int
    has_number: bool
    total: int
    wickets: int
    declared: bool
    score: str
    overs: str
    overs_text: str
    batting: tuple[BatterView, ...]
    extras_text: str
    extras_parts: str
    extras: Mapping[str, int]
    did_not_bat: tuple[str, ...]
    falls: tuple[FallView, ...]
    bowling: tuple[BowlerView, ...]
    batting_columns: tuple[str, ...]
    bowling_columns: tuple[str, ...]

    @property
    def sum_note(self) -> str:
        """What stands between the word "Total" and the number, on cards that keep them apart."""
        wickets = "all out" if self.wickets == _ALL_OUT else f"{self.wickets} wkt{'s' * (self.wickets != 1)}"
        if self.declared:
            wickets += " dec"
        return f"({wickets}, {self.overs} overs)" if self.overs else f"({wickets})"

    @property
    def score_with_overs(self) -> str:
        """The score and, where it is printed, how many overs it took."""
        return f"{self.score} {self.overs_text}".rstrip()


@dataclass(frozen=True)
class CardView:
    """A page with one match: texts of its head, empty when not printed, and its innings."""

    teams: tuple[str, str]
    innings: tuple[InningsView, ...]
    others: tuple[InningsView, ...] = ()
    result: str = ""
    toss: str = ""
    venue: str = ""
    event: str = ""
    date: str = ""
    date_text: str = ""
    nothing: str = "-"
