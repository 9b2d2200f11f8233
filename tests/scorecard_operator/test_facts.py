"""Raw objects become facts, whatever a stranger or an older version has written into them."""

import datetime as dt
import json

import pytest

from scorecard_operator.facts import Termination, parse_job, parse_pod, parse_time, parse_upload
from scorecard_operator.resource import Status
from tests.builders import NOW, JobBuilder, PodBuilder, UploadBuilder, at, upload_name


def word_of(pod: PodBuilder) -> Termination:
    end = pod.fact().termination
    assert end is not None
    return end


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        pytest.param("2026-01-31T12:00:00Z", NOW, id="as Kubernetes writes it"),
        pytest.param("2026-01-31T12:00:00.500000Z", NOW + dt.timedelta(seconds=0.5), id="with a fraction"),
        pytest.param("2026-01-31T17:30:00+05:30", NOW, id="in another zone it is the same moment"),
        pytest.param("2026-01-31T12:00:00", NOW, id="without a zone it is UTC"),
        pytest.param("", None, id="an empty text is no moment"),
        pytest.param("tomorrow", None, id="a word is no moment"),
        pytest.param(None, None, id="nothing is no moment"),
        pytest.param(1769860800, None, id="a number is no moment"),
    ],
)
def test_a_moment_is_read_or_left_out_but_never_breaks(text: object, moment: dt.datetime | None) -> None:
    assert parse_time(text) == moment


def test_an_upload_is_read_with_its_wishes_and_its_status() -> None:
    fact = UploadBuilder(3).spec(priority=7, tenant="club-1").status(phase="Queued", attempts=2).fact()
    assert (fact.name, fact.namespace, fact.uid, fact.generation) == (upload_name(3), "cards", "uid-3", 1)
    assert (fact.spec.priority, fact.spec.tenant, fact.spec.cancelled) == (7, "club-1", False)
    assert (fact.status.phase, fact.status.attempts) == ("Queued", 2)
    assert fact.created_at == NOW - dt.timedelta(seconds=97)


@pytest.mark.parametrize("is_deleting", [pytest.param(True, id="on its way out"), pytest.param(False, id="to stay")])
def test_an_object_on_its_way_out_is_known_as_such(*, is_deleting: bool) -> None:
    upload, job = UploadBuilder(), JobBuilder()
    for builder in (upload, job):
        builder.body["metadata"] |= {"deletionTimestamp": at(-1)} if is_deleting else {}
    assert (upload.fact().is_deleting, job.fact().is_deleting) == (is_deleting, is_deleting)


@pytest.mark.parametrize(
    "spec",
    [
        pytest.param({"uploadId": "42"}, id="an id that is no UUID"),
        pytest.param({"timeoutSeconds": 0}, id="a limit out of bounds"),
        pytest.param({"priority": "high"}, id="a wrong type"),
    ],
)
def test_an_upload_whose_wish_cannot_be_read_is_no_fact(spec: dict[str, object]) -> None:
    assert parse_upload(UploadBuilder().spec(**spec).raw()) is None


def test_an_upload_without_a_spec_is_no_fact() -> None:
    assert parse_upload({**UploadBuilder().raw(), "spec": None}) is None


@pytest.mark.parametrize(
    "status",
    [
        pytest.param({"phase": "Sleeping"}, id="a phase that does not exist"),
        pytest.param({"history": [{"attempt": "first"}]}, id="a history that is none"),
        pytest.param({"progress": {"percent": 900}}, id="a share above the whole"),
    ],
)
def test_a_status_that_cannot_be_read_counts_as_deleted_so_that_it_is_computed_again(status: dict[str, object]) -> None:
    assert UploadBuilder().status(**status).fact().status == Status()


def test_a_field_that_only_a_newer_version_knows_is_passed_over() -> None:
    assert UploadBuilder().status(phase="Running", mood="sunny").fact().status == Status.model_validate(
        {"phase": "Running"}
    )


@pytest.mark.parametrize(
    ("key", "value"),
    [
        pytest.param("scorecards.cricksy.io/upload", None, id="it names no upload"),
        pytest.param("scorecards.cricksy.io/attempt", None, id="it names no attempt"),
        pytest.param("scorecards.cricksy.io/attempt", "first", id="its attempt is no number"),
        pytest.param("scorecards.cricksy.io/attempt", "-1", id="its attempt is negative"),
    ],
)
def test_a_job_without_our_labels_is_not_ours(key: str, value: str | None) -> None:
    body = JobBuilder().raw()
    body["metadata"]["labels"][key] = value
    if value is None:
        del body["metadata"]["labels"][key]
    assert parse_job(body) is None


def test_a_job_without_any_label_is_not_ours() -> None:
    body = JobBuilder().raw()
    body["metadata"]["labels"] = None
    assert parse_job(body) is None


def test_only_the_controlling_owner_counts() -> None:
    builder = JobBuilder()
    builder.body["metadata"]["ownerReferences"].insert(0, {"uid": "a-quota-tool"})
    assert builder.fact().owner_uid == "uid-1"
    builder.body["metadata"]["ownerReferences"].pop()
    assert builder.fact().owner_uid == ""
    builder.body["metadata"]["ownerReferences"] = None
    assert builder.fact().owner_uid == ""


@pytest.mark.parametrize(
    ("conditions", "want"),
    [
        pytest.param([], (False, ""), id="a young one is not finished"),
        pytest.param([("Complete", "True", "")], (True, ""), id="a complete one is finished"),
        pytest.param([("Failed", "True", "DeadlineExceeded")], (True, "DeadlineExceeded"), id="a failed one says why"),
        pytest.param([("Failed", "False", "DeadlineExceeded")], (False, ""), id="a denied failure is none"),
        pytest.param([("Suspended", "True", "JobSuspended")], (False, ""), id="a suspended one is not finished"),
        pytest.param(
            [("FailureTarget", "True", "DeadlineExceeded")],
            (False, ""),
            id="its pods may live while it is about to fail",
        ),
        pytest.param([("SuccessCriteriaMet", "True", "")], (False, ""), id="nor is one that is about to complete"),
    ],
)
def test_a_job_is_finished_when_its_controller_says_so(
    conditions: list[tuple[str, str, str]], want: tuple[bool, str]
) -> None:
    builder = JobBuilder()
    builder.body["status"]["conditions"] = [
        {"type": kind, "status": status, "reason": reason, "lastTransitionTime": at(-1)}
        for kind, status, reason in conditions
    ]
    fact = builder.fact()
    assert (fact.is_finished, fact.failure_reason) == want


def test_an_object_without_a_status_is_a_fact_all_the_same() -> None:
    job, pod, upload = JobBuilder().raw(), PodBuilder().raw(), UploadBuilder().raw()
    for body in (job, pod, upload):
        body["status"] = None
    pod["spec"] = None
    read = parse_job(job), parse_pod(pod), parse_upload(upload)
    assert None not in read
    assert read[1] is not None
    assert (read[1].phase, read[1].started_at, read[1].termination) == ("Pending", None, None)


def test_a_pod_of_no_job_is_not_ours() -> None:
    body = PodBuilder().raw()
    body["metadata"]["labels"] = {"app": "something-else"}
    assert parse_pod(body) is None


def test_a_helper_beside_the_runner_does_not_speak_for_it() -> None:
    builder = PodBuilder().running()
    crashed = {"name": "proxy", "image": "proxy:1", "state": {"terminated": {"exitCode": 1, "finishedAt": at(-1)}}}
    builder.body["status"]["containerStatuses"].insert(0, crashed)
    fact = builder.fact()
    assert (fact.image, fact.termination, fact.started_at) == ("runner:1", None, NOW - dt.timedelta(seconds=8))


def test_a_pod_without_a_node_waits_for_the_scheduler_and_with_one_for_the_kubelet() -> None:
    alone = PodBuilder().unschedulable("0/3 nodes are available").fact()
    assert (alone.waiting_reason, alone.waiting_message) == ("Unschedulable", "0/3 nodes are available")
    assert alone.scheduled_at is None
    placed = PodBuilder().waiting("ErrImagePull", "no such image").fact()
    assert (placed.waiting_reason, placed.waiting_message) == ("ErrImagePull", "no such image")
    assert placed.scheduled_at == NOW - dt.timedelta(seconds=9)


def test_a_container_that_has_ended_had_started() -> None:
    assert PodBuilder().ended(70).fact().started_at == NOW - dt.timedelta(seconds=8)
    assert PodBuilder().waiting("ErrImagePull").fact().started_at is None


def test_a_disruption_is_known_from_the_pod() -> None:
    assert [pod.fact().is_disrupted for pod in (PodBuilder(), PodBuilder().disrupted())] == [False, True]
    assert PodBuilder().failed("Evicted").fact().reason == "Evicted"


def test_the_last_word_of_the_runner_is_taken_over() -> None:
    said = {"outcome": "failed", "reason": "EmptyFile", "message": "Empty.", "hint": "Again.", "rowReported": True}
    assert word_of(PodBuilder().ended(10, said)) == Termination(
        exit_code=10,
        reason="Error",
        finished_at=NOW - dt.timedelta(seconds=1),
        outcome="failed",
        word="EmptyFile",
        message="Empty.",
        hint="Again.",
        is_row_reported=True,
    )


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="it said nothing"),
        pytest.param("Traceback (most recent call last): jane.png", id="it printed a traceback"),
        pytest.param('{"message": "jane', id="its word was cut"),
        pytest.param('"jane"', id="it said a text"),
        pytest.param('["jane"]', id="it said a list"),
        pytest.param("null", id="it said null"),
        pytest.param("9" * 5000, id="it said a number that Python refuses to read"),
    ],
)
def test_what_is_not_our_own_object_never_gets_past(text: str) -> None:
    end = word_of(PodBuilder().ended(70).saying(text))
    assert (end.outcome, end.word, end.message, end.hint, end.is_row_reported) == ("", "", "", "", False)


def test_a_last_word_is_cut_to_what_the_status_holds() -> None:
    end = word_of(PodBuilder().ended(70, {"reason": "R" * 500, "message": "m" * 3000, "hint": "h" * 3000}))
    assert (len(end.word), len(end.message), len(end.hint)) == (64, 1024, 1024)


@pytest.mark.parametrize("claim", ["true", 1, "yes", None, {"status": "failed"}])
def test_a_row_counts_as_reported_only_on_a_plain_true(claim: object) -> None:
    text = json.dumps({"reason": "EmptyFile", "rowReported": claim})
    assert word_of(PodBuilder().ended(10).saying(text)).is_row_reported is False


def test_an_end_without_a_moment_and_a_code_is_an_end_all_the_same() -> None:
    builder = PodBuilder()
    builder.body["status"]["containerStatuses"][0]["state"] = {"terminated": {"reason": "ContainerStatusUnknown"}}
    end = word_of(builder)
    assert (end.exit_code, end.reason) == (-1, "ContainerStatusUnknown")


@pytest.mark.parametrize(
    ("spec", "conditions", "held_since", "admitted_at"),
    [
        pytest.param({}, [], None, at(-10), id="never suspended: since its creation"),
        pytest.param({"suspend": True}, [], at(-10), None, id="just created suspended: nobody has said so yet"),
        pytest.param({"suspend": True}, [("Suspended", "True")], at(-5), None, id="suspended"),
        pytest.param(
            {"suspend": False}, [("Suspended", "True")], at(-5), None, id="let go, but its controller has not seen it"
        ),
        pytest.param({"suspend": False}, [("Suspended", "False")], None, at(-5), id="let go"),
        pytest.param({"suspend": True}, [("Suspended", "False")], at(-5), None, id="suspended again"),
    ],
)
def test_a_job_starts_when_it_is_not_suspended(
    spec: dict[str, bool], conditions: list[tuple[str, str]], held_since: str | None, admitted_at: str | None
) -> None:
    job = JobBuilder()
    job.body["spec"] = spec
    said = [{"type": kind, "status": status, "lastTransitionTime": at(-5)} for kind, status in conditions]
    job.body["status"]["conditions"] = said
    fact = job.fact()
    assert (fact.held_since, fact.admitted_at) == (parse_time(held_since), parse_time(admitted_at))


def test_a_job_says_which_queue_of_kueue_it_is_in() -> None:
    assert JobBuilder().fact().queue == ""
    assert JobBuilder().held(queue="cards").fact().queue == "cards"
