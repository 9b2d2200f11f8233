"""The rendered chart against a real API server: accepted under `restricted`, and a runner held to its own upload."""

import json
import secrets
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from tests.chart.api_server import Answer, Manifest, TokenClient, kubectl, try_kubectl
from tests.chart.rendering import Rendered, render

pytestmark = [pytest.mark.cluster, pytest.mark.timeout(120)]

CRD = "scorecarduploads.scorecards.cricksy.io"
OWN = "11111111-1111-4111-8111-111111111111"
OTHER = "22222222-2222-4222-8222-222222222222"
SERVER_SIDE = ("apply", "--server-side", "--force-conflicts", "--field-manager=chart-test", "-f", "-")
POLICY_DEADLINE_S = 30
PROGRESS = {"attempt": 1, "stage": "reading", "percent": 40}


@dataclass(frozen=True)
class Installed:
    """A namespace that holds the chart's accounts, rights and policy, but no operator."""

    namespace: str
    rendered: Rendered


@pytest.fixture(scope="module")
def crd() -> Iterator[None]:
    has_it = try_kubectl("get", "crd", CRD).returncode == 0
    if not has_it:
        kubectl(*SERVER_SIDE, objects=render({"crds": {"keep": False}}).all("CustomResourceDefinition").values())
        kubectl("wait", "--for=condition=Established", f"crd/{CRD}", "--timeout=20s")
    yield
    if not has_it:
        kubectl("delete", "crd", CRD, "--wait=false")


@pytest.fixture(scope="module")
def installed(crd: None) -> Iterator[Installed]:  # noqa: ARG001 - it only has to be there
    namespace = f"chart-{secrets.token_hex(3)}"
    rendered = render(namespace=namespace)
    labels = {"pod-security.kubernetes.io/enforce": "restricted", "pod-security.kubernetes.io/warn": "restricted"}
    cluster_wide = [
        each
        for kind in ("ValidatingAdmissionPolicy", "ValidatingAdmissionPolicyBinding")
        for each in rendered.all(kind).values()
    ]
    local = [each for each in rendered if each["kind"] in {"ServiceAccount", "Role", "RoleBinding"}]
    kubectl(
        "create",
        "-f",
        "-",
        objects=[{"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": namespace, "labels": labels}}],
    )
    try:
        kubectl(*SERVER_SIDE, objects=[*local, *cluster_wide])
        yield Installed(namespace, rendered)
    finally:
        kubectl("delete", "--ignore-not-found", "--wait=false", "-f", "-", objects=cluster_wide)
        kubectl("delete", "namespace", namespace, "--wait=false")


def pod(template: Manifest, name: str, namespace: str) -> Manifest:
    """Return a pod from the template that no node will ever take."""
    metadata = {**template.get("metadata", {}), "name": name, "namespace": namespace}
    spec = {**template["spec"], "nodeSelector": {"chart-test": "never"}}
    return {"apiVersion": "v1", "kind": "Pod", "metadata": metadata, "spec": spec}


def upload(name: str, namespace: str) -> Manifest:
    return {
        "apiVersion": "scorecards.cricksy.io/v1alpha1",
        "kind": "ScorecardUpload",
        "metadata": {"name": name, "namespace": namespace},
        "spec": {"uploadId": name},
    }


def test_the_api_server_accepts_every_object_without_a_warning(installed: Installed) -> None:
    done = try_kubectl(*SERVER_SIDE, "--dry-run=server", "--validate=strict", objects=installed.rendered)
    assert done.returncode == 0, done.stderr
    assert "Warning" not in done.stderr
    assert len(done.stdout.splitlines()) == len(list(installed.rendered))


@pytest.mark.parametrize("name", ["operator_template", "runner_template", "migration_template"])
def test_pod_security_restricted_admits_the_pod(installed: Installed, name: str) -> None:
    candidate = pod(getattr(installed.rendered, name), "candidate", installed.namespace)
    kubectl("create", "--dry-run=server", "-f", "-", objects=[candidate])
    candidate["spec"]["containers"][0]["securityContext"]["allowPrivilegeEscalation"] = True
    refused = try_kubectl("create", "--dry-run=server", "-f", "-", objects=[candidate])
    assert "violates PodSecurity" in refused.stderr


@dataclass(frozen=True)
class Runner:
    """A runner's pod: its token, and the two uploads it may and may not write."""

    client: TokenClient
    namespace: str

    def path(self, name: str) -> str:
        """Return the path of an upload."""
        return f"/apis/scorecards.cricksy.io/v1alpha1/namespaces/{self.namespace}/scorecarduploads/{name}"

    def report(self, name: str, status: dict[str, Any]) -> Answer:
        """Apply `status` as the runner does it."""
        body = {**upload(name, self.namespace), "status": status}
        del body["spec"]
        query = "?fieldManager=scorecard-runner&force=true"
        return self.client.request("PATCH", f"{self.path(name)}/status{query}", body)


@pytest.fixture(scope="module")
def runner(installed: Installed) -> Runner:
    namespace = installed.namespace
    kubectl("create", "-f", "-", objects=[upload(OWN, namespace), upload(OTHER, namespace)])
    name = f"ocr-{OWN}-1-abcde"
    kubectl("create", "-f", "-", objects=[pod(installed.rendered.runner_template, name, namespace)])
    found = Runner(TokenClient(token(installed, "--bound-object-kind=Pod", f"--bound-object-name={name}")), namespace)
    deadline = time.monotonic() + POLICY_DEADLINE_S
    while found.report(OTHER, {"progress": PROGRESS}).code == 200:
        assert time.monotonic() < deadline, "the policy never came into force"
        time.sleep(0.5)
    return found


def token(installed: Installed, *binding: str) -> str:
    account = installed.rendered.runner_template["spec"]["serviceAccountName"]
    return kubectl("create", "token", account, "-n", installed.namespace, *binding).strip()


@pytest.mark.parametrize(
    "status",
    [
        pytest.param({"progress": PROGRESS}, id="progress"),
        pytest.param(
            {
                "progress": {**PROGRESS, "stage": "finished", "percent": 100},
                "result": {"attempt": 1, "verdict": "Verified", "confidence": 0.97, "innings": 2, "checks": "11/12"},
            },
            id="progress and result",
        ),
    ],
)
def test_a_runner_reports_on_its_own_upload(runner: Runner, status: dict[str, Any]) -> None:
    answer = runner.report(OWN, status)
    assert answer.code == 200, answer.message
    assert answer.body["status"]["progress"]["percent"] == status["progress"]["percent"]


def test_a_runner_reports_beside_what_the_operator_wrote(runner: Runner) -> None:
    status = {
        "observedGeneration": 1,
        "phase": "Running",
        "reason": "Reading",
        "message": "Reading the picture.",
        "attempts": 1,
        "jobName": f"ocr-{OWN}-1",
        "timeline": {"queued": "2026-01-31T12:00:00Z"},
        "conditions": [
            {"type": "Admitted", "status": "True", "reason": "Launched", "lastTransitionTime": "2026-01-31T12:00:00Z"}
        ],
    }
    written = {**upload(OWN, runner.namespace), "status": status}
    kubectl(*SERVER_SIDE, "--subresource=status", objects=[written])
    answer = runner.report(OWN, {"progress": {**PROGRESS, "percent": 55}})
    assert answer.code == 200, answer.message
    assert answer.body["status"]["phase"] == "Running"
    assert answer.body["status"]["progress"]["percent"] == 55


@pytest.mark.parametrize(
    ("name", "status", "message"),
    [
        pytest.param(OTHER, {"progress": PROGRESS}, "its own pod was launched for", id="another upload"),
        pytest.param(OWN, {"phase": "Succeeded"}, "status.phase belongs to the operator", id="the phase"),
        pytest.param(OWN, {"attempts": 7}, "status.attempts belongs to the operator", id="the attempts"),
        pytest.param(OWN, {"message": "x"}, "status.message belongs to the operator", id="the message"),
        pytest.param(
            OWN,
            {
                "conditions": [
                    {
                        "type": "Succeeded",
                        "status": "True",
                        "reason": "x",
                        "lastTransitionTime": "2026-01-31T12:00:00Z",
                    }
                ]
            },
            "status.conditions belongs to the operator",
            id="a condition",
        ),
    ],
)
def test_a_runner_is_refused(runner: Runner, name: str, status: dict[str, Any], message: str) -> None:
    answer = runner.report(name, status)
    assert answer.code == 422
    assert message in answer.message


def test_a_token_of_no_pod_is_refused(runner: Runner, installed: Installed) -> None:
    answer = Runner(TokenClient(token(installed)), runner.namespace).report(OWN, {"progress": PROGRESS})
    assert answer.code == 422
    assert "its own pod was launched for" in answer.message


@pytest.mark.parametrize(
    ("method", "content_type"),
    [pytest.param("GET", "", id="reading"), pytest.param("DELETE", "", id="deleting")],
)
def test_a_runner_may_do_nothing_else_with_its_upload(runner: Runner, method: str, content_type: str) -> None:
    assert runner.client.request(method, runner.path(OWN), content_type=content_type or "application/json").code == 403


def test_a_runner_may_not_change_what_is_wished_for(runner: Runner) -> None:
    body = {"spec": {"cancelled": True}}
    assert runner.client.request("PATCH", runner.path(OWN), body, "application/merge-patch+json").code == 403


def test_a_runner_may_not_read_secrets(runner: Runner) -> None:
    path = f"/api/v1/namespaces/{runner.namespace}/secrets"
    assert runner.client.request("GET", path, content_type="application/json").code == 403


def test_the_policy_type_checks(installed: Installed, runner: Runner) -> None:  # noqa: ARG001 - it is in force by then
    (name,) = installed.rendered.all("ValidatingAdmissionPolicy")
    status = json.loads(kubectl("get", "validatingadmissionpolicy", name, "-o", "json")).get("status", {})
    assert status.get("typeChecking", {}).get("expressionWarnings", []) == []
