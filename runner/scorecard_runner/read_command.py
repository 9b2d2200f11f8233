"""`scorecard-runner read FILE...`: reads pictures on this machine; no cluster, no storage, no database.

Prints each scorecard as a table, its document with `--json`, or the neutral shape. `--document` prints documents that were
read before; `--debug` shows what each stage saw.
"""

import sys
from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial

from scorecard_runner.answers import Answers, answers_in
from scorecard_runner.errors import ExitCode
from scorecard_runner.files_to_read import GivenFile, GivenFiles, find_files, names_of_answers
from scorecard_runner.local_reading import (
    Outcome,
    ReadBytes,
    Refusal,
    outcome_of,
    picture_apart,
    stored_document,
)
from scorecard_runner.progress_bar import ProgressBar, progress_bar
from scorecard_runner.read_arguments import ReadArguments, parse_arguments
from scorecard_runner.side_by_side import ReadingProcesses, side_by_side
from scorecard_runner.usage import WRONG_USAGE, Unusable

BROKEN_OFF = 130
"""The exit code after Ctrl-C, as shells have it."""


def main(argv: list[str]) -> int:
    """Read the files named and return the exit code: that of the first one that failed."""
    arguments = parse_arguments(argv)
    given = find_files(arguments.files, are_documents=arguments.are_documents)
    for note in given.notes:
        _say(note)
    if not given.files:
        return WRONG_USAGE
    try:
        codes = _read_all(given, arguments)
    except Unusable as problem:
        _say(str(problem))
        return WRONG_USAGE
    except KeyboardInterrupt:
        _say("Broken off.")
        return BROKEN_OFF
    if arguments.debug is not None:
        _say(f"What each stage saw: {arguments.debug / 'index.html'}")
    if arguments.out is not None and given.are_several:
        _say(f"{codes.count(ExitCode.DONE)} of {len(codes)} files were read into {arguments.out}.")
    return next((code for code in codes if code), int(ExitCode.DONE))


@dataclass(frozen=True)
class _Item:
    """A file to read: its place among all from 0, and the name of its answer."""

    number: int
    file: GivenFile
    name: str


def _read_all(given: GivenFiles, arguments: ReadArguments) -> list[int]:
    """Read everything and return the exit code of each file.

    Raises:
        Unusable: nothing can be written where it should be, or two answers would have the same name.
    """
    are_named = arguments.out is not None or arguments.debug is not None
    names = names_of_answers(given.files) if are_named else [str(file.name) for file in given.files]
    items = [_Item(number, file, name) for number, (file, name) in enumerate(zip(given.files, names, strict=True))]
    answers = answers_in(arguments.out, arguments.form, are_several=given.are_several)
    codes = []
    with progress_bar(len(items)) as bar, closing(_outcomes(items, bar, given, arguments)) as outcomes:
        for item, outcome in zip(items, outcomes, strict=True):
            with bar.hidden():
                codes.append(_show(item, outcome, answers))
    return codes


def _outcomes(
    items: Sequence[_Item], bar: ProgressBar, given: GivenFiles, arguments: ReadArguments
) -> Generator[Outcome]:
    processes = ReadingProcesses()
    reader_of = _readers(items, bar, given, arguments, processes)

    def work(item: _Item) -> Outcome:
        outcome = outcome_of(item.file.path, reader_of(item))
        bar.file_done(item.number)
        return outcome

    if arguments.debug is not None:
        return (work(item) for item in items)
    return side_by_side(work, items, at_a_time=arguments.jobs, processes=processes)


def _readers(
    items: Sequence[_Item],
    bar: ProgressBar,
    given: GivenFiles,
    arguments: ReadArguments,
    processes: ReadingProcesses,
) -> Callable[[_Item], ReadBytes]:
    """Return what gives each item the way in which its bytes become a document."""
    languages, reader = arguments.languages, arguments.reader
    if arguments.are_documents:
        return lambda _item: stored_document
    if arguments.debug is None:
        return lambda item: partial(
            picture_apart, languages=languages, reader=reader, on_page=bar.page_of(item.number), start=processes.start
        )
    from scorecard_runner.debug_folder.readings import DebugReadings  # noqa: PLC0415 - loads what reads pictures
    from scorecard_runner.reading.engines.readers import readers_of  # noqa: PLC0415 - as above

    readings = DebugReadings(arguments.debug, [item.name for item in items], are_several=given.are_several)
    readers = readers_of(reader, languages)
    return lambda item: partial(
        readings.read,
        readers,
        name=item.name,
        title=str(item.file.name),
        languages=languages,
        on_page=bar.page_of(item.number),
    )


def _show(item: _Item, outcome: Outcome, answers: Answers) -> int:
    if isinstance(outcome, Refusal):
        _say(f"{item.file.path}: {outcome.message}\n  {outcome.hint}")
        return outcome.exit_code
    answers.take(item.name, outcome)
    return int(ExitCode.DONE)


def _say(text: str) -> None:
    print(text, file=sys.stderr)  # noqa: T201 - a command-line program
