"""Results in several modes to the tables by which somebody chooses one: what each gives and costs. Pure; the caller prints."""

from collections.abc import Iterator
from dataclasses import asdict
from itertools import pairwise
from typing import Any

from bench.accuracy.costs import Multiple
from bench.accuracy.escalated import with_escalations
from bench.accuracy.figures import Figures
from bench.accuracy.gains import ALL, LADDER, Gain, by_class, by_step, rungs
from bench.accuracy.measure import HOW_MEMORY_IS_MEASURED
from bench.accuracy.report import FIGURES, as_json, figures_row, mib
from bench.accuracy.results import ByMode, Results
from bench.accuracy.text_table import TextTable, decimals
from scorecard_runner.reader_mode import ReaderMode

CLEAN = "clean"
"""The damage of pictures that have none."""

_COSTS = ("CPU s median", "mean", "peak MiB median", "largest")
_MULTIPLES = ("clean, median", "clean, sums", "all, median", "all, sums")
_GAINS = ("cells more", "mistakes more", "F1 points more", "CPU s more", "cells per CPU s", "F1 points per CPU s")


def mode_tables(modes: ByMode) -> Iterator[TextTable]:
    """Yield the tables, the most summary first; those that compare are left out where nothing was measured."""
    modes = with_escalations(modes)
    yield _modes_table(modes)
    if _is_measured(modes):
        yield _multiples_table(modes)
    yield _classes_table(modes)
    if ReaderMode.AUTO in modes:
        yield _steps_table(modes)
    if _is_measured(modes) and sum(mode in modes for mode in LADDER) > 1:
        yield _gains_table(modes)
        yield from _gains_by_class(modes)


def _is_measured(modes: ByMode) -> bool:
    return all(results.costs for results in modes.values())


def _modes_table(modes: ByMode) -> TextTable:
    is_measured = _is_measured(modes)
    rows = [
        [mode, *figures_row(Figures.of(results.pictures)), *(_costs_row(results) if is_measured else ())]
        for mode, results in modes.items()
    ]
    note = f"peak MiB: {HOW_MEMORY_IS_MEASURED}" if is_measured else ""
    return TextTable("By mode", ("", *FIGURES, *(_COSTS if is_measured else ())), rows, note)


def _costs_row(results: Results) -> list[str]:
    costs = results.costs_of(results.pictures)
    times = [decimals(value, 2) for value in (costs.cpu_s, costs.mean_cpu_s)]
    return [*times, mib(costs.peak_bytes), mib(costs.most_peak_bytes)]


def _multiples_table(modes: ByMode) -> TextTable:
    """Return how often each mode takes the CPU time of Tesseract's mode, and of one pass of RapidOCR."""
    rows = [[mode, *_multiples_row(modes, mode)] for mode in modes]
    headings = (*(f"x tesseract: {each}" for each in _MULTIPLES), "x RapidOCR: all", "worst class", "which")
    note = (
        "median: of the pictures' own multiples; sums: all CPU seconds together; "
        "x RapidOCR: median beside one bare RapidOCR pass of the same picture"
    )
    return TextTable("CPU by mode", ("", *headings), rows, note)


def _multiples_row(modes: ByMode, mode: str) -> list[str]:
    results = modes[mode]
    plain = modes.get(ReaderMode.TESSERACT)
    clean = results.only(by_class(results).get(CLEAN, frozenset()))
    multiples = [each.times(plain) if plain else Multiple(None, None) for each in (clean, results)]
    shown = [decimals(value, 2) for each in multiples for value in (each.median, each.of_sums)]
    if mode == ReaderMode.TESSERACT:
        return [*shown, "-", "-", "-"]
    worst = worst_class(results)
    return [*shown, _times_rapid(results), decimals(worst[1], 2) if worst else "-", worst[0] if worst else "-"]


def worst_class(results: Results) -> tuple[str, float] | None:
    """Return the damage that is dearest beside a bare RapidOCR, and how many times it is; None if none was measured."""
    classes = by_class(results)
    dear = [(times, name) for name, names in classes.items() if name != ALL and (times := _rapid(results.only(names)))]
    return max(dear)[::-1] if dear else None


def _classes_table(modes: ByMode) -> TextTable:
    is_measured = _is_measured(modes)
    rows = []
    for name, names in by_class(next(iter(modes.values()))).items():
        for mode, results in modes.items():
            some = results.only(names)
            costs = [*_costs_row(some)[:1], _costs_row(some)[2], _times_tesseract(modes, some), _times_rapid(some)]
            shown = costs if is_measured else ()
            rows.append([f"{name}, {mode}", *figures_row(Figures.of(some.pictures)), *shown])
    headings = ("CPU s", "peak MiB", "x tesseract", "x RapidOCR") if is_measured else ()
    return TextTable("By damage and mode", ("", *FIGURES, *headings), rows, "Costs are medians." if is_measured else "")


def _times_tesseract(modes: ByMode, results: Results) -> str:
    plain = modes.get(ReaderMode.TESSERACT)
    return decimals(results.times(plain).median, 2) if plain else "-"


def _times_rapid(results: Results) -> str:
    return decimals(_rapid(results), 2)


def _rapid(results: Results) -> float | None:
    return results.costs_of(results.pictures).times_rapid


def _steps_table(modes: ByMode) -> TextTable:
    """Return how many pictures of each class took which step in the mode that decides that itself."""
    results = modes[ReaderMode.AUTO]
    headings = list(by_step(results))
    rows = []
    for name, names in by_class(results).items():
        steps = by_step(results.only(names))
        rows.append([name, str(len(names)), *(str(len(steps[heading])) for heading in headings)])
    note = "Of pictures without a document nobody says what the second reader did."
    return TextTable("What the second reader did in auto", ("", "pictures", *headings), rows, note)


def _gains_table(modes: ByMode) -> TextTable:
    rows = [
        [f"{rung.cheap} to {rung.dear}: {rung.among}", str(rung.gain.pictures), *_gain_row(rung.gain)]
        for rung in rungs(modes)
    ]
    note = (
        "On the same pictures: right cells for each additional CPU second, "
        "and points of F1 for each additional CPU second a picture."
    )
    return TextTable("What each step brings", ("", "pictures", *_GAINS), rows, note)


def _gains_by_class(modes: ByMode) -> Iterator[TextTable]:
    ladder = [mode for mode in LADDER if mode in modes]
    for cheap, dear in pairwise(ladder):
        gains = {name: Gain.of(modes[cheap], modes[dear], names) for name, names in by_class(modes[dear]).items()}
        rows = [[name, str(gain.pictures), *_gain_row(gain)] for name, gain in gains.items()]
        yield TextTable(f"From {cheap} to {dear}, by damage", ("", "pictures", *_GAINS), rows)


def _gain_row(gain: Gain) -> list[str]:
    return [
        f"{gain.cells:+d}",
        f"{gain.mistakes:+d}",
        _signed(gain.f1_points),
        f"{gain.cpu_s:+.1f}",
        decimals(gain.cells_per_cpu_s, 2),
        decimals(gain.f1_points_per_cpu_s, 2),
    ]


def _signed(value: float | None) -> str:
    return "-" if value is None else f"{value:+.1f}"


def modes_as_json(modes: ByMode) -> dict[str, Any]:
    """Return all figures as plain values; shares from 0 to 1."""
    modes = with_escalations(modes)
    return {
        "modes": {mode: as_json(results) for mode, results in modes.items()},
        "gains": [
            asdict(rung)
            | {"cells_per_cpu_s": rung.gain.cells_per_cpu_s, "f1_points_per_cpu_s": rung.gain.f1_points_per_cpu_s}
            for rung in rungs(modes)
        ]
        if _is_measured(modes)
        else [],
    }
