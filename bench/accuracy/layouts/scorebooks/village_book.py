"""A small club's page with both innings below each other: bowlers beside extras, the running total at the foot."""

from bench.accuracy.invented.dice import Dice
from bench.accuracy.invented.figures import Match
from bench.accuracy.layouts.markup import document, wrap
from bench.accuracy.layouts.page import Layout, Page
from bench.accuracy.layouts.scorebooks.batting import batting
from bench.accuracy.layouts.scorebooks.book import Book
from bench.accuracy.layouts.scorebooks.bowling import bowling
from bench.accuracy.layouts.scorebooks.entries import book_of, card_of, head, innings_of, style_of
from bench.accuracy.layouts.scorebooks.pen import OTHER_HANDS, pick_pen
from bench.accuracy.layouts.scorebooks.styles import SCOREBOOK
from bench.accuracy.layouts.scorebooks.sums import falls, sums
from bench.accuracy.printed.view import InningsView

_BOWLING = (("overs", "maidens", "runs", "wickets"), ("runs", "wickets", "overs", "maidens"))


def _compose(match: Match, dice: Dice) -> Page:
    card = card_of(match, dice, (("runs",),), _BOWLING, most_innings=2)
    pen = pick_pen(dice, OTHER_HANDS, dice.real(15, 17))
    book = book_of(pen, dice, ("name", "how", "by", "log", "numbers"))
    width = dice.whole(1380, 1500)
    body = head(card, pen, dice) + "".join(_innings(book, innings, match) for innings in card.innings)
    return Page(document(SCOREBOOK, body, **style_of(pen, dice, width)), width, card)


def _innings(book: Book, innings: InningsView, match: Match) -> str:
    analysis = wrap("div", bowling(book, innings, match), "wide")
    lower = wrap("div", wrap("div", sums(book, innings)) + analysis, "pair")
    return innings_of(innings, book.pen) + batting(book, innings, match) + lower + falls(book, innings)


LAYOUT = Layout("village_book", _compose, is_paper=True, is_by_hand=True)
