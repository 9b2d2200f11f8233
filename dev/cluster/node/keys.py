"""Keys, certificates and credentials of one cluster's life: made at its start, deleted at its end.

One certificate authority signs two certificates: the API server's, and the one with which the API server identifies
itself to the kubelet. Everybody else has a random token. Every program has its own user, so that the API server's
ordinary rules apply to it.
"""

import base64
import secrets
from dataclasses import dataclass
from pathlib import Path

import yaml

from dev.cluster.node.layout import API_SERVER, API_SERVICE_ADDRESS, CLUSTER_DOMAIN, NODE_ADDRESS, NODE_NAME, Layout
from dev.commands import run

ADMIN = "admin"
_VALID_DAYS = "3650"
_SERVER_NAMES = (
    "kubernetes",
    "kubernetes.default",
    "kubernetes.default.svc",
    f"kubernetes.default.svc.{CLUSTER_DOMAIN}",
)


@dataclass(frozen=True)
class User:
    """A user of the API server; the names are those that its built-in roles are bound to."""

    file_name: str
    name: str
    group: str = ""


USERS = (
    User(ADMIN, "admin", "system:masters"),
    User("kube-controller-manager", "system:kube-controller-manager"),
    User("kube-scheduler", "system:kube-scheduler"),
    User("kube-proxy", "system:kube-proxy"),
    User("kubelet", f"system:node:{NODE_NAME}", "system:nodes"),
)


def create_credentials(layout: Layout) -> None:
    """Make everything; the folders exist and are empty."""
    _create_authority(layout.keys)
    addresses = (NODE_ADDRESS, API_SERVICE_ADDRESS)
    names = [f"DNS:{name}" for name in _SERVER_NAMES] + [f"IP:{address}" for address in addresses]
    _sign(layout.keys, "apiserver", "/CN=kube-apiserver", "serverAuth", names)
    # `system:masters`: the kubelet asks the API server what this user may do, and must be told everything
    _sign(layout.keys, "apiserver-kubelet-client", "/O=system:masters/CN=kube-apiserver", "clientAuth", [])
    _create_key(layout.keys / "service-account.key")
    public = run(["openssl", "pkey", "-in", str(layout.keys / "service-account.key"), "-pubout"], timeout_s=10)
    (layout.keys / "service-account.pub").write_text(public)
    authority = (layout.keys / "ca.crt").read_bytes()
    tokens = {user: secrets.token_urlsafe(32) for user in USERS}
    _write_secret(layout.keys / "tokens.csv", "".join(token_line(user, token) for user, token in tokens.items()))
    for user, token in tokens.items():
        _write_secret(layout.kubeconfig(user.file_name), kubeconfig_text(user.name, token, authority))


def token_line(user: User, token: str) -> str:
    """One line of the API server's static token file: token, user, user id, groups."""
    return f'{token},{user.name},{user.file_name},"{user.group}"\n'


def kubeconfig_text(user: str, token: str, authority: bytes) -> str:
    """A kubeconfig for one user that verifies the API server."""
    cluster = {"server": API_SERVER, "certificate-authority-data": base64.b64encode(authority).decode()}
    document = {
        "apiVersion": "v1",
        "kind": "Config",
        "clusters": [{"name": NODE_NAME, "cluster": cluster}],
        "users": [{"name": user, "user": {"token": token}}],
        "contexts": [{"name": NODE_NAME, "context": {"cluster": NODE_NAME, "user": user}}],
        "current-context": NODE_NAME,
    }
    return yaml.safe_dump(document, sort_keys=False)


def _create_authority(keys: Path) -> None:
    _create_key(keys / "ca.key")
    extensions = ("basicConstraints=critical,CA:TRUE", "keyUsage=critical,keyCertSign,cRLSign")
    _openssl(
        *("req", "-x509", "-new", "-key", f"{keys}/ca.key", "-subj", "/CN=scorecard-node", "-days", _VALID_DAYS),
        *("-out", f"{keys}/ca.crt", *(part for extension in extensions for part in ("-addext", extension))),
    )


def _sign(keys: Path, name: str, subject: str, usage: str, subject_names: list[str]) -> None:
    _create_key(keys / f"{name}.key")
    # Python 3.13 refuses certificates without the two identifiers (RFC 5280, section 4.2.1)
    lines = ["basicConstraints=CA:FALSE", "keyUsage=critical,digitalSignature", f"extendedKeyUsage={usage}",
             "subjectKeyIdentifier=hash", "authorityKeyIdentifier=keyid"]  # fmt: skip
    if subject_names:
        lines.append(f"subjectAltName={','.join(subject_names)}")
    extensions = keys / f"{name}.extensions"
    extensions.write_text("\n".join(lines))
    _openssl("req", "-new", "-key", f"{keys}/{name}.key", "-subj", subject, "-out", f"{keys}/{name}.csr")
    _openssl(
        *("x509", "-req", "-in", f"{keys}/{name}.csr", "-CA", f"{keys}/ca.crt", "-CAkey", f"{keys}/ca.key"),
        *("-CAcreateserial", "-days", _VALID_DAYS, "-extfile", str(extensions), "-out", f"{keys}/{name}.crt"),
    )


def _create_key(path: Path) -> None:
    _openssl("genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out", str(path))


def _openssl(*arguments: str) -> None:
    run(["openssl", *arguments], timeout_s=30)


def _write_secret(path: Path, text: str) -> None:
    path.touch(mode=0o600)
    path.write_text(text)
