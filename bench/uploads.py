"""`python -m bench.uploads [N]`: N uploads through one operator; writes per upload, lag of the status, duration.

Counts from the API server's own audit log, not from what the operator believes. Needs `make cluster`.
"""

import datetime as dt
import json
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from dev.backend import connect
from dev.cluster.kubectl import Kubectl
from dev.cluster.provider import current_provider
from dev.errors import DevError
from dev.progress import Progress
from dev.release import Release
from dev.sample.card import PLAIN, sample_png

NAMESPACE = "bench-uploads"
TIMEOUT_S = 1800
TERMINAL = {"Succeeded", "Failed", "Cancelled"}
Entry = dict[str, Any]


def main(argv: list[str]) -> int:
    """Run the benchmark and print its figures."""
    count = int(argv[0]) if argv else 100
    progress = Progress()
    provider = current_provider()
    if provider.audit_log is None:
        raise DevError("the audit log of this cluster cannot be read here", "use the node provider")
    kubectl = provider.kubectl(progress)
    release = Release(kubectl, NAMESPACE)
    release.install({"crds": {"enabled": False}})
    began_s = time.monotonic()
    names = submit(kubectl, count)
    items = wait_for_all(kubectl, count)
    duration_s = time.monotonic() - began_s
    report(names, items, read_audit(provider.audit_log), duration_s)
    release.uninstall()
    release.delete_namespace()
    return 0


def submit(kubectl: Kubectl, count: int) -> list[str]:
    """Upload the sample `count` times and ask for each to be read."""
    sample = sample_png(PLAIN)
    with connect(kubectl) as backend:
        names = [backend.upload(sample) for _ in range(count)]
        for name in names:
            backend.request(NAMESPACE, name)
    return names


def wait_for_all(kubectl: Kubectl, count: int) -> list[Entry]:
    """Return the uploads once all have ended."""
    deadline_s = time.monotonic() + TIMEOUT_S
    while time.monotonic() < deadline_s:
        items: list[Entry] = kubectl.get("-n", NAMESPACE, "scup")["items"]
        if sum(item.get("status", {}).get("phase") in TERMINAL for item in items) >= count:
            return items
        time.sleep(2)
    raise DevError(f"not all uploads ended within {TIMEOUT_S} s", f"kubectl -n {NAMESPACE} get scup")


def read_audit(path: Path) -> list[Entry]:
    """Return the writes that the API server answered in our namespace."""
    entries = (json.loads(line) for line in path.read_text().splitlines())
    return [entry for entry in entries if entry.get("objectRef", {}).get("namespace") == NAMESPACE]


def report(names: list[str], items: list[Entry], audit: Iterable[Entry], duration_s: float) -> None:
    """Print the figures."""
    writes, last = defaultdict(int), defaultdict(dict)  # type: ignore[var-annotated]
    for entry in audit:
        who = entry["user"]["username"].rsplit("-", 1)[-1]
        upload = next((name for name in names if name in entry["objectRef"].get("name", "")), None)
        if upload is None or entry["user"]["username"].split(":")[2:3] != [NAMESPACE]:
            continue
        last[upload][who] = dt.datetime.fromisoformat(entry["requestReceivedTimestamp"])
        writes[upload] += who == "operator"
    lags = sorted((seen["operator"] - seen["runner"]).total_seconds() for seen in last.values() if len(seen) > 1)
    phases = [item["status"]["phase"] for item in items]
    attempts = [item["status"].get("attempts", 0) for item in items]
    counts = sorted(writes.values())
    print(f"uploads            {len(items)}: {', '.join(f'{phases.count(p)} {p}' for p in sorted(set(phases)))}")
    print(f"jobs per upload    {min(attempts)} to {max(attempts)}")
    print(f"duration           {duration_s:.0f} s, {len(items) / duration_s:.2f} uploads a second")
    print(
        f"operator's writes  median {statistics.median(counts):.0f}, most {counts[-1]}, mean {statistics.mean(counts):.2f}"
    )
    print(
        f"status lag         median {lags[len(lags) // 2]:.2f} s, p95 {lags[int(len(lags) * 0.95)]:.2f} s, most {lags[-1]:.2f} s"
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
