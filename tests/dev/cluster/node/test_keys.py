"""Who may say what to the API server, and what its certificate is good for."""

import ssl
import subprocess
from base64 import b64decode
from pathlib import Path

import pytest
import yaml

from dev.cluster.node.keys import USERS, create_credentials, kubeconfig_text, token_line
from dev.cluster.node.layout import Layout


@pytest.fixture
def layout(tmp_path: Path) -> Layout:
    made = Layout(state=tmp_path / "state", run=tmp_path / "run")
    for folder in made.folders():
        folder.mkdir(parents=True)
    return made


@pytest.mark.parametrize(
    ("file_name", "expected"),
    [
        pytest.param("admin", 't,admin,admin,"system:masters"\n', id="the administrator may do everything"),
        pytest.param(
            "kubelet", 't,system:node:scorecard-node,kubelet,"system:nodes"\n', id="the kubelet is a node and no more"
        ),
        pytest.param(
            "kube-scheduler", 't,system:kube-scheduler,kube-scheduler,""\n', id="a program is the user of its role"
        ),
    ],
)
def test_lines_of_the_token_file(file_name: str, expected: str) -> None:
    (user,) = [user for user in USERS if user.file_name == file_name]
    assert token_line(user, "t") == expected


def test_a_kubeconfig_verifies_the_server() -> None:
    cluster = yaml.safe_load(kubeconfig_text("admin", "secret", b"authority"))["clusters"][0]["cluster"]
    assert b64decode(cluster["certificate-authority-data"]) == b"authority"
    assert cluster["server"] == "https://198.18.0.1:16443"
    assert "insecure-skip-tls-verify" not in cluster


def test_the_certificate_is_good_for_every_name_and_address_that_pods_use(layout: Layout) -> None:
    create_credentials(layout)
    certificate = layout.keys / "apiserver.crt"
    shown = subprocess.run(
        ["openssl", "x509", "-in", str(certificate), "-noout", "-ext", "subjectAltName,authorityKeyIdentifier"],
        capture_output=True, text=True, check=True, timeout=10,
    ).stdout  # fmt: skip
    for name in ("DNS:kubernetes.default.svc,", "IP Address:198.18.0.1,", "IP Address:198.19.0.1", "Authority Key"):
        assert name in shown
    assert ssl.create_default_context(cafile=str(layout.keys / "ca.crt")).cert_store_stats()["x509_ca"] == 1


def test_tokens_are_different_for_everybody_and_readable_by_us_alone(layout: Layout) -> None:
    create_credentials(layout)
    tokens = [line.split(",")[0] for line in (layout.keys / "tokens.csv").read_text().splitlines()]
    assert len(set(tokens)) == len(USERS)
    secret_files = [layout.keys / "tokens.csv", *(layout.kubeconfig(user.file_name) for user in USERS)]
    assert {path.stat().st_mode & 0o777 for path in secret_files} == {0o600}
