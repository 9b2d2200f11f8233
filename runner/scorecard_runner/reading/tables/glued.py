"""Abbreviations of columns that were read as one word: `O M` becomes `OM` where letters stand wide apart.

Refuses words in small letters, and abbreviations that no card prints beside each other.
"""

import re
from dataclasses import replace

from scorecard_runner.reading.geometry import Box
from scorecard_runner.reading.tables.customs import ORDERS
from scorecard_runner.reading.tables.vocabulary import Column, TableKind, column_named
from scorecard_runner.reading.words import Word

_PIECE = re.compile(r"[46][sS]|SR|[OMRWB]")
_SPECKS = ".,:;"
_ALL_PIECES = re.compile(rf"(?:{_PIECE.pattern}){{2,}}")


def cut_glued(word: Word, kind: TableKind) -> tuple[Word, ...]:
    """Return a word for each abbreviation in it; the word itself if it is none of several."""
    text = word.text.rstrip(_SPECKS)
    if not _ALL_PIECES.fullmatch(text):
        return (word,)
    pieces = list(_PIECE.finditer(text))
    if not _is_printed([column_named(piece[0], kind) for piece in pieces], kind):
        return (word,)
    return tuple(replace(word, text=piece[0], box=_part(word.box, piece, len(text))) for piece in pieces)


def _is_printed(columns: list[Column | None], kind: TableKind) -> bool:
    """Whether some order has these columns one right after the other."""
    count = len(columns)
    return any(
        list(order[start : start + count]) == columns
        for order in ORDERS[kind]
        for start in range(len(order) - count + 1)
    )


def _part(box: Box, piece: re.Match[str], length: int) -> Box:
    """Return the share of the box that so many of its letters take."""
    letter = box.width / length
    return replace(box, left=box.left + piece.start() * letter, right=box.left + piece.end() * letter)
