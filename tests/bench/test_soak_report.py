"""A soak that grew, left objects or wrote while idle is not reported as kept."""

from collections import Counter
from dataclasses import replace

import pytest

from bench.soak_report import Sample, Setting, count_beyond_retention, report

MIB = 2**20
SAMPLES = [Sample(60.0 * step, 50 * step, 100 * MIB, {"jobs": min(50 * step, 550), "pods": 3}) for step in range(1, 41)]
SETTING = Setting(slots=8, job_ttl_s=600, idle_s=60)
DONE = Counter({"Succeeded": 2000})


def is_kept(samples: list[Sample] = SAMPLES, phases: Counter[str] = DONE, idle_writes: int = 0) -> bool:
    """Return what the report says at the end."""
    return report(samples, phases, idle_writes, SETTING)[1]


def test_a_flat_soak_is_kept() -> None:
    assert is_kept()


@pytest.mark.parametrize(
    ("samples", "phases", "idle_writes"),
    [
        pytest.param(
            [replace(s, memory_bytes=100 * MIB + s.ended * 20000) for s in SAMPLES], DONE, 0, id="memory grows"
        ),
        pytest.param([replace(s, objects={"jobs": s.ended}) for s in SAMPLES], DONE, 0, id="no Job ever goes"),
        pytest.param(SAMPLES, DONE, 1, id="a write while idle"),
        pytest.param(SAMPLES, Counter({"Succeeded": 1999, "Failed": 1}), 0, id="an upload failed"),
    ],
)
def test_a_broken_promise_shows(samples: list[Sample], phases: Counter[str], idle_writes: int) -> None:
    assert not is_kept(samples, phases, idle_writes)


def test_jobs_within_retention_and_slots_are_none_too_many() -> None:
    sample = Sample(30.0, 10, MIB, {"jobs": 18})
    assert count_beyond_retention([sample], SETTING) == [0]
