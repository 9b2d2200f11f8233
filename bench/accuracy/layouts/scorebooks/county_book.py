"""A county's double page: bowlers on the left with the sums below, batters on the right with the total before the strokes."""

from bench.accuracy.invented.dice import Dice
from bench.accuracy.invented.figures import Match
from bench.accuracy.layouts.markup import document, wrap
from bench.accuracy.layouts.page import Layout, Page
from bench.accuracy.layouts.scorebooks.batting import batting
from bench.accuracy.layouts.scorebooks.bowling import bowling
from bench.accuracy.layouts.scorebooks.entries import book_of, card_of, head, innings_of, signed, style_of
from bench.accuracy.layouts.scorebooks.pen import OTHER_HANDS, pick_pen
from bench.accuracy.layouts.scorebooks.styles import SCOREBOOK
from bench.accuracy.layouts.scorebooks.sums import falls, sums

_BATTING = (("runs",), ("minutes", "runs"))
_BOWLING = (
    ("overs", "maidens", "runs", "wickets"),
    ("overs", "maidens", "runs", "wickets", "no_balls", "wides"),
)


def _compose(match: Match, dice: Dice) -> Page:
    card = card_of(match, dice, _BATTING, _BOWLING)
    pen = pick_pen(dice, OTHER_HANDS, dice.real(15, 17))
    book = book_of(pen, dice, ("name", "how", "by", "numbers", "log"))
    innings, width = card.innings[0], dice.whole(1640, 1800)
    left = bowling(book, innings, match) + sums(book, innings) + falls(book, innings)
    right = head(card, pen, dice) + innings_of(innings, pen) + batting(book, innings, match) + signed(pen, dice)
    body = wrap("div", wrap("div", left, "half") + wrap("div", right, "half"), "spread")
    return Page(document(SCOREBOOK, body, **style_of(pen, dice, width)), width, card)


LAYOUT = Layout("county_book", _compose, is_paper=True, is_by_hand=True)
