"""What the second reader is to do after the first: nothing, read doubtful phrases again, or read the page.

Pure. The second reader costs several times the first, so it is asked only where it can make a difference; the thresholds are
measured on the tuning split (`docs/accuracy.md`). Refuses to know who the readers are.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from scorecard_runner.document import HIGH_FROM, MEDIUM_FROM, Step
from scorecard_runner.reading.belief.checks import CheckResult
from scorecard_runner.reading.belief.evidence import DISMISSAL, NAME
from scorecard_runner.reading.belief.judgement import Judged
from scorecard_runner.reading.cards.card import CellPlace, PlayerLine
from scorecard_runner.reading.page.two_readings import Verdicts

if TYPE_CHECKING:
    from scorecard_runner.reading.geometry import Box
    from scorecard_runner.reading.page.roll import Roll

_FEW = 0.35
"""The largest share of unsure values with which reading phrases again is worth trying before the page."""

_FEW_LEFT = 0.15
"""The same where phrases have been read again: what they could not settle is rather missing than misread."""

_SETTLED = 0.95
"""So sure are the texts of a row that are not asked about again: measured, 3 in 1,000 are wrong, and 20 of those between the
high band and this."""

_REVEALING = 2
"""So many words that were hardly read and turn out to be text: where something is wrong, more was not seen at all."""


def next_step(judged: Sequence[Judged]) -> Step:
    """Return what the second reader is to do about innings that the first has read."""
    share = share_unsure(judged)
    if _lacks_parts(judged) or share > _FEW:
        return Step.PAGE
    return Step.PHRASES if share > 0 or not all(map(adds_up, judged)) else Step.NOTHING


def first_looks_again(judged: Sequence[Judged]) -> bool:
    """Whether the first reader looks at doubtful numbers again although there is a second.

    Only where that may leave nothing for the second to do: it settles no text, and a second reader that is asked anyway
    reads numbers better.
    """
    return next_step(judged) is not Step.PAGE and all(
        sure >= HIGH_FROM for each in judged for sure in each.texts.values()
    )


def needs_page(judged: Sequence[Judged], revealed: int) -> bool:
    """Whether the second reader is to read the page although it has read its phrases, and revealed so many words."""
    is_wrong = any(each.doubts or not each.proves_total for each in judged)
    return _lacks_parts(judged) or share_unsure(judged) > _FEW_LEFT or (is_wrong and revealed >= _REVEALING)


def _lacks_parts(judged: Sequence[Judged]) -> bool:
    return not judged or any(each.innings.total is None or not each.innings.batting for each in judged)


def verdicts_by_page(judged: Sequence[Judged], roll: "Roll") -> list[Verdicts]:
    """Return for each page of the roll which places are sure of what they say, and which are not.

    Of the lines of sums only the unsure are told: a line says more than the sum that is sure. What stands left of its figures is odd where a text of the row is unsure: letters may be missing there.
    """
    proved: list[list[Box]] = [[] for _ in roll.pages]
    odd: list[list[Box]] = [[] for _ in roll.pages]
    for each in judged:
        for place, cell in each.innings.cells():
            if cell.is_part or place not in each.confidences:
                continue
            page, box = roll.place_of(cell.box)
            is_sure = each.confidences[place] >= HIGH_FROM
            if place.row is not None or not is_sure:
                (proved if is_sure else odd)[page].append(box)
            if place.row is not None and _has_unsure_text(each, place):
                odd[page].append(replace(box, left=float("-inf"), right=box.left))
        for text in _settled_texts(each):
            page, box = roll.place_of(text)
            proved[page].append(box)
    return [Verdicts(tuple(some), tuple(others)) for some, others in zip(proved, odd, strict=True)]


def _has_unsure_text(judged: Judged, place: CellPlace) -> bool:
    return any(sure < HIGH_FROM for sure in _texts_of_row(judged, place))


def _settled_texts(judged: Judged) -> Iterator["Box"]:
    """Yield where the texts of rows stand that another reader would hardly read otherwise."""
    tells_how = any(line.dismissal_text for line in judged.innings.batting)
    for table in ("batting", "bowling"):
        lines: Sequence[PlayerLine] = getattr(judged.innings, table)
        least = 2 if table == "batting" and tells_how else 1
        for row, line in enumerate(lines):
            texts = _texts_of_row(judged, CellPlace(table, row))
            if len(texts) >= least and min(texts) >= _SETTLED:
                yield from line.text_boxes


def settled_cells(judged: Sequence[Judged]) -> frozenset["Box"]:
    """Return the cells whose numbers another look would hardly change."""
    return frozenset(
        cell.box
        for each in judged
        for place, cell in each.innings.cells()
        if each.confidences.get(place, 0.0) >= _SETTLED and place not in each.deduced
    )


def _texts_of_row(judged: Judged, place: CellPlace) -> list[float]:
    texts = (replace(place, part=part) for part in (NAME, DISMISSAL))
    return [judged.texts[text] for text in texts if text in judged.texts]


def share_unsure(judged: Sequence[Judged]) -> float:
    """Return the share of numbers and texts that are not in the high band; 1 if there are none."""
    sure = [value for each in judged for value in (*each.confidences.values(), *each.texts.values())]
    return sum(value < HIGH_FROM for value in sure) / len(sure) if sure else 1.0


def adds_up(judged: Judged) -> bool:
    """Whether the innings proves its total, and no check fails."""
    return judged.proves_total and all(check.result is not CheckResult.FAILS for check in judged.checks)


def worth(judged: Sequence[Judged]) -> float:
    """Return how much of a card was read surely; higher is better, and what is in doubt makes it worse."""
    return sum(sum(map(_gain, (*each.confidences.values(), *each.texts.values()))) * each.score for each in judged)


def _gain(confidence: float) -> float:
    return confidence - MEDIUM_FROM
