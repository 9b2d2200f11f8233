"""What `status.history` says of an attempt that is over, and how moments are written there.

Pure. Refuses to judge: how the attempt ended is decided elsewhere.
"""

import datetime as dt
from collections.abc import Sequence

from scorecard_operator.dependencies import is_excused
from scorecard_operator.facts import UploadFact
from scorecard_operator.failures import Broken
from scorecard_operator.outcome import Succeeded
from scorecard_operator.resource import Attempt
from scorecard_operator.vocabulary import Reason

KEPT_PROBES = 4
"""As many as tell how long the next one waits (`breaker.py`); an outage may last for more than a status can hold."""


def extend_history(history: Sequence[Attempt], ended: Attempt) -> tuple[Attempt, ...]:
    """Return the history with one more entry; of the probes that count against nothing the last ones only."""
    entries = [*history, ended]
    dropped = {entry.attempt for entry in [each for each in entries if is_excused(each)][:-KEPT_PROBES]}
    return tuple(entry for entry in entries if entry.attempt not in dropped)


def record_end(
    upload: UploadFact, number: int, outcome: Succeeded | Broken, target: int | None, *, is_probe: bool = False
) -> Attempt:
    """Return the entry of an attempt that ended; `target` is the attempt whose result it was to better."""
    broken = outcome if isinstance(outcome, Broken) else None
    return Attempt(
        attempt=number,
        class_=broken.failure_class if broken else None,
        reason=outcome.reason,
        exit_code=broken.exit_code if broken else 0,
        finished_at=format_time(outcome.finished_at),
        reader=_reader_of(upload, number),
        escalates=target,
        probe=is_probe or None,
    )


def record_stop(upload: UploadFact, number: int, target: int, now: dt.datetime) -> Attempt:
    """Return the entry of an attempt that nobody wants any more."""
    return Attempt(
        attempt=number,
        reason=Reason.CANCELLED,
        finished_at=format_time(now),
        reader=_reader_of(upload, number),
        escalates=target,
    )


def _reader_of(upload: UploadFact, number: int) -> str | None:
    progress = upload.status.progress
    return (progress.reader or None) if progress is not None and progress.attempt == number else None


def format_time(moment: dt.datetime) -> str:
    """Return `moment` as Kubernetes writes times: UTC, whole seconds."""
    return moment.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
