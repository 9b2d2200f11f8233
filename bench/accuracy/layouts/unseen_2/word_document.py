"""A club's report out of a word processor or a browser's print: prose first, then ruled tables, batting and bowling often in one."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from bench.accuracy.invented.dice import Dice
from bench.accuracy.invented.figures import Match
from bench.accuracy.layouts.markup import document, number_cells, row, spanning, tag, wrap
from bench.accuracy.layouts.page import Layout, Page
from bench.accuracy.layouts.practice.scores import wickets_words
from bench.accuracy.layouts.prose import article
from bench.accuracy.layouts.titles import match_title
from bench.accuracy.layouts.unseen_2.styles import WORD_DOCUMENT
from bench.accuracy.printed.fill import fill_card
from bench.accuracy.printed.notation import EXTRAS, MARKS, WORDS, Notation, choose_notation
from bench.accuracy.printed.plan import Plan, choose_plan
from bench.accuracy.printed.view import CardView, InningsView

_ALL = ("runs", "balls", "fours", "sixes")
_BATTING = (("runs",), ("runs", "balls"), ("runs", "fours", "sixes"), _ALL, _ALL)
_HEADS = {
    "runs": "Runs",
    "balls": "Balls",
    "fours": "4s",
    "sixes": "6s",
    "overs": "Overs",
    "maidens": "Maidens",
    "wickets": "Wickets",
}
_FONTS = ("Carlito", "Carlito", "Liberation Serif", "Liberation Sans", "Comic Neue", "Open Sans", "P052")
_BOWLING = ("overs", "maidens", "runs", "wickets")
_INKS = (
    ("#000000", "#ffffff", "#000000", "#d9d9d9", "#000000", "1px solid #000"),
    ("#1f3864", "#4472c4", "#ffffff", "#d9e2f3", "#1f3864", "1px solid #8eaadb"),
    ("#375623", "#e2efd9", "#000000", "#538135", "#ffffff", "1px solid #a8d08d"),
    ("#7b1e22", "#f7e3e4", "#000000", "#7b1e22", "#ffffff", "1px solid #999"),
)


@dataclass(frozen=True)
class _Look:
    columns: tuple[str, ...]
    how: str
    batsman: str
    total: str
    has_heads: bool
    is_numbered: bool
    is_joined: bool
    nothing: str

    @property
    def width(self) -> int:
        return 2 + self.is_numbered + len(self.columns)


def _compose(match: Match, dice: Dice) -> Page:
    notation, columns = _notation(dice), dice.pick(_BATTING)
    card = fill_card(match, _plan(notation, columns, dice))
    look = _Look(
        columns=tuple(_HEADS[column] for column in columns),
        how=dice.pick(("How out", "", "Dismissal")),
        batsman=dice.pick(("Batsman", "Batting", "Name", "Batter")),
        total=dice.pick(("Total", "TOTAL", "Total runs")),
        has_heads=dice.chance(0.75),
        is_numbered=dice.chance(0.3),
        is_joined=columns == _ALL and dice.chance(0.7),
        nothing=notation.nothing,
    )
    ink, head_back, head_text, team_back, team_text, grid = dice.pick(_INKS)
    style = {
        "edge": f"{dice.whole(30, 70)}px",
        "size": f"{dice.pick((13, 14, 15))}px",
        "font": f"'{dice.pick(_FONTS)}'",
        "title": dice.pick(("left", "center")),
        "line": dice.pick(("none", "underline")),
        "prose": dice.pick(("left", "justify")),
        "width": dice.pick(("100%", "88%", "76%")),
        "pad": f"{dice.whole(1, 4)}px",
        "align": dice.pick(("right", "center", "left")),
        "band": dice.pick(("#ffffff", "#f2f2f2")),
        "ink": ink,
        "headback": head_back,
        "headtext": head_text,
        "teamback": team_back,
        "teamtext": team_text,
        "grid": dice.pick((grid, grid, "0")),
    }
    body = _head(card, dice) + "".join(_innings(each, card, look) for each in card.innings)
    body += tag("p", article(dice, 2)) if dice.chance(0.5) else ""
    return Page(document(WORD_DOCUMENT, _framed(body, card, dice), **style), dice.whole(740, 860), card)


def _notation(dice: Dice) -> Notation:
    return replace(
        choose_notation(dice),
        names=dice.pick(("full", "initials", "dotted", "spaced")),
        short_names=dice.pick(("surname", "surname", "initials")),
        words=dice.pick(WORDS[:4]),
        marks=dice.pick((MARKS[6], MARKS[1], MARKS[5], MARKS[2])),
        all_out="{t} all out",
        extras=dice.pick((EXTRAS[4], EXTRAS[3], EXTRAS[5])),
        fall=dice.pick(("{w}-{r}", "{r}-{w}", "{r} for {w}")),
        nothing=dice.pick(("", "-")),
    )


def _plan(notation: Notation, columns: tuple[str, ...], dice: Dice) -> Plan:
    return replace(choose_plan(dice, notation), batting=columns, bowling=_BOWLING)


def _framed(body: str, card: CardView, dice: Dice) -> str:
    """Return the page with what a browser or a word processor prints at its edges, or with nothing."""
    stamp = f"{dice.whole(10, 28)}/0{dice.whole(4, 9)}/2019, {dice.whole(10, 22)}:{dice.whole(10, 59)}"
    name = f"{card.teams[0]} - Match reports"
    above, below = dice.pick(
        (((stamp, name), ("http://www.cricket.example/reports?id=318", "1/1")), ((), ("", "Page 1")), ((), ()))
    )
    parts = [
        wrap("div", "".join(tag("span", text) for text in texts), kind) if texts else ""
        for texts, kind in ((above, "print"), (below, "print end"))
    ]
    return parts[0] + body + parts[1]


def _head(card: CardView, dice: Dice) -> str:
    name = tag("b", card.teams[0].upper()) + tag(
        "small", dice.pick(("Founded 1887", "www.cricket.example", "Affiliated to the County Board"))
    )
    crest = wrap("div", name, "crest") if dice.chance(0.6) else ""
    facts = [text for text in (card.event, card.venue, card.date_text, card.toss, card.result) if text]
    parts = [crest, tag("h1", match_title(card, dice)), *(tag("p", text, "fact") for text in facts)]
    return "".join([*parts, "<br>", *(tag("p", _told(each, dice)) for each in card.innings if dice.chance(0.6))])


def _told(innings: InningsView, dice: Dice) -> str:
    """Return a paragraph about an innings; its figures are those of the card."""
    best = max(
        (each for each in innings.batting if "runs" in each.cells), key=lambda each: int(each.cells["runs"].rstrip("*"))
    )
    bowler = max(innings.bowling, key=lambda each: int(each.cells["wickets"]))
    runs, figures = best.cells["runs"].rstrip("*"), f"{bowler.cells['wickets']} for {bowler.cells['runs']}"
    first = f"{best.name} led the way with {runs} while {bowler.name} returned {figures}."
    return f"{first} {article(dice, dice.whole(1, 3))}"


def _innings(innings: InningsView, card: CardView, look: _Look) -> str:
    number = f" {'first' if innings.number == 1 else 'second'} innings" if innings.has_number else ""
    other = next(team for team in card.teams if team != innings.team)
    lines = [row([spanning(innings.team + number, look.width)], "team")]
    names = ["#"] * look.is_numbered + [look.batsman, look.how]
    if look.has_heads:
        lines.append(row([*(tag("th", name) for name in names), *number_cells(look.columns, "th")]))
    for at, batter in enumerate(innings.batting, start=1):
        first = [tag("td", str(at))] * look.is_numbered
        cells = number_cells(batter.texts(innings.batting_columns, look.nothing))
        kind = "" if at % 2 else "band"
        lines.append(row([*first, tag("td", batter.title), tag("td", batter.dismissal), *cells], kind))
    lines += [*_sums(innings, look), *_lists(innings, look)]
    bowling = _bowling(innings, f"{other} bowling", look)
    if look.is_joined:
        return wrap("table", "".join([*lines, *bowling]))
    return wrap("table", "".join(lines)) + wrap("table", "".join(bowling))


def _bowling(innings: InningsView, title: str, look: _Look) -> Iterable[str]:
    """Return the rows of the bowlers; in one table with the batting, a name is as wide as name and dismissal above."""
    span = 2 + look.is_numbered if look.is_joined else 1
    heads = number_cells((_HEADS[column] for column in _BOWLING), "th")
    yield row([f'<th colspan="{span}">{tag("span", title)}</th>', *heads])
    for bowler in innings.bowling:
        yield row([spanning(bowler.name, span), *number_cells(bowler.texts(_BOWLING, look.nothing))])


def _sums(innings: InningsView, look: _Look) -> Iterable[str]:
    overs = f" ({innings.overs} overs)" if innings.overs else ""
    words = wickets_words(innings)
    note = words if words.startswith("all") else f"for {words}"
    for label, text, total in (
        ("Extras", innings.extras_parts, innings.extras["total"]),
        (look.total, note + overs, innings.total),
    ):
        cells = number_cells([str(total), *[""] * (len(look.columns) - 1)])
        yield row([*["<td></td>"] * look.is_numbered, tag("td", label), tag("td", text), *cells], "sum")


def _lists(innings: InningsView, look: _Look) -> Iterable[str]:
    for label, texts in (
        ("Did not bat", innings.did_not_bat),
        ("Fall of wickets", [fall.text for fall in innings.falls]),
    ):
        if texts:
            inner = tag("b", f"{label}: ") + tag("span", ", ".join(texts))
            yield f'<tr><td colspan="{look.width}">{inner}</td></tr>'


LAYOUT = Layout("word_document", _compose, is_paper=True)
