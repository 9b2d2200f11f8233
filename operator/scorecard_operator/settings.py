"""The operator's settings: read once from the environment at start, checked, then passed along as one frozen object.

A wrong value stops the start with the variable, what is wrong and the mend; every problem is named at once.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, SecretStr, ValidationError

from scorecard_operator.address import libpq_address
from scorecard_operator.errors import InvalidSettings
from scorecard_operator.quantity import parse_quantity_bytes
from scorecard_operator.resource import LABEL_PATTERN
from scorecard_operator.vocabulary import FailureClass

DEFAULT_TEMPLATE_FILE = Path("/etc/scorecard-operator/runner-pod.yaml")
DEFAULT_ESCALATED_TEMPLATE_FILE = Path("/etc/scorecard-operator/runner-pod-escalated.yaml")
SOFT_SHARE = 0.8
_MOST_WEIGHT = 1000
OBJECT_NAME_PATTERN = "^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$"

JobCount = Annotated[int, Field(ge=1, le=1000)]
LaunchRate = Annotated[int, Field(ge=1, le=6000)]

MENDS = {
    "SCORECARD_NAMESPACE": "set it to the namespace to watch (the chart does, from the pod's own namespace)",
    "DATABASE_URL": "set it to postgresql://user:password@host:5432/name (chart: database.existingSecret)",
    "SCORECARD_MEMORY_LIMIT_CAP": "use a Kubernetes quantity such as 1Gi or 512Mi",
    "SCORECARD_TENANT_WEIGHTS": "use tenant=weight pairs such as club-a=2,club-b=0.5, weights above 0 and up to 1000",
    "SCORECARD_LIVE_SETTINGS_CONFIG_MAP": "use the name of a ConfigMap in this namespace, or leave it out",
    "SCORECARD_KUEUE_QUEUE_NAME": "use the name of a LocalQueue of Kueue in this namespace, or leave it out",
    "SCORECARD_ESCALATE": "use true or false",
    "SCORECARD_SWEEP": "use true or false",
    "SCORECARD_SWEEP_TENANT": "use a label such as club-a, as in spec.tenant, or leave it out",
    "CRICKSY_LOG_LEVEL": "use DEBUG, INFO, WARNING or ERROR",
}


def _upper(value: object) -> object:
    return value.strip().upper() if isinstance(value, str) else value


def _quantity(text: str) -> str:
    if parse_quantity_bytes(text) is None:
        raise ValueError("it is no quantity")
    return text


def _weights(text: object) -> object:
    """Return the weights that `one=2,another=0.5` gives to tenants."""
    if not isinstance(text, str):
        return text
    pairs = [entry.split("=") for entry in text.split(",") if entry.strip()]
    if any(len(pair) != 2 or not _is_weight(pair[1]) for pair in pairs):  # noqa: PLR2004 - a name and a number
        raise ValueError("it does not give each tenant a number above 0")
    return {name.strip(): float(weight) for name, weight in pairs}


def _is_weight(text: str) -> bool:
    try:
        return 0 < float(text) <= _MOST_WEIGHT
    except ValueError:
        return False


def _address(url: SecretStr) -> SecretStr:
    libpq_address(url.get_secret_value())
    return url


class Settings(BaseModel):
    """Everything the operator can be told; see `docs/contract.md` for the meaning of each variable."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    namespace: Annotated[str, Field(alias="SCORECARD_NAMESPACE", min_length=1)]
    database_url: Annotated[SecretStr, AfterValidator(_address), Field(alias="DATABASE_URL", min_length=1)]
    template_file: Annotated[Path, Field(alias="SCORECARD_RUNNER_TEMPLATE_FILE")] = DEFAULT_TEMPLATE_FILE
    is_escalating: Annotated[bool, Field(alias="SCORECARD_ESCALATE")] = False
    escalated_template_file: Annotated[Path, Field(alias="SCORECARD_ESCALATED_RUNNER_TEMPLATE_FILE")] = (
        DEFAULT_ESCALATED_TEMPLATE_FILE
    )
    live_config_map: Annotated[
        str, Field(alias="SCORECARD_LIVE_SETTINGS_CONFIG_MAP", max_length=253, pattern=OBJECT_NAME_PATTERN)
    ] = ""
    max_concurrent_jobs: Annotated[JobCount, Field(alias="SCORECARD_MAX_CONCURRENT_JOBS")] = 4
    max_jobs_per_tenant: Annotated[JobCount, Field(alias="SCORECARD_MAX_CONCURRENT_JOBS_PER_TENANT")] = 1000
    max_jobs_per_namespace: Annotated[JobCount, Field(alias="SCORECARD_MAX_CONCURRENT_JOBS_PER_NAMESPACE")] = 1000
    launches_per_minute: Annotated[LaunchRate, Field(alias="SCORECARD_LAUNCHES_PER_MINUTE")] = 600
    priority_ageing_s: Annotated[int, Field(alias="SCORECARD_PRIORITY_AGEING_SECONDS", ge=1, le=86_400)] = 300
    tenant_weights: Annotated[
        Mapping[str, float], BeforeValidator(_weights), Field(alias="SCORECARD_TENANT_WEIGHTS", default_factory=dict)
    ]
    kueue_queue_name: Annotated[
        str, Field(alias="SCORECARD_KUEUE_QUEUE_NAME", max_length=63, pattern=OBJECT_NAME_PATTERN)
    ] = ""
    run_timeout_s: Annotated[int, Field(alias="SCORECARD_RUN_TIMEOUT_SECONDS", ge=10, le=3600)] = 300
    start_deadline_s: Annotated[int, Field(alias="SCORECARD_START_DEADLINE_SECONDS", ge=5, le=3600)] = 120
    job_ttl_s: Annotated[int, Field(alias="SCORECARD_JOB_TTL_SECONDS", ge=600, le=604_800)] = 3600
    upload_ttl_s: Annotated[int, Field(alias="SCORECARD_UPLOAD_TTL_SECONDS", ge=0, le=315_360_000)] = 604_800
    failed_upload_ttl_s: Annotated[int, Field(alias="SCORECARD_FAILED_UPLOAD_TTL_SECONDS", ge=0, le=315_360_000)] = (
        2_592_000
    )
    attempts_retention_days: Annotated[int, Field(alias="SCORECARD_ATTEMPTS_RETENTION_DAYS", ge=0, le=3650)] = 90
    resync_interval_s: Annotated[int, Field(alias="SCORECARD_RESYNC_INTERVAL_SECONDS", ge=5, le=600)] = 60
    application_attempts: Annotated[int, Field(alias="SCORECARD_MAX_ATTEMPTS", ge=1, le=10)] = 3
    dependency_attempts: Annotated[int, Field(alias="SCORECARD_DEPENDENCY_MAX_ATTEMPTS", ge=1, le=8)] = 6
    infrastructure_attempts: Annotated[int, Field(alias="SCORECARD_INFRASTRUCTURE_MAX_ATTEMPTS", ge=1, le=10)] = 10
    memory_attempts: Annotated[int, Field(alias="SCORECARD_MEMORY_MAX_ATTEMPTS", ge=1, le=4)] = 2
    memory_limit_cap: Annotated[str, AfterValidator(_quantity), Field(alias="SCORECARD_MEMORY_LIMIT_CAP")] = "2Gi"
    application_backoff_s: Annotated[float, Field(alias="SCORECARD_APPLICATION_BACKOFF_SECONDS", gt=0, le=3600)] = 10
    dependency_backoff_s: Annotated[float, Field(alias="SCORECARD_DEPENDENCY_BACKOFF_SECONDS", gt=0, le=3600)] = 5
    infrastructure_backoff_s: Annotated[
        float, Field(alias="SCORECARD_INFRASTRUCTURE_BACKOFF_SECONDS", gt=0, le=3600)
    ] = 5
    breaker_failures: Annotated[int, Field(alias="SCORECARD_BREAKER_FAILURES", ge=2, le=1000)] = 3
    backoff_cap_s: Annotated[float, Field(alias="SCORECARD_BACKOFF_CAP_SECONDS", gt=0, le=3600)] = 300
    is_sweeping: Annotated[bool, Field(alias="SCORECARD_SWEEP")] = True
    sweep_after_s: Annotated[int, Field(alias="SCORECARD_SWEEP_AFTER_SECONDS", ge=5, le=86_400)] = 60
    sweep_interval_s: Annotated[int, Field(alias="SCORECARD_SWEEP_INTERVAL_SECONDS", ge=5, le=3600)] = 60
    sweep_queue_limit: Annotated[int, Field(alias="SCORECARD_SWEEP_QUEUE_LIMIT", ge=1, le=10_000)] = 200
    sweep_tenant: Annotated[str | None, Field(alias="SCORECARD_SWEEP_TENANT", max_length=63, pattern=LABEL_PATTERN)] = (
        None
    )
    health_port: Annotated[int, Field(alias="SCORECARD_HEALTH_PORT", ge=1, le=65_535)] = 8080
    log_level: Annotated[
        str, BeforeValidator(_upper), Field(alias="CRICKSY_LOG_LEVEL", pattern="^(DEBUG|INFO|WARNING|ERROR)$")
    ] = "INFO"

    pause: str = ""
    """Why nothing is launched now, as people are told; empty: launches go on. No variable sets it, `live` does."""

    @property
    def is_paused(self) -> bool:
        """Whether nothing is launched."""
        return bool(self.pause)

    def attempts_allowed(self, failure_class: FailureClass, max_attempts: int | None = None) -> int:
        """Return how many attempts may end in `failure_class` before the upload fails."""
        return {
            FailureClass.INPUT: 1,
            FailureClass.DEPENDENCY: self.dependency_attempts,
            FailureClass.APPLICATION: max_attempts or self.application_attempts,
            FailureClass.MEMORY: self.memory_attempts,
            FailureClass.INFRASTRUCTURE: self.infrastructure_attempts,
        }[failure_class]

    def first_backoff_s(self, failure_class: FailureClass) -> float:
        """Return the wait after the first failure of this class, in seconds."""
        return {
            FailureClass.DEPENDENCY: self.dependency_backoff_s,
            FailureClass.APPLICATION: self.application_backoff_s,
            FailureClass.INFRASTRUCTURE: self.infrastructure_backoff_s,
        }.get(failure_class, 0.0)


VARIABLES = frozenset(field.alias for field in Settings.model_fields.values() if field.alias)


def read_settings(environment: Mapping[str, str]) -> Settings:
    """Return the settings that `environment` asks for; an empty variable counts as not set.

    Raises:
        InvalidSettings: naming every wrong variable, what is wrong, and the mend.
    """
    given = {name: value for name, value in environment.items() if name in VARIABLES and value.strip()}
    try:
        return Settings.model_validate(given)
    except ValidationError as error:
        raise InvalidSettings("\n".join(_explained(problem, given) for problem in error.errors())) from None


def _explained(problem: Mapping[str, object], given: Mapping[str, str]) -> str:
    location = problem["loc"]
    name = str(location[0]) if isinstance(location, tuple) and location else "environment"
    said = str(problem["msg"]).removeprefix("Value error, ")
    what = "is missing" if problem["type"] == "missing" else f"is wrong: {said[:1].lower()}{said[1:]}"
    shown = f" (it is {given[name]!r})" if name in given and name != "DATABASE_URL" else ""
    return f"{name} {what}{shown}; {MENDS.get(name, 'set it to a number within these bounds, or leave it out')}"
