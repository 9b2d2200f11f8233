"""Where a dismissal begins in a text that holds more than it: behind a name, or in the middle of a row.

Refuses initials and saints: `B Smith` and `St Clair` are names.
"""

import re

from scorecard_runner.reading.grammar.dismissals import Dismissal, HowOut, parse_dismissal, parse_without_its_letter

_LEAST_SURNAME = 4  # letters, where all are capitals
_TIGHT = re.compile(r"(?:[cC]|st)(?=[A-ZÀ-ÖØ-Þ][a-z'’])")  # noqa: RUF001 - as printed
_BEHIND_MARK = re.compile(r"(?<=[^\W\d_])([*†‡+])(?=(?:b|c|ct|st|lbw|run|not)\s)")
"""A mark behind the batter's name, so near to what follows that the space is lost."""

_OPENINGS = re.compile(
    r"(?:c|ct|¢|©|b|st|lbw|[il1|]bw|run|not|retired|retd|hit|absent|did|dnb|c\.?&b?|caught|bowled|bw?ld|bwd|stumped|timed|handled|obstruct(?:ing|ed)|batting|runout|notout)[.:]?",
    re.IGNORECASE,
)
_FIRST_WORDS = re.compile(
    r"(?:(?:c|ct|b|st)\b\.?|(?:c[A-Z]|C[A-Z](?=b))(?=b?[A-Z]?\b)|c?\s*&\s*b\b|(?i:lbw|(?:run|not|retired|timed)\s*out|retired|hit\s*w|absent|bowled|bw?ld|bwd|caught|stumped|handled|obstruct|"
    r"did\s*not\s*bat|dnb)\b)(?!\w)"
)


def split_dismissal(text: str) -> tuple[str, str] | None:
    """Return name and dismissal of a phrase such as `RG Sharma c Klaasen b Maharaj`; None if there is no such place."""
    tokens = _BEHIND_MARK.sub(r"\1 ", text).split()
    for start in range(1, len(tokens)):
        head, tail = " ".join(tokens[:start]), " ".join(tokens[start:])
        if _is_tight(tokens[start]) and any(map(_is_surname, tokens[:start])) and _is_helped(parse_dismissal(tail)):
            return head, tail
        if _is_saint(tokens[start:]) or _is_initial(tokens[:start], tokens[start]):
            continue
        if _starts_dismissal(tokens[start]) and parse_dismissal(tail):
            return head, tail
        if _starts_catch(tokens[start:], is_behind_name=any(map(_is_surname, tokens[:start]))) and (
            parse_dismissal(tail) or parse_without_its_letter(tail)
        ):
            return head, tail
    return None


def _starts_catch(tokens: list[str], *, is_behind_name: bool) -> bool:
    """Whether a catch surely begins here although its c was misread or lost.

    Before a keeper's mark or a substitute; or between a batter and a fielder with his bowler.
    """
    first, then = tokens[0], tokens[1] if len(tokens) > 1 else ""
    is_c = bool(re.fullmatch(r"[c¢€©e]{1,2}\.?", first))
    names_both = first == "e" and is_behind_name and any(token.rstrip(".") == "b" for token in tokens[2:])
    return (
        names_both
        or (is_c and then[:1] in "†‡+")
        or (first == "sub" and then[:1] == "(")
        or first in ("¢c", "c¢", "cc")
    )


def _is_tight(token: str) -> bool:
    """Whether the token is a fielder behind the letter of his catch, without a space between."""
    return bool(_TIGHT.match(token))


def _is_helped(said: Dismissal | None) -> bool:
    return said is not None and said.how_out in (HowOut.CAUGHT, HowOut.STUMPED)


def _is_saint(tokens: list[str]) -> bool:
    """Whether `St` begins a surname: stumped is printed in small letters, before a keeper's mark, or all is in capitals."""
    if len(tokens) <= 1 or tokens[1][:1] in "†‡+*(":
        return False
    is_loud = tokens[0] == "ST" and tokens[1].isupper() and "b" in tokens[2:]
    return tokens[0] == "St" or is_loud


def _is_initial(before: list[str], token: str) -> bool:
    """Whether a capital is one more initial: readers make capitals of a lone c, but no surname has come yet."""
    return token.rstrip(".") in {"C", "B", "E"} and not any(map(_is_surname, before))


def _is_surname(word: str) -> bool:
    return len(word) >= _LEAST_SURNAME or (len(word) > 1 and not word.replace(".", "").isupper())


def opens_dismissal(text: str) -> bool:
    """Whether the text begins as dismissals do, complete or not: `ct Ali` of a card with a column for bowlers, say."""
    return bool(_FIRST_WORDS.match(text.strip()))


def _starts_dismissal(token: str) -> bool:
    return bool(_OPENINGS.fullmatch(token.strip("'\"‘’")))  # noqa: RUF001 - as printed
