"""What the API server's audit log tells of each upload: who wrote what, and when. Pure; reading the file is the caller's.

The log counts what really arrived, not what the operator believes it sent.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Entry = Mapping[str, Any]


@dataclass
class Trace:
    """The writes about one upload: the operator's by kind, and the last moment of each writer."""

    operator_writes: Counter[str] = field(default_factory=Counter)
    last_seen: dict[str, dt.datetime] = field(default_factory=dict)

    @property
    def lag_s(self) -> float | None:
        """Seconds from the runner's last word to the operator's last write."""
        if not {"operator", "runner"} <= set(self.last_seen):
            return None
        return (self.last_seen["operator"] - self.last_seen["runner"]).total_seconds()


def trace_uploads(names: Sequence[str], namespace: str, entries: Iterable[Entry]) -> dict[str, Trace]:
    """Return the trace of each upload named, from the writes of our service accounts in `namespace`."""
    traces = {name: Trace() for name in names}
    for entry in entries:
        writer, subject = _writer(entry, namespace), _subject(entry)
        if writer is None or subject[:36] not in traces:
            continue
        trace = traces[subject[:36]]
        trace.last_seen[writer] = dt.datetime.fromisoformat(entry["requestReceivedTimestamp"])
        if writer == "operator":
            trace.operator_writes[_kind(entry)] += 1
    return traces


def count_operator_writes(entries: Iterable[Entry], namespace: str, since: dt.datetime) -> int:
    """Return how many writes the operator of `namespace` sent after `since`, whatever they were about."""
    return sum(
        1
        for entry in entries
        if _writer(entry, namespace) == "operator"
        and dt.datetime.fromisoformat(entry["requestReceivedTimestamp"]) > since
    )


def _writer(entry: Entry, namespace: str) -> str | None:
    parts = entry["user"].get("username", "").split(":")  # a request that nobody was known to have made has no name
    if parts[:3] != ["system", "serviceaccount", namespace]:
        return None
    return str(parts[3].rsplit("-", 1)[-1])


def _subject(entry: Entry) -> str:
    # Jobs are called ocr-<upload>-<attempt>, Events <upload>.<something>.
    return str(entry.get("objectRef", {}).get("name", "")).removeprefix("ocr-")


def _kind(entry: Entry) -> str:
    reference = entry["objectRef"]
    subresource = reference.get("subresource")
    return f"{entry['verb']} {reference['resource']}{'/' + subresource if subresource else ''}"


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value below which `share` of the values lie (nearest rank)."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]
