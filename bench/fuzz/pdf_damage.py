"""Damage to PDF files: numbers, names, references, letters that are shown, the table of objects. Pure."""

import re
from collections.abc import Callable, Sequence

from bench.accuracy.invented.dice import Dice

_NUMBER = re.compile(rb"(?<![\w.])-?\d+(?:\.\d+)?(?![\w.])")
_NAME = re.compile(rb"/[A-Za-z][A-Za-z0-9]*")
_REFERENCE = re.compile(rb"\d+ 0 R")
_SHOWN = re.compile(rb"\(((?:[^()\\]|\\.)*)\)")
_OBJECT = re.compile(rb"\d+ 0 obj.*?endobj\n?", re.DOTALL)
_LENGTH = re.compile(rb"/Length \d+")

_NUMBERS = (
    *(b"0", b"1", b"-1", b"2", b"17", b"255", b"1000", b"65536", b"99999999", b"2147483647", b"-2147483648"),
    *(b"4294967296", b"1e9", b"0.0000001", b"-0.5", b"1.5", b"9" * 40, b"3.4e38", b"nan"),
)
_NAMES = (
    *(
        b"/Pages",
        b"/Page",
        b"/Kids",
        b"/Count",
        b"/Parent",
        b"/Contents",
        b"/Resources",
        b"/Font",
        b"/XObject",
        b"/Form",
    ),
    *(
        b"/Filter",
        b"/FlateDecode",
        b"/ASCIIHexDecode",
        b"/ASCII85Decode",
        b"/LZWDecode",
        b"/RunLengthDecode",
        b"/DCTDecode",
    ),
    *(b"/JPXDecode", b"/JBIG2Decode", b"/CCITTFaxDecode", b"/Encrypt", b"/ObjStm", b"/XRef", b"/Rotate", b"/CropBox"),
    *(b"/UserUnit", b"/Type3", b"/Type0", b"/SMask", b"/Pattern", b"/Shading", b"/Length", b"/Prev", b"/Length1"),
)
_WORDS = (
    *(b"0", b"-1", b"999999999999", b"1e308", b"NaN", b"60/11", b"(7.9 ov)", b"0.0", b"99.99", b"1/0", b"\\377\\376"),
    *(b"Total", b"Extras", b"Batter", b"Bowler", b"not out", b"c & b", b"run out", b"did not bat", b"Fall of wickets:"),
    *(b"5-3", b"Innings", b"vs", b"b", b"lbw b", b"*", b"0" * 400, b"A" * 4000, b"(((", b"2026-13-45", b"\\000"),
)


def damage_numbers(data: bytes, dice: Dice) -> bytes:
    """Replace one to three numbers, in the structure or in what is drawn."""
    for _ in range(dice.whole(1, 3)):
        data = _replaced(data, _NUMBER, dice.pick(_NUMBERS), dice)
    return data


def damage_names(data: bytes, dice: Dice) -> bytes:
    """Replace a name."""
    return _replaced(data, _NAME, dice.pick(_NAMES), dice)


def damage_references(data: bytes, dice: Dice) -> bytes:
    """Let a reference lead to another object, or to itself."""
    return _replaced(data, _REFERENCE, b"%d 0 R" % dice.whole(0, 12), dice)


def damage_words(data: bytes, dice: Dice) -> bytes:
    """Replace words of what is shown, some with a part of themselves: the reader has to understand what is left."""
    for _ in range(dice.whole(1, 4)):
        shown = [match for match in _SHOWN.finditer(data) if match[1].strip()]
        if not shown:
            return data
        match = dice.pick(shown)
        words = re.split(rb"( +)", match[1])
        words[dice.whole(0, len(words) - 1)] = dice.pick((*_WORDS, dice.pick(words), b""))
        data = data[: match.start(1)] + b"".join(words) + data[match.end(1) :]
    return data


def damage_objects(data: bytes, dice: Dice) -> bytes:
    """Leave an object out, say it twice, or give it another's number."""
    objects = list(_OBJECT.finditer(data))
    if not objects:
        return data
    match, other = dice.pick(objects), dice.pick(objects)
    new = dice.pick((b"", match[0] * 2, re.sub(rb"^\d+", re.match(rb"\d+", other[0])[0], match[0])))  # type: ignore[index]
    return data[: match.start()] + new + data[match.end() :]


def damage_streams(data: bytes, dice: Dice) -> bytes:
    """Put filters before a stream that it was not packed with, or a wrong length."""
    entry = dice.pick(
        (
            b"/Length 0",
            b"/Length 99999999",
            b"/Length 17 /Filter /FlateDecode",
            b"/Length 17 /Filter [" + b"/ASCIIHexDecode " * 50 + b"]",
            b"/Length 17 /Filter [/LZWDecode /RunLengthDecode /ASCII85Decode]",
            b"/Length 17 /DecodeParms << /Predictor 15 /Columns 2147483647 /Colors 32 >>",
        )
    )
    return _replaced(data, _LENGTH, entry, dice)


def _replaced(data: bytes, pattern: re.Pattern[bytes], new: bytes, dice: Dice) -> bytes:
    matches = list(pattern.finditer(data))
    if not matches:
        return data
    match = dice.pick(matches)
    return data[: match.start()] + new + data[match.end() :]


PDF_DAMAGES: Sequence[Callable[[bytes, Dice], bytes]] = (
    damage_numbers,
    damage_numbers,
    damage_words,
    damage_words,
    damage_names,
    damage_references,
    damage_objects,
    damage_streams,
)
