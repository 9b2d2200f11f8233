"""Bytes to one upright RGB or grey picture on white; the only module that lets Pillow open a file.

The bytes come from strangers. The format is fixed before Pillow sees them, the size is checked before a pixel is
decoded, every warning ends the decoding, and metadata (phones write positions and names into it) never leaves here.
"""

import warnings
from io import BytesIO

from PIL import Image, ImageOps

from scorecard_runner.errors import CorruptPicture, PictureTooLarge
from scorecard_runner.reading.formats import PictureFormat, identify_format

MAX_PIXELS = 40_000_000
"""Pillow only warns at 89 million and errs at twice that; a photo of a phone has 12 to 50 million."""

MAX_SIDE_PIXELS = 12_000
"""Screenshots of whole web pages are up to 9,000 pixels tall."""

_MIN_SIDE_PIXELS = 16


def decode_picture(data: bytes) -> Image.Image:
    """Return the first frame in mode `L` or `RGB`, turned upright by its EXIF orientation, without metadata.

    Raises:
        EmptyFile, UnsupportedFormat: as `identify_format`.
        PictureTooLarge: more pixels than `MAX_PIXELS` or a side longer than `MAX_SIDE_PIXELS`.
        CorruptPicture: the content cannot be decoded.
    """
    picture_format = identify_format(data)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            return _decode(data, picture_format)
        except (Image.DecompressionBombError, Image.DecompressionBombWarning):
            raise PictureTooLarge from None
        except (PictureTooLarge, CorruptPicture, MemoryError):
            raise
        except Exception as error:
            raise CorruptPicture from error


def _decode(data: bytes, picture_format: PictureFormat) -> Image.Image:
    with Image.open(BytesIO(data), formats=[picture_format.value]) as opened:
        _check_size(opened.size)
        opened.load()
        # `info` would carry EXIF, comments and colour profiles on into every copy.
        upright = ImageOps.exif_transpose(opened)
        flat = _flatten(upright)
        flat.info.clear()
        return flat


def _check_size(size: tuple[int, int]) -> None:
    width, height = size
    if width * height > MAX_PIXELS or max(size) > MAX_SIDE_PIXELS:
        raise PictureTooLarge(
            f"The picture has {width:,} x {height:,} pixels; at most {MAX_PIXELS // 1_000_000} million pixels "
            f"and {MAX_SIDE_PIXELS:,} on a side are read.",
        )
    if min(size) < _MIN_SIDE_PIXELS:
        raise CorruptPicture(f"The picture has {width} x {height} pixels: too few to show a scorecard.")


def _flatten(picture: Image.Image) -> Image.Image:
    if picture.mode in {"I", "F"} or picture.mode.startswith("I;16"):
        return _scale_deep_grey(picture)
    if picture.has_transparency_data:
        coloured = picture.convert("RGBA")
        paper = Image.new("RGBA", coloured.size, "white")
        return Image.alpha_composite(paper, coloured).convert("RGB")
    if picture.mode in {"1", "L"}:
        return picture.convert("L")
    return picture.convert("RGB")


def _scale_deep_grey(picture: Image.Image) -> Image.Image:
    wide = picture.convert("F")
    # Scaled by what the format can hold, not by what this picture holds: a dark page must stay dark.
    _, highest = wide.getextrema()
    top = 65_535.0 if isinstance(highest, float) and highest > 255 else 255.0  # noqa: PLR2004 - one byte
    return wide.point(lambda value: value * (255.0 / top) + 0.0).convert("L")
