"""The operator is killed in the middle of twenty uploads: one result each, nothing left over."""

import time
from collections.abc import Callable
from typing import Any

import pytest

from dev.signals import kill_container
from tests.e2e.conftest import Cluster

pytestmark = [pytest.mark.cluster, pytest.mark.timeout(400)]
UPLOADS = 20


def operator_pod(cluster: Cluster) -> dict[str, Any]:
    """Return the pod of the operator."""
    pod: dict[str, Any] = cluster.get("pods", "-l", "app.kubernetes.io/component=operator")["items"][0]
    return pod


def test_a_killed_operator_gives_exactly_one_result_each(make_cluster: Callable[..., Cluster], sample: bytes) -> None:
    cluster = make_cluster()
    ids = [cluster.submit(sample) for _ in range(UPLOADS)]
    while not any(cluster.status(upload_id).get("phase") == "Succeeded" for upload_id in ids):
        time.sleep(0.5)
    kill_container(cluster.kubectl, cluster.namespace, operator_pod(cluster)["metadata"]["name"])
    statuses = [cluster.wait_for_end(upload_id, 300) for upload_id in ids]
    assert [status["phase"] for status in statuses] == ["Succeeded"] * UPLOADS
    assert {cluster.backend.row(upload_id).status for upload_id in ids} == {"parsed"}
    (state,) = operator_pod(cluster)["status"]["containerStatuses"]
    assert (state["restartCount"], state["lastState"]["terminated"]["exitCode"]) == (1, 137)
    committed = cluster.backend.query(
        "SELECT upload_id::text, count(*) FROM scorecard_ocr.attempts WHERE outcome = 'parsed' GROUP BY 1"
    )
    assert {name: count for name, count in committed if name in ids} == dict.fromkeys(ids, 1)
    jobs = cluster.get("jobs")["items"]
    assert len(jobs) == sum(status["attempts"] for status in statuses)
    deadline_s = time.monotonic() + 30
    while any(not job.get("status", {}).get("completionTime") for job in cluster.get("jobs")["items"]):
        assert time.monotonic() < deadline_s, "a Job was left running"
        time.sleep(1)
