"""What is left after the faults, and whether it is as promised. Pure."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

TERMINAL = {"Succeeded", "Failed", "Cancelled"}


@dataclass(frozen=True)
class Aftermath:
    """Everything there is once all has come to rest.

    Attributes:
        submitted: ids of the uploads.
        rows: status of each row.
        commits: how often a result of each upload was committed, by `scorecard_ocr.attempts`.
        phases: phase of each ScorecardUpload.
        live_jobs: Jobs that have not ended.
        live_pods: runner pods that have not ended.
        attempts: attempts of each upload.
    """

    submitted: Sequence[str]
    rows: Mapping[str, str]
    commits: Mapping[str, int]
    phases: Mapping[str, str]
    live_jobs: Sequence[str]
    live_pods: Sequence[str]
    attempts: Mapping[str, int]


@dataclass(frozen=True)
class Healing:
    """A fault that was, and how long after its end the next upload was done; None: none was left to be done."""

    fault: str
    seconds: float | None


def find_broken_promises(left: Aftermath) -> list[str]:
    """Return what is not as promised, a sentence each."""
    lost = [name for name in left.submitted if left.rows.get(name) != "parsed"]
    uncommitted = [name for name in left.submitted if left.commits.get(name, 0) == 0]
    doubled = [name for name in left.submitted if left.commits.get(name, 0) > 1]
    unfinished = [name for name in left.submitted if left.phases.get(name) not in TERMINAL]
    failed = [name for name in left.submitted if left.phases.get(name) in {"Failed", "Cancelled"}]
    said = {
        "rows that hold no result": lost,
        "uploads that were committed by nobody": uncommitted,
        "uploads that were committed twice": doubled,
        "ScorecardUploads without an end": unfinished,
        "ScorecardUploads that failed, though their pictures are good": failed,
        "Jobs left at work": left.live_jobs,
        "pods left at work": left.live_pods,
    }
    return [f"{len(names)} {what}: {', '.join(sorted(names)[:3])}" for what, names in said.items() if names]


def describe(left: Aftermath, healings: Sequence[Healing], seconds: float) -> Iterator[str]:
    """Yield the figures, a line each."""
    rows = Counter(left.rows.get(name, "missing") for name in left.submitted)
    doubled = sum(count > 1 for count in left.commits.values())
    yield f"uploads            {len(left.submitted)}; rows: {', '.join(f'{n} {status}' for status, n in rows.items())}"
    yield f"attempts           {sum(left.attempts.values())}, at most {max(left.attempts.values(), default=0)} an upload"
    yield f"lost, doubled      {len(left.submitted) - rows['parsed']}, {doubled}"
    yield f"duration           {seconds:.0f} s"
    yield ""
    yield "| fault | times | longest until the next upload was done, s |"
    yield "| --- | ---: | ---: |"
    for fault, count in Counter(each.fault for each in healings).items():
        known = [each.seconds for each in healings if each.fault == fault and each.seconds is not None]
        yield f"| {fault} | {count} | {f'{max(known):.0f}' if known else '-'} |"
