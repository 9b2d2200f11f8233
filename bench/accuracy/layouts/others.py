"""Pages that are about cricket, or look like tables, and are no scorecard: the right answer to them is a refusal."""

from collections.abc import Callable, Sequence

from bench.accuracy.invented.dice import Dice
from bench.accuracy.invented.names import invent_surname
from bench.accuracy.invented.sides import invent_team_names
from bench.accuracy.layouts.fonts import CONDENSED, MONO, SANS, SERIF
from bench.accuracy.layouts.markup import document, number_cells, row, tag, wrap
from bench.accuracy.layouts.page import Page
from bench.accuracy.layouts.prose import article

_CSS = """
@page{size:A4;margin:12mm}
body{margin:0;padding:24px;font:$size $font;color:$text;background:$page;line-height:1.35}
h1{font-size:1.4em;margin:0 0 10px} table{width:100%;border-collapse:collapse} th{background:$accent;color:#fff;text-align:left}
td,th{padding:6px 10px;border-bottom:1px solid #8885} .n{text-align:right} .bug{display:flex;gap:18px;align-items:center;
background:$accent;color:#fff;padding:12px 20px;font-weight:700;margin-top:280px}
.bug i{font-style:normal;background:#0004;padding:4px 12px}
.field{height:20px}
"""


def _points_table(dice: Dice) -> tuple[str, int]:
    heads = ("Team", "P", "W", "L", "NR", "Pts", "NRR")
    lines = [row(_cells(heads, "th"))]
    points = sorted((dice.whole(0, 14) for _ in range(8)), reverse=True)
    for team, won in zip(invent_team_names(dice, 8), points, strict=True):
        rate = f"{dice.real(-2, 2):+.3f}"
        lines.append(row(_cells((team, "14", str(won), str(14 - won), "0", str(2 * won), rate), "td")))
    return tag("h1", dice.pick(("Points Table", "League Table 2024", "Standings"))) + wrap("table", "".join(lines)), 760


def _averages(dice: Dice) -> tuple[str, int]:
    heads = ("Player", "Mat", "Inns", "NO", "Runs", "HS", "Ave", "100", "50")
    lines = [row(_cells(heads, "th"))]
    for _ in range(18):
        innings, runs = dice.whole(4, 20), dice.whole(60, 900)
        figures = (
            innings + 1,
            innings,
            dice.whole(0, 3),
            runs,
            dice.whole(20, 150),
            f"{runs / innings:.2f}",
            0,
            dice.whole(0, 5),
        )
        lines.append(row(_cells((f"{dice.pick('ABCDJKMRST')} {invent_surname(dice)}", *map(str, figures)), "td")))
    return tag("h1", "Batting averages") + wrap("table", "".join(lines)), 820


def _fixtures(dice: Dice) -> tuple[str, int]:
    teams = invent_team_names(dice, 10)
    lines = [row(_cells(("Date", "Home", "Away", "Time"), "th"))]
    for at in range(12):
        home, away = dice.some(teams, 2)
        lines.append(
            row(
                _cells(
                    (f"{3 + 2 * at % 28} {dice.pick(('May', 'June', 'July'))}", home, away, f"{dice.whole(10, 14)}:30"),
                    "td",
                )
            )
        )
    return tag("h1", "Fixtures") + wrap("table", "".join(lines)), 780


def _receipt(dice: Dice) -> tuple[str, int]:
    goods = (
        "Tea",
        "Sandwich",
        "Orange juice",
        "Cricket ball",
        "Bat grip",
        "Scorebook",
        "Cake",
        "Crisps",
        "Batting gloves",
        "Sun cream",
    )
    lines, total = [], 0
    for thing in dice.some(goods, dice.whole(5, 9)):
        price = dice.whole(80, 4500)
        total += price
        lines.append(row(_cells((thing, f"{dice.whole(1, 3)} x", f"{price / 100:.2f}"), "td")))
    lines.append(row(_cells(("TOTAL", "", f"{total / 100:.2f}"), "td")))
    shop = tag("h1", f"{invent_surname(dice)} Sports") + tag(
        "p", f"{dice.whole(1, 28)}/06/2024 {dice.whole(9, 17)}:{dice.whole(10, 59)}"
    )
    return shop + wrap("table", "".join(lines)) + tag("p", "Thank you"), 380


def _score_bug(dice: Dice) -> tuple[str, int]:
    first, second = invent_team_names(dice, 2)
    runs, wickets = dice.whole(20, 180), dice.whole(0, 8)
    texts = (
        f"{first[:3].upper()} v {second[:3].upper()}",
        f"{runs}-{wickets}",
        f"{dice.whole(4, 19)}.{dice.whole(0, 5)} ov",
    )
    batters = [f"{invent_surname(dice).upper()} {dice.whole(0, 70)}*" for _ in range(2)]
    bug = "".join(
        tag("i", text)
        for text in (*texts, *batters, f"{invent_surname(dice).upper()} {dice.whole(0, 3)}-{dice.whole(5, 40)}")
    )
    return wrap("div", "", "field") + wrap("div", bug, "bug"), 1100


def _report(dice: Dice) -> tuple[str, int]:
    team = invent_team_names(dice, 1)[0]
    paragraphs = "".join(tag("p", article(dice, 5)) for _ in range(4))
    return tag("h1", f"{team} hold on in a thriller") + paragraphs, 640


OTHERS: dict[str, Callable[[Dice], tuple[str, int]]] = {
    "points_table": _points_table,
    "averages": _averages,
    "fixtures": _fixtures,
    "receipt": _receipt,
    "score_bug": _score_bug,
    "match_report": _report,
}


def compose_other(name: str, dice: Dice) -> Page:
    """Return a page of that kind."""
    body, width = OTHERS[name](dice)
    page, text = dice.pick(
        (("#ffffff", "#1b1b1b"), ("#ffffff", "#222222"), ("#15191f", "#e8e8e8"), ("#f8f5ea", "#111111"))
    )
    html = document(
        _CSS,
        body,
        font=f"'{dice.pick(SANS + SERIF + MONO[:2] + CONDENSED[:2])}'",
        size=f"{dice.pick((13, 14, 15, 16))}px",
        accent=dice.pick(("#1a5276", "#145a32", "#78281f", "#444444")),
        page=page,
        text=text,
    )
    return Page(html, width, None)


def _cells(texts: Sequence[str], name: str) -> list[str]:
    return (
        [tag(name, texts[0]), *number_cells(texts[1:], name)] if name == "td" else [tag(name, text) for text in texts]
    )
