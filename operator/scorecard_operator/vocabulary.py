"""The words of the API: phases, reasons, failure classes, condition types.

People write alerts and runbooks against these, so a word is added, never renamed. Refuses to hold any rule.
"""

from enum import StrEnum


class Phase(StrEnum):
    """Where an upload stands, for people; machines read the conditions."""

    QUEUED = "Queued"
    STARTING = "Starting"
    RUNNING = "Running"
    RETRYING = "Retrying"
    SUCCEEDED = "Succeeded"
    FAILED = "Failed"
    CANCELLED = "Cancelled"

    @property
    def is_terminal(self) -> bool:
        """Whether nothing more happens to an upload in this phase."""
        return self in {Phase.SUCCEEDED, Phase.FAILED, Phase.CANCELLED}


class FailureClass(StrEnum):
    """Whose fault a failed attempt was; each class has a budget of its own."""

    INPUT = "input"
    DEPENDENCY = "dependency"
    APPLICATION = "application"
    MEMORY = "memory"
    INFRASTRUCTURE = "infrastructure"


class Reader(StrEnum):
    """How the picture of an attempt is read, from the cheapest to the strongest."""

    TESSERACT = "tesseract"
    AUTO = "auto"
    RAPID = "rapid"


class Reason(StrEnum):
    """Reasons the operator gives itself; the runner's own are passed through. `docs/events-and-conditions.md` explains all."""

    WAITING_FOR_SLOT = "WaitingForSlot"
    PAUSED = "Paused"
    WAITING_FOR_KUEUE = "WaitingForKueue"
    JOB_SUSPENDED = "JobSuspended"
    LAUNCHED = "Launched"
    JOB_DELETING = "JobDeleting"
    READING = "Reading"
    DEPENDENCY_UNAVAILABLE = "DependencyUnavailable"
    PARSED = "Parsed"
    ESCALATED = "Escalated"
    RETRY_REQUESTED = "RetryRequested"
    FIRST_RESULT_KEPT = "FirstResultKept"
    RESULT_REUSED = "ResultReused"
    CANCELLED = "Cancelled"
    OOM_KILLED = "OOMKilled"
    START_DEADLINE_EXCEEDED = "StartDeadlineExceeded"
    RUN_DEADLINE_EXCEEDED = "RunDeadlineExceeded"
    EVICTED = "Evicted"
    POD_LOST = "PodLost"
    RUNNER_CRASHED = "RunnerCrashed"
    JOB_REFUSED = "JobRefused"
    ROW_WRITTEN = "RowWritten"
    ROW_NOT_WRITTEN = "RowNotWritten"
    ROW_KEPT = "RowKept"
    ROW_MISSING = "RowMissing"
    UPLOAD_GONE = "UploadGone"
    RESULT_LOST = "ResultLost"
    INVALID_LIVE_SETTINGS = "InvalidLiveSettings"
    VERIFIED = "Verified"
    NEEDS_REVIEW = "NeedsReview"


class ConditionType(StrEnum):
    """Condition types of a ScorecardUpload. `Ready` is left out on purpose: kstatus would wait for it."""

    SUCCEEDED = "Succeeded"
    ADMITTED = "Admitted"
    VERIFIED = "Verified"
    RECONCILING = "Reconciling"
    STALLED = "Stalled"
    ROW_REPORTED = "RowReported"
