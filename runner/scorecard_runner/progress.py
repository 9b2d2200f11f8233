"""How far a run is and what came out, as the ScorecardUpload's `status.progress` and `status.result` show it.

Pure. An apply replaces everything its manager owns, so progress is always the whole picture, never a difference.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any


class Stage(StrEnum):
    """The stages of an attempt; `finished` is our word that the row is final."""

    CLAIMED = "claimed"
    FETCHING = "fetching"
    READING = "reading"
    STORING = "storing"
    FINISHED = "finished"


# Shares of a run measured on typical uploads: reading takes nearly all of it.
PERCENT_AT_START = {Stage.CLAIMED: 5, Stage.FETCHING: 10, Stage.READING: 20, Stage.STORING: 90, Stage.FINISHED: 100}


@dataclass(frozen=True)
class Progress:
    """One moment of an attempt; `done` and `total` count pages, `reader` is the mode in which it reads."""

    attempt: int
    stage: Stage = Stage.CLAIMED
    done: int = 0
    total: int = 0
    fetched_at: dt.datetime | None = None
    recognised_at: dt.datetime | None = None
    stored_at: dt.datetime | None = None
    reader: str = ""

    @property
    def percent(self) -> int:
        """Share of the attempt that is done, 0 to 100."""
        start = PERCENT_AT_START[self.stage]
        if self.stage is not Stage.READING or not self.total:
            return start
        return start + (PERCENT_AT_START[Stage.STORING] - start) * self.done // self.total

    def at(self, stage: Stage) -> "Progress":
        """Return the same attempt in `stage`."""
        return replace(self, stage=stage)

    def to_json_object(self) -> dict[str, Any]:
        """Return `status.progress`."""
        moments = {"fetchedAt": self.fetched_at, "recognisedAt": self.recognised_at, "storedAt": self.stored_at}
        return {
            "attempt": self.attempt,
            "stage": str(self.stage),
            "done": self.done,
            "total": self.total,
            "percent": self.percent,
            "reader": self.reader,
            **{name: _rfc3339(moment) for name, moment in moments.items() if moment},
        }


@dataclass(frozen=True)
class ResultSummary:
    """What came out, without a word of the scorecard; `attempt` is the one that wrote the row, `reader` how it read.

    `cached`: an earlier upload of the same file had it.
    """

    attempt: int
    verdict: str
    confidence: float
    innings: int
    checks: str
    reader: str = ""
    cached: bool = False

    def to_json_object(self) -> dict[str, Any]:
        """Return `status.result`; `attempts.summary` holds the same object."""
        return dict(vars(self))

    @classmethod
    def from_json_object(cls, stored: Mapping[str, Any]) -> "ResultSummary":
        """Return the summary that `to_json_object` gave."""
        # Older versions have stored fewer fields.
        return cls(**{name: stored[name] for name in cls.__dataclass_fields__ if name in stored})


def _rfc3339(moment: dt.datetime) -> str:
    return moment.astimezone(dt.UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
