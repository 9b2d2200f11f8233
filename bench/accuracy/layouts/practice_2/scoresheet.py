"""A club's own sheet: merged bars with the teams, batting left and bowling right on the same rows, the innings below each other."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from bench.accuracy.invented.dice import Dice
from bench.accuracy.invented.figures import Match
from bench.accuracy.layouts.fonts import SANS
from bench.accuracy.layouts.markup import document, number_cells, row, spanning, tag, wrap
from bench.accuracy.layouts.page import Layout, Page
from bench.accuracy.layouts.practice.scores import run_rate, wickets_words
from bench.accuracy.layouts.titles import match_title
from bench.accuracy.printed.fill import fill_card
from bench.accuracy.printed.notation import EXTRAS, MARKS, WORDS, Notation, choose_notation
from bench.accuracy.printed.plan import Plan, choose_plan
from bench.accuracy.printed.view import BatterView, BowlerView, CardView, InningsView

_CSS = """
@page{size:A3 landscape;margin:8mm}
body{margin:0;padding:$edge;font:$size/1.25 $font;color:#111;background:#fff}
table{border-collapse:collapse;width:100%} td,th{border:$grid;padding:$pad 6px;text-align:left;font-weight:400}
th{font-weight:$weight;background:$head} .n{text-align:$align;width:$cell} .bar{background:$bar;color:$bartext;font-weight:700;
text-align:$side} .title{font-size:1.35em;font-weight:700;text-align:center} .void{border:0;background:#fff;width:14px}
.sum{font-weight:700} .no{width:18px;text-align:center} .foot{display:flex;justify-content:space-between;font-size:.85em;margin-top:14px}
"""
_BATTING = (("runs",), ("runs", "balls"), ("runs", "balls", "fours", "sixes"), ("balls", "fours", "sixes", "runs"))
_BOWLING = (
    ("overs", "maidens", "runs", "wickets"),
    ("overs", "maidens", "runs", "wickets", "economy"),
    ("overs", "maidens", "runs", "wickets", "wides", "no_balls"),
    ("overs", "runs", "wickets"),
)
_WORDS = (
    {"runs": "Runs", "balls": "Balls", "fours": "4's", "sixes": "6's", "overs": "Overs", "maidens": "Maidens"}
    | {"wickets": "Wickets", "economy": "Econ", "wides": "Wides", "no_balls": "No Balls"},
    {"runs": "R", "balls": "B", "fours": "4", "sixes": "6", "overs": "O", "maidens": "M"}
    | {"wickets": "W", "economy": "E/R", "wides": "Wd", "no_balls": "Nb"},
)


@dataclass(frozen=True)
class _Look:
    words: dict[str, str]
    names: tuple[str, str, str]
    how: str
    bars: tuple[str, str]
    splits: bool
    lists_waiting: bool
    sums_bowling: bool
    nothing: str

    def width(self, innings: InningsView) -> int:
        """Columns of the left half."""
        return 3 + self.splits + len(innings.batting_columns)


def _compose(match: Match, dice: Dice) -> Page:
    notation, splits = _notation(dice), dice.chance(0.5)
    card = fill_card(match, replace(_plan(notation, dice), parts_bowlers=splits))
    look = _Look(
        words=dice.pick(_WORDS),
        names=dice.pick(
            (("No", "Batsman", "Bowler"), ("#", "Name", "Name"), ("", "Batting", "Bowling"), ("", "Batter", "Bowler"))
        ),
        how=dice.pick(("How Out", "How out", "Dismissal")),
        bars=dice.pick(
            (("{team}", "{team}"), ("{team} - Batting", "{team} - Bowling"), ("Batting: {team}", "Bowling: {team}"))
        ),
        splits=splits,
        lists_waiting=dice.chance(0.5),
        sums_bowling=dice.chance(0.4),
        nothing=notation.nothing,
    )
    bar, bar_text = dice.pick(
        (
            ("#1f4e78", "#ffffff"),
            ("#d9e1f2", "#111111"),
            ("#e2efda", "#111111"),
            ("#404040", "#ffffff"),
            ("#ffe699", "#111111"),
        )
    )
    style = {
        "edge": f"{dice.whole(10, 26)}px",
        "size": f"{dice.pick((13, 14, 15))}px",
        "font": f"'{dice.pick(SANS)}'",
        "grid": dice.pick(("0", "1px solid #d4d4d4", "1px solid #d4d4d4", "1px solid #555")),
        "pad": f"{dice.whole(1, 4)}px",
        "weight": dice.pick((400, 700)),
        "head": dice.pick(("#ffffff", "#f2f2f2")),
        "align": dice.pick(("right", "center")),
        "cell": f"{dice.whole(36, 58)}px",
        "side": dice.pick(("center", "left")),
        "bar": bar,
        "bartext": bar_text,
    }
    return Page(document(_CSS, _sheet(card, look, dice), **style), dice.whole(1040, 1280), card)


def _notation(dice: Dice) -> Notation:
    return replace(
        choose_notation(dice),
        names=dice.pick(("full", "initials", "surname", "spaced")),
        words=dice.pick(WORDS[:2]),
        marks=dice.pick((MARKS[6], MARKS[0], MARKS[1], MARKS[3])),
        extras=dice.pick((EXTRAS[3], EXTRAS[4], EXTRAS[5], EXTRAS[8])),
        all_out="{t} all out",
        fall=dice.pick(("{w}-{r}", "{r}-{w}", "{w}-{r} ({n})", "{r}")),
        nothing=dice.pick(("", "", "-")),
    )


def _plan(notation: Notation, dice: Dice) -> Plan:
    return replace(choose_plan(dice, notation), batting=dice.pick(_BATTING), bowling=dice.pick(_BOWLING))


def _sheet(card: CardView, look: _Look, dice: Dice) -> str:
    first = card.innings[0]
    width = look.width(first) + 2 + len(first.bowling_columns)
    lines = [row([spanning(match_title(card, dice), width, "title")])]
    facts = [text for text in (card.event, card.venue, card.date_text, card.toss, card.result) if text]
    lines += [row([spanning(text, width)]) for text in facts]
    has_rate = dice.chance(0.3)
    for innings in card.innings:
        lines.append(row([f'<td class="void" colspan="{width}">&nbsp;</td>']))
        lines += _innings(innings, card, look, has_rate=has_rate)
    foot = (dice.pick(("Sheet1", "Score Sheet", "1st XI")), f"Page {dice.whole(1, 3)}")
    return wrap("table", "".join(lines)) + wrap("div", "".join(tag("span", text) for text in foot), "foot")


def _innings(innings: InningsView, card: CardView, look: _Look, *, has_rate: bool) -> list[str]:
    other = next(team for team in card.teams if team != innings.team)
    number = f" ({'1st' if innings.number == 1 else '2nd'} Innings)" if innings.has_number else ""
    left, right = _left(innings, look, has_rate=has_rate), _right(innings, look)
    width, void = look.width(innings), '<td class="void"></td>'
    empty = (f'<td colspan="{width}"></td>', f'<td colspan="{1 + len(innings.bowling_columns)}"></td>')
    bars = (
        spanning(look.bars[0].format(team=innings.team) + number, width, "bar"),
        spanning(look.bars[1].format(team=other), 1 + len(innings.bowling_columns), "bar"),
    )
    pairs = zip_longest([bars[0], *left], [bars[1], *right])
    return [row([one or empty[0], void, two or empty[1]]) for one, two in pairs]


def _left(innings: InningsView, look: _Look, *, has_rate: bool) -> list[str]:
    columns = innings.batting_columns
    how = [tag("th", look.how), tag("th", "Bowler")] if look.splits else [tag("th", look.how)]
    heads = number_cells((look.words[column] for column in columns), "th")
    lines = ["".join([tag("th", look.names[0], "no"), tag("th", look.names[1]), *how, *heads])]
    lines += [_batter(at, each, columns, look) for at, each in enumerate(innings.batting, start=1)]
    if look.lists_waiting:
        rest = "<td></td>" * (look.splits + len(columns))
        lines += [
            tag("td", str(at), "no") + tag("td", name) + tag("td", "did not bat") + rest
            for at, name in enumerate(innings.did_not_bat, start=1 + len(innings.batting))
        ]
    lines.append(_sum("Extras", innings.extras_parts, str(innings.extras["total"]), innings, look))
    rate = f", RR {run_rate(innings)}" if has_rate and run_rate(innings) else ""
    note = f"{wickets_words(innings)}, {innings.overs} overs{rate}"
    lines.append(_sum("Total", note, str(innings.total), innings, look))
    if innings.did_not_bat and not look.lists_waiting:
        lines.append(spanning(f"Did not bat: {', '.join(innings.did_not_bat)}", look.width(innings)))
    return lines


def _batter(at: int, batter: BatterView, columns: Sequence[str], look: _Look) -> str:
    how = [batter.dismissal, batter.bowler] if look.splits else [batter.dismissal]
    texts = [tag("td", text) for text in how]
    return "".join(
        [tag("td", str(at), "no"), tag("td", batter.title), *texts, *number_cells(batter.texts(columns, look.nothing))]
    )


def _sum(label: str, note: str, number: str, innings: InningsView, look: _Look) -> str:
    place = innings.batting_columns.index("runs")
    cells = [tag("td", number if at == place else "", "n sum") for at in range(len(innings.batting_columns))]
    return "".join(["<td></td>", tag("td", label, "sum"), spanning(note, 1 + look.splits), *cells])


def _right(innings: InningsView, look: _Look) -> list[str]:
    columns = innings.bowling_columns
    lines = [tag("th", look.names[2]) + "".join(number_cells((look.words[column] for column in columns), "th"))]
    lines += [
        tag("td", each.name) + "".join(number_cells(each.texts(columns, look.nothing))) for each in innings.bowling
    ]
    if look.sums_bowling:
        sums = (_summed(column, innings.bowling, innings.overs) for column in columns)
        lines.append(tag("td", "Total", "sum") + "".join(tag("td", text, "n sum") for text in sums))
    if innings.falls:
        width = 1 + len(columns)
        lines.append(f'<td class="sum" colspan="{width}">Fall of wickets</td>')
        texts = [fall.text for fall in innings.falls]
        lines += [spanning(", ".join(texts[at : at + 4]), width) for at in range(0, len(texts), 4)]
    return lines


def _summed(column: str, bowling: Sequence[BowlerView], overs: str) -> str:
    if column == "overs":
        return overs
    return "" if column == "economy" else str(sum(int(bowler.cells[column]) for bowler in bowling))


LAYOUT = Layout("scoresheet", _compose, is_paper=True)
