"""The whole loop with uploads that run out within minutes: none goes that somebody waits for, in the end all are gone.

The same world as in `test_model_of_the_loop`, with requests that get lost, and people who ask again at the last moment.
"""

from typing import ClassVar

from hypothesis import settings
from hypothesis.stateful import rule

from scorecard_operator.facts import RETRY_ANNOTATION, parse_time, parse_upload
from scorecard_operator.settings import Settings
from tests.builders import make_settings
from tests.scorecard_operator.test_model_of_the_loop import CAP, WHICH, LoopModel, is_over
from tests.simulation.api_server import Kind

TTL_S, FAILED_TTL_S = 20, 100


class RetentionModel(LoopModel):
    """The model with short ages."""

    operator_settings: ClassVar[Settings] = make_settings(
        SCORECARD_MAX_CONCURRENT_JOBS=str(CAP),
        SCORECARD_LAUNCHES_PER_MINUTE="60",
        SCORECARD_UPLOAD_TTL_SECONDS=str(TTL_S),
        SCORECARD_FAILED_UPLOAD_TTL_SECONDS=str(FAILED_TTL_S),
    )
    last_wait_s: ClassVar[float] = FAILED_TTL_S + 60.0

    @rule(which=WHICH)
    def finish(self, which: int) -> None:
        """A runner does its work to the end."""
        self.wait(1.0)
        self.work(which=which, steps=5)
        self.wait(1.0)

    @rule(which=WHICH)
    def ask_at_the_last_moment(self, which: int) -> None:
        """Somebody asks for another run of what is about to run out, and no watch tells of it."""
        self.finish(which=which)
        ended = [upload for upload in self._uploads() if is_over(upload) and upload.status.phase == "Succeeded"]
        if not ended:
            return
        body = self.server.objects[Kind.UPLOADS][ended[which % len(ended)].name]
        ends_at = parse_time(body["status"]["completionTime"])
        assert ends_at is not None
        self.wait(max(0.0, (ends_at - self.server.now).total_seconds() + TTL_S - 1.5))
        if body["metadata"]["name"] in self.server.objects[Kind.UPLOADS]:
            self.process.freeze(Kind.UPLOADS)
            self.tokens += 1
            body = self.server.objects[Kind.UPLOADS][body["metadata"]["name"]]
            body["metadata"]["annotations"] = {RETRY_ANNOTATION: f"token-{self.tokens}"}
            self.server.put(Kind.UPLOADS, body)
            self.wait(3.0)
            self.process.thaw()

    @rule(which=WHICH)
    def stop_without_a_database(self, which: int) -> None:
        """An upload is cancelled, and its row cannot be written until long after its time."""
        self.tables.is_away = True
        self.meddle(which=which, what="cancel")
        self.wait(TTL_S + 10.0)
        self.tables.is_away = False

    def inspect(self) -> None:
        """Hold every promise, and that nobody waited for what was deleted."""
        super().inspect()
        for body in self.server.expired:
            upload = parse_upload(body)
            assert upload is not None
            assert is_over(upload)
            assert self.tables.status[upload.name] in {"parsed", "failed"}

    def _end(self) -> None:
        super()._end()
        assert self._uploads() == []
        assert self.server.objects[Kind.JOBS] == {}


RetentionModel.TestCase.settings = settings(derandomize=True, max_examples=60, stateful_step_count=30, deadline=None)
TestRetentionModel = RetentionModel.TestCase
