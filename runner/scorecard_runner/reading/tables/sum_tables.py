"""Small tables of sums: one line for each innings, or a line of extras under the names of their parts.

`innings team total wickets overs extras b lb wd nb declared`, or `Extras B LB W NB Total`, with numbers below. Refuses
headings with a word that names no sum, and lines that do not stand under one.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from scorecard_runner.reading.geometry import enclosing
from scorecard_runner.reading.grammar.numbers import read_strictly
from scorecard_runner.reading.grammar.scores import ALL_OUT_WICKETS
from scorecard_runner.reading.page.lines import Line
from scorecard_runner.reading.tables.columns import Band, find_bands
from scorecard_runner.reading.tables.headings import Heading, HeadingCell
from scorecard_runner.reading.tables.vocabulary import Column, TableKind, fold
from scorecard_runner.reading.words import Word


class Sum(StrEnum):
    """What a column of such a table says."""

    INNINGS = "innings"
    TEAM = "team"
    TOTAL = "total"
    WICKETS = "wickets"
    OVERS = "overs"
    EXTRAS = "extras"
    BYES = "byes"
    LEG_BYES = "leg_byes"
    WIDES = "wides"
    NO_BALLS = "no_balls"
    PENALTY = "penalty"
    DECLARED = "declared"


EXTRAS_PARTS = (Sum.BYES, Sum.LEG_BYES, Sum.WIDES, Sum.NO_BALLS, Sum.PENALTY)

_NAMES = {
    **dict.fromkeys(("inns", "innings", "inning"), Sum.INNINGS),
    **dict.fromkeys(("team", "side"), Sum.TEAM),
    **dict.fromkeys(("total", "runs", "score"), Sum.TOTAL),
    **dict.fromkeys(("wickets", "wkts", "wkt", "wicket"), Sum.WICKETS),
    **dict.fromkeys(("overs", "ovs", "ov"), Sum.OVERS),
    **dict.fromkeys(("extras", "sundries"), Sum.EXTRAS),
    **dict.fromkeys(("b", "byes", "bye"), Sum.BYES),
    **dict.fromkeys(("lb", "ib", "1b", "lbs", "legbyes", "legbye"), Sum.LEG_BYES),
    **dict.fromkeys(("w", "wd", "wds", "wides", "wide"), Sum.WIDES),
    **dict.fromkeys(("nb", "nbs", "noballs", "noball"), Sum.NO_BALLS),
    **dict.fromkeys(("pen", "p", "pens", "penalty", "penalties"), Sum.PENALTY),
    **dict.fromkeys(("declared", "dec", "decl"), Sum.DECLARED),
}
_IGNORED = frozenset({"match", "matchid", "id", "game", "gameid"})
_TEXTS = (Sum.TEAM, Sum.DECLARED)
_LEAST_COLUMNS = 4
_LEAST_TRANSLATED = 5
"""Names that must be known where others stand behind them: a form may say everything in two languages."""

_LEAST_PARTS = 3
_LEAST_NUMBERS = 2
_LONGEST_NAME = 2  # words
_NEXT_ROW = 5.0  # heights of the heading
_AT_EDGE = 0.5  # letter heights


@dataclass(frozen=True)
class SumRow:
    """The sums of one innings as printed, and the line in which they stand."""

    values: Mapping[Sum, str]
    line: Line


@dataclass(frozen=True)
class SumTable:
    """The rows of one such table; `count` are its lines with the heading."""

    rows: tuple[SumRow, ...]
    count: int

    @property
    def text(self) -> str:
        """The words of its rows."""
        return " ".join(row.line.text for row in self.rows)


def find_sum_table(lines: Sequence[Line]) -> SumTable | None:
    """Return the table whose heading is the first of these lines; None if it is none."""
    names = _as_extras(list(_names(lines[0])))
    if not _is_heading([name for name, _ in names]):
        return None
    body = _body(lines)
    numbers = [word for line in body for word in line.words if read_strictly(word.text) is not None]
    cells = tuple(HeadingCell(_kind(name), enclosing(word.box for word in words)) for name, words in names)
    heading = Heading(TableKind.BATTING, cells, enclosing(cell.box for cell in cells))
    bands = [band for band in find_bands(heading, [word.box for word in numbers]) if band.is_headed]
    named = [name for name, _ in names if name not in _TEXTS]
    is_translated = any(name is None for name, _ in _names(lines[0]))
    if is_translated and any(_count_numbers(line) != len(named) for line in body):
        return None
    edges = [(name, cell.box.left) for (name, _), cell in zip(names, cells, strict=True)]
    rows = tuple(SumRow(_values(line, dict(zip(named, bands, strict=True)), edges), line) for line in body)
    return SumTable(rows, 1 + len(body)) if rows and all(map(_is_possible, rows)) else None


def names_sums(line: Line) -> bool:
    """Whether the line is the heading of such a table."""
    return _is_heading([name for name, _ in _as_extras(list(_names(line)))])


def _names(line: Line) -> Iterator[tuple[Sum | None, tuple[Word, ...]]]:
    """Yield what each word, or pair of words, of the line names; a number before the first name counts the rows."""
    words = [word for word in line.words if fold(word.text) not in _IGNORED]
    start = 1 if words and words[0].text.isdecimal() else 0
    while start < len(words):
        runs = (tuple(words[start : start + length]) for length in range(_LONGEST_NAME, 0, -1))
        known = next(((name, run) for run in runs if (name := _NAMES.get(fold("".join(w.text for w in run))))), None)
        name, run = known or (None, (words[start],))
        yield name, run
        start += len(run)


def _as_extras(names: list[tuple[Sum | None, tuple[Word, ...]]]) -> list[tuple[Sum, tuple[Word, ...]]]:
    """Return the names with the total of `Extras B LB W NB Total` as that of the extras; nothing if one is unknown.

    Behind a known name may stand what it is called in another language.
    """
    names = _without_translations(names)
    if not names or any(name is None for name, _ in names):
        return []
    said = [name for name, _ in names]
    if said[0] is Sum.EXTRAS and not {Sum.TEAM, Sum.WICKETS, Sum.OVERS} & set(said):
        names = [(Sum.EXTRAS if name is Sum.TOTAL else name, words) for name, words in names[1:]]
    return [(name, words) for name, words in names if name is not None]


def _without_translations(
    names: list[tuple[Sum | None, tuple[Word, ...]]],
) -> list[tuple[Sum | None, tuple[Word, ...]]]:
    known = [each for each in names if each[0] is not None]
    pairs = zip([None, *names], names, strict=False)
    strange = [words for before, (name, words) in pairs if name is None and (before is None or before[0] is None)]
    lettered = all(word.text.isalpha() for _, words in names for word in words)
    return known if len(known) >= _LEAST_TRANSLATED and not strange and lettered else names


def _count_numbers(line: Line) -> int:
    return sum(read_strictly(word.text) is not None for word in line.words)


def _is_heading(names: Sequence[Sum]) -> bool:
    parts = sum(name in EXTRAS_PARTS for name in names)
    has_sum = Sum.TOTAL in names or (Sum.EXTRAS in names and parts >= _LEAST_PARTS)
    return has_sum and len(names) >= _LEAST_COLUMNS and len(set(names)) == len(names)


def _kind(name: Sum) -> Column:
    return Column.TEAM if name in _TEXTS else Column.OTHER


def _body(lines: Sequence[Line]) -> list[Line]:
    """Return the lines of numbers right below the heading."""
    heading, *others = lines
    body: list[Line] = []
    reach = _NEXT_ROW * heading.box.height
    for line in others:
        above = body[-1] if body else heading
        if _count_numbers(line) < _LEAST_NUMBERS or line.box.top - above.box.bottom > reach or any(_names_sum(line)):
            break
        body.append(line)
    return body


def _names_sum(line: Line) -> Iterator[bool]:
    """Whether each word names a sum; `2 dec` is one."""
    names = ((_NAMES.get(fold(word.text)), fold(word.text)) for word in line.words)
    return (name not in {None, Sum.DECLARED} and len(text) > 1 for name, text in names)


def _is_possible(row: SumRow) -> bool:
    """Whether no more wickets fell than can, and parts of the extras, where all are given, make their total."""
    wickets, extras = row.values.get(Sum.WICKETS, "0"), row.values.get(Sum.EXTRAS, "")
    parts = [row.values[part] for part in EXTRAS_PARTS if part in row.values]
    if not wickets.isdecimal() or int(wickets) > ALL_OUT_WICKETS:
        return False
    if not extras.isdecimal() or not all(part.isdecimal() for part in parts):
        return True
    return sum(map(int, parts)) <= int(extras)


def _values(line: Line, bands: Mapping[Sum, Band], edges: Sequence[tuple[Sum, float]]) -> dict[Sum, str]:
    found: dict[Sum, str] = {}
    numbers = [word for word in line.words if read_strictly(word.text) is not None]
    # As many numbers as columns stand in their order, wherever that is.
    placed = dict(zip(map(id, numbers), bands, strict=True)) if len(numbers) == len(bands) else {}
    for word in line.words:
        if read_strictly(word.text) is not None:
            covering = next((name for name, band in bands.items() if band.covers(word.box)), None)
            name = placed.get(id(word), covering)
        else:
            begun = [name for name, left in edges if left <= word.box.left + _AT_EDGE * word.box.height]
            name = begun[-1] if begun and begun[-1] in _TEXTS else None
        if name is not None:
            found[name] = f"{found[name]} {word.text}" if name in found else word.text
    return found
