"""`scorecard-runner check`: one line for everything a run needs, `ok` or what to do about it.

Refuses to change anything and to show addresses, keys or passwords.
"""

import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TextIO

from scorecard_runner.errors import InvalidConfiguration, RunnerError
from scorecard_runner.reader_mode import ReaderMode
from scorecard_runner.second_reader import MEND, default_reader, is_installed
from scorecard_runner.settings import ServiceSettings, read_settings

TESSERACT_TIMEOUT_S = 10


@dataclass(frozen=True)
class Finding:
    """One line of the answer; `mend` is empty when all is well."""

    subject: str
    fact: str
    mend: str = ""

    @property
    def is_ok(self) -> bool:
        """Whether nothing has to be done."""
        return not self.mend


def main(environment: Mapping[str, str] = os.environ, out: TextIO | None = None) -> int:
    """Print a line for each thing checked; return 0 when all is well, else 1."""
    findings = list(_findings(environment))
    width = max(len(finding.subject) for finding in findings)
    for finding in findings:
        word = "ok  " if finding.is_ok else "FAIL"
        print(f"{word}  {finding.subject:<{width}}  {finding.fact}", file=out or sys.stdout)
        if finding.mend:
            print(f"      {'':<{width}}  -> {finding.mend}", file=out or sys.stdout)
    return 0 if all(finding.is_ok for finding in findings) else 1


def _findings(environment: Mapping[str, str]) -> Iterable[Finding]:
    try:
        settings = read_settings(ServiceSettings, environment)
    except InvalidConfiguration as error:
        for line in error.message.splitlines():
            fact, _, mend = line.rpartition("; ")
            yield Finding("configuration", fact, mend)
        return
    yield Finding("configuration", "all variables make sense")
    yield check_tesseract(settings.languages, _installed_languages)
    yield from check_second_reader(settings.reader or default_reader(), is_installed)
    yield from check_database(settings)
    for number, bucket in enumerate(settings.buckets, start=1):
        yield check_bucket(settings, bucket, f"bucket {number}")


def check_tesseract(languages: str, installed: Callable[[], set[str]]) -> Finding:
    """Say whether Tesseract runs and has all of `languages`."""
    try:
        available = installed()
    except FileNotFoundError:
        return Finding("tesseract", "the program is not installed", "install the package tesseract-ocr.")
    except (OSError, subprocess.SubprocessError) as error:
        return Finding("tesseract", f"the program does not run ({type(error).__name__})", "reinstall tesseract-ocr.")
    missing = [language for language in languages.split("+") if language not in available]
    if missing:
        packages = " ".join(f"tesseract-ocr-{language.replace('_', '-')}" for language in missing)
        return Finding("tesseract", f"no data for {', '.join(missing)}", f"install {packages}.")
    return Finding("tesseract", f"has {languages}")


def check_second_reader(reader: ReaderMode, is_there: Callable[[], bool]) -> Iterable[Finding]:
    """Say whether the second reader is there, where the mode needs it."""
    if reader is ReaderMode.TESSERACT:
        return
    if is_there():
        yield Finding("second reader", f"is installed, for the mode {reader}")
    else:
        yield Finding("second reader", f"is not installed, and the mode is {reader}", f"{MEND}.")


def check_database(settings: ServiceSettings) -> Iterable[Finding]:
    """Say whether the database answers, grants what we need, and has our schema."""
    from scorecard_runner.database.connection import Database  # noqa: PLC0415 - a wrong configuration is told before slow imports
    from scorecard_runner.database.grants import inspect_database  # noqa: PLC0415 - a wrong configuration is told before slow imports

    try:
        database = Database(settings.database_url.get_secret_value())
        state = inspect_database(database, reuses_results=settings.reuses_results)
    except RunnerError as error:
        yield Finding("database", error.message, error.hint)
        return
    yield Finding("database", "answers")
    if not state.has_uploads:
        yield Finding("uploads", "the table is not there", "check that DATABASE_URL names the database of the backend.")
    elif state.missing_columns:
        yield Finding("uploads", f"no columns {', '.join(state.missing_columns)}", "run the backend's migrations.")
    elif state.missing_grants:
        grants = ", ".join(state.missing_grants)
        yield Finding("uploads", "grants are missing", f"GRANT {grants} ON uploads TO the role of DATABASE_URL.")
    else:
        yield Finding("uploads", "columns and grants are there")
    if state.missing_migrations:
        yield Finding("schema", "scorecard_ocr is missing or old", "run `scorecard-runner migrate`.")
    else:
        yield Finding("schema", "scorecard_ocr is up to date")


def check_bucket(settings: ServiceSettings, bucket: str, subject: str) -> Finding:
    """Say whether objects of `bucket` can be read."""
    from scorecard_runner.storage import Storage  # noqa: PLC0415 - a wrong configuration is told before slow imports

    try:
        Storage(settings).probe(bucket)
    except RunnerError as error:
        return Finding(subject, error.message, error.hint)
    return Finding(subject, "can be read")


def _installed_languages() -> set[str]:
    listing = subprocess.run(
        ["tesseract", "--list-langs"], capture_output=True, text=True, check=True, timeout=TESSERACT_TIMEOUT_S
    )
    return set(listing.stdout.split("\n")[1:])
