"""Geometry: pages seen from an angle, and folded ones."""

from collections.abc import Sequence
from itertools import pairwise

from PIL import Image, ImageChops, ImageDraw

from bench.accuracy.invented.dice import Dice

Point = tuple[float, float]
_BICUBIC = Image.Resampling.BICUBIC


def seen_from_an_angle(page: Image.Image, table: Image.Image, corners: Sequence[Point]) -> Image.Image:
    """Return the table with the page lying on it, its corners (from top left, clockwise) at these places."""
    width, height = page.size
    source = [(0.0, 0.0), (float(width), 0.0), (float(width), float(height)), (0.0, float(height))]
    coefficients = _perspective(corners, source)
    warped = page.transform(table.size, Image.Transform.PERSPECTIVE, coefficients, _BICUBIC)
    mask = Image.new("L", page.size, 255).transform(table.size, Image.Transform.PERSPECTIVE, coefficients, _BICUBIC)
    return Image.composite(warped, table, mask)


def _perspective(targets: Sequence[Point], sources: Sequence[Point]) -> list[float]:
    """Return the eight numbers that take a target's point to its source."""
    rows: list[list[float]] = []
    for (x, y), (u, v) in zip(targets, sources, strict=True):
        rows.append([x, y, 1, 0, 0, 0, -u * x, -u * y, u])
        rows.append([0, 0, 0, x, y, 1, -v * x, -v * y, v])
    return _solved(rows)


def _solved(rows: list[list[float]]) -> list[float]:
    """Solve linear equations; the last number of a row is its right side."""
    count = len(rows)
    for at in range(count):
        best = max(range(at, count), key=lambda place: abs(rows[place][at]))
        rows[at], rows[best] = rows[best], rows[at]
        rows[at] = [value / rows[at][at] for value in rows[at]]
        for other in range(count):
            if other != at:
                factor = rows[other][at]
                rows[other] = [a - factor * b for a, b in zip(rows[other], rows[at], strict=True)]
    return [row[-1] for row in rows]


def creased(picture: Image.Image, across: Sequence[float], down: Sequence[float], dice: Dice) -> Image.Image:
    """Return the page folded at these shares of its height and width and laid flat again."""
    page = _bent(picture, across, dice)
    folds = [(share, True) for share in across] + [(share, False) for share in down]
    for share, is_across in folds:
        shade = Image.new("L", picture.size, 255)
        _fold(ImageDraw.Draw(shade), picture.size, share, dice, is_across=is_across)
        page = ImageChops.multiply(page, shade.convert("RGB"))
    return page


def _fold(draw: ImageDraw.ImageDraw, size: tuple[int, int], share: float, dice: Dice, *, is_across: bool) -> None:
    width, height = size
    length, place = (width, share * height) if is_across else (height, share * width)
    reach, slant = max(6, round(0.012 * max(size))), dice.real(-0.004, 0.004) * length
    depth = dice.whole(45, 95)
    for step in range(reach, -1, -1):
        level = 255 - round(depth * (1 - step / reach) ** 1.5)
        for at in (place - step, place + 0.6 * step):
            line = (0, at, width, at + slant) if is_across else (at, 0, at + slant, height)
            draw.line(line, fill=level, width=2)


def _bent(picture: Image.Image, across: Sequence[float], dice: Dice) -> Image.Image:
    width, height = picture.size
    edges = [0, *(round(share * height) for share in sorted(across)), height]
    mesh = []
    shift = 0.0
    for top, bottom in pairwise(edges):
        following = dice.real(-0.004, 0.004) * width
        quad = (shift, top, following, bottom, width + following, bottom, width + shift, top)
        mesh.append(((0, top, width, bottom), quad))
        shift = following
    return picture.transform(picture.size, Image.Transform.MESH, mesh, _BICUBIC, fill=1, fillcolor="white")
