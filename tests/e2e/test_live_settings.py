"""Launches are paused and go on again on the cluster, with the commands that the README prints, and no pod restarts."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.e2e.conftest import LIVE_SETTINGS as CONFIG_MAP
from tests.e2e.conftest import Cluster

pytestmark = [pytest.mark.cluster, pytest.mark.timeout(400)]


@pytest.fixture(scope="module")
def cluster(make_cluster: Callable[..., Cluster]) -> Cluster:
    """Return a release of its own."""
    return make_cluster()


def operator_identity(cluster: Cluster) -> tuple[str, int]:
    """Return the uid of the operator's pod and how often its container was restarted."""
    (pod,) = cluster.get("pods", "-l", "app.kubernetes.io/component=operator")["items"]
    return pod["metadata"]["uid"], pod["status"]["containerStatuses"][0]["restartCount"]


def has_reason(reason: str) -> Callable[[dict[str, Any]], bool]:
    return lambda status: status.get("reason") == reason


def jobs_of(cluster: Cluster, upload_id: str) -> list[Any]:
    jobs: list[Any] = cluster.get("jobs", "-l", f"scorecards.cricksy.io/upload={upload_id}")["items"]
    return jobs


def test_a_pause_keeps_uploads_queued_across_an_upgrade_and_its_end_lets_them_go(
    cluster: Cluster, sample: bytes
) -> None:
    before = operator_identity(cluster)
    cluster.set_live(paused="true")
    waiting = cluster.submit(sample)
    status = cluster.wait_for(waiting, has_reason("Paused"), 30)
    assert (status["phase"], jobs_of(cluster, waiting)) == ("Queued", [])
    assert f"kubectl patch configmap {CONFIG_MAP} -n {cluster.namespace}" in status["message"]
    assert "estimatedStartTime" not in status
    cluster.release.install({"crds": {"enabled": False}})
    assert cluster.get("configmap", CONFIG_MAP)["data"] == {"paused": "true"}
    assert (cluster.status(waiting)["reason"], jobs_of(cluster, waiting)) == ("Paused", [])
    cluster.set_live(paused="false")
    assert cluster.wait_for_end(waiting)["phase"] == "Succeeded"
    assert cluster.backend.row(waiting).status == "parsed"
    assert operator_identity(cluster) == before


def test_a_cap_is_changed_while_it_runs_and_a_wrong_one_is_told_of(cluster: Cluster, sample: bytes) -> None:
    before = operator_identity(cluster)
    cluster.set_live(paused="true", maxConcurrentJobs="1")
    ids = [cluster.submit(sample), cluster.submit(sample)]
    for upload_id in ids:
        cluster.wait_for(upload_id, has_reason("Paused"), 30)
    cluster.set_live(paused=None)
    # Both may have come in the same second: either may be the first.
    cluster.wait_for(ids[0], lambda _: any(cluster.status(each).get("reason") == "WaitingForSlot" for each in ids), 30)
    cluster.set_live(maxConcurrentJobs="none")
    assert [cluster.wait_for_end(upload_id)["phase"] for upload_id in ids] == ["Succeeded", "Succeeded"]
    events = cluster.get("events", "--field-selector", f"involvedObject.name={CONFIG_MAP}")["items"]
    assert [event["reason"] for event in events] == ["InvalidLiveSettings"]
    assert operator_identity(cluster) == before
