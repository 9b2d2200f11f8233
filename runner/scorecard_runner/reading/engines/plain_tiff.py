"""A grey picture as an uncompressed TIFF: the form of plain pixels that Tesseract's library takes in without touching each.

It reads PGM byte by byte, which costs 3 in 100 of all its time. Pillow writes the same, but takes longer to load its TIFF
than this takes to write. Refuses any mode but `L`.
"""

import struct
from pathlib import Path

from PIL import Image

_LONG = 4
_TAG = struct.Struct("<HHII")
_WIDTH, _HEIGHT, _BITS, _COMPRESSION = 256, 257, 258, 259
_MEANING, _PIXELS_AT, _ROWS_A_STRIP, _PIXEL_BYTES = 262, 273, 278, 279
_UNCOMPRESSED, _BLACK_IS_ZERO = 1, 1
_PIXELS_FROM = 128
"""Bytes: header and tags end before."""


def save_plain_tiff(grey: Image.Image, path: Path) -> None:
    """Write the file.

    Raises:
        ValueError: the picture has another mode than `L`.
    """
    if grey.mode != "L":
        raise ValueError(f"no grey picture: {grey.mode}")
    with path.open("wb") as opened:
        opened.write(_head(*grey.size))
        opened.write(grey.tobytes())


def _head(width: int, height: int) -> bytes:
    values = {
        _WIDTH: width,
        _HEIGHT: height,
        _BITS: 8,
        _COMPRESSION: _UNCOMPRESSED,
        _MEANING: _BLACK_IS_ZERO,
        _PIXELS_AT: _PIXELS_FROM,
        _ROWS_A_STRIP: height,
        _PIXEL_BYTES: width * height,
    }
    tags = b"".join(_TAG.pack(tag, _LONG, 1, value) for tag, value in values.items())
    directory = struct.pack("<H", len(values)) + tags + struct.pack("<I", 0)
    return (b"II*\0" + struct.pack("<I", 8) + directory).ljust(_PIXELS_FROM, b"\0")
