"""The title of an innings: `India Innings 176/7 (20 ov)`, `West Indies 2nd Innings 105-2`, `KKR`, `Kent v Essex`."""

import re
from dataclasses import dataclass

from scorecard_runner.reading.grammar.names import clean_text
from scorecard_runner.reading.grammar.scores import Score, parse_score

_INNINGS = re.compile(r"\b(?:(?:1|2|i|l|z)(?:st|nd)|first|second)?\s*(?:innings|inns)\b.*", re.IGNORECASE)
_ORDINAL_FIRST = re.compile(
    r"^\W*(?:(?:(?:[12il](?:st|nd))|first|second)\s+(?:innings|inns)\W*(?:of|by)?|(?:innings|inns)\s+(?:of|by)\b)\W*",
    re.IGNORECASE,
)
_BATTING = re.compile(r"\b(?:batting|bowling|batters?|batsm[ae]n|scorecard|team)\b.*", re.IGNORECASE)
_SCORE_START = re.compile(r"\W*\b(?!\d{1,2}(?:(?:st|nd|rd|th)\s+XI|s)\b)\d.*", re.IGNORECASE)
"""Not the number of a `2nd XI` or of `Under 17s`."""
_VERSUS = re.compile(r"\s+(?:vs?\.?|versus)\s+", re.IGNORECASE)
_OPPONENT = re.compile(r"^\W*(?:vs?\.?|versus)\s+(?=\S)", re.IGNORECASE)
_MONTH = re.compile(r"\s+(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?\s+\d", re.IGNORECASE)
_IS_DATA = re.compile(r"[{}]")  # as programs print it
_LETTERS = re.compile(r"[^\W\d_]")
_HAS_NUMBER = re.compile(r"\d")
_SCORE_TITLE = re.compile(
    r"[^\d(]{2,60}?\s*[:\-–—]?\s+\d{1,4}\s*(?:[/-]\s*\d{1,4}|for\s+\d{1,2}|\(?all\s*out\)?)"  # noqa: RUF001 - as printed
    r"[^()\d]*(?:\([^()]*\d[^()]*\)|\d{1,3}(?:\.\d)?\s*(?:overs?|ovs?)"
    r"|\b(?:off|in)\s+\d{1,3}(?:\.\d)?(?=\W*(?:c?r\.?r\b|run\s*-?\s*rate|rpo)))"
    r"\W*(?:(?:c?r\.?r\.?|run\s*-?\s*rate|rpo|rate)\W*\d{1,2}(?:\.\d+)?|\d{1,2}\.\d+\s*(?:rpo|(?:per|an)\s+over))?\W*(?:\b[^\W\d_]\W*)?",
    re.IGNORECASE,
)
"""A lone letter behind it is the arrow with which apps open and close a card."""

_ORDINAL = re.compile(r"\b[1-4](?:st|nd|rd|th)\b", re.IGNORECASE)
_MENU = frozenset(
    {
        "commentary",
        "live",
        "squads",
        "info",
        "stats",
        "statistics",
        "summary",
        "highlights",
        "news",
        "graphs",
        "overview",
    }
)
"""Tabs above a card: no side is called so."""

_LONGEST_TEAM_WORDS = 6
_LONGEST_TEAM_LETTERS = 48


@dataclass(frozen=True, slots=True)
class Title:
    """A team and what its title says of its score."""

    team: str | None
    score: Score | None
    says_innings: bool


def parse_title(text: str) -> Title | None:
    """Return the title; None if the text can be no such thing."""
    says_innings = bool(_INNINGS.search(text))
    rest = _ORDINAL_FIRST.sub("", text)
    team = parse_team(rest)
    after_ordinal = re.sub(r"\b[12il](?:st|nd)\b", " ", rest, flags=re.IGNORECASE)
    score = parse_score(after_ordinal) if _HAS_NUMBER.search(after_ordinal) else None
    if team is None and score is None:
        return None
    return Title(team, score, says_innings)


def is_score_title(text: str) -> bool:
    """Whether the text is a team with its whole score and, in brackets, its overs: no row of a table looks like it."""
    return bool(_SCORE_TITLE.fullmatch(_ORDINAL.sub(" ", text).strip()))


def parse_team(text: str) -> str | None:
    """Return the team at the start of a title, without innings, score and headings; None if none is there."""
    bare = "" if _IS_DATA.search(text) else text
    for tail in (_INNINGS, _BATTING, _SCORE_START):
        bare = tail.sub("", bare)
    bare = clean_text(bare).strip("() ")
    is_short = len(bare.split()) <= _LONGEST_TEAM_WORDS and len(bare) <= _LONGEST_TEAM_LETTERS
    if not is_short or len(_LETTERS.findall(bare)) <= 1 or set(bare.casefold().split()) <= _MENU:
        return None
    return bare


def parse_versus(text: str) -> tuple[str, str] | None:
    """Return both teams of `Kent v Essex`; None if the text is no such line."""
    parts = _VERSUS.split(text)
    if len(parts) != 2:  # noqa: PLR2004 - a match has two sides
        return None
    first, second = parse_team(parts[0]), parse_team(re.split(r"\s[-–—,|]\s|,", parts[1])[0])  # noqa: RUF001 - as printed
    return (first, second) if first and second else None


def parse_opponent(text: str) -> str | None:
    """Return the team of `v Essex`, which stands below the title of the other one; None if the text is no such line."""
    matched = _OPPONENT.match(text)
    return parse_team(_MONTH.split(text[matched.end() :])[0]) if matched else None
