"""What `runner.escalate` would make of results: what needs review is read again in the strongest mode, and the better is kept. Pure."""

from dataclasses import replace

from bench.accuracy.costs import Cost
from bench.accuracy.results import ByMode, Results
from scorecard_runner.comparison import is_better
from scorecard_runner.document import Verdict
from scorecard_runner.reader_mode import ReaderMode

STRONGEST = ReaderMode.RAPID


def escalated_name(mode: str) -> str:
    """Return what the mode is called where what needs review is read again."""
    return f"{mode}, escalate"


def with_escalations(modes: ByMode) -> ByMode:
    """Return the modes, each followed by itself with escalation, if the strongest is there to know what that brings."""
    if STRONGEST not in modes:
        return modes
    both = {}
    for mode, results in modes.items():
        both[mode] = results
        if mode != STRONGEST and results.summaries:
            both[escalated_name(mode)] = escalated(results, modes[STRONGEST])
    return both


def need_review(results: Results) -> frozenset[str]:
    """Return the names of the pictures that are read again."""
    return frozenset(name for name, summary in results.summaries.items() if summary.verdict == Verdict.NEEDS_REVIEW)


def escalated(held: Results, strongest: Results) -> Results:
    """Return the better of both readings of what needs review, at the price of both."""
    again = need_review(held)
    better = frozenset(name for name in again if _is_better(name, strongest, held))
    by_name = {picture.name: picture for picture in strongest.pictures}
    return replace(
        held,
        pictures=[by_name[picture.name] if picture.name in better else picture for picture in held.pictures],
        costs={
            name: _together(cost, strongest.costs[name]) if name in again else cost for name, cost in held.costs.items()
        },
        summaries={**held.summaries, **{name: strongest.summaries[name] for name in better}},
    )


def _is_better(name: str, strongest: Results, held: Results) -> bool:
    return name in strongest.summaries and is_better(strongest.summaries[name], held.summaries[name])


def _together(first: Cost, second: Cost) -> Cost:
    """Return the cost of two attempts, one after the other."""
    return replace(
        first,
        cpu_s=first.cpu_s + second.cpu_s,
        wall_s=first.wall_s + second.wall_s,
        peak_bytes=max(first.peak_bytes, second.peak_bytes),
    )
