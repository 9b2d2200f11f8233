"""What makes a compiled program outdated, and nothing else."""

import shutil
from pathlib import Path

import pytest

from dev.binaries import catalog
from dev.binaries.catalog import PROGRAMS, pinned_version, program_named
from dev.errors import WrongUsage


@pytest.fixture
def modules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(catalog.MODULES, tmp_path / "modules")
    monkeypatch.setattr(catalog, "MODULES", tmp_path / "modules")
    return tmp_path / "modules"


def key(go_version: str = "go1.26.1", goos: str = "linux", goarch: str = "amd64") -> str:
    return PROGRAMS["kind"].cache_key(go_version=go_version, goos=goos, goarch=goarch)


def test_the_key_stays_while_nothing_changes(modules: Path) -> None:
    assert modules.is_dir()
    assert key() == key()


@pytest.mark.parametrize(
    "other",
    [
        pytest.param({"go_version": "go1.26.2"}, id="another compiler"),
        pytest.param({"goarch": "arm64"}, id="another architecture"),
        pytest.param({"goos": "darwin"}, id="another system"),
    ],
)
def test_the_key_changes_with(other: dict[str, str]) -> None:
    assert key(**other) != key()


@pytest.mark.parametrize("name", ["go.mod", "go.sum"])
def test_the_key_changes_with_the_module_files(modules: Path, name: str) -> None:
    before = key()
    with (modules / "kind" / name).open("a") as file:
        file.write("// changed\n")
    assert key() != before


def test_kubernetes_reports_the_version_that_go_mod_pins() -> None:
    program = program_named("kube-apiserver")
    version = pinned_version((program.module_dir / "go.mod").read_text(), "k8s.io/kubernetes")
    assert f"gitVersion={version}" in program.linker_flags()


def test_a_module_that_is_not_required_has_no_version() -> None:
    with pytest.raises(WrongUsage, match=r"example\.org/absent"):
        pinned_version("module x\n", "example.org/absent")


def test_an_unknown_program_is_refused_with_those_that_exist() -> None:
    with pytest.raises(WrongUsage) as refused:
        program_named("k9s")
    assert "kubectl" in refused.value.hint
