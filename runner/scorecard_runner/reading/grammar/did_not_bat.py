"""The players listed as not having batted: names between commas, dots or bars."""

import re

from scorecard_runner.reading.grammar.names import Name, parse_name

_HEAD = re.compile(
    r"^\W*(?:did\s*not\s*bat|d\.?n\.?b\.?|yet\s*to\s*bat|to\s*bat|still\s*to\s*bat)(?![a-z])\W*",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*[,;•·|/]\s*|\s+(?:and|&)\s+|\s+[-–—]\s+")  # noqa: RUF001 - as printed
_MOST_PLAYERS = 11
_LONGEST_NAME_WORDS = 5


def parse_did_not_bat(text: str) -> tuple[Name, ...]:
    """Return the players of a line that is known to list them, in printed order."""
    parts = _BETWEEN.split(_HEAD.sub("", text).strip().rstrip("."))
    names = [parse_name(part) for part in parts if len(part.split()) <= _LONGEST_NAME_WORDS]
    return tuple(name for name in names if name)[:_MOST_PLAYERS]
