"""The Kubernetes API, and the only module that knows it: list, create, apply, delete, in plain dicts.

Errors become ours (`errors.py`); nothing is retried here, because only the loop knows whether it still matters.
Every call is bounded in time.
"""

import contextlib
import datetime as dt
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

import aiohttp
from kubernetes.aio import client, config
from kubernetes.aio.client.exceptions import ApiException

from scorecard_operator.errors import ClusterError, ObjectChanged, ObjectExists, ObjectMissing, RequestRefused
from scorecard_operator.manifest import JOB_SELECTOR
from scorecard_operator.resource import API_VERSION, GROUP, KIND, PLURAL, VERSION

FIELD_MANAGER = "scorecard-operator"
REQUEST_TIMEOUT_S = 10.0
PAGE_SIZE = 250
REFUSALS = {400, 403, 422}

Raw = dict[str, Any]


@dataclass
class CallCounter:
    """How many writes were sent, by kind; logged with every resync and read by tests."""

    writes: dict[str, int]

    def count(self, kind: str) -> None:
        """Add one write of this kind."""
        self.writes[kind] = self.writes.get(kind, 0) + 1


class Cluster:
    """One namespace of one cluster."""

    def __init__(self, api: client.ApiClient, namespace: str) -> None:
        self.namespace = namespace
        self.counter = CallCounter({})
        self._objects = client.CustomObjectsApi(api)
        self._core = client.CoreV1Api(api)

    def list_uploads(self) -> AsyncIterator[Raw]:
        """Yield all ScorecardUploads of the namespace."""
        return self._list(partial(self._get_page, GROUP, VERSION, PLURAL, ""))

    def list_jobs(self) -> AsyncIterator[Raw]:
        """Yield all Jobs that the operator made."""
        return self._list(partial(self._get_page, "batch", "v1", "jobs", JOB_SELECTOR))

    def list_pods(self) -> AsyncIterator[Raw]:
        """Yield all pods of these Jobs."""
        return self._list(self._get_page_of_pods)

    async def get_upload(self, name: str) -> Raw:
        """Return one ScorecardUpload.

        Raises:
            ObjectMissing: there is none of that name.
        """
        with _errors_as_ours():
            upload: Raw = await self._objects.get_namespaced_custom_object(  # type: ignore[assignment]
                GROUP, VERSION, self.namespace, PLURAL, name, _request_timeout=REQUEST_TIMEOUT_S
            )
            return upload

    async def create_upload(self, manifest: Mapping[str, Any]) -> Raw:
        """Create a ScorecardUpload.

        Raises:
            ObjectExists: somebody has asked for it already.
            RequestRefused: admission, or a right that is missing.
        """
        self.counter.count("upload")
        return await self._create(GROUP, VERSION, PLURAL, manifest)

    async def delete_upload(self, name: str, uid: str, resource_version: str) -> None:
        """Delete exactly this state of a ScorecardUpload, and with it what it owns; one that is gone already is fine.

        Raises:
            ObjectChanged: somebody has changed it, asked for another run for example.
        """
        self.counter.count("upload")
        conditions = client.V1Preconditions(uid=uid, resource_version=resource_version)
        options = client.V1DeleteOptions(propagation_policy="Background", preconditions=conditions)
        try:
            with contextlib.suppress(ObjectMissing), _errors_as_ours():
                await self._objects.delete_namespaced_custom_object(
                    GROUP, VERSION, self.namespace, PLURAL, name, body=options, _request_timeout=REQUEST_TIMEOUT_S
                )
        except ObjectExists as error:
            raise ObjectChanged(str(error)) from error

    async def get_job(self, name: str) -> Raw:
        """Return one Job.

        Raises:
            ObjectMissing: there is none of that name.
        """
        with _errors_as_ours():
            job: Raw = await self._objects.get_namespaced_custom_object(  # type: ignore[assignment]
                "batch", "v1", self.namespace, "jobs", name, _request_timeout=REQUEST_TIMEOUT_S
            )
            return job

    async def get_config_map(self, name: str) -> Raw:
        """Return name, uid, version and data of one ConfigMap.

        Raises:
            ObjectMissing: there is none of that name.
            RequestRefused: the Role lacks the right to get it.
        """
        with _errors_as_ours():
            found = await self._core.read_namespaced_config_map(
                name=name, namespace=self.namespace, _request_timeout=REQUEST_TIMEOUT_S
            )
            metadata = found.metadata or client.V1ObjectMeta()
            return {
                "metadata": {"name": name, "uid": metadata.uid, "resourceVersion": metadata.resource_version},
                "data": dict(found.data or {}),
            }

    async def create_job(self, manifest: Mapping[str, Any]) -> Raw:
        """Create a Job.

        Raises:
            ObjectExists: one of that name is there already: the caller adopts it.
            RequestRefused: quota, admission or a template that no API server takes.
        """
        self.counter.count("job")
        return await self._create("batch", "v1", "jobs", manifest)

    async def delete_job(self, name: str, uid: str) -> None:
        """Delete exactly this Job and its pod; one that is gone already is fine."""
        self.counter.count("job")
        options = client.V1DeleteOptions(propagation_policy="Background", preconditions=client.V1Preconditions(uid=uid))
        with contextlib.suppress(ObjectMissing), _errors_as_ours():
            await self._objects.delete_namespaced_custom_object(
                "batch", "v1", self.namespace, "jobs", name, body=options, _request_timeout=REQUEST_TIMEOUT_S
            )

    async def apply_status(self, name: str, status: Mapping[str, Any], resource_version: str) -> Raw:
        """Apply the operator's whole share of a status to the object as it was judged, and return it as it is now.

        Raises:
            ObjectMissing: there is none of that name.
            ObjectChanged: somebody has changed it since; whoever judges old facts must not undo what came after them.
        """
        self.counter.count("status")
        body = {
            "apiVersion": API_VERSION,
            "kind": KIND,
            "metadata": {"name": name, "namespace": self.namespace, "resourceVersion": resource_version},
            "status": dict(status),
        }
        try:
            with _errors_as_ours():
                upload: Raw = await self._objects.patch_namespaced_custom_object_status(  # type: ignore[assignment]
                    GROUP,
                    VERSION,
                    self.namespace,
                    PLURAL,
                    name,
                    body,
                    field_manager=FIELD_MANAGER,
                    force=True,
                    _content_type="application/apply-patch+yaml",
                    _request_timeout=REQUEST_TIMEOUT_S,
                )
                return upload
        except ObjectExists as error:
            # The 409 of an update: with `force` only a version that is not the newest is refused.
            raise ObjectChanged(str(error)) from error

    async def post_warning(
        self,
        name: str,
        uid: str,
        reason: str,
        message: str,
        now: dt.datetime,
        *,
        kind: tuple[str, str] = (API_VERSION, KIND),
    ) -> None:
        """Post an Event of type Warning about an upload, or about an object of another (version, kind)."""
        self.counter.count("event")
        stamp = now.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        event = {
            "metadata": {"generateName": f"{name}.", "namespace": self.namespace},
            "involvedObject": {
                "apiVersion": kind[0],
                "kind": kind[1],
                "name": name,
                "namespace": self.namespace,
                "uid": uid,
            },
            "type": "Warning",
            "reason": reason,
            "message": message[:1024],
            "source": {"component": FIELD_MANAGER},
            "firstTimestamp": stamp,
            "lastTimestamp": stamp,
            "count": 1,
        }
        with _errors_as_ours():
            await self._core.create_namespaced_event(
                namespace=self.namespace,
                body=event,  # type: ignore[arg-type] # plain dicts are taken as well as models
                _request_timeout=REQUEST_TIMEOUT_S,
            )

    async def _create(self, group: str, version: str, plural: str, manifest: Mapping[str, Any]) -> Raw:
        with _errors_as_ours():
            made: Raw = await self._objects.create_namespaced_custom_object(  # type: ignore[assignment]
                group,
                version,
                self.namespace,
                plural,
                dict(manifest),
                field_manager=FIELD_MANAGER,
                _request_timeout=REQUEST_TIMEOUT_S,
            )
            return made

    async def _list(self, get_page: Callable[[str | None], Awaitable[Raw]]) -> AsyncIterator[Raw]:
        # Page by page: the raw objects of thousands of uploads at once would cost more memory than all facts.
        token: str | None = None
        while True:
            page = await get_page(token)
            for item in page["items"]:
                yield item
            token = page["metadata"].get("continue") or None
            if token is None:
                return

    async def _get_page(self, group: str, version: str, plural: str, selector: str, token: str | None) -> Raw:
        with _errors_as_ours():
            page: Raw = await self._objects.list_namespaced_custom_object(  # type: ignore[assignment]
                group,
                version,
                self.namespace,
                plural,
                label_selector=selector,
                limit=PAGE_SIZE,
                _continue=token,
                _request_timeout=REQUEST_TIMEOUT_S,
            )
            return page

    async def _get_page_of_pods(self, token: str | None) -> Raw:
        with _errors_as_ours():
            answer = await self._core.list_namespaced_pod_without_preload_content(
                namespace=self.namespace,
                label_selector=JOB_SELECTOR,
                limit=PAGE_SIZE,
                _continue=token,
                _request_timeout=REQUEST_TIMEOUT_S,
            )
            if answer.status != 200:  # noqa: PLR2004 - HTTP
                raise ClusterError(f"listing pods was answered with {answer.status}")
            page: Raw = json.loads(await answer.read())
            return page


@contextlib.asynccontextmanager
async def connect(namespace: str) -> AsyncIterator[Cluster]:
    """Yield the cluster this process runs in, or the one of KUBECONFIG."""
    settings = client.Configuration()
    try:
        config.load_incluster_config(client_configuration=settings)  # type: ignore[no-untyped-call]
    except config.ConfigException:
        await config.load_kube_config(client_configuration=settings)  # type: ignore[no-untyped-call]
    async with client.ApiClient(settings) as api:
        yield Cluster(api, namespace)


@contextlib.contextmanager
def _errors_as_ours() -> Any:  # noqa: ANN401 - contextmanager hides the generator
    try:
        yield
    except ApiException as error:
        raise _translated(error) from error
    except (aiohttp.ClientError, TimeoutError, OSError) as error:
        raise ClusterError(f"the API server did not answer: {type(error).__name__}") from error


def _translated(error: ApiException) -> ClusterError:
    message = _message_of(error)
    if error.status == 404:  # noqa: PLR2004 - HTTP
        return ObjectMissing(message)
    if error.status == 409:  # noqa: PLR2004 - HTTP
        return ObjectExists(message)
    if error.status in REFUSALS:
        return RequestRefused(message)
    return ClusterError(message)


def _message_of(error: ApiException) -> str:
    try:
        return str(json.loads(error.body or "{}").get("message", error.reason))
    except ValueError:
        return str(error.reason)
