"""The CRD on the real API server: what it takes, what it refuses, what people see of it."""

import json
import uuid
from collections.abc import Iterator
from typing import Any

import pytest

from dev.cluster.kubectl import Kubectl
from dev.errors import DevError

pytestmark = [pytest.mark.cluster, pytest.mark.timeout(120), pytest.mark.usefixtures("crd")]
ID = "1b4e28ba-2fa1-4c5d-8a1f-000000000001"


@pytest.fixture(scope="module")
def space(kubectl: Kubectl, namespace: str) -> Iterator[str]:
    """Return a namespace without any operator."""
    kubectl.run("create", "namespace", namespace)
    yield namespace
    kubectl.run("delete", "namespace", namespace, "--wait=false")


def manifest(name: str = ID, **spec: Any) -> str:
    body = {
        "apiVersion": "scorecards.cricksy.io/v1alpha1",
        "kind": "ScorecardUpload",
        "metadata": {"name": name},
        "spec": {"uploadId": name, **spec},
    }
    return json.dumps(body)


def create(kubectl: Kubectl, space: str, text: str) -> str:
    return kubectl.run("-n", space, "create", "--validate=strict", "-f", "-", stdin=text)


def test_the_smallest_upload_is_taken(kubectl: Kubectl, space: str) -> None:
    name = str(uuid.uuid4())
    assert "created" in create(kubectl, space, manifest(name))
    assert kubectl.get("-n", space, "scup", name)["spec"] == {"uploadId": name, "priority": 0, "cancelled": False}


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param(
            manifest(ID, uploadId="1b4e28ba-2fa1-4c5d-8a1f-000000000002"), "metadata.name must be", id="another id"
        ),
        pytest.param(manifest("not-a-uuid"), "uploadId", id="a name that is no UUID"),
        pytest.param(manifest(ID, priority=5000), "less than or equal to 1000", id="a priority out of bounds"),
        pytest.param(manifest(ID, timeoutSeconds=1), "greater than or equal to 10", id="a time limit out of bounds"),
        pytest.param(manifest(ID, tenant="Müller & Söhne"), "tenant", id="a tenant that is no label"),
        pytest.param(manifest(ID, languages="eng;rm -rf"), "languages", id="languages that are none"),
        pytest.param(manifest(ID, bucket="mine"), "unknown field", id="a field that does not exist"),
    ],
)
def test_a_wrong_upload_is_refused_with_the_reason(kubectl: Kubectl, space: str, text: str, want: str) -> None:
    with pytest.raises(DevError, match=want):
        create(kubectl, space, text)


@pytest.mark.parametrize(
    ("change", "want"),
    [
        pytest.param({"tenant": "club-7"}, "spec.tenant is fixed", id="a field that was absent cannot be added"),
        pytest.param({"languages": "hin"}, "spec.languages is fixed", id="a field that was set cannot change"),
        pytest.param({"cancelled": False}, "cannot be taken back", id="a cancelled upload stays cancelled"),
    ],
)
def test_what_is_fixed_cannot_change(kubectl: Kubectl, space: str, change: dict[str, Any], want: str) -> None:
    name = str(uuid.uuid4())
    create(kubectl, space, manifest(name, languages="eng", cancelled=True))
    with pytest.raises(DevError, match=want):
        kubectl.run("-n", space, "patch", "scup", name, "--type=merge", "-p", json.dumps({"spec": change}))


def test_priority_and_cancelled_may_change(kubectl: Kubectl, space: str) -> None:
    name = str(uuid.uuid4())
    create(kubectl, space, manifest(name))
    change = json.dumps({"spec": {"priority": 7, "cancelled": True}})
    kubectl.run("-n", space, "patch", "scup", name, "--type=merge", "-p", change)
    assert kubectl.get("-n", space, "scup", name)["spec"]["priority"] == 7


def test_people_can_select_by_phase_and_read_the_fields(kubectl: Kubectl, space: str) -> None:
    name = str(uuid.uuid4())
    create(kubectl, space, manifest(name))
    change = json.dumps({"status": {"phase": "Failed", "reason": "ObjectNotFound", "attempts": 6}})
    kubectl.run("-n", space, "patch", "scup", name, "--subresource=status", "--type=merge", "-p", change)
    found = kubectl.run("-n", space, "get", "scorecarduploads", "--field-selector", "status.phase=Failed")
    assert found.split()[:9] == [
        "NAME", "PHASE", "REASON", "ATTEMPTS", "PROGRESS", "VERDICT", "CONFIDENCE", "DURATION", "AGE"
    ]  # fmt: skip
    assert name in found
    assert "whose fault" in kubectl.run("explain", "scorecardupload.status.failure").lower()
