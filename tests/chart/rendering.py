"""The chart as the tests see it: rendered by the real Helm, read back as objects.

The one module that knows the `helm` program. Refuses to skip: without Helm the tests of the chart fail and say so.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
CHART = ROOT / "charts" / "scorecard-ocr"
RELEASE = "demo"
NAMESPACE = "chart-test"
REQUIRED = {"database": {"existingSecret": "database"}, "storage": {"buckets": ["uploads"]}}

Manifest = dict[str, Any]
Values = Mapping[str, Any]


def helm_program() -> str:
    """Return the path of Helm: `SCORECARD_TEST_HELM`, or what PATH finds.

    Raises:
        FileNotFoundError: there is none.
    """
    found = os.environ.get("SCORECARD_TEST_HELM") or shutil.which("helm")
    if found is None:
        raise FileNotFoundError("no helm: install Helm 4 or set SCORECARD_TEST_HELM to its path")
    return found


def merged(*layers: Values) -> dict[str, Any]:
    """Return the layers merged key by key, later ones winning, as Helm does it."""
    result: dict[str, Any] = {}
    for layer in layers:
        for key, value in layer.items():
            known = result.get(key)
            both = isinstance(known, Mapping) and isinstance(value, Mapping)
            result[key] = merged(known, value) if both else value  # type: ignore[arg-type] # `both` narrows neither
    return result


def nested(path: str, value: object) -> dict[str, Any]:
    """Return `a.b.c` and a value as the nested mapping that a values file holds."""
    for key in reversed(path.split(".")):
        value = {key: value}
    return dict(value)  # type: ignore[call-overload,no-any-return] # a path has at least one key


def helm(*arguments: str, values: Values) -> subprocess.CompletedProcess[str]:
    """Run Helm on the chart with exactly these values (as YAML on standard input)."""
    return subprocess.run(
        [helm_program(), *arguments, "--values", "-"],
        input=yaml.safe_dump(dict(values)),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@dataclass(frozen=True)
class Rendered:
    """Everything one `helm template` printed."""

    text: str

    def __iter__(self) -> Iterator[Manifest]:
        """Yield the objects in Helm's order."""
        return (document for document in yaml.safe_load_all(self.text) if document)

    def all(self, kind: str) -> dict[str, Manifest]:
        """Return the objects of a kind by name."""
        return {each["metadata"]["name"]: each for each in self if each["kind"] == kind}

    def one(self, kind: str) -> Manifest:
        """Return the only object of a kind."""
        (found,) = self.all(kind).values()
        return found

    @property
    def runner_template(self) -> Manifest:
        """The PodTemplateSpec that the operator reads."""
        template: Manifest = yaml.safe_load(self._runner_pods["runner-pod.yaml"])
        return template

    @property
    def escalated_template(self) -> Manifest | None:
        """The PodTemplateSpec of attempts that read again, if there are to be any."""
        text = self._runner_pods.get("runner-pod-escalated.yaml")
        template: Manifest | None = yaml.safe_load(text) if text else None
        return template

    @property
    def _runner_pods(self) -> dict[str, str]:
        (data,) = [each["data"] for each in self.all("ConfigMap").values() if "data" in each]
        return dict(data)

    @property
    def operator_template(self) -> Manifest:
        """The PodTemplateSpec of the operator."""
        template: Manifest = self.one("Deployment")["spec"]["template"]
        return template

    @property
    def migration_template(self) -> Manifest:
        """The PodTemplateSpec of the migration."""
        template: Manifest = self.one("Job")["spec"]["template"]
        return template


def render(*layers: Values, release: str = RELEASE, namespace: str = NAMESPACE) -> Rendered:
    """Render the chart with the required values and these on top.

    Raises:
        AssertionError: Helm refused, with what it said.
    """
    done = helm("template", release, str(CHART), "--namespace", namespace, values=merged(REQUIRED, *layers))
    assert done.returncode == 0, done.stderr
    return Rendered(done.stdout)
