"""What is said about an attempt that ended without a result: class, reason, sentence, hint.

Pure. Everything people read in `status.failure` comes from here or from the runner's own fixed sentences.
"""

import datetime as dt
from dataclasses import dataclass

from scorecard_operator.facts import PodFact, Termination
from scorecard_operator.vocabulary import FailureClass, Reason

CLASS_BY_EXIT_CODE = {
    10: FailureClass.INPUT,
    20: FailureClass.DEPENDENCY,
    21: FailureClass.DEPENDENCY,
    22: FailureClass.DEPENDENCY,
    31: FailureClass.MEMORY,
}
SENTENCE_LIMIT = 1024  # the bound of the CRD
MAX_EXIT_CODE = 255
LOG_HINT = "Look at status.failure.logTail or, while the Job is there, at its log: kubectl logs job/<job>."
DEFAULT_START_HINT = "Look at the events of the pod: kubectl describe pod -l job-name=<job>."
IMAGE_HINT = "Check runner.image and imagePullSecrets: the node must be able to pull the image."
START_HINTS = {
    "ImagePullBackOff": IMAGE_HINT,
    "ErrImagePull": IMAGE_HINT,
    "RegistryUnavailable": IMAGE_HINT,
    "ErrImageNeverPull": IMAGE_HINT,
    "InvalidImageName": IMAGE_HINT,
    "ImageInspectError": "Remove the damaged image from the node.",
    "SignatureValidationFailed": IMAGE_HINT,
    "CreateContainerConfigError": "Check that the database and storage Secrets exist and hold the keys of the values.",
    "CreateContainerError": DEFAULT_START_HINT,
    "RunContainerError": DEFAULT_START_HINT,
    "Unschedulable": "Free room on a node, or lower the requests in runner.profiles.",
    "SchedulingGated": "Whoever set the scheduling gate of the pod must take it away.",
    "SchedulerError": DEFAULT_START_HINT,
}


@dataclass(frozen=True)
class Broken:
    """The attempt ended without a result."""

    finished_at: dt.datetime
    failure_class: FailureClass
    reason: str
    message: str
    hint: str
    exit_code: int | None = None
    is_row_reported: bool = False


def by_runner(end: Termination) -> Broken:
    """Return the failure the runner itself explained, or left unexplained."""
    return Broken(
        finished_at=end.finished_at,
        failure_class=CLASS_BY_EXIT_CODE.get(end.exit_code, _class_of_the_rest(end)),
        reason=end.word or Reason.RUNNER_CRASHED,
        message=end.message or f"The runner ended with exit code {end.exit_code} and said nothing.",
        hint=end.hint or LOG_HINT,
        exit_code=_exit_code(end),
        is_row_reported=end.is_row_reported,
    )


def _class_of_the_rest(end: Termination) -> FailureClass:
    # StartError and its like: the container runtime could not even begin, the runner is not to blame.
    is_runtime_error = end.reason.endswith("Error") and end.reason != "Error"
    return FailureClass.INFRASTRUCTURE if is_runtime_error else FailureClass.APPLICATION


def _exit_code(end: Termination) -> int | None:
    return end.exit_code if 0 <= end.exit_code <= MAX_EXIT_CODE else None


def out_of_memory(end: Termination) -> Broken:
    """Return the failure of a runner that the kernel stopped for its memory."""
    return Broken(
        finished_at=end.finished_at,
        failure_class=FailureClass.MEMORY,
        reason=Reason.OOM_KILLED,
        message="The runner needed more memory than its limit and was stopped by the kernel.",
        hint="Raise the memory limit in runner.profiles (and limits.runnerMemoryCap, up to which it is doubled), "
        "or upload a smaller picture.",
        exit_code=_exit_code(end),
    )


def lost(pod: PodFact, at: dt.datetime) -> Broken:
    """Return the failure of a pod that was evicted or stopped from outside."""
    is_evicted = pod.reason == "Evicted" or pod.is_disrupted
    return Broken(
        finished_at=at,
        failure_class=FailureClass.INFRASTRUCTURE,
        reason=Reason.EVICTED if is_evicted else Reason.POD_LOST,
        message="The node gave the pod up before it could finish."
        if is_evicted
        else "The pod was stopped from outside.",
        hint="Nothing to do: it is tried again. If it stays, look at the events of the node.",
        exit_code=_exit_code(pod.termination) if pod.termination else None,
    )


def suspended(at: dt.datetime) -> Broken:
    """Return the failure of a runner that was stopped because its Job was suspended."""
    return Broken(
        finished_at=at,
        failure_class=FailureClass.INFRASTRUCTURE,
        reason=Reason.JOB_SUSPENDED,
        message="The Job was suspended while the runner was at work, by Kueue to make room or by hand.",
        hint="Nothing to do: it is tried again. If it stays, look at the quota and the preemption of the Kueue queue.",
    )


def removed(at: dt.datetime) -> Broken:
    """Return the failure of an attempt whose Job or pod is gone."""
    return Broken(
        finished_at=at,
        failure_class=FailureClass.INFRASTRUCTURE,
        reason=Reason.POD_LOST,
        message="The Job or its pod was removed before the runner could finish.",
        hint="Nothing to do: it is tried again. Do not delete Jobs of running uploads; set spec.cancelled instead.",
    )


def overdue(at: dt.datetime) -> Broken:
    """Return the failure of a runner that passed its hard time limit."""
    return Broken(
        finished_at=at,
        failure_class=FailureClass.APPLICATION,
        reason=Reason.RUN_DEADLINE_EXCEEDED,
        message="The runner did not finish within its hard time limit and was stopped.",
        hint="Raise spec.timeoutSeconds or limits.runTimeoutSeconds, or upload a smaller picture.",
    )


def not_started(at: dt.datetime, start_deadline_s: int, waiting_reason: str, kubelet_said: str) -> Broken:
    """Return the failure of a pod that did not start in time, with the kubelet's or scheduler's own words."""
    return Broken(
        finished_at=at,
        failure_class=FailureClass.INFRASTRUCTURE,
        reason=waiting_reason or Reason.START_DEADLINE_EXCEEDED,
        message=cut(f"The runner did not start within {start_deadline_s} s. {kubelet_said}".strip()),
        hint=START_HINTS.get(waiting_reason, DEFAULT_START_HINT),
    )


def cut(text: str, limit: int = SENTENCE_LIMIT) -> str:
    """Return `text`, shortened to what a status field holds."""
    return text if len(text) <= limit else text[: limit - 1] + "…"
