"""Conditions by the Kubernetes API conventions: the transition time moves only when the status does.

Pure. A condition that is not wished for any more goes (Reconciling, Stalled: kstatus reads their absence).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from scorecard_operator.resource import Condition
from scorecard_operator.vocabulary import ConditionType


@dataclass(frozen=True)
class Wish:
    """A condition as it should be."""

    type: ConditionType
    status: str
    reason: str
    message: str


def renew_conditions(
    observed: Sequence[Condition], wishes: Sequence[Wish], generation: int, now: str
) -> list[Condition]:
    """Return the conditions `wishes` ask for, with the times of the `observed` ones where the status stayed."""
    before = {condition.type: condition for condition in observed}
    renewed = []
    for wish in wishes:
        old = before.get(wish.type)
        is_same = old is not None and old.status == wish.status
        renewed.append(
            Condition(
                type=wish.type,
                status=wish.status,
                observed_generation=generation,
                last_transition_time=old.last_transition_time if old is not None and is_same else now,
                reason=wish.reason,
                message=wish.message,
            )
        )
    return renewed


def find_condition(conditions: Sequence[Condition], wanted: ConditionType) -> Condition | None:
    """Return the condition of that type, or None."""
    return next((condition for condition in conditions if condition.type == wanted), None)
