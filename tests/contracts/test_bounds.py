"""Bounds: the chart lets through exactly the numbers that the program behind a value takes."""

import json
from typing import Any

import pytest

from scorecard_operator.errors import InvalidSettings
from scorecard_operator.settings import read_settings as read_operator_settings
from scorecard_runner.errors import InvalidConfiguration
from scorecard_runner.settings import StorageSettings
from scorecard_runner.settings import read_settings as read_runner_settings
from tests.chart.rendering import CHART
from tests.contracts.environments import OPERATOR, RUNNER, look_up, value_paths

SCHEMA = json.loads((CHART / "values.schema.json").read_text(encoding="utf-8"))


def bounds_of(path: str) -> dict[str, Any]:
    node: dict[str, Any] = look_up(SCHEMA["properties"], path.replace(".", ".properties."))
    resolved: dict[str, Any] = SCHEMA["$defs"][node["$ref"].rsplit("/", 1)[-1]] if "$ref" in node else node
    return resolved


def is_taken(name: str, value: float) -> bool:
    try:
        if name in value_paths(OPERATOR):
            read_operator_settings({"SCORECARD_NAMESPACE": "n", "DATABASE_URL": "postgresql://h/d", name: str(value)})
        else:
            read_runner_settings(StorageSettings, {"S3_UPLOAD_BUCKET": "b", name: str(value)})
    except (InvalidSettings, InvalidConfiguration):
        return False
    return True


NUMBERS = {
    name: bounds
    for block in (OPERATOR, RUNNER)
    for name, path in value_paths(block).items()
    if (bounds := bounds_of(path)).get("type") in {"integer", "number"}
}


def test_every_number_of_the_chart_has_bounds() -> None:
    assert len(NUMBERS) > 10
    assert all("maximum" in bounds for bounds in NUMBERS.values())


@pytest.mark.parametrize("name", [pytest.param(name, id=f"bounds of {name}") for name in NUMBERS])
def test_the_chart_and_the_program_have_the_same_bounds(name: str) -> None:
    bounds = NUMBERS[name]
    least, step = (bounds["minimum"], 1) if "minimum" in bounds else (0.001, 0.001)
    most = bounds["maximum"]
    assert [is_taken(name, value) for value in (least - step, least, most, most + step)] == [False, True, True, False]
