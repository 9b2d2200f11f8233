"""What a dearer way to read brings for what it costs, on the same pictures. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from bench.accuracy.cells import Counts, share
from bench.accuracy.escalated import escalated_name, need_review
from bench.accuracy.figures import Figures, grouped
from bench.accuracy.results import ByMode, Results
from scorecard_runner.document import Step
from scorecard_runner.reader_mode import ReaderMode

LADDER = (ReaderMode.TESSERACT, ReaderMode.AUTO, ReaderMode.RAPID)
"""The modes from the cheapest to the dearest."""


@dataclass(frozen=True)
class Gain:
    """How much more was read of some pictures, and how much more CPU time that took; both may be negative."""

    pictures: int
    cells: int
    """Cells that are right."""
    mistakes: int
    """Cells that are wrong or invented."""
    f1_points: float | None
    """From 0 to 100; None where one of the two has no F1."""
    cpu_s: float

    @classmethod
    def of(cls, cheap: Results, dear: Results, names: frozenset[str]) -> "Gain":
        """Compare two readings of the pictures of these names."""
        before, after = (Figures.of(each.only(names).pictures).counts for each in (cheap, dear))
        timed = names & cheap.costs.keys() & dear.costs.keys()
        return cls(
            pictures=len(names),
            cells=after.right - before.right,
            mistakes=after.false_positives - before.false_positives,
            f1_points=_points(before, after),
            cpu_s=sum(dear.costs[name].cpu_s - cheap.costs[name].cpu_s for name in timed),
        )

    @property
    def cells_per_cpu_s(self) -> float | None:
        """Right cells won by each additional CPU second; None where it took no more."""
        return share(self.cells, max(0.0, self.cpu_s))

    @property
    def f1_points_per_cpu_s(self) -> float | None:
        """Points of F1 won by each additional CPU second a picture; None where it took no more."""
        if self.f1_points is None or not self.pictures:
            return None
        return share(self.f1_points, max(0.0, self.cpu_s / self.pictures))


@dataclass(frozen=True)
class Rung:
    """From one mode to a dearer one, on some of the pictures: all, or those that came so far."""

    cheap: str
    dear: str
    among: str
    gain: Gain


ALL = "all"
NEEDS_REVIEW = "needs review"
NO_DOCUMENT = "no document"
"""Refused or broken down: nobody says what the second reader did."""


def rungs(modes: ByMode) -> Iterator[Rung]:
    """Yield what each step up brings: by what the second reader did, where that decides itself, on all pictures, by escalation."""
    for cheap, dear in pairwise(mode for mode in LADDER if mode in modes):
        if dear is ReaderMode.AUTO:
            for step, names in by_step(modes[dear]).items():
                if names:
                    yield Rung(cheap, dear, step, Gain.of(modes[cheap], modes[dear], names))
        yield Rung(cheap, dear, ALL, Gain.of(modes[cheap], modes[dear], modes[dear].names))
    for mode in LADDER:
        if escalated_name(mode) in modes and (names := need_review(modes[mode])):
            dear_name = escalated_name(mode)
            yield Rung(mode, dear_name, NEEDS_REVIEW, Gain.of(modes[mode], modes[dear_name], names))


def by_step(results: Results) -> dict[str, frozenset[str]]:
    """Return the names of the pictures by how far the second reader went; steps that no picture took have none."""
    steps = {name: str(results.steps.get(name, NO_DOCUMENT)) for name in results.names}
    return {
        step: frozenset(name for name, taken in steps.items() if taken == step)
        for step in (*map(str, Step), NO_DOCUMENT)
    }


def by_class(results: Results) -> dict[str, frozenset[str]]:
    """Return the names of the pictures by their damage, at last of all."""
    groups = grouped(results.pictures, lambda picture: picture.damage)
    named = {damage: frozenset(picture.name for picture in pictures) for damage, pictures in groups.items()}
    return named | {ALL: results.names}


def _points(before: Counts, after: Counts) -> float | None:
    return None if before.f1 is None or after.f1 is None else 100 * (after.f1 - before.f1)
