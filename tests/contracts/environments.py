"""Who gives which variable: the chart, rendered where there is a Helm and else read from its templates, and the operator.

Knows the few forms that our templates use, and fails on any other.
"""

import os
import re
from functools import cache
from typing import Any

import yaml

from scorecard_operator.manifest import build_job
from scorecard_operator.settings import Settings
from tests.builders import UploadBuilder
from tests.chart.rendering import CHART, render

OPERATOR = "scorecard-ocr.operatorEnv"
RUNNER = "scorecard-ocr.runnerEnv"
TEMPLATES = {OPERATOR: "operator_template", RUNNER: "runner_template"}
DEFINITION = re.compile(r'\{\{-? define "([^"]+)" -?\}\}')
INCLUSION = re.compile(r'\{\{ include "([^"]+)" \. \}\}')
# What neither program can do without.
NEEDED = {"SCORECARD_NAMESPACE": "cards", "DATABASE_URL": "postgresql://u:p@h/d"}
VARIABLE = re.compile(r"^- name: (\S+)\n  (value|valueFrom):(.*)$", re.MULTILINE)
VALUE = re.compile(r"\{\{ (?:int64 )?\.Values\.([\w.]+) \| quote \}\}")


@cache
def variables_of(block: str) -> dict[str, str | None]:
    """Return the text of each variable by default; None where it is not a text or is made up by the template."""
    if not os.environ.get("SCORECARD_TEST_HELM"):
        return {name: _default_text(text) for name, text in _written(block).items()}
    # Keys from a Secret, so that every variable there can be is rendered.
    (container,) = getattr(render({"storage": {"existingSecret": "s"}}), TEMPLATES[block])["spec"]["containers"]
    return {each["name"]: each.get("value") for each in container["env"]}


def given_by_operator(
    *, escalates: int | None = None, retries_after: int | None = None, **spec: object
) -> dict[str, str]:
    """Return what the operator adds to a template without variables, for an upload with this spec."""
    template = {"spec": {"containers": [{"name": "runner"}]}}
    upload = UploadBuilder().spec(**spec).status(retriedAfter=retries_after).fact()
    job = build_job(upload, 1, template, Settings.model_validate(NEEDED), memory_doublings=0, escalates=escalates)
    return {each["name"]: each["value"] for each in job["spec"]["template"]["spec"]["containers"][0]["env"]}


def value_paths(block: str) -> dict[str, str]:
    """Return the path of the chart's value behind each variable that is exactly one value."""
    found = {name: VALUE.fullmatch(text) for name, text in _written(block).items()}
    return {name: match[1] for name, match in found.items() if match}


def values() -> dict[str, Any]:
    """Return the chart's default values."""
    defaults: dict[str, Any] = yaml.safe_load((CHART / "values.yaml").read_text(encoding="utf-8"))
    return defaults


def look_up(tree: dict[str, Any], path: str) -> Any:
    """Return what a path such as `a.b.c` names.

    Raises:
        KeyError: nothing.
    """
    node: Any = tree
    for key in path.split("."):
        node = node[key]
    return node


def _written(block: str) -> dict[str, str]:
    texts = "\n".join(path.read_text(encoding="utf-8") for path in sorted((CHART / "templates").glob("*.tpl")))
    _, *parts = DEFINITION.split(texts)
    definitions = dict(zip(parts[::2], parts[1::2], strict=True))
    text = INCLUSION.sub(lambda match: definitions[match[1]], definitions[block])
    found = {name: value.strip() if kind == "value" else "" for name, kind, value in VARIABLE.findall(text)}
    assert len(found) == text.count("- name: "), "a variable in a form that is not known here, or twice"
    return found


def _default_text(written: str) -> str | None:
    match = VALUE.fullmatch(written)
    if match:
        value = look_up(values(), match[1])
        return str(value).lower() if isinstance(value, bool) else str(value)
    return None if "{{" in written or not written else str(yaml.safe_load(written))
