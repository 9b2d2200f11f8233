"""The environment of a runner pod: what is understood, and what a wrong variable is answered with."""

from uuid import UUID

import pytest

from scorecard_runner.errors import InvalidConfiguration
from scorecard_runner.settings import RunSettings, ignored_variables, read_settings


def make_environment(**changes: str) -> dict[str, str]:
    return {
        "SCORECARD_UPLOAD_ID": "5d5b2c9e-1d5f-4a7e-9c9f-0a4c2d7b1e11",
        "SCORECARD_ATTEMPT": "1",
        "SCORECARD_NAMESPACE": "scorecards",
        "SCORECARD_POD_UID": "pod-uid",
        "DATABASE_URL": "postgresql+asyncpg://u:top-secret@h/d",
        "S3_UPLOAD_BUCKET": "one, two,",
        **changes,
    }


def test_defaults_and_translations() -> None:
    settings = read_settings(RunSettings, make_environment())
    assert settings.upload_id == UUID("5d5b2c9e-1d5f-4a7e-9c9f-0a4c2d7b1e11")
    assert settings.database_url.get_secret_value() == "postgresql://u:top-secret@h/d"
    assert settings.buckets == ("one", "two")
    assert (settings.endpoint_url, settings.region, settings.uses_path_style) == (None, "us-east-1", False)
    assert settings.max_size_bytes == 10 * 1024 * 1024
    assert (settings.soft_time_limit_s, settings.languages, settings.log_level) == (240, "eng", "INFO")
    assert (settings.api_host, settings.api_port) == ("kubernetes.default.svc", 443)


def test_an_empty_variable_counts_as_not_set() -> None:
    settings = read_settings(RunSettings, make_environment(S3_ENDPOINT_URL="", S3_ACCESS_KEY_ID="", S3_REGION=" "))
    assert (settings.endpoint_url, settings.access_key_id, settings.region) == (None, None, "us-east-1")


def test_secrets_do_not_show() -> None:
    settings = read_settings(
        RunSettings, make_environment(S3_ACCESS_KEY_ID="key-id", S3_SECRET_ACCESS_KEY="key-secret")
    )
    assert not any(word in repr(settings) for word in ("top-secret", "key-id", "key-secret"))


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        pytest.param("SCORECARD_UPLOAD_ID", "abc", "UUID", id="an upload id that is no UUID"),
        pytest.param("SCORECARD_ATTEMPT", "0", "greater than or equal to 1", id="attempts count from 1"),
        pytest.param("SCORECARD_ATTEMPT", "", "it is missing", id="an empty attempt"),
        pytest.param("SCORECARD_LANGUAGES", "eng;rm", "joined by +", id="languages that are no language codes"),
        pytest.param("SCORECARD_REUSE_RESULTS", "maybe", "use true or false", id="a switch that is neither"),
        pytest.param("DATABASE_URL", "mysql://top-secret@h/d", "no PostgreSQL address", id="another database"),
        pytest.param("S3_ENDPOINT_URL", "minio:9000", "http://host:port", id="an endpoint without a scheme"),
        pytest.param("S3_USE_PATH_STYLE", "perhaps", "use 1 for MinIO", id="a switch that is neither on nor off"),
        pytest.param("S3_UPLOAD_BUCKET", ",", "joined by commas", id="an empty allow-list"),
        pytest.param("S3_ACCESS_KEY_ID", "alone", "or neither", id="half of a key pair"),
        pytest.param("MAX_UPLOAD_SIZE_MB", "5000", "between 1 and 100", id="a limit beyond memory"),
        pytest.param("CRICKSY_LOG_LEVEL", "LOUD", "use DEBUG", id="an unknown log level"),
        pytest.param("SCORECARD_SOFT_TIME_LIMIT_SECONDS", "-1", "between 1 and 3600", id="a negative limit"),
    ],
)
def test_a_wrong_variable_is_named_with_the_mend(name: str, value: str, said: str) -> None:
    with pytest.raises(InvalidConfiguration) as refusal:
        read_settings(RunSettings, make_environment(**{name: value}))
    assert refusal.value.message.startswith(f"{name}: ")
    assert said in refusal.value.message
    assert "top-secret" not in refusal.value.message


def test_all_problems_are_named_at_once() -> None:
    with pytest.raises(InvalidConfiguration) as refusal:
        read_settings(RunSettings, {})
    names = [line.partition(":")[0] for line in refusal.value.message.splitlines()]
    assert sorted(names) == sorted(make_environment())


def test_variables_of_celery_are_ignored_by_name() -> None:
    environment = make_environment(CELERY_RESULT_BACKEND="x", CELERY_BROKER_URL="redis://h")
    assert ignored_variables(environment) == ["CELERY_BROKER_URL", "CELERY_RESULT_BACKEND"]
    assert read_settings(RunSettings, environment).attempt == 1
