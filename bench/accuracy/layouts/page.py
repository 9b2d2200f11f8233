"""A drawn page and what draws it."""

from collections.abc import Callable
from dataclasses import dataclass

from bench.accuracy.invented.dice import Dice
from bench.accuracy.invented.figures import Format, Match
from bench.accuracy.invented.matches import FORMATS
from bench.accuracy.printed.view import CardView


@dataclass(frozen=True)
class Page:
    """HTML for a window `width` CSS pixels wide. A page without a card is not a scorecard."""

    html: str
    width: int
    card: CardView | None


@dataclass(frozen=True)
class Layout:
    """One kind of source. `is_paper` pages may be printed, scanned, faxed; others are looked at on a screen.

    `is_by_hand` pages exist on paper only: nobody has them as a PDF that spells its words out.
    """

    name: str
    compose: Callable[[Match, Dice], Page]
    is_paper: bool
    formats: tuple[Format, ...] = FORMATS
    is_reserved: bool = False
    is_by_hand: bool = False
