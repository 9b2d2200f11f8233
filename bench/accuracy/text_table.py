"""Tables of figures as plain text and as Markdown; knows nothing of what the figures mean."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class TextTable:
    """A table with a title, and perhaps a note on its figures; the first column is words, the others are figures."""

    title: str
    headings: Sequence[str]
    rows: Sequence[Sequence[str]]
    note: str = ""

    def as_text(self) -> str:
        """Return the table for a terminal."""
        notes = [f"  {self.note}"] if self.note else []
        return "\n".join([self.title, *notes, *("  " + "  ".join(line).rstrip() for line in self._aligned())])

    def as_markdown(self) -> str:
        """Return the table for a document."""
        headings, *rows = ("| " + " | ".join(line) + " |" for line in self._aligned())
        rule = "| " + " | ".join(["---", *["---:"] * (len(self.headings) - 1)]) + " |"
        notes = ["", self.note] if self.note else []
        return "\n".join([f"**{self.title}**", "", headings, rule, *rows, *notes])

    def _aligned(self) -> list[list[str]]:
        lines = [self.headings, *self.rows]
        widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
        return [
            [text.ljust(width) if column == 0 else text.rjust(width) for column, (text, width) in enumerate(cells)]
            for cells in (list(zip(line, widths, strict=True)) for line in lines)
        ]


def percent(value: float | None, digits: int = 1) -> str:
    """Return a share from 0 to 1 in percent, or a dash."""
    return "-" if value is None else f"{100 * value:.{digits}f}"


def decimals(value: float | None, digits: int) -> str:
    """Return a figure with so many decimals, or a dash."""
    return "-" if value is None else f"{value:.{digits}f}"
