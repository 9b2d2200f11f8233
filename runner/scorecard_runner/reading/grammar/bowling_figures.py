"""Bowling figures in running text, as newspapers print them: `Bowling: Khan 8-1-27-3, Ode 6-0-20-1 (2w)`.

Always overs, maidens, runs, wickets: the one order in which four numbers with dashes between them are printed.
"""

import re
from dataclasses import dataclass

from scorecard_runner.reading.grammar.names import clean_text
from scorecard_runner.reading.grammar.overs import Overs, parse_overs

_HEAD = re.compile(r"^\W*bowling\W*", re.IGNORECASE)
_DASH = r"\s*[-–—]\s*"  # noqa: RUF001 - as printed
_FIGURES = re.compile(
    rf"(?P<name>[^\d]+?)\W*\s(?P<overs>\d{{1,3}}(?:\.\d)?){_DASH}(?P<maidens>\d{{1,2}}){_DASH}(?P<runs>\d{{1,3}}){_DASH}(?P<wickets>\d{{1,2}})"
    r"(?:\s*\([^()]*\))?"
)


@dataclass(frozen=True, slots=True)
class BowlingFigures:
    """One bowler's analysis."""

    name: str
    overs: Overs
    maidens: int
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
    return tuple(found)
