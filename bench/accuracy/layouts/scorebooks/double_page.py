"""A double page an innings: batters, extras and falls on the left, bowlers and the running total on the right."""

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

_BOWLING = (
    ("overs", "maidens", "runs", "wickets"),
    ("overs", "maidens", "runs", "wickets", "wides", "no_balls"),
    ("overs", "maidens", "wides", "no_balls", "runs", "wickets"),
)
_TALLY = 40


def _page(match: Match, dice: Dice, hands: tuple[Hand, ...]) -> Page:
    card = card_of(match, dice, (("runs",),), _BOWLING)
    pen = pick_pen(dice, hands, dice.real(14.5, 17))
    book = book_of(pen, dice, ("name", "log", "how", "by", "numbers"))
    innings, width = card.innings[0], dice.whole(1620, 1800)
    left = head(card, pen, dice) + innings_of(innings, pen) + batting(book, innings, match)
    left += sums(book, innings) + falls(book, innings)
    count = tally(innings, _TALLY) if dice.chance(0.7) else ""
    right = bowling(book, innings, match) + count + signed(pen, dice)
    body = wrap("div", wrap("div", left, "half") + wrap("div", right, "half"), "spread")
    return Page(document(SCOREBOOK, body, **style_of(pen, dice, width)), width, card)


def _compose(match: Match, dice: Dice) -> Page:
    return _page(match, dice, HANDS)


def _compose_elsewhere(match: Match, dice: Dice) -> Page:
    return _page(match, dice, OTHER_HANDS)


LAYOUT = Layout("double_page", _compose, is_paper=True, is_by_hand=True)
ELSEWHERE = Layout("double_page_elsewhere", _compose_elsewhere, is_paper=True, is_by_hand=True)
