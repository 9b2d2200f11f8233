"""`python -m bench.soak [N]`: thousands of small uploads through one operator; memory, objects left, writes while idle.

What is looked for grows slowly: memory of the operator, objects in etcd beyond retention, writes that nobody asked for. Every
tenth picture is read; the others have the same bytes and take over its result, so that the soak is about the operator and not
about Tesseract. Needs `make cluster`.
"""

import datetime as dt
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path

from PIL import Image
from PIL.PngImagePlugin import PngInfo

from bench.audit import count_operator_writes
from bench.soak_report import Sample, Setting, report
from bench.uploads import TERMINAL, operator_memory_bytes, read_entries
from dev.backend import Backend, connect
from dev.cluster.kubectl import Kubectl
from dev.cluster.provider import current_provider
from dev.errors import DevError
from dev.progress import Progress
from dev.release import Release
from dev.sample.card import sample_png

NAMESPACE = "bench-soak"
JOB_TTL_S = 600
AT_ONCE = 8
MOST_WAITING = 60
BATCH = 20
SAMPLE_INTERVAL_S = 15.0
IDLE_S = 120
STALL_S = 600.0
EVERY_TENTH = 10
VALUES = {
    "crds": {"enabled": False},
    "limits": {"maxConcurrentJobs": AT_ONCE, "jobTtlSeconds": JOB_TTL_S},
    "runner": {"reader": "tesseract", "reuseResults": True},
}


def main(argv: list[str]) -> int:
    """Run the soak and print its figures; 1 if one of them is not as promised."""
    count = int(argv[0]) if argv else 2000
    progress = Progress()
    provider = current_provider()
    if provider.audit_log is None:
        raise DevError("the audit log of this cluster cannot be read here", "use the node provider")
    kubectl = provider.kubectl(progress)
    release = Release(kubectl, NAMESPACE)
    release.install(VALUES)
    try:
        with connect(kubectl) as backend:
            samples = list(soak(kubectl, backend, count))
        idle_writes = count_idle_writes(provider.audit_log)
        phases = Counter(upload["status"]["phase"] for upload in kubectl.get("-n", NAMESPACE, "scup")["items"])
    finally:
        release.uninstall()
        release.delete_namespace()
    lines, is_kept = report(samples, phases, idle_writes, Setting(AT_ONCE, JOB_TTL_S, IDLE_S))
    print("\n".join(lines))
    return 0 if is_kept else 1


def soak(kubectl: Kubectl, backend: Backend, count: int) -> Iterator[Sample]:
    """Submit `count` uploads, a few ahead of the slots, and yield what is seen every so often until all have ended."""
    began_s, submitted, moved_s, before = time.monotonic(), 0, time.monotonic(), -1
    while True:
        sample = look(kubectl, time.monotonic() - began_s)
        yield sample
        print(f"  {sample.elapsed_s:5.0f} s  {sample.ended:5} ended  {sample.memory_bytes / 2**20:.1f} MiB", flush=True)
        if sample.ended >= count:
            return
        if sample.ended != before:
            before, moved_s = sample.ended, time.monotonic()
        if time.monotonic() - moved_s > STALL_S:
            raise DevError(f"nothing ended for {STALL_S:.0f} s", f"kubectl -n {NAMESPACE} get scup")
        due_s = time.monotonic() + SAMPLE_INTERVAL_S
        while submitted < count and submitted - sample.ended < MOST_WAITING:
            submit(backend, range(submitted, min(count, submitted + BATCH)))
            submitted = min(count, submitted + BATCH)
        time.sleep(max(0.0, due_s - time.monotonic()))


def submit(backend: Backend, numbers: Sequence[int]) -> None:
    """Upload small pictures and ask for each to be read."""
    for number in numbers:
        backend.request(NAMESPACE, backend.upload(small_picture(number // EVERY_TENTH)))


def small_picture(number: int) -> bytes:
    """Return the first table of the sample, in a file of bytes of its own for each number."""
    with Image.open(BytesIO(sample_png())) as picture:
        table = picture.crop((0, 0, picture.width, picture.height // 3))
    note, buffer = PngInfo(), BytesIO()
    note.add_text("number", str(number))
    table.save(buffer, format="PNG", pnginfo=note)
    return buffer.getvalue()


def look(kubectl: Kubectl, elapsed_s: float) -> Sample:
    """Return what there is now."""
    phases = kubectl.run("-n", NAMESPACE, "get", "scup", "-o", "jsonpath={range .items[*]}{.status.phase}{'\\n'}{end}")
    ended = sum(phase in TERMINAL for phase in phases.split())
    counts = {
        kind: len(kubectl.run("-n", NAMESPACE, "get", kind, "-o", "name").split())
        for kind in ("jobs", "pods", "events")
    }
    return Sample(elapsed_s, ended, operator_memory_bytes(kubectl, NAMESPACE, "VmRSS"), counts)


def count_idle_writes(audit_log: Path) -> int:
    """Wait while nothing is to be done, and return how many writes the operator sent meanwhile."""
    time.sleep(SAMPLE_INTERVAL_S)  # what the last upload still costs
    since = dt.datetime.now(dt.UTC)
    time.sleep(IDLE_S)
    return count_operator_writes(read_entries(audit_log), NAMESPACE, since)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
