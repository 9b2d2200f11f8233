"""The score of an innings as written in titles and total lines: runs, wickets, overs, declared, all out.

Refuses to take any number for a total: run rates, minutes, averages and overs are taken out first.
"""

import re
from dataclasses import dataclass

from scorecard_runner.reading.grammar.overs import Overs, parse_overs

ALL_OUT_WICKETS = 10
_MOST_RUNS = 1200  # 1,107 is the highest innings ever played

_OVERS = re.compile(
    r"(?<![/\d.])(\d{1,3}(?:\.\d)?)\s*(?:overs|over|ovs|ovr|ov|0v|o\b)\.?|(?:overs|ovs|ov)\s*[:\-]?\s*(\d{1,3}(?:\.\d)?)(?!\s*[/-]\s*\d)"
    r"|\(\s*(\d{1,3}\.[0-5])\s*\)"  # 104-3 (6.0)
    # 213 for 9 (33): whole overs only at the end of a score.
    r"|(?:[/-]\s*\d{1,2}|for\s*\d{1,2}|all\s*out\)?|(?:wickets|wkts?)\.?\W{1,3}\d{1,4})"
    r"\s*\(\s*(\d{1,3})\s*\)\s*$"
    # 154-4 off 17.3: the word is left out behind a preposition.
    r"|\b(?:off|in|from)\s*(\d{1,3}(?:\.[0-6])?)\s*$",
    re.IGNORECASE,
)
_WICKETS = re.compile(
    r"(?:for\s+)?(\d{1,2})\s*(?:wickets|wicket|wkts|wkt|wks|w\b)|wickets?\s*[:\-]\s*(\d{1,2})"
    r"|[(,]\s*for\s+(\d{1,2})\b(?=\s*(?:[,;)]|dec))"  # (for 8 dec, 45 overs) 204
    r"|(?<=\()\s?(\d{1,2})\s?(?!ov|dec)[wvk][a-z]{1,3}\b\.?(?=\s*[,;)])",  # (4 kts, 20 overs) 145
    re.IGNORECASE,
)
_ALL_OUT = re.compile(r"all\s*-?\s*out", re.IGNORECASE)
_DECLARED = re.compile(r"\bdec(?:l|lared)?\b\.?|(?<=\d)d\b", re.IGNORECASE)
_RATES = re.compile(
    r"(?:c?r\.?r\.?|run\s*-?\s*rate|rpo|runs per over|rate)\s*[:=@]?\s*\d+(?:\.\d+)?|@\s*\d+(?:\.\d+)?"
    r"|\d+(?:\.\d+)?\s*(?:(?:runs?\s*)?(?:per|an|/)\s*ov(?:er)?|rpo|r\.p\.o\.?|mins?|minutes|balls)\b|\(?target\D{0,3}\d+\)?",
    re.IGNORECASE,
)
_SLASHED = re.compile(r"(?<![\d./])(\d{1,4})\s*[/\\]\s*(\d{1,4})(?![\d./]\d)")
_DASHED = re.compile(r"(?<![\d.-])(\d{1,4})\s*[-–—]\s*(\d{1,4})(?![\d.-]\d)")  # noqa: RUF001 - as printed
_FOR = re.compile(r"(?<![\d.])(\d{1,4})\s*for\s*(\d{1,4})(?!\d)", re.IGNORECASE)
_BRACKETED = re.compile(r"\([^()]*\)")
_LONE = re.compile(r"(?<![\d.])(\d{1,4})(?![\d.]*\d)")
_STROKE_AS_DIGIT = re.compile(r"(?<![\d.])(\d{3})[17](\d)(?![\d.]*\d)")
"""Five digits, which no side ever made: the stroke between runs and wickets was read as one of them."""

_THOUSANDS = re.compile(r"(?<![\d,])(1),(\d{3})(?![\d,])")
_DATE = re.compile(
    r"(?<![\d./-])(?:\d{1,2}([/.-])\d{1,2}\1(?:\d{4}|\d\d)|\d{4}([/.-])\d{1,2}\2\d{1,2})(?![\d/-]|\.\d)",
)
_WRITTEN_NOUGHT = re.compile(
    r"(?<=\d) ?o(?= ?(?:overs?|ovs?|wi?c?kt?s?|wickets?)\b)|(?<=for )o(?= ?w(?:ic)?k)|(?<=for [il|])o(?= ?w(?:ic)?k)",
    re.IGNORECASE,
)
_LEADING_ONE = re.compile(r"(?<![^\W_])[Il|](?=\d{2}\b)")
_WRITTEN_ONE = re.compile(r"(?<=for )[il|](?=0? ?w(?:ic)?k)", re.IGNORECASE)
_LOST_POINT = re.compile(r"\bin ?(\d{1,3}) ([0-5])(?= ?overs\b)", re.IGNORECASE)
"""As people write, where only a figure can stand: `FOR I WKTS IN 2O OVERS`, `IN 33 5 OVERS`."""

_ORDINAL = re.compile(r"\b[1-4Il](?:st|nd|rd|th)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Score:
    """What a title or total line says; None where it says nothing."""

    runs: int | None = None
    wickets: int | None = None
    overs: Overs | None = None
    is_all_out: bool = False
    is_declared: bool = False


def parse_score(text: str) -> Score | None:
    """Return the score in a text that is known to be about one; None if no number of runs is in it."""
    text = _as_figures(text)
    rest = _ORDINAL.sub(" ", _RATES.sub(" ", _THOUSANDS.sub(r"\1\2", _DATE.sub(" ", text))))
    overs, rest = _take_overs(rest)
    wickets, rest = _take_wickets(rest)
    is_all_out = bool(_ALL_OUT.search(rest))
    is_declared = bool(_DECLARED.search(rest))
    rest = _DECLARED.sub(" ", rest)
    runs, paired_wickets = _read_runs(rest, pair_expected=wickets is None)
    if runs is None:
        return None
    fallen = wickets if wickets is not None else paired_wickets
    if is_all_out and fallen is None:
        fallen = ALL_OUT_WICKETS
    return Score(runs, fallen, overs, is_all_out or fallen == ALL_OUT_WICKETS, is_declared)


def _as_figures(text: str) -> str:
    """Return the text with figures for the letters that they were read as, and the point of overs put back."""
    figures = _LEADING_ONE.sub("1", _WRITTEN_ONE.sub("1", _WRITTEN_NOUGHT.sub("0", text)))
    return _LOST_POINT.sub(r"in \1.\2", figures)


def find_overs(text: str) -> Overs | None:
    """Return the overs named in the text, as in `Overs: 20.0 | Run rate: 9.9`."""
    return _take_overs(_RATES.sub(" ", text))[0]


def _take_overs(text: str) -> tuple[Overs | None, str]:
    matched = _OVERS.search(text)
    if not matched:
        return None, text
    number = next(group for group in matched.groups() if group)
    # Of a score with its overs behind it only the bracket is taken: the wickets before it are still to be read.
    start = matched.start() + matched[0].rindex("(") if matched[4] else matched.start()
    return parse_overs(number), text[:start] + " " + text[matched.end() :]


def _take_wickets(text: str) -> tuple[int | None, str]:
    matched = _WICKETS.search(text)
    number = int(matched[matched.lastindex or 0]) if matched else 0
    if not matched or number > ALL_OUT_WICKETS:
        return None, text
    return number, text[: matched.start()] + " " + text[matched.end() :]


def _read_runs(text: str, *, pair_expected: bool) -> tuple[int | None, int | None]:
    if pair_expected:
        for pattern in (_SLASHED, _FOR, _DASHED, _STROKE_AS_DIGIT):
            matched = pattern.search(text)
            if matched and (pair := _as_pair(int(matched[1]), int(matched[2]))):
                return pair
    # What stands in brackets says how many were out and in how many overs, read or not.
    matched = _LONE.search(_BRACKETED.sub(" ", text)) or _LONE.search(text)
    if not matched or int(matched[1]) > _MOST_RUNS:
        return None, None
    return int(matched[1]), None


def _as_pair(first: int, second: int) -> tuple[int, int] | None:
    """Return runs and wickets of `245/8`, or of `8/245` as Australia writes it."""
    if second <= ALL_OUT_WICKETS and first <= _MOST_RUNS:
        return first, second
    if first <= ALL_OUT_WICKETS and second <= _MOST_RUNS:
        return second, first
    return None
