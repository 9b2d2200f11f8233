"""How sure each value of an innings is: its evidence, weighed.

Modest: what could not be read has no confidence, and nothing has all of it.
"""

from scorecard_runner.reading.belief.calibration import number_confidence, text_confidence
from scorecard_runner.reading.belief.evidence import number_evidence, text_evidence
from scorecard_runner.reading.cards.card import CellPlace, Innings


def number_confidences(innings: Innings) -> dict[CellPlace, float]:
    """Return 0 to 1 for every number that is printed, 0 for those that could not be read.

    Cells whose paper is blank are left out.
    """
    return {place: number_confidence(evidence) for place, evidence in number_evidence(innings).items()}


def text_confidences(innings: Innings) -> dict[CellPlace, float]:
    """Return 0 to 1 for every name, dismissal and the team; see `evidence.text_evidence` for their places."""
    return {place: text_confidence(evidence) for place, evidence in text_evidence(innings).items()}
