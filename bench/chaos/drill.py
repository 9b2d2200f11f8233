"""Runs uploads and faults against each other and looks at what is left. Judges nothing (`verdict`), harms nothing (`faults`)."""

import contextlib
import random
import time
from collections.abc import Callable
from typing import Any

from bench.chaos.faults import Fault, Scene, choose_faults
from bench.chaos.verdict import TERMINAL, Aftermath, Healing
from dev.backend import connect
from dev.cluster.provider import Provider
from dev.deadline import wait_until
from dev.errors import CommandFailed, DevError
from dev.release import Release
from dev.sample.card import PLAIN, sample_png

HEAL_LIMIT_S = 240.0
END_LIMIT_S = 2400.0
VALUES: dict[str, Any] = {
    "crds": {"enabled": False},
    "runner": {"reader": "tesseract", "reuseResults": False},
    "limits": {"startDeadlineSeconds": 60, "runTimeoutSeconds": 120},
    "retry": {"backoffCapSeconds": 30},
}
COMMITS = """
    SELECT upload_id::text, count(*) FROM scorecard_ocr.attempts WHERE outcome = 'parsed' AND upload_id = ANY(%s::uuid[])
    GROUP BY 1
"""
ROWS = "SELECT id::text, status FROM uploads WHERE id = ANY(%s::uuid[])"


class Drill:
    """One release under fire."""

    def __init__(self, provider: Provider, release: Release, seed: int, say: Callable[[str], None]) -> None:
        self._release = release
        self._kubectl = release.kubectl
        self._scene = Scene(provider, release.kubectl, release.namespace, random.Random(seed))  # noqa: S311 - it draws faults, and keeps no secret
        self._faults = choose_faults(provider)
        self._say = say
        self._submitted: list[str] = []
        self._ended = 0

    def run(self, uploads: int, rounds: int) -> tuple[Aftermath, list[Healing], float]:
        """In each round submit a share of the uploads and let every fault strike once; then wait until all have ended."""
        self._release.install(VALUES)
        began_s = time.monotonic()
        healings: list[Healing] = []
        for number in range(rounds):
            self._submit(self._share(uploads, number, rounds))
            names = sorted(self._faults)
            self._scene.chance.shuffle(names)
            healings += [self._strike(name, self._faults[name]) for name in names]
        self._wait_for_end()
        return self._look(), healings, time.monotonic() - began_s

    @staticmethod
    def _share(uploads: int, number: int, rounds: int) -> int:
        return uploads * (number + 1) // rounds - uploads * number // rounds

    def _submit(self, count: int) -> None:
        picture = sample_png(PLAIN)
        with connect(self._kubectl) as backend:
            for _ in range(count):
                upload_id = backend.upload(picture)
                backend.request(self._release.namespace, upload_id)
                self._submitted.append(upload_id)

    def _strike(self, name: str, fault: Fault) -> Healing:
        # Some way into the work, so that the fault meets attempts at every stage.
        time.sleep(self._scene.chance.uniform(1.0, 6.0))
        fault(self._scene)
        ended_s, before = time.monotonic(), self._count_ended()
        if before >= len(self._submitted):
            return Healing(name, None)
        if not wait_until(lambda: self._count_ended() > before, timeout_s=HEAL_LIMIT_S, interval_s=0.5):
            raise DevError(
                f"nothing was done within {HEAL_LIMIT_S:.0f} s after: {name}", "kubectl -n bench-chaos get scup"
            )
        healing = Healing(name, time.monotonic() - ended_s)
        self._say(f"{name}: next upload done after {healing.seconds:.1f} s ({before} of {len(self._submitted)} done)")
        return healing

    def _wait_for_end(self) -> None:
        if not wait_until(self._is_at_rest, timeout_s=END_LIMIT_S, interval_s=2.0):
            self._say("not all has come to rest")

    def _is_at_rest(self) -> bool:
        return self._count_ended() >= len(self._submitted) and not self._live("jobs") and not self._live("pods")

    def _count_ended(self) -> int:
        # Without an answer it is what it was: a count that fell would look like a fault that healed.
        with contextlib.suppress(CommandFailed):
            self._ended = sum(phase in TERMINAL for phase in self._phases().values())
        return self._ended

    def _phases(self) -> dict[str, str]:
        lines = self._kubectl.run(
            "-n", self._release.namespace, "get", "scup", "-o",
            "jsonpath={range .items[*]}{.metadata.name} {.status.phase}{'\\n'}{end}",
        ).splitlines()  # fmt: skip
        pairs = [line.partition(" ") for line in lines]
        return {name: phase for name, _, phase in pairs}

    def _live(self, kind: str) -> list[str]:
        try:
            items = self._kubectl.get(
                "-n", self._release.namespace, kind, "-l", "app.kubernetes.io/managed-by=scorecard-operator"
            )["items"]
        except CommandFailed:
            return ["the API server does not answer"]
        return [item["metadata"]["name"] for item in items if not _has_ended(item)]

    def _look(self) -> Aftermath:
        with connect(self._kubectl) as backend:
            rows = dict(backend.query(ROWS, (self._submitted,)))
            commits = dict(backend.query(COMMITS, (self._submitted,)))
        uploads = self._kubectl.get("-n", self._release.namespace, "scup")["items"]
        attempts = {each["metadata"]["name"]: each["status"].get("attempts", 0) for each in uploads}
        return Aftermath(
            self._submitted, rows, commits, self._phases(), self._live("jobs"), self._live("pods"), attempts
        )


def _has_ended(item: dict[str, Any]) -> bool:
    status = item.get("status", {})
    is_over = any(c["type"] in {"Complete", "Failed"} and c["status"] == "True" for c in status.get("conditions") or [])
    return is_over or status.get("phase") in {"Succeeded", "Failed"}
