"""kopf's part: three watches that feed the cache, and the probe. No decision is made here.

Only `on.event` is used. It writes nothing to the objects (no finalizer, no annotation), so that deleting an upload, a
namespace or the CRD never waits for this operator; what an event may have missed is healed by the loop's full LIST.
"""

from collections.abc import Callable
from typing import Any

import kopf

from scorecard_operator.cache import Cache, Shelf
from scorecard_operator.loop import Loop
from scorecard_operator.manifest import JOB_SELECTOR
from scorecard_operator.resource import GROUP, PLURAL, VERSION

Feeder = Callable[..., Any]


def feed(shelf: Shelf[Any], loop: Loop) -> Feeder:
    """Return a handler that takes over what a watch says about objects of one kind."""

    async def handle(event: kopf.RawEvent, **_: Any) -> None:  # noqa: ANN401 - kopf's calling convention
        body: Any = event["object"]
        if event["type"] == "DELETED":
            shelf.remove(body)
        else:
            shelf.put(body)
        loop.note_change()

    return handle


def register(registry: kopf.OperatorRegistry, cache: Cache, loop: Loop) -> None:
    """Register the watches and the probe."""
    kopf.on.event(GROUP, VERSION, PLURAL, id="uploads", registry=registry)(feed(cache.uploads, loop))
    kopf.on.event("batch", "v1", "jobs", id="jobs", registry=registry)(feed(cache.jobs, loop))
    kopf.on.event("", "v1", "pods", id="pods", registry=registry)(feed(cache.pods, loop))

    # A registry of one's own begins empty, without kopf's ways to log in.
    kopf.on.login(id="login", registry=registry)(log_in)

    async def probe_loop(**_: Any) -> str:  # noqa: ANN401 - kopf's calling convention
        if not loop.is_healthy:
            raise kopf.PermanentError("the loop has not completed a pass for too long")
        return "ok"

    kopf.on.probe(id="loop", registry=registry)(probe_loop)


def log_in(**kwargs: Any) -> kopf.ConnectionInfo | None:  # noqa: ANN401 - kopf's calling convention
    """Log in as the pod's service account, or by KUBECONFIG outside a cluster; kopf asks again on a 401."""
    return kopf.login_with_service_account(**kwargs) or kopf.login_with_kubeconfig(**kwargs)


def kopf_settings() -> kopf.OperatorSettings:
    """Return kopf's settings: no peering, no scanning, no posting, bounded waits, server-side selectors."""
    settings = kopf.OperatorSettings()
    settings.peering.standalone = True
    settings.scanning.disabled = True
    settings.posting.enabled = False
    settings.watching.connect_timeout = 10
    settings.watching.server_timeout = 300
    settings.watching.chunk_size = 500
    settings.watching.label_selectors["batch", "v1", "jobs"] = JOB_SELECTOR
    settings.watching.label_selectors["", "v1", "pods"] = JOB_SELECTOR
    settings.networking.request_timeout = 30
    settings.networking.connect_timeout = 10
    return settings
