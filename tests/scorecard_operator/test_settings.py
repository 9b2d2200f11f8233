"""The environment of the operator: what is understood, and what a wrong variable is answered with."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from scorecard_operator.errors import InvalidSettings
from scorecard_operator.settings import read_settings
from scorecard_operator.vocabulary import FailureClass

NEEDED = {"SCORECARD_NAMESPACE": "cards", "DATABASE_URL": "postgresql://u:top-secret@db/x"}


def problems_of(environment: dict[str, str]) -> list[str]:
    """Return the lines that an environment is refused with."""
    with pytest.raises(InvalidSettings) as refusal:
        read_settings(environment)
    return str(refusal.value).splitlines()


def test_what_is_set_is_read_and_the_rest_has_defaults() -> None:
    settings = read_settings(
        NEEDED | {"SCORECARD_MAX_CONCURRENT_JOBS": " 7 ", "SCORECARD_DEPENDENCY_BACKOFF_SECONDS": "0.5"}
    )
    assert (settings.namespace, settings.max_concurrent_jobs, settings.dependency_backoff_s) == ("cards", 7, 0.5)
    assert (settings.run_timeout_s, settings.memory_limit_cap, settings.log_level) == (300, "2Gi", "INFO")
    assert settings.template_file == Path("/etc/scorecard-operator/runner-pod.yaml")


@pytest.mark.parametrize("nothing", [pytest.param("", id="empty"), pytest.param(" \n", id="blank")])
def test_a_variable_without_a_value_counts_as_not_set(nothing: str) -> None:
    settings = read_settings(NEEDED | {"SCORECARD_HEALTH_PORT": nothing, "CRICKSY_LOG_LEVEL": nothing})
    assert (settings.health_port, settings.log_level) == (8080, "INFO")
    (problem,) = problems_of(NEEDED | {"SCORECARD_NAMESPACE": nothing})
    assert problem.startswith("SCORECARD_NAMESPACE is missing")


def test_variables_of_others_are_passed_over() -> None:
    assert read_settings(NEEDED | {"PATH": "/bin", "CELERY_BROKER_URL": "redis://h"}) == read_settings(NEEDED)


def test_a_pause_is_no_setting_of_the_environment() -> None:
    assert not read_settings(NEEDED | {"pause": "yes", "PAUSE": "yes"}).is_paused


@pytest.mark.parametrize("level", ["debug", "Warning", " ERROR "])
def test_a_log_level_may_be_written_in_any_case(level: str) -> None:
    assert read_settings(NEEDED | {"CRICKSY_LOG_LEVEL": level}).log_level == level.strip().upper()


def test_settings_do_not_change_under_the_one_who_reads_them() -> None:
    settings = read_settings(NEEDED)
    with pytest.raises(ValidationError, match="frozen"):
        settings.max_concurrent_jobs = 99
    assert settings.max_concurrent_jobs == 4


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        pytest.param("SCORECARD_MAX_CONCURRENT_JOBS", "0", "greater than or equal to 1", id="no slot at all"),
        pytest.param("SCORECARD_MAX_CONCURRENT_JOBS", "four", "valid integer", id="a number in letters"),
        pytest.param("SCORECARD_MAX_CONCURRENT_JOBS", "2.5", "valid integer", id="half a slot"),
        pytest.param("SCORECARD_TENANT_WEIGHTS", "club-a", "club-a=2", id="a tenant without a weight"),
        pytest.param("SCORECARD_TENANT_WEIGHTS", "club-a=0", "above 0", id="no share at all"),
        pytest.param("SCORECARD_KUEUE_QUEUE_NAME", "My queue", "LocalQueue of Kueue", id="no name of a queue"),
        pytest.param("SCORECARD_LIVE_SETTINGS_CONFIG_MAP", "Live", "name of a ConfigMap", id="no name of a ConfigMap"),
        pytest.param("SCORECARD_RUN_TIMEOUT_SECONDS", "5m", "valid integer", id="a number with a unit"),
        pytest.param("SCORECARD_BACKOFF_CAP_SECONDS", "nan", "wrong", id="a number that is none"),
        pytest.param("SCORECARD_BACKOFF_CAP_SECONDS", "inf", "less than or equal to 3600", id="for ever"),
        pytest.param("SCORECARD_APPLICATION_BACKOFF_SECONDS", "0", "greater than 0", id="no wait"),
        pytest.param("SCORECARD_HEALTH_PORT", "65536", "less than or equal to 65535", id="a port beyond the last"),
        pytest.param("SCORECARD_MEMORY_LIMIT_CAP", "lots", "1Gi or 512Mi", id="memory in words"),
        pytest.param("CRICKSY_LOG_LEVEL", "LOUD", "use DEBUG, INFO", id="an unknown log level"),
        pytest.param("DATABASE_URL", "mysql://u:top-secret@h/d", "no PostgreSQL address", id="another database"),
        pytest.param("DATABASE_URL", "postgresql://u:top-secret@h", "names no database", id="no database named"),
    ],
)
def test_a_wrong_variable_is_named_with_what_is_wrong_and_the_mend(name: str, value: str, said: str) -> None:
    (problem,) = problems_of(NEEDED | {name: value})
    assert problem.startswith(f"{name} is ")
    assert said in problem
    assert "; set it to" in problem or "; use " in problem


def test_what_is_missing_is_not_shown_as_a_value() -> None:
    assert [problem for problem in problems_of({}) if "it is" in problem] == []


def test_a_wrong_number_is_shown_so_that_it_can_be_found() -> None:
    (problem,) = problems_of(NEEDED | {"SCORECARD_HEALTH_PORT": "80 80"})
    assert "(it is '80 80')" in problem


def test_every_wrong_variable_is_named_at_once_one_a_line() -> None:
    wrong = {"SCORECARD_HEALTH_PORT": "0", "SCORECARD_MAX_ATTEMPTS": "many", "CRICKSY_LOG_LEVEL": "LOUD"}
    named = [problem.partition(" ")[0] for problem in problems_of(wrong)]
    assert sorted(named) == sorted({**wrong, **NEEDED})


def test_nothing_is_guessed_for_what_only_the_cluster_knows() -> None:
    assert [problem.partition(";")[0] for problem in problems_of({})] == [
        "SCORECARD_NAMESPACE is missing",
        "DATABASE_URL is missing",
    ]


@pytest.mark.parametrize(
    "address",
    [
        pytest.param("mysql://u:top-secret@h/d", id="another database"),
        pytest.param("postgresql://u:top-secret@h:port/d", id="a port that is no number"),
        pytest.param("top-secret", id="no address at all"),
        pytest.param("postgresql://u:top-secret@[h/d", id="a bracket left open"),
    ],
)
@pytest.mark.parametrize(
    "others", [pytest.param({}, id="alone"), pytest.param({"SCORECARD_HEALTH_PORT": "0"}, id="too")]
)
def test_the_password_is_never_shown_in_a_refusal(address: str, others: dict[str, str]) -> None:
    problems = problems_of(NEEDED | {"DATABASE_URL": address} | others)
    assert problems
    assert "top-secret" not in "\n".join(problems)


def test_the_cause_of_a_refusal_does_not_show_the_password_either() -> None:
    with pytest.raises(InvalidSettings) as refusal:
        read_settings({"DATABASE_URL": "mysql://u:top-secret@h/d"})
    assert refusal.value.__cause__ is None
    assert refusal.value.__suppress_context__


def test_the_password_does_not_show_in_the_settings() -> None:
    settings = read_settings(NEEDED)
    assert "top-secret" not in f"{settings!r} {settings} {settings.model_dump_json()}"
    assert settings.database_url.get_secret_value() == NEEDED["DATABASE_URL"]


@pytest.mark.parametrize(
    ("failure_class", "attempts", "first_wait_s"),
    [
        pytest.param(FailureClass.INPUT, 1, 0, id="a picture does not become readable"),
        pytest.param(FailureClass.MEMORY, 2, 0, id="more memory needs no wait"),
        pytest.param(FailureClass.APPLICATION, 3, 10, id="crashes"),
        pytest.param(FailureClass.DEPENDENCY, 6, 5, id="dependencies"),
        pytest.param(FailureClass.INFRASTRUCTURE, 10, 5, id="infrastructure"),
    ],
)
def test_every_class_of_failure_has_a_budget_and_a_first_wait(
    failure_class: FailureClass, attempts: int, first_wait_s: float
) -> None:
    settings = read_settings(NEEDED)
    assert settings.attempts_allowed(failure_class) == attempts
    assert settings.first_backoff_s(failure_class) == first_wait_s
