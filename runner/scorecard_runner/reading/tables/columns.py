"""Which column a number stands in: bands of numbers above each other, named by the heading in order.

Numbers line up by their right edges, left edges or centres, and headings need not stand straight above them (a left
heading over right-aligned numbers may be nearer to its neighbour). What is certain is the order: bands and headings
are matched without crossing, at the least distance.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise, product
from statistics import median

from scorecard_runner.reading.geometry import Box, enclosing
from scorecard_runner.reading.tables.headings import Heading, HeadingCell
from scorecard_runner.reading.tables.vocabulary import Column

_LEAST_OVERLAP = 0.3  # of the narrower of two numbers
_SKIP_HEADING = 0.7  # in typical distances between headings
_SKIP_BAND = 0.9
_NEARLY_NEXT = 0.6
_BEYOND = 2.0
"""From so many columns on it costs that much more: the numbers are rather those of a heading that was lost."""

_SLACK = 1.0  # pixels
_LEAST_SUPPORT = 0.15
"""A stretch with fewer numbers than this share of the fullest one is dirt."""

_BRIDGE = 1.5
_MOST_BRIDGES = 0.25
"""Share of the numbers of two columns that may have been read as one across both."""

_TOUCHING = 0.25
"""Numbers nearer to each other than this share of their height are of one column: a stump of a rule beside it, say."""

_LEAST_OF_COLUMN = 2
_DRIFT = 1.0
"""A column that a fold of the page shifts stands so near to itself at most, in letter heights."""

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
    """A column and the stretch of the page in which its numbers stand.

    `title` is what was read above it; `is_headed`: the heading line has a word for it, whether or not it says anything.
    """

    column: Column
    left: float
    right: float
    title: str = ""
    is_headed: bool = True

    @property
    def centre(self) -> float:
        """Middle between the left and the right edge."""
        return (self.left + self.right) / 2

    def covers(self, box: Box) -> bool:
        """Whether a number at that place belongs to the band."""
        overlap = min(self.right, box.right) - max(self.left, box.left)
        return overlap >= _LEAST_OVERLAP * min(box.width, self.right - self.left)


def find_bands(heading: Heading, numbers: Sequence[Box]) -> tuple[Band, ...]:
    """Return a band for each number column of the heading and for other numbers above each other, from left to right.

    Args:
        heading: the names of the columns.
        numbers: the places of everything in the table that is surely a number.
    """
    names = heading.number_cells
    stretches = _cluster([box for box in numbers if box.right > _first_number_left(heading)], len(names))
    is_bare = all(cell.column.is_number for cell in heading.cells)  # the first name may be the one that was lost
    pairs = _match(names, stretches)
    shift = _typical_shift(names, stretches, pairs)
    places = [
        stretches[pairs[i]] if i in pairs else (name.box.left + shift, name.box.right + shift)
        for i, name in enumerate(names)
    ]
    bands = [Band(name.column, *place, name.text) for name, place in zip(names, places, strict=True)]
    further = [stretch for j, stretch in enumerate(stretches) if j not in pairs.values()]
    further += _cluster([box for box in numbers if box.right <= _first_number_left(heading)]) if is_bare else []
    nameless = [Band(Column.OTHER, *stretch, is_headed=False) for stretch in further]
    return tuple(sorted([*bands, *nameless], key=lambda band: band.centre))


def _first_number_left(heading: Heading) -> float:
    """Return where numbers may begin: list numbers and names stand to the left of it."""
    first = min((cell.box.left for cell in heading.number_cells), default=heading.box.left)
    texts = [cell for cell in heading.cells if not cell.column.is_number and cell.box.left < first]
    return max((cell.box.left for cell in texts), default=heading.box.left)


def _cluster(boxes: Sequence[Box], expected: int | None = None) -> list[Stretch]:
    """Return the stretches; if there are more than expected, columns that a fold of the page shifts are made whole."""
    clusters = [part for cluster in _overlapping(boxes) for part in _without_bridges(cluster)]
    fullest = max((len(cluster) for cluster in clusters), default=0)
    kept = _with_stumps([cluster for cluster in clusters if len(cluster) >= _LEAST_SUPPORT * fullest])
    if expected is not None and len(kept) > expected:
        kept = _without_drift(kept)
    return [(box.left, box.right) for box in map(enclosing, kept)]


def _without_drift(clusters: Sequence[list[Box]]) -> list[list[Box]]:
    """Return the clusters, those joined that stand near and one wholly above the other: no row has a number in both."""
    joined: list[list[Box]] = []
    for cluster in clusters:
        if joined and _goes_on(joined[-1], cluster):
            joined[-1].extend(cluster)
        else:
            joined.append(list(cluster))
    return joined


def _goes_on(left: Sequence[Box], right: Sequence[Box]) -> bool:
    one, other = enclosing(left), enclosing(right)
    height = median(box.height for box in (*left, *right))
    is_column = min(len(left), len(right)) >= _LEAST_OF_COLUMN
    return is_column and -one.overlap_x(other) <= _DRIFT * height and one.overlap_y(other) <= 0


def _without_bridges(cluster: list[Box]) -> list[list[Box]]:
    """Return two columns apart that only a number or two joined: `1` and `10.2` that were read as one."""
    usual = median(box.width for box in cluster)
    bridges = [box for box in cluster if box.width > _BRIDGE * usual]
    if not 0 < len(bridges) <= _MOST_BRIDGES * len(cluster):
        return [cluster]
    parts = _overlapping([box for box in cluster if box not in bridges])
    return parts if len(parts) > 1 and min(map(len, parts)) > 1 else [cluster]


def _overlapping(boxes: Sequence[Box]) -> list[list[Box]]:
    """Return the numbers that stand above each other."""
    clusters: list[list[Box]] = []
    for box in sorted(boxes, key=lambda each: each.left):
        if clusters:
            around = enclosing(clusters[-1])
            if around.overlap_x(box) >= _LEAST_OVERLAP * min(box.width, around.width):
                clusters[-1].append(box)
                continue
        clusters.append([box])
    return clusters


def _with_stumps(clusters: Sequence[list[Box]]) -> list[list[Box]]:
    """Return the clusters with lone boxes that nearly touch one of them taken into it."""
    joined: list[list[Box]] = []
    for cluster in clusters:
        last = joined[-1] if joined else []
        gap = enclosing(cluster).left - enclosing(last).right if last else float("inf")
        if last and min(len(last), len(cluster)) == 1 and gap < _TOUCHING * max(box.height for box in cluster):
            last.extend(cluster)
        else:
            joined.append(list(cluster))
    return joined


def _match(names: Sequence[HeadingCell], stretches: Sequence[Stretch]) -> dict[int, int]:
    """Return which stretch belongs to which name.

    Tried for each way in which headings stand above their numbers; the one that fits best wins.
    """
    if len(names) == len(stretches) and _are_within(names, stretches):
        return {index: index for index in range(len(names))}
    pitch = _pitch(names)
    offsets = [
        [[anchor(stretch) - edge(name.box) for stretch in stretches] for name in names] for edge, anchor in _ALIGNMENTS
    ]
    attempts = []
    for table in offsets:
        attempts.append(_align([[_cost(offset / pitch) for offset in row] for row in table]))
        if len(names) == len(stretches) and names:
            # As many columns as names: in order, however far one left heading stands from its right-aligned numbers.
            shift = median(table[index][index] for index in range(len(names)))
            *rest, worst = sorted(abs(table[index][index] - shift) / pitch for index in range(len(names)))
            attempts.append((sum(rest) + min(worst, _SKIP_HEADING), {index: index for index in range(len(names))}))
            attempts.append(_align([[_cost((offset - shift) / pitch) for offset in row] for row in table]))
    return min(attempts, key=lambda attempt: attempt[0])[1]


def _cost(pitches: float) -> float:
    """Return what it costs that numbers stand so many columns away from their heading."""
    distance = abs(pitches)
    return distance + _BEYOND * max(0.0, distance - _NEARLY_NEXT)


def _are_within(names: Sequence[HeadingCell], stretches: Sequence[Stretch]) -> bool:
    """Whether every stretch stands between the edge of its name and that of the next: columns of any width, then."""
    lefts = [*(name.box.left for name in names[1:]), float("inf")]
    rights = [float("-inf"), *(name.box.right for name in names[:-1])]
    from_left = zip((name.box.left for name in names), stretches, lefts, strict=True)
    to_right = zip(rights, stretches, (name.box.right for name in names), strict=True)
    return any(
        all(begin - _SLACK <= left and right <= end + _SLACK for begin, (left, right), end in columns)
        for columns in (from_left, to_right)
    )


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
