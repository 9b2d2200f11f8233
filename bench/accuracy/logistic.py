"""Logistic regression by Newton's method, for a dozen features: small enough to need no library. Pure."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

_ROUNDS = 25
_RIDGE = 2.0
"""Keeps weights of rare evidence small: what was seen five times proves little."""


@dataclass(frozen=True)
class Example:
    """What was known, the first of it always 1, and how it ended."""

    features: tuple[float, ...]
    is_right: bool


def probability(features: Sequence[float], weights: Sequence[float]) -> float:
    """Return how likely it is right, from 0 to 1."""
    total = sum(feature * weight for feature, weight in zip(features, weights, strict=True))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def fit(examples: Sequence[Example]) -> list[float]:
    """Return the weights under which the examples are likeliest.

    Raises:
        ValueError: there is no example.
    """
    if not examples:
        raise ValueError("nothing to fit")
    counts: dict[tuple[float, ...], tuple[int, int]] = {}
    for each in examples:
        right, seen = counts.get(each.features, (0, 0))
        counts[each.features] = (right + each.is_right, seen + 1)
    size = len(examples[0].features)
    weights = [0.0] * size
    for _ in range(_ROUNDS):
        gradient, curvature = _derivatives(counts, weights, size)
        step = _solved([[*row, value] for row, value in zip(curvature, gradient, strict=True)])
        weights = [weight + change for weight, change in zip(weights, step, strict=True)]
    return weights


def _derivatives(
    counts: dict[tuple[float, ...], tuple[int, int]], weights: Sequence[float], size: int
) -> tuple[list[float], list[list[float]]]:
    gradient = [-_RIDGE * weight for weight in weights]
    curvature = [[_RIDGE if row == column else 0.0 for column in range(size)] for row in range(size)]
    for features, (right, seen) in counts.items():
        likely = probability(features, weights)
        miss, spread = right - seen * likely, seen * likely * (1 - likely)
        for row, feature in enumerate(features):
            if feature:
                gradient[row] += miss * feature
                for column, other in enumerate(features):
                    curvature[row][column] += spread * feature * other
    return gradient, curvature


def _solved(rows: list[list[float]]) -> list[float]:
    """Solve linear equations with a positive definite left side; the last number of a row is its right side."""
    size = len(rows)
    for at in range(size):
        rows[at] = [value / rows[at][at] for value in rows[at]]
        for other in range(size):
            if other != at:
                factor = rows[other][at]
                rows[other] = [a - factor * b for a, b in zip(rows[other], rows[at], strict=True)]
    return [row[-1] for row in rows]
