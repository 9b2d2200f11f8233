"""Crops of cells read by an engine that knows pages only: stacked, each at two sizes.

Refuses to choose between what was read: both readings are opinions.
"""

from collections.abc import Callable, Sequence

from PIL import Image

from scorecard_runner.deadline import Deadline
from scorecard_runner.reading.pixels.crops import LETTER_HEIGHTS, STACK_SIZE, stack_crops, words_by_crop
from scorecard_runner.reading.words import Word

RecogniseAll = Callable[[Sequence[Image.Image], Deadline], list[list[Word]]]


def read_stacked(recognise_all: RecogniseAll, crops: Sequence[Image.Image], deadline: Deadline) -> list[list[Word]]:
    """Return what was read in each crop, at each size.

    Args:
        recognise_all: reads blocks of text lines, as `Engine.recognise_all`.
        crops: of one cell each, dark on white, without paper around it.
        deadline: when to give up.
    """
    stacks = [
        (start, stack_crops(crops[start : start + STACK_SIZE], letter_height))
        for letter_height in LETTER_HEIGHTS
        for start in range(0, len(crops), STACK_SIZE)
    ]
    found: list[list[Word]] = [[] for _ in crops]
    read = recognise_all([picture for _, picture in stacks], deadline)
    for (start, _), words in zip(stacks, read, strict=True):
        count = min(STACK_SIZE, len(crops) - start)
        for index, word in enumerate(words_by_crop(words, count), start=start):
            if word is not None:
                found[index].append(word)
    return found
