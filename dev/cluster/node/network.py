"""The node's own network: one bridge that holds the node's address and joins the pods.

Nothing of the machine's network is changed: forwarding is switched on for this bridge alone, the bridge plugin adds no
firewall rules, and one nftables table of our own keeps pods from reaching anything beyond the cluster.
"""

import json
import socket
from pathlib import Path

from dev.cluster.node.layout import (
    CLUSTER_RANGE,
    LINK,
    NFT_TABLE,
    NODE_ADDRESS,
    POD_GATEWAY,
    POD_NETWORK,
    POD_RANGE,
    Layout,
)
from dev.commands import run, succeeds

_TIMEOUT_S = 10.0
_PROXY_TABLES = (("ip", "kube-proxy"), ("ip6", "kube-proxy"))
_CNI_RESULTS = Path("/var/lib/cni/results")


def create_network(layout: Layout) -> None:
    """Make the bridge, its addresses and the rule that pods stay inside."""
    prefix = POD_RANGE.partition("/")[2]
    _ip("link", "add", LINK, "type", "bridge")
    _ip("address", "add", f"{NODE_ADDRESS}/32", "dev", LINK)
    _ip("address", "add", f"{POD_GATEWAY}/{prefix}", "dev", LINK)
    _ip("link", "set", LINK, "up")
    Path(f"/proc/sys/net/ipv4/conf/{LINK}/forwarding").write_text("1")
    run(["nft", "-f", "-"], stdin=pods_stay_inside(), timeout_s=_TIMEOUT_S)
    (layout.cni_configs / "10-pods.conflist").write_text(
        json.dumps(cni_config(layout.state / "pod-addresses"), indent=2)
    )


def pods_stay_inside() -> str:
    """Rules of nftables: what enters from the bridge and leaves elsewhere is refused, so nothing hangs on it."""
    return (
        f"table ip {NFT_TABLE} {{\n"
        "  chain forward {\n"
        "    type filter hook forward priority filter; policy accept;\n"
        f'    iifname "{LINK}" oifname != "{LINK}" ip daddr != {CLUSTER_RANGE} reject with icmp type admin-prohibited\n'
        "  }\n"
        "}\n"
    )


def cni_config(address_leases: Path) -> dict[str, object]:
    """The network that every pod joins.

    `isGateway` is off because it switches on forwarding for the whole machine; the bridge has its address already.
    """
    pod_range = {"subnet": POD_RANGE, "gateway": POD_GATEWAY}
    addresses = {
        "type": "host-local",
        "dataDir": str(address_leases),
        "ranges": [[pod_range]],
        "routes": [{"dst": "0.0.0.0/0"}],
    }
    bridge = {"type": "bridge", "bridge": LINK, "hairpinMode": True, "ipam": addresses}
    return {"cniVersion": "1.0.0", "name": POD_NETWORK, "plugins": [bridge]}


def remove_network() -> None:
    """Remove the bridge, the ends of pods' links, and all rules; absent ones are fine."""
    for link in _links():
        succeeds(["ip", "link", "delete", link], timeout_s=_TIMEOUT_S)  # pairs vanish together with their other end
    for family, table in (("ip", NFT_TABLE), *_PROXY_TABLES):
        succeeds(["nft", "delete", "table", family, table], timeout_s=_TIMEOUT_S)
    for result in _CNI_RESULTS.glob(f"{POD_NETWORK}-*-eth0"):
        sandbox = result.name.removeprefix(f"{POD_NETWORK}-").removesuffix("-eth0")
        for name in (f"cni-loopback-{sandbox}-lo", result.name):
            (_CNI_RESULTS / name).unlink(missing_ok=True)


def link_exists() -> bool:
    """Whether the bridge is there."""
    return any(name == LINK for _, name in socket.if_nameindex())


def _links() -> list[str]:
    """Names of the bridge's ports and of the bridge itself, as far as they exist."""
    if not link_exists():
        return []
    ports = json.loads(run(["ip", "-json", "link", "show", "master", LINK], timeout_s=_TIMEOUT_S) or "[]")
    return [port["ifname"] for port in ports if port] + [LINK]


def _ip(*arguments: str) -> None:
    run(["ip", *arguments], timeout_s=_TIMEOUT_S)
