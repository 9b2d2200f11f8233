"""A news site's series page: dismissals in a column of their own, sums and lists as rows of the table, adverts and a table beside."""

from dataclasses import dataclass, replace

from bench.accuracy.invented.dice import Dice
from bench.accuracy.invented.figures import Match
from bench.accuracy.invented.sides import invent_official, invent_team_names
from bench.accuracy.layouts.fonts import SANS
from bench.accuracy.layouts.markup import document, number_cells, row, spanning, tag, wrap
from bench.accuracy.layouts.page import Layout, Page
from bench.accuracy.layouts.practice.scores import run_rate
from bench.accuracy.layouts.prose import advert, article
from bench.accuracy.layouts.unseen_2.short_heads import SHORT_HEADS
from bench.accuracy.layouts.unseen_2.styles import SERIES_PAGE
from bench.accuracy.printed.fill import fill_card
from bench.accuracy.printed.notation import EXTRAS, MARKS, WORDS, Notation, choose_notation
from bench.accuracy.printed.plan import Plan, choose_plan
from bench.accuracy.printed.view import CardView, InningsView

_BATTING = (
    ("runs", "balls", "fours", "sixes", "strike_rate"),
    ("runs", "balls", "minutes", "fours", "sixes", "strike_rate"),
    ("runs", "minutes", "balls", "fours", "sixes", "strike_rate"),
)
_BOWLING = (
    ("overs", "maidens", "runs", "wickets", "economy", "dots", "fours", "sixes", "wides", "no_balls"),
    ("overs", "maidens", "runs", "wickets", "economy", "wides", "no_balls"),
    ("overs", "maidens", "runs", "wickets", "economy"),
)
_LIGHT = {"text": "#2b2c2d", "page": "#edeef0", "panel": "#ffffff", "line": "#e5e7ea", "faint": "#6c6d6f"}
_DARK = {"text": "#e4e6e9", "page": "#16171a", "panel": "#212327", "line": "#383b41", "faint": "#a3a7ad"}
_SIGNS = ("\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}", "\N{BLACK DOWN-POINTING SMALL TRIANGLE}", "")


@dataclass(frozen=True)
class _Look:
    total: str
    between: str
    title: str
    sign: str
    nothing: str


def _compose(match: Match, dice: Dice) -> Page:
    notation = _notation(dice)
    card = fill_card(match, _plan(notation, dice))
    most = f"{match.format.overs} ovs maximum" if match.format.overs else ""
    look = _Look(
        total=dice.pick(("{o} Ov (RR: {r})", "({o} overs, RR: {r})", "{o} Ov")),
        between=dice.pick((", ", " , ", " \N{MIDDLE DOT} ")),
        title=dice.pick(("{team} INNINGS ({most})", "{team} ({most})")) if most else "{team} {number}",
        sign=dice.pick(_SIGNS),
        nothing=notation.nothing,
    )
    look = replace(look, title=look.title.replace("{most}", most))
    is_light = dice.chance(0.75)
    bar, link = dice.pick((("#03a9f4", "#0378b3"), ("#0b2a5b", "#1b5fc1"), ("#c8102e", "#a60d26")))
    style = {
        "size": f"{dice.pick((12, 13, 14))}px",
        "font": f"'{dice.pick(SANS)}'",
        "pad": f"{dice.whole(5, 9)}px",
        "round": f"{dice.pick((0, 4, 12))}px",
        "head": dice.pick(("#f4f5f6", "#eaf4fb", "#ffffff")) if is_light else "#2b2e33",
        "bar": bar,
        "link": (link if dice.chance(0.7) else "#2b2c2d") if is_light else "#8ec7ff",
    }
    main = _head(card, dice) + "".join(_innings(each, look, dice) for each in card.innings) + _details(card, dice)
    body = _menu(dice) + wrap("div", wrap("main", main) + _side(dice), "page")
    theme = _LIGHT if is_light else _DARK
    return Page(document(SERIES_PAGE, body, **theme, **style), dice.pick((1180, 1240, 1300)), card)


def _notation(dice: Dice) -> Notation:
    return replace(
        choose_notation(dice),
        names=dice.pick(("full", "full", "initials")),
        short_names="surname",
        words=WORDS[0],
        marks=replace(MARKS[0], captain=dice.pick(("(c)", "(c)", ""))),
        score="{t}/{w}",
        all_out=dice.pick(("{t} all out", "{t}/{w}")),
        declared="{t}/{w}d",
        overs="({o} ov)",
        extras=dice.pick((EXTRAS[0], EXTRAS[4])),
        shows_noughts=False,
        fall=dice.pick(("{w}-{r} ({n}, {o} ov)", "{w}-{r} ({n}, {o})", "{r}-{w} ({n}, {o} ov)")),
        star=False,
        rate_decimals=2,
    )


def _plan(notation: Notation, dice: Dice) -> Plan:
    return replace(
        choose_plan(dice, notation),
        batting=dice.pick(_BATTING),
        bowling=dice.pick(_BOWLING),
        prints_falls=True,
        prints_did_not_bat=True,
        most_innings=dice.pick((4, 4, 2)),
        prints_other_scores=True,
    )


def _menu(dice: Dice) -> str:
    words = ("Live Scores", "Series", "Teams", "News", "Features", "Videos", "Stats")
    top = tag("b", dice.pick(("cricworld", "STUMPSINFO", "The Third Man"))) + "".join(
        tag("span", word) for word in dice.some(words, dice.whole(5, 7))
    )
    return wrap("nav", top) + tag("div", advert(dice), "banner")


def _head(card: CardView, dice: Dice) -> str:
    place = ", ".join(text for text in (card.event, card.venue, card.date_text) if text)
    lines = [wrap("p", tag("b", "RESULT") + " " + tag("span", place))]
    for team in card.teams:
        scores = [each.score for each in (*card.innings, *card.others) if each.team == team]
        name = tag("i", "") + tag("b", team)
        lines.append(wrap("div", wrap("span", name) + tag("strong", " & ".join(scores)), "score"))
    lines += [tag("p", card.result)] if card.result else []
    words = ("Summary", "Scorecard", "Commentary", "Statistics", "Overs", "Table", "News")
    tabs = "".join(tag("span", word, "on" if word == "Scorecard" else "") for word in words)
    best = tag("small", "PLAYER OF THE MATCH") + tag("b", invent_official(dice))
    return wrap("section", wrap("div", "".join(lines), "head") + wrap("div", best, "best") + wrap("div", tabs, "tabs"))


def _innings(innings: InningsView, look: _Look, dice: Dice) -> str:
    number = ("1st" if innings.number == 1 else "2nd") + " Innings" if innings.has_number else "Innings"
    title = look.title.format(team=innings.team, number=number)
    columns = innings.batting_columns
    heads = [tag("th", "BATTING"), tag("th", ""), *number_cells((SHORT_HEADS[column] for column in columns), "th")]
    lines = [row(heads)]
    for batter in innings.batting:
        cells = number_cells(batter.texts(columns, look.nothing))
        lines.append(row([tag("td", batter.title, "who"), tag("td", batter.dismissal, "how"), *cells]))
    total = look.total.format(o=innings.overs, r=run_rate(innings) or "-")
    for label, note, text in (
        ("Extras", innings.extras_parts, str(innings.extras["total"])),
        ("TOTAL", total, innings.score),
    ):
        cells = number_cells([text, *[""] * (len(columns) - 1)])
        lines.append(row([tag("td", label), tag("td", note), *cells], "sum" if label == "TOTAL" else ""))
    for label, texts in (
        ("Did not bat", innings.did_not_bat),
        ("Fall of wickets", [fall.text for fall in innings.falls]),
    ):
        if texts:
            inner = tag("b", f"{label}: ") + tag("span", look.between.join(texts))
            lines.append(f'<tr><td class="list" colspan="{2 + len(columns)}">{inner}</td></tr>')
    return wrap("section", tag("h2", title) + wrap("table", "".join(lines)) + _bowling(innings, look, dice))


def _bowling(innings: InningsView, look: _Look, dice: Dice) -> str:
    columns = innings.bowling_columns
    heads = number_cells((SHORT_HEADS[column] for column in columns), "th")
    lines = [row([tag("th", "BOWLING"), *heads, tag("th", "")])]
    opened = dice.whole(0, 12)
    for at, bowler in enumerate(innings.bowling):
        cells = number_cells(bowler.texts(columns, look.nothing))
        lines.append(row([tag("td", bowler.name, "who"), *cells, tag("td", look.sign, "s")]))
        if at == opened:
            lines.append(row([spanning(article(dice, 1), 2 + len(columns), "note")]))
    return wrap("table", "".join(lines), "bowling")


def _details(card: CardView, dice: Dice) -> str:
    facts = [(card.venue or "Ground", ""), ("Toss", card.toss), ("Series", card.event)]
    facts += [("Umpires", f"{invent_official(dice)}, {invent_official(dice)}"), ("Match days", card.date_text)]
    facts += [("Match referee", invent_official(dice))]
    lines = [row([tag("td", label, "k"), tag("td", text)]) for label, text in facts if text or label == card.venue]
    return wrap("section", tag("h2", "MATCH DETAILS") + wrap("table", "".join(lines), "facts"))


def _side(dice: Dice) -> str:
    heads = row([tag("th", "Team"), *number_cells(("M", "W", "L", "PT", "NRR"), "th")])
    lines = [heads]
    for at, team in enumerate(invent_team_names(dice, dice.whole(4, 7))):
        won = max(7 - at - dice.whole(0, 1), 0)
        rate = f"{dice.real(-1.5, 1.5):.3f}"
        lines.append(row([tag("td", team), *number_cells(("8", str(won), str(8 - won), str(2 * won), rate))]))
    table = wrap("section", tag("h2", "Points table") + wrap("table", "".join(lines)))
    news = wrap("section", tag("h2", "Latest news") + "".join(tag("p", article(dice, 1)) for _ in range(3)))
    shown = [tag("div", advert(dice), "ad"), table, news, tag("div", advert(dice), "ad tall")]
    return wrap("aside", "".join(dice.some(shown, dice.whole(2, 4))))


LAYOUT = Layout("series_page", _compose, is_paper=True)
