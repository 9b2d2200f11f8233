"""What the operator hands an attempt: the runner understands it, at the bounds of the custom resource too."""

import re
from typing import Any

import pytest

from scorecard_operator.resource import LANGUAGES_PATTERN
from scorecard_operator.settings import SOFT_SHARE
from scorecard_runner.settings import RunSettings, read_settings
from tests.contracts.environments import NEEDED, given_by_operator
from tests.contracts.pages import CONTRACT, table_of


@pytest.mark.parametrize(
    "spec",
    [
        pytest.param({"timeoutSeconds": 10}, id="the shortest run"),
        pytest.param({"timeoutSeconds": 3600}, id="the longest run"),
        pytest.param({"languages": "eng+chi_sim"}, id="languages of its own"),
    ],
)
def test_a_runner_understands_what_the_operator_gives(spec: dict[str, Any]) -> None:
    given = given_by_operator(**spec)
    settings = read_settings(RunSettings, {**NEEDED, "SCORECARD_POD_UID": "u", "S3_UPLOAD_BUCKET": "b", **given})
    assert settings.languages == spec.get("languages", "eng")
    assert settings.soft_time_limit_s == int(given["SCORECARD_SOFT_TIME_LIMIT_SECONDS"])


def test_the_page_names_the_soft_share_of_the_time_limit() -> None:
    rows = table_of(CONTRACT, "Settings of the operator (set by the chart)")
    (row,) = (each for each in rows if each["variable"] == "`SCORECARD_RUN_TIMEOUT_SECONDS`")
    (percent,) = re.findall(r"(\d+) %", row["meaning"])
    assert int(percent) / 100 == SOFT_SHARE


def test_both_sides_take_the_same_languages() -> None:
    (pattern,) = (each.pattern for each in RunSettings.model_fields["languages"].metadata if hasattr(each, "pattern"))
    assert pattern == LANGUAGES_PATTERN
