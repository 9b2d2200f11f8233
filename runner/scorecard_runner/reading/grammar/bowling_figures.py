"""Bowling figures in running text, as newspapers print them: `Bowling: Khan 8-1-27-3, Ode 6-0-20-1 (2w)`.

Overs, maidens, runs, wickets are the one order in which four numbers with dashes between them are printed. Where there are
only two, as in `Khan 3/27 (8)`, more than ten are no wickets. Refuses pairs without overs: those are scores.
"""

import re
from dataclasses import dataclass

from scorecard_runner.reading.grammar.names import clean_text
from scorecard_runner.reading.grammar.overs import Overs, parse_overs

_HEAD = re.compile(r"^\W*bow[lł](?:ing|ers)\b\W*", re.IGNORECASE)
_DASH = r"\s*[-–—]\s*"  # noqa: RUF001 - as printed
_FIGURES = re.compile(
    rf"(?P<name>[^\d]+?)\W*\s(?P<overs>\d{{1,3}}(?:\.\d)?){_DASH}(?P<maidens>\d{{1,2}}){_DASH}(?P<runs>\d{{1,3}}){_DASH}(?P<wickets>\d{{1,2}})"
    r"(?:\s*\([^()]*\))?"
)
_UNIT = r"(?:overs?|ovs?|o)(?![a-z])"
_OVERS = r"\d{1,2}(?:\.\d)?"
_PAIRS = re.compile(
    rf"(?P<name>[^\d]+?)\W*\s(?P<first>\d{{1,3}})\s*(?:[-–—/]|for)\s*(?P<second>\d{{1,3}})"  # noqa: RUF001 - as printed
    rf"(?:\s*\(\s*(?P<inside>{_OVERS})\s*(?:{_UNIT})?\s*\)|\W*(?:off|in|from)?\s*(?P<behind>{_OVERS})\s*{_UNIT})",
    re.IGNORECASE,
)
_MOST_WICKETS = 10
_MOST_CONCEDED = 150
"""More is what a side made."""


@dataclass(frozen=True, slots=True)
class BowlingFigures:
    """One bowler's analysis."""

    name: str
    overs: Overs
    maidens: int | None
    runs: int
    wickets: int


def parse_bowling_figures(text: str) -> tuple[BowlingFigures, ...]:
    """Return the bowlers in printed order; empty if there are none in it."""
    # The end of a line may stand behind any dash.
    found = []
    for match in _FIGURES.finditer(_HEAD.sub("", text)):
        name, overs = clean_text(match["name"]), parse_overs(match["overs"])
        if name and overs is not None:
            found.append(BowlingFigures(name, overs, *(int(match[part]) for part in ("maidens", "runs", "wickets"))))
    return tuple(found) or _parse_pairs(text)


def tells_bowlers(text: str) -> bool:
    """Whether bowlers stand one behind the other in the line."""
    return len(parse_bowling_figures(text)) > 1


def _parse_pairs(text: str) -> tuple[BowlingFigures, ...]:
    matches = list(_PAIRS.finditer(_HEAD.sub("", text)))
    pairs = [(int(match["first"]), int(match["second"])) for match in matches]
    if all(first <= _MOST_WICKETS for first, _ in pairs):
        pairs = [(second, first) for first, second in pairs]
    if any(wickets > _MOST_WICKETS for _, wickets in pairs) or sum(wickets for _, wickets in pairs) > _MOST_WICKETS:
        return ()
    if any(runs > _MOST_CONCEDED for runs, _ in pairs):
        return ()
    found = []
    for match, (runs, wickets) in zip(matches, pairs, strict=True):
        name, overs = clean_text(match["name"]), parse_overs(match["inside"] or match["behind"])
        if name and overs is not None:
            found.append(BowlingFigures(name, overs, None, runs, wickets))
    return tuple(found)
