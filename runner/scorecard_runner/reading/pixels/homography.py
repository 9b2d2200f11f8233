"""Planes seen from an angle: the projective map between a rectangle and the four-cornered shape it is seen as.

Pure arithmetic of points; pictures are moved elsewhere. Source of the closed form: P. Heckbert, Fundamentals of Texture
Mapping and Image Warping (1989), section 2.2.3.
"""

from collections.abc import Sequence
from dataclasses import dataclass

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Homography:
    """A projective map of the plane: `x' = (a x + b y + c) / (g x + h y + i)`, `y' = (d x + e y + f) / (...)`."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float
    g: float
    h: float
    i: float = 1.0

    def __call__(self, point: Point) -> Point:
        """Return where a point goes."""
        x, y = point
        depth = self.g * x + self.h * y + self.i
        return (self.a * x + self.b * y + self.c) / depth, (self.d * x + self.e * y + self.f) / depth

    def inverse(self) -> "Homography":
        """Return the map that undoes this one."""
        a, b, c, d, e, f, g, h, i = self.a, self.b, self.c, self.d, self.e, self.f, self.g, self.h, self.i
        adjugate = (
            e * i - f * h, c * h - b * i, b * f - c * e,
            f * g - d * i, a * i - c * g, c * d - a * f,
            d * h - e * g, b * g - a * h, a * e - b * d,
        )  # fmt: skip
        return Homography(*(value / adjugate[8] for value in adjugate))

    def after_moving(self, right: float, down: float) -> "Homography":
        """Return the map that first moves a point."""
        return Homography(
            self.a, self.b, self.a * right + self.b * down + self.c,
            self.d, self.e, self.d * right + self.e * down + self.f,
            self.g, self.h, self.g * right + self.h * down + self.i,
        ).normalised()  # fmt: skip

    def normalised(self) -> "Homography":
        """Return the same map with 1 as its last number."""
        values = (self.a, self.b, self.c, self.d, self.e, self.f, self.g, self.h, self.i)
        return Homography(*(value / self.i for value in values))

    def coefficients(self) -> tuple[float, float, float, float, float, float, float, float]:
        """Return the eight numbers that Pillow's PERSPECTIVE transform takes, from the target's points to the source's."""
        return (self.a, self.b, self.c, self.d, self.e, self.f, self.g, self.h)


def rectangle_to_quad(size: tuple[float, float], corners: Sequence[Point]) -> Homography:
    """Return the map that takes a rectangle's corners to these four: top left, top right, bottom right, bottom left."""
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = corners
    dx1, dx2, dx3 = x1 - x2, x3 - x2, x0 - x1 + x2 - x3
    dy1, dy2, dy3 = y1 - y2, y3 - y2, y0 - y1 + y2 - y3
    spread = dx1 * dy2 - dx2 * dy1
    g = (dx3 * dy2 - dx2 * dy3) / spread
    h = (dx1 * dy3 - dx3 * dy1) / spread
    width, height = size
    return Homography(
        (x1 - x0 + g * x1) / width, (x3 - x0 + h * x3) / height, x0,
        (y1 - y0 + g * y1) / width, (y3 - y0 + h * y3) / height, y0,
        g / width, h / height,
    )  # fmt: skip
