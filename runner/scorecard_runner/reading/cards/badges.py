"""Marks of captains and keepers that lost their brackets: apps print `S Tulbrook` with a framed `WK` beside it.

Only a whole column of names tells a badge from initials behind a surname, as in `Shoerji WB`. Refuses columns in which
several names end like that.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from scorecard_runner.reading.cards.card import BattingLine
from scorecard_runner.reading.grammar.names import Name

_BADGES = re.compile(r"(?<=[^\W\d_])((?:\s+(?:C|WK|W\.K\.|VC|©))+)$")
_INITIALS_LAST = re.compile(r"\s[A-Z]{1,3}$")
_MOST_OF_A_SIDE = 2


def with_badges_read(batting: Sequence[BattingLine]) -> tuple[BattingLine, ...]:
    """Return the batters, with badges behind their names taken as the marks that they are."""
    badged = [line for line in batting if line.name and _BADGES.search(line.name.text)]
    others = [line for line in batting if line.name and line not in badged]
    if not 0 < len(badged) <= _MOST_OF_A_SIDE or any(
        line.name and _INITIALS_LAST.search(line.name.text) for line in others
    ):
        return tuple(batting)
    return tuple(replace(line, name=_read(line.name)) if line.name and line in badged else line for line in batting)


def _read(name: Name) -> Name:
    matched = _BADGES.search(name.text)
    if matched is None:
        return name
    marks = matched[1].replace(".", "").split()
    return replace(
        name,
        text=name.text[: matched.start()],
        is_captain=name.is_captain or bool({"C", "©"} & set(marks)),
        is_keeper=name.is_keeper or "WK" in marks,
    )
