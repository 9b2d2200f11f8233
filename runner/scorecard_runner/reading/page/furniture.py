"""What stands on a page only because it is a page: numbers, running titles, the name of the program that made it.

Left in, it would end a table that goes on on the next page. Refuses to take anything but the outermost lines.
"""

import re
from collections.abc import Sequence

from scorecard_runner.reading.page.lines import Line, build_lines
from scorecard_runner.reading.words import Word

_OUTERMOST = 2
"""Lines looked at from either end of a page."""

_PAGE_NUMBER = re.compile(r"(?:page|p\.|seite)?\s*\d{1,3}(?:\s*(?:/|of|von|\s)\s*\d{1,3})?", re.IGNORECASE)
_MAKER = re.compile(r"(?:powered|generated|created|printed|produced)\s+(?:by|on|at)\b.*", re.IGNORECASE)


def without_furniture(pages: Sequence[Sequence[Word]]) -> list[tuple[Word, ...]]:
    """Return the words of each page without running titles and page numbers; of a single page, all of them."""
    if len(pages) == 1:
        return [tuple(pages[0])]
    ends = [_outermost(build_lines(words)) for words in pages]
    return [
        _kept(words, [line for line in ends[index] if _is_furniture(line, ends[:index] + ends[index + 1 :])])
        for index, words in enumerate(pages)
    ]


def _kept(words: Sequence[Word], dropped: Sequence[Line]) -> tuple[Word, ...]:
    # By place: strokes and bullets beside the line are no words of it, and go with it.
    return tuple(word for word in words if not any(line.box.overlap_y(word.box) > 0 for line in dropped))


def _outermost(lines: Sequence[Line]) -> list[Line]:
    return [*lines[:_OUTERMOST], *lines[max(_OUTERMOST, len(lines) - _OUTERMOST) :]]


def _is_furniture(line: Line, others: Sequence[Sequence[Line]]) -> bool:
    text = line.text.strip()
    if _PAGE_NUMBER.fullmatch(text) or _MAKER.fullmatch(text):
        return True
    return any(_runs_on(line, other) for page in others for other in page)


def _runs_on(line: Line, other: Line) -> bool:
    """Whether the same words stand at the same height of another page; rows of a table hardly ever do."""
    is_level = abs(line.box.centre_y - other.box.centre_y) < line.box.height
    return is_level and _shape(line) == _shape(other)


def _shape(line: Line) -> str:
    """Return the text with every number alike, so that page 1 of 3 equals page 2 of 3."""
    return re.sub(r"\d+", "0", line.text.casefold())
