"""Figures to tables for people and to JSON for programs. Pure; the caller prints and writes."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from typing import Any

from bench.accuracy.cells import Counts
from bench.accuracy.costs import Costs
from bench.accuracy.figures import Figures, Refusals, counts_by_field, grouped, reliability, worst_cells
from bench.accuracy.measure import HOW_MEMORY_IS_MEASURED
from bench.accuracy.results import Results
from bench.accuracy.scoring import JudgedPicture
from bench.accuracy.text_table import TextTable, decimals, percent

FIGURES = ("pictures", "innings", "F1 %", "prec %", "recall %", "totals %", "whole %", "certain %", "of these wrong %")
_CPU, _PLAIN, _RAPID, _PEAK = "CPU s", "x plain", "x RapidOCR", "peak MiB"
_FIELDS = ("cell", "printed", "right", "wrong", "missing", "invented", "prec %", "recall %", "F1 %")
MIB = 2**20


def tables(results: Results) -> Iterator[TextTable]:
    """Yield the tables, the most summary first."""
    note = f"peak MiB: {HOW_MEMORY_IS_MEASURED}" if results.costs else ""
    yield replace(_figures_table("All pictures", results, {"all": results.pictures}), note=note)
    yield _figures_table("By template", results, grouped(results.pictures, _template))
    yield _figures_table("By damage", results, grouped(results.pictures, _damage))
    yield _fields_table(results.pictures)
    yield _reliability_table(results.pictures)


def _template(picture: JudgedPicture) -> str:
    return picture.template


def _damage(picture: JudgedPicture) -> str:
    return picture.damage


def _figures_table(title: str, results: Results, groups: Mapping[str, Sequence[JudgedPicture]]) -> TextTable:
    shown = _shown_costs(results)
    rows = [
        [name, *figures_row(Figures.of(pictures)), *_costs_row(results.costs_of(pictures), shown)]
        for name, pictures in groups.items()
    ]
    return TextTable(title, ("", *FIGURES, *shown), rows)


def _shown_costs(results: Results) -> tuple[str, ...]:
    if not results.costs:
        return ()
    has_rapid = any(cost.rapid_cpu_s is not None for cost in results.costs.values())
    return (_CPU, _PLAIN, *((_RAPID,) if has_rapid else ()), _PEAK)


def figures_row(figures: Figures) -> list[str]:
    """Return the cells below `FIGURES`."""
    counts = figures.counts
    shares = (counts.f1, counts.precision, counts.recall, figures.totals_right, figures.whole_innings, figures.certain)
    return [
        str(figures.pictures),
        str(figures.innings),
        *(percent(value) for value in shares),
        percent(figures.certain_wrong, 2),
    ]


def _costs_row(costs: Costs, shown: Sequence[str]) -> list[str]:
    cells = {
        _CPU: decimals(costs.cpu_s, 2),
        _PLAIN: decimals(costs.times_plain, 1),
        _RAPID: decimals(costs.times_rapid, 2),
        _PEAK: mib(costs.peak_bytes),
    }
    return [cells[heading] for heading in shown]


def mib(size_bytes: float | None) -> str:
    """Return a size for a table."""
    return decimals(None if size_bytes is None else size_bytes / MIB, 0)


def _fields_table(pictures: Sequence[JudgedPicture]) -> TextTable:
    by_field = counts_by_field(cell for picture in pictures for cell in picture.cells)
    rows = [_counts_row(f"{part} {name}", counts) for (part, name), counts in by_field.items()]
    return TextTable("By kind of cell", _FIELDS, rows)


def _counts_row(name: str, counts: Counts) -> list[str]:
    numbers = (counts.printed, counts.right, counts.wrong, counts.missing, counts.invented)
    shares = (counts.precision, counts.recall, counts.f1)
    return [name, *map(str, numbers), *(percent(value) for value in shares)]


def _reliability_table(pictures: Sequence[JudgedPicture]) -> TextTable:
    buckets = reliability(cell for picture in pictures for cell in picture.cells)
    rows = [
        [f"{each.start:.2f} to {each.end:.2f}", str(each.cells), percent(each.mean_confidence), percent(each.right)]
        for each in buckets
    ]
    return TextTable("Confidence, and how often it is right", ("", "cells", "mean %", "right %"), rows)


def sentences(results: Results) -> Iterator[str]:
    """Yield what no table says: refusals, break-downs, the dearest picture."""
    refusals = Refusals.of(results.pictures)
    yield f"no scorecards: {refusals.refused} of {refusals.no_scorecards} refused"
    yield f"scorecards refused, or nothing read of them: {refusals.refused_scorecards}"
    yield f"broken down: {refusals.broken}"
    for picture in results.pictures:
        if picture.failure is not None:
            yield f"  {picture.name}: {picture.failure}"
    costs = Costs.of(results.costs.values())
    if costs.most_cpu_s is not None and costs.most_peak_bytes is not None:
        yield f"at most {costs.most_cpu_s:.1f} CPU s and {costs.most_peak_bytes / MIB:.0f} MiB for one picture"


def errors(results: Results, count: int) -> Iterator[str]:
    """Yield a line for each of the worst cells: picture, place, what is printed and what was answered."""
    for name, cell in worst_cells(results.pictures, count):
        sure = "" if cell.confidence is None else f", {cell.confidence:.2f} sure"
        yield (
            f"{name} | {cell.place} | {cell.part} {cell.field} {cell.outcome}"
            f" | printed {_shown(cell.truth)} | answered {_shown(cell.answer)}{sure}"
        )


def _shown(value: object) -> str:
    return "nothing" if value is None else repr(value)


def as_json(results: Results) -> dict[str, Any]:
    """Return all figures as plain values; shares from 0 to 1."""
    cells = [cell for picture in results.pictures for cell in picture.cells]
    return {
        "all": _group_as_json(results, results.pictures),
        "template": _groups_as_json(results, _template),
        "damage": _groups_as_json(results, _damage),
        "cells": {f"{part} {name}": asdict(counts) for (part, name), counts in counts_by_field(cells).items()},
        "reliability": [asdict(bucket) for bucket in reliability(cells)],
        "refusals": asdict(Refusals.of(results.pictures)),
        "pictures": {picture.name: _picture_as_json(results, picture) for picture in results.pictures},
    }


def _groups_as_json(results: Results, key: Callable[[JudgedPicture], str]) -> dict[str, Any]:
    return {name: _group_as_json(results, pictures) for name, pictures in grouped(results.pictures, key).items()}


def _group_as_json(results: Results, pictures: Sequence[JudgedPicture]) -> dict[str, Any]:
    figures = Figures.of(pictures)
    counts = figures.counts
    shares = {"f1": counts.f1, "precision": counts.precision, "recall": counts.recall}
    return {**asdict(figures), **shares, **asdict(results.costs_of(pictures))}


def _picture_as_json(results: Results, picture: JudgedPicture) -> dict[str, Any]:
    cost = results.costs.get(picture.name)
    counts = asdict(Counts.of(picture.cells))
    return {"counts": counts, "cost": asdict(cost) if cost else None, "step": results.steps.get(picture.name)}
