"""A card as lines of text, shared by the layouts that have nothing but characters."""

from collections.abc import Sequence
from dataclasses import dataclass

from bench.accuracy.layouts.tables import list_lines
from bench.accuracy.layouts.text_grid import Frame, text_table
from bench.accuracy.printed.headings import Headings
from bench.accuracy.printed.view import InningsView


@dataclass(frozen=True)
class TextLook:
    """Choices of a card in characters; `puts_sums_in_table` makes rows of extras and total."""

    headings: Headings
    frame: Frame
    nothing: str
    width: int
    puts_sums_in_table: bool
    gap: int = 1


def innings_lines(innings: InningsView, title: str, look: TextLook) -> list[str]:
    """Return all lines of an innings."""
    lines = [title, ""] if not look.frame.top else [title]
    lines += text_table(_batting(innings, look), look.frame, 2, look.gap)
    if not look.puts_sums_in_table:
        lines += [f"{look.headings.extras}  {innings.extras_text}"] if innings.extras_text else []
        lines += [f"{look.headings.total}  {innings.score_with_overs}"]
    for label, text in list_lines(innings, look.headings):
        lines += ["", *wrapped(f"{label} {text}", look.width)]
    return [*lines, "", *text_table(_bowling(innings, look), look.frame, 1, look.gap), ""]


def _batting(innings: InningsView, look: TextLook) -> list[list[str]]:
    words = look.headings
    columns = innings.batting_columns
    rows = [[words.batter, words.status, *(words.batting[column] for column in columns)]]
    rows += [[each.title, each.dismissal, *each.texts(columns, look.nothing)] for each in innings.batting]
    if look.puts_sums_in_table:
        runs = columns.index("runs")
        if innings.extras:
            extras = str(innings.extras["total"])
            rows.append([words.extras, innings.extras_parts, *_alone(extras, runs, len(columns))])
        rows.append([words.total, innings.sum_note, *_alone(str(innings.total), runs, len(columns))])
    return rows


def _alone(text: str, place: int, count: int) -> list[str]:
    return [text if at == place else "" for at in range(count)]


def _bowling(innings: InningsView, look: TextLook) -> list[list[str]]:
    columns = innings.bowling_columns
    rows = [[look.headings.bowler, *(look.headings.bowling[column] for column in columns)]]
    rows += [[each.name, *each.texts(columns, look.nothing)] for each in innings.bowling]
    return rows


def wrapped(text: str, width: int) -> Sequence[str]:
    """Return the text as lines of at most `width` characters."""
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if len(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
