"""Which column a number stands in: bands of numbers above each other, named by the heading in order.

Numbers line up by their right edges, left edges or centres, and headings need not stand straight above them (a left
heading over right-aligned numbers may be nearer to its neighbour). What is certain is the order: bands and headings
are matched without crossing, at the least distance.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, product
from statistics import median

from scorecard_runner.reading.geometry import Box, enclosing
from scorecard_runner.reading.headings import Heading, HeadingCell
from scorecard_runner.reading.vocabulary import Column, TableKind

_LEAST_OVERLAP = 0.3  # of the narrower of two numbers
_SKIP_HEADING = 0.7  # in typical distances between headings
_SKIP_BAND = 0.9
_LEAST_SUPPORT = 0.15
"""A stretch with fewer numbers than this share of the fullest one is dirt."""

_USUAL_ORDER = {
    TableKind.BATTING: (Column.RUNS, Column.BALLS, Column.FOURS, Column.SIXES, Column.STRIKE_RATE),
    TableKind.BOWLING: (Column.OVERS, Column.MAIDENS, Column.RUNS, Column.WICKETS, Column.ECONOMY),
}


Stretch = tuple[float, float]
"""Left and right edge of numbers above each other."""

_ALIGNMENTS: tuple[tuple[Callable[[Box], float], Callable[[Stretch], float]], ...] = (
    (lambda name: name.left, lambda stretch: stretch[0]),
    (lambda name: name.right, lambda stretch: stretch[1]),
    (lambda name: name.centre_x, lambda stretch: sum(stretch) / 2),
    (lambda name: name.left, lambda stretch: stretch[1]),
)
"""Edge of the heading, edge of the numbers: left, right, centred, and left headings over right-aligned numbers."""


@dataclass(frozen=True)
class Band:
    """A column and the stretch of the page in which its numbers stand."""

    column: Column
    left: float
    right: float

    def covers(self, box: Box) -> bool:
        """Whether a number at that place belongs to the band."""
        overlap = min(self.right, box.right) - max(self.left, box.left)
        return overlap >= _LEAST_OVERLAP * min(box.width, self.right - self.left)


def find_bands(heading: Heading, numbers: Sequence[Box]) -> tuple[Band, ...]:
    """Return a band for each number column of the heading, from left to right.

    A column of numbers whose name was not read gets it from the usual order, if only one is missing there.

    Args:
        heading: the names of the columns.
        numbers: the places of everything in the table that is surely a number.
    """
    names = heading.number_cells
    stretches = _cluster([box for box in numbers if box.right > _first_number_left(heading)])
    pairs = _match(names, stretches)
    shift = _typical_shift(names, stretches, pairs)
    bands = [
        Band(name.column, *(stretches[pairs[i]] if i in pairs else (name.box.left + shift, name.box.right + shift)))
        for i, name in enumerate(names)
    ]
    nameless = [Band(Column.OTHER, *stretch) for j, stretch in enumerate(stretches) if j not in pairs.values()]
    ordered = sorted([*bands, *nameless], key=lambda band: band.left + band.right)
    found = (_name_by_order(band, ordered, heading.kind) if band in nameless else band for band in ordered)
    return tuple(band for band in found if band)


def _name_by_order(band: Band, ordered: Sequence[Band], kind: TableKind) -> Band | None:
    usual = _USUAL_ORDER[kind]
    place = ordered.index(band)
    before = ordered[place - 1].column if place else None
    after = ordered[place + 1].column if place + 1 < len(ordered) else None
    start = usual.index(before) + 1 if before in usual else 0
    end = usual.index(after) if after in usual else len(usual)
    missing = usual[start:end] if before is None or before in usual else ()
    if len(missing) == 1 and missing[0] not in {each.column for each in ordered}:
        return replace(band, column=missing[0])
    return None


def _first_number_left(heading: Heading) -> float:
    """Return where numbers may begin: list numbers and names stand to the left of it."""
    texts = [cell for cell in heading.cells if not cell.column.is_number]
    return max((cell.box.left for cell in texts), default=heading.box.left)


def _cluster(boxes: Sequence[Box]) -> list[Stretch]:
    clusters: list[list[Box]] = []
    for box in sorted(boxes, key=lambda each: each.left):
        if clusters:
            around = enclosing(clusters[-1])
            if around.overlap_x(box) >= _LEAST_OVERLAP * min(box.width, around.width):
                clusters[-1].append(box)
                continue
        clusters.append([box])
    fullest = max((len(cluster) for cluster in clusters), default=0)
    kept = [enclosing(cluster) for cluster in clusters if len(cluster) >= _LEAST_SUPPORT * fullest]
    return [(box.left, box.right) for box in kept]


def _match(names: Sequence[HeadingCell], stretches: Sequence[Stretch]) -> dict[int, int]:
    """Return which stretch belongs to which name.

    Tried for each way in which headings stand above their numbers; the one that fits best wins.
    """
    pitch = _pitch(names)
    offsets = [
        [[anchor(stretch) - edge(name.box) for stretch in stretches] for name in names] for edge, anchor in _ALIGNMENTS
    ]
    attempts = []
    for table in offsets:
        attempts.append(_align([[abs(offset) / pitch for offset in row] for row in table]))
        if len(names) == len(stretches) and names:
            # As many columns as names: in order, however far one left heading stands from its right-aligned numbers.
            shift = median(table[index][index] for index in range(len(names)))
            *rest, worst = sorted(abs(table[index][index] - shift) / pitch for index in range(len(names)))
            attempts.append((sum(rest) + min(worst, _SKIP_HEADING), {index: index for index in range(len(names))}))
            attempts.append(_align([[abs(offset - shift) / pitch for offset in row] for row in table]))
    return min(attempts, key=lambda attempt: attempt[0])[1]


def _align(costs: Sequence[Sequence[float]]) -> tuple[float, dict[int, int]]:
    """Return cost and pairs of the cheapest matching that keeps the order (alignment of two sequences)."""
    rows, columns = len(costs), len(costs[0]) if costs else 0
    best: dict[tuple[int, int], tuple[float, dict[int, int]]] = {(0, 0): (0.0, {})}
    for i, j in product(range(rows + 1), range(columns + 1)):
        options = []
        if i:
            cost, pairs = best[i - 1, j]
            options.append((cost + _SKIP_HEADING, pairs))
        if j:
            cost, pairs = best[i, j - 1]
            options.append((cost + _SKIP_BAND, pairs))
        if i and j:
            cost, pairs = best[i - 1, j - 1]
            options.append((cost + costs[i - 1][j - 1], {**pairs, i - 1: j - 1}))
        if options:
            best[i, j] = min(options, key=lambda option: option[0])
    return best[rows, columns]


def _pitch(names: Sequence[HeadingCell]) -> float:
    gaps = [right.box.centre_x - left.box.centre_x for left, right in pairwise(names)]
    return max(1.0, min(gaps, default=100.0))


def _typical_shift(
    names: Sequence[HeadingCell],
    stretches: Sequence[Stretch],
    pairs: dict[int, int],
) -> float:
    shifts = sorted(sum(stretches[band]) / 2 - names[name].box.centre_x for name, band in pairs.items())
    return shifts[len(shifts) // 2] if shifts else 0.0
