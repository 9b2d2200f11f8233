"""What the pictures of the slice must reach: floors a little below what was reached last. Pure."""

import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass

from bench.accuracy.cells import Counts
from bench.accuracy.scoring import JudgedPicture

ROOM = 0.03
"""Of F1, between what was reached and the floor: another build of the engine reads a cell or two otherwise."""

_DIGITS = 4


@dataclass(frozen=True)
class Reached:
    """How well one picture was read; `words_f1` with perfect words, None where nobody knows them.

    F1 is None for pages without a card, which are refused or not.
    """

    f1: float | None
    is_refused: bool
    words_f1: float | None = None

    @classmethod
    def of(cls, read: JudgedPicture, with_words: JudgedPicture | None) -> "Reached":
        """Sum up what was judged."""
        words_f1 = _f1(with_words) if with_words else None
        return cls(_f1(read) if read.is_scorecard else None, read.is_refused, words_f1)


@dataclass(frozen=True)
class Floor:
    """The least that a picture must reach; with perfect words, exactly that. None: it must be refused, or has no words."""

    f1: float | None
    words_f1: float | None = None

    @classmethod
    def below(cls, reached: Reached) -> "Floor":
        """Return the floor for a picture that reaches so much now."""
        if reached.f1 is None:
            return cls(None)
        return cls(max(0.0, math.floor((reached.f1 - ROOM) * 1000) / 1000), reached.words_f1)


def fallen(reached: Reached, floor: Floor) -> Iterator[str]:
    """Yield what is worse than it was, or with perfect words other than it was."""
    if floor.f1 is None:
        if not reached.is_refused:
            yield "is no scorecard and was not refused"
    elif (reached.f1 or 0.0) < floor.f1:
        yield f"F1 {reached.f1} is below {floor.f1}"
    if reached.words_f1 != floor.words_f1:
        yield f"F1 with perfect words is {reached.words_f1}, not {floor.words_f1}"


def floors_as_json(floors: Mapping[str, Floor]) -> str:
    """Return the file that `floors_of` reads."""
    return json.dumps({name: asdict(floor) for name, floor in floors.items()}, indent=1) + "\n"


def floors_of(text: str) -> dict[str, Floor]:
    """Return the floors of a file by the names of the pictures."""
    return {name: Floor(**floor) for name, floor in json.loads(text).items()}


def _f1(picture: JudgedPicture) -> float:
    return round(Counts.of(picture.cells).f1 or 0.0, _DIGITS)
