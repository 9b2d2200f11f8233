"""A finished upload is run again on the cluster because somebody asked, with the commands that the README prints."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.e2e.conftest import Cluster

pytestmark = [pytest.mark.cluster, pytest.mark.timeout(300)]
ANNOTATION = "scorecards.cricksy.io/retryRequestedAt"


@pytest.fixture(scope="module")
def cluster(make_cluster: Callable[..., Cluster]) -> Cluster:
    return make_cluster()


def ask_again(cluster: Cluster, upload_id: str, token: str) -> None:
    words = ("annotate", "scorecardupload", upload_id, "--overwrite", f"{ANNOTATION}={token}")
    cluster.kubectl.run("-n", cluster.namespace, *words)


def has_ended_again(token: str) -> Callable[[dict[str, Any]], bool]:
    """Return whether the run that was asked for is over."""
    return lambda status: (
        status.get("lastHandledRetryAt") == token and status.get("phase") in {"Succeeded", "Failed", "Cancelled"}
    )


def outcomes(cluster: Cluster, upload_id: str) -> list[tuple[Any, ...]]:
    sql = "SELECT attempt, outcome FROM scorecard_ocr.attempts WHERE upload_id = %s ORDER BY attempt"
    return cluster.backend.query(sql, (upload_id,))


def test_a_failed_upload_is_read_once_its_picture_was_replaced(cluster: Cluster, sample: bytes) -> None:
    upload_id = cluster.submit(b"not a picture at all " * 50)
    assert cluster.wait_for_end(upload_id)["failure"]["reason"] == "UnsupportedFormat"
    cluster.backend.store(upload_id, sample)
    ask_again(cluster, upload_id, "first")
    status = cluster.wait_for(upload_id, has_ended_again("first"))
    assert (status["phase"], status["attempts"], status["retriedAfter"]) == ("Succeeded", 2, 1)
    assert [entry["attempt"] for entry in status["history"]] == [2]
    assert "failure" not in status
    row = cluster.backend.row(upload_id)
    assert (row.status, row.error_message, len(row.parsed["innings"])) == ("parsed", None, 2)
    assert outcomes(cluster, upload_id) == [(1, "failed"), (2, "parsed")]


def test_a_parsed_upload_keeps_its_result_if_the_retry_fails(cluster: Cluster, sample: bytes) -> None:
    upload_id = cluster.submit(sample)
    assert cluster.wait_for_end(upload_id)["phase"] == "Succeeded"
    before = cluster.backend.row(upload_id)
    cluster.backend.store(upload_id, b"not a picture any more")
    ask_again(cluster, upload_id, "second")
    status = cluster.wait_for(upload_id, has_ended_again("second"))
    assert (status["phase"], status["failure"]["reason"]) == ("Failed", "UnsupportedFormat")
    settled = cluster.wait_for(
        upload_id, lambda s: any(c["type"] == "RowReported" and c["status"] == "True" for c in s["conditions"]), 30
    )
    assert "was left as it is" in next(c["message"] for c in settled["conditions"] if c["type"] == "RowReported")
    assert cluster.backend.row(upload_id) == before
