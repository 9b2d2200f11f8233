"""All layouts, and which a split may draw."""

from bench.accuracy.layouts import (
    archive,
    club_form,
    dark_app,
    desktop_window,
    league_app,
    newspaper,
    pdf_report,
    phone_list,
    portal,
    side_by_side,
    spreadsheet,
    summary_full,
    terminal,
    tv_graphic,
    typewriter,
    web_table,
)
from bench.accuracy.layouts.page import Layout

LAYOUTS: tuple[Layout, ...] = (
    web_table.LAYOUT,
    phone_list.LAYOUT,
    newspaper.LAYOUT,
    dark_app.LAYOUT,
    club_form.LAYOUT,
    terminal.LAYOUT,
    pdf_report.LAYOUT,
    spreadsheet.LAYOUT,
    side_by_side.LAYOUT,
    tv_graphic.LAYOUT,
    typewriter.LAYOUT,
    summary_full.LAYOUT,
    portal.LAYOUT,
    club_form.BY_HAND,
    archive.LAYOUT,
    league_app.LAYOUT,
    desktop_window.LAYOUT,
)


def layouts_of(*, with_reserved: bool) -> tuple[Layout, ...]:
    """Return the layouts of the tuning split, or all for the reporting split."""
    return tuple(layout for layout in LAYOUTS if with_reserved or not layout.is_reserved)
