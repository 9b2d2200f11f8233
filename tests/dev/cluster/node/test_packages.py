"""What is missing is named by the package that brings it."""

from pathlib import Path

import pytest

from dev.cluster.node.packages import PACKAGES, missing_packages


def test_missing_programs_and_files_are_named_by_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "runc").touch()
    (tmp_path / "runc").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    wanted = {"runc": "runc", "etcd": "etcd-server", str(tmp_path / "bridge"): "containernetworking-plugins"}
    assert missing_packages(wanted) == ["containernetworking-plugins", "etcd-server"]


def test_every_program_has_a_package() -> None:
    assert all(PACKAGES.values())
