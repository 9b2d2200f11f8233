"""`scorecard-runner prune-objects`: deletes the pictures of uploads that were done with long ago.

Never part of a run: who reads pictures needs no right to delete them. Says how many there were, never which. May break off
anywhere; the next time goes on from there.
"""

import logging
import os
import sys
from collections.abc import Mapping

from scorecard_runner.errors import InvalidConfiguration, RunnerError
from scorecard_runner.logs import configure_logs, log
from scorecard_runner.settings import PruneSettings, read_settings

BATCH = 200
MOST_BATCHES = 50


def main(environment: Mapping[str, str] = os.environ, *, is_dry_run: bool = False) -> int:
    """Delete what `environment` calls old, or only count it, and return the exit code."""
    configure_logs("INFO")
    try:
        settings = read_settings(PruneSettings, environment)
        configure_logs(settings.log_level)
        return _prune(settings, is_dry_run=is_dry_run)
    except InvalidConfiguration as error:
        print(error.message, file=sys.stderr)  # noqa: T201 - the person who set the variable reads this
        return error.exit_code
    except RunnerError as error:
        print(f"{error.message} {error.hint}", file=sys.stderr)  # noqa: T201 - whoever looks why the job failed reads this
        log("objects not deleted", logging.ERROR, reason=error.reason)
        return error.exit_code


def _prune(settings: PruneSettings, *, is_dry_run: bool) -> int:
    from scorecard_runner.database.connection import Database  # noqa: PLC0415 - a wrong configuration is told before slow imports
    from scorecard_runner.database.old_objects import PRUNING_TIMEOUTS, OldObjects  # noqa: PLC0415 - as above
    from scorecard_runner.storage import Storage  # noqa: PLC0415 - as above

    database = Database(settings.database_url.get_secret_value(), PRUNING_TIMEOUTS)
    old = OldObjects(database, settings.buckets, settings.retention_days)
    if is_dry_run:
        log("objects would be deleted", count=old.count(), older_than_days=settings.retention_days)
        return 0
    storage, deleted = Storage(settings), 0
    try:
        for _ in range(MOST_BATCHES):
            before = deleted
            for upload_id in old.find(BATCH):
                with old.hold(upload_id) as found:
                    if found is not None:
                        storage.delete(found.bucket, found.key)
                deleted += found is not None
            if deleted == before:
                break
        old.forget_lost_rows()
    finally:
        log("objects deleted", count=deleted, older_than_days=settings.retention_days)
    return 0
