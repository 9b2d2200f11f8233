"""What the network says column by column, read as letters with their places.

Pure. A letter is said once in a row of columns; a blank column lets the same letter be said twice.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from scorecard_runner.reading.engines.rapid.alphabet import BLANK


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter, or a space; `first` and `last` column in which it was said, and the network's best opinion of it there."""

    text: str
    first: int
    last: int
    score: float


def letters_of(said: Iterable[int], scores: Sequence[float], texts: Sequence[str]) -> list[Letter]:
    """Return the letters of a line.

    Args:
        said: for each column which of `texts` it shows most likely.
        scores: how likely, from 0 to 1.
        texts: what can be said.
    """
    letters: list[Letter] = []
    before = BLANK
    for column, place in enumerate(said):
        text = texts[place]
        if text and text == before:
            last = letters[-1]
            letters[-1] = Letter(text, last.first, column, max(last.score, scores[column]))
        elif text:
            letters.append(Letter(text, column, column, scores[column]))
        before = text
    return letters
