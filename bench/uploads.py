"""`python -m bench.uploads [N]`: N uploads through one operator; attempts, writes per upload, lag of the status, duration.

Counts from the API server's own audit log, not from what the operator believes. Needs `make cluster`.
"""

import json
import statistics
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.audit import Trace, percentile, trace_uploads
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
Upload = dict[str, Any]


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
    try:
        began_s = time.monotonic()
        names = submit(kubectl, count)
        uploads = wait_for_all(kubectl, count)
        duration_s = time.monotonic() - began_s
        memory_bytes = operator_memory_bytes(kubectl, NAMESPACE, "VmHWM")
        traces = trace_uploads(names, NAMESPACE, read_entries(provider.audit_log))
    finally:
        release.uninstall()
        release.delete_namespace()
    for line in report(uploads, list(traces.values()), duration_s):
        print(line)
    print(f"operator's memory  {memory_bytes / 2**20:.0f} MiB at the end")
    return 0


def submit(kubectl: Kubectl, count: int) -> list[str]:
    """Upload the sample `count` times and ask for each to be read."""
    sample = sample_png(PLAIN)
    with connect(kubectl) as backend:
        names = [backend.upload(sample) for _ in range(count)]
        for name in names:
            backend.request(NAMESPACE, name)
    return names


def wait_for_all(kubectl: Kubectl, count: int) -> list[Upload]:
    """Return the uploads once all have ended."""
    deadline_s = time.monotonic() + TIMEOUT_S
    while time.monotonic() < deadline_s:
        uploads: list[Upload] = kubectl.get("-n", NAMESPACE, "scup")["items"]
        if sum(upload.get("status", {}).get("phase") in TERMINAL for upload in uploads) >= count:
            return uploads
        time.sleep(2)
    raise DevError(f"not all uploads ended within {TIMEOUT_S} s", f"kubectl -n {NAMESPACE} get scup")


def operator_memory_bytes(kubectl: Kubectl, namespace: str, field: str) -> int:
    """Return a figure of the operator's process as its own kernel counts it: VmRSS is now, VmHWM the highest so far."""
    status = kubectl.run(
        "-n", namespace, "exec", "deploy/scorecard-scorecard-ocr-operator", "--", "cat", "/proc/1/status"
    )
    line = next(line for line in status.splitlines() if line.startswith(f"{field}:"))
    return int(line.split()[1]) * 1024


def read_entries(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the entries of an audit log."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def report(uploads: list[Upload], traces: list[Trace], duration_s: float) -> Iterator[str]:
    """Yield the figures, a line each."""
    phases = Counter(upload["status"]["phase"] for upload in uploads)
    attempts = [upload["status"].get("attempts", 0) for upload in uploads]
    broken = Counter(
        entry["reason"] for upload in uploads for entry in upload["status"].get("history", []) if entry.get("class")
    )
    yield f"uploads            {len(uploads)}: {', '.join(f'{n} {phase}' for phase, n in phases.items())}"
    yield f"jobs               {sum(attempts)}, at most {max(attempts)} an upload; broken attempts: {dict(broken) or 'none'}"
    yield f"duration           {duration_s:.0f} s, {len(uploads) / duration_s:.2f} uploads a second"
    totals = [sum(trace.operator_writes.values()) for trace in traces]
    kinds = sum((trace.operator_writes for trace in traces), Counter())
    yield f"operator's writes  median {statistics.median(totals):.0f}, most {max(totals)}, mean {statistics.mean(totals):.2f}"
    yield f"                   {', '.join(f'{n} {kind}' for kind, n in kinds.most_common())}"
    lags = [trace.lag_s for trace in traces if trace.lag_s is not None]
    yield (
        f"status lag         median {percentile(lags, 0.5):.2f} s, p95 {percentile(lags, 0.95):.2f} s, most {max(lags):.2f} s"
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
