"""Batting and bowling as plain tables, for every layout that has real columns."""

from collections.abc import Sequence
from dataclasses import dataclass

from bench.accuracy.layouts.markup import number_cells, row, spanning, tag, wrap
from bench.accuracy.printed.headings import Headings
from bench.accuracy.printed.view import BatterView, InningsView


@dataclass(frozen=True)
class Look:
    """Choices that change the shape of the tables; `parts_sums` puts extras and total into the column of runs."""

    headings: Headings
    nothing: str = "-"
    parts_sums: bool = False
    parts_bowlers: bool = False
    lists_in_table: bool = True
    team_in_heading: bool = False


def batting_table(innings: InningsView, look: Look, title: str = "") -> str:
    """Return the table of batters with extras, total and the lists below."""
    lines = [_batting_heading(innings, look, title)]
    lines += [row(_batter_cells(batter, innings, look), "b") for batter in innings.batting]
    lines += _sums(innings, look)
    if look.lists_in_table:
        lines += [_list_row(*line, innings, look) for line in list_lines(innings, look.headings)]
    return wrap("table", "".join(lines), "batting")


def bowling_table(innings: InningsView, look: Look) -> str:
    """Return the table of bowlers; nothing where the card has none."""
    if not innings.bowling:
        return ""
    words = [look.headings.bowling[column] for column in innings.bowling_columns]
    lines = [row([tag("th", look.headings.bowler, "name"), *number_cells(words, "th")], "head")]
    for bowler in innings.bowling:
        texts = bowler.texts(innings.bowling_columns, look.nothing)
        lines.append(row([tag("td", bowler.name, "name"), *number_cells(texts)], "b"))
    return wrap("table", "".join(lines), "bowling")


def list_lines(innings: InningsView, headings: Headings) -> list[tuple[str, str]]:
    """Return label and text of those who did not bat and of the falls of wickets, where printed."""
    waiting = (headings.did_not_bat, ", ".join(innings.did_not_bat))
    falls = (headings.falls, ", ".join(fall.text for fall in innings.falls))
    return [line for line in (waiting, falls) if line[1]]


def list_paragraphs(innings: InningsView, headings: Headings) -> str:
    """Return the same lists as paragraphs."""
    return "".join(
        wrap("p", tag("b", label) + " " + tag("span", text), "list") for label, text in list_lines(innings, headings)
    )


def _columns(look: Look) -> int:
    return 3 if look.parts_bowlers else 2


def _batting_heading(innings: InningsView, look: Look, title: str) -> str:
    words = [look.headings.batting[column] for column in innings.batting_columns]
    first = title if look.team_in_heading else look.headings.batter
    status = [tag("th", look.headings.status, "out")]
    if look.parts_bowlers:
        status = [tag("th", look.headings.status or "How out", "out"), tag("th", "Bowler", "out")]
    return row([tag("th", first, "name"), *status, *number_cells(words, "th")], "head")


def _batter_cells(batter: BatterView, innings: InningsView, look: Look) -> Sequence[str]:
    texts = batter.texts(innings.batting_columns, look.nothing)
    status = [tag("td", batter.dismissal, "out")]
    if look.parts_bowlers:
        status = [tag("td", batter.dismissal, "out"), tag("td", batter.bowler, "out")]
    return [tag("td", batter.title, "name"), *status, *number_cells(texts)]


def _sums(innings: InningsView, look: Look) -> list[str]:
    width = len(innings.batting_columns)
    lines = []
    if look.parts_sums and "runs" in innings.batting_columns:
        if innings.extras:
            total = str(innings.extras["total"])
            lines.append(_parted((look.headings.extras, innings.extras_parts, total), innings, look))
        lines.append(_parted((look.headings.total, innings.sum_note, str(innings.total)), innings, look, "total"))
        return lines
    span = width + _columns(look) - 1
    if innings.extras_text:
        lines.append(row([tag("td", look.headings.extras, "name"), spanning(innings.extras_text, span)], "sum"))
    lines.append(row([tag("td", look.headings.total, "name"), spanning(innings.score_with_overs, span)], "sum total"))
    return lines


def _parted(texts: tuple[str, str, str], innings: InningsView, look: Look, kind: str = "") -> str:
    label, note, number = texts
    place = innings.batting_columns.index("runs")
    cells = [number if at == place else "" for at in range(len(innings.batting_columns))]
    notes = spanning(note, _columns(look) - 1, "out")
    return row([tag("td", label, "name"), notes, *number_cells(cells)], f"sum {kind}".rstrip())


def _list_row(label: str, text: str, innings: InningsView, look: Look) -> str:
    width = len(innings.batting_columns) + _columns(look)
    inner = tag("b", label) + " " + tag("span", text)
    return row([f'<td class="list" colspan="{width}">{inner}</td>'])
