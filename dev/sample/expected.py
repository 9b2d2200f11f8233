"""What must be read from the sample: the part of the result document that its picture determines."""

from typing import Any

from dev.sample.match import BatterFigures, BowlerFigures, InningsFigures, Match

_HOW_OUT = (
    ("not out", "not_out"),
    ("c & b", "caught"),
    ("c ", "caught"),
    ("lbw", "lbw"),
    ("st ", "stumped"),
    ("run out", "run_out"),
    ("b ", "bowled"),
)


def expected_document(match: Match) -> dict[str, Any]:
    """Return the fields in the document's own names; confidences, checks and metadata are not foretold."""
    return {
        "format": "T20",
        "teams": [{"name": innings.side.name} for innings in match.innings],
        "match": {"result": match.result},
        "innings": [_innings(number, innings) for number, innings in enumerate(match.innings, start=1)],
    }


def _innings(number: int, innings: InningsFigures) -> dict[str, Any]:
    return {
        "number": number,
        "batting_team": innings.side.name,
        "bowling_team": innings.opponents.name,
        "runs": innings.total,
        "wickets": innings.wickets,
        "overs": float(innings.overs),
        "declared": False,
        "all_out": innings.wickets == 10,  # noqa: PLR2004 - ten wickets
        "batting": [_batter(batter) for batter in innings.batters],
        "bowling": [_bowler(bowler) for bowler in innings.bowlers],
        "extras": {
            "total": innings.extras,
            "byes": innings.byes,
            "leg_byes": innings.leg_byes,
            "wides": innings.wides,
            "no_balls": innings.no_balls,
        },
        "fall_of_wickets": [
            {
                "wicket": fall.wicket,
                "score_at_fall": fall.runs,
                "player_name": fall.batter.surname,
                "over": float(fall.over),
            }
            for fall in innings.falls
        ],
        "did_not_bat": [player.name for player in innings.did_not_bat],
    }


def _batter(batter: BatterFigures) -> dict[str, Any]:
    how_out = next(name for start, name in _HOW_OUT if batter.dismissal.startswith(start))
    expected: dict[str, Any] = {
        "player_name": batter.player.name,
        "dismissal": batter.dismissal,
        "how_out": how_out,
        "is_out": how_out != "not_out",
        "runs": batter.runs,
        "balls_faced": batter.balls,
        "fours": batter.fours,
        "sixes": batter.sixes,
        "strike_rate": float(batter.strike_rate),
    }
    marks = {"captain": batter.player.is_captain, "wicket_keeper": batter.player.is_keeper}
    return expected | {name: True for name, is_marked in marks.items() if is_marked}


def _bowler(bowler: BowlerFigures) -> dict[str, Any]:
    return {
        "player_name": bowler.player.name,
        "overs_bowled": float(bowler.overs),
        "maidens": bowler.maidens,
        "runs_conceded": bowler.runs,
        "wickets_taken": bowler.wickets,
        "economy": float(bowler.economy),
        "wides": bowler.wides,
        "no_balls": bowler.no_balls,
    }
