"""Builders of judged pictures: one innings of a few cells."""

from bench.accuracy.cells import JudgedCell, Outcome, Part
from bench.accuracy.scoring import JudgedInnings, JudgedPicture


def cell(outcome: Outcome, *, field: str = "runs", part: Part = Part.BATTING, sure: float | None = None) -> JudgedCell:
    """Return a cell in which 1 is printed, or nothing if it is invented."""
    truth, answer = (None if outcome is Outcome.INVENTED else 1), (None if outcome is Outcome.MISSING else 2)
    return JudgedCell(
        part, field, "Harbour: A Brook", truth, answer, outcome, sure, None if sure is None else sure >= 0.95
    )


def picture(
    name: str, *cells: JudgedCell, template: str = "web", damage: str = "clean", is_printed: bool = True
) -> JudgedPicture:
    """Return a picture of one innings."""
    return JudgedPicture(name, template, damage, is_scorecard=True, innings=(JudgedInnings(cells, is_printed),))
