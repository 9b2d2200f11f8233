"""Seed, sort and number of a file to its bytes: the same ones on every machine with the same libraries. Pure."""

import hashlib
import zlib
from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial

from bench.accuracy.invented.dice import Dice
from bench.fuzz.bombs import picture_bombs
from bench.fuzz.bytes_damage import PLAIN_DAMAGES, splice
from bench.fuzz.chunk_damage import damage_boxes, damage_chunks
from bench.fuzz.chunks import JPEG, PNG, RIFF
from bench.fuzz.pdf_bombs import pdf_bombs
from bench.fuzz.pdf_damage import PDF_DAMAGES
from bench.fuzz.pretenders import pretenders
from bench.fuzz.seeds import seeds_of
from bench.fuzz.sorts import Sort
from bench.fuzz.tags import damage_tags

Damage = Callable[[bytes, Dice], bytes]

_DAMAGES = (1, 1, 1, 2, 2, 3, 4)  # more of them are refused sooner, and show less
_INFORMED = 0.6  # of damages know the format
_KNOWING: Mapping[tuple[int, bytes], Sequence[Damage]] = {
    (0, b"\x89PNG"): [partial(damage_chunks, container=PNG)],
    (0, b"\xff\xd8"): [partial(damage_chunks, container=JPEG)],
    (0, b"RIFF"): [partial(damage_chunks, container=RIFF)],
    (0, b"II*\0"): [damage_tags],
    (0, b"MM\0*"): [damage_tags],
    (4, b"ftyp"): [damage_boxes],
}
"""Where a signature stands in a file, and the damages that know what follows it."""

_SPLICED = 0.06


def make_file(sort: Sort, seed: int, number: int) -> bytes:
    """Return the file of that number; the first ones of a sort are those it starts from, undamaged."""
    starts = _starts(sort)
    if number < len(starts):
        return starts[number][0]
    name = hashlib.sha256(f"{seed} {sort} {number}".encode()).digest()
    return _damaged(starts, Dice(int.from_bytes(name[:8], "big")))


@cache
def _starts(sort: Sort) -> tuple[tuple[bytes, float], ...]:
    """Return the undamaged files with how often, relative to each other, they are drawn."""
    if sort is Sort.PRETENDER:
        return tuple((data, 1.0) for data in pretenders())
    if sort is Sort.HOSTILE:
        # Quick ones first, mixed, so that the first few hundred files show all of them.
        return tuple(sorted((*picture_bombs(), *pdf_bombs()), key=lambda start: (-start[1], zlib.crc32(start[0]))))
    return tuple((data, 1.0) for data in seeds_of(sort))


def _damaged(starts: tuple[tuple[bytes, float], ...], dice: Dice) -> bytes:
    data = dice.weighted(starts)
    for _ in range(dice.pick(_DAMAGES)):
        if not data:
            return dice.noise(dice.whole(0, 40))
        is_spliced = dice.chance(_SPLICED)
        data = splice(data, dice.weighted(starts), dice) if is_spliced else _damage_for(data, dice)(data, dice)
    return data


def _damage_for(data: bytes, dice: Dice) -> Damage:
    """Return a damage that knows the format, as far as the file still has one."""
    if not dice.chance(_INFORMED):
        return dice.pick(PLAIN_DAMAGES)
    for (at, signature), damages in _KNOWING.items():
        if data.startswith(signature, at):
            return dice.pick(damages)
    return dice.pick(PDF_DAMAGES if b"%PDF-" in data[:1024] else PLAIN_DAMAGES)
