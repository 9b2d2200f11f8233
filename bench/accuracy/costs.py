"""What reading took, over a set of pictures. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

from bench.accuracy.read import Cost


@dataclass(frozen=True)
class Costs:
    """Medians and the worst of a set of pictures; None where nothing was measured."""

    cpu_s: float | None
    times_plain: float | None
    """CPU time as a multiple of one bare Tesseract on the same picture."""
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
            times_plain=_median(cost.times_plain for cost in listed if cost.times_plain is not None),
            wall_s=_median(cost.wall_s for cost in listed),
            peak_bytes=_median(cost.peak_bytes for cost in listed),
            most_cpu_s=max((cost.cpu_s for cost in listed), default=None),
            most_peak_bytes=max((cost.peak_bytes for cost in listed), default=None),
        )


def _median(values: Iterable[float]) -> float | None:
    listed = list(values)
    return median(listed) if listed else None
