"""Fills a card: the match and the plan give the view, with every value already in its printed form."""

import re

from bench.accuracy.invented.figures import BatterFigures, BowlerFigures, Fall, InningsFigures, Match
from bench.accuracy.invented.sides import Player
from bench.accuracy.printed.mistakes import with_mistake
from bench.accuracy.printed.notation import Notation
from bench.accuracy.printed.plan import Plan
from bench.accuracy.printed.view import BatterView, BowlerView, CardView, FallView, InningsView
from bench.accuracy.printed.wording import (
    date_text,
    dismissal_text,
    economy_text,
    full_name,
    overs_text,
    rate_text,
    short_name,
    without_bowler,
)

_ELEVEN = 11
_ALL_OUT = 10
_EXTRAS = ("byes", "leg_byes", "wides", "no_balls", "penalty")
_FALL_PARTS = {"w": "wicket", "r": "runs", "n": "batter", "o": "over"}


def fill_card(match: Match, plan: Plan) -> CardView:
    """Return what a page prints of the match."""
    views = tuple(_innings(innings, plan, match) for innings in match.innings)
    last = plan.first_innings + plan.most_innings
    shown = views[plan.first_innings : last]
    others = tuple(view for view in views if view not in shown) if plan.prints_other_scores else ()
    first, second = match.sides
    return CardView(
        teams=(first.name, second.name),
        innings=shown,
        others=others,
        result=match.result if plan.prints_result else "",
        toss=match.toss if plan.prints_toss else "",
        venue=match.venue if plan.prints_venue else "",
        event=match.event if plan.prints_event else "",
        date=f"{match.year}-{match.month:02}-{match.day:02}" if plan.prints_date else "",
        date_text=date_text(match, plan.notation) if plan.prints_date else "",
        nothing=plan.notation.nothing,
    )


def _innings(innings: InningsFigures, plan: Plan, match: Match) -> InningsView:
    notation = plan.notation
    overs = overs_text(innings.balls, notation.whole_overs) if plan.prints_overs else ""
    score, wickets = _score(innings, notation)
    extras_text, parts, extras = _extras(innings, notation) if plan.prints_extras else ("", "", {})
    waiting = [full_name(player, innings.side, notation) for player in innings.did_not_bat]
    return InningsView(
        team=innings.side.name,
        number=innings.number,
        has_number=match.format.innings > 2,  # noqa: PLR2004 - an innings each needs no number
        total=innings.total,
        wickets=wickets,
        declared=innings.declared,
        score=score,
        overs=overs,
        overs_text=notation.overs.format(o=overs) if overs else "",
        batting=with_mistake([_batter(batter, innings, plan) for batter in innings.batters], plan.mistake),
        extras_text=extras_text,
        extras_parts=f"({parts})" if parts else "",
        extras=extras,
        did_not_bat=tuple(waiting) if plan.prints_did_not_bat else (),
        falls=tuple(_fall(fall, innings, notation) for fall in innings.falls) if plan.prints_falls else (),
        bowling=tuple(_bowler(bowler, innings, plan) for bowler in innings.bowlers) if plan.bowling else (),
        batting_columns=plan.batting,
        bowling_columns=plan.bowling,
    )


def _score(innings: InningsFigures, notation: Notation) -> tuple[str, int]:
    """Return the score as printed and the wickets that it says."""
    wickets = innings.wickets
    template = notation.score
    if innings.declared:
        template = notation.declared
    elif innings.all_out and len(innings.side.players) == _ELEVEN:
        template = notation.all_out
        wickets = _ALL_OUT if "out" in template else wickets
    overs = overs_text(innings.balls, notation.whole_overs)
    return template.format(t=innings.total, w=wickets, o=overs), wickets


def _batter(batter: BatterFigures, innings: InningsFigures, plan: Plan) -> BatterView:
    player, notation, fielding = batter.player, plan.notation, innings.opponents
    dismissal = batter.dismissal
    mark = _mark(player, notation)
    bowler = short_name(dismissal.bowler, fielding, notation) if dismissal.bowler else ""
    text = dismissal_text(dismissal, fielding, notation)
    if plan.parts_bowlers and bowler:
        text = without_bowler(text, bowler, dismissal)
    fielders = [short_name(each.player, fielding, notation) for each in dismissal.fielders]
    return BatterView(
        name=full_name(player, innings.side, notation),
        mark=mark,
        mark_in_front=notation.marks.in_front,
        captain=player.is_captain and bool(notation.marks.captain),
        keeper=player.is_keeper and bool(notation.marks.keeper),
        dismissal=text,
        kind=dismissal.kind,
        bowler=bowler,
        fielders=tuple(name for name in fielders if name in text),
        cells={column: value for column in plan.batting if (value := _batting_cell(batter, column, notation))},
    )


def _mark(player: Player, notation: Notation) -> str:
    captain = notation.marks.captain if player.is_captain else ""
    keeper = notation.marks.keeper if player.is_keeper else ""
    return " ".join(filter(None, (captain, keeper))) if len(captain + keeper) > 2 else captain + keeper  # noqa: PLR2004 - two signs


def _batting_cell(batter: BatterFigures, column: str, notation: Notation) -> str:
    if not batter.came_in:
        return ""
    if column == "strike_rate":
        return rate_text(100 * batter.runs, batter.balls, notation.rate_decimals)
    text = str(getattr(batter, column))
    is_starred = column == "runs" and notation.star and batter.dismissal.kind == "not out"
    return f"{text}*" if is_starred else text


def _bowler(bowler: BowlerFigures, innings: InningsFigures, plan: Plan) -> BowlerView:
    cells = {column: _bowling_cell(bowler, column, plan.notation) for column in plan.bowling}
    printed = {column: text for column, text in cells.items() if text}
    return BowlerView(full_name(bowler.player, innings.opponents, plan.notation), printed)


def _bowling_cell(bowler: BowlerFigures, column: str, notation: Notation) -> str:
    if column == "overs":
        return overs_text(bowler.balls, notation.whole_overs)
    if column == "economy":
        return economy_text(bowler.runs, bowler.balls, notation)
    return str(getattr(bowler, column))


def _extras(innings: InningsFigures, notation: Notation) -> tuple[str, str, dict[str, int]]:
    """Return the extras as printed, their parts alone, and the numbers in them."""
    style = notation.extras
    amounts = {name: getattr(innings, name) for name in _EXTRAS}
    order = [*range(len(style.parts))]
    if style.is_no_ball_first:
        order = [3, 2, 0, 1, 4]
    shown = [
        place for place in order if amounts[_EXTRAS[place]] or (notation.shows_noughts and _EXTRAS[place] != "penalty")
    ]
    parts = style.between.join(style.parts[place].format(amounts[_EXTRAS[place]]) for place in shown)
    text = style.whole.format(n=innings.extras, parts=parts) if parts else str(innings.extras)
    return text, parts, {"total": innings.extras} | {_EXTRAS[place]: amounts[_EXTRAS[place]] for place in shown}


def _fall(fall: Fall, innings: InningsFigures, notation: Notation) -> FallView:
    batter, over = short_name(fall.batter, innings.side, notation), overs_text(fall.balls)
    text = notation.fall.format(w=fall.wicket, r=fall.runs, n=batter, o=over)
    printed = frozenset(_FALL_PARTS[letter] for letter in re.findall(r"{(\w)}", notation.fall))
    return FallView(text, fall.wicket, fall.runs, batter, over, printed)
