"""The sums of an innings in a row of tiles, each with its name above or below what it says: `TOTAL OVERS EXTRAS` over `150 37.3 14`.

They become lines of their own, as they would stand below a table. Refuses rows with a word that names no sum, tables of
sums, and names whose values cannot be told apart.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from scorecard_runner.reading.geometry import Box, enclosing
from scorecard_runner.reading.page.entries import is_open
from scorecard_runner.reading.page.lines import Line, Phrase
from scorecard_runner.reading.tables.sum_tables import find_sum_table
from scorecard_runner.reading.tables.vocabulary import fold
from scorecard_runner.reading.words import Word

_TOTAL, _OVERS, _WICKETS, _EXTRAS, _OTHER = "Total", "Overs", "Wickets", "Extras", ""
_NAMES = {
    **dict.fromkeys(("total", "score", "runs", "inningstotal", "totalruns", "totalscore"), _TOTAL),
    **dict.fromkeys(("overs", "ovs", "ov", "oversfaced", "oversbowled"), _OVERS),
    **dict.fromkeys(("wickets", "wkts", "wicketslost", "wktslost"), _WICKETS),
    **dict.fromkeys(("extras", "sundries", "totalextras"), _EXTRAS),
    **dict.fromkeys(("runrate", "rpo", "rr", "crr", "rate", "runsperover", "currentrunrate"), _OTHER),
    **dict.fromkeys(("fours", "sixes", "boundaries", "minutes", "mins", "time", "target", "balls"), _OTHER),
}
_TELLING = ("total", "score", "inningstotal", "totalruns", "totalscore", "extras", "sundries", "totalextras")
_LONGEST_NAME = 3  # words
_LEAST_TILES = 2
_MOST_LINES = 3
_NEXT_LINE = 3.0  # letter heights between a name and what it says
_SAME_EDGE = 0.6  # letter heights


@dataclass(frozen=True)
class _Tile:
    """The name of a sum, where it is printed, and what stands with it."""

    name: str
    words: tuple[Word, ...]
    said: tuple[Word, ...] = ()

    @property
    def box(self) -> Box:
        return enclosing(word.box for word in self.words)

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.said)


def with_tiles_read(lines: Sequence[Line]) -> list[Line]:
    """Return the lines with each row of tiles as a line of the total and one of the extras."""
    found: list[Line] = []
    at = 0
    while at < len(lines):
        tiles = _tiles(lines[at]) if find_sum_table(lines[at:]) is None else ()
        below, count = _with_lines_below(tiles, lines[at + 1 :])
        above = _filled(tiles, found[-1]) if tiles and not below and found and _is_near(found[-1], lines[at]) else ()
        if above:
            found.pop()
        found += _sums(below or above) if below or above else [lines[at]]
        at += 1 + (count if below else 0)
    return found


def _tiles(line: Line) -> tuple[_Tile, ...]:
    """Return the names in the line; nothing if a word of it names none, or no word is surely that of a sum."""
    tiles: list[_Tile] = []
    words = list(line.words)
    while words:
        runs = (words[:length] for length in range(min(_LONGEST_NAME, len(words)), 0, -1))
        run = next((run for run in runs if fold("".join(word.text for word in run)) in _NAMES), None)
        if run is None:
            return ()
        tiles.append(_Tile(_NAMES[fold("".join(word.text for word in run))], tuple(run)))
        words = words[len(run) :]
    named = [tile.name for tile in tiles if tile.name]
    is_telling = any(fold("".join(word.text for word in tile.words)) in _TELLING for tile in tiles)
    is_distinct = len(set(named)) == len(named) >= _LEAST_TILES
    return tuple(tiles) if is_telling and is_distinct else ()


def _with_lines_below(tiles: Sequence[_Tile], lines: Sequence[Line]) -> tuple[tuple[_Tile, ...], int]:
    """Return the tiles with what stands below their names, and how many lines that are; a long one is wrapped."""
    if not tiles or not lines or not _is_near(lines[0], Line((Phrase(tiles[0].words),))):
        return (), 0
    filled, count = _filled(tiles, lines[0]), 1
    while filled and count < min(_MOST_LINES, len(lines)) and any(is_open(tile.text) for tile in filled):
        further = _filled(filled, lines[count], is_wrapped=True)
        if not further or not _is_near(lines[count], lines[count - 1]):
            break
        filled, count = further, count + 1
    return filled, count


def _is_near(one: Line, other: Line) -> bool:
    return abs(one.box.centre_y - other.box.centre_y) <= _NEXT_LINE * max(one.box.height, other.box.height)


def _filled(tiles: Sequence[_Tile], line: Line, *, is_wrapped: bool = False) -> tuple[_Tile, ...]:
    """Return the tiles with the words of the line added to them; nothing if a sum is left without a number."""
    shares: dict[int, list[Word]] = {}
    for part in (part for phrase in line.phrases for part in _cut(phrase, tiles)):
        nearest = min(range(len(tiles)), key=lambda at: _away(part.box, tiles[at].box))
        if nearest in shares and not is_wrapped:
            return ()
        shares.setdefault(nearest, []).extend(part.words)
    filled = tuple(replace(tile, said=(*tile.said, *shares.get(at, ()))) for at, tile in enumerate(tiles))
    return filled if all(not tile.name or _has_number(tile.text) for tile in filled) else ()


def _cut(phrase: Phrase, tiles: Sequence[_Tile]) -> Iterator[Phrase]:
    """Cut the phrase where a word stands below the beginning of a name."""
    part: list[Word] = []
    for word in phrase.words:
        if part and any(abs(word.box.left - tile.box.left) <= _SAME_EDGE * word.box.height for tile in tiles):
            yield Phrase(tuple(part))
            part = []
        part.append(word)
    yield Phrase(tuple(part))


def _away(said: Box, name: Box) -> float:
    """Return how far what is said stands from below the name: by its left edge, its middle or its right one."""
    return min(abs(said.left - name.left), abs(said.centre_x - name.centre_x), abs(said.right - name.right))


def _has_number(text: str) -> bool:
    return re.search(r"\d", text) is not None


def _sums(tiles: Sequence[_Tile]) -> Iterator[Line]:
    """Yield the lines: wickets and overs with the total, the number first, as scores are written."""
    by_name = {tile.name: tile for tile in tiles if tile.name}
    total = by_name.get(_TOTAL)
    beside = [by_name[name] for name in (_WICKETS, _OVERS) if name in by_name]
    if total is not None:
        further = [word for tile in beside for word in (*tile.said, _named(tile))]
        yield Line((Phrase((_named(total), *total.said, *further)),))
    else:
        yield from (Line((Phrase((_named(tile), *tile.said)),)) for tile in beside)
    if extras := by_name.get(_EXTRAS):
        yield Line((Phrase((_named(extras), *extras.said)),))


def _named(tile: _Tile) -> Word:
    return replace(tile.words[0], text=tile.name)
