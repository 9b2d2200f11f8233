"""The fall of wickets: `1-34 (Smith, 5.3 ov), 2-56 ...`, also `34-1`, `34/1` and `11- (Rahul, 4.6 ov)`.

Which of the two numbers is the wicket is decided for the whole list: it is the one that counts from one.
"""

import re
from dataclasses import dataclass

from scorecard_runner.reading.grammar.name_dirt import without_dirt
from scorecard_runner.reading.grammar.names import clean_text
from scorecard_runner.reading.grammar.overs import Overs, parse_overs

_HEAD = re.compile(r"^\W*(?:f?all\s*of\s*(?:the\s*)?wickets?|f\.?\s?o\.?\s?w\.?|fall|wickets\s*fell)\W*", re.IGNORECASE)
_ENTRY = re.compile(
    r"(?<![\d.])(?P<first>\d{1,4})\s*[*]?\s*[-–—/]\s*(?P<second>\d{1,4})?\*?\s*"  # noqa: RUF001 - as printed
    r"(?:\((?P<inside>[^()]*(?:\([^()]*\))?[^()]*)\)?)?",
)
_OVER = re.compile(r"(?<![\d.])(\d{1,3}(?:\.\d)?)\s*(?:overs?|ovs?\.?|o)?\s*$", re.IGNORECASE)
_MOST_WICKETS = 10
_LEFT_OPEN = re.compile(r"^[^()]*\)|\([^()]*\)?")
_PAIR = re.compile(r"(?<![\d.])(?<!\d[-–—/])(\d{1,4})\s*[-–—/]\s*(\d{1,4})(?!\d|\s*[-–—/]\s*\d)")  # noqa: RUF001 - as printed
_LOST = 2
"""Wickets of which the pair was not read."""


@dataclass(frozen=True, slots=True)
class FallenWicket:
    """One wicket: the score at its fall; the rest where it is printed."""

    wicket: int
    runs: int
    batter: str | None = None
    over: Overs | None = None


def parse_fall_of_wickets(text: str) -> tuple[FallenWicket, ...]:
    """Return the wickets in printed order; empty if there are none in it."""
    entries = list(_ENTRY.finditer(_HEAD.sub("", text)))
    entries = [entry for entry in entries if entry["second"] or entry["inside"]]
    if not entries:
        return ()
    pairs = _ordered([(int(entry["first"]), int(entry["second"]) if entry["second"] else None) for entry in entries])
    wickets = []
    for (wicket, runs), entry in zip(pairs, entries, strict=True):
        batter, over = _split_inside(entry["inside"] or "")
        if 1 <= wicket <= _MOST_WICKETS:
            wickets.append(FallenWicket(wicket, runs, batter, over))
    return tuple(wickets)


def goes_on_in_falls(said: str, text: str) -> bool:
    """Whether the text goes on in the list of wickets said before it: with the next one, and no name before that."""
    bare = _LEFT_OPEN.sub(" ", text)
    first = _PAIR.search(bare)
    if first is None or any(map(str.isalpha, bare[: first.start()])):
        return False
    count = len(_PAIR.findall(_LEFT_OPEN.sub(" ", said)))
    return any(count < int(number) <= count + 1 + _LOST for number in first.groups())


def _ordered(pairs: list[tuple[int, int | None]]) -> list[tuple[int, int]]:
    """Return (wicket, runs) for each pair as printed."""
    if all(second is None for _, second in pairs):
        return [(number, runs) for number, (runs, _) in enumerate(pairs, start=1)]
    counts_first = sum(first == number for number, (first, _) in enumerate(pairs, start=1))
    counts_second = sum(second == number for number, (_, second) in enumerate(pairs, start=1))
    ordered = []
    for number, (first, second) in enumerate(pairs, start=1):
        known = second if second is not None else number
        ordered.append((first, known) if counts_first > counts_second else (known, first))
    return ordered


def _split_inside(text: str) -> tuple[str | None, Overs | None]:
    bare = text.strip().rstrip(".,;")
    matched = _OVER.search(bare)
    over = parse_overs(matched[1]) if matched else None
    name = clean_text(without_dirt(clean_text(bare[: matched.start()] if matched else bare)))
    return name or None, over
