"""A row of a summary: `N RAFMOOD 55* 52`, `BH HOGMANN 3-31 4.0`, or one of each beside the other.

The spans say where in the text the parts stand. Refuses rows that say how a batter was out: those are a whole card's.
"""

import re
from dataclasses import dataclass

from scorecard_runner.reading.grammar.dismissal_openings import split_dismissal
from scorecard_runner.reading.grammar.labels import label_of

_NAME = r"[^\W\d_(][^\d]*?"
_BATTER = (
    rf"(?P<batter>{_NAME})\s+(?P<runs>\d{{1,3}})(?!\d)\s?(?P<star>[*%])?"
    r"(?:(?:\s*\(\s?|\s+)(?P<balls>\d{1,3})(?:b|\s?balls?)?\s?\)?(?!\w))?"  # half of a bracket may be lost
)
_OVERS = r"(?:\s*\(\s?|\s+)(?P<overs>\d{1,2}(?:\.\d)?)\s?(?:[o0]v(?:er)?s?)?\s?\)?"
_BOWLER = (
    rf"(?P<bowler>{_NAME})\s+(?:(?P<first>\d{{1,3}})\s?[-–—/]\s?(?P<second>\d{{1,3}}){_OVERS}"  # noqa: RUF001 - as printed
    r"|(?P<first_>\d)\s?[-–—/]\s?(?P<second_>\d{1,3}))"  # noqa: RUF001 - as printed
)
"""Without overs the wickets stand first: `58-1` is what a side made."""

_ROW = re.compile(rf"\W*(?:{_BATTER}(?:\s+{_BOWLER})?|{_BOWLER.replace('(?P<', '(?P<lone_')})\W*", re.IGNORECASE)
_OF_BATTER = ("batter", "runs", "balls")
_OF_BOWLER = ("bowler", "first", "second", "overs")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class SummaryRow:
    """Where each part of a batter and of a bowler stands; empty for who is not in the row.

    `first` and `second` are wickets and runs of the bowler, in the order of all rows together.
    """

    batter: dict[str, Span]
    bowler: dict[str, Span]
    has_star: bool


def parse_summary_row(text: str) -> SummaryRow | None:
    """Return the row; None if the text is no such thing."""
    matched = _ROW.fullmatch(text)
    if matched is None or label_of(text) is not None:
        return None
    named = [matched[name] for name in ("batter", "bowler", "lone_bowler") if matched[name]]
    if any(split_dismissal(name) for name in named):
        return None
    spans = {name: matched.span(name) for name, said in matched.groupdict().items() if said}
    spans = {name.removeprefix("lone_").rstrip("_"): span for name, span in spans.items()}
    batter, bowler = ({name: spans[name] for name in of if name in spans} for of in (_OF_BATTER, _OF_BOWLER))
    return SummaryRow(batter, bowler, has_star="star" in spans)
