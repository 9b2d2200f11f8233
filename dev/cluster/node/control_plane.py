"""Command lines of etcd, the API server, the controller manager and the scheduler. Pure; starts nothing."""

from collections.abc import Mapping
from pathlib import Path

import yaml

from dev.cluster.node.layout import (
    API_PORT,
    ETCD_PEER_PORT,
    ETCD_PORT,
    NODE_ADDRESS,
    SERVICE_RANGE,
    Layout,
)
from dev.cluster.node.processes import Command

_CLIENT_RATE = {"kube-api-qps": "100", "kube-api-burst": "200"}
"""The defaults (20 and 30) make bursts of Jobs wait for the control plane instead of for the node."""


def etcd(layout: Layout) -> Command:
    """Run etcd on loopback, without waiting for the disk: its data does not outlive the cluster."""
    clients, peers = f"http://127.0.0.1:{ETCD_PORT}", f"http://127.0.0.1:{ETCD_PEER_PORT}"
    options = {
        "data-dir": f"{layout.state}/etcd",
        "listen-client-urls": clients,
        "advertise-client-urls": clients,
        "listen-peer-urls": peers,
        "initial-advertise-peer-urls": peers,
        "initial-cluster": f"default={peers}",
        "unsafe-no-fsync": "true",
    }
    return _command("etcd", "etcd", options)


def api_server(layout: Layout, program: Path) -> Command:
    """The API server with RBAC, its default admission (Pod Security, admission policies) and an audit log of writes."""
    keys = layout.keys
    options = {
        "etcd-servers": f"http://127.0.0.1:{ETCD_PORT}",
        "bind-address": NODE_ADDRESS,
        "advertise-address": NODE_ADDRESS,
        "secure-port": str(API_PORT),
        "tls-cert-file": f"{keys}/apiserver.crt",
        "tls-private-key-file": f"{keys}/apiserver.key",
        "token-auth-file": f"{keys}/tokens.csv",
        "authorization-mode": "Node,RBAC",
        "enable-admission-plugins": "NodeRestriction",
        "service-account-issuer": "https://kubernetes.default.svc",
        "service-account-key-file": f"{keys}/service-account.pub",
        "service-account-signing-key-file": f"{keys}/service-account.key",
        "service-cluster-ip-range": SERVICE_RANGE,
        "kubelet-client-certificate": f"{keys}/apiserver-kubelet-client.crt",
        "kubelet-client-key": f"{keys}/apiserver-kubelet-client.key",
        "kubelet-preferred-address-types": "InternalIP",
        "allow-privileged": "true",
        "audit-policy-file": f"{layout.configs}/audit-policy.yaml",
        "audit-log-path": str(layout.audit_log),
        "audit-log-maxsize": "4096",
    }
    return _command("kube-apiserver", str(program), options)


def controller_manager(layout: Layout, program: Path) -> Command:
    """The controllers, each with its own service account as in any cluster."""
    options = {
        "kubeconfig": str(layout.kubeconfig("kube-controller-manager")),
        "service-account-private-key-file": f"{layout.keys}/service-account.key",
        "root-ca-file": f"{layout.keys}/ca.crt",
        "use-service-account-credentials": "true",
        "leader-elect": "false",
        "bind-address": "127.0.0.1",
        **_CLIENT_RATE,
    }
    return _command("kube-controller-manager", str(program), options)


def scheduler(layout: Layout, program: Path) -> Command:
    """The scheduler."""
    options = {
        "kubeconfig": str(layout.kubeconfig("kube-scheduler")),
        "leader-elect": "false",
        "bind-address": "127.0.0.1",
        **_CLIENT_RATE,
    }
    return _command("kube-scheduler", str(program), options)


def audit_policy() -> str:
    """Who wrote what and when, without bodies; reads and the heartbeat of leases would only hide it."""
    rules = [
        {"level": "None", "verbs": ["get", "list", "watch"]},
        {"level": "None", "resources": [{"group": "coordination.k8s.io", "resources": ["leases"]}]},
        {"level": "Metadata"},
    ]
    policy = {"apiVersion": "audit.k8s.io/v1", "kind": "Policy", "omitStages": ["RequestReceived"], "rules": rules}
    return yaml.safe_dump(policy, sort_keys=False)


def _command(name: str, program: str, options: Mapping[str, str]) -> Command:
    return Command(name, (program, *(f"--{option}={value}" for option, value in options.items())))
