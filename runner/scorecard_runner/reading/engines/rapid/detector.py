"""A page to the boxes of its lines: the network that finds, without the one that reads.

Only the worker imports it. Boxes are upright, for pages come straight; lines of the picture are looked for on a smaller
copy, for cost and memory go with its pixels.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np
from PIL import Image

from scorecard_runner.reading.engines.rapid.networks import Floats, Network, as_given
from scorecard_runner.reading.geometry import Box

_STEP = 32
"""Sides are multiples of it: the network halves them five times."""


_LEAST_CORE = 3  # pixels of the copy


@dataclass(frozen=True)
class Looking:
    """How lines are looked for."""

    scale: float = 0.65
    """Of the copy, where its pixels allow it; letters are 24 pixels high on what we are given. Measured on 18 damaged pictures:
    F1 97.1 at 0.35, 97.7 at 0.5, 97.8 at 0.65; the whole picture takes 2 GB."""
    text_from: float = 0.2
    """How sure the network is of a pixel that belongs to a line."""
    line_from: float = 0.35
    """How sure it is of the pixels of a line in the mean."""
    grown_by: float = 1.6
    """The network finds the core of a line; this times its area over its outline lies around."""
    most_pixels: int = 1_600_000
    """Of the copy: memory goes with them."""


class Detector:
    """Finds lines on a page."""

    def __init__(self, network: Network, looking: Looking | None = None) -> None:
        """Look with this network."""
        self._network = network
        self._looking = looking or Looking()

    def find(self, page: Image.Image) -> list[Box]:
        """Return the boxes of the lines in pixels of the page, from top to bottom."""
        small = self._copy(page)
        given = as_given(np.asarray(small))[np.newaxis]
        sureness: Floats = self._network.run(given)[0, 0]
        right, down = page.width / small.width, page.height / small.height
        whole = Box(0, 0, page.width, page.height)
        return [
            _within(Box(core.left * right, core.top * down, core.right * right, core.bottom * down), whole)
            for core in self._lines(sureness)
        ]

    def _copy(self, page: Image.Image) -> Image.Image:
        most = (self._looking.most_pixels / (page.width * page.height)) ** 0.5
        scale = min(self._looking.scale, most)
        width, height = (max(_STEP, round(side * scale / _STEP) * _STEP) for side in page.size)
        return page.resize((width, height), Image.Resampling.BILINEAR)

    def _lines(self, sureness: Floats) -> Iterator[Box]:
        mask = cv2.dilate((sureness > self._looking.text_from).astype(np.uint8), np.ones((2, 2), np.uint8))
        count, _, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
        for number in range(1, count):
            left, top, width, height = (int(value) for value in stats[number][:4])
            mean = float(sureness[top : top + height, left : left + width].mean())
            if mean < self._looking.line_from or min(width, height) < _LEAST_CORE:
                continue
            around = width * height * self._looking.grown_by / (2 * (width + height))
            yield Box(left - around, top - around, left + width + around, top + height + around)


def _within(box: Box, whole: Box) -> Box:
    """Return the part of the box that lies on the page, in whole pixels."""
    left, top = round(max(whole.left, box.left)), round(max(whole.top, box.top))
    return Box(left, top, round(min(whole.right, box.right)), round(min(whole.bottom, box.bottom)))
