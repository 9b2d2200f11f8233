"""A page cut into regions along its gutters, in reading order: columns, sidebars, and what runs across them.

The longest gutter is cut first; what stands above it, on its two sides and below it is cut again. Refuses to build
anything from the words of a region.
"""

from collections.abc import Sequence

from scorecard_runner.reading.geometry import enclosing
from scorecard_runner.reading.grammar.labels import Label, label_of
from scorecard_runner.reading.page.fall_strips import find_fall_strips
from scorecard_runner.reading.page.gutter_search import find_longest_gutter
from scorecard_runner.reading.page.lines import build_lines, typical_height
from scorecard_runner.reading.tables.headings import find_headings
from scorecard_runner.reading.words import Word

Region = tuple[Word, ...]

_SIDEBAR = 0.6  # of the width of what stands beside it
_OF_A_CARD = {Label.EXTRAS, Label.TOTAL, Label.FALL_OF_WICKETS, Label.DID_NOT_BAT, Label.BOWLING_FIGURES}


def find_regions(words: Sequence[Word]) -> list[Region]:
    """Return the words of each region in reading order; one region if there is no gutter."""
    beside = _strip_beside(words)
    whole = [region for region in _cut(tuple(word for word in words if id(word) not in beside)) if region]
    strip = tuple(word for word in words if id(word) in beside)
    return [*whole, strip] if strip else whole


def _strip_beside(words: Sequence[Word]) -> set[int]:
    """Return the identities of the words of a strip of falls that has other boxes to its left: no channel need part them."""
    strips = find_fall_strips(build_lines(words), typical_height(words))
    if len(strips) != 1:
        return set()
    box, strip = strips[0].box, strips[0]
    has_left = any(word.box.right < box.left and box.top < word.box.centre_y < box.bottom for word in words)
    inside = (*strip.title, *strip.wickets, *strip.scores, *strip.rest)
    return {id(word) for word in inside} if has_left else set()


def _cut(words: Region) -> list[Region]:
    gutter = find_longest_gutter(words)
    if gutter is None:
        return [words]
    beside = [word for word in words if gutter.is_beside(word.box)]
    left = _cut(tuple(word for word in beside if not gutter.is_left_of(word.box)))
    right = _cut(tuple(word for word in beside if gutter.is_left_of(word.box)))
    above = _cut(tuple(word for word in words if word.box.centre_y < gutter.top))
    below = _cut(tuple(word for word in words if word.box.centre_y >= gutter.bottom))
    return [*above, *((*right, *left) if _is_sidebar(left, right) else (*left, *right)), *below]


def _is_sidebar(left: Sequence[Region], right: Sequence[Region]) -> bool:
    """Whether the left side only accompanies a card on the right, and is to be read after it."""
    narrow, wide = (max(enclosing(word.box for word in each).width for each in side if each) for side in (left, right))
    return narrow < _SIDEBAR * wide and any(map(_tells_of_a_card, right)) and not any(map(_tells_of_a_card, left))


def _tells_of_a_card(words: Region) -> bool:
    return any(label_of(line.text) in _OF_A_CARD or find_headings(line) for line in build_lines(words))
