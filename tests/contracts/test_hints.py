"""What people are told to change exists: every value of the chart and field of the spec that a hint names."""

import re

import pytest

from scorecard_operator import crd, dependencies, failures
from scorecard_operator import settings as operator_settings
from scorecard_operator.facts import Termination
from scorecard_runner import settings as runner_settings
from tests.builders import NOW, PodBuilder
from tests.contracts.endings import leaves_of
from tests.contracts.environments import look_up, values

NAMED = values() | {"spec": crd.openapi_schema()["properties"]["spec"]["properties"]}
PATH = re.compile(rf"\b(?:{'|'.join(NAMED)})(?:\.\w+)+")
HINTS = {
    *(leaf().hint for leaf in leaves_of()),
    *operator_settings.MENDS.values(),
    *runner_settings.MENDS.values(),
    *failures.START_HINTS.values(),
    *dependencies.HINTS.values(),
    failures.out_of_memory(Termination(137, "OOMKilled", NOW)).hint,
    failures.lost(PodBuilder().fact(), NOW).hint,
    failures.removed(NOW).hint,
    failures.overdue(NOW).hint,
    failures.not_started(NOW, 120, "", "").hint,
}
NAMING = {hint: paths for hint in sorted(HINTS) if (paths := PATH.findall(hint))}


def test_hints_of_both_programs_name_what_can_be_set() -> None:
    named = {path.partition(".")[0] for paths in NAMING.values() for path in paths}
    assert named >= {"database", "storage", "limits", "runner", "spec"}


@pytest.mark.parametrize("hint", [pytest.param(hint, id=hint) for hint in NAMING])
def test_what_a_hint_names_exists(hint: str) -> None:
    for path in NAMING[hint]:
        assert look_up(NAMED, path) is not None
