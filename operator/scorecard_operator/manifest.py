"""Builds the Job of one attempt: the admin's pod template plus what belongs to this upload; and the upload of a stray row.

Pure: takes and returns plain dicts. Security, resources and Secrets are the template's business (the chart's), names,
owner, deadlines and the attempt are ours.
"""

import copy
from dataclasses import dataclass
from typing import Any

from scorecard_operator.facts import (
    ATTEMPT_LABEL,
    ESCALATES_LABEL,
    PROBE_LABEL,
    QUEUE_LABEL,
    RUNNER_CONTAINER,
    UPLOAD_LABEL,
    UploadFact,
)
from scorecard_operator.quantity import raise_limit
from scorecard_operator.resource import API_VERSION, GROUP, KIND
from scorecard_operator.settings import SOFT_SHARE, Settings

MANAGED_BY_LABEL = "app.kubernetes.io/managed-by"
MANAGED_BY = "scorecard-operator"
ORIGIN_LABEL = f"{GROUP}/origin"
# A runner needs a second or two for its last words; whoever cancels an upload must not wait ten for its pod to go.
STOP_LIMIT_S = 5
JOB_SELECTOR = f"{MANAGED_BY_LABEL}={MANAGED_BY}"

Manifest = dict[str, Any]


@dataclass(frozen=True)
class Templates:
    """What the admin gives for the pods: one for first readings, one with the strongest reader for reading again."""

    first: Manifest
    escalated: Manifest | None = None

    def choose(self, escalates: int | None) -> Manifest:
        """Return the template of an attempt that is a first reading or, with a number, betters that attempt's result."""
        return self.first if escalates is None or self.escalated is None else self.escalated


@dataclass(frozen=True)
class MemoryRaise:
    """How far an attempt's memory limit goes beyond the template's."""

    doublings: int
    cap: str


class InvalidTemplateError(ValueError):
    """The runner pod template is not usable; the message says why."""


def check_template(template: object) -> Manifest:
    """Return the template if it is a PodTemplateSpec with exactly one container called `runner`.

    Raises:
        InvalidTemplateError: it is not.
    """
    if not isinstance(template, dict) or not isinstance(template.get("spec"), dict):
        raise InvalidTemplateError("the runner template is no PodTemplateSpec: it has no `spec`")
    containers = template["spec"].get("containers")
    names = [c.get("name") for c in containers if isinstance(c, dict)] if isinstance(containers, list) else []
    if names.count(RUNNER_CONTAINER) != 1:
        raise InvalidTemplateError(f"the runner template must have one container called `{RUNNER_CONTAINER}`")
    return template


def job_name(upload_name: str, attempt: int) -> str:
    """Return the name of the Job of an attempt: always the same, so that the API server is the lock."""
    return f"ocr-{upload_name}-{attempt}"


def upload_of(job_name: str) -> str:
    """Return the upload that a Job of this name belongs to."""
    return job_name.removeprefix("ocr-").rpartition("-")[0]


def build_upload(upload_id: str, tenant: str | None) -> Manifest:
    """Return the ScorecardUpload of a row that nobody asked to be read."""
    return {
        "apiVersion": API_VERSION,
        "kind": KIND,
        "metadata": {"name": upload_id, "labels": {ORIGIN_LABEL: "sweep"}},
        "spec": {"uploadId": upload_id, **({"tenant": tenant} if tenant else {})},
    }


def build_job(
    upload: UploadFact,
    attempt: int,
    template: Manifest,
    settings: Settings,
    *,
    memory_doublings: int,
    escalates: int | None = None,
    is_probe: bool = False,
) -> Manifest:
    """Return the Job manifest of `attempt`, with the runner's memory doubled that many times.

    `escalates` is the attempt whose result this one is to better; a probe tries a dependency that was away.
    """
    labels = {MANAGED_BY_LABEL: MANAGED_BY, UPLOAD_LABEL: upload.name, ATTEMPT_LABEL: str(attempt)}
    timeout_s = upload.spec.timeout_seconds or settings.run_timeout_s
    environment = _environment(upload, attempt, timeout_s)
    if upload.status.retried_after is not None:
        environment["SCORECARD_RETRIES_AFTER"] = str(upload.status.retried_after)
    if escalates is not None:
        labels[ESCALATES_LABEL] = environment["SCORECARD_ESCALATES"] = str(escalates)
    if is_probe:
        labels[PROBE_LABEL] = "true"
    memory = MemoryRaise(memory_doublings, settings.memory_limit_cap)
    job = {
        "apiVersion": "batch/v1",
        "kind": "Job",
        "metadata": {
            "name": job_name(upload.name, attempt),
            "namespace": upload.namespace,
            "labels": labels,
            "ownerReferences": [_owner_reference(upload)],
        },
        "spec": {
            "backoffLimit": 0,
            "completions": 1,
            "parallelism": 1,
            "podReplacementPolicy": "Failed",
            # The safety net for a time without operator; the operator itself measures from the container's start.
            "activeDeadlineSeconds": timeout_s + settings.start_deadline_s,
            "ttlSecondsAfterFinished": settings.job_ttl_s,
            "template": _pod_template(template, labels, environment, memory),
        },
    }
    return _handed_over(job, settings.kueue_queue_name) if settings.kueue_queue_name else job


def _handed_over(job: Manifest, queue: str) -> Manifest:
    """Return the Job as Kueue takes it: suspended, and with the label of the queue; its pods are not Kueue's business."""
    labels = {**job["metadata"]["labels"], QUEUE_LABEL: queue}
    return {**job, "metadata": {**job["metadata"], "labels": labels}, "spec": {**job["spec"], "suspend": True}}


def _owner_reference(upload: UploadFact) -> Manifest:
    return {
        "apiVersion": API_VERSION,
        "kind": KIND,
        "name": upload.name,
        "uid": upload.uid,
        "controller": True,
        # Blocking would ask for rights on finalizers and let a Job hold up the deletion of its upload.
        "blockOwnerDeletion": False,
    }


def _pod_template(
    template: Manifest, labels: dict[str, str], environment: dict[str, str], memory: MemoryRaise
) -> Manifest:
    pod = copy.deepcopy(template)
    metadata = pod.get("metadata") or {}
    pod["metadata"] = {**metadata, "labels": {**(metadata.get("labels") or {}), **labels}}
    pod["spec"]["restartPolicy"] = "Never"
    grace_s = pod["spec"].get("terminationGracePeriodSeconds")
    pod["spec"]["terminationGracePeriodSeconds"] = STOP_LIMIT_S if grace_s is None else min(grace_s, STOP_LIMIT_S)
    runner = next(c for c in pod["spec"]["containers"] if c["name"] == RUNNER_CONTAINER)
    kept = [variable for variable in runner.get("env") or [] if variable["name"] not in environment]
    runner["env"] = kept + [{"name": name, "value": value} for name, value in environment.items()]
    limits = (runner.get("resources") or {}).get("limits") or {}
    if "memory" in limits:
        limits["memory"] = raise_limit(str(limits["memory"]), doublings=memory.doublings, cap=memory.cap)
    return pod


def _environment(upload: UploadFact, attempt: int, timeout_s: int) -> dict[str, str]:
    environment = {
        "SCORECARD_UPLOAD_ID": upload.spec.upload_id,
        "SCORECARD_ATTEMPT": str(attempt),
        "SCORECARD_SOFT_TIME_LIMIT_SECONDS": str(int(timeout_s * SOFT_SHARE)),
    }
    if upload.spec.languages:
        environment["SCORECARD_LANGUAGES"] = upload.spec.languages
    if upload.spec.tenant:
        environment["SCORECARD_TENANT"] = upload.spec.tenant
    return environment
