"""The sorts of files that are made hostile, and their names on the command line."""

from enum import StrEnum


class Sort(StrEnum):
    """What a file was before it was damaged."""

    PNG = "png"
    JPEG = "jpeg"
    WEBP = "webp"
    TIFF = "tiff"
    TIFF_PAGES = "tiff-pages"
    HEIC = "heic"
    PDF_DIGITAL = "pdf-digital"
    PDF_SCANNED = "pdf-scanned"
    PRETENDER = "pretender"
    """Files that are something else than their name says, empty, cut, or two things at once."""

    HOSTILE = "hostile"
    """Files made to cost memory or time: bombs, thousands of pages, forms that hold themselves."""
