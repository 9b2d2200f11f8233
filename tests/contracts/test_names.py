"""Names and places that one side writes and another reads: pods, containers, files, ports."""

import re

import pytest

from scorecard_operator import facts, manifest, resource, settings
from scorecard_runner import report, termination
from scorecard_runner.__main__ import COMMANDS
from tests.builders import upload_name
from tests.chart.rendering import CHART

TEMPLATES = {path.name: path.read_text(encoding="utf-8") for path in (CHART / "templates").iterdir()}
DEFAULTS = settings.Settings.model_validate({"SCORECARD_NAMESPACE": "n", "DATABASE_URL": "postgresql://h/d"})
JOB_PREFIX, _, JOB_SUFFIX = manifest.job_name(upload_name(1), 1).partition(upload_name(1))


@pytest.mark.parametrize(
    ("template", "text"),
    [
        pytest.param("_runner-pod.tpl", f"- name: {facts.RUNNER_CONTAINER}\n", id="the container of a run"),
        pytest.param("_runner-pod.tpl", f"terminationMessagePath: {termination.TERMINATION_LOG}\n", id="the last word"),
        pytest.param("_runner-pod.tpl", f"mountPath: {report.SERVICE_ACCOUNT}\n", id="the token of a run"),
        pytest.param("_helpers.tpl", f"\n{settings.DEFAULT_TEMPLATE_FILE.name}: |\n", id="the template of the runs"),
        pytest.param(
            "_helpers.tpl",
            f"\n{settings.DEFAULT_ESCALATED_TEMPLATE_FILE.name}: |\n",
            id="the template of attempts that read again",
        ),
        pytest.param(
            "operator-deployment.yaml", f"mountPath: {settings.DEFAULT_TEMPLATE_FILE.parent}\n", id="its folder"
        ),
        pytest.param(
            "operator-deployment.yaml", f"containerPort: {DEFAULTS.health_port}\n", id="the port of the probes"
        ),
        pytest.param(
            "runner-admission-policy.yaml",
            f".startsWith('{JOB_PREFIX}' + object.metadata.name + '{JOB_SUFFIX.rstrip('1')}')",
            id="the policy knows the pods of an upload by the name of their Job",
        ),
        pytest.param("runner-admission-policy.yaml", f"apiVersions: [{resource.VERSION}]\n", id="the guarded version"),
        pytest.param("runner-admission-policy.yaml", f"resources: [{resource.PLURAL}/status]\n", id="what is guarded"),
        pytest.param(
            "NOTES.txt", f"apiVersion: {resource.API_VERSION}\n  kind: {resource.KIND}\n", id="the first upload"
        ),
    ],
)
def test_the_chart_uses_the_name_that_the_programs_know(template: str, text: str) -> None:
    assert text in TEMPLATES[template]


def test_rights_are_given_on_the_group_of_the_resource() -> None:
    pattern = rf"apiGroups: \[(.+)\]\n(?: +apiVersions: .+\n)? +resources: \[{resource.PLURAL}"
    groups = [group for text in TEMPLATES.values() for group in re.findall(pattern, text)]
    mentions = sum(text.count(f"resources: [{resource.PLURAL}") for text in TEMPLATES.values())
    assert groups == [resource.GROUP] * mentions
    assert mentions > 1


@pytest.mark.parametrize(
    ("template", "command"),
    [
        pytest.param("_runner-pod.tpl", "run", id="a run"),
        pytest.param("migration-job.yaml", "migrate", id="the migration"),
        pytest.param("prune-cronjob.yaml", "prune-objects", id="deleting old pictures"),
    ],
)
def test_the_chart_starts_a_command_that_the_runner_has(template: str, command: str) -> None:
    assert f'args: ["{command}"' in TEMPLATES[template]
    assert command in COMMANDS
