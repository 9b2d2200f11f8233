"""Prints a result document as people read a scorecard: tables, doubtful cells marked, checks listed.

Knows the document and `rich`; refuses to know pictures. A cell below medium confidence carries a question mark.
"""

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table

from scorecard_runner.document import BattingEntry, BowlingEntry, InningsEntry, ScorecardDocument

DOUBT_BELOW = 0.8
MARKS = {"holds": "[green]✓[/]", "fails": "[red]✗[/]", "untried": "[dim]-[/]"}
BATTING_COLUMNS = (
    ("R", "runs"), ("B", "balls_faced"), ("M", "minutes"), ("4s", "fours"), ("6s", "sixes"), ("SR", "strike_rate"),
)  # fmt: skip
BOWLING_COLUMNS = (
    ("O", "overs_bowled"), ("M", "maidens"), ("R", "runs_conceded"), ("W", "wickets_taken"), ("Econ", "economy"),
    ("WD", "wides"), ("NB", "no_balls"),
)  # fmt: skip
DECIMALS = {"strike_rate", "economy"}


def print_document(document: ScorecardDocument, console: Console | None = None) -> None:
    """Print the whole document."""
    console = console or Console(highlight=False)
    console.print(f"[bold]{' v '.join(team.name for team in document.teams) or 'Scorecard'}[/]")
    if document.match.result:
        console.print(document.match.result, style="dim")
    for innings in document.innings:
        _print_innings(innings, console)
    summary = document.summary()
    style = "green" if summary.verdict == "Verified" else "yellow"
    console.print(
        f"\n[{style}]{summary.verdict}[/]  confidence {summary.confidence:.2f}  checks {summary.checks} hold"
        "  [dim]? = doubtful, look at the picture[/]"
    )
    for note in document.parse_notes:
        console.print(f"  [dim]•[/] {note}", markup=True)


def _print_innings(innings: InningsEntry, console: Console) -> None:
    wickets = "all out" if innings.all_out else f"/{innings.wickets}" if innings.wickets is not None else ""
    total = "?" if innings.runs is None else f"{innings.runs}{'' if wickets.startswith('/') else ' '}{wickets}"
    overs = f" ({innings.overs:g} ov)" if innings.overs is not None else ""
    console.print(f"\n[bold]{innings.batting_team or 'Innings ' + str(innings.number)}[/]  {total}{overs}")
    if innings.batting:
        console.print(_table("Batter", innings.batting, BATTING_COLUMNS, with_dismissal=True))
    if innings.extras is not None and innings.extras.total is not None:
        console.print(f"  Extras {innings.extras.total}")
    if innings.did_not_bat:
        console.print(f"  Did not bat: {', '.join(innings.did_not_bat)}")
    if innings.bowling:
        console.print(_table("Bowler", innings.bowling, BOWLING_COLUMNS, with_dismissal=False))
    for check in innings.checks:
        if check.result != "untried":
            console.print(f"  {MARKS[check.result]} {check.name}  [dim]{check.detail or ''}[/]")


def _table(
    title: str,
    entries: Sequence[BattingEntry | BowlingEntry],
    columns: Sequence[tuple[str, str]],
    *,
    with_dismissal: bool,
) -> Table:
    shown = [(head, field) for head, field in columns if any(getattr(e, field, None) is not None for e in entries)]
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 2), header_style="dim")
    table.add_column(title, min_width=20)
    if with_dismissal:
        table.add_column("", min_width=24)
    for head, _ in shown:
        table.add_column(head, justify="right")
    for entry in entries:
        words = [_name(entry)]
        if with_dismissal:
            words.append(_cell(entry, "dismissal"))
        table.add_row(*words, *(_cell(entry, field) for _, field in shown))
    return table


def _name(entry: BattingEntry | BowlingEntry) -> str:
    marks = ""
    if isinstance(entry, BattingEntry):
        marks = f"{' (c)' if entry.captain else ''}{' †' if entry.wicket_keeper else ''}"
    return f"{_cell(entry, 'player_name') or '?'}{marks}"


def _cell(entry: BattingEntry | BowlingEntry, field: str) -> str:
    value = getattr(entry, field, None)
    if value is None:
        return ""
    text = f"{value:.2f}" if field in DECIMALS else f"{value:g}" if isinstance(value, float) else str(value)
    is_doubtful = entry.confidence.get(field, 1.0) < DOUBT_BELOW
    return f"[yellow]{text} ?[/]" if is_doubtful else text
