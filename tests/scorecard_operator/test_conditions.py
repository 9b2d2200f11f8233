"""Conditions by the conventions of the Kubernetes API."""

import pytest

from scorecard_operator.conditions import Wish, find_condition, renew_conditions
from scorecard_operator.resource import Condition
from scorecard_operator.vocabulary import ConditionType
from tests.builders import at

BEFORE, NOW = at(-60), at(0)
SUCCEEDED, STALLED = ConditionType.SUCCEEDED, ConditionType.STALLED


def observed(kind: str = "Succeeded", status: str = "Unknown", **fields: object) -> Condition:
    """Return a condition as it was written a minute ago."""
    return Condition.model_validate(
        {"type": kind, "status": status, "reason": "Launched", "lastTransitionTime": BEFORE, **fields}
    )


def wish(status: str = "Unknown", reason: str = "Launched", message: str = "") -> Wish:
    return Wish(SUCCEEDED, status, reason, message)


@pytest.mark.parametrize(
    ("before", "wished", "moved_at"),
    [
        pytest.param([], wish(), NOW, id="a new condition begins now"),
        pytest.param([observed()], wish(), BEFORE, id="nothing changed"),
        pytest.param([observed()], wish(reason="Reading", message="At work."), BEFORE, id="another reason only"),
        pytest.param([observed(observedGeneration=1)], wish(), BEFORE, id="another generation only"),
        pytest.param([observed()], wish("True"), NOW, id="another status"),
        pytest.param([observed(status="False")], wish("Unknown"), NOW, id="back to unknown"),
        pytest.param([observed("Stalled")], wish(), NOW, id="another condition of the same status"),
    ],
)
def test_the_transition_time_moves_only_with_the_status(before: list[Condition], wished: Wish, moved_at: str) -> None:
    (renewed,) = renew_conditions(before, [wished], 2, NOW)
    assert renewed.last_transition_time == moved_at


def test_everything_but_the_time_is_taken_from_the_wish() -> None:
    (renewed,) = renew_conditions([observed(message="Old.")], [wish(reason="Reading", message="New.")], 7, NOW)
    assert renewed == observed(reason="Reading", message="New.", observedGeneration=7)


def test_what_is_not_wished_for_any_more_goes() -> None:
    renewed = renew_conditions([observed(), observed("Reconciling", "True")], [wish()], 1, NOW)
    assert [condition.type for condition in renewed] == ["Succeeded"]


def test_no_wishes_leave_no_conditions() -> None:
    assert renew_conditions([observed()], [], 1, NOW) == []


def test_each_condition_keeps_its_own_time() -> None:
    wishes = [Wish(STALLED, "True", "OOMKilled", ""), wish("False")]
    renewed = renew_conditions([observed(), observed("Stalled", "True")], wishes, 1, NOW)
    assert [(each.type, each.last_transition_time) for each in renewed] == [("Stalled", BEFORE), ("Succeeded", NOW)]


def test_what_was_observed_is_left_as_it_was() -> None:
    before = observed()
    renew_conditions([before], [wish("True", "Parsed")], 9, NOW)
    assert before == observed()


def test_a_condition_is_found_by_its_type_or_not_at_all() -> None:
    conditions = [observed(), observed("Stalled", "True")]
    assert find_condition(conditions, STALLED) == observed("Stalled", "True")
    assert find_condition(conditions, ConditionType.ROW_REPORTED) is None
    assert find_condition([], STALLED) is None
