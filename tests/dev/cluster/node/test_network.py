"""The network of the node changes nothing of the machine's own."""

from ipaddress import ip_address, ip_network
from pathlib import Path

import pytest

from dev.cluster.node import layout
from dev.cluster.node.network import cni_config, pods_stay_inside

BENCHMARKING_RANGE = ip_network("198.18.0.0/15")  # RFC 2544


@pytest.mark.parametrize(
    "address",
    [layout.NODE_ADDRESS, layout.POD_GATEWAY, layout.API_SERVICE_ADDRESS, layout.DNS_SERVICE_ADDRESS],
)
def test_every_address_is_of_the_benchmarking_range(address: str) -> None:
    assert ip_address(address) in BENCHMARKING_RANGE


def test_pods_and_services_do_not_overlap() -> None:
    pods, services = ip_network(layout.POD_RANGE), ip_network(layout.SERVICE_RANGE)
    assert not pods.overlaps(services)
    assert ip_address(layout.POD_GATEWAY) in pods
    assert ip_address(layout.API_SERVICE_ADDRESS) == services[1]
    assert ip_address(layout.NODE_ADDRESS) not in pods


def test_the_plugin_neither_forwards_for_the_machine_nor_adds_rules(tmp_path: Path) -> None:
    plugins = cni_config(tmp_path)["plugins"]
    assert isinstance(plugins, list)
    assert [plugin["type"] for plugin in plugins] == ["bridge"]
    assert not {"isGateway", "ipMasq"} & set(plugins[0])


def test_addresses_are_leased_in_the_state_and_end_with_it(tmp_path: Path) -> None:
    plugins = cni_config(tmp_path)["plugins"]
    assert isinstance(plugins, list)
    assert plugins[0]["ipam"]["dataDir"] == str(tmp_path)


def test_pods_reach_the_cluster_and_nothing_else() -> None:
    rules = pods_stay_inside()
    assert f'iifname "{layout.LINK}" oifname != "{layout.LINK}" ip daddr != 198.18.0.0/15 reject' in rules
