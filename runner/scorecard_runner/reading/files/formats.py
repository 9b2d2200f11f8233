"""The type of a file by its first bytes; names and content types given by others are not asked.

Refuses everything that `decode` does not read, and says what the file seems to be.
"""

from enum import StrEnum

from scorecard_runner.errors import EmptyFile, UnsupportedFormat

ACCEPTED = "PNG, JPEG, WebP, TIFF, HEIC or PDF"


class FileFormat(StrEnum):
    """A format that is read; the value is Pillow's name for it, and PDF."""

    PNG = "PNG"
    JPEG = "JPEG"
    WEBP = "WEBP"
    TIFF = "TIFF"
    HEIC = "HEIF"
    PDF = "PDF"


_SIGNATURES: tuple[tuple[bytes, FileFormat], ...] = (
    (b"\x89PNG\r\n\x1a\n", FileFormat.PNG),
    (b"\xff\xd8\xff", FileFormat.JPEG),
    (b"II*\x00", FileFormat.TIFF),
    (b"MM\x00*", FileFormat.TIFF),
)

_REFUSED: tuple[tuple[bytes, str], ...] = (
    (b"GIF8", "A GIF animation"),
    (b"BM", "A BMP picture"),
    (b"PK\x03\x04", "A ZIP archive or office document"),
    (b"\xd0\xcf\x11\xe0", "An office document"),
    (b"{\\rtf", "A text document"),
    (b"<svg", "An SVG drawing"),
    (b"<?xml", "An XML document"),
    (b"<!doctype html", "A web page"),
    (b"<html", "A web page"),
    (b"\x1a\x45\xdf\xa3", "A film"),
)

_HEIF_BRANDS = frozenset({b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1"})
_PDF_WITHIN_BYTES = 1024  # readers of PDF accept as much rubbish before the signature (ISO 32000-1, annex H.3.4.1)


def identify_format(data: bytes) -> FileFormat:
    """Return the format of the file.

    Raises:
        EmptyFile: there are no bytes.
        UnsupportedFormat: it is no format that is read; the message names what it seems to be.
    """
    if not data:
        raise EmptyFile
    for signature, file_format in _SIGNATURES:
        if data.startswith(signature):
            return file_format
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return FileFormat.WEBP
    if data[4:8] == b"ftyp" and data[8:12] in _HEIF_BRANDS:
        return FileFormat.HEIC
    if b"%PDF-" in data[:_PDF_WITHIN_BYTES]:
        return FileFormat.PDF
    raise UnsupportedFormat(
        f"{_describe(data)} cannot be read: upload the scorecard as {ACCEPTED}.",
        "A screenshot of the scorecard is read best.",
    )


def _describe(data: bytes) -> str:
    if data[4:8] == b"ftyp":
        return _describe_iso_media(data[8:12])
    start = data[:64].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    for signature, name in _REFUSED:
        if data.startswith(signature) or start.startswith(signature):
            return name
    return "A text file" if _is_text(data[:512]) else "A file of this kind"


def _describe_iso_media(brand: bytes) -> str:
    return "An AVIF picture" if brand in {b"avif", b"avis"} else "A film"


def _is_text(start: bytes) -> bool:
    return all(byte >= ord(" ") or byte in b"\t\r\n\f" for byte in start)
