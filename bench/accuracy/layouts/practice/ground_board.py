"""A ground's electric board or a broadcaster's full-screen card: lit letters on black, bowling on either side of the batting."""

from dataclasses import dataclass, replace

from bench.accuracy.invented.dice import Dice
from bench.accuracy.invented.figures import Match
from bench.accuracy.layouts.fonts import CONDENSED, MONO
from bench.accuracy.layouts.markup import document, number_cells, row, tag, wrap
from bench.accuracy.layouts.page import Layout, Page
from bench.accuracy.layouts.practice.scores import RUNS_FIRST, WICKETS_FIRST, run_rate, with_scores
from bench.accuracy.printed.fill import fill_card
from bench.accuracy.printed.notation import EXTRAS, MARKS, WORDS, Notation, choose_notation
from bench.accuracy.printed.plan import Plan, choose_plan
from bench.accuracy.printed.view import BatterView, InningsView

_CSS = """
body{margin:0;background:$back;font:$weight $size/1.2 $font;color:$lamp;padding:$edge}
.top{display:flex;justify-content:space-between;font-size:1.35em;border-bottom:$rule;padding-bottom:8px;margin-bottom:8px;color:$loud}
.board{display:flex;gap:$gap;flex-direction:$order} .bats{flex:1.9;min-width:0} .bowls{flex:1;min-width:0}
table{width:100%;border-collapse:collapse} td,th{padding:$pad 6px;text-align:left;font-weight:inherit;white-space:nowrap;
border-bottom:$lines}
th{color:$dim;font-size:.85em} .n{text-align:right;color:$figure} .no{color:$dim;text-align:right;width:20px} .in td{color:$loud}
.big{display:flex;justify-content:space-between;margin-top:12px;border-top:$rule;padding-top:8px}
.big b{font-size:1.3em;color:$figure;font-weight:inherit}
.more{margin-top:14px} .more div{display:flex;justify-content:space-between;padding:2px 6px}
.ad{color:$dim;text-align:center;margin-top:12px}
"""
_LAMPS = (
    ("#050505", "#ffb300", "#ffd95a", "#ff8f00", "#b07a10"),
    ("#07120a", "#d8ffe0", "#ffffff", "#ffe14d", "#7fae88"),
    ("#0a0a14", "#f2f2f2", "#ffd400", "#7fd3ff", "#9a9ab0"),
    ("#11130f", "#ffffff", "#ff6b5e", "#ffffff", "#a8aca2"),
)
_BATTING = (("runs",), ("runs", "balls"), ("balls", "runs"))
_BOWLING = (("overs", "maidens", "runs", "wickets"), ("overs", "runs", "wickets"), ("overs", "wickets", "runs"))
_HEADS = {
    "runs": ("RUNS", "R"),
    "balls": ("BALLS", "B"),
    "overs": ("OVERS", "O"),
    "maidens": ("MDN", "M"),
    "wickets": ("WKT", "W"),
}


@dataclass(frozen=True)
class _Look:
    has_headings: bool
    width: int
    has_numbers: bool
    is_upper: bool


def _compose(match: Match, dice: Dice) -> Page:
    notation = _notation(dice)
    card = fill_card(match, _plan(match, notation, dice))
    look = _Look(
        # Balls and runs without headings could be either.
        has_headings=dice.chance(0.5) or len(card.innings[0].batting_columns) > 1,
        width=dice.whole(0, 1),
        has_numbers=dice.chance(0.7),
        is_upper=dice.chance(0.85),
    )
    back, lamp, loud, figure, dim = dice.pick(_LAMPS)
    style = {
        "font": f"'{dice.pick(MONO[1:] if dice.chance(0.5) else CONDENSED)}'",
        "size": f"{dice.pick((18, 19, 20))}px",
        "weight": dice.pick((400, 700)),
        "edge": f"{dice.whole(16, 36)}px",
        "gap": f"{dice.pick((24, 36, 48))}px",
        "order": dice.pick(("row", "row-reverse")),
        "pad": f"{dice.whole(2, 6)}px",
        "rule": dice.pick((f"2px solid {dim}", "0")),
        "lines": dice.pick(("0", "0", f"1px dotted {dim}")),
    }
    innings = card.innings[0]
    other = next(team for team in card.teams if team != innings.team)
    body = _board(innings, other, look, dice)
    html = document(_CSS, body, back=back, lamp=lamp, loud=loud, figure=figure, dim=dim, **style)
    return Page(html, dice.pick((1180, 1280, 1366)), card)


def _notation(dice: Dice) -> Notation:
    notation = with_scores(choose_notation(dice), WICKETS_FIRST if dice.chance(0.4) else RUNS_FIRST, dice)
    return replace(
        notation,
        names=dice.pick(("surname", "surname", "initials")),
        short_names="surname",
        words=dice.pick(WORDS[:4]),
        marks=dice.pick((MARKS[3], MARKS[6], MARKS[6])),
        extras=dice.pick((EXTRAS[8], EXTRAS[8], EXTRAS[2])),
        star=False,
        fall=dice.pick(("{r}", "{w}-{r}", "{w}/{r}")),
        nothing="",
    )


def _plan(match: Match, notation: Notation, dice: Dice) -> Plan:
    return replace(
        choose_plan(dice, notation),
        batting=dice.pick(_BATTING),
        bowling=dice.pick(_BOWLING),
        first_innings=dice.whole(0, len(match.innings) - 1),
        most_innings=1,
        parts_bowlers=True,
        prints_toss=False,
        prints_venue=False,
        prints_event=False,
        prints_date=False,
        prints_result=False,
    )


def _board(innings: InningsView, other: str, look: _Look, dice: Dice) -> str:
    number = f" {'1ST' if innings.number == 1 else '2ND'} INNS" if innings.has_number else ""
    top = tag("span", innings.team.upper() + number) + tag("span", f"V {other.upper()}")
    bowls = wrap("div", _bowling(innings, look) + _more(innings, dice), "bowls")
    board = wrap("div", wrap("div", _batting(innings, look), "bats") + bowls, "board")
    big = [("TOTAL", innings.score), ("OVERS", innings.overs), ("EXTRAS", innings.extras_text)]
    sums = "".join(wrap("span", tag("span", label) + " " + tag("b", text)) for label, text in big)
    advert = dice.pick(("", "DRIVE SAFELY HOME", "NEXT HOME GAME SATURDAY"))
    return wrap("div", top, "top") + board + wrap("div", sums, "big") + (tag("div", advert, "ad") if advert else "")


def _shown(text: str, look: _Look) -> str:
    return text.upper() if look.is_upper else text


def _heads(columns: tuple[str, ...], look: _Look) -> list[str]:
    return number_cells((_HEADS[column][look.width] for column in columns), "th")


def _batting(innings: InningsView, look: _Look) -> str:
    columns = innings.batting_columns
    numbers = [tag("th", "")] if look.has_numbers else []
    heads = [*numbers, tag("th", "BATTER"), tag("th", "HOW OUT"), tag("th", "BOWLER"), *_heads(columns, look)]
    lines = [row(heads)] if look.has_headings else []
    lines += [_batter(at, each, columns, look) for at, each in enumerate(innings.batting, start=1)]
    waiting = enumerate(innings.did_not_bat, start=len(innings.batting) + 1)
    lines += [_line(at, [name, "", ""], [""] * len(columns), look) for at, name in waiting]
    return wrap("table", "".join(lines))


def _batter(at: int, batter: BatterView, columns: tuple[str, ...], look: _Look) -> str:
    kind = "in" if batter.kind == "not out" else ""
    return _line(at, [batter.title, batter.dismissal, batter.bowler], batter.texts(columns, ""), look, kind)


def _line(at: int, texts: list[str], numbers: list[str], look: _Look, kind: str = "") -> str:
    place = [tag("td", str(at), "no")] if look.has_numbers else []
    return row([*place, *(tag("td", _shown(text, look)) for text in texts), *number_cells(numbers)], kind)


def _bowling(innings: InningsView, look: _Look) -> str:
    columns = innings.bowling_columns
    lines = [row([tag("th", "BOWLING"), *_heads(columns, look)])]
    lines += [
        row([tag("td", _shown(each.name, look)), *number_cells(each.texts(columns, ""))]) for each in innings.bowling
    ]
    return wrap("table", "".join(lines))


def _more(innings: InningsView, dice: Dice) -> str:
    lines = []
    if innings.falls:
        lines.append(tag("div", dice.pick(("FALL OF WICKETS", "WICKETS FELL AT"))))
        lines += [tag("div", "  ".join(fall.text for fall in innings.falls[at : at + 5])) for at in (0, 5)]
    rate = run_rate(innings)
    lines += [wrap("div", tag("span", "RUN RATE") + tag("span", rate))] if rate and dice.chance(0.5) else []
    return wrap("div", "".join(lines), "more") if lines else ""


LAYOUT = Layout("ground_board", _compose, is_paper=False)
