"""Pictures from strangers: hostile ones end in the right refusal, good ones come out upright on white."""

import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image

from scorecard_runner.errors import CorruptPicture, EmptyFile, InputError, PictureTooLarge, UnsupportedFormat
from scorecard_runner.reading.decode import MAX_SIDE_PIXELS, decode_picture

ORIENTATION = 0x0112
QUARTER_TURN = 6


def png(picture: Image.Image) -> bytes:
    """Return the picture as PNG."""
    buffer = BytesIO()
    picture.save(buffer, format="PNG")
    return buffer.getvalue()


def png_that_claims(width: int, height: int) -> bytes:
    """Return a PNG of a few bytes whose header promises that many pixels."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0")) + chunk(b"IEND", b"")


WHOLE = png(Image.effect_noise((200, 200), 80))


@pytest.mark.parametrize(
    ("data", "want"),
    [
        pytest.param(b"", EmptyFile, id="no bytes"),
        pytest.param(b"just a text, named scorecard.png", UnsupportedFormat, id="a text named .png"),
        pytest.param(WHOLE[: len(WHOLE) // 2], CorruptPicture, id="a PNG cut in half"),
        pytest.param(WHOLE[:8], CorruptPicture, id="the signature of a PNG and nothing else"),
        pytest.param(b"\xff\xd8\xff" + b"\0" * 100, CorruptPicture, id="the signature of a JPEG and noughts"),
        pytest.param(b"II*\x00" + b"\xff" * 60, CorruptPicture, id="a TIFF whose directory lies elsewhere"),
        pytest.param(png_that_claims(60_000, 60_000), PictureTooLarge, id="a bomb beyond Pillow's own limit"),
        pytest.param(png_that_claims(12_000, 9_500), PictureTooLarge, id="a bomb that Pillow would only warn of"),
        pytest.param(png_that_claims(8_000, 6_000), PictureTooLarge, id="more than 40 million pixels"),
        pytest.param(png_that_claims(MAX_SIDE_PIXELS + 1, 20), PictureTooLarge, id="a side too long"),
        pytest.param(png_that_claims(300, 300), CorruptPicture, id="a header that promises more than there is"),
        pytest.param(png(Image.new("L", (4, 4))), CorruptPicture, id="a picture of sixteen pixels"),
    ],
)
def test_bad_bytes_end_in_the_right_refusal(data: bytes, want: type[InputError]) -> None:
    with pytest.raises(InputError) as refused:
        decode_picture(data)
    assert type(refused.value) is want


@pytest.mark.parametrize("name", ["PNG", "JPEG", "WEBP", "TIFF"])
def test_every_accepted_format_is_decoded(name: str) -> None:
    buffer = BytesIO()
    Image.new("RGB", (64, 48), "white").save(buffer, format=name)
    decoded = decode_picture(buffer.getvalue())
    assert (decoded.size, decoded.mode, decoded.getpixel((5, 5))) == ((64, 48), "RGB", (255, 255, 255))


def test_a_turned_photo_comes_out_upright_and_without_metadata() -> None:
    exif = Image.Exif()
    exif[ORIENTATION] = QUARTER_TURN
    buffer = BytesIO()
    Image.new("RGB", (64, 48)).save(buffer, format="JPEG", exif=exif)
    decoded = decode_picture(buffer.getvalue())
    assert decoded.size == (48, 64)
    assert not decoded.info
    assert not decoded.getexif()


def test_transparency_becomes_white() -> None:
    assert decode_picture(png(Image.new("RGBA", (20, 20), (0, 0, 0, 0)))).getpixel((3, 3)) == (255, 255, 255)


def test_a_palette_becomes_colours() -> None:
    assert decode_picture(png(Image.new("P", (20, 20)))).mode == "RGB"


def test_deep_grey_is_scaled_not_cut_off() -> None:
    decoded = decode_picture(png(Image.new("I;16", (20, 20), 0x8000)))
    assert decoded.mode == "L"
    assert decoded.getpixel((3, 3)) == pytest.approx(128, abs=1)
