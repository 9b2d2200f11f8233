"""Crops of lines to letters with places: the network that reads, without the one that finds.

Only the worker imports it. Crops run in batches of like widths that fit the processor's cache: measured, one wide line a
batch is a third cheaper per pixel than six, and padding is paid for like ink.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from PIL import Image

from scorecard_runner.reading.engines.rapid.alphabet import Alphabet, alphabet_of
from scorecard_runner.reading.engines.rapid.letters import Letter, letters_of
from scorecard_runner.reading.engines.rapid.networks import Floats, Network, as_given

_HEIGHT = 48  # what the network was trained on; squeezed to 0.8 of their width, lines lose 4 words in 100
_LEAST_WIDTH = 64
_MOST_WIDTH = 3200
_BATCH_WIDTH = 1024
"""All crops of a batch beside each other, in pixels."""

_LIKE_WIDTHS = 1.25
_COLUMN = 8
"""Pixels of what is given for each column of the answer."""


@dataclass(frozen=True)
class Line:
    """The letters of a crop; `column_width` in pixels of the crop, fractions and all."""

    letters: Sequence[Letter]
    column_width: float


class Recogniser:
    """Reads crops that show one line each."""

    def __init__(self, network: Network) -> None:
        """Read with this network."""
        self._network = network
        self._alphabet: Alphabet = alphabet_of(network.characters)
        self._places = np.array([place for forms in self._alphabet.places for place in forms])
        counts = [len(forms) for forms in self._alphabet.places]
        self._starts = np.cumsum([0, *counts[:-1]])

    def read(self, crops: Sequence[Image.Image]) -> list[Line]:
        """Return what stands on each crop."""
        widths = [_given_width(crop) for crop in crops]
        lines = [Line((), 1.0)] * len(crops)
        for batch in batches(widths):
            given = np.zeros((len(batch), 3, _HEIGHT, max(_LEAST_WIDTH, widths[batch[-1]])), dtype=np.float32)
            for row, number in enumerate(batch):
                resized = crops[number].resize((widths[number], _HEIGHT), Image.Resampling.BILINEAR)
                given[row, :, :, : widths[number]] = as_given(np.asarray(resized))
            for number, letters in zip(batch, self._letters(self._network.run(given)), strict=True):
                column_width = given.shape[3] / answer_width(given.shape[3]) * crops[number].width / widths[number]
                lines[number] = Line(letters, column_width)
        return lines

    def _letters(self, answer: Floats) -> Iterator[list[Letter]]:
        """Yield the letters of each line, the forms of one letter counted together."""
        ours = np.add.reduceat(answer[:, :, self._places], self._starts, axis=2)
        said, scores = ours.argmax(axis=2), ours.max(axis=2)
        for line_said, line_scores in zip(said, scores, strict=True):
            yield letters_of(line_said.tolist(), line_scores.tolist(), self._alphabet.texts)


def answer_width(given_width: int) -> int:
    """Return the columns of an answer."""
    return math.ceil(given_width / _COLUMN)


def batches(widths: Sequence[int]) -> list[list[int]]:
    """Return the numbers of the crops that are read together, from narrow to wide."""
    order = sorted(range(len(widths)), key=lambda number: widths[number])
    groups: list[list[int]] = []
    for number in order:
        group = groups[-1] if groups else []
        wide = max(widths[number], _LEAST_WIDTH)
        fits = group and wide <= _LIKE_WIDTHS * max(widths[group[0]], _LEAST_WIDTH)
        if fits and wide * (len(group) + 1) <= _BATCH_WIDTH:
            group.append(number)
        else:
            groups.append([number])
    return groups


def _given_width(crop: Image.Image) -> int:
    return min(_MOST_WIDTH, max(1, math.ceil(crop.width * _HEIGHT / crop.height)))
