"""What the environment of a runner pod says, checked once at the start (`docs/contract.md`).

Every problem is named at once: the variable, what is wrong, and the mend. Refuses to show the value of a secret.
"""

import re
from collections.abc import Mapping
from typing import Annotated, Any, TypeVar
from uuid import UUID

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, SecretStr, ValidationError, model_validator

from scorecard_runner.database.address import libpq_address
from scorecard_runner.errors import InvalidConfiguration
from scorecard_runner.reader_mode import ReaderMode

MENDS = {
    "SCORECARD_UPLOAD_ID": "set it to the UUID of the row (the operator does)",
    "SCORECARD_ATTEMPT": "set it to the number of the attempt, from 1 (the operator does)",
    "SCORECARD_RETRIES_AFTER": "set it to the number of the last attempt before the retry was asked for, or leave it out",
    "SCORECARD_ESCALATES": "set it to the number of the attempt whose result is to be bettered, or leave it out",
    "SCORECARD_SOFT_TIME_LIMIT_SECONDS": "set it to seconds between 1 and 3600, or leave it out for 240",
    "SCORECARD_LANGUAGES": "use Tesseract language codes joined by +, for example eng+hin",
    "SCORECARD_READER": "use auto, tesseract or rapid, or leave it out for what the image can do",
    "SCORECARD_REUSE_RESULTS": "use true or false",
    "SCORECARD_TENANT": "set it to spec.tenant of the upload (the operator does), or leave it out",
    "SCORECARD_NAMESPACE": "set it from the downward API, metadata.namespace (the chart does)",
    "SCORECARD_POD_UID": "set it from the downward API, metadata.uid (the chart does)",
    "DATABASE_URL": "set it to postgresql://user:password@host:5432/name (chart: database.existingSecret)",
    "S3_ENDPOINT_URL": "set it to http://host:port or https://host, or leave it empty on AWS (chart: storage.endpoint)",
    "S3_USE_PATH_STYLE": "use 1 for MinIO, 0 for AWS",
    "S3_UPLOAD_BUCKET": "set it to the bucket names joined by commas (chart: storage.buckets)",
    "S3_ACCESS_KEY_ID": "set both S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY, or neither",
    "MAX_UPLOAD_SIZE_MB": "set it to megabytes between 1 and 100, or leave it out for 10",
    "SCORECARD_OBJECT_RETENTION_DAYS": "set it to days between 1 and 3650 (chart: retention.objects.days)",
    "CRICKSY_LOG_LEVEL": "use DEBUG, INFO, WARNING or ERROR",
    "KUBERNETES_SERVICE_PORT": "leave it to the kubelet, or set it to a port number",
}
DEFAULT_MEND = "correct it or leave it out"
BYTES_PER_MB = 1024 * 1024


def _comma_separated(value: object) -> object:
    return tuple(part.strip() for part in value.split(",") if part.strip()) if isinstance(value, str) else value


def _libpq(value: object) -> object:
    return libpq_address(value) if isinstance(value, str) else value


def _upper(value: object) -> object:
    return value.strip().upper() if isinstance(value, str) else value


def _variable(name: str, **limits: Any) -> Any:  # noqa: ANN401 - pydantic's own Field is typed so
    return Field(alias=name, **limits)


class _Variables(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)


class DatabaseSettings(_Variables):
    """Where the row is."""

    database_url: Annotated[SecretStr, BeforeValidator(_libpq), _variable("DATABASE_URL")]


class StorageSettings(_Variables):
    """Where the pictures are, and which of them we may touch."""

    buckets: Annotated[tuple[str, ...], BeforeValidator(_comma_separated), _variable("S3_UPLOAD_BUCKET", min_length=1)]
    endpoint_url: Annotated[str | None, _variable("S3_ENDPOINT_URL", pattern=r"^https?://[^/\s]+/?$")] = None
    region: Annotated[str, _variable("S3_REGION")] = "us-east-1"
    uses_path_style: Annotated[bool, _variable("S3_USE_PATH_STYLE")] = False
    access_key_id: Annotated[SecretStr | None, _variable("S3_ACCESS_KEY_ID")] = None
    secret_access_key: Annotated[SecretStr | None, _variable("S3_SECRET_ACCESS_KEY")] = None
    max_size_mb: Annotated[int, _variable("MAX_UPLOAD_SIZE_MB", ge=1, le=100)] = 10

    @property
    def max_size_bytes(self) -> int:
        """The largest object that is fetched."""
        return self.max_size_mb * BYTES_PER_MB

    @model_validator(mode="after")
    def _keys_come_in_pairs(self) -> "StorageSettings":
        if (self.access_key_id is None) != (self.secret_access_key is None):
            raise ValueError("S3_ACCESS_KEY_ID: only one half of the key pair is set")
        return self


class ReadingSettings(_Variables):
    """How pictures are read and what is logged."""

    languages: Annotated[str, _variable("SCORECARD_LANGUAGES", pattern=r"^[A-Za-z_]+([+][A-Za-z_]+)*$")] = "eng"
    reader: Annotated[ReaderMode | None, _variable("SCORECARD_READER")] = None
    reuses_results: Annotated[bool, _variable("SCORECARD_REUSE_RESULTS")] = True
    log_level: Annotated[
        str, BeforeValidator(_upper), _variable("CRICKSY_LOG_LEVEL", pattern="^(DEBUG|INFO|WARNING|ERROR)$")
    ] = "INFO"


class ServiceSettings(DatabaseSettings, StorageSettings, ReadingSettings):
    """What `check` looks at: everything that does not depend on one upload."""


class PruneSettings(DatabaseSettings, StorageSettings):
    """What `prune-objects` needs."""

    retention_days: Annotated[int, _variable("SCORECARD_OBJECT_RETENTION_DAYS", ge=1, le=3650)]
    log_level: Annotated[
        str, BeforeValidator(_upper), _variable("CRICKSY_LOG_LEVEL", pattern="^(DEBUG|INFO|WARNING|ERROR)$")
    ] = "INFO"


class RunSettings(ServiceSettings):
    """Everything one run needs."""

    upload_id: Annotated[UUID, _variable("SCORECARD_UPLOAD_ID")]
    attempt: Annotated[int, _variable("SCORECARD_ATTEMPT", ge=1)]
    namespace: Annotated[str, _variable("SCORECARD_NAMESPACE", pattern="^[a-z0-9]([-a-z0-9]*[a-z0-9])?$")]
    pod_uid: Annotated[str, _variable("SCORECARD_POD_UID", min_length=1, max_length=64)]
    escalates: Annotated[int | None, _variable("SCORECARD_ESCALATES", ge=1)] = None
    retries_after: Annotated[int | None, _variable("SCORECARD_RETRIES_AFTER", ge=0)] = None
    tenant: Annotated[str, _variable("SCORECARD_TENANT", max_length=63)] = ""
    soft_time_limit_s: Annotated[float, _variable("SCORECARD_SOFT_TIME_LIMIT_SECONDS", ge=1, le=3600)] = 240
    api_host: Annotated[str, _variable("KUBERNETES_SERVICE_HOST")] = "kubernetes.default.svc"
    api_port: Annotated[int, _variable("KUBERNETES_SERVICE_PORT", ge=1, le=65535)] = 443


SettingsT = TypeVar("SettingsT", bound=_Variables)


def read_settings(kind: type[SettingsT], environment: Mapping[str, str]) -> SettingsT:
    """Return the settings of `kind` that `environment` asks for; an empty variable counts as not set.

    Raises:
        InvalidConfiguration: naming every wrong variable, what is wrong with it, and the mend.
    """
    given = {name: value for name, value in environment.items() if value.strip()}
    try:
        return kind.model_validate(given)
    except ValidationError as error:
        raise InvalidConfiguration("\n".join(_explained(problem) for problem in error.errors())) from None


def ignored_variables(environment: Mapping[str, str]) -> list[str]:
    """Return the names of variables of the retired Celery workers, which have no effect any more."""
    return sorted(name for name in environment if name.startswith("CELERY_"))


def _explained(problem: Mapping[str, Any]) -> str:
    said = re.sub(r"^Value error, ", "", str(problem["msg"]))
    if not problem["loc"]:
        name, _, said = said.partition(": ")
    else:
        name = str(problem["loc"][0])
    what = "it is missing" if problem["type"] == "missing" else said[:1].lower() + said[1:]
    return f"{name}: {what}; {MENDS.get(name, DEFAULT_MEND)}."
