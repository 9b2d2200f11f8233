"""The pages of the repository as the contract tests see them: a section, its table, the words set as code.

Refuses to guess: a section, a table or a column that is not there is an error, never an empty answer.
"""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
CONTRACT = ROOT / "docs" / "contract.md"
ARCHITECTURE = ROOT / "docs" / "architecture.md"

Row = dict[str, str]


def section_of(page: Path, title: str) -> str:
    """Return the text between the heading `## title` and the next one.

    Raises:
        KeyError: the page has no such heading.
    """
    _, *parts = re.split(r"^## (.+)\n", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return dict(zip(parts[::2], parts[1::2], strict=True))[title]


def table_of(page: Path, title: str) -> list[Row]:
    """Return the rows of the only table of a section, each by the names of the columns.

    Raises:
        ValueError: the lines make no table.
    """
    lines = [line for line in section_of(page, title).splitlines() if line.startswith("|")]
    header, rule, *rows = [_cells(line) for line in lines]
    if any(cell.strip("-") for cell in rule) or not rows:
        raise ValueError(f"{page.name}, {title}: no table")
    return [dict(zip(header, row, strict=True)) for row in rows]


def marked(text: str) -> list[str]:
    """Return what stands in code marks, in order."""
    return re.findall(r"`([^`]+)`", text)


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]
