"""How the operator starts and refuses to."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

TEMPLATE = "spec:\n  containers:\n    - name: runner\n      image: runner:1\n"
GOOD = {"SCORECARD_NAMESPACE": "cards", "DATABASE_URL": "postgresql://u:secret@db/x"}


def start(folder: Path, template: str | None, **variables: str) -> tuple[int, str]:
    """Run the program to its end; return exit code and standard error."""
    path = folder / "runner-pod.yaml"
    if template is not None:
        path.write_text(template)
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(folder), "SCORECARD_RUNNER_TEMPLATE_FILE": str(path)}
    done = subprocess.run(
        [sys.executable, "-m", "scorecard_operator"],
        check=False, timeout=50, capture_output=True, text=True, env={**environment, **variables},
    )  # fmt: skip
    return done.returncode, done.stderr


@pytest.mark.parametrize(
    ("template", "variables", "want"),
    [
        pytest.param(TEMPLATE, {}, ["SCORECARD_NAMESPACE is missing", "DATABASE_URL is missing"], id="nothing is set"),
        pytest.param(
            TEMPLATE,
            {**GOOD, "SCORECARD_MAX_CONCURRENT_JOBS": "0"},
            ["SCORECARD_MAX_CONCURRENT_JOBS is wrong"],
            id="a number out of bounds",
        ),
        pytest.param(
            TEMPLATE, {**GOOD, "CRICKSY_LOG_LEVEL": "LOUD"}, ["CRICKSY_LOG_LEVEL is wrong"], id="a level nobody knows"
        ),
        pytest.param(None, GOOD, ["mount the ConfigMap"], id="no template is mounted"),
        pytest.param(
            TEMPLATE,
            {**GOOD, "SCORECARD_ESCALATE": "true", "SCORECARD_ESCALATED_RUNNER_TEMPLATE_FILE": "/nowhere.yaml"},
            ["SCORECARD_ESCALATED_RUNNER_TEMPLATE_FILE: /nowhere.yaml"],
            id="reading again without a template for it",
        ),
        pytest.param(
            TEMPLATE, {**GOOD, "SCORECARD_ESCALATE": "maybe"}, ["use true or false"], id="a switch that is neither"
        ),
        pytest.param("spec: [", GOOD, ["cannot be used"], id="the template is no YAML"),
        pytest.param("spec: {containers: []}", GOOD, ["one container called `runner`"], id="no runner in the template"),
    ],
)
def test_wrong_settings_end_the_start_with_the_variable_and_the_mend(
    tmp_path: Path, template: str | None, variables: dict[str, str], want: list[str]
) -> None:
    code, said = start(tmp_path, template, **variables)
    problems = [json.loads(line)["problem"] for line in said.splitlines()]
    assert code == 78
    assert [words in problem for words, problem in zip(want, problems, strict=True)] == [True] * len(want)
    assert "secret" not in said


def test_a_process_that_breaks_says_so_in_json_and_ends_with_70(tmp_path: Path) -> None:
    code, said = start(tmp_path, TEMPLATE, **GOOD, KUBECONFIG=str(tmp_path / "none"))
    lines = [json.loads(line) for line in said.splitlines()]
    assert (code, lines[-1]["level"], lines[-1]["event"]) == (70, "ERROR", "operator broke")
    assert "secret" not in said
