"""What a line announces by its first words: extras, total, fall of wickets, players who did not bat, a title."""

import re
from difflib import SequenceMatcher
from enum import StrEnum

from scorecard_runner.reading.grammar.spelling import almost_equal, without_false_strokes


class Label(StrEnum):
    """The lines around the tables of an innings."""

    EXTRAS = "extras"
    TOTAL = "total"
    FALL_OF_WICKETS = "fall of wickets"
    DID_NOT_BAT = "did not bat"
    BOWLING_FIGURES = "bowling figures"
    INNINGS_TITLE = "innings title"
    SECTION = "section"
    OVERS = "overs"
    WICKETS = "wickets"
    SUMS = "sums"
    OTHER = "other"


_PATTERNS: tuple[tuple[re.Pattern[str], Label], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), label)
    for pattern, label in (
        (r"(?:extras?|sundries|ext\W{1,3}(?=\d))(?![a-z])", Label.EXTRAS),
        (
            r"E\s*[:.]?\s*(?:\d{1,3}\s*(?:$|[(\[]|(?:n?b|lb|wd?|pen|p)\s?\d)|[(\[]\s*(?:\d|n?b|lb|w|p))",
            Label.EXTRAS,
        ),
        (r"total\s*extras(?![a-z])", Label.EXTRAS),
        (
            r"(?:leg\s*-?\s*byes?|byes?|wides?|no\s*-?\s*ba[lit1]{1,3}s?|penalt(?:y|ies))(?:\W+[a-z†](?=\W+\d))?\W*(?:\d{0,3}|\s[\dOIl]{1,3})\W*$",
            Label.EXTRAS,
        ),
        (r"total\s+(?:wickets|wkts)(?:\s+[a-z]{2,9})?\W{1,3}\d{1,2}\W*$", Label.WICKETS),
        (r"(?:grand\s+|innings\s+|team\s+)?total(?!\s+overs?\b)(?:(?![a-z])|(?=for\b))", Label.TOTAL),
        (r"(?:final\s+|total\s+)?score\W{1,3}\d{1,4}\b", Label.TOTAL),
        # Almanacks leave the word out: `(for 8 wkts; 20 overs) 125`.
        (r"\([^()]*(?:wkts?|wickets?|all\s*out|ov(?:er)?s?)\b[^()]*\)\s*\d{1,4}\W*$", Label.TOTAL),
        (r"bowl(?:ing|ers)\W{1,3}\D{2,40}\d{1,2}(?:\.\d)?\s*[-–—]\s*(?:\d|$)", Label.BOWLING_FIGURES),  # noqa: RUF001 - as printed
        (r"bowl(?:ing|ers)\W{1,3}\D{2,40}\d{1,3}/\d{1,3}\W{1,3}\d", Label.BOWLING_FIGURES),
        (r"(?:f?all|fail|foll|foil)\s*of\s*(?:the\s*)?wicke?ts?(?![a-z])", Label.FALL_OF_WICKETS),
        (r"f\.?\s?o\.?\s?w\.?(?![a-z])", Label.FALL_OF_WICKETS),
        (r"wickets?\s*fell(?![a-z])|fell\s*at(?![a-z])|(?:wkts?|wickets?)\W+1\W+2\W+3(?!\d)", Label.FALL_OF_WICKETS),
        (r"(?:total\s+)?ov(?:er)?s?\W{1,3}\d{1,3}(?:\.\d)?\W*$", Label.OVERS),
        (r"for\W+\d{1,2}\W*(?:wickets?|wkts?)\W*$|(?:wickets|wkts)(?:\s*lost)?\W{1,3}\d{1,2}\W*$", Label.WICKETS),
        (r"fall\s*[:\-]", Label.FALL_OF_WICKETS),
        (r"(?:did\s*not\s*bat|d\.?n\.?b\.?|(?:yet|still)\s*to\s*bat)(?![a-z])|to\s*bat\s*:", Label.DID_NOT_BAT),
        (
            r"(?:batting|bowling|batters?|bowlers?|scorecard|batsm[ae]n)\W*(?:team|scorecard|card|figures|analysis|order|side)?\W*$",
            Label.SECTION,
        ),
        (r"(?:full\s+)?scorecard\W*$", Label.SECTION),
        # The balls of an over, one by one: `This over 1 W 4 wd 0 1lb`.
        (
            r"(?:(?:this|last|current)\s+over|recent)\W*(?:\d{0,2}(?:w|wd|nb|lb|b)?\W+){3,}\d{0,2}\w{0,2}\W*$",
            Label.OTHER,
        ),
        (
            (
                r"(?:umpires?|referee|match(?![\s_]*id)|toss|result|venue|date|player of|man of|run rate|keeper|powerplay|partnerships?"
                r"|tv umpire|points|target|series|season|scorer)(?![a-z])"
            ),
            Label.OTHER,
        ),
    )
)
_FIRST_WORDS = {"extras": Label.EXTRAS, "sundries": Label.EXTRAS, "total": Label.TOTAL}
_TITLE = re.compile(r"\binnings\b|\binns\b", re.IGNORECASE)
_FIGURES_AT_END = re.compile(r"(?:\s+\d[\d.]*){2,}\W*$")
"""D.N.B. Mir has initials like the label, and bowled."""

_MENUS = frozenset(
    {
        *(
            "batting",
            "bowling",
            "charts",
            "commentary",
            "data",
            "edit",
            "export",
            "fielding",
            "file",
            "format",
            "graphs",
            "help",
            "home",
            "info",
            "insert",
            "manhattan",
            "match",
            "options",
            "partnerships",
            "print",
            "report",
            "reports",
            "scorecard",
            "settings",
            "squads",
            "statistics",
            "stats",
            "summary",
            "tools",
            "view",
            "window",
            "windows",
            "worm",
        ),
    }
)
_LEAST_MENUS = 3

_TOTAL_EXTRAS = "totalextras"
_LETTERS_AND_NUMBER = re.compile(r"([^\W\d_][^\d_]{7,14}?)\W*\d{1,3}\W*$")
_LEAST_LIKENESS = 0.8
"""Of letters, which tells two of eleven wrong; `total overs` has 0.76."""

_LEADING_DIRT = re.compile(r"^[^\w(]*(?:[|_=~]+\W*)?")


def label_of(text: str) -> Label | None:
    """Return what the line announces; None for rows of tables, names and anything else."""
    bare = _LEADING_DIRT.sub("", without_false_strokes(text))
    for pattern, label in _PATTERNS:
        if pattern.match(bare) and not (label is Label.DID_NOT_BAT and _FIGURES_AT_END.search(bare)):
            return label
    if _is_menu(bare):
        return Label.OTHER
    if _is_nearly(_TOTAL_EXTRAS, bare):
        return Label.EXTRAS
    first = re.split(r"[\W\d_]", bare, maxsplit=1)[0].casefold()
    for word, label in _FIRST_WORDS.items():
        if almost_equal(first, word):
            return label
    return Label.INNINGS_TITLE if _TITLE.search(bare) else None


def _is_nearly(label: str, text: str) -> bool:
    """Whether the line says nothing but the label, some letters wrong, and a number."""
    matched = _LETTERS_AND_NUMBER.match(text)
    if not matched:
        return False
    letters = "".join(filter(str.isalpha, matched[1])).casefold()
    return letters[:1] == label[:1] and SequenceMatcher(None, letters, label).ratio() >= _LEAST_LIKENESS


def _is_menu(text: str) -> bool:
    """Whether the line is the menu of a program, or a row of tabs."""
    words = text.casefold().split()
    return len(words) >= _LEAST_MENUS and all(word in _MENUS for word in words)
