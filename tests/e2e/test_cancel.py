"""A run that is cancelled in the middle is gone within ten seconds, and its row says so."""

import json
import time
from collections.abc import Callable
from typing import Any

import pytest

from tests.e2e.conftest import Cluster

pytestmark = [pytest.mark.cluster, pytest.mark.timeout(300)]
STOP_LIMIT_S = 10.0
# So slow that it is surely in the middle of its work.
SLOW = {"requests": {"cpu": "50m"}, "limits": {"cpu": "150m"}}


def pods_of(cluster: Cluster, upload_id: str) -> list[Any]:
    pods: list[Any] = cluster.get("pods", "-l", f"scorecards.cricksy.io/upload={upload_id}")["items"]
    return pods


def test_a_running_upload_is_stopped_within_ten_seconds(make_cluster: Callable[..., Cluster], sample: bytes) -> None:
    cluster = make_cluster(runner={"resources": SLOW})
    upload_id = cluster.submit(sample)
    cluster.wait_for(upload_id, lambda status: status.get("phase") == "Running", 120)
    patch = json.dumps({"spec": {"cancelled": True}})
    cluster.kubectl.run("-n", cluster.namespace, "patch", "scup", upload_id, "--type=merge", "-p", patch)
    asked_s = time.monotonic()
    while pods_of(cluster, upload_id) or cluster.backend.row(upload_id).status != "failed":
        assert time.monotonic() - asked_s < STOP_LIMIT_S
        time.sleep(0.3)
    assert cluster.status(upload_id)["phase"] == "Cancelled"
    assert (cluster.backend.row(upload_id).error_message or "").startswith("Cancelled: ")
    assert cluster.get("jobs", "-l", f"scorecards.cricksy.io/upload={upload_id}")["items"] == []
