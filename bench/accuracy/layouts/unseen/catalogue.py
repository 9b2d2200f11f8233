"""All layouts of the unseen split."""

from bench.accuracy.layouts.page import Layout
from bench.accuracy.layouts.unseen import (
    association_report,
    broadcaster_rows,
    programme,
    school_book,
    stats_site,
    stream_overlay,
)

UNSEEN: tuple[Layout, ...] = (
    stats_site.LAYOUT,
    association_report.LAYOUT,
    stream_overlay.LAYOUT,
    programme.LAYOUT,
    broadcaster_rows.LAYOUT,
    school_book.LAYOUT,
)
