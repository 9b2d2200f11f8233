"""What reading took, over a set of pictures. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import fmean, median

from bench.accuracy.cells import share


@dataclass(frozen=True)
class Cost:
    """What reading one picture took; what a bare engine took on the same picture is None where it was not run."""

    cpu_s: float
    wall_s: float
    peak_bytes: int
    plain_cpu_s: float | None = None
    """Of one bare `tesseract`."""
    rapid_cpu_s: float | None = None
    """Of one bare RapidOCR."""

    @property
    def times_plain(self) -> float | None:
        """CPU time as a multiple of the bare Tesseract's."""
        return share(self.cpu_s, self.plain_cpu_s or 0.0)

    @property
    def times_rapid(self) -> float | None:
        """CPU time as a multiple of the bare RapidOCR's."""
        return share(self.cpu_s, self.rapid_cpu_s or 0.0)


@dataclass(frozen=True)
class Costs:
    """Medians and the worst of a set of pictures; None where nothing was measured."""

    cpu_s: float | None
    mean_cpu_s: float | None
    times_plain: float | None
    """CPU time as a multiple of one bare Tesseract on the same picture."""
    times_rapid: float | None
    """CPU time as a multiple of one bare RapidOCR on the same picture."""
    wall_s: float | None
    peak_bytes: float | None
    most_cpu_s: float | None
    most_peak_bytes: int | None

    @classmethod
    def of(cls, costs: Iterable[Cost]) -> "Costs":
        """Sum up what the pictures took."""
        listed = list(costs)
        return cls(
            cpu_s=_median(cost.cpu_s for cost in listed),
            mean_cpu_s=fmean(cost.cpu_s for cost in listed) if listed else None,
            times_plain=_median(cost.times_plain for cost in listed if cost.times_plain is not None),
            times_rapid=_median(cost.times_rapid for cost in listed if cost.times_rapid is not None),
            wall_s=_median(cost.wall_s for cost in listed),
            peak_bytes=_median(cost.peak_bytes for cost in listed),
            most_cpu_s=max((cost.cpu_s for cost in listed), default=None),
            most_peak_bytes=max((cost.peak_bytes for cost in listed), default=None),
        )


@dataclass(frozen=True)
class Multiple:
    """CPU time as a multiple of another's on the same pictures; None where there are none."""

    median: float | None
    """Of the pictures' own multiples: what to expect of one."""
    of_sums: float | None
    """What to expect of many."""

    @classmethod
    def of(cls, pairs: Iterable[tuple[Cost, Cost]]) -> "Multiple":
        """Compare the first of each pair with the second."""
        spent = [(one.cpu_s, other.cpu_s) for one, other in pairs if other.cpu_s]
        return cls(
            median=_median(one / other for one, other in spent),
            of_sums=share(sum(one for one, _ in spent), sum(other for _, other in spent)),
        )


def _median(values: Iterable[float]) -> float | None:
    listed = list(values)
    return median(listed) if listed else None
