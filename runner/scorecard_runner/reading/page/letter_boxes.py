"""The places of words that are far too tall for one line, as tall as their letters.

An engine counts the stump of a rule above a word, or the edge of a bar, as a part of it: the middle of such a box is not
the middle of its line any more, and the word falls out of its row. Refuses boxes of usual height, and ink in one piece.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from PIL import Image

from scorecard_runner.reading.geometry import Box
from scorecard_runner.reading.page.lines import typical_height
from scorecard_runner.reading.words import Word

_TOO_TALL = 1.35  # times the usual height
_TALLEST = 4.0
_SEEN = 90
"""Of 255: ink darker than this is what engines see."""

_LEAST_LETTERS = 0.5  # of the usual height
_MARKS_APART = 0.2  # of the usual height: dots and accents belong to their letters


def with_letter_boxes(words: Sequence[Word], ink: Image.Image) -> list[Word]:
    """Return the words, those in tall boxes with the part of them in which letters stand.

    Args:
        words: in pixels of the ink.
        ink: dark on white.
    """
    usual = typical_height(words)
    return [
        replace(word, box=_of_letters(word.box, ink, usual)) if _TOO_TALL < word.box.height / usual < _TALLEST else word
        for word in words
    ]


def _of_letters(box: Box, ink: Image.Image, usual: float) -> Box:
    left, top, right, bottom = round(box.left), round(box.top), round(box.right), round(box.bottom)
    if right <= left:
        return box
    seen = ink.crop((left, top, right, bottom)).point(lambda level: 255 if level < 255 - _SEEN else 0)
    rows = seen.reduce((seen.width, 1)).point(lambda share: 255 if share else 0).tobytes()
    gap = max(1, round(_MARKS_APART * usual))
    runs = [run.span() for run in re.finditer(rb"\xff+(?:\x00{1,%d}\xff+)*" % gap, rows)]
    start, end = max(runs, key=lambda run: run[1] - run[0], default=(0, 0))
    return Box(box.left, top + start, box.right, top + end) if end - start >= _LEAST_LETTERS * usual else box
