"""The order of one run, and nothing else: claim, prepare, fetch, read, store, report, last word.

Every effect stands behind a protocol (`effects`). What must hold: no row is written without the claim, the
ScorecardUpload hears `finished` only after the row is final, and the last word is said however the run ends.
"""

import hashlib
import logging
from collections.abc import Callable
from dataclasses import replace

from scorecard_runner.claim import FIRST_RESULT_KEPT, ClaimedUpload, FailedBefore, NothingToDo, Reading
from scorecard_runner.deadline import Deadline
from scorecard_runner.effects import Document, Effects, Order
from scorecard_runner.errors import (
    ApiServerError,
    ApiServerUnreachable,
    DatabaseError,
    DatabaseUnreachable,
    ExitCode,
    InputError,
    InternalError,
    RunnerError,
    Superseded,
)
from scorecard_runner.interruption import Interruption
from scorecard_runner.logs import log
from scorecard_runner.persistence import Answer, persist
from scorecard_runner.progress import Progress, ResultSummary, Stage
from scorecard_runner.termination import LastWord, Outcome, last_word_on

# A moment without a database is waited for here: another pod costs more than the wait.
CLAIM_LIMIT_S = 20.0
STORING_LIMIT_S = 15.0
FINAL_REPORT_LIMIT_S = 20.0
# The alarm rings a little after the deadline that every wait knows: it is for code that cannot be asked.
ALARM_FACTOR = 1.05
READ = "The scorecard was read."


def run_upload(order: Order, effects: Effects) -> ExitCode:
    """Run one attempt to its end, say the last word and return the exit code; raises nothing."""
    run = _Run(order, effects)
    try:
        return run.to_the_end()
    except Interruption as stop:
        return run.end_with(run.error_after_the_row() or stop.error)
    except Exception as error:  # noqa: BLE001 - a fault in the last steps must end in an honest last word too
        return run.end_with(run.error_after_the_row() or _unexpected(error))


def _unexpected(error: Exception) -> InternalError:
    # The type alone: the text of an exception may quote a key, a file name or a person.
    log("unexpected error", logging.ERROR, error=type(error).__name__)
    return InternalError()


class _Run:
    def __init__(self, order: Order, effects: Effects) -> None:
        self._order = order
        self._effects = effects
        self._deadline = Deadline.after(order.soft_time_limit_s, effects.clock)
        self._progress = Progress(order.attempt, reader=order.reader)
        self._is_anybody_listening = True
        self._is_claimed = False
        self._has_result = False
        self._is_row_final = False
        self._refusal: InputError | None = None

    def to_the_end(self) -> ExitCode:
        try:
            with self._effects.alarm(self._order.soft_time_limit_s * ALARM_FACTOR):
                limit_s = min(CLAIM_LIMIT_S, self._order.soft_time_limit_s / 4)
                claimed = self._persist(self._effects.rows.claim, DatabaseUnreachable, limit_s)
                if isinstance(claimed, ClaimedUpload):
                    self._is_claimed, self._has_result = True, claimed.has_result
                    summary = self._read_and_store(claimed)
                else:
                    self._is_row_final = True
        except Interruption as stop:
            return self._fail_with(stop.error)
        except RunnerError as error:
            return self._fail_with(error)
        except Exception as error:  # noqa: BLE001 - whatever a library throws must end in an honest last word
            return self._fail_with(_unexpected(error))
        if isinstance(claimed, NothingToDo):
            return self._conclude_without_work(claimed)
        if isinstance(claimed, FailedBefore):
            return self._conclude_refused(claimed.error)
        return self._conclude(summary, self._word_on(summary))

    def _word_on(self, summary: ResultSummary) -> LastWord:
        if summary.attempt == self._order.attempt:
            message = "The same file was read before: its result was taken over." if summary.cached else READ
            return LastWord(Outcome.PARSED, "Parsed", message, "", is_row_reported=True)
        message = "The scorecard was read again; the row keeps the first result, for this one is no better."
        return LastWord(Outcome.PARSED, FIRST_RESULT_KEPT, message, "", is_row_reported=True)

    def _read_and_store(self, upload: ClaimedUpload) -> ResultSummary:
        order = self._order
        # Begun before anything is told or fetched: both take about as long as it takes the reader to load.
        with self._effects.prepare(languages=order.languages, reader=order.reader, deadline=self._deadline) as reader:
            data = self._fetch(upload)
            content_sha256 = hashlib.sha256(data).hexdigest()
            reused = self._reuse(content_sha256) if order.may_reuse else None
            if reused is not None:
                return reused
            self._tell(Stage.READING, size_bytes=len(data))
            document = reader.read(data, self._page_done).with_upload_id(order.upload_id)
        self._progress = replace(self._progress, recognised_at=self._effects.now())
        self._tell(Stage.STORING)
        summary = self._summarise(document)
        reading = Reading(document.to_json_object(), summary, content_sha256, order.engine)
        held = self._persist(lambda: self._effects.rows.commit(reading), DatabaseUnreachable, STORING_LIMIT_S)
        self._is_row_final = True
        return held

    def _fetch(self, upload: ClaimedUpload) -> bytes:
        self._tell(Stage.CLAIMED)
        self._tell(Stage.FETCHING)
        data = self._effects.pictures.fetch(upload.bucket, upload.key, self._deadline)
        self._progress = replace(self._progress, fetched_at=self._effects.now())
        return data

    def _reuse(self, content_sha256: str) -> ResultSummary | None:
        try:
            held = self._effects.rows.reuse(content_sha256, self._order.engine)
        except DatabaseError as error:
            # Reading takes its time, and storing the result is tried again: no reason to give up here.
            log("no earlier result looked for", logging.WARNING, reason=error.reason)
            return None
        if held is not None:
            self._is_row_final = True
            log("result reused")
        return held

    def _summarise(self, document: Document) -> ResultSummary:
        said = document.summary()
        return ResultSummary(
            attempt=self._order.attempt,
            verdict=str(said.verdict),
            confidence=round(float(said.confidence), 4),
            innings=said.innings,
            checks=said.checks,
            reader=self._order.reader,
        )

    def _page_done(self, done: int, total: int) -> None:
        self._progress = replace(self._progress, done=done, total=total)
        if done < total:
            self._tell(Stage.READING)

    def _tell(self, stage: Stage, **facts: int) -> None:
        """Report a stage on the way: once the API server has failed us, only the end is worth waiting for."""
        self._progress = self._progress.at(stage)
        log(stage, done=self._progress.done, total=self._progress.total, **facts)
        self._deadline.left_s()
        if not self._is_anybody_listening:
            return
        try:
            self._effects.reporter.report(self._progress)
        except ApiServerError as error:
            self._is_anybody_listening = False
            log("progress not reported", logging.WARNING, reason=error.reason)

    def _conclude_without_work(self, found: NothingToDo) -> ExitCode:
        message = "The upload had reached its end before this attempt."
        reason = "Parsed" if found.summary else "NothingToDo"
        return self._conclude(found.summary, LastWord(Outcome.NOTHING_TO_DO, reason, message, "", is_row_reported=True))

    def _conclude(self, summary: ResultSummary | None, word: LastWord) -> ExitCode:
        self._progress = self._progress.at(Stage.FINISHED)
        if word.outcome is Outcome.PARSED:
            self._progress = replace(self._progress, stored_at=self._effects.now())
        try:
            self._report_end(summary)
        except ApiServerError as error:
            return self.end_with(error)
        self._effects.say_last_word(word)
        log("finished", outcome=word.outcome, reason=word.reason, exit_code=ExitCode.DONE)
        return ExitCode.DONE

    def _fail_with(self, error: RunnerError) -> ExitCode:
        if isinstance(error, InputError) and self._is_claimed and not self._has_result:
            return self._refuse_input(error)
        exit_code = self.end_with(error)
        if self._is_claimed and not isinstance(error, Superseded):
            self._give_back(error)
        return exit_code

    def _refuse_input(self, error: InputError) -> ExitCode:
        try:
            self._persist(lambda: self._effects.rows.fail(error), DatabaseUnreachable, STORING_LIMIT_S)
            self._is_row_final = True
        except Superseded as superseded:
            return self.end_with(superseded)
        except DatabaseError as trouble:
            # The operator writes the row then: it knows the reason from our last word.
            log("row not written", logging.ERROR, reason=trouble.reason)
            return self.end_with(error)
        return self._conclude_refused(error)

    def _conclude_refused(self, error: InputError) -> ExitCode:
        self._refusal = error
        self._progress = self._progress.at(Stage.FINISHED)
        try:
            self._report_end(None)
        except ApiServerError as trouble:
            log("end not reported", logging.WARNING, reason=trouble.reason)
        return self.end_with(error)

    def _give_back(self, error: RunnerError) -> None:
        try:
            self._effects.rows.give_back(error)
        except RunnerError as trouble:
            log("end of the attempt not noted", logging.WARNING, reason=trouble.reason)

    def _report_end(self, summary: ResultSummary | None) -> None:
        self._persist(
            lambda: self._effects.reporter.report(self._progress, summary), ApiServerUnreachable, FINAL_REPORT_LIMIT_S
        )

    def _persist(self, action: Callable[[], Answer], passing: type[RunnerError], limit_s: float) -> Answer:
        return persist(action, passing, Deadline.after(limit_s, self._effects.clock), self._effects.pause)

    def end_with(self, error: RunnerError) -> ExitCode:
        self._effects.say_last_word(last_word_on(error, is_row_reported=self._is_row_final))
        log("finished", logging.WARNING, reason=error.reason, exit_code=error.exit_code)
        return error.exit_code

    def error_after_the_row(self) -> RunnerError | None:
        """Return what a run ends with that breaks off after the row became final: the rest is for the next attempt."""
        if not self._is_row_final:
            return None
        return self._refusal or ApiServerUnreachable()
