"""What a soak promises, and whether it was kept. Pure."""

import itertools
import statistics
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

MOST_GROWTH = 0.05
"""Share by which the memory of the last quarter may be above that of the second: both hold a full cache."""
LAG_S = 60.0
"""How long the controllers of Kubernetes may take to remove what is past its time."""


@dataclass(frozen=True)
class Sample:
    """What there was at one moment; objects by kind."""

    elapsed_s: float
    ended: int
    memory_bytes: int
    objects: Mapping[str, int]


@dataclass(frozen=True)
class Setting:
    """How the soak was run."""

    slots: int
    job_ttl_s: int
    idle_s: int


def report(
    samples: Sequence[Sample], phases: Counter[str], idle_writes: int, setting: Setting
) -> tuple[list[str], bool]:
    """Return the figures, a line each, and whether all is as promised."""
    second, last = mean_memory_mib(samples, 1), mean_memory_mib(samples, 3)
    growth = last / second - 1
    beyond = max(count_beyond_retention(samples, setting), default=0)
    total, seconds = samples[-1].ended, samples[-1].elapsed_s
    lines = [
        f"uploads            {total}: {', '.join(f'{n} {phase}' for phase, n in phases.items())}",
        f"duration           {seconds:.0f} s, {total / seconds:.2f} uploads a second",
        f"operator's memory  {second:.1f} MiB in the second quarter, {last:.1f} MiB in the last: {growth:+.1%}",
        f"objects, highest   {', '.join(f'{n} {kind}' for kind, n in most_objects(samples).items())}",
        f"Jobs               at most {beyond} beyond those that ended within {setting.job_ttl_s + LAG_S:.0f} s or were at work",
        f"writes while idle  {idle_writes} in {setting.idle_s} s",
    ]
    is_kept = growth <= MOST_GROWTH and beyond <= 0 and idle_writes == 0 and set(phases) == {"Succeeded"}
    return lines, is_kept


def mean_memory_mib(samples: Sequence[Sample], quarter: int) -> float:
    """Return the mean memory in a quarter of the uploads, counted from 0."""
    total = samples[-1].ended
    within = [each.memory_bytes for each in samples if quarter <= 4 * each.ended / total < quarter + 1]
    return statistics.mean(within or [samples[-1].memory_bytes]) / 2**20


def count_beyond_retention(samples: Sequence[Sample], setting: Setting) -> list[int]:
    """Return for each sample how many Jobs there were more than uploads that ended lately and slots."""
    beyond = []
    for sample in samples:
        before = [each.ended for each in samples if each.elapsed_s <= sample.elapsed_s - setting.job_ttl_s - LAG_S]
        lately = sample.ended - (before[-1] if before else 0)
        beyond.append(sample.objects["jobs"] - lately - setting.slots)
    return beyond


def most_objects(samples: Sequence[Sample]) -> dict[str, int]:
    """Return the most objects of each kind that there were at once."""
    kinds = dict.fromkeys(itertools.chain.from_iterable(each.objects for each in samples))
    return {kind: max(each.objects.get(kind, 0) for each in samples) for kind in kinds}
