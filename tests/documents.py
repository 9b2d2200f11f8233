"""Builders of result documents: a small innings, so that a test names only what it is about."""

from typing import Any

from scorecard_runner.document import (
    Band,
    BattingEntry,
    BowlingEntry,
    CheckEntry,
    ExtrasEntry,
    FallOfWicketEntry,
    InningsEntry,
    Match,
    Metadata,
    ScorecardDocument,
    Team,
    Verdict,
)


def batter_of(**fields: Any) -> BattingEntry:
    """Return a batter's row, sure of every number that is named."""
    entry: dict[str, Any] = {
        "player_name": "T Ashdown",
        "dismissal": "b Kettle",
        "runs": 40,
        "balls_faced": 30,
    } | fields
    confidence = entry.pop("confidence", dict.fromkeys(entry, 0.99))
    return BattingEntry(**entry, confidence=confidence)


def innings_of(**fields: Any) -> InningsEntry:
    """Return an innings of one batter and one bowler."""
    bowler: dict[str, Any] = {"player_name": "I Kettle", "overs_bowled": 4.3, "runs_conceded": 41, "economy": 9.11}
    defaults: dict[str, Any] = {
        "number": 1,
        "batting_team": "Kent",
        "bowling_team": "Essex",
        "runs": 43,
        "wickets": 1,
        "overs": 4.3,
        "declared": False,
        "all_out": False,
        "confidence": Band.HIGH,
        "confidence_score": 0.95,
        "field_confidence": {"runs": 0.99},
        "batting": [batter_of()],
        "bowling": [BowlingEntry(**bowler, confidence=dict.fromkeys(bowler, 0.99))],
        "extras": ExtrasEntry(total=3, byes=2, wides=1, confidence={"total": 0.99}),
        "fall_of_wickets": [FallOfWicketEntry(wicket=1, score_at_fall=43, player_name="Ashdown", over=4.3)],
        "did_not_bat": ["W Tulloch"],
        "checks": [
            CheckEntry(name="batters and extras make the total", result="holds", detail="40 + 3 = 43"),
            CheckEntry(name="balls faced make the overs", result="fails", detail="30 ≠ 27 + 0"),
            CheckEntry(name="bowlers' overs make the overs", result="untried"),
        ],
        "corrections": [],
    }
    return InningsEntry(**(defaults | fields))


def document_of(*innings: InningsEntry, **fields: Any) -> ScorecardDocument:
    """Return a document of these innings, or of one."""
    defaults: dict[str, Any] = {
        "verdict": Verdict.NEEDS_REVIEW,
        "format": "T20",
        "teams": [Team(name="Kent"), Team(name="Essex")],
        "match": Match(result="Kent won by 3 runs"),
        "innings": list(innings) or [innings_of()],
        "parse_notes": ["Innings 1: batting row 1, balls: please check."],
        "uncertainty_flags": ["batting_figures_uncertain"],
        "metadata": Metadata(
            confidence=0.95,
            parser_version="1",
            content_sha256="0" * 64,
            engine="tesseract",
            engine_version="5.3.0",
            languages="eng",
            page_count=1,
            seconds={"decode": 0.1},
        ),
    }
    return ScorecardDocument(**(defaults | fields))
