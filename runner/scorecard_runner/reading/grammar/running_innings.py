"""A whole innings in running text, as the small print of newspapers has it: batters between commas, then the labelled sums.

`KENT: Cox c Ali b Oak 45, Mir lbw b Ash 12. Extras (b4) 4. Total (for 2) 61. Bowling: Oak 8-1-34-1`. Says where each part
stands in the text. Refuses match reports and rows of tables: batters follow each other between separators, hardly ever
one to a line, sums stand right behind them, and a few batters must add up.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from scorecard_runner.reading.grammar.dismissal_openings import split_dismissal
from scorecard_runner.reading.grammar.extras import parse_extras
from scorecard_runner.reading.grammar.labels import Label
from scorecard_runner.reading.grammar.numbers import read_leniently
from scorecard_runner.reading.grammar.running_ends import end_of
from scorecard_runner.reading.grammar.running_heads import name_start, title_start
from scorecard_runner.reading.grammar.scores import parse_score

_BEGINS = r"(?:(?<=[.;:,)\d]\s)|(?<=\n)|^)"
_DASH = r"[:.\-–—]"  # noqa: RUF001 - as printed
_LABELS = re.compile(
    rf"(?P<extras>\b(?:extras?|sundries)\b)|(?P<total>\btotal\b)"
    rf"|{_BEGINS}(?P<waiting>(?:did\s+not\s+bat|d\.?n\.?b\.?|(?:yet\s+|still\s+)?to\s+bat)(?![a-z]))"
    rf"|{_BEGINS}(?P<falls>(?:fall(?:\s+of\s+(?:the\s+)?wickets?)?|f\.?o\.?w\.?)\s*{_DASH})"
    rf"|{_BEGINS}(?P<bowling>bowling\s*{_DASH})"
    rf"|{_BEGINS}(?P<other>(?:umpires?|toss|result|referee|points|match|player\s+of)\b)",
    re.IGNORECASE,
)
_KINDS = {
    "extras": Label.EXTRAS,
    "total": Label.TOTAL,
    "waiting": Label.DID_NOT_BAT,
    "falls": Label.FALL_OF_WICKETS,
    "bowling": Label.BOWLING_FIGURES,
    "other": Label.OTHER,
}
_RUNS = r"(?:\d[\dOoIl]{0,2}|[Il]\d{1,2}|[OoIl](?=[*,;.]))"
_ENTRY = re.compile(
    r"(?P<said>[^\s\d,;()](?:\([^()]*\)|[^\d,;(])*?)"
    rf"(?:\.*\s+(?P<runs>{_RUNS})(?![^\W_]|[-/]\d)\*?(?:\s*\((?P<balls>\d{{1,3}})\s*(?:b|balls?)?\))?\s*[,;.:]?|[,;]|\.?\s*\Z)(?=\s|\Z)"
)
_WORD = re.compile(r"\S+")
_STOPS = " \n.,;"
_SEPARATORS = (",", ";", ".")
_LEAST_BATTERS = 2
_SURELY_BATTERS = 5
"""From so many on they need not add up."""

_MOST_AT_LINE_STARTS = 0.6
_LEAST_SEPARATED = 0.7
_LONGEST_DISMISSAL = 9  # words
_MOST_BATTERS = 12


@dataclass(frozen=True, slots=True)
class Span:
    """A part of the text, from `start` up to `end`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the part itself."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class RunningBatter:
    """A batter's parts; `runs` and `balls` where they are printed."""

    name: Span
    dismissal: Span
    runs: Span | None
    balls: Span | None


@dataclass(frozen=True, slots=True)
class RunningInnings:
    """An innings: its title with the team, if there is one, its batters, its labelled parts in printed order, its end."""

    title: Span | None
    batters: tuple[RunningBatter, ...]
    parts: tuple[tuple[Label, Span], ...]
    end: int

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.title.start if self.title else self.batters[0].name.start


def parse_running(text: str) -> tuple[RunningInnings, ...]:
    """Return the innings in printed order; none if there are none.

    Args:
        text: of a page, with line breaks as printed, and an empty line where a paragraph ends.
    """
    labels = [(_kind(match), match.start()) for match in _LABELS.finditer(text)]
    found: list[RunningInnings] = []
    for at, (kind, start) in enumerate(labels):
        floor = found[-1].end if found else 0
        if kind not in {Label.EXTRAS, Label.TOTAL} or start < floor:
            continue
        batters = _batters(text, floor, start)
        parts = _parts(text, labels[at:])
        if _is_innings(text, batters, parts):
            found.append(_innings(text, batters, parts, floor))
    return tuple(found)


def _kind(match: re.Match[str]) -> Label:
    return _KINDS[match.lastgroup or "other"]


def _batters(text: str, floor: int, end: int) -> list[RunningBatter]:
    """Return the batters right before the sums, as far up as they follow each other."""
    found: list[RunningBatter] = []
    lost = 0
    for entry in reversed(list(_ENTRY.finditer(text, floor, end))):
        batter = _batter(text, entry)
        lost = 0 if batter else lost + 1
        if lost > 1 or (lost and not (found and entry["runs"])) or len(found) == _MOST_BATTERS:
            break
        if batter:
            found.insert(0, batter)
    return found


def _batter(text: str, entry: re.Match[str]) -> RunningBatter | None:
    """Return the batter of an entry; the first one of an innings has its title before the name."""
    begins = (name_start(text, *entry.span("said")), entry.start("said"))
    halves = next((halves for begin in begins if (halves := _halves(text, begin, entry.end("said")))), None)
    if halves is None:
        return None
    runs, balls = (Span(*entry.span(name)) if entry[name] else None for name in ("runs", "balls"))
    return RunningBatter(*halves, runs, balls)


def _halves(text: str, start: int, end: int) -> tuple[Span, Span] | None:
    """Return where the name and the dismissal stand in this part of the text; None if it is not both."""
    words = [Span(word.start(), word.end()) for word in _WORD.finditer(text, start, end)]
    parts = split_dismissal(" ".join(word.of(text) for word in words))
    if parts is None or len(parts[1].split()) > _LONGEST_DISMISSAL:
        return None
    cut = len(parts[0].split())
    return Span(words[0].start, words[cut - 1].end), Span(words[cut].start, words[-1].end)


def _parts(text: str, labels: Sequence[tuple[Label, int]]) -> list[tuple[Label, Span]]:
    """Return the labelled parts from the first label on, up to one that comes again or is of something else."""
    seen: set[Label] = set()
    kept = []
    for label, start in labels:
        if label in seen or label is Label.OTHER:
            break
        seen.add(label)
        kept.append((label, start))
    parts: list[tuple[Label, Span]] = []
    limits = [*(start for _, start in labels[1 : len(kept) + 1]), len(text)]
    for (label, start), limit in zip(kept, limits, strict=False):
        end = end_of(label, text, start, limit)
        parts.append((label, Span(start, end)))
        if text[end:limit].strip(" \n.,;"):
            break
    return parts


def _is_innings(text: str, batters: Sequence[RunningBatter], parts: Sequence[tuple[Label, Span]]) -> bool:
    if len(batters) < _LEAST_BATTERS:
        return False
    starts = [text[: each.name.start] for each in batters[1:]]
    at_line_starts = sum(before.endswith("\n") for before in starts)
    separated = sum(before.rstrip().endswith(_SEPARATORS) for before in starts)
    if at_line_starts > max(1, _MOST_AT_LINE_STARTS * len(starts)) or separated < _LEAST_SEPARATED * len(starts):
        return False
    return len(batters) >= _SURELY_BATTERS or _adds_up(text, batters, dict(parts))


def _adds_up(text: str, batters: Sequence[RunningBatter], parts: dict[Label, Span]) -> bool:
    extras, total = (
        " ".join(parts[label].of(text).split()).rstrip(_STOPS) if label in parts else ""
        for label in (Label.EXTRAS, Label.TOTAL)
    )
    others, score = parse_extras(extras), parse_score(total)
    runs = sum(read_leniently(each.runs.of(text)) or 0 for each in batters if each.runs)
    return score is not None and score.runs == runs + ((others.total if others else 0) or 0)


def _innings(
    text: str, batters: Sequence[RunningBatter], parts: Sequence[tuple[Label, Span]], floor: int
) -> RunningInnings:
    """Return the innings, with what stands before the first batter's name taken as its title."""
    cut = batters[0].name.start
    begin = max(floor, title_start(text, cut))
    title = Span(begin, cut) if text[begin:cut].strip(_STOPS) else None
    bare = tuple((label, Span(part.start, len(text[: part.end].rstrip(_STOPS)))) for label, part in parts)
    return RunningInnings(title, tuple(batters), bare, parts[-1][1].end)
