"""Every way a run can end, played for real: the leaves of the runner's errors, and its last words on good ends."""

from contextlib import nullcontext
from pathlib import Path
from unittest.mock import MagicMock
from uuid import UUID

from scorecard_operator.facts import PodFact, parse_pod
from scorecard_runner import errors
from scorecard_runner.claim import ClaimedUpload, FailedBefore, NothingToDo
from scorecard_runner.effects import Effects, Order
from scorecard_runner.errors import ExitCode, RunnerError
from scorecard_runner.progress import ResultSummary
from scorecard_runner.reader_mode import ReaderMode
from scorecard_runner.run import run_upload
from scorecard_runner.termination import LastWord, write_last_word
from tests.builders import PodBuilder, upload_name

ORDER = Order(
    UUID(upload_name(1)),
    attempt=1,
    languages="eng",
    reader=ReaderMode.TESSERACT,
    soft_time_limit_s=240,
    engine="engine/1",
)
CLAIMED = ClaimedUpload("bucket", "key", "image/png", 3)
NOTHING_TO_DO = NothingToDo(None)
HELD = ResultSummary(attempt=0, verdict="NeedsReview", confidence=0.5, innings=1, checks="1/2")


def leaves_of(kind: type[RunnerError] = RunnerError) -> list[type[RunnerError]]:
    """Return the errors that a run can end with: those that no other error is derived from."""
    # Not what a test elsewhere may have derived for itself.
    below = [each for each in kind.__subclasses__() if each.__module__ == errors.__name__]
    return [leaf for each in below for leaf in leaves_of(each)] if below else [kind]


def end_of_run(
    found: ClaimedUpload | NothingToDo | FailedBefore, held: ResultSummary | None = None
) -> tuple[ExitCode, LastWord]:
    """Return how a run ends that found this and met no trouble; `held` is a result that the row keeps."""
    words: list[LastWord] = []
    world = MagicMock()
    world.claim.return_value = found
    world.reuse.return_value = None
    world.fetch.return_value = b"abc"
    world.commit.side_effect = lambda reading: held or reading.summary
    effects = Effects(
        rows=world,
        pictures=world,
        prepare=world.prepare,
        reporter=world,
        say_last_word=words.append,
        alarm=lambda _: nullcontext(),
    )
    code = run_upload(ORDER, effects)
    (word,) = words
    return code, word


def pod_after(code: int, word: LastWord, file: Path, *, seconds: float = -60) -> PodFact:
    """Return the pod as the operator sees it once the kubelet has handed on what the runner wrote into `file`."""
    file.touch()
    write_last_word(word, file)
    pod = PodBuilder().ended(code, seconds=seconds).raw()
    pod["status"]["containerStatuses"][0]["state"]["terminated"]["message"] = file.read_text(encoding="utf-8")
    fact = parse_pod(pod)
    assert fact is not None
    return fact
