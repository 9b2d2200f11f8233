"""Endings to one table."""

from bench.fuzz.promise import Ending
from bench.fuzz.sorts import Sort
from bench.fuzz.tally import Failure, Tally, table_of
from scorecard_runner.errors import CorruptPicture, EmptyFile, InternalError, OutOfMemory, SoftTimeLimit


def tally_of(*errors: Exception | None) -> Tally:
    tally = Tally()
    for number, error in enumerate(errors):
        tally.add(Ending(error=error, seconds=number, peak_bytes=number * 2**20))
    return tally


def test_endings_are_counted_by_sort_and_in_all() -> None:
    png = tally_of(None, CorruptPicture(), CorruptPicture(), SoftTimeLimit())
    png.add_whole(Ending(error=None, seconds=9, peak_bytes=70 * 2**20))
    pdf = tally_of(EmptyFile(), OutOfMemory(), InternalError())
    pdf.failures.append(Failure(Sort.PDF_DIGITAL, 2, ("a fault",)))
    table = table_of({Sort.PNG: png, Sort.PDF_DIGITAL: pdf})
    assert list(table.headings) == [
        *("", "files", "documents", "CorruptPicture", "EmptyFile", "time", "memory"),
        *("read whole", "failures", "slowest s", "most MiB"),
    ]
    assert table.rows == [
        ["png", "4", "1", "2", "0", "1", "0", "1", "0", "9.0", "70"],
        ["pdf-digital", "3", "0", "0", "1", "0", "1", "0", "1", "2.0", "2"],
        ["all", "7", "1", "2", "1", "1", "1", "1", "1", "9.0", "70"],
    ]


def test_a_single_sort_needs_no_sum() -> None:
    assert [row[0] for row in table_of({Sort.PNG: tally_of(None)}).rows] == ["png"]


def test_a_failure_names_the_command_that_shows_it_again() -> None:
    failure = Failure(Sort.WEBP, 41, ("over after 20.0 s only", "2 files left behind"))
    assert failure.as_text(seed=6) == (
        "webp 41: over after 20.0 s only; 2 files left behind\n"
        "    again: python -m bench.fuzz --sort webp --seed 6 --number 41"
    )
