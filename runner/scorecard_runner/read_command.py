"""`scorecard-runner read FILE…`: reads pictures on this machine; no cluster, no storage, no database.

Prints the scorecard as a table, or the document with `--json`. `--document` prints a document that was read before.
"""

import argparse
import json
import sys
from pathlib import Path

from scorecard_runner.deadline import Deadline
from scorecard_runner.document import ScorecardDocument
from scorecard_runner.errors import ExitCode, RunnerError

DEFAULT_TIME_LIMIT_S = 240.0
USAGE_EXIT_CODE = 2


def main(argv: list[str]) -> int:
    """Read the files named and return the exit code: that of the first one that failed."""
    parser = argparse.ArgumentParser(
        prog="scorecard-runner read", description="Read scorecards from pictures and print them."
    )
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="PNG, JPEG, WebP or TIFF")
    parser.add_argument("--json", action="store_true", help="print the document instead of a table")
    parser.add_argument("--languages", default="eng", help="Tesseract languages joined by + (default: eng)")
    parser.add_argument("--document", action="store_true", help="the files are documents (JSON) read before")
    arguments = parser.parse_args(argv)
    codes = [_show(path, arguments) for path in arguments.files]
    return next((code for code in codes if code), 0)


def _show(path: Path, arguments: argparse.Namespace) -> int:
    try:
        data = path.read_bytes()
    except OSError as error:
        print(f"{path}: cannot be opened: {error.strerror}", file=sys.stderr)  # noqa: T201 - a command-line program
        return USAGE_EXIT_CODE
    try:
        document = _load(data) if arguments.document else _read(data, arguments.languages)
    except RunnerError as error:
        print(f"{path}: {error.message}\n  {error.hint}", file=sys.stderr)  # noqa: T201 - a command-line program
        return int(error.exit_code)
    _print(document, as_json=arguments.json)
    return int(ExitCode.DONE)


def _load(data: bytes) -> ScorecardDocument:
    return ScorecardDocument.model_validate_json(data)


def _read(data: bytes, languages: str) -> ScorecardDocument:
    from scorecard_runner.reading.pipeline import read_scorecard  # noqa: PLC0415 - `--help` needs no picture library

    deadline = Deadline.after(DEFAULT_TIME_LIMIT_S)
    return read_scorecard(data, languages=languages, deadline=deadline, on_page=lambda _done, _total: None)


def _print(document: ScorecardDocument, *, as_json: bool) -> None:
    if as_json:
        print(json.dumps(document.to_json_object(), indent=2, ensure_ascii=False))  # noqa: T201 - its only output
        return
    from scorecard_runner.scorecard_table import print_document  # noqa: PLC0415 - rich is slow to load

    print_document(document)
