"""The Job of an attempt: the admin's template plus what belongs to this upload."""

import copy
from typing import Any

import pytest

from scorecard_operator.facts import JobFact, parse_job
from scorecard_operator.manifest import InvalidTemplateError, build_job, check_template, job_name
from tests.builders import UploadBuilder, make_settings, upload_name


def template(**runner: Any) -> dict[str, Any]:
    """Return a pod template whose runner has these fields."""
    return {
        "metadata": {"labels": {"team": "cards"}, "annotations": {"mesh": "off"}},
        "spec": {
            "restartPolicy": "Always",
            "serviceAccountName": "runner",
            "containers": [
                {"name": "proxy", "image": "proxy:1", "env": [{"name": "SCORECARD_ATTEMPT", "value": "mine"}]},
                {"name": "runner", "image": "runner:1", **runner},
            ],
        },
    }


def build(
    pod: dict[str, Any] | None = None, upload: UploadBuilder | None = None, *, attempt: int = 1, doublings: int = 0
) -> dict[str, Any]:
    fact = (upload or UploadBuilder()).fact()
    return build_job(fact, attempt, pod or template(), make_settings(), memory_doublings=doublings)


def container_of(job: dict[str, Any], name: str = "runner") -> dict[str, Any]:
    (found,) = (each for each in job["spec"]["template"]["spec"]["containers"] if each["name"] == name)
    assert isinstance(found, dict)
    return found


def environment_of(job: dict[str, Any]) -> list[tuple[str, str | None]]:
    return [(variable["name"], variable.get("value")) for variable in container_of(job)["env"]]


def limit_of(job: dict[str, Any]) -> str:
    return str(container_of(job)["resources"]["limits"]["memory"])


def test_the_name_of_an_attempt_is_always_the_same_and_fits_into_a_label() -> None:
    name = job_name(upload_name(1), 33)
    assert name == job_name(upload_name(1), 33) == f"ocr-{upload_name(1)}-33"
    assert len(name) <= 63


def test_the_operator_recognises_its_own_job() -> None:
    job = build(attempt=2)
    fact = parse_job({**job, "metadata": {**job["metadata"], "uid": "job-uid"}})
    assert isinstance(fact, JobFact)
    assert (fact.name, fact.upload, fact.attempt) == (job_name(upload_name(1), 2), upload_name(1), 2)
    assert fact.owner_uid == "uid-1"


def test_a_job_goes_with_its_upload_and_does_not_hold_up_its_end() -> None:
    job = build()
    (owner,) = job["metadata"]["ownerReferences"]
    assert (owner["apiVersion"], owner["kind"]) == ("scorecards.cricksy.io/v1alpha1", "ScorecardUpload")
    assert (owner["name"], owner["uid"]) == (upload_name(1), "uid-1")
    assert (owner["controller"], owner["blockOwnerDeletion"]) == (True, False)
    assert job["metadata"]["namespace"] == "cards"


def test_kubernetes_itself_never_tries_again() -> None:
    spec = build()["spec"]
    assert (spec["backoffLimit"], spec["completions"], spec["parallelism"]) == (0, 1, 1)
    assert spec["template"]["spec"]["restartPolicy"] == "Never"


@pytest.mark.parametrize(
    ("spec", "deadline_s", "soft"),
    [
        pytest.param({}, 300 + 120, "240", id="the operator's limit"),
        pytest.param({"timeoutSeconds": 10}, 10 + 120, "8", id="the shortest"),
        pytest.param({"timeoutSeconds": 3600}, 3600 + 120, "2880", id="the longest"),
        pytest.param({"timeoutSeconds": 11}, 11 + 120, "8", id="a part of a second is cut"),
    ],
)
def test_limits_leave_room_for_the_start_and_for_a_clean_end(
    spec: dict[str, object], deadline_s: int, soft: str
) -> None:
    job = build(upload=UploadBuilder().spec(**spec))
    assert job["spec"]["activeDeadlineSeconds"] == deadline_s
    assert ("SCORECARD_SOFT_TIME_LIMIT_SECONDS", soft) in environment_of(job)


@pytest.mark.parametrize(
    ("given", "grace_s"),
    [
        pytest.param({}, 5, id="Kubernetes itself would wait for thirty seconds"),
        pytest.param({"terminationGracePeriodSeconds": 60}, 5, id="a template that would wait longer"),
        pytest.param({"terminationGracePeriodSeconds": 0}, 0, id="a template that would wait less"),
    ],
)
def test_a_pod_that_is_cancelled_is_gone_within_ten_seconds(given: dict[str, int], grace_s: int) -> None:
    pod = template()
    pod["spec"] |= given
    assert build(pod)["spec"]["template"]["spec"]["terminationGracePeriodSeconds"] == grace_s


def test_a_finished_job_is_kept_as_long_as_it_is_set() -> None:
    assert build()["spec"]["ttlSecondsAfterFinished"] == 3600


def test_our_variables_replace_those_of_the_template_and_the_others_stay() -> None:
    secret = {"name": "DATABASE_URL", "valueFrom": {"secretKeyRef": {"name": "db", "key": "url"}}}
    forged = {"name": "SCORECARD_UPLOAD_ID", "value": "another upload"}
    job = build(template(env=[forged, secret, {"name": "S3_REGION", "value": "eu-west-1"}]), attempt=3)
    assert environment_of(job) == [
        ("DATABASE_URL", None),
        ("S3_REGION", "eu-west-1"),
        ("SCORECARD_UPLOAD_ID", upload_name(1)),
        ("SCORECARD_ATTEMPT", "3"),
        ("SCORECARD_SOFT_TIME_LIMIT_SECONDS", "240"),
    ]
    assert container_of(job)["env"][0] == secret


@pytest.mark.parametrize(
    ("languages", "want"),
    [
        pytest.param("eng+hin", ["eng+hin"], id="the wish of the upload replaces them"),
        pytest.param(None, ["eng"], id="without a wish they stay"),
    ],
)
def test_the_languages_of_the_template_are_a_default(languages: str | None, want: list[str]) -> None:
    pod = template(env=[{"name": "SCORECARD_LANGUAGES", "value": "eng"}])
    job = build(pod, UploadBuilder().spec(languages=languages))
    assert [value for name, value in environment_of(job) if name == "SCORECARD_LANGUAGES"] == want


@pytest.mark.parametrize(
    ("tenant", "want"),
    [
        pytest.param("club-a", ["club-a"], id="its results are shared within it"),
        pytest.param(None, [], id="without one nothing is said"),
    ],
)
def test_a_runner_is_told_whose_upload_it_reads(tenant: str | None, want: list[str]) -> None:
    job = build(template(), UploadBuilder().spec(tenant=tenant))
    assert [value for name, value in environment_of(job) if name == "SCORECARD_TENANT"] == want


def test_a_helper_beside_the_runner_is_left_as_it_is() -> None:
    pod = template()
    assert container_of(build(pod, doublings=2), "proxy") == pod["spec"]["containers"][0]


def test_labels_and_annotations_of_the_template_stay_but_ours_win() -> None:
    pod = template()
    pod["metadata"]["labels"]["scorecards.cricksy.io/upload"] = "another upload"
    metadata = build(pod)["spec"]["template"]["metadata"]
    assert metadata["annotations"] == {"mesh": "off"}
    assert metadata["labels"] == {
        "team": "cards",
        "app.kubernetes.io/managed-by": "scorecard-operator",
        "scorecards.cricksy.io/upload": upload_name(1),
        "scorecards.cricksy.io/attempt": "1",
    }


def test_a_template_of_containers_only_is_enough() -> None:
    job = build({"spec": {"containers": [{"name": "runner"}]}}, doublings=1)
    assert "scorecards.cricksy.io/upload" in job["spec"]["template"]["metadata"]["labels"]
    assert "resources" not in container_of(job)


def test_building_a_job_leaves_the_template_as_it_was() -> None:
    pod = template(env=[{"name": "S3_REGION", "value": "x"}], resources={"limits": {"memory": "512Mi"}})
    before = copy.deepcopy(pod)
    jobs = [build(pod, attempt=attempt, doublings=attempt) for attempt in (1, 2)]
    assert pod == before
    assert [limit_of(job) for job in jobs] == ["1024Mi", "2048Mi"]


@pytest.mark.parametrize(
    ("doublings", "want"),
    [
        pytest.param(0, "512Mi", id="as in the template"),
        pytest.param(1, "1024Mi", id="twice after an OOM kill"),
        pytest.param(9, "2048Mi", id="up to the cap and no further"),
    ],
)
def test_memory_is_doubled_up_to_the_cap_and_nothing_else_is(doublings: int, want: str) -> None:
    resources = {"requests": {"memory": "256Mi"}, "limits": {"memory": "512Mi", "cpu": "1"}}
    job = build(template(resources=resources), doublings=doublings)
    assert container_of(job)["resources"] == {
        "requests": {"memory": "256Mi"},
        "limits": {"memory": want, "cpu": "1"},
    }


@pytest.mark.parametrize(
    ("made", "said"),
    [
        pytest.param(None, "no PodTemplateSpec", id="an empty file"),
        pytest.param("runner", "no PodTemplateSpec", id="a word"),
        pytest.param({"spec": None}, "no PodTemplateSpec", id="an empty spec"),
        pytest.param({"spec": {}}, "one container called `runner`", id="no containers"),
        pytest.param({"spec": {"containers": None}}, "one container called `runner`", id="an empty list"),
        pytest.param({"spec": {"containers": [{"name": "ocr"}]}}, "one container", id="another name"),
        pytest.param({"spec": {"containers": [{"image": "runner:1"}]}}, "one container", id="no name"),
        pytest.param({"spec": {"containers": [{"name": "runner"}] * 2}}, "one container", id="two of them"),
    ],
)
def test_a_template_that_cannot_be_used_is_refused_with_the_reason(made: object, said: str) -> None:
    with pytest.raises(InvalidTemplateError, match=said):
        check_template(made)


def test_a_usable_template_is_given_back() -> None:
    assert check_template(template()) == template()


def test_an_attempt_that_betters_a_result_knows_whose_and_its_job_tells_it() -> None:
    fact = UploadBuilder().fact()
    job = build_job(fact, 2, template(), make_settings(), memory_doublings=0, escalates=1)
    assert ("SCORECARD_ESCALATES", "1") in environment_of(job)
    known = parse_job({**job, "metadata": {**job["metadata"], "uid": "job-uid"}})
    assert known is not None
    assert known.escalates == 1
    assert "SCORECARD_ESCALATES" not in dict(environment_of(build()))


def test_a_probe_is_known_by_its_job() -> None:
    job = build_job(UploadBuilder().fact(), 2, template(), make_settings(), memory_doublings=0, is_probe=True)
    known = [parse_job({**each, "metadata": {**each["metadata"], "uid": "uid"}}) for each in (job, build())]
    assert [fact is not None and fact.is_probe for fact in known] == [True, False]
    assert len(environment_of(job)) == len(environment_of(build()))


def test_a_job_is_handed_to_kueue_suspended_and_its_pods_are_not() -> None:
    settings = make_settings(SCORECARD_KUEUE_QUEUE_NAME="cards")
    job = build_job(UploadBuilder().fact(), 1, template(), settings, memory_doublings=0)
    plain = build()
    assert job["metadata"]["labels"] == {**plain["metadata"]["labels"], "kueue.x-k8s.io/queue-name": "cards"}
    assert job["spec"] == {**plain["spec"], "suspend": True}


def test_without_kueue_a_job_starts_at_once() -> None:
    assert "suspend" not in build()["spec"]
