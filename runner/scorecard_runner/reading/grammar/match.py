"""What a page says of the match: result, toss, date. Only sentences that are surely about it are taken."""

import re

from scorecard_runner.reading.grammar.names import clean_text

_RESULT = re.compile(
    r"(?:^|(?<=:\s))(?P<result>[^:|]*?\bwon\s+by\b[^|]*|(?:match\s+)?(?:drawn|tied|abandoned)\b[^|]*|no\s+result)",
    re.IGNORECASE,
)
_TOSS = re.compile(
    r"(?:toss\W*\s*)?(?P<toss>[^:|]*\b(?:won\s+the\s+toss|elected\s+to|chose\s+to|opted\s+to)\b[^|]*)", re.IGNORECASE
)
_DATE = re.compile(
    r"\b(\d{4}-\d{2}-\d{2}|\d{1,2}(?:st|nd|rd|th)?\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?\s+\d{4}"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}|\d{1,2}/\d{1,2}/\d{4})\b",
    re.IGNORECASE,
)
_LONGEST_SENTENCE = 90


def find_toss(text: str) -> str | None:
    """Return who won the toss, as printed."""
    return _sentence(_TOSS.search(text), "toss")


def find_result(text: str) -> str | None:
    """Return the result, as printed."""
    return None if find_toss(text) else _sentence(_RESULT.search(text), "result")


def find_date(text: str) -> str | None:
    """Return the first date, as printed."""
    matched = _DATE.search(text)
    return matched[1] if matched else None


def _sentence(matched: re.Match[str] | None, group: str) -> str | None:
    if not matched:
        return None
    sentence = clean_text(matched[group])
    return sentence if 0 < len(sentence) <= _LONGEST_SENTENCE else None
