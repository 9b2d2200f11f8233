"""What the stages saw as plain values for JSON; pure.

Numbers are rounded: nobody reads a thousandth of a pixel.
"""

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

from scorecard_runner.debug_folder.traces import Examined
from scorecard_runner.reading.geometry import Box
from scorecard_runner.reading.page.lines import Line
from scorecard_runner.reading.page.sections import Block, Section, TextLine
from scorecard_runner.reading.tables.cells import Cell
from scorecard_runner.reading.tables.second_look import Doubt
from scorecard_runner.reading.tables.table import Row, Table
from scorecard_runner.reading.words import Word

Json = Any
"""Whatever JSON can hold."""


def box_as_json(box: Box) -> list[float]:
    """Return left, top, right and bottom in pixels."""
    return [round(edge, 1) for edge in (box.left, box.top, box.right, box.bottom)]


def words_as_json(words: Sequence[Word]) -> Json:
    """Return each word with its box and confidence."""
    return [
        {"text": word.text, "box": box_as_json(word.box), "confidence": round(word.confidence, 3)} for word in words
    ]


def lines_as_json(lines: Sequence[Line]) -> Json:
    """Return each line with its phrases."""
    return [
        {
            "box": box_as_json(line.box),
            "confidence": round(line.confidence, 3),
            "phrases": [p.text for p in line.phrases],
        }
        for line in lines
    ]


def sections_as_json(sections: Sequence[Section]) -> Json:
    """Return tables, blocks and other lines in reading order."""
    return [_section(section) for section in sections]


def _section(section: Section) -> Json:
    if isinstance(section, Table):
        return {
            "table": section.kind.value,
            "heading": [{"column": cell.column.value, "box": box_as_json(cell.box)} for cell in section.heading.cells],
            "lead": section.heading.lead,
            "bands": [[band.column.value, round(band.left, 1), round(band.right, 1)] for band in section.bands],
            "rows": [_row(row) for row in section.rows],
        }
    if isinstance(section, Block):
        return {"block": section.label.value, "lines": lines_as_json(section.lines)}
    if isinstance(section, TextLine):
        return {"line": section.text, "box": box_as_json(section.line.box)}
    raise TypeError(type(section).__name__)


def _row(row: Row) -> Json:
    return {
        "texts": [[phrase.text for phrase in text.phrases] for text in row.texts],
        "cells": {cell.column.value: cell_as_json(cell) for cell in row.cells},
        "box": box_as_json(row.box),
    }


def cell_as_json(cell: Cell) -> Json:
    """Return the believed value, every reading, and the place."""
    return {
        "value": cell.value,
        "readings": [[reading.value, round(reading.confidence, 3)] for reading in cell.readings],
        "blank": cell.is_blank,
        "box": box_as_json(cell.box),
    }


def looks_as_json(doubts: Sequence[Doubt], looks: Mapping[Doubt, Sequence[Word]], before: Sequence[Table]) -> Json:
    """Return for each doubtful cell what was believed before and what was read again; no words: blank paper."""
    return [
        {
            "table": doubt.table + 1,
            "kind": before[doubt.table].kind.value,
            "row": doubt.row + 1,
            "column": doubt.column.value,
            "before": _value_before(doubt, before),
            "read": [[word.text, round(word.confidence, 3)] for word in looks[doubt]] if doubt in looks else None,
            "box": box_as_json(doubt.box),
        }
        for doubt in doubts
    ]


def _value_before(doubt: Doubt, before: Sequence[Table]) -> float | None:
    cell = before[doubt.table].rows[doubt.row].cell(doubt.column)
    return cell.value if cell else None


def card_as_json(value: object) -> Json:
    """Return any of the card's dataclasses by the names of their fields, without what is empty."""
    if isinstance(value, Box):
        return box_as_json(value)
    if isinstance(value, Cell):
        return {"column": value.column.value, **cell_as_json(value)}
    if is_dataclass(value):
        found = {field.name: getattr(value, field.name) for field in fields(value)}
        return {name: card_as_json(each) for name, each in found.items() if each not in (None, (), {})}
    if isinstance(value, Mapping):
        return {str(key): card_as_json(each) for key, each in value.items()}
    if isinstance(value, tuple | list):
        return [card_as_json(each) for each in value]
    return value.value if isinstance(value, Enum) else value


def arithmetic_as_json(examined: Sequence[Examined]) -> Json:
    """Return what was chosen against the first reading, and the innings with it."""
    return [
        {
            "innings": each.number,
            "choices": [
                {"place": str(c.place), "read": c.read, "became": c.became, "because": c.because} for c in each.choices
            ],
            "confidences": {str(place): round(sure, 3) for place, sure in each.confidences.items()},
            "after": card_as_json(each.after),
        }
        for each in examined
    ]


def checks_as_json(examined: Sequence[Examined]) -> Json:
    """Return every check with its sum and its cells."""
    return [
        {
            "innings": each.number,
            "check": check.name,
            "result": check.result.value,
            "detail": check.detail,
            "cells": [str(place) for place in check.cells],
        }
        for each in examined
        for check in (*each.checks, *each.row_checks)
    ]
