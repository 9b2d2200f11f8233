"""The settings of the kubelet and of kube-proxy."""

from pathlib import Path

import yaml

from dev.cluster.node.kubelet import kubelet, kubelet_config, proxy_config
from dev.cluster.node.layout import Layout

LAYOUT = Layout(state=Path("/state"), run=Path("/run/node"))


def test_nobody_reaches_the_kubelet_without_the_api_server_agreeing() -> None:
    config = yaml.safe_load(kubelet_config(LAYOUT))
    assert config["authentication"]["anonymous"] == {"enabled": False}
    assert config["authorization"] == {"mode": "Webhook"}
    assert config["address"] == "198.18.0.1"


def test_every_folder_of_the_kubelet_is_in_the_state() -> None:
    config = yaml.safe_load(kubelet_config(LAYOUT))
    arguments = dict(argument.removeprefix("--").split("=", 1) for argument in kubelet(LAYOUT, Path("/k")).argv[1:])
    folders = [config["podLogsDir"], config["volumePluginDir"], arguments["root-dir"], arguments["cert-dir"]]
    assert [folder for folder in folders if not folder.startswith("/state/")] == []


def test_pods_are_found_by_the_control_group_of_the_node() -> None:
    assert yaml.safe_load(kubelet_config(LAYOUT))["cgroupRoot"] == "/scorecard-ocr"


def test_kube_proxy_listens_on_loopback_and_the_node_address_only() -> None:
    config = yaml.safe_load(proxy_config(LAYOUT))
    assert config["healthzBindAddress"].startswith("127.0.0.1:")
    assert config["metricsBindAddress"].startswith("127.0.0.1:")
    assert config["nodePortAddresses"] == ["198.18.0.0/15"]
