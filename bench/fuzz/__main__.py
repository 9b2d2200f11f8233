"""`python -m bench.fuzz --count 2000 --seed 1`: reads that many damaged files of every sort and holds the reader to its promise.

Every file ends in a document or in a refusal with its code and sentences, or the limits of time and memory stop it; nothing
crashes, hangs or stays behind. Every file is read in a process forked from this one, with the limits of the real one and an
engine that finds no words; some also in the real process with Tesseract. Ends with status 1 if a promise was broken.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from bench.fuzz.corpus import make_file
from bench.fuzz.leftovers import adopt_orphans
from bench.fuzz.promise import Limits, broken_promises, disagreement
from bench.fuzz.sorts import Sort
from bench.fuzz.tally import Failure, Tally, table_of
from bench.fuzz.trial import Trial, starter
from scorecard_runner.reading.files.sandboxed import MEMORY_LIMIT_BYTES


def main(argv: Sequence[str]) -> int:
    """Read the files and return the exit status."""
    arguments = _parser().parse_args(argv)
    if arguments.save:
        arguments.save.write_bytes(make_file(arguments.sort[0], arguments.seed, arguments.number))
        return 0
    adopt_orphans()
    began_s = time.monotonic()
    with _scratch() as folder, starter(real=False) as quick, starter(real=True) as whole:
        quick_trial, whole_trial = (Trial(start, folder, arguments.time_limit) for start in (quick, whole))
        run = _Run(quick_trial, whole_trial, arguments)
        tallies = {sort: run.read_all(sort) for sort in arguments.sort}
    print(table_of(tallies).as_markdown() if arguments.markdown else table_of(tallies).as_text())
    print(f"seed {arguments.seed}, {time.monotonic() - began_s:.0f} s")
    return int(any(tally.failures for tally in tallies.values()))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench.fuzz", description=__doc__)
    parser.add_argument("--count", type=int, default=2000, metavar="N", help="files of each sort (default: 2000)")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="another seed makes other files (default: 1)")
    parser.add_argument(
        "--sort", type=Sort, choices=list(Sort), nargs="+", default=list(Sort), metavar="SORT", help=", ".join(Sort)
    )
    parser.add_argument("--number", type=int, metavar="N", help="read only the file of that number, also the real way")
    parser.add_argument("--save", type=Path, metavar="FILE", help="write the file of --sort and --number, read nothing")
    parser.add_argument(
        "--whole-every", type=int, default=50, metavar="N", help="read each Nth file the real way too; 0: none"
    )
    parser.add_argument("--time-limit", type=float, default=10.0, metavar="S", help="of one reading (default: 10)")
    parser.add_argument("--markdown", action="store_true", help="print the table as Markdown")
    return parser


@contextmanager
def _scratch() -> Iterator[Path]:
    """Let all temporary files be made in a folder of their own, where nothing may stay."""
    with tempfile.TemporaryDirectory(prefix="fuzz-") as folder:
        before = os.environ.get("TMPDIR"), tempfile.tempdir
        os.environ["TMPDIR"] = tempfile.tempdir = folder
        try:
            yield Path(folder)
        finally:
            if before[0] is None:
                del os.environ["TMPDIR"]
            else:
                os.environ["TMPDIR"] = before[0]
            tempfile.tempdir = before[1]


class _Run:
    """One run over the files of all sorts."""

    def __init__(self, quick: Trial, whole: Trial, arguments: argparse.Namespace) -> None:
        self._quick = quick
        self._whole = whole
        self._arguments = arguments
        self._limits = Limits(arguments.time_limit, MEMORY_LIMIT_BYTES)

    def read_all(self, sort: Sort) -> Tally:
        """Read the files of a sort, and say at once which broke a promise."""
        tally = Tally()
        numbers = range(self._arguments.count) if self._arguments.number is None else [self._arguments.number]
        for number in numbers:
            broken = tuple(self._read(sort, number, tally))
            if broken:
                tally.failures.append(Failure(sort, number, broken))
                print(tally.failures[-1].as_text(self._arguments.seed), file=sys.stderr, flush=True)
            _show_progress(sort, tally, len(numbers))
        return tally

    def _read(self, sort: Sort, number: int, tally: Tally) -> Iterator[str]:
        data = make_file(sort, self._arguments.seed, number)
        quick = self._quick.read(data)
        tally.add(quick)
        yield from broken_promises(quick, self._limits)
        if not self._is_read_whole(number):
            return
        whole = self._whole.read(data)
        tally.add_whole(whole)
        yield from (f"{broken} (real process)" for broken in broken_promises(whole, self._limits))
        if said := disagreement(quick, whole):
            yield said

    def _is_read_whole(self, number: int) -> bool:
        every = self._arguments.whole_every
        return self._arguments.number is not None or (every > 0 and number % every == 0)


def _show_progress(sort: Sort, tally: Tally, count: int) -> None:
    if sys.stderr.isatty():
        end = "\n" if tally.files == count else ""
        print(
            f"\r{sort}: {tally.files} of {count}, failures: {len(tally.failures)}", end=end, file=sys.stderr, flush=True
        )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
