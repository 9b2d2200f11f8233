"""The result of reading a picture, as stored in the row and shown to people; the only model of it.

The keys `teams`, `innings[].runs/wickets/overs/confidence`, `format`, `parse_notes`, `uncertainty_flags` and
`_metadata` are known to pages and services that existed before; the others are ours. What is not printed is absent:
no nulls, no zeros in its place. Raw text of the picture is never part of it.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any, Literal, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

SCHEMA_VERSION = "1"

ShortText = Annotated[str, Field(max_length=120)]
Count = Annotated[int, Field(ge=0, le=9999)]
Share = Annotated[float, Field(ge=0, le=1)]
Rate = Annotated[float, Field(ge=0, le=9999)]
OversNumber = Annotated[float, Field(ge=0, le=999, description="As printed: 19.3 is 19 overs and 3 balls.")]
FieldConfidence = Annotated[
    dict[str, Share],
    Field(description="0..1 for each field that is printed; 0 where it could not be read.", max_length=20),
]


ReadBy = Annotated[
    dict[str, ShortText] | None,
    Field(
        description="Who read each field, `rapidocr+tesseract` where both said the same; only where two readers "
        "read the picture.",
        max_length=20,
    ),
]


class Verdict(StrEnum):
    """Whether a person still has to look for errors; everything is confirmed by a person in any case."""

    VERIFIED = "Verified"
    NEEDS_REVIEW = "NeedsReview"


class Band(StrEnum):
    """Confidence in three steps, as the upload page shows it."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"

    @classmethod
    def of(cls, confidence: float) -> "Band":
        """Return the band of a confidence from 0 to 1."""
        if confidence >= HIGH_FROM:
            return cls.HIGH
        return cls.MEDIUM if confidence >= MEDIUM_FROM else cls.LOW


HIGH_FROM = 0.9
MEDIUM_FROM = 0.7


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, use_enum_values=True)


class Team(_Part):
    """A side of the match."""

    name: ShortText


class Match(_Part):
    """What the picture says of the match around the innings, as printed."""

    date: ShortText | None = None
    venue: ShortText | None = None
    toss: ShortText | None = None
    result: ShortText | None = None


FullName = Annotated[
    ShortText | None, Field(description="As the card has it elsewhere, where the name beside is a short form of it.")
]


class BattingEntry(_Part):
    """A batter's row."""

    player_name: ShortText | None = None
    captain: Literal[True] | None = None
    wicket_keeper: Literal[True] | None = None
    dismissal: Annotated[ShortText | None, Field(description="As printed.")] = None
    how_out: Annotated[ShortText | None, Field(description="bowled, caught, lbw, run_out, not_out, ...")] = None
    is_out: bool | None = None
    bowler: ShortText | None = None
    bowler_full_name: FullName = None
    fielders: Annotated[list[ShortText] | None, Field(max_length=6)] = None
    fielder_full_names: Annotated[
        list[ShortText] | None,
        Field(max_length=6, description="Of all fielders in order, if the card tells more of any; else as printed."),
    ] = None
    runs: Count | None = None
    balls_faced: Count | None = None
    minutes: Count | None = None
    fours: Count | None = None
    sixes: Count | None = None
    strike_rate: Rate | None = None
    confidence: FieldConfidence
    read_by: ReadBy = None


class BowlingEntry(_Part):
    """A bowler's row."""

    player_name: ShortText | None = None
    overs_bowled: OversNumber | None = None
    maidens: Count | None = None
    runs_conceded: Count | None = None
    wickets_taken: Count | None = None
    wides: Count | None = None
    no_balls: Count | None = None
    economy: Rate | None = None
    dots: Count | None = None
    fours: Count | None = None
    sixes: Count | None = None
    strike_rate: Rate | None = None
    confidence: FieldConfidence
    read_by: ReadBy = None


class ExtrasEntry(_Part):
    """Runs that no batter scored."""

    total: Count | None = None
    byes: Count | None = None
    leg_byes: Count | None = None
    wides: Count | None = None
    no_balls: Count | None = None
    penalty: Count | None = None
    confidence: FieldConfidence
    read_by: ReadBy = None


class FallOfWicketEntry(_Part):
    """The score at the fall of one wicket."""

    wicket: Annotated[int, Field(ge=1, le=10)]
    score_at_fall: Count
    player_name: ShortText | None = None
    player_full_name: FullName = None
    over: OversNumber | None = None


class CheckEntry(_Part):
    """An identity of cricket tried on the numbers of the innings."""

    name: ShortText
    result: Literal["holds", "fails", "untried"]
    detail: Annotated[ShortText | None, Field(description="The sum, in numbers.")] = None


class CorrectionEntry(_Part):
    """A number or a name that is not the first that was read in its place, or that nobody could read there."""

    field: Annotated[ShortText, Field(description="`batting row 2, runs`, say; rows count from 1.")]
    read: Annotated[float | ShortText | None, Field(description="What was read there; left out if nothing was.")] = None
    became: float | ShortText
    because: Annotated[
        ShortText, Field(description="The check that holds with it, a second look, or who else says so.")
    ]


class InningsEntry(_Part):
    """One side batting once, with the other side's bowling."""

    number: Annotated[int, Field(ge=1, le=8, description="Order in the picture, from 1.")]
    batting_team: ShortText | None = None
    bowling_team: ShortText | None = None
    runs: Count | None = None
    wickets: Annotated[int | None, Field(ge=0, le=10)] = None
    overs: OversNumber | None = None
    declared: bool
    all_out: bool
    confidence: Band
    confidence_score: Share
    field_confidence: FieldConfidence
    field_read_by: ReadBy = None
    batting: Annotated[list[BattingEntry], Field(max_length=30)]
    bowling: Annotated[list[BowlingEntry], Field(max_length=30)]
    extras: ExtrasEntry | None = None
    fall_of_wickets: Annotated[list[FallOfWicketEntry], Field(max_length=12)]
    did_not_bat: Annotated[list[ShortText], Field(max_length=15)]
    checks: Annotated[list[CheckEntry], Field(max_length=20)]
    corrections: Annotated[list[CorrectionEntry], Field(max_length=60)]


class Step(StrEnum):
    """How far a second reader goes."""

    NOTHING = "nothing"
    PHRASES = "phrases"
    PAGE = "page"


class Metadata(_Part):
    """How the result came about."""

    upload_id: UUID | None = None
    confidence: Share
    parser_version: ShortText
    requires_verification: Literal[True] = True
    content_sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    engine: ShortText
    engine_version: ShortText
    languages: ShortText
    escalation: Annotated[
        Step | None,
        Field(description="What a second reader read again; absent where there was none."),
    ] = None
    page_count: Annotated[int, Field(ge=1)]
    seconds: Annotated[dict[str, float], Field(description="Time spent in each stage.", max_length=12)]


@dataclass(frozen=True)
class ResultSummary:
    """What the status of a ScorecardUpload shows: no names, only how good the result is."""

    verdict: str
    confidence: float
    innings: int
    checks: str


class ScorecardDocument(_Part):
    """A scorecard as read from one upload."""

    schema_version: Literal["1"] = "1"
    verdict: Verdict
    format: Annotated[ShortText | None, Field(description="T20, One-day or Multi-day, where the overs tell.")] = None
    teams: Annotated[list[Team], Field(max_length=2)]
    match: Match
    innings: Annotated[list[InningsEntry], Field(min_length=1, max_length=8)]
    parse_notes: Annotated[list[Annotated[str, Field(max_length=300)]], Field(max_length=80)]
    uncertainty_flags: Annotated[list[ShortText], Field(max_length=20)]
    metadata: Annotated[Metadata, Field(alias="_metadata")]

    model_config = ConfigDict(extra="forbid", frozen=True, use_enum_values=True, populate_by_name=True)

    def summary(self) -> ResultSummary:
        """Return what may be shown outside the row."""
        results = [check.result for innings in self.innings for check in innings.checks]
        held, tried = results.count("holds"), len(results) - results.count("untried")
        return ResultSummary(str(self.verdict), self.metadata.confidence, len(self.innings), f"{held}/{tried}")

    def with_upload_id(self, upload_id: UUID) -> Self:
        """Return the document of that upload; the reading knows files, not uploads."""
        return self.model_copy(update={"metadata": self.metadata.model_copy(update={"upload_id": upload_id})})

    def to_json_object(self) -> dict[str, Any]:
        """Return the document as plain values for JSON, by its public keys and without what is absent."""
        return self.model_dump(mode="json", by_alias=True, exclude_none=True)
