"""Players written out as records of named fields, as programs print them: `{'Cox': {'how': 'b Ali', 'R': 12, 'B': 9}}`.

Says where each part stands in the text, whatever became of its quotation marks. Refuses to know what a field is called,
and anything that is not in brackets: sentences have quotation marks, too.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from scorecard_runner.reading.grammar.running_innings import Span

_QUOTE = "[\"'`´‘’“”]"  # noqa: RUF001 - as printed
_NO_QUOTE = "[^\"'`´‘’“”{}\\[\\]:;\\n]"  # noqa: RUF001
_KEY = rf"{_QUOTE}(?P<key>{_NO_QUOTE}{{1,40}}?){_QUOTE}\s*(?:[:;]|\n)"
_FIELD = re.compile(
    rf"{_KEY}\s*:?\s*(?:{_QUOTE}(?P<said>[^{{}}:;]{{1,80}}?){_QUOTE}(?=\s*[,.}}\])])|(?P<number>\d+(?:\.\d+)?)(?=\s*[,.;}}\])]|\s*\n))?"
)
"""A name and what follows it: a text, a number, or nothing that could be read."""

_OPENS = re.compile(r"\s*[{(\[]")
_OPENED = re.compile(r"[{(\[]\s*\Z")
_CLOSES = re.compile(r"\s*[})\]]+")
_LEAST_FIELDS = 3
_LEAST_RECORDS = 2


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a record: its name, where that ends, and the value, a `text` or a `number`, where it was read."""

    name: str
    end: int
    text: Span | None
    number: Span | None


@dataclass(frozen=True, slots=True)
class Record:
    """What is told of one player: `name` stands before the record, or is the first text in it."""

    name: Span
    fields: tuple[Field, ...]
    start: int
    end: int


def parse_records(text: str) -> tuple[Record, ...]:
    """Return the records in printed order; none unless there are a few."""
    groups: list[list[re.Match[str]]] = []
    for found in _FIELD.finditer(text):
        if _begins_record(text, found):
            groups.append([found])
        elif groups and found.start() >= groups[-1][-1].end():
            groups[-1].append(found)
    records = [record for group in groups if (record := _record(text, group))]
    return tuple(records) if len(records) >= _LEAST_RECORDS else ()


def _begins_record(text: str, found: re.Match[str]) -> bool:
    """Whether a bracket opens behind the key, which is a name then, or before it, with a text for its value."""
    if found["said"] is None and found["number"] is None:
        return bool(_OPENS.match(text, found.end()))
    return (
        found["said"] is not None and bool(_OPENED.search(text, 0, found.start())) and not _is_named_before(text, found)
    )


def _is_named_before(text: str, found: re.Match[str]) -> bool:
    """Whether the bracket before the key belongs to a name before it."""
    return bool(re.search(r"[:;]\s*[{(\[]\s*\Z", text[: found.start()]))


def _record(text: str, group: Sequence[re.Match[str]]) -> Record | None:
    first, *others = group
    name = _span(first, "said") or _span(first, "key")
    if len(others) < _LEAST_FIELDS or name is None:
        return None
    fields = tuple(
        Field(each["key"].strip(), each.end("key"), _span(each, "said"), _span(each, "number")) for each in others
    )
    closing = _CLOSES.match(text, others[-1].end())
    return Record(name, fields, first.start(), closing.end() if closing else others[-1].end())


def _span(found: re.Match[str], group: str) -> Span | None:
    return Span(*found.span(group)) if found[group] is not None else None
