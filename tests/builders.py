"""Fluent builders of raw cluster objects, so that a test names only what it is about."""

import copy
import datetime as dt
import json
from typing import Any

from scorecard_operator.facts import Facts, JobFact, PodFact, UploadFact, parse_job, parse_pod, parse_upload
from scorecard_operator.manifest import job_name
from scorecard_operator.settings import Settings, read_settings

NOW = dt.datetime(2026, 1, 31, 12, 0, 0, tzinfo=dt.UTC)
UPLOAD_ID = "00000000-0000-4000-8000-{:012d}"


def at(seconds: float) -> str:
    """Return the RFC 3339 text of `seconds` after NOW."""
    return (NOW + dt.timedelta(seconds=seconds)).strftime("%Y-%m-%dT%H:%M:%SZ")


def make_settings(**variables: str) -> Settings:
    """Return the operator's defaults, with these variables set otherwise."""
    return read_settings({"SCORECARD_NAMESPACE": "cards", "DATABASE_URL": "postgresql://u:p@db/x"} | variables)


def upload_name(number: int) -> str:
    """Return the name of upload `number`."""
    return UPLOAD_ID.format(number)


class UploadBuilder:
    """Builds a ScorecardUpload."""

    def __init__(self, number: int = 1) -> None:
        name = upload_name(number)
        self.body: dict[str, Any] = {
            "metadata": {
                "name": name,
                "namespace": "cards",
                "uid": f"uid-{number}",
                "generation": 1,
                "resourceVersion": "1",
                "creationTimestamp": at(-100 + number),
            },
            "spec": {"uploadId": name},
            "status": {},
        }

    def spec(self, **fields: object) -> "UploadBuilder":
        """Set fields of the spec."""
        self.body["spec"] |= fields
        return self

    def status(self, **fields: object) -> "UploadBuilder":
        """Set fields of the status."""
        self.body["status"] |= fields
        return self

    def in_flight(self, attempt: int = 1) -> "UploadBuilder":
        """Make it an upload whose attempt was launched."""
        name = job_name(self.body["metadata"]["name"], attempt)
        return self.status(phase="Starting", attempts=attempt, jobName=name, startTime=at(-10))

    def reported(self, attempt: int = 1, verdict: str = "Verified", reader: str = "") -> "UploadBuilder":
        """Add the runner's final word of success."""
        result = {"attempt": attempt, "verdict": verdict, "confidence": 0.9, "innings": 2, "checks": "8/8"}
        return self.reading(attempt, "finished", reader).status(result={**result, "reader": reader})

    def reading(self, attempt: int = 1, stage: str = "reading", reader: str = "auto") -> "UploadBuilder":
        """Add what the runner says of its progress."""
        moment = {"storedAt": at(-1)} if stage == "finished" else {}
        return self.status(progress={"attempt": attempt, "stage": stage, "percent": 100, "reader": reader, **moment})

    def fetched(self, seconds: float, attempt: int = 1) -> "UploadBuilder":
        """Add what the runner says once it has the file."""
        return self.status(progress={"attempt": attempt, "stage": "reading", "fetchedAt": at(seconds)})

    def broke(self, reason: str, *seconds: float, probe: bool = False, class_: str = "dependency") -> "UploadBuilder":
        """Add attempts that ended at these moments for this reason; the next one waits for its turn."""
        history = self.body["status"].setdefault("history", [])
        for number, moment in enumerate(seconds, start=len(history) + 1):
            entry = {"attempt": number, "class": class_, "reason": reason, "finishedAt": at(moment)}
            history.append(entry | ({"probe": True} if probe else {}))
        failure = {"class": class_, "reason": reason}
        return self.status(phase="Retrying", reason=reason, attempts=len(history), failure=failure)

    def escalated(self, reader: str = "auto", *failures: str) -> "UploadBuilder":
        """Make it an upload whose first attempt is to be bettered, and after that broke in attempts of these classes."""
        ended: list[dict[str, Any]] = [{"attempt": 1, "reason": "Parsed", "exitCode": 0, "finishedAt": at(-60)}]
        for number, name in enumerate(failures, start=2):
            ended.append({"attempt": number, "class": name, "reason": "Why", "finishedAt": at(-50), "escalates": 1})
        reported = self.reported(1, "NeedsReview", reader)
        return reported.status(phase="Retrying", reason="Escalated", attempts=len(ended), history=ended)

    def raw(self) -> dict[str, Any]:
        """Return the raw object."""
        return copy.deepcopy(self.body)

    def fact(self) -> UploadFact:
        """Return the fact."""
        fact = parse_upload(self.raw())
        assert fact is not None
        return fact


class JobBuilder:
    """Builds a Job of an attempt."""

    def __init__(self, number: int = 1, attempt: int = 1) -> None:
        name = upload_name(number)
        self.body: dict[str, Any] = {
            "metadata": {
                "name": job_name(name, attempt),
                "namespace": "cards",
                "uid": f"job-{number}-{attempt}",
                "resourceVersion": "1",
                "creationTimestamp": at(-10),
                "labels": {
                    "app.kubernetes.io/managed-by": "scorecard-operator",
                    "scorecards.cricksy.io/upload": name,
                    "scorecards.cricksy.io/attempt": str(attempt),
                },
                "ownerReferences": [{"uid": f"uid-{number}", "controller": True}],
            },
            "status": {},
        }

    def escalating(self, target: int = 1) -> "JobBuilder":
        """Make it the Job of an attempt that is to better the result of another."""
        self.body["metadata"]["labels"]["scorecards.cricksy.io/escalates"] = str(target)
        return self

    def probing(self) -> "JobBuilder":
        """Make it a Job that tries a dependency which was away."""
        self.body["metadata"]["labels"]["scorecards.cricksy.io/probe"] = "true"
        return self

    def created(self, seconds: float) -> "JobBuilder":
        """Set when it was created."""
        self.body["metadata"]["creationTimestamp"] = at(seconds)
        return self

    def held(self, since: float = -10, queue: str = "ocr") -> "JobBuilder":
        """Suspend it, in a queue of Kueue or, without one, by hand."""
        if queue:
            self.body["metadata"]["labels"]["kueue.x-k8s.io/queue-name"] = queue
        return self._suspended(is_wanted=True, status="True", since=since)

    def resumed(self, since: float = -1) -> "JobBuilder":
        """Let it go after it was suspended."""
        return self._suspended(is_wanted=False, status="False", since=since)

    def _suspended(self, *, is_wanted: bool, status: str, since: float) -> "JobBuilder":
        self.body["spec"] = {"suspend": is_wanted}
        self.body["status"]["conditions"] = [{"type": "Suspended", "status": status, "lastTransitionTime": at(since)}]
        return self

    def owned_by(self, uid: str) -> "JobBuilder":
        """Set another owner."""
        self.body["metadata"]["ownerReferences"][0]["uid"] = uid
        return self

    def finished(self, condition: str = "Complete", reason: str = "", seconds: float = -1) -> "JobBuilder":
        """End it."""
        self.body["status"].setdefault("conditions", []).append(
            {"type": condition, "status": "True", "reason": reason, "lastTransitionTime": at(seconds)}
        )
        return self

    def raw(self) -> dict[str, Any]:
        """Return the raw object."""
        return copy.deepcopy(self.body)

    def fact(self) -> JobFact:
        """Return the fact."""
        fact = parse_job(self.raw())
        assert fact is not None
        return fact


class PodBuilder:
    """Builds the pod of an attempt."""

    def __init__(self, number: int = 1, attempt: int = 1) -> None:
        job = job_name(upload_name(number), attempt)
        self.body: dict[str, Any] = {
            "metadata": {
                "name": f"{job}-abcde",
                "uid": f"pod-{number}-{attempt}",
                "resourceVersion": "1",
                "creationTimestamp": at(-9),
                "labels": {"batch.kubernetes.io/job-name": job},
            },
            "spec": {"nodeName": "node1"},
            "status": {
                "phase": "Pending",
                "conditions": [{"type": "PodScheduled", "status": "True", "lastTransitionTime": at(-9)}],
                "containerStatuses": [{"name": "runner", "image": "runner:1", "state": {}}],
            },
        }

    def _state(self, **state: object) -> "PodBuilder":
        self.body["status"]["containerStatuses"][0]["state"] = state
        return self

    def waiting(self, reason: str, message: str = "") -> "PodBuilder":
        """Make the container wait."""
        return self._state(waiting={"reason": reason, "message": message})

    def running(self, since: float = -8) -> "PodBuilder":
        """Make the container run."""
        self.body["status"]["phase"] = "Running"
        return self._state(running={"startedAt": at(since)})

    def ended(self, exit_code: int, said: object = None, *, reason: str = "", seconds: float = -1) -> "PodBuilder":
        """End the container, with a termination message."""
        self.body["status"]["phase"] = "Succeeded" if exit_code == 0 else "Failed"
        return self._state(
            terminated={
                "exitCode": exit_code,
                "reason": reason or ("Completed" if exit_code == 0 else "Error"),
                "startedAt": at(-8),
                "finishedAt": at(seconds),
                "message": json.dumps(said) if said is not None else "",
            }
        )

    def saying(self, text: str) -> "PodBuilder":
        """Replace the termination message, be it ours or not."""
        self.body["status"]["containerStatuses"][0]["state"]["terminated"]["message"] = text
        return self

    def failed(self, reason: str = "") -> "PodBuilder":
        """Give it up without a word on its container."""
        self.body["status"] |= {"phase": "Failed", "reason": reason, "containerStatuses": []}
        return self

    def unschedulable(self, message: str) -> "PodBuilder":
        """Leave it without a node."""
        self.body["status"]["conditions"] = [
            {"type": "PodScheduled", "status": "False", "reason": "Unschedulable", "message": message}
        ]
        self.body["status"].pop("containerStatuses")
        return self

    def disrupted(self) -> "PodBuilder":
        """Mark it as a target of disruption."""
        self.body["status"]["conditions"].append({"type": "DisruptionTarget", "status": "True"})
        return self

    def raw(self) -> dict[str, Any]:
        """Return the raw object."""
        return copy.deepcopy(self.body)

    def fact(self) -> PodFact:
        """Return the fact."""
        fact = parse_pod(self.raw())
        assert fact is not None
        return fact


def gather(
    uploads: list[UploadBuilder], jobs: list[JobBuilder] | None = None, pods: list[PodBuilder] | None = None
) -> Facts:
    """Return the facts that a cluster with these objects gives."""
    by_upload: dict[str, list[JobFact]] = {}
    for job in jobs or []:
        by_upload.setdefault(job.fact().upload, []).append(job.fact())
    return Facts(
        uploads=tuple(upload.fact() for upload in uploads),
        jobs={name: tuple(found) for name, found in by_upload.items()},
        pods={pod.fact().job: pod.fact() for pod in pods or []},
    )
