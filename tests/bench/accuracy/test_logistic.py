"""The fit of a few weights: what it must find is known beforehand."""

import pytest

from bench.accuracy.invented.dice import Dice
from bench.accuracy.logistic import Example, fit, probability


def examples(weights: tuple[float, ...], number: int) -> list[Example]:
    """Values whose evidence has just these weights, made with fixed dice."""
    dice = Dice(7)
    found = []
    for _ in range(number):
        features = (1.0, float(dice.whole(0, 2)), float(dice.whole(-3, 3)))
        found.append(Example(features, dice.chance(probability(features, weights))))
    return found


def test_the_weights_that_made_the_examples_are_found() -> None:
    assert fit(examples((0.5, 1.0, -0.7), 6000)) == pytest.approx([0.5, 1.0, -0.7], abs=0.15)


def test_evidence_that_was_never_seen_weighs_nothing() -> None:
    always = [Example((1.0, 0.0), is_right) for is_right in (True, True, True, False)]
    bias, unseen = fit(always * 50)
    assert unseen == pytest.approx(0.0, abs=1e-9)
    assert probability((1.0, 0.0), (bias, unseen)) == pytest.approx(0.75, abs=0.02)


def test_examples_that_are_all_right_do_not_make_a_weight_endless() -> None:
    assert 0 < fit([Example((1.0,), is_right=True)] * 200)[0] < 10


def test_without_examples_there_is_nothing_to_fit() -> None:
    with pytest.raises(ValueError, match="nothing to fit"):
        fit([])
