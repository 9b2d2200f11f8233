"""What an admin may change while the operator runs: the data of one ConfigMap, checked and laid over the environment.

Pure. Refuses to stop anything for a value that nobody understands: a number keeps the last good one. Only `paused` counts
as true then, because in doubt nothing is launched, and because a restart would not know what it was before.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic_core import ErrorDetails

from scorecard_operator.settings import JobCount, LaunchRate, Settings

PAUSED = (
    "An admin paused all launches. To go on: kubectl patch configmap {name} -n {namespace} "
    """-p '{{"data":{{"paused":"false"}}}}'"""
)
UNKNOWN = "Nothing is launched until the operator can read its live settings, the ConfigMap `{name}`; its log says why it cannot."
SHOWN_LIMIT = 40
_COUNT_MEND = "use a whole number within these bounds; to launch nothing at all set `paused`"


class LiveSettings(BaseModel):
    """The settings that are changed live; what is None is as the environment says."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    is_paused: Annotated[bool | None, Field(alias="paused")] = None
    max_concurrent_jobs: Annotated[JobCount | None, Field(alias="maxConcurrentJobs")] = None
    max_jobs_per_tenant: Annotated[JobCount | None, Field(alias="maxConcurrentJobsPerTenant")] = None
    max_jobs_per_namespace: Annotated[JobCount | None, Field(alias="maxConcurrentJobsPerNamespace")] = None
    launches_per_minute: Annotated[LaunchRate | None, Field(alias="launchesPerMinute")] = None


KEYS = {str(field.alias): name for name, field in LiveSettings.model_fields.items()}


@dataclass(frozen=True)
class LiveReading:
    """What the data of a ConfigMap say, and one sentence for each key that is wrong."""

    settings: LiveSettings
    problems: tuple[str, ...] = ()


def read_live(data: Mapping[str, str], last_good: LiveSettings) -> LiveReading:
    """Return what `data` say; an empty value counts as not set, a wrong one leaves what was good before."""
    given = {key: value.strip() for key, value in data.items() if value.strip()}
    try:
        return LiveReading(LiveSettings.model_validate(given))
    except ValidationError as error:
        problems = {str(problem["loc"][0]): problem for problem in error.errors()}
    right = LiveSettings.model_validate({key: value for key, value in given.items() if key not in problems})
    kept = {name: getattr(last_good, name) for key, name in KEYS.items() if key in problems}
    if "paused" in problems:
        kept["is_paused"] = True
    explained = tuple(_explained(key, problem, given[key]) for key, problem in problems.items())
    return LiveReading(right.model_copy(update=kept), explained)


def apply(settings: Settings, live: LiveSettings) -> Settings:
    """Return the settings that are in force: those of the environment, where `live` does not say otherwise."""
    numbers = live.model_dump(exclude_none=True, exclude={"is_paused"})
    return settings.model_copy(update={**numbers, "pause": _worded(PAUSED, settings) if live.is_paused else ""})


def hold(settings: Settings) -> Settings:
    """Return the settings that are in force while nobody knows whether an admin paused the launches."""
    return settings.model_copy(update={"pause": _worded(UNKNOWN, settings)})


def _worded(sentence: str, settings: Settings) -> str:
    return sentence.format(name=settings.live_config_map, namespace=settings.namespace)


def _explained(key: str, problem: ErrorDetails, value: str) -> str:
    if key not in KEYS:
        return f"{key[:SHOWN_LIMIT]} is no live setting and changes nothing; there are {', '.join(KEYS)}"
    said = problem["msg"][:1].lower() + problem["msg"][1:]
    what = f"{key} is wrong: {said} (it is {value[:SHOWN_LIMIT]!r})"
    if key == "paused":
        return f"{what}; nothing is launched meanwhile; use true or false"
    return f"{what}; what was in force before stays; {_COUNT_MEND}"
