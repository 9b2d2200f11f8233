"""The type of a file comes from its first bytes; what is not read is named."""

import pytest

from scorecard_runner.errors import EmptyFile, UnsupportedFormat
from scorecard_runner.reading.files.formats import FileFormat, identify_format


@pytest.mark.parametrize(
    ("data", "want"),
    [
        pytest.param(b"\x89PNG\r\n\x1a\n....", FileFormat.PNG, id="PNG"),
        pytest.param(b"\xff\xd8\xff\xe0....", FileFormat.JPEG, id="JPEG"),
        pytest.param(b"RIFF\x00\x00\x00\x00WEBPVP8 ", FileFormat.WEBP, id="WebP"),
        pytest.param(b"II*\x00....", FileFormat.TIFF, id="TIFF, little endian"),
        pytest.param(b"MM\x00*....", FileFormat.TIFF, id="TIFF, big endian"),
        pytest.param(b"\x00\x00\x00\x18ftypheic", FileFormat.HEIC, id="HEIC"),
        pytest.param(b"\x00\x00\x00\x18ftypmif1", FileFormat.HEIC, id="HEIC under its general name"),
        pytest.param(b"%PDF-1.7", FileFormat.PDF, id="PDF"),
        pytest.param(b"\r\n rubbish %PDF-1.4", FileFormat.PDF, id="PDF after rubbish, as its readers take it"),
    ],
)
def test_a_picture_is_known_by_its_first_bytes(data: bytes, want: FileFormat) -> None:
    assert identify_format(data) is want


@pytest.mark.parametrize(
    ("data", "want"),
    [
        pytest.param(b"GIF89a", "A GIF animation", id="GIF"),
        pytest.param(b"\x00\x00\x00\x18ftypavif", "An AVIF picture", id="AVIF"),
        pytest.param(b"\x00\x00\x00\x18ftypisom", "A film", id="film"),
        pytest.param(b"RIFF\x00\x00\x00\x00WAVEfmt ", "A file of this kind", id="sound in the container of WebP"),
        pytest.param(b"PK\x03\x04....", "A ZIP archive or office document", id="ZIP"),
        pytest.param(b"  <!DOCTYPE html><html>", "A web page", id="web page saved as a picture"),
        pytest.param(b"JVBERi0xLjcKJeLjz9MK", "A text file", id="base64 text"),
        pytest.param(b"\x00\x01\x02\x03", "A file of this kind", id="anything else"),
    ],
)
def test_what_is_not_read_is_named(data: bytes, want: str) -> None:
    with pytest.raises(UnsupportedFormat) as refused:
        identify_format(data)
    assert (
        refused.value.message == f"{want} cannot be read: upload the scorecard as PNG, JPEG, WebP, TIFF, HEIC or PDF."
    )


def test_no_bytes_are_an_empty_file() -> None:
    with pytest.raises(EmptyFile):
        identify_format(b"")
