"""Variables of the environment: what the page lists, the chart and the operator give, and the programs read."""

import re

import pytest
from pydantic import BaseModel

from scorecard_operator.settings import Settings
from scorecard_operator.settings import read_settings as read_operator_settings
from scorecard_runner.settings import PruneSettings, RunSettings
from scorecard_runner.settings import read_settings as read_runner_settings
from tests.contracts.environments import NEEDED, OPERATOR, RUNNER, given_by_operator, variables_of
from tests.contracts.pages import CONTRACT, Row, marked, section_of, table_of

RUNNER_TITLE, OPERATOR_TITLE = "Environment of a runner pod", "Settings of the operator (set by the chart)"
# Tesseract's threads: read by the program, not by our settings.
READ_BY_TESSERACT = {"OMP_THREAD_LIMIT"}
NO_DEFAULT = {"downward API", "Secret", "none"}


def rows_by_variable(title: str) -> dict[str, Row]:
    return {name: row for row in table_of(CONTRACT, title) for name in marked(row["variable"])}


PAGE = rows_by_variable(RUNNER_TITLE)
OPERATOR_PAGE = rows_by_variable(OPERATOR_TITLE)


def runner_default(row: Row) -> str | None:
    """Return the default in a sentence that ends with `default x` or `(x)`."""
    match = re.search(r"(?:default |\()`?([\w-]+)`?\)?$", row["meaning"])
    return match[1] if match else None


RUNNER_DEFAULTS = {name: text for name, row in PAGE.items() if (text := runner_default(row))}
OPERATOR_DEFAULTS = {
    name: row["default"].strip("`") for name, row in OPERATOR_PAGE.items() if row["default"] not in NO_DEFAULT
}


def variables_read_by(model: type[BaseModel]) -> set[str]:
    return {field.alias for field in model.model_fields.values() if field.alias}


def variables_from(*givers: str) -> set[str]:
    return {name for name, row in PAGE.items() if any(giver in row["from"] for giver in givers)}


def test_the_page_lists_what_a_runner_reads() -> None:
    assert set(PAGE) == variables_read_by(RunSettings) | READ_BY_TESSERACT


def test_the_page_lists_what_the_operator_reads_and_the_chart_gives_all_of_it() -> None:
    assert set(OPERATOR_PAGE) == variables_read_by(Settings) == set(variables_of(OPERATOR))


def test_the_page_names_what_deleting_old_pictures_reads() -> None:
    shared = {name for name in variables_read_by(PruneSettings) if name in PAGE}
    assert variables_read_by(PruneSettings) - shared == {"SCORECARD_OBJECT_RETENTION_DAYS"}
    assert "`SCORECARD_OBJECT_RETENTION_DAYS`" in section_of(CONTRACT, "How long things are kept")
    assert {name for name in shared if not name.startswith("S3_")} <= {
        "DATABASE_URL", "CRICKSY_LOG_LEVEL", "MAX_UPLOAD_SIZE_MB"
    }  # fmt: skip


def test_the_chart_gives_a_runner_what_the_page_says() -> None:
    assert set(variables_of(RUNNER)) == variables_from("chart", "Secret", "downward API")


def test_the_operator_gives_a_runner_what_the_page_says() -> None:
    assert set(given_by_operator(languages="eng+hin", tenant="a", escalates=1, retries_after=1)) == variables_from(
        "operator"
    )


@pytest.mark.parametrize(
    ("name", "text"), [pytest.param(*item, id=f"{item[0]} is {item[1]}") for item in OPERATOR_DEFAULTS.items()]
)
def test_a_documented_default_is_that_of_the_operator_and_of_the_chart(name: str, text: str) -> None:
    assert read_operator_settings({**NEEDED, name: text}) == read_operator_settings(NEEDED)
    assert variables_of(OPERATOR)[name] == text


@pytest.mark.parametrize(
    ("name", "text"), [pytest.param(*item, id=f"{item[0]} is {item[1]}") for item in RUNNER_DEFAULTS.items()]
)
def test_a_documented_default_is_that_of_the_runner_and_of_who_gives_it(name: str, text: str) -> None:
    needed = {**NEEDED, **given_by_operator(), "SCORECARD_POD_UID": "uid", "S3_UPLOAD_BUCKET": "b"}
    without = {key: value for key, value in needed.items() if key != name}
    assert read_runner_settings(RunSettings, {**without, name: text}) == read_runner_settings(RunSettings, without)
    assert {**variables_of(RUNNER), **given_by_operator()}[name] == text


def test_the_page_names_every_default_of_the_runner_that_is_not_simply_off() -> None:
    fields = {str(field.alias): field.default for field in RunSettings.model_fields.values() if not field.is_required()}
    assert set(RUNNER_DEFAULTS) == {name for name, value in fields.items() if value} - variables_from("kubelet")
