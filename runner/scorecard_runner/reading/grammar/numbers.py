"""Numbers as they are read in cells that can hold nothing else.

Refuses to be lenient on its own: `read_strictly` takes digits only; `read_leniently` also takes the letters that
readers see in place of digits, and is meant for cells of a numeric column.
"""

import re

_DECORATION = "'\"`‘’“”„|[]{}()_~,;:"  # noqa: RUF001 - these are the characters that readers put there
_STRICT = re.compile(r"\d{1,4}(?:\.\d{1,4})?")
_NONE_PRINTED = frozenset({"-", "–", "—", "--", "."})  # noqa: RUF001 - every dash that is printed for nothing

_ROUND = "○◯ωσØø"  # a nought with a stroke through it, or with a loop in it
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⓪"
"""No card prints figures in circles: the ring is a nought, the figure in it what the pen did besides."""

# What readers make of digits in a narrow column; only letters that have no other reading there.
_LOOKALIKES = str.maketrans(
    {
        "O": "0",
        "o": "0",
        "Q": "0",
        "D": "0",
        "°": "0",
        "@": "0",
        "©": "0",
        "¢": "0",
        "l": "1",
        "I": "1",
        "i": "1",
        "!": "1",
        "|": "1",
        "t": "1",
        "Z": "2",
        "z": "2",
        "A": "4",
        "S": "5",
        "s": "5",
        "G": "6",
        "b": "6",
        "T": "7",
        "?": "7",
        "B": "8",
        "g": "9",
        "q": "9",
        "ī": "1",
        "í": "1",
        **dict.fromkeys(_ROUND + _CIRCLED, "0"),
    },
)


# A wide or a crossed-out 0 falls into two halves, of which the right one is a bracket: `te)`, `0)`, `(e)`, `)`.
_HALVED_ZERO = re.compile(r"[(\[{]?[^\W\d_]{0,2}0?[)}\]]|[(\[{]0?[^\W\d_]?[)}\]]?|[eoOQ0@]{1,2}")
_HALVED_WITH_FIGURE = re.compile(r"[^\W\d_]?(\d)[)}]")


def read_strictly(text: str) -> float | None:
    """Return the number that is printed, without quotes, brackets and a not-out star; None if it is not surely a number."""
    bare = _bare(text)
    return float(bare) if _STRICT.fullmatch(bare) and beside_bracket(text) is None else None


def read_leniently(text: str) -> float | None:
    """Return the number that this most likely is in a numeric column; None where nothing speaks for one."""
    strict = read_strictly(text)
    if strict is not None:
        return strict
    if _HALVED_ZERO.fullmatch(text.strip()) or beside_bracket(text) is not None:
        return 0.0
    # A mark after a digit is a quote or a bar; alone it is a thin 1.
    bare = _bare(text, keep_bars=len(text) == 1).replace(",", ".")
    bare = bare.rstrip("!") if bare[:1].isdigit() else bare
    translated = bare.translate(_LOOKALIKES).rstrip(".")
    return float(translated) if len(bare) <= _LONGEST_CELL and _STRICT.fullmatch(translated) else None


def beside_bracket(text: str) -> float | None:
    """Return the figure of what is rather a 0 in two halves, `7)` or `v4)`: it may be one for all that; None of other texts."""
    found = _HALVED_WITH_FIGURE.fullmatch(text.strip())
    return float(found[1]) if found else None


_LONGEST_CELL = 6  # 272.73: longer lenient readings are words


def is_dash(text: str) -> bool:
    """Whether the cell says that there is no value."""
    return text.strip() in _NONE_PRINTED


def _bare(text: str, *, keep_bars: bool = False) -> str:
    decoration = _DECORATION.replace("|", "") if keep_bars else _DECORATION
    return text.strip().strip(decoration).rstrip("*").strip(decoration)
