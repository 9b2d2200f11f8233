"""Job controller, kubelet and runners in memory: a pod goes its way step by step, and may break at any of them."""

import itertools
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from typing import Any

from tests.builders import PodBuilder, at
from tests.simulation.api_server import ApiServer, Kind, Raw
from tests.simulation.rows import Tables

UPLOAD_LABEL = "scorecards.cricksy.io/upload"
ATTEMPT_LABEL = "scorecards.cricksy.io/attempt"


class Stage(IntEnum):
    """How far a runner is."""

    PENDING = 0
    RUNNING = 1
    CLAIMED = 2
    COMMITTED = 3
    REPORTED = 4
    ENDED = 5


class Break(StrEnum):
    """How a pod may end before its work is done, or without it."""

    INPUT = "the picture is refused"
    DEPENDENCY = "storage is away"
    CRASH = "the runner crashed"
    MEMORY = "out of memory"
    KILLED = "killed from outside"
    MUTE = "gone without a word"


EXIT_CODES = {Break.INPUT: 10, Break.DEPENDENCY: 20, Break.CRASH: 70, Break.MEMORY: 137, Break.KILLED: 137}


@dataclass
class Runner:
    """One pod of a Job."""

    pod: PodBuilder
    job: str
    upload: str
    attempt: int
    retries_after: int | None
    stage: Stage = Stage.PENDING
    has_reported: bool = False

    @property
    def name(self) -> str:
        """The pod's name."""
        return str(self.pod.body["metadata"]["name"])

    @property
    def uid(self) -> str:
        """The pod's uid."""
        return str(self.pod.body["metadata"]["uid"])


@dataclass
class Nodes:
    """All pods, and the two that look after them."""

    server: ApiServer
    tables: Tables
    runners: list[Runner] = field(default_factory=list)
    _uids: "itertools.count[int]" = field(default_factory=lambda: itertools.count(1))

    def start_pods(self) -> None:
        """Give each Job that has none its pod, as the Job controller does."""
        for job in list(self.server.objects[Kind.JOBS].values()):
            if not _conditions(job) and all(runner.job != job["metadata"]["name"] for runner in self.runners):
                self.start_pod(job)

    def start_pod(self, job: Raw) -> None:
        """Create a pod for a Job, be it the second."""
        labels, number = job["metadata"]["labels"], next(self._uids)
        name, attempt = job["metadata"]["name"], int(labels[ATTEMPT_LABEL])
        pod = PodBuilder(int(labels[UPLOAD_LABEL][-12:]), attempt)
        owner = {"uid": job["metadata"]["uid"], "controller": True}
        pod.body["metadata"] |= {
            "name": f"{name}-{number}", "uid": f"pod-{number}", "ownerReferences": [owner],
            "creationTimestamp": at(self._now_s),
        }  # fmt: skip
        variables = {each["name"]: each["value"] for each in job["spec"]["template"]["spec"]["containers"][0]["env"]}
        after = variables.get("SCORECARD_RETRIES_AFTER")
        runner = Runner(pod, name, labels[UPLOAD_LABEL], attempt, int(after) if after else None)
        self.runners.append(runner)
        self._show(runner)

    @property
    def living(self) -> list[Runner]:
        """The runners that may still do something."""
        return [runner for runner in self.runners if runner.stage < Stage.ENDED]

    def step(self, runner: Runner) -> None:
        """Go one step on with the work."""
        match runner.stage:
            case Stage.PENDING:
                runner.pod.running(self._now_s)
                self._go_to(runner, Stage.RUNNING)
            case Stage.RUNNING:
                self._claim(runner)
            case Stage.CLAIMED:
                is_ours = self.tables.commit(runner.upload, runner.attempt, runner.uid, runner.retries_after)
                self._go_to(runner, Stage.COMMITTED) if is_ours else self._end(runner, 0, "Superseded", "superseded")
            case Stage.COMMITTED:
                self._report(runner)
                self._go_to(runner, Stage.REPORTED)
            case Stage.REPORTED:
                self._end(runner, 0, "Parsed", "parsed")
            case Stage.ENDED:
                pass

    def break_down(self, runner: Runner, how: Break) -> None:
        """End a pod before its time."""
        if how is Break.MUTE:
            # Deleted from outside: the pod goes, and the Job fails for it.
            runner.stage = Stage.ENDED
            self.server.remove(Kind.PODS, runner.name)
            self._finish_job(runner.job, "Failed")
        elif how is Break.INPUT and runner.stage is Stage.CLAIMED:
            self.tables.refuse(runner.upload, runner.attempt, runner.uid)
            self._end(runner, EXIT_CODES[how], "NotAScorecard", "failed")
        elif how is not Break.INPUT:
            reason = "OOMKilled" if how is Break.MEMORY else ""
            self._end(runner, EXIT_CODES[how], "Broke", "failed", reason=reason)

    def lose_job(self, name: str) -> None:
        """Remove a Job that has ended, as its time to live does, or somebody with a mind to."""
        self.server.remove(Kind.JOBS, name)
        self.stop_orphans()

    def stop_orphans(self) -> None:
        """End the runners whose pod was deleted together with its Job."""
        for runner in self.living:
            if runner.name not in self.server.objects[Kind.PODS]:
                runner.stage = Stage.ENDED

    def _claim(self, runner: Runner) -> None:
        before = self.tables.status[runner.upload]
        if self.tables.claim(runner.upload, runner.attempt, runner.uid, runner.retries_after):
            self._go_to(runner, Stage.CLAIMED)
        elif before == "parsed":
            self._report(runner)
            self._end(runner, 0, "Parsed", "parsed")
        elif before == "failed":
            self._end(runner, 10, "RowFailed", "failed")
        else:
            self._end(runner, 0, "Superseded", "superseded")

    def _report(self, runner: Runner) -> None:
        runner.has_reported = True
        upload = self.server.objects[Kind.UPLOADS].get(runner.upload)
        if upload is None:
            return
        result = {"attempt": runner.attempt, "verdict": "Verified", "confidence": 0.9, "innings": 2, "checks": "8/8"}
        progress = {"attempt": runner.attempt, "stage": "finished", "percent": 100, "storedAt": at(self._now_s)}
        upload["status"] = {**upload["status"], "result": result, "progress": progress}
        self.server.put(Kind.UPLOADS, upload)

    def _end(self, runner: Runner, exit_code: int, word: str, outcome: str, *, reason: str = "") -> None:
        said = {"reason": word, "message": "It ended.", "outcome": outcome}
        runner.pod.ended(exit_code, said, reason=reason, seconds=self._now_s)
        self._go_to(runner, Stage.ENDED)
        self._finish_job(runner.job, "Complete" if exit_code == 0 else "Failed")

    def _finish_job(self, name: str, condition: str) -> None:
        job = self.server.objects[Kind.JOBS].get(name)
        is_last = all(runner.stage is Stage.ENDED for runner in self.runners if runner.job == name)
        if job is not None and is_last and not _conditions(job):
            ended = {"type": condition, "status": "True", "lastTransitionTime": at(self._now_s)}
            job["status"] = {"conditions": [ended]}
            self.server.put(Kind.JOBS, job)

    def _go_to(self, runner: Runner, stage: Stage) -> None:
        runner.stage = stage
        self._show(runner)

    def _show(self, runner: Runner) -> None:
        if runner.stage is Stage.PENDING or runner.name in self.server.objects[Kind.PODS]:
            self.server.put(Kind.PODS, runner.pod.raw())

    @property
    def _now_s(self) -> float:
        return self.server.clock_s()


def _conditions(job: Raw) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = job.get("status", {}).get("conditions", [])
    return found
