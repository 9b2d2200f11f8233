"""The model of the cluster once more, with a storage that goes away and comes back at any moment."""

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from scorecard_operator.decisions import Action, CreateJob
from scorecard_operator.plan import plan
from scorecard_operator.resource import MAX_HISTORY
from tests.scorecard_operator.test_model import CAP, SETTINGS, Model

AWAY = "StorageUnreachable"


class OutageModel(Model):
    """What may happen beside all the rest."""

    @rule(looks=st.integers(1, 8))
    def go_away(self, looks: int) -> None:
        """The storage is away while the operator looks so often: whatever runs breaks on it."""
        for _ in range(looks):
            for run in self.world.live():
                self.world.end(run, 20, AWAY)
            self._turn(set())
            self.wait(30)

    @invariant()
    def one_launch_at_a_time_while_it_is_known_to_be_away(self) -> None:
        """What is launched in an outage is a probe, and no second one beside it."""
        launches = [action for action in self._wanted() if isinstance(action, CreateJob)]
        probes = [action for action in launches if action.is_probe]
        assert not probes or launches == probes[:1]
        assert len(launches) <= CAP
        under_way = [run for run in self.world.live() if run.job.fact().is_probe]
        assert not (probes and under_way)

    @invariant()
    def no_probe_counts(self) -> None:
        """An upload fails on the storage only if it spent its budget before anybody knew that it was away."""
        for number in self.world.uploads:
            status = self.world.fact(number).status
            counted = [each for each in status.history if each.reason == AWAY and not each.probe]
            is_by_storage = status.phase == "Failed" and status.reason == AWAY
            others = [each for each in status.history if each.class_ == "dependency" and each.reason != AWAY]
            assert not is_by_storage or len(counted) + len(others) >= SETTINGS.dependency_attempts
            assert len(status.history) <= MAX_HISTORY

    def _wanted(self) -> tuple[Action, ...]:
        return plan(self.world.facts(), SETTINGS, self.world.now).actions


OutageModel.TestCase.settings = settings(derandomize=True, max_examples=40, stateful_step_count=30, deadline=None)
TestOutageModel = OutageModel.TestCase
