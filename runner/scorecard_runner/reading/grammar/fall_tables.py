"""The fall of wickets as a table: numbers from 1 above the scores, scores alone, or a row for each wicket.

Refuses scores that do not climb, and rows that do not count as the wickets do.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from scorecard_runner.reading.grammar.fall_of_wickets import FallenWicket
from scorecard_runner.reading.grammar.overs import parse_overs

_HEAD = re.compile(
    r"^\W*(?:f?all\s*of\s*(?:the\s*)?wickets?|wickets?\s*fell(?:\s*at)?|fell\s*(?:at)?|(?:team\s+)?(?:scores?|total)|runs"
    r"|(?:wkts?|wickets?)(?:\s*no\b)?)(?![a-z])\W*",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"^\W*(?:fall\s*of\s*(?:the\s*)?)?(?:wickets?|wkts?)\b(?:\s*no)?\W*1\b", re.IGNORECASE)
_FURTHER = re.compile(
    r"^\W*(?:(?:batter|batsman|batsmen|player|name|bowler|partnership|stand)s?(?:\s+out)?|(?:not\s+)?out)(?![\w:])",
    re.IGNORECASE,
)
_OVERS_ROW = re.compile(r"\W*(?:in\s+)?overs?\W*(?P<overs>\d{1,3}(?:\.\d)?(?:\s+\d{1,3}(?:\.\d)?)*)", re.IGNORECASE)
_NUMBERS = re.compile(r"\d{1,4}(?:\s+\d{1,4})*")
_ROW = re.compile(r"(?P<before>(?:\d{1,4}\s+)*)(?P<name>[^\d\s][^\d]*?)(?P<after>(?:\s+\d{1,4}(?:\.\d)?)*)\W*")
_MOST_WICKETS = 10
_NAMES_PAIR = re.compile(r"\bp(?:artner)?.?ships?\b", re.IGNORECASE)
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


def opens_fall_table(first: str, second: str) -> bool:
    """Whether the lines are the numbers of the wickets, from 1, and the scores below them."""
    wickets, scores = _numbers_of(first), _numbers_of(second)
    is_headed = bool(wickets) and _COUNTED.match(first) is not None and _counts(wickets)
    return is_headed and len(scores) == len(wickets) and _HEAD.match(second) is not None and _climbs(scores)


def goes_on_in_fall_table(first: str, line: str) -> bool:
    """Whether the line is a further row of the table of that first one: who was out, or in which over."""
    overs = _OVERS_ROW.fullmatch(line.strip())
    has_overs = overs is not None and len(overs["overs"].split()) == len(_numbers_of(first))
    return has_overs or _FURTHER.match(line) is not None


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
    if any(map(_NAMES_PAIR.search, lines)):
        return _rows_of_pairs(lines)
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
    return _if_possible(found)


def _rows_of_pairs(lines: Sequence[str]) -> tuple[FallenWicket, ...]:
    """Return the wickets of rows that also say what the pair made: of their numbers only those before a batter are sure."""
    rows = [row for line in lines if is_fall_row(line) and (row := _ROW.fullmatch(line.strip()))]
    before = [row["before"].split() for row in rows]
    if not all(before) or _counts([int(numbers[-1]) for numbers in before]):
        return ()
    pairs = enumerate(zip(rows, before, strict=True), start=1)
    return _if_possible([FallenWicket(at, int(numbers[-1]), row["name"].strip()) for at, (row, numbers) in pairs])


def _if_possible(found: Sequence[FallenWicket]) -> tuple[FallenWicket, ...]:
    climbs = _climbs([wicket.runs for wicket in found])
    return tuple(found) if climbs and len(found) <= _MOST_WICKETS else ()
