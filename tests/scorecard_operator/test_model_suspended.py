"""The model of the cluster once more, with Jobs that are suspended and let go at any moment, as Kueue does it."""

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from tests.scorecard_operator.test_model import Model, Run


class SuspendingModel(Model):
    """What may happen beside all the rest."""

    @rule(which=st.integers(0, 5), queue=st.sampled_from(["", "ocr"]), exit_code=st.sampled_from([None, 143]))
    def suspend(self, which: int, queue: str, exit_code: int | None) -> None:
        """Kueue wants the place back, or does not give it: a pod at work is stopped, which ends the Job; others just go."""
        run = self._choose(which, is_held=False)
        if run is None:
            return
        run.job.held(self.world.seconds, queue)
        if run.pod is not None and exit_code is not None:
            self.world.end(run, exit_code)
        else:
            run.pod = None

    @rule(which=st.integers(0, 5))
    def resume(self, which: int) -> None:
        """Kueue admits a Job."""
        run = self._choose(which, is_held=True)
        if run is not None:
            run.job.resumed(self.world.seconds)

    def _choose(self, which: int, *, is_held: bool) -> Run | None:
        found = [run for run in self.world.live() if (run.job.fact().held_since is not None) == is_held]
        return found[which % len(found)] if found else None

    @invariant()
    def no_more_jobs_than_slots(self) -> None:
        """How many may run at once is up to Kueue: here a Job that is let go late comes on top."""
        assert len(self.world.live()) <= len(self.world.uploads)


SuspendingModel.TestCase.settings = settings(derandomize=True, max_examples=60, stateful_step_count=30, deadline=None)
TestSuspendingModel = SuspendingModel.TestCase
