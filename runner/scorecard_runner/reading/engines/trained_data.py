"""Language data of Tesseract without what its neural engine never reads: two thirds of a file, all of it read at each start.

A file begins with the number of its parts and with the place of each (-1 where it has none); which part is which is told by
its number, as in Tesseract's `TessdataType`. Refuses to touch a file of any other form.
"""

import struct
from itertools import pairwise
from pathlib import Path

_NETWORK = 17
_KEPT = frozenset({0, *range(_NETWORK, 24)})
"""The language's own options; the network with its letters, codes and word lists; and the version."""

_MOST_PARTS = 100  # there are 24
_COUNT = struct.Struct("<i")
_PLACE_BYTES = 8


def copy_neural_parts(source: Path, target: Path) -> bool:
    """Write what the neural engine reads of a file; False and nothing written if the file has another form, or no network.

    Raises:
        OSError: the one cannot be read, or the other not be written.
    """
    with source.open("rb") as opened:
        spans = _spans(opened.read(_COUNT.size + _PLACE_BYTES * _MOST_PARTS), source.stat().st_size)
        parts: dict[int, bytes] = {}
        for number in sorted(_KEPT & spans.keys()):
            start, end = spans[number]
            opened.seek(start)
            parts[number] = opened.read(end - start)
    if _NETWORK not in parts:
        return False
    target.write_bytes(_joined(parts))
    return True


def _spans(header: bytes, size: int) -> dict[int, tuple[int, int]]:
    """Return where each part that there is begins and ends; none if the places make no sense."""
    if len(header) < _COUNT.size:
        return {}
    (count,) = _COUNT.unpack_from(header)
    first = _COUNT.size + _PLACE_BYTES * count
    if not 0 < count <= _MOST_PARTS or len(header) < first:
        return {}
    places = struct.unpack_from(f"<{count}q", header, _COUNT.size)
    known = sorted((place, number) for number, place in enumerate(places) if place >= 0)
    if not known or known[0][0] < first or known[-1][0] > size:
        return {}
    return {number: (start, end) for (start, number), (end, _) in pairwise([*known, (size, count)])}


def _joined(parts: dict[int, bytes]) -> bytes:
    """Return a file of these parts."""
    count = max(_KEPT) + 1
    places, end = [-1] * count, _COUNT.size + _PLACE_BYTES * count
    for number, part in parts.items():
        places[number], end = end, end + len(part)
    return b"".join([_COUNT.pack(count), struct.pack(f"<{count}q", *places), *parts.values()])
