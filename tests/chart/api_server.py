"""The API server as the tests of the chart see it: an administrator with kubectl, and pods with their own token.

The one module that knows `kubectl` and the HTTP of the API server. Refuses to skip: no cluster is a failure.
"""

import base64
import json
import os
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import urllib3
import yaml

Manifest = dict[str, Any]
APPLY = "application/apply-patch+yaml"


def kubectl_program() -> str:
    """Return the path of kubectl: `SCORECARD_TEST_KUBECTL`, or what PATH finds.

    Raises:
        FileNotFoundError: there is none, or KUBECONFIG names no cluster.
    """
    if not os.environ.get("KUBECONFIG"):
        raise FileNotFoundError("no cluster: start one with `make cluster` and set KUBECONFIG")
    found = os.environ.get("SCORECARD_TEST_KUBECTL") or shutil.which("kubectl")
    if found is None:
        raise FileNotFoundError("no kubectl: install it or set SCORECARD_TEST_KUBECTL to its path")
    return found


def try_kubectl(*arguments: str, objects: Iterable[Manifest] = ()) -> subprocess.CompletedProcess[str]:
    """Run kubectl as the administrator, with these objects on standard input."""
    return subprocess.run(
        [kubectl_program(), *arguments, "--request-timeout=30s"],
        input=yaml.safe_dump_all(list(objects)),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def kubectl(*arguments: str, objects: Iterable[Manifest] = ()) -> str:
    """Run kubectl as `try_kubectl` does and return what it printed.

    Raises:
        AssertionError: it failed, with what it said.
    """
    done = try_kubectl(*arguments, objects=objects)
    assert done.returncode == 0, done.stderr
    return done.stdout


@dataclass(frozen=True)
class Answer:
    """Status code and body of one request."""

    code: int
    body: Manifest

    @property
    def message(self) -> str:
        """What the API server says about a refused request."""
        return str(self.body.get("message", ""))


@dataclass(frozen=True)
class TokenClient:
    """Speaks to the API server with nothing but a bearer token, as a pod does."""

    token: str

    def request(self, method: str, path: str, body: Manifest | None = None, content_type: str = APPLY) -> Answer:
        """Return what the API server answers."""
        cluster = json.loads(kubectl("config", "view", "--minify", "--flatten", "--raw", "-o", "json"))
        address = cluster["clusters"][0]["cluster"]
        headers = {"Authorization": f"Bearer {self.token}", "Content-Type": content_type}
        with _pool(address) as pool:
            response = pool.request(
                method,
                address["server"] + path,
                body=None if body is None else json.dumps(body),
                headers=headers,
                timeout=10,
                retries=False,
            )
        return Answer(response.status, json.loads(response.data))


def _pool(address: Manifest) -> urllib3.PoolManager:
    authority = address.get("certificate-authority-data")
    if authority is None:
        urllib3.disable_warnings(urllib3.exceptions.InsecureRequestWarning)
        return urllib3.PoolManager(cert_reqs="CERT_NONE")
    return urllib3.PoolManager(ca_cert_data=base64.b64decode(authority).decode())
