"""containerd keeps to its own folders."""

import tomllib
from pathlib import Path

from dev.cluster.node.containerd import config_text, shim_sockets
from dev.cluster.node.layout import Layout


def test_nothing_of_the_machine_s_own_containerd_is_used() -> None:
    layout = Layout(state=Path("/state"), run=Path("/run/node"))
    config = tomllib.loads(config_text(layout))
    cri = config["plugins"]["io.containerd.grpc.v1.cri"]
    runc = cri["containerd"]["runtimes"]["runc"]["options"]["Root"]
    paths = [config["root"], config["state"], config["grpc"]["address"], cri["cni"]["conf_dir"], runc]
    assert [path for path in paths if not path.startswith(("/state/", "/run/node/"))] == []
    assert cri["netns_mounts_under_state_dir"]


def test_sockets_of_shims_are_found_by_what_containerd_wrote_down(tmp_path: Path) -> None:
    layout = Layout(state=tmp_path / "state", run=tmp_path / "run")
    task = layout.run / "containerd/io.containerd.runtime.v2.task/k8s.io/0123"
    task.mkdir(parents=True)
    (task / "address").write_text("unix:///run/containerd/s/abc")
    assert shim_sockets(layout) == [Path("/run/containerd/s/abc")]
