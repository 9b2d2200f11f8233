"""The type of a file comes from its first bytes; what is not read is named."""

import pytest

from scorecard_runner.errors import EmptyFile, UnsupportedFormat
from scorecard_runner.reading.formats import PictureFormat, identify_format


@pytest.mark.parametrize(
    ("data", "want"),
    [
        pytest.param(b"\x89PNG\r\n\x1a\n....", PictureFormat.PNG, id="PNG"),
        pytest.param(b"\xff\xd8\xff\xe0....", PictureFormat.JPEG, id="JPEG"),
        pytest.param(b"RIFF\x00\x00\x00\x00WEBPVP8 ", PictureFormat.WEBP, id="WebP"),
        pytest.param(b"II*\x00....", PictureFormat.TIFF, id="TIFF, little endian"),
        pytest.param(b"MM\x00*....", PictureFormat.TIFF, id="TIFF, big endian"),
    ],
)
def test_a_picture_is_known_by_its_first_bytes(data: bytes, want: PictureFormat) -> None:
    assert identify_format(data) is want


@pytest.mark.parametrize(
    ("data", "want"),
    [
        pytest.param(b"%PDF-1.7", "A PDF document", id="PDF"),
        pytest.param(b"GIF89a", "A GIF animation", id="GIF"),
        pytest.param(b"\x00\x00\x00\x18ftypheic", "A HEIC photo", id="HEIC"),
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
    assert refused.value.message == f"{want} cannot be read: upload the scorecard as PNG, JPEG, WebP or TIFF."


def test_no_bytes_are_an_empty_file() -> None:
    with pytest.raises(EmptyFile):
        identify_format(b"")
