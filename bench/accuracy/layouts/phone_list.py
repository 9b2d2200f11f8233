"""A phone app: the dismissal on the line below the name, numbers at the right, often only one innings opened."""

from dataclasses import replace

from bench.accuracy.invented.dice import Dice
from bench.accuracy.invented.figures import Match
from bench.accuracy.layouts.fonts import SANS
from bench.accuracy.layouts.markup import document, number_cells, row, spanning, tag, wrap
from bench.accuracy.layouts.page import Layout, Page
from bench.accuracy.printed.fill import fill_card
from bench.accuracy.printed.headings import SHORT, Headings, choose_headings
from bench.accuracy.printed.notation import Notation, choose_notation
from bench.accuracy.printed.plan import Plan, choose_plan
from bench.accuracy.printed.view import BatterView, CardView, InningsView

_COLUMNS = (
    ("runs", "balls", "fours", "sixes", "strike_rate"),
    ("runs", "balls", "fours", "sixes"),
    ("runs", "balls", "minutes", "fours", "sixes"),
)
_BOWLING = (("overs", "maidens", "runs", "wickets", "economy"), ("overs", "runs", "wickets", "economy"))
_CSS = """
body{margin:0;font:$size $font;color:#20262e;background:#eef0f3;line-height:1.3}
.status{display:flex;justify-content:space-between;background:$bar;color:#fff;padding:5px 14px;font-size:.85em}
.top{background:$bar;color:#fff;padding:8px 14px 12px;font-weight:600} .top div{display:flex;justify-content:space-between}
.tabs{display:flex;background:#fff;color:#77808c;border-bottom:1px solid #ddd} .tabs span{padding:9px 12px}
.tabs .on{color:$bar;border-bottom:3px solid $bar;font-weight:600} .note{padding:7px 14px;color:#8a3b12;background:#fff}
.innings{margin:9px $gap 0;background:#fff;border-radius:$round;overflow:hidden}
.bar{display:flex;justify-content:space-between;background:$tint;padding:9px 12px;font-weight:700}
table{width:100%;border-collapse:collapse} th{font-weight:500;color:#77808c;text-align:left;background:#f6f7f8;font-size:.88em}
td,th{padding:$pad 4px;border-bottom:1px solid #eceef0;vertical-align:$place} td:first-child,th:first-child{padding-left:12px}
td:last-child,th:last-child{padding-right:12px} .n{text-align:right;min-width:20px} .r{font-weight:700}
small{display:block;font-size:$small;color:#77808c} .name{width:52%}
"""


def _compose(match: Match, dice: Dice) -> Page:
    notation = _notation(dice)
    card = fill_card(match, _plan(match, notation, dice))
    bar = dice.pick(("#0d6e5a", "#1a3e8c", "#b3202c", "#222831", "#5b2a86", "#e0561f"))
    style = {
        "font": f"'{dice.pick(SANS)}'",
        "size": f"{dice.pick((12, 13, 14))}px",
        "small": f"{dice.pick((10, 11, 12))}px",
        "pad": f"{dice.whole(4, 8)}px",
        "place": dice.pick(("top", "middle")),
        "round": f"{dice.pick((0, 8, 12))}px",
        "gap": f"{dice.pick((0, 8))}px",
        "tint": dice.pick(("#e4f1ee", "#dfe6f3", "#f3f3f3")),
        "bar": bar,
    }
    headings = (
        SHORT if dice.chance(0.5) else replace(choose_headings(dice), batting=SHORT.batting, bowling=SHORT.bowling)
    )
    body = _top(card) + "".join(_innings(innings, headings, notation.nothing) for innings in card.innings)
    return Page(document(_CSS, body, **style), dice.pick((360, 375, 393, 412, 430)), card)


def _notation(dice: Dice) -> Notation:
    notation = choose_notation(dice)
    return replace(notation, fall="{n}|{r}-{w}|{o}", names=dice.pick(("full", "initials")), star=dice.chance(0.2))


def _plan(match: Match, notation: Notation, dice: Dice) -> Plan:
    plan = choose_plan(dice, notation)
    one = dice.chance(0.5)
    return replace(
        plan,
        batting=dice.pick(_COLUMNS),
        bowling=dice.pick(_BOWLING),
        first_innings=dice.whole(0, len(match.innings) - 1) if one else 0,
        most_innings=1 if one else 2,
        prints_other_scores=True,
        prints_toss=False,
        prints_venue=False,
        prints_event=False,
        prints_date=False,
    )


def _top(card: CardView) -> str:
    scores = sorted((*card.innings, *card.others), key=lambda innings: (innings.number, card.teams.index(innings.team)))
    lines = "".join(wrap("div", tag("span", each.team) + tag("span", each.score_with_overs)) for each in scores)
    tabs = "".join(
        tag("span", word, "on" if word == "Scorecard" else "") for word in ("Info", "Live", "Scorecard", "Squads")
    )
    status = wrap("div", tag("span", "9:41") + tag("span", "5G 82%"), "status")
    return (
        status
        + wrap("div", lines, "top")
        + wrap("div", tabs, "tabs")
        + (tag("div", card.result, "note") if card.result else "")
    )


def _innings(innings: InningsView, headings: Headings, nothing: str) -> str:
    number = f" {'1st' if innings.number == 1 else '2nd'} inns" if innings.has_number else ""
    bar = wrap("div", tag("span", innings.team + number) + tag("span", innings.score_with_overs), "bar")
    return wrap(
        "div",
        bar + _batting(innings, headings, nothing) + _bowling(innings, headings, nothing) + _falls(innings),
        "innings",
    )


def _batting(innings: InningsView, headings: Headings, nothing: str) -> str:
    words = [headings.batting[column] for column in innings.batting_columns]
    span = len(words)
    lines = [row([tag("th", headings.batter, "name"), *number_cells(words, "th")])]
    lines += [row(_batter(batter, innings, nothing)) for batter in innings.batting]
    lines.append(row([tag("td", headings.extras), spanning(innings.extras_text, span, "n")]))
    if innings.did_not_bat:
        waiting = tag("td", headings.did_not_bat) + spanning(", ".join(innings.did_not_bat), span)
        lines.append(wrap("tr", waiting))
    return wrap("table", "".join(lines))


def _batter(batter: BatterView, innings: InningsView, nothing: str) -> list[str]:
    name = f"<td>{tag('span', batter.title)}{tag('small', batter.dismissal)}</td>"
    numbers = number_cells(batter.texts(innings.batting_columns, nothing))
    return [name, *(cell.replace('"n"', '"n r"') if at == 0 else cell for at, cell in enumerate(numbers))]


def _bowling(innings: InningsView, headings: Headings, nothing: str) -> str:
    words = [headings.bowling[column] for column in innings.bowling_columns]
    lines = [row([tag("th", headings.bowler, "name"), *number_cells(words, "th")])]
    for bowler in innings.bowling:
        texts = bowler.texts(innings.bowling_columns, nothing)
        lines.append(row([tag("td", bowler.name), *number_cells(texts)]))
    return wrap("table", "".join(lines))


def _falls(innings: InningsView) -> str:
    if not innings.falls:
        return ""
    lines = [row([tag("th", "Fall of Wickets", "name"), *number_cells(("Score", "Over"), "th")])]
    for fall in innings.falls:
        name, *rest = fall.text.split("|")
        lines.append(row([tag("td", name), *number_cells(rest)]))
    return wrap("table", "".join(lines))


LAYOUT = Layout("phone_list", _compose, is_paper=False)
