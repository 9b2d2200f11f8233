"""All layouts of the practice split."""

from bench.accuracy.layouts.page import Layout
from bench.accuracy.layouts.practice import (
    club_site,
    flat_data,
    ground_board,
    league_return,
    mail_post,
    poster,
    score_app,
    slide,
    wiki_page,
    yearbook,
)

PRACTICE: tuple[Layout, ...] = (
    yearbook.LAYOUT,
    score_app.LAYOUT,
    league_return.LAYOUT,
    club_site.LAYOUT,
    mail_post.LAYOUT,
    poster.LAYOUT,
    wiki_page.LAYOUT,
    ground_board.LAYOUT,
    slide.LAYOUT,
    flat_data.LAYOUT,
)
