"""A league's page: how out before the strokes, then balls, fours and sixes; the running total beside the extras."""

from bench.accuracy.invented.dice import Dice
from bench.accuracy.invented.figures import Match
from bench.accuracy.layouts.markup import document, wrap
from bench.accuracy.layouts.page import Layout, Page
from bench.accuracy.layouts.scorebooks.batting import batting
from bench.accuracy.layouts.scorebooks.bowling import bowling
from bench.accuracy.layouts.scorebooks.entries import book_of, card_of, head, innings_of, signed, style_of
from bench.accuracy.layouts.scorebooks.pen import HANDS, OTHER_HANDS, Hand, pick_pen
from bench.accuracy.layouts.scorebooks.styles import SCOREBOOK
from bench.accuracy.layouts.scorebooks.sums import falls, sums, tally

_BATTING = (
    ("runs", "balls", "fours", "sixes"),
    ("minutes", "balls", "fours", "sixes", "runs"),
    ("runs", "minutes", "balls"),
    ("balls", "runs"),
)
_BOWLING = (
    ("overs", "maidens", "runs", "wickets", "wides", "no_balls"),
    ("overs", "maidens", "runs", "wickets"),
    ("overs", "runs", "wickets"),
)
_TALLY = 25


def _page(match: Match, dice: Dice, hands: tuple[Hand, ...]) -> Page:
    card = card_of(match, dice, _BATTING, _BOWLING)
    pen = pick_pen(dice, hands, dice.real(15, 18))
    book = book_of(pen, dice, ("name", "how", "by", "log", "numbers"))
    innings, width = card.innings[0], dice.whole(1240, 1380)
    side = tally(innings, _TALLY) if dice.chance(0.6) else falls(book, innings)
    below = falls(book, innings) if "tally" in side else ""
    lower = wrap("div", wrap("div", sums(book, innings)) + wrap("div", side), "pair") + below
    body = head(card, pen, dice) + innings_of(innings, pen) + batting(book, innings, match) + lower
    body += bowling(book, innings, match) + signed(pen, dice)
    return Page(document(SCOREBOOK, body, **style_of(pen, dice, width)), width, card)


def _compose(match: Match, dice: Dice) -> Page:
    return _page(match, dice, HANDS)


def _compose_elsewhere(match: Match, dice: Dice) -> Page:
    return _page(match, dice, OTHER_HANDS)


LAYOUT = Layout("league_book", _compose, is_paper=True, is_by_hand=True)
ELSEWHERE = Layout("league_book_elsewhere", _compose_elsewhere, is_paper=True, is_by_hand=True)
