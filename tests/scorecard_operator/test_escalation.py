"""Reading again with the strongest reader: when, once, and never at the cost of the result that is there."""

import dataclasses
import datetime as dt
from collections.abc import Sequence
from typing import Any

import pytest

from scorecard_operator.decisions import Action, ConfirmGone, CreateJob, DeleteJob, ReportRow, WriteStatus
from scorecard_operator.escalation import find_target, is_worth_another, may_be_tried_again, since_escalation
from scorecard_operator.facts import Facts
from scorecard_operator.outcome import Succeeded
from scorecard_operator.plan import plan
from scorecard_operator.resource import Status
from scorecard_operator.vocabulary import Phase
from tests.builders import NOW, JobBuilder, PodBuilder, UploadBuilder, at, gather, make_settings, upload_name

PARSED = Succeeded(NOW, "Parsed")
DONE = {"outcome": "parsed", "reason": "Parsed", "rowReported": True}
KEPT = {"outcome": "parsed", "reason": "FirstResultKept", "rowReported": True}
FIRST_JOB = JobBuilder().finished(seconds=-60)


def act(facts: Facts, seconds: float = 0, *, escalate: bool = True) -> Sequence[Action]:
    settings = make_settings(SCORECARD_ESCALATE=str(escalate).lower())
    return plan(facts, settings, NOW + dt.timedelta(seconds=seconds)).actions


def only_write(actions: Sequence[Action]) -> Status:
    (written,) = (action for action in actions if isinstance(action, WriteStatus))
    return written.status


def after(status: Status, upload: UploadBuilder | None = None) -> UploadBuilder:
    """Return the upload as the API server holds it once this status was written."""
    return (upload or UploadBuilder()).status(**status.model_dump(by_alias=True, exclude_none=True, mode="json"))


def in_flight(*failures: str) -> UploadBuilder:
    """Return an upload whose escalation is launched, after it broke in attempts of these classes."""
    return UploadBuilder().escalated("auto", *failures).in_flight(len(failures) + 2)


def conditions(status: Status) -> dict[str, str]:
    return {condition.type: condition.status for condition in status.conditions}


@pytest.mark.parametrize(
    ("upload", "outcome", "escalate", "want"),
    [
        pytest.param(UploadBuilder().reported(verdict="NeedsReview"), PARSED, True, True, id="it needs review"),
        pytest.param(
            UploadBuilder().reported(verdict="NeedsReview", reader="auto"),
            PARSED,
            True,
            True,
            id="read by both readers",
        ),
        pytest.param(
            UploadBuilder().reported(verdict="NeedsReview", reader="tesseract"),
            PARSED,
            True,
            True,
            id="by the first one",
        ),
        pytest.param(
            UploadBuilder().reported(verdict="NeedsReview", reader="rapid"), PARSED, True, False, id="by the strongest"
        ),
        pytest.param(UploadBuilder().reported(verdict="Verified"), PARSED, True, False, id="it is verified"),
        pytest.param(UploadBuilder().reported(verdict="NeedsReview"), PARSED, False, False, id="it is not wanted"),
        pytest.param(
            UploadBuilder().reported(verdict="NeedsReview").spec(cancelled=True), PARSED, True, False, id="cancelled"
        ),
        pytest.param(UploadBuilder(), PARSED, True, False, id="nobody knows what came out"),
        pytest.param(
            UploadBuilder().reported(verdict="NeedsReview"),
            Succeeded(NOW, "NothingToDo"),
            True,
            False,
            id="the row was taken by people meanwhile",
        ),
    ],
)
def test_a_result_is_worth_another_reading(
    upload: UploadBuilder, outcome: Succeeded, *, escalate: bool, want: bool
) -> None:
    settings = make_settings(SCORECARD_ESCALATE=str(escalate))
    assert is_worth_another(upload.fact(), outcome, settings) == want


def test_a_first_result_that_needs_review_is_recorded_and_the_upload_goes_on() -> None:
    upload = UploadBuilder().in_flight().reported(verdict="NeedsReview", reader="auto")
    actions = act(gather([upload], [JobBuilder()], [PodBuilder().ended(0, DONE)]))
    status = only_write(actions)
    assert [action.is_warning for action in actions if isinstance(action, WriteStatus)] == [False]
    assert (status.phase, status.reason, status.completion_time) == (Phase.RETRYING, "Escalated", None)
    assert "read again with the stronger reader" in status.message
    assert conditions(status)["Succeeded"] == "Unknown"
    assert [(e.attempt, e.reason, e.reader, e.escalates) for e in status.history] == [(1, "Parsed", "auto", None)]


def test_the_second_reading_starts_when_the_first_job_has_ended_and_knows_what_it_is_to_better() -> None:
    upload = UploadBuilder().escalated()
    assert act(gather([upload], [JobBuilder()])) == ()
    (launch,) = act(gather([upload], [FIRST_JOB]))
    assert launch == CreateJob(upload.fact(), 2, memory_doublings=0, escalates=1)


def test_the_job_of_a_first_reading_that_has_reported_is_left_to_end() -> None:
    found = act(gather([UploadBuilder().escalated()], [JobBuilder()], [PodBuilder().running()]))
    assert [action for action in found if isinstance(action, DeleteJob)] == []


def test_whoever_has_no_result_yet_goes_first_and_priority_before_that() -> None:
    uploads = [UploadBuilder(1).escalated(), UploadBuilder(2), UploadBuilder(3).escalated().spec(priority=5)]
    settings = make_settings(SCORECARD_ESCALATE="true", SCORECARD_MAX_CONCURRENT_JOBS="2")
    found = plan(gather(uploads), settings, NOW).actions
    assert [a.upload.name for a in found if isinstance(a, CreateJob)] == [upload_name(3), upload_name(2)]
    (queued,) = (a.status for a in found if isinstance(a, WriteStatus))
    assert (queued.phase, "the row holds the first result" in queued.message) == (Phase.QUEUED, True)


@pytest.mark.parametrize(
    ("upload", "pod", "want"),
    [
        pytest.param(
            in_flight().reported(2, "Verified", "rapid"),
            PodBuilder(attempt=2).ended(0, DONE),
            ("Parsed", "True", "Read 2 innings with confidence 0.90; checks 8/8."),
            id="better: the row and the status have it",
        ),
        pytest.param(
            in_flight().reported(2, "NeedsReview", "rapid"),
            PodBuilder(attempt=2).ended(0, DONE),
            ("Parsed", "False", "Read 2 innings with confidence 0.90; checks 8/8."),
            id="better, and to be reviewed all the same: it is not read a third time",
        ),
        pytest.param(
            in_flight().reading(2, "finished", "rapid"),
            PodBuilder(attempt=2).ended(0, KEPT),
            (
                "FirstResultKept",
                "False",
                "Read 2 innings with confidence 0.90; checks 8/8. Reading it again brought nothing better.",
            ),
            id="no better: the first result stays",
        ),
    ],
)
def test_a_second_reading_ends_the_upload(upload: UploadBuilder, pod: PodBuilder, want: tuple[str, str, str]) -> None:
    status = only_write(act(gather([upload], [FIRST_JOB, JobBuilder(attempt=2).escalating()], [pod])))
    assert status.phase is Phase.SUCCEEDED
    assert (status.reason, conditions(status)["Verified"], status.message) == want
    assert [(e.attempt, e.reader, e.escalates) for e in status.history] == [(1, None, None), (2, "rapid", 1)]


@pytest.mark.parametrize(
    ("failures", "pod", "want"),
    [
        pytest.param([], PodBuilder(attempt=2).ended(10, {"reason": "NotAScorecard"}), "input", id="it finds nothing"),
        pytest.param(
            ["application"] * 2, PodBuilder(attempt=4).ended(70), "application", id="it crashes once too often"
        ),
        pytest.param(
            ["memory"],
            PodBuilder(attempt=3).ended(137, reason="OOMKilled"),
            "memory",
            id="there is not the memory for it",
        ),
        pytest.param(
            ["infrastructure"] * 2, PodBuilder(attempt=4).failed("Evicted"), "infrastructure", id="no node keeps it"
        ),
        pytest.param(
            ["dependency", "infrastructure"],
            PodBuilder(attempt=4).ended(20),
            "dependency",
            id="it had its three tries, of whatever class",
        ),
    ],
)
def test_a_second_reading_that_breaks_for_good_leaves_the_first_result(
    failures: list[str], pod: PodBuilder, want: str
) -> None:
    number = len(failures) + 2
    facts = gather([in_flight(*failures)], [JobBuilder(attempt=number).escalating().finished("Failed")], [pod])
    status = only_write(act(facts))
    assert (status.phase, status.reason, status.failure) == (Phase.SUCCEEDED, "FirstResultKept", None)
    assert conditions(status) == {"Succeeded": "True", "Verified": "False", "RowReported": "False"}
    assert (status.history[-1].class_, status.history[-1].escalates) == (want, 1)
    assert "Reading it again came to nothing: " in status.message


def test_a_second_reading_that_breaks_within_its_budget_is_tried_again_with_more_memory() -> None:
    upload = in_flight()
    pod = PodBuilder(attempt=2).ended(137, reason="OOMKilled")
    status = only_write(act(gather([upload], [JobBuilder(attempt=2).escalating().finished("Failed")], [pod])))
    assert (status.phase, status.reason) == (Phase.RETRYING, "OOMKilled")
    (launch,) = act(gather([after(status, upload)], [JobBuilder(attempt=2).escalating().finished("Failed")]), 1)
    assert isinstance(launch, CreateJob)
    assert (launch.attempt, launch.memory_doublings, launch.escalates) == (3, 1, 1)


def test_a_probe_in_an_outage_is_none_of_the_tries_of_a_second_reading() -> None:
    upload = UploadBuilder().escalated("auto", *["dependency"] * 3)
    entries = upload.body["status"]["history"]
    assert not may_be_tried_again(upload.fact().status.history)
    entries[1] |= {"reason": "StorageUnreachable", "probe": True}
    assert may_be_tried_again(upload.fact().status.history)


def test_memory_that_a_first_reading_needed_is_not_added_to_that_of_the_stronger_reader() -> None:
    history = [
        {"attempt": 1, "class": "memory", "reason": "OOMKilled", "finishedAt": at(-90)},
        {"attempt": 2, "reason": "Parsed", "exitCode": 0, "finishedAt": at(-60)},
    ]
    upload = UploadBuilder().escalated().status(history=history, attempts=2)
    assert [entry.attempt for entry in since_escalation(upload.fact().status.history)] == []
    (launch,) = act(gather([upload], [JobBuilder(attempt=2).finished()]))
    assert isinstance(launch, CreateJob)
    assert (launch.attempt, launch.memory_doublings) == (3, 0)


def test_the_attempt_to_better_is_the_one_that_wrote_the_row() -> None:
    told_again = UploadBuilder().escalated()
    told_again.body["status"]["history"][0]["attempt"] = 2
    assert find_target(told_again.fact()) == 1
    told_again.body["status"].pop("result")
    assert find_target(told_again.fact()) == 2


def test_the_row_is_looked_at_after_a_second_reading_came_to_nothing_so_that_no_late_pod_holds_its_claim() -> None:
    upload = in_flight()
    pod = PodBuilder(attempt=2).ended(10, {"reason": "NotAScorecard"})
    jobs = [JobBuilder(attempt=2).escalating().finished("Failed")]
    upload = after(only_write(act(gather([upload], jobs, [pod]))), upload)
    assert [type(action) for action in act(gather([upload], jobs, [pod]))] == [ReportRow]
    facts = dataclasses.replace(gather([upload], jobs, [pod]), reported_rows={"uid-1": "parsed"})
    status = only_write(act(facts))
    assert (status.phase, conditions(status)["RowReported"]) == (Phase.SUCCEEDED, "True")
    assert [c.reason for c in status.conditions if c.type == "RowReported"] == ["RowKept"]


@pytest.mark.parametrize(
    ("upload", "jobs", "pods", "escalate", "why"),
    [
        pytest.param(
            UploadBuilder().escalated().spec(cancelled=True),
            [FIRST_JOB],
            [],
            True,
            "cancelled",
            id="cancelled in between",
        ),
        pytest.param(UploadBuilder().escalated(), [FIRST_JOB], [], False, "switched off", id="not wanted any more"),
        pytest.param(
            in_flight().spec(cancelled=True),
            [FIRST_JOB, JobBuilder(attempt=2).escalating()],
            [PodBuilder(attempt=2).running()],
            True,
            "cancelled",
            id="cancelled while it is read again",
        ),
    ],
)
def test_stopping_a_second_reading_leaves_the_first_result(
    upload: UploadBuilder, jobs: list[JobBuilder], pods: list[PodBuilder], why: str, *, escalate: bool
) -> None:
    status = only_write(act(gather([upload], jobs, pods), escalate=escalate))
    assert (status.phase, status.reason) == (Phase.SUCCEEDED, "FirstResultKept")
    assert why in status.message
    found = act(gather([after(status, upload)], jobs, pods), escalate=escalate)
    assert [a.job.attempt for a in found if isinstance(a, DeleteJob)] == [2] * len(pods)


def test_a_second_reading_under_way_goes_on_when_no_more_are_wanted() -> None:
    jobs, pods = [FIRST_JOB, JobBuilder(attempt=2).escalating()], [PodBuilder(attempt=2).running()]
    status = only_write(act(gather([in_flight()], jobs, pods), escalate=False))
    assert (status.phase, status.reason) == (Phase.RUNNING, "Reading")


def test_a_job_of_a_second_reading_that_is_in_no_cache_is_asked_for() -> None:
    assert [type(action) for action in act(gather([in_flight()], [FIRST_JOB]))] == [ConfirmGone]


def test_a_status_that_somebody_deleted_does_not_make_a_second_reading_a_first_one() -> None:
    jobs = [FIRST_JOB, JobBuilder(attempt=2).escalating().finished("Failed")]
    said: dict[str, Any] = {"reason": "NotAScorecard"}
    status = only_write(act(gather([UploadBuilder()], jobs, [PodBuilder(attempt=2).ended(10, said)])))
    assert (status.phase, status.history[-1].escalates) == (Phase.SUCCEEDED, 1)


def test_an_upload_that_was_read_again_and_ended_stays_as_it_is() -> None:
    upload = in_flight().reported(2, "NeedsReview", "rapid")
    facts = gather([upload], [JobBuilder(attempt=2).escalating()], [PodBuilder(attempt=2).ended(0, DONE)])
    ended = after(only_write(act(facts)), upload)
    assert act(gather([ended], [JobBuilder(attempt=2).escalating().finished()])) == ()
