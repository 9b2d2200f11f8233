"""Numbers that are printed without a space between them: `51(93)` are runs and balls, `4-0-28-1` a bowler's figures.

Letters in them are the digits that they resemble, for nothing else stands in such a place; a name close before figures
stands apart. Refuses what may be a date, a
score or a name.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from scorecard_runner.reading.words import Word

_NUMBER = r"[\doOlIisSzZ○]{1,3}"
_RUNS_AND_BALLS = re.compile(rf"(?P<runs>{_NUMBER}\*?)(?P<balls>\([\doOlIisSzZ○t]{{1,3}}\)?)")
_BALLS = re.compile(rf"\({_NUMBER}\)")
_ONLY_ROUND = re.compile(r"[oO]\([oOlIi]\)")
_FIGURE = r"[\doOlIn]{1,3}"
_FIGURES = re.compile(rf"{_FIGURE}(?:\.\d)?(?:[-–—]{_FIGURE}){{3}}[.,;:]?")  # noqa: RUF001 - as printed
_BEHIND_NAME = re.compile(rf"(?P<name>[^\W\d_]{{2,}})(?P<figures>\d{{1,2}}(?:\.\d)?(?:[-–—]{_FIGURE}){{3}}[.,;:]?)")  # noqa: RUF001
_DASH_FOR_POINT = re.compile(r"(\d{1,2})[-–—]([1-5](?:[-–—]\d{1,2}){3}[.,;:]?)")  # noqa: RUF001 - as printed
_MOST_WICKETS = 10
_DIGITS = str.maketrans({**dict(zip("oOlIisSzZ○t", "00111552201", strict=True)), "n": "11"})
_LEAST_DIGITS = 2


def with_numbers_told(words: Sequence[Word]) -> list[Word]:
    """Return the words with runs and balls as two, and with digits only in such numbers."""
    return [part for word in words for part in _parts(word)]


def _parts(word: Word) -> Iterator[Word]:
    digits = sum(map(str.isdecimal, word.text))
    is_figures = digits >= _LEAST_DIGITS and _FIGURES.fullmatch(word.text)
    if is_figures or (digits and _BALLS.fullmatch(word.text)):
        yield replace(word, text=word.text.translate(_DIGITS))
    elif (matched := _RUNS_AND_BALLS.fullmatch(word.text)) and (digits or _ONLY_ROUND.fullmatch(word.text)):
        runs, balls = _cut(word, matched.start("balls"))
        yield from (replace(part, text=part.text.translate(_DIGITS)) for part in (runs, balls))
    elif matched := _BEHIND_NAME.fullmatch(word.text):
        name, figures = _cut(word, matched.start("figures"))
        yield name
        yield replace(figures, text=figures.text.translate(_DIGITS))
    else:
        yield replace(word, text=_with_point(word.text))


def _cut(word: Word, at: int) -> tuple[Word, Word]:
    """Return what stands before and behind a place in a word, all letters taken for equally wide."""
    cut = word.box.left + word.box.width * at / len(word.text)
    before = replace(word, text=word.text[:at], box=replace(word.box, right=cut))
    return before, replace(word, text=word.text[at:], box=replace(word.box, left=cut))


def _with_point(text: str) -> str:
    """Return figures of five numbers, `13-4-4-44-2`, with the point of the overs: nobody takes 44 wickets."""
    matched = _DASH_FOR_POINT.fullmatch(text)
    fourth = re.split(r"\D", text)[3] if matched else "0"
    return f"{matched[1]}.{matched[2]}" if matched and int(fourth) > _MOST_WICKETS else text
