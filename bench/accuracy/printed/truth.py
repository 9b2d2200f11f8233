"""The truth of a page in the schema of the scorer: what the view prints, nothing else."""

from typing import Any

from bench.accuracy.printed.view import BatterView, BowlerView, CardView, FallView, InningsView

_TEXTS = {"overs", "strike_rate", "economy"}


def truth_of(card: CardView) -> dict[str, Any]:
    """Return `match` and `innings` of the truth."""
    head = {
        "venue": card.venue,
        "date": card.date,
        "date_text": card.date_text,
        "event": card.event,
        "toss": card.toss,
        "result": card.result,
    }
    match: dict[str, Any] = {"teams": list(card.teams)} | {name: text for name, text in head.items() if text}
    if card.others:
        match["other_scores"] = [
            {"team": other.team, "total": other.total, "wickets": other.wickets} for other in card.others
        ]
    return {"match": match, "innings": [_innings(innings) for innings in card.innings]}


def _innings(innings: InningsView) -> dict[str, Any]:
    truth: dict[str, Any] = {"team": innings.team, "number": innings.number, "total": innings.total}
    truth |= {"wickets": innings.wickets}
    if innings.overs:
        truth["overs"] = innings.overs
    if innings.declared:
        truth["declared"] = True
    truth["batting"] = [_batter(batter) for batter in innings.batting]
    lists = {
        "extras": dict(innings.extras),
        "did_not_bat": list(innings.did_not_bat),
        "fall_of_wickets": [_fall(fall) for fall in innings.falls],
        "bowling": [_bowler(bowler) for bowler in innings.bowling],
    }
    return truth | {name: values for name, values in lists.items() if values}


def _batter(batter: BatterView) -> dict[str, Any]:
    parts: dict[str, Any] = {
        "name": batter.name,
        "captain": batter.captain,
        "keeper": batter.keeper,
        "dismissal": batter.dismissal,
        "kind": batter.kind,
        "bowler": batter.bowler,
        "fielders": list(batter.fielders),
    }
    return {name: value for name, value in parts.items() if value} | _cells(dict(batter.cells))


def _bowler(bowler: BowlerView) -> dict[str, Any]:
    return {"name": bowler.name} | _cells(dict(bowler.cells))


def _cells(cells: dict[str, str]) -> dict[str, Any]:
    return {name: text if name in _TEXTS else int(text.rstrip("*")) for name, text in cells.items()}


def _fall(fall: FallView) -> dict[str, Any]:
    values = {"wicket": fall.wicket, "runs": fall.runs, "batter": fall.batter, "over": fall.over}
    return {name: value for name, value in values.items() if name in fall.printed}
