"""The command lines and the audit policy of the control plane."""

from pathlib import Path

import pytest
import yaml

from dev.cluster.node import control_plane
from dev.cluster.node.layout import Layout
from dev.cluster.node.processes import Command

LAYOUT = Layout(state=Path("/state"), run=Path("/run/node"))


def options(command: Command) -> dict[str, str]:
    """`--name=value` arguments as a mapping."""
    return dict(argument.removeprefix("--").split("=", 1) for argument in command.argv[1:])


def first_rule(verb: str, resource: str = "pods", group: str = "") -> str:
    """Level of the first rule of the policy that matches, as the API server picks it."""
    for rule in yaml.safe_load(control_plane.audit_policy())["rules"]:
        of_resource = any(
            group == kind["group"] and resource in kind["resources"] for kind in rule.get("resources", [])
        ) or not rule.get("resources")
        if verb in rule.get("verbs", [verb]) and of_resource:
            return str(rule["level"])
    return "None"


@pytest.mark.parametrize("verb", ["create", "update", "patch", "delete", "deletecollection"])
def test_every_write_is_logged_without_its_content(verb: str) -> None:
    assert first_rule(verb) == "Metadata"
    assert first_rule(verb, "scorecarduploads", "scorecards.cricksy.io") == "Metadata"


@pytest.mark.parametrize("verb", ["get", "list", "watch"])
def test_reads_are_not_logged(verb: str) -> None:
    assert first_rule(verb) == "None"


def test_the_heartbeat_of_leases_is_not_logged() -> None:
    assert first_rule("update", "leases", "coordination.k8s.io") == "None"


def test_one_line_per_write() -> None:
    assert yaml.safe_load(control_plane.audit_policy())["omitStages"] == ["RequestReceived"]


def test_the_api_server_listens_on_the_node_address_only_and_keeps_to_rbac() -> None:
    given = options(control_plane.api_server(LAYOUT, Path("/bin/kube-apiserver")))
    assert given["bind-address"] == given["advertise-address"] == "198.18.0.1"
    assert given["authorization-mode"] == "Node,RBAC"
    assert given["audit-log-path"] == "/state/audit.log"
    assert "disable-admission-plugins" not in given


@pytest.mark.parametrize("build", [control_plane.controller_manager, control_plane.scheduler])
def test_bursts_of_jobs_do_not_wait_for_the_control_plane(build: object) -> None:
    assert callable(build)
    given = options(build(LAYOUT, Path("/bin/program")))
    assert (given["kube-api-qps"], given["kube-api-burst"]) == ("100", "200")
    assert given["kubeconfig"].startswith("/state/kube-")


def test_etcd_is_reachable_on_loopback_only() -> None:
    given = options(control_plane.etcd(LAYOUT))
    assert {value.rsplit(":", 1)[0] for name, value in given.items() if name.endswith("urls")} == {"http://127.0.0.1"}
