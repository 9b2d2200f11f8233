"""Settings that change while the operator runs: the pages list what the operator understands, with its bounds."""

import json

import pytest

from scorecard_operator.live import KEYS, PAUSED, LiveSettings, read_live
from scorecard_operator.settings import Settings
from tests.chart.rendering import CHART
from tests.contracts.pages import CONTRACT, ROOT, marked, section_of, table_of

PAGE = {key: row for row in table_of(CONTRACT, "Settings that change while it runs") for key in marked(row["key"])}
CHART_TITLE = "Pausing and caps while it runs"
CHART_PAGE = {key: row for row in table_of(CHART / "README.md", CHART_TITLE) for key in marked(row["key"])}
LIMITS = json.loads((CHART / "values.schema.json").read_text(encoding="utf-8"))["properties"]["limits"]["properties"]
NUMBERS = sorted(set(KEYS) - {"paused"})


def test_both_pages_list_what_the_operator_understands() -> None:
    assert set(PAGE) == set(CHART_PAGE) == set(KEYS)


@pytest.mark.parametrize("key", NUMBERS)
def test_a_number_takes_the_place_of_the_variable_and_the_value_that_the_pages_name(key: str) -> None:
    assert marked(PAGE[key]["variable"]) == [Settings.model_fields[KEYS[key]].alias]
    assert marked(CHART_PAGE[key]["in place of"]) == [f"limits.{key}"]


@pytest.mark.parametrize("key", NUMBERS)
def test_a_number_has_the_bounds_of_the_pages_and_of_the_value(key: str) -> None:
    least, most = (int(text) for text in PAGE[key]["values"].split(" to "))
    assert CHART_PAGE[key]["values"] == PAGE[key]["values"]
    assert (LIMITS[key]["minimum"], LIMITS[key]["maximum"]) == (least, most)
    wrong = [read_live({key: str(number)}, LiveSettings()).problems for number in (least - 1, least, most, most + 1)]
    assert [bool(problems) for problems in wrong] == [True, False, False, True]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(PAUSED, id="what a waiting upload says"),
        pytest.param((CHART / "templates" / "NOTES.txt").read_text(encoding="utf-8"), id="the notes"),
        pytest.param(section_of(ROOT / "README.md", "Pausing"), id="the page of the project"),
        pytest.param(section_of(CHART / "README.md", CHART_TITLE), id="the page of the chart"),
    ],
)
def test_a_pause_is_ended_with_the_key_that_the_operator_reads(text: str) -> None:
    assert '"paused":"false"' in text
    assert "kubectl patch configmap" in text
    assert "paused" in KEYS
