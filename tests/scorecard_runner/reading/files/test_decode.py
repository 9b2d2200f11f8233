"""Pictures from strangers: hostile ones end in the right refusal, good ones come out upright on white."""

import struct
import subprocess
import sys
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, TiffImagePlugin

from scorecard_runner.errors import (
    CorruptPicture,
    DocumentTooLong,
    EmptyFile,
    InputError,
    PictureTooLarge,
    UnsupportedFormat,
)
from scorecard_runner.reading.files.decode import MAX_PAGES, MAX_SIDE_PIXELS, count_frames, decode_frame
from scorecard_runner.reading.files.formats import FileFormat, identify_format

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


def decode(data: bytes, frame: int = 0) -> Image.Image:
    """Return a decoded frame of a file of any format."""
    return decode_frame(data, identify_format(data), frame)


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
        decode(data)
    assert type(refused.value) is want


@pytest.mark.parametrize("name", ["PNG", "JPEG", "WEBP", "TIFF"])
def test_every_accepted_format_is_decoded(name: str) -> None:
    buffer = BytesIO()
    Image.new("RGB", (64, 48), "white").save(buffer, format=name)
    decoded = decode(buffer.getvalue())
    assert (decoded.size, decoded.mode, decoded.getpixel((5, 5))) == ((64, 48), "RGB", (255, 255, 255))


def test_a_turned_photo_comes_out_upright_and_without_metadata() -> None:
    exif = Image.Exif()
    exif[ORIENTATION] = QUARTER_TURN
    buffer = BytesIO()
    Image.new("RGB", (64, 48)).save(buffer, format="JPEG", exif=exif)
    decoded = decode(buffer.getvalue())
    assert decoded.size == (48, 64)
    assert not decoded.info
    assert not decoded.getexif()


@pytest.mark.parametrize(
    "exif",
    [
        pytest.param(b"Exif\0\0", id="nothing"),
        pytest.param(b"Exif\0\0II*\0" + b"\xff" * 40, id="a directory that lies elsewhere"),
        pytest.param(b"Exif\0\0II*\0\x08\0\0\0\x09\0" + b"\x12\x01\x03\0\x01\0", id="entries that are cut off"),
        pytest.param(
            b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\xff\xff\0\0\x99\x99\0\0" + bytes(4),
            id="an orientation without end",
        ),
    ],
)
def test_a_photo_whose_exif_cannot_be_read_is_decoded_as_it_lies(exif: bytes) -> None:
    buffer = BytesIO()
    Image.new("RGB", (64, 48)).save(buffer, format="JPEG", exif=exif)
    assert decode(buffer.getvalue()).size == (64, 48)


def test_transparency_becomes_white() -> None:
    assert decode(png(Image.new("RGBA", (20, 20), (0, 0, 0, 0)))).getpixel((3, 3)) == (255, 255, 255)


def test_a_transparent_picture_is_never_held_more_than_three_times() -> None:
    side = 4000
    # In a process of its own: the most memory that one ever held cannot be asked for twice.
    program = (
        "import resource, sys\nfrom scorecard_runner.reading.files.decode import decode_frame\n"
        "from scorecard_runner.reading.files.formats import FileFormat\ndata = sys.stdin.buffer.read()\n"
        "held = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024\nbefore = held()\n"
        "decode_frame(data, FileFormat.PNG)\nprint(held() - before)"
    )
    data = png(Image.new("RGBA", (side, side), (9, 9, 9, 9)))
    done = subprocess.run([sys.executable, "-c", program], input=data, check=True, capture_output=True)
    assert int(done.stdout) < 3 * 4 * side * side


def test_a_palette_becomes_colours() -> None:
    assert decode(png(Image.new("P", (20, 20)))).mode == "RGB"


def test_deep_grey_is_scaled_not_cut_off() -> None:
    decoded = decode(png(Image.new("I;16", (20, 20), 0x8000)))
    assert decoded.mode == "L"
    assert decoded.getpixel((3, 3)) == pytest.approx(128, abs=1)


def tiff(*greys: int) -> bytes:
    """Return a TIFF with a page of each grey."""
    buffer = BytesIO()
    first, *others = [Image.new("L", (40, 30), grey) for grey in greys]
    first.save(buffer, format="TIFF", save_all=True, append_images=others)
    return buffer.getvalue()


def test_every_page_of_a_tiff_is_there() -> None:
    data = tiff(10, 20, 30)
    assert count_frames(data, FileFormat.TIFF) == 3
    assert [decode(data, frame).getpixel((3, 3)) for frame in range(3)] == [10, 20, 30]


def test_a_tiff_with_more_pages_than_are_read_is_refused() -> None:
    with pytest.raises(DocumentTooLong):
        count_frames(tiff(*range(MAX_PAGES + 1)), FileFormat.TIFF)


def test_pages_of_a_tiff_are_not_counted_further_than_they_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    sought: list[int] = []
    seek = TiffImagePlugin.TiffImageFile.seek

    def noted(picture: TiffImagePlugin.TiffImageFile, frame: int) -> None:
        sought.append(frame)
        seek(picture, frame)

    monkeypatch.setattr(TiffImagePlugin.TiffImageFile, "seek", noted)
    with pytest.raises(DocumentTooLong):
        count_frames(tiff(*range(3 * MAX_PAGES)), FileFormat.TIFF)
    assert max(sought) == MAX_PAGES


def test_an_animation_counts_as_its_first_picture() -> None:
    buffer = BytesIO()
    frames = [Image.new("RGB", (40, 30), colour) for colour in ("white", "black")]
    frames[0].save(buffer, format="WEBP", save_all=True, append_images=frames[1:], lossless=True)
    assert count_frames(buffer.getvalue(), FileFormat.WEBP) == 1
    assert decode(buffer.getvalue()).getpixel((3, 3)) == (255, 255, 255)


def test_a_photo_of_a_phone_is_decoded() -> None:
    decoded = decode((Path(__file__).parent / "data" / "grey.heic").read_bytes())
    assert (decoded.size, decoded.mode, decoded.info) == ((64, 48), "RGB", {})
