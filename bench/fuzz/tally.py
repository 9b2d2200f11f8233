"""Endings of thousands of files to one table. Pure."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from bench.accuracy.text_table import TextTable
from bench.fuzz.promise import Ending
from bench.fuzz.sorts import Sort
from scorecard_runner.errors import OutOfMemory, SoftTimeLimit

_MIB = 2**20


@dataclass(frozen=True)
class Failure:
    """A file whose reading broke a promise."""

    sort: Sort
    number: int
    broken: tuple[str, ...]

    def as_text(self, seed: int) -> str:
        """Return the failure, and the command that reads the same file again."""
        again = f"python -m bench.fuzz --sort {self.sort} --seed {seed} --number {self.number}"
        return f"{self.sort} {self.number}: {'; '.join(self.broken)}\n    again: {again}"


@dataclass
class Tally:
    """What became of the files of one sort."""

    endings: Counter[str] = field(default_factory=Counter)
    refusals: Counter[str] = field(default_factory=Counter)
    failures: list[Failure] = field(default_factory=list)
    files: int = 0
    wholes: int = 0
    """Read a second time, in the real process with the real engine."""
    slowest_s: float = 0.0
    most_bytes: int = 0

    def add(self, ending: Ending) -> None:
        """Count a reading in the forked process."""
        self.files += 1
        self._add_cost(ending)
        self.endings[ending.name] += 1
        if ending.is_refusal:
            self.refusals[ending.name] += 1

    def add_whole(self, ending: Ending) -> None:
        """Count a reading in the real process."""
        self.wholes += 1
        self._add_cost(ending)

    def _add_cost(self, ending: Ending) -> None:
        self.slowest_s = max(self.slowest_s, ending.seconds)
        self.most_bytes = max(self.most_bytes, ending.peak_bytes)


def table_of(tallies: Mapping[Sort, Tally]) -> TextTable:
    """Return the table: a row for each sort and one for all."""
    codes = sorted({code for tally in tallies.values() for code in tally.refusals})
    headings = ("", "files", "documents", *codes, "time", "memory", "read whole", "failures", "slowest s", "most MiB")
    rows = [_row(str(sort), [tally], codes) for sort, tally in tallies.items()]
    if len(rows) > 1:
        rows.append(_row("all", list(tallies.values()), codes))
    return TextTable("How the files ended", headings, rows)


def _row(name: str, tallies: Sequence[Tally], codes: Iterable[str]) -> list[str]:
    endings = sum((tally.endings for tally in tallies), Counter[str]())
    return [
        name,
        str(sum(tally.files for tally in tallies)),
        str(endings["document"]),
        *(str(endings[code]) for code in codes),
        str(endings[SoftTimeLimit.reason]),
        str(endings[OutOfMemory.reason]),
        str(sum(tally.wholes for tally in tallies)),
        str(sum(len(tally.failures) for tally in tallies)),
        f"{max(tally.slowest_s for tally in tallies):.1f}",
        f"{max(tally.most_bytes for tally in tallies) / _MIB:.0f}",
    ]
