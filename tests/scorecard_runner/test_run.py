"""The order of a run, with a fault at each step: what happens, in which order, and what is said at the end."""

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

import pytest

from scorecard_runner.claim import ClaimedUpload, FailedBefore, NothingToDo, Reading
from scorecard_runner.deadline import Deadline
from scorecard_runner.effects import Effects, Order
from scorecard_runner.errors import (
    ApiServerRefused,
    ApiServerUnreachable,
    BucketNotAllowed,
    DatabaseAccessDenied,
    DatabaseUnreachable,
    ExitCode,
    NotAScorecard,
    ObjectNotFound,
    RowNotFound,
    RunnerError,
    SoftTimeLimit,
    StorageUnreachable,
    Superseded,
    Terminated,
)
from scorecard_runner.interruption import Interruption
from scorecard_runner.progress import Progress, ResultSummary, Stage
from scorecard_runner.reader_mode import ReaderMode
from scorecard_runner.run import run_upload
from scorecard_runner.termination import LastWord, Outcome

UPLOAD_ID = UUID("5d5b2c9e-1d5f-4a7e-9c9f-0a4c2d7b1e11")
NOON = dt.datetime(2026, 1, 31, 12, tzinfo=dt.UTC)
ORDER = Order(UPLOAD_ID, attempt=2, languages="eng", reader=ReaderMode.AUTO, soft_time_limit_s=240, engine="engine/1")
SHA256_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
STORED = ResultSummary(1, "NeedsReview", 0.5, 1, "1/2")
Fault = BaseException | list[BaseException | None]


@dataclass(frozen=True)
class _FakeSummary:
    verdict: str = "Verified"
    confidence: float = 0.97123
    innings: int = 2
    checks: str = "11/12"


@dataclass(frozen=True)
class _FakeDocument:
    upload_id: str = ""

    def summary(self) -> _FakeSummary:
        return _FakeSummary()

    def with_upload_id(self, upload_id: UUID, /) -> "_FakeDocument":
        return _FakeDocument(str(upload_id))

    def to_json_object(self) -> dict[str, Any]:
        return {"upload_id": self.upload_id}


@dataclass
class _World:
    """All effects in one: notes what is done; a step named in `faults` fails, once for each entry of a list."""

    faults: dict[str, Fault] = field(default_factory=dict)
    found: ClaimedUpload | NothingToDo | FailedBefore = field(
        default_factory=lambda: ClaimedUpload("b", "k", "image/png", 3)
    )
    done: list[str] = field(default_factory=list)
    reports: list[tuple[Progress, ResultSummary | None]] = field(default_factory=list)
    words: list[LastWord] = field(default_factory=list)
    stored: Reading | None = None
    kept: ResultSummary | None = None
    had: ResultSummary | None = None
    time_s: float = 0.0

    def step(self, name: str) -> None:
        self.done.append(name)
        fault = self.faults.get(name)
        if isinstance(fault, list):
            fault = fault.pop(0) if fault else None
        if fault is not None:
            raise fault

    def claim(self) -> ClaimedUpload | NothingToDo | FailedBefore:
        self.step("claim")
        return self.found

    def commit(self, reading: Reading) -> ResultSummary:
        self.step("commit")
        self.stored = reading
        return self.kept or reading.summary

    def reuse(self, content_sha256: str, engine: str) -> ResultSummary | None:
        assert (content_sha256, engine) == (SHA256_OF_ABC, "engine/1")
        self.step("reuse")
        return self.had

    def fail(self, error: RunnerError) -> None:
        self.step(f"fail {error.reason}" if "fail" not in self.faults else "fail")

    def give_back(self, error: RunnerError) -> None:
        assert self.words, "the last word must not wait for the database"
        self.step(f"give back {error.reason}" if "give back" not in self.faults else "give back")

    def fetch(self, bucket: str, key: str, deadline: Deadline) -> bytes:
        assert (bucket, key, deadline.expires_at_s) == ("b", "k", 240)
        self.step("fetch")
        return b"abc"

    @contextmanager
    def prepare(self, *, languages: str, reader: ReaderMode, deadline: Deadline) -> "Iterator[_World]":
        assert (languages, reader, deadline.expires_at_s) == ("eng", ReaderMode.AUTO, 240)
        self.step("prepare")
        try:
            yield self
        finally:
            self.step("end reader")

    def read(self, data: bytes, on_page: Callable[[int, int], None]) -> _FakeDocument:
        assert data == b"abc"
        on_page(1, 2)
        self.step("read")
        on_page(2, 2)
        return _FakeDocument()

    def report(self, progress: Progress, result: ResultSummary | None = None) -> None:
        self.step(f"report {progress.stage}")
        self.reports.append((progress, result))

    def pause(self, seconds: float) -> None:
        self.time_s += seconds

    def run(self, order: Order = ORDER) -> ExitCode:
        effects = Effects(
            rows=self,
            pictures=self,
            prepare=self.prepare,
            reporter=self,
            say_last_word=self.words.append,
            clock=lambda: self.time_s,
            pause=self.pause,
            now=lambda: NOON,
            alarm=lambda _: nullcontext(),
        )
        return run_upload(order, effects)


def test_a_good_run_goes_step_by_step() -> None:
    world = _World()
    assert world.run() == ExitCode.DONE
    assert world.done == [
        "claim",
        "prepare",
        "report claimed",
        "report fetching",
        "fetch",
        "report reading",
        "report reading",
        "read",
        "end reader",
        "report storing",
        "commit",
        "report finished",
    ]
    summary = ResultSummary(2, "Verified", 0.9712, 2, "11/12", "auto")
    assert world.stored == Reading({"upload_id": str(UPLOAD_ID)}, summary, SHA256_OF_ABC, "engine/1")
    assert world.reports[-1] == (Progress(2, Stage.FINISHED, 2, 2, NOON, NOON, NOON, "auto"), summary)
    assert world.words == [LastWord(Outcome.PARSED, "Parsed", "The scorecard was read.", "", is_row_reported=True)]


def test_a_moment_without_a_database_does_not_cost_an_attempt() -> None:
    world = _World({"claim": [DatabaseUnreachable(), DatabaseUnreachable(), None]})
    assert world.run() == ExitCode.DONE
    assert world.done[:4] == ["claim", "claim", "claim", "prepare"]


def test_a_database_that_stays_away_ends_the_attempt_while_most_of_its_time_is_left() -> None:
    world = _World({"claim": DatabaseUnreachable()})
    assert world.run() == ExitCode.DATABASE
    assert 15 < world.time_s <= 20
    assert [(word.reason, word.is_row_reported) for word in world.words] == [("DatabaseUnreachable", False)]


BEFORE_FETCH = ["claim", "prepare", "report claimed", "report fetching", "fetch"]
BEFORE_READ = [*BEFORE_FETCH, "report reading", "report reading", "read"]
BEFORE_COMMIT = [*BEFORE_READ, "end reader", "report storing", "commit"]


@pytest.mark.parametrize(
    ("step", "fault", "done", "exit_code", "reason", "is_row_reported"),
    [
        pytest.param("claim", RowNotFound(), ["claim"], 21, "RowNotFound", False, id="no row"),
        pytest.param("claim", Superseded(), ["claim"], 0, "Superseded", False, id="somebody else has the claim"),
        pytest.param(
            "claim", Interruption(Terminated()), ["claim"], 143, "Terminated", False, id="stopped while claiming"
        ),
        pytest.param(
            "prepare",
            OSError("secret"),
            ["claim", "prepare", "give back InternalError"],
            70,
            "InternalError",
            False,
            id="no process can be started",
        ),
        pytest.param(
            "prepare",
            Interruption(Terminated()),
            ["claim", "prepare", "give back Terminated"],
            143,
            "Terminated",
            False,
            id="stopped while the reader is started",
        ),
        pytest.param(
            "report fetching",
            Interruption(Terminated()),
            ["claim", "prepare", "report claimed", "report fetching", "end reader", "give back Terminated"],
            143,
            "Terminated",
            False,
            id="stopped while telling: the reader ends unused",
        ),
        pytest.param(
            "fetch",
            Interruption(Terminated()),
            [*BEFORE_FETCH, "end reader", "give back Terminated"],
            143,
            "Terminated",
            False,
            id="stopped while fetching: the reader ends unused",
        ),
        pytest.param(
            "fetch",
            ObjectNotFound(),
            [*BEFORE_FETCH, "end reader", "give back ObjectNotFound"],
            20,
            "ObjectNotFound",
            False,
            id="the object is missing: the row waits for the next attempt",
        ),
        pytest.param(
            "fetch",
            BucketNotAllowed(),
            [*BEFORE_FETCH, "end reader", "fail BucketNotAllowed", "report finished"],
            10,
            "BucketNotAllowed",
            True,
            id="a bucket outside the allow-list: the row fails for good",
        ),
        pytest.param(
            "fetch",
            Interruption(SoftTimeLimit()),
            [*BEFORE_FETCH, "end reader", "give back SoftTimeLimit"],
            30,
            "SoftTimeLimit",
            False,
            id="the alarm rings",
        ),
        pytest.param(
            "read",
            NotAScorecard(),
            [*BEFORE_READ, "end reader", "fail NotAScorecard", "report finished"],
            10,
            "NotAScorecard",
            True,
            id="no scorecard: the row fails, then the ScorecardUpload hears it",
        ),
        pytest.param(
            "read",
            SoftTimeLimit(),
            [*BEFORE_READ, "end reader", "give back SoftTimeLimit"],
            30,
            "SoftTimeLimit",
            False,
            id="too slow",
        ),
        pytest.param(
            "read",
            MemoryError(),
            [*BEFORE_READ, "end reader", "give back InternalError"],
            70,
            "InternalError",
            False,
            id="out of memory",
        ),
        pytest.param(
            "read",
            KeyError("secret"),
            [*BEFORE_READ, "end reader", "give back InternalError"],
            70,
            "InternalError",
            False,
            id="a bug in the reader",
        ),
        pytest.param(
            "read",
            Interruption(Terminated()),
            [*BEFORE_READ, "end reader", "give back Terminated"],
            143,
            "Terminated",
            False,
            id="stopped while reading",
        ),
        pytest.param("commit", Superseded(), BEFORE_COMMIT, 0, "Superseded", False, id="the claim was lost meanwhile"),
        pytest.param(
            "commit",
            DatabaseAccessDenied(),
            [*BEFORE_COMMIT, "give back DatabaseAccessDenied"],
            21,
            "DatabaseAccessDenied",
            False,
            id="a grant is missing: no point in trying again at once",
        ),
        pytest.param(
            "commit",
            [DatabaseUnreachable(), DatabaseUnreachable()],
            [*BEFORE_COMMIT, "commit", "commit", "report finished"],
            0,
            "Parsed",
            True,
            id="the database comes back before we give up",
        ),
        pytest.param(
            "report finished",
            [ApiServerUnreachable(), ApiServerUnreachable()],
            [*BEFORE_COMMIT, "report finished", "report finished", "report finished"],
            0,
            "Parsed",
            True,
            id="the API server comes back before we give up",
        ),
        pytest.param(
            "report finished",
            ApiServerRefused(),
            [*BEFORE_COMMIT, "report finished"],
            22,
            "ApiServerRefused",
            True,
            id="the API server says no: the next attempt tells it again",
        ),
        pytest.param(
            "report finished",
            Interruption(Terminated()),
            [*BEFORE_COMMIT, "report finished"],
            22,
            "ApiServerUnreachable",
            True,
            id="stopped after the row was written: the next attempt tells",
        ),
        pytest.param(
            "report finished",
            ValueError("secret"),
            [*BEFORE_COMMIT, "report finished"],
            22,
            "ApiServerUnreachable",
            True,
            id="a bug after the row was written",
        ),
    ],
)
def test_a_fault(
    step: str, fault: Fault, done: list[str], exit_code: int, reason: str, *, is_row_reported: bool
) -> None:
    world = _World({step: fault})
    assert world.run() == exit_code
    assert world.done == done
    assert [(word.reason, word.is_row_reported) for word in world.words] == [(reason, is_row_reported)]


def test_the_final_report_is_given_up_after_twenty_seconds() -> None:
    world = _World({"report finished": ApiServerUnreachable()})
    assert world.run() == ExitCode.API_SERVER
    assert world.stored is not None
    assert 10 < world.time_s <= 20


def test_a_database_that_stays_away_costs_fifteen_seconds_at_most() -> None:
    world = _World({"commit": DatabaseUnreachable()})
    assert world.run() == ExitCode.DATABASE
    assert 5 < world.time_s <= 15
    assert "report finished" not in world.done


@pytest.mark.parametrize("stage", ["claimed", "fetching", "reading", "storing"])
def test_progress_that_cannot_be_told_neither_stops_the_run_nor_is_tried_again(stage: str) -> None:
    world = _World({f"report {stage}": ApiServerUnreachable()})
    assert world.run() == ExitCode.DONE
    after = world.done[world.done.index(f"report {stage}") + 1 :]
    assert [step for step in after if step.startswith("report")] == ["report finished"]


def test_a_row_parsed_before_is_told_again() -> None:
    world = _World(found=NothingToDo(STORED))
    assert world.run() == ExitCode.DONE
    assert world.done == ["claim", "report finished"]
    assert world.reports == [(Progress(2, Stage.FINISHED, reader="auto"), STORED)]
    assert (world.words[0].outcome, world.words[0].reason) == (Outcome.NOTHING_TO_DO, "Parsed")


def test_a_row_finished_by_others_is_left_alone() -> None:
    world = _World(found=NothingToDo(None))
    assert world.run() == ExitCode.DONE
    assert world.reports == [(Progress(2, Stage.FINISHED, reader="auto"), None)]
    assert (world.words[0].outcome, world.words[0].reason) == (Outcome.NOTHING_TO_DO, "NothingToDo")


def test_a_row_failed_before_ends_as_that_failure_and_not_as_a_success() -> None:
    world = _World(found=FailedBefore(NotAScorecard()))
    assert world.run() == ExitCode.INPUT
    assert world.done == ["claim", "report finished"]
    assert [(word.outcome, word.reason, word.is_row_reported) for word in world.words] == [
        (Outcome.FAILED, "NotAScorecard", True)
    ]


def test_an_input_failure_that_the_database_does_not_take_is_left_to_the_operator() -> None:
    world = _World({"read": NotAScorecard(), "fail": DatabaseUnreachable()})
    assert world.run() == ExitCode.INPUT
    assert "report finished" not in world.done
    assert [(word.reason, word.is_row_reported) for word in world.words] == [("NotAScorecard", False)]


def test_an_input_failure_after_the_claim_was_lost_is_not_ours_to_tell() -> None:
    world = _World({"read": NotAScorecard(), "fail": Superseded()})
    assert world.run() == ExitCode.DONE
    assert [word.outcome for word in world.words] == [Outcome.SUPERSEDED]


@pytest.mark.parametrize("trouble", [ApiServerRefused(), ApiServerUnreachable(), Interruption(Terminated())])
def test_an_input_failure_keeps_its_exit_code_when_it_cannot_be_told(trouble: BaseException) -> None:
    world = _World({"read": NotAScorecard(), "report finished": trouble})
    assert world.run() == ExitCode.INPUT
    assert [(word.reason, word.is_row_reported) for word in world.words] == [("NotAScorecard", True)]


def test_the_last_word_is_said_before_the_claim_is_given_back() -> None:
    world = _World({"fetch": StorageUnreachable(), "give back": DatabaseUnreachable()})
    assert world.run() == ExitCode.STORAGE
    assert world.done[-1] == "give back"
    assert [word.reason for word in world.words] == ["StorageUnreachable"]


def test_a_second_reading_that_is_no_better_tells_the_first_result_and_says_so() -> None:
    world = _World(kept=STORED)
    assert world.run() == ExitCode.DONE
    assert world.reports[-1][1] == STORED
    assert [(word.outcome, word.reason, word.is_row_reported) for word in world.words] == [
        (Outcome.PARSED, "FirstResultKept", True)
    ]


def test_a_second_reading_that_finds_nothing_never_fails_the_row_that_has_a_result() -> None:
    has_result = ClaimedUpload("b", "k", "image/png", 3, has_result=True)
    world = _World({"read": NotAScorecard()}, found=has_result)
    assert world.run() == ExitCode.INPUT
    assert world.done == [*BEFORE_READ, "end reader", "give back NotAScorecard"]
    assert [(word.reason, word.is_row_reported) for word in world.words] == [("NotAScorecard", False)]


MAY_REUSE = replace(ORDER, may_reuse=True)
REUSED = ResultSummary(2, "Verified", 0.97, 2, "11/12", "rapid", cached=True)


def test_a_file_that_was_read_before_is_not_read() -> None:
    world = _World(had=REUSED)
    assert world.run(MAY_REUSE) == ExitCode.DONE
    assert world.done == [*BEFORE_FETCH, "reuse", "end reader", "report finished"]
    assert world.reports[-1] == (Progress(2, Stage.FINISHED, 0, 0, NOON, None, NOON, "auto"), REUSED)
    message = "The same file was read before: its result was taken over."
    assert world.words == [LastWord(Outcome.PARSED, "Parsed", message, "", is_row_reported=True)]


@pytest.mark.parametrize(
    "fault",
    [
        pytest.param(None, id="nobody had it"),
        pytest.param(DatabaseUnreachable(), id="the database does not answer just now"),
        pytest.param(DatabaseAccessDenied(), id="the database refuses to say"),
    ],
)
def test_a_file_is_read_if_no_earlier_result_is_to_be_had(fault: RunnerError | None) -> None:
    world = _World({"reuse": fault} if fault else {})
    assert world.run(MAY_REUSE) == ExitCode.DONE
    assert world.done == [
        *BEFORE_FETCH,
        "reuse",
        *BEFORE_READ[len(BEFORE_FETCH) :],
        *BEFORE_COMMIT[len(BEFORE_READ) :],
        "report finished",
    ]
    assert world.words[0].message == "The scorecard was read."


def test_a_claim_that_was_lost_reuses_nothing() -> None:
    world = _World({"reuse": Superseded()})
    assert world.run(MAY_REUSE) == ExitCode.DONE
    assert world.done == [*BEFORE_FETCH, "reuse", "end reader"]
    assert [word.outcome for word in world.words] == [Outcome.SUPERSEDED]


def test_a_result_that_was_taken_over_to_better_another_and_is_no_better_leaves_the_first() -> None:
    world = _World(had=STORED)
    assert world.run(MAY_REUSE) == ExitCode.DONE
    assert [(word.outcome, word.reason) for word in world.words] == [(Outcome.PARSED, "FirstResultKept")]


def test_stopped_after_the_result_was_taken_over_the_next_attempt_tells() -> None:
    world = _World({"report finished": Interruption(Terminated())}, had=REUSED)
    assert world.run(MAY_REUSE) == ExitCode.API_SERVER
    assert [(word.reason, word.is_row_reported) for word in world.words] == [("ApiServerUnreachable", True)]
