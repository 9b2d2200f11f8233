"""Names of players with the marks around them: captain, wicket-keeper, not out.

Refuses to correct a name: what is printed stays, without marks, list numbers and the dirt of the picture's edges.
"""

import re
from dataclasses import dataclass

from scorecard_runner.reading.grammar.name_dirt import begins_with_dagger, without_dirt

_CAPTAIN = re.compile(r"\(\s*(?:c|capt|captain|©)\s*\)|©", re.IGNORECASE)
_KEEPER = re.compile(r"\(\s*(?:wk|w\.k\.?|wicket[- ]?keeper|keeper|w|†)\s*\)|[†‡]", re.IGNORECASE)
_BOTH = re.compile(
    r"\(\s*(?:c|capt)\s*(?:&|and|/|,|\+)\s*(?:wk|w)\s*\)|\(\s*wk\s*(?:&|and|/|,|\+)\s*c\s*\)", re.IGNORECASE
)
_STAR = re.compile(r"\*")
_DAGGER_BEHIND_MARK = re.compile(r"(?<=\))\s*[tTfI+]\s*$")
"""A dagger behind another mark was read as a letter: no name goes on there."""

_OTHER_MARKS = re.compile(r"\(\s*(?:rhb|lhb|rb|lb|vc|sub|ip|rp|x|in|out)\s*\)", re.IGNORECASE)
_LIST_NUMBER = re.compile(r"^\(?[1-9]\d?[.):]?\s+(?=\S)")
_EDGE_DIRT = " \t'\"`‘’“”|[]{}_~=<>«»•·*.,:;!-–—\\/"  # noqa: RUF001 - these are the characters that readers put there
_SMALL_FOR_CAPITAL = re.compile(r"\bl(?=l[a-z])")
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Name:
    """A player as printed."""

    text: str
    is_captain: bool = False
    is_keeper: bool = False
    has_star: bool = False


def parse_name(text: str) -> Name | None:
    """Return the name and its marks; None if no letters remain."""
    both = bool(_BOTH.search(text))
    bare = _BOTH.sub(" ", _DAGGER_BEHIND_MARK.sub("†", text))
    is_captain, is_keeper = bool(_CAPTAIN.search(bare)), bool(_KEEPER.search(bare)) or begins_with_dagger(bare)
    has_star = bool(_STAR.search(bare))
    for mark in (_CAPTAIN, _KEEPER, _OTHER_MARKS, _STAR):
        bare = mark.sub(" ", bare)
    bare = clean_text(without_dirt(_LIST_NUMBER.sub("", clean_text(bare))))
    if not _LETTER.search(bare):
        return None
    return Name(bare, is_captain=is_captain or both, is_keeper=is_keeper or both, has_star=has_star)


def clean_text(text: str) -> str:
    """Return the text without quotes, bars and other dirt at its ends, with single spaces and mended capitals.

    In most fonts a capital I looks like a small l: no name starts with two of the latter.
    """
    joined = _SMALL_FOR_CAPITAL.sub("I", " ".join(text.split()))
    cleaned = joined.strip(_EDGE_DIRT)
    # An initial keeps its full stop only inside a name; a closing bracket belongs to an opening one.
    return cleaned + ")" if cleaned.count("(") > cleaned.count(")") else cleaned


def is_same_player(printed: str, full: str) -> bool:
    """Whether a short form such as `Khan` or `A Khan` can stand for the full name."""
    short_words, full_words = _folded(printed), _folded(full)
    if not short_words or not full_words:
        return False
    if short_words == full_words:
        return True
    if short_words[-1] != full_words[-1]:
        return False
    firsts, full_firsts = short_words[:-1], full_words[:-1]
    return not firsts or (bool(full_firsts) and full_firsts[0].startswith(firsts[0][0]))


def _folded(name: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", name.casefold().replace("'", "").replace("’", ""))  # noqa: RUF001 - as printed
