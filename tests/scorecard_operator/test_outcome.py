"""How one attempt stands, from its Job, its pod and the runner's own word."""

import datetime as dt

import pytest

from scorecard_operator.failures import Broken
from scorecard_operator.outcome import (
    REPORT_GRACE_S,
    AttemptFacts,
    Deadlines,
    OnHold,
    Outcome,
    Running,
    Starting,
    Succeeded,
    has_reported_end,
    has_reported_success,
    judge_attempt,
)
from tests.builders import NOW, JobBuilder, PodBuilder, UploadBuilder, at

DEADLINES = Deadlines(start_s=120, run_s=300)
PARSED = {"outcome": "parsed", "reason": "Parsed", "rowReported": True}
NOTHING_TO_DO = {"outcome": "nothing-to-do", "reason": "NothingToDo", "rowReported": True}
SUPERSEDED = {"outcome": "superseded", "reason": "Superseded", "rowReported": False}
TOO_LATE = JobBuilder().finished("Failed", "DeadlineExceeded")


def judge(
    job: JobBuilder | None, pod: PodBuilder | None, *, upload: UploadBuilder | None = None, seconds: float = 0
) -> Outcome:
    """Judge the first attempt at `seconds` after NOW; the Job was created 10 s before NOW."""
    attempt = AttemptFacts(1, job.fact() if job else None, pod.fact() if pod else None)
    upload = upload or UploadBuilder().in_flight()
    return judge_attempt(upload.fact(), attempt, DEADLINES, NOW + dt.timedelta(seconds=seconds))


def said_of(outcome: Outcome) -> tuple[str, str]:
    assert isinstance(outcome, Broken)
    return outcome.failure_class, outcome.reason


@pytest.mark.parametrize(
    ("pod", "seconds", "want"),
    [
        pytest.param(None, 110, "Launched", id="no pod yet, at the deadline to the second"),
        pytest.param(None, 111, "StartDeadlineExceeded", id="no pod and a second too late"),
        pytest.param(PodBuilder().waiting("ContainerCreating"), 0, "Launched", id="an ordinary wait is not news"),
        pytest.param(
            PodBuilder().waiting("ContainerCreating"), 111, "StartDeadlineExceeded", id="it ends all the same"
        ),
        pytest.param(PodBuilder().waiting("ErrImagePull"), 0, "ErrImagePull", id="trouble shows at once"),
        pytest.param(PodBuilder().waiting("ErrImagePull"), 110, "ErrImagePull", id="it may still pass"),
        pytest.param(PodBuilder().unschedulable("0/1 nodes"), 0, "Unschedulable", id="no node yet"),
    ],
)
def test_a_start_is_waited_for_until_its_deadline(pod: PodBuilder | None, seconds: float, want: str) -> None:
    outcome = judge(JobBuilder(), pod, seconds=seconds)
    assert isinstance(outcome, Broken if "Deadline" in want else Starting)
    assert outcome.reason == want


def test_a_start_that_failed_carries_the_words_of_the_kubelet() -> None:
    outcome = judge(JobBuilder(), PodBuilder().waiting("ErrImagePull", "no such image"), seconds=111)
    assert said_of(outcome) == ("infrastructure", "ErrImagePull")
    assert isinstance(outcome, Broken)
    assert outcome.message == "The runner did not start within 120 s. no such image"


@pytest.mark.parametrize(
    ("pod", "want"),
    [
        pytest.param(PodBuilder().waiting("ErrImagePull"), "The pod is waiting.", id="it gave a reason only"),
        pytest.param(PodBuilder().waiting("PodInitializing", "mesh"), "waiting for the runner", id="nothing is wrong"),
    ],
)
def test_a_wait_is_explained_where_the_kubelet_does_not(pod: PodBuilder, want: str) -> None:
    outcome = judge(JobBuilder(), pod)
    assert isinstance(outcome, Starting)
    assert want in outcome.message


def test_the_words_of_the_kubelet_are_cut_to_what_the_status_holds() -> None:
    outcome = judge(JobBuilder(), PodBuilder().waiting("ErrImagePull", "w" * 5000))
    assert isinstance(outcome, Starting)
    assert len(outcome.message) == 1024
    assert outcome.message.endswith("w…")


@pytest.mark.parametrize(
    ("seconds", "is_running"),
    [
        pytest.param(111, True, id="the deadline of the start is over once it runs"),
        pytest.param(292, True, id="at its limit to the second"),
        pytest.param(293, False, id="a second beyond its limit"),
    ],
)
def test_a_run_is_measured_from_the_start_of_its_container(seconds: float, *, is_running: bool) -> None:
    outcome = judge(JobBuilder(), PodBuilder().running(since=-8), seconds=seconds)
    if is_running:
        assert outcome == Running(NOW - dt.timedelta(seconds=8))
    else:
        assert said_of(outcome) == ("application", "RunDeadlineExceeded")


@pytest.mark.parametrize(
    ("pod", "want"),
    [
        pytest.param(PodBuilder().ended(137, reason="OOMKilled"), ("memory", "OOMKilled"), id="out of memory"),
        pytest.param(
            PodBuilder().ended(137, reason="OOMKilled").disrupted(),
            ("memory", "OOMKilled"),
            id="out of memory while the node was drained: more memory is what helps",
        ),
        pytest.param(PodBuilder().ended(137), ("infrastructure", "PodLost"), id="killed by somebody else"),
        pytest.param(PodBuilder().ended(143), ("application", "RunnerCrashed"), id="stopped and silent"),
        pytest.param(PodBuilder().ended(143).disrupted(), ("infrastructure", "Evicted"), id="stopped by a drain"),
        pytest.param(
            PodBuilder().ended(10, {"reason": "EmptyFile"}), ("input", "EmptyFile"), id="the upload cannot be read"
        ),
        pytest.param(PodBuilder().ended(0, SUPERSEDED), ("infrastructure", "PodLost"), id="a newer claim took over"),
        pytest.param(
            PodBuilder().ended(128, reason="StartError"), ("infrastructure", "RunnerCrashed"), id="could not begin"
        ),
        pytest.param(PodBuilder().failed("Evicted"), ("infrastructure", "Evicted"), id="evicted before it ran"),
        pytest.param(PodBuilder().failed("Terminated"), ("infrastructure", "PodLost"), id="lost with its node"),
    ],
)
def test_an_attempt_that_broke_is_told_by_its_pod(pod: PodBuilder, want: tuple[str, str]) -> None:
    assert said_of(judge(JobBuilder(), pod)) == want


def test_an_eviction_that_the_kubelet_notes_on_the_pod_excuses_its_exit_code() -> None:
    evicted = PodBuilder().ended(1)
    evicted.body["status"]["reason"] = "Evicted"
    assert said_of(judge(JobBuilder(), evicted)) == ("infrastructure", "Evicted")


@pytest.mark.parametrize(
    ("job", "pod", "want"),
    [
        pytest.param(None, None, ("infrastructure", "PodLost"), id="somebody deleted the Job"),
        pytest.param(JobBuilder().finished("Failed"), None, ("infrastructure", "PodLost"), id="the pod vanished"),
        pytest.param(JobBuilder().finished("Complete"), None, ("infrastructure", "PodLost"), id="nothing was reported"),
        pytest.param(TOO_LATE, None, ("application", "RunDeadlineExceeded"), id="the Job controller stopped it"),
        pytest.param(
            TOO_LATE, PodBuilder().ended(143), ("application", "RunDeadlineExceeded"), id="the pod shows the stop only"
        ),
        pytest.param(
            TOO_LATE,
            PodBuilder().ended(137).disrupted(),
            ("application", "RunDeadlineExceeded"),
            id="stopped the hard way",
        ),
    ],
)
def test_an_attempt_is_broken_when_its_job_is(
    job: JobBuilder | None, pod: PodBuilder | None, want: tuple[str, str]
) -> None:
    assert said_of(judge(job, pod)) == want


def test_an_attempt_without_a_pod_ended_with_its_job_or_is_found_gone_now() -> None:
    ends = [judge(job, None, seconds=60) for job in (JobBuilder().finished("Failed", seconds=-5), TOO_LATE, None)]
    assert [(end.finished_at - NOW).total_seconds() for end in ends if isinstance(end, Broken)] == [-5, -1, 60]


def test_a_pod_that_outlives_its_job_still_has_its_say() -> None:
    assert said_of(judge(None, PodBuilder().ended(20, {"reason": "ObjectNotFound"}))) == (
        "dependency",
        "ObjectNotFound",
    )


def test_a_job_on_its_way_out_is_waited_for_before_it_is_judged() -> None:
    job = JobBuilder()
    job.body["metadata"]["deletionTimestamp"] = at(-1)
    outcome = judge(job, PodBuilder().running(), seconds=500)
    assert isinstance(outcome, Starting)
    assert outcome.reason == "JobDeleting"


@pytest.mark.parametrize(
    ("said", "want"),
    [
        pytest.param(PARSED, "Parsed", id="it read the upload"),
        pytest.param(NOTHING_TO_DO, "NothingToDo", id="there was nothing to do"),
        pytest.param(None, "Parsed", id="it said nothing"),
    ],
)
def test_exit_code_0_is_a_success_once_no_report_can_be_under_way(said: object, want: str) -> None:
    outcome = judge(JobBuilder(), PodBuilder().ended(0, said), seconds=REPORT_GRACE_S - 1)
    assert outcome == Succeeded(NOW - dt.timedelta(seconds=1), want)


def test_a_report_may_be_a_moment_later_than_the_end_of_its_pod() -> None:
    outcome = judge(JobBuilder(), PodBuilder().ended(0, PARSED), seconds=REPORT_GRACE_S - 2)
    assert outcome == Running(NOW - dt.timedelta(seconds=8))


@pytest.mark.parametrize(
    ("job", "pod", "seconds_ago"),
    [
        pytest.param(JobBuilder(), PodBuilder().running(), 0, id="the pod still runs"),
        pytest.param(JobBuilder(), PodBuilder().ended(0, PARSED, seconds=-3), 3, id="the pod has ended"),
        pytest.param(JobBuilder(), PodBuilder().ended(137).disrupted(), 1, id="the pod was killed after its report"),
        pytest.param(JobBuilder().finished(seconds=-2), None, 2, id="only the Job is left"),
        pytest.param(None, None, 0, id="nothing is left"),
    ],
)
def test_a_reported_result_is_a_success_whatever_became_of_the_pod(
    job: JobBuilder | None, pod: PodBuilder | None, seconds_ago: int
) -> None:
    outcome = judge(job, pod, upload=UploadBuilder().in_flight().reported())
    assert outcome == Succeeded(NOW - dt.timedelta(seconds=seconds_ago), "Parsed")


@pytest.mark.parametrize(
    ("upload", "want"),
    [
        pytest.param(UploadBuilder(), (False, False), id="nothing was reported"),
        pytest.param(UploadBuilder().reported(), (True, True), id="the end and a result"),
        pytest.param(UploadBuilder().reported(attempt=2), (False, False), id="the word of another attempt"),
        pytest.param(
            UploadBuilder().status(progress={"attempt": 1, "stage": "finished"}),
            (True, False),
            id="an end without result",
        ),
        pytest.param(
            UploadBuilder().status(progress={"attempt": 1, "stage": "storing"}), (False, False), id="not there yet"
        ),
        pytest.param(
            UploadBuilder().reported().status(progress={"attempt": 1, "stage": "storing"}),
            (False, False),
            id="a result of an attempt that is not at its end",
        ),
        pytest.param(
            UploadBuilder().reported(attempt=2).status(progress={"attempt": 1, "stage": "finished"}),
            (True, False),
            id="the result of another attempt",
        ),
    ],
)
def test_the_runner_is_believed_on_its_own_attempt_only(upload: UploadBuilder, want: tuple[bool, bool]) -> None:
    assert (has_reported_end(upload.fact(), 1), has_reported_success(upload.fact(), 1)) == want


def test_an_end_is_judged_the_same_whenever_it_is_looked_at() -> None:
    pod = PodBuilder().ended(70)
    assert said_of(judge(JobBuilder(), pod)) == ("application", "RunnerCrashed")
    assert judge(JobBuilder(), pod) == judge(JobBuilder(), pod, seconds=3600)


@pytest.mark.parametrize(
    ("job", "seconds", "want"),
    [
        pytest.param(JobBuilder().held(), 9000, "WaitingForKueue", id="in a queue of Kueue, for hours"),
        pytest.param(JobBuilder().held(queue=""), 9000, "JobSuspended", id="suspended by hand"),
        pytest.param(JobBuilder().created(-9000).held().resumed(-1), 119, "Launched", id="let go, within the deadline"),
        pytest.param(
            JobBuilder().created(-9000).held().resumed(-1), 120, "StartDeadlineExceeded", id="let go, and too late"
        ),
    ],
)
def test_the_start_deadline_counts_from_when_a_job_may_start(job: JobBuilder, seconds: float, want: str) -> None:
    outcome = judge(job, None, seconds=seconds)
    assert isinstance(outcome, OnHold | Starting | Broken)
    assert outcome.reason == want


CLAIMED = UploadBuilder().in_flight().reading()


@pytest.mark.parametrize(
    ("job", "pod", "want"),
    [
        pytest.param(
            JobBuilder().held(), PodBuilder().ended(143, {"reason": "Terminated"}), "JobSuspended", id="it was stopped"
        ),
        pytest.param(JobBuilder().held(), PodBuilder().ended(137), "JobSuspended", id="it was killed"),
        pytest.param(JobBuilder().held(), None, "JobSuspended", id="its pod is gone, and it had claimed the row"),
        pytest.param(
            JobBuilder().held().finished("Failed", "BackoffLimitExceeded"), None, "JobSuspended", id="so it says"
        ),
        pytest.param(
            JobBuilder().held(), PodBuilder().ended(10, {"reason": "EmptyFile"}), "EmptyFile", id="it had ended itself"
        ),
        pytest.param(
            JobBuilder().held(), PodBuilder().ended(137, reason="OOMKilled"), "OOMKilled", id="it had no memory left"
        ),
    ],
)
def test_a_job_that_is_suspended_at_work_has_lost_its_attempt(
    job: JobBuilder, pod: PodBuilder | None, want: str
) -> None:
    failure_class, reason = said_of(judge(job, pod, upload=CLAIMED))
    assert reason == want
    assert (failure_class == "infrastructure") == (want == "JobSuspended")


def test_a_runner_that_is_still_at_work_while_its_job_is_suspended_may_finish() -> None:
    assert isinstance(judge(JobBuilder().held(), PodBuilder().running(), upload=CLAIMED), Running)
    assert isinstance(judge(JobBuilder().held(), PodBuilder().ended(0), upload=CLAIMED.reported()), Succeeded)


def test_a_job_that_is_suspended_before_its_runner_claimed_the_row_waits_again() -> None:
    assert isinstance(judge(JobBuilder().held(), None), OnHold)
