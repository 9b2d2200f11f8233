"""HEIC files by hand: the boxes around one coded tile, so that a few bytes can promise any picture.

No library here encodes HEIC; the tile itself comes from the file that the reader's own tests read.
"""

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from dev.paths import ROOT

SAMPLE = ROOT / "tests/scorecard_runner/reading/files/data/grey.heic"
TILE_SIDE = 64


def box(kind: bytes, *parts: bytes) -> bytes:
    """Return a box of that kind."""
    body = b"".join(parts)
    return struct.pack(">I", 8 + len(body)) + kind + body


def full_box(kind: bytes, version: int, *parts: bytes) -> bytes:
    """Return a box with a version, all flags off."""
    return box(kind, bytes([version, 0, 0, 0]), *parts)


@dataclass(frozen=True)
class Derived:
    """A picture made of others: a grid, an overlay or a copy of those it refers to."""

    kind: bytes
    content: bytes
    size: tuple[int, int]
    parts: tuple[int, ...]
    properties: tuple[bytes, ...] = field(default=())


def grid(columns: int, rows: int, size: tuple[int, int], parts: tuple[int, ...]) -> Derived:
    """Return a grid of parts; up to 256 a side."""
    return Derived(b"grid", struct.pack(">BBBBII", 0, 1, rows - 1, columns - 1, *size), size, parts)


def overlay(size: tuple[int, int], parts: tuple[int, ...]) -> Derived:
    """Return parts laid over each other at the upper left."""
    ground = struct.pack(">BB4HII", 0, 1, 0xFFFF, 0xFFFF, 0xFFFF, 0xFFFF, *size)
    return Derived(b"iovl", ground + bytes(8 * len(parts)), size, parts)


def copy_of(part: int, size: tuple[int, int], *properties: bytes) -> Derived:
    """Return a copy of a part, turned or cut by its properties."""
    return Derived(b"iden", b"", size, (part,), properties)


def turned(quarters: int) -> bytes:
    """Return the property that turns a picture."""
    return box(b"irot", bytes([quarters]))


def heif(*derived: Derived, tiles: int = 1) -> bytes:
    """Return a file whose first items are tiles with one content and whose last item is the picture to show."""
    items = [*[_Item(b"hvc1")] * tiles, *(_Item(each.kind, each) for each in derived)]
    tile = _tile()
    head = box(b"ftyp", b"heic", bytes(4), b"mif1heic")
    # The place of the tile is known once the size of everything before it is.
    size = len(_meta(items, tile, 0))
    meta = _meta(items, tile, len(head) + size + 8)
    return head + meta + box(b"mdat", tile.coded)


@dataclass(frozen=True)
class _Item:
    kind: bytes
    derived: Derived | None = None


@dataclass(frozen=True)
class _Tile:
    configuration: bytes
    coded: bytes


def _tile() -> _Tile:
    data = SAMPLE.read_bytes()
    start = data.index(b"hvcC") - 4
    configuration = data[start : start + int.from_bytes(data[start : start + 4], "big")]
    return _Tile(configuration, data[data.index(b"mdat") + 4 :])


def _meta(items: Sequence[_Item], tile: _Tile, tile_at: int) -> bytes:
    kinds = [full_box(b"infe", 2, struct.pack(">HH", number, 0), item.kind, b"\0") for number, item in _numbered(items)]
    derived = [(number, item.derived) for number, item in _numbered(items) if item.derived]
    return full_box(
        b"meta",
        0,
        full_box(b"hdlr", 0, bytes(4), b"pict", bytes(13)),
        full_box(b"pitm", 0, struct.pack(">H", len(items))),
        full_box(b"iinf", 0, struct.pack(">H", len(items)), *kinds),
        _properties(items, tile),
        full_box(b"iref", 0, *(_references(number, each) for number, each in derived)),
        box(b"idat", *(each.content for _, each in derived)),
        _places(items, tile, tile_at),
    )


def _numbered(items: Sequence[_Item]) -> Iterator[tuple[int, _Item]]:
    return enumerate(items, start=1)


def _references(number: int, picture: Derived) -> bytes:
    parts = struct.pack(f">{len(picture.parts)}H", *picture.parts)
    return box(b"dimg", struct.pack(">HH", number, len(picture.parts)), parts)


def _properties(items: Sequence[_Item], tile: _Tile) -> bytes:
    kept = [tile.configuration, _extent((TILE_SIDE, TILE_SIDE))]
    links = []
    for number, item in _numbered(items):
        if item.derived is None:
            links.append(struct.pack(">HBBB", number, 2, 0x81, 2))
            continue
        own = [_extent(item.derived.size), *item.derived.properties]
        links.append(struct.pack(">HB", number, len(own)) + bytes(range(len(kept) + 1, len(kept) + 1 + len(own))))
        kept += own
    return box(b"iprp", box(b"ipco", *kept), full_box(b"ipma", 0, struct.pack(">I", len(links)), *links))


def _extent(size: tuple[int, int]) -> bytes:
    return full_box(b"ispe", 0, struct.pack(">II", *size))


def _places(items: Sequence[_Item], tile: _Tile, tile_at: int) -> bytes:
    entries, at = [], 0
    for number, item in _numbered(items):
        if item.derived is None:
            entries.append(struct.pack(">HHHHII", number, 0, 0, 1, tile_at, len(tile.coded)))
            continue
        entries.append(struct.pack(">HHHHII", number, 1, 0, 1, at, len(item.derived.content)))
        at += len(item.derived.content)
    return full_box(b"iloc", 1, b"\x44\x00", struct.pack(">H", len(entries)), *entries)
