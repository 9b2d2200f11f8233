"""Tells the ScorecardUpload how far the run is and what came out: one PATCH, nothing else of the Kubernetes API.

Server-side apply, so `scorecard-runner` owns exactly `status.progress` and `status.result` (`docs/contract.md`).
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

import urllib3
from urllib3.exceptions import HTTPError

from scorecard_runner.errors import ApiServerRefused, ApiServerUnreachable
from scorecard_runner.logs import log
from scorecard_runner.progress import Progress, ResultSummary

API_VERSION = "scorecards.cricksy.io/v1alpha1"
FIELD_MANAGER = "scorecard-runner"
SERVICE_ACCOUNT = Path("/var/run/secrets/kubernetes.io/serviceaccount")
TIMEOUT = urllib3.Timeout(connect=1.5, read=3.0)
NOT_FOUND = 404
TOO_MANY_REQUESTS = 429
SUCCESS = range(200, 300)
FIRST_SERVER_ERROR = 500


@dataclass(frozen=True)
class ApiServer:
    """Where the API server is and how we prove who we are."""

    url: str
    credentials: Path = SERVICE_ACCOUNT


class StatusReporter:
    """Writes the status of one ScorecardUpload."""

    def __init__(self, server: ApiServer, namespace: str, upload_id: UUID) -> None:
        self._server = server
        self._metadata = {"name": str(upload_id), "namespace": namespace}
        self._url = (
            f"{server.url}/apis/{API_VERSION}/namespaces/{namespace}/scorecarduploads/{upload_id}/status"
            f"?fieldManager={FIELD_MANAGER}&force=true"
        )
        self._pool: urllib3.PoolManager | None = None

    def report(self, progress: Progress, result: ResultSummary | None = None) -> None:
        """Replace what we own of the status.

        Raises:
            ApiServerUnreachable: no usable answer; worth another try.
            ApiServerRefused: the answer was no.
        """
        status = {"progress": progress.to_json_object()}
        if result is not None:
            status["result"] = result.to_json_object()
        code = self._apply({"status": status})
        if code == NOT_FOUND:
            log("ScorecardUpload is gone, nobody to report to")
        elif code == TOO_MANY_REQUESTS or code >= FIRST_SERVER_ERROR:
            raise ApiServerUnreachable
        elif code not in SUCCESS:
            log("status report refused", code=code)
            raise ApiServerRefused(f"The Kubernetes API refused the status report with code {code}.")

    def _apply(self, fields: dict[str, Any]) -> int:
        body = {"apiVersion": API_VERSION, "kind": "ScorecardUpload", "metadata": self._metadata, **fields}
        try:
            answer = self._connections().request(
                "PATCH",
                self._url,
                body=json.dumps(body).encode(),
                headers={"Content-Type": "application/apply-patch+yaml", "Authorization": f"Bearer {self._token()}"},
                timeout=TIMEOUT,
                retries=False,
            )
        except (HTTPError, OSError) as error:
            raise ApiServerUnreachable from error
        return answer.status

    def _token(self) -> str:
        # Read each time: the kubelet rotates it.
        return (self._server.credentials / "token").read_text(encoding="utf-8").strip()

    def _connections(self) -> urllib3.PoolManager:
        if self._pool is None:
            self._pool = urllib3.PoolManager(
                ca_certs=str(self._server.credentials / "ca.crt"), cert_reqs="CERT_REQUIRED"
            )
        return self._pool
