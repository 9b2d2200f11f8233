"""Prints a result document as people read a scorecard: tables, doubtful numbers marked, checks, notes.

Knows the document and `rich`; refuses to know pictures. Names come from pictures of strangers: they are printed as
plain text, never as markup. What the verdict counts as doubtful is what is marked here.
"""

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from scorecard_runner.document import (
    MEDIUM_FROM,
    BattingEntry,
    BowlingEntry,
    ExtrasEntry,
    FallOfWicketEntry,
    InningsEntry,
    ScorecardDocument,
    Verdict,
)

_BATTING_COLUMNS = (
    ("R", "runs"),
    ("B", "balls_faced"),
    ("M", "minutes"),
    ("4s", "fours"),
    ("6s", "sixes"),
    ("SR", "strike_rate"),
)
_BOWLING_COLUMNS = (
    ("O", "overs_bowled"),
    ("M", "maidens"),
    ("R", "runs_conceded"),
    ("W", "wickets_taken"),
    ("0s", "dots"),
    ("4s", "fours"),
    ("6s", "sixes"),
    ("Econ", "economy"),
    ("SR", "strike_rate"),
    ("WD", "wides"),
    ("NB", "no_balls"),
)
_EXTRAS_PARTS = (("b", "byes"), ("lb", "leg_byes"), ("w", "wides"), ("nb", "no_balls"), ("pen", "penalty"))
_TWO_DECIMALS = frozenset({"strike_rate", "economy"})
_MARKS = {"holds": Text("✓", "green"), "fails": Text("✗", "red")}
_ADVICE = {
    Verdict.VERIFIED: ("green", "every sum holds and no number is in doubt"),
    Verdict.NEEDS_REVIEW: ("yellow", "compare what is marked ? or named below with the picture"),
}


def print_document(document: ScorecardDocument, console: Console) -> None:
    """Print the whole document, as wide as the console."""
    console.print(Text(" v ".join(team.name for team in document.teams) or "Scorecard", "bold"))
    facts = (document.match.result, document.match.toss, document.match.date, document.match.venue, document.format)
    if known := [fact for fact in facts if fact]:
        console.print(Text(" · ".join(known), "dim"))
    for innings in document.innings:
        _print_innings(innings, console)
    _print_judgement(document, console)


def _print_innings(innings: InningsEntry, console: Console) -> None:
    name = innings.batting_team or f"Innings {innings.number}"
    console.print()
    console.print(Text.assemble((name, "bold"), "  ", (_score(innings), "bold cyan")))
    console.print(_players("Batter", innings.batting, _BATTING_COLUMNS))
    console.print(_lines(_remarks(innings)))
    if innings.bowling:
        console.print()
        console.print(_players("Bowler", innings.bowling, _BOWLING_COLUMNS))
    checks = _lines(
        (_MARKS[check.result], Text(check.name), Text(check.detail or "", "dim"))
        for check in innings.checks
        if check.result in _MARKS
    )
    console.print()
    console.print(checks)


def _score(innings: InningsEntry) -> str:
    total = "?" if innings.runs is None else str(innings.runs)
    if innings.all_out:
        total += " all out"
    elif innings.wickets is not None:
        total += f"/{innings.wickets}"
    total += " declared" if innings.declared else ""
    return total if innings.overs is None else f"{total} ({innings.overs:g} ov)"


def _players(title: str, entries: Sequence[BattingEntry | BowlingEntry], columns: Sequence[tuple[str, str]]) -> Table:
    shown = [(head, field) for head, field in columns if any(field in entry.confidence for entry in entries)]
    has_dismissals = any(isinstance(entry, BattingEntry) and entry.dismissal for entry in entries)
    table = Table(box=None, pad_edge=False, padding=(0, 1, 0, 0), header_style="dim")
    table.add_column(title, min_width=18)
    if has_dismissals:
        table.add_column("")
    for head, _ in shown:
        table.add_column(f"{head} ", justify="right", no_wrap=True, min_width=4)
    for entry in entries:
        texts = [_name(entry)]
        if has_dismissals:
            texts.append(_words(entry, "dismissal"))
        table.add_row(*texts, *(_number(entry, field) for _, field in shown))
    return table


def _name(entry: BattingEntry | BowlingEntry) -> Text:
    name = _words(entry, "player_name")
    if isinstance(entry, BattingEntry):
        name.append(" (c)" if entry.captain else "").append(" †" if entry.wicket_keeper else "")
    return name


def _words(entry: BattingEntry | BowlingEntry, field: str) -> Text:
    words = getattr(entry, field, None)
    if words is None:
        return Text("?" if field == "player_name" else "", "yellow")
    return Text(f"{words} ?", "yellow") if _is_doubtful(entry, field) else Text(words)


def _number(entry: BattingEntry | BowlingEntry, field: str) -> Text:
    """Return the number with its mark or a space in the mark's place, so that digits stay below each other."""
    value = getattr(entry, field)
    if value is None:
        return Text("?" if field in entry.confidence else "", "yellow")
    digits = f"{value:.2f}" if field in _TWO_DECIMALS else f"{value:g}"
    return Text(f"{digits}?", "yellow") if _is_doubtful(entry, field) else Text(f"{digits} ")


def _is_doubtful(entry: BattingEntry | BowlingEntry, field: str) -> bool:
    return entry.confidence.get(field, 1.0) < MEDIUM_FROM


def _lines(rows: Iterator[tuple[Text, ...]]) -> Table:
    """Return texts side by side; a long one wraps beside its label."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    for row in rows:
        grid.add_row(*row)
    return grid


def _remarks(innings: InningsEntry) -> Iterator[tuple[Text, Text]]:
    if innings.extras is not None:
        yield Text("Extras", "dim"), Text(_extras(innings.extras))
    if innings.did_not_bat:
        yield Text("Did not bat", "dim"), Text(", ".join(innings.did_not_bat))
    if innings.fall_of_wickets:
        yield Text("Fall of wickets", "dim"), Text(", ".join(map(_fall, innings.fall_of_wickets)))


def _extras(extras: ExtrasEntry) -> str:
    values = ((letters, getattr(extras, field)) for letters, field in _EXTRAS_PARTS)
    parts = ", ".join(f"{letters} {value}" for letters, value in values if value is not None)
    total = "?" if extras.total is None else str(extras.total)
    return f"{total} ({parts})" if parts else total


def _fall(fall: FallOfWicketEntry) -> str:
    details = [fall.player_name] if fall.player_name else []
    details += [] if fall.over is None else [f"{fall.over:g} ov"]
    return f"{fall.wicket}-{fall.score_at_fall}" + (f" ({', '.join(details)})" if details else "")


def _print_judgement(document: ScorecardDocument, console: Console) -> None:
    summary = document.summary()
    style, advice = _ADVICE[Verdict(summary.verdict)]
    console.print()
    console.print(Text.assemble((summary.verdict, f"bold {style}"), f"  {advice}"))
    console.print(Text(f"confidence {summary.confidence:.2f} · checks that hold {summary.checks}", "dim"))
    console.print(_lines((Text("•", "dim"), Text(note)) for note in document.parse_notes))
