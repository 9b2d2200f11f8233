"""Damage to files made of chunks: one chunk's content or length, or the order and number of chunks. Pure."""

from collections.abc import Mapping
from dataclasses import replace

from bench.accuracy.invented.dice import Dice
from bench.fuzz.bytes_damage import PLAIN_DAMAGES, overwrite_number
from bench.fuzz.chunks import BOXES, Chunk, Container

_FIRST_CHUNKS = 4
"""They hold sizes and depths."""

_SMALL_BYTES = 4_000
"""Larger chunks are not repeated hundreds of times."""

_BOXES_WITHIN: Mapping[bytes, int] = {b"meta": 4, b"iref": 4, b"iinf": 6, b"iprp": 0, b"ipco": 0}
"""Boxes that hold boxes, and the bytes before the first of those."""


def damage_chunks(data: bytes, dice: Dice, container: Container) -> bytes:
    """Damage the file at one chunk, or change the order and number of chunks."""
    chunks = container.split(data)
    if not chunks:
        return data
    damage = dice.pick((_damage_body, _damage_body, _damage_number, _damage_length, _drop, _repeat, _move, _fill))
    return container.join(data, damage(chunks, dice))


def damage_boxes(data: bytes, dice: Dice) -> bytes:
    """Damage a file of boxes at any depth; the boxes around the damage get their lengths back."""
    chunks = BOXES.split(data)
    inner = [place for place, chunk in enumerate(chunks) if chunk.kind in _BOXES_WITHIN]
    if not inner or dice.chance(0.2):
        return damage_chunks(data, dice, BOXES)
    place = dice.pick(inner)
    chunk = chunks[place]
    head = _BOXES_WITHIN[chunk.kind]
    body = chunk.body[:head] + damage_boxes(chunk.body[head:], dice)
    return BOXES.join(data, _with(chunks, place, replace(chunk, body=body)))


def _damage_body(chunks: list[Chunk], dice: Dice) -> list[Chunk]:
    place = dice.whole(0, len(chunks) - 1)
    body = chunks[place].body
    changed = dice.pick(PLAIN_DAMAGES)(body, dice) if body else dice.noise(16)
    return _with(chunks, place, replace(chunks[place], body=changed))


def _damage_number(chunks: list[Chunk], dice: Dice) -> list[Chunk]:
    place = dice.whole(0, min(len(chunks), _FIRST_CHUNKS) - 1)
    body = chunks[place].body
    return _with(chunks, place, replace(chunks[place], body=overwrite_number(body, dice) if body else b"\0"))


def _damage_length(chunks: list[Chunk], dice: Dice) -> list[Chunk]:
    place = dice.whole(0, len(chunks) - 1)
    honest = len(chunks[place].body)
    length = dice.pick((0, 1, honest - 1, honest + 1, honest * 2, 0xFFFF, 0x7FFF_FFFF, 0xFFFF_FFFF))
    return _with(chunks, place, replace(chunks[place], length=max(0, length)))


def _drop(chunks: list[Chunk], dice: Dice) -> list[Chunk]:
    place = dice.whole(0, len(chunks) - 1)
    return [*chunks[:place], *chunks[place + 1 :]]


def _repeat(chunks: list[Chunk], dice: Dice) -> list[Chunk]:
    place = dice.whole(0, len(chunks) - 1)
    times = dice.pick((2, 2, 3, 200 if len(chunks[place].body) < _SMALL_BYTES else 2))
    return [*chunks[:place], *[chunks[place]] * times, *chunks[place + 1 :]]


def _move(chunks: list[Chunk], dice: Dice) -> list[Chunk]:
    moved = list(chunks)
    chunk = moved.pop(dice.whole(0, len(chunks) - 1))
    moved.insert(dice.whole(0, len(moved)), chunk)
    return moved


def _fill(chunks: list[Chunk], dice: Dice) -> list[Chunk]:
    place = dice.whole(0, len(chunks) - 1)
    new = Chunk(dice.pick(chunks).kind, dice.noise(dice.whole(0, 64)))
    return [*chunks[:place], new, *chunks[place:]]


def _with(chunks: list[Chunk], place: int, chunk: Chunk) -> list[Chunk]:
    return [*chunks[:place], chunk, *chunks[place + 1 :]]
