"""Every kind of damage, each writing down what it did."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageFilter

from bench.accuracy.damages.paper import cut_into_pages, save_pages
from bench.accuracy.damages.surface import border_colour, table_top, with_light, with_noise
from bench.accuracy.damages.warp import creased, seen_from_an_angle
from bench.accuracy.invented.dice import Dice
from bench.accuracy.words import DrawnWord, letter_height

_BICUBIC = Image.Resampling.BICUBIC
_LANCZOS = Image.Resampling.LANCZOS
_ORIENTATION = 0x0112
_LONGEST_PHOTO_PX = 4000
_LONGEST_FAX_PX = 6000


@dataclass(frozen=True)
class Page:
    """An undamaged page."""

    picture: Image.Image
    words: tuple[DrawnWord, ...]

    @property
    def letter_px(self) -> float:
        """Height of its figures."""
        return letter_height(self.words)


@dataclass(frozen=True)
class Damaged:
    """A file and what was done to it."""

    data: bytes
    suffix: str
    notes: Mapping[str, object]


@dataclass(frozen=True)
class Damage:
    """A kind of damage; some happen to paper only."""

    name: str
    apply: Callable[[Page, Dice], Damaged]
    needs_paper: bool = False


def clean(page: Page, _: Dice) -> Damaged:
    """Leave the page alone."""
    return Damaged(_png(page.picture), "png", {"letter_px": page.letter_px})


def compressed(page: Page, dice: Dice) -> Damaged:
    """Compress as messengers do."""
    quality = dice.whole(35, 80)
    return Damaged(_jpeg(page.picture, quality), "jpg", {"jpeg_quality": quality, "letter_px": page.letter_px})


def small(page: Page, dice: Dice) -> Damaged:
    """Make letters 8 to 11 pixels high."""
    wanted = dice.real(8, 11)
    scale = min(1.0, wanted / page.letter_px)
    picture = _scaled(page.picture, scale)
    notes = {"scale": round(scale, 3), "letter_px": round(page.letter_px * scale, 1)}
    if dice.chance(0.5):
        return Damaged(_png(picture), "png", notes)
    quality = dice.whole(70, 90)
    return Damaged(_jpeg(picture, quality), "jpg", notes | {"jpeg_quality": quality})


def rotated(page: Page, dice: Dice) -> Damaged:
    """Lay the page askew, turn it by a right angle, or leave the turning to the EXIF entry."""
    way = dice.weighted((("askew", 0.5), ("turned", 0.25), ("exif", 0.25)))
    if way == "askew":
        angle = round(dice.real(1, 4) * dice.pick((-1, 1)), 2)
        turned = page.picture.rotate(angle, _BICUBIC, expand=True, fillcolor=border_colour(page.picture))
        return Damaged(_png(turned), "png", {"angle_deg": angle})
    degrees = dice.pick((90, 180, 270))
    turned = page.picture.transpose(
        {90: Image.Transpose.ROTATE_90, 180: Image.Transpose.ROTATE_180, 270: Image.Transpose.ROTATE_270}[degrees]
    )
    quality = dice.whole(75, 92)
    notes = {"angle_deg": degrees, "jpeg_quality": quality}
    if way == "turned":
        return Damaged(_jpeg(turned, quality), "jpg", notes)
    orientation = {90: 6, 180: 3, 270: 8}[degrees]
    return Damaged(_jpeg(turned, quality, orientation), "jpg", notes | {"exif_orientation": orientation})


def photographed(page: Page, dice: Dice) -> Damaged:
    """Photograph the page on a table: perspective, uneven light, blur, noise, JPEG."""
    wanted = dice.real(13, 24)
    scale = min(1.5, wanted / page.letter_px, _LONGEST_PHOTO_PX / max(page.picture.size))
    sheet = _scaled(page.picture, scale)
    edge_x, edge_y = round(sheet.width * dice.real(0.05, 0.14)), round(sheet.height * dice.real(0.03, 0.08))
    width, height = sheet.width + 2 * edge_x, sheet.height + 2 * edge_y
    jitter = dice.real(0.3, 0.9)
    corners = [
        (x + jitter * edge_x * dice.real(-1, 1), y + jitter * edge_y * dice.real(-1, 1))
        for x, y in (
            (edge_x, edge_y),
            (width - edge_x, edge_y),
            (width - edge_x, height - edge_y),
            (edge_x, height - edge_y),
        )
    ]
    seen = seen_from_an_angle(sheet, table_top((width, height), dice), corners)
    depth, blur, grain, quality = dice.real(0.2, 0.55), dice.real(0.3, 1.0), dice.real(2, 8), dice.whole(60, 88)
    lit = with_light(seen, depth, dice).filter(ImageFilter.GaussianBlur(blur))
    notes = {
        "light_lost": round(depth, 2),
        "blur_px": round(blur, 2),
        "noise": round(grain, 1),
        "jpeg_quality": quality,
    }
    letters = {"letter_px": round(page.letter_px * scale, 1), "jitter": round(jitter, 2)}
    return Damaged(_jpeg(with_noise(lit, grain, dice), quality), "jpg", notes | letters)


def folded(page: Page, dice: Dice) -> Damaged:
    """Fold the sheet once or twice and photograph it from above."""
    across = (
        [0.5 + dice.real(-0.04, 0.04)]
        if dice.chance(0.5)
        else [1 / 3 + dice.real(-0.02, 0.02), 2 / 3 + dice.real(-0.02, 0.02)]
    )
    down = [0.5 + dice.real(-0.03, 0.03)] if dice.chance(0.6) else []
    scale = min(1.5, dice.real(14, 22) / page.letter_px)
    sheet = creased(_scaled(page.picture, scale), across, down, dice)
    depth, grain, quality = dice.real(0.1, 0.3), dice.real(2, 5), dice.whole(70, 88)
    data = _jpeg(with_noise(with_light(sheet, depth, dice), grain, dice), quality)
    notes = {
        "folds_across": len(across),
        "folds_down": len(down),
        "light_lost": round(depth, 2),
        "jpeg_quality": quality,
    }
    return Damaged(data, "jpg", notes | {"letter_px": round(page.letter_px * scale, 1)})


def faxed(page: Page, dice: Dice) -> Damaged:
    """Send the page by fax: low resolution, black or white, specks."""
    scale = min(dice.real(12, 17) / page.letter_px, _LONGEST_FAX_PX / max(page.picture.size))
    grain, threshold = dice.real(15, 50), dice.whole(125, 170)
    grey = _scaled(page.picture, scale).convert("L").filter(ImageFilter.GaussianBlur(0.5))
    black = with_noise(grey, grain, dice).point([255 * (level > threshold) for level in range(256)]).convert("1")
    notes = {"threshold": threshold, "noise": round(grain, 1), "letter_px": round(page.letter_px * scale, 1)}
    return Damaged(_png(black), "png", notes)


def scanned(page: Page, dice: Dice) -> Damaged:
    """Scan the printed pages into a PDF of pictures."""
    scale = min(2.0, dice.real(16, 26) / page.letter_px)
    angle, grain, quality = round(dice.real(-0.9, 0.9), 2), dice.real(1, 4), dice.whole(60, 85)
    is_grey = dice.chance(0.6)
    sheets = [
        with_noise(
            _scaled(sheet, scale).convert("L" if is_grey else "RGB").rotate(angle, _BICUBIC, fillcolor="white"),
            grain,
            dice,
        )
        for sheet in cut_into_pages(page.picture, page.words)
    ]
    notes = {
        "pages": len(sheets),
        "angle_deg": angle,
        "noise": round(grain, 1),
        "jpeg_quality": quality,
        "grey": is_grey,
    }
    return Damaged(save_pages(sheets, quality), "pdf", notes | {"letter_px": round(page.letter_px * scale, 1)})


CLEAN = "clean"
DIGITAL_PDF = "digital_pdf"
DAMAGES = (
    Damage(CLEAN, clean),
    Damage("photo", photographed),
    Damage("jpeg", compressed),
    Damage("scanned_pdf", scanned, needs_paper=True),
    Damage("small", small),
    Damage("faxed", faxed, needs_paper=True),
    Damage("rotated", rotated),
    Damage("creased", folded, needs_paper=True),
)


def _scaled(picture: Image.Image, scale: float) -> Image.Image:
    return picture.resize((max(1, round(picture.width * scale)), max(1, round(picture.height * scale))), _LANCZOS)


def _png(picture: Image.Image) -> bytes:
    buffer = BytesIO()
    picture.save(buffer, format="PNG")
    return buffer.getvalue()


def _jpeg(picture: Image.Image, quality: int, orientation: int | None = None) -> bytes:
    buffer = BytesIO()
    exif = Image.Exif()
    if orientation is not None:
        exif[_ORIENTATION] = orientation
    picture.convert("RGB").save(buffer, format="JPEG", quality=quality, exif=exif)
    return buffer.getvalue()
