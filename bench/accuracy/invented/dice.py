"""Seeded choices: everything that varies from picture to picture is drawn here.

Built on `random()` and `randbytes()` alone, the only draws that a Python version does not change under a seed.
"""

import random
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Dice:
    """A generator of choices; two with one seed give the same ones."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311 - invented runs are no secret

    def real(self, low: float, high: float) -> float:
        """Return a number from `low` to `high`."""
        return low + (high - low) * self._random.random()

    def whole(self, low: int, high: int) -> int:
        """Return a whole number from `low` to `high`, both included."""
        return low + int((high - low + 1) * self._random.random())

    def chance(self, share: float) -> bool:
        """Return whether something that happens in `share` of cases happens now."""
        return self._random.random() < share

    def pick(self, choices: Sequence[T]) -> T:
        """Return one of the choices, all alike."""
        return choices[int(self._random.random() * len(choices))]

    def weighted(self, choices: Sequence[tuple[T, float]]) -> T:
        """Return one of the choices by their weights."""
        point = self._random.random() * sum(weight for _, weight in choices)
        for choice, weight in choices:
            point -= weight
            if point < 0:
                return choice
        return choices[-1][0]

    def some(self, choices: Sequence[T], count: int) -> list[T]:
        """Return `count` different choices in a random order."""
        left = list(choices)
        return [left.pop(int(self._random.random() * len(left))) for _ in range(min(count, len(left)))]

    def noise(self, count: int) -> bytes:
        """Return random bytes."""
        return self._random.randbytes(count)
