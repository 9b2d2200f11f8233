"""The innings as tables of HTML, each value a link to its trace; pure."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape

from scorecard_runner.debug_folder.traces import Examined, Trace, key_of
from scorecard_runner.document import Band
from scorecard_runner.reading.belief.checks import Check, CheckResult
from scorecard_runner.reading.cards.card import BattingLine, CellPlace, Innings, PlayerLine
from scorecard_runner.reading.tables.vocabulary import Column

_HEADS = {
    Column.RUNS: "R",
    Column.BALLS: "B",
    Column.MINUTES: "M",
    Column.FOURS: "4s",
    Column.SIXES: "6s",
    Column.STRIKE_RATE: "SR",
    Column.OVERS: "O",
    Column.MAIDENS: "M",
    Column.WICKETS: "W",
    Column.ECONOMY: "Econ",
    Column.WIDES: "WD",
    Column.NO_BALLS: "NB",
    Column.DOTS: "0s",
}


def innings_panel(examined: Examined, traces: Mapping[str, Trace]) -> str:
    """Return an innings with its checks."""
    innings = examined.after
    team = innings.team.text if innings.team else f"Innings {examined.number}"
    return (
        f'<div class="panel"><h3>{escape(team)} {_score(examined, traces)}</h3><div class="sides">'
        f"<div>{_players(examined, 'batting', traces)}{_rest(examined, traces)}</div>"
        f"<div>{_players(examined, 'bowling', traces)}{_checks(examined)}</div></div></div>"
    )


def value_class(trace: Trace) -> str:
    """Return the classes of a value: its band, and whether another reading than the first is believed."""
    band = Band.of(trace.confidence).value if trace.confidence is not None else "blank"
    return f"{band} changed" if trace.is_changed else band


def _link(key: str, traces: Mapping[str, Trace]) -> str:
    trace = traces.get(key)
    if trace is None:
        return ""
    said = f"{trace.place}: {trace.confidence:.0%} sure" if trace.confidence is not None else f"{trace.place}: blank"
    shown = escape(trace.value) or "·"
    return (
        f'<a class="v {value_class(trace)}" id="v-{trace.key}" href="#cell-{trace.key}" '
        f'title="{escape(said)}">{shown}</a>'
    )


def _score(examined: Examined, traces: Mapping[str, Trace]) -> str:
    total, wickets, overs = (
        _link(key_of(examined.number, CellPlace(part)), traces) for part in ("total", "wickets", "overs")
    )
    declared = " declared" if examined.after.is_declared else ""
    return f"{total or '?'}{' / ' + wickets if wickets else ''}{declared} {f'({overs} ov)' if overs else ''}"


def _players(examined: Examined, where: str, traces: Mapping[str, Trace]) -> str:
    lines: Sequence[PlayerLine] = getattr(examined.after, where)
    if not lines:
        return ""
    columns = list(dict.fromkeys(cell.column for line in lines for cell in line.cells))
    has_dismissals = any(isinstance(line, BattingLine) and line.dismissal_text for line in lines)
    texts = ["name", "dismissal"] if has_dismissals else ["name"]
    title = "Batter" if where == "batting" else "Bowler"
    heads = f"<th>{title}</th>{'<th></th>' if has_dismissals else ''}"
    heads += "".join(f'<th class="n">{_HEADS.get(column, escape(column.value))}</th>' for column in columns)
    rows = ""
    for row in range(len(lines)):
        places = [CellPlace(where, row, part) for part in (*texts, *(column.value for column in columns))]
        links = [_link(key_of(examined.number, place), traces) for place in places]
        rows += f"<tr>{''.join(map(_data, places, links))}</tr>"
    return f"<table><tr>{heads}</tr>{rows}</table>"


def _data(place: CellPlace, link: str) -> str:
    kind = {"name": "", "dismissal": ' class="how"'}.get(place.part, ' class="n"')
    return f"<td{kind}>{link}</td>"


def _rest(examined: Examined, traces: Mapping[str, Trace]) -> str:
    return "".join(
        f'<p class="rest">{sentence}</p>' for sentence in _sentences(examined.number, examined.after, traces)
    )


def _sentences(number: int, innings: Innings, traces: Mapping[str, Trace]) -> Iterator[str]:
    if innings.extras:
        parts = (
            f"{part.replace('_', ' ')} {_link(key_of(number, CellPlace('extras', part=part)), traces)}"
            for part in innings.extras
        )
        yield f"Extras: {', '.join(parts)}"
    if innings.fall_of_wickets:
        falls = (f"{fall.wicket}-{fall.runs} {fall.batter or ''}".strip() for fall in innings.fall_of_wickets)
        yield f"Fall of wickets: {escape(', '.join(falls))}"
    if innings.did_not_bat:
        yield f"Did not bat: {escape(', '.join(name.text for name in innings.did_not_bat))}"


def _checks(examined: Examined) -> str:
    """Return the checks; those of single rows only where they fail."""
    items = [_check(check, "") for check in examined.checks]
    for check in examined.row_checks:
        if check.result is CheckResult.FAILS and check.cells:
            place = check.cells[0]
            where = f"{place.where} row {(place.row or 0) + 1}"
            items.append(_check(check, f' <a href="#v-{key_of(examined.number, place)}">{where}</a>'))
    return f'<ul class="checks">{"".join(items)}</ul>'


def _check(check: Check, link: str) -> str:
    return f'<li class="{check.result.value}">{escape(check.name)}{link}<small>{escape(check.detail)}</small></li>'
