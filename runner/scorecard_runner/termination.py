"""The runner's last word, which the kubelet copies from a file into the pod's status.

The operator reads it when the row or the ScorecardUpload could not be told. Refuses anything but fixed sentences and, below
them, lines of our own log, which hold nothing of a scorecard either.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from scorecard_runner.errors import RunnerError, Superseded
from scorecard_runner.logs import log

TERMINATION_LOG = Path("/dev/termination-log")
MAX_BYTES = 1024
# Together well below the 4,096 bytes that the kubelet keeps.
MAX_LOG_BYTES = 2048
SHORTEST_SENTENCE = 20


class Outcome(StrEnum):
    """How a run ended, in the words of the contract."""

    PARSED = "parsed"
    FAILED = "failed"
    NOTHING_TO_DO = "nothing-to-do"
    SUPERSEDED = "superseded"


@dataclass(frozen=True)
class LastWord:
    """What the operator is told about the end of a run."""

    outcome: Outcome
    reason: str
    message: str
    hint: str
    is_row_reported: bool

    def to_json(self) -> str:
        """Return the JSON object, its sentences cut until it has at most 1,024 bytes."""
        longest = MAX_BYTES
        while True:
            text = json.dumps(self._fields(longest), ensure_ascii=False)
            if len(text.encode()) <= MAX_BYTES or longest <= SHORTEST_SENTENCE:
                return text
            longest = longest * 3 // 4

    def _fields(self, longest: int) -> Mapping[str, object]:
        return {
            "outcome": self.outcome,
            "reason": self.reason,
            "message": _cut(self.message, longest),
            "hint": _cut(self.hint, longest),
            "rowReported": self.is_row_reported,
        }


def last_word_on(error: RunnerError, *, is_row_reported: bool) -> LastWord:
    """Return the last word of a run that ended with `error`."""
    outcome = Outcome.SUPERSEDED if isinstance(error, Superseded) else Outcome.FAILED
    return LastWord(outcome, error.reason, error.message, error.hint, is_row_reported)


def write_last_word(word: LastWord, path: Path = TERMINATION_LOG, log_lines: Sequence[str] = ()) -> None:
    """Write `word` to the file the kubelet made at `path`, after a failure with the newest of `log_lines` below it.

    Without such a file the exit code has to do.
    """
    tail = _newest(log_lines) if word.outcome is Outcome.FAILED else []
    try:
        with path.open("r+", encoding="utf-8") as file:
            file.truncate()
            file.write("\n".join([word.to_json(), *tail]))
    except OSError as error:
        log("termination message not written", error=type(error).__name__)


def _newest(lines: Sequence[str]) -> list[str]:
    """Return as many of the last `lines` as there is room for, each with the end of the line before it."""
    kept: list[str] = []
    left_bytes = MAX_LOG_BYTES
    for line in reversed(lines):
        left_bytes -= len(line.encode()) + 1
        if left_bytes < 0:
            break
        kept.insert(0, line)
    return kept


def _cut(sentence: str, longest: int) -> str:
    return sentence if len(sentence) <= longest else sentence[: longest - 1] + "…"
