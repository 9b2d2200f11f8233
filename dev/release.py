"""Installs the chart into a namespace as an admin would: Secrets first, then `helm install`."""

import json
from dataclasses import dataclass
from typing import Any

from dev.binaries.build import installed_or_built
from dev.cluster.kubectl import Kubectl
from dev.commands import run
from dev.paths import ROOT
from dev.progress import Progress

CHART = ROOT / "charts" / "scorecard-ocr"
RELEASE = "scorecard"
BUCKET = "cricksy-uploads"
DATABASE_URL = "postgresql+asyncpg://scorecard:local-scorecard-password@postgres.scorecard-stack:5432/cricksy"
SECRETS = {
    "scorecard-database": {"DATABASE_URL": DATABASE_URL},
    "scorecard-storage": {"S3_ACCESS_KEY_ID": "local-minio", "S3_SECRET_ACCESS_KEY": "local-minio-password"},
}
VALUES: dict[str, Any] = {
    "database": {"existingSecret": "scorecard-database"},
    "storage": {
        "existingSecret": "scorecard-storage",
        "endpoint": "http://minio.scorecard-stack:9000",
        "pathStyle": True,
        "buckets": [BUCKET],
    },
    # All releases of a stack share its one database, and a row does not say to which of them it belongs.
    "sweep": {"enabled": False},
    "operator": {"image": {"repository": "localhost/scorecard-operator", "tag": "dev"}},
    # The sample is uploaded over and over, by programs that differ and have one version: each upload is to be read.
    "runner": {"image": {"repository": "localhost/scorecard-runner", "tag": "dev"}, "reuseResults": False},
}


@dataclass(frozen=True)
class Release:
    """One installation of the chart."""

    kubectl: Kubectl
    namespace: str

    def install(self, overrides: dict[str, Any] | None = None, *, timeout_s: int = 180) -> None:
        """Install or upgrade the chart and wait until the operator is ready."""
        self.prepare_namespace()
        self._clear_unfinished()
        values = json.dumps(merge(VALUES, overrides or {}))
        # The CRD may be there already, applied by hand as the tests do: helm must be told to take it over.
        self.helm(
            "upgrade", "--install", RELEASE, str(CHART), "--values", "-", "--wait", "--take-ownership",
            f"--timeout={timeout_s}s",
            stdin=values, timeout_s=timeout_s + 30,
        )  # fmt: skip

    def _clear_unfinished(self) -> None:
        """Remove a release whose installation was interrupted: helm refuses to go on from there."""
        releases = json.loads(self.helm("list", "--pending", "--output", "json"))
        if any(release["name"] == RELEASE for release in releases):
            self.helm("uninstall", RELEASE, "--wait", "--timeout=90s", timeout_s=120)

    def uninstall(self) -> None:
        """Uninstall the chart and wait until its objects are gone."""
        self.helm("uninstall", RELEASE, "--wait", "--timeout=90s", timeout_s=120)

    def helm(self, *words: str, stdin: str | None = None, timeout_s: float = 120) -> str:
        """Run helm in the namespace of the release."""
        helm = str(installed_or_built("helm", Progress()))
        command = [helm, f"--kubeconfig={self.kubectl.kubeconfig}", "-n", self.namespace, *words]
        return run(command, stdin=stdin, timeout_s=timeout_s)

    def prepare_namespace(self) -> None:
        """Create the namespace, held to the restricted level, and the two Secrets."""
        namespace = {
            "apiVersion": "v1",
            "kind": "Namespace",
            "metadata": {"name": self.namespace, "labels": {"pod-security.kubernetes.io/enforce": "restricted"}},
        }
        secrets = [
            {
                "apiVersion": "v1",
                "kind": "Secret",
                "metadata": {"name": name, "namespace": self.namespace},
                "stringData": data,
            }
            for name, data in SECRETS.items()
        ]
        objects = {"apiVersion": "v1", "kind": "List", "items": [namespace, *secrets]}
        self.kubectl.run("apply", "-f", "-", stdin=json.dumps(objects))

    def delete_namespace(self, timeout_s: int = 120) -> None:
        """Delete the namespace with all that is in it, and wait until it is gone."""
        self.kubectl.run(
            "delete", "namespace", self.namespace, "--ignore-not-found", f"--timeout={timeout_s}s",
            timeout_s=timeout_s + 10,
        )  # fmt: skip


def merge(base: dict[str, Any], overrides: dict[str, Any]) -> dict[str, Any]:
    """Return `base` with `overrides` laid over it, dict by dict."""
    merged = dict(base)
    for key, value in overrides.items():
        both_dicts = isinstance(value, dict) and isinstance(merged.get(key), dict)
        merged[key] = merge(merged[key], value) if both_dicts else value
    return merged
