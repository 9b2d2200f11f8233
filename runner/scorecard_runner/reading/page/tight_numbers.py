"""Numbers that are printed without a space between them: `51(93)` are runs and balls, `4-0-28-1` a bowler's figures.

Letters in them are the digits that they resemble, for nothing else stands in such a place. Refuses what may be a date, a
score or a name.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from scorecard_runner.reading.words import Word

_NUMBER = r"[\doOlIisSzZ]{1,3}"
_RUNS_AND_BALLS = re.compile(rf"(?P<runs>{_NUMBER}\*?)(?P<balls>\({_NUMBER}\)?)")
_ONLY_ROUND = re.compile(r"[oO]\([oOlIi]\)")
_FIGURE = r"[\doOlIn]{1,3}"
_FIGURES = re.compile(rf"{_FIGURE}(?:\.\d)?(?:[-–—]{_FIGURE}){{3}}[.,;:]?")  # noqa: RUF001 - as printed
_DIGITS = str.maketrans({**dict(zip("oOlIisSzZ", "001115522", strict=True)), "n": "11"})
_LEAST_DIGITS = 2


def with_numbers_told(words: Sequence[Word]) -> list[Word]:
    """Return the words with runs and balls as two, and with digits only in such numbers."""
    return [part for word in words for part in _parts(word)]


def _parts(word: Word) -> Iterator[Word]:
    digits = sum(map(str.isdecimal, word.text))
    if digits >= _LEAST_DIGITS and _FIGURES.fullmatch(word.text):
        yield replace(word, text=word.text.translate(_DIGITS))
        return
    matched = _RUNS_AND_BALLS.fullmatch(word.text)
    if matched is None or not (digits or _ONLY_ROUND.fullmatch(word.text)):
        yield word
        return
    cut = word.box.left + word.box.width * matched.start("balls") / len(word.text)
    yield replace(word, text=matched["runs"].translate(_DIGITS), box=replace(word.box, right=cut))
    yield replace(word, text=matched["balls"].translate(_DIGITS), box=replace(word.box, left=cut))
