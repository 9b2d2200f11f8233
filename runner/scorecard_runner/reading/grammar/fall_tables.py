"""The fall of wickets as a table: numbers from 1 above the scores, scores alone, or a row for each wicket.

Refuses scores that do not climb, and rows that do not count as the wickets do.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from scorecard_runner.reading.grammar.fall_of_wickets import FallenWicket
from scorecard_runner.reading.grammar.overs import parse_overs

_HEAD = re.compile(
    r"^\W*(?:fall\s*of\s*(?:the\s*)?wickets?|wickets?\s*fell(?:\s*at)?|fell\s*(?:at)?|score|runs|wkts?|wickets?)\b\W*",
    re.IGNORECASE,
)
_NUMBERS = re.compile(r"\d{1,4}(?:\s+\d{1,4})*")
_ROW = re.compile(r"(?P<before>(?:\d{1,4}\s+)*)(?P<name>[^\d\s][^\d]*?)(?P<after>(?:\s+\d{1,4}(?:\.\d)?)*)\W*")
_MOST_WICKETS = 10
_HAS_OVER = re.compile(r"\bov(?:er)?s?\b", re.IGNORECASE)


def parse_fall_table(lines: Sequence[str]) -> tuple[FallenWicket, ...]:
    """Return the wickets in the order in which they fell; empty if the lines are no such table.

    Args:
        lines: from the label on, without numbers that count lines.
    """
    rows = [numbers for line in lines if (numbers := _numbers_of(line))]
    scores = next((row for row in rows if not _counts(row)), rows[-1] if len(rows) > 1 else ())
    if scores and _climbs(scores) and len(scores) <= _MOST_WICKETS:
        return tuple(FallenWicket(wicket, runs) for wicket, runs in enumerate(scores, start=1))
    return () if rows and len(lines) <= len(rows) + 1 else _rows_of_wickets(lines)


def is_fall_row(line: str) -> bool:
    """Whether the line can be one wicket of a table: numbers with a batter between or before them."""
    row = _ROW.fullmatch(line.strip())
    return row is not None and bool(row["before"] or row["after"]) and not _HEAD.match(line)


def _numbers_of(line: str) -> tuple[int, ...]:
    bare = _HEAD.sub("", line).strip()
    return tuple(map(int, bare.split())) if _NUMBERS.fullmatch(bare) else ()


def _counts(numbers: Sequence[int]) -> bool:
    return list(numbers) == list(range(1, len(numbers) + 1))


def _climbs(scores: Sequence[int]) -> bool:
    return all(low <= high for low, high in pairwise(scores))


def _rows_of_wickets(lines: Sequence[str]) -> tuple[FallenWicket, ...]:
    """Return the wickets of rows with a batter in each: the score is the last number before the over."""
    has_over = any(map(_HAS_OVER.search, lines))
    found: list[FallenWicket] = []
    for line in lines:
        row = _ROW.fullmatch(line.strip()) if is_fall_row(line) else None
        numbers = [*row["before"].split(), *row["after"].split()] if row else []
        least = 2 if has_over else 1
        if row is None or len(numbers) < least or "." in "".join(numbers[:-1]):
            continue
        score = numbers[-least]
        if score.isdecimal():
            over = parse_overs(numbers[-1]) if has_over else None
            found.append(FallenWicket(len(found) + 1, int(score), row["name"].strip(), over))
    climbs = _climbs([wicket.runs for wicket in found])
    return tuple(found) if climbs and len(found) <= _MOST_WICKETS else ()
