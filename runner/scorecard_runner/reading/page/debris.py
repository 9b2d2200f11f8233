"""Words that the edge of a paper, the desk below it or a shadow was read as: they stand outside of all that is printed.

Left in, they end every line of the card on a photo. Told by being short, doubtful, and further out than anything that was
read well nearby; the stumps of a broken rule stand among the print, and are told by being too small for any letter. Refuses
to touch what else has print to both of its sides, initials before a name, and figures of a last column.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from enum import StrEnum

from scorecard_runner.reading.geometry import Box
from scorecard_runner.reading.grammar.numbers import read_strictly
from scorecard_runner.reading.page.lines import typical_height
from scorecard_runner.reading.words import Word

_LONG = 3  # letters or digits
_SURE = 0.6
_SURE_NUMBER = 0.8
"""A figure may stand alone in the outermost column; an edge is read as a 1 often, but seldom surely."""

_DOUBTFUL = 0.85
_READABLE = 0.3
_NEARBY = 8.0  # letter heights up and down, so that a page may lean
_APART = 1.0  # letter heights
_SAME_PHRASE = 1.3  # letter heights
_SAME_LINE = 0.5  # letter heights

_STUMP_HEIGHT, _STUMP_WIDTH = 0.6, 0.25  # of the usual height; a small c is higher, and a 1 of that height narrower
_SMALL_PRINT = 0.75  # of the usual height


class Side(StrEnum):
    """Where a word stands beside what is printed."""

    LEFT = "left"
    RIGHT = "right"


def without_debris(words: Sequence[Word]) -> list[Word]:
    """Return the words without those that stand outside of what is printed, and without stumps of rules."""
    height = typical_height(words)
    words = _without_stumps(words, height)
    print_ = _Print([word.box for word in words if _is_sure(word)])
    outside = {
        index
        for index, word in enumerate(words)
        if _is_doubtful(word) and _is_no_figure(word, print_.side_of(word.box, _APART * height, _NEARBY * height))
    }
    debris = outside - _reached(outside, words, height) if outside else outside
    return [word for index, word in enumerate(words) if index not in debris]


def _without_stumps(words: Sequence[Word], height: float) -> list[Word]:
    """Drop lone letters and figures that are far too small, unless what stands on their line is as small."""
    stumps = {index for index, word in enumerate(words) if _is_stump(word, height)}
    if not stumps:
        return list(words)
    small = [word.box for word in words if _length(word) > 1 and word.box.height <= _SMALL_PRINT * height]
    return [
        word
        for index, word in enumerate(words)
        if index not in stumps or any(abs(word.box.centre_y - box.centre_y) <= _SAME_LINE * height for box in small)
    ]


def _is_stump(word: Word, height: float) -> bool:
    is_small = word.box.height <= _STUMP_HEIGHT * height and word.box.width <= _STUMP_WIDTH * height
    return is_small and len(word.text) == 1 and word.text.isalnum()


def _is_no_figure(word: Word, side: Side | None) -> bool:
    """Whether a word on that side can be no number of the last column, where badly printed ones are all doubtful."""
    has_figure = any(character.isdecimal() and character != "1" for character in word.text)
    return side is Side.LEFT or (side is Side.RIGHT and not (has_figure and word.confidence >= _READABLE))


class _Print:
    """What was read well, from top to bottom."""

    def __init__(self, boxes: Sequence[Box]) -> None:
        self._boxes = sorted(boxes, key=lambda box: box.centre_y)
        self._heights = [box.centre_y for box in self._boxes]

    def side_of(self, box: Box, apart: float, nearby: float) -> Side | None:
        """Return the side of all print nearby, up and down, on which the box stands so far apart; all in pixels."""
        first = bisect_left(self._heights, box.centre_y - nearby)
        last = bisect_right(self._heights, box.centre_y + nearby)
        near = self._boxes[first:last]
        if near and box.right < min(each.left for each in near) - apart:
            return Side.LEFT
        if near and box.left > max(each.right for each in near) + apart:
            return Side.RIGHT
        return None


def _reached(outside: Iterable[int], words: Sequence[Word], height: float) -> set[int]:
    """Return which of the words outside follow, or are followed by, one that is none, as one phrase."""
    waiting = set(outside)
    front = [word.box for index, word in enumerate(words) if index not in waiting and _says_something(word)]
    reached: set[int] = set()
    while front:
        found = {index for index in waiting if any(_is_one_phrase(words[index].box, box, height) for box in front)}
        waiting -= found
        reached |= found
        front = [words[index].box for index in found]
    return reached


def _is_one_phrase(one: Box, other: Box, height: float) -> bool:
    is_level = abs(one.centre_y - other.centre_y) <= _SAME_LINE * height
    return is_level and -one.overlap_x(other) <= _SAME_PHRASE * height


def _is_sure(word: Word) -> bool:
    if read_strictly(word.text) is not None:
        return word.confidence >= _SURE_NUMBER
    return _length(word) >= _LONG and word.confidence >= _SURE


def _says_something(word: Word) -> bool:
    return _length(word) > 0 and word.confidence >= _READABLE


def _is_doubtful(word: Word) -> bool:
    return _length(word) < _LONG and word.confidence < _DOUBTFUL


def _length(word: Word) -> int:
    return sum(map(str.isalnum, word.text))
