"""The main job with real MinIO, PostgreSQL and Tesseract, and the three commonest ways an upload is bad."""

import os
from collections.abc import Callable

import pytest

from dev.sample.card import sample_match
from dev.sample.expected import expected_document
from tests.e2e.conftest import Cluster

pytestmark = [pytest.mark.cluster, pytest.mark.timeout(300)]


@pytest.fixture(scope="module")
def cluster(make_cluster: Callable[..., Cluster]) -> Cluster:
    """Return a release that gives up on a missing object quickly."""
    return make_cluster(limits={"maxUploadSizeMB": 1}, retry={"dependency": {"maxAttempts": 2, "backoffSeconds": 1}})


def test_the_sample_is_parsed_with_the_right_totals(cluster: Cluster, sample: bytes) -> None:
    upload_id = cluster.submit(sample)
    status = cluster.wait_for_end(upload_id)
    row = cluster.backend.row(upload_id)
    expected = expected_document(sample_match())["innings"]
    assert (status["phase"], row.status, row.error_message) == ("Succeeded", "parsed", None)
    assert [(i["runs"], i["wickets"]) for i in row.parsed["innings"]] == [(i["runs"], i["wickets"]) for i in expected]
    assert row.parsed["_metadata"]["upload_id"] == upload_id
    assert row.parsed["_metadata"]["requires_verification"] is True
    assert status["result"]["innings"] == len(expected)
    assert status["attempts"] == 1
    steps = [status["timeline"][name] for name in ("queued", "admitted", "started", "fetched", "recognised", "stored")]
    assert steps == sorted(steps)


def test_asking_twice_changes_nothing(cluster: Cluster, sample: bytes) -> None:
    upload_id = cluster.submit(sample)
    cluster.backend.request(cluster.namespace, upload_id)
    cluster.wait_for_end(upload_id)
    assert cluster.backend.query("SELECT count(*) FROM scorecard_ocr.attempts WHERE upload_id = %s", (upload_id,)) == [
        (1,)
    ]


@pytest.mark.parametrize(
    ("data", "want_reason", "want_class", "want_attempts"),
    [
        pytest.param(b"not a picture at all " * 50, "UnsupportedFormat", "input", 1, id="a text is no picture"),
        pytest.param(os.urandom(1_200_000), "FileTooLarge", "input", 1, id="a file above the limit is not fetched"),
        pytest.param(None, "ObjectNotFound", "dependency", 2, id="a missing object is tried again, then fails"),
    ],
)
def test_a_bad_upload_ends_as_a_clear_failure_in_row_and_resource(
    cluster: Cluster, data: bytes | None, want_reason: str, want_class: str, want_attempts: int
) -> None:
    upload_id = cluster.submit(data)
    status = cluster.wait_for_end(upload_id)
    failure = status["failure"]
    assert (status["phase"], failure["reason"], failure["class"]) == ("Failed", want_reason, want_class)
    assert status["attempts"] == want_attempts
    assert failure["message"]
    assert failure["hint"]
    reported = cluster.wait_for(
        upload_id, lambda s: any(c["type"] == "RowReported" and c["status"] == "True" for c in s["conditions"]), 30
    )
    row = cluster.backend.row(upload_id)
    assert (row.status, (row.error_message or "").partition(":")[0]) == ("failed", want_reason)
    described = cluster.kubectl.run("-n", cluster.namespace, "describe", "scorecardupload", upload_id)
    assert failure["message"] in " ".join(described.split())
    assert reported["phase"] == "Failed"


def test_a_cancelled_upload_stops_and_the_row_says_so(cluster: Cluster, sample: bytes) -> None:
    upload_id = cluster.submit(sample)
    patch = '{"spec": {"cancelled": true}}'
    cluster.kubectl.run("-n", cluster.namespace, "patch", "scup", upload_id, "--type=merge", "-p", patch)
    status = cluster.wait_for_end(upload_id)
    assert status["phase"] in {"Cancelled", "Succeeded"}
    if status["phase"] == "Cancelled":
        cluster.wait_for(
            upload_id, lambda s: any(c["type"] == "RowReported" and c["status"] == "True" for c in s["conditions"]), 30
        )
        assert cluster.backend.row(upload_id).status == "failed"


def test_a_crd_that_was_applied_by_hand_is_taken_over(make_cluster: Callable[..., Cluster]) -> None:
    cluster = make_cluster(crds={"enabled": True})
    labels = cluster.get("crd", "scorecarduploads.scorecards.cricksy.io")["metadata"]["labels"]
    assert labels["app.kubernetes.io/managed-by"] == "Helm"
