"""The document in the neutral shape in which readers of scorecards are compared: `--format neutral`.

Refuses to add anything: what the document does not hold is absent here too.
"""

from typing import Any

from scorecard_runner.document import BattingEntry, BowlingEntry, ExtrasEntry, InningsEntry, ScorecardDocument

_NOT_NEUTRAL = {"confidence", "read_by", "is_out", "bowler_full_name", "fielder_full_names"}
_BATTING_NAMES = {"player_name": "name", "balls_faced": "balls", "how_out": "kind"}
_BOWLING_NAMES = {
    "player_name": "name",
    "overs_bowled": "overs",
    "runs_conceded": "runs",
    "wickets_taken": "wickets",
}
_KIND_NAMES = {"hit_ball_twice": "hit the ball twice", "handled_ball": "handled the ball"}


def to_neutral(document: ScorecardDocument) -> dict[str, Any]:
    """Return the document as a JSON object of the neutral shape."""
    match = document.match.model_dump(exclude_none=True)
    return {
        "match": {"teams": [team.name for team in document.teams], **match},
        "innings": [_innings(entry) for entry in document.innings],
    }


def _innings(entry: InningsEntry) -> dict[str, Any]:
    neutral: dict[str, Any] = {
        "team": entry.batting_team,
        "number": entry.number,
        "total": entry.runs,
        "wickets": entry.wickets,
        "overs": _overs(entry.overs),
        "declared": entry.declared or None,
        "batting": [_batting(row) for row in entry.batting],
        "bowling": [_bowling(row) for row in entry.bowling],
        "extras": _extras(entry.extras) if entry.extras else None,
        "did_not_bat": entry.did_not_bat or None,
        "fall_of_wickets": [
            _without_none(
                {
                    "wicket": fall.wicket,
                    "runs": fall.score_at_fall,
                    "batter": fall.player_name,
                    "over": _overs(fall.over),
                }
            )
            for fall in entry.fall_of_wickets
        ],
        "confidence": _renamed(entry.field_confidence, {"runs": "total", "batting_team": "team"}),
    }
    return _without_none(neutral)


def _batting(row: BattingEntry) -> dict[str, Any]:
    neutral = _renamed(row.model_dump(exclude_none=True, exclude=_NOT_NEUTRAL), _BATTING_NAMES)
    if "wicket_keeper" in neutral:
        neutral["keeper"] = neutral.pop("wicket_keeper")
    if neutral.get("kind") == "batting":
        del neutral["kind"]  # says that the innings goes on, not how it ended
    if kind := neutral.get("kind"):
        neutral["kind"] = _KIND_NAMES.get(kind, kind.replace("_", " "))
    confidence = _renamed(row.confidence, _BATTING_NAMES)
    if "dismissal" in confidence:
        confidence |= {"kind": confidence["dismissal"], "bowler": confidence["dismissal"]}
    return {**neutral, "confidence": confidence}


def _bowling(row: BowlingEntry) -> dict[str, Any]:
    neutral = _renamed(row.model_dump(exclude_none=True, exclude={"confidence", "read_by"}), _BOWLING_NAMES)
    if "overs" in neutral:
        neutral["overs"] = _overs(neutral["overs"])
    return {**neutral, "confidence": _renamed(row.confidence, _BOWLING_NAMES)}


def _extras(extras: ExtrasEntry) -> dict[str, Any]:
    return extras.model_dump(exclude_none=True, exclude={"read_by"})


def _overs(number: float | None) -> str | None:
    return None if number is None else f"{number:g}"


def _renamed(fields: dict[str, Any], names: dict[str, str]) -> dict[str, Any]:
    return {names.get(key, key): value for key, value in fields.items()}


def _without_none(fields: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in fields.items() if value is not None}
