"""Blocks of a picture that are ink throughout, found on a grid.

Refuses to know what such blocks mean: rules are made of them, and the plain bands of bars.
"""

from collections.abc import Callable

from PIL import Image

_FULL = 250  # of 255: a run of pixels that are all ink


def solid_blocks(solid: Image.Image, block: tuple[int, int], offset: tuple[int, int]) -> Image.Image:
    """Return a mask of the blocks, of that width and height and on that grid, in which every pixel of the mask is set."""
    return on_grid(solid, block, offset, lambda cut: full(cut.reduce(block)))


def on_grid(
    picture: Image.Image,
    block: tuple[int, int],
    offset: tuple[int, int],
    choose: Callable[[Image.Image], Image.Image],
) -> Image.Image:
    """Return a mask of the blocks on that grid that `choose` takes: it gets whole blocks, and returns a pixel for each."""
    found = Image.new("L", picture.size, 0)
    columns, rows = ((size - start) // side for size, start, side in zip(picture.size, offset, block, strict=True))
    if columns < 1 or rows < 1:
        return found
    area = (offset[0], offset[1], offset[0] + columns * block[0], offset[1] + rows * block[1])
    chosen = choose(picture.crop(area))
    found.paste(chosen.resize((area[2] - area[0], area[3] - area[1]), Image.Resampling.NEAREST), offset)
    return found


def full(shares: Image.Image) -> Image.Image:
    """Return 255 where the share of ink, 0 to 255, is all."""
    return shares.point(lambda value: 255 if value >= _FULL else 0)
