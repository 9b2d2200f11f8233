"""All scorebooks: those to tune on, and those with other hands and makes, to be measured only."""

from bench.accuracy.layouts.page import Layout
from bench.accuracy.layouts.scorebooks import club_book, county_book, double_page, league_book, village_book

SCOREBOOKS: tuple[Layout, ...] = (club_book.LAYOUT, double_page.LAYOUT, league_book.LAYOUT)
SCOREBOOKS_UNSEEN: tuple[Layout, ...] = (
    club_book.ELSEWHERE,
    village_book.LAYOUT,
    double_page.ELSEWHERE,
    county_book.LAYOUT,
    league_book.ELSEWHERE,
)
