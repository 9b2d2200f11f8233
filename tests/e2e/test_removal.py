"""Uninstalling and deleting with live uploads: nothing hangs."""

import time
from collections.abc import Callable

import pytest

from tests.e2e.conftest import Cluster

pytestmark = [pytest.mark.cluster, pytest.mark.timeout(300)]


def test_uninstalling_with_live_uploads_leaves_nothing_hanging(
    make_cluster: Callable[..., Cluster], sample: bytes
) -> None:
    cluster = make_cluster()
    ids = [cluster.submit(sample) for _ in range(6)]
    while not cluster.get("jobs")["items"]:
        time.sleep(0.3)
    cluster.release.uninstall()
    cluster.kubectl.run("-n", cluster.namespace, "delete", "scup", *ids, "--wait", "--timeout=30s")
    assert cluster.get("scup")["items"] == []
    started_s = time.monotonic()
    cluster.release.delete_namespace(timeout_s=90)
    assert time.monotonic() - started_s < 90


def test_a_namespace_with_live_uploads_and_a_running_operator_goes(
    make_cluster: Callable[..., Cluster], sample: bytes
) -> None:
    cluster = make_cluster()
    for _ in range(6):
        cluster.submit(sample)
    while not cluster.get("jobs")["items"]:
        time.sleep(0.3)
    cluster.release.delete_namespace(timeout_s=120)
    names = [item["metadata"]["name"] for item in cluster.kubectl.get("namespaces")["items"]]
    assert cluster.namespace not in names
