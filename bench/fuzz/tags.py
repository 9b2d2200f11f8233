"""Damage to the directories of TIFF files: tags, types, counts, places and the way to the next page.

Pure. Directories that the damage made unreachable are left alone.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from bench.accuracy.invented.dice import Dice

_ENTRY = 12
_MOST_DIRECTORIES = 50
_TAGS = (
    256,
    257,
    258,
    259,
    262,
    273,
    274,
    277,
    278,
    279,
    282,
    284,
    317,
    320,
    322,
    323,
    324,
    325,
    330,
    338,
    339,
    347,
    34665,
)
_TYPES = (0, 1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12, 13, 16, 99)
_COUNTS = (0, 1, 2, 3, 255, 65_535, 0x1000_0000, 0x7FFF_FFFF, 0xFFFF_FFFF)
_VALUES = (0, 1, 2, 3, 5, 6, 7, 8, 16, 255, 4_096, 12_001, 65_535, 0x7FFF_FFFF, 0xFFFF_FFFF)


@dataclass(frozen=True)
class _Directory:
    start: int
    entries: int
    """How many."""

    @property
    def next_at(self) -> int:
        return self.start + 2 + _ENTRY * self.entries


def damage_tags(data: bytes, dice: Dice) -> bytes:
    """Damage one entry of a directory, or lead the way to the next page elsewhere."""
    order = "<" if data[:2] == b"II" else ">"
    directories = list(_directories(data, order))
    if not directories:
        return data
    directory = dice.pick(directories)
    if dice.chance(0.15) or not directory.entries:
        place = dice.pick([0, directory.start, *(each.start for each in directories), dice.whole(0, len(data))])
        return _written(data, directory.next_at, struct.pack(order + "I", place))
    entry = directory.start + 2 + _ENTRY * dice.whole(0, directory.entries - 1)
    code, offset, number = dice.pick(
        (
            ("H", 0, dice.pick(_TAGS)),
            ("H", 2, dice.pick(_TYPES)),
            ("I", 4, dice.pick(_COUNTS)),
            ("I", 8, dice.pick(_VALUES)),
            ("H", 8, dice.pick(_VALUES) % 0x1_0000),
            ("I", 8, dice.whole(0, len(data))),
        )
    )
    return _written(data, entry + offset, struct.pack(order + code, number))


def _directories(data: bytes, order: str) -> Iterator[_Directory]:
    seen: set[int] = set()
    at = _number(data, 4, order + "I")
    while at is not None and at and at not in seen and len(seen) < _MOST_DIRECTORIES:
        seen.add(at)
        entries = _number(data, at, order + "H")
        if entries is None:
            return
        directory = _Directory(at, entries)
        at = _number(data, directory.next_at, order + "I")
        if at is None:
            return
        yield directory


def _number(data: bytes, at: int, code: str) -> int | None:
    size = struct.calcsize(code)
    return struct.unpack(code, data[at : at + size])[0] if at + size <= len(data) else None


def _written(data: bytes, at: int, new: bytes) -> bytes:
    return data[:at] + new + data[at + len(new) :]
