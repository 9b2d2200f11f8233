# ruff: noqa: INP001 - a script beside the chart, not a package
"""Writes the table of values in the chart's README from the comments in values.yaml, so that there is one source.

Refuses a value without a comment: what nobody can explain must not be a setting.
`python charts/values_table.py` rewrites the README; a test keeps it current.
"""

import re
import sys
from dataclasses import dataclass
from pathlib import Path

CHART = Path(__file__).parent / "scorecard-ocr"
START, END = "<!-- values: start -->\n", "<!-- values: end -->\n"
VALUE_LINE = re.compile(r"^(?P<indent> *)(?P<key>[A-Za-z]+):(?: (?P<default>[^#].*?))?(?: +# (?P<comment>.*))?$")


class UndocumentedValueError(ValueError):
    """A line of values.yaml has no comment or cannot be read; the message names it."""


@dataclass(frozen=True)
class Value:
    """One setting: its dotted path, its default as written, and what it is for."""

    path: str
    default: str
    comment: str


def read_values(text: str) -> list[Value]:
    """Return every setting of a values.yaml in the order it stands there.

    Raises:
        UndocumentedValueError: a setting has no comment.
    """
    values: list[Value] = []
    parents: list[str] = []
    for line in text.splitlines():
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        match = VALUE_LINE.match(line)
        if match is None:
            raise UndocumentedValueError(f"not a `key: value # comment` line: {line}")
        parents = [*parents[: len(match["indent"]) // 2], match["key"]]
        if match["default"] is None:
            continue
        if not match["comment"]:
            raise UndocumentedValueError(f"no comment on {'.'.join(parents)}")
        values.append(Value(".".join(parents), match["default"], match["comment"]))
    return values


def to_table(values: list[Value]) -> str:
    """Return the settings as a Markdown table."""
    rows = [f"| `{value.path}` | `{value.default}` | {value.comment} |\n" for value in values]
    return "".join(["| value | default | meaning |\n", "| --- | --- | --- |\n", *rows])


def with_table(readme: str, table: str) -> str:
    """Return `readme` with what stands between the two markers replaced by `table`."""
    before, rest = readme.split(START, 1)
    _, after = rest.split(END, 1)
    return f"{before}{START}{table}{END}{after}"


def main() -> int:
    """Rewrite the README's table."""
    readme = CHART / "README.md"
    table = to_table(read_values((CHART / "values.yaml").read_text(encoding="utf-8")))
    readme.write_text(with_table(readme.read_text(encoding="utf-8"), table), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
