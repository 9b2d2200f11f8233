"""What evidence weighs: two logistic models, fitted by `python -m bench.accuracy.calibrate` on pictures of the tuning split.

Refuses to be sure: no value is ever surer than `SUREST`.
"""

import math

from scorecard_runner.reading.belief.evidence import NumberEvidence, TextEvidence

SUREST = 0.999

_LEAST = 0.001
_CLEAREST = 0.97
"""An opinion counts as no clearer than this either way: engines overrate themselves."""

_MOST = 2
"""More of the same kind of evidence adds nothing."""

NUMBER_WEIGHTS = (-0.67, 0.43, 0.82, 0.16, -0.69, 0.74, -1.19, 2.47, -0.42, -0.39, 0.60, -0.30)
TEXT_WEIGHTS = (-1.27, 0.46, 0.79, 0.86, 0.38, 0.49, 0.00, -0.30, -1.02, 0.40)
"""Two are set by hand, for caution: of being understood, since what is not has no answer to be judged, and of being
contradicted, which says nothing that the lack of agreement does not say already; the first is moved to make up for it."""


def number_confidence(evidence: NumberEvidence | None) -> float:
    """Return how sure a number is, from 0 to 1; 0 if it could not be read."""
    return 0.0 if evidence is None else _weighed(number_features(evidence), NUMBER_WEIGHTS)


def text_confidence(evidence: TextEvidence) -> float:
    """Return how sure a name, a dismissal or a team is, from 0 to 1."""
    return _weighed(text_features(evidence), TEXT_WEIGHTS)


def number_features(evidence: NumberEvidence) -> tuple[float, ...]:
    """Return what the weights of numbers are multiplied with; the first is always 1."""
    return (
        1.0,
        _log_odds(evidence.reader),
        _log_odds(evidence.page),
        float(min(evidence.agreeing, _MOST)),
        float(min(evidence.differing, _MOST)),
        float(min(evidence.rows_hold, _MOST)),
        float(min(evidence.rows_fail, _MOST)),
        float(min(evidence.sums_hold, _MOST)),
        float(min(evidence.sums_fail, _MOST)),
        float(evidence.is_corrected),
        float(evidence.other_agrees),
        float(evidence.other_differs),
    )


def text_features(evidence: TextEvidence) -> tuple[float, ...]:
    """Return what the weights of texts are multiplied with; the first is always 1."""
    return (
        1.0,
        _log_odds(evidence.reader),
        _log_odds(evidence.page),
        float(min(max(evidence.said_elsewhere, 0), _MOST)),
        float(evidence.is_understood),
        float(evidence.is_dismissal),
        float(evidence.is_team),
        float(evidence.differing > evidence.said_elsewhere),
        float(evidence.is_corrected),
        float(evidence.is_confirmed),
    )


def _weighed(features: tuple[float, ...], weights: tuple[float, ...]) -> float:
    total = sum(feature * weight for feature, weight in zip(features, weights, strict=True))
    return min(SUREST, max(_LEAST, 1 / (1 + math.exp(-total))))


def _log_odds(share: float) -> float:
    clear = min(_CLEAREST, max(1 - _CLEAREST, share))
    return math.log(clear / (1 - clear))
