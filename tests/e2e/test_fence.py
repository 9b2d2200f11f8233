"""Two pods of one upload on purpose: the one that was stopped before its commit commits nothing when it goes on."""

import json
import signal
from collections.abc import Callable
from typing import Any

import pytest
import yaml

from dev.deadline import wait_until
from dev.signals import signal_container
from scorecard_operator.facts import parse_upload
from scorecard_operator.manifest import build_job
from tests.builders import make_settings
from tests.e2e.conftest import Cluster

pytestmark = [pytest.mark.cluster, pytest.mark.timeout(400)]
TWIN = "twin-of-the-first-attempt"
# So slow that it is stopped in the middle of its work.
SLOW = {"cpu": "150m", "memory": "512Mi"}
CLAIMS = "SELECT attempt, outcome FROM scorecard_ocr.attempts WHERE upload_id = %s ORDER BY attempt"
RESULT = "SELECT status, processed_at, parsed_data::text FROM uploads WHERE id = %s"


def twin_of_first_attempt(cluster: Cluster, upload_id: str) -> dict[str, Any]:
    """Return the pod that the Job of the first attempt would have, as one that belongs to no Job."""
    upload = parse_upload(cluster.get("scorecardupload", upload_id))
    assert upload is not None
    config = cluster.get("configmap", "scorecard-scorecard-ocr-operator")["data"]
    job = build_job(upload, 1, yaml.safe_load(config["runner-pod.yaml"]), make_settings(), memory_doublings=0)
    spec = job["spec"]["template"]["spec"]
    spec["containers"][0]["resources"] = {"requests": {**SLOW, "cpu": "50m"}, "limits": SLOW}
    return {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": TWIN}, "spec": spec}


def test_a_pod_that_comes_late_commits_nothing(make_cluster: Callable[..., Cluster], sample: bytes) -> None:
    cluster = make_cluster()
    cluster.set_live(paused="true")
    upload_id = cluster.submit(sample)
    cluster.wait_for(upload_id, lambda status: status.get("reason") == "Paused", 60)
    twin = json.dumps(twin_of_first_attempt(cluster, upload_id))
    cluster.kubectl.run("-n", cluster.namespace, "create", "-f", "-", stdin=twin)
    assert wait_until(lambda: cluster.backend.row(upload_id).status == "processing", timeout_s=90)
    signal_container(cluster.kubectl, cluster.namespace, TWIN, signal.SIGSTOP)
    assert cluster.backend.query(CLAIMS, (upload_id,)) == [(1, "running")]

    cluster.set_live(paused="false")
    status = cluster.wait_for_end(upload_id, 180)
    assert (status["phase"], status["attempts"]) == ("Succeeded", 2)
    assert cluster.backend.query(CLAIMS, (upload_id,)) == [(1, "abandoned"), (2, "parsed")]
    held = cluster.backend.query(RESULT, (upload_id,))

    signal_container(cluster.kubectl, cluster.namespace, TWIN, signal.SIGCONT)
    assert wait_until(lambda: cluster.get("pod", TWIN)["status"]["phase"] in {"Succeeded", "Failed"}, timeout_s=150)
    (state,) = cluster.get("pod", TWIN)["status"]["containerStatuses"]
    said = json.loads(state["state"]["terminated"]["message"].splitlines()[0])
    assert (state["state"]["terminated"]["exitCode"], said["reason"]) == (0, "Superseded")
    assert cluster.backend.query(RESULT, (upload_id,)) == held
    assert cluster.backend.query(CLAIMS, (upload_id,)) == [(1, "abandoned"), (2, "parsed")]
