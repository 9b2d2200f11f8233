"""What the cluster says, as frozen facts: raw objects go in, nothing else of their shape gets past this module.

Tolerates anything a stranger or an older version may have written into a status; refuses to decide.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from scorecard_operator.last_words import hear
from scorecard_operator.resource import GROUP, Spec, Status
from scorecard_operator.vocabulary import ConditionType

Raw = Mapping[str, Any]

UPLOAD_LABEL = f"{GROUP}/upload"
ATTEMPT_LABEL = f"{GROUP}/attempt"
RETRY_ANNOTATION = f"{GROUP}/retryRequestedAt"
MAX_TOKEN = 64
"""Letters of the annotation that are told apart: what a status field holds."""

ESCALATES_LABEL = f"{GROUP}/escalates"
PROBE_LABEL = f"{GROUP}/probe"
QUEUE_LABEL = "kueue.x-k8s.io/queue-name"
RUNNER_CONTAINER = "runner"


@dataclass(frozen=True)
class UploadFact:
    """One ScorecardUpload."""

    name: str
    namespace: str
    uid: str
    generation: int
    created_at: dt.datetime
    is_deleting: bool
    spec: Spec
    status: Status
    retry_token: str = ""
    """What the annotation that asks for another run says; a new value asks anew."""

    resource_version: str = ""
    """Names this state of the object, so that nothing is done to another one."""

    @property
    def is_retry_asked(self) -> bool:
        """Whether somebody asked for another run and has no answer yet."""
        return bool(self.retry_token) and self.retry_token != self.status.last_handled_retry_at

    @property
    def run_key(self) -> str:
        """Names this run of the upload: a retry that was asked for begins another."""
        return self.uid if self.status.retried_after is None else f"{self.uid}/{self.status.retried_after}"


@dataclass(frozen=True)
class JobFact:
    """One Job of ours."""

    name: str
    uid: str
    upload: str
    attempt: int
    owner_uid: str
    created_at: dt.datetime
    finished_at: dt.datetime | None
    failure_reason: str
    is_deleting: bool
    escalates: int | None = None
    held_since: dt.datetime | None = None
    """Since when the Job is suspended; None: it may start."""
    resumed_at: dt.datetime | None = None
    """When the Job was let go after having been suspended."""
    queue: str = ""
    """The queue of Kueue that decides when it may start."""
    is_probe: bool = False
    """Whether it was launched to try a dependency that was away."""

    @property
    def is_finished(self) -> bool:
        """Whether the Job controller has declared its end."""
        return self.finished_at is not None

    @property
    def admitted_at(self) -> dt.datetime | None:
        """Since when it may start; None while it is suspended."""
        return None if self.held_since else self.resumed_at or self.created_at


@dataclass(frozen=True)
class Termination:
    """The end of the runner container."""

    exit_code: int
    reason: str
    finished_at: dt.datetime
    outcome: str = ""
    word: str = ""
    message: str = ""
    hint: str = ""
    is_row_reported: bool = False
    log_tail: tuple[str, ...] = ()
    """The last lines of its log, without a word of the scorecard."""


@dataclass(frozen=True)
class PodFact:
    """The pod of a Job."""

    name: str
    job: str
    job_uid: str
    phase: str
    created_at: dt.datetime
    scheduled_at: dt.datetime | None = None
    started_at: dt.datetime | None = None
    waiting_reason: str = ""
    waiting_message: str = ""
    reason: str = ""
    message: str = ""
    is_disrupted: bool = False
    termination: Termination | None = None
    node: str | None = None
    image: str | None = None


@dataclass(frozen=True)
class Facts:
    """Everything one plan is made from; `reported_rows` has the status of each row that we were to fail, by run."""

    uploads: tuple[UploadFact, ...]
    jobs: Mapping[str, tuple[JobFact, ...]] = field(default_factory=dict)
    pods: Mapping[str, PodFact] = field(default_factory=dict)
    gone_jobs: frozenset[str] = frozenset()
    reported_rows: Mapping[str, str] = field(default_factory=dict)
    refusals: Mapping[str, str] = field(default_factory=dict)

    def pod_of(self, job_name: str, job: JobFact | None) -> PodFact | None:
        """Return the pod of a Job, but not one that a namesake deleted before has left behind."""
        pod = self.pods.get(job_name)
        return pod if pod is not None and (job is None or pod.job_uid in {"", job.uid}) else None


def parse_time(text: object) -> dt.datetime | None:
    """Return the moment an RFC 3339 text names, or None."""
    if not isinstance(text, str) or not text:
        return None
    try:
        moment = dt.datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)


def _time_or_epoch(text: object) -> dt.datetime:
    return parse_time(text) or dt.datetime.fromtimestamp(0, dt.UTC)


def parse_upload(body: Raw) -> UploadFact | None:
    """Return the fact of a ScorecardUpload, or None if its spec is not ours to read."""
    meta = body["metadata"]
    try:
        spec = Spec.model_validate(body.get("spec") or {})
    except ValidationError:
        return None
    try:
        status = Status.model_validate(body.get("status") or {})
    except ValidationError:
        status = Status()
    # A condition that somebody else has added is theirs: neither to be judged nor to be written by us.
    ours = [condition for condition in status.conditions if condition.type in set(ConditionType)]
    status = status.model_copy(update={"conditions": ours})
    return UploadFact(
        name=meta["name"],
        namespace=meta["namespace"],
        uid=meta["uid"],
        generation=meta.get("generation", 1),
        created_at=_time_or_epoch(meta.get("creationTimestamp")),
        is_deleting="deletionTimestamp" in meta,
        spec=spec,
        status=status,
        retry_token=str((meta.get("annotations") or {}).get(RETRY_ANNOTATION, "")).strip()[:MAX_TOKEN],
        resource_version=str(meta.get("resourceVersion", "")),
    )


def parse_job(body: Raw) -> JobFact | None:
    """Return the fact of a Job, or None if it does not carry our labels."""
    meta = body["metadata"]
    labels = meta.get("labels") or {}
    if UPLOAD_LABEL not in labels or not str(labels.get(ATTEMPT_LABEL, "")).isdigit():
        return None
    ended = [c for c in _conditions(body) if c["type"] in {"Complete", "Failed"} and c["status"] == "True"]
    held_since, resumed_at = _parse_suspension(body)
    return JobFact(
        name=meta["name"],
        uid=meta["uid"],
        upload=labels[UPLOAD_LABEL],
        attempt=int(labels[ATTEMPT_LABEL]),
        owner_uid=_controller_uid(meta),
        created_at=_time_or_epoch(meta.get("creationTimestamp")),
        finished_at=_time_or_epoch(ended[0].get("lastTransitionTime")) if ended else None,
        failure_reason=next((c.get("reason", "") for c in ended if c["type"] == "Failed"), ""),
        is_deleting="deletionTimestamp" in meta,
        escalates=_number(labels.get(ESCALATES_LABEL)),
        held_since=held_since,
        resumed_at=resumed_at,
        queue=str(labels.get(QUEUE_LABEL, "")),
        is_probe=labels.get(PROBE_LABEL) == "true",
    )


def _parse_suspension(body: Raw) -> tuple[dt.datetime | None, dt.datetime | None]:
    """Return since when a Job is suspended, and when it was resumed."""
    condition = next((c for c in _conditions(body) if c["type"] == "Suspended"), {})
    changed_at = parse_time(condition.get("lastTransitionTime"))
    # The condition follows the spec a moment later: a Job starts only when both let it.
    if (body.get("spec") or {}).get("suspend") is True or condition.get("status") == "True":
        return changed_at or _time_or_epoch(body["metadata"].get("creationTimestamp")), None
    return None, changed_at


def _number(text: object) -> int | None:
    return int(text) if isinstance(text, str) and text.isdecimal() else None


def parse_pod(body: Raw) -> PodFact | None:
    """Return the fact of a runner pod, or None if it belongs to no Job."""
    meta, status = body["metadata"], body.get("status") or {}
    job = (meta.get("labels") or {}).get("batch.kubernetes.io/job-name")
    if not job:
        return None
    conditions = {c["type"]: c for c in _conditions(body)}
    scheduled = conditions.get("PodScheduled", {})
    is_scheduled = scheduled.get("status") == "True"
    containers = [c for c in status.get("containerStatuses") or [] if c["name"] == RUNNER_CONTAINER]
    state = (containers[0].get("state") or {}) if containers else {}
    waiting, running, terminated = (state.get(key) or {} for key in ("waiting", "running", "terminated"))
    return PodFact(
        name=meta["name"],
        job=job,
        job_uid=_controller_uid(meta),
        phase=status.get("phase", "Pending"),
        created_at=_time_or_epoch(meta.get("creationTimestamp")),
        scheduled_at=parse_time(scheduled.get("lastTransitionTime")) if is_scheduled else None,
        started_at=parse_time(running.get("startedAt") or terminated.get("startedAt")),
        waiting_reason=waiting.get("reason", "") if is_scheduled else scheduled.get("reason", ""),
        waiting_message=waiting.get("message", "") if is_scheduled else scheduled.get("message", ""),
        reason=status.get("reason", ""),
        message=status.get("message", ""),
        is_disrupted=conditions.get("DisruptionTarget", {}).get("status") == "True",
        termination=_parse_termination(terminated, _last_change(body)) if terminated else None,
        node=(body.get("spec") or {}).get("nodeName"),
        image=containers[0].get("image") if containers else None,
    )


def _controller_uid(meta: Raw) -> str:
    return next((owner["uid"] for owner in meta.get("ownerReferences") or [] if owner.get("controller")), "")


def _conditions(body: Raw) -> list[dict[str, Any]]:
    return (body.get("status") or {}).get("conditions") or []


def _last_change(body: Raw) -> dt.datetime:
    moments = [parse_time(condition.get("lastTransitionTime")) for condition in _conditions(body)]
    created_at = _time_or_epoch(body["metadata"].get("creationTimestamp"))
    return max([created_at, *(moment for moment in moments if moment)])


def _parse_termination(terminated: Raw, last_change: dt.datetime) -> Termination:
    said = hear(terminated.get("message"))
    return Termination(
        exit_code=int(terminated.get("exitCode", -1)),
        reason=terminated.get("reason", ""),
        # A kubelet that lost a container (ContainerStatusUnknown) gives no moment.
        finished_at=parse_time(terminated.get("finishedAt")) or last_change,
        outcome=said.outcome,
        word=said.reason,
        message=said.message,
        hint=said.hint,
        is_row_reported=said.is_row_reported,
        log_tail=said.log_tail,
    )
