"""A broadcaster's page: rows that open and shut, headings in two storeys, scores in tiles above, halves of an innings inside."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bench.accuracy.invented.dice import Dice
from bench.accuracy.invented.figures import BatterFigures, Match
from bench.accuracy.layouts.fonts import CONDENSED, SANS
from bench.accuracy.layouts.markup import document, number_cells, row, tag, wrap
from bench.accuracy.layouts.page import Layout, Page
from bench.accuracy.layouts.practice.scores import RUNS_FIRST, run_rate, with_scores
from bench.accuracy.layouts.unseen.added import figures_of, halves
from bench.accuracy.layouts.unseen.styles import BROADCASTER_ROWS
from bench.accuracy.printed.fill import fill_card
from bench.accuracy.printed.notation import EXTRAS, MARKS, WORDS, Notation, choose_notation
from bench.accuracy.printed.plan import Plan, choose_plan
from bench.accuracy.printed.view import BatterView, CardView, InningsView

_LIGHT = {"text": "#1a1a1a", "page": "#f2f2f2", "panel": "#ffffff", "line": "#d9d9d9", "faint": "#595959"}
_DARK = {"text": "#f5f5f5", "page": "#101214", "panel": "#1b1f23", "line": "#3a4046", "faint": "#b3bac2"}
_SHADES = ({"tile": "#f0f2f4", "lit": "#fff6d6"}, {"tile": "#2a3036", "lit": "#3a3520"})
_BATTING = (
    (("Batting", ("runs", "balls")), ("Boundaries", ("fours", "sixes")), ("Rate", ("strike_rate",))),
    (("Scored", ("runs", "balls", "strike_rate")), ("Boundaries", ("fours", "sixes"))),
    (("", ("runs", "balls", "minutes")), ("Boundaries", ("fours", "sixes"))),
    (("Boundaries", ("fours", "sixes")), ("Innings", ("balls", "runs"))),
)
_BOWLING = (
    (("Figures", ("overs", "maidens", "runs", "wickets")), ("Extras", ("wides", "no_balls")), ("Rate", ("economy",))),
    (("Figures", ("overs", "maidens", "runs", "wickets")), ("Conceded", ("fours", "sixes"))),
    (("", ("overs", "runs", "wickets")), ("Rate", ("economy",))),
)
_HEADS = (
    {"runs": "R", "balls": "B", "minutes": "Min", "fours": "4s", "sixes": "6s", "strike_rate": "SR", "overs": "O"}
    | {"maidens": "M", "wickets": "W", "wides": "Wd", "no_balls": "Nb", "economy": "Econ"},
    {"runs": "Runs", "balls": "Balls", "minutes": "Mins", "fours": "4", "sixes": "6", "strike_rate": "S/R"}
    | {"overs": "Overs", "maidens": "Mdns", "wickets": "Wkts", "wides": "Wides", "no_balls": "NBs", "economy": "RPO"},
)
_SIGNS = (("\N{BLACK RIGHT-POINTING TRIANGLE}", "\N{BLACK DOWN-POINTING TRIANGLE}"), ("+", "\N{MINUS SIGN}"), ("", ""))
_Groups = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True)
class _Look:
    heads: dict[str, str]
    groups: tuple[_Groups, _Groups]
    signs: tuple[str, str]
    signs_last: bool
    against: tuple[str, str]
    tiles: tuple[str, str, str, str]
    opened: float
    nothing: str


def _compose(match: Match, dice: Dice) -> Page:
    notation, groups = _notation(dice), (dice.pick(_BATTING), dice.pick(_BOWLING))
    card = fill_card(match, _plan(notation, groups, dice))
    look = _Look(
        heads=dice.pick(_HEADS),
        groups=groups,
        signs=dice.pick(_SIGNS),
        signs_last=dice.chance(0.5),
        against=dice.pick((("v pace", "v spin"), ("Pace", "Spin"), ("First half", "Second half"))),
        tiles=dice.pick((("Score", "Overs", "Extras", "Run rate"), ("TOTAL", "OVERS", "EXTRAS", "RPO"))),
        opened=dice.pick((0.0, 0.2, 0.35)),
        nothing=notation.nothing,
    )
    is_light = dice.chance(0.65)
    accent, bar = dice.pick(
        (("#e0a100", "#1a1a1a"), ("#0a8f5b", "#06352a"), ("#d5273e", "#3b0d18"), ("#2f7de1", "#0c2340"))
    )
    style = {
        "size": f"{dice.pick((14, 15, 16))}px",
        "font": f"'{dice.pick(CONDENSED[:2] if dice.chance(0.15) else SANS)}'",
        "round": f"{dice.pick((0, 8))}px",
        "grow": dice.pick(("1", "none")),
        "pad": f"{dice.whole(3, 8)}px",
        "split": dice.pick(("0", "1px solid #8886")),
        "align": dice.pick(("right", "center")),
        "accent": accent,
        "bar": bar,
    }
    body = _head(card, dice) + "".join(_innings(each, match, look, dice) for each in card.innings)
    body += tag("div", "All times local. Figures are provided by our scorers.", "foot")
    theme = (_LIGHT | _SHADES[0]) if is_light else (_DARK | _SHADES[1])
    return Page(document(BROADCASTER_ROWS, body, **theme, **style), dice.whole(700, 1000), card)


def _notation(dice: Dice) -> Notation:
    return replace(
        with_scores(choose_notation(dice), RUNS_FIRST, dice),
        names=dice.pick(("full", "full", "initials", "surname")),
        short_names=dice.pick(("surname", "initials")),
        words=dice.pick((WORDS[0], WORDS[1], WORDS[3])),
        extras=dice.pick((EXTRAS[0], EXTRAS[6], EXTRAS[7])),
        marks=dice.pick((MARKS[0], MARKS[1], MARKS[5], MARKS[6])),
    )


def _plan(notation: Notation, groups: tuple[_Groups, _Groups], dice: Dice) -> Plan:
    batting, bowling = (tuple(column for _, columns in each for column in columns) for each in groups)
    return replace(choose_plan(dice, notation), batting=batting, bowling=bowling, most_innings=dice.pick((1, 4, 4)))


def _head(card: CardView, dice: Dice) -> str:
    top = tag("b", dice.pick(("SPORT ONE", "CHANNEL NINE-TWO", "RADIO CRICKET"))) + tag("span", "Menu")
    first, second = card.teams
    place = ", ".join(text for text in (card.event, card.venue, card.date_text) if text)
    sides = wrap("div", tag("span", first) + tag("span", "v") + tag("span", second), "sides")
    lines = [tag("p", text) for text in (place, card.toss) if text]
    lines += [sides, *([tag("p", card.result)] if card.result else [])]
    words = ("Summary", "Scorecard", "Commentary", "Table")
    tabs = "".join(tag("span", word, "on" if word == "Scorecard" else "") for word in words)
    return wrap("div", top, "top") + wrap("div", "".join(lines), "hero") + wrap("div", tabs, "tabs")


def _innings(innings: InningsView, match: Match, look: _Look, dice: Dice) -> str:
    number = f" {'1st' if innings.number == 1 else '2nd'} innings" if innings.has_number else ""
    texts = zip(look.tiles, (innings.score, innings.overs, innings.extras_text, run_rate(innings)), strict=True)
    tiles = "".join(wrap("div", tag("small", label) + tag("b", text)) for label, text in texts if text)
    lines = _storeys(look.groups[0], "Batter", look)
    for batter, played in zip(innings.batting, figures_of(match, innings).batters, strict=True):
        lines += _batter(batter, played, innings.batting_columns, look, dice)
    waiting, falls = ", ".join(innings.did_not_bat), ", ".join(fall.text for fall in innings.falls)
    notes = "".join(
        wrap("p", tag("b", f"{label}: ") + tag("span", text), "list")
        for label, text in (("Did not bat", waiting), ("Fall of wickets", falls))
        if text
    )
    bowling = _storeys(look.groups[1], "Bowler", look)
    columns = innings.bowling_columns
    bowling += [
        row(_signed(tag("b", each.name), number_cells(each.texts(columns, look.nothing)), look.signs[0], look))
        for each in innings.bowling
    ]
    tables = wrap("table", "".join(lines)) + notes + wrap("table", "".join(bowling))
    return wrap("section", tag("h2", innings.team + number) + wrap("div", tiles, "tiles") + tables)


def _storeys(groups: _Groups, name: str, look: _Look) -> list[str]:
    upper = [f'<th class="g" colspan="{len(columns)}">{word}</th>' for word, columns in groups]
    lower = number_cells((look.heads[column] for _, columns in groups for column in columns), "th")
    sign = '<th class="s"></th>'
    lines = (("<th></th>", upper), (tag("th", name), lower))
    return [row([first, *cells, sign] if look.signs_last else [sign, first, *cells]) for first, cells in lines]


def _signed(name: str, cells: list[str], sign: str, look: _Look) -> list[str]:
    first = wrap("td", name)
    return [first, *cells, tag("td", sign, "s")] if look.signs_last else [tag("td", sign, "s"), first, *cells]


def _batter(batter: BatterView, played: BatterFigures, columns: Sequence[str], look: _Look, dice: Dice) -> list[str]:
    is_open = played.came_in and dice.chance(look.opened)
    name = tag("span", batter.title, "nm") + tag("span", batter.dismissal, "how")
    cells = number_cells(batter.texts(columns, look.nothing))
    lines = [row(_signed(name, cells, look.signs[is_open], look), "in" if batter.kind == "not out" else "")]
    if is_open:
        parts = zip(look.against, halves(played, dice), strict=True)
        texts = "".join(tag("span", f"{label} {runs} ({balls})") for label, (runs, balls) in parts)
        lines.append(row([f'<td colspan="{2 + len(columns)}">{texts}</td>'], "more"))
    return lines


LAYOUT = Layout("broadcaster_rows", _compose, is_paper=False)
