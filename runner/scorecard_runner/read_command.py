"""`scorecard-runner read FILE...`: reads pictures on this machine; no cluster, no storage, no database.

Prints each scorecard as a table, its document with `--json`, or the neutral shape. `--document` prints documents that were read before.
"""

import argparse
import io
import json
import sys
from pathlib import Path

from pydantic import ValidationError

from scorecard_runner.deadline import Deadline
from scorecard_runner.document import ScorecardDocument
from scorecard_runner.errors import ExitCode, RunnerError
from scorecard_runner.neutral import to_neutral

DEFAULT_TIME_LIMIT_S = 240.0
USAGE_EXIT_CODE = 2


def main(argv: list[str]) -> int:
    """Read the files named and return the exit code: that of the first one that failed."""
    arguments = _parser().parse_args(argv)
    if isinstance(sys.stdout, io.TextIOWrapper):
        # A terminal without the letters of a name shows a question mark instead of a traceback.
        sys.stdout.reconfigure(errors="replace")
    codes = [_show(path, arguments) for path in arguments.files]
    return next((code for code in codes if code), int(ExitCode.DONE))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="scorecard-runner read", description="Read scorecards from pictures and print them."
    )
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="PNG, JPEG, WebP, TIFF, HEIC or PDF")
    parser.add_argument(
        "--format",
        choices=["table", "json", "neutral"],
        default="table",
        help="json: the document (docs/result.schema.json); neutral: the shape in which readers are compared",
    )
    parser.add_argument("--json", action="store_const", dest="format", const="json", help="short for --format json")
    parser.add_argument("--languages", default="eng", help="Tesseract languages joined by + (default: eng)")
    parser.add_argument("--document", action="store_true", help="the files are documents (JSON) that were read before")
    return parser


def _show(path: Path, arguments: argparse.Namespace) -> int:
    try:
        data = path.read_bytes()
        document = _load(data) if arguments.document else _read(data, arguments.languages)
    except OSError as error:
        return _refuse(path, f"cannot be opened: {error.strerror}.", "Check the path.", USAGE_EXIT_CODE)
    except ValidationError:
        return _refuse(
            path, "this is no result document.", "Make one with `scorecard-runner read --json`.", USAGE_EXIT_CODE
        )
    except RunnerError as error:
        return _refuse(path, error.message, error.hint, error.exit_code)
    _print(path, document, arguments)
    return int(ExitCode.DONE)


def _refuse(path: Path, message: str, hint: str, exit_code: int) -> int:
    print(f"{path}: {message}\n  {hint}", file=sys.stderr)  # noqa: T201 - a command-line program
    return int(exit_code)


def _load(data: bytes) -> ScorecardDocument:
    return ScorecardDocument.model_validate_json(data)


def _read(data: bytes, languages: str) -> ScorecardDocument:
    from scorecard_runner.reading.sandbox import read_apart  # noqa: PLC0415 - `--help` needs no document model

    deadline = Deadline.after(DEFAULT_TIME_LIMIT_S)
    return read_apart(data, languages=languages, deadline=deadline, on_page=lambda _done, _total: None)


def _print(path: Path, document: ScorecardDocument, arguments: argparse.Namespace) -> None:
    if arguments.format != "table":
        shown = document.to_json_object() if arguments.format == "json" else to_neutral(document)
        print(json.dumps(shown, indent=2, ensure_ascii=False))  # noqa: T201 - its only output
        return
    from rich.console import Console  # noqa: PLC0415 - slow to load, and `--json` does without

    from scorecard_runner.scorecard_table import print_document  # noqa: PLC0415 - as above

    console = Console(highlight=False)
    if len(arguments.files) > 1:
        console.rule(path.name, align="left")
    print_document(document, console)
