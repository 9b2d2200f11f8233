"""The last word: what the runner writes is what the operator hears, and all of it fits into the status."""

import io
import json
import logging
import re
from pathlib import Path

import pytest

from scorecard_operator.failures import Broken
from scorecard_operator.last_words import EVENT, LINE_LIMIT, MOST_LINES, hear
from scorecard_operator.outcome import AttemptFacts, Deadlines, Running, Succeeded, judge_attempt
from scorecard_operator.resource import MAX_LOG_LINES, Failure
from scorecard_operator.vocabulary import FailureClass, Reason
from scorecard_runner.claim import ClaimedUpload, FailedBefore, NothingToDo
from scorecard_runner.errors import InternalError, NotAScorecard, RunnerError, Superseded
from scorecard_runner.logs import configure_logs, log, recent_lines
from scorecard_runner.progress import ResultSummary, Stage
from scorecard_runner.termination import MAX_BYTES, MAX_LOG_BYTES, LastWord, Outcome, last_word_on, write_last_word
from tests.builders import NOW, JobBuilder, UploadBuilder
from tests.contracts.endings import CLAIMED, NOTHING_TO_DO, end_of_run, leaves_of, pod_after
from tests.contracts.pages import CONTRACT, ROOT, section_of

PAGE = section_of(CONTRACT, "Termination message")
STORED_BEFORE = NothingToDo(ResultSummary(attempt=1, verdict="Verified", confidence=0.97, innings=2, checks="11/12"))
ENDS = [
    pytest.param(*end_of_run(CLAIMED), id="The scorecard was read."),
    pytest.param(*end_of_run(NOTHING_TO_DO), id="There was nothing to do."),
    pytest.param(*end_of_run(STORED_BEFORE), id="An earlier attempt has stored the result."),
    pytest.param(*end_of_run(FailedBefore(NotAScorecard())), id="An earlier attempt has refused the file."),
    *(
        pytest.param(leaf.exit_code, last_word_on(leaf(), is_row_reported=is_reported), id=f"{leaf().row_text} {row}")
        for leaf in leaves_of()
        for is_reported, row in ((True, "The row says so."), (False, "The row does not say so."))
    ),
]


def judged(code: int, word: LastWord, file: Path, *, seconds: float = -60) -> object:
    attempt = AttemptFacts(1, JobBuilder().fact(), pod_after(code, word, file, seconds=seconds))
    return judge_attempt(UploadBuilder().in_flight().fact(), attempt, Deadlines(start_s=120, run_s=300), NOW)


@pytest.mark.parametrize(("code", "word"), ENDS)
def test_the_operator_hears_what_the_runner_said(code: int, word: LastWord, tmp_path: Path) -> None:
    heard = pod_after(code, word, tmp_path / "log").termination
    assert heard is not None
    assert (heard.exit_code, heard.outcome, heard.word) == (code, word.outcome, word.reason)
    assert (heard.message, heard.hint, heard.is_row_reported) == (word.message, word.hint, word.is_row_reported)


@pytest.mark.parametrize(("code", "word"), ENDS)
def test_a_last_word_keeps_to_the_page_and_fits_into_the_status(code: int, word: LastWord, tmp_path: Path) -> None:
    pod_after(code, word, tmp_path / "log")
    written = (tmp_path / "log").read_bytes()
    said = json.loads(written)
    assert len(written) <= MAX_BYTES
    assert list(said) == re.findall(r'"(\w+)":', PAGE)
    # Built to see its bounds: a longer text would be refused here as by the API server.
    assert (
        Failure(class_=FailureClass.INPUT, **{key: said[key] for key in ("reason", "message", "hint")}).reason
        == word.reason
    )


def test_the_log_of_a_runner_that_failed_is_heard_and_fits_into_the_status(tmp_path: Path) -> None:
    configure_logs("INFO", io.StringIO())
    for number in range(30):
        log("no earlier result looked for", logging.WARNING, number=number, reason="DatabaseUnreachable")
    (tmp_path / "log").touch()
    write_last_word(last_word_on(InternalError(), is_row_reported=False), tmp_path / "log", recent_lines())
    heard = hear((tmp_path / "log").read_text(encoding="utf-8"))
    assert heard.reason == InternalError.reason
    assert [line.partition("Z ")[2] for line in heard.log_tail] == [
        f"WARNING no earlier result looked for number={number} reason=DatabaseUnreachable" for number in range(20, 30)
    ]
    failure = Failure(class_=FailureClass.APPLICATION, reason=heard.reason, log_tail=list(heard.log_tail))
    assert (MOST_LINES, LINE_LIMIT) == (MAX_LOG_LINES, 200)
    assert failure.log_tail == list(heard.log_tail)


def test_every_event_that_a_runner_logs_has_the_form_that_the_operator_takes() -> None:
    events = {
        text
        for file in (ROOT / "runner" / "scorecard_runner").rglob("*.py")
        for text in re.findall(r"\blog\(\s*\"([^\"]+)\"", file.read_text(encoding="utf-8"))
    }
    assert "unexpected error" in events
    assert [event for event in events | set(map(str, Stage)) if not EVENT.fullmatch(event)] == []


def test_the_page_names_the_bound_and_every_outcome() -> None:
    assert re.findall(r"at most ([\d,]+) bytes", PAGE) == [f"{MAX_BYTES:,}"]
    assert re.findall(r"([\d,]+) bytes at most", PAGE) == [f"{MAX_LOG_BYTES:,}"]
    assert re.findall(r"last (\d+) of these lines, (\d+) characters", PAGE) == [(str(MOST_LINES), str(LINE_LIMIT))]
    assert re.findall(r'"outcome": "([^"]+)"', PAGE) == ["|".join(Outcome)]


@pytest.mark.parametrize(
    ("found", "reason"),
    [
        pytest.param(CLAIMED, Reason.PARSED, id="the scorecard was read"),
        pytest.param(STORED_BEFORE, Reason.PARSED, id="an earlier attempt has stored the result"),
        pytest.param(NOTHING_TO_DO, end_of_run(NOTHING_TO_DO)[1].reason, id="there was nothing to do"),
    ],
)
def test_a_good_end_is_a_success(found: ClaimedUpload | NothingToDo, reason: str, tmp_path: Path) -> None:
    outcome = judged(*end_of_run(found), tmp_path / "log")
    assert isinstance(outcome, Succeeded)
    assert outcome.reason == reason


def test_a_success_of_this_moment_waits_for_the_report_on_the_resource(tmp_path: Path) -> None:
    assert isinstance(judged(*end_of_run(CLAIMED), tmp_path / "log", seconds=-1), Running)


def test_a_superseded_end_is_no_success_although_its_exit_code_is_0(tmp_path: Path) -> None:
    word = last_word_on(Superseded(), is_row_reported=False)
    assert isinstance(judged(Superseded.exit_code, word, tmp_path / "log"), Broken)


@pytest.mark.parametrize("leaf", [pytest.param(leaf, id=leaf().row_text) for leaf in leaves_of() if leaf.exit_code])
def test_the_operator_passes_on_the_words_of_a_failure(leaf: type[RunnerError], tmp_path: Path) -> None:
    outcome = judged(leaf.exit_code, last_word_on(leaf(), is_row_reported=True), tmp_path / "log")
    assert isinstance(outcome, Broken)
    assert (outcome.reason, outcome.message, outcome.hint) == (leaf.reason, leaf.message, leaf.hint)
    assert (outcome.exit_code, outcome.is_row_reported) == (leaf.exit_code, True)
