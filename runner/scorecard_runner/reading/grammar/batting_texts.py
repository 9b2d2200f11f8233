"""The two texts of a batter's row, name and dismissal, where the line between them was read in the wrong place.

Names of two words may be cut, a dismissal may have lost its first letter, a row may say both in one go. Refuses to guess
beyond that: a dismissal that is not understood stays as it was read.
"""

import re
from dataclasses import dataclass

from scorecard_runner.reading.grammar.dismissal_openings import opens_dismissal, split_dismissal
from scorecard_runner.reading.grammar.dismissals import (
    Dismissal,
    HowOut,
    parse_dismissal,
    parse_without_its_letter,
)
from scorecard_runner.reading.grammar.names import clean_text

_GLUED_TO_NAME = re.compile(r"(?:(?<=\s)|^)(?:([cC]|ct|st)(?=[†‡])|(b|c|ct|st)\.(?=†|[A-ZÀ-ÖØ-Þ][a-z'’]))")  # noqa: RUF001
_GLUED_MARK = re.compile(r"(?<=[a-z])([+†*)])(?=(?:b|c|ct|st|lbw|run|not)\b)")
_GLUED_WORD = re.compile(r"(?<=[a-zß-ÿ]{2})(?=(?:lbw|[il]bw)\s+b\b|(?:not|run)\s*out\b)", re.IGNORECASE)
_GLUED_B = re.compile(r"(?<=[a-zß-ÿ]{2})(?=b\.?\s+[A-ZÀ-ÖØ-Þ†])")

_FIRST_WORD = re.compile(r"(.*\S)\s+(retired|ret\.?|run|hit|timed|handled|absent|obstructing)", re.IGNORECASE)
_SURNAME = re.compile(r"[^\W\d_a-z][^\W\d_]")


@dataclass(frozen=True, slots=True)
class RowTexts:
    """Name and dismissal; the latter as text, and as far as it is understood."""

    name: str
    dismissal_text: str = ""
    dismissal: Dismissal | None = None


def read_row(name: str, dismissal: str) -> RowTexts:
    """Return both texts as they are meant.

    Args:
        name: what stands in the place of the name, with its marks.
        dismissal: what stands beside it; empty where nothing does.
    """
    name, text = _without_first_words(_spaced_out(name), _spaced(clean_text(_spaced_out(dismissal))))
    if found := _understood(name, text) or _with_b_apart(name, text):
        return found
    if not text and (said := parse_dismissal(name)):
        return RowTexts("", clean_text(name), said)
    return RowTexts(name, text)


def _spaced_out(text: str) -> str:
    """Return the text with the space before a word of dismissals that was read as the end of a name."""
    return _GLUED_WORD.sub(" ", _GLUED_MARK.sub(r"\1 ", _GLUED_TO_NAME.sub(r"\1\2 ", text)))


def _understood(name: str, text: str) -> RowTexts | None:
    return _beside(name, text) or _in_one_go(name, text) or _without_letter(name, text)


def _with_b_apart(name: str, text: str) -> RowTexts | None:
    """Return the texts of a catch whose `b` was read as the end of the fielder: `c Coxb Ali`; some names end with one."""
    found = _understood(_GLUED_B.sub(" ", name), _GLUED_B.sub(" ", text))
    said = found.dismissal if found else None
    return found if said and said.how_out in (HowOut.CAUGHT, HowOut.STUMPED) else None


def _without_first_words(name: str, text: str) -> tuple[str, str]:
    """Return both with `retired`, `run` or the like behind the name in front of the dismissal that it belongs to."""
    found = _FIRST_WORD.fullmatch(name)
    if found is None or not text or parse_dismissal(f"{found[2]} {text}") is None:
        return name, text
    return found[1], f"{found[2]} {text}"


def _beside(name: str, text: str) -> RowTexts | None:
    said = parse_dismissal(text)
    if said is None:
        return None
    if said.how_out is HowOut.BOWLED and (parts := split_dismissal(f"{name} {text}")) and parts[0] != name:
        name, text = parts[0], clean_text(parts[1])  # the catch began in the place of the name
        return RowTexts(name, text, parse_dismissal(text) or parse_without_its_letter(text))
    return RowTexts(name, text, said)


def _in_one_go(name: str, text: str) -> RowTexts | None:
    """Return the texts cut where the dismissal begins: within the name, or behind a part of it that stands apart."""
    parts = split_dismissal(f"{name} {text}".strip())
    if parts is None:
        return None
    head, tail = parts[0], clean_text(parts[1])
    last_opens = bool(name.split()) and opens_dismissal(name.rsplit(maxsplit=1)[-1])
    # `Smith Khan b Jones` has lost its c rather than that Khan is a part of the name.
    is_surname_apart = bool(_SURNAME.search(head[len(name) :])) and not re.match(r"b\b", tail)
    if text and not last_opens and not is_surname_apart and len(head) >= len(name):
        return None
    return RowTexts(head, tail, parse_dismissal(tail) or parse_without_its_letter(tail))


def _without_letter(name: str, text: str) -> RowTexts | None:
    said = parse_without_its_letter(text)
    if said is None:
        return None
    is_catch = said.how_out is HowOut.CAUGHT
    return RowTexts(name, f"c {text.lstrip('c¢( ')}" if is_catch else text, said)


def _spaced(text: str) -> str:
    """Return the text with the space that readers lose between the sign and the letter of `c & b`."""
    return re.sub(r"^c\s*&\s*b\b", "c & b", text)
