"""Bytes to upright RGB or grey pictures on white; the only module that lets Pillow open a file.

The bytes come from strangers. The format is fixed before Pillow sees them, the size is checked before a pixel is
decoded, and metadata (phones write positions and names into it) never leaves here. Metadata that cannot be read is no
reason to refuse a picture: many programs write it wrongly.
"""

import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO

from PIL import Image

from scorecard_runner.errors import CorruptPicture, DocumentTooLong, PictureTooLarge
from scorecard_runner.reading.files.formats import FileFormat

MAX_PAGES = 20
"""Pages of a TIFF; faxes have a handful."""

MAX_PIXELS = 40_000_000
"""Pillow only warns at 89 million and errs at twice that; a photo of a phone has 12 to 50 million."""

MAX_SIDE_PIXELS = 12_000
"""Screenshots of whole web pages are up to 9,000 pixels tall."""

_MIN_SIDE_PIXELS = 16

_ORIENTATION = 0x0112
_UPRIGHT_BY: Mapping[object, Image.Transpose] = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What is to be done for each way in which EXIF says that a phone was held."""


def count_frames(data: bytes, file_format: FileFormat) -> int:
    """Return how many pages the file has: several only in TIFF, where an animation cannot be meant.

    Raises:
        DocumentTooLong: more than `MAX_PAGES`.
        PictureTooLarge, CorruptPicture: as `decode_frame`.
    """
    if file_format is not FileFormat.TIFF:
        return 1
    with _guarded(), Image.open(BytesIO(data), formats=[file_format.value]) as opened:
        for frame in range(1, MAX_PAGES + 1):
            try:
                opened.seek(frame)
            except EOFError:
                return frame
    # Not counted to the end: there is room for a hundred thousand pages in ten megabytes, and each costs time.
    raise DocumentTooLong(f"The document has more than {MAX_PAGES} pages; no more are read.")


def decode_frame(data: bytes, file_format: FileFormat, frame: int = 0) -> Image.Image:
    """Return a frame in mode `L` or `RGB`, turned upright by its EXIF orientation, without metadata.

    Raises:
        PictureTooLarge: more pixels than `MAX_PIXELS` or a side longer than `MAX_SIDE_PIXELS`.
        CorruptPicture: the content cannot be decoded.
    """
    if file_format is FileFormat.HEIC:
        _teach_heif()  # unguarded: where the library cannot be loaded, the picture is not to blame
    with _guarded(), Image.open(BytesIO(data), formats=[file_format.value]) as opened:
        if frame:
            opened.seek(frame)
        _check_size(opened.size)
        opened.load()
        flat = _flatten(opened)
        # `info` would carry EXIF, comments and colour profiles on into every copy.
        flat.info.clear()
        turn = _turn_upright(opened)
        return flat if turn is None else flat.transpose(turn)


def _teach_heif() -> None:
    import pi_heif  # noqa: PLC0415 - takes a twentieth of a second to load, for the photos of one make of phone

    # Without thumbnails and depth maps, which nobody reads here; its own limits against bombs stay on.
    pi_heif.register_heif_opener(thumbnails=False, depth_images=False)


@contextmanager
def _guarded() -> Iterator[None]:
    """Turn whatever Pillow throws into a refusal; of what it warns of, only bombs are one."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            yield
        except (Image.DecompressionBombError, Image.DecompressionBombWarning):
            raise PictureTooLarge from None
        except (PictureTooLarge, CorruptPicture, MemoryError):
            raise
        except Exception as error:
            raise CorruptPicture from error


def _check_size(size: tuple[int, int]) -> None:
    width, height = size
    if width * height > MAX_PIXELS or max(size) > MAX_SIDE_PIXELS:
        raise PictureTooLarge(
            f"The picture has {width:,} x {height:,} pixels; at most {MAX_PIXELS // 1_000_000} million pixels "
            f"and {MAX_SIDE_PIXELS:,} on a side are read.",
        )
    if min(size) < _MIN_SIDE_PIXELS:
        raise CorruptPicture(f"The picture has {width} x {height} pixels: too few to show a scorecard.")


def _turn_upright(opened: Image.Image) -> Image.Transpose | None:
    try:
        return _UPRIGHT_BY.get(opened.getexif().get(_ORIENTATION))
    except Exception:  # noqa: BLE001 - the pixels are sound: a picture is not refused for metadata that nobody can read
        return None


def _flatten(picture: Image.Image) -> Image.Image:
    if picture.mode in {"I", "F"} or picture.mode.startswith("I;16"):
        return _scale_deep_grey(picture)
    if picture.has_transparency_data:
        coloured = picture if picture.mode == "RGBA" else picture.convert("RGBA")
        paper = Image.new("RGB", coloured.size, "white")
        paper.paste(coloured, mask=coloured.getchannel("A"))
        return paper
    if picture.mode in {"1", "L"}:
        return picture.convert("L")
    return picture.convert("RGB")


def _scale_deep_grey(picture: Image.Image) -> Image.Image:
    wide = picture.convert("F")
    # Scaled by what the format can hold, not by what this picture holds: a dark page must stay dark.
    _, highest = wide.getextrema()
    top = 65_535.0 if isinstance(highest, float) and highest > 255 else 255.0  # noqa: PLR2004 - one byte
    return wide.point(lambda value: value * (255.0 / top) + 0.0).convert("L")
