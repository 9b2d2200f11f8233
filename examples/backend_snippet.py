"""What a backend does once an upload is complete and its row is committed."""

from kubernetes import client
from kubernetes.client.exceptions import ApiException


def request_reading(api: client.CustomObjectsApi, namespace: str, upload_id: str) -> None:
    """Ask for the upload to be read; asking twice is harmless."""
    body = {
        "apiVersion": "scorecards.cricksy.io/v1alpha1",
        "kind": "ScorecardUpload",
        "metadata": {"name": upload_id},
        "spec": {"uploadId": upload_id},
    }
    try:
        api.create_namespaced_custom_object(
            "scorecards.cricksy.io", "v1alpha1", namespace, "scorecarduploads", body, _request_timeout=5.0
        )
    except ApiException as error:
        if error.status != 409:  # noqa: PLR2004 - it exists already: somebody asked before
            raise
