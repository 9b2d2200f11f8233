"""containerd, the container runtime of the node, with folders and a socket of its own."""

from pathlib import Path

from dev.cluster.node.layout import Layout
from dev.cluster.node.processes import Command
from dev.commands import run, succeeds
from dev.images.base import PAUSE_IMAGE

IMPORT_TIMEOUT_S = 300.0

_CONFIG = """\
version = 2
root = "{state}/containerd"
state = "{run}/containerd"

[grpc]
  address = "{socket}"

[plugins."io.containerd.internal.v1.opt"]
  path = "{state}/opt"

[plugins."io.containerd.grpc.v1.cri"]
  # without the capability SYS_RESOURCE no sandbox starts otherwise
  restrict_oom_score_adj = true
  netns_mounts_under_state_dir = true
  sandbox_image = "{pause}"
  [plugins."io.containerd.grpc.v1.cri".cni]
    bin_dir = "/usr/lib/cni"
    conf_dir = "{cni}"
  [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc]
    runtime_type = "io.containerd.runc.v2"
    [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc.options]
      Root = "{run}/runc"
"""


def config_text(layout: Layout) -> str:
    """The configuration file."""
    return _CONFIG.format(
        state=layout.state, run=layout.run, socket=layout.containerd_socket, cni=layout.cni_configs, pause=PAUSE_IMAGE
    )


def command(layout: Layout) -> Command:
    """How containerd is started."""
    return Command("containerd", ("containerd", "--config", f"{layout.configs}/containerd.toml"))


def is_ready(layout: Layout) -> bool:
    """Whether containerd answers."""
    return layout.containerd_socket.exists() and succeeds(_ctr(layout, "version"), timeout_s=5)


def import_archive(layout: Layout, archive: Path) -> None:
    """Load the image in an archive, under the name that the archive gives it."""
    run(_ctr(layout, "images", "import", str(archive)), timeout_s=IMPORT_TIMEOUT_S)


def shim_sockets(layout: Layout) -> list[Path]:
    """Sockets of container shims, which containerd puts outside its own folders."""
    addresses = layout.run.glob("containerd/io.containerd.runtime.v2.task/*/*/address")
    return [Path(address.read_text().strip().removeprefix("unix://")) for address in addresses]


def _ctr(layout: Layout, *arguments: str) -> list[str]:
    return ["ctr", "--address", str(layout.containerd_socket), "--namespace", "k8s.io", *arguments]
