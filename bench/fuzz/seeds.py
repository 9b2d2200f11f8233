"""The undamaged files of every format, made here: small, so that a broken copy of one is read in no time."""

import time
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from PIL import Image

from bench.fuzz import pdf_objects
from bench.fuzz.card import FIRST_PAGE, SECOND_PAGE, WHOLE, encoded, picture_of
from bench.fuzz.heif_boxes import SAMPLE, TILE_SIDE, copy_of, grid, heif, overlay, turned
from bench.fuzz.sorts import Sort

_ORIENTATION = 0x0112
_DESCRIPTION = 0x010E
_QUARTER_TURN = 6


@cache
def seeds_of(sort: Sort) -> tuple[bytes, ...]:
    """Return the undamaged files of a format; none for the sorts that are no format."""
    make = _MAKERS.get(sort)
    return tuple(make()) if make else ()


def _pngs() -> list[bytes]:
    see_through = picture_of(WHOLE, "RGBA")
    see_through.putalpha(picture_of(WHOLE).point([255 - level for level in range(256)]))
    return [
        *(encoded(picture_of(WHOLE, mode), "PNG") for mode in ("L", "RGB", "P", "1", "LA")),
        encoded(see_through, "PNG"),
        encoded(picture_of(WHOLE).convert("I;16"), "PNG"),
        encoded(picture_of(WHOLE), "PNG", dpi=(300, 300), exif=_exif(), compress_level=0),
    ]


def _jpegs() -> list[bytes]:
    grey, coloured = picture_of(WHOLE), picture_of(WHOLE, "RGB")
    return [
        encoded(grey, "JPEG"),
        encoded(coloured, "JPEG", exif=_exif(), comment=b"made of noughts"),
        encoded(coloured, "JPEG", progressive=True, subsampling="4:2:0"),
        encoded(coloured.convert("CMYK"), "JPEG"),
        encoded(grey, "JPEG", restart_marker_rows=1),
    ]


def _webps() -> list[bytes]:
    coloured = picture_of(WHOLE, "RGB")
    return [
        encoded(coloured, "WEBP", quality=60),
        encoded(coloured, "WEBP", lossless=True, exif=_exif()),
        encoded(picture_of(WHOLE, "RGBA"), "WEBP", quality=60),
        encoded(coloured, "WEBP", save_all=True, append_images=[picture_of(FIRST_PAGE, "RGB").resize(coloured.size)]),
    ]


def _tiffs() -> list[bytes]:
    grey = picture_of(WHOLE)
    packed = ("tiff_lzw", "tiff_adobe_deflate", "packbits", "jpeg")
    return [
        encoded(grey, "TIFF", description="a card"),
        *(encoded(grey, "TIFF", compression=each) for each in packed),
        *(encoded(picture_of(WHOLE, "1"), "TIFF", compression=each) for each in ("group3", "group4")),
        encoded(picture_of(WHOLE, "RGB"), "TIFF", exif=_exif()),
        encoded(picture_of(WHOLE, "P"), "TIFF", compression="tiff_lzw"),
        encoded(grey.convert("I;16"), "TIFF"),
        encoded(grey.convert("F"), "TIFF"),
    ]


def _tiffs_of_pages() -> list[bytes]:
    sheets = [picture_of(FIRST_PAGE), picture_of(SECOND_PAGE), picture_of(FIRST_PAGE, "1")]
    return [
        encoded(sheets[0], "TIFF", save_all=True, append_images=sheets[1:2]),
        encoded(sheets[0], "TIFF", save_all=True, append_images=sheets[1:], compression="tiff_lzw"),
        encoded(sheets[0], "TIFF", save_all=True, append_images=[sheets[1]] * 5, compression="tiff_adobe_deflate"),
    ]


def _heics() -> list[bytes]:
    side = TILE_SIDE
    return [
        SAMPLE.read_bytes(),
        heif(grid(3, 2, (3 * side, 2 * side), (1, 2, 3, 4, 5, 6)), tiles=6),
        heif(copy_of(1, (side, side), turned(1))),
        heif(overlay((side, side), (1, 2)), tiles=2),
        heif(copy_of(1, (side, side)), copy_of(2, (side, side)), grid(2, 1, (2 * side, side), (2, 3))),
    ]


def _digital_pdfs() -> list[bytes]:
    first, second = map(pdf_objects.text_of, (FIRST_PAGE, SECOND_PAGE))
    whole = pdf_objects.text_of(WHOLE)
    plain, packed = pdf_objects.stream, pdf_objects.packed_stream
    return [
        pdf_objects.document([plain(whole)]),
        pdf_objects.document([packed(whole)]),
        pdf_objects.document([plain(first), plain(second)]),
        pdf_objects.document([plain(whole)], page_entries=b"/Rotate 90 "),
    ]


def _scanned_pdfs() -> list[bytes]:
    sheets = [picture_of(FIRST_PAGE), picture_of(SECOND_PAGE, "RGB")]
    # The time of day would make other files on every run.
    always: Mapping[str, Any] = {"resolution": 200, "creationDate": time.gmtime(0), "modDate": time.gmtime(0)}
    return [
        encoded(picture_of(WHOLE), "PDF", **always),
        encoded(picture_of(WHOLE, "1"), "PDF", **always),
        encoded(picture_of(WHOLE, "LA"), "PDF", **always),
        encoded(sheets[0], "PDF", save_all=True, append_images=sheets[1:], **always),
    ]


def _exif() -> Image.Exif:
    exif = Image.Exif()
    exif[_ORIENTATION] = _QUARTER_TURN
    exif[_DESCRIPTION] = "a card, turned by a phone"
    return exif


_MAKERS: Mapping[Sort, Callable[[], list[bytes]]] = {
    Sort.PNG: _pngs,
    Sort.JPEG: _jpegs,
    Sort.WEBP: _webps,
    Sort.TIFF: _tiffs,
    Sort.TIFF_PAGES: _tiffs_of_pages,
    Sort.HEIC: _heics,
    Sort.PDF_DIGITAL: _digital_pdfs,
    Sort.PDF_SCANNED: _scanned_pdfs,
}
