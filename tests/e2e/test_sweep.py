"""A row that nobody asked about is read on the cluster: the operator may create uploads, and finds what is left alone."""

import time
from collections.abc import Callable

import pytest

from tests.e2e.conftest import Cluster

pytestmark = [pytest.mark.cluster, pytest.mark.timeout(300)]
# What other tests have left behind in the database that all share would be read here, too.
FORGET = "UPDATE uploads SET status = 'failed' WHERE status IN ('uploaded', 'processing')"


def test_a_row_that_nobody_asked_about_is_read(make_cluster: Callable[..., Cluster], sample: bytes) -> None:
    cluster = make_cluster(sweep={"enabled": True, "afterSeconds": 5, "intervalSeconds": 5, "tenant": "swept"})
    cluster.backend.execute(FORGET)
    upload_id = cluster.backend.upload(sample)
    deadline_s = time.monotonic() + 60
    while upload_id not in (found := {each["metadata"]["name"]: each for each in cluster.get("scup")["items"]}):
        assert time.monotonic() < deadline_s
        time.sleep(0.5)
    assert found[upload_id]["spec"]["tenant"] == "swept"
    assert cluster.wait_for_end(upload_id)["phase"] == "Succeeded"
    assert cluster.backend.row(upload_id).status == "parsed"
