"""The command line of `scorecard-runner read`: what may be asked for, and what goes together."""

import argparse
from dataclasses import dataclass
from pathlib import Path

from scorecard_runner.answers import FORMATS, JSON, TABLE
from scorecard_runner.reader_mode import ReaderMode
from scorecard_runner.second_reader import default_reader
from scorecard_runner.side_by_side import cpu_count

_EXIT_CODES = """\
exit codes:
  0    everything was read
  2    wrong usage, or a file that cannot be opened
  10   the file is no picture that can be read, or shows no scorecard
  30   reading took too long
  31   reading needed too much memory
  70   Tesseract or its language data is not installed, or the reader broke
  130  broken off by Ctrl-C
Of several files the first one that failed decides; the others are read all the same.
"""


@dataclass(frozen=True)
class ReadArguments:
    """What was asked for; `jobs` is at least 1."""

    files: tuple[Path, ...]
    form: str
    languages: str
    reader: ReaderMode
    jobs: int
    out: Path | None
    debug: Path | None
    are_documents: bool


def parse_arguments(argv: list[str]) -> ReadArguments:
    """Return what was asked for; exits with a sentence on standard error where that makes no sense."""
    parser = _parser()
    arguments = parser.parse_args(argv)
    if arguments.out is not None and arguments.format == TABLE:
        parser.error("--out writes JSON: add --json or --format neutral")
    if arguments.debug is not None and arguments.document:
        parser.error("--debug shows how pictures are read: documents were read before")
    if arguments.debug is not None and arguments.jobs is not None:
        parser.error("--debug reads one file after another: leave out --jobs")
    return ReadArguments(
        files=tuple(arguments.files),
        form=arguments.format,
        languages=arguments.languages,
        reader=arguments.reader or default_reader(),
        jobs=1 if arguments.jobs is None else arguments.jobs,
        out=arguments.out,
        debug=arguments.debug,
        are_documents=arguments.document,
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="scorecard-runner read",
        description="Read scorecards from pictures and print them.",
        epilog=_EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "files",
        nargs="+",
        type=Path,
        metavar="FILE",
        help="PNG, JPEG, WebP, TIFF, HEIC or PDF, or a folder: all of them in it and in the folders below",
    )
    parser.add_argument(
        "--format",
        choices=FORMATS,
        default=TABLE,
        help="json: the document (docs/result.schema.json); neutral: the shape in which readers are compared",
    )
    parser.add_argument("--json", action="store_const", dest="format", const=JSON, help="short for --format json")
    parser.add_argument("--languages", default="eng", help="Tesseract languages joined by + (default: eng)")
    parser.add_argument(
        "--reader",
        type=ReaderMode,
        choices=list(ReaderMode),
        help="tesseract; rapid: RapidOCR for everything; auto: RapidOCR where Tesseract is in doubt "
        "(default: auto where RapidOCR is installed, else tesseract)",
    )
    parser.add_argument(
        "-j",
        "--jobs",
        type=_count,
        metavar="N",
        help="read N files side by side, 0: one for each CPU (default: 1); the output keeps the order of the files",
    )
    parser.add_argument(
        "-o", "--out", type=Path, metavar="DIR", help="write the JSON there, one file named after each FILE"
    )
    parser.add_argument(
        "--debug",
        type=Path,
        metavar="DIR",
        help="write what each stage saw there, as pictures and JSON; open index.html. For your own files: they are read "
        "in this process, without the sandbox, and what is written shows what is on the card",
    )
    parser.add_argument("--document", action="store_true", help="the files are documents (JSON) that were read before")
    return parser


def _count(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text} is no count")
    return int(text) or cpu_count()
