"""All layouts of the second unseen split."""

from bench.accuracy.layouts.page import Layout
from bench.accuracy.layouts.unseen_2 import (
    app_collage,
    live_site,
    match_centre,
    scorer_print,
    series_page,
    tv_summary,
    word_document,
    workbook,
)

UNSEEN_2: tuple[Layout, ...] = (
    series_page.LAYOUT,
    app_collage.LAYOUT,
    scorer_print.LAYOUT,
    live_site.LAYOUT,
    word_document.LAYOUT,
    tv_summary.LAYOUT,
    workbook.LAYOUT,
    match_centre.LAYOUT,
)
