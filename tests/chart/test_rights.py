"""Who may do what: the exact verbs of every role, and the admission policy that narrows the runner's."""

from typing import Any

import pytest
import yaml

from tests.chart.rendering import NAMESPACE, ROOT, render

UPLOADS = ("scorecards.cricksy.io", "scorecarduploads")
STATUS = ("scorecards.cricksy.io", "scorecarduploads/status")

RUNNER_FIELDS = {"progress", "result"}


def rights(role: dict[str, Any]) -> dict[tuple[str, str], set[str]]:
    """Return the verbs by group and resource."""
    return {
        (group, resource): set(rule["verbs"])
        for rule in role["rules"]
        for group in rule["apiGroups"]
        for resource in rule["resources"]
    }


@pytest.mark.parametrize(
    ("kind", "name", "expected"),
    [
        pytest.param(
            "Role",
            "demo-scorecard-ocr-operator",
            {
                UPLOADS: {"get", "list", "watch", "create", "delete"},
                STATUS: {"get", "patch"},
                ("batch", "jobs"): {"get", "list", "watch", "create", "delete"},
                ("", "pods"): {"get", "list", "watch"},
                ("", "events"): {"create"},
                ("", "configmaps"): {"get"},
            },
            id="the operator",
        ),
        pytest.param("Role", "demo-scorecard-ocr-runner", {STATUS: {"patch"}}, id="a runner"),
        pytest.param("Role", "demo-scorecard-ocr-backend", {UPLOADS: {"create", "get"}}, id="a backend"),
        pytest.param(
            "ClusterRole",
            f"scorecard-uploads-view.demo.{NAMESPACE}",
            {UPLOADS: {"get", "list", "watch"}},
            id="people who may look",
        ),
        pytest.param(
            "ClusterRole",
            f"scorecard-uploads-edit.demo.{NAMESPACE}",
            {UPLOADS: {"create", "update", "patch", "delete", "deletecollection"}},
            id="people who may change",
        ),
    ],
)
def test_exact_rights(kind: str, name: str, expected: dict[tuple[str, str], set[str]]) -> None:
    assert rights(render().all(kind)[name]) == expected


def test_the_operator_may_get_no_config_map_but_that_of_its_live_settings() -> None:
    rendered = render()
    (rule,) = [
        rule
        for rule in rendered.all("Role")["demo-scorecard-ocr-operator"]["rules"]
        if rule["resources"] == ["configmaps"]
    ]
    assert rule["resourceNames"] == ["demo-scorecard-ocr-live"]
    assert set(rendered.all("ConfigMap")) > set(rule["resourceNames"])


def test_an_operator_that_does_not_sweep_may_not_create_uploads() -> None:
    role = render({"sweep": {"enabled": False}}).all("Role")["demo-scorecard-ocr-operator"]
    assert rights(role)[UPLOADS] == {"get", "list", "watch", "delete"}


@pytest.mark.parametrize(
    ("ages", "may_delete"),
    [
        pytest.param({"uploadTtlSeconds": 0, "failedUploadTtlSeconds": 0}, False, id="everything is kept for ever"),
        pytest.param({"uploadTtlSeconds": 0}, True, id="the failed ones go"),
        pytest.param({"failedUploadTtlSeconds": 0}, True, id="those that succeeded go"),
    ],
)
def test_an_operator_may_delete_uploads_only_where_they_run_out(ages: dict[str, int], *, may_delete: bool) -> None:
    role = render({"retention": ages}).all("Role")["demo-scorecard-ocr-operator"]
    assert ("delete" in rights(role)[UPLOADS]) is may_delete


def test_there_are_no_other_roles_and_nothing_is_bound_cluster_wide() -> None:
    rendered = render()
    assert set(rendered.all("Role")) == {f"demo-scorecard-ocr-{who}" for who in ("operator", "runner", "backend")}
    assert len(rendered.all("ClusterRole")) == 2
    assert not rendered.all("ClusterRoleBinding")


def test_roles_are_bound_to_their_own_service_account() -> None:
    bindings = render().all("RoleBinding")
    assert {name: binding["roleRef"]["name"] for name, binding in bindings.items()} == {
        "demo-scorecard-ocr-operator": "demo-scorecard-ocr-operator",
        "demo-scorecard-ocr-runner": "demo-scorecard-ocr-runner",
    }
    for name, binding in bindings.items():
        assert binding["subjects"] == [{"kind": "ServiceAccount", "name": name, "namespace": NAMESPACE}]


def test_backends_are_bound_in_their_own_namespace_or_ours() -> None:
    accounts = [{"name": "api", "namespace": "web"}, {"name": "worker"}]
    binding = render({"backend": {"serviceAccounts": accounts}}).all("RoleBinding")["demo-scorecard-ocr-backend"]
    assert [(each["name"], each["namespace"]) for each in binding["subjects"]] == [
        ("api", "web"),
        ("worker", NAMESPACE),
    ]


def test_an_existing_service_account_is_bound_and_held_to_the_policy() -> None:
    rendered = render({"runner": {"serviceAccount": {"create": False, "name": "theirs"}}})
    policy = rendered.one("ValidatingAdmissionPolicy")
    assert set(rendered.all("ServiceAccount")) == {"demo-scorecard-ocr-operator"}
    assert rendered.all("RoleBinding")["demo-scorecard-ocr-runner"]["subjects"][0]["name"] == "theirs"
    assert f'"system:serviceaccount:{NAMESPACE}:theirs"' in policy["spec"]["matchConditions"][0]["expression"]


def test_the_policy_guards_every_status_field_that_is_not_the_runners() -> None:
    crd = yaml.safe_load((ROOT / "crds" / "scorecarduploads.yaml").read_text(encoding="utf-8"))
    status = crd["spec"]["versions"][0]["schema"]["openAPIV3Schema"]["properties"]["status"]["properties"]
    policy = render().one("ValidatingAdmissionPolicy")["spec"]
    claim, *fields = policy["validations"]
    guarded = {each["message"].split()[0].removeprefix("status.") for each in fields}
    assert policy["failurePolicy"] == "Fail"
    assert "startsWith('ocr-' + object.metadata.name + '-')" in claim["expression"]
    assert guarded == set(status) - RUNNER_FIELDS
    assert set(status) > RUNNER_FIELDS


def test_the_policy_denies_and_is_bound_to_our_namespace() -> None:
    rendered = render()
    binding = rendered.one("ValidatingAdmissionPolicyBinding")["spec"]
    assert binding["policyName"] == rendered.one("ValidatingAdmissionPolicy")["metadata"]["name"]
    assert binding["validationActions"] == ["Deny"]
    assert binding["matchResources"]["namespaceSelector"]["matchLabels"] == {"kubernetes.io/metadata.name": NAMESPACE}
