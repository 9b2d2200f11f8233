"""Starts the operator: settings, logs, template, then kopf's watches and the loop side by side until SIGTERM."""

import asyncio
import contextlib
import logging
import os
import sys
from pathlib import Path
from typing import Any

import kopf
import yaml

from scorecard_operator.actions import Actor
from scorecard_operator.cache import Cache
from scorecard_operator.cluster import connect
from scorecard_operator.errors import InvalidSettings, OperatorError
from scorecard_operator.handlers import kopf_settings, register
from scorecard_operator.housekeeping import Housekeeper
from scorecard_operator.logs import set_up_logs
from scorecard_operator.loop import Loop
from scorecard_operator.manifest import InvalidTemplateError, Manifest, Templates, check_template
from scorecard_operator.rows import Rows
from scorecard_operator.settings import Settings, read_settings
from scorecard_operator.sweeper import Sweeper

log = logging.getLogger("scorecard_operator")

# kopf would ask for the name of the user, and a container's number has none.
IDENTITY: Any = "scorecard-operator"


def read_templates(settings: Settings) -> Templates:
    """Return the runner pod templates; that for reading again only where this is wanted.

    Raises:
        InvalidSettings: a file is missing, no YAML, or no usable template.
    """
    first = _read_template("SCORECARD_RUNNER_TEMPLATE_FILE", settings.template_file)
    if not settings.is_escalating:
        return Templates(first)
    variable = "SCORECARD_ESCALATED_RUNNER_TEMPLATE_FILE"
    return Templates(first, _read_template(variable, settings.escalated_template_file))


def _read_template(variable: str, file: Path) -> Manifest:
    try:
        return check_template(yaml.safe_load(file.read_text(encoding="utf-8")))
    except (OSError, yaml.YAMLError, InvalidTemplateError) as error:
        what = " ".join(str(error).split())
        raise InvalidSettings(
            f"{variable}: {file} cannot be used: {what}; mount the ConfigMap of the chart there"
        ) from error


async def operate(settings: Settings, templates: Templates) -> None:
    """Run until SIGTERM or SIGINT, or until a watch dies for good.

    Raises:
        Exception: kopf or the loop ended with an error; Kubernetes restarts the process.
    """
    rows = Rows(settings.database_url.get_secret_value())
    async with connect(settings.namespace) as cluster:
        cache = Cache()
        loop = Loop(cluster, Actor(cluster, rows, cache, templates, settings), cache, settings)
        registry = kopf.OperatorRegistry()
        register(registry, cache, loop)
        # Started first: kopf waits five seconds at its end for any task that began after it.
        reconciling = asyncio.create_task(loop.run())
        beside = []
        if settings.is_sweeping:
            beside.append(asyncio.create_task(Sweeper(cluster, rows, cache, loop, settings).run()))
        if settings.attempts_retention_days:
            beside.append(asyncio.create_task(Housekeeper(rows, settings.attempts_retention_days).run()))
        watches = asyncio.create_task(
            kopf.operator(
                registry=registry,
                settings=kopf_settings(),
                identity=IDENTITY,
                namespaces=[settings.namespace],
                liveness_endpoint=f"http://0.0.0.0:{settings.health_port}/healthz",
            )
        )
        await _until_one_ends(watches, reconciling, *beside)


async def _until_one_ends(*tasks: asyncio.Task[None]) -> None:
    # kopf listens to the signals itself. Its stop flag is left out: the task that waits for it would outlive the
    # watches and be waited for, five seconds long, at the end.
    done, others = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in others:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task
    for task in done:
        task.result()


def main() -> None:
    """Run the operator; exit 78 if the settings are wrong, 70 if it broke: Kubernetes starts it again."""
    set_up_logs("INFO")
    try:
        settings = read_settings(os.environ)
        templates = read_templates(settings)
    except InvalidSettings as error:
        for line in str(error).splitlines():
            log.error("invalid settings", extra={"problem": line})  # noqa: TRY400 - the sentence says it all
        sys.exit(error.exit_code)
    set_up_logs(settings.log_level)
    log.info(
        "operator started",
        extra={"namespace": settings.namespace, "max_concurrent_jobs": settings.max_concurrent_jobs},
    )
    try:
        asyncio.run(operate(settings, templates))
    except Exception:
        log.exception("operator broke")
        sys.exit(OperatorError.exit_code)
    log.info("operator stopped")


if __name__ == "__main__":
    main()
