"""Runners that cannot start or are killed for their memory: the status says so within its deadlines."""

from collections.abc import Callable

import pytest

from tests.e2e.conftest import Cluster

pytestmark = [pytest.mark.cluster, pytest.mark.timeout(300)]


def test_a_runner_out_of_memory_is_named_and_the_row_is_failed(
    make_cluster: Callable[..., Cluster], sample: bytes
) -> None:
    small = {"requests": {"memory": "16Mi", "cpu": "10m", "ephemeral-storage": "16Mi"}}
    limits = {"limits": {"memory": "24Mi", "cpu": "1", "ephemeral-storage": "256Mi"}}
    cluster = make_cluster(runner={"resources": {**small, **limits}}, limits={"runnerMemoryCap": "24Mi"})
    upload_id = cluster.submit(sample)
    status = cluster.wait_for_end(upload_id, 120)
    assert (status["phase"], status["failure"]["reason"], status["failure"]["class"]) == (
        "Failed",
        "OOMKilled",
        "memory",
    )
    assert [entry["reason"] for entry in status["history"]] == ["OOMKilled", "OOMKilled"]
    cluster.wait_for(
        upload_id, lambda s: any(c["type"] == "RowReported" and c["status"] == "True" for c in s["conditions"]), 30
    )
    assert cluster.backend.row(upload_id).status == "failed"


def test_an_image_that_cannot_be_pulled_shows_at_once_and_ends_at_the_deadline(
    make_cluster: Callable[..., Cluster], sample: bytes
) -> None:
    cluster = make_cluster(
        runner={"image": {"repository": "localhost/no-such-image", "tag": "none"}},
        limits={"startDeadlineSeconds": 15},
        retry={"infrastructure": {"maxAttempts": 1}},
        migration={"enabled": False},
    )
    upload_id = cluster.submit(sample)
    pulls = {"ErrImagePull", "ImagePullBackOff"}
    waiting = cluster.wait_for(upload_id, lambda s: s.get("reason") in pulls, 15)
    assert waiting["phase"] == "Starting"
    status = cluster.wait_for_end(upload_id, 40)
    assert status["phase"] == "Failed"
    assert status["failure"]["reason"] in pulls
    assert "runner.image" in status["failure"]["hint"]
