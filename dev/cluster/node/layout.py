"""Names, addresses and files of the node. Facts only.

The addresses come from the range that RFC 2544 reserves for benchmarks, which no real network uses.
"""

from dataclasses import dataclass
from pathlib import Path

from dev.paths import state_dir

NODE_NAME = "scorecard-node"
LINK = "scorecard0"
NODE_ADDRESS = "198.18.0.1"
CLUSTER_RANGE = "198.18.0.0/15"
POD_RANGE = "198.18.64.0/18"
POD_GATEWAY = "198.18.64.1"
SERVICE_RANGE = "198.19.0.0/16"
API_SERVICE_ADDRESS = "198.19.0.1"
DNS_SERVICE_ADDRESS = "198.19.0.10"
CLUSTER_DOMAIN = "cluster.local"
API_PORT = 16443
API_SERVER = f"https://{NODE_ADDRESS}:{API_PORT}"
ETCD_PORT, ETCD_PEER_PORT = 12379, 12380
POD_NETWORK = "scorecard-pods"
NFT_TABLE = "scorecard_node"
CGROUP = "scorecard-ocr"
"""Control group in which everything of the node runs."""


@dataclass(frozen=True)
class Layout:
    """Where the node keeps its files. `run` is short because the paths of sockets have a limit of 107 bytes."""

    state: Path
    run: Path

    @property
    def keys(self) -> Path:
        """Keys, certificates and tokens."""
        return self.state / "keys"

    @property
    def logs(self) -> Path:
        """Output of every program."""
        return self.state / "logs"

    @property
    def pids(self) -> Path:
        """One file per running program."""
        return self.state / "pids"

    @property
    def configs(self) -> Path:
        """Configuration files that the programs read."""
        return self.state / "config"

    @property
    def cni_configs(self) -> Path:
        """The one network that pods join."""
        return self.state / "cni"

    @property
    def kubelet(self) -> Path:
        """Volumes of pods."""
        return self.state / "kubelet"

    @property
    def pod_logs(self) -> Path:
        """Output of containers."""
        return self.state / "pod-logs"

    @property
    def audit_log(self) -> Path:
        """Every write to the API server, one JSON object per line."""
        return self.state / "audit.log"

    @property
    def loaded_images(self) -> Path:
        """Which image this node's containerd holds under which name."""
        return self.state / "images.json"

    @property
    def containerd_socket(self) -> Path:
        """Where containerd listens."""
        return self.run / "containerd.sock"

    def folders(self) -> list[Path]:
        """Folders that exist before the first program starts."""
        return [self.keys, self.logs, self.pids, self.configs, self.cni_configs, self.pod_logs, self.run]

    def kubeconfig(self, user: str) -> Path:
        """Credentials of one user of the API server."""
        return self.state / f"{user}.kubeconfig"


def node_layout() -> Layout:
    """The layout on this machine."""
    return Layout(state=state_dir() / "node", run=Path("/run/scorecard-ocr"))
