"""Damage that knows nothing of formats: bits, runs, cuts, copies, numbers and pieces of other files.

Pure: the same bytes and dice give the same bytes.
"""

import struct
from collections.abc import Callable, Sequence

from bench.accuracy.invented.dice import Dice

_LONGEST_RUN = 64
_EDGE_NUMBERS = (
    0,
    1,
    2,
    3,
    7,
    8,
    0x7F,
    0x80,
    0xFF,
    0x100,
    0x7FFF,
    0x8000,
    0xFFFF,
    0x7FFF_FFFF,
    0x8000_0000,
    0xFFFF_FFFF,
)
_WIDTHS = ((1, "B"), (2, "H"), (4, "I"))


def flip_bits(data: bytes, dice: Dice) -> bytes:
    """Turn over one to eight bits."""
    changed = bytearray(data)
    for _ in range(dice.whole(1, 8)):
        changed[dice.whole(0, len(data) - 1)] ^= 1 << dice.whole(0, 7)
    return bytes(changed)


def overwrite_run(data: bytes, dice: Dice) -> bytes:
    """Write noise, noughts or ones over a run of bytes."""
    start, length = _run(data, dice)
    new = dice.pick((bytes(length), b"\xff" * length, dice.noise(length)))
    return data[:start] + new + data[start + length :]


def overwrite_number(data: bytes, dice: Dice) -> bytes:
    """Write a number at the edge of what fits over one, two or four bytes."""
    width, code = dice.pick(_WIDTHS)
    number = dice.pick(_EDGE_NUMBERS) % (1 << 8 * width)
    start = dice.whole(0, max(0, len(data) - width))
    return data[:start] + struct.pack(dice.pick("<>") + code, number) + data[start + width :]


def cut_off(data: bytes, dice: Dice) -> bytes:
    """End the file early."""
    return data[: dice.whole(0, len(data) - 1)]


def cut_out(data: bytes, dice: Dice) -> bytes:
    """Leave out a run of bytes."""
    start, length = _run(data, dice)
    return data[:start] + data[start + length :]


def insert_noise(data: bytes, dice: Dice) -> bytes:
    """Put noise between two bytes."""
    start, length = _run(data, dice)
    return data[:start] + dice.noise(length) + data[start:]


def repeat_piece(data: bytes, dice: Dice) -> bytes:
    """Say a piece of the file twice or up to fifty times."""
    start = dice.whole(0, len(data) - 1)
    end = dice.whole(start, min(len(data), start + 2000))
    return data[:end] + data[start:end] * dice.pick((1, 1, 2, 50)) + data[end:]


def swap_pieces(data: bytes, dice: Dice) -> bytes:
    """Let two neighbouring pieces change places."""
    first, second, third = sorted(dice.whole(0, len(data)) for _ in range(3))
    return data[:first] + data[second:third] + data[first:second] + data[third:]


def splice(data: bytes, other: bytes, dice: Dice) -> bytes:
    """Begin like one file and end like another."""
    return data[: dice.whole(0, len(data))] + other[dice.whole(0, len(other)) :]


PLAIN_DAMAGES: Sequence[Callable[[bytes, Dice], bytes]] = (
    flip_bits,
    flip_bits,
    overwrite_run,
    overwrite_number,
    overwrite_number,
    cut_off,
    cut_out,
    insert_noise,
    repeat_piece,
    swap_pieces,
)


def _run(data: bytes, dice: Dice) -> tuple[int, int]:
    start = dice.whole(0, len(data) - 1)
    return start, dice.whole(1, min(_LONGEST_RUN, len(data) - start))
