"""A statistics site: ranks before the names, points and shares among the figures, the dismissal behind all of them."""

from dataclasses import dataclass, replace

from bench.accuracy.invented.dice import Dice
from bench.accuracy.invented.figures import Match
from bench.accuracy.layouts.fonts import CONDENSED, SANS
from bench.accuracy.layouts.markup import document, number_cells, row, tag, wrap
from bench.accuracy.layouts.page import Layout, Page
from bench.accuracy.layouts.practice.scores import RUNS_FIRST, run_rate, with_scores
from bench.accuracy.layouts.titles import match_title
from bench.accuracy.layouts.unseen.added import batting_points, bowling_points, figures_of, ranks
from bench.accuracy.layouts.unseen.styles import STATS_SITE
from bench.accuracy.printed.fill import fill_card
from bench.accuracy.printed.notation import EXTRAS, MARKS, Notation, choose_notation
from bench.accuracy.printed.plan import Plan, choose_plan
from bench.accuracy.printed.view import CardView, InningsView

_LIGHT = {"text": "#1d2733", "page": "#eef1f4", "panel": "#ffffff", "line": "#d5dbe1", "faint": "#566270"}
_DARK = {"text": "#e6ebf1", "page": "#10151b", "panel": "#171e26", "line": "#333e4a", "faint": "#a3b0be"}
_SHADES = ({"head": "#e9edf1", "stripe": "#ffffff"}, {"head": "#24303c", "stripe": "#1b232c"})
_BATTING = (
    ("runs", "balls", "fours", "sixes", "strike_rate"),
    ("runs", "balls", "strike_rate", "fours", "sixes"),
    ("runs", "balls", "minutes", "strike_rate", "fours", "sixes"),
    ("runs", "balls", "strike_rate"),
)
_BOWLING = (
    ("overs", "maidens", "runs", "wickets", "economy", "dots"),
    ("overs", "runs", "wickets", "economy", "dots", "fours", "sixes"),
    ("wickets", "runs", "overs", "maidens", "economy"),
)
_HEADS = (
    {"runs": "R", "balls": "BF", "minutes": "Min", "fours": "4s", "sixes": "6s", "strike_rate": "SR", "overs": "O"}
    | {"maidens": "M", "wickets": "W", "economy": "ER", "dots": "0s"},
    {"runs": "Runs", "balls": "Balls", "minutes": "Mins", "fours": "Fours", "sixes": "Sixes", "overs": "Overs"}
    | {"strike_rate": "Strike Rate", "maidens": "Mdns", "wickets": "Wkts", "economy": "Econ", "dots": "Dots"},
)


@dataclass(frozen=True)
class _Look:
    heads: dict[str, str]
    names: tuple[str, str, str]
    rank: str
    points: str
    share: str
    has_team: bool
    how_before_points: bool
    waiting: str
    nothing: str


def _compose(match: Match, dice: Dice) -> Page:
    notation = _notation(dice)
    card = fill_card(match, _plan(notation, dice))
    look = _Look(
        heads=dice.pick(_HEADS),
        names=dice.pick((("Player", "Player", "How out"), ("Batter", "Bowler", "Dismissal"), ("Name", "Name", ""))),
        rank=dice.pick(("Rk", "Rank", "#", "")),
        points=dice.pick(("Pts", "Points", "FPts", "Impact")),
        share=dice.pick(("", "", "% runs", "Share")),
        has_team=dice.chance(0.25),
        how_before_points=dice.chance(0.35),
        waiting=dice.pick(("Did not bat", "DNB", "Yet to bat")),
        nothing=notation.nothing,
    )
    is_light = dice.chance(0.7)
    accent, bar = dice.pick(
        (("#c2410c", "#1f2937"), ("#0f766e", "#083344"), ("#6d28d9", "#2e1065"), ("#b91c1c", "#111"))
    )
    style = {
        "size": f"{dice.pick((13, 14, 15))}px",
        "font": f"'{dice.pick(CONDENSED[:2] if dice.chance(0.2) else SANS)}'",
        "pad": f"{dice.whole(2, 7)}px",
        "rule": dice.pick(("1px solid #8883", "0")),
        "case": dice.pick(("none", "uppercase")),
        "align": dice.pick(("right", "center", "left")),
        "round": f"{dice.pick((0, 10))}px",
        "accent": accent if is_light else "#f5a742",
        "bar": bar,
        "link": dice.pick(("inherit", "#1c64c4" if is_light else "#8ab8ff")),
    }
    inner = "".join(_innings(each, match, look) for each in card.innings)
    body = _top(card, dice) + wrap("main", _head(card, dice) + inner)
    theme = (_LIGHT | _SHADES[0]) if is_light else (_DARK | _SHADES[1])
    return Page(document(STATS_SITE, body, **theme, **style), dice.whole(1080, 1320), card)


def _notation(dice: Dice) -> Notation:
    return replace(
        with_scores(choose_notation(dice), RUNS_FIRST, dice),
        names=dice.pick(("full", "full", "initials", "surname first")),
        short_names=dice.pick(("surname", "initials")),
        marks=dice.pick((MARKS[0], MARKS[1], MARKS[4], MARKS[6])),
        extras=dice.pick((EXTRAS[3], EXTRAS[4], EXTRAS[5])),
        fall=dice.pick(("{w}-{r} ({n}, {o} ov)", "{r}/{w} {n}", "{w}-{r}")),
        nothing=dice.pick(("-", "", "\N{EN DASH}")),
    )


def _plan(notation: Notation, dice: Dice) -> Plan:
    return replace(choose_plan(dice, notation), batting=dice.pick(_BATTING), bowling=dice.pick(_BOWLING))


def _top(card: CardView, dice: Dice) -> str:
    words = ("Live", "Series", "Players", "Rankings", "Fantasy")
    site = tag("b", dice.pick(("CricDepth", "StumpData", "The Run Index")))
    crumbs = " \N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK} ".join(
        text for text in ("Matches", card.event, "Player scores") if text
    )
    return wrap("div", site + "".join(tag("span", word) for word in words), "top") + tag("div", crumbs, "crumbs")


def _head(card: CardView, dice: Dice) -> str:
    facts = (("Venue", card.venue), ("Date", card.date_text), ("Toss", card.toss), ("Result", card.result))
    texts = "".join(wrap("span", f"{label}: " + tag("b", text)) for label, text in facts if text)
    return tag("h1", match_title(card, dice)) + (wrap("div", texts, "facts") if texts else "")


def _innings(innings: InningsView, match: Match, look: _Look) -> str:
    number = f" ({'1st' if innings.number == 1 else '2nd'} innings)" if innings.has_number else ""
    rate = f"Run rate {run_rate(innings)}" if run_rate(innings) else ""
    score = tag("span", innings.score_with_overs)
    title = wrap("h2", tag("span", innings.team + number) + score + tag("small", rate))
    waiting = _chips(look.waiting, innings.did_not_bat)
    falls = _chips("Fall of wickets", [fall.text for fall in innings.falls])
    return wrap("div", title + _batting(innings, match, look) + waiting + falls, "box") + _bowling(innings, match, look)


def _chips(label: str, texts: list[str] | tuple[str, ...]) -> str:
    return wrap("div", tag("b", label) + "".join(tag("span", text) for text in texts), "chips") if texts else ""


def _batting(innings: InningsView, match: Match, look: _Look) -> str:
    figures, columns = figures_of(match, innings), innings.batting_columns
    points = [batting_points(each) for each in figures.batters]
    heads = number_cells((look.heads[column] for column in columns), "th")
    lines = [_line(["th"] * 2, ("rank", look.names[0], "team"), heads, (look.share, look.names[2], look.points), look)]
    rows = zip(innings.batting, figures.batters, points, ranks(points), strict=True)
    for batter, played, point, rank in rows:
        share = f"{100 * played.runs / max(figures.total, 1):.0f}%"
        texts = number_cells(batter.texts(columns, look.nothing))
        names = (rank, batter.title, figures.side.code)
        lines.append(_line(["td", "td"], names, texts, (share, batter.dismissal, str(point)), look))
    total = innings.sum_note.strip("()")
    lines.append(_sum("Extras", innings.extras_parts.strip("()"), str(innings.extras["total"]), innings, look))
    lines.append(_sum("Total", total, str(innings.total), innings, look))
    return wrap("table", "".join(lines))


def _line(
    kinds: list[str], names: tuple[str, str, str], texts: list[str], rest: tuple[str, str, str], look: _Look
) -> str:
    cell, is_head = kinds[0], kinds[0] == "th"
    rank = [tag(cell, look.rank if is_head else names[0], "rk")] if look.rank else []
    team = [tag(cell, "Team" if is_head else names[2])] if look.has_team else []
    share = [tag(cell, rest[0], "n")] if look.share else []
    how, points = tag(cell, rest[1], "how"), tag(cell, rest[2], "pts")
    last = [how, points] if look.how_before_points else [points, how]
    return row([*rank, tag(cell, names[1], "who"), *team, *texts, *share, *last])


def _sum(label: str, note: str, number: str, innings: InningsView, look: _Look) -> str:
    at_runs = number_cells(number if column == "runs" else "" for column in innings.batting_columns)
    line = _line(["td"], ("", label, ""), at_runs, ("", note, ""), look)
    return line.replace("<tr>", '<tr class="sum">')


def _bowling(innings: InningsView, match: Match, look: _Look) -> str:
    figures, columns = figures_of(match, innings), innings.bowling_columns
    points = [bowling_points(each) for each in figures.bowlers]
    rank = [tag("th", look.rank, "rk")] if look.rank else []
    heads = number_cells((look.heads[column] for column in columns), "th")
    lines = [row([*rank, tag("th", look.names[1], "who"), *heads, tag("th", look.points, "pts")])]
    for bowler, point, place in zip(innings.bowling, points, ranks(points), strict=True):
        before = [tag("td", place, "rk")] if look.rank else []
        texts = number_cells(bowler.texts(columns, look.nothing))
        lines.append(row([*before, tag("td", bowler.name, "who"), *texts, tag("td", str(point), "pts")]))
    title = wrap("h2", tag("span", f"{figures.opponents.name} bowling"))
    note = tag("p", f"{look.points}: our own count of an all-round performance.", "note")
    return wrap("div", title + wrap("table", "".join(lines)) + note, "box")


LAYOUT = Layout("stats_site", _compose, is_paper=True)
