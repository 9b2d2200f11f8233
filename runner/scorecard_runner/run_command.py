"""`scorecard-runner run`: puts the real database, storage, reader and API server together and runs one attempt."""

import logging
import os
import sys
from collections.abc import Mapping
from contextlib import AbstractContextManager
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from scorecard_runner.claim import Claimant
from scorecard_runner.deadline import Deadline
from scorecard_runner.effects import Effects, Order, Reader
from scorecard_runner.errors import ExitCode, InternalError, InvalidConfiguration, RunnerError
from scorecard_runner.interruption import Interruption, raise_on_sigterm
from scorecard_runner.logs import configure_logs, log, recent_lines
from scorecard_runner.reader_mode import ReaderMode
from scorecard_runner.run import run_upload
from scorecard_runner.second_reader import default_reader, refuse_absent
from scorecard_runner.settings import RunSettings, StorageSettings, ignored_variables, read_settings
from scorecard_runner.termination import TERMINATION_LOG, last_word_on, write_last_word

UNKNOWN_ENGINE = "scorecard-runner/unknown"
"""A program that does not know its version cannot say that another one reads alike."""


def main(environment: Mapping[str, str] = os.environ, termination_log: Path = TERMINATION_LOG) -> int:
    """Run the attempt that `environment` describes and return the exit code."""
    raise_on_sigterm()
    configure_logs("INFO")
    try:
        settings = read_settings(RunSettings, environment)
        configure_logs(settings.log_level)
        _warn_of_ignored(environment)
        reader = settings.reader or default_reader()
        refuse_absent(reader)
        order = Order(
            settings.upload_id,
            settings.attempt,
            settings.languages,
            reader,
            settings.soft_time_limit_s,
            f"{engine_version()}/{reader}/{settings.languages}",
            may_reuse=_may_reuse(settings),
        )
        return run_upload(order, _effects(settings, termination_log))
    except InvalidConfiguration as error:
        print(error.message, file=sys.stderr)  # noqa: T201 - the person who set the variable reads this
        return _end_with(error, termination_log)
    except Interruption as stop:
        return _end_with(stop.error, termination_log)
    except Exception as error:  # noqa: BLE001 - a broken image must be told apart from a broken upload
        log("start failed", logging.ERROR, error=type(error).__name__)
        return _end_with(InternalError(), termination_log)


def _may_reuse(settings: RunSettings) -> bool:
    """Whether the result of the same file will do: not for somebody who asked to have it read again."""
    return settings.reuses_results and settings.retries_after is None and engine_version() != UNKNOWN_ENGINE


def engine_version() -> str:
    """Return what a stored result names as its reader."""
    try:
        return f"scorecard-runner/{version('scorecard-ocr')}"
    except PackageNotFoundError:
        return UNKNOWN_ENGINE


def _effects(settings: RunSettings, termination_log: Path) -> Effects:
    # Imported here: the settings are judged, and SIGTERM is heard, before half a second of imports.
    from scorecard_runner.database.claims import Claims  # noqa: PLC0415 - SIGTERM is heard before slow imports
    from scorecard_runner.database.connection import HURRIED, Database  # noqa: PLC0415 - SIGTERM is heard before slow imports
    from scorecard_runner.report import ApiServer, StatusReporter  # noqa: PLC0415 - SIGTERM is heard before slow imports

    address = settings.database_url.get_secret_value()
    claimant = Claimant(
        settings.upload_id,
        settings.attempt,
        settings.pod_uid,
        settings.escalates,
        settings.retries_after,
        settings.tenant,
    )
    host = f"[{settings.api_host}]" if ":" in settings.api_host else settings.api_host
    return Effects(
        rows=Claims(Database(address), claimant, Database(address, HURRIED)),
        pictures=_StorageOnDemand(settings),
        prepare=_prepare,
        reporter=StatusReporter(
            ApiServer(f"https://{host}:{settings.api_port}"), settings.namespace, settings.upload_id
        ),
        say_last_word=lambda word: write_last_word(word, termination_log, recent_lines()),
    )


class _StorageOnDemand:
    """Loads boto3 only when there is something to fetch: a run that finds nothing to do ends without it."""

    def __init__(self, settings: StorageSettings) -> None:
        self._settings = settings

    def fetch(self, bucket: str, key: str, deadline: Deadline) -> bytes:
        from scorecard_runner.storage import Storage  # noqa: PLC0415 - SIGTERM is heard before slow imports

        return Storage(self._settings).fetch(bucket, key, deadline)


def _prepare(*, languages: str, reader: ReaderMode, deadline: Deadline) -> AbstractContextManager[Reader]:
    from scorecard_runner.reading.files.sandbox import prepared  # noqa: PLC0415 - SIGTERM is heard before slow imports

    return prepared(languages=languages, reader=reader, deadline=deadline)


def _warn_of_ignored(environment: Mapping[str, str]) -> None:
    names = ignored_variables(environment)
    if names:
        log("variables of the retired Celery workers are ignored", logging.WARNING, variables=", ".join(names))


def _end_with(error: RunnerError, termination_log: Path) -> ExitCode:
    write_last_word(last_word_on(error, is_row_reported=False), termination_log, recent_lines())
    log("finished", logging.WARNING, reason=error.reason, exit_code=error.exit_code)
    return error.exit_code
