"""A live-score site: bars with the score, falls and partnerships as tables of their own, innings that stay shut, a column of news."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from bench.accuracy.invented.dice import Dice
from bench.accuracy.invented.figures import InningsFigures, Match
from bench.accuracy.layouts.fonts import SANS
from bench.accuracy.layouts.markup import document, tag, wrap
from bench.accuracy.layouts.page import Layout, Page
from bench.accuracy.layouts.practice.scores import run_rate
from bench.accuracy.layouts.prose import advert, article
from bench.accuracy.layouts.unseen.added import figures_of
from bench.accuracy.layouts.unseen_2.around import Stand, power_play, shares, stands
from bench.accuracy.layouts.unseen_2.short_heads import SHORT_HEADS
from bench.accuracy.layouts.unseen_2.styles import LIVE_SITE
from bench.accuracy.printed.fill import fill_card
from bench.accuracy.printed.notation import EXTRAS, MARKS, WORDS, Notation, choose_notation
from bench.accuracy.printed.plan import Plan, choose_plan
from bench.accuracy.printed.view import BatterView, CardView, InningsView

_BATTING = ("runs", "balls", "fours", "sixes", "strike_rate")
_BOWLING = (
    ("overs", "maidens", "runs", "wickets", "no_balls", "wides", "economy"),
    ("overs", "maidens", "runs", "wickets", "economy"),
)
_HEADS = SHORT_HEADS | {"economy": "ECO"}
_STRONG = {"runs", "wickets"}
_WIDE = {"strike_rate", "economy"}
_CHEVRON = "\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}"


@dataclass(frozen=True)
class _Look:
    batter: str
    waiting: str
    sign: str
    has_stands: bool
    has_power_play: bool
    nothing: str


def _compose(match: Match, dice: Dice) -> Page:
    notation = _notation(dice)
    card = fill_card(match, _plan(notation, match, dice))
    look = _Look(
        batter=dice.pick(("Batter", "Batsman")),
        waiting=dice.pick(("Did not Bat", "Yet to Bat", "Did not bat")),
        sign=dice.pick((_CHEVRON, "")),
        has_stands=dice.chance(0.5),
        has_power_play=match.format.overs is not None and dice.chance(0.6),
        nothing=notation.nothing,
    )
    bar, head = dice.pick(
        (("#028062", "#e3e6e3"), ("#17375e", "#e4e9f0"), ("#4a4a4a", "#ececec"), ("#00577b", "#dfeaf0"))
    )
    is_grey = dice.chance(0.5)
    style = {
        "size": f"{dice.pick((12, 13, 14))}px",
        "font": f"'{dice.pick((*SANS[:5], 'DejaVu Sans'))}'",
        "pad": f"{dice.whole(4, 8)}px",
        "page": dice.pick(("#dfdfdf", "#f5f5f5", "#ffffff")),
        "bar": bar,
        "head": head,
        "shut": "#e3e3e3" if is_grey else bar,
        "shuttext": "#222" if is_grey else "#fff",
        "link": dice.pick(("#1a4fb5", "#0a5a8c", "#222222")),
        "result": dice.pick(("#1a4fb5", "#c0392b", "#028062")),
        "col": dice.pick(("7.5%", "8%")),
        "chev": "4%" if look.sign else "0",
        "space": dice.pick(("0", "8%", "22%")),
    }
    page = wrap("div", wrap("main", _main(card, match, look, dice)) + _side(dice), "page")
    return Page(document(LIVE_SITE, _menu(dice) + page, **style), dice.pick((1000, 1040, 1100)), card)


def _notation(dice: Dice) -> Notation:
    names = dice.pick(("full", "full", "initials"))
    return replace(
        choose_notation(dice),
        names=names,
        short_names=dice.pick(("surname", names)),
        words=dice.pick((WORDS[1], WORDS[0])),
        marks=dice.pick((MARKS[1], MARKS[1], MARKS[6])),
        score="{t}-{w}",
        all_out=dice.pick(("{t}-{w}", "{t}-{w}", "{t} all out")),
        declared="{t}-{w} d",
        overs="({o} Ov)",
        extras=EXTRAS[0],
        fall="{n} {r}-{w} {o}",
        star=False,
        rate_decimals=2,
    )


def _plan(notation: Notation, match: Match, dice: Dice) -> Plan:
    is_one = dice.chance(0.35)
    return replace(
        choose_plan(dice, notation),
        batting=_BATTING,
        bowling=dice.pick(_BOWLING),
        prints_falls=dice.chance(0.85),
        most_innings=1 if is_one else 4,
        first_innings=dice.whole(0, len(match.innings) - 1) if is_one else 0,
        prints_other_scores=True,
    )


def _menu(dice: Dice) -> str:
    words = ("Live Scores", "Schedule", "Archives", "News", "Series", "Teams", "Rankings", "More")
    name = tag("b", dice.pick(("crickline", "ScoreDesk", "cricpulse")))
    return wrap("nav", name + "".join(tag("span", word) for word in words))


def _main(card: CardView, match: Match, look: _Look, dice: Dice) -> str:
    first, second = card.teams
    facts = (("Series", card.event), ("Venue", card.venue), ("Date & Time", card.date_text))
    line = ", ".join(f"{label}: {text}" for label, text in facts if text)
    tabs = "".join(
        tag("span", word, "on" if word == "Scorecard" else "")
        for word in ("Commentary", "Scorecard", "Squads", "Highlights", "Full Commentary", "News")
    )
    parts = [
        tag("h1", f"{first} vs {second} - {dice.pick(('Live Cricket Score', 'Scorecard'))}"),
        tag("p", line, "facts"),
    ]
    parts += [wrap("div", tabs, "tabs"), *([tag("div", card.result, "result")] if card.result else [])]
    blocks = [(each.team, each.number, _innings(each, match, look, dice)) for each in card.innings]
    blocks += [(each.team, each.number, _bar(each, "bar shut")) for each in card.others]
    order = [(each.side.name, each.number) for each in match.innings]
    parts += [block for *_, block in sorted(blocks, key=lambda each: order.index((each[0], each[1])))]
    if card.toss:
        parts.append(_line((("Toss", "a"), (card.toss, "wide"))))
    return "".join(parts)


def _bar(innings: InningsView, kind: str = "bar") -> str:
    number = f" {'1st' if innings.number == 1 else '2nd'} Innings" if innings.has_number else " Innings"
    return wrap("div", tag("span", innings.team + number) + tag("span", innings.score_with_overs), kind)


def _line(cells: Iterable[tuple[str, str]], kind: str = "r") -> str:
    return wrap("div", "".join(tag("div", text, place) for text, place in cells), kind)


def _place(column: str) -> str:
    return "n" + " b" * (column in _STRONG) + " w" * (column in _WIDE)


def _innings(innings: InningsView, match: Match, look: _Look, dice: Dice) -> str:
    heads = [(_HEADS[column], _place(column)) for column in innings.batting_columns]
    lines = [_bar(innings), _line([(look.batter, "a"), ("", "d"), *heads, ("", "p")], "h")]
    lines += [_batter(each, innings.batting_columns, look) for each in innings.batting]
    lines.append(_line((("Extras", "a"), (innings.extras_text, "wide")), "r sum"))
    overs = f" ({innings.overs} Overs, RR: {run_rate(innings) or '-'})" if innings.overs else ""
    lines.append(_line((("Total", "a"), (innings.score + overs, "wide b")), "r sum"))
    if innings.did_not_bat:
        lines.append(_line(((look.waiting, "a"), (", ".join(innings.did_not_bat), "wide"))))
    lines += _bowling(innings, look)
    if innings.falls:
        lines.append(_line((("Fall of Wickets", "half"), ("Score", "mid"), ("Over", "half right")), "h"))
        lines += [
            _line(((fall.batter, "half"), (f"{fall.runs}-{fall.wicket}", "mid"), (fall.over, "half right")))
            for fall in innings.falls
        ]
    played = figures_of(match, innings)
    lines += _power_play(played, dice) if look.has_power_play else []
    lines += _stands(stands(played), dice) if look.has_stands else []
    return wrap("div", "".join(lines), "in")


def _batter(batter: BatterView, columns: tuple[str, ...], look: _Look) -> str:
    cells = [(batter.cells.get(column, look.nothing), _place(column)) for column in columns]
    return _line([(batter.title, "a"), (batter.dismissal, "d"), *cells, (look.sign, "p")])


def _bowling(innings: InningsView, look: _Look) -> list[str]:
    columns = innings.bowling_columns
    lines = [_line([("Bowler", "wide"), *((_HEADS[column], _place(column)) for column in columns), ("", "p")], "h")]
    for bowler in innings.bowling:
        cells = [(bowler.cells.get(column, look.nothing), _place(column)) for column in columns]
        lines.append(_line([(bowler.name, "wide"), *cells, (look.sign, "p")]))
    return lines


def _power_play(played: InningsFigures, dice: Dice) -> list[str]:
    overs, runs = power_play(played, dice)
    lines = [_line((("Powerplays", "half"), ("Overs", "mid"), ("Runs", "half right")), "h")]
    return [*lines, _line((("Mandatory", "half"), (overs, "mid"), (str(runs), "half right")))]


def _stands(together: list[Stand], dice: Dice) -> list[str]:
    lines = [_line((("Partnerships", "wide"),), "h")]
    for stand in together:
        (first, second), (his, hers) = stand.pair, shares(stand, dice)
        left = f"{first.name.surname} {his[0]} ({his[1]})"
        right = f"{hers[0]} ({hers[1]}) {second.name.surname}"
        lines.append(_line(((left, "half"), (f"{stand.runs} ({stand.balls})", "mid"), (right, "half right"))))
    return lines


def _side(dice: Dice) -> str:
    news = tag("h3", dice.pick(("Latest News", "FEATURED VIDEOS"))) + "".join(
        tag("p", article(dice, 1)) for _ in range(dice.whole(3, 5))
    )
    return wrap("aside", tag("div", advert(dice), "ad") + news + tag("div", advert(dice), "ad"))


LAYOUT = Layout("live_site", _compose, is_paper=False)
