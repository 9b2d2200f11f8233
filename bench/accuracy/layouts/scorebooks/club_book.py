"""A page an innings: batters above, then extras and falls, then the bowlers over by over."""

from bench.accuracy.invented.dice import Dice
from bench.accuracy.invented.figures import Match
from bench.accuracy.layouts.markup import document, wrap
from bench.accuracy.layouts.page import Layout, Page
from bench.accuracy.layouts.scorebooks.batting import batting
from bench.accuracy.layouts.scorebooks.bowling import bowling
from bench.accuracy.layouts.scorebooks.entries import book_of, card_of, head, innings_of, signed, style_of
from bench.accuracy.layouts.scorebooks.pen import HANDS, OTHER_HANDS, Hand, pick_pen
from bench.accuracy.layouts.scorebooks.styles import SCOREBOOK
from bench.accuracy.layouts.scorebooks.sums import falls, sums

_BOWLING = (
    ("overs", "maidens", "runs", "wickets"),
    ("overs", "maidens", "runs", "wickets", "wides", "no_balls"),
)


def _page(match: Match, dice: Dice, hands: tuple[Hand, ...]) -> Page:
    card = card_of(match, dice, (("runs",),), _BOWLING)
    pen = pick_pen(dice, hands, dice.real(16, 19))
    book = book_of(pen, dice, ("name", "log", "how", "by", "numbers"))
    innings, width = card.innings[0], dice.whole(1140, 1260)
    lower = wrap("div", wrap("div", sums(book, innings)) + wrap("div", falls(book, innings)), "pair")
    body = head(card, pen, dice) + innings_of(innings, pen) + batting(book, innings, match) + lower
    body += bowling(book, innings, match) + signed(pen, dice)
    return Page(document(SCOREBOOK, body, **style_of(pen, dice, width)), width, card)


def _compose(match: Match, dice: Dice) -> Page:
    return _page(match, dice, HANDS)


def _compose_elsewhere(match: Match, dice: Dice) -> Page:
    return _page(match, dice, OTHER_HANDS)


LAYOUT = Layout("club_book", _compose, is_paper=True, is_by_hand=True)
ELSEWHERE = Layout("club_book_elsewhere", _compose_elsewhere, is_paper=True, is_by_hand=True)
