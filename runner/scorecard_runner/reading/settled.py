"""What of a card is settled: the places that another look, or another reader, would hardly change, and those that are odd.

Pure. Refuses to decide whether anybody looks again; `escalation` does.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from scorecard_runner.document import HIGH_FROM
from scorecard_runner.reading.belief.evidence import DISMISSAL, NAME
from scorecard_runner.reading.belief.judgement import Judged
from scorecard_runner.reading.cards.card import CellPlace, PlayerLine
from scorecard_runner.reading.page.two_readings import Verdicts

if TYPE_CHECKING:
    from scorecard_runner.reading.geometry import Box
    from scorecard_runner.reading.page.roll import Roll

_SETTLED, _SETTLED_TEXT = 0.95, 0.98
"""So sure are numbers and texts that are not asked about again. Measured on 98 practice pictures, that costs one cell of
17,600 and saves a sixth of the CPU time; with texts from 0.95 on it costs 20."""


def verdicts_by_page(judged: Sequence[Judged], roll: "Roll") -> list[Verdicts]:
    """Return for each page of the roll which places are sure of what they say, and which are not.

    Of the lines of sums only the unsure are told: a line says more than the sum that is sure. In a row with an unsure text
    all that stands left of its figures is odd: letters may be missing there.
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
            if len(texts) >= least and min(texts) >= _SETTLED_TEXT:
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
