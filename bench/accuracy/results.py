"""What one run of the bench found out, in one mode of reading or in several. Pure."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from bench.accuracy.costs import Cost, Costs, Multiple
from bench.accuracy.scoring import JudgedPicture
from scorecard_runner.document import Step
from scorecard_runner.progress import ResultSummary


@dataclass(frozen=True)
class Results:
    """All that was found out in one mode.

    `costs` by the picture's name, empty where answers were only compared; `steps` tells how far the second reader went,
    `summaries` what the row would say; both leave out pictures that have no document.
    """

    pictures: Sequence[JudgedPicture]
    costs: Mapping[str, Cost] = field(default_factory=dict)
    steps: Mapping[str, Step] = field(default_factory=dict)
    summaries: Mapping[str, ResultSummary] = field(default_factory=dict)

    @property
    def names(self) -> frozenset[str]:
        """The pictures' names."""
        return frozenset(picture.name for picture in self.pictures)

    def costs_of(self, pictures: Sequence[JudgedPicture]) -> Costs:
        """Return what these pictures took."""
        return Costs.of(self.costs[picture.name] for picture in pictures if picture.name in self.costs)

    def only(self, names: Collection[str]) -> "Results":
        """Return the results of these pictures; what else is known of others does no harm."""
        return replace(self, pictures=[picture for picture in self.pictures if picture.name in names])

    def times(self, other: "Results") -> Multiple:
        """Return the CPU time of the pictures as a multiple of what they took in another mode."""
        both = sorted(self.names & self.costs.keys() & other.costs.keys())
        return Multiple.of((self.costs[name], other.costs[name]) for name in both)


ByMode = Mapping[str, Results]
"""Results on the same pictures by `ReaderMode`, or a name made of one, in the order in which they were asked for."""
