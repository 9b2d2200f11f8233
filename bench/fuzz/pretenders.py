"""Files that are something else than they seem: other formats, signatures with nothing behind them, two files in one."""

import base64
import gzip
import json
import zipfile
from collections.abc import Iterator
from functools import cache
from io import BytesIO

from bench.fuzz.card import WHOLE, encoded, picture_of
from bench.fuzz.seeds import seeds_of
from bench.fuzz.sorts import Sort

_FORMATS = (Sort.PNG, Sort.JPEG, Sort.WEBP, Sort.TIFF, Sort.HEIC, Sort.PDF_DIGITAL)
_SIGNATURE_BYTES = 12
_SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text x="1" y="8">Kent 60/2</text></svg>'
_ENTITIES = b'<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><svg>&b;</svg>'


@cache
def pretenders() -> tuple[bytes, ...]:
    """Return all of them, undamaged."""
    return (*_texts(), *_other_formats(), *_beginnings(), *_two_in_one())


def _texts() -> Iterator[bytes]:
    pdf, png = _first(Sort.PDF_DIGITAL), _first(Sort.PNG)
    yield b""
    yield b"\0"
    yield b"\n"
    yield WHOLE.encode()
    yield "\ufeffKent innings".encode("utf-16")
    yield base64.b64encode(pdf)
    yield base64.encodebytes(png)
    yield b"data:image/png;base64," + base64.b64encode(png)
    yield json.dumps({"document": {"innings": []}}).encode() + b"\n"
    yield b'{"error": {"reason": "NotAScorecard", "message": "", "hint": ""}}\n'
    yield _SVG
    yield _ENTITIES
    yield b"<!DOCTYPE html><html><body>Not found</body></html>"
    yield b"{\\rtf1 Kent 60/2}"
    yield b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 90 90\nshowpage\n"


def _other_formats() -> Iterator[bytes]:
    card = picture_of(WHOLE)
    for name in ("GIF", "BMP", "ICO", "PPM", "TGA", "PCX", "JPEG2000", "ICNS", "DDS", "SGI"):
        yield encoded(card.convert("RGB") if name == "DDS" else card, name)
    frame = card.convert("P")
    yield encoded(frame, "GIF", save_all=True, append_images=[frame.rotate(180)])
    yield encoded(card, "TIFF", big_tiff=True)
    yield _zip()
    yield gzip.compress(_first(Sort.PNG), mtime=0)
    yield b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
    yield b"\x7fELF\x02\x01\x01" + bytes(57)
    yield b"RIFF\x24\0\0\0WAVEfmt \x10\0\0\0" + bytes(24)
    yield b"RIFF\x24\0\0\0AVI LIST" + bytes(24)
    yield b"\0\0\0\x18ftypisom\0\0\2\0isomiso2" + b"\0\0\0\x08moov"
    yield b"\0\0\0\x1cftypavif\0\0\0\0mif1avifmiaf" + bytes(40)
    yield b"\x1a\x45\xdf\xa3" + bytes(60)
    yield b"\0\0\0\x0cJXL \x0d\x0a\x87\x0a" + bytes(40)


def _zip() -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as packed:
        # A fixed time: the same seed makes the same file on any day.
        packed.writestr(zipfile.ZipInfo("card.png", (2000, 1, 1, 0, 0, 0)), _first(Sort.PNG))
    return buffer.getvalue()


def _beginnings() -> Iterator[bytes]:
    for sort in _FORMATS:
        data = _first(sort)
        yield data[:_SIGNATURE_BYTES]
        yield data[:_SIGNATURE_BYTES] + bytes(500)
        yield data[:_SIGNATURE_BYTES] + b"\xff" * 500
        yield data[: len(data) // 2]
        yield data[:-1]


def _two_in_one() -> Iterator[bytes]:
    files = [_first(sort) for sort in _FORMATS]
    png, jpeg, webp, tiff, heic, pdf = files
    for inner in files:
        for outer in files:
            if inner is not outer:
                yield outer[:_SIGNATURE_BYTES] + inner
                yield outer + inner
    yield b"GIF89a" + pdf
    yield b"PK\x03\x04" + bytes(26) + pdf
    yield b"<html>" + pdf + b"</html>"
    yield pdf + _zip()
    yield jpeg[:2] + b"\xff\xfe" + (len(pdf) + 2).to_bytes(2, "big") + pdf + jpeg[2:]
    yield b" " * 1020 + pdf
    yield b" " * 1000 + pdf
    yield tiff.replace(b"II*\0", b"MM\0*", 1)
    yield heic.replace(b"ftypheic", b"ftypmsf1", 1)
    yield webp.replace(b"WEBPVP8 ", b"WEBPVP8L", 1)
    yield png.replace(b"IHDR", b"IHDX", 1)


def _first(sort: Sort) -> bytes:
    return seeds_of(sort)[0]
