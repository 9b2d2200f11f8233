"""A club's workbook: both innings beside each other, columns that formulas fill, averages that cannot be, a formula bar above."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import escape

from bench.accuracy.invented.dice import Dice
from bench.accuracy.invented.figures import InningsFigures, Match
from bench.accuracy.layouts.fonts import SANS
from bench.accuracy.layouts.markup import document, tag, wrap
from bench.accuracy.layouts.page import Layout, Page
from bench.accuracy.layouts.practice.scores import run_rate, wickets_words
from bench.accuracy.layouts.titles import match_title
from bench.accuracy.layouts.unseen.added import figures_of
from bench.accuracy.layouts.unseen_2.around import quotient
from bench.accuracy.layouts.unseen_2.styles import WORKBOOK
from bench.accuracy.printed.fill import fill_card
from bench.accuracy.printed.notation import EXTRAS, MARKS, WORDS, Notation, choose_notation
from bench.accuracy.printed.plan import Plan, choose_plan
from bench.accuracy.printed.view import CardView, InningsView

_BATTING = (
    ("runs", "balls", "fours", "sixes", "strike_rate", "share"),
    ("runs", "balls", "fours", "sixes", "strike_rate"),
    ("balls", "runs", "fours", "sixes", "strike_rate", "share"),
)
_BOWLING = (
    ("overs", "maidens", "runs", "wickets", "economy", "average"),
    ("overs", "maidens", "runs", "wickets", "economy", "average", "strike"),
    ("overs", "maidens", "runs", "wickets", "wides", "no_balls", "economy"),
)
_HEADS = (
    {"runs": "Runs", "balls": "Balls", "fours": "4s", "sixes": "6s", "strike_rate": "S/R", "share": "% Team"}
    | {"overs": "Overs", "maidens": "Mdns", "wickets": "Wkts", "economy": "Econ", "average": "Ave", "strike": "B S/R"}
    | {"wides": "Wides", "no_balls": "NB"},
    {"runs": "R", "balls": "BF", "fours": "4", "sixes": "6", "strike_rate": "SR", "share": "% of total", "overs": "O"}
    | {
        "maidens": "M",
        "wickets": "W",
        "economy": "RPO",
        "average": "Avg",
        "strike": "SR",
        "wides": "Wd",
        "no_balls": "Nb",
    },
)
_OWN = {"share", "average", "strike"}
_NO_NUMBER = "#DIV/0!"
_HOT, _GOOD = 50, 3
_RIBBONS = (("#217346", "#ffffff"), ("#f3f2f1", "#222222"), ("#0f9d58", "#ffffff"))


@dataclass(frozen=True)
class _Cell:
    text: str = ""
    kind: str = ""
    span: int = 1


_Line = list[_Cell]


@dataclass(frozen=True)
class _Look:
    heads: dict[str, str]
    batting: tuple[str, ...]
    bowling: tuple[str, ...]
    has_colours: bool
    waiting: str

    @property
    def width(self) -> int:
        return 2 + max(len(self.batting), len(self.bowling))


def _compose(match: Match, dice: Dice) -> Page:
    look = _Look(
        heads=dice.pick(_HEADS),
        batting=dice.pick(_BATTING),
        bowling=dice.pick(_BOWLING),
        has_colours=dice.chance(0.5),
        waiting=dice.pick(("Did not bat", "DNB")),
    )
    card = fill_card(match, _plan(_notation(dice), look, dice))
    blocks = [_block(each, figures_of(match, each), look) for each in card.innings]
    lines = [*_head(card, look, dice)]
    for at in range(0, len(blocks), 2):
        lines += [*_beside(blocks[at : at + 2], look), []]
    ribbon, ribbon_text = dice.pick(_RIBBONS)
    style = {
        "size": f"{dice.pick((12, 13))}px",
        "font": f"'{dice.pick(('Carlito', 'Carlito', *SANS[:4]))}'",
        "pad": f"{dice.whole(1, 3)}px",
        "team": dice.pick(("#1f4e78", "#375623", "#7f6000", "#d9e1f2")),
        "tint": dice.pick(("#ddebf7", "#e2efda", "#f2f2f2", "#ffffff")),
        "ribbon": ribbon,
        "ribbontext": ribbon_text,
    }
    style["teamtext"] = "#000" if style["team"] == "#d9e1f2" else "#fff"
    body = _top(card, dice) + _grid(lines, dice) + _foot(dice)
    return Page(document(WORKBOOK, body, **style), dice.whole(1240, 1400), card)


def _notation(dice: Dice) -> Notation:
    return replace(
        choose_notation(dice),
        names=dice.pick(("full", "initials", "surname", "spaced")),
        short_names="surname",
        words=dice.pick((WORDS[0], WORDS[3], WORDS[5], WORDS[1])),
        marks=dice.pick((MARKS[6], MARKS[1], MARKS[3])),
        all_out="{t} all out",
        extras=dice.pick((EXTRAS[3], EXTRAS[4], EXTRAS[5])),
        fall=dice.pick(("{w}-{r}", "{r}-{w}", "{w}-{r} ({n})")),
        nothing="",
        economy="rounded",
    )


def _plan(notation: Notation, look: _Look, dice: Dice) -> Plan:
    return replace(
        choose_plan(dice, notation),
        batting=tuple(column for column in look.batting if column not in _OWN),
        bowling=tuple(column for column in look.bowling if column not in _OWN),
        prints_toss=False,
    )


def _head(card: CardView, look: _Look, dice: Dice) -> list[_Line]:
    wide = 2 * look.width + 1
    lines = [[_Cell(match_title(card, dice), "k", wide)]]
    lines += [[_Cell(text, "", wide)] for text in (card.event, card.venue, card.date_text, card.result) if text]
    return [*lines, []]


def _block(innings: InningsView, played: InningsFigures, look: _Look) -> list[_Line]:
    """Return the lines of an innings, as many columns wide as the widest of its tables."""
    number = f" {'1st' if innings.number == 1 else '2nd'} inns" if innings.has_number else ""
    lines = [[_Cell(innings.team + number, "t", look.width)]]
    heads = [_Cell("Batsman", "k"), _Cell("How out", "k"), *(_Cell(look.heads[each], "k n") for each in look.batting)]
    lines += [heads, *_batting(innings, look), *_sums(innings, look)]
    falls = ", ".join(fall.text for fall in innings.falls)
    for label, text in ((look.waiting, ", ".join(innings.did_not_bat)), ("FoW", falls)):
        lines += [[_Cell(label, "k"), _Cell(text, "", look.width - 1)]] if text else []
    lines += [[], [_Cell("Bowling", "k", 2), *(_Cell(look.heads[each], "k n") for each in look.bowling)]]
    return lines + _bowling(innings, played, look)


def _batting(innings: InningsView, look: _Look) -> list[_Line]:
    lines = []
    for batter in innings.batting:
        cells = {"strike_rate": _NO_NUMBER} if batter.cells else {}
        runs = batter.cells.get("runs", "").rstrip("*")
        if runs:
            cells["share"] = f"{100 * int(runs) / innings.total:.1f}%" if innings.total else _NO_NUMBER
        cells |= batter.cells
        hot = " hot" if look.has_colours and runs and int(runs) >= _HOT else ""
        numbers = [_Cell(cells.get(column, ""), "n" + hot * (column == "runs")) for column in look.batting]
        lines.append([_Cell(batter.title), _Cell(batter.dismissal), *numbers])
    return lines


def _sums(innings: InningsView, look: _Look) -> list[_Line]:
    overs = f", {innings.overs} overs" if innings.overs else ""
    extras = [_Cell(str(innings.extras["total"]) if each == "runs" else "", "n") for each in look.batting]
    total = [_Cell(str(innings.total) if each == "runs" else "", "n s") for each in look.batting]
    lines = [[_Cell("Extras"), _Cell(innings.extras_parts), *extras]]
    lines.append([_Cell("Total", "s"), _Cell(f"({wickets_words(innings)}{overs})", "s"), *total])
    if run_rate(innings):
        rate = [_Cell(run_rate(innings) if each == "runs" else "", "n") for each in look.batting]
        lines.append([_Cell("Run rate"), _Cell(), *rate])
    return lines


def _bowling(innings: InningsView, played: InningsFigures, look: _Look) -> list[_Line]:
    lines = []
    for bowler, figures in zip(innings.bowling, played.bowlers, strict=True):
        cells = {
            "average": quotient(figures.runs, figures.wickets, _NO_NUMBER),
            "strike": quotient(figures.balls, figures.wickets, _NO_NUMBER),
        } | dict(bowler.cells)
        good = " good" if look.has_colours and figures.wickets >= _GOOD else ""
        numbers = [_Cell(cells.get(column, ""), "n" + good * (column == "wickets")) for column in look.bowling]
        lines.append([_Cell(bowler.name, "", 2), *numbers])
    return lines


def _beside(blocks: Sequence[list[_Line]], look: _Look) -> list[_Line]:
    """Return one or two blocks next to each other, an empty column between them."""
    lines: list[_Line] = []
    for at in range(max(map(len, blocks))):
        line: _Line = []
        for block in blocks:
            cells = block[at] if at < len(block) else []
            rest = look.width - sum(cell.span for cell in cells)
            line += [*([_Cell()] if line else []), *cells, *[_Cell()] * rest]
        lines.append(line)
    return lines


def _grid(lines: list[_Line], dice: Dice) -> str:
    width = max(sum(cell.span for cell in line) for line in lines) + dice.whole(0, 1)
    letters = "".join(tag("td", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[at], "h") for at in range(width))
    rows = [wrap("tr", tag("td", "", "h") + letters)]
    for at, line in enumerate(lines, start=1):
        rest = width - sum(cell.span for cell in line)
        cells = "".join(map(_td, [*line, *[_Cell()] * rest]))
        rows.append(wrap("tr", tag("td", str(at), "h") + cells))
    return wrap("table", "".join(rows))


def _td(cell: _Cell) -> str:
    wraps = ' style="white-space:normal"' if cell.span > 2 else ""  # noqa: PLR2004 - a list across the block
    return f'<td class="{cell.kind}" colspan="{cell.span}"{wraps}>{escape(cell.text, quote=False)}</td>'


def _top(card: CardView, dice: Dice) -> str:
    name = dice.pick(("Scorecards 1st XI", "Season stats", f"v {card.teams[1]}"))
    bar = wrap("div", tag("span", f"{name}.xlsx") + tag("span", dice.pick(("Saved", "AutoSave On", "Share"))), "bar")
    words = ("File", "Home", "Insert", "Page Layout", "Formulas", "Data", "Review", "View")
    menu = wrap("div", "".join(tag("span", word) for word in words), "menu")
    formula = dice.pick(("=SUM(C8:C19)", "=C9/D9*100", "=IF(D12>0,C12/D12*100,0)"))
    line = tag("span", dice.pick(("C20", "G9", "H12"))) + tag("i", "fx") + tag("span", formula)
    return bar + (menu if dice.chance(0.7) else "") + wrap("div", line, "fx")


def _foot(dice: Dice) -> str:
    sheets = (
        "Scorecard",
        *dice.some(("Batting Avgs", "Bowling Avgs", "Fixtures", "Subs", "Week 2", "Week 3"), dice.whole(2, 4)),
    )
    tabs = "".join(tag("span", sheet, "on" if sheet == "Scorecard" else "") for sheet in sheets)
    return wrap("div", tabs, "tabs") + wrap("div", tag("span", "Ready") + tag("span", "100%"), "state")


LAYOUT = Layout("workbook", _compose, is_paper=False)
