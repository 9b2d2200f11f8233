"""A scoring program's window: grey frame, title bar, tables with ridged headings, one tab for each innings. Reporting only."""

from dataclasses import replace

from bench.accuracy.invented.dice import Dice
from bench.accuracy.invented.figures import Match
from bench.accuracy.layouts.fonts import RESERVED_DISPLAY
from bench.accuracy.layouts.markup import document, number_cells, row, tag, wrap
from bench.accuracy.layouts.page import Layout, Page
from bench.accuracy.layouts.titles import team_title
from bench.accuracy.printed.fill import fill_card
from bench.accuracy.printed.headings import choose_headings
from bench.accuracy.printed.notation import EXTRAS, choose_notation
from bench.accuracy.printed.plan import choose_plan
from bench.accuracy.printed.view import CardView, InningsView

_CSS = """
body{margin:0;padding:14px;background:#3a6ea5;font:$size $font;color:$text}
.window{background:$frame;border:2px outset #fff}
.bar{background:$bar;color:#fff;padding:5px 9px;display:flex;justify-content:space-between;font-weight:700}
.tools{padding:4px 9px;display:flex;gap:16px;border-bottom:1px solid #888} .in{padding:10px}
.facts{display:grid;grid-template-columns:110px 1fr;gap:2px 8px;margin-bottom:8px}
fieldset{border:2px groove #ddd;margin:8px 0;padding:6px 10px} legend{font-weight:700}
table{width:100%;border-collapse:collapse;background:$list}
th{background:$frame;border:2px outset #f4f4f4;text-align:left;font-weight:400;padding:2px 6px}
td{padding:$pad 6px;border:1px solid $grid} .n{text-align:$align;width:46px}
.pairs{display:flex;flex-wrap:wrap;gap:4px 18px;padding:6px 2px}
.pairs b{border:2px inset #eee;background:$list;padding:1px 10px;font-weight:400}
"""
_LABELS = (
    ("byes", "Byes"),
    ("leg_byes", "Leg byes"),
    ("wides", "Wides"),
    ("no_balls", "No balls"),
    ("penalty", "Penalties"),
)


def _compose(match: Match, dice: Dice) -> Page:
    notation = replace(
        choose_notation(dice), extras=EXTRAS[0], shows_noughts=True, fall=dice.pick(("{w}-{r}", "{r}", "{r}/{w}"))
    )
    plan = replace(
        choose_plan(dice, notation),
        first_innings=dice.whole(0, len(match.innings) - 1),
        most_innings=1,
        parts_bowlers=True,
        prints_date=True,
    )
    card = fill_card(match, plan)
    frame, panel, text, grid = dice.pick(
        (("#d4d0c8", "#ffffff", "#000000", "#d4d0c8"), ("#ececec", "#ffffff", "#222222", "#dddddd"))
    )
    html = document(
        _CSS,
        _window(card, dice, notation.nothing),
        font=f"'{dice.pick(RESERVED_DISPLAY)}'",
        size=f"{dice.pick((14, 15, 16))}px",
        pad=f"{dice.whole(1, 4)}px",
        align=dice.pick(("center", "right", "left")),
        bar=dice.pick(("#0a246a", "#2b5797", "#444444")),
        frame=frame,
        list=panel,
        text=text,
        grid=grid,
    )
    return Page(html, dice.pick((860, 940, 1040)), card)


def _window(card: CardView, dice: Dice, nothing: str) -> str:
    bar = wrap("div", tag("span", "Score Book 3.1 - match.sbk") + tag("span", "_ □ x"), "bar")
    tools = wrap("div", "".join(tag("span", word) for word in ("File", "Match", "Innings", "Reports", "Help")), "tools")
    innings = card.innings[0]
    facts = [
        ("Match", " v ".join(card.teams)),
        ("Competition", card.event),
        ("Ground", card.venue),
        ("Date", card.date_text),
    ]
    facts += [("Toss", card.toss), ("Result", card.result), ("Batting", team_title(innings, "{team}"))]
    fields = "".join(tag("span", label) + tag("span", text) for label, text in facts if text)
    inner = wrap("div", fields, "facts") + _boxes(innings, dice, nothing)
    return wrap("div", bar + tools + wrap("div", inner, "in"), "window")


def _boxes(innings: InningsView, dice: Dice, nothing: str) -> str:
    words = choose_headings(dice)
    columns, bowling = innings.batting_columns, innings.bowling_columns
    lines = [
        row(
            [
                *_heads(words.batter, words.status or "How out", "Bowler"),
                *number_cells((words.batting[each] for each in columns), "th"),
            ]
        )
    ]
    for batter in innings.batting:
        texts = batter.texts(columns, nothing)
        lines.append(
            row([tag("td", batter.title), tag("td", batter.dismissal), tag("td", batter.bowler), *number_cells(texts)])
        )
    figures = [row([*_heads(words.bowler), *number_cells((words.bowling[each] for each in bowling), "th")])]
    for bowler in innings.bowling:
        texts = bowler.texts(bowling, nothing)
        figures.append(row([tag("td", bowler.name), *number_cells(texts)]))
    boxes = _box("Batting", wrap("table", "".join(lines)) + _sums(innings))
    return boxes + _lists(innings) + _box("Bowling", wrap("table", "".join(figures)))


def _heads(*words: str) -> list[str]:
    return [tag("th", word) for word in words]


def _box(label: str, inner: str) -> str:
    return wrap("fieldset", tag("legend", label) + inner)


def _sums(innings: InningsView) -> str:
    parts = [(label, str(innings.extras[name])) for name, label in _LABELS if name in innings.extras]
    parts += [("Extras", str(innings.extras["total"])), ("Total", innings.score), ("Overs", innings.overs)]
    return wrap(
        "div", "".join(wrap("span", tag("span", label) + " " + tag("b", text)) for label, text in parts), "pairs"
    )


def _lists(innings: InningsView) -> str:
    falls = (
        _box("Fall of wickets", tag("span", "   ".join(fall.text for fall in innings.falls))) if innings.falls else ""
    )
    return falls + (_box("Did not bat", tag("span", ", ".join(innings.did_not_bat))) if innings.did_not_bat else "")


LAYOUT = Layout("desktop_window", _compose, is_paper=False, is_reserved=True)
