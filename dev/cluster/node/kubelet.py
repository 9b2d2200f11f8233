"""Configuration and command lines of the kubelet and of kube-proxy. Pure; starts nothing."""

from pathlib import Path

import yaml

from dev.cluster.node.layout import (
    CGROUP,
    CLUSTER_DOMAIN,
    CLUSTER_RANGE,
    DNS_SERVICE_ADDRESS,
    NODE_ADDRESS,
    NODE_NAME,
    POD_RANGE,
    Layout,
)
from dev.cluster.node.processes import Command


def kubelet_config(layout: Layout) -> str:
    """A kubelet that works with either version of control groups and leaves the machine's own settings alone."""
    config = {
        "apiVersion": "kubelet.config.k8s.io/v1beta1",
        "kind": "KubeletConfiguration",
        "address": NODE_ADDRESS,
        "healthzPort": 0,
        "containerRuntimeEndpoint": f"unix://{layout.containerd_socket}",
        "authentication": {
            "anonymous": {"enabled": False},
            "webhook": {"enabled": True},
            "x509": {"clientCAFile": f"{layout.keys}/ca.crt"},
        },
        "authorization": {"mode": "Webhook"},
        "cgroupDriver": "cgroupfs",
        "cgroupRoot": f"/{CGROUP}",
        "failCgroupV1": False,
        "failSwapOn": False,
        "enforceNodeAllocatable": [],
        "clusterDNS": [DNS_SERVICE_ADDRESS],
        "clusterDomain": CLUSTER_DOMAIN,
        # a developer's disk is often nearly full; nothing here may be evicted or deleted because of that
        "evictionHard": {"memory.available": "100Mi", "nodefs.available": "1%", "imagefs.available": "1%"},
        "imageGCHighThresholdPercent": 100,
        "serializeImagePulls": False,
        "maxPods": 250,
        "makeIPTablesUtilChains": False,
        "podLogsDir": str(layout.pod_logs),
        "volumePluginDir": f"{layout.state}/volume-plugins",
    }
    return yaml.safe_dump(config, sort_keys=False)


def kubelet(layout: Layout, program: Path) -> Command:
    """The kubelet."""
    options = (
        f"--config={layout.configs}/kubelet.yaml",
        f"--kubeconfig={layout.kubeconfig('kubelet')}",
        f"--root-dir={layout.kubelet}",
        f"--cert-dir={layout.kubelet}/pki",
        f"--hostname-override={NODE_NAME}",
        f"--node-ip={NODE_ADDRESS}",
    )
    return Command("kubelet", (str(program), *options))


def proxy_config(layout: Layout) -> str:
    """kube-proxy with nftables, listening nowhere but on loopback and the node's address.

    `masqueradeAll`: pods share a bridge, so an answer to a Service's client would otherwise go straight to it, past the
    translation of its address, wherever the kernel does not filter bridged packets.
    """
    config = {
        "apiVersion": "kubeproxy.config.k8s.io/v1alpha1",
        "kind": "KubeProxyConfiguration",
        "mode": "nftables",
        "hostnameOverride": NODE_NAME,
        "bindAddress": NODE_ADDRESS,
        "healthzBindAddress": "127.0.0.1:10256",
        "metricsBindAddress": "127.0.0.1:10249",
        "nodePortAddresses": [CLUSTER_RANGE],
        "clusterCIDR": POD_RANGE,
        "clientConnection": {"kubeconfig": str(layout.kubeconfig("kube-proxy"))},
        "nftables": {"masqueradeAll": True},
    }
    return yaml.safe_dump(config, sort_keys=False)


def proxy(layout: Layout, program: Path) -> Command:
    """kube-proxy."""
    return Command("kube-proxy", (str(program), f"--config={layout.configs}/kube-proxy.yaml"))
