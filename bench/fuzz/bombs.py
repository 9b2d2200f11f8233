"""Pictures made to cost memory or time: few bytes that promise or hold millions of pixels, chunks without end.

Each comes with a weight: those that are read honestly and slowly are drawn less often.
"""

import struct
import zlib
from collections.abc import Iterator

from PIL import Image, PngImagePlugin

from bench.fuzz.card import WHOLE, encoded, picture_of
from bench.fuzz.heif_boxes import TILE_SIDE, copy_of, grid, heif, overlay
from bench.fuzz.seeds import seeds_of
from bench.fuzz.sorts import Sort

Weighted = tuple[bytes, float]
QUICK, SLOW = 1.0, 0.08

_MOST_SIDE = 12_000
_EXIF_SEGMENT = 65_000


def picture_bombs() -> Iterator[Weighted]:
    """Yield all of them with their weights."""
    yield from _png_bombs()
    yield from _jpeg_bombs()
    yield from _webp_bombs()
    yield from _tiff_bombs()
    yield from _heic_bombs()


def _png_bombs() -> Iterator[Weighted]:
    for size in ((60_000, 60_000), (0x7FFF_FFFF, 0x7FFF_FFFF), (0, 0), (1, 1), (_MOST_SIDE + 1, 20), (8_000, 6_000)):
        yield _png_that_claims(size), QUICK
    for size in ((_MOST_SIDE, 16), (16, _MOST_SIDE), (_MOST_SIDE, 60)):
        yield encoded(Image.new("L", size, 255), "PNG"), QUICK
    yield encoded(Image.new("1", (_MOST_SIDE, 3_333), 1), "PNG"), SLOW
    yield encoded(Image.new("RGBA", (6_000, 6_000), (9, 9, 9, 9)), "PNG", compress_level=1), SLOW
    text = PngImagePlugin.PngInfo()
    text.add_text("Comment", "0" * 30_000_000, zip=True)
    yield encoded(picture_of(WHOLE), "PNG", pnginfo=text), QUICK
    yield encoded(picture_of(WHOLE), "PNG", icc_profile=bytes(30_000_000)), QUICK
    yield _with_chunks(seeds_of(Sort.PNG)[0], b"tEXt", b"a\0b", 60_000), QUICK
    frames = [picture_of(WHOLE).rotate(turn) for turn in range(30)]
    yield encoded(frames[0], "PNG", save_all=True, append_images=frames[1:]), QUICK


def _png_that_claims(size: tuple[int, int]) -> bytes:
    header = struct.pack(">IIBBBBB", *size, 8, 2, 0, 0, 0)
    chunks = (b"IHDR", header), (b"IDAT", zlib.compress(bytes(1_000_000))), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, body) for kind, body in chunks)


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def _with_chunks(png: bytes, kind: bytes, body: bytes, count: int) -> bytes:
    after_header = 33
    return png[:after_header] + _chunk(kind, body) * count + png[after_header:]


def _jpeg_bombs() -> Iterator[Weighted]:
    plain = seeds_of(Sort.JPEG)[0]
    frame = plain.index(b"\xff\xc0") + 5
    for height, width in ((65_535, 65_535), (3_000, _MOST_SIDE), (0, 400), (10, 10), (65_535, 16)):
        weight = SLOW if height * width in range(1_000_000, 40_000_001) else QUICK
        yield plain[:frame] + struct.pack(">HH", height, width) + plain[frame + 4 :], weight
    for content in (bytes(_EXIF_SEGMENT), _exif_that_holds_itself()):
        segment = b"\xff\xe1" + struct.pack(">H", len(content) + 8) + b"Exif\0\0" + content
        yield plain[:2] + segment + plain[2:], QUICK
        yield plain[:2] + segment * 60 + plain[2:], QUICK
    yield plain[:2] + b"\xff\xfe\0\2" * 200_000 + plain[2:], QUICK
    scans = seeds_of(Sort.JPEG)[2]
    start = scans.index(b"\xff\xda")
    yield scans[:start] + scans[start:-2] * 100 + scans[-2:], QUICK
    yield encoded(Image.new("L", (7_000, 5_000), 255), "JPEG", progressive=True), SLOW
    for orientation in (0, 2, 5, 9, 65_535):
        exif = Image.Exif()
        exif[0x0112] = orientation
        yield encoded(picture_of(WHOLE), "JPEG", exif=exif), QUICK


def _exif_that_holds_itself() -> bytes:
    entries = [struct.pack("<HHII", tag, 4, 1, 8) for tag in (0x8769, 0x8825, 0xA005, 0x014A)]
    return b"II*\0" + struct.pack("<IH", 8, len(entries)) + b"".join(entries) + struct.pack("<I", 8)


def _webp_bombs() -> Iterator[Weighted]:
    yield encoded(Image.new("RGB", (_MOST_SIDE, 3_000), "white"), "WEBP", lossless=True, method=0), SLOW
    frames = [picture_of(WHOLE, "RGB").rotate(turn) for turn in range(20)]
    yield encoded(frames[0], "WEBP", save_all=True, append_images=frames[1:]), QUICK
    extended = seeds_of(Sort.WEBP)[1]
    at = extended.index(b"VP8X") + 12
    yield extended[:at] + b"\xff" * 6 + extended[at + 6 :], QUICK


def _tiff_bombs() -> Iterator[Weighted]:
    yield _tiff_of_pages(21), QUICK
    yield _tiff_of_pages(5_000), QUICK
    yield _tiff_of_pages(60_000), QUICK
    sheet = Image.new("1", (_MOST_SIDE, 3_000), 1)
    yield encoded(sheet, "TIFF", compression="group4"), SLOW
    yield encoded(sheet, "TIFF", compression="group4", save_all=True, append_images=[sheet] * 5), SLOW / 4
    yield encoded(Image.new("L", (6_000, 6_000)), "TIFF", compression="tiff_adobe_deflate"), SLOW
    yield encoded(Image.new("F", (4_000, 4_000)), "TIFF", compression="tiff_adobe_deflate"), SLOW
    yield encoded(picture_of(WHOLE), "TIFF", strip_size=1, compression="tiff_lzw"), QUICK


def _tiff_of_pages(count: int) -> bytes:
    """Return a TIFF whose pages all show the same 64 grey rows; a page costs 90 bytes."""
    side, first = 64, 8 + 64 * 64
    tags = (256, side), (257, side), (258, 8), (259, 1), (262, 1), (273, 8), (279, side * side)
    entries = b"".join(struct.pack("<HHII", tag, 4, 1, value) for tag, value in tags)
    size = 2 + len(entries) + 4
    pages = (
        struct.pack("<H", len(tags)) + entries + struct.pack("<I", first + size * number if number < count else 0)
        for number in range(1, count + 1)
    )
    return b"II*\0" + struct.pack("<I", first) + b"\x80" * (side * side) + b"".join(pages)


def _heic_bombs() -> Iterator[Weighted]:
    side = TILE_SIDE
    for columns, rows in ((31, 31), (2, 1)):
        count = columns * rows
        yield heif(grid(columns, rows, (columns * side, rows * side), tuple(range(1, count + 1))), tiles=count), QUICK
    yield heif(grid(2, 2, (60_000, 60_000), (1, 2, 3, 4)), tiles=4), QUICK
    yield heif(overlay((_MOST_SIDE, 3_000), (1, 2)), tiles=2), SLOW
    yield heif(overlay((120_000, 90_000), (1, 2)), tiles=2), QUICK
    yield heif(grid(1, 1, (side, side), (2,))), QUICK
    yield heif(copy_of(1, (side, side)), *(copy_of(number, (side, side)) for number in range(2, 90))), QUICK
    yield heif(grid(256, 256, (256 * side, 256 * side), (1,) * 65_535)), QUICK
