"""All layouts of the second practice split."""

from bench.accuracy.layouts.page import Layout
from bench.accuracy.layouts.practice_2 import (
    agate,
    annual,
    broadcast_full,
    chat,
    county_card,
    play_print,
    scoresheet,
    tablet_scorer,
)

PRACTICE_2: tuple[Layout, ...] = (
    county_card.LAYOUT,
    agate.LAYOUT,
    scoresheet.LAYOUT,
    play_print.LAYOUT,
    broadcast_full.LAYOUT,
    chat.LAYOUT,
    tablet_scorer.LAYOUT,
    annual.LAYOUT,
)
