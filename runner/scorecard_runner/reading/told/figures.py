"""Figures that say themselves what they are: `45 (32)`, `3 off 8`, `2x4`, `SR 37.50`, `4-0-32-2`, `2 for 47 (8 ov)`.

Cards that are no tables - apps, posters, mails - name no columns: each row spells its figures out. Refuses bare
numbers, and scores of a side: those have a run rate or an order of their own, and stand behind a label.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scorecard_runner.reading.tables.vocabulary import Column, TableKind

_DASH = r"\s?[-–—]\s?"  # noqa: RUF001 - as printed
_ALONE = r"(?<![\w.,:/x×–—-])(?<!\d )"  # noqa: RUF001 - as printed
_NUMBER = r"(?:\d{1,3}|[OoQ])"
"""A lone 0 is read as a letter."""

_COUNT = r"(?:\d{1,2}|[OoQ])"
_SIGN = r"[\dOoQlISBi]{1,3}"
"""Where the unit says that there is a number, letters stand for the digits that they look like."""

_OVERS = r"\d{1,2}(?:\.\d)?"
_UNIT = r"(?:overs?|ovs?|[0O][vy]s?|0\s?v|oy)(?![a-z])"
_BALLS = r"(?:balls?|b)"
_OFF = r"(?:[oa0][filt][ft]|from)"
_SCORE = r"(?P<wickets>\d{1,3}|[OoQ](?=\s?for))\s*(?:for|[-–—/])\s*(?P<runs>\d{1,3})"  # noqa: RUF001 - as printed
_FROM = r"(?:off|in|from)?\s*"


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of a group: what it is, and where its digits begin and end in the text."""

    column: Column
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ToldFigures:
    """A group of figures of one player; `is_whole`: it can stand for a row alone, others only add to one.

    `is_either` where the wickets may stand before or behind the runs.
    """

    kind: TableKind
    figures: tuple[Figure, ...]
    start: int
    end: int
    is_whole: bool = True
    is_either: bool = False


_WHOLE: tuple[tuple[TableKind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        (
            TableKind.BOWLING,
            rf"{_ALONE}(?P<overs>{_OVERS}){_DASH}(?P<maidens>{_COUNT}){_DASH}(?P<runs>{_NUMBER}){_DASH}(?P<wickets>{_COUNT})(?![\w–—-])",  # noqa: RUF001
        ),
        (
            TableKind.BOWLING,
            rf"{_ALONE}{_SCORE}\s*(?:[(\[]\s*(?P<overs>{_OVERS})\s*(?:(?:{_UNIT})?\s*[)\]]|{_UNIT})|{_FROM}(?P<overs_>{_OVERS})\s*{_UNIT}|(?:off|in)\s*(?P<overs__>{_OVERS})(?![\w.]))",
        ),
        (
            TableKind.BATTING,
            rf"{_ALONE}(?P<runs>{_NUMBER})\s?\*?\s*{_OFF}\s*(?P<balls>{_NUMBER})(?:\s*{_BALLS})?(?![\w.])(?!\s*ov)",
        ),
        (TableKind.BATTING, rf"{_ALONE}(?P<runs>{_NUMBER})\s?\*?\s*\(\s*(?P<balls>{_NUMBER})\s*{_BALLS}?\s*\)"),
        # 128 (205b, 11x4, 3x6)
        (TableKind.BATTING, rf"{_ALONE}(?P<runs>{_NUMBER})\s?\*?\s*\(\s*(?P<balls>{_NUMBER})\s*{_BALLS}\s*[,;]"),
        (TableKind.BATTING, rf"{_ALONE}(?P<runs>{_NUMBER})\*?\s+(?P<balls>{_NUMBER})\s?{_BALLS}(?![a-z])"),
    )
)
_PARTS: tuple[tuple[TableKind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        (TableKind.BATTING, rf"(?<![\w.])(?P<fours>{_COUNT})\s?[x×]\s?4s?(?!\w)"),  # noqa: RUF001 - as printed
        (TableKind.BATTING, rf"(?<![\w.])(?P<sixes>{_COUNT})\s?[x×]\s?6s?(?!\w)"),  # noqa: RUF001 - as printed
        # 4s 2 is read as 452 where the letters are small; the sixes beside it tell.
        (
            TableKind.BATTING,
            rf"(?<![\w.])4[sS5]\s?[:=]?\s*(?P<fours>{_COUNT})\s+(?:\|\s*)?6[sS5]\s?[:=]?\s*(?P<sixes>{_COUNT})(?![\w.])",
        ),
        (TableKind.BATTING, rf"(?<![\w.])(?P<fours>{_COUNT})\s?fours?(?![a-z])"),
        (TableKind.BATTING, rf"(?<![\w.])(?P<sixes>{_COUNT})\s?six(?:es)?(?![a-z])"),
        (TableKind.BATTING, rf"(?<![\w.])(?:4s|fours)\s*[:=]?\s*(?P<fours>{_COUNT})(?![\w.])"),
        (TableKind.BATTING, rf"(?<![\w.])(?:6s|sixes)\s*[:=]?\s*(?P<sixes>{_COUNT})(?![\w.])"),
        (
            TableKind.BATTING,
            r"(?<![\w/])(?:S/?R|strike\s*rate)\s*[:=]?\s*(?P<strike_rate>\d{1,3}(?:\.\d{1,2})?)(?![\w.])",
        ),
        (TableKind.BATTING, rf"(?<![\w.])(?P<balls>{_SIGN})(?:\s?balls?|(?<=\d)b)(?![a-z])"),
        (TableKind.BATTING, r"(?<![\w.])(?P<minutes>\d{1,3})\s?mins?(?![a-z])"),
        (TableKind.BOWLING, rf"\(?(?<![\w.])(?P<overs>{_OVERS})\s?{_UNIT}\)?"),
        (TableKind.BOWLING, rf"(?<![\w.])(?:maidens?|mdns?)\s*[:=]?\s*(?P<maidens>{_COUNT})(?![\w.])"),
        (TableKind.BOWLING, r"(?<![\w.])(?:econ(?:omy)?|eco|ER)\s*[:=]?\s*(?P<economy>\d{1,2}(?:\.\d{1,2})?)(?![\w.])"),
        (TableKind.BOWLING, rf"(?<![\w.])(?:dots|0s)\s*[:=]?\s*(?P<dots>{_COUNT})(?![\w.])"),
    )
)
_FOUR_FIGURES = 4


def find_told(text: str) -> list[ToldFigures]:
    """Return the groups of the text from left to right; none overlap."""
    found: list[ToldFigures] = []
    for told in (*_matches(text, _WHOLE, is_whole=True), *_matches(text, _PARTS, is_whole=False)):
        if all(told.end <= other.start or other.end <= told.start for other in found):
            found.append(told)
    return sorted(found, key=lambda each: each.start)


def _matches(
    text: str, patterns: tuple[tuple[TableKind, re.Pattern[str]], ...], *, is_whole: bool
) -> Iterator[ToldFigures]:
    for kind, pattern in patterns:
        for matched in pattern.finditer(text):
            figures = tuple(
                Figure(Column(name.rstrip("_")), matched.start(name), matched.end(name))
                for name, value in matched.groupdict().items()
                if value is not None
            )
            either = is_whole and kind is TableKind.BOWLING and len(figures) < _FOUR_FIGURES
            yield ToldFigures(kind, figures, matched.start(), matched.end(), is_whole=is_whole, is_either=either)
