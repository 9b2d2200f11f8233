"""A rail of icons down the left edge of an app, with a word below each: it is no part of what stands beside it.

Told by its shape: few words without figures in a narrow strip that blank paper parts from everything else, all the way
down. Refuses to take anything away from a page whose tables do not begin to the right of the strip.
"""

from collections.abc import Sequence

from scorecard_runner.reading.page.bank_heads import begins_table
from scorecard_runner.reading.page.lines import Line, build_lines, meaningful, typical_height
from scorecard_runner.reading.words import Word

_WIDEST = 0.16
"""Share of the page's width that a rail takes at most."""

_FEWEST, _MOST = 3, 12  # lines
_MOST_BESIDE = 0.5
"""Lines of a rail for each line beside it."""

_LEAST_GAP = 1.0  # letter heights
_MOSTLY = 0.7
_HEADING = 4  # names of columns that tell a heading


def without_rail(words: Sequence[Word]) -> tuple[Word, ...]:
    """Return the words of a page without those of its rail; all of them if it has none."""
    said = meaningful(words)
    edge = _edge(said)
    if edge is None:
        return tuple(words)
    rail = [word for word in said if word.box.right <= edge]
    beside = [word for word in said if word.box.left >= edge]
    return tuple(word for word in words if word.box.right > edge) if _is_rail(rail, beside) else tuple(words)


def _edge(words: Sequence[Word]) -> float | None:
    """Return the right edge of the widest strip that can be a rail; None if nothing is parted from the rest."""
    if not words:
        return None
    gap = _LEAST_GAP * typical_height(words)
    widest = _WIDEST * max(word.box.right for word in words)
    ordered = sorted(words, key=lambda word: word.box.left)
    edge, end = None, ordered[0].box.right
    for word in ordered[1:]:
        if word.box.left - end >= gap and end <= widest:
            edge = end
        end = max(end, word.box.right)
    return edge


def _is_rail(rail: Sequence[Word], beside: Sequence[Word]) -> bool:
    lines, others = build_lines(rail), build_lines(beside)
    spoken = sum(word.text.isalpha() for word in rail)
    is_short = _FEWEST <= len(lines) <= min(_MOST, _MOST_BESIDE * len(others))
    return is_short and spoken >= _MOSTLY * len(rail) and any(map(_begins_with_players, others))


def _begins_with_players(line: Line) -> bool:
    """Whether a heading begins with the line; that of another table may stand beside it."""
    return begins_table(line) or begins_table(Line(line.phrases[:_HEADING]))
