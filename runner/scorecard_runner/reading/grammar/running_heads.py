"""Where the first batter of an innings in running text begins: `KENT (First innings): Cox c Ali b Oak 45` has a title.

A colon, a dash or a full stop ends the title, unless it stands behind an initial. Refuses to know who the team is.
"""

import re

_ENDS_TITLE = re.compile(
    r"(?:(?<!\bc)(?<!\bb)(?<!\bst)(?<!\bct)(?<!\bbw):|[–—]|(?<=[^\W\d_]{2})(?<!\bSt)\."  # noqa: RUF001 - as printed
    r"|\([^()]*\binn(?:ing)?s\b[^()]*\)[:.,]?|\binnings\b[:.,]?)\s+(?=\S)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[^\W_]{3})[.!?]\s+(?=\S)")
_LONGEST_TITLE = 70  # letters
_PARAGRAPH = "\n\n"


def name_start(text: str, start: int, end: int) -> int:
    """Return where the name begins within a stretch that may hold the title before it."""
    cuts = [match.end() for match in _ENDS_TITLE.finditer(text, start, end)]
    cuts = [cut for cut in cuts if cut < end]
    if cuts:
        return cuts[-1]
    # A title without any sign stands on a line of its own.
    return max(start, text.rfind(_PARAGRAPH, start, end) + len(_PARAGRAPH)) if _PARAGRAPH in text[start:end] else start


def title_start(text: str, end: int) -> int:
    """Return where the title begins that ends there: with its paragraph or sentence, or else with its line."""
    before = text[:end].rstrip()
    paragraph = before.rfind(_PARAGRAPH)
    begin = paragraph + len(_PARAGRAPH) if paragraph >= 0 else 0
    ends = [match.end() for match in _SENTENCE.finditer(before, begin)]
    begin = ends[-1] if ends else begin
    return begin if end - begin <= _LONGEST_TITLE else before.rfind("\n") + 1
