"""Tables as lines of characters of one width, as terminals and typewriters make them."""

from collections.abc import Sequence
from dataclasses import dataclass

Row = Sequence[str]


@dataclass(frozen=True)
class Frame:
    """Characters around cells: each rule is left, line, crossing, right; an empty rule is not drawn."""

    bar: str
    top: str = ""
    middle: str = ""
    bottom: str = ""


HEAVY = Frame("│", "┌─┬┐", "├─┼┤", "└─┴┘")
DOUBLE = Frame("║", "╔═╦╗", "╠═╬╣", "╚═╩╝")
ASCII = Frame("|", "+-++", "+-++", "+-++")
PLAIN = Frame("")
DASHED = Frame("", middle=" -- ")


def text_table(rows: Sequence[Row], frame: Frame, texts: int, gap: int = 1) -> list[str]:
    """Return the lines of a table; the first row is its heading, the first `texts` columns stand left."""
    widths = [max(len(cells[at]) for cells in rows) for at in range(len(rows[0]))]
    lines = [_line(cells, widths, frame, texts, gap) for cells in rows]
    return [
        *_rule(frame.top, widths, frame, gap),
        lines[0],
        *_rule(frame.middle, widths, frame, gap),
        *lines[1:],
        *_rule(frame.bottom, widths, frame, gap),
    ]


def _line(cells: Row, widths: Sequence[int], frame: Frame, texts: int, gap: int) -> str:
    padded = [
        cell.ljust(width) if at < texts else cell.rjust(width)
        for at, (cell, width) in enumerate(zip(cells, widths, strict=True))
    ]
    space = " " * gap
    if not frame.bar:
        return (space * 2).join(padded).rstrip()
    return frame.bar + frame.bar.join(f"{space}{cell}{space}" for cell in padded) + frame.bar


def _rule(rule: str, widths: Sequence[int], frame: Frame, gap: int) -> list[str]:
    if not rule:
        return []
    left, line, crossing, right = tuple(rule)
    if not frame.bar:
        return [line * (sum(widths) + 2 * gap * (len(widths) - 1))]
    return [left + crossing.join(line * (width + 2 * gap) for width in widths) + right]
