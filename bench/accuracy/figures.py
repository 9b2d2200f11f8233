"""Judged pictures to figures: sums and shares over any set of them. Pure."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean

from bench.accuracy.cells import COUNTED, Counts, JudgedCell, Outcome, Part, share
from bench.accuracy.scoring import JudgedInnings, JudgedPicture

CONFIDENCE_STEPS = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 1.0)
"""Edges of the buckets in which confidence is compared with being right."""


@dataclass(frozen=True)
class Figures:
    """How well a set of pictures was read; shares from 0 to 1, None where there is nothing to have a share of."""

    pictures: int
    innings: int
    counts: Counts
    totals_right: float | None
    whole_innings: float | None
    certain: float | None
    """Share of the answered cells that the reader is certain of."""
    certain_wrong: float | None
    """Share of the certain cells that are wrong or invented."""

    @classmethod
    def of(cls, pictures: Sequence[JudgedPicture]) -> "Figures":
        """Sum up the pictures."""
        cells = [cell for picture in pictures for cell in picture.cells]
        innings = [each for picture in pictures for each in picture.innings if each.is_printed]
        answered = [cell for cell in cells if cell.is_answered]
        certain = [cell for cell in answered if cell.is_certain]
        return cls(
            pictures=len(pictures),
            innings=len(innings),
            counts=Counts.of(cells),
            totals_right=_totals_right(innings),
            whole_innings=share(sum(each.is_whole for each in innings), len(innings)),
            certain=share(len(certain), len(answered)),
            certain_wrong=share(sum(cell.outcome is not Outcome.RIGHT for cell in certain), len(certain)),
        )


def _totals_right(innings: Iterable[JudgedInnings]) -> float | None:
    totals = Counts.of(
        cell for each in innings for cell in each.cells if (cell.part, cell.field) == (Part.INNINGS, "total")
    )
    return totals.recall


@dataclass(frozen=True)
class Refusals:
    """What became of pictures as a whole, in numbers of pictures."""

    no_scorecards: int
    refused: int
    """Of those that are no scorecards."""
    refused_scorecards: int
    broken: int
    """Pictures, of either kind, that the reader broke down over."""

    @classmethod
    def of(cls, pictures: Iterable[JudgedPicture]) -> "Refusals":
        """Count them."""
        listed = list(pictures)
        others = [picture for picture in listed if not picture.is_scorecard]
        return cls(
            no_scorecards=len(others),
            refused=sum(picture.is_refused for picture in others),
            refused_scorecards=sum(picture.is_refused for picture in listed if picture.is_scorecard),
            broken=sum(picture.failure is not None for picture in listed),
        )


@dataclass(frozen=True)
class Bucket:
    """Cells whose confidence lies from `start` to `end`; the last bucket holds its end too."""

    start: float
    end: float
    cells: int
    mean_confidence: float
    right: float
    """Share of them that is right; a reader that knows itself has it equal to the mean confidence."""


def reliability(cells: Iterable[JudgedCell]) -> list[Bucket]:
    """Return how often answered cells are right, by how confident the reader was; empty buckets are left out."""
    marked = [(cell.confidence, cell.outcome) for cell in cells if cell.is_answered and cell.confidence is not None]
    last = CONFIDENCE_STEPS[-1]
    buckets = []
    for start, end in pairwise(CONFIDENCE_STEPS):
        inside = [(sure, outcome) for sure, outcome in marked if start <= sure < end or sure == end == last]
        if inside:
            right = sum(outcome is Outcome.RIGHT for _, outcome in inside)
            buckets.append(Bucket(start, end, len(inside), fmean(sure for sure, _ in inside), right / len(inside)))
    return buckets


def counts_by_field(cells: Iterable[JudgedCell]) -> dict[tuple[Part, str], Counts]:
    """Return the counts of each kind of cell, in the order in which they are listed."""
    sorted_out: dict[tuple[Part, str], list[JudgedCell]] = defaultdict(list)
    for cell in cells:
        sorted_out[cell.part, cell.field].append(cell)
    kinds = [(part, field) for part, fields in COUNTED.items() for field in fields]
    return {kind: Counts.of(sorted_out[kind]) for kind in kinds}


def grouped(
    pictures: Iterable[JudgedPicture], key: Callable[[JudgedPicture], str]
) -> Mapping[str, Sequence[JudgedPicture]]:
    """Return the pictures by a property of theirs, in the order of its names."""
    groups: dict[str, list[JudgedPicture]] = defaultdict(list)
    for picture in pictures:
        groups[key(picture)].append(picture)
    return dict(sorted(groups.items()))


def worst_cells(pictures: Iterable[JudgedPicture], count: int) -> list[tuple[str, JudgedCell]]:
    """Return picture and cell of the cells that are not right, those first of which the reader was surest."""
    bad = [(picture.name, cell) for picture in pictures for cell in picture.cells if cell.outcome is not Outcome.RIGHT]
    return sorted(bad, key=lambda item: (not item[1].is_certain, -(item[1].confidence or 0.0)))[:count]
